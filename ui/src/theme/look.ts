// How the program looks: theme, row height, single letters, accent. The settings of the open database decide; the window's own store keeps what was
// last in force, for the pages before a database is open.
import { reactive, watch } from "vue";
import type { OpenSession } from "../generated/contract";
import { applyAccent, deriveAccent, STANDARD_ACCENT } from "./accent";

/** What the person can choose about the look. */
export interface Look {
    theme: "system" | "light" | "dark";
    density: "compact" | "airy";
    /** Whether single letters (R, P, G …) work as keys in lists. */
    singleLetters: boolean;
}

const STORED_AS = "atersok-look";
const STANDARD: Look = { theme: "system", density: "compact", singleLetters: true };

/** The present look: one for the window, changed by the settings page, followed by everything else. */
export const look: Look = reactive({ ...STANDARD });

/** Reads the stored look and keeps `element` (the document's root) and the store in step with it. Called once at start. */
export function startLook(element: HTMLElement, storage: Storage): void {
    Object.assign(look, readStored(storage.getItem(STORED_AS)));
    watch(
        look,
        (now) => {
            if (now.theme === "system") delete element.dataset.theme;
            else element.dataset.theme = now.theme;
            element.dataset.density = now.density;
            storage.setItem(STORED_AS, JSON.stringify(now));
        },
        { immediate: true, flush: "sync" },
    );
}

/** What the settings of a database say about the look. */
export type LookSettings = Pick<OpenSession, "accent" | "theme" | "letter_keys" | "density">;

/** Takes over the look that the settings say. A colour that cannot be read well leaves the standard one. */
export function adoptLook(settings: LookSettings, element: HTMLElement): void {
    look.theme = settings.theme === "light" || settings.theme === "dark" ? settings.theme : "system";
    look.density = settings.density === "airy" ? "airy" : "compact";
    look.singleLetters = settings.letter_keys;
    const accent = deriveAccent(settings.accent);
    const isOwn = accent.outcome === "usable" && settings.accent.toLowerCase() !== STANDARD_ACCENT;
    applyAccent(element, isOwn ? accent.variables : undefined);
}

/** The stored look, value by value: what cannot be read is the standard. */
export function readStored(text: string | null): Look {
    let stored: Partial<Record<keyof Look, unknown>> = {};
    try {
        const parsed: unknown = JSON.parse(text ?? "{}");
        if (typeof parsed === "object" && parsed !== null) stored = parsed;
    } catch {
        // An unreadable note about the look is worth no message: the standard look is shown.
    }
    return {
        theme: stored.theme === "light" || stored.theme === "dark" ? stored.theme : STANDARD.theme,
        density: stored.density === "airy" ? "airy" : STANDARD.density,
        singleLetters: typeof stored.singleLetters === "boolean" ? stored.singleLetters : STANDARD.singleLetters,
    };
}
