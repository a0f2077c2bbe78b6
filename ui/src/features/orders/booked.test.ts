import { enableAutoUnmount, flushPromises } from "@vue/test-utils";
import { afterEach, describe, expect, it } from "vitest";
import { nextTick } from "vue";
import { memoryBackend, type Answers } from "../../backend/memory";
import type { BookVouchers, OrderView, VoucherView } from "../../generated/contract";
import { openStatus, press, stage } from "../../testing";
import { linesOf, withBlock } from "./booking";
import OrderPane from "./OrderPane.vue";
import OrdersScreen from "./OrdersScreen.vue";

// A page that is gone takes no keys.
enableAutoUnmount(afterEach);

const voucher = (number: number, differently: Partial<VoucherView> = {}): VoucherView => ({ voucher: number, kind: "distribution", text: `Verifikation ${number}`, debit_ore: 100, number: null, booked_on: null, postings: [], ...differently });
const order: OrderView = {
    brief: { order: "o1", number: "MIGV2026-0001", state: "handed-over", without_second_person: false, month: "2026-10", distribution: "r1", reverses: null, voucher_date: "2026-10-30", period: "202610", debit_ore: 300, example: true },
    vouchers: [voucher(1), voucher(2), voucher(3)],
    steps: [{ state: "created", actor: "EXEMPEL", second_person: false, at: "2026-11-02T09:14:00Z", reason: null }],
    files: [],
    reversed_by: [],
    account_names: {},
    board_names: {},
};
const done = { outcome: "done" as const, vouchers: 1, orders: [], diagnostics: [] };
const part = (test: string) => document.querySelector<HTMLInputElement>(`[data-test="${test}"]`)!;

async function type(test: string, text: string): Promise<void> {
    part(test).value = text;
    part(test).dispatchEvent(new Event("input"));
    await flushPromises();
}

async function click(test: string): Promise<void> {
    part(test).click();
    await flushPromises();
}

/** An order's pane over a host where numbers in `refused` are another voucher's. */
async function pane(start: OrderView, refused: string[] = [], answers: Answers = {}) {
    let now = start;
    const backend = memoryBackend({
        "orders.booked": ({ numbers }) => {
            const wrong = numbers.findIndex(({ number }) => refused.includes(number));
            if (wrong !== -1) throw { code: "booked-number-used", message: "Numret har redan en annan.", place: { field: `numbers[${wrong}].number` } };
            const given = (voucher: number) => numbers.find((one) => one.voucher === voucher);
            now = { ...now, vouchers: now.vouchers.map((one) => ({ ...one, number: given(one.voucher)?.number ?? one.number, booked_on: given(one.voucher)?.day ?? one.booked_on })) };
            return done;
        },
        "orders.view": () => now,
        ...answers,
    });
    const staged = stage(OrderPane, { backend, props: { order: start } });
    staged.session.status = openStatus();
    await nextTick();
    const booked = () => backend.asked.filter(({ name }) => name === "orders.booked").map(({ request }) => request as BookVouchers);
    return { ...staged, booked };
}

describe("a block of numbers", () => {
    const lines = linesOf([voucher(1), voucher(2, { number: "80002" }), voucher(3)], "2026-11-02");

    it("is asked of the vouchers that have none, with a day proposed", () => {
        expect(lines).toEqual([
            { voucher: 1, number: "", day: "2026-11-02" },
            { voucher: 3, number: "", day: "2026-11-02" },
        ]);
    });

    it("fills numbers and days from the cell to the right and downwards, and no cell outside", () => {
        expect(withBlock(lines, "80001\t2026-11-03\r\n80003\t2026-11-04\r\n80004\t2026-11-05\r\n", { line: 0, column: 0 })).toEqual([
            { voucher: 1, number: "80001", day: "2026-11-03" },
            { voucher: 3, number: "80003", day: "2026-11-04" },
        ]);
        expect(withBlock(lines, "80001\n80003", { line: 1, column: 0 })?.map(({ number }) => number)).toEqual(["", "80001"]);
        expect(withBlock(lines, "2026-11-05;x", { line: 0, column: 1 })?.[0]).toEqual({ voucher: 1, number: "", day: "2026-11-05" });
        expect(withBlock(lines, "80001", { line: 0, column: 0 })).toBeUndefined();
    });
});

