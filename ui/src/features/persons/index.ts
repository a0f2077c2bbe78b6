import type { Section } from "../../frame/sections";

/** Personkrets. */
export const persons: Section = {
    id: "persons",
    label: "section-persons",
    place: "before",
    path: "/personkrets",
    routes: [
        { path: "/personkrets", name: "persons", component: () => import("./PersonsScreen.vue") },
        { path: "/personkrets/dubbletter", name: "duplicates", component: () => import("./DuplicatesScreen.vue") },
        { path: "/personkrets/:person", name: "person", component: () => import("./PersonScreen.vue") },
    ],
    pages: [
        { path: "/personkrets/arenden", label: "cases-title" },
        { path: "/personkrets/dubbletter", label: "persons-duplicates" },
    ],
};
