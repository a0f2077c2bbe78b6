import type { Section } from "../../frame/sections";
import { DISTRIBUTION_PAGES } from "./pages";

/** Fördelning: months with free payments and their runs, what was shared wrongly, and what lies on the observation account. */
export const distribution: Section = {
    id: "distribution",
    label: "section-distribution",
    place: "chain",
    path: "/fordelning",
    pages: DISTRIBUTION_PAGES,
    routes: [
        { path: "/fordelning/:month(\\d{4}-\\d{2})?", name: "distribution-months", component: () => import("./MonthsScreen.vue") },
        { path: "/fordelning/fel-namnd", name: "distribution-wrong", component: () => import("./WrongScreen.vue") },
        { path: "/fordelning/observationskonto", name: "distribution-suspense", component: () => import("./SuspenseScreen.vue") },
        { path: "/fordelning/utkast/:draft", name: "distribution-draft", component: () => import("./DraftRunScreen.vue") },
        { path: "/fordelning/:run", name: "distribution-run", component: () => import("./RunScreen.vue") },
    ],
};
