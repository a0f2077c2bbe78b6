import { describe, expect, it } from "vitest";
import { Failure } from "../../backend";
import { bornOf, elsewhereThan, EMPTY, nextOf, requestOf, roleOf, wordsAt } from "./adding";
import { consequences, emptyForm, factOf, formOf, kindGroups } from "./entering";
import { stateOf } from "./entries";
import { factTitle, masked, withNumbers } from "./identity";
import { fact, kinds } from "../../testing/persons";

const kindOf = (name: string) => kinds.find(({ kind }) => kind === name) as (typeof kinds)[number];
const board = kindOf("responsible-board");

describe("numbers", () => {
    it("are masked wherever they stand, until they are asked for", () => {
        expect(masked("201701012393")).toBe("20170101-••••");
        expect(withNumbers("Nummer: 201701012393, hela tiden.", false)).toBe("Nummer: 20170101-••••, hela tiden.");
        expect(factTitle({ kind: "national-number", title: "201701012393" }, true)).toBe("20170101-2393");
        expect(factTitle({ kind: "dossier-number", title: "99000011" }, false)).toBe("99-000011");
    });
});

describe("the form of a fact", () => {
    it("finds kinds by words in name and help, in groups; unknown kinds come last", () => {
        expect(kindGroups(kinds, "nämnd").map(({ group, kinds: found }) => [group, found.map(({ kind }) => kind)])).toEqual([["responsible", ["responsible-board"]]]);
        const all = kindGroups([...kinds, { ...board, kind: "new-kind" }], "");
        expect(all.at(-1)).toMatchObject({ group: "other", kinds: [{ kind: "new-kind" }] });
        expect(all.flatMap((one) => one.kinds)).toHaveLength(kinds.length + 1);
    });

    it("begins with the own municipality where one is required", () => {
        expect(emptyForm(kindOf("reception"), "Exempelstads kommun")).toMatchObject({ municipality: "Exempelstads kommun", valid_from: "" });
    });

    it("sends the days that the kind has, and nothing for what is empty", () => {
        const typed = { ...emptyForm(kindOf("reception"), "Ek"), valid_from: " 2026-01-02 ", valid_until: "2026-02-01", source: " brev " };
        expect(factOf(kindOf("reception"), typed, "id", undefined)).toEqual({
            id: "id", kind: "reception", municipality: "Ek", valid_from: "2026-01-02", document_date: null, source: "brev",
        });
        expect(factOf(kindOf("guardian"), { foster_home: true }, "id", "old")).toMatchObject({ foster_home: true, corrects: "old" });
    });

    it("is filled in from the fact that is corrected", () => {
        const old = fact("o", "national-number", "201701012393", null, "2026-01-31", { fields: [{ name: "number", label: "Nummer", value: "201701012393", text: "201701012393" }] });
        expect(formOf(kindOf("national-number"), old)).toMatchObject({ number: "20170101-2393", valid_from: "", valid_until: "2026-01-31" });
    });
});

describe("consequences", () => {
    const facts = [fact("a", "responsible-board", "7110 A", null, null), fact("g", "legal-ground", "Kvot", null, null)];

    it("tells what ends the day before, and what goes on after", () => {
        expect(consequences(board, facts, { valid_from: "2026-05-01", valid_until: "" }, undefined)).toEqual(["7110 A avslutas 2026-04-30."]);
        expect(consequences(board, facts, { valid_from: "2026-05-01", valid_until: "2026-05-31" }, undefined)).toEqual(["7110 A avslutas 2026-04-30 och gäller igen från 2026-06-01."]);
    });

    it("tells nothing where nothing gives way", () => {
        const later = [fact("a", "responsible-board", "7110 A", "2026-05-01", null)];
        expect(consequences(board, later, { valid_from: "2026-05-01", valid_until: "" }, undefined)).toEqual([]);
        expect(consequences(board, [fact("a", "responsible-board", "7110 A", null, "2026-04-30")], { valid_from: "2026-05-01", valid_until: "" }, undefined)).toEqual([]);
        expect(consequences(board, facts, { valid_from: "2026-05", valid_until: "" }, undefined)).toEqual([]);
    });

    it("tells what a correction replaces", () => {
        expect(consequences(board, facts, {}, facts[0])).toEqual(["Ersätter 7110 A, hela tiden. Den gamla finns kvar i historiken."]);
    });
});

