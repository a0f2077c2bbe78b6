// Last days to apply as they are shown and typed.
import type { LastDaysGroup, LastDayView, SetLastDay } from "../../generated/contract";
import { t } from "../../texts";
import { formatCount, formatOre, parseOre } from "../../texts/format";

/** What stands in the form of a last day, as typed. */
export interface TypedLastDay {
    compensation: string;
    period: string;
    unit: string;
    last_day: string;
    amount: string;
    note: string;
}

/** What a form needs to know of a last day that is there. */
export type KeptLastDay = Pick<LastDayView, "id" | "compensation" | "period" | "unit" | "last_day" | "amount_ore" | "note">;

/** A form for a new last day, or for changing one. */
export function typedOf(day?: KeptLastDay): TypedLastDay {
    return {
        compensation: day?.compensation ?? "",
        period: day?.period ?? "",
        unit: day?.unit ?? "",
        last_day: day?.last_day ?? "",
        amount: day?.amount_ore == null ? "" : formatOre(day.amount_ore),
        note: day?.note ?? "",
    };
}

/** The request for what was typed; undefined where the amount is no amount. */
export function requestOf(typed: TypedLastDay, id: string): SetLastDay | undefined {
    const amount = typed.amount.trim() === "" ? null : parseOre(typed.amount);
    if (amount === undefined) return undefined;
    return { id, compensation: typed.compensation, period: typed.period, unit: typed.unit, last_day: typed.last_day, amount_ore: amount, note: typed.note };
}

/** Name of a group and how many it holds. */
export function groupWords(group: string, groups: readonly LastDaysGroup[]): { name: string; count: string } {
    const held = groups.find((one) => one.group === group);
    return { name: t(`risk-group-${group}`), count: held === undefined ? "" : t("risk-count", { count: formatCount(held.count) }) };
}

/** Sum of a group; where amounts are missing, how many. */
export function groupSum(group: string, groups: readonly LastDaysGroup[]): string {
    const held = groups.find((one) => one.group === group);
    return held === undefined ? "" : formatOre(held.amount_ore);
}

/** Whether the last day is so near, or past, that it is told in red. */
export function isUrgent(day: LastDayView): boolean {
    return day.group === "passed" || day.group === "within-14";
}
