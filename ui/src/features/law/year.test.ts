import { enableAutoUnmount, flushPromises } from "@vue/test-utils";
import { afterEach, describe, expect, it } from "vitest";
import { memoryBackend, type Answers } from "../../backend/memory";
import type { EffectView, YearRowView, YearView } from "../../generated/contract";
import { openStatus, press, stage } from "../../testing";
import { brief } from "../../testing/persons";
import EffectScreen from "./EffectScreen.vue";
import YearScreen from "./YearScreen.vue";

enableAutoUnmount(afterEach);

const row: YearRowView = { compensation: "EKB-DYGN", compensation_name: "Dygnsschablon", case: "child", case_text: "", old_value: "1350", old_text: "1 350 kr", new_value: null, now_text: "1 350 kr", source: "SFS", checked_on: "2026-11-20", checked: false, unknown: false, unchecked_ore: 270_000, persons: 0 };
const base: YearRowView = { ...row, compensation: "REF-PBB", compensation_name: "Prisbasbelopp", case: "all", old_value: "59200", old_text: "59 200 kr", now_text: "", unknown: true, unchecked_ore: 0, persons: 3 };
const view: YearView = { year: 2027, rows: [row, base, { ...row, compensation: "NYA-SCHABLON", compensation_name: "Tvåårsschablon", checked: true }], unchecked: 2, unchecked_ore: 270_000, text: "2 belopp är inte kontrollerade", begun_text: "" };
const effect: EffectView = {
    until: "2026-12-31",
    rows: [{ person: "P01", brief, compensation: "EKB-DYGN", compensation_name: "Dygnsschablon", month: "2026-11", before_ore: 100, after_ore: 300, difference_ore: 200 }],
    sums: [{ compensation: "EKB-DYGN", compensation_name: "Dygnsschablon", month: "2026-11", persons: 1, before_ore: 100, after_ore: 300, difference_ore: 200 }],
    persons: 1,
    difference_ore: 200,
    text: "Ändringen rör en person: 2,00.",
};

async function shown(component: object, answers: Answers, address = "/ersattningar/ar") {
    const staged = stage(component, { backend: memoryBackend({ "session.status": () => openStatus(), "overview.navigation": () => ({ sections: [] }), ...answers }), address });
    await staged.session.refresh();
    await flushPromises();
    return staged;
}

const sent = (backend: { asked: { name: string; request: unknown }[] }, name: string) => backend.asked.filter((one) => one.name === name).map(({ request }) => request);

function type(test: string, text: string): void {
    const field = document.querySelector<HTMLInputElement>(`[data-test="${test}"]`)!;
    field.value = text;
    field.dispatchEvent(new Event("input"));
}

describe("the amounts of the year", () => {
    it("shows what is not checked, and notes what goes on and what is typed in one go", async () => {
        let refuse = true;
        const { wrapper, backend } = await shown(YearScreen, {
            "law.year": () => view,
            "law.set_year": () => {
                if (refuse) throw { code: "rate-unlikely", message: "Beloppet är tio gånger större.", place: { field: "rows[1].value" } };
                return { ...view, values: 1, checks: 1, rows: [] };
            },
        });
        expect(wrapper.findAll("[data-row]")).toHaveLength(2);
        expect(wrapper.findAll("[data-row]")[1]!.text()).toContain("3 personer");
        await wrapper.find("[data-row] .box").trigger("click");
        await flushPromises();
        wrapper.findAll<HTMLElement>("[data-row]")[1]!.element.focus();
        await flushPromises();
        type("year-value", "605000");
        type("year-source", "SFS 2026:1");
        await flushPromises();
        press("Enter", { ctrlKey: true });
        await flushPromises();
        expect(sent(backend, "law.set_year").at(-1)).toEqual({
            year: (sent(backend, "law.year")[0] as { year: number }).year,
            rows: [
                { compensation: "EKB-DYGN", case: "child", value: null, source: null, sure: false },
                { compensation: "REF-PBB", case: "all", value: "605000", source: null, sure: false },
            ],
            source: "SFS 2026:1",
            checked_on: null,
        });
        // What was refused is told at its field, and what was typed stays.
        expect(wrapper.find('[data-test="year-row"]').text()).toContain("tio gånger större");
        refuse = false;
        document.querySelector<HTMLInputElement>('[data-test="year-sure"]')!.click();
        await flushPromises();
        press("Enter", { ctrlKey: true });
        await flushPromises();
        expect((sent(backend, "law.set_year").at(-1) as { rows: { sure: boolean }[] }).rows[1]!.sure).toBe(true);
    });
});

describe("what a change does", () => {
    it("asks about a day, and tells whom it touches with kronor before and after", async () => {
        const { wrapper, backend } = await shown(EffectScreen, { "law.effect": () => effect }, "/ersattningar/andring");
        expect(wrapper.find('[data-test="effect-empty"]').exists()).toBe(true);
        press("Enter", { ctrlKey: true });
        await flushPromises();
        expect(sent(backend, "law.effect")).toEqual([{ on: "2026-10-01", rates: [], until: null }]);
        expect(wrapper.find('[data-test="effect-rows"]').text()).toContain("Dygnsschablon");
        expect(wrapper.findAll("[data-row]")).toHaveLength(1);
        expect(wrapper.text()).toContain("Ändringen rör en person");
    });
});
