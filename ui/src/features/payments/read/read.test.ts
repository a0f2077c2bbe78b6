import { flushPromises } from "@vue/test-utils";
import { describe, expect, it } from "vitest";
import { memoryBackend } from "../../../backend/memory";
import type { TypedRows } from "../../../generated/contract";
import { stage } from "../../../testing";
import { entryText, pastedCells, withPasted, type EntryColumn } from "./entry";
import EntryScreen from "./EntryScreen.vue";
import { guessMapping, knownNames, profileOf, type Mapping } from "./mapping";

const columns: EntryColumn[] = [
    { field: "payment_code", name: "Kod", required: true },
    { field: "family_name", name: "Efternamn", required: false },
    { field: "amount", name: "Belopp", required: true },
];
const empty = () => [
    ["", "", ""],
    ["", "", ""],
];

describe("typed and pasted rows", () => {
    it("are cut at tabs, else at semicolons, with quotes taken off", () => {
        expect(pastedCells('a\tb;c\r\n\r\n"d ""e"""\tf\n')).toEqual([
            ["a", "b;c"],
            ['d "e"', "f"],
        ]);
        expect(pastedCells("a;b")).toEqual([["a", "b"]]);
        expect(pastedCells("9 000,00")).toEqual([["9 000,00"]]);
    });

    it("go to the columns that a pasted header names, in whatever order, below what stands there", () => {
        const rows = [["GYMN", "", "1,00"], ...empty()];
        expect(withPasted(rows, [["belopp", "okänd", "KOD"], ["2,00", "x", "BIF"]], columns, { row: 0, column: 0 })).toEqual([
            ["GYMN", "", "1,00"],
            ["BIF", "", "2,00"],
            ["", "", ""],
        ]);
    });

    it("without header fill from the cell, make new rows, and fall off the edge", () => {
        expect(withPasted(empty(), [["Provsson", "1,00", "x"], ["Exempel", "2,00"]], columns, { row: 1, column: 1 })).toEqual([
            ["", "", ""],
            ["", "Provsson", "1,00"],
            ["", "Exempel", "2,00"],
        ]);
    });

    it("become a table of the columns that hold something, which no cell can break", () => {
        const rows = [["GYMN", "", "1,00"], ["", "", ""], ['a"b', "", "x\ty\nz"]];
        expect(entryText(columns, rows)).toBe('Kod\tBelopp\nGYMN\t1,00\n"a""b"\tx y z');
    });
});

const raw = (...rows: string[][]) => rows.map((cells, index) => ({ line: index + 1, cells }));
const known = knownNames([
    {
        kind: "payment-list",
        columns: [
            { field: "payment_code", names: ["Kod", "Ersättningskod"], required: true },
            { field: "amount", names: ["Belopp [kr]"], required: true },
        ],
    },
    { kind: "register", columns: [{ field: "dossier_number", names: ["Ind nr"], required: true }] },
]);

describe("guessMapping", () => {
    it("finds the header by names that other profiles know, and the forms by what stands below", () => {
        const rows = raw(["Rubrik", "", ""], ["ersättningskod ", "Datum", "Belopp  [kr]"], ["GYMN", "31.05.2026", "16.000,00"], ["BIF", "01.06.2026", "5,00-"]);
        expect(guessMapping(rows, known, "egen")).toMatchObject({
            header: 1,
            fields: { 0: "payment_code", 2: "amount" },
            dates: "dd.mm.yyyy",
            decimal: ",",
            thousands: ".",
            trailingMinus: true,
            parentheses: false,
        });
    });

    it("takes the row with most words where no name is known, and no field from a register", () => {
        const guess = guessMapping(raw(["Lista 7"], ["Ind nr", "Kr", "Vad"], ["99000060", "1 000.50", "x"]), known, "egen");
        expect(guess).toMatchObject({ header: 1, fields: {}, decimal: ".", thousands: "space" });
    });

    it("survives a file without rows", () => {
        expect(guessMapping([], known, "tom").header).toBe(0);
    });
});

