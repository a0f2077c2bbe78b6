// How a list moves: one row at a time has the focus and is the selected one.

/** A column of a list. */
export interface Column<Row> {
    /** Name of its slot `cell-<id>`. */
    id: string;
    title: string;
    /** CSS track: "64px", "minmax(120px, 1fr)". Fixed per list, so that nothing jumps between pages. */
    width: string;
    align?: "end";
    /** Words of the cell, where it has no slot of its own. */
    text?: (row: Row) => string;
    /** The cell that is at fault: weight, colour and a line below. */
    fault?: (row: Row) => "error" | "warning" | undefined;
    secondary?: boolean;
    /** Names may end in …, numbers never. */
    shorten?: boolean;
    /** Gives way where the list is narrow: what it says stands in the detail too. */
    spare?: boolean;
    /** What the heading of a group says too: shown where the list stands in another order, and written always. */
    grouped?: boolean;
    /** Whether the core can sort by it. */
    sortable?: boolean;
}

/** Which column the core has sorted by. */
export interface Sorting {
    column: string;
    descending: boolean;
}

/** Which page is shown, of how many rows in all. Pages are counted from 0. */
export interface Page {
    index: number;
    size: number;
    total: number;
}

/** Rows on a page, in every list. */
export const PAGE_SIZE = 100;

/**
 * Where a key leads from row `at` among `count` rows, `visible` of which are seen at once; undefined where the key does not move.
 * -1 and `count` mean the row before and after the page.
 */
export function movedRow(key: string, at: number, count: number, visible: number): number | undefined {
    switch (key) {
        case "ArrowDown":
            return at + 1;
        case "ArrowUp":
            return at - 1;
        case "Home":
            return 0;
        case "End":
            return count - 1;
        case "PageDown":
            return Math.min(at + visible, count - 1);
        case "PageUp":
            return Math.max(at - visible, 0);
        default:
            return undefined;
    }
}
