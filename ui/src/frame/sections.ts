// The sections of the program in the order of the chain. A section stands here only when it has a function.
import type { RouteRecordRaw } from "vue-router";

/** A section: a place in the navigation, with its pages. */
export interface Section {
    /** Stable name; also the first part of the address. */
    id: string;
    /** Text id of its name. */
    label: string;
    /** Where it stands: above the line, on the line of the chain, or below it. */
    place: "before" | "chain" | "after";
    /** Address without "#", "/inbetalningar". */
    path: string;
    /** Its pages; the first answers to `path`. */
    routes: RouteRecordRaw[];
    /** Pages that the palette finds by name from everywhere. */
    pages?: readonly NamedPage[];
}

/** A page that has a name of its own. */
export interface NamedPage {
    path: string;
    /** Text id of its name; its attribute `.found` holds other words that find it. */
    label: string;
}

/** Where choosing a section leads: to where it was left (`memory`), and from within it to its first page. */
export function sectionPlace(section: Section, current: string | undefined, memory: Readonly<Record<string, string>>): string {
    return section.id === current ? section.path : (memory[section.id] ?? section.path);
}

/** What waits in a section, from the core: finished words, and whether something waits for the person. */
export interface Waiting {
    words: string;
    waits: boolean;
}
