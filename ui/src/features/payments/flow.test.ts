import { describe, expect, it } from "vitest";
import type { ListStep, ListSummary } from "../../generated/contract";
import { presentPage, stepsOf, sumOf, waitingWords } from "./flow";

const list = (step: ListStep, state = "committed", rows = 0): ListSummary => ({
    list: "l1", file: "a.csv", profile: "a", state, step, payment_date: "2026-10-30", read_on: "2026-11-02",
    rows: 30, open_rows: rows, unmatched_rows: rows, net_ore: 0, file_ore: 900, bank_ore: null, difference_ore: null,
});
const states = (one: ListSummary, shown: "review" | "match") => stepsOf(one, [], shown).map((step) => step.state).join(" ");

describe("the steps of a list", () => {
    it.each([
        [list("review", "draft"), "review", "done current ahead ahead ahead ahead"],
        [list("distribute"), "match", "done done current waiting ahead ahead"],
        [list("distribute"), "review", "done current done waiting ahead ahead"],
        [list("done"), "match", "done done current done done done"],
        [list("reversed", "reversed"), "review", "done current done done done done"],
    ] as const)("%#", (one, shown, expected) => expect(states(one, shown)).toBe(expected));

    it("lead to the latest run, else to the month", () => {
        const places = (runs: string[]) => stepsOf(list("book"), runs, "match").slice(3).map((step) => step.href);
        expect(places([])).toEqual(["#/fordelning/2026-10", "#/fordelning/2026-10", "#/bokforingsorder"]);
        expect(places(["r1", "r2"])).toEqual(["#/fordelning/r2", "#/fordelning/r2", "#/bokforingsorder"]);
        expect(stepsOf(list("review", "draft"), [], "review")[2]?.href).toBeUndefined();
    });

    it("tell the whole file's sum as long as the list is a draft, then that of its payments", () => {
        expect([sumOf(list("review", "draft")), sumOf(list("match"))]).toEqual([900, 0]);
    });

    it("are told in words, with what is left", () => {
        expect(waitingWords(list("review", "draft", 10))).toBe("Granska, 10 rader kvar");
        expect(waitingWords(list("match", "committed", 1))).toBe("Matcha, 1 rad kvar");
        expect(waitingWords(list("hand-over", "committed", 3))).toBe("Överför");
        expect([presentPage({ state: "draft" }), presentPage({ state: "committed" })]).toEqual(["granska", "matcha"]);
    });
});
