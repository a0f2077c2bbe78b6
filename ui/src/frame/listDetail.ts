// A list with the detail of its chosen row beside it: which row that is, which page is shown, and how the keyboard goes between the two.
import { computed, nextTick, ref, useTemplateRef, type ComputedRef, type Ref } from "vue";
import { PAGE_SIZE, type Page } from "../components/list";
import { arrived } from "./arrival";

/** A list with its detail. */
export interface ListDetail<Row> {
    /** Key of the chosen row, for the list. */
    selected: Ref<string | undefined>;
    /** The chosen row of the page that is shown; until one is chosen, the first. */
    chosen: ComputedRef<Row | undefined>;
    /** The rows of the page, and which page that is. */
    shown: ComputedRef<Row[]>;
    page: ComputedRef<Page>;
    turn(to: number): void;
    /** Whether the detail is asked for, where it would lie over the list. */
    opened: Ref<boolean>;
    /** To the detail, and back to its row. */
    open(): void;
    leave(): void;
    /** Chooses a row on whichever page it stands, and goes there; without one, stays. */
    choose(key?: string): void;
    /** Into the list, at the row that is shown beside it. */
    toList(): void;
}

/** What differs between lists. */
export interface ListDetailOptions<Row> {
    /** Whether the rows are shown page by page. */
    paged?: boolean;
    /** What is chosen until somebody chooses. */
    first?: (rows: readonly Row[]) => Row | undefined;
}

/** Inside a component's setup, whose template has the list as `list` and the detail as `pane`. */
export function useListDetail<Row>(
    rows: () => readonly Row[],
    keyOf: (row: Row) => string,
    { paged = false, first = ([row]) => row }: ListDetailOptions<Row> = {},
): ListDetail<Row> {
    const list = useTemplateRef<{ focusSelected(): void }>("list");
    const pane = useTemplateRef<{ focus(): void }>("pane");
    const selected = ref<string>();
    const index = ref(0);
    const opened = ref(false);
    const page = computed(() => {
        const total = rows().length;
        return { index: Math.min(index.value, Math.max(0, Math.ceil(total / PAGE_SIZE) - 1)), size: PAGE_SIZE, total };
    });
    const shown = computed(() => (paged ? rows().slice(page.value.index * PAGE_SIZE, (page.value.index + 1) * PAGE_SIZE) : [...rows()]));
    const chosen = computed(() => shown.value.find((row) => keyOf(row) === selected.value) ?? first(shown.value));

    /** A list that comes with what was just read is there one turn later. */
    function focusList(): void {
        if (list.value !== null) list.value.focusSelected();
        else void nextTick(() => list.value?.focusSelected());
    }

    return {
        selected,
        chosen,
        shown,
        page,
        opened,
        turn: (to) => void (index.value = to),
        open() {
            opened.value = true;
            arrived();
            void nextTick(() => pane.value?.focus());
        },
        leave() {
            opened.value = false;
            focusList();
        },
        choose(key) {
            const at = rows().findIndex((row) => keyOf(row) === key);
            if (at >= 0) index.value = Math.floor(at / PAGE_SIZE);
            selected.value = key;
            void nextTick(focusList);
        },
        toList() {
            if (chosen.value !== undefined) selected.value = keyOf(chosen.value);
            focusList();
        },
    };
}
