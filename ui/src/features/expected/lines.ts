// Lines of what should come and what came: how they are told apart, named and filtered.
import type { Filter } from "../../components/FilterChips.vue";
import type { LineView, MissingRow, MissingView, PersonBrief } from "../../generated/contract";
import { t } from "../../texts";
import { formatDossierNumber, formatSpan } from "../../texts/format";
import type { SignName } from "../../theme/icons";
import { nameOf } from "../persons/identity";

/** A line in a list. */
export interface KeyedLine extends LineView {
    key: string;
}

/** A row of the report in a list; `held` where a fault of the agency's holds it back. */
export interface ReportLine extends MissingRow {
    key: string;
    held: boolean;
}

type Tone = "error" | "warning" | "ok";

/** What is wrong is told by sign and colour besides its words; what is as it should be is quiet. */
const TONES: Record<string, { sign: SignName; tone: Tone }> = {
    missing: { sign: "error", tone: "error" },
    "granted-not-paid": { sign: "error", tone: "error" },
    short: { sign: "warning", tone: "warning" },
    extra: { sign: "warning", tone: "warning" },
    "taken-back": { sign: "warning", tone: "warning" },
    "wrong-period": { sign: "warning", tone: "warning" },
    unexpected: { sign: "warning", tone: "warning" },
    "list-unread": { sign: "warning", tone: "warning" },
    settled: { sign: "check", tone: "ok" },
};

/** Sign and colour of a state; none where nothing is to be said. */
export function toneOf(state: string): { sign: SignName; tone: Tone } | undefined {
    return TONES[state];
}

/** Whether somebody has to look at it: it neither came as it should nor may still come. */
export function isWrong(line: LineView): boolean {
    // Nobody has read the list yet: nothing is wrong with the line itself.
    if (line.state === "list-unread") return false;
    const tone = TONES[line.state]?.tone;
    return tone === "error" || tone === "warning";
}

/** What tells a line from all others: who, what, when, and where nothing was expected the row that came. */
function keyOf(line: LineView): string {
    const [part] = line.parts;
    return [line.person ?? "", line.compensation, line.period_from ?? "", line.period_until ?? "", part === undefined ? "" : `${part.list}:${part.line}`].join("|");
}

/** Lines with their keys. */
export function keyed(lines: readonly LineView[]): KeyedLine[] {
    return lines.map((line) => ({ ...line, key: keyOf(line) }));
}

/** The rows of a report with their keys. */
export function reportLines(report: MissingView | undefined): ReportLine[] {
    return (report?.rows ?? []).map((row) => ({ ...row, key: keyOf(row), held: row.held_because !== null }));
}

/** Who a row is about, as far as that may be shown; the city itself has neither name nor number. */
export function whoOf(brief: PersonBrief | null): string {
    if (brief === null) return t("expected-city-itself");
    return nameOf(brief) || formatDossierNumber(brief.dossier_number) || brief.person;
}

/** Days that a line is for, whole months as months: "2026-04 – 2026-06", "2026-10", "2026-08-17 – 09-13". */
export function periodWords(from: string | null, until: string | null): string {
    if (from === null || until === null) return "";
    if (from.endsWith("-01") && until === lastDayOf(until)) {
        const [first, last] = [from.slice(0, 7), until.slice(0, 7)];
        return first === last ? first : `${first}\u00A0–\u00A0${last}`;
    }
    return from === until ? from : formatSpan(from, until);
}

function lastDayOf(day: string): string {
    const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
    return `${day.slice(0, 8)}${String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, "0")}`;
}

/** Kinds of rows that the report is filtered by, each with the states that belong to it. */
const KINDS: { id: string; states: readonly string[] }[] = [
    { id: "missing", states: ["missing", "granted-not-paid"] },
    { id: "short", states: ["short"] },
    { id: "wrong-period", states: ["wrong-period"] },
    { id: "taken-back", states: ["taken-back"] },
    { id: "extra", states: ["extra"] },
    { id: "unexpected", states: ["unexpected"] },
];

/** Whether a row is of the kind; what is held back is shown only by itself. */
export function isOf(row: ReportLine, kind: string): boolean {
    if (kind === "held" || row.held) return kind === "held" && row.held;
    if (kind === "fresh") return isFresh(row);
    return kind === "all" || KINDS.some(({ id, states }) => id === kind && states.includes(row.state));
}

/** Whether the next report is the first to ask for it. */
export function isFresh(row: ReportLine): boolean {
    return !row.held && row.reported_on === null && row.missing_ore > 0;
}

/** The filters of the report with how many rows each leaves; those that would leave none are left out. */
export function kindFilters(rows: readonly ReportLine[]): Filter[] {
    return ["all", "fresh", ...KINDS.map(({ id }) => id), "held"]
        .map((id) => ({ id, label: t(`expected-kind-${id}`), count: rows.filter((row) => isOf(row, id)).length }))
        .filter(({ id, count }) => count > 0 || id === "all");
}

/** Whether every word stands somewhere in the row: name, number, compensation or day. */
export function holdsWords(row: LineView, words: string): boolean {
    const { brief } = row;
    const texts = [row.compensation, row.compensation_name, row.person, row.period_from, row.period_until, row.due, row.state_text];
    if (brief !== null && !brief.protected) texts.push(brief.family_name, brief.given_name, brief.dossier_number, formatDossierNumber(brief.dossier_number), brief.personal_number);
    if (brief === null) texts.push(t("expected-city-itself"));
    const whole = texts.filter((text) => text !== null).join(" ").toLowerCase();
    return words.toLowerCase().split(/\s+/).every((word) => whole.includes(word));
}

/** The compensations of some rows, each once, as choices. */
export function compensationChoices(rows: readonly LineView[]): { value: string; label: string }[] {
    const names = new Map(rows.map((row) => [row.compensation, row.compensation_name]));
    return [...names].sort(([a], [b]) => a.localeCompare(b)).map(([value, name]) => ({ value, label: `${name} (${value})` }));
}

/** Width of a column of periods: that of the longest in the list, so that none is cut and nothing jumps between pages. */
export function periodWidth(rows: readonly { period_from: string | null; period_until: string | null }[]): string {
    const longest = Math.max(0, ...rows.map((row) => periodWords(row.period_from, row.period_until).length));
    return longest > 18 ? "158px" : "124px";
}
