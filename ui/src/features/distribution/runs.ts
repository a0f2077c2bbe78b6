// What runs are called, and a run's matrix in the shape that the component shows.
import type { MatrixColumn, MatrixFoot, MatrixGroup, MatrixPlace } from "../../components/matrix";
import type { DistributionView, DraftBrief, MonthView, RunBrief } from "../../generated/contract";
import { t } from "../../texts";
import type { SignName } from "../../theme/icons";

/** A run in words: "Körning 1", "Tilläggskörning 2", "Återföring, körning 3", "Rättelse, körning 4". */
export function runWords(run: RunBrief): string {
    const number = String(run.run);
    if (run.kind !== "run") return t(`runs-kind-${run.kind}`, { number });
    return run.run === 1 ? t("runs-first", { number }) : t("runs-supplement", { number });
}

/** The words as they stand inside a sentence. */
export function lowered(words: string): string {
    return words.charAt(0).toLocaleLowerCase("sv") + words.slice(1);
}

/** How far a run has come. */
export type RunState = "draft" | "taken-back" | "unbooked" | "rest-unbooked" | "handed-over" | "locked";

/** Signs of the states; they stand beside the word. */
export const RUN_SIGNS: Record<RunState, { sign: SignName; tone: string }> = {
    draft: { sign: "pen", tone: "secondary" },
    "taken-back": { sign: "parked", tone: "secondary" },
    unbooked: { sign: "lock", tone: "tone-warning" },
    "rest-unbooked": { sign: "arrow", tone: "tone-warning" },
    "handed-over": { sign: "arrow", tone: "tone-ok" },
    locked: { sign: "lock", tone: "secondary" },
};

/** The state of a locked run. */
export function stateOf(run: RunBrief): RunState {
    if (run.state === "taken-back") return "taken-back";
    if (run.unbooked) return run.handed_over ? "rest-unbooked" : "unbooked";
    return run.handed_over ? "handed-over" : "locked";
}

/** Whether a run can be taken back: nothing of it has been handed over, and it takes nothing back itself. */
export function canTakeBack(run: RunBrief): boolean {
    return run.state === "locked" && !run.handed_over && (run.kind === "run" || run.kind === "correction");
}

/** A line in the list of months: a run, a draft, or what is free to distribute. */
export interface MonthLine {
    id: string;
    month: MonthView;
    run?: RunBrief;
    draft?: DraftBrief;
}

/** The lines of the months in the core's order: the draft, what is free, then the runs. A month with none of them has no line. */
export function monthLines(months: readonly MonthView[]): MonthLine[] {
    return months.flatMap((month) => [
        ...(month.draft === null ? [] : [{ id: month.draft.distribution, month, draft: month.draft }]),
        ...(month.free_rows > 0 ? [{ id: `free-${month.month}`, month }] : []),
        ...month.runs.map((run) => ({ id: run.distribution, month, run })),
    ]);
}

/** Where a long word of a board's name may break; browsers have no Swedish hyphenation to lean on. */
const BREAKS = /(?<=\p{L}{3})(?=marknads|stadsdels|nämnd|myndar|förvaltning)/gu;

/** What a run and a draft have in common: the matrix and its foot. */
export type WithMatrix = Pick<DistributionView, "boards" | "groups" | "rows" | "paid_rows" | "clawback_rows" | "paid_ore" | "clawback_ore">;

/** The heads of its columns. */
export function matrixHeads() {
    return {
        group: t("runs-head-activity"),
        row: t("runs-head-compensation"),
        shares: t("runs-head-key"),
        count: t("runs-head-rows"),
        sum: t("runs-head-sum"),
    };
}

/** Boards as columns. */
export function columnsOf(view: WithMatrix): MatrixColumn[] {
    return view.boards.map(({ cost_centre, board }) => ({ id: cost_centre, code: cost_centre, name: board.replace(BREAKS, "\u00AD") }));
}

/** Compensations as rows, by activity. */
export function groupsOf(view: WithMatrix): MatrixGroup[] {
    return view.groups.map((group) => ({
        id: group.activity,
        code: group.activity,
        name: group.name,
        rows: group.rows.map((row) => ({
            id: row.compensation,
            name: row.name,
            shares: row.key,
            count: row.rows,
            cells: Object.fromEntries(row.cells.map((cell) => [cell.cost_centre, { ore: cell.amount_ore, ring: cell.remainder }])),
            sum: row.sum_ore,
        })),
    }));
}

/** Paid, clawbacks, and what is distributed of both: `net`, in öre. */
export function footOf(view: WithMatrix, net: number): MatrixFoot[] {
    const by = (ore: (board: WithMatrix["boards"][number]) => number) =>
        Object.fromEntries(view.boards.map((board) => [board.cost_centre, ore(board)]));
    return [
        { id: "paid", name: t("runs-paid"), count: view.paid_rows, sums: by((board) => board.paid_ore), sum: view.paid_ore },
        { id: "clawback", name: t("runs-clawback"), count: view.clawback_rows, sums: by((board) => board.clawback_ore), sum: view.clawback_ore },
        { id: "net", name: t("runs-net"), count: view.rows, sums: by((board) => board.net_ore), sum: net },
    ];
}

/** The cell that is explained first: one that holds an öre from rounding, else the first that holds anything. */
export function firstPlace(groups: readonly MatrixGroup[]): MatrixPlace | undefined {
    const places = groups.flatMap((group) =>
        group.rows.flatMap((row) => Object.entries(row.cells).map(([column, cell]) => ({ row: row.id, column, ring: cell.ring === true }))),
    );
    const found = places.find((place) => place.ring) ?? places[0];
    return found && { row: found.row, column: found.column };
}

/** The month in which the run's payments were made, with the run's own name where it is not the first. */
export function runTitle(view: DistributionView): string {
    const month = view.month_name;
    if (view.brief.run === 1 && view.brief.kind === "run") return t("runs-title", { month });
    return t("runs-title-other", { month, run: runWords(view.brief) });
}

/** Boards by their cost centres and names: "7110 Exempel stadsdelsnämnd A, 8200 Arbetsmarknadsnämnden". */
export function boardsWords(view: DistributionView, centres: readonly string[]): string {
    return centres.map((centre) => [centre, view.boards.find(({ cost_centre }) => cost_centre === centre)?.board].filter(Boolean).join(" ")).join(", ");
}
