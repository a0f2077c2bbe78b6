// Reading a list into a draft: the long job, its progress, and where it leads.
import { ref, shallowRef, type Ref, type ShallowRef } from "vue";
import { useRouter } from "vue-router";
import { toFailure, useBackend, type Failure } from "../../../backend";
import { newId } from "../../../backend/ids";
import type { ReadRequest } from "../../../generated/contract";
import { listPagePlace } from "../flow";

/** A reading that can be started. */
export interface Reading {
    /** Id of the job that runs; undefined when none does. */
    job: Ref<string | undefined>;
    failure: ShallowRef<Failure | undefined>;
    /** Reads, and goes on to Granska; true where it came that far. A second call while one runs does nothing. */
    read(request: Omit<ReadRequest, "id">): Promise<boolean>;
}

/** What Granska is told by the address when it is reached from reading: the findings take the focus. */
export const ARRIVED = "last";

/** Inside a component's setup. */
export function useReading(): Reading {
    const backend = useBackend();
    const router = useRouter();
    const job = ref<string>();
    const failure = shallowRef<Failure>();
    return {
        job,
        failure,
        async read(request) {
            if (job.value !== undefined) return false;
            const id = newId();
            job.value = id;
            failure.value = undefined;
            try {
                const view = await backend.call("payments.read", { ...request, id }, id);
                await router.push({ path: listPagePlace(view.summary.list, "granska"), state: { [ARRIVED]: true } });
                return true;
            } catch (thrown) {
                failure.value = toFailure(thrown);
                return false;
            } finally {
                job.value = undefined;
            }
        },
    };
}
