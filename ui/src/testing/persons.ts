// Made-up persons for tests, with official test numbers only.
import type { DisorderView, FactKindView, FactView, PersonBrief, PersonView } from "../generated/contract";

/** A person in a list. */
export const brief: PersonBrief = {
    person: "P01",
    family_name: "Testsson",
    given_name: "Alfa",
    birth_date: "2017-01-01",
    dossier_number: "99000011",
    personal_number: "201701012393",
    cost_centre: "7110",
    board: "Exempel stadsdelsnämnd A",
    protected: false,
};

/** A fact that holds, known since the first of the year. */
export function fact(id: string, kind: string, title: string, from: string | null, until: string | null, differently: Partial<FactView> = {}): FactView {
    return {
        id,
        kind,
        kind_name: kinds.find((one) => one.kind === kind)?.name ?? kind,
        title,
        fields: [],
        valid_from: from,
        valid_until: until,
        known_since: "2026-01-10",
        according_to_import: false,
        document_date: null,
        source: null,
        entered_by: "EXEMPEL",
        corrects: null,
        withdrawn: false,
        current: true,
        ...differently,
    };
}

const field = (name: string, label: string, holds: string, required = true, choices: FactKindView["fields"][number]["choices"] = []) => ({ name, label, holds, required, choices });

/** Some kinds, in the order of the register. */
export const kinds: FactKindView[] = [
    { kind: "national-number", name: "Person- eller samordningsnummer", help: "", holding: "several", days: "span", fields: [field("number", "Nummer", "personal-number")] },
    {
        kind: "legal-ground",
        name: "Rättslig grund",
        help: "Varför personen får vara i Sverige.",
        holding: "one-at-a-time",
        days: "span",
        fields: [
            field("ground", "Grund", "choice", true, [
                { value: "permit", text: "Uppehållstillstånd" },
                { value: "quota", text: "Kvotflykting" },
            ]),
            field("anchor", "Anknytningsperson", "person", false),
        ],
    },
    {
        kind: "reception",
        name: "Mottagen",
        help: "Första mottagandet i en kommun.",
        holding: "once",
        days: "one",
        fields: [field("municipality", "Kommun", "municipality")],
    },
    {
        kind: "guardian",
        name: "God man eller vårdnadshavare",
        help: "",
        holding: "one-at-a-time",
        days: "span",
        fields: [field("foster_home", "Var familjehemmet", "truth")],
    },
    {
        kind: "responsible-board",
        name: "Ansvarig nämnd",
        help: "Nämnden och distriktet som svarar för personen.",
        holding: "one-at-a-time",
        days: "span",
        fields: [field("cost_centre", "Ansvar", "cost-centre"), field("district", "Distrikt", "text", false)],
    },
    { kind: "household", name: "Hushåll", help: "", holding: "one-at-a-time", days: "span", fields: [] },
];

/** The person with a board from the beginning. */
export const person: PersonView = {
    brief,
    closed: false,
    age: 9,
    dossier_numbers: ["99000011"],
    personal_numbers: ["201701012393"],
    group: null,
    received: null,
    boards: [{ from: null, until: null, cost_centre: "7110", board: "Exempel stadsdelsnämnd A" }],
    facts: [fact("n", "national-number", "201701012393", null, null), fact("b", "responsible-board", "7110 Exempel stadsdelsnämnd A", null, null)],
    entries: [fact("n", "national-number", "201701012393", null, null), fact("b", "responsible-board", "7110 Exempel stadsdelsnämnd A", null, null)],
    days: ["2026-01-10"],
    disorders: [],
    merged: [],
    household: [],
    household_name: null,
    money: [],
    paid_months: [],
    paid_ore: 0,
};

/** A hole between two boards. */
export const hole: DisorderView = {
    disorder: "hole",
    kind: "responsible-board",
    from: "2026-05-01",
    until: "2026-05-31",
    text: "Ansvarig nämnd saknas 2026-05-01 – 2026-05-31.",
};
