import type { RouteRecordRaw } from "vue-router";

/** Loggranskning: a sample, and who has read about somebody. The list of samples is a page of the settings. */
export const logRoutes: RouteRecordRaw[] = [
    { path: "/installningar/loggranskning/:review", name: "log-review", component: () => import("./ReviewScreen.vue") },
    { path: "/installningar/vem-har-last/:person", name: "log-extract", component: () => import("./ExtractScreen.vue") },
];
