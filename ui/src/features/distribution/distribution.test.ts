import { enableAutoUnmount, flushPromises } from "@vue/test-utils";
import { afterEach, describe, expect, it } from "vitest";
import { memoryBackend } from "../../backend/memory";
import type { CreateOrderRequest, DistributionView, MonthView, OrderBrief } from "../../generated/contract";
import { press, stage } from "../../testing";
import { run, view } from "../../testing/distribution";
import CellCard from "./CellCard.vue";
import MonthsScreen from "./MonthsScreen.vue";
import OrderCard from "./OrderCard.vue";
import RunScreen from "./RunScreen.vue";
import { columnsOf, firstPlace, footOf, groupsOf, monthLines, runTitle, runWords } from "./runs";

// A page that is gone takes no keys.
enableAutoUnmount(afterEach);

const months: MonthView[] = [
    { month: "2026-10", name: "oktober 2026", free_rows: 2, free_ore: 500, ready_rows: 1, draft: null, runs: [run] },
    { month: "2026-09", name: "september 2026", free_rows: 0, free_ore: 0, ready_rows: 0, draft: null, runs: [] },
];

describe("runs in words and as a matrix", () => {
    it("names first, supplementary and reversing runs", () => {
        expect(runWords(run)).toBe("Körning 1");
        expect(runWords({ ...run, run: 2 })).toBe("Tilläggskörning 2");
        expect(runWords({ ...run, run: 3, kind: "reversal", reversal: true })).toBe("Återföring, körning 3");
        expect(runWords({ ...run, run: 4, kind: "taking-back", reversal: true })).toBe("Tillbakatagande, körning 4");
        expect(runWords({ ...run, run: 5, kind: "correction" })).toBe("Rättelse, körning 5");
        expect(runTitle(view)).toBe("Fördelning oktober 2026");
        expect(runTitle({ ...view, brief: { ...run, run: 2 } })).toBe("Fördelning oktober 2026: Tilläggskörning 2");
        expect(runTitle({ ...view, brief: { ...run, kind: "reversal", reversal: true } })).toBe("Fördelning oktober 2026: Återföring, körning 1");
    });

    it("lists what is free before the runs, and nothing for a month with neither", () => {
        expect(monthLines(months).map((line) => line.id)).toEqual(["free-2026-10", "r1"]);
    });

    it("explains first the cell that holds an öre from rounding", () => {
        expect(firstPlace(groupsOf(view))).toEqual({ row: "ASYL-BIF", column: "7110" });
        expect(firstPlace([])).toBeUndefined();
    });

    it("breaks long board names where Swedish would, and nowhere else", () => {
        expect(columnsOf(view).map((column) => column.name.split("\u00AD"))).toEqual([["Exempel stadsdels", "nämnd A"], ["Arbets", "marknads", "nämnden"]]);
    });

    it("takes every sum of the foot from the core", () => {
        expect(footOf(view, view.brief.out_ore).map((foot) => [foot.id, foot.sum, foot.sums["7110"]])).toEqual([
            ["paid", 6143783, 4300649],
            ["clawback", 0, 0],
            ["net", 6143783, 4300649],
        ]);
    });
});

