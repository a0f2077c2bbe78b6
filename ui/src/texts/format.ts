// Numbers and dates as the city writes them: 1 234 567,89 and 2026-11-20.

/** Whole öre as the contract sends them. Both forms are exact; a JavaScript number is so up to 90 thousand billion kronor. */
export type Ore = number | bigint;

const NO_BREAK_SPACE = "\u00A0";
const MINUS = "\u2212";
const EN_DASH = "\u2013";

/**
 * Whole öre in kronor with two decimals: 123456789 gives "1 234 567,89" with no-break spaces and U+2212 as minus.
 * `plus` puts a + before a positive amount, for differences. Text arithmetic only, so nothing is rounded.
 *
 * Throws RangeError where `ore` is not a whole number that can be held exactly.
 */
export function formatOre(ore: Ore, options: { plus?: boolean } = {}): string {
    if (typeof ore === "number" && !Number.isSafeInteger(ore)) throw new RangeError(`not whole öre: ${ore}`);
    const negative = ore < 0;
    const digits = String(ore).replace("-", "").padStart(3, "0");
    const sign = negative ? MINUS : options.plus === true && ore > 0 ? "+" : "";
    return `${sign}${grouped(digits.slice(0, -2))},${digits.slice(-2)}`;
}

/** A whole count with no-break spaces between thousands: 200000 gives "200 000". */
export function formatCount(count: number): string {
    return count < 0 ? MINUS + grouped(String(-count)) : grouped(String(count));
}

/**
 * A span of ISO dates, both days inclusive, without repeating the year: "2026-08-17 – 09-13", "2025-12-01 – 2026-02-28".
 */
export function formatSpan(from: string, until: string): string {
    const sameYear = from.slice(0, 5) === until.slice(0, 5);
    return `${from}${NO_BREAK_SPACE}${EN_DASH}${NO_BREAK_SPACE}${sameYear ? until.slice(5) : until}`;
}

function grouped(digits: string): string {
    return digits.replace(/\B(?=(\d{3})+$)/g, NO_BREAK_SPACE);
}
