// Several rows at once: asked once, with how many and how much.
import { computed, ref } from "vue";
import { t } from "../../../texts";
import { formatCount, formatOre } from "../../../texts/format";
import type { useReview } from "./review";

/** What can be done to several rows. */
export type BulkAct = "park" | "accept";

/** Inside a component's setup. */
export function useBulk(review: ReturnType<typeof useReview>) {
    const asked = ref<BulkAct>();
    const rows = review.markedRows;
    /** The only sum that the core does not give: it is of rows that only the screen knows to be marked. Whole öre, so exact. */
    const sum = computed(() => rows.value.reduce((total, row) => total + (row.amount_ore ?? 0), 0));
    const words = computed(() =>
        t(`bulk-${asked.value ?? "park"}-words`, { marked: formatCount(rows.value.length), of: formatCount(review.page.value.total), sum: formatOre(sum.value) }),
    );
    return {
        asked,
        words,
        some: () => rows.value.length > 0,
        mayAccept: () => rows.value.every((row) => row.state === "open" && row.finding?.severity === "warning"),
        ask: (act: BulkAct) => (asked.value = act),
        confirm: async () => {
            const decision = asked.value;
            asked.value = undefined;
            if (decision !== undefined) await review.decide(rows.value.map((row) => ({ line: row.line, decision, fields: {} })));
        },
    };
}
