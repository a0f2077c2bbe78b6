import type { Section } from "../../frame/sections";
import { EXPECTED_PAGES } from "./pages";

/** Förväntat: what should come, what came, what is missing and what became of what was reported. */
export const expected: Section = {
    id: "expected",
    label: "section-expected",
    place: "chain",
    path: "/forvantat",
    pages: EXPECTED_PAGES,
    routes: [
        { path: "/forvantat", name: "expected", component: () => import("./MonthsScreen.vue") },
        { path: "/forvantat/saknas", name: "expected-missing", component: () => import("./MissingScreen.vue") },
        { path: "/forvantat/anmalt", name: "expected-reported", component: () => import("./ReportedScreen.vue") },
        { path: "/forvantat/fel", name: "expected-faults", component: () => import("./FaultsScreen.vue") },
        { path: "/forvantat/beslut", name: "expected-grants", component: () => import("./GrantsScreen.vue") },
        { path: "/forvantat/beslutskoll", name: "expected-check", component: () => import("./CheckScreen.vue") },
        { path: "/forvantat/kalender", name: "expected-calendar", component: () => import("./CalendarScreen.vue") },
    ],
};
