// Entering a fact: how kinds are grouped, what a form holds and sends, and what it will do to the facts that are there.
import type { FactKindView, FactView } from "../../generated/contract";
import { t } from "../../texts";
import { formatDossierNumber, formatPersonalNumber } from "../../texts/format";
import { dayAfter, isDay } from "./days";
import { daysWords, factTitle } from "./identity";

/** Groups in which kinds are shown; a kind that stands in none comes last. */
const GROUPS: Record<string, readonly string[]> = {
    right: ["legal-ground", "unaccompanied", "assignment", "reception"],
    living: ["registration", "residence", "housing", "placement", "guardian"],
    responsible: ["responsible-board", "responsibility-confirmed", "absconded", "confirmed-abroad", "died"],
    school: ["schooling", "study-grant"],
    family: ["household", "relation"],
    identity: ["name", "birth", "dossier-number", "national-number", "protection"],
};

/** A group of kinds, or what is left of one. */
export interface KindGroup {
    group: string;
    kinds: FactKindView[];
}

/** The kinds whose name or help holds every word of `words`, in groups. */
export function kindGroups(kinds: readonly FactKindView[], words: string): KindGroup[] {
    const wanted = words.trim().toLocaleLowerCase("sv").split(/\s+/);
    const fits = (kind: FactKindView) => {
        const text = `${kind.name} ${kind.help}`.toLocaleLowerCase("sv");
        return wanted.every((word) => text.includes(word));
    };
    const grouped = new Set(Object.values(GROUPS).flat());
    const groups: [string, FactKindView[]][] = [
        ...Object.entries(GROUPS).map(([group, names]): [string, FactKindView[]] => [
            group,
            names.flatMap((name) => kinds.find(({ kind }) => kind === name) ?? []),
        ]),
        ["other", kinds.filter(({ kind }) => !grouped.has(kind))],
    ];
    return groups.map(([group, all]) => ({ group, kinds: all.filter(fits) })).filter((one) => one.kinds.length > 0);
}

/** What a form holds, by the names of the facts document. */
export type Typed = Record<string, string | boolean>;

/** Fields that every fact has, beside those of its kind. */
export const COMMON = ["valid_from", "valid_until", "document_date", "source"] as const;

/** An empty form of a kind. Where a municipality is asked for, it is mostly the own one. */
export function emptyForm(kind: FactKindView, municipality: string): Typed {
    const own = kind.fields.map(({ name, holds, required }): [string, string | boolean] => [
        name,
        holds === "truth" ? false : holds === "municipality" && required ? municipality : "",
    ]);
    return Object.fromEntries([...own, ...COMMON.map((name): [string, string] => [name, ""])]);
}

/** A form that holds what a fact says. */
export function formOf(kind: FactKindView, fact: FactView): Typed {
    const typed = emptyForm(kind, "");
    for (const { name, holds } of kind.fields) {
        const field = fact.fields.find((one) => one.name === name);
        // An amount is typed in kronor, as it is shown.
        const value = holds === "amount" ? field?.text : field?.value;
        if (typeof value === "boolean") typed[name] = value;
        else if (value !== undefined) typed[name] = holds === "dossier-number" ? formatDossierNumber(value) : holds === "personal-number" ? formatPersonalNumber(value) : value;
    }
    for (const name of COMMON) typed[name] = fact[name] ?? "";
    return typed;
}

/** The fact as the core reads it. Days that the kind has not are left out. */
export function factOf(kind: FactKindView, typed: Typed, id: string, corrects: string | undefined): Record<string, unknown> {
    const days = { none: [], one: ["valid_from"], span: ["valid_from", "valid_until"] }[kind.days] ?? [];
    const names = [...kind.fields.map(({ name }) => name), ...days, "document_date", "source"];
    const values = names.map((name): [string, unknown] => {
        const value = typed[name] ?? "";
        return [name, typeof value === "string" ? value.trim() || null : value];
    });
    return { id, kind: kind.kind, ...Object.fromEntries(values), ...(corrects === undefined ? {} : { corrects }) };
}

/** What entering it will do to the facts of its kind that hold now, in a sentence each. */
export function consequences(kind: FactKindView, facts: readonly FactView[], typed: Typed, corrected: FactView | undefined): string[] {
    if (corrected !== undefined) return [t("new-fact-replaces", { title: factTitle(corrected, false), days: daysWords(corrected.valid_from, corrected.valid_until) })];
    const [from, until] = [String(typed.valid_from ?? "").trim(), String(typed.valid_until ?? "").trim()];
    if (kind.holding !== "one-at-a-time" || !isDay(from) || (until !== "" && !isDay(until))) return [];
    return facts
        .filter((fact) => fact.kind === kind.kind)
        .filter((fact) => (fact.valid_from ?? "") < from && (fact.valid_until === null || fact.valid_until >= from))
        .map((fact) => {
            const goesOn = until !== "" && (fact.valid_until === null || fact.valid_until > until);
            const values = { title: factTitle(fact, false), day: dayAfter(from, -1) };
            return goesOn ? t("new-fact-splits", { ...values, again: dayAfter(until) }) : t("new-fact-ends", values);
        });
}
