import { candidatesPlace } from "../../frame/places";
import type { Section } from "../../frame/sections";
import { candidateRoutes } from "../candidates";
import { claimRoutes } from "../claims";
import { costRoutes } from "../costs";
import { intakeRoutes } from "../intake";
import { schoolRoutes } from "../school";
import { RECLAIM_PAGES } from "./pages";

/** Återsökning: what the state pays on application, from what may be claimed to the receipt. */
export const reclaims: Section = {
    id: "reclaims",
    label: "section-reclaims",
    place: "chain",
    path: candidatesPlace(),
    pages: RECLAIM_PAGES,
    routes: [...candidateRoutes, ...intakeRoutes, ...costRoutes, ...schoolRoutes, ...claimRoutes],
};
