import type { Section } from "../../frame/sections";

/** Inbetalningar: payment lists from the file to the matched person. */
export const payments: Section = {
    id: "payments",
    label: "section-payments",
    place: "chain",
    path: "/inbetalningar",
    routes: [
        { path: "/inbetalningar", component: () => import("./ListsScreen.vue") },
        { path: "/inbetalningar/las-in", component: () => import("./read/ReadScreen.vue") },
        { path: "/inbetalningar/skriv", component: () => import("./read/EntryScreen.vue") },
        { path: "/inbetalningar/mappning", component: () => import("./read/MappingScreen.vue") },
        { path: "/inbetalningar/:list/personer", name: "proposals", component: () => import("./match/ProposalsScreen.vue") },
        { path: "/inbetalningar/:list/:step(granska|matcha)?", component: () => import("./ListScreen.vue"), props: true },
    ],
    pages: [{ path: "/inbetalningar/skriv", label: "command-enter-rows" }],
};
