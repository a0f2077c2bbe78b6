// The pages of Återsökning, in the order of their tabs.
import { claimPlace, costsPlace } from "../../frame/places";
import { INTAKE_PLACE } from "../intake/rows";

/** All pages. */
export const RECLAIM_PAGES = [
    { id: "intake", label: "intake-title", path: INTAKE_PLACE },
    { id: "costs", label: "costs-title", path: costsPlace() },
    { id: "claims", label: "claims-title", path: claimPlace() },
] as const;
