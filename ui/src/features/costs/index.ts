import type { RouteRecordRaw } from "vue-router";
import { costsPlace } from "../../frame/places";

/** Costs that the city has borne, and bringing them in from files, as pages of Återsökning. */
export const costRoutes: RouteRecordRaw[] = [
    { path: costsPlace(), name: "costs", component: () => import("./CostsScreen.vue") },
    { path: `${costsPlace()}/las-in`, name: "costs-read", component: () => import("../draft/ReadScreen.vue") },
    { path: `${costsPlace()}/inlasning/:draft`, name: "costs-draft", component: () => import("../draft/DraftScreen.vue") },
];
