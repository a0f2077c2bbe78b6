// Mounts a component as the program would: with host, commands, texts and the page's keys.
import { mount, type VueWrapper } from "@vue/test-utils";
import { createApp, type Component } from "vue";
import { createMemoryHistory, createRouter, type Router } from "vue-router";
import { provideBackend } from "./backend";
import { followChanges } from "./backend/changes";
import { memoryBackend, type MemoryBackend } from "./backend/memory";
import { seen } from "./frame/arrival";
import { createCommands, provideCommands, type CommandRegistry } from "./frame/commands";
import { createSession, provideSession, type Session } from "./frame/session";
import type { OpenSession, SessionStatus } from "./generated/contract";
import { provideSavedWords } from "./frame/status";

/** A session with an open database, as the core tells it; `differently` says what is to differ. */
export function openStatus(differently: Partial<OpenSession> = {}): SessionStatus {
    return {
        open: {
            path: "/data/ovning.db",
            municipality: "Exempelstads kommun",
            organisation_number: "219999-9992",
            training: false,
            user: "EXEMPEL",
            logged_in: false,
            rights: [],
            single_person: null,
            password_told: null,
            password_given: false,
            sheet_missing: false,
            today: "2026-11-02",
            example_key: false,
            example_accounts: false,
            example_codes: false,
            accent: "#1d5380",
            theme: "system",
            letter_keys: true,
            density: "dense",
            ...differently,
        },
        default_path: "/data/atersok.db",
        default_exists: true,
        default_has_users: false,
        key_in_environment: false,
        version: "0.1.0",
    };
}

/** A mounted component with what surrounds it. */
export interface Stage {
    wrapper: VueWrapper;
    backend: MemoryBackend;
    commands: CommandRegistry;
    router: Router;
    session: Session;
}

/** Mounts `component` in the page, so that focus and keys are real. `address` is where the router stands. */
export function stage(component: Component, options: { props?: object; slots?: Record<string, unknown>; backend?: MemoryBackend; address?: string; params?: Record<string, string> } = {}): Stage {
    const backend = options.backend ?? memoryBackend();
    const commands = createCommands();
    const router = createRouter({ history: createMemoryHistory(), routes: [{ path: "/:rest(.*)*", component: { render: () => null } }] });
    // Set, not gone to: a component reads its address while it is being mounted, and going somewhere takes time.
    if (options.address !== undefined) router.currentRoute.value = { ...router.resolve(options.address), ...(options.params && { params: options.params }) } as typeof router.currentRoute.value;
    const session = createSession(backend);
    const wrapper = mount(component, {
        attachTo: document.body,
        props: options.props as never,
        slots: options.slots as never,
        global: {
            plugins: [
                router,
                {
                    install(app: ReturnType<typeof createApp>) {
                        provideBackend(app, followChanges(backend, () => void session.changes++));
                        provideSession(app, session);
                        provideCommands(app, commands, window);
                        provideSavedWords(app);
                    },
                },
            ],
        },
    });
    return { wrapper, backend, commands, router, session };
}

/** Presses a key on what has the focus, as the page sees it and as somebody does who has seen what is there; returns whether someone took it. */
export function press(key: string, modifiers: KeyboardEventInit = {}): boolean {
    seen();
    return pressAtOnce(key, modifiers);
}

/** Presses a key without having seen what has come. */
export function pressAtOnce(key: string, modifiers: KeyboardEventInit = {}): boolean {
    const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...modifiers });
    (document.activeElement ?? document.body).dispatchEvent(event);
    return event.defaultPrevented;
}

/** The same answer, but not before the returned gate is opened. */
export function held<Request, Answer>(answer: (request: Request) => Answer | Promise<Answer>): { answer: (request: Request) => Promise<Answer>; open: () => void } {
    let open = () => {};
    const promise = new Promise<void>((done) => (open = done));
    return { answer: (request) => promise.then(() => answer(request)), open };
}
