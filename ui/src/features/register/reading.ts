// Choosing a register and reading it into a draft: the long job, its progress, and where it leads.
import { useRouter } from "vue-router";
import { useBackend } from "../../backend";
import { useJob, type Job } from "../../frame/job";
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

/** Reads by that profile, else by the one that suits, and goes on to the draft; true where it came that far. */
type Read = (path: string, profile: string | null) => Promise<boolean>;

/** Inside a component's setup. */
export function useRegisterReading(): Pick<Job, "job" | "failure"> & { read: Read } {
    const backend = useBackend();
    const router = useRouter();
    const { job, failure, start } = useJob();
    const read: Read = (path, profile) =>
        start(async (id) => {
            const view = await backend.call("register.read", { id, path, profile, board_from: null }, id);
            await router.push({ path: draftPlace(view.draft), state: { [ARRIVED]: true } });
        });
    return { job, failure, read };
}
