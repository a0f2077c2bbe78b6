import { flushPromises } from "@vue/test-utils";
import { describe, expect, it } from "vitest";
import { memoryBackend, type Answers } from "../../backend/memory";
import type { BackupAgeView, BackupMadeView, StartPage } from "../../generated/contract";
import { stage } from "../../testing";
import StartScreen from "../start/StartScreen.vue";

const age = (state: string, over: Partial<BackupAgeView> = {}): BackupAgeView => ({ state, last_at: null, hours: null, text: `Läge ${state}.`, restoration_waits: false, ...over });
const page = (backup: BackupAgeView): StartPage => ({ persons: 1, lists: [], has_lists: true, chain: [], months: [], observation_ore: 0, backup });

async function started(answers: Answers) {
    const staged = stage(StartScreen, {
        backend: memoryBackend({
            "last_days.list": () => ({ days: [], total: 0, groups: [], at_risk_ore: 0, today: "2026-11-20" }),
            "cases.list": () => ({ cases: [], total: 0, more: false, page: 0, officers: [], left_out: 0, left_out_text: "" }),
            ...answers,
        }),
    });
    await flushPromises();
    return staged;
}

describe("the age of the last backup", () => {
    it("is seen while it is not as it should be", async () => {
        for (const [state, type] of [["no-place", "warning"], ["never", "error"], ["old", "error"]] as const) {
            const { wrapper } = await started({ "overview.start": () => page(age(state)) });
            const line = wrapper.find('[data-test="backup-line"]');
            expect(line.text()).toContain(`Läge ${state}.`);
            expect(line.classes().join(" ")).toContain(type);
            expect(wrapper.find('[data-test="backup-make"]').exists()).toBe(state !== "no-place");
            wrapper.unmount();
        }
        const { wrapper } = await started({ "overview.start": () => page(age("fresh")) });
        expect(wrapper.find('[data-test="backup-line"]').exists()).toBe(false);
    });

    it("goes when one is made, and says why where it is not", async () => {
        let state = "old";
        let refused = true;
        const { wrapper } = await started({
            "overview.start": () => page(age(state)),
            "backup.make": () => {
                if (refused) throw { code: "backup-place-gone", message: "Platsen nås inte.", place: null };
                state = "fresh";
                return {} as BackupMadeView;
            },
        });
        await wrapper.find('[data-test="backup-make"]').trigger("click");
        await flushPromises();
        expect(wrapper.text()).toContain("Platsen nås inte.");
        refused = false;
        await wrapper.find('[data-test="backup-make"]').trigger("click");
        await flushPromises();
        expect(wrapper.find('[data-test="backup-line"]').exists()).toBe(false);
        expect(wrapper.text()).not.toContain("Platsen nås inte.");
    });
});
