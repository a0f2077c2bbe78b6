// Choosing a file and reading it into a draft: the long job, its progress, and where it leads.
import { useRouter } from "vue-router";
import { useBackend, type Backend } from "../../backend";
import { useJob, type Job } from "../../frame/job";
import type { DraftView } from "../../generated/contract";
import { t } from "../../texts";
import { kindOf, type DraftArea } from "./kinds";

/** What the draft is told by the address when it is reached from reading: what is to be done takes the focus. */
export const ARRIVED = "read";

/** What a list is about, which the file does not say. */
export interface ListAbout {
    period: string;
    unit: string;
}

/** Lets the person choose a file, and goes on to reading it; inside a component's setup. */
export function usePickDraft(area: DraftArea): { pick: (about?: ListAbout) => Promise<void> } {
    const backend = useBackend();
    const router = useRouter();
    const { pages, words } = kindOf(area);
    return {
        async pick(about) {
            const path = await backend.pickOpen({ title: t(words.read), kinds: [{ name: t(words.files), extensions: ["csv", "txt", "tsv", "xlsx"] }] });
            if (path !== null) await router.push({ path: `${pages}/las-in`, query: { fil: path, ...(about && { period: about.period, enhet: about.unit }) } });
        },
    };
}

/** Reads by that profile, else by the one that suits, and goes on to the draft; true where it came that far. */
type Read = (path: string, profile: string | null, about?: ListAbout) => Promise<boolean>;

function readInto(backend: Backend, area: DraftArea, asked: { id: string; path: string; profile: string | null }, about?: ListAbout): Promise<DraftView> {
    switch (area) {
        case "register":
            return backend.call("register.read", { ...asked, board_from: null }, asked.id);
        case "decisions":
            return backend.call("decisions.read", { ...asked, decided_on: null }, asked.id);
        case "costs":
            return backend.call("costs.read", asked, asked.id);
        case "school":
            return backend.call("school.read", { ...asked, period: about?.period || null, unit: about?.unit || null }, asked.id);
    }
}

/** Inside a component's setup. */
export function useDraftReading(area: DraftArea): Pick<Job, "job" | "failure"> & { read: Read } {
    const backend = useBackend();
    const router = useRouter();
    const { job, failure, start } = useJob();
    const read: Read = (path, profile, about) =>
        start(async (id) => {
            const asked = { id, path, profile };
            const view = await readInto(backend, area, asked, about);
            await router.push({ path: kindOf(area).place(view.draft), state: { [ARRIVED]: true } });
        });
    return { job, failure, read };
}
