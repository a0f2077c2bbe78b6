// What every window of the program needs, whatever host is behind it.
import { createApp, type App as VueApp } from "vue";
import type { RouterHistory } from "vue-router";
import App from "./App.vue";
import { provideBackend, type Backend } from "./backend";
import { followChanges } from "./backend/changes";
import { createCommands, provideCommands } from "./frame/commands";
import { provideCopying } from "./frame/copying";
import { createSectionRouter } from "./frame/router";
import type { Section } from "./frame/sections";
import { createSession, provideSession, type Session } from "./frame/session";
import { provideSavedWords } from "./frame/status";
import { injectSprite } from "./theme/icons";
import { startLook } from "./theme/look";

/** What an application is made of. */
export interface Parts {
    backend: Backend;
    sections: readonly Section[];
    history?: RouterHistory;
}

/** Builds the application without mounting it, and asks how things stand; `known` when that has been answered. */
export function buildApplication(parts: Parts): { app: VueApp; session: Session; known: Promise<void> } {
    const { router, memory } = createSectionRouter(parts.sections, parts.history);
    const app = createApp(App, { sections: parts.sections, memory });
    app.use(router);
    const session = createSession(parts.backend);
    provideSession(app, session);
    provideBackend(
        app,
        followChanges(parts.backend, () => session.changed()),
    );
    provideCommands(app, createCommands(), window);
    provideCopying(window);
    provideSavedWords(app);
    injectSprite(document);
    startLook(document.documentElement, localStorage);
    return { app, session, known: session.refresh() };
}
