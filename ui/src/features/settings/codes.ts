// Which payment codes a filter shows.
import type { Filter } from "../../components/FilterChips.vue";
import type { Code } from "../../generated/contract";
import { t } from "../../texts";

/** The filters of the code table. */
export const CODE_FILTERS = ["all", "unmapped", "example", "published", "own"] as const;

/** One of them. */
export type CodeFilter = (typeof CODE_FILTERS)[number];

/** Whether `filter` shows `code`. */
export function isIn(code: Code, filter: CodeFilter): boolean {
    if (filter === "all") return true;
    if (filter === "unmapped") return code.compensation === null;
    return code.status === filter;
}

/** The filters with how many codes each shows. */
export function codeFilters(codes: readonly Code[]): Filter[] {
    return CODE_FILTERS.map((id) => ({ id, label: t(`set-codes-${id}`), count: codes.filter((code) => isIn(code, id)).length }));
}
