import { enableAutoUnmount, flushPromises } from "@vue/test-utils";
import { afterEach, describe, expect, it, vi } from "vitest";
import { memoryBackend, type Answers } from "../../backend/memory";
import type { AsKnown, PersonView, SplitView } from "../../generated/contract";
import { openStatus, press, stage } from "../../testing";
import { brief, fact, hole, kinds, person } from "../../testing/persons";
import PersonScreen from "./PersonScreen.vue";

enableAutoUnmount(afterEach);
afterEach(() => void vi.useRealTimers());

/** The page of `view`, read. */
async function arrive(view: PersonView, answers: Answers = {}) {
    const backend = memoryBackend({
        "overview.navigation": () => ({ sections: [] }),
        "boards.list": () => ({ boards: [{ cost_centre: "7110", name: "A" }, { cost_centre: "7120", name: "B" }] }),
        "persons.kinds": () => ({ kinds }),
        "persons.view": () => view,
        "expectation.changes": () => ({ changes: [], then_text: [], now_text: [] }),
        ...answers,
    });
    const staged = stage(PersonScreen, { backend });
    await staged.session.adopt(openStatus({ today: "2026-11-20" }));
    await flushPromises();
    return { ...staged, asked: (name: string) => backend.asked.filter((one) => one.name === name).map((one) => one.request) };
}

/** Presses a key on the first row of the list. */
function pressInList(key: string, modifiers: KeyboardEventInit = {}): void {
    document.querySelector<HTMLElement>("[data-row]")?.focus();
    press(key, modifiers);
}

const dialog = () => document.querySelector('[role="dialog"]');
const inDialog = (test: string) => dialog()?.querySelector<HTMLInputElement>(`[data-test="${test}"]`);
async function type(test: string, value: string): Promise<void> {
    const field = inDialog(test);
    if (field == null) throw new Error(`no field ${test}`);
    field.value = value;
    field.dispatchEvent(new Event(field.tagName === "SELECT" ? "change" : "input"));
    await flushPromises();
}
async function submit(): Promise<void> {
    dialog()?.querySelector("form")?.dispatchEvent(new Event("submit", { cancelable: true }));
    await flushPromises();
}

describe("the number", () => {
    it("is shown whole when asked for, everywhere, and masked again after a quarter", async () => {
        const { wrapper } = await arrive(person);
        vi.useFakeTimers();
        const number = () => wrapper.find('[data-test="personal-number"]').text();
        expect(number()).toBe("20170101-••••");
        expect(wrapper.text()).not.toContain("2393");
        pressInList("v");
        await wrapper.vm.$nextTick();
        expect(number()).toBe("20170101-2393");
        expect(wrapper.find('[data-test="facts"]').text()).toContain("20170101-2393");
        await vi.advanceTimersByTimeAsync(15 * 60 * 1000 - 1);
        expect(number()).toBe("20170101-2393");
        await vi.advanceTimersByTimeAsync(1);
        expect(number()).toBe("20170101-••••");
        expect(wrapper.text()).not.toContain("2393");
    });
});

