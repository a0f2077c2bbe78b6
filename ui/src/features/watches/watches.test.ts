import { enableAutoUnmount, flushPromises } from "@vue/test-utils";
import { nextTick } from "vue";
import { afterEach, describe, expect, it } from "vitest";
import { memoryBackend, type Answers } from "../../backend/memory";
import type { MarkWatch, PersonBrief, WatchesPage, WatchView } from "../../generated/contract";
import { openStatus, press, stage } from "../../testing";
import { brief, kinds, person } from "../../testing/persons";
import PersonScreen from "../persons/PersonScreen.vue";
import StartScreen from "../start/StartScreen.vue";
import { backTo, nearWords, watchColumns } from "./watches";
import WatchesScreen from "./WatchesScreen.vue";

enableAutoUnmount(afterEach);

const somebody = (id: string): PersonBrief => ({ ...brief, person: id, family_name: "Testsson", given_name: id });
const row = (id: string, differently: Partial<WatchView> = {}): WatchView => ({
    watch: `turns-18:${id}`,
    brief: somebody(id),
    rule: "turns-18",
    text: "Fyller 18 år: dygnsschablonen för barn upphör",
    due: "2026-12-30",
    days_left: 40,
    group: "within-45",
    later: null,
    event: "2026-12-30",
    moved: null,
    source: "2010:1122",
    verified: true,
    ...differently,
});

const passed = row("P01", { due: "2026-11-10", days_left: -10, group: "passed", later: "Enligt en annan text senast 2026-11-30" });
const near = row("P02", { due: "2026-11-24", days_left: 4, group: "within-14", verified: false, rule: "turns-20" });
const many = [passed, near, ...Array.from({ length: 8 }, (_, index) => row(`P1${index}`))];

/** A core that keeps marks, as the real one. */
function core(all: WatchView[], differently: Answers = {}) {
    const marks = new Map<string, MarkWatch>();
    const list = (of: string | null): WatchesPage => {
        const open = all.filter((one) => of === null || one.brief.person === of).flatMap((one) => {
            const mark = marks.get(one.watch);
            if (mark === undefined) return [one];
            return mark.mark === "moved" ? [{ ...one, due: mark.day ?? "", group: "later", moved: mark.reason }] : [];
        });
        open.sort((one, other) => one.due.localeCompare(other.due));
        return { watches: open, total: open.length, passed: open.filter(({ group }) => group === "passed").length, urgent: open.filter(({ group }) => group === "within-14").length, done: 0, kinds: [], left_out: 0 };
    };
    return memoryBackend({
        "overview.navigation": () => ({ sections: [] }),
        "watches.list": ({ person: of }) => list(of),
        "watches.mark": (request) => {
            if (request.mark === "moved" && request.day === "igår") throw { code: "day-wrong", message: "igår är ingen dag.", place: { field: "day" } };
            if (request.mark === "undone") marks.delete(request.watch);
            else marks.set(request.watch, request);
            return list(request.person);
        },
        ...differently,
    });
}

const none = { days: [], total: 0, groups: [], at_risk_ore: 0, today: "2026-11-20" };
const START: Answers = {
    "overview.start": () => ({ persons: 19, lists: [], has_lists: true, chain: [], months: [], observation_ore: 0, backup: { state: "fresh", last_at: null, hours: 1, text: "", restoration_waits: false } }),
    "last_days.list": () => none,
    "cases.list": () => ({ cases: [], total: 0, more: false, page: 0, officers: [], left_out: 0, left_out_text: "" }),
};

async function shown(component: Parameters<typeof stage>[0], backend: ReturnType<typeof core>) {
    const staged = stage(component, { backend });
    await staged.session.adopt(openStatus({ today: "2026-11-20" }));
    await flushPromises();
    const marked = () => backend.asked.filter(({ name }) => name === "watches.mark").map(({ request }) => request as MarkWatch);
    return { ...staged, backend, marked, keys: () => [...document.querySelectorAll('[data-test="watches"] [data-row]')].map((one) => one.getAttribute("data-row-key")) };
}

