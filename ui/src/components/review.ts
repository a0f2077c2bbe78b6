// What the screens that review the rows of a file share: which rows are shown, which one is looked at, what is decided, and how a row's state shows.
// Every decision is in the database when the call has answered.
import { computed, nextTick, reactive, ref, shallowRef, watch, type ComputedRef, type Ref } from "vue";
import { useBackend } from "../backend";
import { useAction } from "../frame/action";
import type { Command } from "../frame/commands";
import type { Diagnostic, Listed, RowDecision } from "../generated/contract";
import type { ListName } from "../generated/lists";
import { t } from "../texts";
import type { SignName } from "../theme/icons";
import type { Filter } from "./FilterChips.vue";
import type { Page } from "./list";
import { createListing } from "./table/listing";

/** What every row under review has. */
export interface ReviewedRow {
    /** Line in the file. */
    line: number;
    /** `clean`, `open`, `corrected`, `parked` or `accepted`. */
    state: string;
    /** The gravest finding. */
    finding: Diagnostic | null;
}

/** What the list of rows needs to be able to do. */
export interface RowList {
    focusSelected(): void;
}

/** How one kind of file asks and tells the core. After a change the counts are those of now. */
export interface ReviewDoor<Detail, FilterId extends string> {
    /** Rows by filter. */
    counts(): Record<FilterId, number>;
    /** The operation that answers with the rows, and what it is asked for those of a filter. */
    list: ListName;
    request(filter: FilterId): object;
    row(line: number): Promise<Detail>;
    /** All or none. */
    decide(decisions: RowDecision[]): Promise<void>;
    /** The last decision about this row, else about the whole file; gives the row's line. */
    undo(line: number | null): Promise<number>;
}

/** Filters that every review has; a kind of file may have more. */
type AlwaysThere = "all" | "open";

