import type { Section } from "../../frame/sections";
import { claimRoutes } from "../claims";
import { costRoutes } from "../costs";
import { intakeRoutes } from "../intake";
import { schoolRoutes } from "../school";
import { INTAKE_PLACE } from "../intake/rows";
import { RECLAIM_PAGES } from "./pages";

/** Återsökning: what the state pays on application, from what units hand in to the receipt. */
export const reclaims: Section = {
    id: "reclaims",
    label: "section-reclaims",
    place: "chain",
    path: INTAKE_PLACE,
    pages: RECLAIM_PAGES,
    routes: [...intakeRoutes, ...costRoutes, ...schoolRoutes, ...claimRoutes],
};
