// The rows of a payment list under review: what Granska asks of the core and tells it.
import type { Ref } from "vue";
import { useBackend } from "../../../backend";
import { useRowReview, type RowList } from "../../../components/review";
import type { FilterCounts, ListView, RowDetail, RowFilter, RowView } from "../../../generated/contract";

/** A filter of the list; its name is also that of its count. */
export type FilterId = RowFilter & keyof FilterCounts;

/** Inside a component's setup. `view` is the list with its totals; it is replaced as the core answers. */
export function useReview(view: Ref<ListView>, list: Readonly<Ref<RowList | null>>, onNothingLeft: () => void) {
    const backend = useBackend();
    const id = () => view.value.summary.list;
    return useRowReview<RowView, RowDetail, FilterId>(
        {
            counts: () => view.value.counts,
            list: "review.rows",
            request: (filter) => ({ list: id(), filter }),
            row: (line) => backend.call("review.row", { list: id(), line }),
            async decide(decisions) {
                view.value = await backend.call("review.decide", { list: id(), decisions });
            },
            async undo(line) {
                const undone = await backend.call("review.undo", { list: id(), line });
                view.value = undone.view;
                return undone.line;
            },
        },
        list,
        onNothingLeft,
    );
}
