// Watches as they are listed and marked.
import type { Column } from "../../components/list";
import type { MarkWatch, WatchesPage, WatchView } from "../../generated/contract";
import { t } from "../../texts";
import { formatCount } from "../../texts/format";
import { personOf } from "../cases/cases";

/** Rows on the start page; the rest stands in the full list. */
export const SHORT_LIST = 8;

/** Address of all watches. */
export const WATCHES_PLACE = "/bevakningar";

/** What can be said of a watch. */
export type Mark = "done" | "moved" | "not-applicable" | "undone";

/** A watch's key in a list of many persons: its own name is one among the person's. */
export function keyOf(row: WatchView): string {
    return `${row.brief.person}/${row.watch}`;
}

/** Whether the day is so near, or past, that it is told in red. */
export function isUrgent(row: WatchView): boolean {
    return row.group === "passed" || row.group === "within-14";
}

/** The request for a mark. */
export function requestOf(row: WatchView, mark: Mark, day: string | null = null, reason = ""): MarkWatch {
    return { person: row.brief.person, watch: row.watch, mark, day, reason };
}

/** The request that makes a watch what it was when `row` was read: a day that it had been moved to comes back. */
export function backTo(row: WatchView): MarkWatch {
    return row.moved === null ? requestOf(row, "undone") : requestOf(row, "moved", row.due, row.moved);
}

/** What a sentence says about a watch. */
export function wordsOf(row: WatchView): { what: string; person: string; due: string } {
    return { what: row.text, person: personOf(row.brief), due: row.due };
}

/** Name of a group, and how many it holds where the core counts them. */
export function groupWords(group: string, page: WatchesPage | undefined): { name: string; count: string } {
    const count = group === "passed" ? page?.passed : group === "within-14" ? page?.urgent : undefined;
    return { name: t(`risk-group-${group}`), count: count === undefined ? "" : t("risk-count", { count: formatCount(count) }) };
}

/** How many have passed and how many are near, in words; empty where none is. */
export function nearWords(page: WatchesPage | undefined): string {
    if (page === undefined) return "";
    const words = [];
    if (page.passed > 0) words.push(t("watches-passed", { count: formatCount(page.passed) }));
    if (page.urgent > 0) words.push(t("watches-within", { count: formatCount(page.urgent) }));
    return words.join(" · ");
}

/** Columns of a list; in a narrow one the person and the remarks stand below what is to be done. */
export function watchColumns(narrow: boolean, ofOnePerson: boolean): Column<WatchView>[] {
    const person: Column<WatchView> = { id: "person", title: t("watches-person"), width: "minmax(120px, 1fr)", shorten: true };
    const note: Column<WatchView> = { id: "note", title: t("watches-note"), width: "minmax(160px, 1.4fr)", secondary: true };
    return [
        { id: "due", title: t("watches-due"), width: "84px", text: (row) => row.due },
        { id: "left", title: t("watches-days-left"), width: "54px", align: "end" },
        { id: "what", title: t("watches-what"), width: narrow ? "minmax(150px, 1fr)" : "minmax(220px, 2fr)" },
        ...(narrow ? [] : ofOnePerson ? [note] : [person, note]),
    ];
}
