// The compensations that a unit is asked for, as they are typed.
import { t } from "../../texts";

/** Codes as text: nothing where the key decides, a word where the unit is asked for none. */
export function codesText(codes: readonly string[] | null): string {
    if (codes === null) return "";
    return codes.length === 0 ? t("set-intake-none") : codes.join(", ");
}

/** What the text says. */
export function codesOf(text: string): string[] | null {
    const words = text.split(/[\s,;]+/).filter((word) => word !== "");
    if (words.length === 0) return null;
    if (words.length === 1 && words[0]?.toLowerCase() === t("set-intake-none").toLowerCase()) return [];
    return words.map((word) => word.toUpperCase());
}
