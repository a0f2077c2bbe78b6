import { enableAutoUnmount, flushPromises } from "@vue/test-utils";
import { nextTick } from "vue";
import { afterEach, describe, expect, it, vi } from "vitest";
import { memoryBackend, type Answers } from "../../backend/memory";
import type { LastDays, LastDayView, StartPage } from "../../generated/contract";
import { press, stage } from "../../testing";
import { requestOf, typedOf } from "./lastDays";
import StartScreen from "./StartScreen.vue";

// A screen that stays mounted would answer the keys of the next test.
enableAutoUnmount(afterEach);

const day = (differently: Partial<LastDayView>): LastDayView => ({
    id: "d1",
    compensation: "ASYL-BIF",
    compensation_name: "Barn i familj",
    period: "2026Q1",
    period_words: "Kvartal 1 2026",
    unit: "7120",
    unit_name: "Exempel stadsdelsnämnd B",
    last_day: "2026-11-30",
    days_left: 10,
    group: "within-14",
    amount_ore: 2_318_000,
    note: "",
    done_by: null,
    done_at: null,
    ...differently,
});

const urgent = day({});
const later = day({ id: "d2", compensation: "EKU-VARD", period: "2026Q3", last_day: "2027-03-30", days_left: 130, group: "later", amount_ore: 7_431_860 });
const days: LastDays = {
    days: [urgent, later],
    total: 2,
    groups: [
        { group: "within-14", count: 1, amount_ore: 2_318_000, without_amount: 0 },
        { group: "later", count: 1, amount_ore: 7_431_860, without_amount: 0 },
    ],
    at_risk_ore: 2_318_000,
    today: "2026-11-20",
};
const none: LastDays = { ...days, days: [], total: 0, groups: [], at_risk_ore: 0 };
const page: StartPage = { persons: 19, lists: [], has_lists: true, chain: [], months: [], observation_ore: 0, backup: { state: "fresh", last_at: null, hours: 1, text: "", restoration_waits: false } };

async function started(answers: Answers) {
    const staged = stage(StartScreen, { backend: memoryBackend({ "overview.start": () => page, "last_days.list": () => days, "cases.list": () => ({ cases: [], total: 3, more: false, page: 0, officers: [], left_out: 0, left_out_text: "" }), ...answers }) });
    await flushPromises();
    // The page's frame, which is not here, does this on arrival.
    document.querySelector<HTMLElement>("[data-pane-start]")?.focus();
    await nextTick();
    return staged;
}

const field = (name: string) => document.querySelector<HTMLInputElement>(`[data-test="last-day-${name}"]`)!;

function type(name: string, text: string): void {
    field(name).value = text;
    field(name).dispatchEvent(new Event(field(name).tagName === "SELECT" ? "change" : "input"));
}

