import { attestPlace } from "../../frame/places";
import type { Section } from "../../frame/sections";

/** Bokföringsorder, and what a row of a list became in them. */
export const orders: Section = {
    id: "orders",
    label: "section-orders",
    place: "chain",
    path: "/bokforingsorder",
    pages: [{ path: attestPlace(), label: "attest-title" }],
    routes: [
        { path: attestPlace(), name: "attest", component: () => import("../attest/AttestScreen.vue") },
        { path: "/bokforingsorder", name: "orders", component: () => import("./OrdersScreen.vue") },
        { path: "/bokforingsorder/:order", name: "order", component: () => import("./OrderScreen.vue") },
        { path: "/spar/:list/:line(\\d+)", name: "row-trace", component: () => import("../trace/RowTraceScreen.vue") },
    ],
};
