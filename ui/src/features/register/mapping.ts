// The mapping of a register's unknown layout: what each column is, and the import profile that comes of it (docs/IMPORT-PROFILES.md).
import type { Choice } from "../../components/ChoiceField.vue";
import { cellsBelow, datesOf, fieldsOf, headerOf, ignoredOf, namesOf, plain, tomlList, tomlText } from "../../components/mapping";
import type { FactFieldView, FactKindView, ProfileView, RawRow } from "../../generated/contract";
import { t } from "../../texts";

/** Fields of a register that are not of a fact with days of its own. */
const FIXED = [
    "person_id",
    "dossier_number",
    "personal_number",
    "family_name",
    "given_name",
    "full_name",
    "birth_date",
    "cost_centre",
    "board_name",
    "board_from",
    "received",
    "group",
] as const;

/** One of these says whom a row is about. */
export const NEEDED: readonly string[] = ["person_id", "dossier_number", "personal_number"];

/** Kinds that the fixed fields already say. */
const SAID = new Set(["name", "birth", "dossier-number", "personal-number"]);

/** What the person says about a layout. */
export interface RegisterMapping {
    /** Name of the profile. */
    name: string;
    /** Which of the raw rows is the header, from 0. */
    header: number;
    /** Column (from 0) to field, a fact's as `legal-ground.valid_from`; columns without are not read. */
    fields: Record<number, string>;
    dates: string;
    /** Words of columns that hold one of some, by field and word: what they stand for. */
    words: Record<string, Record<string, string>>;
}

/** A column that holds one of some words, with the words seen in it that the program does not know. */
export interface WordColumn {
    field: string;
    title: string;
    unknown: string[];
    choices: Choice[];
}

/** Every field that a column can be read as: the fixed ones, then those of each kind of fact. */
export function registerFields(kinds: readonly FactKindView[]): Choice[] {
    const fixed = FIXED.map((field) => ({ value: field as string, label: t(`map-register-${field.replaceAll("_", "-")}`) }));
    const ofFacts = kinds.filter(({ kind }) => !SAID.has(kind)).flatMap((kind) => {
        const choice = (field: string, label: string) => ({ value: `${kind.kind}.${field}`, label });
        const about = { kind: kind.name };
        const own = kind.fields.map((field) => choice(field.name, `${kind.name}: ${field.label}`));
        const days = [
            ...(kind.days === "one" ? [choice("valid_from", t("map-register-day", about))] : []),
            ...(kind.days === "span" ? [choice("valid_from", t("map-register-from", about)), choice("valid_until", t("map-register-until", about))] : []),
        ];
        return [...own, ...days, choice("known_since", t("map-register-known", about)), choice("document_date", t("map-register-document", about))];
    });
    return [...fixed, ...ofFacts];
}

/** A first guess: the header and the fields by known names, the date form by what stands in the rows. */
export function guessRegister(rows: readonly RawRow[], profiles: readonly Pick<ProfileView, "kind" | "columns">[], name: string): RegisterMapping {
    const labels = FIXED.map((field) => [plain(t(`map-register-${field.replaceAll("_", "-")}`)), field] as const);
    const known = new Map<string, string>([...labels, ...namesOf(profiles, "register", FIXED)]);
    const header = headerOf(rows, known);
    return { name, header, fields: fieldsOf(rows[header]?.cells ?? [], known), dates: datesOf(cellsBelow(rows, header)), words: {} };
}

function fieldOfKind(name: string, kinds: readonly FactKindView[]): FactFieldView | undefined {
    const [kind, field] = name.split(".");
    return kinds.find((one) => one.kind === kind)?.fields.find((one) => one.name === field);
}

/** The columns that hold one of some words, in order. */
export function wordColumns(mapping: RegisterMapping, rows: readonly RawRow[], kinds: readonly FactKindView[]): WordColumn[] {
    return Object.entries(mapping.fields).flatMap(([column, field]) => {
        const choices = fieldOfKind(field, kinds)?.choices ?? [];
        if (choices.length === 0) return [];
        const known = new Set(choices.flatMap(({ value, text }) => [value, plain(text)]));
        const seen = rows.slice(mapping.header + 1).map((row) => row.cells[Number(column)]?.trim() ?? "");
        const unknown = [...new Set(seen)].filter((word) => word !== "" && !known.has(plain(word)));
        return [{ field, title: rows[mapping.header]?.cells[Number(column)]?.trim() ?? "", unknown, choices: choices.map(({ value, text }) => ({ value, label: text })) }];
    });
}

/** The profile as TOML. */
export function registerProfile(mapping: RegisterMapping, rows: readonly RawRow[], kinds: readonly FactKindView[]): string {
    const header = rows[mapping.header]?.cells ?? [];
    const titled = header.map((title, column) => ({ title: title.trim(), field: mapping.fields[column] })).filter(({ title }) => title !== "");
    const chosen = titled.flatMap(({ title, field }) => (field === undefined ? [] : [{ title, field }]));
    const fixed = chosen.filter(({ field }) => !field.includes("."));
    const facts = new Map<string, string[]>();
    for (const { title, field } of chosen) {
        const [kind, name] = field.split(".");
        if (kind === undefined || name === undefined) continue;
        const lines = facts.get(kind) ?? [];
        lines.push(`${name} = { column = ${tomlList([title])}${valuesOf(field, mapping, rows, kinds)} }`);
        facts.set(kind, lines);
    }
    const lines = [
        'kind = "register"',
        `name = ${tomlText(mapping.name.trim())}`,
        "version = 1",
        ...ignoredOf(titled),
        "",
        "[forms]",
        `dates = ${tomlList([mapping.dates])}`,
        'amounts = { decimal_sign = "," }',
        "",
        "[columns]",
        ...fixed.map(({ title, field }) => `${field} = { names = ${tomlList([title])}, required = true }`),
        ...[...facts].flatMap(([kind, of]) => ["", "[[facts]]", `kind = ${tomlText(kind)}`, ...of]),
    ];
    return `${lines.join("\n")}\n`;
}

/** What the words of a column stand for: the program's own, and those that the person has explained. */
function valuesOf(field: string, mapping: RegisterMapping, rows: readonly RawRow[], kinds: readonly FactKindView[]): string {
    const choices = fieldOfKind(field, kinds)?.choices ?? [];
    if (choices.length === 0) return "";
    const explained = Object.entries(mapping.words[field] ?? {}).filter(([, value]) => value !== "");
    const own = choices.flatMap(({ value, text }) => [[text, value], [value, value]] as const);
    const seen = wordsAsWritten(field, mapping, rows, choices);
    const all = new Map<string, string>([...own, ...seen, ...explained]);
    return `, values = { ${[...all].map(([word, value]) => `${tomlText(word)} = ${tomlText(value)}`).join(", ")} }`;
}

/** The program's own words as the file writes them, where it uses other capitals. */
function wordsAsWritten(field: string, mapping: RegisterMapping, rows: readonly RawRow[], choices: readonly { value: string; text: string }[]): [string, string][] {
    const column = Object.entries(mapping.fields).find(([, one]) => one === field)?.[0];
    const seen = new Set(rows.slice(mapping.header + 1).map((row) => row.cells[Number(column)]?.trim() ?? ""));
    return [...seen].flatMap((word): [string, string][] => {
        const found = choices.find(({ text }) => plain(text) === plain(word));
        return found === undefined ? [] : [[word, found.value]];
    });
}
