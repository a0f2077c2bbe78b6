// A backup that is made from the screen.
import { ref, shallowRef, type Ref, type ShallowRef } from "vue";
import { toFailure, type Backend, type Failure } from "../../backend";

/** Making one, and how it went. */
export interface Making {
    busy: Ref<boolean>;
    failure: ShallowRef<Failure | undefined>;
    make(): Promise<void>;
}

/** Begins the day's backup where it is due; the core goes on answering. What goes wrong is seen by the age of the last one. */
export function beginDaily(backend: Backend): void {
    void backend.call("backup.begin", {}).catch(() => undefined);
}

/** Makes a backup in the set place; `done` is called when it lies there. One at a time, however often it is asked for. */
export function useMaking(backend: Backend, done: () => Promise<void>): Making {
    const busy = ref(false);
    const failure = shallowRef<Failure>();

    async function make(): Promise<void> {
        if (busy.value) return;
        busy.value = true;
        failure.value = undefined;
        try {
            await backend.call("backup.make", { folder: null });
            await done();
        } catch (thrown) {
            failure.value = toFailure(thrown);
        } finally {
            busy.value = false;
        }
    }

    return { busy, failure, make };
}
