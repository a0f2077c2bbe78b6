// Panes: F6 and Shift F6 go between the parts of the window, and each part remembers where the focus was.

const FOCUSABLE = 'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex="0"]';
const lastFocus = new WeakMap<Element, HTMLElement>();

/** Remembers the focus within its pane. Given to focusin on the frame. */
export function rememberFocus(event: FocusEvent): void {
    const target = event.target;
    if (!(target instanceof HTMLElement)) return;
    const pane = target.closest("[data-pane]");
    if (pane !== null) lastFocus.set(pane, target);
}

/** Moves the focus to the next (1) or previous (-1) visible pane within `root`, round at the ends. */
export function stepPane(root: ParentNode, step: 1 | -1): void {
    const panes = [...root.querySelectorAll<HTMLElement>("[data-pane]")].filter(
        // A part that holds other parts is not one itself.
        (pane) => isVisible(pane) && pane.querySelector("[data-pane]") === null,
    );
    if (panes.length === 0) return;
    const here = panes.findIndex((pane) => pane.contains(document.activeElement));
    const next = here < 0 ? (step === 1 ? 0 : panes.length - 1) : (here + step + panes.length) % panes.length;
    const pane = panes[next];
    if (pane !== undefined) focusPane(pane);
}

/** Moves the focus into `pane`: where it last was, else to its chosen start ([data-pane-start]), else to its first control, else to itself. */
export function focusPane(pane: HTMLElement): void {
    const before = lastFocus.get(pane);
    const target =
        before !== undefined && before.isConnected && pane.contains(before)
            ? before
            : (pane.querySelector<HTMLElement>("[data-pane-start]") ?? pane.querySelector<HTMLElement>(FOCUSABLE));
    if (target === null) pane.tabIndex = -1;
    (target ?? pane).focus();
}

/**
 * Moves the focus to the chosen start of the page where nobody has placed it yet: it is nowhere, or still at the title. Called when what the page shows
 * has come, which is after the page itself.
 */
export function focusArrived(page: Document): void {
    const at = page.activeElement;
    if (at !== null && at !== page.body && at.tagName !== "H1") return;
    (page.querySelector<HTMLElement>("main [data-pane-start]") ?? page.querySelector<HTMLElement>("main h1"))?.focus();
}

/** Moves the focus and shows it: WebKit draws no ring by itself where what had the focus is gone. (TypeScript does not know the option yet.) */
export function focusShown(element: HTMLElement | null | undefined, options: FocusOptions = {}): void {
    element?.focus({ ...options, focusVisible: true } as FocusOptions);
}

/** Moves the focus to the title of the page in `root`, where what had it is gone. */
export function focusTitle(root: ParentNode): void {
    root.querySelector<HTMLElement>("main h1")?.focus();
}

function isVisible(element: HTMLElement): boolean {
    return element.checkVisibility === undefined || element.checkVisibility();
}