const focused = () => document.activeElement?.getAttribute("data-row-key");
async function choose(key: string): Promise<void> {
    document.querySelector<HTMLElement>(`[data-test="watches"] [data-row-key^="${key}/"]`)?.focus();
    await nextTick();
}
async function type(test: string, value: string): Promise<void> {
    const field = document.querySelector<HTMLInputElement>(`[role="dialog"] [data-test="${test}"]`)!;
    field.value = value;
    field.dispatchEvent(new Event("input"));
    await nextTick();
}
const settled = async () => {
    await flushPromises();
    await flushPromises();
};

describe("watches on the start page", () => {
    it("are asked for when the rest of the page is there, and do not hold it up", async () => {
        let answer: (page: WatchesPage) => void = () => undefined;
        const backend = core(many, { ...START, "watches.list": () => new Promise((resolve) => (answer = resolve)) });
        const { wrapper } = await shown(StartScreen, backend);
        const names = backend.asked.map(({ name }) => name);
        expect(names.indexOf("watches.list")).toBeGreaterThan(names.indexOf("last_days.list"));
        expect(wrapper.find('[data-test="nothing-at-risk"]').exists()).toBe(true);
        expect(wrapper.find('[data-test="waiting-lists"]').exists()).toBe(true);
        answer({ watches: [near], total: 1, passed: 0, urgent: 1, done: 0, kinds: [], left_out: 0 });
        await settled();
        expect(wrapper.find('[data-test="watches-card"]').text()).toContain("1 inom 14 dagar");
    });

    it("shows the eight nearest in groups, each with what to do, whom, and what is to be known", async () => {
        const { wrapper, keys } = await shown(StartScreen, core(many, START));
        const card = wrapper.find('[data-test="watches-card"]');
        expect(keys()).toHaveLength(8);
        expect(card.text()).toContain("Dagen har passerat 1 st");
        expect(card.text()).toContain("Inom 14 dagar 1 st");
        expect(card.text()).toContain("Inom 45 dagar");
        expect(card.text()).toContain("8 av 10");
        expect(card.find('[data-test="watches-all"]').attributes("href")).toBe("#/bevakningar");
        const [first, second] = card.findAll("[data-row]");
        expect(first?.text()).toContain("−10");
        expect(first?.text()).toContain("Enligt en annan text senast 2026-11-30");
        expect(first?.text()).not.toContain("ej kontrollerad");
        expect(first?.find("a").attributes("href")).toBe("#/personkrets/P01");
        expect(second?.text()).toContain("ej kontrollerad");
        expect(second?.text()).toContain("Testsson, P02");
    });

    it("says in one line that there is nothing", async () => {
        const { wrapper } = await shown(StartScreen, core([], START));
        expect(wrapper.find('[data-test="no-watches"]').text()).toBe("Inget att bevaka de närmaste månaderna.");
        expect(wrapper.find('[data-test="watch-done"]').exists()).toBe(false);
    });

    it("tells of a failure in its own place", async () => {
        const { wrapper } = await shown(
            StartScreen,
            core([], {
                ...START,
                "watches.list": () => {
                    throw { code: "store-broken", message: "Databasen svarar inte." };
                },
            }),
        );
        expect(wrapper.find('[data-test="watches-card"] [role="alert"]').text()).toContain("Databasen svarar inte.");
        expect(wrapper.find('[data-test="risk"]').exists()).toBe(true);
    });

    it("leaves K to the list that has the focus", async () => {
        const day = { id: "d1", compensation: "ASYL-BIF", compensation_name: "Barn i familj", period: "2026Q1", period_words: "Kvartal 1 2026", unit: "7120", unit_name: "B", last_day: "2026-11-30", days_left: 10, group: "within-14", amount_ore: 1, note: "", done_by: null, done_at: null };
        const backend = core(many, { ...START, "last_days.list": () => ({ ...none, days: [day], total: 1 }), "last_days.done": ({ done }) => ({ ...day, done_by: done ? "EXEMPEL" : null }) });
        const { marked } = await shown(StartScreen, backend);
        const asked = () => backend.asked.filter(({ name }) => name === "last_days.done").length;
        document.querySelector<HTMLElement>('[data-row-key="d1"]')?.focus();
        await nextTick();
        press("k");
        await settled();
        expect([asked(), marked().length]).toEqual([1, 0]);
        await choose("P02");
        press("k");
        await settled();
        expect([asked(), marked().length]).toEqual([1, 1]);
        press("z", { ctrlKey: true });
        await settled();
        expect([asked(), marked().length]).toEqual([1, 2]);
        document.querySelector<HTMLElement>('[data-row-key="d1"]')?.focus();
        await nextTick();
        press("z", { ctrlKey: true });
        await settled();
        expect([asked(), marked().length]).toEqual([2, 2]);
    });
});