describe("MonthsScreen", () => {
    it("distributes by Ctrl Enter, and after a fault asks again for the same run", async () => {
        let asked = 0;
        const backend = memoryBackend({
            "distribution.months": () => ({ months }),
            "distribution.run": () => {
                if (++asked === 1) throw { code: "disk-full", message: "Disken är full." };
                return { outcome: "done", distribution: "r2", run: 2, in_ore: 1, out_ore: 1, suspense_ore: 0, shares: [], suspended: [], state: "locked", compared: [], findings: [] };
            },
        });
        const { wrapper, router } = stage(MonthsScreen, { backend });
        await flushPromises();
        press("Enter", { ctrlKey: true });
        await flushPromises();
        expect(wrapper.text()).toContain("Disken är full.");
        press("Enter", { ctrlKey: true });
        await flushPromises();
        const requests = backend.asked.filter((one) => one.name === "distribution.run").map((one) => one.request);
        expect(requests).toHaveLength(2);
        expect(requests[1]).toEqual(requests[0]);
        expect(router.currentRoute.value.path).toBe("/fordelning/r2");
    });

    describe("of one month", () => {
        const later: MonthView = { month: "2026-11", name: "november 2026", free_rows: 3, free_ore: 900, ready_rows: 3, draft: null, runs: [] };
        const opened = async (address: string, all = [later, ...months]) => {
            const backend = memoryBackend({
                "distribution.months": () => ({ months: all }),
                "distribution.run": ({ month }) => ({ outcome: "done", distribution: `r-${month}`, run: 2, in_ore: 1, out_ore: 1, suspense_ore: 0, shares: [], suspended: [], state: "locked", compared: [], findings: [] }),
            });
            const staged = stage(MonthsScreen, { backend, address, params: { month: address.split("/")[2] ?? "" } });
            await flushPromises();
            return { ...staged, runs: () => backend.asked.filter((one) => one.name === "distribution.run").map((one) => (one.request as { month: string }).month) };
        };

        it("distributes that month, whatever other months there are and wherever the keyboard has been", async () => {
            const { wrapper, runs } = await opened("/fordelning/2026-10");
            expect(wrapper.findAll("[data-row]").map((row) => row.attributes("data-row-key"))).toEqual(["free-2026-10", "r1"]);
            expect(wrapper.find('[data-test="run"]').text()).toContain("oktober 2026");
            wrapper.find<HTMLElement>("[data-row]").element.focus();
            await flushPromises();
            press("Enter", { ctrlKey: true });
            await flushPromises();
            expect(runs()).toEqual(["2026-10"]);
        });

        it("distributes no other where nothing is free in it", async () => {
            const { wrapper, runs } = await opened("/fordelning/2026-09");
            expect(wrapper.find('[data-test="run"]').exists()).toBe(false);
            expect(press("Enter", { ctrlKey: true })).toBe(false);
            expect(runs()).toEqual([]);
            expect(wrapper.text()).toContain("Inget att fördela i 2026-09");
        });

        it("is opened by Enter in the list of all months, and nothing is distributed by it", async () => {
            const { wrapper, runs, router } = await opened("/fordelning");
            wrapper.find<HTMLElement>('[data-row-key="free-2026-10"]').element.focus();
            await flushPromises();
            press("Enter");
            await flushPromises();
            expect(runs()).toEqual([]);
            expect(router.currentRoute.value.path).toBe("/fordelning/2026-10");
        });

        it("distributes nothing by Enter either", async () => {
            const { wrapper, runs, router } = await opened("/fordelning/2026-10");
            wrapper.find<HTMLElement>('[data-row-key="free-2026-10"]').element.focus();
            await flushPromises();
            press("Enter");
            await flushPromises();
            expect(runs()).toEqual([]);
            press("Escape");
            await flushPromises();
            expect(router.currentRoute.value.path).toBe("/fordelning");
        });
    });

    it("says why where nothing could be distributed", async () => {
        const suspended = [{ list: "l1", file: "lista.csv", line: 7, amount_ore: 500, reason_code: "not-matched", reason: "Raden är inte matchad" }];
        const backend = memoryBackend({
            "distribution.months": () => ({ months }),
            "distribution.run": () => ({ outcome: "findings", distribution: null, run: null, in_ore: 500, out_ore: 0, suspense_ore: 500, shares: [], suspended, state: null, compared: [], findings: [] }),
        });
        const { wrapper } = stage(MonthsScreen, { backend });
        await flushPromises();
        await wrapper.find('[data-test="run"]').trigger("click");
        await flushPromises();
        expect(wrapper.find('[data-test="suspended"]').text()).toContain("Raden är inte matchad");
        expect(wrapper.find('[data-test="suspended-7"]').attributes("href")).toBe("#/inbetalningar/l1/granska?rad=7");
    });

    it("does not run a month where no row is matched", async () => {
        const backend = memoryBackend({ "distribution.months": () => ({ months: [{ ...months[0]!, ready_rows: 0 }] }) });
        stage(MonthsScreen, { backend });
        await flushPromises();
        expect(press("Enter", { ctrlKey: true })).toBe(false);
        expect(backend.asked.map((one) => one.name)).not.toContain("distribution.run");
    });
});

