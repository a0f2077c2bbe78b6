// Rows that were shared by what is not so any more: which can be corrected, and what is asked of the core.
import type { BoardShare, RowToCorrect, WrongRowView } from "../../generated/contract";
import { formatOre, formatSpan } from "../../texts/format";

/** Key of a row. */
export function keyOf(row: WrongRowView): string {
    return `${row.list}-${row.line}`;
}

/** Whether a correction puts it right. */
export function canCorrect(row: WrongRowView): boolean {
    return row.remedy === "correct";
}

/** The period, where the row has one. */
export function periodOf(row: WrongRowView): string {
    return row.period_from === null || row.period_until === null ? "" : formatSpan(row.period_from, row.period_until);
}

/** Those of `shares` that `others` do not have alike, in a line: "7110 1 000,00, 8200 500,00". */
export function differingWords(shares: readonly BoardShare[], others: readonly BoardShare[]): string {
    const isAlike = (share: BoardShare) => others.some((one) => one.cost_centre === share.cost_centre && one.amount_ore === share.amount_ore);
    return shares
        .filter((share) => !isAlike(share))
        .map((share) => `${share.cost_centre} ${formatOre(share.amount_ore)}`)
        .join(", ");
}

/** The ticked rows by month, in the core's order: a correction is of one month. */
export function toCorrect(rows: readonly WrongRowView[], marked: ReadonlySet<string>): Map<string, RowToCorrect[]> {
    const months = new Map<string, RowToCorrect[]>();
    for (const row of rows) {
        if (!marked.has(keyOf(row))) continue;
        const { month, list, line } = row;
        months.set(month, [...(months.get(month) ?? []), { list, line }]);
    }
    return months;
}
