import { enableAutoUnmount, flushPromises } from "@vue/test-utils";
import { afterEach, describe, expect, it } from "vitest";
import { memoryBackend } from "../../backend/memory";
import type { CorrectRequest, WrongRows, WrongRowView } from "../../generated/contract";
import { press, stage } from "../../testing";
import { keyOf, toCorrect } from "./wrong";
import WrongScreen from "./WrongScreen.vue";

// A page that is gone takes no keys.
enableAutoUnmount(afterEach);

const row: WrongRowView = {
    month: "2026-10",
    distribution: "r1",
    list: "l1",
    file: "lista.csv",
    line: 7,
    person: "P19",
    person_name: "Familj-Test, Sierra",
    compensation: "ASYL-BIF",
    name: "Barn i familj",
    period_from: "2026-04-01",
    period_until: "2026-06-30",
    amount_ore: 100000,
    cause: "board",
    cause_text: "Personens nämnd har ändrats.",
    before: [{ cost_centre: "7110", board: "Nämnd A", amount_ore: 100000 }],
    now: [{ cost_centre: "7120", board: "Nämnd B", amount_ore: 100000 }],
    reason: null,
    remedy: "correct",
    remedy_text: "Gör en rättelse: den flyttar bara skillnaden.",
};
const earlier = { ...row, month: "2026-09", list: "l0", line: 3 };
const open = { ...row, line: 9, distribution: "r2", remedy: "take-back", remedy_text: "Ta tillbaka körningen.", now: [], reason: "Personens nämnd är inte känd på dagen" };
const month = (id: string, name: string, rows: number) => ({ month: id, name, rows, correctable_rows: 1, moved_ore: 100000 });
const found: WrongRows = { outcome: "findings", months: [month("2026-09", "september 2026", 1), month("2026-10", "oktober 2026", 2)], rows: [earlier, row, open] };

async function opened(correct?: (request: CorrectRequest) => void) {
    let left = found.rows;
    const backend = memoryBackend({
        "distribution.wrong": () => ({ ...found, rows: left }),
        "distribution.correct": (request) => {
            correct?.(request);
            left = left.filter((one) => !request.rows?.some(({ list, line }) => list === one.list && line === one.line));
            return { outcome: "done", distribution: `c-${request.month}`, run: 2, rows: request.rows?.length ?? 0, suspense_ore: 0, shares: [], suspended: [] };
        },
    });
    const staged = stage(WrongScreen, { backend });
    await flushPromises();
    const focus = async (key: string) => {
        staged.wrapper.find<HTMLElement>(`[data-row-key="${key}"]`).element.focus();
        await flushPromises();
    };
    const requests = () => backend.asked.filter((one) => one.name === "distribution.correct").map((one) => one.request as CorrectRequest);
    return { ...staged, focus, requests };
}

