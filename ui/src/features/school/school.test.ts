import { enableAutoUnmount, flushPromises } from "@vue/test-utils";
import { afterEach, describe, expect, it } from "vitest";
import { memoryBackend, type Answers } from "../../backend/memory";
import type { FourWeeksPage, FourWeeksView } from "../../generated/contract";
import { press, stage } from "../../testing";
import { comparedWords, quarterBefore, quarterOf, quartersUntil, startWords } from "./periods";
import SchoolScreen from "./SchoolScreen.vue";

// A screen that stays mounted would answer the keys of the next test.
enableAutoUnmount(afterEach);

const brief = { person: "P06", family_name: "Provsson", given_name: "Foxtrot", birth_date: null, dossier_number: null, personal_number: null, cost_centre: null, board: null, protected: false };
const row: FourWeeksView = {
    person: "P06",
    brief,
    compensation: "ASYL-UTB-GRU",
    periods: 2,
    starts: ["2026-08-17", "2026-09-14"],
    from: "2026-08-17",
    until: "2026-10-11",
    amount_ore: 3_360_000,
    claims: ["A1"],
    claimed_ore: 3_360_000,
    service_ore: 5_040_000,
    difference_ore: 1_680_000,
};
const page: FourWeeksPage = { rows: [row], total: 1, sum_ore: 3_360_000, differing: 1, unknown: 0 };

async function screen(answers: Answers = {}) {
    const backend = memoryBackend({
        "school.periods": () => page,
        "school.drafts": () => ({ drafts: [] }),
        "boards.list": () => ({ boards: [{ cost_centre: "7120", name: "B" }] }),
        ...answers,
    });
    const staged = stage(SchoolScreen, { backend });
    await flushPromises();
    return staged;
}

describe("quarters", () => {
    it("go back over the new year", () => {
        expect(quarterOf("2026-11-20")).toBe("2026Q4");
        expect(quarterOf("2026-01-01")).toBe("2026Q1");
        expect(quarterBefore("2026Q1")).toBe("2025Q4");
        expect(quartersUntil("2026-02-03").slice(0, 3).map(({ value }) => value)).toEqual(["2026Q1", "2025Q4", "2025Q3"]);
    });
});

describe("four-week periods", () => {
    it("are told by their first days, and by what differs", () => {
        expect(startWords({ starts: ["2025-12-08", "2026-01-12", "2026-02-09"] })).toBe("2025-12-08, 2026-01-12, 02-09");
        expect(comparedWords(row)).toBe("skiljer sig");
        expect(comparedWords({ ...row, difference_ore: 0 })).toBe("stämmer");
        expect(comparedWords({ ...row, service_ore: null })).toBe("inte ifyllt");
        expect(comparedWords({ ...row, service_ore: null, claims: [] })).toBe("söks inte än");
    });

    it("are listed for the quarter that has ended, and narrowed to what differs", async () => {
        const { wrapper, backend } = await screen();
        const text = wrapper.text().replace(/\s/g, " ");
        expect(text).toContain("Provsson, Foxtrot");
        expect(text).toContain("2026-08-17, 09-14");
        expect(text).toContain("1 skiljer sig från e-tjänsten");
        await wrapper.find('[data-test="school-shown"]').setValue("differing");
        await flushPromises();
        const last = backend.asked.filter(({ name }) => name === "school.periods").at(-1);
        expect(last?.request).toMatchObject({ differing: true, shown: { page: 0 } });
    });

    it("lead to reading a list of the quarter and unit that are chosen", async () => {
        const { wrapper, backend, router } = await screen();
        backend.picks.push("C:\\elever.csv");
        await wrapper.find('[data-test="school-unit"]').setValue("7120");
        const period = (wrapper.find('[data-test="school-period"]').element as HTMLSelectElement).value;
        press("o", { ctrlKey: true });
        await flushPromises();
        expect(router.currentRoute.value.query).toEqual({ fil: "C:\\elever.csv", period, enhet: "7120" });
    });
});
