// What has just come takes no key that confirms. A key that is held down, or pressed twice, would otherwise answer a question that nobody has read: everything
// that confirms by Enter or Space passes here first, whoever listens to it.

/** Milliseconds that people need to see what has come. */
export const SEEING_MS = 400;
/** And the next row of a list that one works through, where that is all that changes. */
const ROW_MS = 250;

let seenFrom = 0;
/** Whether a page is on its way in place of the one that still stands there. */
let coming = false;
let rowSeenFrom = 0;
/** The field that is being typed into: whoever types there is at it, whatever comes elsewhere on the page meanwhile. */
let typedInto: EventTarget | null = null;
let mark: ReturnType<typeof setTimeout> | undefined;

/** Something has come that wants to be seen first: a page, what it had to read, a dialog or what was below it, the detail of a row. */
export function arrived(): void {
    seenFrom = performance.now() + SEEING_MS;
    show();
}

/** The page that stands there is being left: what is pressed now is meant for the one that comes. */
export function leaving(): void {
    coming = true;
}

/** The page that was on its way has come, or will not. */
export function came(): void {
    coming = false;
}

/** Whether a page is on its way. */
export function isComing(): boolean {
    return coming;
}

/** For whoever drives the window: it waits as a person does. */
function show(): void {
    document.documentElement.dataset.arriving = "";
    clearTimeout(mark);
    mark = setTimeout(seen, Math.max(seenFrom, rowSeenFrom) - performance.now());
}

/** What has come has been seen. */
export function seen(): void {
    seenFrom = rowSeenFrom = 0;
    clearTimeout(mark);
    delete document.documentElement.dataset.arriving;
}

/** Whether what has come may not have been seen yet. */
export function isArriving(): boolean {
    return performance.now() < seenFrom;
}

/** Whether a key may decide about the row that one is at. After it one is at another, which wants to be seen first. */
export function takesDecision(): boolean {
    const now = performance.now();
    if (now < rowSeenFrom) return false;
    rowSeenFrom = now + ROW_MS;
    show();
    return true;
}

/** Listens before everything else. May be called for several applications in one window. */
export function guardConfirming(target: Window): void {
    target.addEventListener("keydown", holdBack, { capture: true });
    target.addEventListener("input", typed, { capture: true });
    target.addEventListener("focusout", () => (typedInto = null), { capture: true });
}

function holdBack(event: KeyboardEvent): void {
    if (!isConfirming(event)) return;
    const isTypedInto = event.target === typedInto && !event.ctrlKey;
    if (event.repeat || (isArriving() && !isTypedInto)) {
        event.preventDefault();
        event.stopImmediatePropagation();
    }
    // The page's own act leads on; pressed twice it is done once.
    else if (event.ctrlKey) arrived();
}

/** Whoever types into what has come has seen it: a name and Enter go at any speed. */
function typed({ target }: Event): void {
    if (target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !["checkbox", "radio", "range"].includes(target.type))) {
        typedInto = target;
        seen();
    }
}

function isConfirming(event: KeyboardEvent): boolean {
    const { key, target } = event;
    if (event.isComposing || !(target instanceof Element)) return false;
    if (key === " ") return target.closest('button, [role="button"], summary') !== null;
    if (key !== "Enter") return false;
    // There Enter makes a line, or goes to the next.
    return event.ctrlKey || target.closest('textarea, [data-enter="moves"]') === null;
}