describe("what was known", () => {
    const moved = { ...person, days: ["2026-01-10", "2026-08-19"], facts: [fact("b1", "responsible-board", "7120 B", null, null)] };
    const answer: AsKnown = {
        day: "",
        facts: [fact("b", "responsible-board", "7110 A", null, null)],
        then: [fact("b", "responsible-board", "7110 A", null, null)],
        now: moved.facts,
        then_text: ["Ansvarig nämnd: 7110 A, hela tiden."],
        now_text: ["Ansvarig nämnd: 7120 B, hela tiden, känt sedan 2026-08-19."],
    };

    it("is asked for the chosen day, once for all days between two changes, and gone at today", async () => {
        const change = { compensation: "NYA-SCHABLON", compensation_name: "Tvåårsschablon", period_from: "2026-04-01", period_until: "2026-06-30", change: "added", difference_ore: 1_650_000, text: "16 500 väntas nu, och väntades inte då." };
        const { wrapper, asked } = await arrive(moved, {
            "persons.as_known": () => answer,
            "expectation.changes": ({ since }) => ({ changes: since < "2026-08-19" ? [change] : [], then_text: [], now_text: [] }),
        });
        const slider = wrapper.find<HTMLInputElement>('[data-test="known-day"]');
        expect(wrapper.find('[data-test="known-then"]').exists()).toBe(false);
        expect(slider.attributes("aria-valuetext")).toBe("2026-11-20, allt som är känt");
        slider.element.focus();
        press("ArrowLeft", { altKey: true });
        await flushPromises();
        expect(slider.attributes("aria-valuetext")).toBe("2026-08-19, efter ändringen 2026-08-19");
        press("ArrowLeft");
        await flushPromises();
        press("ArrowLeft");
        await flushPromises();
        expect(asked("persons.as_known")).toEqual([
            { person: "P01", day: "2026-08-19" },
            { person: "P01", day: "2026-08-18" },
        ]);
        expect(slider.attributes("aria-valuetext")).toBe("2026-08-17, efter ändringen 2026-01-10");
        expect(wrapper.find('[data-test="known-then-text"]').text()).toContain("7110 A");
        expect(wrapper.find('[data-test="known-now-text"]').text()).toContain("7120 B");
        // What is known now does something to the money, and that is told beside it.
        expect(wrapper.find('[data-test="known-money"]').text().replace(/\s/g, " ")).toContain("Tvåårsschablon 2026-04 – 2026-06: 16 500 väntas nu");
        expect(wrapper.find('[data-test="timeline-chart"]').text()).toContain("som vi visste då");
        press("ArrowRight", { altKey: true });
        await flushPromises();
        press("ArrowRight", { altKey: true });
        await flushPromises();
        expect(wrapper.find('[data-test="known-then"]').exists()).toBe(false);
    });

    it("takes a typed day, tells of a wrong one and keeps what was typed", async () => {
        const { wrapper, asked } = await arrive(moved, { "persons.as_known": () => answer });
        pressInList("d");
        const field = wrapper.find<HTMLInputElement>('[data-test="typed-day"]');
        expect(document.activeElement).toBe(field.element);
        expect(field.element.value).toBe("2026-11-20");
        const type = async (text: string) => {
            field.element.value = text;
            await field.trigger("input");
            await field.trigger("keydown", { key: "Enter" });
            await flushPromises();
        };
        await type("20260430");
        expect(asked("persons.as_known")).toEqual([{ person: "P01", day: "2026-04-30" }]);
        expect(field.element.value).toBe("2026-04-30");
        expect(wrapper.find('[data-test="known-then"]').exists()).toBe(true);
        await type("2026-04-31");
        expect(wrapper.find('[data-test="typed-day-wrong"]').text()).toBe("”2026-04-31” är ingen dag. Skriv ÅÅÅÅ-MM-DD.");
        await type("2027-01-01");
        expect(wrapper.find('[data-test="typed-day-wrong"]').text()).toContain("till 2026-11-20.");
        expect(field.element.value).toBe("2027-01-01");
        expect(field.attributes("aria-invalid")).toBe("true");
        expect(wrapper.find('[data-test="known-day"]').attributes("aria-valuetext")).toContain("2026-04-30");
        press("ArrowLeft");
        await flushPromises();
        expect(asked("persons.as_known")).toHaveLength(1);
        press("Escape");
        await flushPromises();
        expect(field.element.value).toBe("2026-04-30");
        expect(document.activeElement?.hasAttribute("data-row")).toBe(true);
        await type("");
        expect(field.element.value).toBe("2026-11-20");
        expect(wrapper.find('[data-test="known-then"]').exists()).toBe(false);
        expect(wrapper.find('[data-test="typed-day-wrong"]').exists()).toBe(false);
    });

    it("stands as a table too", async () => {
        const { wrapper } = await arrive({ ...moved, disorders: [hole] });
        expect(wrapper.find('[data-test="disorders"]').text()).toBe(hole.text);
        pressInList("t");
        await wrapper.vm.$nextTick();
        expect(wrapper.find('[data-test="timeline-table"] tbody').text()).toContain("7120 B");
        expect(wrapper.find('[data-test="timeline-chart"]').exists()).toBe(false);
    });
});

