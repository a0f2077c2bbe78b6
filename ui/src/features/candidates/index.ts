import type { RouteRecordRaw } from "vue-router";
import { candidatesPlace, netPlace } from "../../frame/places";

/** What may be claimed, and what placements cost, as pages of Återsökning. */
export const candidateRoutes: RouteRecordRaw[] = [
    { path: candidatesPlace(), name: "candidates", component: () => import("./CandidatesScreen.vue") },
    { path: netPlace(), name: "net", component: () => import("./NetScreen.vue") },
];