/** Inside a component's setup. After the last row has been decided comes `onNothingLeft`. */
export function useRowReview<Row extends ReviewedRow, Detail, FilterId extends string>(
    door: ReviewDoor<Detail, FilterId | AlwaysThere>,
    list: Readonly<Ref<RowList | null>>,
    onNothingLeft: () => void,
) {
    type Shown = FilterId | AlwaysThere;
    const filter = ref<Shown>("all") as Ref<Shown>;
    const backend = useBackend();
    const listing = createListing(backend, door.list, () => door.request(filter.value) as never, () => ask(() => loadRows()), {
        narrowed: () => t(`filter-${filter.value}`),
    });
    /** What came last, for which page of how many it is. */
    const came = shallowRef<{ listed?: Listed }>();
    const rows = shallowRef<Row[]>([]);
    const selected = ref<string>();
    const detail = shallowRef<Detail>();
    /** Line whose detail is shown: after going to another row, for a moment still the one before. */
    const shownLine = ref<number>();
    const { failure, busy, run, ask } = useAction();
    const marked = reactive(new Set<string>());
    let rowsTurn = 0;
    let detailTurn = 0;
    let coming: Promise<unknown> = Promise.resolve();

    const page: ComputedRef<Page> = computed(() => listing.pageOf(came.value, door.counts()[filter.value]));
    const line = computed(() => (selected.value === undefined ? undefined : Number(selected.value)));
    const markedRows = computed(() => rows.value.filter((row) => marked.has(String(row.line))));

    /** Reads the page again, or that which holds the line `at`; selects `wanted` on it, else what was selected, else its first row. */
    async function loadRows(wanted?: number, at: number | null = null): Promise<void> {
        const mine = ++rowsTurn;
        // In another order than that of the file the core looks for the row's page itself.
        const shown = listing.sort.value === undefined ? listing.shown() : { ...listing.shown(), ...(at === null ? {} : { at: String(at) }) };
        const request = { ...door.request(filter.value), at_line: listing.sort.value === undefined ? at : null, shown };
        const answer = (await backend.call(door.list, request as never)) as { rows: unknown; page: number; listed?: Listed };
        if (mine !== rowsTurn) return;
        const found = answer.rows as Row[];
        rows.value = found;
        came.value = answer;
        listing.index.value = answer.listed?.page ?? answer.page;
        const has = (one: number | undefined) => found.some((row) => row.line === one);
        const next = has(wanted) ? wanted : has(line.value) ? line.value : found[0]?.line;
        if (next === line.value) await loadDetail();
        selected.value = next === undefined ? undefined : String(next);
    }

    async function loadDetail(): Promise<void> {
        const mine = ++detailTurn;
        if (line.value === undefined) {
            detail.value = shownLine.value = undefined;
            return;
        }
        const wanted = line.value;
        const answer = await door.row(wanted);
        if (mine !== detailTurn) return;
        detail.value = answer;
        shownLine.value = wanted;
    }

    watch(selected, () => (coming = ask(loadDetail)));

    /** What a key or button does about the row that one is at: it waits until that row is shown, and while another decision is on its way it does nothing. */
    function aboutRow(may: () => boolean, act: () => unknown): Pick<Command, "enabled" | "run"> {
        return {
            enabled: () => shownLine.value !== line.value || may(),
            async run() {
                await coming;
                // What is typed in the row's form follows the row one turn later.
                await nextTick();
                if (!busy.value && may()) act();
            },
        };
    }

    function focusList(): void {
        void nextTick(() => list.value?.focusSelected());
    }

    /** The next row after `after` on this page that waits, round at its end. */
    function nextOpen(after: number | undefined, except: readonly number[] = []): number | undefined {
        const at = rows.value.findIndex((row) => row.line === after);
        const round = [...rows.value.slice(at + 1), ...rows.value.slice(0, at + 1)];
        return round.find((row) => row.state === "open" && !except.includes(row.line))?.line;
    }

    async function show(wanted: Shown, wantedLine?: number): Promise<void> {
        filter.value = wanted;
        listing.restart();
        marked.clear();
        await ask(() => loadRows(wantedLine));
    }

    /** Goes to the next row that waits: on this page, else the first of all that wait. */
    async function goToNext(): Promise<void> {
        const next = nextOpen(line.value);
        if (next !== undefined) selected.value = String(next);
        else if (door.counts().open > 0) await show("open");
        else return;
        focusList();
    }

    /** Decides about rows, all or none, and goes on to the next that waits; false where the core refused. */
    async function decide(decisions: RowDecision[]): Promise<boolean> {
        const lines = decisions.map((decision) => decision.line);
        const next = nextOpen(lines.at(-1), lines);
        const done = await run(async () => {
            await door.decide(decisions);
            marked.clear();
            await loadRows(next);
        });
        if (!done) return false;
        if (next === undefined && door.counts().open > 0) await goToNext();
        else if (next === undefined) {
            await show("all", lines.at(-1));
            onNothingLeft();
            return true;
        }
        focusList();
        return true;
    }

    /** Undoes the last decision about `of`, else of the whole file, and shows its row. */
    async function undo(of?: number): Promise<void> {
        await run(async () => {
            const undone = await door.undo(of ?? null);
            if (!rows.value.some((row) => row.line === undone) && filter.value !== "all") await show("open", undone);
            else await loadRows(undone);
        });
        focusList();
    }

    /** Goes to a row of the whole file, on whichever page it stands. */
    async function goToLine(wanted: number): Promise<void> {
        await ask(async () => {
            filter.value = "all";
            listing.find.value = "";
            marked.clear();
            await loadRows(wanted, wanted);
        });
        focusList();
    }

    function toggleMark(row: Row): void {
        const key = String(row.line);
        if (!marked.delete(key)) marked.add(key);
    }

    return {
        filter,
        page,
        rows,
        selected,
        detail,
        failure,
        marked,
        markedRows,
        aboutRow,
        load: () => ask(() => loadRows()),
        show,
        listing,
        goToPage: async (index: number) => {
            marked.clear();
            await listing.turn(index);
        },
        goToNext,
        goToLine,
        decide,
        undo,
        toggleMark,
        focusList,
    };
}

