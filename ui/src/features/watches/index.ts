import type { RouteRecordRaw } from "vue-router";
import { WATCHES_PLACE } from "./watches";

/** The page of Start that holds all watches. */
export const watchRoutes: RouteRecordRaw[] = [{ path: WATCHES_PLACE, name: "watches", component: () => import("./WatchesScreen.vue") }];
