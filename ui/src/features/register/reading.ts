// Choosing a register and reading it into a draft: the long job, its progress, and where it leads.
import { ref, shallowRef, type Ref, type ShallowRef } from "vue";
import { useRouter } from "vue-router";
import { toFailure, useBackend, type Failure } from "../../backend";
import { newId } from "../../backend/ids";
import { draftPlace, readRegisterPlace } from "../../frame/places";
import { t } from "../../texts";

/** What the draft is told by the address when it is reached from reading: what is to be done takes the focus. */
export const ARRIVED = "read";

/** Lets the person choose a file, and goes on to reading it; inside a component's setup. */
export function usePickRegister(): { pick: () => Promise<void> } {
    const backend = useBackend();
    const router = useRouter();
    return {
        async pick() {
            const path = await backend.pickOpen({ title: t("persons-import"), kinds: [{ name: t("persons-import-files"), extensions: ["csv", "txt", "tsv", "xlsx"] }] });
            if (path !== null) await router.push(readRegisterPlace(path));
        },
    };
}

/** A reading that can be started. */
export interface RegisterReading {
    /** Id of the job that runs; undefined when none does. */
    job: Ref<string | undefined>;
    failure: ShallowRef<Failure | undefined>;
    /** Reads by that profile, else by the one that suits, and goes on to the draft; true where it came that far. A second call while one runs does nothing. */
    read(path: string, profile: string | null): Promise<boolean>;
}

/** Inside a component's setup. */
export function useRegisterReading(): RegisterReading {
    const backend = useBackend();
    const router = useRouter();
    const job = ref<string>();
    const failure = shallowRef<Failure>();
    return {
        job,
        failure,
        async read(path, profile) {
            if (job.value !== undefined) return false;
            const id = newId();
            job.value = id;
            failure.value = undefined;
            try {
                const view = await backend.call("register.read", { id, path, profile, board_from: null }, id);
                await router.push({ path: draftPlace(view.draft), state: { [ARRIVED]: true } });
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
