import { nextTick } from "vue";
import { describe, expect, it } from "vitest";
import { press, stage } from "../testing";
import { movedRow, PAGE_SIZE, type Column } from "./list";
import Matrix from "./Matrix.vue";
import { movedPlace, nextRing, type MatrixGroup } from "./matrix";
import WorkList from "./WorkList.vue";

interface Row {
    id: string;
    name: string;
    bad?: boolean;
    group?: string;
}

const columns: Column<Row>[] = [
    { id: "name", title: "Namn", width: "1fr", text: (row) => row.name, fault: (row) => (row.bad ? "error" : undefined), sortable: true },
    { id: "ore", title: "Belopp", width: "80px", align: "end", text: () => "1,00" },
];
const rows: Row[] = ["a", "b", "c"].map((id) => ({ id, name: `rad ${id}`, bad: id === "b", group: id === "c" ? "två" : "ett" }));

function list(props: object = {}) {
    return stage(WorkList as never, { props: { label: "Rader", columns, rows, rowKey: (row: Row) => row.id, selected: "a", ...props } });
}

const focusedKey = () => (document.activeElement as HTMLElement | null)?.dataset.rowKey;

async function keys(...names: string[]): Promise<void> {
    for (const name of names) {
        press(name);
        await nextTick();
        await nextTick();
    }
}

describe("movedRow", () => {
    it.each([
        ["ArrowDown", 5, 6],
        ["ArrowUp", 5, 4],
        ["ArrowUp", 0, -1],
        ["Home", 5, 0],
        ["End", 5, 99],
        ["PageDown", 5, 25],
        ["PageDown", 95, 99],
        ["PageUp", 25, 5],
        ["PageUp", 5, 0],
        ["x", 5, undefined],
    ])("%s from row %i leads to %s", (key, at, expected) => {
        expect(movedRow(key, at, 100, 20)).toBe(expected);
    });
});

describe("WorkList", () => {
    it("is a grid whose one row in the tab order is the selected one", () => {
        const { wrapper } = list({ selected: "b" });
        expect(wrapper.find('[role="grid"]').attributes("aria-label")).toBe("Rader");
        const reachable = wrapper.findAll('[data-row][tabindex="0"]');
        expect(reachable.map((row) => row.attributes("data-row-key"))).toEqual(["b"]);
        expect(reachable[0]?.attributes("aria-selected")).toBe("true");
        wrapper.unmount();
    });

    it("gives up columns that the detail tells of where it is narrow", () => {
        const { wrapper } = list({ columns: [{ id: "name", title: "Namn", width: "1fr", text: () => "" }, { id: "why", title: "Skäl", width: "120px", spare: true, text: () => "" }] });
        const style = wrapper.find<HTMLElement>(".worklist").attributes("style");
        expect(style).toContain("--tracks: 1fr 120px");
        expect(style).toContain("--narrow-tracks: 1fr;");
        expect(wrapper.findAll(".body")[0]?.findAll(".spare")).toHaveLength(1);
        wrapper.unmount();
    });

    it("moves by keys, and says which row is selected", async () => {
        const { wrapper } = list();
        wrapper.find<HTMLElement>('[data-row-key="a"]').element.focus();
        await keys("ArrowDown");
        expect(wrapper.emitted("update:selected")?.at(-1)).toEqual(["b"]);
        await wrapper.setProps({ selected: "b" });
        await keys("End");
        await wrapper.setProps({ selected: "c" });
        await nextTick();
        expect(focusedKey()).toBe("c");
        await keys("Home");
        expect(wrapper.emitted("update:selected")?.at(-1)).toEqual(["a"]);
        wrapper.unmount();
    });

    it("opens by Enter and marks by Space", async () => {
        const { wrapper } = list({ marked: new Set(["b"]) });
        wrapper.find<HTMLElement>('[data-row-key="a"]').element.focus();
        await keys("Enter", " ");
        expect(wrapper.emitted("open")).toEqual([[rows[0]]]);
        expect(wrapper.emitted("mark")).toEqual([[rows[0]]]);
        expect(wrapper.find('[data-row-key="b"] [role="img"]').attributes("aria-label")).toBe("Markerad");
        wrapper.unmount();
    });

    it("asks for the next page past the last row, and selects its first row when it comes", async () => {
        const { wrapper } = list({ selected: "c", page: { index: 0, size: 3, total: 7 } });
        wrapper.find<HTMLElement>('[data-row-key="c"]').element.focus();
        await keys("ArrowDown");
        expect(wrapper.emitted("page")).toEqual([[1]]);
        await wrapper.setProps({ rows: [{ id: "d", name: "rad d" }], page: { index: 1, size: 3, total: 7 } });
        expect(wrapper.emitted("update:selected")?.at(-1)).toEqual(["d"]);
        expect(wrapper.find("[data-row]").attributes("aria-rowindex")).toBe("5");
        wrapper.unmount();
    });

    it("asks for no page before the first", async () => {
        const { wrapper } = list({ page: { index: 0, size: PAGE_SIZE, total: 250 } });
        wrapper.find<HTMLElement>('[data-row-key="a"]').element.focus();
        await keys("ArrowUp");
        expect(wrapper.emitted("page")).toBeUndefined();
        expect(wrapper.find('[role="status"]').text()).toBe("Rad 1–100 av 250");
        wrapper.unmount();
    });

    it("marks the faulty cell, heads groups and tells the sorting", async () => {
        const { wrapper } = list({ groupOf: (row: Row) => row.group ?? "", sorting: { column: "name", descending: true } });
        expect(wrapper.findAll(".fault").map((cell) => cell.text())).toEqual(["rad b"]);
        expect(wrapper.findAll(".group")).toHaveLength(2);
        expect(wrapper.find('[role="columnheader"]').attributes("aria-sort")).toBe("descending");
        await wrapper.find(".sort").trigger("click");
        expect(wrapper.emitted("sort")).toEqual([["name"]]);
        wrapper.unmount();
    });
});

