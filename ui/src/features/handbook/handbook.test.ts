import { flushPromises } from "@vue/test-utils";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { stage } from "../../testing";
import { CHAPTERS, CHAPTERS_ABOUT, chapterAbout, chapterOf, findParts, NEWS } from "./chapters";
import HandbookScreen from "./HandbookScreen.vue";
import { blocksOf, piecesOf, wordsOf } from "./markdown";

describe("the handbook's Markdown", () => {
    it("is read block by block", () => {
        const page = ["# 1. Namn", "", "Ett **fett** ord,", "`kod` och [länk](02-las-in.md).", "", "- ett", "  mer", "- två", "", "| a | b |", "|---|---|", "| 1 | *2* |", "", "```", "rad | två", "```", "![bild](bilder/a.png)"].join("\r\n");
        expect(blocksOf(page)).toEqual([
            { kind: "heading", level: 1, pieces: [{ kind: "text", text: "1. Namn" }] },
            {
                kind: "paragraph",
                pieces: [
                    { kind: "text", text: "Ett " },
                    { kind: "strong", text: "fett" },
                    { kind: "text", text: " ord, " },
                    { kind: "code", text: "kod" },
                    { kind: "text", text: " och " },
                    { kind: "link", text: "länk", target: "02-las-in.md" },
                    { kind: "text", text: "." },
                ],
            },
            { kind: "list", ordered: false, items: [[{ kind: "text", text: "ett mer" }], [{ kind: "text", text: "två" }]] },
            {
                kind: "table",
                head: [[{ kind: "text", text: "a" }], [{ kind: "text", text: "b" }]],
                rows: [[[{ kind: "text", text: "1" }], [{ kind: "emphasis", text: "2" }]]],
            },
            { kind: "code", text: "rad | två" },
        ]);
    });

    it("leaves no sign of itself in any chapter", () => {
        const left = CHAPTERS.flatMap(({ id, blocks }) => blocks.filter((block) => block.kind !== "code" && /\*\*|\]\(|^#|!\[/.test(wordsOf(block))).map((block) => `${id}: ${wordsOf(block)}`));
        expect(left).toEqual([]);
    });

    it("takes what is no mark for text", () => {
        expect(piecesOf("2 * 3 och a_b")).toEqual([{ kind: "text", text: "2 * 3 och a_b" }]);
    });
});

describe("the handbook", () => {
    it("tells what is new in the version that is built", () => {
        const version = /^version = "(.+)"$/m.exec(readFileSync("../Cargo.toml", "utf8"))?.[1];
        const news = CHAPTERS.find(({ id }) => id === NEWS);
        const headings = news?.blocks.filter((block) => block.kind === "heading").map(wordsOf);
        expect(headings?.[1]).toBe(`Nytt i ${version ?? "?"}`);
    });

    it("is whole: every chapter has a title and something to read", () => {
        expect(CHAPTERS.length).toBeGreaterThan(20);
        expect(CHAPTERS.filter(({ title, blocks }) => !/^\d+\. /.test(title) || blocks.length < 2).map(({ id }) => id)).toEqual([]);
    });

    it("has every chapter that a page leads to", () => {
        const ids = CHAPTERS.map(({ id }) => id);
        expect(CHAPTERS_ABOUT.filter((id) => !ids.includes(id))).toEqual([]);
        expect(chapterAbout(["settings-kopior", "settings"])?.id).toBe("16-sakerhetskopia");
        expect(chapterAbout(["settings-kommun", "settings"])?.id).toBe("10-installningar");
        expect(chapterAbout(["nothing"])).toBeUndefined();
    });

    it("finds the part in which every word stands", () => {
        const chapter = chapterOf("01-a", "# 1. A\n\nOm listor.\n\n## Banken\n\nBeloppet på BANKEN skrivs här.\n\n## Annat\n\nInget.");
        expect(findParts("banken skrivs", [chapter]).map(({ heading, block }) => ({ heading, block }))).toEqual([{ heading: "Banken", block: 2 }]);
        expect(findParts("banken inget", [chapter])).toEqual([]);
        expect(findParts("b", [chapter])).toEqual([]);
    });

    it("shows what was found instead of its chapters", async () => {
        const { wrapper } = stage(HandbookScreen);
        await flushPromises();
        expect(wrapper.findAll('[data-test="handbook-chapters"] li')).toHaveLength(CHAPTERS.length);
        await wrapper.find('[data-test="handbook-find"]').setValue("säkerhetskopia");
        expect(wrapper.findAll('[data-test="handbook-found"] li').length).toBeGreaterThan(2);
        expect(wrapper.find('[data-test="handbook-count"]').text()).not.toContain("0 ");
    });
});
