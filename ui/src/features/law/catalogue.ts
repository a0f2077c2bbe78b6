// Compensations as they are listed: filters, columns, groups, and what the core's sentences become in a narrow cell.
import type { Filter } from "../../components/FilterChips.vue";
import type { Column } from "../../components/list";
import type { CompensationLine } from "../../generated/contract";
import { t } from "../../texts";
import type { SignName } from "../../theme/icons";

/** Ways of filtering, in the order of the chips. */
export const FILTERS = ["all", "without-application", "asked", "to-check", "ended"] as const;
/** One of them. */
export type LawFilter = (typeof FILTERS)[number];

/** Whether a compensation stands under a filter. */
export function isIn(line: CompensationLine, filter: LawFilter): boolean {
    switch (filter) {
        case "all":
            return true;
        case "without-application":
            return line.ask === "without-application";
        case "asked":
            return line.ask === "municipality";
        case "to-check":
            return line.state === "not-checked" || line.state === "hole";
        case "ended":
            return line.state === "ended";
    }
}

/** The chips with how many each leaves. */
export function lawFilters(lines: readonly CompensationLine[]): Filter[] {
    return FILTERS.map((id) => ({
        id,
        label: t(`rules-filter-${id}`),
        count: lines.filter((line) => isIn(line, id)).length,
        ...(id === "to-check" ? { sign: "warning" as const, tone: "warning" as const } : {}),
    }));
}

/** Whether code, names or law hold every word of `words`. */
export function holdsWords(line: CompensationLine, words: string): boolean {
    const text = `${line.code} ${line.name} ${line.short_name} ${line.law}`.toLocaleLowerCase("sv");
    return words
        .trim()
        .toLocaleLowerCase("sv")
        .split(/\s+/)
        .every((word) => text.includes(word));
}

/** "Förordning 2010:1122, 29 §" in its two parts. */
function lawParts(law: string): [ordinance: string, section: string] {
    const at = law.indexOf(", ");
    return at < 0 ? [law, ""] : [law.slice(0, at), law.slice(at + 2)];
}

/** The group that a compensation stands in: its ordinance, or that it is over, or that others hang on it. */
export function groupOf(line: CompensationLine): string {
    if (line.state === "ended") return t("rules-group-ended");
    return line.ask === "nobody" ? t("rules-group-reference") : lawParts(line.law)[0];
}

/** What is left to say of the law inside the group. */
function sectionOf(line: CompensationLine): string {
    const [ordinance, section] = lawParts(line.law);
    if (line.state !== "ended" && line.ask !== "nobody") return section;
    return [ordinance.slice(ordinance.indexOf(" ") + 1), section].filter(Boolean).join(" ");
}

/** Amounts of a day that fit into a cell, without what tells the cases apart: the detail has that. More than two are counted. */
export function shortValues(line: CompensationLine): string {
    const values = line.values.split(" · ").map((value) => value.slice(value.lastIndexOf(": ") < 0 ? 0 : value.lastIndexOf(": ") + 2));
    return values.length > 2 ? t("rules-values", { count: values.length }) : values.join(" · ");
}

/** What stands in the column of checks, when there is no day to tell. */
export const STATES: Readonly<Record<string, { sign: SignName; tone: "error" | "warning" }>> = {
    "not-checked": { sign: "warning", tone: "warning" },
    hole: { sign: "error", tone: "error" },
};

/** Columns of the list. */
export const lawColumns = (): Column<CompensationLine>[] => [
    { id: "name", title: t("rules-name"), width: "minmax(170px, 1fr)", text: (line) => line.short_name, shorten: true },
    { id: "code", title: t("rules-code"), width: "124px", text: (line) => line.code, secondary: true },
    { id: "section", title: t("rules-section-of"), width: "72px", text: sectionOf, shorten: true, secondary: true, spare: true },
    { id: "ask", title: t("rules-ask"), width: "94px", text: (line) => t(`rules-ask-${line.ask}`), secondary: true, spare: true },
    { id: "values", title: t("rules-amount"), width: "150px", align: "end", text: shortValues },
    { id: "checked", title: t("rules-checked"), width: "150px" },
];