describe("money at risk", () => {
    it("starts on the first row, in groups with the core's sums", async () => {
        const { wrapper } = await started({});
        expect(document.activeElement?.getAttribute("data-row-key")).toBe("d1");
        const shown = wrapper.find('[data-test="risk"]').text().replaceAll("\u00A0", " ");
        expect(wrapper.find('[data-test="at-risk"]').text().replaceAll("\u00A0", " ")).toBe("23 180,00");
        expect(shown).toContain("Inom 14 dagar 1 st");
        expect(shown).toContain("74 318,60");
        expect(wrapper.find('[data-row-key="d1"] .tone-error').text()).toBe("10");
        expect(wrapper.find('[data-row-key="d2"] .tone-error').exists()).toBe(false);
    });

    it("leads to the cases that have a day soon", async () => {
        const { wrapper } = await started({});
        expect(wrapper.find('[data-test="cases-due-link"]').attributes("href")).toBe("#/personkrets/arenden?dag=nara");
        expect(wrapper.find('[data-test="cases-due"]').text()).toContain("3 ärenden");
    });

    it("says so where nothing is near", async () => {
        const { wrapper } = await started({ "last_days.list": () => none });
        expect(wrapper.find('[data-test="nothing-at-risk"]').text()).toBe("Inget med sista dag inom 45 dagar.");
        expect(wrapper.find('[data-test="last-days"]').exists()).toBe(false);
    });

    it("marks a row by K, takes it back by Ctrl Z, and goes on to the next row", async () => {
        let open = [urgent, later];
        const { wrapper, backend } = await started({
            "last_days.list": () => ({ ...days, days: open, total: open.length }),
            "last_days.done": ({ done }) => {
                open = done ? [later] : [urgent, later];
                return { ...urgent, done_by: done ? "EXEMPEL" : null, group: done ? "done" : "within-14" };
            },
        });
        expect(press("k")).toBe(true);
        await flushPromises();
        expect(backend.asked.filter(({ name }) => name === "last_days.done")).toEqual([{ name: "last_days.done", request: { id: "d1", done: true } }]);
        expect(wrapper.find('[data-test="last-day-marked"]').text()).toContain("Barn i familj Kvartal 1 2026");
        expect(document.activeElement?.getAttribute("data-row-key")).toBe("d2");
        expect(press("z", { ctrlKey: true })).toBe(true);
        await flushPromises();
        expect(backend.asked.filter(({ name }) => name === "last_days.done").at(-1)?.request).toEqual({ id: "d1", done: false });
        expect(document.activeElement?.getAttribute("data-row-key")).toBe("d1");
    });

    it("keeps what was typed, and its id, when the core refuses it", async () => {
        let refuse = true;
        const { backend } = await started({
            "boards.list": () => ({ boards: [{ cost_centre: "7120", name: "Exempel stadsdelsnämnd B" }] }),
            "compensations.list": () => ({ compensations: [{ code: "ASYL-BIF", name: "Barn i familj", short_name: "Barn i familj", law: "" }] }),
            "last_days.set": () => {
                if (!refuse) return urgent;
                throw {
                    code: "claim-period-wrong",
                    message: "2026Q5 är varken ett kvartal eller ett år.",
                    place: { field: "period" },
                    also: [{ code: "day-wrong", message: "igår är ingen dag.", place: { field: "last_day" } }],
                };
            },
        });
        press("n");
        await flushPromises();
        type("compensation", "ASYL-BIF");
        type("unit", "7120");
        type("period", "2026Q5");
        type("day", "igår");
        type("amount", "23 180");
        document.querySelector<HTMLElement>('[data-test="last-day-save"]')!.click();
        await flushPromises();
        const dialog = document.querySelector('[role="dialog"]')!;
        expect(dialog.textContent).toContain("varken ett kvartal");
        expect(dialog.textContent).toContain("igår är ingen dag");
        expect(field("period").value).toBe("2026Q5");
        refuse = false;
        type("period", "2026Q1");
        type("day", "2026-11-30");
        document.querySelector<HTMLElement>('[data-test="last-day-save"]')!.click();
        await flushPromises();
        const sent = backend.asked.filter(({ name }) => name === "last_days.set").map(({ request }) => request as { id: string; amount_ore: number });
        expect(sent).toHaveLength(2);
        expect(sent[1]?.id).toBe(sent[0]?.id);
        expect(sent[1]?.amount_ore).toBe(2_318_000);
        expect(document.querySelector('[role="dialog"]')).toBeNull();
    });

    it("asks for no more than kronor where the amount is no amount", async () => {
        const { backend } = await started({ "boards.list": () => ({ boards: [] }), "compensations.list": () => ({ compensations: [] }) });
        press("Enter");
        await flushPromises();
        expect(field("amount").value.replaceAll("\u00A0", " ")).toBe("23 180,00");
        type("amount", "mycket");
        await nextTick();
        document.querySelector<HTMLElement>('[data-test="last-day-save"]')!.click();
        await flushPromises();
        expect(document.querySelector('[role="dialog"]')?.textContent).toContain("Skriv beloppet i kronor");
        expect(backend.asked.some(({ name }) => name === "last_days.set")).toBe(false);
    });
});

describe("the last day that the law gives", () => {
    const law = { code: "ASYL-BIF", period_from: "2026-04-01", period_until: "2026-06-30", cautious: "2026-12-30", practice: "2026-12-31", statutory: "2027-01-02", rule: "x", rule_text: "", decided_by: "period", received_text: "" };
    const choices: Answers = {
        "boards.list": () => ({ boards: [] }),
        "compensations.list": () => ({ compensations: ["ASYL-BIF", "EKB-DYGN", "NYA-EKB"].map((code) => ({ code, name: code, short_name: code, law: "" })) }),
        "law.last_day": ({ code, period }) => {
            if (code === "EKB-DYGN") throw { code: "no-last-day-rule", message: "Har ingen sista dag." };
            if (code === "NYA-EKB") throw { code: "reception-needed", message: "Ange dagen då personen togs emot.", place: { field: "received" } };
            if (period === "1999") throw { code: "period-outside-rule", message: "Regeln gäller inte den perioden.", place: { field: "period" } };
            return { ...law, ...(period === "2025" ? { cautious: "2026-12-31", practice: "2026-12-31", statutory: "2026-12-31" } : {}) };
        },
    };
    const said = () => document.querySelector('[data-test="last-day-law"]')?.textContent ?? "";

    async function opened(key = "n") {
        vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
        const staged = await started(choices);
        press(key);
        await flushed();
        return staged;
    }

    /** After the pause in which somebody may still be typing. */
    async function flushed(): Promise<void> {
        await nextTick();
        await vi.advanceTimersByTimeAsync(300);
        await nextTick();
    }

    afterEach(() => void vi.useRealTimers());

    it("is filled in when compensation and period are chosen, with the other days beside it", async () => {
        const { backend } = await opened();
        type("compensation", "ASYL-BIF");
        await flushed();
        expect(backend.asked.some(({ name }) => name === "law.last_day")).toBe(false);
        type("period", "2026Q2");
        await flushed();
        expect(backend.asked.filter(({ name }) => name === "law.last_day").map(({ request }) => request)).toEqual([{ code: "ASYL-BIF", period: "2026Q2", received: null, first_claim: false }]);
        expect(field("day").value).toBe("2026-12-30");
        expect(said()).toBe("Försiktig dag 2026-12-30, som varningarna går efter. Migrationsverket skriver 2026-12-31, och enligt lag blir det 2027-01-02 när helgdagar räknas in.");
        type("period", "2025");
        await flushed();
        expect(field("day").value).toBe("2026-12-31");
        expect(said()).toContain("densamma");
    });

    it("is replaced by what somebody types who is in the field already", async () => {
        await opened();
        type("compensation", "ASYL-BIF");
        type("period", "2026Q2");
        field("day").focus();
        await flushed();
        expect([field("day").value, field("day").selectionStart, field("day").selectionEnd]).toEqual(["2026-12-30", 0, 10]);
    });

    it("never replaces what somebody has typed", async () => {
        await opened();
        type("day", "2026-12-30");
        type("compensation", "ASYL-BIF");
        type("period", "2026Q2");
        await flushed();
        type("period", "2025");
        await flushed();
        expect(field("day").value).toBe("2026-12-30");
        expect(said()).toContain("Den dag som redan står här är kvar.");
    });

    it("takes its own day back where the law has none, and says so", async () => {
        await opened();
        type("compensation", "ASYL-BIF");
        type("period", "2026Q2");
        await flushed();
        for (const [code, words] of [["EKB-DYGN", "ingen sista dag i förordningen"], ["NYA-EKB", "räknas från det första mottagandet"]] as const) {
            type("compensation", code);
            await flushed();
            expect(field("day").value).toBe("");
            expect(said()).toContain(words);
        }
        type("compensation", "ASYL-BIF");
        type("period", "1999");
        await flushed();
        expect(said()).toBe("Regeln gäller inte den perioden.");
    });

    it("leaves the day of a row that is changed", async () => {
        await opened("Enter");
        expect(field("day").value).toBe("2026-11-30");
        expect(said()).toContain("Försiktig dag 2026-12-30");
    });
});

