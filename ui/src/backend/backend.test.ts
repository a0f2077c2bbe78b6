import { emit } from "@tauri-apps/api/event";
import { clearMocks, mockIPC } from "@tauri-apps/api/mocks";
import { afterEach, describe, expect, it, vi } from "vitest";
import { besideFields, Failure, toFailure, wordsAbout } from "./failure";
import { newId } from "./ids";
import { memoryBackend } from "./memory";
import { tauriBackend } from "./tauri";

afterEach(clearMocks);

describe("tauriBackend", () => {
    it("sends name and payload through the one command", async () => {
        const sent: unknown[] = [];
        mockIPC((command, payload) => {
            sent.push([command, payload]);
            return { lists: [] };
        });
        await expect(tauriBackend().call("payments.discard", { list: "a" }, "job-1")).resolves.toEqual({ lists: [] });
        expect(sent).toEqual([["call", { name: "payments.discard", payload: { list: "a" }, progressId: "job-1" }]]);
    });

    it("opens dialogs and cancels jobs by their own commands", async () => {
        const sent: unknown[] = [];
        mockIPC((command, payload) => {
            sent.push([command, payload]);
            return command === "pick" ? "/tmp/lista.csv" : null;
        });
        const backend = tauriBackend();
        expect(await backend.pickOpen({ title: "Välj fil", kinds: [] })).toBe("/tmp/lista.csv");
        expect(await backend.pickSave({ title: "Spara", kinds: [], name: "a.xml" })).toBe("/tmp/lista.csv");
        expect(await backend.pickFolder({ title: "Välj mapp" })).toBe("/tmp/lista.csv");
        await backend.cancel("job-1");
        expect(sent).toEqual([
            ["pick", { kind: "open", title: "Välj fil", kinds: [] }],
            ["pick", { kind: "save", title: "Spara", kinds: [], name: "a.xml" }],
            ["pick", { kind: "folder", title: "Välj mapp", kinds: [] }],
            ["cancel", { id: "job-1" }],
        ]);
    });

    it("follows files that are dropped on the window until it is told to stop", async () => {
        mockIPC(() => null, { shouldMockEvents: true });
        const dropped: string[][] = [];
        const stop = tauriBackend().onDrop((paths) => dropped.push(paths));
        await vi.waitFor(async () => {
            await emit("tauri://drag-drop", { paths: ["/a.csv"], position: { x: 1, y: 2 } });
            expect(dropped).toContainEqual(["/a.csv"]);
        });
        stop();
        await vi.waitFor(async () => {
            const before = dropped.length;
            await emit("tauri://drag-drop", { paths: ["/b.csv"], position: { x: 1, y: 2 } });
            expect(dropped.length).toBe(before);
        });
    });

    it("gives failures with code, sentence and place", async () => {
        mockIPC(() => {
            throw { code: "file-unreadable", message: "Välj en annan fil.", place: { file: null, line: 3, column: 7, field: null } };
        });
        const failure = await tauriBackend()
            .call("payments.look", { path: "a" })
            .catch((thrown: unknown) => thrown);
        expect(failure).toBeInstanceOf(Failure);
        expect(failure).toMatchObject({ code: "file-unreadable", message: "Välj en annan fil." });
        expect((failure as Failure).place).toEqual({ line: 3, column: 7 });
    });
});

describe("memoryBackend", () => {
    it("answers, remembers what was asked, and refuses what it does not know", async () => {
        const backend = memoryBackend({ "session.sound": () => ({ sound: true }) });
        expect(await backend.call("session.sound", {})).toEqual({ sound: true });
        await expect(backend.call("boards.list", {})).rejects.toMatchObject({ code: "unknown-call" });
        expect(backend.asked.map((one) => one.name)).toEqual(["session.sound", "boards.list"]);
    });
});

describe("toFailure", () => {
    it("hides what a fault of the window itself says", () => {
        expect(toFailure(new TypeError("secret name"))).toMatchObject({ code: "screen-fault", message: "" });
        expect(toFailure("text")).toMatchObject({ code: "screen-fault" });
    });
});

describe("what is wrong with several fields", () => {
    const reply = {
        code: "fact-before-reception",
        message: "Före mottagandet.",
        place: { field: "valid_from", line: null },
        also: [
            { code: "fact-at-the-same-time", message: "Finns redan.", place: { field: "valid_from" } },
            { code: "day-wrong", message: "Ingen dag.", place: { field: "document_date" } },
            { code: "no-such-person", message: "Ingen sådan person.", place: null },
        ],
    };

    it("is told at each of them, and the rest above", () => {
        const failure = toFailure(reply);
        expect(wordsAbout(failure, "valid_from")).toBe("Före mottagandet. Finns redan.");
        expect(wordsAbout(failure, "document_date")).toBe("Ingen dag.");
        expect(wordsAbout(failure, "source")).toBeUndefined();
        expect(besideFields(failure, ["valid_from"])).toMatchObject({ code: "day-wrong", also: [{ code: "no-such-person" }] });
        expect(besideFields(failure, ["valid_from", "document_date"])).toMatchObject({ code: "no-such-person", also: [] });
        expect(besideFields(undefined, [])).toBeUndefined();
    });
});

describe("newId", () => {
    it("is the UUID of version 7 that the standard gives as example", () => {
        // RFC 9562, appendix A.6: 2022-02-22 19:22:22 UTC.
        const random = Uint8Array.from([0, 0, 0, 0, 0, 0, 0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
        expect(newId(0x017f22e279b0, random)).toBe("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
    });

    it("sorts by time", () => {
        expect(newId(1000) < newId(2000)).toBe(true);
    });
});
