// The work of Matcha: which payments are shown, and whom each is about. Every choice is in the database when the call has answered.
import { computed, ref, shallowRef, type Ref } from "vue";
import { useBackend } from "../../../backend";
import type { Page } from "../../../components/list";
import { createListing } from "../../../components/table/listing";
import { useAction } from "../../../frame/action";
import { useListDetail } from "../../../frame/listDetail";
import { t } from "../../../texts";
import type { AddPerson, Listed, ListView, MatchFilter, MatchPage, MatchRow } from "../../../generated/contract";

/** Inside a component's setup, whose template has the list as `list` and the detail as `pane`. `view` is the list with its totals; it is replaced as the core answers. */
export function useMatching(view: Ref<ListView>) {
    const backend = useBackend();
    const id = () => view.value.summary.list;
    const filter = ref<MatchFilter>("all");
    const listing = createListing(backend, "match.rows", () => ({ list: id(), filter: filter.value }), () => ask(() => load()), { narrowed: () => t(`match-filter-${filter.value}`) });
    const answer = shallowRef<MatchPage & { listed?: Listed }>();
    const { failure, run, ask } = useAction();
    /** Lines in the order in which they were matched by hand here: what undoing takes back first. */
    const done: number[] = [];
    let turn = 0;

    const rows = computed(() => answer.value?.rows ?? []);
    const { selected, chosen: row, opened, open, leave, toList } = useListDetail(() => rows.value, (one) => String(one.line));
    const page = computed<Page>(() => listing.pageOf(answer.value, answer.value?.total ?? 0));

    async function load(wanted?: number): Promise<void> {
        const mine = ++turn;
        const found = await backend.call("match.rows", { list: id(), filter: filter.value, shown: listing.shown() });
        if (mine !== turn) return;
        answer.value = found;
        const has = (line: number | undefined) => found.rows.some((one) => one.line === line);
        const now = selected.value === undefined ? undefined : Number(selected.value);
        const next = has(wanted) ? wanted : has(now) ? now : found.rows[0]?.line;
        selected.value = next === undefined ? undefined : String(next);
    }

    function nextUnmatched(after: number | undefined): number | undefined {
        const at = rows.value.findIndex((one) => one.line === after);
        return [...rows.value.slice(at + 1), ...rows.value.slice(0, at + 1)].find((one) => !one.matched && one.line !== after)?.line;
    }

    /** Does `work` about a row, reads again, and goes to `then`, else stays. */
    async function change(work: () => Promise<unknown>, then?: number): Promise<boolean> {
        const ok = await run(async () => {
            await work();
            view.value = await backend.call("payments.list", { list: id() });
            await load(then);
        });
        if (ok) toList();
        return ok;
    }

    async function show(wanted: MatchFilter): Promise<void> {
        filter.value = wanted;
        listing.restart();
        await ask(() => load());
    }

    return {
        filter,
        page,
        rows,
        row,
        counts: answer,
        selected,
        failure,
        load: () => ask(() => load()),
        show,
        listing,
        goToPage: listing.turn,
        goToNext: async () => {
            const next = nextUnmatched(row.value?.line);
            if (next !== undefined) selected.value = String(next);
            else if ((answer.value?.unmatched ?? 0) > 0) await show("unmatched");
            toList();
        },
        /** Lets the program match what nobody has matched. */
        run: () => change(() => backend.call("match.run", { list: id() })),
        choose: (of: MatchRow, person: string) =>
            change(async () => {
                if (of.matched) await backend.call("match.undo", { list: id(), line: of.line });
                await backend.call("match.choose", { list: id(), line: of.line, person });
                done.push(of.line);
            }, nextUnmatched(of.line)),
        add: (of: MatchRow, person: AddPerson) =>
            change(async () => {
                await backend.call("match.add_person", { list: id(), line: of.line, with: person });
                done.push(of.line);
                // Other payments of the same person find him or her now.
                await backend.call("match.run", { list: id() });
            }, nextUnmatched(of.line)),
        /** Other payments of the same person find him or her by the new number. */
        addNumbers: (of: MatchRow) =>
            change(async () => {
                await backend.call("match.add_numbers", { list: id(), line: of.line });
                await backend.call("match.run", { list: id() });
            }, of.line),
        undo: (of: MatchRow) => change(() => backend.call("match.undo", { list: id(), line: of.line }), of.line),
        undoLast: () => {
            const last = done.at(-1);
            if (last === undefined) return Promise.resolve(false);
            const takeBack = async () => {
                await backend.call("match.undo", { list: id(), line: last });
                done.pop();
            };
            return change(takeBack, last);
        },
        canUndoLast: () => done.length > 0,
        opened,
        open,
        leave,
    };
}
