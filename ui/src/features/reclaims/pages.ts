// The pages of Återsökning, in the order of their tabs.
import { claimPlace, costsPlace, schoolPlace } from "../../frame/places";
import { INTAKE_PLACE } from "../intake/rows";

export type ReclaimPage = "intake" | "costs" | "school" | "claims";

const PAGES: Record<ReclaimPage, [label: string, path: string]> = {
    intake: ["intake-title", INTAKE_PLACE],
    costs: ["costs-title", costsPlace()],
    school: ["school-title", schoolPlace()],
    claims: ["claims-title", claimPlace()],
};

/** All pages. */
export const RECLAIM_PAGES = (Object.keys(PAGES) as ReclaimPage[]).map((id, index) => ({ id, label: PAGES[id][0], path: PAGES[id][1], keys: [`Alt+${index + 1}`] }));
