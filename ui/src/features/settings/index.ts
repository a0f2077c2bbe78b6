import type { Section } from "../../frame/sections";

/** Inställningar: one address per page, so that others can lead to the right one. */
export const settings: Section = {
    id: "settings",
    label: "section-settings",
    place: "after",
    path: "/installningar",
    routes: [{ path: "/installningar/:page?", name: "settings", component: () => import("./SettingsScreen.vue") }],
};