describe("all watches", () => {
    it("marks as done by K, stays in place, and takes it back by Ctrl Z", async () => {
        const { wrapper, marked, keys } = await shown(WatchesScreen, core(many));
        expect(wrapper.text()).toContain("10 bevakningar · 1 har passerat · 1 inom 14 dagar");
        await choose("P02");
        press("k");
        await settled();
        expect(marked()).toEqual([{ person: "P02", watch: "turns-18:P02", mark: "done", day: null, reason: "" }]);
        expect(keys()).toHaveLength(9);
        expect(focused()).toBe("P10/turns-18:P10");
        expect(wrapper.find('[data-test="watch-marked"]').text()).toBe("Klar: Fyller 18 år: dygnsschablonen för barn upphör, Testsson, P02.");
        press("z", { ctrlKey: true });
        await settled();
        expect(marked().at(-1)?.mark).toBe("undone");
        expect(focused()).toBe("P02/turns-18:P02");
        expect(wrapper.find('[data-test="watch-undo"]').exists()).toBe(false);
    });

    it("gives the keyboard to Ångra when the last row has gone", async () => {
        const { marked } = await shown(WatchesScreen, core([near]));
        await choose("P02");
        press("k");
        await settled();
        expect(document.activeElement?.getAttribute("data-test")).toBe("watch-undo");
        (document.activeElement as HTMLElement).click();
        await settled();
        expect(marked().map(({ mark }) => mark)).toEqual(["done", "undone"]);
        expect(focused()).toBe("P02/turns-18:P02");
    });

    it("moves with a day and a reason, and keeps what was typed when it is refused", async () => {
        const { marked, wrapper } = await shown(WatchesScreen, core([near, row("P10")]));
        await choose("P02");
        press("s");
        await settled();
        expect(document.activeElement?.getAttribute("data-test")).toBe("watch-day");
        await type("watch-day", "igår");
        await type("watch-reason", "Väntar på svar");
        document.querySelector("form")?.dispatchEvent(new Event("submit", { cancelable: true }));
        await settled();
        expect(document.querySelector('[role="dialog"]')?.textContent).toContain("igår är ingen dag.");
        expect(document.querySelector<HTMLInputElement>('[data-test="watch-reason"]')?.value).toBe("Väntar på svar");
        await type("watch-day", "2027-01-31");
        document.querySelector("form")?.dispatchEvent(new Event("submit", { cancelable: true }));
        await settled();
        expect(document.querySelector('[role="dialog"]')).toBeNull();
        expect(marked().at(-1)).toEqual({ person: "P02", watch: "turns-18:P02", mark: "moved", day: "2027-01-31", reason: "Väntar på svar" });
        expect(focused()).toBe("P10/turns-18:P10");
        expect(wrapper.text()).toContain("Flyttad: Väntar på svar");
    });

    it("asks why there is nothing to do", async () => {
        const { marked, keys } = await shown(WatchesScreen, core([near, row("P10")]));
        await choose("P02");
        press("i");
        await settled();
        const dialog = document.querySelector('[role="dialog"]')!;
        const confirm = dialog.querySelector<HTMLElement>(".act-primary")!;
        confirm.click();
        await settled();
        expect(dialog.textContent).toContain("Testsson, P02");
        expect(marked()).toEqual([]);
        const reason = dialog.querySelector("textarea")!;
        reason.value = "Har flyttat";
        reason.dispatchEvent(new Event("input"));
        await nextTick();
        confirm.click();
        await settled();
        expect(marked()).toEqual([{ person: "P02", watch: "turns-18:P02", mark: "not-applicable", day: null, reason: "Har flyttat" }]);
        expect(keys()).toEqual(["P10/turns-18:P10"]);
    });

    it("is narrowed by day", async () => {
        const { wrapper, backend } = await shown(WatchesScreen, core(many));
        await wrapper.find('[data-test="watches-until"]').setValue("near");
        await settled();
        expect(backend.asked.at(-1)).toEqual({ name: "watches.list", request: { person: null, until: "2026-12-04", shown: { page: 0 } } });
    });

    it("opens the person of a row, and leads back", async () => {
        const { router } = await shown(WatchesScreen, core(many));
        await choose("P02");
        press("Enter");
        await settled();
        expect(router.currentRoute.value.fullPath).toBe("/personkrets/P02");
        press("Escape");
        await settled();
        expect(router.currentRoute.value.fullPath).toBe("/start");
    });

    it("tells when a watch may not be marked", async () => {
        const { wrapper, keys } = await shown(
            WatchesScreen,
            core(many, {
                "watches.mark": () => {
                    throw { code: "person-closed", message: "Personen har skyddade uppgifter." };
                },
            }),
        );
        await choose("P02");
        press("k");
        await settled();
        expect(wrapper.find('[role="alert"]').text()).toContain("skyddade uppgifter");
        expect(keys()).toHaveLength(10);
    });
});

