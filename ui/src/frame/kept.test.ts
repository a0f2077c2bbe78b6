import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { arrived, came, leaving, seen } from "./arrival";
import { createCommands } from "./commands";

function press(commands: ReturnType<typeof createCommands>, key: string, modifiers: KeyboardEventInit = { altKey: true }): boolean {
    const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...modifiers });
    Object.defineProperty(event, "target", { value: document.body });
    return commands.press(event);
}

describe("a key that is pressed while a page comes", () => {
    beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
    afterEach(() => {
        came();
        seen();
        vi.useRealTimers();
    });

    it.each([0, 20, 60, 200])("is done once by the page that comes after %i ms, and not by the one that is left", (ms) => {
        const commands = createCommands();
        const [old, next] = [vi.fn(), vi.fn()];
        const leave = commands.add(() => [{ id: "old", label: "old", keys: ["Alt+R"], run: old }]);
        leaving();
        press(commands, "r");
        vi.advanceTimersByTime(ms);
        leave();
        commands.add(() => [{ id: "new", label: "new", keys: ["Alt+R"], run: next }]);
        came();
        arrived();
        vi.advanceTimersByTime(60);
        expect(next).toHaveBeenCalledTimes(1);
        vi.advanceTimersByTime(5000);
        expect(next).toHaveBeenCalledTimes(1);
        expect(old).not.toHaveBeenCalled();
    });

    it("waits until what it is about has been read, in the order of the keys", () => {
        const commands = createCommands();
        const done: string[] = [];
        let read = false;
        commands.add(() => [
            { id: "a", label: "a", keys: ["Alt+A"], enabled: () => read, run: () => done.push("a") },
            { id: "b", label: "b", keys: ["Alt+B"], run: () => done.push("b") },
        ]);
        leaving();
        press(commands, "a");
        press(commands, "b");
        came();
        vi.advanceTimersByTime(100);
        expect(done).toEqual([]);
        read = true;
        commands.add(() => []);
        vi.advanceTimersByTime(50);
        expect(done).toEqual(["a", "b"]);
    });

    it("is forgotten where nothing takes it", () => {
        const commands = createCommands();
        const late = vi.fn();
        leaving();
        press(commands, "r");
        came();
        vi.advanceTimersByTime(2000);
        commands.add(() => [{ id: "late", label: "late", keys: ["Alt+R"], run: late }]);
        vi.advanceTimersByTime(2000);
        expect(late).not.toHaveBeenCalled();
    });

    it("goes elsewhere at once where the frame takes it", () => {
        const commands = createCommands();
        const go = vi.fn();
        commands.add(() => [{ id: "section", label: "section", keys: ["Ctrl+4"], run: go }], "frame");
        leaving();
        press(commands, "4", { ctrlKey: true });
        expect(go).toHaveBeenCalledTimes(1);
    });
});
