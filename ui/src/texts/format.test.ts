import { describe, expect, it } from "vitest";
import { formatCount, formatOre, formatSpan } from "./format";

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