describe("what was distributed to the wrong board", () => {
    it("is asked for month by month, every ticked row of it", () => {
        const later = { ...row, line: 8 };
        const asked = toCorrect([earlier, row, later, open], new Set([earlier, row, later].map(keyOf)));
        expect([...asked]).toEqual([
            ["2026-09", [{ list: "l0", line: 3 }]],
            [
                "2026-10",
                [
                    { list: "l1", line: 7 },
                    { list: "l1", line: 8 },
                ],
            ],
        ]);
    });

    it("counts it in the tab, and says why, what the boards have and what they would have", async () => {
        const { wrapper, focus } = await opened();
        expect(wrapper.find('[data-test="distribution-wrong"]').text()).toBe("Fel nämnd3");
        await focus("l1-7");
        expect(wrapper.find('[data-test="wrong-pane"]').text()).toContain("Personens nämnd har ändrats.");
        expect(wrapper.find('[data-test="wrong-before"]').text()).toContain("7110 Nämnd A");
        expect(wrapper.find('[data-test="wrong-now"]').text()).toContain("7120 Nämnd B");
        await focus("l1-9");
        expect(wrapper.find('[data-test="wrong-now"]').text()).toContain("observationskontot: Personens nämnd är inte känd");
    });

    it("shows in the list only the boards whose share differs, and how each row is put right", async () => {
        const other = { cost_centre: "8200", board: "Nämnd C", amount_ore: 50000 };
        const row_ = { ...row, before: [...row.before, other], now: [...row.now, other] };
        const { wrapper } = stage(WrongScreen, { backend: memoryBackend({ "distribution.wrong": () => ({ ...found, rows: [row_, open] }) }) });
        await flushPromises();
        const [first, second] = wrapper.findAll("[data-row]").map((one) => one.text());
        expect(first).toContain("7110 1\u00A0000,00");
        expect(first).toContain("7120 1\u00A0000,00");
        expect(first).not.toContain("8200");
        expect(first).toMatch(/Rätta$/);
        expect(second).toMatch(/Personens nämnd är inte känd på dagen.*Ta tillbaka körningen$/);
    });

    it("corrects the rows that blank ticks by Ctrl Enter, and nothing before any is ticked", async () => {
        const { wrapper, focus, requests } = await opened();
        await focus("l1-7");
        expect(press("Enter", { ctrlKey: true })).toBe(false);
        press(" ");
        await flushPromises();
        press("Enter", { ctrlKey: true });
        await flushPromises();
        expect(requests()).toEqual([{ month: "2026-10", id: expect.any(String), rows: [{ list: "l1", line: 7 }] }]);
        expect(wrapper.find('[data-test="corrected"]').text()).toContain("Rättelse, körning 2 i oktober 2026: en rad");
        expect(wrapper.find('[data-test="to-correction"]').attributes("href")).toBe("#/fordelning/c-2026-10");
        expect(wrapper.findAll("[data-row]").map((one) => one.attributes("data-row-key"))).toEqual(["l0-3", "l1-9"]);
    });

    it("ticks by A all that a correction puts right, and corrects month by month", async () => {
        const { wrapper, focus, requests } = await opened();
        expect(wrapper.findAll(".box")).toHaveLength(2);
        await focus("l1-9");
        press(" ");
        await flushPromises();
        expect(wrapper.find('[data-test="correct"]').attributes("disabled")).toBeDefined();
        press("a");
        await flushPromises();
        press("Enter", { ctrlKey: true });
        await flushPromises();
        expect(requests().map(({ month, rows }) => [month, rows])).toEqual([
            ["2026-09", [{ list: "l0", line: 3 }]],
            ["2026-10", [{ list: "l1", line: 7 }]],
        ]);
    });

    it("keeps what was refused ticked, tells what was done, and asks again for the same correction", async () => {
        let refuses = true;
        const { wrapper, focus, requests } = await opened(({ month }) => {
            if (month === "2026-10" && refuses) throw { code: "disk-full", message: "Disken är full." };
        });
        await focus("l1-7");
        press("a");
        await flushPromises();
        press("Enter", { ctrlKey: true });
        await flushPromises();
        expect(wrapper.text()).toContain("Disken är full.");
        expect(wrapper.find('[data-test="corrected"]').text()).toContain("september 2026");
        refuses = false;
        press("Enter", { ctrlKey: true });
        await flushPromises();
        expect(requests().map(({ month }) => month)).toEqual(["2026-09", "2026-10", "2026-10"]);
        expect(requests()[2]).toEqual(requests()[1]);
    });

    it("leads by K to the run where that is to be taken back", async () => {
        const { focus, router } = await opened();
        await focus("l1-9");
        press("k");
        await flushPromises();
        expect(router.currentRoute.value.path).toBe("/fordelning/r2");
    });

    it("says that nothing is wrong", async () => {
        const { wrapper } = stage(WrongScreen, { backend: memoryBackend({ "distribution.wrong": () => ({ outcome: "done", months: [], rows: [] }) }) });
        await flushPromises();
        expect(wrapper.find('[data-test="nothing-wrong"]').text()).toContain("stämmer med personkretsen");
    });
});
