// Days as whole numbers, so that a time axis can count with them.

const MS_A_DAY = 86_400_000;

/** Days since 1970-01-01 of an ISO day. */
export function dayNumber(day: string): number {
    return Math.round(Date.parse(`${day}T00:00:00Z`) / MS_A_DAY);
}

/** The ISO day of a number of days since 1970-01-01. */
export function isoDay(number: number): string {
    return new Date(number * MS_A_DAY).toISOString().slice(0, 10);
}

/** Whether `text` is a day of the calendar in the form 2026-11-20. */
export function isDay(text: string): boolean {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && isoDay(dayNumber(text)) === text;
}

/** The ISO day `step` days after `day`. */
export function dayAfter(day: string, step = 1): string {
    return isoDay(dayNumber(day) + step);
}

/** The number of the first day of the month that comes `step` months after that of `day`. */
export function monthStart(day: string, step = 0): number {
    const [year = 1970, month = 1] = day.split("-").map(Number);
    return Math.round(Date.UTC(year, month - 1 + step, 1) / MS_A_DAY);
}