describe("OrderCard", () => {
    const card = (answers: Parameters<typeof memoryBackend>[0], changes: Partial<DistributionView> = {}) => {
        const staged = stage(OrderCard, { backend: memoryBackend(answers), props: { view: { ...view, ...changes } } });
        return { ...staged, create: () => (staged.wrapper.vm as unknown as { create: () => Promise<void> }).create() };
    };

    it("asks about earlier years and books them as income with the same order id", async () => {
        const { backend, create, router } = card({
            "orders.create": ({ previous_year }) => {
                if (previous_year === null) throw { code: "before-fiscal-year", message: "2 belopp gäller perioder före 2026." };
                return { outcome: "done", order: "o1", number: "MIGV2026-0001", vouchers: 1, postings: 3, debit_ore: 1, credit_ore: 1 };
            },
        });
        await create();
        await flushPromises();
        expect(document.querySelector('[data-test="earlier-years"]')?.textContent).toContain("2 belopp");
        document.querySelector<HTMLElement>('[data-test="earlier-income"]')?.click();
        await flushPromises();
        const [first, second] = backend.asked.map((one) => one.request as { id: string; previous_year: string | null });
        expect(second).toEqual({ ...first, previous_year: "income" });
        expect(router.currentRoute.value.path).toBe("/bokforingsorder/o1");
    });

    it("leads to the setting that is missing, before anything is tried", () => {
        const { wrapper } = card({}, { order_fault: { code: "no-account", message: "Ersättningen EKU-DYGN saknar konto.", place: null } });
        expect(wrapper.text()).toContain("EKU-DYGN saknar konto");
        expect(wrapper.findAll("a").map((link) => link.attributes("href"))).toContain("#/installningar/konton");
    });

    it("keeps a period that was typed when the core refuses it", async () => {
        const { wrapper, create } = card({
            "orders.create": () => {
                throw { code: "bad-request", message: "Uppgifterna kunde inte tolkas (period).", place: { field: "period" } };
            },
        });
        await wrapper.find('[data-test="order-period"]').setValue("2026-13");
        await create();
        await flushPromises();
        expect((wrapper.find('[data-test="order-period"]').element as HTMLInputElement).value).toBe("2026-13");
        expect(wrapper.text()).toContain("kunde inte tolkas");
    });
});

describe("what an order needs beside its period", () => {
    const part = (test: string) => document.querySelector<HTMLInputElement>(`[data-test="${test}"]`)!;
    const type = async (test: string, text: string) => {
        part(test).value = text;
        part(test).dispatchEvent(new Event("input"));
        await flushPromises();
    };
    const made = { outcome: "done" as const, order: "o1", number: "MIGV2026-0001", vouchers: 1, postings: 3, debit_ore: 1, credit_ore: 1 };

    it("asks for a voucher date where the period needs another one", async () => {
        const backend = memoryBackend({
            "orders.create": ({ voucher_date }) => {
                if (voucher_date === null) throw { code: "voucher-date-outside-period", message: "Ange ett verifikationsdatum från 2026-11-01 till 2026-11-30.", place: { field: "voucher_date" } };
                return made;
            },
        });
        const { wrapper, router } = stage(OrderCard, { backend, props: { view } });
        await wrapper.find('[data-test="order-period"]').setValue("202611");
        await (wrapper.vm as unknown as { create: () => Promise<void> }).create();
        await flushPromises();
        expect(document.querySelector('[role="dialog"]')?.textContent).toContain("från 2026-11-01 till 2026-11-30");
        expect(document.activeElement).toBe(part("voucher-date"));
        await type("voucher-date", "2026-11-02");
        part("order-choices-create").click();
        await flushPromises();
        const [first, second] = backend.asked.map((one) => one.request as CreateOrderRequest);
        expect(second).toEqual({ ...first, period: "202611", voucher_date: "2026-11-02" });
        expect(router.currentRoute.value.path).toBe("/bokforingsorder/o1");
    });

    it("names the receivable of a compensation with the voucher that raised it, and the fault at its field", async () => {
        const backend = memoryBackend({
            "orders.create": ({ receivables }) => {
                if (receivables[0]?.voucher === "") throw { code: "voucher-number-missing", message: "Ange verifikationens nummer.", place: { field: "receivables.ASYL-BIF" } };
                return made;
            },
        });
        stage(OrderCard, { backend, props: { view } });
        part("order-choices").click();
        await flushPromises();
        part("receivable-add").click();
        await flushPromises();
        expect(document.activeElement).toBe(part("receivable-0-compensation"));
        part("order-choices-create").click();
        await flushPromises();
        expect(part("receivable-0-voucher").getAttribute("aria-invalid")).toBe("true");
        expect(document.activeElement).toBe(part("receivable-0-voucher"));
        await type("receivable-0-voucher", " B 4711 ");
        part("order-choices-create").click();
        await flushPromises();
        expect((backend.asked.at(-1)?.request as CreateOrderRequest).receivables).toEqual([{ compensation: "ASYL-BIF", voucher: "B 4711" }]);
    });

    it("leads to the periods where the proposed one is closed", () => {
        const { wrapper } = stage(OrderCard, { props: { view: { ...view, order_fault: { code: "period-closed", message: "Period 2026-10 är stängd.", place: null } } } });
        expect(wrapper.findAll("a").map((link) => link.attributes("href"))).toContain("#/installningar/perioder");
    });
});

