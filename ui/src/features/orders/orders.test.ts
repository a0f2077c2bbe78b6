import { enableAutoUnmount, flushPromises } from "@vue/test-utils";
import { afterEach, describe, expect, it } from "vitest";
import { nextTick } from "vue";
import { memoryBackend } from "../../backend/memory";
import type { Exported, OrderView } from "../../generated/contract";
import { openStatus, press, stage } from "../../testing";
import { limited, SHOWN } from "../trace/shown";
import { FORMATS, proposedFile, proposedFormat } from "./formats";
import HandOverDialog from "./HandOverDialog.vue";
import OrderPane from "./OrderPane.vue";
import OrderScreen from "./OrderScreen.vue";
import { named, postingLines } from "./postings";
import { allowed, stepsOf } from "./states";

// A page that is gone takes no keys.
enableAutoUnmount(afterEach);

const posting = { account: "3514", cost_centre: "7110", activity: "6000", counterpart: "813", text: "Barn i familj" };
const order: OrderView = {
    brief: {
        order: "o1",
        number: "MIGV2026-0001",
        state: "created",
        without_second_person: false,
        month: "2026-10",
        distribution: "r1",
        reverses: null,
        voucher_date: "2026-10-30",
        period: "202610",
        debit_ore: 6143783,
        example: true,
    },
    vouchers: [
        {
            voucher: 1,
            kind: "distribution",
            text: "Fördelning statsbidrag 2026-10",
            debit_ore: 6143783,
            number: null,
            booked_on: null,
            postings: [
                { ...posting, posting: 1, account: "2898", cost_centre: null, activity: null, amount_ore: 6143783 },
                { ...posting, posting: 2, amount_ore: -4300649 },
            ],
        },
    ],
    steps: [{ state: "created", actor: "EXEMPEL", second_person: false, at: "2026-11-02T09:14:00Z", reason: null }],
    files: [],
    reversed_by: [],
    account_names: { "3514": "Kostnadsersättning" },
    board_names: { "7110": "Exempel stadsdelsnämnd A" },
};
const inState = (state: string, changes: Partial<OrderView> = {}): OrderView => ({ ...order, ...changes, brief: { ...order.brief, state } });
const exported: Exported = { outcome: "done", path: "C:\\ut\\MIGV2026-0001.si", sha256: "ab", bytes: 3993, copy: false, warning: null };

describe("states of an order", () => {
    it("shows what has been reached, and the next step as the present one", () => {
        const states = (state: string) => stepsOf(state).map((step) => step.state);
        expect(states("attested")).toEqual(["done", "done", "current", "ahead"]);
        expect(states("booked")).toEqual(["done", "done", "done", "done"]);
        // A number that was taken back takes the last step back.
        expect(states("handed-over")).toEqual(["done", "done", "done", "current"]);
    });

    it("allows in each state only what the core allows", () => {
        const can = (state: string, numbered?: number) => Object.entries(allowed(state, numbered)).flatMap(([what, is]) => (is ? [what] : []));
        expect(["created", "attested", "handed-over", "withdrawn"].map((state) => can(state))).toEqual([["attest", "withdraw"], ["handOver", "withdraw"], ["handOver", "book", "reject"], []]);
        expect(can("handed-over", 1)).toEqual(["handOver", "book", "unbook"]);
        expect(can("booked", 2)).toEqual(["handOver", "unbook"]);
    });
});

describe("postings and files", () => {
    it("numbers postings within their voucher and names what has a name", () => {
        expect(postingLines(order).map((line) => line.id)).toEqual(["1-1", "1-2"]);
        expect([named("3514", order.account_names), named("1", {}), named(null, {})]).toEqual(["3514 Kostnadsersättning", "1", ""]);
    });

    it("proposes a file named by the order, in the format it was handed over as before", () => {
        expect(FORMATS.map((format) => proposedFile("MIGV2026-0001", format).name.split(".")[1])).toEqual(["xml", "txt", "si", "csv", "xlsx"]);
        expect(proposedFormat(order)).toBe("abw-xml");
        expect(proposedFormat({ ...order, files: [{ format: "sie4i", sha256: "ab", at: "2026-11-02T09:14:00Z" }] })).toBe("sie4i");
    });

    it("shows a bounded part of a long trace and counts the rest", () => {
        expect(limited([1, 2])).toEqual({ shown: [1, 2], hidden: 0 });
        expect(limited(Array.from({ length: SHOWN + 5 }, (_, index) => index)).hidden).toBe(5);
    });
});

