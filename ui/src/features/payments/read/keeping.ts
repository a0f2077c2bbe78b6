// Rows are in the database as they are typed: a power cut or a closed window takes nothing.
import { ref, shallowRef, watch, type Ref, type ShallowRef } from "vue";
import { toFailure, useBackend, type Failure } from "../../../backend";
import type { TypedRows } from "../../../generated/contract";

/** What is being kept. */
export interface Keeping {
    /** Whether the database does not have the latest key yet. */
    pending: Ref<boolean>;
    /** Why it could not be kept. */
    failure: ShallowRef<Failure | undefined>;
}

/** Keeps what `typed` gives whenever it changes; nothing while it gives none. One call at a time: what is typed meanwhile goes with the next. */
export function useKeeping(typed: () => TypedRows | undefined): Keeping {
    const backend = useBackend();
    const pending = ref(false);
    const failure = shallowRef<Failure>();
    let kept: string | undefined;
    let busy = false;

    async function keep(): Promise<void> {
        busy = true;
        for (let now = typed(); now !== undefined && JSON.stringify(now) !== kept; now = typed()) {
            const sent = JSON.stringify(now);
            try {
                await backend.call("payments.keep_typed", now);
                failure.value = undefined;
            } catch (thrown) {
                failure.value = toFailure(thrown);
                break;
            } finally {
                kept = sent;
            }
        }
        busy = false;
        pending.value = failure.value !== undefined;
    }

    watch(
        typed,
        (now, before) => {
            // The first is what was kept before.
            if (before === undefined) kept = JSON.stringify(now);
            if (now === undefined || JSON.stringify(now) === kept) return;
            pending.value = true;
            if (!busy) void keep();
        },
        { immediate: true },
    );
    return { pending, failure };
}
