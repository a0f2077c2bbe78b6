// Mounts a component as the program would: with host, commands, texts and the page's keys.
import { mount, type VueWrapper } from "@vue/test-utils";
import { createApp, type Component } from "vue";
import { createMemoryHistory, createRouter } from "vue-router";
import { provideBackend } from "./backend";
import { memoryBackend, type MemoryBackend } from "./backend/memory";
import { createCommands, provideCommands, type CommandRegistry } from "./frame/commands";
import { provideSavedWords } from "./frame/status";

/** A mounted component with what surrounds it. */
export interface Stage {
    wrapper: VueWrapper;
    backend: MemoryBackend;
    commands: CommandRegistry;
}

/** Mounts `component` in the page, so that focus and keys are real. */
export function stage(component: Component, options: { props?: object; slots?: Record<string, unknown>; backend?: MemoryBackend } = {}): Stage {
    const backend = options.backend ?? memoryBackend();
    const commands = createCommands();
    const router = createRouter({ history: createMemoryHistory(), routes: [{ path: "/:rest(.*)*", component: { render: () => null } }] });
    const wrapper = mount(component, {
        attachTo: document.body,
        props: options.props as never,
        slots: options.slots as never,
        global: {
            plugins: [
                router,
                {
                    install(app: ReturnType<typeof createApp>) {
                        provideBackend(app, backend);
                        provideCommands(app, commands, window);
                        provideSavedWords(app);
                    },
                },
            ],
        },
    });
    return { wrapper, backend, commands };
}

/** Presses a key on what has the focus, as the page sees it; returns whether someone took it. */
export function press(key: string, modifiers: KeyboardEventInit = {}): boolean {
    const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...modifiers });
    (document.activeElement ?? document.body).dispatchEvent(event);
    return event.defaultPrevented;
}
