// The accent colour is one setting (the municipality's colour); all that is blue in the standard theme derives from it.

/** Surfaces of tokens.css that the accent must stand out from, and the least contrast (WCAG 2.x, 1.4.3). */
const LIGHT_SURFACE = "#ffffff";
const DARK_SURFACE = "#191f26";
const LEAST_CONTRAST = 4.5;
/** The standard theme's dark accent stands at 8.7; 7 keeps derived ones near it (and above AAA). */
const DARK_CONTRAST = 7;

/** The inner variables of tokens.css, name (without dashes) to colour. */
export type AccentVariables = Record<string, string>;

/** A colour that can be used, with what derives from it, or the reason why not. */
export type AccentOutcome =
    | { outcome: "usable"; contrast: number; variables: AccentVariables }
    | { outcome: "refused"; code: "accent-not-a-colour" }
    | { outcome: "refused"; code: "accent-contrast-too-low"; contrast: number };

type Rgb = readonly [number, number, number];

/** Derives both themes from `colour` ("#rrggbb"); refuses one whose contrast against white is under 4.5. */
export function deriveAccent(colour: string): AccentOutcome {
    const base = parseHex(colour);
    if (base === undefined) return { outcome: "refused", code: "accent-not-a-colour" };
    const contrast = contrastOf(base, hex(LIGHT_SURFACE));
    if (contrast < LEAST_CONTRAST) return { outcome: "refused", code: "accent-contrast-too-low", contrast };
    return { outcome: "usable", contrast, variables: variablesOf(base) };
}

function variablesOf(base: Rgb): AccentVariables {
    const white = hex(LIGHT_SURFACE);
    const night = hex(DARK_SURFACE);
    const dark = lightenUntil(base, night, DARK_CONTRAST);
    return {
        "accent-light": toHex(base),
        "on-accent-light": LIGHT_SURFACE,
        "weak-light": toHex(mix(base, white, 0.12)),
        "selected-light": toHex(mix(base, white, 0.16)),
        "chart-1-light": toHex(mix(base, white, 0.2)),
        "chart-2-light": toHex(mix(base, white, 0.48)),
        "chart-3-light": toHex(mix(base, white, 0.8)),
        "chart-4-light": toHex(base),
        "accent-dark": toHex(dark),
        "on-accent-dark": toHex(mix(dark, [0, 0, 0], 0.14)),
        "weak-dark": toHex(mix(dark, night, 0.16)),
        "selected-dark": toHex(mix(dark, night, 0.2)),
        "chart-1-dark": toHex(mix(dark, night, 0.24)),
        "chart-2-dark": toHex(mix(dark, night, 0.44)),
        "chart-3-dark": toHex(mix(dark, night, 0.66)),
        "chart-4-dark": toHex(mix(dark, night, 0.94)),
    };
}

/** The standard theme's own accent: its other colours stand in tokens.css and are not derived. */
export const STANDARD_ACCENT = "#1d5380";

/** Sets, or with no variables clears, the derived colours on `element` (the document's root). */
export function applyAccent(element: HTMLElement, variables: AccentVariables | undefined): void {
    for (const name of Object.keys(variablesOf([0, 0, 0]))) {
        const value = variables?.[name];
        if (value === undefined) element.style.removeProperty(`--${name}`);
        else element.style.setProperty(`--${name}`, value);
    }
}

/** WCAG 2.x contrast ratio of two "#rrggbb" colours, 1 to 21. */
export function contrastRatio(a: string, b: string): number {
    return contrastOf(hex(a), hex(b));
}

function contrastOf(a: Rgb, b: Rgb): number {
    const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
    return (high + 0.05) / (low + 0.05);
}

/** Relative luminance, WCAG 2.x definition. */
function luminance(colour: Rgb): number {
    const [r, g, b] = colour.map((channel) => {
        const c = channel / 255;
        return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function lightenUntil(colour: Rgb, surface: Rgb, ratio: number): Rgb {
    for (let step = 100; step >= 0; step -= 2) {
        const lighter = mix(colour, [255, 255, 255], step / 100);
        if (contrastOf(lighter, surface) >= ratio) return lighter;
    }
    return [255, 255, 255];
}

function mix(a: Rgb, b: Rgb, partOfA: number): Rgb {
    return a.map((channel, i) => Math.round(channel * partOfA + (b[i] ?? 0) * (1 - partOfA))) as unknown as Rgb;
}

function parseHex(colour: string): Rgb | undefined {
    const found = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour.trim());
    return found === null ? undefined : (found.slice(1, 4).map((part) => parseInt(part, 16)) as unknown as Rgb);
}

function hex(colour: string): Rgb {
    const parsed = parseHex(colour);
    if (parsed === undefined) throw new RangeError(`not a colour: ${colour}`);
    return parsed;
}

function toHex(colour: Rgb): string {
    return `#${colour.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}
