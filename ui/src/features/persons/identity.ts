// A person's numbers and boards as they are shown.
import type { BoardSpanView } from "../../generated/contract";
import { t } from "../../texts";

/** A personal number without its last four: "201701012393" gives "20170101-••••". */
export function masked(digits: string): string {
    return `${digits.slice(0, 8)}-••••`;
}

/** A board with its days in words. */
export interface BoardSpan extends BoardSpanView {
    words: string;
}

/** Boards in the order of their first days, each with the last day before the next one begins. */
export function boardSpans(boards: readonly BoardSpanView[]): BoardSpan[] {
    return boards.map((board, index) => {
        const next = boards[index + 1]?.from;
        return { ...board, words: spanWords(board.from, next == null ? undefined : dayBefore(next)) };
    });
}

function spanWords(from: string | null, until: string | undefined): string {
    if (from === null) return until === undefined ? t("person-span-always") : t("person-span-until", { until });
    return until === undefined ? t("person-span-from", { from }) : `${from} – ${until}`;
}

/** The ISO day before an ISO day. */
function dayBefore(day: string): string {
    const date = new Date(`${day}T00:00:00Z`);
    date.setUTCDate(date.getUTCDate() - 1);
    return date.toISOString().slice(0, 10);
}