describe("watches of a person", () => {
    const answers: Answers = { "persons.kinds": () => ({ kinds }), "persons.view": () => person, "boards.list": () => ({ boards: [] }) };

    it("stand on the person's page with the same marks", async () => {
        const mine = row(brief.person, { due: "2026-11-10", days_left: -10, group: "passed" });
        const { wrapper, marked, backend } = await shown(PersonScreen, core([mine, near], answers));
        const chip = () => wrapper.findAll("button").find((one) => one.text().startsWith("Bevakningar"));
        expect(chip()?.text()).toContain("1");
        document.querySelector<HTMLElement>("[data-row]")?.focus();
        press("g");
        await settled();
        expect(backend.asked.filter(({ name }) => name === "watches.list").map(({ request }) => request)).toContainEqual({ person: brief.person, until: null });
        expect(focused()).toBe(`${brief.person}/${mine.watch}`);
        press("k");
        await settled();
        expect(marked().map(({ person: id, mark }) => [id, mark])).toEqual([[brief.person, "done"]]);
        expect(chip()?.text()).toContain("0");
        expect(wrapper.find('[data-test="cases-of-person"]').exists()).toBe(false);
        press("z", { ctrlKey: true });
        await settled();
        expect(focused()).toBe(`${brief.person}/${mine.watch}`);
    });

    it("has words for money that is expected or granted", async () => {
        const entry = { compensation: null, compensation_name: null, period_from: null, period_until: null, cost_centre: null, amount_ore: 100, list: null, line: null, payment_date: null };
        const money = ["expected", "granted", "paid"].map((kind) => ({ ...entry, kind }));
        const { wrapper } = await shown(PersonScreen, core([], { ...answers, "persons.view": () => ({ ...person, money, paid_ore: 100 }) }));
        document.querySelector<HTMLElement>("[data-row]")?.focus();
        press("p");
        await settled();
        const list = wrapper.find('[data-test="money"]').text();
        expect(["Förväntat", "Beviljat", "Utbetalt"].filter((word) => !list.includes(word))).toEqual([]);
    });
});

describe("words and requests", () => {
    it("gives a moved watch its day back", () => {
        expect(backTo(row("P01", { moved: "Väntar", due: "2027-01-31" }))).toEqual({ person: "P01", watch: "turns-18:P01", mark: "moved", day: "2027-01-31", reason: "Väntar" });
        expect(backTo(row("P01")).mark).toBe("undone");
    });

    it("says nothing of what there is none of", () => {
        expect(nearWords({ watches: [], total: 3, passed: 0, urgent: 2, done: 0, kinds: [], left_out: 0 })).toBe("2 inom 14 dagar");
        expect(nearWords(undefined)).toBe("");
    });

    it("leaves the person out of one person's list", () => {
        expect(watchColumns(false, true).map(({ id }) => id)).toEqual(["due", "left", "what", "note"]);
        expect(watchColumns(true, false).map(({ id }) => id)).toEqual(["due", "left", "what"]);
    });
});
