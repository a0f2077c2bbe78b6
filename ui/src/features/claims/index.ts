import type { Section } from "../../frame/sections";

/** Återsökning: what the city applies for. */
export const claims: Section = {
    id: "claims",
    label: "section-claims",
    place: "chain",
    path: "/atersokning",
    routes: [
        { path: "/atersokning", name: "claims", component: () => import("./ClaimsScreen.vue") },
        { path: "/atersokning/:claim", name: "claim", component: () => import("./ClaimScreen.vue") },
    ],
};
