import type { Section } from "../../frame/sections";

/** Bringing decisions in, as pages of Förväntat. */
export const decisionRoutes: Section["routes"] = [
    { path: "/forvantat/beslut/las-in", name: "decisions-read", component: () => import("../draft/ReadScreen.vue") },
    { path: "/forvantat/beslut/mappning", name: "decisions-mapping", component: () => import("./MapDecisionsScreen.vue") },
    { path: "/forvantat/beslut/inlasning/:draft", name: "decisions-draft", component: () => import("../draft/DraftScreen.vue") },
];