describe("a new database", () => {
    it("has last days as its third step", async () => {
        const { wrapper } = await started({ "overview.start": () => ({ ...page, has_lists: false }), "last_days.list": () => none });
        const steps = wrapper.findAll('[data-test="first-steps"] li h3').map((step) => step.text());
        expect(steps).toEqual(["Läs in en utbetalningslista", "Läs in personkretsen", "Sätt sista dagar"]);
        expect(wrapper.find('[data-test="risk"]').exists()).toBe(false);
        await wrapper.find('[data-test="first-last-day"]').trigger("click");
        await flushPromises();
        expect(document.querySelector('[role="dialog"]')?.textContent).toContain("Lägg till en sista dag");
    });

    it("shows the days that were set, beside the steps", async () => {
        const { wrapper } = await started({ "overview.start": () => ({ ...page, has_lists: false }) });
        expect(wrapper.find('[data-test="first-steps"]').text()).toContain("2 sista dagar bevakas");
        expect(wrapper.find('[data-test="risk"]').exists()).toBe(true);
    });
});

describe("requestOf", () => {
    it("leaves an unknown amount out and refuses words", () => {
        const typed = { ...typedOf(urgent), amount: " " };
        expect(requestOf(typed, "x")?.amount_ore).toBeNull();
        expect(requestOf({ ...typed, amount: "tusen" }, "x")).toBeUndefined();
        expect(requestOf(typedOf(urgent), "d1")).toEqual({
            id: "d1",
            compensation: "ASYL-BIF",
            period: "2026Q1",
            unit: "7120",
            last_day: "2026-11-30",
            amount_ore: 2_318_000,
            note: "",
        });
    });
});

describe("the chain", () => {
    const link = (name: string, amount: number, gap: number | null, older: number | null) => ({ link: name, label: name, amount_ore: amount, gap_ore: gap, older_gap_ore: older, waits: gap ? "utan verifikationsnummer" : "stämmer" });
    const sums = (older: boolean) => [link("paid", older ? 900 : 500, null, null), link("booked", older ? 600 : 500, older ? -300 : 0, older ? 0 : -300)];

    it("tells what is not booked of earlier years beside this year's, and sums it on request", async () => {
        const { wrapper, backend } = await started({ "overview.start": ({ older }) => ({ ...page, chain: sums(older) }) });
        expect(wrapper.find('[data-test="chain-booked"]').text()).toBe("5,00");
        expect(wrapper.find('[data-test="older-booked"]').text()).toBe("tidigare år −3,00");
        await wrapper.find('[data-test="chain-older"]').setValue(true);
        await flushPromises();
        expect(backend.asked.filter(({ name }) => name === "overview.start").map(({ request }) => request)).toEqual([{ older: false }, { older: true }]);
        expect(wrapper.find('[data-test="chain-booked"]').text()).toBe("6,00");
        expect(wrapper.find('[data-test="older-booked"]').text()).toBe("");
        expect(wrapper.find('[data-test="chain"]').text()).toContain("−3,00");
    });

    it("says nothing of earlier years where all is booked", async () => {
        const { wrapper } = await started({ "overview.start": () => ({ ...page, chain: [link("paid", 500, null, null), link("booked", 500, 0, 0)] }) });
        expect(wrapper.find('[data-test="chain-older"]').exists()).toBe(false);
    });
});
