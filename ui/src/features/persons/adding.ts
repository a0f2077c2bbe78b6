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
}

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
};

/** What the next of a household mostly has in common with the one before. */
export function nextOf(before: NewPerson): NewPerson {
    const { family_name, cost_centre, board_from, ground, ground_from, received } = before;
    return { ...EMPTY, family_name, cost_centre, board_from, ground, ground_from, received };
}

/** Years of age at which somebody is an adult (föräldrabalken 9 kap. 1 §). */
const ADULT = 18;

/** The role in a household of somebody born on the day typed, or by the date part of the number; undefined where neither is a day. */
export function roleOf({ birth_date, personal_number }: Pick<NewPerson, "birth_date" | "personal_number">, today: string): "adult" | "child" | undefined {
    const number = personal_number.trim().replace(/^(\d{4})(\d{2})(\d{2}).*$/, "$1-$2-$3");
    const born = [birth_date.trim(), number].find(isDay);
    if (born === undefined) return undefined;
    const grown = `${Number(born.slice(0, 4)) + ADULT}${born.slice(4)}`;
    return grown <= today ? "adult" : "child";
}

const FACT_FIELDS = { ground: ["ground", "ground_from"], reception: ["municipality", "received"], household: ["role", "role"] } as const;
type FactPart = keyof typeof FACT_FIELDS;

/** The facts beside those that have fields of their own in the request, in the order in which they are sent. */
function factsOf(typed: NewPerson, municipality: string, household: string | undefined): { part: FactPart; fact: Record<string, unknown> }[] {
    const day = (text: string) => text.trim() || null;
    return [
        ...(typed.ground === "" ? [] : [{ part: "ground" as const, fact: { kind: "legal-ground", ground: typed.ground, valid_from: day(typed.ground_from) } }]),
        ...(typed.received.trim() === "" ? [] : [{ part: "reception" as const, fact: { kind: "reception", municipality, valid_from: day(typed.received) } }]),
        ...(household === undefined ? [] : [{ part: "household" as const, fact: householdFact(household, typed.role) }]),
    ];
}

/** Belonging to a household. */
export function householdFact(household: string, role: string): Record<string, unknown> {
    return { kind: "household", household, role, quota: false };
}

/** What is sent; the same id once more adds no second person. */
export function requestOf(id: string, typed: NewPerson, municipality: string, household: string | undefined): AddPerson {
    const orNone = (text: string) => text.trim() || null;
    return {
        id,
        person: orNone(typed.person),
        family_name: typed.family_name.trim(),
        given_name: typed.given_name.trim(),
        birth_date: orNone(typed.birth_date),
        dossier_number: orNone(typed.dossier_number),
        personal_number: orNone(typed.personal_number),
        cost_centre: orNone(typed.cost_centre),
        board_from: orNone(typed.board_from),
        facts: factsOf(typed, municipality, household).map(({ fact }) => fact),
    };
}

/** Where the core's words about a field of the request are shown: the form's field to the request's. */
function placesOf(typed: NewPerson): Record<string, string> {
    const places: Record<string, string> = Object.fromEntries(Object.keys(EMPTY).map((field) => [field, field]));
    const facts = factsOf(typed, "", undefined);
    facts.forEach(({ part }, index) => {
        const [says, day] = FACT_FIELDS[part];
        // One fact alone is named without its place.
        const before = facts.length === 1 ? "" : `facts[${index}].`;
        places[says] = `${before}${part === "reception" ? "municipality" : says}`;
        places[day] = `${before}valid_from`;
    });
    return places;
}

/** The core's words about a field of the form. */
export function wordsAt(failure: Failure | undefined, typed: NewPerson, field: keyof NewPerson): string | undefined {
    return wordsAbout(failure, placesOf(typed)[field] ?? field);
}

/** What is wrong that no field of the form is about. */
export function elsewhereThan(failure: Failure | undefined, typed: NewPerson): Failure | undefined {
    return besideFields(failure, Object.values(placesOf(typed)));
}
