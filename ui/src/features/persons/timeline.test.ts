import { describe, expect, it } from "vitest";
import { dayNumber, isDay, isoDay, monthStart } from "./days";
import { fact, hole, kinds } from "../../testing/persons";
import { axisOf, barsOf, fitted, labelLevels, rowsOf, ticksOf } from "./timeline";

const TODAY = "2026-11-20";

describe("days", () => {
    it("counts through leap days and knows what is no day", () => {
        expect(isoDay(dayNumber("2024-02-28") + 1)).toBe("2024-02-29");
        expect(isoDay(monthStart("2025-12-15", 1))).toBe("2026-01-01");
        expect(["2026-02-28", "2026-02-30", "2026-2-1", ""].map(isDay)).toEqual([true, false, false, false]);
    });
});

describe("axisOf", () => {
    it("goes from the first month that anything is known of to a year ahead", () => {
        const axis = axisOf([fact("a", "legal-ground", "", "2025-10-14", null)], ["2025-11-02"], [], TODAY);
        expect([isoDay(axis.from), isoDay(axis.until)]).toEqual(["2025-10-01", "2027-12-01"]);
    });

    it("is not stretched by what identifies and has no days, nor by permits that end late", () => {
        const axis = axisOf([fact("n", "name", "", null, null), fact("a", "legal-ground", "", "2026-03-01", "2031-01-01")], [], [{ month: "2026-02", ore: 1 }], TODAY);
        expect([isoDay(axis.from), isoDay(axis.until)]).toEqual(["2026-02-01", "2027-12-01"]);
    });

    it("reaches what begins later than a year ahead", () => {
        expect(isoDay(axisOf([fact("a", "legal-ground", "", "2029-05-05", null)], [], [], TODAY).until)).toBe("2029-06-01");
    });
});

describe("rowsOf", () => {
    const axis = { from: dayNumber("2026-01-01"), until: dayNumber("2027-01-01") };

    it("stacks what holds at the same time and points what goes on", () => {
        const { bars, lanes } = barsOf(
            [fact("a", "legal-ground", "A", null, "2026-03-31"), fact("b", "legal-ground", "B", "2026-03-01", "2030-01-01"), fact("c", "legal-ground", "C", "2026-04-01", "2026-04-30")],
            axis,
            "span",
        );
        expect(lanes).toBe(2);
        expect(bars.map(({ fact: { id }, lane, opensLeft, opensRight }) => [id, lane, opensLeft, opensRight])).toEqual([
            ["a", 0, true, false],
            ["b", 1, false, true],
            ["c", 0, false, false],
        ]);
        expect(isoDay(bars[0]?.until ?? 0)).toBe("2026-04-01");
    });

    it("has a row for each kind that the person has, faults in theirs, and the picture of then only where it differs", () => {
        const board = fact("b", "responsible-board", "7110", null, null);
        const ground = fact("g", "legal-ground", "Uppehållstillstånd", "2026-02-01", null);
        const before = fact("b0", "responsible-board", "7120", null, null);
        const rows = rowsOf([ground, board, fact("n", "national-number", "1", null, null)], [hole], kinds, axis, { facts: [ground, before], then: [before], now: [board] });
        expect(rows.map(({ kind }) => kind)).toEqual(["legal-ground", "responsible-board"]);
        expect(rows.map(({ then }) => then?.map((bar) => bar.fact.id))).toEqual([undefined, ["b0"]]);
        expect(rows[1]?.faults.map(({ from, until }) => [isoDay(from), isoDay(until)])).toEqual([["2026-05-01", "2026-06-01"]]);
    });

    it("keeps a row that was believed then and is not there now", () => {
        const gone = fact("g", "guardian", "", "2026-02-01", null);
        expect(rowsOf([], [], kinds, axis, { facts: [gone], then: [gone], now: [] }).map(({ kind, bars, then }) => [kind, bars.length, then?.length])).toEqual([["guardian", 0, 1]]);
    });
});

describe("what stands on the drawing", () => {
    it("names every month where there is room, else quarters, years or tens of years", () => {
        const named = (from: string, until: string, width: number) => {
            const ticks = ticksOf({ from: dayNumber(from), until: dayNumber(until) }, width);
            return [ticks.length, ticks.filter((tick) => tick.named).length, ticks.filter((tick) => tick.startsYear).length];
        };
        expect(named("2026-01-01", "2027-01-01", 1000)).toEqual([12, 12, 1]);
        expect(named("2025-01-01", "2028-01-01", 1000)).toEqual([36, 12, 3]);
        expect(named("1907-04-01", "2027-12-01", 1000)).toEqual([25, 0, 25]);
        expect(ticksOf({ from: dayNumber("1907-04-01"), until: dayNumber("2027-12-01") }, 1000).slice(0, 3).map(({ year }) => year)).toEqual(["", "1910", "1915"]);
    });

    it("shortens names that have no room, and says nothing rather than a sign or two", () => {
        expect(fitted("Egen bosättning", 200)).toBe("Egen bosättning");
        expect(fitted("Egen bosättning", 60)).toBe("Egen bos…");
        expect(fitted("Egen bosättning", 20)).toBe("");
    });

    it("lifts labels that would lie upon another", () => {
        expect(labelLevels([30, 60, 130], [60, 60, 60])).toEqual([0, 1, 0]);
    });
});
