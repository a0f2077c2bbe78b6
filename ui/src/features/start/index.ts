import type { Section } from "../../frame/sections";
import StartScreen from "./StartScreen.vue";

/** Start: where the money stands. */
export const start: Section = {
    id: "start",
    label: "section-start",
    place: "before",
    path: "/start",
    routes: [{ path: "/start", component: StartScreen }],
};
