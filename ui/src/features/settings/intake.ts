// The compensations that a unit is asked for, as they are typed.
import type { InnerDays } from "../../generated/contract";
import { t } from "../../texts";

/** Codes as text: nothing where the key decides, a word where the unit is asked for none. */
export function codesText(codes: readonly string[] | null): string {
    if (codes === null) return "";
    return codes.length === 0 ? t("set-intake-none") : codes.join(", ");
}

/** Compensations with a time of their own as text: "EKB-VARD 30, ASYL-UTB-GRU 60". */
export function innerText(inner: readonly InnerDays[]): string {
    return inner.map(({ compensation, days }) => `${compensation} ${days}`).join(", ");
}

/** What that text says; undefined where a part is no code with a number of days. */
export function innerOf(text: string): InnerDays[] | undefined {
    const parts = text.split(/[,;]+/).map((part) => part.trim()).filter((part) => part !== "");
    const read = parts.map((part) => /^(\S+)\s+(\d{1,3})$/.exec(part));
    if (read.some((one) => one === null)) return undefined;
    return read.map((one) => ({ compensation: (one?.[1] ?? "").toUpperCase(), days: Number(one?.[2]) }));
}

/** What the text says. */
export function codesOf(text: string): string[] | null {
    const words = text.split(/[\s,;]+/).filter((word) => word !== "");
    if (words.length === 0) return null;
    if (words.length === 1 && words[0]?.toLowerCase() === t("set-intake-none").toLowerCase()) return [];
    return words.map((word) => word.toUpperCase());
}
