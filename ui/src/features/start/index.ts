import type { Section } from "../../frame/sections";
import { watchRoutes } from "../watches";
import { WATCHES_PLACE } from "../watches/watches";
import StartScreen from "./StartScreen.vue";

/** Start: where the money stands, and what is to be done by when. */
export const start: Section = {
    id: "start",
    label: "section-start",
    place: "before",
    path: "/start",
    routes: [{ path: "/start", component: StartScreen }, ...watchRoutes],
    pages: [{ path: WATCHES_PLACE, label: "watches-title" }],
};
