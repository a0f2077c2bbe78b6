import { describe, expect, it } from "vitest";
import { axisMarks, axisUnit, markWords, shortMonth } from "../../components/bars";
import { barParts, labelOf } from "./links";

const month = (paid: number, distributed: number, handedOver: number, booked: number) => ({
    month: "2026-10",
    paid_ore: paid,
    distributed_ore: distributed,
    handed_over_ore: handedOver,
    booked_ore: booked,
    reached: "paid",
    left_ore: paid - distributed,
});

describe("barParts", () => {
    it("stacks what has come furthest lowest, and leaves out what is nothing", () => {
        expect(barParts(month(1000, 700, 700, 300))).toEqual([
            { link: "booked", from: 0, to: 300 },
            { link: "handed-over", from: 300, to: 700 },
            { link: "paid", from: 700, to: 1000 },
        ]);
    });

    it("is empty where nothing came, and never negative", () => {
        expect(barParts(month(0, 0, 0, 0))).toEqual([]);
        expect(barParts(month(-500, -500, 0, 0))).toEqual([]);
        expect(barParts(month(400, 500, 0, 0))).toEqual([{ link: "distributed", from: 0, to: 500 }]);
    });
});

describe("labelOf", () => {
    it.each([
        [{ ...month(1000, 1000, 1000, 1000), reached: "booked", left_ore: null }, ""],
        [{ ...month(660_000_000, 658_350_000, 658_350_000, 0), reached: "paid", left_ore: 1_650_000 }, "−16\u00A0500,00"],
        [month(1000, 0, 0, 0), "ej fördelat"],
        [{ ...month(1000, 1000, 1000, 0), reached: "handed-over", left_ore: 1000 }, "ej bokfört"],
    ])("%o: %s", (one, label) => expect(labelOf(one)).toBe(label));
});

describe("axisMarks", () => {
    it.each([
        [90_925_010, [0, 25_000_000, 50_000_000, 75_000_000, 100_000_000]],
        [101_248_075, [0, 50_000_000, 100_000_000, 150_000_000]],
        [400, [0, 100, 200, 300, 400]],
    ])("%i öre has round marks", (most, marks) => expect(axisMarks(most)).toEqual(marks));

    it("are told in millions where thousands would be long, and in the decimals of Swedish", () => {
        expect([axisUnit(100_000_000).words, axisUnit(3_000_000_000).words]).toEqual(["tkr", "mkr"]);
        expect(markWords(3_000_000_000, axisUnit(3_000_000_000))).toBe("30");
        expect(markWords(250_000, axisUnit(1_000_000))).toBe("2,5");
        expect(["2026-01", "2026-03", "2026-06", "2026-10"].map(shortMonth)).toEqual(["jan", "mar", "jun", "okt"]);
    });

    it("reaches any amount in few steps", () => {
        for (let most = 1; most < 1e13; most = most * 3 + 7) {
            const marks = axisMarks(most);
            expect(marks.at(-1)).toBeGreaterThanOrEqual(most);
            expect(marks.length).toBeLessThanOrEqual(6);
        }
    });
});