describe("profileOf", () => {
    const mapping: Mapping = {
        name: 'vår "lista"',
        header: 0,
        fields: { 0: "payment_code", 2: "amount", 3: "full_name" },
        dates: "yyyymmdd",
        decimal: ",",
        thousands: "space",
        sign: "by-code",
        clawbackCode: "Å-",
        trailingMinus: true,
        parentheses: true,
        sumMarker: "Summa",
        dateLabel: "Utbetalningsdag",
    };

    it("says everything, with texts that cannot break out", () => {
        expect(profileOf(mapping, ["Kod", "Övrigt", 'Belopp "kr"', "Namn", " "])).toBe(`kind = "payment-list"
name = "vår \\"lista\\""
version = 1
ignored = ["Övrigt"]

[preamble]
payment_date = "Utbetalningsdag"

[forms]
dates = ["yyyymmdd"]
amounts = { decimal_sign = ",", thousands_signs = ["\u00A0", "\u202F", " "], minus = ["trailing", "parentheses"] }
sign = { negative-for-codes = ["Å-"] }

[sum_row]
markers = ["Summa"]

[columns]
payment_code = { names = ["Kod"], required = true }
amount = { names = ["Belopp \\"kr\\""], required = true }
full_name = { names = ["Namn"] }
`);
    });

    it("says nothing of what is as usual", () => {
        const plain = profileOf({ ...mapping, thousands: "none", sign: "as-written", trailingMinus: false, parentheses: false, sumMarker: "", dateLabel: " " }, ["Kod", "", "Kr"]);
        expect(plain).not.toMatch(/sum_row|preamble|^sign|ignored|minus|thousands/m);
    });
});

describe("typed rows", () => {
    const profiles = [{ name: "manual", kind: "payment-list" as const, version: 1, description: "", toml: "", columns: [
        { field: "payment_code", names: ["Kod"], required: true },
        { field: "amount", names: ["Belopp"], required: true },
    ] }];
    const nothing: TypedRows = { name: "", payment_date: "", fields: [], rows: [] };

    it("are kept key by key, one call at a time, and come again", async () => {
        let stored = nothing;
        let answer: (() => void) | undefined;
        const backend = memoryBackend({
            "profiles.list": () => ({ profiles }),
            "payments.typed": () => stored,
            "payments.keep_typed": async (typed) => {
                await new Promise<void>((done) => (answer = done));
                stored = typed;
                return { kept: typed.rows.length };
            },
        });
        const { wrapper, session } = stage(EntryScreen, { backend });
        await flushPromises();
        const words = () => [...session.unsaved].map((one) => one()).join("");
        const kept = () => backend.asked.filter(({ name }) => name === "payments.keep_typed").length;
        expect([words(), kept()]).toEqual(["", 0]);
        const cell = wrapper.find('[data-test="cell-0-amount"]');
        for (const text of ["5", "50", "500"]) await cell.setValue(text);
        expect([words(), kept()]).toEqual(["1 skriven rad är inte sparad.", 1]);
        answer?.();
        await flushPromises();
        answer?.();
        await flushPromises();
        expect([words(), kept(), stored.rows]).toEqual(["", 2, [["", "500"]]]);
        wrapper.unmount();
        const again = stage(EntryScreen, { backend });
        await flushPromises();
        expect(again.wrapper.find<HTMLInputElement>('[data-test="cell-0-amount"]').element.value).toBe("500");
        expect(kept()).toBe(2);
        again.wrapper.unmount();
    });

    it("that could not be kept are said to be lost with the window", async () => {
        const backend = memoryBackend({ "profiles.list": () => ({ profiles }), "payments.typed": () => nothing });
        const { wrapper, session } = stage(EntryScreen, { backend });
        await flushPromises();
        await wrapper.find('[data-test="cell-0-amount"]').setValue("500,00");
        await flushPromises();
        expect([...session.unsaved].map((one) => one()).join("")).toBe("1 skriven rad är inte sparad.");
        expect(wrapper.find('[data-test="read-failure"]').exists()).toBe(true);
        wrapper.unmount();
    });
});
