import { handbookPlace, settingsPlace } from "../../frame/places";
import type { Section } from "../../frame/sections";
import { restorePlace } from "../backup/places";
import { logRoutes } from "../log";
import { PAGES } from "./pages";

/** Inställningar: one address per page, so that others can lead to the right one. */
export const settings: Section = {
    id: "settings",
    label: "section-settings",
    place: "after",
    path: "/installningar",
    pages: [...PAGES.map(({ path, label }) => ({ path: settingsPlace(path), label })), { path: restorePlace().path, label: "restore-title" }, { path: handbookPlace(), label: "handbook-title" }],
    routes: [
        ...logRoutes,
        { path: "/installningar/:page?", name: "settings", component: () => import("./SettingsScreen.vue") },
        { path: "/installningar/kopior/las-tillbaka", name: "restore", component: () => import("../backup/RestoreScreen.vue") },
        { path: "/handbok/:chapter?", name: "handbook", component: () => import("../handbook/HandbookScreen.vue") },
    ],
};
