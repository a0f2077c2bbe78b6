import { enableAutoUnmount, flushPromises } from "@vue/test-utils";
import { afterEach, describe, expect, it } from "vitest";
import type { Calls } from "../../backend/calls";
import { memoryBackend } from "../../backend/memory";
import type { SuspenseRequest, SuspenseRow, SuspenseView } from "../../generated/contract";
import { openStatus, press, stage } from "../../testing";
import { monthEnds, wayOf } from "./suspense";
import SuspenseScreen from "./SuspenseScreen.vue";

// A page that is gone takes no keys.
enableAutoUnmount(afterEach);

const row: SuspenseRow = {
    kind: "unmatched",
    reason_code: "not-matched",
    reason: "Raden är inte matchad",
    amount_ore: 150000,
    since: "2026-10-30",
    days: 3,
    owner: "EXEMPEL",
    list: "l1",
    file: "lista.csv",
    line: 7,
    distribution: null,
    todo_code: "match",
    todo: "Matcha raden.",
};
const run: SuspenseRow = { ...row, kind: "not-handed-over", reason: "Fördelat, inte överfört", list: null, file: null, line: null, distribution: "r1", todo_code: "hand-over", amount_ore: 850000 };
const answer: SuspenseView = {
    outcome: "findings",
    as_of: "2026-11-02",
    balance_ore: 1000000,
    sums: [
        { kind: "unmatched", text: "Ej matchad", rows: 1, amount_ore: 150000 },
        { kind: "not-handed-over", text: "Fördelat, inte överfört", rows: 1, amount_ore: 850000 },
    ],
    total: 2,
    rows: [row, run],
};

async function opened(page: (request: SuspenseRequest) => SuspenseView = () => answer) {
    const backend = memoryBackend({
        "suspense.page": page,
        "suspense.print": ({ path }) => ({ path, bytes: 1 }),
        "distribution.wrong": () => ({ outcome: "done", months: [], rows: [] }),
        "session.status": () => openStatus(),
    });
    const staged = stage(SuspenseScreen, { backend });
    await staged.session.refresh();
    await flushPromises();
    const asked = () => backend.asked.filter((one) => one.name === "suspense.page").map((one) => one.request as Calls["suspense.page"]["request"]);
    return { ...staged, asked };
}

describe("the observation account", () => {
    it("leads to where each thing is done", () => {
        const way = (todo_code: string) => wayOf({ ...row, todo_code });
        expect(way("match")).toBe("/inbetalningar/l1/matcha");
        expect(way("settle-person")).toBe("/inbetalningar/l1/matcha");
        expect(way("distribute")).toBe("/inbetalningar/l1/matcha");
        expect(way("enter-board")).toBe("/spar/l1/7");
        expect(way("map-code")).toBe("/installningar/koder");
        expect(way("add-to-key")).toBe("/installningar/nyckel");
        expect(way("settle-row")).toBe("/inbetalningar/l1/granska?rad=7");
        expect(wayOf({ ...row, todo_code: "ask-bank", line: null })).toBe("/inbetalningar/l1");
        expect(wayOf(run)).toBe("/fordelning/r1");
    });

    it("has the ends of the months before today, over a new year too", () => {
        expect(monthEnds("2026-11-30")).toEqual(["2026-10-31", "2026-09-30", "2026-08-31"]);
        expect(monthEnds("2024-03-31")).toEqual(["2024-02-29", "2024-01-31", "2023-12-31"]);
    });

    it("shows the balance and each kind's sum as the core has them", async () => {
        const { wrapper } = await opened();
        expect(wrapper.find('[data-test="balance"]').text()).toContain("10 000,00".replaceAll(" ", "\u00A0"));
        const kinds = wrapper.findAll('[data-test="suspense-kinds"] button').map((one) => one.text());
        expect(kinds).toEqual(["Allt", expect.stringContaining("Ej matchad 1\u00A0500,00"), expect.stringContaining("8\u00A0500,00")]);
        expect(wrapper.find('[data-test="suspense-pane"]').text()).toContain("Matcha raden.");
    });

    it("asks anew for the day that is typed once it is one, and from the first page", async () => {
        const { wrapper, asked } = await opened((request) => ({ ...answer, total: 250, as_of: request.as_of ?? "2026-11-02" }));
        press("End");
        await wrapper.findAll("button").find((one) => one.text() === "Nästa")?.trigger("click");
        await flushPromises();
        expect(asked().at(-1)?.shown?.page).toBe(1);
        const before = asked().length;
        await wrapper.find('[data-test="suspense-day"]').setValue("2026-10-3");
        await flushPromises();
        expect(asked()).toHaveLength(before);
        await wrapper.find('[data-test="suspense-day"]').setValue("2026-10-31");
        await flushPromises();
        expect(asked().at(-1)).toEqual({ as_of: "2026-10-31", kind: null, shown: { page: 0 } });
    });

    it("goes to the end of a month by its button, and back to today", async () => {
        const { wrapper, asked } = await opened();
        const button = (words: string) => wrapper.findAll('[data-test="suspense-days"] button').find((one) => one.text() === words);
        await button("2026-10-31")?.trigger("click");
        await flushPromises();
        expect(asked().at(-1)?.as_of).toBe("2026-10-31");
        expect((wrapper.find('[data-test="suspense-day"]').element as HTMLInputElement).value).toBe("2026-10-31");
        await button("I dag")?.trigger("click");
        await flushPromises();
        expect(asked().at(-1)?.as_of).toBeNull();
    });

    it("leaves one kind, and lets it go where it holds nothing on another day", async () => {
        const { wrapper, asked } = await opened((request) => (request.as_of === null ? answer : { ...answer, sums: answer.sums.slice(0, 1) }));
        await wrapper.findAll('[data-test="suspense-kinds"] button')[2]?.trigger("click");
        await flushPromises();
        expect(asked().at(-1)?.kind).toBe("not-handed-over");
        await wrapper.find('[data-test="suspense-day"]').setValue("2026-10-31");
        await flushPromises();
        expect(asked().at(-1)).toMatchObject({ kind: null, as_of: "2026-10-31" });
    });

    it("goes to where the chosen thing is done by G", async () => {
        const { wrapper, router } = await opened();
        wrapper.findAll<HTMLElement>("[data-row]")[1]?.element.focus();
        await flushPromises();
        press("g");
        await flushPromises();
        expect(router.currentRoute.value.path).toBe("/fordelning/r1");
    });

    it("prints the day that is shown by Ctrl P", async () => {
        const { backend, wrapper } = await opened(() => ({ ...answer, as_of: "2026-10-31" }));
        backend.picks.push("/files/konto.pdf");
        wrapper.find<HTMLElement>("[data-row]").element.focus();
        await flushPromises();
        press("p", { ctrlKey: true });
        await flushPromises();
        expect(backend.asked.at(-1)).toEqual({ name: "suspense.print", request: { as_of: "2026-10-31", path: "/files/konto.pdf" } });
    });

    it("says that nothing lies there", async () => {
        const { wrapper } = await opened(() => ({ ...answer, balance_ore: 0, sums: [], total: 0, rows: [] }));
        expect(wrapper.find('[data-test="suspense-empty"]').exists()).toBe(true);
        expect(wrapper.find('[data-test="balance"]').text()).toContain("0,00");
    });
});
