// The values of a compensation through time, as its history tells them.
import type { LawView, OwnRateView, RateView } from "../../generated/contract";
import { t } from "../../texts";
import { formatSpan } from "../../texts/format";

/** A case with its values. (The contract has another `CaseView` of the same name: that of the work list of cases.) */
export type ValueCase = LawView["cases"][number];

/** When a value holds: "2024-01-01 – 12-31", "2026-01-01 – tills vidare". */
export function valueDays({ valid_from: from, valid_until: until }: Pick<RateView, "valid_from" | "valid_until">): string {
    return until === null ? t("rules-until-further", { from }) : formatSpan(from, until);
}

/** Whether a value counts on a day. */
export function holdsOn({ valid_from: from, valid_until: until }: RateView, day: string): boolean {
    return from <= day && (until === null || until >= day);
}

/** The entry that an own value was entered by: the latest with its first day and case. */
export function entryOf(rate: RateView, { text }: Pick<ValueCase, "text">, own: readonly OwnRateView[]): OwnRateView | undefined {
    return rate.own ? own.find((entry) => entry.valid_from === rate.valid_from && entry.case === text) : undefined;
}
