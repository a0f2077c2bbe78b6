// Two persons side by side, kind by kind.
import type { PersonView } from "../../generated/contract";
import { daysWords, factTitle } from "./identity";

/** A line of the comparison: what each of the two says of a kind. */
export interface Compared {
    kind: string;
    name: string;
    one: string[];
    other: string[];
    same: boolean;
}

/** The facts of both, in the order of the first; equal ones are told. `numbers`: whether personal numbers are shown whole. */
export function compare(one: PersonView, other: PersonView, numbers: boolean): Compared[] {
    const order = [...one.facts, ...other.facts];
    const names = new Map(order.map((fact) => [fact.kind, fact.kind_name]));
    const wordsOf = (person: PersonView, kind: string, shown: boolean) =>
        person.facts
            .filter((fact) => fact.kind === kind)
            .map((fact) => {
                const always = fact.valid_from === null && fact.valid_until === null;
                return always ? factTitle(fact, shown) : `${factTitle(fact, shown)}, ${daysWords(fact.valid_from, fact.valid_until)}`;
            });
    return [...names].map(([kind, name]) => {
        const same = wordsOf(one, kind, true).join("\n") === wordsOf(other, kind, true).join("\n");
        return { kind, name, one: wordsOf(one, kind, numbers), other: wordsOf(other, kind, numbers), same };
    });
}