describe("RunScreen", () => {
    it("goes from the chosen cell to its payment row by Shift Enter, and to its explanation by Enter", async () => {
        const block = { list: "l1", file: "lista.csv", line: 14, person: "P19", person_name: "Familj-Test, Sierra", period_from: "2026-04-01", period_until: "2026-06-30" };
        const backend = memoryBackend({
            "distribution.view": () => view,
            "distribution.cell": ({ cost_centre }) => ({
                compensation: "ASYL-BIF",
                name: "Barn i familj",
                full_name: "Barn i familj",
                law: "2017:193 15 §",
                cost_centre,
                board: "Exempel stadsdelsnämnd A",
                blocks: [{ ...block, row_ore: 6143783, parts: [], text: "", amount_ore: 4300649 }],
                amount_ore: 4300649,
            }),
        });
        const { wrapper, router } = stage(RunScreen, { backend });
        await flushPromises();
        wrapper.find<HTMLElement>('[data-test="cell-ASYL-BIF-7110"]').element.focus();
        press("Enter");
        await flushPromises();
        expect(document.activeElement?.closest('[data-test="explanation"]')).not.toBeNull();
        press("Escape");
        await flushPromises();
        expect(document.activeElement?.getAttribute("data-test")).toBe("cell-ASYL-BIF-7110");
        press("Enter", { shiftKey: true });
        await flushPromises();
        expect(router.currentRoute.value.fullPath).toBe("/inbetalningar/l1/granska?rad=14");
    });

    it("marks a run until another person has attested its order", async () => {
        const order: OrderBrief = {
            order: "o1",
            number: "MIGV2026-0001",
            state: "attested",
            without_second_person: false,
            month: "2026-10",
            distribution: "r1",
            reverses: null,
            voucher_date: "2026-10-30",
            period: "202610",
            debit_ore: 1,
            example: true,
        };
        const shown = async (orders: OrderBrief[]) => {
            const { wrapper } = stage(RunScreen, { backend: memoryBackend({ "distribution.view": () => ({ ...view, groups: [], orders }) }) });
            await flushPromises();
            return wrapper.text();
        };
        expect(await shown([])).toContain("utan andra person");
        expect(await shown([{ ...order, without_second_person: true }])).toContain("utan andra person");
        expect(await shown([{ ...order, state: "created" }])).toContain("utan andra person");
        expect(await shown([order])).not.toContain("utan andra person");
    });
});

describe("CellCard", () => {
    it("never shows a slower answer for an earlier cell", async () => {
        const answers: (() => void)[] = [];
        const backend = memoryBackend({
            "distribution.cell": ({ compensation, cost_centre }) =>
                new Promise((answer) =>
                    answers.push(() => answer({ compensation, name: compensation, full_name: "", law: "", cost_centre, board: cost_centre, blocks: [], amount_ore: 0 })),
                ),
        });
        const { wrapper } = stage(CellCard, { backend, props: { distribution: "r1", place: { row: "A", column: "1" } } });
        await wrapper.setProps({ place: { row: "B", column: "1" } });
        answers[1]?.();
        await flushPromises();
        answers[0]?.();
        await flushPromises();
        expect(wrapper.find("h2").text()).toBe("B");
    });
});
