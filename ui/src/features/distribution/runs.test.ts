import { enableAutoUnmount, flushPromises } from "@vue/test-utils";
import { afterEach, describe, expect, it } from "vitest";
import { memoryBackend } from "../../backend/memory";
import type { ComparedSum, DistributionView, DraftRunView, MonthView, OrderBrief, TakeBackRequest } from "../../generated/contract";
import { press, stage } from "../../testing";
import { run, view } from "../../testing/distribution";
import DraftRunScreen from "./DraftRunScreen.vue";
import MonthsScreen from "./MonthsScreen.vue";
import RunScreen from "./RunScreen.vue";
import { canTakeBack, monthLines, stateOf } from "./runs";

// A page that is gone takes no keys.
enableAutoUnmount(afterEach);

const brief = { distribution: "d1", month: "2026-10", out_ore: 400, suspense_ore: 100 };
const month: MonthView = { month: "2026-10", name: "oktober 2026", free_rows: 2, free_ore: 500, ready_rows: 1, draft: null, runs: [] };
const compared: ComparedSum[] = [
    { cost_centre: "7110", board: "Nämnd A", compensation: "ASYL-BIF", name: "Barn i familj", before_ore: 300, now_ore: 400, difference_ore: 100 },
    { cost_centre: "7110", board: "Nämnd A", compensation: "ASYL-HVB", name: "HVB", before_ore: 0, now_ore: 100, difference_ore: 100 },
    { cost_centre: "8200", board: "Nämnd B", compensation: "ASYL-BIF", name: "Barn i familj", before_ore: 200, now_ore: 0, difference_ore: -200 },
];
const nobody = { outcome: "done" as const, months: [], rows: [] };
const done = { outcome: "done" as const, run: null, in_ore: 500, out_ore: 400, suspense_ore: 100, shares: [], rows: 0, paid_rows: 0, clawback_rows: 0, paid_ore: 0, clawback_ore: 0, boards: [], groups: [], suspended: [], compared: [], findings: [] };

describe("the state of runs", () => {
    it("tells how far each has come", () => {
        expect(stateOf(run)).toBe("unbooked");
        expect(stateOf({ ...run, unbooked: false })).toBe("locked");
        expect(stateOf({ ...run, unbooked: false, handed_over: true })).toBe("handed-over");
        expect(stateOf({ ...run, handed_over: true })).toBe("rest-unbooked");
        expect(stateOf({ ...run, state: "taken-back", unbooked: false })).toBe("taken-back");
    });

    it("lets what has not been handed over be taken back, and no taking back itself", () => {
        expect(canTakeBack(run)).toBe(true);
        expect(canTakeBack({ ...run, kind: "correction" })).toBe(true);
        expect(canTakeBack({ ...run, handed_over: true })).toBe(false);
        expect(canTakeBack({ ...run, state: "taken-back" })).toBe(false);
        expect(canTakeBack({ ...run, kind: "taking-back", reversal: true })).toBe(false);
        expect(canTakeBack({ ...run, kind: "reversal", reversal: true })).toBe(false);
    });

    it("has the draft first, then what is free, then the runs", () => {
        expect(monthLines([{ ...month, draft: brief, runs: [run] }]).map(({ id }) => id)).toEqual(["d1", "free-2026-10", "r1"]);
        expect(monthLines([{ ...month, free_rows: 0, draft: brief }]).map(({ id }) => id)).toEqual(["d1"]);
    });

    it("stands in the list of months", async () => {
        const runs = [run, { ...run, distribution: "r2", run: 2, state: "taken-back" }, { ...run, distribution: "r3", run: 3, kind: "correction", handed_over: true, unbooked: false }];
        const { wrapper } = stage(MonthsScreen, { backend: memoryBackend({ "distribution.months": () => ({ months: [{ ...month, draft: brief, runs }] }), "distribution.wrong": () => nobody }) });
        await flushPromises();
        const words = wrapper.findAll("[data-row]").map((row) => row.text());
        expect(words[0]).toMatch(/^Utkast.*4,00.*1,00.*Utkast$/);
        expect(words[2]).toContain("Låst, väntar på bokföringsorder");
        expect(words[3]).toContain("Tillbakatagen");
        expect(words[4]).toMatch(/^Rättelse, körning 3.*Överförd$/);
    });
});

