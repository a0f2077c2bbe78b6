// Adding persons, one or a household: what the form holds, what it sends, and at which field a fault is shown.
import { besideFields, wordsAbout, type Failure } from "../../backend";
import type { AddPerson } from "../../generated/contract";
import { isDay } from "./days";

/** What the form holds, as typed. */
export interface NewPerson {
    person: string;
    family_name: string;
    given_name: string;
    birth_date: string;
    dossier_number: string;
    personal_number: string;
    cost_centre: string;
    board_from: string;
    ground: string;
    ground_from: string;
    received: string;
    /** `adult` or `child`. */
    role: string;
    /** What the person is to those of the household who are added already, by their ids. */
    relations: Readonly<Record<string, Relation | "">>;
}

/** What a member of a household can be to another. */
export type Relation = "child" | "parent" | "spouse" | "sibling";

/** What the other one is in return. */
export const IN_RETURN: Readonly<Record<Relation, Relation>> = { child: "parent", parent: "child", spouse: "spouse", sibling: "sibling" };

/** An empty form. */
export const EMPTY: Readonly<NewPerson> = {
    person: "",
    family_name: "",
    given_name: "",
    birth_date: "",
    dossier_number: "",
    personal_number: "",
    cost_centre: "",
    board_from: "",
    ground: "",
    ground_from: "",
    received: "",
    role: "adult",
    relations: {},
};

/** What the next of a household mostly has in common with the one before. */
export function nextOf(before: NewPerson): NewPerson {
    const { family_name, cost_centre, board_from, ground, ground_from, received, relations } = before;
    return { ...EMPTY, family_name, cost_centre, board_from, ground, ground_from, received, relations };
}

/** Years of age at which somebody is an adult (föräldrabalken 9 kap. 1 §). */
const ADULT = 18;

/** The numbers typed, in order: one gets one after the other. */
function numbersOf(typed: string): string[] {
    // A space within a number, before its last four, parts nothing.
    return typed
        .split(/[,;]|(?<=\d{4})\s+(?=\d{6})/)
        .map((number) => number.trim())
        .filter((number) => number !== "");
}

/** What a coordination number adds to the day of birth (folkbokföringsförordningen 5 d §). */
const COORDINATION = 60;

/** The day of birth that the first whole number holds; a coordination number's is only near, because such a day can be made up. */
export function bornOf(personal_number: string): string | undefined {
    for (const number of numbersOf(personal_number)) {
        const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})[-\s]?\d{4}$/.exec(number) ?? [];
        const born = `${year}-${month}-${String(Number(day) % COORDINATION).padStart(2, "0")}`;
        if (isDay(born)) return born;
    }
    return undefined;
}

/** The role in a household of somebody born on the day typed, or by the date part of the number; undefined where neither is a day. */
export function roleOf({ birth_date, personal_number }: Pick<NewPerson, "birth_date" | "personal_number">, today: string): "adult" | "child" | undefined {
    const born = [birth_date.trim(), bornOf(personal_number) ?? ""].find(isDay);
    if (born === undefined) return undefined;
    const grown = `${Number(born.slice(0, 4)) + ADULT}${born.slice(4)}`;
    return grown <= today ? "adult" : "child";
}

/** Facts beside those that have fields of their own in the request: which field of the form holds what the fact says (by its name in facts), and which its day. */
const FACT_FIELDS = {
    number: { says: "number", form: "personal_number", day: "personal_number" },
    ground: { says: "ground", form: "ground", day: "ground_from" },
    reception: { says: "municipality", form: "received", day: "received" },
    household: { says: "role", form: "role", day: "role" },
    relation: { says: "relationship", form: "relations", day: "relations" },
} as const;
type FactPart = keyof typeof FACT_FIELDS;

/** Those facts, in the order in which they are sent. */
function factsOf(typed: NewPerson, municipality: string, household: string | undefined): { part: FactPart; fact: Record<string, unknown> }[] {
    const day = (text: string) => text.trim() || null;
    return [
        ...numbersOf(typed.personal_number)
            .slice(1)
            .map((number) => ({ part: "number" as const, fact: { kind: "national-number", number } })),
        ...(typed.ground === "" ? [] : [{ part: "ground" as const, fact: { kind: "legal-ground", ground: typed.ground, valid_from: day(typed.ground_from) } }]),
        ...(typed.received.trim() === "" ? [] : [{ part: "reception" as const, fact: { kind: "reception", municipality, valid_from: day(typed.received) } }]),
        ...(household === undefined ? [] : [{ part: "household" as const, fact: householdFact(household, typed.role) }]),
        ...relationsOf(typed).map(([person, relation]) => ({ part: "relation" as const, fact: relationFact(person, IN_RETURN[relation]) })),
    ];
}

/** What the person is to whom; those to whom nothing was chosen are left out. */
export function relationsOf(typed: NewPerson): [string, Relation][] {
    return Object.entries(typed.relations).filter((one): one is [string, Relation] => one[1] !== "");
}

/** What `person` is to whoever the fact is about. */
export function relationFact(person: string, relationship: Relation): Record<string, unknown> {
    return { kind: "relation", relationship, person };
}

/** Belonging to a household. */
export function householdFact(household: string, role: string): Record<string, unknown> {
    return { kind: "household", household, role, quota: false };
}

/** What is sent, under the id of this entry. */
export function requestOf(id: string, typed: NewPerson, municipality: string, household: string | undefined): AddPerson {
    const orNone = (text: string) => text.trim() || null;
    return {
        id,
        person: orNone(typed.person),
        family_name: typed.family_name.trim(),
        given_name: typed.given_name.trim(),
        birth_date: orNone(typed.birth_date),
        dossier_number: orNone(typed.dossier_number),
        personal_number: numbersOf(typed.personal_number)[0] ?? null,
        cost_centre: orNone(typed.cost_centre),
        board_from: orNone(typed.board_from),
        facts: factsOf(typed, municipality, household).map(({ fact }) => fact),
    };
}

/** The fields of the request that each field of the form stands for: the core's words about them are shown there. */
function placesOf(typed: NewPerson): Record<string, string[]> {
    const places: Record<string, string[]> = Object.fromEntries(Object.keys(EMPTY).map((field) => [field, [field]]));
    factsOf(typed, "", "household").forEach(({ part }, index) => {
        const { says, form, day } = FACT_FIELDS[part];
        // One fact alone is named without its place.
        for (const before of index === 0 ? ["", "facts[0]."] : [`facts[${index}].`]) {
            places[form]?.push(`${before}${says}`);
            places[day]?.push(`${before}valid_from`);
        }
    });
    return places;
}

/** The core's words about a field of the form. */
export function wordsAt(failure: Failure | undefined, typed: NewPerson, field: keyof NewPerson): string | undefined {
    const words = (placesOf(typed)[field] ?? []).map((place) => wordsAbout(failure, place)).filter((text) => text !== undefined);
    return words.length === 0 ? undefined : [...new Set(words)].join(" ");
}

/** What is wrong that no field of the form is about. */
export function elsewhereThan(failure: Failure | undefined, typed: NewPerson): Failure | undefined {
    return besideFields(failure, Object.values(placesOf(typed)).flat());
}
