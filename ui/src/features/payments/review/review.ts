// The work of Granska: which rows are shown, which one is looked at, and what is decided. Every decision is in the database when the call has answered.
import { computed, nextTick, reactive, ref, shallowRef, watch, type ComputedRef, type Ref } from "vue";
import { toFailure, useBackend, type Failure } from "../../../backend";
import { PAGE_SIZE, type Page } from "../../../components/list";
import type { FilterCounts, ListView, RowDecision, RowDetail, RowFilter, RowView } from "../../../generated/contract";

/** A filter of the list; its name is also that of its count. */
export type FilterId = RowFilter & keyof FilterCounts;

/** What the list of Granska needs to be able to do. */
export interface RowList {
    focusSelected(): void;
}

/** Inside a component's setup. `view` is the list with its totals; it is replaced as the core answers. After the last row has been decided comes `onNothingLeft`. */
export function useReview(view: Ref<ListView>, list: Readonly<Ref<RowList | null>>, onNothingLeft: () => void) {
    const backend = useBackend();
    const id = () => view.value.summary.list;
    const filter = ref<FilterId>("all");
    const pageIndex = ref(0);
    const rows = shallowRef<RowView[]>([]);
    const selected = ref<string>();
    const detail = shallowRef<RowDetail>();
    const failure = shallowRef<Failure>();
    const marked = reactive(new Set<string>());
    let rowsTurn = 0;
    let detailTurn = 0;

    const page: ComputedRef<Page> = computed(() => ({ index: pageIndex.value, size: PAGE_SIZE, total: view.value.counts[filter.value] }));
    const line = computed(() => (selected.value === undefined ? undefined : Number(selected.value)));
    const markedRows = computed(() => rows.value.filter((row) => marked.has(String(row.line))));

    /** Reads the page again, or that which holds the line `at`; selects `wanted` on it, else what was selected, else its first row. */
    async function loadRows(wanted?: number, at: number | null = null): Promise<void> {
        const mine = ++rowsTurn;
        const answer = await backend.call("review.rows", { list: id(), filter: filter.value, page: pageIndex.value, at_line: at });
        if (mine !== rowsTurn) return;
        rows.value = answer.rows;
        pageIndex.value = answer.page;
        const has = (one: number | undefined) => answer.rows.some((row) => row.line === one);
        const next = has(wanted) ? wanted : has(line.value) ? line.value : answer.rows[0]?.line;
        if (next === line.value) await loadDetail();
        selected.value = next === undefined ? undefined : String(next);
    }

    async function loadDetail(): Promise<void> {
        const mine = ++detailTurn;
        if (line.value === undefined) {
            detail.value = undefined;
            return;
        }
        const answer = await backend.call("review.row", { list: id(), line: line.value });
        if (mine === detailTurn) detail.value = answer;
    }

    async function guarded(work: () => Promise<void>): Promise<boolean> {
        try {
            await work();
            failure.value = undefined;
            return true;
        } catch (thrown) {
            failure.value = toFailure(thrown);
            return false;
        }
    }

    watch(selected, () => void guarded(loadDetail));

    function focusList(): void {
        void nextTick(() => list.value?.focusSelected());
    }

    /** The next row after `after` on this page that waits, round at its end. */
    function nextOpen(after: number | undefined, except: readonly number[] = []): number | undefined {
        const at = rows.value.findIndex((row) => row.line === after);
        const round = [...rows.value.slice(at + 1), ...rows.value.slice(0, at + 1)];
        return round.find((row) => row.state === "open" && !except.includes(row.line))?.line;
    }

    async function show(wanted: FilterId, wantedLine?: number): Promise<void> {
        filter.value = wanted;
        pageIndex.value = 0;
        marked.clear();
        await guarded(() => loadRows(wantedLine));
    }

    /** Goes to the next row that waits: on this page, else the first of all that wait. */
    async function goToNext(): Promise<void> {
        const next = nextOpen(line.value);
        if (next !== undefined) selected.value = String(next);
        else if (view.value.counts.open > 0) await show("open");
        else return;
        focusList();
    }

    /** Decides about rows, all or none, and goes on to the next that waits; false where the core refused. */
    async function decide(decisions: RowDecision[]): Promise<boolean> {
        const lines = decisions.map((decision) => decision.line);
        const next = nextOpen(lines.at(-1), lines);
        const done = await guarded(async () => {
            view.value = await backend.call("review.decide", { list: id(), decisions });
            marked.clear();
            await loadRows(next);
        });
        if (!done) return false;
        if (next === undefined && view.value.counts.open > 0) await goToNext();
        else if (next === undefined) {
            await show("all", lines.at(-1));
            onNothingLeft();
            return true;
        }
        focusList();
        return true;
    }

    /** Undoes the last decision about `of`, else of the whole list, and shows its row. */
    async function undo(of?: number): Promise<void> {
        await guarded(async () => {
            const undone = await backend.call("review.undo", { list: id(), line: of ?? null });
            view.value = undone.view;
            if (!rows.value.some((row) => row.line === undone.line) && filter.value !== "all") await show("open", undone.line);
            else await loadRows(undone.line);
        });
        focusList();
    }

    /** Goes to a row of the whole list, on whichever page it stands. */
    async function goToLine(wanted: number): Promise<void> {
        await guarded(async () => {
            filter.value = "all";
            marked.clear();
            await loadRows(wanted, wanted);
        });
        focusList();
    }

    function toggleMark(row: RowView): void {
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
        load: () => guarded(() => loadRows()),
        show,
        goToPage: async (index: number) => {
            pageIndex.value = index;
            marked.clear();
            await guarded(() => loadRows());
        },
        goToNext,
        goToLine,
        decide,
        undo,
        toggleMark,
        focusList,
    };
}
