import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hasText, t } from ".";

/** Sources that ship: not tests, not the gallery. */
const SOURCES = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(ts|vue)$/.test(path) && !/\.test\.ts$|^gallery\b|^testing\b/.test(path.replaceAll("\\", "/")))
    .map((path) => readFileSync(join("src", path), "utf8"))
    .join("\n");

const FOLDER = "../assets/texts/sv";
const TEXTS = readdirSync(FOLDER)
    .filter((name) => /^screen.*\.ftl$/.test(name))
    .map((name) => readFileSync(join(FOLDER, name), "utf8"))
    .join("\n");

const DEFINED = [...TEXTS.matchAll(/^([a-z][a-z0-9-]*) =/gm)].map((found) => found[1] ?? "");

describe("the texts of the screen", () => {
    it("has every text that the screen asks for", () => {
        const asked = [
            ...SOURCES.matchAll(/\bt\(\s*["']([\w.-]+)["']/g),
            ...SOURCES.matchAll(/\blabel: ["']([\w.-]+)["']/g),
            ...SOURCES.matchAll(/\bcounted="([\w.-]+)"/g),
        ].map((found) => found[1] ?? "");
        expect(asked.length).toBeGreaterThan(20);
        expect(asked.filter((id) => !hasText(id))).toEqual([]);
    });

    it("has no text that nobody asks for", () => {
        const prefixes = [...SOURCES.matchAll(/\bt\(\s*`([a-z-]+)\$\{/g)].map((found) => found[1] ?? "");
        const quoted = new Set([...SOURCES.matchAll(/["'`]([a-z][a-z0-9-]*)(?:\.[a-z]+)?(?=["'`])/g)].map((found) => found[1] ?? ""));
        const unused = DEFINED.filter((id) => !quoted.has(id) && !prefixes.some((prefix) => id.startsWith(prefix)));
        expect(DEFINED.length).toBeGreaterThan(20);
        expect(unused).toEqual([]);
    });

    it("defines every id once", () => {
        expect(DEFINED.filter((id, index) => DEFINED.indexOf(id) !== index)).toEqual([]);
    });
});

describe("t", () => {
    it("puts values in without marks around them", () => {
        expect(t("list-pages", { from: "1", to: "100", total: "250" })).toBe("Rad 1–100 av 250");
    });

    it("chooses by number", () => {
        expect(t("findings-heading", { count: 1, shown: "1", sum: "2,00" })).toBe("En anmärkning, 2,00");
        expect(t("findings-heading", { count: 15, shown: "15", sum: "2,00" })).toBe("15 anmärkningar, 2,00");
    });

    it("reads attributes", () => {
        expect(t("command-pane-next.bar")).toBe("nästa ruta");
    });

    it("shows the id of a text that is missing", () => {
        expect(t("no-such-text")).toBe("{no-such-text}");
    });
});
