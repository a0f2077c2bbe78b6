import { describe, expect, it } from "vitest";
import { axisMarks } from "../../components/bars";
import { barParts, reachedBy } from "./links";

const month = (paid: number, distributed: number, handedOver: number, booked: number) => ({
    month: "2026-10",
    paid_ore: paid,
    distributed_ore: distributed,
    handed_over_ore: handedOver,
    booked_ore: booked,
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

describe("reachedBy", () => {
    it.each([
        [month(1000, 1000, 1000, 1000), "booked"],
        [month(1000, 1000, 1000, 0), "handed-over"],
        [month(1000, 1000, 500, 0), "distributed"],
        [month(1000, 999, 0, 0), "paid"],
    ])("%o has come to %s", (one, link) => expect(reachedBy(one)).toBe(link));
});

describe("axisMarks", () => {
    it.each([
        [90_925_010, [0, 25_000_000, 50_000_000, 75_000_000, 100_000_000]],
        [101_248_075, [0, 50_000_000, 100_000_000, 150_000_000]],
        [400, [0, 100, 200, 300, 400]],
    ])("%i öre has round marks", (most, marks) => expect(axisMarks(most)).toEqual(marks));

    it("reaches any amount in few steps", () => {
        for (let most = 1; most < 1e13; most = most * 3 + 7) {
            const marks = axisMarks(most);
            expect(marks.at(-1)).toBeGreaterThanOrEqual(most);
            expect(marks.length).toBeLessThanOrEqual(6);
        }
    });
});
