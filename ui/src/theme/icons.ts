// The program's own signs.
import sprite from "../../../assets/icons/sprite.svg?raw";

/** The program's own eleven signs. They differ in shape, so that colour is never the only difference. */
export type SignName = "error" | "warning" | "check" | "pen" | "parked" | "search" | "arrow" | "chevron" | "eye" | "lock" | "person";

/** Puts the sprite into the page, where `<use href="#sign-…">` finds it. Called once at start. */
export function injectSprite(page: Document): void {
    if (page.getElementById("sign-error") !== null) return;
    const holder = page.createElement("div");
    holder.hidden = true;
    holder.innerHTML = sprite;
    page.body.prepend(holder);
}
