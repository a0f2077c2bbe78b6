import type { Section } from "../../frame/sections";
import LookSettings from "./LookSettings.vue";

/** Inställningar. */
export const settings: Section = {
    id: "settings",
    label: "section-settings",
    place: "after",
    path: "/installningar",
    routes: [{ path: "/installningar", component: LookSettings }],
};
