// Taking a list in: the one transaction that makes payments of its rows; then they are matched, and Matcha is shown.
import { computed, ref, type Ref } from "vue";
import { useRouter } from "vue-router";
import { toFailure, useBackend } from "../../../backend";
import { useAction } from "../../../frame/action";
import type { ListView } from "../../../generated/contract";
import { listPagePlace } from "../flow";

/** What the bank credited as it is typed: öre, none while it is not known; and why it differs, empty where nothing is said. */
export interface BankNote {
    ore: number | null;
    reason: string;
}

/** Inside a component's setup. `onDoubles`: taking in has found doubles, and rows wait again. */
export function useCommit(view: Ref<ListView>, onDoubles?: () => Promise<void>) {
    const backend = useBackend();
    const router = useRouter();
    const asking = ref<"bank" | "commit">();
    const { failure, run } = useAction();
    const list = () => view.value.summary.list;
    const draft = () => view.value.summary.state === "draft";
    const note = computed<BankNote>(() => ({ ore: view.value.summary.bank_ore, reason: view.value.bank_reason ?? "" }));
    const ready = () => view.value.counts.open === 0 && view.value.list_findings.length === 0 && view.value.taken.rows > 0;

    const asked = (given: BankNote) => ({ list: list(), bank_ore: given.ore, reason: given.reason === "" ? null : given.reason });

    async function keep(given: BankNote): Promise<void> {
        view.value = await backend.call("payments.bank", asked(given));
    }

    async function take(given: BankNote): Promise<void> {
        // Without an amount the core takes what the draft keeps: one that was taken away is taken away there first.
        if (given.ore === null && note.value.ore !== null) await keep(given);
        try {
            view.value = await backend.call("payments.commit", asked(given));
        } catch (thrown) {
            if (toFailure(thrown).code === "rows-undecided") {
                view.value = await backend.call("payments.list", { list: list() });
                await onDoubles?.();
            }
            throw thrown;
        }
        asking.value = undefined;
        await backend.call("match.run", { list: list() });
        await router.push(listPagePlace(list(), "matcha"));
    }

    return {
        asking,
        failure,
        note,
        /** Whether the way leads on: to taking in, or where that is done, to Matcha. */
        possible: () => !draft() || ready(),
        askBank() {
            failure.value = undefined;
            asking.value = "bank";
        },
        async go(): Promise<void> {
            failure.value = undefined;
            if (draft()) asking.value = "commit";
            else await router.push(listPagePlace(list(), "matcha"));
        },
        confirm: (given: BankNote) =>
            run(async () => {
                if (asking.value === "commit") return take(given);
                await keep(given);
                asking.value = undefined;
            }),
    };
}
