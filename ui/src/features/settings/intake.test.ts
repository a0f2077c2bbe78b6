import { enableAutoUnmount, flushPromises } from "@vue/test-utils";
import { afterEach, describe, expect, it } from "vitest";
import { memoryBackend } from "../../backend/memory";
import { press, stage } from "../../testing";
import { someSettings } from "../../testing/settings";
import ClaimsPage from "./ClaimsPage.vue";
import { innerOf, innerText } from "./intake";

// A page that stays mounted would answer the keys of the next test.
enableAutoUnmount(afterEach);

describe("times of their own", () => {
    it("are read as they are written", () => {
        const inner = [{ compensation: "EKB-VARD", days: 30 }, { compensation: "ASYL-UTB-GRU", days: 60 }];
        expect(innerText(inner)).toBe("EKB-VARD 30, ASYL-UTB-GRU 60");
        expect(innerOf("ekb-vard 30; ASYL-UTB-GRU  60,")).toEqual(inner);
        expect(innerOf("")).toEqual([]);
    });

    it("are none where a part is no code with days", () => {
        expect(innerOf("EKB-VARD")).toBeUndefined();
        expect(innerOf("EKB-VARD 30, 60")).toBeUndefined();
    });
});

describe("what is looked for", () => {
    it("is kept with its first day and who is told, the most days first", async () => {
        const settings = someSettings();
        settings.claims.escalations = [{ days: 7, recipient: "chefen" }];
        const { wrapper, backend } = stage(ClaimsPage, { backend: memoryBackend({ "settings.get": () => ({ settings }), "settings.put": (document) => document }) });
        await flushPromises();
        await wrapper.find('[data-test="claims-since"]').setValue("2026-01-01");
        press("n", { altKey: true });
        await flushPromises();
        press("Enter", { ctrlKey: true });
        await flushPromises();
        const put = backend.asked.find(({ name }) => name === "settings.put")?.request as { settings: { claims: unknown } };
        expect(put.settings.claims).toEqual({ since: "2026-01-01", escalations: [{ days: 60, recipient: "" }, { days: 7, recipient: "chefen" }] });
    });
});
