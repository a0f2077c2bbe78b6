// Names of keys: what a key press is called in commands, on a key badge and in aria-keyshortcuts.

/** How keys are shown to people; all others are shown as they are named. */
const SHOWN: Record<string, string> = {
    ArrowUp: "↑",
    ArrowDown: "↓",
    ArrowLeft: "←",
    ArrowRight: "→",
    Escape: "Esc",
    PageUp: "PgUp",
    PageDown: "PgDn",
    " ": "Space",
};

/** The name of a key press, modifiers first: "Ctrl+Enter", "Shift+F6", "R", "ArrowUp". */
export function keyName(event: KeyboardEvent): string {
    const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
    // Shift is part of how a character is typed, but a modifier of a named key, and of a letter with Ctrl.
    const shift = event.shiftKey && (event.key.length > 1 || (event.ctrlKey && /\p{L}/u.test(event.key)));
    return [event.ctrlKey && "Ctrl", event.altKey && "Alt", shift && "Shift", key].filter(Boolean).join("+");
}

/** A key name as people read it on a key badge: "Ctrl+Enter" gives "Ctrl Enter". */
export function shownKey(name: string): string {
    return name
        .split("+")
        .map((part) => SHOWN[part] ?? part)
        .join(" ");
}

/** Key names in the form of the aria-keyshortcuts attribute (WAI-ARIA 1.2, 6.6): "Ctrl+Enter" gives "Control+Enter". */
export function ariaKeyshortcuts(names: readonly string[]): string {
    return names.map((name) => name.replace(/\bCtrl\b/, "Control").replace(/^ $/, "Space")).join(" ");
}

/** Whether `name` is a single character without modifier: such keys work only while a list or grid has the focus (WCAG 2.1.4). */
export function isSingleCharacter(name: string): boolean {
    return name.length === 1 && name !== " ";
}
