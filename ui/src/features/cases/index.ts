import type { RouteRecordRaw } from "vue-router";

/** Pages of Personkrets: the work list of cases, and a case. */
export const caseRoutes: RouteRecordRaw[] = [
    { path: "/personkrets/arenden", name: "cases", component: () => import("./CasesScreen.vue") },
    { path: "/personkrets/arenden/:case", name: "case", component: () => import("./CaseScreen.vue") },
];
