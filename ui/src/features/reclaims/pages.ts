// The pages of Återsökning, in the order of their tabs.
import { candidatesPlace, claimPlace, costsPlace, netPlace, schoolPlace } from "../../frame/places";
import { INTAKE_PLACE } from "../intake/rows";

export type ReclaimPage = "candidates" | "intake" | "costs" | "school" | "claims" | "net";

const PAGES: Record<ReclaimPage, [label: string, path: string]> = {
    candidates: ["candidates-title", candidatesPlace()],
    intake: ["intake-title", INTAKE_PLACE],
    costs: ["costs-title", costsPlace()],
    school: ["school-title", schoolPlace()],
    claims: ["claims-title", claimPlace()],
    net: ["net-title", netPlace()],
};

/** All pages. */
export const RECLAIM_PAGES = (Object.keys(PAGES) as ReclaimPage[]).map((id, index) => ({ id, label: PAGES[id][0], path: PAGES[id][1], keys: [`Alt+${index + 1}`] }));
