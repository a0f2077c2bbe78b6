// The city's own numbers: what is typed of a row, and what the core is told.
import type { Settings } from "../../generated/contract";

/** The lists, in the order of the page. */
export const LISTS = ["allocations", "forecasts", "places"] as const;
export type NumberList = (typeof LISTS)[number];

/** The fields of a row; a day is written as it is kept, everything else is a number. */
export const FIELDS = {
    allocations: ["from", "until", "set_on", "number"],
    forecasts: ["year", "children", "share_per_mille"],
    places: ["from", "until", "number"],
} as const satisfies Record<NumberList, readonly string[]>;

/** A row as it stands in its fields, by field. */
export type TypedRow = Record<string, string>;

const DAYS: readonly string[] = ["from", "until", "set_on"];

/** Whether a field holds a day. */
export function isDayField(field: string): boolean {
    return DAYS.includes(field);
}

/** The rows of a list as they stand in their fields: numbers with a decimal comma. */
export function typedRows(numbers: Settings["numbers"], list: NumberList): TypedRow[] {
    const rows: readonly Record<string, string | number>[] = numbers[list];
    return rows.map((row) => Object.fromEntries(Object.entries(row).map(([field, value]) => [field, isDayField(field) ? String(value) : String(value).replace(".", ",")])));
}

/** A row without anything in it. */
export function emptyRow(list: NumberList): TypedRow {
    return Object.fromEntries(FIELDS[list].map((field) => [field, ""]));
}

/** Whether nothing is typed in a row. */
export function isBlank(row: TypedRow): boolean {
    return Object.values(row).every((text) => text.trim() === "");
}

/** What is typed as the core reads it: what is no number goes as it stands, for the core to refuse at its field. */
export function asNumbers(typed: Record<NumberList, TypedRow[]>): Settings["numbers"] {
    const value = (field: string, text: string) => {
        const plain = text.replace(/\s/g, "").replace(",", ".");
        if (isDayField(field) || !/^\d+(\.\d+)?$/.test(plain)) return text.trim();
        return field === "share_per_mille" ? plain : Number(plain);
    };
    const rows = (list: NumberList) => typed[list].filter((row) => !isBlank(row)).map((row) => Object.fromEntries(Object.entries(row).map(([field, text]) => [field, value(field, text)])));
    return Object.fromEntries(LISTS.map((list) => [list, rows(list)])) as unknown as Settings["numbers"];
}
