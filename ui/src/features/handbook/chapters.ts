// The handbook, built in: its chapters, what is found in them, and which of them is about a page.
import { blocksOf, plainOf, wordsOf, type Block } from "./markdown";

/** A chapter. */
export interface Chapter {
    /** Its file without ending, which is its address: `02-las-in`. */
    id: string;
    title: string;
    blocks: Block[];
}

/** A place where something was found: the part of a chapter that a heading begins. */
export interface FoundPart {
    chapter: Chapter;
    /** Place of the part's first block in the chapter. */
    block: number;
    heading: string;
    /** The words around what was found. */
    words: string;
}

const files: Record<string, string> = import.meta.glob("../../../../docs/handbok/[0-9]*.md", { query: "?raw", import: "default", eager: true });

/** What is new in each version. */
export const NEWS = "28-nytt";

/** All chapters in their order. */
export const CHAPTERS: readonly Chapter[] = Object.entries(files)
    .map(([path, text]) => chapterOf(path.replace(/^.*\/|\.md$/g, ""), text))
    .sort((a, b) => a.id.localeCompare(b.id));

/** A chapter of a page of Markdown. */
export function chapterOf(id: string, text: string): Chapter {
    const blocks = blocksOf(text);
    const first = blocks[0];
    return { id, title: first?.kind === "heading" ? plainOf(first.pieces) : id, blocks };
}

/** How many letters stand before and after what was found. */
const AROUND = 60;
/** Most places that are shown. */
const MOST = 60;

/** The parts in which every word of `typed` stands; none for less than two letters. */
export function findParts(typed: string, chapters: readonly Chapter[] = CHAPTERS): FoundPart[] {
    const words = folded(typed).split(/\s+/).filter(Boolean);
    if (words.join("").length < 2) return [];
    const found: FoundPart[] = [];
    for (const chapter of chapters) {
        for (const part of partsOf(chapter)) {
            const text = folded(part.words);
            if (words.every((word) => text.includes(word))) found.push({ ...part, words: around(part.words, text.indexOf(words[0] ?? "")) });
        }
    }
    return found.slice(0, MOST);
}

function partsOf(chapter: Chapter): FoundPart[] {
    const parts: FoundPart[] = [];
    for (const [block, one] of chapter.blocks.entries()) {
        const last = parts.at(-1);
        if (one.kind === "heading" || last === undefined) parts.push({ chapter, block, heading: one.kind === "heading" ? plainOf(one.pieces) : chapter.title, words: wordsOf(one) });
        else last.words += ` ${wordsOf(one)}`;
    }
    return parts;
}

function around(text: string, at: number): string {
    const from = Math.max(0, at - AROUND);
    const until = Math.min(text.length, at + AROUND);
    return `${from > 0 ? "… " : ""}${text.slice(from, until).trim()}${until < text.length ? " …" : ""}`;
}

function folded(text: string): string {
    return text.toLocaleLowerCase("sv");
}

/** Which chapter is about the pages of a name or, behind it, of a section. */
const ABOUT: Record<string, string> = {
    start: "01-kom-igang",
    payments: "02-las-in",
    "payments-granska": "03-granska",
    "payments-matcha": "04-matcha",
    distribution: "05-fordela",
    orders: "06-bokforingsorder",
    "row-trace": "08-folj-en-krona",
    persons: "09-personkretsen",
    settings: "10-installningar",
    law: "13-ersattningar-och-regler",
    expected: "14-forvantat",
    watches: "15-bevakningar",
    "settings-kopior": "16-sakerhetskopia",
    restore: "17-en-ny-dator",
    intake: "18-inlamningskoll",
    costs: "19-kostnader",
    reclaims: "20-ansokan",
    claims: "20-ansokan",
    claim: "20-ansokan",
    candidates: "22-att-soka",
    school: "23-skollistor",
    attest: "24-tva-personer",
    "settings-anvandare": "24-tva-personer",
    "settings-lamna": "25-lamna-programmet",
    "settings-om": "25-lamna-programmet",
};

/** The chapter about a page, by the first of its names that has one. */
export function chapterAbout(names: readonly string[]): Chapter | undefined {
    const id = names.map((name) => ABOUT[name]).find((one) => one !== undefined);
    return CHAPTERS.find((chapter) => chapter.id === id);
}

/** Every chapter that a page leads to. */
export const CHAPTERS_ABOUT: readonly string[] = Object.values(ABOUT);
