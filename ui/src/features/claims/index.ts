import type { RouteRecordRaw } from "vue-router";
import { claimPlace } from "../../frame/places";

/** Claims and one claim, as pages of Återsökning. */
export const claimRoutes: RouteRecordRaw[] = [
    { path: claimPlace(), name: "claims", component: () => import("./ClaimsScreen.vue") },
    { path: `${claimPlace()}/:claim`, name: "claim", component: () => import("./ClaimScreen.vue") },
];
