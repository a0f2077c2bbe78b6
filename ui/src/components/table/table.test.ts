import { enableAutoUnmount, flushPromises } from "@vue/test-utils";
import { nextTick } from "vue";
import { afterEach, describe, expect, it, vi } from "vitest";
import { memoryBackend, type MemoryBackend } from "../../backend/memory";
import type { CaseBrief, ShownListRequest } from "../../generated/contract";
import { LISTS } from "../../generated/lists";
import { press, stage } from "../../testing";
import { hasText } from "../../texts";
import type { Column } from "../list";
import WorkList from "../WorkList.vue";
import { createListing, createPicks } from "./listing";

type Row = Pick<CaseBrief, "case" | "number">;

const rows: Row[] = ["a", "b", "c", "d"].map((id) => ({ case: id, number: `Ä-${id}` }));
const columns: Column<Row>[] = [
    { id: "number", title: "Nummer", width: "90px", text: (row) => row.number },
    { id: "own", title: "Eget", width: "40px", text: () => "" },
    { id: "board", title: "Nämnd", width: "1fr", text: () => "" },
];
const request = { person: null, officer: null, cost_centre: null, due_until: null, state: null };

function shown(props: object = {}, backend: MemoryBackend = memory()) {
    const reload = vi.fn(async () => undefined);
    const listing = createListing(backend, "cases.list", () => request, reload, { narrowed: () => "Nämnd A" });
    const staged = stage(WorkList as never, { backend, props: { label: "Ärenden", columns, rows, rowKey: (row: Row) => row.case, selected: "a", listing, ...props } });
    return { ...staged, listing, reload };
}

function memory(answers = {}) {
    return memoryBackend({
        "list.layouts": () => ({ layouts: {} }),
        "list.keep_layout": () => ({ layouts: {} }),
        "list.copy": ({ rows: keys }: ShownListRequest) => ({ text: "x\ty", html: "<table></table>", rows: keys?.length ?? 4 }),
        "list.print": () => ({ title: "Ärenden", heads: ["Nummer"], numbers: [false], rows: [["Ä-a"], ["Ä-b"]] }),
        "list.write": ({ path }: { path: string }) => ({ path, bytes: 1 }),
        ...answers,
    });
}

const asked = <Request>(backend: MemoryBackend, name: string) => backend.asked.filter((one) => one.name === name).map((one) => one.request as Request);

async function keys(wrapper: ReturnType<typeof shown>["wrapper"], ...names: [string, KeyboardEventInit?][]): Promise<void> {
    for (const [name, modifiers] of names) {
        press(name, modifiers);
        await flushPromises();
        const selected = wrapper.emitted("update:selected")?.at(-1)?.[0];
        if (selected !== undefined) await wrapper.setProps({ selected });
        await nextTick();
    }
}

function focusRow(wrapper: ReturnType<typeof shown>["wrapper"], key: string): void {
    wrapper.find<HTMLElement>(`[data-row-key="${key}"]`).element.focus();
}

const SHIFT = { shiftKey: true };
const CTRL = { ctrlKey: true };

// A list that is gone takes no keys.
enableAutoUnmount(afterEach);

describe("the lists of the core", () => {
    it("have words for their names and headings", () => {
        const ids = Object.values(LISTS).flatMap((list) => [list.title, ...Object.values(list.columns)]);
        expect(ids.length).toBeGreaterThan(20);
        expect(ids.filter((id) => !hasText(id))).toEqual([]);
    });
});

describe("picks", () => {
    it("reach from where they began, and let go what lay beyond", () => {
        const picks = createPicks();
        const order = ["a", "b", "c", "d"];
        picks.reach(order, "b", "c");
        picks.reach(order, "c", "d");
        expect([...picks.keys]).toEqual(["b", "c", "d"]);
        picks.reach(order, "d", "a");
        expect([...picks.keys].sort()).toEqual(["a", "b"]);
        expect(picks.wanted("x")).toEqual(expect.arrayContaining(["a", "b"]));
    });

    it("go on over the edge of a page", () => {
        const picks = createPicks();
        picks.reach(["a", "b"], "a", "b");
        picks.reach(["c", "d"], "c", "d");
        expect([...picks.keys].sort()).toEqual(["a", "b", "c", "d"]);
    });

    it("mean the row that one is at while nothing is picked, and every page where all are", () => {
        const picks = createPicks();
        expect(picks.wanted("b")).toEqual(["b"]);
        picks.everything(["a"], 250);
        expect([picks.wanted("b"), picks.count.value, picks.has("far away")]).toEqual([null, 250, true]);
        picks.toggle("a");
        expect(picks.wanted(undefined)).toEqual(["a"]);
    });
});

