// The mapping of an unknown layout: what the person says about it, what can be guessed, and the import profile that comes of it (docs/IMPORT-PROFILES.md).
import type { ProfileView, RawRow } from "../../../generated/contract";
import { cellsBelow, datesOf, fieldsOf, headerOf, ignoredOf, namesOf, tomlList, tomlText } from "../../../components/mapping";
import { t } from "../../../texts";

/** Fields of a payment list that a column can be read as, in the order of the contract; `full_name` is family and given name in one column. */
export const FIELDS = [
    "payment_date",
    "decision_date",
    "case_number",
    "payment_code",
    "compensation_text",
    "dossier_number",
    "personal_number",
    "family_name",
    "given_name",
    "full_name",
    "period_from",
    "period_until",
    "days",
    "amount",
] as const;

/** A field of a payment list. */
export type FieldName = (typeof FIELDS)[number];

/** What a field is called. */
export function fieldLabel(field: FieldName): string {
    return field === "full_name" ? t("mapping-full-name") : t(`field-${field.replaceAll("_", "-")}`);
}

/** Without these a list says nothing that can be taken in. */
export const NEEDED: readonly FieldName[] = ["payment_code", "amount"];

/** Fields whose columns tell the layout from others: it is recognised only where all of them are there. */
const TELLING = new Set<FieldName>(["payment_date", "payment_code", "dossier_number", "personal_number", "period_from", "period_until", "amount"]);

/** What the person says about a layout. */
export interface Mapping {
    /** Name of the profile. */
    name: string;
    /** Which of the raw rows is the header, from 0. */
    header: number;
    /** Column (from 0) to field; columns without are not read. */
    fields: Record<number, FieldName>;
    dates: string;
    decimal: string;
    /** Sign between groups of thousands: "space", ".", "," or "none". */
    thousands: string;
    /** "as-written", "reversed", or "by-code" where codes that begin with `clawbackCode` take money back. */
    sign: string;
    clawbackCode: string;
    trailingMinus: boolean;
    parentheses: boolean;
    /** Text that marks the row with the sum; empty where there is none. */
    sumMarker: string;
    /** Label above the rows beside which the payment date stands; empty where there is none. */
    dateLabel: string;
}

/** Address of the page that maps the file at `path`. */
export function mappingPlace(path: string): { path: string; query: { fil: string } } {
    return { path: "/inbetalningar/mappning", query: { fil: path } };
}

/** Header texts of the payment lists' profiles, in small letters, to their fields. */
export function knownNames(profiles: readonly Pick<ProfileView, "kind" | "columns">[]): Map<string, FieldName> {
    return namesOf(profiles, "payment-list", FIELDS);
}

/** A first guess: the header by known names (else the first row of words with the most cells), fields by name, forms by what stands in the rows. */
export function guessMapping(rows: readonly RawRow[], known: ReadonlyMap<string, FieldName>, name: string): Mapping {
    const header = headerOf(rows, known);
    const cells = cellsBelow(rows, header);
    const amounts = cells.filter((cell) => /^[-−(]?[\d\s\u00A0\u202F.,]*\d[.,]\d{2}[-)]?$/.test(cell));
    const decimal = amounts.filter((cell) => cell.includes(",")).length * 2 >= amounts.length ? "," : ".";
    return {
        name,
        header,
        fields: fieldsOf(rows[header]?.cells ?? [], known),
        dates: datesOf(cells),
        decimal,
        thousands: amounts.some((cell) => (decimal === "," ? /\.\d{3}/ : /,\d{3}/).test(cell)) ? (decimal === "," ? "." : ",") : "space",
        sign: "as-written",
        clawbackCode: "",
        trailingMinus: amounts.some((cell) => cell.endsWith("-")),
        parentheses: amounts.some((cell) => cell.startsWith("(")),
        sumMarker: "",
        dateLabel: "",
    };
}

/** The profile as TOML. `header` holds the texts of the header row. */
export function profileOf(mapping: Mapping, header: readonly string[], kind: "payment-list" | "decisions" = "payment-list"): string {
    const [text, list] = [tomlText, tomlList];
    const titled = header.map((title, column) => ({ title: title.trim(), field: mapping.fields[column] })).filter(({ title }) => title !== "");
    const thousands = mapping.thousands === "space" ? ["\u00A0", "\u202F", " "] : mapping.thousands === "none" ? [] : [mapping.thousands];
    const minus = [mapping.trailingMinus && "trailing", mapping.parentheses && "parentheses"].filter((form) => form !== false);
    const amounts = [
        `decimal_sign = ${text(mapping.decimal)}`,
        ...(thousands.length > 0 ? [`thousands_signs = ${list(thousands)}`] : []),
        ...(minus.length > 0 ? [`minus = ${list(minus)}`] : []),
    ];
    const sign = mapping.sign === "by-code" ? `{ negative-for-codes = ${list([mapping.clawbackCode.trim()])} }` : text(mapping.sign);
    const lines = [
        `kind = ${text(kind)}`,
        `name = ${text(mapping.name.trim())}`,
        "version = 1",
        ...ignoredOf(titled),
        ...(mapping.dateLabel.trim() === "" ? [] : ["", "[preamble]", `payment_date = ${text(mapping.dateLabel.trim())}`]),
        "",
        "[forms]",
        `dates = ${list([mapping.dates])}`,
        `amounts = { ${amounts.join(", ")} }`,
        ...(mapping.sign === "as-written" ? [] : [`sign = ${sign}`]),
        ...(mapping.sumMarker.trim() === "" ? [] : ["", "[sum_row]", `markers = ${list([mapping.sumMarker.trim()])}`]),
        "",
        "[columns]",
        ...titled.flatMap(({ title, field }) =>
            field === undefined ? [] : [`${field} = { names = ${list([title])}${TELLING.has(field) ? ", required = true" : ""} }`],
        ),
    ];
    return `${lines.join("\n")}\n`;
}
