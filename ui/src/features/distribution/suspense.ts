// What lies on the observation account: where each thing is done, and the days that are chosen most.
import { distributionPlace, listPlace, matchPlace, settingsPlace, tracePlace } from "../../frame/places";
import type { SuspenseRow } from "../../generated/contract";
import { isoDay, monthStart } from "../persons/days";

/** Ends of months that can be chosen at once. */
const MONTH_ENDS = 3;

/** Address of where what is to be done about a row is done. */
export function wayOf({ todo_code, list, line, distribution }: SuspenseRow): string | undefined {
    const row = line ?? undefined;
    switch (todo_code) {
        case "map-code":
            return settingsPlace("koder");
        case "add-to-key":
            return settingsPlace("nyckel");
        case "hand-over":
            return distribution === null ? undefined : distributionPlace(distribution);
        case "match":
        case "settle-person":
        case "distribute":
            return list === null ? undefined : matchPlace(list);
        // The trace of the row leads to its person, where the board is entered.
        case "enter-board":
            return list === null || row === undefined ? undefined : tracePlace(list, row);
        default:
            return list === null ? undefined : listPlace(list, row);
    }
}

/** The last days of the months before that of `today`, the latest first. */
export function monthEnds(today: string): string[] {
    return Array.from({ length: MONTH_ENDS }, (_, back) => isoDay(monthStart(today, -back) - 1));
}
