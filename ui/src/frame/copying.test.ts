import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { provideCopying, rowsAsText } from "./copying";

beforeAll(() => provideCopying(window));
beforeEach(() => {
    document.getSelection()?.removeAllRanges();
    document.body.innerHTML = `
        <h1>Inbetalningar</h1>
        <div role="grid">
            <div role="row"><span role="columnheader">Namn</span><span role="columnheader">Belopp</span></div>
            <div role="row" tabindex="0" id="one"><span role="gridcell">Testberg,
                Åsa</span><span role="gridcell">1 234 567,89</span></div>
            <div role="row" id="two"><span role="gridcell" id="name">Exempel, Bo</span><span role="gridcell">−500,00</span></div>
        </div>
        <p id="beside">Summa</p><input id="field" value="text">`;
});

const at = (id: string) => document.getElementById(id)!;

function press(on: Element, key: string): boolean {
    const event = new KeyboardEvent("keydown", { key, ctrlKey: true, bubbles: true, cancelable: true });
    on.dispatchEvent(event);
    return event.defaultPrevented;
}

/** What the clipboard is given; undefined where the system copies by itself. */
function copied(): string | undefined {
    const event = new Event("copy", { bubbles: true, cancelable: true });
    let given: string | undefined;
    Object.assign(event, { clipboardData: { setData: (_: string, text: string) => (given = text) } });
    document.body.dispatchEvent(event);
    return given;
}

describe("copying", () => {
    it("takes the row that one is at, as a line of a spreadsheet", () => {
        press(at("one"), "c");
        expect(copied()).toBe("Testberg, Åsa\t1234567,89");
        expect(document.getSelection()?.isCollapsed).toBe(true);
    });

    it("takes all rows with their heads by Ctrl A, and nothing outside lists", () => {
        expect(press(at("one"), "a")).toBe(true);
        expect(copied()).toBe("Namn\tBelopp\nTestberg, Åsa\t1234567,89\nExempel, Bo\t-500,00");
        expect(press(at("beside"), "a")).toBe(true);
        expect(document.getSelection()?.isCollapsed).toBe(true);
        expect(press(at("field"), "a")).toBe(false);
    });

    it("takes the rows that were dragged over, with the heads above", () => {
        document.getSelection()?.setBaseAndExtent(at("one").firstChild!, 0, at("two").lastChild!, 1);
        expect(copied()).toBe("Namn\tBelopp\nTestberg, Åsa\t1234567,89\nExempel, Bo\t-500,00");
    });

    it("leaves words of one cell, and text beside lists, to the system", () => {
        document.getSelection()?.selectAllChildren(at("name"));
        expect(copied()).toBeUndefined();
        press(at("two"), "c");
        expect(document.getSelection()?.toString()).toBe("Exempel, Bo");
        document.getSelection()?.selectAllChildren(at("beside"));
        expect(rowsAsText(document.getSelection())).toBeUndefined();
    });
});

describe("the browser's menu", () => {
    it("comes in fields alone", () => {
        const menuAt = (id: string) => {
            const event = new MouseEvent("contextmenu", { bubbles: true, cancelable: true });
            at(id).dispatchEvent(event);
            return !event.defaultPrevented;
        };
        expect([menuAt("field"), menuAt("one"), menuAt("beside")]).toEqual([true, false, false]);
    });
});
