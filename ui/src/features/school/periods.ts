// Quarters to choose between, and four-week periods as they are listed.
import type { Choice } from "../../components/ChoiceField.vue";
import type { FourWeeksView } from "../../generated/contract";
import { t } from "../../texts";

/** How many quarters back can be chosen: schooling is claimed within six months of its quarter. */
const QUARTERS = 8;

/** The quarter of a day, "2026-11-20" gives "2026Q4". */
export function quarterOf(day: string): string {
    const [year = "", month = "1"] = day.split("-");
    return `${year}Q${Math.floor((Number(month) - 1) / 3) + 1}`;
}

/** The quarter before. */
export function quarterBefore(quarter: string): string {
    const [year, number] = quarter.split("Q").map(Number) as [number, number];
    return number === 1 ? `${year - 1}Q4` : `${year}Q${number - 1}`;
}

/** The quarter of the day and those before it, the latest first. */
export function quartersUntil(today: string): Choice[] {
    const quarters = [quarterOf(today)];
    while (quarters.length < QUARTERS) quarters.push(quarterBefore(quarters.at(-1)!));
    return quarters.map((value) => ({ value, label: value }));
}

/** First days of the periods without repeating the year: "2026-08-17, 09-14". */
export function startWords({ starts }: Pick<FourWeeksView, "starts">): string {
    return starts.map((day, index) => (index > 0 && day.slice(0, 5) === starts[index - 1]?.slice(0, 5) ? day.slice(5) : day)).join(", ");
}

/** How a row stands to what the agency's service computed. */
export function comparedWords({ service_ore, difference_ore, claims }: Pick<FourWeeksView, "service_ore" | "difference_ore" | "claims">): string {
    if (claims.length === 0) return t("school-not-claimed");
    if (service_ore === null) return t("school-service-unknown");
    return t(difference_ore === 0 ? "school-service-same" : "school-service-other");
}
