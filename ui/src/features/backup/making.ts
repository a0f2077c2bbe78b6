// A backup that is made from the screen.
import type { Backend } from "../../backend";
import { useJob, type Job } from "../../frame/job";

/** Making one, how far it has come and how it went. */
export interface Making extends Pick<Job, "job" | "failure"> {
    make(): Promise<void>;
}

/** Begins the day's backup where it is due; the core goes on answering. What goes wrong is seen by the age of the last one. */
export function beginDaily(backend: Backend): void {
    void backend.call("backup.begin", {}).catch(() => undefined);
}

/** Makes a backup in the set place; `done` is called when it lies there. One at a time, however often it is asked for. */
export function useMaking(backend: Backend, done: () => Promise<void>): Making {
    const { job, failure, start } = useJob();
    return {
        job,
        failure,
        async make() {
            if (await start((id) => backend.call("backup.make", { folder: null }, id))) await done();
        },
    };
}
