import { enableAutoUnmount, flushPromises } from "@vue/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { defineComponent, h, ref } from "vue";
import { memoryBackend } from "../backend/memory";
import AppDialog from "../components/AppDialog.vue";
import { pressAtOnce, stage } from "../testing";
import { arrived, seen, SEEING_MS } from "./arrival";
import { useCommands } from "./commands";
import { useLoaded } from "./load";

enableAutoUnmount(afterEach);
beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    seen();
});
afterEach(() => {
    vi.useRealTimers();
    seen();
});

/** A page whose primary command opens a dialog, whose first button does it. */
function page() {
    const done: string[] = [];
    const open = ref(false);
    const component = defineComponent({
        setup() {
            useCommands(() => [{ id: "go", label: "command-open", keys: ["Ctrl+Enter"], run: () => void (done.push("asked"), (open.value = true)) }]);
            return () => [
                h("button", { id: "own", onClick: () => done.push("own") }),
                h("textarea", { id: "area" }),
                h(AppDialog, { open: open.value, title: "Fråga", onClose: () => (open.value = false) }, {
                    default: () => h("input", { id: "field", onKeydown: (event: KeyboardEvent) => event.key === "Enter" && done.push("confirmed") }),
                }),
            ];
        },
    });
    return { ...stage(component), done, open };
}

const focus = (id: string) => document.getElementById(id)?.focus();
const ctrlEnter = (repeat = false) => pressAtOnce("Enter", { ctrlKey: true, repeat });

describe("a key that confirms", () => {
    it("does what it does once while it is held", async () => {
        const { done } = page();
        focus("own");
        ctrlEnter();
        for (let at = 0; at < 60; at++) {
            vi.advanceTimersByTime(33);
            expect(ctrlEnter(true)).toBe(true);
            pressAtOnce("Enter", { repeat: true });
            await flushPromises();
        }
        expect(done).toEqual(["asked"]);
    });

    it("reaches the field that is typed into, whatever comes elsewhere on the page meanwhile", async () => {
        const { done, open } = page();
        open.value = true;
        await flushPromises();
        vi.advanceTimersByTime(SEEING_MS);
        focus("field");
        document.getElementById("field")?.dispatchEvent(new Event("input", { bubbles: true }));
        arrived();
        pressAtOnce("Enter");
        expect(done).toEqual(["confirmed"]);
        // Whoever has left it comes to something new.
        focus("own");
        focus("field");
        arrived();
        pressAtOnce("Enter");
        expect(done).toEqual(["confirmed"]);
    });

    it("does nothing in a dialog that has just come, and then what it says", async () => {
        const { done } = page();
        focus("own");
        ctrlEnter();
        await flushPromises();
        focus("field");
        vi.advanceTimersByTime(60);
        pressAtOnce("Enter");
        expect(done).toEqual(["asked"]);
        vi.advanceTimersByTime(SEEING_MS);
        pressAtOnce("Enter");
        expect(done).toEqual(["asked", "confirmed"]);
    });

    it("goes at once after something has been typed there", async () => {
        const { done } = page();
        focus("own");
        ctrlEnter();
        await flushPromises();
        focus("field");
        document.getElementById("field")?.dispatchEvent(new Event("input", { bubbles: true }));
        pressAtOnce("Enter");
        expect(done).toEqual(["asked", "confirmed"]);
    });

    it("does nothing to the page below a dialog that has just gone", async () => {
        const { open } = page();
        open.value = true;
        await flushPromises();
        vi.advanceTimersByTime(2 * SEEING_MS);
        open.value = false;
        await flushPromises();
        focus("own");
        expect(ctrlEnter()).toBe(true);
        expect(open.value).toBe(false);
    });

    it("waits for what a page had to read", async () => {
        const done: string[] = [];
        const backend = memoryBackend({ "payments.lists": () => ({ lists: [] }) });
        stage(
            defineComponent({
                setup() {
                    const { data } = useLoaded(() => backend.call("payments.lists", {}));
                    useCommands(() => [{ id: "go", label: "command-open", keys: ["Ctrl+Enter"], enabled: () => data.value !== undefined, run: () => void done.push("went") }]);
                    return () => h("p");
                },
            }),
            { backend },
        );
        await flushPromises();
        ctrlEnter();
        expect(done).toEqual([]);
        vi.advanceTimersByTime(SEEING_MS);
        ctrlEnter();
        expect(done).toEqual(["went"]);
    });

    it("still makes a line where one writes, and presses buttons with Space only when they have been seen", () => {
        page();
        arrived();
        focus("area");
        expect(pressAtOnce("Enter")).toBe(false);
        focus("own");
        expect(pressAtOnce(" ")).toBe(true);
        seen();
        expect(pressAtOnce(" ")).toBe(false);
    });
});
