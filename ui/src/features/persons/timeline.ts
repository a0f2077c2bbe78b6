// The picture of a person on a time axis, as numbers: which bars stand in which rows, and what is paid in which month. Nothing is drawn here.
import type { AsKnown, DisorderView, FactKindView, FactView, PaidMonth } from "../../generated/contract";
import { dayNumber, isoDay, monthStart } from "./days";

/** The days that the picture spans, as day numbers; `until` is the first day after it. */
export interface Axis {
    from: number;
    until: number;
}

/** A fact as a bar. */
export interface Bar {
    fact: FactView;
    /** Day numbers within the axis; `until` is the day after the last. */
    from: number;
    until: number;
    /** Whether it goes on beyond the left or right edge, or has no such day. */
    opensLeft: boolean;
    opensRight: boolean;
    /** Happened on one day. */
    point: boolean;
    /** Place from above among those that hold at the same time. */
    lane: number;
}

/** Days that do not fit together. */
export interface Fault {
    disorder: string;
    from: number;
    until: number;
}

/** A kind of fact that the person has. */
export interface TimeRow {
    kind: string;
    name: string;
    bars: Bar[];
    lanes: number;
    faults: Fault[];
    /** What was believed on the chosen day, where it differs; empty: nothing was. */
    then?: Bar[];
    thenLanes: number;
}

/** Kinds that identify and say nothing about time, unless they have days. */
const TIMELESS = new Set(["name", "birth", "dossier-number", "national-number"]);

/** Whether a fact has a place on the axis. */
function isShown(fact: FactView): boolean {
    return !TIMELESS.has(fact.kind) || fact.valid_from !== null || fact.valid_until !== null;
}

/** Months that the axis has before `today` at least, so that there is something to look back on. */
const LEAST_BACK = 3;

/** From the first month that anything is known of, to a year after `today`. */
export function axisOf(facts: readonly FactView[], days: readonly string[], money: readonly PaidMonth[], today: string): Axis {
    const firsts = [...facts.filter(isShown).flatMap((fact) => fact.valid_from ?? fact.valid_until ?? []), ...days, ...money.map(({ month }) => `${month}-01`), isoDay(monthStart(today, -LEAST_BACK))];
    const lasts = [...facts.flatMap((fact) => fact.valid_from ?? []), ...days, today].sort();
    const [first = today] = [...firsts].sort();
    const year = monthStart(today, 13);
    return { from: monthStart(first), until: Math.max(year, monthStart(lasts.at(-1) ?? today, 1)) };
}

/** Bars of facts of one kind, in lanes so that none lies upon another. */
export function barsOf(facts: readonly FactView[], axis: Axis, days: string): { bars: Bar[]; lanes: number } {
    const ends: number[] = [];
    const bars = [...facts]
        .sort((one, other) => (one.valid_from ?? "").localeCompare(other.valid_from ?? ""))
        .map((fact): Bar => {
            const begins = fact.valid_from === null ? axis.from : dayNumber(fact.valid_from);
            const point = days === "one" && fact.valid_from !== null;
            const ends_ = point ? begins + 1 : fact.valid_until === null ? axis.until : dayNumber(fact.valid_until) + 1;
            const from = Math.min(Math.max(begins, axis.from), axis.until - 1);
            const until = Math.max(from + 1, Math.min(ends_, axis.until));
            let lane = ends.findIndex((end) => end <= from);
            if (lane < 0) lane = ends.length;
            ends[lane] = until;
            return {
                fact,
                from,
                until,
                opensLeft: !point && (fact.valid_from === null || begins < axis.from),
                opensRight: !point && (fact.valid_until === null || ends_ > axis.until),
                point,
                lane,
            };
        });
    return { bars, lanes: Math.max(ends.length, 1) };
}

