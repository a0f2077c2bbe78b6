// Reading a list into a draft, and where that leads.
import { useRouter } from "vue-router";
import { useBackend } from "../../../backend";
import { useJob, type Job } from "../../../frame/job";
import type { ReadRequest } from "../../../generated/contract";
import { listPagePlace } from "../flow";

/** What Granska is told by the address when it is reached from reading: the findings take the focus. */
export const ARRIVED = "last";

/** Reads, and goes on to Granska; true where it came that far. */
type Read = (request: Omit<ReadRequest, "id">) => Promise<boolean>;

/** Inside a component's setup. */
export function useReading(): Pick<Job, "job" | "failure"> & { read: Read } {
    const backend = useBackend();
    const router = useRouter();
    const { job, failure, start } = useJob();
    const read: Read = (request) =>
        start(async (id) => {
            const view = await backend.call("payments.read", { ...request, id }, id);
            await router.push({ path: listPagePlace(view.summary.list, "granska"), state: { [ARRIVED]: true } });
        });
    return { job, failure, read };
}
