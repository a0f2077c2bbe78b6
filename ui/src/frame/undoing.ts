// Undoing: what was done since the database was opened, what of it is taken back next, and what is done again.
import { onMounted, ref, shallowRef, watch, type Ref, type ShallowRef } from "vue";
import { toFailure, useBackend } from "../backend";
import type { DoneSteps, DoneStep } from "../generated/contract";
import { t } from "../texts";
import { useSession } from "./session";

/** What can be taken back and done again. */
export interface Undoing {
    /** Absent until the core has answered. */
    steps: ShallowRef<DoneSteps | undefined>;
    /** What was taken back or done again last, or why it was not; empty when something else has happened since. */
    said: Ref<string>;
    busy: Ref<boolean>;
    /** Takes back what was done last; down to a step, that one too. */
    back(step?: number): Promise<void>;
    again(): Promise<void>;
}

/** What a step was, in words. */
export function stepWords({ text, about }: Pick<DoneStep, "text" | "about">): string {
    return [text, about].filter(Boolean).join(" ");
}

/** Inside the frame's setup. */
export function useUndoing(): Undoing {
    const backend = useBackend();
    const session = useSession();
    const steps = shallowRef<DoneSteps>();
    const said = ref("");
    const busy = ref(false);
    /** Up to which change the words are about what was done here. */
    let saidAt = -1;

    async function read(): Promise<void> {
        if (saidAt !== session.changes) said.value = "";
        // Without an answer nothing can be undone, which the next press says.
        steps.value = await backend.call("undo.steps", {}).catch(() => undefined);
    }

    async function ask(words: string, asked: () => Promise<DoneSteps>): Promise<void> {
        if (busy.value) return;
        busy.value = true;
        try {
            const now = await asked();
            steps.value = now;
            said.value = words;
            session.reverted++;
        } catch (thrown) {
            said.value = toFailure(thrown).message;
        } finally {
            busy.value = false;
            saidAt = session.changes;
        }
    }

    onMounted(read);
    watch(() => session.changes, read);
    return {
        steps,
        said,
        busy,
        back: (step) => ask(t("undo-done", { what: stepWords(steps.value?.next ?? { text: "", about: "" }) }), () => backend.call("undo.back", step === undefined ? {} : { step })),
        again: () => ask(t("redo-done", { what: stepWords(steps.value?.again ?? { text: "", about: "" }) }), () => backend.call("undo.again", {})),
    };
}