describe("entering a fact", () => {
    it("chooses the kind by words, says what it ends, and shows each fault at its field", async () => {
        let times = 0;
        const after = { ...person, facts: [fact("new", "responsible-board", "7120 B", "2026-05-01", null)] };
        const { wrapper, asked } = await arrive(person, {
            "persons.enter": () => {
                if (++times > 1) return after;
                const also = [{ code: "day-wrong", message: "Ingen dag.", place: { field: "document_date" } }];
                throw { code: "fact-before-birth", message: "Före födelsen.", place: { field: "valid_from" }, also };
            },
        });
        pressInList("n");
        await flushPromises();
        await type("fact-kind", "nämnd");
        inDialog("fact-kind")?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
        await flushPromises();
        expect(document.activeElement?.getAttribute("data-test")).toBe("board");
        await type("board", "7120");
        await type("valid-from", "2026-05-01");
        await type("document-date", "2026-05-32");
        expect(inDialog("fact-preview")?.textContent).toBe("7110 Exempel stadsdelsnämnd A avslutas 2026-04-30.");
        await submit();
        expect(document.activeElement?.getAttribute("data-test")).toBe("valid-from");
        expect(inDialog("valid-from")?.closest(".entry")?.textContent).toContain("Före födelsen.");
        expect(inDialog("document-date")?.closest(".entry")?.textContent).toContain("Ingen dag.");
        expect(inDialog("board")?.value).toBe("7120");
        await submit();
        const [first, second] = asked("persons.enter") as { facts: { id: string }[] }[];
        // A second try is the same entry.
        expect(first?.facts[0]?.id).toBe(second?.facts[0]?.id);
        expect(second?.facts[0]).toMatchObject({ kind: "responsible-board", cost_centre: "7120", district: null, valid_from: "2026-05-01", valid_until: null });
        expect(dialog()).toBeNull();
        expect(wrapper.find('[data-test="facts"]').text()).toContain("7120 B");
    });

    it("corrects the chosen fact with its form filled in", async () => {
        const board = fact("b", "responsible-board", "7110 A", null, "2026-06-30", { fields: [{ name: "cost_centre", label: "Ansvar", value: "7110", text: "7110 A" }] });
        const { asked } = await arrive({ ...person, facts: [board] }, { "persons.enter": () => person });
        pressInList("r");
        await flushPromises();
        expect([inDialog("board")?.value, inDialog("valid-until")?.value]).toEqual(["7110", "2026-06-30"]);
        await type("valid-until", "2026-07-31");
        await submit();
        expect(asked("persons.enter")).toMatchObject([{ facts: [{ corrects: "b", cost_centre: "7110", valid_until: "2026-07-31" }] }]);
    });

    it("ends a fact on a day and takes one back", async () => {
        const { asked } = await arrive({ ...person, facts: [fact("b", "responsible-board", "7110 A", null, null)] }, { "persons.end": () => person });
        pressInList("a");
        await flushPromises();
        await submit();
        expect(asked("persons.end")).toEqual([]);
        await type("last-day", "2026-06-30");
        await submit();
        pressInList("x");
        await flushPromises();
        await type("end-why", "dubbel");
        await submit();
        expect(asked("persons.end")).toEqual([
            { person: "P01", fact: "b", last_day: "2026-06-30", source: null },
            { person: "P01", fact: "n", last_day: null, source: "dubbel" },
        ]);
    });

    it("strikes through what was corrected, in the list of all entries", async () => {
        const old = fact("o", "responsible-board", "7120 B", null, null, { current: false });
        const { wrapper } = await arrive({ ...person, entries: [old, fact("b", "responsible-board", "7110 A", null, null, { corrects: "o" })] });
        pressInList("h");
        await flushPromises();
        const rows = wrapper.findAll('[data-test="facts"] [data-row]');
        expect(rows.map((row) => [row.find("s").exists(), row.text().includes("rättad")])).toEqual([
            [true, true],
            [false, false],
        ]);
    });
});