describe("a draft", () => {
    const drafted = async (differently: Partial<DraftRunView> = {}, lock = () => ({ ...done, distribution: "d1", run: 1, state: "locked" })) => {
        const draft: DraftRunView = { brief, month_name: "oktober 2026", changed: false, in_ore: 500, out_ore: 400, suspense_ore: 100, shares: [], rows: 0, paid_rows: 0, clawback_rows: 0, paid_ore: 0, clawback_ore: 0, boards: [], groups: [], suspended: [], compared, ...differently };
        const backend = memoryBackend({
            "distribution.draft": () => draft,
            "distribution.lock": lock,
            "distribution.discard": () => ({ drafts: [], runs: [] }),
            "distribution.run": ({ id }) => ({ ...done, distribution: id, state: "draft" }),
        });
        const staged = stage(DraftRunScreen, { backend, address: "/fordelning/utkast/d1", params: { draft: "d1" } });
        await flushPromises();
        const asked = (name: string) => backend.asked.filter((one) => one.name === name);
        return { ...staged, asked };
    };

    it("is made by U and shown", async () => {
        const backend = memoryBackend({
            "distribution.months": () => ({ months: [month] }),
            "distribution.wrong": () => nobody,
            "distribution.run": () => ({ ...done, distribution: "d1", state: "draft" }),
        });
        const { wrapper, router } = stage(MonthsScreen, { backend });
        await flushPromises();
        wrapper.find<HTMLElement>("[data-row]").element.focus();
        await flushPromises();
        press("u");
        await flushPromises();
        expect(backend.asked.find(({ name }) => name === "distribution.run")?.request).toMatchObject({ month: "2026-10", draft: true });
        expect(router.currentRoute.value.path).toBe("/fordelning/utkast/d1");
    });

    it("is opened by Enter, and nothing is locked from its line", async () => {
        const backend = memoryBackend({ "distribution.months": () => ({ months: [{ ...month, draft: brief }] }), "distribution.wrong": () => nobody });
        const { wrapper, router } = stage(MonthsScreen, { backend });
        await flushPromises();
        wrapper.find<HTMLElement>('[data-row-key="d1"]').element.focus();
        await flushPromises();
        expect(press("Enter", { ctrlKey: true })).toBe(false);
        press("Enter");
        await flushPromises();
        expect(router.currentRoute.value.path).toBe("/fordelning/utkast/d1");
    });

    it("stands beside the month before, board by board", async () => {
        const { wrapper } = await drafted();
        const rows = wrapper.findAll('[data-test="compared"] [data-row]').map((row) => row.text());
        expect(rows[0]).toMatch(/Barn i familj.*3,00.*4,00.*\+1,00.*Mer$/);
        expect(rows[1]).toMatch(/HVB.*1,00.*Ny$/);
        expect(rows[2]).toMatch(/2,00.*−2,00.*Inget den här månaden$/);
        expect(wrapper.find('[data-test="totals"]').text()).toContain("4,00");
    });

    it("is locked by Ctrl Enter, and is a run then", async () => {
        const { asked, router } = await drafted();
        press("Enter", { ctrlKey: true });
        await flushPromises();
        expect(asked("distribution.lock").map(({ request }) => request)).toEqual([{ distribution: "d1" }]);
        expect(router.currentRoute.value.path).toBe("/fordelning/d1");
    });

    it("that has changed is made anew by Ctrl Enter, and never locked", async () => {
        const { wrapper, asked, router } = await drafted({ changed: true });
        expect(wrapper.find('[data-test="draft-changed"]').text()).toContain("Gör ett nytt utkast");
        press("Enter", { ctrlKey: true });
        await flushPromises();
        expect(asked("distribution.lock")).toEqual([]);
        const { id } = asked("distribution.run")[0]?.request as { id: string };
        expect(id).not.toBe("d1");
        expect(router.currentRoute.value.path).toBe(`/fordelning/utkast/${id}`);
    });

    it("is read again where it could not be locked, since something has come meanwhile", async () => {
        const { wrapper, asked } = await drafted({}, () => {
            throw { code: "draft-run-changed", message: "Utkastet stämmer inte längre." };
        });
        press("Enter", { ctrlKey: true });
        await flushPromises();
        expect(wrapper.text()).toContain("Utkastet stämmer inte längre.");
        expect(asked("distribution.draft")).toHaveLength(2);
    });

    it("is discarded by K once that is confirmed", async () => {
        const { wrapper, asked, router } = await drafted();
        wrapper.find<HTMLElement>('[data-test="compared"] [data-row]').element.focus();
        press("k");
        await flushPromises();
        expect(asked("distribution.discard")).toEqual([]);
        document.querySelector<HTMLElement>("[role=dialog] .act-primary")?.click();
        await flushPromises();
        expect(asked("distribution.discard").map(({ request }) => request)).toEqual([{ distribution: "d1" }]);
        expect(router.currentRoute.value.path).toBe("/fordelning/2026-10");
    });
});

