// Made-up facts to begin with: a page that shows at once what it is for.
import { dayAfter, isoDay, monthStart } from "../../persons/days";

interface ExampleFact {
    kind: string;
    typed: Record<string, string | boolean>;
}

/** Facts and costs as they would be typed. */
export interface Example {
    code: string;
    facts: ExampleFact[];
    costs: { from: string; until: string; kronor: string }[];
}

/** How long before the business date the facts of an example begin, in days: three quarters, so that a whole one lies within. */
const BEFORE = 280;
const SIXTEEN = 16;

/** The example of a compensation; where it has none, that of the daily lump sum. */
export function exampleOf(code: string, today: string, municipality: string): Example {
    const since = dayAfter(today, -BEFORE);
    const born = `${Number(today.slice(0, 4)) - SIXTEEN}-05-01`;
    const birth: ExampleFact = { kind: "birth", typed: { date: born, basis: "stated" } };
    const permit: ExampleFact = { kind: "legal-ground", typed: { ground: "permit", valid_from: since } };
    const registration: ExampleFact = { kind: "registration", typed: { municipality, valid_from: since } };
    const assignment: ExampleFact = { kind: "assignment", typed: { municipality, valid_from: since } };
    const child: ExampleFact[] = [birth, permit, { kind: "unaccompanied", typed: { valid_from: since } }, assignment, registration];
    const quarterBefore = -3 - (monthOf(today) % 3);
    const quarter = { from: isoDay(monthStart(today, quarterBefore)), until: isoDay(monthStart(today, quarterBefore + 3) - 1) };
    switch (code) {
        case "NYA-SCHABLON":
            return {
                code,
                facts: [birth, permit, { kind: "reception", typed: { municipality, housing: "own", valid_from: since } }, registration],
                costs: [],
            };
        case "EKB-VARD":
            return {
                code,
                facts: [...child, { kind: "placement", typed: { form: "residential-care", basis: "lvu-2", care_begun: since, valid_from: since } }],
                costs: [{ ...quarter, kronor: "450 000" }],
            };
        default:
            return { code: "EKB-DYGN", facts: [...child, { kind: "placement", typed: { form: "residential-care", basis: "sol", valid_from: since } }], costs: [] };
    }
}

/** Month of a day, from 0. */
function monthOf(day: string): number {
    return Number(day.slice(5, 7)) - 1;
}
