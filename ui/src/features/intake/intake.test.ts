import { enableAutoUnmount, flushPromises } from "@vue/test-utils";
import { nextTick } from "vue";
import { afterEach, describe, expect, it, vi } from "vitest";
import { memoryBackend } from "../../backend/memory";
import type { IntakePage, IntakeRowView, MarkIntake } from "../../generated/contract";
import { openStatus, press, stage } from "../../testing";
import { codesOf, codesText } from "../settings/intake";
import IntakeScreen from "./IntakeScreen.vue";
import { backTo, endedQuarter, requestFor, STATES } from "./rows";

enableAutoUnmount(afterEach);

const row = (id: string, differently: Partial<IntakeRowView> = {}): IntakeRowView => ({
    row: id,
    compensation: "EKB-VARD",
    compensation_name: "Vård, tillstånd",
    period: "2026Q3",
    period_words: "Kvartal 3 2026",
    unit: "7110",
    unit_name: "Exempel stadsdelsnämnd A",
    state: "waiting",
    from: "",
    on: null,
    marked_by: null,
    marked_at: null,
    last_day: "2027-03-30",
    days_left: 130,
    group: "later",
    cautious: "2027-03-30",
    practice: "2027-03-31",
    statutory: "2027-03-31",
    inner: "2026-11-16",
    inner_days_left: 14,
    silent: false,
    amount_ore: null,
    note: "",
    ...differently,
});

/** A core that keeps what was said, as the real one. */
function core(all: IntakeRowView[]) {
    let rows = all;
    const page = (shown: IntakeRowView[]): IntakePage => ({
        rows: shown,
        total: shown.length,
        counts: STATES.map((state) => ({ state, count: rows.filter((one) => one.state === state).length })),
        silent: rows.filter(({ silent }) => silent).length,
        periods: rows.length === 0 ? [] : [{ period: "2026Q3", words: "Kvartal 3 2026" }],
        today: "2026-11-02",
    });
    return memoryBackend({
        "overview.navigation": () => ({ sections: [] }),
        "boards.list": () => ({ boards: [{ cost_centre: "7110", name: "Exempel stadsdelsnämnd A" }] }),
        "intake.list": ({ state, silent }) => page(rows.filter((one) => (state === null || one.state === state) && (!silent || one.silent))),
        "intake.mark": ({ rows: ids, state, from, on }) => {
            if (from === "ingen") throw { code: "intake-teller-missing", message: "Skriv vem som har lämnat beskedet.", place: { field: "from" } };
            rows = rows.map((one) => (ids.includes(one.row) ? { ...one, state, from, on, silent: false } : one));
            return { rows: rows.filter((one) => ids.includes(one.row)) };
        },
        "intake.plan": ({ period }) => {
            if (period === "hösten") throw { code: "intake-period-wrong", message: "hösten är ingen period.", place: { field: "period" } };
            const compensations = [{ compensation: "EKB-VARD", compensation_name: "Vård, tillstånd", cautious: "2027-03-30", practice: "2027-03-31", statutory: "2027-03-31", units: ["Exempel stadsdelsnämnd A"], there: 0 }];
            return { period, period_words: "Kvartal 3 2026", new: 2, there: 0, compensations };
        },
        "intake.open": ({ period }) => {
            rows = [row("a"), row("b", { compensation: "ASYL-BIF" })];
            return { period, added: 2, there: 0, rows };
        },
        "intake.reminder": ({ unit }) => ({ unit, unit_name: "Exempel stadsdelsnämnd A", recipient: "", subject: "Underlag", text: "Hej!\n", count: 2 }),
    });
}

async function shown(rows: IntakeRowView[]) {
    const backend = core(rows);
    const staged = stage(IntakeScreen, { backend });
    await staged.session.adopt(openStatus());
    await flushPromises();
    return { ...staged, marked: () => backend.asked.filter(({ name }) => name === "intake.mark").map(({ request }) => request as MarkIntake) };
}

const find = <Found extends HTMLElement>(selector: string) => document.querySelector<Found>(selector);
const settled = async () => {
    await flushPromises();
    await flushPromises();
};
async function choose(id: string): Promise<void> {
    find(`[data-test="intake"] [data-row-key="${id}"]`)?.focus();
    await nextTick();
}
async function type(test: string, value: string): Promise<void> {
    const field = find<HTMLInputElement>(`[role="dialog"] [data-test="${test}"]`)!;
    field.value = value;
    field.dispatchEvent(new Event("input"));
    await nextTick();
}

