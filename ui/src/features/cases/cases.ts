// Cases as they are listed and filtered.
import type { Choice } from "../../components/ChoiceField.vue";
import type { Column } from "../../components/list";
import type { CaseBrief, PersonBrief } from "../../generated/contract";
import { t } from "../../texts";

/** What a case may be about, in the core's words. */
export const CASE_KINDS = ["claim", "lump-sum", "responsibility-change", "other"] as const;
/** How far a case may have come. */
export const CASE_STATES = ["draft", "active", "changed", "ended", "closed"] as const;
/** What a document may prove. */
export const DOCUMENT_KINDS = ["decision", "receipt", "evidence"] as const;
/** What going on to a state is called, as a command. */
export const MOVE_LABELS: Readonly<Record<string, string>> = {
    active: "case-move-active",
    changed: "case-move-changed",
    ended: "case-move-ended",
    closed: "case-move-closed",
};
/** Days ahead within which a due day is near: as the core's groups of last days. */
export const NEAR_DAYS = 14;
const RISK_DAYS = 45;

/** Choices with the texts `<prefix>-<value>`. */
export function choicesOf(prefix: string, values: readonly string[]): Choice[] {
    return values.map((value) => ({ value, label: capital(t(`${prefix}-${value}`)) }));
}

function capital(words: string): string {
    return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The ISO day `days` after an ISO day. */
export function dayAfter(day: string, days: number): string {
    const date = new Date(`${day}T00:00:00Z`);
    date.setUTCDate(date.getUTCDate() + days);
    return date.toISOString().slice(0, 10);
}

/** Last day of a choice of due days, counted from `today`; null for all. */
export function dueUntil(choice: string, today: string): string | null {
    const days = { passed: -1, near: NEAR_DAYS, risk: RISK_DAYS }[choice];
    return days === undefined ? null : dayAfter(today, days);
}

/** "Testsson, Alfa"; for a protected person the words that stand in place of the name. */
export function personOf(person: PersonBrief): string {
    return [person.family_name, person.given_name].filter((name) => name !== "").join(", ") || person.person;
}

/** Days left with a real minus. */
export function daysLeft(days: number | null): string {
    if (days === null) return "";
    return days < 0 ? `\u2212${-days}` : String(days);
}

/** Columns of the work list; of one person's cases without the person. */
export function caseColumns(ofOnePerson: boolean): Column<CaseBrief>[] {
    const person: Column<CaseBrief> = { id: "person", title: t("cases-person"), width: "minmax(130px, 1.6fr)", text: (row) => personOf(row.person), shorten: true };
    return [
        { id: "due", title: t("cases-due"), width: "84px", text: (row) => row.due_on ?? "" },
        { id: "left", title: t("cases-days-left"), width: "56px", align: "end" },
        { id: "what", title: t("cases-due-what"), width: "minmax(120px, 2fr)", text: (row) => row.due_what ?? "", shorten: true },
        { id: "number", title: t("cases-number"), width: "96px", text: (row) => row.number },
        ...(ofOnePerson ? [] : [person]),
        { id: "kind", title: t("cases-kind"), width: "132px", text: (row) => t(`case-kind-${row.kind}`) },
        { id: "compensation", title: t("cases-compensation"), width: "112px", text: (row) => row.compensation ?? "", secondary: true },
        { id: "board", title: t("cases-board"), width: "minmax(110px, 1.4fr)", text: (row) => row.board ?? "", shorten: true, secondary: true },
        { id: "officer", title: t("cases-officer"), width: "minmax(80px, 1fr)", text: (row) => row.officer, shorten: true },
        { id: "state", title: t("cases-state"), width: "132px", text: (row) => t(`case-state-${row.state}`) },
    ];
}
