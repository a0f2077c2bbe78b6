// Addresses: hash based, because the window is loaded from files of the program and not from a server.
import { createRouter, createWebHashHistory, type Router, type RouterHistory } from "vue-router";
import { reactive } from "vue";
import { came, leaving } from "./arrival";
import type { Section } from "./sections";

/** Where the person last was in each section: the way back leads there. Section id to address. */
export type SectionMemory = Record<string, string>;

/** The router over all sections, and the memory of where each was left. */
export function createSectionRouter(
    sections: readonly Section[],
    history: RouterHistory = createWebHashHistory(),
): { router: Router; memory: SectionMemory } {
    const memory: SectionMemory = reactive(Object.fromEntries(sections.map((section) => [section.id, section.path])));
    const routes = sections.flatMap((section) =>
        section.routes.map((route) => ({ ...route, meta: { ...route.meta, section: section.id } })),
    );
    const first = sections[0]?.path ?? "/";
    const router = createRouter({ history, routes: [...routes, { path: "/:rest(.*)*", redirect: first }] });
    router.beforeEach((to, from) => {
        if (to.path !== from.path) leaving();
    });
    router.onError(came);
    router.afterEach((to, _, failure) => {
        // A page that comes says so when it is there.
        if (failure) came();
        const section = to.meta.section;
        if (typeof section === "string") memory[section] = to.fullPath;
    });
    return { router, memory };
}
