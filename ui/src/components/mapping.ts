// What the mapping of an unknown layout needs whatever the file holds: a first guess, and parts of the profile that comes of it (docs/IMPORT-PROFILES.md).
import type { ProfileView, RawRow } from "../generated/contract";
import { t } from "../texts";
import type { Choice } from "./ChoiceField.vue";

/** Date forms to choose between. */
export const DATE_FORMS = ["yyyy-mm-dd", "yyyymmdd", "dd.mm.yyyy", "dd/mm/yyyy", "mm/dd/yyyy", "yyyy/mm/dd"] as const;

/** Date forms as people know them. */
export const DATE_CHOICES: readonly Choice[] = DATE_FORMS.map((form) => ({ value: form, label: form.replace(/y/g, "Å").replace(/m/g, "M").replace(/d/g, "D") }));

/** A text as it is compared: small letters, white space made one blank. */
export function plain(text: string): string {
    return text.replace(/[\s\u00A0\u202F\uFEFF]+/g, " ").trim().toLocaleLowerCase("sv");
}

/** Header texts of the profiles of that kind, in small letters, to their fields. */
export function namesOf<Field extends string>(profiles: readonly Pick<ProfileView, "kind" | "columns">[], of: string, fields: readonly Field[]): Map<string, Field> {
    const known = new Map<string, Field>();
    for (const { kind, columns } of profiles) {
        if (kind !== of) continue;
        for (const { field, names } of columns) {
            const found = fields.find((one) => one === field);
            if (found !== undefined) for (const name of names) known.set(plain(name), found);
        }
    }
    return known;
}

/** Which of the raw rows is the header, from 0: that with the most known names, else the first row of words with the most cells. */
export function headerOf(rows: readonly RawRow[], known: ReadonlyMap<string, string>): number {
    const best = (score: (row: RawRow) => number) => {
        const scores = rows.map(score);
        const most = Math.max(0, ...scores);
        return most === 0 ? -1 : scores.indexOf(most);
    };
    const byName = best((row) => row.cells.filter((cell) => known.has(plain(cell))).length);
    if (byName >= 0) return byName;
    return Math.max(
        0,
        best((row) => row.cells.filter((cell) => /\p{L}/u.test(cell) && !/\d/.test(cell)).length),
    );
}

/** Column to field by the names in the header; each field once. */
export function fieldsOf<Field extends string>(header: readonly string[], known: ReadonlyMap<string, Field>): Record<number, Field> {
    const fields: Record<number, Field> = {};
    for (const [column, cell] of header.entries()) {
        const field = known.get(plain(cell));
        if (field !== undefined && !Object.values(fields).includes(field)) fields[column] = field;
    }
    return fields;
}

/** Every cell below the header. */
export function cellsBelow(rows: readonly RawRow[], header: number): string[] {
    return rows.slice(header + 1).flatMap((row) => row.cells.map((cell) => cell.trim()));
}

/** The date form that some cell has. */
export function datesOf(cells: readonly string[]): string {
    return DATE_FORMS.find((form) => cells.some((cell) => shapeOf(form).test(cell))) ?? DATE_FORMS[0];
}

function shapeOf(form: string): RegExp {
    return new RegExp(`^${form.replace(/[./]/g, "\\$&").replace(/[ymd]/g, "\\d")}$`);
}

/** The raw rows as choices of the header. */
export function headerChoices(rows: readonly RawRow[]): Choice[] {
    return rows.map((row, index) => ({ value: String(index), label: t("mapping-header-row", { line: row.line, words: shortened(row) }) }));
}

function shortened(row: RawRow): string {
    const words = row.cells.filter((cell) => cell.trim() !== "").join(", ");
    return words.length > 36 ? `${words.slice(0, 36)}…` : words;
}

/** A text in TOML. */
export function tomlText(value: string): string {
    return JSON.stringify(value);
}

/** Texts in TOML. */
export function tomlList(values: readonly string[]): string {
    return `[${values.map(tomlText).join(", ")}]`;
}

/** The profile's line about columns that are known and not read; none where all are read. */
export function ignoredOf(titled: readonly { title: string; field?: string | undefined }[]): string[] {
    const ignored = titled.filter(({ field }) => field === undefined).map(({ title }) => title);
    return ignored.length > 0 ? [`ignored = ${tomlList([...new Set(ignored)])}`] : [];
}