describe("stateOf", () => {
    it("tells corrected from taken back", () => {
        const old = fact("a", "guardian", "", null, null, { current: false });
        const back = fact("b", "guardian", "", null, null, { current: false, withdrawn: true, corrects: "a" });
        expect(stateOf(old, [old, back])).toBe("taken-back");
        expect(stateOf(back, [old, back])).toBe("taking-back");
        expect(stateOf(old, [old, { ...back, withdrawn: false, current: true }])).toBe("corrected");
    });
});

describe("adding persons", () => {
    it("knows adults by their birth date or number", () => {
        expect(roleOf({ birth_date: "2008-11-20", personal_number: "" }, "2026-11-20")).toBe("adult");
        expect(roleOf({ birth_date: "2008-11-21", personal_number: "" }, "2026-11-20")).toBe("child");
        expect(roleOf({ birth_date: "", personal_number: "20170101-2393" }, "2026-11-20")).toBe("child");
        expect(roleOf({ birth_date: "", personal_number: "" }, "2026-11-20")).toBeUndefined();
    });

    it("takes the day of birth from the first whole number", () => {
        expect(["20170101-2393", "201701012393", "20220161-2393", "20220161 2393, 20170101-2393"].map(bornOf)).toEqual(["2017-01-01", "2017-01-01", "2022-01-01", "2022-01-01"]);
        expect(["", "20170101", "20170101-239", "20170231-2393", "20170160-2393"].map(bornOf)).toEqual(Array(5).fill(undefined));
    });

    it.each(["20220161-2393 20170101-2393", "202201612393;20170101 2393", " 20220161 2393 , 201701012393 "])("sends each of several numbers: %s", (personal_number) => {
        const { personal_number: first, facts } = requestOf("id", { ...EMPTY, personal_number }, "Ek", undefined);
        const plain = [first, ...facts.map(({ number }) => number)].map((number) => String(number).replace(/\D/g, ""));
        expect(plain).toEqual(["202201612393", "201701012393"]);
        const failure = new Failure("number-wrong", "Fel siffra.", { field: "number" });
        expect(wordsAt(failure, { ...EMPTY, personal_number }, "personal_number")).toBe("Fel siffra.");
    });

    it("keeps what a household has in common", () => {
        const first = { ...EMPTY, family_name: "Testsson", given_name: "Alfa", cost_centre: "7110", received: "2026-01-01", role: "adult" };
        expect(nextOf(first)).toEqual({ ...EMPTY, family_name: "Testsson", cost_centre: "7110", received: "2026-01-01" });
    });

    it("shows a fault of a fact at the field that it came from", () => {
        const typed = { ...EMPTY, ground: "permit", ground_from: "2026-02-30", received: "2026-13-01" };
        expect(requestOf("id", typed, "Ek", "H-P1").facts.map(({ kind }) => kind)).toEqual(["legal-ground", "reception", "household"]);
        const second = new Failure("day-wrong", "Ingen dag: mottagen.", { field: "facts[1].valid_from" });
        const failure = new Failure("day-wrong", "Ingen dag: grund.", { field: "facts[0].valid_from" }, [second]);
        expect([wordsAt(failure, typed, "ground_from"), wordsAt(failure, typed, "received")]).toEqual(["Ingen dag: grund.", "Ingen dag: mottagen."]);
        expect(elsewhereThan(failure, typed)).toBeUndefined();
        // In a household, a lone fact has company.
        const joined = new Failure("day-wrong", "Ingen dag.", { field: "facts[0].valid_from" });
        expect(wordsAt(joined, { ...EMPTY, received: "2026-13-01" }, "received")).toBe("Ingen dag.");
        const alone = { ...EMPTY, received: "2026-13-01" };
        expect(wordsAt(new Failure("day-wrong", "Ingen dag.", { field: "valid_from" }), alone, "received")).toBe("Ingen dag.");
        expect(elsewhereThan(new Failure("person-without-identity", "Namn eller nummer."), alone)?.message).toBe("Namn eller nummer.");
    });
});