describe("booked", () => {
    it("notes the numbers in one go, leaves vouchers without one, and tells the wrong one at its field", async () => {
        const { booked, wrapper } = await pane(order, ["80002"]);
        press("Enter", { ctrlKey: true });
        await flushPromises();
        expect(part("book-save").disabled).toBe(true);
        await type("book-1-number", "80001");
        await type("book-2-number", " 80002 ");
        await type("book-2-day", "2026-11-01");
        await click("book-save");
        const first = { voucher: 1, number: "80001", day: "2026-11-02" };
        expect(booked()).toEqual([{ order: "o1", numbers: [first, { voucher: 2, number: "80002", day: "2026-11-01" }] }]);
        // Nothing was noted; both stay as they were typed, and the wrong one says why.
        expect(wrapper.emitted("changed")).toBeUndefined();
        expect(part("book-1-number").getAttribute("aria-invalid")).not.toBe("true");
        expect(part("book-2-number").value).toBe(" 80002 ");
        expect(part("book-2-number").getAttribute("aria-invalid")).toBe("true");
        expect(document.activeElement).toBe(part("book-2-number"));
        await type("book-2-number", "80012");
        await click("book-save");
        expect(booked().at(-1)).toEqual({ order: "o1", numbers: [first, { voucher: 2, number: "80012", day: "2026-11-01" }] });
        const shown = wrapper.emitted("changed")?.at(-1)?.[0] as OrderView;
        expect(shown.vouchers.map(({ number }) => number)).toEqual(["80001", "80012", null]);
        expect(document.querySelector('[role="dialog"]')).toBeNull();
    });

    it("is filled by pasting a block", async () => {
        const { booked } = await pane(order);
        press("Enter", { ctrlKey: true });
        await flushPromises();
        const event = new Event("paste", { bubbles: true, cancelable: true });
        Object.assign(event, { clipboardData: { getData: () => "80001\t2026-11-03\n80002\t2026-11-03\n80003\t2026-11-04" } });
        part("book-1-number").dispatchEvent(event);
        await flushPromises();
        expect(event.defaultPrevented).toBe(true);
        await click("book-save");
        expect(booked().flatMap(({ numbers }) => numbers.map(({ number, day }) => [number, day]))).toEqual([["80001", "2026-11-03"], ["80002", "2026-11-03"], ["80003", "2026-11-04"]]);
    });

    it("is read from a file, and every finding stands with line and column", async () => {
        const diagnostics = [{ line: 3, column: 3, column_name: "verifikationsnummer", code: "booked-number-used", severity: "error", message: "Numret är en annans.", what: "", todo: "", short: "" }];
        const { backend, wrapper } = await pane(order, [], { "orders.booked_file": () => ({ outcome: "findings", vouchers: 0, orders: [], diagnostics }) });
        backend.picks.push("/in/nummer.csv");
        press("Enter", { ctrlKey: true });
        await flushPromises();
        await click("book-file");
        expect(backend.asked.at(-1)).toEqual({ name: "orders.booked_file", request: { path: "/in/nummer.csv" } });
        expect(part("numbers-read").textContent).toContain("Inget har ändrats");
        expect(part("diagnostics").textContent).toContain("rad 3, kolumn 3");
        expect(wrapper.emitted("changed")).toBeUndefined();
    });

    it("takes a number back with a reason", async () => {
        const booked = { ...order, brief: { ...order.brief, state: "booked" }, vouchers: [voucher(1, { number: "80001", booked_on: "2026-11-01" })] };
        const { backend, wrapper } = await pane(booked, [], { "orders.unbook": () => order });
        expect(wrapper.find('[data-test="voucher-numbers"]').text()).toContain("80001");
        await click("unbook-1");
        await click("reason-confirm");
        expect(backend.asked).toEqual([]);
        const reason = document.querySelector<HTMLTextAreaElement>('[role="dialog"] textarea')!;
        reason.value = "Fel nummer";
        reason.dispatchEvent(new Event("input"));
        await click("reason-confirm");
        expect(backend.asked).toEqual([{ name: "orders.unbook", request: { order: "o1", voucher: 1, reason: "Fel nummer" } }]);
        expect(wrapper.emitted("changed")).toEqual([[order]]);
    });
});

describe("an order that the finance system refuses", () => {
    it("is withdrawn with its words, and leads to the distribution for a new one", async () => {
        const withdrawn = { ...order, brief: { ...order.brief, state: "withdrawn" } };
        const { backend, wrapper } = await pane(order, [], { "orders.reject": () => withdrawn });
        await click("reject");
        await click("reason-confirm");
        expect(document.querySelector('[role="dialog"] [role="alert"]')?.textContent).toContain("vad ekonomisystemet svarade");
        const words = document.querySelector<HTMLTextAreaElement>('[role="dialog"] textarea')!;
        words.value = "GL07: okänt ansvar 7110";
        words.dispatchEvent(new Event("input"));
        await click("reason-confirm");
        expect(backend.asked).toEqual([{ name: "orders.reject", request: { order: "o1", reason: "GL07: okänt ansvar 7110" } }]);
        await wrapper.setProps({ order: withdrawn });
        expect(wrapper.find('[data-test="order-anew"]').attributes("href")).toBe("#/fordelning/r1");
    });

    it("cannot be refused while a voucher has a number", async () => {
        await pane({ ...order, vouchers: [voucher(1, { number: "80001", booked_on: "2026-11-01" }), voucher(2)] });
        expect(part("reject")).toBeNull();
        expect(part("book")).not.toBeNull();
    });
});

describe("OrdersScreen", () => {
    it("reads the numbers of several orders from a file by L, and shows what is booked now", async () => {
        let state = "handed-over";
        const backend = memoryBackend({
            "orders.list": () => ({ orders: [{ ...order.brief, state }] }),
            "orders.booked_file": () => {
                state = "booked";
                return { outcome: "done", vouchers: 3, orders: ["MIGV2026-0001"], diagnostics: [] };
            },
        });
        backend.picks.push("/in/nummer.xlsx");
        const { wrapper } = stage(OrdersScreen, { backend });
        await flushPromises();
        press("l", { altKey: true });
        await flushPromises();
        expect(wrapper.find('[data-test="numbers-read"]').text()).toContain("3 verifikationer har fått nummer");
        expect(wrapper.find('[data-test="numbers-read"]').text()).toContain("MIGV2026-0001");
        expect(wrapper.find('[data-test="orders"]').text()).toContain("Bokförd");
        expect(wrapper.find('[data-test="numbers-file"]').exists()).toBe(false);
    });
});
