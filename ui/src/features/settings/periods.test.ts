import { enableAutoUnmount, flushPromises } from "@vue/test-utils";
import { afterEach, describe, expect, it } from "vitest";
import { memoryBackend } from "../../backend/memory";
import type { PeriodView } from "../../generated/contract";
import { press, stage } from "../../testing";
import { formatMoment } from "../../texts/format";
import PeriodsPage from "./PeriodsPage.vue";

enableAutoUnmount(afterEach);

const at = "2026-11-02T09:14:00Z";
const open = (period: string): PeriodView => ({ period, year: 2026, closed: false, has_orders: false, changed_by: null, changed_at: null, from: "2026-10-01", until: "2026-10-31" });

describe("PeriodsPage", () => {
    it("closes a period by Enter after a question, says who and when, and opens it again", async () => {
        let periods = [open("2026-09"), { ...open("2026-10"), has_orders: true }, { ...open("2026-13"), from: "2026-12-01", until: "2026-12-31" }];
        const backend = memoryBackend({
            "periods.list": () => ({ periods }),
            "periods.set": ({ period, closed }) => {
                periods = periods.map((one) => (one.period === period ? { ...one, closed, changed_by: "EXEMPEL", changed_at: at } : one));
                return { periods };
            },
        });
        const { wrapper } = stage(PeriodsPage, { backend });
        await flushPromises();
        const row = () => wrapper.find('[data-row-key="2026-10"]');
        expect(wrapper.findAll("[data-row]").map((one) => one.attributes("data-row-key"))).toEqual(["2026-09", "2026-10", "2026-13"]);
        (row().element as HTMLElement).focus();
        await flushPromises();
        press("Enter");
        await flushPromises();
        expect(document.querySelector('[role="dialog"]')?.textContent).toContain("Stäng 2026-10?");
        expect(backend.asked.map(({ name }) => name)).toEqual(["periods.list"]);
        document.querySelector<HTMLElement>('[role="dialog"] .act-primary')!.click();
        await flushPromises();
        expect(backend.asked.at(-1)).toEqual({ name: "periods.set", request: { period: "2026-10", closed: true } });
        expect(row().text()).toContain(`stängd av EXEMPEL ${formatMoment(at)}`);
        expect(document.activeElement).toBe(row().element);
        press("Enter");
        await flushPromises();
        document.querySelector<HTMLElement>('[role="dialog"] .act-primary')!.click();
        await flushPromises();
        expect(backend.asked.at(-1)?.request).toEqual({ period: "2026-10", closed: false });
        expect(row().text()).toContain("öppnad av EXEMPEL");
    });

    it("says why a period cannot be changed", async () => {
        const backend = memoryBackend({
            "periods.list": () => ({ periods: [open("2026-13")] }),
            "periods.set": () => {
                throw { code: "no-thirteenth-period", message: "Kommunen har ingen period 13.", place: { field: "period" } };
            },
        });
        const { wrapper } = stage(PeriodsPage, { backend });
        await flushPromises();
        wrapper.find<HTMLElement>("[data-row]").element.focus();
        await flushPromises();
        press("Enter");
        await flushPromises();
        document.querySelector<HTMLElement>('[role="dialog"] .act-primary')!.click();
        await flushPromises();
        expect(wrapper.text()).toContain("har ingen period 13");
        expect(wrapper.text()).toContain("öppen");
    });
});