/** What accepts among the rows of a review: those that are marked, or the one that is shown. */
interface RowsToAccept {
    may(): boolean;
    accept(): unknown;
}

/** The one key that accepts: rows, and once none waits what was found about the file as a whole. */
export function accepting(
    review: { decide(decisions: RowDecision[]): unknown },
    rows: RowsToAccept,
    ofFile: () => readonly Diagnostic[],
    left: () => number,
) {
    const mayFile = () => left() === 0 && ofFile().length > 0;
    const file = () => review.decide([...new Set(ofFile().map(({ line }) => line))].map((line) => ({ line, decision: "accept", fields: {} })));
    return {
        may: () => rows.may() || mayFile(),
        run: () => (rows.may() ? rows.accept() : file()),
        file,
    };
}

/** Filters of a review in their order, without the words and counts. */
export const REVIEW_FILTERS = [
    { id: "all" },
    { id: "open" },
    { id: "errors", sign: "error", tone: "error" },
    { id: "warnings", sign: "warning", tone: "warning" },
    { id: "corrected", sign: "pen", tone: "ok" },
    { id: "parked", sign: "parked" },
    { id: "accepted", sign: "check", tone: "ok" },
    { id: "clean", sign: "check" },
] as const satisfies Omit<Filter, "count" | "label">[];

/** The filters that there are counts of, with their words. */
export function reviewFilters(counts: Partial<Record<(typeof REVIEW_FILTERS)[number]["id"], number>>): Filter[] {
    return REVIEW_FILTERS.flatMap((one): Filter[] => {
        const count = counts[one.id];
        return count === undefined ? [] : [{ ...one, label: t(`filter-${one.id}`), count }];
    });
}

/** Sign, its name for screen readers, and its colour. */
export interface StateSign {
    name: SignName;
    label: string;
    tone: string;
}

type Standing = Pick<ReviewedRow, "state" | "finding">;

/** The sign of a row: how it stands, and while it waits, how grave it is. */
export function signOf(row: Standing): StateSign {
    switch (row.state) {
        case "corrected":
            return { name: "pen", label: t("row-corrected"), tone: "tone-ok" };
        case "parked":
            return { name: "parked", label: t("row-parked"), tone: "secondary" };
        case "accepted":
            return { name: "check", label: t("row-accepted"), tone: "tone-ok" };
        case "open":
            return row.finding?.severity === "warning"
                ? { name: "warning", label: t("severity-warning"), tone: "tone-warning" }
                : { name: "error", label: t("severity-error"), tone: "tone-error" };
        default:
            return { name: "check", label: t("row-clean"), tone: "secondary" };
    }
}

/** The tone of the badge that heads the detail of a row. */
export function badgeToneOf(row: Standing): "outline" | "error" | "warning" | "ok" {
    if (row.state === "open") return row.finding?.severity === "warning" ? "warning" : "error";
    return row.state === "parked" ? "outline" : "ok";
}

/** The decision about a row, in a word; nothing where none was needed. */
export function decisionWords(row: Pick<ReviewedRow, "state">): string {
    return row.state === "clean" ? "" : t(`row-${row.state}`);
}

/** Where the finding lies: "kol 13", or the whole row. */
export function findingPlace(row: Pick<ReviewedRow, "finding">): string {
    if (row.finding === null) return "";
    return row.finding.column === null ? t("finding-row") : t("finding-column", { column: row.finding.column });
}

/** The heading of a row's detail: its line and, of the first finding, the column. */
export function rowTitle(line: number, first: Diagnostic | undefined): string {
    if (first?.column == null) return t("row-title", { line });
    return t("row-title-column", { line, column: first.column, name: first.column_name ?? "" });
}
