// A person's name, numbers and days as they are shown.
import type { FactView, PersonBrief } from "../../generated/contract";
import { t } from "../../texts";
import { formatDossierNumber, formatPersonalNumber, formatSpan } from "../../texts/format";

/** A personal number without its last four: "201701012393" gives "20170101-••••". */
export function masked(digits: string): string {
    return `${digits.slice(0, 8)}-••••`;
}

/** "Testsson, Alfa"; for a protected person the words that stand in place of the name. */
export function nameOf(person: Pick<PersonBrief, "family_name" | "given_name">): string {
    return [person.family_name, person.given_name].filter((name) => name !== "").join(", ");
}

/** Every personal number in a sentence of the core, masked or as people write it. */
export function withNumbers(words: string, shown: boolean): string {
    return words.replace(/\b\d{12}\b/g, (digits) => (shown ? formatPersonalNumber(digits) : masked(digits)));
}

/** What a fact says, in a few words, with its number masked or as people write it. */
export function factTitle(fact: Pick<FactView, "kind" | "title">, shown: boolean): string {
    return fact.kind === "dossier-number" ? formatDossierNumber(fact.title) : withNumbers(fact.title, shown);
}

/** When something holds: "2026-01-01 – 06-30", "från 2026-07-01", "till och med 2026-06-30", "hela tiden". */
export function daysWords(from: string | null, until: string | null): string {
    if (from !== null && until !== null) return from === until ? from : formatSpan(from, until);
    if (from !== null) return t("person-days-from", { from });
    return until === null ? t("person-days-always") : t("person-days-until", { until });
}

/** When a fact holds; what happens on one day has that day. */
export function factDays(fact: Pick<FactView, "valid_from" | "valid_until">, days: string): string {
    return days === "one" ? (fact.valid_from ?? "") : days === "none" ? "" : daysWords(fact.valid_from, fact.valid_until);
}
