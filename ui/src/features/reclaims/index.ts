import type { Section } from "../../frame/sections";
import { claimRoutes } from "../claims";
import { RECLAIM_PAGES } from "./pages";

/** Återsökning: what the state pays on application, from the lines of a claim to its receipt. */
export const reclaims: Section = {
    id: "reclaims",
    label: "section-reclaims",
    place: "chain",
    path: RECLAIM_PAGES[0].path,
    pages: RECLAIM_PAGES,
    routes: claimRoutes,
};
