// What the calculator sends, and where what the core refuses stands on the screen.
import { everyFault, Failure } from "../../../backend";
import type { DaySpan, FactKindView } from "../../../generated/contract";
import { t } from "../../../texts";
import { parseOre } from "../../../texts/format";
import { emptyForm, type Typed } from "../../persons/entering";

/** A fact as it is typed. */
export interface FactDraft {
    key: number;
    kind: string;
    typed: Typed;
}

/** A cost as it is typed. */
export interface CostDraft {
    key: number;
    from: string;
    until: string;
    kronor: string;
    item: string;
    fee: string;
}

/** Kinds of facts that no amount hangs on: who somebody is, and who at the city answers. */
const NO_AMOUNT = ["protection", "name", "dossier-number", "national-number", "responsible-board", "relation"];
/** Fields that no amount hangs on. */
const FIELDS_WITHOUT_AMOUNT = ["section", "anchor", "case_number", "address"];
/** Kinds in the order in which they are mostly typed. */
const FIRST = ["birth", "legal-ground", "reception", "registration", "assignment", "unaccompanied", "placement", "schooling"];

let keys = 0;
/** A key that no other row has. */
export const newKey = () => ++keys;

/** Kinds that an amount can hang on, with the fields that it can. */
export function countedKinds(kinds: readonly FactKindView[]): FactKindView[] {
    const rank = ({ kind }: FactKindView) => (FIRST.includes(kind) ? FIRST.indexOf(kind) : FIRST.length);
    return kinds
        .filter(({ kind }) => !NO_AMOUNT.includes(kind))
        .map((kind) => ({ ...kind, fields: kind.fields.filter(({ name, required }) => required || !FIELDS_WITHOUT_AMOUNT.includes(name)) }))
        .sort((a, b) => rank(a) - rank(b));
}

/** A new row of facts: of `kind`, or of the first kind that no row has yet. */
export function newFact(kinds: readonly FactKindView[], rows: readonly FactDraft[], municipality: string, kind?: string): FactDraft | undefined {
    const found = kinds.find((one) => (kind === undefined ? !rows.some((row) => row.kind === one.kind) : one.kind === kind)) ?? kinds[0];
    return found && { key: newKey(), kind: found.kind, typed: emptyForm(found, municipality) };
}

/** An empty row of costs. */
export function newCost(): CostDraft {
    return { key: newKey(), from: "", until: "", kronor: "", item: "", fee: "" };
}

/** The facts as the core reads them, in the order of the rows. */
export function factsOf(rows: readonly FactDraft[], kinds: readonly FactKindView[]): Record<string, unknown>[] {
    return rows.map(({ kind: name, typed }) => {
        const kind = kinds.find((one) => one.kind === name);
        const days = { none: [], one: ["valid_from"], span: ["valid_from", "valid_until"] }[kind?.days ?? "none"] ?? [];
        const values = [...(kind?.fields.map((field) => field.name) ?? []), ...days].map((field): [string, unknown] => {
            const value = typed[field] ?? "";
            return [field, typeof value === "string" ? value.trim() || null : value];
        });
        return { kind: name, ...Object.fromEntries(values) };
    });
}

/** The costs as the core reads them. Throws a failure that names every amount that is none. */
export function costsOf(rows: readonly CostDraft[]): Record<string, unknown>[] {
    const faults: Failure[] = [];
    const ore = (text: string, field: string): number => {
        const amount = parseOre(text);
        if (amount === undefined) faults.push(new Failure("amount", t("rules-cost-wrong"), { field }));
        return amount ?? 0;
    };
    const costs = rows.map(({ from, until, kronor, item, fee }, index) => ({
        from: from.trim(),
        until: until.trim(),
        amount_ore: ore(kronor, `costs[${index}].amount_ore`),
        ...(item === "" ? {} : { item }),
        ...(fee.trim() === "" ? {} : { fee_ore: ore(fee, `costs[${index}].fee_ore`) }),
    }));
    const [first, ...others] = faults;
    if (first !== undefined) throw new Failure(first.code, first.message, first.place, others);
    return costs;
}

/** A document of facts typed by hand; the terms of the city's schools go with it, because schooling is counted by them. */
export function documentOf(facts: Record<string, unknown>[], costs: Record<string, unknown>[], terms: readonly DaySpan[]): Record<string, unknown> {
    return { facts, costs, ...(terms.length === 0 ? {} : { school_terms: terms }) };
}

/** The core names a fact that stands alone without its place: with it, as all others are named. */
function placed(field: string, facts: number): string {
    return facts === 1 && !/[[.]/.test(field) && field !== "" ? `facts[0].${field}` : field;
}

/** Sentences at the rows: place ("facts[1].valid_from", "costs[0]") to what is wrong there. */
export type RowFaults = ReadonlyMap<string, string>;

/**
 * What is wrong, at the fields that are shown; a fault about a field that no row shows stands at its row, and what is about no row is left over.
 */
export function sortFaults(failure: Failure | undefined, shown: ReadonlySet<string>, facts: number): { at: RowFaults; left: Failure | undefined } {
    const at = new Map<string, string>();
    const left: Failure[] = [];
    for (const fault of everyFault(failure)) {
        const field = placed(fault.place?.field ?? "", facts);
        const row = /^(facts|costs)\[\d+\]/.exec(field)?.[0];
        const place = shown.has(field) ? field : row !== undefined && shown.has(row) ? row : undefined;
        if (place === undefined) left.push(new Failure(fault.code, fault.message, fault.place));
        else at.set(place, [at.get(place), fault.message].filter(Boolean).join(" "));
    }
    const [first, ...others] = left;
    return { at, left: first && new Failure(first.code, first.message, first.place, others) };
}

/** Every place at which the rows can show a fault. */
export function shownPlaces(rows: readonly FactDraft[], kinds: readonly FactKindView[], costs: readonly CostDraft[]): Set<string> {
    const places = rows.flatMap(({ kind: name }, index) => {
        const kind = kinds.find((one) => one.kind === name);
        const days = { none: [], one: ["valid_from"], span: ["valid_from", "valid_until"] }[kind?.days ?? "none"] ?? [];
        const fields = kind?.fields.filter(({ holds }) => holds !== "truth").map((field) => field.name) ?? [];
        return [`facts[${index}]`, ...[...fields, ...days].map((field) => `facts[${index}].${field}`)];
    });
    const ofCosts = costs.flatMap((_, index) => [`costs[${index}]`, ...["from", "until", "amount_ore", "fee_ore", "item"].map((field) => `costs[${index}].${field}`)]);
    return new Set([...places, ...ofCosts, "until", "municipality", "code", "person"]);
}