describe("a protected person", () => {
    const hidden = { ...brief, family_name: "Skyddade personuppgifter", given_name: "", birth_date: null, dossier_number: null, personal_number: null, cost_centre: null, board: null, protected: true };
    const closed: PersonView = { ...person, brief: hidden, closed: true, age: null, dossier_numbers: [], personal_numbers: [], boards: [], facts: [], entries: [], days: [] };
    const opened: PersonView = { ...person, brief: { ...brief, protected: true } };

    it("shows nothing until it is opened with a reason, and closes by itself", async () => {
        let now = closed;
        const { wrapper, asked } = await arrive(closed, {
            "persons.view": () => now,
            "persons.open": () => (now = opened),
        });
        expect(wrapper.find("h1").text()).toBe("Skyddade personuppgifter");
        expect(wrapper.find('[data-test="timeline"]').exists()).toBe(false);
        await wrapper.find('[data-test="open-person"]').trigger("click");
        await flushPromises();
        vi.useFakeTimers();
        const reason = dialog()?.querySelector("textarea");
        if (reason == null) throw new Error("no field for the reason");
        reason.value = "Ansökan ska lämnas";
        reason.dispatchEvent(new Event("input"));
        dialog()?.querySelector<HTMLElement>(".act-primary")?.click();
        await vi.advanceTimersByTimeAsync(1);
        expect(asked("persons.open")).toEqual([{ person: "P01", reason: "Ansökan ska lämnas" }]);
        expect(wrapper.find('[data-test="opened-person"]').text()).toContain("stängs efter 15 minuter");
        expect(wrapper.find("h1").text()).toContain("Testsson, Alfa");
        now = closed;
        await vi.advanceTimersByTimeAsync(30_000);
        expect(wrapper.find("h1").text()).toBe("Skyddade personuppgifter");
        expect(wrapper.text()).not.toContain("Testsson");
    });

    it("is closed by hand", async () => {
        const { wrapper, asked } = await arrive(opened, { "persons.close": () => closed });
        await wrapper.find('[data-test="close-person"]').trigger("click");
        await flushPromises();
        expect(asked("persons.close")).toEqual([{ person: "P01" }]);
        expect(wrapper.text()).not.toContain("Testsson");
    });
});

describe("a merged person", () => {
    const parted: SplitView = { person: { ...person, brief: { ...brief, person: "P09" } }, from: "P01", stay: [], stay_count: 0, protected: [] };

    async function split(answer: SplitView) {
        const staged = await arrive({ ...person, merged: ["P09"] }, { "persons.split": () => answer });
        await staged.wrapper.find('[data-test="split-P09"]').trigger("click");
        await flushPromises();
        expect(dialog()?.textContent).toContain("P09 slogs samman med P01");
        dialog()?.querySelector<HTMLElement>(".act-primary")?.click();
        await flushPromises();
        expect(staged.asked("persons.split")).toEqual([{ person: "P09" }]);
        return staged;
    }

    it("can be split again after a question", async () => {
        const { router } = await split(parted);
        expect(router.currentRoute.value.fullPath).toBe("/personkrets/P09");
    });

    it("tells first what was entered meanwhile and stays, and whom the protection is for", async () => {
        const { router } = await split({ ...parted, stay: [fact("s", "responsible-board", "7120 B", "2026-05-01", null)], stay_count: 1, protected: ["P09"] });
        expect(router.currentRoute.value.fullPath).not.toBe("/personkrets/P09");
        expect(dialog()?.textContent).toContain("Den står kvar hos P01.");
        expect(dialog()?.textContent).toContain("Ansvarig nämnd: 7120 B, från 2026-05-01");
        expect(dialog()?.textContent).toContain("P09 har fått en egen uppgift om skydd.");
        dialog()?.querySelector<HTMLElement>('[data-test="split-show"]')?.click();
        await flushPromises();
        expect(router.currentRoute.value.fullPath).toBe("/personkrets/P09");
        expect(dialog()).toBeNull();
    });
});