describe("OrderPane", () => {
    it("attests once, after the question that says it is without a second person", async () => {
        const attested = inState("attested");
        const { wrapper, backend, session } = stage(OrderPane, { backend: memoryBackend({ "orders.attest": () => attested }), props: { order } });
        session.status = openStatus({ user: "EXEMPEL" });
        await nextTick();
        press("Enter", { ctrlKey: true });
        await flushPromises();
        expect(document.querySelector('[role="dialog"]')?.textContent).toContain("utan andra person");
        document.querySelector<HTMLElement>('[role="dialog"] .act-primary')?.click();
        await flushPromises();
        expect(backend.asked).toEqual([{ name: "orders.attest", request: { order: "o1" } }]);
        expect(wrapper.emitted("changed")).toEqual([[attested]]);
    });

    it("keeps the order as it is and says why where the core refuses", async () => {
        const backend = memoryBackend({
            "orders.withdraw": () => {
                throw { code: "order-state", message: "Bokföringsordern är överförd, så steget går inte att göra." };
            },
        });
        const { wrapper } = stage(OrderPane, { backend, props: { order } });
        await nextTick();
        await wrapper.find('[data-test="withdraw"]').trigger("click");
        await flushPromises();
        const reason = document.querySelector<HTMLTextAreaElement>('[role="dialog"] textarea')!;
        reason.value = "Fel period";
        reason.dispatchEvent(new Event("input"));
        await flushPromises();
        document.querySelector<HTMLElement>('[role="dialog"] .act-primary')?.click();
        await flushPromises();
        expect(backend.asked).toEqual([{ name: "orders.withdraw", request: { order: "o1", reason: "Fel period" } }]);
        expect(wrapper.text()).toContain("steget går inte att göra");
        expect(wrapper.emitted("changed")).toBeUndefined();
    });

    it("shows path, copy and the core's warning after handing over", async () => {
        const now = inState("handed-over", { files: [{ format: "sie4i", sha256: "ab12", at: "2026-11-02T09:14:00Z" }] });
        const { wrapper } = stage(OrderPane, { backend: memoryBackend({ "orders.view": () => now }), props: { order: now } });
        wrapper.findComponent(HandOverDialog).vm.$emit("done", { ...exported, copy: true, warning: "Ordern är redan överförd som CSV." });
        await flushPromises();
        const shown = wrapper.find('[data-test="handed-over"]').text();
        expect(shown).toContain(exported.path);
        expect(shown).toContain("kopia");
        expect(shown).toContain("redan överförd som CSV");
        expect(wrapper.text()).toContain("SHA-256 ab12");
    });
});

describe("HandOverDialog", () => {
    it("sends the chosen format and path, and warns before a second format", async () => {
        const backend = memoryBackend({ "orders.export": () => exported });
        backend.picks.push(exported.path);
        const { wrapper } = stage(HandOverDialog, {
            backend,
            props: { open: true, order: inState("handed-over", { files: [{ format: "csv", sha256: "ab", at: "2026-11-02T09:14:00Z" }] }) },
        });
        await flushPromises();
        expect(document.querySelector('[data-test="format-differs"]')).toBeNull();
        const format = document.querySelector<HTMLSelectElement>('[data-test="format"]')!;
        format.value = "sie4i";
        format.dispatchEvent(new Event("change"));
        await flushPromises();
        expect(document.querySelector('[data-test="format-differs"]')?.textContent).toContain("CSV");
        document.querySelector<HTMLElement>('[data-test="hand-over-save"]')?.click();
        await flushPromises();
        expect(backend.asked).toEqual([{ name: "orders.export", request: { order: "o1", format: "sie4i", path: exported.path, attest: false } }]);
        expect(wrapper.emitted("done")).toEqual([[exported]]);
    });

    it("does nothing when the save dialog is left", async () => {
        const { backend } = stage(HandOverDialog, { props: { open: true, order } });
        await flushPromises();
        document.querySelector<HTMLElement>('[data-test="hand-over-save"]')?.click();
        await flushPromises();
        expect(backend.asked).toEqual([]);
    });
});

describe("OrderScreen", () => {
    it("opens the trace of a posting by Enter and goes back to it by Esc", async () => {
        const backend = memoryBackend({
            "orders.view": () => order,
            "trace.posting": () => ({
                outcome: "done",
                closed: false,
                rows: [{ list: "l1", file: "lista.csv", line: 14, person: "P19", person_name: "Familj-Test, Sierra", amount_ore: 4300649 }],
                entries: [],
                postings: [],
            }),
        });
        const { wrapper } = stage(OrderScreen, { backend });
        await flushPromises();
        wrapper.find<HTMLElement>('[data-row-key="1-2"]').element.focus();
        await nextTick();
        press("Enter");
        await flushPromises();
        expect(backend.asked.at(-1)).toEqual({ name: "trace.posting", request: { order: "o1", voucher: 1, posting: 2 } });
        expect(wrapper.find('[data-test="trace-row-14"]').attributes("href")).toBe("#/inbetalningar/l1/granska?rad=14");
        press("Escape");
        await flushPromises();
        expect(wrapper.find('[data-test="posting-trace"]').exists()).toBe(false);
        expect(document.activeElement?.getAttribute("data-row-key")).toBe("1-2");
    });
});