describe("a list of the core's", () => {
    it("is sorted by its headings, reached by the arrow from the first row: rising, falling, as it was", async () => {
        const { wrapper, listing, reload } = shown();
        focusRow(wrapper, "a");
        await keys(wrapper, ["ArrowUp"]);
        expect((document.activeElement as HTMLElement).dataset.test).toBe("sort-number");
        // What the core does not know cannot be sorted by.
        expect(wrapper.find('[data-test="sort-own"]').exists()).toBe(false);
        await keys(wrapper, ["ArrowRight"]);
        expect((document.activeElement as HTMLElement).dataset.test).toBe("sort-board");
        for (const sort of [{ column: "board", descending: false }, { column: "board", descending: true }, undefined]) {
            (document.activeElement as HTMLElement).click();
            await flushPromises();
            expect(listing.sort.value).toEqual(sort);
            expect(listing.asked()).toEqual({ ...request, shown: { page: 0, ...(sort && { sort }) } });
        }
        expect(reload).toHaveBeenCalledTimes(3);
        await keys(wrapper, ["ArrowDown"]);
        expect((document.activeElement as HTMLElement).dataset.rowKey).toBe("a");
    });

    it("is picked by Shift and the arrows, and copied with the columns that are shown", async () => {
        const { wrapper, backend } = shown();
        focusRow(wrapper, "a");
        await keys(wrapper, ["ArrowDown", SHIFT], ["ArrowDown", SHIFT]);
        expect(wrapper.findAll(".picked").map((row) => row.attributes("data-row-key"))).toEqual(["a", "b", "c"]);
        expect(wrapper.find('[data-test="list-said"]').text()).toBe("3 rader markerade");
        await keys(wrapper, ["c", CTRL]);
        expect(asked<ShownListRequest>(backend, "list.copy")).toEqual([
            { list: "cases.list", request: { ...request, shown: { page: 0 } }, columns: ["number", "board"], rows: ["a", "b", "c"] },
        ]);
        expect(backend.copied).toEqual([{ text: "x\ty", html: "<table></table>" }]);
        expect(wrapper.find('[data-test="list-said"]').text()).toBe("3 rader är kopierade");
        await keys(wrapper, ["ArrowUp"]);
        expect(wrapper.findAll(".picked")).toHaveLength(0);
        await keys(wrapper, ["c", CTRL]);
        expect(asked<ShownListRequest>(backend, "list.copy").at(-1)?.rows).toEqual(["b"]);
    });

    it("has every row of every page picked by Ctrl A", async () => {
        const { wrapper, backend } = shown({ page: { index: 0, size: 4, total: 20_000 } });
        focusRow(wrapper, "a");
        await keys(wrapper, ["a", CTRL]);
        expect(wrapper.find('[data-test="list-said"]').text()).toBe("Alla 20\u{a0}000 rader markerade");
        await keys(wrapper, ["c", CTRL]);
        expect(asked<ShownListRequest>(backend, "list.copy")[0]?.rows).toBeNull();
        await keys(wrapper, ["Escape"]);
        expect(wrapper.findAll(".picked")).toHaveLength(0);
    });

    it("ticks what is picked where rows have boxes", async () => {
        const { wrapper } = shown({ marked: new Set(["b"]) });
        focusRow(wrapper, "a");
        await keys(wrapper, ["ArrowDown", SHIFT]);
        expect(wrapper.emitted("mark")).toEqual([[rows[0]]]);
    });

    it("is saved with the filter in words, all rows or those that are picked", async () => {
        const { wrapper, backend, commands } = shown();
        backend.picks.push("/ut/arenden.xlsx", null);
        focusRow(wrapper, "a");
        await keys(wrapper, ["s", CTRL]);
        expect(asked(backend, "list.write")).toEqual([
            { shown: { list: "cases.list", request: { ...request, shown: { page: 0 } }, columns: ["number", "board"], rows: null }, narrowed: "Nämnd A", path: "/ut/arenden.xlsx" },
        ]);
        expect(wrapper.find('[data-test="list-said"]').text()).toBe("Sparad: /ut/arenden.xlsx");
        await wrapper.find('[data-test="list-reveal"]').trigger("click");
        expect(backend.revealed).toEqual(["/ut/arenden.xlsx"]);
        // Left without choosing, nothing is written.
        commands.find("list-save")?.run?.();
        await flushPromises();
        expect(asked(backend, "list.write")).toHaveLength(1);
    });

    it("says why nothing was copied", async () => {
        const backend = memory();
        backend.copy = () => Promise.reject({ code: "clipboard-locked", message: "" });
        const { wrapper } = shown({}, backend);
        focusRow(wrapper, "a");
        await keys(wrapper, ["c", CTRL]);
        expect(wrapper.find('[role="alert"]').text()).toContain("Urklipp används av ett annat program");
    });

    it("is looked through by Ctrl F, and shown whole again by Esc", async () => {
        vi.useFakeTimers();
        const { wrapper, listing, reload } = shown();
        focusRow(wrapper, "a");
        press("f", CTRL);
        await nextTick();
        await nextTick();
        const field = wrapper.find<HTMLInputElement>('[data-test="list-find"]');
        expect(document.activeElement).toBe(field.element);
        await field.setValue("berg");
        vi.advanceTimersByTime(200);
        expect([listing.find.value, reload.mock.calls.length]).toEqual(["berg", 1]);
        await wrapper.setProps({ rows: [] });
        expect(wrapper.text()).toContain("Ingen rad har ”berg”");
        press("Escape");
        expect([listing.find.value, reload.mock.calls.length]).toEqual(["", 2]);
        vi.useRealTimers();
    });

    it("offers no search of its own beside that of the page", async () => {
        const { wrapper, commands } = shown({ ownSearch: true });
        expect(commands.find("list-find")?.enabled?.()).toBe(false);
        wrapper.unmount();
    });

    it("goes to a row on another page by its number", async () => {
        const { wrapper } = shown({ page: { index: 0, size: 4, total: 20 } });
        focusRow(wrapper, "a");
        press("g", CTRL);
        await nextTick();
        await nextTick();
        await wrapper.find('[data-test="list-go"]').setValue("7");
        press("Enter");
        expect(wrapper.emitted("page")).toEqual([[1]]);
        await wrapper.setProps({ rows: ["e", "f", "g"].map((id) => ({ case: id, number: id })), page: { index: 1, size: 4, total: 20 } });
        expect(wrapper.emitted("update:selected")?.at(-1)).toEqual(["g"]);
    });

    it("has a menu of the row with the screen's own acts, by key and by the pointer", async () => {
        const { wrapper, commands } = shown();
        const act = vi.fn();
        commands.add(() => [
            { id: "open", label: "cases-open", keys: ["Enter"] },
            { id: "move", label: "cases-add", keys: ["N"], run: act },
            { id: "not-now", label: "cases-add", keys: ["X"], enabled: () => false, run: act },
        ]);
        focusRow(wrapper, "b");
        await keys(wrapper, ["F10", SHIFT]);
        const items = () => wrapper.findAll('[role="menuitem"]').map((item) => item.attributes("data-test"));
        expect(items().slice(0, 3)).toEqual(["menu-open", "menu-move", "menu-list-copy"]);
        expect((document.activeElement as HTMLElement).dataset.test).toBe("menu-open");
        await keys(wrapper, ["ArrowDown"], ["Enter"]);
        expect(act).toHaveBeenCalledTimes(1);
        expect(items()).toEqual([]);
        await wrapper.find('[data-row-key="c"]').trigger("contextmenu", { clientX: 10, clientY: 10 });
        await flushPromises();
        expect(wrapper.emitted("update:selected")?.at(-1)).toEqual(["c"]);
        expect(items()[0]).toBe("menu-open");
        await wrapper.find('[data-test="menu-open"]').trigger("click");
        expect(wrapper.emitted("open")).toHaveLength(1);
    });

    it("shows the columns that somebody has chosen, and keeps them", async () => {
        const layouts = { "cases.list": { columns: [{ id: "board", width: 200, hidden: false }, { id: "own", width: null, hidden: true }] } };
        const { wrapper, backend, commands } = shown({}, memory({ "list.layouts": () => ({ layouts }) }));
        await flushPromises();
        const heads = () => wrapper.findAll('[role="columnheader"]').map((head) => head.text());
        expect(heads()).toEqual(["Nämnd", "Nummer"]);
        expect(wrapper.find(".worklist").attributes("style")).toContain("--tracks: 200px 90px");
        commands.find("list-columns")?.run?.();
        await flushPromises();
        await wrapper.find('[data-test="column-own"]').trigger("change");
        await wrapper.find('[data-test="list-columns-keep"]').trigger("click");
        expect(heads()).toContain("Eget");
        const kept = asked<{ list: string; layout: { columns: { id: string; hidden: boolean }[] } }>(backend, "list.keep_layout");
        expect(kept[0]?.layout.columns.map(({ id, hidden }) => [id, hidden])).toEqual([
            ["board", false],
            ["number", false],
            ["own", false],
        ]);
    });

    it("has words for a column without a heading", async () => {
        const { wrapper, commands } = shown({ columns: [{ id: "state", title: "", width: "26px", text: () => "" }, ...columns] });
        commands.find("list-columns")?.run?.();
        await flushPromises();
        expect(wrapper.find('[data-test="list-columns"]').text()).toContain("Tecken");
        expect(wrapper.find('[data-test="list-columns"]').text()).not.toContain("state");
    });

    it("widens a column by Shift and the arrows at its heading", async () => {
        const { wrapper, backend } = shown();
        focusRow(wrapper, "a");
        await keys(wrapper, ["ArrowUp"], ["ArrowRight", SHIFT]);
        expect(asked(backend, "list.keep_layout")).toHaveLength(1);
        expect(wrapper.find(".worklist").attributes("style")).toContain("--tracks: 32px 40px 1fr");
    });

    it("prints every row, in place of the page", async () => {
        const printed = vi.spyOn(window, "print").mockImplementation(() => undefined);
        const { commands } = shown();
        commands.find("list-print")?.run?.();
        await flushPromises();
        expect(printed).toHaveBeenCalledTimes(1);
        expect([...document.querySelectorAll(".printed-list tbody tr")].map((row) => row.textContent)).toEqual(["Ä-a", "Ä-b"]);
        window.dispatchEvent(new Event("afterprint"));
        await nextTick();
        expect(document.querySelector(".printed-list")).toBeNull();
        printed.mockRestore();
    });
});