describe("what units are asked for", () => {
    it("is made for the quarter that has ended, and told before it is", async () => {
        const { wrapper, backend } = await shown([]);
        expect(find('[data-test="no-intake"]')).not.toBeNull();
        press("n", { altKey: true });
        await settled();
        expect(find<HTMLInputElement>('[data-test="intake-period"]')?.value).toBe("2026Q3");
        expect(find('[data-test="intake-plan"]')?.textContent).toContain("2 rader skapas");
        vi.useFakeTimers();
        await type("intake-period", "hösten");
        await vi.advanceTimersByTimeAsync(300);
        vi.useRealTimers();
        await settled();
        expect(find('[role="dialog"]')?.textContent).toContain("hösten är ingen period.");
        await type("intake-period", "2026Q3");
        await vi.waitFor(() => expect(find('[data-test="intake-plan"]')?.textContent).toContain("2 rader skapas"));
        find('[data-test="intake-open-save"]')?.click();
        await settled();
        expect(backend.asked.filter(({ name }) => name === "intake.open")).toHaveLength(1);
        expect(wrapper.findAll("[data-row]")).toHaveLength(2);
    });

    it("shows a silent unit in red, and its last days in a sentence", async () => {
        const { wrapper } = await shown([row("a", { silent: true }), row("b", { last_day: "2027-02-15" }), row("c", { cautious: null, practice: null, statutory: null })]);
        expect(wrapper.find('[data-row-key="a"] .tone-error').text()).toBe("Inget besked än");
        expect(find('[data-test="intake-days"]')?.textContent).toContain("2027-03-30 räknat försiktigt");
        await choose("b");
        expect(find('[data-test="intake-days"]')?.textContent).toContain("2027-02-15 är satt för hand; lagens är 2027-03-30");
        await choose("c");
        expect(find('[data-test="intake-days"]')?.textContent).toContain("lagen har ingen");
    });

    it("asks who has said it and when, keeps what was refused, and takes it back", async () => {
        const { marked, wrapper } = await shown([row("a", { state: "received", from: "Ekonomen", on: "2026-10-20" }), row("b")]);
        await choose("a");
        press(" ");
        await choose("b");
        press(" ");
        await nextTick();
        press("i");
        await settled();
        expect(find('[role="dialog"]')?.textContent).toContain("2 rader");
        await type("tell-from", "ingen");
        find('[data-test="tell-save"]')?.click();
        await settled();
        expect(find('[role="dialog"]')?.textContent).toContain("Skriv vem som har lämnat beskedet.");
        await type("tell-from", "Assistenten");
        find('[data-test="tell-save"]')?.click();
        await settled();
        expect(marked().at(-1)).toEqual({ rows: ["a", "b"], state: "nothing-to-claim", from: "Assistenten", on: "2026-11-02" });
        expect(wrapper.find('[data-row-key="b"]').text()).toContain("Inget att söka 2026-11-02, Assistenten");
        press("z", { ctrlKey: true });
        await settled();
        expect(marked().slice(-2)).toEqual([
            { rows: ["a"], state: "received", from: "Ekonomen", on: "2026-10-20" },
            { rows: ["b"], state: "waiting", from: "", on: null },
        ]);
    });

    it("writes a letter to the unit of the chosen row", async () => {
        await shown([row("a")]);
        await choose("a");
        press("p");
        await settled();
        expect(find<HTMLTextAreaElement>('[data-test="reminder-text"]')?.value).toBe("Hej!\n");
        expect(find('[data-test="reminder-to"]')?.textContent).toContain("Exempel stadsdelsnämnd A");
    });

    it("is narrowed by the core", () => {
        expect(requestFor("silent", "", "2026Q3")).toEqual({ unit: null, period: "2026Q3", state: null, silent: true });
        expect(requestFor("received", "7110", "")).toEqual({ unit: "7110", period: null, state: "received", silent: false });
        expect(backTo([row("a"), row("b"), row("c", { state: "received", from: "X", on: "2026-10-01" })]).map(({ rows }) => rows)).toEqual([["a", "b"], ["c"]]);
        expect(["2026-01-01", "2026-03-31", "2026-04-01", "2026-12-31"].map(endedQuarter)).toEqual(["2025Q4", "2025Q4", "2026Q1", "2026Q3"]);
    });

    it("is typed in the settings as codes, as none or as what the key says", () => {
        for (const [text, codes] of [["", null], [" inga ", []], ["ekb-vard; ASYL-BIF,", ["EKB-VARD", "ASYL-BIF"]]] as const) {
            expect(codesOf(text)).toEqual(codes);
            expect(codesOf(codesText(codes))).toEqual(codes);
        }
    });
});
