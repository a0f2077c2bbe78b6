import type { Section } from "../../frame/sections";

/** Bringing a register in, as pages of Personkrets. */
export const registerRoutes: Section["routes"] = [
    { path: "/personkrets/las-in", name: "register-read", component: () => import("../draft/ReadScreen.vue") },
    { path: "/personkrets/mappning", name: "register-mapping", component: () => import("./MapRegisterScreen.vue") },
    { path: "/personkrets/inlasning/:draft", name: "register-draft", component: () => import("../draft/DraftScreen.vue") },
];
