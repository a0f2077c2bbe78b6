// How much of a trace is shown at once: a posting of a large city may stand for tens of thousands of rows.

/** Most items of a part of a trace. */
export const SHOWN = 200;

/** The items that are shown, and how many are not. */
export function limited<Item>(items: readonly Item[]): { shown: readonly Item[]; hidden: number } {
    const shown = items.slice(0, SHOWN);
    return { shown, hidden: items.length - shown.length };
}
