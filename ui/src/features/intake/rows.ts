// Rows of the intake as they are listed and marked.
import type { Filter } from "../../components/FilterChips.vue";
import type { Column } from "../../components/list";
import type { IntakePage, IntakeRequest, IntakeRowView, MarkIntake } from "../../generated/contract";
import { t } from "../../texts";
import { daysLeft } from "../cases/cases";

/** Address of the page. */
export const INTAKE_PLACE = "/atersokning/inlamning";

/** Where a row can stand. */
export type IntakeState = "waiting" | "received" | "nothing-to-claim" | "in-claim" | "submitted";

/** Every state, in the order of the work. */
export const STATES: readonly IntakeState[] = ["waiting", "received", "nothing-to-claim", "in-claim", "submitted"];

/** Whether somebody has said it, so that it is asked who and when. */
export function isTold(state: IntakeState): boolean {
    return state === "received" || state === "nothing-to-claim";
}

/** Chip of rows whose unit is silent. */
export const SILENT = "silent";

/** The request for rows that a chip, a unit and a period leave. */
export function requestFor(chip: string, unit: string, period: string): IntakeRequest {
    const state = (STATES as readonly string[]).includes(chip) ? chip : null;
    return { unit: unit || null, period: period || null, state, silent: chip === SILENT };
}

/** Chips with how many rows each leaves. */
export function chipsOf(page: IntakePage | undefined): Filter[] {
    const counts = page?.counts ?? [];
    const all = counts.reduce((sum, { count }) => sum + count, 0);
    const silent = page?.silent ?? 0;
    return [
        { id: "all", label: t("intake-all"), count: all },
        { id: SILENT, label: t("intake-silent"), count: silent, ...(silent > 0 ? { sign: "error" as const, tone: "error" as const } : {}) },
        ...counts.map(({ state, count }) => ({ id: state, label: t(`intake-state-${state}`), count })),
    ];
}

/** Where a row stands, with who has said it and when. */
export function stateWords(row: IntakeRowView): string {
    const state = t(`intake-state-${row.state}`);
    if (row.from === "") return row.group === "done" && row.state === "waiting" ? t("risk-group-done") : state;
    return t("intake-told", { state, from: row.from, on: row.on ?? "" });
}

/** What a row asks for, in a line. */
export function askedWords(row: IntakeRowView): string {
    return `${row.unit_name}, ${row.compensation_name} (${row.compensation}), ${row.period_words}`;
}

/** The last days of a row in a sentence; what was typed goes before the law. */
export function lastDayWords(row: IntakeRowView): string {
    const { last_day, cautious, practice, statutory, inner } = row;
    if (cautious === null || practice === null || statutory === null) return t("intake-days-typed", { last_day, inner });
    if (last_day !== cautious) return t("intake-days-own", { last_day, inner, cautious, practice, statutory });
    return t("intake-days-law", { inner, cautious, practice, statutory });
}

/** The requests that make rows what they were when they were read: one for each answer that they had. */
export function backTo(rows: readonly IntakeRowView[]): MarkIntake[] {
    const requests = new Map<string, MarkIntake>();
    for (const { row, state, from, on } of rows) {
        const key = JSON.stringify([state, from, on]);
        const request = requests.get(key) ?? { rows: [], state, from, on };
        request.rows.push(row);
        requests.set(key, request);
    }
    return [...requests.values()];
}

/** The last quarter that has ended on `today` (an ISO day). */
export function endedQuarter(today: string): string {
    const [year = 0, month = 1] = today.split("-").map(Number);
    const quarter = Math.ceil(month / 3) - 1;
    return quarter === 0 ? `${year - 1}Q4` : `${year}Q${quarter}`;
}

/** Columns of the list. */
export const COLUMNS: () => Column<IntakeRowView>[] = () => [
    { id: "unit", title: t("intake-unit"), width: "minmax(120px, 0.8fr)", text: (row) => row.unit_name, shorten: true, grouped: true },
    { id: "compensation", title: t("intake-compensation"), width: "minmax(200px, 1.2fr)", shorten: true },
    { id: "period", title: t("intake-period"), width: "minmax(110px, 0.5fr)", text: (row) => row.period_words, shorten: true },
    { id: "state", title: t("intake-state"), width: "minmax(220px, 1.4fr)", shorten: true },
    { id: "inner", title: t("intake-inner"), width: "88px", text: (row) => row.inner },
    { id: "last", title: t("intake-last-day"), width: "88px", text: (row) => row.last_day },
    { id: "left", title: t("intake-days-left"), width: "54px", align: "end", text: (row) => daysLeft(row.days_left), spare: true },
];
