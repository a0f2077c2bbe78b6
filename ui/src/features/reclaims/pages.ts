// The pages of Återsökning, in the order of their tabs.
import { claimPlace, costsPlace } from "../../frame/places";

/** All pages. */
export const RECLAIM_PAGES = [
    { id: "costs", label: "costs-title", path: costsPlace() },
    { id: "claims", label: "claims-title", path: claimPlace() },
] as const;
