import type { RouteRecordRaw } from "vue-router";
import { schoolPlace } from "../../frame/places";

/** Pupils and their four-week periods, and bringing lists of them in, as pages of Återsökning. */
export const schoolRoutes: RouteRecordRaw[] = [
    { path: schoolPlace(), name: "school", component: () => import("./SchoolScreen.vue") },
    { path: `${schoolPlace()}/las-in`, name: "school-read", component: () => import("../draft/ReadScreen.vue") },
    { path: `${schoolPlace()}/inlasning/:draft`, name: "school-draft", component: () => import("../draft/DraftScreen.vue") },
];
