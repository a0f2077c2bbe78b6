import { enableAutoUnmount, flushPromises } from "@vue/test-utils";
import { defineComponent, h } from "vue";
import { afterEach, describe, expect, it } from "vitest";
import { memoryBackend } from "../backend/memory";
import type { DoneStep, DoneSteps } from "../generated/contract";
import { NEVER_UNDONE } from "../generated/operations";
import { stage } from "../testing";
import { hasText } from "../texts";
import DoneDialog from "./DoneDialog.vue";
import { keyName } from "./keys";
import { useLoaded } from "./load";
import { useUndoing, type Undoing } from "./undoing";

enableAutoUnmount(afterEach);

const step = (number: number, never = ""): DoneStep => ({ step: number, at: "2026-11-02T09:14:00Z", text: "Kostnad inlagd", about: "", never });
const left: DoneSteps = { steps: [], next: null, again: step(1) };

describe("undoing", () => {
    it("says what it took back, and what is shown is read anew at once", async () => {
        let read = 0;
        let undoing: Undoing | undefined;
        let now: DoneSteps = { steps: [step(1)], next: step(1), again: null };
        const backend = memoryBackend({
            "undo.steps": () => now,
            "undo.back": () => (now = left),
            "costs.list": () => ({ read: ++read }) as never,
        });
        const page = defineComponent({
            setup() {
                undoing = useUndoing();
                useLoaded(() => backend.call("costs.list", {} as never));
                return () => h("p");
            },
        });
        stage(page, { backend });
        await flushPromises();
        expect(read).toBe(1);
        await undoing?.back();
        await flushPromises();
        expect(undoing?.said.value).toBe("Ångrat: Kostnad inlagd");
        expect(undoing?.steps.value?.again?.step).toBe(1);
        expect(read).toBe(2);
    });

    it("says why nothing was taken back", async () => {
        let undoing: Undoing | undefined;
        const refused = { code: "cannot-undo", message: "Det har lämnat huset.", place: null };
        const backend = memoryBackend({ "undo.steps": () => ({ steps: [step(1, "Det har lämnat huset.")], next: null, again: null }), "undo.back": () => Promise.reject(refused) });
        stage(defineComponent({ setup: () => ((undoing = useUndoing()), () => h("p")) }), { backend });
        await flushPromises();
        await undoing?.back();
        expect(undoing?.said.value).toBe("Det har lämnat huset.");
    });

    it("is offered down to the first step that cannot be taken back", () => {
        const steps: DoneSteps = { steps: [step(4), step(3), step(2, "Det står kvar."), step(1)], next: step(4), again: null };
        const { wrapper } = stage(DoneDialog, { props: { open: true, steps, busy: false } });
        expect(wrapper.findAll("ol button").map((button) => button.attributes("data-test"))).toEqual(["step-back-0", "step-back-1"]);
        expect(wrapper.text()).toContain("Det står kvar.");
    });

    it("has its own key where a letter is pressed with Ctrl and Shift", () => {
        const key = (init: KeyboardEventInit) => keyName(new KeyboardEvent("keydown", init));
        expect(key({ key: "Z", ctrlKey: true, shiftKey: true })).toBe("Ctrl+Shift+Z");
        expect(key({ key: "z", ctrlKey: true })).toBe("Ctrl+Z");
        expect(key({ key: "?", ctrlKey: true, shiftKey: true })).toBe("Ctrl+?");
    });

    it("has words for why each change cannot be taken back", () => {
        expect(Object.values(NEVER_UNDONE).filter((id) => !hasText(id))).toEqual([]);
    });
});
