// Bars of months: which months stand beside each other, and how high each part of a bar is.
import type { ExpectedMonth, SumsView } from "../../generated/contract";

/** Parts of a bar from the ground up. */
export const PARTS = ["came", "short", "missing", "awaited"] as const;
export type PartName = (typeof PARTS)[number];

/** A part of a bar, in öre from the ground. Heights only; every number that is shown is the core's own. */
export interface BarPart {
    name: PartName;
    from: number;
    to: number;
}

/** How a month's bar is filled: what is neither missing, short nor awaited came. */
export function barParts(sums: SumsView): BarPart[] {
    const heights: [PartName, number][] = [
        ["short", Math.max(0, sums.short_ore)],
        ["missing", Math.max(0, sums.missing_ore)],
        ["awaited", Math.max(0, sums.not_yet_due_ore)],
    ];
    const rest = heights.reduce((sum, [, ore]) => sum + ore, 0);
    // What is estimated and has not come is not drawn as if it had.
    const came = Math.max(0, sums.expected_ore - rest - Math.max(0, sums.estimated_ore) - Math.max(0, sums.taken_back_ore));
    let at = 0;
    return ([["came", came], ...heights] as [PartName, number][]).flatMap(([name, ore]) => {
        if (ore === 0) return [];
        const from = at;
        at += ore;
        return [{ name, from, to: at }];
    });
}

/** The years that have months, the first first. */
export function yearsOf(months: readonly ExpectedMonth[]): string[] {
    return [...new Set(months.map(({ month }) => month.slice(0, 4)))].sort();
}

const NOTHING: SumsView = { expected_ore: 0, paid_ore: 0, missing_ore: 0, short_ore: 0, not_yet_due_ore: 0, estimated_ore: 0, taken_back_ore: 0, too_much_ore: 0 };

/** A month's bar. */
export interface MonthSums {
    /** "2026-10" */
    month: string;
    sums: SumsView;
}

/** All months of a year from the first to the last that any compensation has, in order; a month without money stands empty. */
export function monthsOfYear(all: readonly ExpectedMonth[], shown: readonly ExpectedMonth[], year: string): MonthSums[] {
    const found = new Map(shown.map(({ month, sums }) => [month, sums]));
    const numbers = all.filter(({ month }) => month.startsWith(year)).map(({ month }) => Number(month.slice(5)));
    const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
    return Array.from({ length: numbers.length === 0 ? 0 : last - first + 1 }, (_, index) => {
        const month = `${year}-${String(first + index).padStart(2, "0")}`;
        return { month, sums: found.get(month) ?? NOTHING };
    });
}

/** Whether there is nothing to tell of a month. */
export function isNothing(sums: SumsView): boolean {
    return Object.values(sums).every((ore) => ore === 0);
}
