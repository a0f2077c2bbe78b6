import { enableAutoUnmount, flushPromises } from "@vue/test-utils";
import { afterEach, describe, expect, it } from "vitest";
import { memoryBackend } from "../../backend/memory";
import type { ExitState } from "../../generated/contract";
import { press, stage } from "../../testing";
import LeavePage from "./LeavePage.vue";
import TrainingPage from "./TrainingPage.vue";

enableAutoUnmount(afterEach);

const asked = (confirmed_by: string | null): ExitState => ({
    needs_second: true,
    protected: 2,
    request: { id: "u1", reason: "Avtalet upphör", asked_by: "anna", asked_at: "2026-11-30T10:00:00Z", confirmed_by },
});

describe("leaving the program", () => {
    it("waits for another, and writes what was confirmed without asking why again", async () => {
        let state = asked(null);
        const written: unknown[] = [];
        const backend = memoryBackend({
            "exit.state": () => state,
            "exit.write": (request) => {
                written.push(request);
                return { path: "/ut", tables: 1, rows: 2, documents: 3, files: 4, bytes: 5, sha256: "ab", events: 6, head: "cd", protected: 2 };
            },
        });
        const waiting = stage(LeavePage, { backend });
        await flushPromises();
        expect(waiting.wrapper.find('[data-test="exit-standing"]').text()).toContain("väntar på någon annans bekräftelse");
        expect(waiting.wrapper.find('[data-test="exit-protected"]').text()).toContain("2 skyddade personer");
        expect(waiting.wrapper.find('[data-test="exit-write"]').attributes("disabled")).toBeDefined();
        expect(waiting.wrapper.find('[data-test="exit-ask"]').attributes("disabled")).toBeDefined();
        waiting.wrapper.unmount();

        state = asked("bo");
        backend.picks.push("/ut");
        const { wrapper } = stage(LeavePage, { backend });
        await flushPromises();
        expect(wrapper.find('[data-test="exit-standing"]').text()).toContain("Bekräftat av bo");
        press("u", { altKey: true });
        await flushPromises();
        expect(written).toEqual([{ path: "/ut", reason: null }]);
        expect(wrapper.find('[data-test="exit-written"]').text()).toContain("Kontrollsumma");
    });
});

describe("practising", () => {
    it("tells what is right and what is left of each exercise", async () => {
        const parts = [
            { part: "list", right: true, text: "Novembers lista är inläst." },
            { part: "bank", right: false, text: "Ange vad banken satte in." },
        ];
        const backend = memoryBackend({
            "training.state": () => ({ exists: true, open: true, files: "/ovning/filer" }),
            "training.check": () => ({ exercises: [{ exercise: "month", name: "Öva: en månad", chapter: "21-ovningsmanaden", done: false, parts }] }),
        });
        const { wrapper } = stage(TrainingPage, { backend });
        await flushPromises();
        press("r", { altKey: true });
        await flushPromises();
        expect(wrapper.find('[data-test="exercise-month"]').text()).toContain("En del är kvar");
        expect(wrapper.find('[data-test="part-list"]').text()).toContain("rätt");
        expect(wrapper.find('[data-test="part-bank"]').text()).toContain("kvar");
    });

    it("leads elsewhere from a city's own database", async () => {
        const backend = memoryBackend({ "training.state": () => ({ exists: false, open: false, files: "/ovning/filer" }) });
        const { wrapper } = stage(TrainingPage, { backend });
        await flushPromises();
        expect(wrapper.find('[data-test="training-elsewhere"]').exists()).toBe(true);
        expect(wrapper.find('[data-test="training-check"]').exists()).toBe(false);
    });
});
