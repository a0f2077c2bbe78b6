import type { Section } from "../../frame/sections";
import DuplicatesScreen from "./DuplicatesScreen.vue";
import PersonScreen from "./PersonScreen.vue";
import PersonsScreen from "./PersonsScreen.vue";

/** Personkrets. */
export const persons: Section = {
    id: "persons",
    label: "section-persons",
    place: "before",
    path: "/personkrets",
    routes: [
        { path: "/personkrets", name: "persons", component: PersonsScreen },
        { path: "/personkrets/dubbletter", name: "duplicates", component: DuplicatesScreen },
        { path: "/personkrets/:person", name: "person", component: PersonScreen },
    ],
};
