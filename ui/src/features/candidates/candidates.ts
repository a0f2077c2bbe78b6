// What may be claimed as it is listed, narrowed and made a claim of.
import type { Filter } from "../../components/FilterChips.vue";
import type { Column } from "../../components/list";
import type { CandidateView, CandidatesRequest, CandidatesView, ClaimAnswerView, CreateClaim, NameCandidate, WithoutRightView } from "../../generated/contract";
import { t } from "../../texts";
import { formatOre } from "../../texts/format";
import { personOf } from "../cases/cases";

/** How near a last day is, the worst first; what is nearer counts in what is farther. */
export const STATES = ["passed", "overdue", "within-7", "within-30", "within-90"] as const;
/** Chips of the other two lists. */
export const WITHOUT_RIGHT = "without-right";
export const ANSWERS = "answers";

/** What tells a row from the others: its person, compensation and period. */
export function keyOf(row: Pick<CandidateView, "person" | "compensation" | "period">): string {
    return `${row.person}|${row.compensation}|${row.period}`;
}

/** Which of the three lists a chip shows. */
export function listOf(chip: string): "candidates" | "without-right" | "answers" {
    return chip === WITHOUT_RIGHT || chip === ANSWERS ? chip : "candidates";
}

/** The request for what a chip and the filters leave. */
export function requestFor(chip: string, compensation: string, unit: string): CandidatesRequest {
    const state = (STATES as readonly string[]).includes(chip) ? chip : null;
    return { as_of: null, unit: unit || null, compensation: compensation || null, period: null, state };
}

const TONES: Record<string, Pick<Filter, "sign" | "tone">> = {
    passed: { sign: "error", tone: "error" },
    overdue: { sign: "error", tone: "error" },
    "within-7": { sign: "warning", tone: "warning" },
};

/** Chips with how many rows each leaves. */
export function chipsOf(view: CandidatesView | undefined): Filter[] {
    const states = (view?.states ?? []).map(({ state, count }) => ({ id: state, label: t(`candidates-state-${state}`), count, ...(count > 0 ? TONES[state] : {}) }));
    return [
        { id: "all", label: t("candidates-all"), count: view?.all ?? 0 },
        ...states,
        { id: WITHOUT_RIGHT, label: t("candidates-without-right"), count: view?.without_right_total ?? 0 },
        { id: ANSWERS, label: t("candidates-answered"), count: view?.answers_total ?? 0 },
    ];
}

/** Whether a last day is near or has passed. */
export function isUrgent(row: Pick<CandidateView, "state">): boolean {
    return row.state === "passed" || row.state === "overdue" || row.state === "within-7";
}

/** What a row lacks, in a word each. */
export function missingWords(row: Pick<CandidateView, "missing">): string {
    return row.missing.map((one) => t(`candidates-lacks-${one}`)).join(", ");
}

/** Columns of what may be claimed. */
export function candidateColumns(): Column<CandidateView>[] {
    return [
        { id: "last", title: t("candidates-last-day"), width: "88px", text: (row) => row.cautious ?? "" },
        { id: "left", title: t("candidates-days-left"), width: "48px", align: "end" },
        { id: "amount", title: t("candidates-amount"), width: "100px", align: "end", text: (row) => (row.lines.length === 0 ? "" : formatOre(row.amount_ore)) },
        { id: "compensation", title: t("candidates-compensation"), width: "minmax(110px, 1.5fr)", shorten: true },
        { id: "person", title: t("candidates-person"), width: "minmax(96px, 1.2fr)", text: (row) => personOf(row.brief), shorten: true },
        { id: "period", title: t("candidates-period"), width: "66px", text: (row) => row.period, shorten: true },
        { id: "missing", title: t("candidates-missing"), width: "minmax(70px, 1fr)", text: missingWords, shorten: true },
        { id: "unit", title: t("candidates-unit"), width: "56px", text: (row) => row.unit, secondary: true, spare: true },
    ];
}

/** Columns of costs that give no right. */
export function withoutRightColumns(): Column<WithoutRightView>[] {
    return [
        { id: "days", title: t("candidates-period"), width: "180px", text: (row) => `${row.from} – ${row.until}` },
        { id: "compensation", title: t("candidates-compensation"), width: "120px", text: (row) => row.compensation },
        { id: "person", title: t("candidates-person"), width: "minmax(120px, 1fr)", text: (row) => personOf(row.brief), shorten: true },
        { id: "amount", title: t("candidates-cost"), width: "112px", align: "end", text: (row) => formatOre(row.amount_ore) },
        { id: "reason", title: t("candidates-because"), width: "minmax(220px, 2.4fr)", text: (row) => row.reason, shorten: true },
    ];
}

/** Columns of what was answered. */
export function answerColumns(): Column<ClaimAnswerView>[] {
    return [
        { id: "kind", title: t("candidates-answer"), width: "minmax(150px, 1.2fr)", text: answerWords, shorten: true },
        { id: "compensation", title: t("candidates-compensation"), width: "120px", text: (row) => row.compensation },
        { id: "person", title: t("candidates-person"), width: "minmax(120px, 1fr)", text: (row) => personOf(row.brief), shorten: true },
        { id: "period", title: t("candidates-period"), width: "minmax(84px, 0.7fr)", text: (row) => row.period, shorten: true },
        { id: "amount", title: t("candidates-amount"), width: "112px", align: "end", text: (row) => formatOre(row.amount_ore) },
        { id: "reason", title: t("candidates-reason"), width: "minmax(160px, 1.6fr)", text: (row) => row.reason, shorten: true },
        { id: "by", title: t("candidates-by"), width: "96px", text: (row) => row.by, shorten: true, secondary: true },
    ];
}

/** What was answered, and whether two persons stand for a loss. */
export function answerWords(row: Pick<ClaimAnswerView, "kind" | "confirmed_by">): string {
    return t(row.kind === "lost" && row.confirmed_by === null ? "candidates-answer-lost-alone" : `candidates-answer-${row.kind}`);
}

/** The rows as a claim names them. */
export function namedOf(rows: readonly CandidateView[]): NameCandidate[] {
    return rows.map(({ person, period }) => ({ person, period }));
}

/** The claim that rows of one compensation become; undefined where they are of several. A unit that all of them have is the claim's. */
export function claimOf(id: string, rows: readonly CandidateView[]): CreateClaim | undefined {
    const [first] = rows;
    if (first === undefined || rows.some(({ compensation }) => compensation !== first.compensation)) return undefined;
    const unit = rows.every((row) => row.unit === first.unit) ? first.unit : "";
    return { id, compensation: first.compensation, period: null, unit: unit || null, candidates: namedOf(rows), from: null };
}
