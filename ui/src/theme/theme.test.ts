import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import sprite from "../../../assets/icons/sprite.svg?raw";
import { applyAccent, contrastRatio, deriveAccent } from "./accent";
import { look, readStored, startLook } from "./look";

const tokens = readFileSync("src/theme/tokens.css", "utf8");

/** Token name to its light and dark colour, the accent's inner variables resolved to the standard theme. */
const colours = Object.fromEntries(
    [...tokens.matchAll(/--([\w-]+): light-dark\((?:var\(--[\w-]+, )?(#[0-9a-f]{6})\)?, (?:var\(--[\w-]+, )?(#[0-9a-f]{6})\)?\)/g)].map(
        ([, name = "", light = "", dark = ""]) => [name, { light, dark }],
    ),
);

describe("tokens", () => {
    const grounds = ["surface", "canvas", "sunken", "zebra", "selected"];

    it.each([
        ["text", grounds, 4.5],
        ["text2", grounds, 4.5],
        ["accent", grounds, 4.5],
        ["error", [...grounds, "error-ground"], 4.5],
        ["warning", ["surface", "canvas", "warning-ground", "selected"], 4.5],
        ["ok", ["surface", "canvas", "ok-ground", "selected"], 4.5],
        ["on-accent", ["accent"], 4.5],
        ["mark-text", ["mark-ground"], 4.5],
        ["strong", ["surface", "canvas", "sunken"], 3],
        ["focus", grounds, 3],
        ["error-line", ["surface"], 3],
        ["warning-line", ["surface"], 3],
        ["ok-line", ["surface"], 3],
    ])("%s stands out from what it lies on", (name, on, least) => {
        for (const theme of ["light", "dark"] as const) {
            for (const ground of on) {
                const [a, b] = [colours[name]?.[theme] ?? "", colours[ground]?.[theme] ?? ""];
                expect(contrastRatio(a, b), `${name} on ${ground}, ${theme}`).toBeGreaterThanOrEqual(least);
            }
        }
    });

    it("measures as the standard does", () => {
        expect(contrastRatio("#000000", "#ffffff")).toBeCloseTo(21, 5);
        expect(contrastRatio("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
    });
});

describe("deriveAccent", () => {
    it.each(["#1d5380", "#7a1f3d", "#005f3b", "#5b2a86", "#333333"])("gives readable colours in both themes from %s", (colour) => {
        const outcome = deriveAccent(colour);
        if (outcome.outcome !== "usable") throw new Error("refused");
        const v = (name: string) => outcome.variables[name] ?? "";
        expect(contrastRatio(v("accent-light"), "#ffffff")).toBeGreaterThanOrEqual(4.5);
        expect(contrastRatio(v("on-accent-light"), v("accent-light"))).toBeGreaterThanOrEqual(4.5);
        expect(contrastRatio(v("accent-dark"), "#191f26")).toBeGreaterThanOrEqual(7);
        expect(contrastRatio(v("on-accent-dark"), v("accent-dark"))).toBeGreaterThanOrEqual(4.5);
        for (const ground of ["weak", "selected"]) {
            expect(contrastRatio("#15202b", v(`${ground}-light`))).toBeGreaterThanOrEqual(7);
            expect(contrastRatio("#e7ecf1", v(`${ground}-dark`))).toBeGreaterThanOrEqual(7);
            expect(contrastRatio("#4a5763", v(`${ground}-light`))).toBeGreaterThanOrEqual(4.5);
            expect(contrastRatio("#aab6c1", v(`${ground}-dark`))).toBeGreaterThanOrEqual(4.5);
        }
    });

    it("refuses a colour that is too pale, and says how pale", () => {
        expect(deriveAccent("#8fc1ea")).toMatchObject({ outcome: "refused", code: "accent-contrast-too-low" });
        expect(deriveAccent("blue")).toEqual({ outcome: "refused", code: "accent-not-a-colour" });
    });

    it("sets every variable that the tokens read, and clears them again", () => {
        const outcome = deriveAccent("#7a1f3d");
        if (outcome.outcome !== "usable") throw new Error("refused");
        const read = [...tokens.matchAll(/var\(--([\w-]+-(?:light|dark)), #/g)].map((found) => found[1]).sort();
        expect(Object.keys(outcome.variables).sort()).toEqual(read);
        const element = document.createElement("div");
        applyAccent(element, outcome.variables);
        expect(element.style.getPropertyValue("--accent-light")).toBe("#7a1f3d");
        applyAccent(element, undefined);
        expect(element.style.length).toBe(0);
    });
});

describe("look", () => {
    it("reads what can be read and takes the standard for the rest", () => {
        expect(readStored(null)).toEqual({ theme: "system", density: "compact", singleLetters: true });
        expect(readStored("{")).toEqual({ theme: "system", density: "compact", singleLetters: true });
        expect(readStored('{"theme":"dark","density":7,"singleLetters":false}')).toEqual({ theme: "dark", density: "compact", singleLetters: false });
    });

    it("shows on the page and stays", () => {
        const element = document.createElement("div");
        startLook(element, localStorage);
        look.theme = "dark";
        look.density = "airy";
        expect(element.dataset).toMatchObject({ theme: "dark", density: "airy" });
        expect(readStored(localStorage.getItem("atersok-look"))).toMatchObject({ theme: "dark", density: "airy" });
        look.theme = "system";
        look.density = "compact";
        expect(element.dataset.theme).toBeUndefined();
    });
});

describe("signs", () => {
    const ids = [...sprite.matchAll(/<symbol id="sign-([\w-]+)"/g)].map((found) => found[1] ?? "");

    it("are there, each that the program asks for", () => {
        expect(ids.slice(0, 11)).toEqual("error warning check pen parked search arrow chevron eye lock person".split(" "));
    });

    it("stand once each", () => {
        expect(ids.length).toBe(new Set(ids).size);
    });
});
