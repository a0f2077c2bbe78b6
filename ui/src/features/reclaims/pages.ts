// The pages of Återsökning, in the order of their tabs.
import { claimPlace } from "../../frame/places";

/** All pages. */
export const RECLAIM_PAGES = [{ id: "claims", label: "claims-title", path: claimPlace() }] as const;
