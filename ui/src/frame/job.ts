// A long job: followed by its id, one at a time, and why it came to nothing.
import { ref, type Ref, type ShallowRef } from "vue";
import type { Failure } from "../backend";
import { newId } from "../backend/ids";
import { useAction } from "./action";

/** A job that can be started. */
export interface Job {
    /** Id of the job that runs; undefined when none does. */
    job: Ref<string | undefined>;
    failure: ShallowRef<Failure | undefined>;
    /** Runs `work` under an id of its own; true where it came to its end. A second one while it runs does nothing. */
    start(work: (id: string) => Promise<unknown>): Promise<boolean>;
}

/** No job yet. */
export function useJob(): Job {
    const job = ref<string>();
    const { failure, run } = useAction();
    return {
        job,
        failure,
        start: (work) =>
            run(async () => {
                const id = newId();
                job.value = id;
                await work(id).finally(() => (job.value = undefined));
            }),
    };
}
