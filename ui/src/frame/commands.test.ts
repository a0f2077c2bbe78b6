import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { look } from "../theme/look";
import { createCommands, type Command, type CommandRegistry } from "./commands";
import { ariaKeyshortcuts, isSingleCharacter, keyName, shownKey } from "./keys";

let registry: CommandRegistry;
let ran: string[];

function command(id: string, key: string, more: Partial<Command> = {}): Command {
    return { id, label: id, keys: [key], run: () => ran.push(id), ...more };
}

function pressOn(selector: string, key: string, modifiers: KeyboardEventInit = {}): boolean {
    const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...modifiers });
    Object.defineProperty(event, "target", { value: document.querySelector(selector) });
    return registry.press(event);
}

beforeEach(() => {
    registry = createCommands();
    ran = [];
    document.body.innerHTML = '<div id="list" data-keys="list"><div id="row"></div><input id="inside"></div><input id="field"><p id="page"></p>';
});
afterEach(() => {
    look.singleLetters = true;
});

describe("commands", () => {
    it("run by their key, the screen's before the frame's", () => {
        registry.add(() => [command("frame", "F6")], "frame");
        registry.add(() => [command("screen", "F6")]);
        registry.add(() => [command("late-frame", "F6")], "frame");
        expect(pressOn("#page", "F6")).toBe(true);
        expect(ran).toEqual(["screen"]);
    });

    it("give way when their screen is left", () => {
        registry.add(() => [command("frame", "F6")], "frame");
        const remove = registry.add(() => [command("screen", "F6")]);
        remove();
        pressOn("#page", "F6");
        expect(ran).toEqual(["frame"]);
        expect(registry.find("screen")).toBeUndefined();
    });

    it("take single letters only while a list has the focus, never in a field", () => {
        registry.add(() => [command("correct", "R")]);
        expect(pressOn("#row", "r")).toBe(true);
        expect(pressOn("#page", "r")).toBe(false);
        expect(pressOn("#field", "r")).toBe(false);
        expect(pressOn("#inside", "r")).toBe(false);
        expect(ran).toEqual(["correct"]);
    });

    it("take no single letters when these are turned off", () => {
        registry.add(() => [command("correct", "R"), command("edit", "F2")]);
        look.singleLetters = false;
        expect(pressOn("#row", "r")).toBe(false);
        expect(pressOn("#row", "F2")).toBe(true);
    });

    it("leave Ctrl Z to a field, and take Ctrl Enter from it", () => {
        registry.add(() => [command("undo", "Ctrl+Z"), command("primary", "Ctrl+Enter")]);
        expect(pressOn("#field", "z", { ctrlKey: true })).toBe(false);
        expect(pressOn("#field", "Enter", { ctrlKey: true })).toBe(true);
        expect(pressOn("#row", "z", { ctrlKey: true })).toBe(true);
        expect(ran).toEqual(["primary", "undo"]);
    });

    it("rest while a dialog is open", () => {
        registry.add(() => [command("section", "Ctrl+1")]);
        document.body.insertAdjacentHTML("beforeend", '<div aria-modal="true"></div>');
        expect(pressOn("#page", "1", { ctrlKey: true })).toBe(false);
    });

    it("do nothing when not enabled, and let an outer one with the same key through", () => {
        registry.add(() => [command("outer", "F2")]);
        registry.add(() => [command("inner", "F2", { enabled: () => false })]);
        pressOn("#page", "F2");
        expect(ran).toEqual(["outer"]);
    });

    it("run once while their key is held, and keep the key from the browser", () => {
        registry.add(() => [command("print", "P")]);
        expect(pressOn("#row", "p")).toBe(true);
        expect(pressOn("#row", "p", { repeat: true })).toBe(true);
        expect(ran).toEqual(["print"]);
    });

    it("that decide about a row wait until the next row has been seen", () => {
        registry.add(() => [command("park", "P", { decides: true }), command("next", "N")]);
        const now = vi.spyOn(performance, "now");
        for (const [at, key] of [[1000, "p"], [1045, "p"], [1060, "n"], [1090, "p"], [1300, "p"]] as const) {
            now.mockReturnValue(at);
            expect(pressOn("#row", key)).toBe(true);
        }
        expect(ran).toEqual(["park", "next", "park"]);
        now.mockRestore();
    });

    it("that are a letter are reached with Alt from everywhere, unless something else has that key", () => {
        registry.add(() => [command("read", "L"), command("new", "N"), command("other", "Alt+N")]);
        expect(pressOn("#field", "l", { altKey: true })).toBe(true);
        expect(pressOn("#page", "n", { altKey: true })).toBe(true);
        expect(ran).toEqual(["read", "other"]);
        look.singleLetters = false;
        expect(pressOn("#row", "l", { altKey: true })).toBe(true);
    });

    it("tell the keys that work where the focus is", () => {
        const [read, taken, rows, off] = [command("read", "L"), command("new", "N"), { id: "rows", label: "rows", keys: ["ArrowDown"] }, command("off", "F2", { enabled: () => false })];
        registry.add(() => [read, taken, command("other", "Alt+N"), rows, off]);
        const told = (selector: string) => {
            registry.focused(document.querySelector(selector));
            return [read, taken, rows, off].map((one) => registry.keysHere(one).join());
        };
        expect(told("#row")).toEqual(["L", "N", "ArrowDown", ""]);
        expect(told("#field")).toEqual(["Alt+L", "", "", ""]);
        expect(told("#page")).toEqual(["Alt+L", "", "", ""]);
        registry.focused(null);
        expect(registry.keysHere(read)).toEqual(["Alt+L"]);
    });

    it("only tell of keys that the list answers by itself", () => {
        registry.add(() => [{ id: "rows", label: "rows", keys: ["ArrowDown"] }]);
        expect(pressOn("#row", "ArrowDown")).toBe(false);
    });
});

describe("keys", () => {
    it("are named with modifiers first", () => {
        expect(keyName(new KeyboardEvent("keydown", { key: "enter", ctrlKey: true }))).toBe("Ctrl+enter");
        expect(keyName(new KeyboardEvent("keydown", { key: "F6", shiftKey: true }))).toBe("Shift+F6");
        expect(keyName(new KeyboardEvent("keydown", { key: "R", shiftKey: true }))).toBe("R");
        expect(keyName(new KeyboardEvent("keydown", { key: "k", ctrlKey: true }))).toBe("Ctrl+K");
    });

    it("are shown and told in their own ways", () => {
        expect(shownKey("Ctrl+Enter")).toBe("Ctrl Enter");
        expect(shownKey("ArrowUp")).toBe("↑");
        expect(ariaKeyshortcuts(["Ctrl+Enter", "R", " "])).toBe("Control+Enter R Space");
        expect([isSingleCharacter("R"), isSingleCharacter(" "), isSingleCharacter("F2")]).toEqual([true, false, false]);
    });
});
