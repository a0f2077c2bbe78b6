import { describe, expect, it } from "vitest";
import { hasText, t } from "../texts";
import { sections } from ".";

/** Pages that nobody goes to by name: they need a file, or stand for another page. */
const WITHOUT_NAME = ["/personkrets/las-in", "/personkrets/mappning", "/forvantat/beslut/las-in", "/forvantat/beslut/mappning", "/inbetalningar/las-in", "/inbetalningar/mappning"];

const pages = sections.flatMap((section) => [{ path: section.path, label: section.label }, ...(section.pages ?? [])]);
const wordsOf = (label: string) => `${t(label)} ${hasText(`${label}.found`) ? t(`${label}.found`) : ""}`.toLocaleLowerCase("sv");

describe("the pages of the program", () => {
    it("are each found by name from everywhere", () => {
        const plain = sections.flatMap(({ routes }) => routes.map(({ path }) => path)).filter((path) => !path.includes(":"));
        const named = pages.map(({ path }) => path);
        const reading = (path: string) => WITHOUT_NAME.includes(path) || /\/(las-in|mappning|inlasning)$/.test(path);
        expect(plain.length).toBeGreaterThan(15);
        expect(plain.filter((path) => !named.includes(path) && !reading(path))).toEqual([]);
    });

    it.each([
        ["ärenden", "/personkrets/arenden"],
        ["handläggare", "/personkrets/arenden"],
        ["dubbletter", "/personkrets/dubbletter"],
        ["slå samman", "/personkrets/dubbletter"],
        ["mata in", "/inbetalningar/skriv"],
        ["bevakning", "/bevakningar"],
        ["nämnd", "/installningar/namnder"],
        ["konto", "/installningar/konton"],
        ["utseende", "/installningar/utseende"],
        ["låsning", "/installningar/lasning"],
        ["säkerhetskopia", "/installningar/kopior"],
        ["observationskonto", "/fordelning/observationskonto"],
        ["kalender", "/forvantat/kalender"],
    ])("%s leads to %s", (words, path) => {
        const found = pages.filter(({ label }) => words.split(" ").every((word) => wordsOf(label).includes(word)));
        expect(found.map((page) => page.path)).toContain(path);
    });
});
