import type { Section } from "../../frame/sections";

/** Fördelning: months with free payments, and their runs. */
export const distribution: Section = {
    id: "distribution",
    label: "section-distribution",
    place: "chain",
    path: "/fordelning",
    routes: [
        { path: "/fordelning/:month(\\d{4}-\\d{2})?", name: "distribution-months", component: () => import("./MonthsScreen.vue") },
        { path: "/fordelning/:run", name: "distribution-run", component: () => import("./RunScreen.vue") },
    ],
};
