// The pages of Återsökning, in the order of their tabs.
import { INTAKE_PLACE } from "../intake/rows";

/** All pages. */
export const RECLAIM_PAGES = [{ id: "intake", label: "intake-title", path: INTAKE_PLACE }] as const;
