// One text to the clipboard, without a selection of the page's.

/** Copies `text`. Where the web view has no clipboard of its own, by a field that nobody sees. */
export async function copyText(text: string): Promise<void> {
    if (navigator.clipboard !== undefined) {
        try {
            return await navigator.clipboard.writeText(text);
        } catch {
            // A web view that asks first says no; the older way asks nobody.
        }
    }
    const before = document.activeElement;
    const field = document.createElement("textarea");
    field.value = text;
    field.setAttribute("aria-hidden", "true");
    field.style.position = "fixed";
    field.style.opacity = "0";
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
}
