// One registry of what can be done. A screen declares its commands once; keys, key bar, buttons and palette all read them here.
import { computed, inject, onActivated, onBeforeUnmount, onDeactivated, onMounted, shallowReactive, shallowRef } from "vue";
import type { App, ComputedRef, InjectionKey } from "vue";
import { look } from "../theme/look";
import { guardConfirming, isArriving, isComing, takesDecision } from "./arrival";
import { keepKeys } from "./kept";
import { isSingleCharacter, keyName } from "./keys";

/** Something a person can do, or (without `run`) a key that a list or grid answers by itself and the key bar only tells of. */
export interface Command {
    /** Stable kebab-case name, unique among what is active. */
    id: string;
    /** Text id of the full name; its attribute `.bar` is the wording in the key bar, `.button` the one on the button, `.found` other words that find it. */
    label: string;
    /** The full name where it holds a value ("Vy: Asyl 0–17 år"), in place of the label's own words. */
    words?: string;
    /** Names of keys (see keys.ts), all with the same effect. A letter by itself works in a list, and with Alt everywhere. */
    keys: readonly string[];
    /** Whether it can be done now; absent means always. */
    enabled?: () => boolean;
    /** Absent in the key bar where false. */
    bar?: boolean;
    /** Drawn on the badge in place of the keys, where these are many: "Ctrl 1–9". */
    badge?: string;
    /** Decides about the chosen row and goes on to the next: pressed twice it decides about one. */
    decides?: boolean;
    run?: () => void;
}

/** What is active now, and how it is reached. */
export interface CommandRegistry {
    /** All active commands; those of the innermost screen first. */
    readonly active: ComputedRef<Command[]>;
    /** The active command `id`. */
    find(id: string): Command | undefined;
    /** Adds a layer that wins over those before it, a screen's over those of its lists, and these over the frame's; returns what removes it. */
    add(commands: () => readonly Command[], place?: LayerPlace): () => void;
    /** Runs what the key press means; true where something was run. */
    press(event: KeyboardEvent): boolean;
    /** Notes where the focus is. */
    focused(target: EventTarget | null): void;
    /** The keys of `command` as they work from where the focus is: none of them while nothing answers them there. */
    keysHere(command: Command): readonly string[];
}

type LayerPlace = "frame" | "list" | "screen";

interface Layer {
    commands: () => readonly Command[];
    place: LayerPlace;
}

const KEY: InjectionKey<CommandRegistry> = Symbol("commands");

/** An empty registry. */
export function createCommands(): CommandRegistry {
    const layers = shallowReactive<Layer[]>([]);
    const active = computed(() => [...layers].reverse().flatMap((layer) => layer.commands()));
    const isEnabled = (command: Command) => command.enabled === undefined || command.enabled();
    const at = shallowRef<EventTarget | null>(null);
    const meant = (name: string) => active.value.find((one) => one.keys.includes(name) && one.run !== undefined && isEnabled(one));
    /** A letter with Alt is the letter, where nothing else has that key. */
    const commandOf = (name: string) => meant(name) ?? (isWithAlt(name) ? meant(name.slice(ALT.length)) : undefined);
    const isOfFrame = ({ id }: Command) => layers.some((layer) => layer.place === "frame" && layer.commands().some((command) => command.id === id));
    /** What a key means where the focus is. */
    const here = (name: string, target: EventTarget | null) => (mayPress(name, target) ? commandOf(name) : undefined);
    const kept = keepKeys((name) => {
        const command = isComing() ? undefined : here(name, document.activeElement);
        if (command === undefined) return false;
        if (command.decides !== true || takesDecision()) command.run?.();
        return true;
    });
    /** Whether a key is meant for a page that comes: the one that stands there is being left, or has not read yet what the key is about. */
    const isForWhatComes = (name: string, command: Command | undefined, target: EventTarget | null) => {
        if (!isCommandKey(name) || isInField(target) || document.querySelector('[aria-modal="true"]') !== null) return false;
        return isComing() ? command === undefined || !isOfFrame(command) : command === undefined && isArriving();
    };
    return {
        active,
        find: (id) => active.value.find((command) => command.id === id),
        add(commands, place = "screen") {
            const layer: Layer = { commands, place };
            if (place === "frame") layers.unshift(layer);
            else if (place === "list") layers.splice(layers.filter((one) => one.place !== "screen").length, 0, layer);
            else layers.push(layer);
            return () => {
                const at = layers.indexOf(layer);
                if (at >= 0) layers.splice(at, 1);
            };
        },
        press(event) {
            if (event.defaultPrevented || event.isComposing) return false;
            const name = keyName(event);
            const command = here(name, event.target);
            if (isForWhatComes(name, command, event.target)) {
                event.preventDefault();
                if (!event.repeat) kept.keep(name);
                return true;
            }
            if (command === undefined) return false;
            event.preventDefault();
            // A key that is held is pressed once.
            if (!event.repeat && (command.decides !== true || takesDecision())) command.run?.();
            return true;
        },
        focused: (target) => void (at.value = target),
        keysHere(command) {
            if (!isEnabled(command)) return [];
            if (command.run === undefined) return isInList(at.value) || command.badge !== undefined ? command.keys : [];
            const here = command.keys.filter((key) => reaches(key, at.value));
            if (here.length > 0) return here;
            return command.keys.filter(isSingleCharacter).map((key) => ALT + key).filter((key) => commandOf(key) === command);
        },
    };
}

