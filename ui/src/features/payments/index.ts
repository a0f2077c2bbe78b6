import type { Section } from "../../frame/sections";
import EntryScreen from "./read/EntryScreen.vue";
import ListScreen from "./ListScreen.vue";
import ListsScreen from "./ListsScreen.vue";
import MappingScreen from "./read/MappingScreen.vue";
import ReadScreen from "./read/ReadScreen.vue";

/** Inbetalningar: payment lists from the file to the matched person. */
export const payments: Section = {
    id: "payments",
    label: "section-payments",
    place: "chain",
    path: "/inbetalningar",
    routes: [
        { path: "/inbetalningar", component: ListsScreen },
        { path: "/inbetalningar/las-in", component: ReadScreen },
        { path: "/inbetalningar/skriv", component: EntryScreen },
        { path: "/inbetalningar/mappning", component: MappingScreen },
        { path: "/inbetalningar/:list/:step(granska|matcha)?", component: ListScreen, props: true },
    ],
};