/** The rows of the picture, in the order of `kinds`; `known` is what was believed on the chosen day, where one is chosen. */
export function rowsOf(
    facts: readonly FactView[],
    disorders: readonly DisorderView[],
    kinds: readonly FactKindView[],
    axis: Axis,
    known?: Pick<AsKnown, "facts" | "then" | "now">,
): TimeRow[] {
    const differs = new Set([...(known?.then ?? []), ...(known?.now ?? [])].map((fact) => fact.kind));
    return kinds.flatMap(({ kind, name, days }) => {
        const faults = disorders.filter((one) => one.kind === kind);
        const mine = facts.filter((fact) => fact.kind === kind && (faults.length > 0 || isShown(fact)));
        const before = (known?.facts ?? []).filter((fact) => fact.kind === kind && isShown(fact));
        if (mine.length === 0 && before.length === 0 && faults.length === 0) return [];
        const { bars, lanes } = barsOf(mine, axis, days);
        const then = differs.has(kind) ? barsOf(before, axis, days) : undefined;
        return [{ kind, name, bars, lanes, faults: faults.map((one) => faultOf(one, axis)), then: then?.bars, thenLanes: then?.lanes ?? 0 }];
    });
}

function faultOf({ disorder, from, until }: DisorderView, axis: Axis): Fault {
    const first = from === null ? axis.from : Math.max(dayNumber(from), axis.from);
    return { disorder, from: first, until: Math.max(first + 1, until === null ? axis.until : Math.min(dayNumber(until) + 1, axis.until)) };
}

/** A mark of the axis. */
export interface Tick {
    day: number;
    year: string;
    month: string;
    startsYear: boolean;
    /** Whether its month is written out. */
    named: boolean;
}

/** Pixels that the name of a month needs, and that of a year. */
const [MONTH_NEEDS, YEAR_NEEDS] = [30, 34];

/** The months of the axis, as many of them named as `width` pixels have room for; where years are too narrow, every fifth or tenth is a mark. */
export function ticksOf(axis: Axis, width: number): Tick[] {
    const months = Math.max(1, Math.round((axis.until - axis.from) / 30.44));
    const perMonth = width / months;
    const step = [1, 3, 6, 12, 60, 120, 240].find((size) => size * perMonth >= (size < 12 ? MONTH_NEEDS : YEAR_NEEDS)) ?? 480;
    const start = isoDay(axis.from);
    const ticks: Tick[] = [];
    for (let at = 0; ; at++) {
        const day = monthStart(start, at);
        if (day >= axis.until) break;
        const [year = "", month = ""] = isoDay(day).split("-");
        const whole = Number(year) * 12 + Number(month) - 1;
        if (step > 12 && whole % step !== 0 && at > 0) continue;
        const name = new Intl.DateTimeFormat("sv", { month: "short", timeZone: "UTC" }).format(new Date(`${year}-${month}-01T00:00:00Z`)).replace(".", "");
        ticks.push({ day, year, month: name.slice(0, 3), startsYear: month === "01" || at === 0, named: step < 12 && whole % step === 0 });
    }
    // The first year gives way to one that begins right after it.
    const [first, second] = ticks.filter((tick) => tick.startsYear);
    const pixels = ((second?.day ?? axis.until) - axis.from) * (width / (axis.until - axis.from));
    if (first !== undefined && pixels < YEAR_NEEDS) first.year = "";
    return ticks;
}

/** Pixels of one sign of 12 px text, on average. */
const SIGN = 6.3;

/** As much of a label as `width` pixels have room for; nothing rather than one or two signs. */
export function fitted(text: string, width: number): string {
    const room = Math.floor(width / SIGN);
    if (text.length <= room) return text;
    return room < 5 ? "" : `${text.slice(0, room - 1)}…`;
}

/** Heights (0 lowest) of labels that stand centred at `places`, so that none lies upon another. */
export function labelLevels(places: readonly number[], widths: readonly number[]): number[] {
    const ends: number[] = [];
    return places.map((place, index) => {
        const half = (widths[index] ?? 0) / 2 + 3;
        let level = ends.findIndex((end) => end <= place - half);
        if (level < 0) level = ends.length;
        ends[level] = place + half;
        return level;
    });
}