const ALT = "Alt+";
const TYPING: ReadonlySet<string> = new Set(["Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z"]);

function isWithAlt(name: string): boolean {
    return name.startsWith(ALT) && isSingleCharacter(name.slice(ALT.length));
}

/** Gives the application its registry and listens to the window's keys. */
export function provideCommands(app: App, commands: CommandRegistry, target: Window): void {
    app.provide(KEY, commands);
    guardConfirming(target);
    target.addEventListener("keydown", (event) => commands.press(event));
    target.addEventListener("focusin", (event) => commands.focused(event.target));
    // On its way to another place the focus is not nowhere.
    target.addEventListener("focusout", (event) => {
        if (event.relatedTarget === null) commands.focused(null);
    });
}

/** The registry, inside a component's setup. */
export function useCommandRegistry(): CommandRegistry {
    const commands = inject(KEY);
    if (commands === undefined) throw new Error("no command registry was provided");
    return commands;
}

/** Declares the commands of a component for as long as it is shown. */
export function useCommands(commands: () => readonly Command[], place?: LayerPlace): void {
    const registry = useCommandRegistry();
    let remove: (() => void) | undefined;
    const start = () => (remove ??= registry.add(commands, place));
    const stop = () => {
        remove?.();
        remove = undefined;
    };
    onMounted(start);
    onActivated(start);
    onDeactivated(stop);
    onBeforeUnmount(stop);
}

/** Whether a key may reach the commands from where the focus is. */
function mayPress(name: string, target: EventTarget | null): boolean {
    // A dialog has the keyboard for itself.
    if (target instanceof Element && document.querySelector('[aria-modal="true"]') !== null) return false;
    return target instanceof Element ? reaches(name, target) : true;
}

/** Whether a key by that name works where the focus is. */
function reaches(name: string, target: EventTarget | null): boolean {
    if (!(target instanceof Element)) return !isSingleCharacter(name);
    const inField = isInField(target);
    // In a field, Ctrl Z takes back what was typed there, and Ctrl Y types it again.
    if (inField && (isSingleCharacter(name) || TYPING.has(name))) return false;
    if (!isSingleCharacter(name)) return true;
    return look.singleLetters && isInList(target);
}

function isInField(target: EventTarget | null): boolean {
    return target instanceof Element && target.closest("input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable]") !== null;
}

/** Whether a key by that name can be a command's and confirms nothing: what confirms is held back until what comes has been seen. */
function isCommandKey(name: string): boolean {
    return isSingleCharacter(name) || /^(Ctrl|Alt)\+[^+]+$/.test(name) && !/Enter|Control|Alt$|Shift/.test(name) || /^F\d+$/.test(name);
}

function isInList(target: EventTarget | null): boolean {
    return target instanceof Element && target.closest('[data-keys="list"]') !== null;
}