describe("a run", () => {
    const order: OrderBrief = { order: "o1", number: "MIGV2026-0001", state: "created", without_second_person: false, month: "2026-10", distribution: "r1", reverses: null, voucher_date: "2026-10-30", period: "202610", debit_ore: 1, example: true };
    const written: DistributionView = { ...view, orders: [order], statements_written: ["7110"], compared };
    const after: DistributionView = {
        ...written,
        brief: { ...run, state: "taken-back", taken_back_by: "t1", unbooked: false },
        orders: [{ ...order, state: "withdrawn" }],
        void_statements: ["7110"],
    };
    const opened = async (first = written) => {
        let now = first;
        const backend = memoryBackend({
            "distribution.view": () => now,
            "distribution.cell": ({ cost_centre }) => ({ compensation: "ASYL-BIF", name: "Barn i familj", full_name: "Barn i familj", law: "", cost_centre, board: "", blocks: [], amount_ore: 0 }),
            "distribution.take_back": () => {
                now = after;
                return { outcome: "done", distribution: "t1", freed_ore: 1, withdrawn_orders: ["MIGV2026-0001"], void_statements: ["7110"] };
            },
        });
        const staged = stage(RunScreen, { backend, address: "/fordelning/r1", params: { run: "r1" } });
        await flushPromises();
        return { ...staged, taken: () => backend.asked.filter(({ name }) => name === "distribution.take_back").map(({ request }) => request as TakeBackRequest) };
    };
    const dialog = () => document.querySelector<HTMLElement>("[role=dialog]");

    it("says before it is taken back what comes of it, asks why, and then lists the void statements", async () => {
        const { wrapper, taken } = await opened();
        press("t", { altKey: true });
        await flushPromises();
        const before = dialog()?.querySelector('[data-test="take-back-consequences"]')?.textContent ?? "";
        expect(before).toContain("MIGV2026-0001 återkallas");
        expect(before).toContain("ogiltigt: 7110 Exempel stadsdelsnämnd A");
        expect(before).toContain("En rad blir fri");
        document.querySelector<HTMLElement>('[data-test="reason-confirm"]')?.click();
        await flushPromises();
        expect(taken()).toEqual([]);
        const reason = dialog()!.querySelector("textarea")!;
        reason.value = "Fel lista";
        reason.dispatchEvent(new Event("input"));
        document.querySelector<HTMLElement>('[data-test="reason-confirm"]')?.click();
        await flushPromises();
        expect(taken()).toEqual([{ distribution: "r1", reason: "Fel lista", id: expect.any(String) }]);
        expect(wrapper.find('[data-test="void-statements"]').text()).toContain("Fördelningsbeskedet till 7110 Exempel stadsdelsnämnd A är ogiltigt");
        expect(wrapper.find('[data-test="taken-back"]').text()).toContain("MIGV2026-0001");
        expect(document.activeElement?.getAttribute("href")).toBe("#/fordelning/2026-10");
    });

    it("says of a correction that the shares before it hold again", async () => {
        await opened({ ...written, brief: { ...run, kind: "correction" }, orders: [], statements_written: [] });
        press("t", { altKey: true });
        await flushPromises();
        const before = [...(dialog()?.querySelectorAll("li") ?? [])].map((one) => one.textContent);
        expect(before).toEqual(["Ingen bokföringsorder är skapad.", "De andelar som rättelsen ändrade gäller igen."]);
    });

    it("that has been handed over is not taken back", async () => {
        const { wrapper } = await opened({ ...written, brief: { ...run, handed_over: true } });
        expect(wrapper.find('[data-test="take-back"]').exists()).toBe(false);
        expect(press("t", { altKey: true })).toBe(false);
    });

    it("that was taken back keeps telling it, and writes no statement", async () => {
        const { wrapper } = await opened(after);
        expect(wrapper.find('[data-test="run-state"]').text()).toBe("Tillbakatagen");
        expect(wrapper.find('[data-test="opposite"]').attributes("href")).toBe("#/fordelning/t1");
        expect(wrapper.find('[data-test="statement"]').exists()).toBe(false);
    });

    it("stands beside the month before by J, and as a matrix again", async () => {
        const { wrapper } = await opened();
        press("j", { altKey: true });
        await flushPromises();
        expect(wrapper.findAll('[data-test="compared"] [data-row]')).toHaveLength(3);
        expect(wrapper.find('[data-test="matrix"]').exists()).toBe(false);
        press("j", { altKey: true });
        await flushPromises();
        expect(wrapper.find('[data-test="matrix"]').exists()).toBe(true);
    });
});
