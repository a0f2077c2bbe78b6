// The pages of Återsökning, in the order of their tabs.
import { costsPlace } from "../../frame/places";

/** All pages. */
export const RECLAIM_PAGES = [{ id: "costs", label: "costs-title", path: costsPlace() }] as const;
