import { describe, expect, it } from "vitest";
import { formatCount, formatDossierNumber, formatKronor, formatMoment, formatOre, formatPersonalNumber, formatSpan, parseOre } from "./format";

describe("formatOre", () => {
    it.each([
        [0, "0,00"],
        [1, "0,01"],
        [-1, "−0,01"],
        [99, "0,99"],
        [100, "1,00"],
        [99999, "999,99"],
        [100000, "1 000,00"],
        [123456789, "1 234 567,89"],
        [-4950000, "−49 500,00"],
        [Number.MAX_SAFE_INTEGER, "90 071 992 547 409,91"],
        [-9223372036854775808n, "−92 233 720 368 547 758,08"],
    ])("writes %s öre as %s", (ore, expected) => {
        expect(formatOre(ore)).toBe(expected.replaceAll(" ", "\u00A0"));
    });

    it("puts plus before a positive difference only", () => {
        expect(formatOre(1650000, { plus: true })).toBe("+16\u00A0500,00");
        expect(formatOre(0, { plus: true })).toBe("0,00");
        expect(formatOre(-1, { plus: true })).toBe("−0,01");
    });

    it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])("refuses %s, which is not whole öre", (ore) => {
        expect(() => formatOre(ore)).toThrow(RangeError);
    });

    it("keeps every digit of any amount", () => {
        for (let seed = 1n, i = 0; i < 500; i++) {
            seed = (seed * 6364136223846793005n + 1442695040888963407n) % 2n ** 63n;
            const text = formatOre(seed);
            expect(BigInt(text.replace(/[\u00A0,]/g, ""))).toBe(seed);
            expect(text).toMatch(/^\d{1,3}(\u00A0\d{3})*,\d\d$/);
        }
    });
});

describe("formatCount and formatSpan", () => {
    it("groups thousands", () => {
        expect(formatCount(1234567)).toBe("1\u00A0234\u00A0567");
        expect(formatCount(999)).toBe("999");
    });

    it("repeats the year only where it changes", () => {
        expect(formatSpan("2026-08-17", "2026-09-13")).toBe("2026-08-17\u00A0–\u00A009-13");
        expect(formatSpan("2025-12-01", "2026-02-28")).toBe("2025-12-01\u00A0–\u00A02026-02-28");
    });
});

describe("identity numbers", () => {
    it("get their hyphens", () => {
        expect(formatDossierNumber("99000011")).toBe("99-000011");
        expect(formatPersonalNumber("201701012393")).toBe("20170101-2393");
    });

    it("that are none stand as they are", () => {
        expect([formatDossierNumber(null), formatDossierNumber("9900001"), formatPersonalNumber("170101-2393")]).toEqual(["", "9900001", "170101-2393"]);
    });
});

describe("formatMoment", () => {
    it("shows the computer's own time to the minute", () => {
        const local = new Date(2026, 10, 2, 9, 4, 7);
        expect(formatMoment(local.toISOString())).toBe("2026-11-02 09:04");
        expect(formatMoment("no moment")).toBe("no moment");
    });
});

describe("parseOre", () => {
    it.each([
        ["909 250,10", 90925010],
        ["909\u00A0250,1", 90925010],
        ["−12 000", -1200000],
        ["5.07", 507],
        ["0", 0],
        ["-0,00", 0],
        ["999999999999,99", 99999999999999],
    ])("reads %s", (text, ore) => expect(parseOre(text)).toBe(ore));

    it.each(["", "1,234.50", "1e3", "+5", "12,345", "1_000", "x", "1000000000000"])("refuses %s", (text) => expect(parseOre(text)).toBeUndefined());

    it("reads back what formatOre writes", () => {
        for (let ore = -250_000_001; ore < 250_000_000; ore += 7_654_321) expect(parseOre(formatOre(ore))).toBe(ore);
    });
});

describe("formatKronor", () => {
    it.each([
        ["16800,00", "16 800,00"],
        ["900,50", "900,50"],
        ["-1234567,89", "−1 234 567,89"],
        ["nio tusen", "nio tusen"],
        ["", ""],
    ])("writes %s as %s", (text, expected) => {
        expect(formatKronor(text)).toBe(expected.replace(/(?<=\d) (?=\d)/g, "\u00A0"));
    });
});