const boards = ["7110", "7120"].map((id) => ({ id, code: id, name: `Nämnd ${id}` }));
const row = (id: string, cells: MatrixGroup["rows"][number]["cells"]) => ({ id, name: id, shares: "100 %", count: 1, cells, sum: 100 });
const groups: MatrixGroup[] = [
    { id: "g1", code: "4000", name: "Utbildning", rows: [row("r1", { 7110: { ore: 100 } }), row("r2", { 7120: { ore: 4300649, ring: true } })] },
    { id: "g2", code: "6000", name: "Mottagande", rows: [row("r3", { 7110: { ore: 0, ring: true } })] },
];
const heads = { group: "Verksamhet", row: "Ersättning", shares: "Nyckel", count: "Rader", sum: "Summa" };

describe("Matrix", () => {
    it.each([
        ["ArrowRight", false, { row: "r1", column: "7120" }],
        ["ArrowLeft", false, { row: "r1", column: "7110" }],
        ["ArrowDown", false, { row: "r2", column: "7110" }],
        ["ArrowUp", false, { row: "r1", column: "7110" }],
        ["End", false, { row: "r1", column: "7120" }],
        ["End", true, { row: "r3", column: "7120" }],
        ["PageDown", false, { row: "r3", column: "7110" }],
        ["F2", false, undefined],
    ])("%s (Ctrl %s) leads to the right cell", (key, ctrl, expected) => {
        expect(movedPlace(key, ctrl, { row: "r1", column: "7110" }, ["r1", "r2", "r3"], ["7110", "7120"])).toEqual(expected);
    });

    it("goes round the cells that hold an öre", () => {
        const first = nextRing(undefined, groups, boards);
        const second = nextRing(first, groups, boards);
        expect([first, second, nextRing(second, groups, boards)]).toEqual([
            { row: "r2", column: "7120" },
            { row: "r3", column: "7110" },
            { row: "r2", column: "7120" },
        ]);
    });

    it("leaves the empty cell empty, writes zero where amounts cancel, and has one cell in the tab order", async () => {
        const { wrapper } = stage(Matrix, { props: { label: "Fördelning", heads, columns: boards, groups, foot: [], chosen: { row: "r2", column: "7120" } } });
        const cells = wrapper.findAll("td.cell").map((cell) => cell.text());
        expect(cells).toEqual(["1,00", "", "", "43\u00A0006,49", "0,00", ""]);
        const reachable = wrapper.findAll('td[tabindex="0"]');
        expect(reachable.map((cell) => cell.text())).toEqual(["43\u00A0006,49"]);
        (reachable[0]?.element as HTMLElement).focus();
        await keys("ArrowUp");
        expect(wrapper.emitted("update:chosen")?.at(-1)).toEqual([{ row: "r1", column: "7120" }]);
        press("Enter");
        press("Enter", { shiftKey: true });
        expect(wrapper.emitted("explain")).toHaveLength(1);
        expect(wrapper.emitted("rows")).toHaveLength(1);
        wrapper.unmount();
    });
});
