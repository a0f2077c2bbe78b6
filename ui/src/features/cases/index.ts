import type { RouteRecordRaw } from "vue-router";
import CaseScreen from "./CaseScreen.vue";
import CasesScreen from "./CasesScreen.vue";

/** Pages of Personkrets: the work list of cases, and a case. */
export const caseRoutes: RouteRecordRaw[] = [
    { path: "/personkrets/arenden", name: "cases", component: CasesScreen },
    { path: "/personkrets/arenden/:case", name: "case", component: CaseScreen },
];
