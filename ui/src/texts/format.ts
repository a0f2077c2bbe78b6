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

/** Kronor as the core has understood them, with no-break spaces between thousands: "16800,00" gives "16 800,00". What is no such number stands as it is. */
export function formatKronor(text: string): string {
    const [, sign, whole, rest] = /^([-\u2212]?)(\d+)(,\d+)?$/u.exec(text) ?? [];
    return whole === undefined ? text : `${sign === "" ? "" : MINUS}${grouped(whole)}${rest ?? ""}`;
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

/** A dossier number of eight digits as people write it: "99000011" gives "99-000011". None gives nothing; what is no such number stands as it is. */
export function formatDossierNumber(digits: string | null): string {
    return (digits ?? "").replace(/^(\d{2})(\d{6})$/, "$1-$2");
}

/** A personal or coordination number of twelve digits as people write it: "201701012393" gives "20170101-2393". */
export function formatPersonalNumber(digits: string | null): string {
    return (digits ?? "").replace(/^(\d{8})(\d{4})$/, "$1-$2");
}

/** A moment in UTC ("2026-11-20T08:41:07Z") in the clock of this computer: "2026-11-20 09:41". */
export function formatMoment(utc: string): string {
    const moment = new Date(utc);
    if (Number.isNaN(moment.getTime())) return utc;
    const two = (part: number) => String(part).padStart(2, "0");
    const day = [moment.getFullYear(), two(moment.getMonth() + 1), two(moment.getDate())].join("-");
    return `${day} ${two(moment.getHours())}:${two(moment.getMinutes())}`;
}

/**
 * Kronor as people type them, in whole öre: "909 250,10", "-12 000", "5.00". Undefined where the text is no amount: two decimals at most, no plus sign, no exponent.
 * Text arithmetic only.
 */
export function parseOre(text: string): number | undefined {
    const plain = text.replace(/[\s\u00A0\u202F]/g, "").replace(/^\u2212/, "-");
    const found = /^(-?)(\d{1,12})(?:[.,](\d{1,2}))?$/.exec(plain);
    if (found === null) return undefined;
    const [, sign = "", kronor = "", decimals = ""] = found;
    const ore = Number(kronor + decimals.padEnd(2, "0"));
    return sign === "-" && ore !== 0 ? -ore : ore;
}

function grouped(digits: string): string {
    return digits.replace(/\B(?=(\d{3})+$)/g, NO_BREAK_SPACE);
}
