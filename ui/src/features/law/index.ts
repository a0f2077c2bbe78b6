import type { Section } from "../../frame/sections";
import { LAW_PAGES } from "./pages";

/** Ersättningar och regler: the law with its values, what it gives by facts, and what it leaves open. */
export const law: Section = {
    id: "law",
    label: "section-law",
    place: "after",
    path: "/ersattningar",
    pages: LAW_PAGES,
    routes: [
        { path: "/ersattningar", name: "law", component: () => import("./CatalogueScreen.vue") },
        { path: "/ersattningar/rakna", name: "law-calculator", component: () => import("./calculator/CalculatorScreen.vue") },
        { path: "/ersattningar/ar", name: "law-year", component: () => import("./YearScreen.vue") },
        { path: "/ersattningar/andring", name: "law-effect", component: () => import("./EffectScreen.vue") },
        { path: "/ersattningar/fragor", name: "law-questions", component: () => import("./QuestionsScreen.vue") },
    ],
};
