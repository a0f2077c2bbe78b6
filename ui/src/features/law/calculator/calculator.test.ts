import { enableAutoUnmount, flushPromises } from "@vue/test-utils";
import { nextTick } from "vue";
import { afterEach, describe, expect, it } from "vitest";
import { Failure } from "../../../backend";
import { memoryBackend, type Answers } from "../../../backend/memory";
import type { Calculated, CompensationLine, FactKindView } from "../../../generated/contract";
import { held, openStatus, press, stage } from "../../../testing";
import { someSettings } from "../../../testing/settings";
import { costsOf, countedKinds, shownPlaces, sortFaults } from "./calculating";
import CalculatorScreen from "./CalculatorScreen.vue";
import { exampleOf } from "./examples";
import LastDayCard from "./LastDayCard.vue";

// A screen that stays mounted would answer the keys of the next test.
enableAutoUnmount(afterEach);

const field = (name: string, holds: string, choices: string[] = []) => ({ name, label: name, holds, required: true, choices: choices.map((value) => ({ value, text: value })) });
const kind = (name: string, days: string, fields: FactKindView["fields"] = []): FactKindView => ({ kind: name, name, help: "", holding: "one-at-a-time", days, fields });
const kinds = [
    kind("name", "span", [field("family_name", "text")]),
    kind("birth", "none", [field("date", "day"), field("basis", "choice", ["stated"])]),
    kind("legal-ground", "span", [field("ground", "choice", ["permit"])]),
    kind("unaccompanied", "span"),
    kind("assignment", "span", [field("municipality", "municipality")]),
    kind("registration", "span", [field("municipality", "municipality")]),
    kind("placement", "span", [field("form", "choice", ["residential-care"]), field("basis", "choice", ["sol", "lvu-2"]), field("care_begun", "day")]),
];
const line = { code: "EKB-DYGN", short_name: "Dygnsschablon", unit: "person-day", not_computed: null } as CompensationLine;
const step = (name: string, text: string, mark: string | null = null, source: string | null = null) => ({ step: name, text, source, mark, data: {} });
const amount = {
    compensation: "EKB-DYGN",
    municipality: "Exempelstads kommun",
    period_from: "2026-04-01",
    period_until: "2026-06-30",
    due: "2026-07-31",
    amount_ore: 9_100_000,
    estimated: false,
    unverified: true,
    explanation: [step("wording", "29 § förordning 2010:1122"), step("fact", "Anvisning (från 2026-01-26)"), step("rule", "Regeln"), step("open", "Frågan"), step("rounding", "Kronor"), step("rate", "1 000 kr per dygn", "unverified", "https://example.test/sfs"), step("arithmetic", "91 × 1 000 = 91 000")],
};
const later = { ...amount, period_from: "2026-07-01", period_until: "2026-09-30", amount_ore: 9_200_000, estimated: true, explanation: [step("arithmetic", "92 × 1 000 = 92 000", "estimated")] };
const calculated: Calculated = { outcome: "done", code: "EKB-DYGN", name: "Dygnsschablon", due_is: "paid", amounts: [amount, later], total_ore: 18_300_000, reason: null, reason_text: null };
const nothing: Calculated = { ...calculated, amounts: [], total_ore: 0, reason: "age", reason_text: "Personen har inte den ålder som ersättningen gäller." };

const STANDING: Answers = {
    "session.status": () => openStatus(),
    "overview.navigation": () => ({ sections: [] }),
    "law.items": () => ({ items: [{ item: "interpreter", text: "tolk" }, { item: "lss", text: "insatser enligt LSS" }] }),
    "law.list": () => ({ compensations: [line, { ...line, code: "EKB-VARD" }, { ...line, code: "MED-SKAL", not_computed: "Upphörd." }], on: "2026-11-02", not_checked: 0 }),
    "persons.kinds": () => ({ kinds }),
    "settings.get": () => ({ settings: { ...someSettings(), school: { terms: [{ from: "2026-08-17", until: "2026-12-18" }] } } }),
    "law.calculate": () => calculated,
};

async function shown(answers: Answers = {}, address = "/ersattningar/rakna") {
    const staged = stage(CalculatorScreen, { backend: memoryBackend({ ...STANDING, ...answers }), address });
    await staged.session.refresh();
    await flushPromises();
    return staged;
}

const sent = (backend: { asked: { name: string; request: unknown }[] }, name: string) => backend.asked.filter((one) => one.name === name).map(({ request }) => request);
const at = (test: string) => document.querySelector<HTMLInputElement>(`[data-test="${test}"]`)!;

function type(test: string, text: string): void {
    const found = at(test);
    found.value = text;
    found.dispatchEvent(new Event(found.tagName === "SELECT" ? "change" : "input"));
}

describe("the calculator", () => {
    it("begins with an example: facts, amounts, sum and explanation", async () => {
        const { wrapper, backend } = await shown();
        expect(wrapper.find('[data-test="no-calculation"]').text()).toContain("påhittade uppgifter");
        press("e", { altKey: true });
        await flushPromises();
        const [request] = sent(backend, "law.calculate") as [{ code: string; facts: { facts: { kind: string }[]; school_terms: object[] }; municipality: string }];
        expect(request).toMatchObject({ code: "EKB-DYGN", person: null, municipality: "Exempelstads kommun", until: null });
        expect(request.facts.facts.map((one) => one.kind)).toEqual(["birth", "legal-ground", "unaccompanied", "assignment", "registration", "placement"]);
        expect(request.facts.facts[1]).toEqual({ kind: "legal-ground", ground: "permit", valid_from: "2026-01-26", valid_until: null });
        expect(request.facts.school_terms).toHaveLength(1);
        const text = wrapper.text().replaceAll("\u00A0", " ");
        expect(text).toContain("91 000,00");
        expect(wrapper.find('[data-test="total"]').text().replaceAll("\u00A0", " ")).toContain("183 000,00");
        expect(wrapper.find('[data-test="explanation"]').text()).toContain("https://example.test/sfs");
        expect(wrapper.find('[data-test="explanation"]').text()).toContain("Ej kontrollerat mot källan");
        // Every kind of step has its word.
        for (const word of ["Lydelse", "Uppgift", "Regel", "Öppen fråga", "Avrundning", "Räkning"]) {
            expect(wrapper.find('[data-test="explanation"]').text()).toContain(word);
        }
        expect(document.activeElement?.getAttribute("data-row-key")).toBe("0");
        press("ArrowDown");
        await nextTick();
        expect(wrapper.find('[data-test="explanation"]').text()).toContain("92 × 1 000 = 92 000");
        expect(wrapper.find('[data-test="explanation"]').text()).toContain("Uppskattat");
    });

    it("has its keys wait for what they need, and never takes half of an example", async () => {
        const late = held(() => ({ kinds }));
        const backend = memoryBackend({ ...STANDING, "persons.kinds": late.answer });
        const { session } = stage(CalculatorScreen, { backend, address: "/ersattningar/rakna?kod=EKB-VARD" });
        await session.refresh();
        press("e", { altKey: true });
        await flushPromises();
        expect(sent(backend, "law.calculate")).toEqual([]);
        late.open();
        await flushPromises();
        const [request] = sent(backend, "law.calculate") as [{ code: string; facts: { facts: unknown[] } }];
        expect([request.code, request.facts.facts.length]).toEqual(["EKB-VARD", 6]);
    });

    it("says why nothing is given, and that the facts have changed since", async () => {
        const { wrapper, commands } = await shown({ "law.calculate": () => nothing });
        commands.find("calculate-now")!.run!();
        await flushPromises();
        expect(wrapper.find('[data-test="reason"]').text()).toContain("Personen har inte den ålder");
        expect(document.activeElement).toBe(at("reason"));
        expect(wrapper.find('[data-test="stale"]').exists()).toBe(false);
        type("calculator-until", "2026-06-30");
        await flushPromises();
        expect(wrapper.find('[data-test="stale"]').exists()).toBe(true);
    });

    it("shows every fault at its row and field, and the rest above", async () => {
        const { wrapper } = await shown({
            "law.calculate": () => {
                throw {
                    code: "day-wrong",
                    message: "31 juni är ingen dag.",
                    place: { field: "facts[1].valid_from" },
                    also: [
                        { code: "day-wrong", message: "Kostnadens dag är ingen.", place: { field: "costs[0].until" } },
                        { code: "facts-contradict", message: "Två saker samtidigt.", place: { field: "facts[2]" } },
                        { code: "other", message: "Något annat.", place: { field: "city" } },
                    ],
                };
            },
        });
        await wrapper.find('[data-test="calculator-code"]').setValue("EKB-VARD");
        press("e", { altKey: true });
        await flushPromises();
        expect(at("fact-1-valid_from").getAttribute("aria-invalid")).toBe("true");
        expect(at("cost-0-until").getAttribute("aria-invalid")).toBe("true");
        expect(at("fact-2-kind").getAttribute("aria-invalid")).toBe("true");
        expect(wrapper.find('[role="alert"]').text()).toContain("Något annat.");
        expect(wrapper.find('[role="alert"]').text()).not.toContain("31 juni");
        expect(document.activeElement).toBe(at("fact-1-valid_from"));
    });

    it("adds, changes and removes rows by keyboard, and keeps the days when the kind is changed", async () => {
        const { wrapper } = await shown();
        at("add-fact").click();
        await flushPromises();
        expect(document.activeElement).toBe(at("fact-0-kind"));
        expect(at("fact-0-kind").value).toBe("birth");
        at("add-fact").click();
        await flushPromises();
        expect(at("fact-1-kind").value).toBe("legal-ground");
        type("fact-1-valid_from", "2026-02-01");
        type("fact-1-kind", "assignment");
        await flushPromises();
        expect(at("fact-1-valid_from").value).toBe("2026-02-01");
        expect(at("fact-1-municipality").value).toBe("Exempelstads kommun");
        at("fact-0-remove").click();
        await flushPromises();
        expect(wrapper.findAll('[data-test$="-kind"]')).toHaveLength(1);
        expect(document.activeElement).toBe(at("fact-0-kind"));
    });

    it("reads the amounts of costs, and refuses here what is none", async () => {
        const { backend, commands } = await shown();
        at("add-cost").click();
        await flushPromises();
        type("cost-0-from", "2026-04-01");
        type("cost-0-until", "2026-04-30");
        type("cost-0-kronor", "tusen");
        commands.find("calculate-now")!.run!();
        await flushPromises();
        expect(sent(backend, "law.calculate")).toEqual([]);
        expect(at("cost-0-kronor").getAttribute("aria-invalid")).toBe("true");
        type("cost-0-kronor", "1 250,50");
        type("cost-0-item", "interpreter");
        commands.find("calculate-now")!.run!();
        await flushPromises();
        expect(sent(backend, "law.calculate")).toMatchObject([{ facts: { costs: [{ from: "2026-04-01", until: "2026-04-30", amount_ore: 125_050, item: "interpreter" }] } }]);
    });

    it("counts for the person of the address; costs go with what is known of the person", async () => {
        const { backend, commands } = await shown(
            { "persons.facts": () => ({ person: "P01", as_known: "2026-11-02", merged: [], facts: [{ kind: "unaccompanied" }], earlier_births: [], parents_registered: [], school_terms: [], mass_influx: [] }) },
            "/ersattningar/rakna?person=P01&kod=EKB-VARD",
        );
        expect(at("calculator-person").value).toBe("P01");
        commands.find("calculate-now")!.run!();
        await flushPromises();
        expect(sent(backend, "law.calculate").at(-1)).toEqual({ code: "EKB-VARD", person: "P01", facts: null, municipality: null, until: null });
        at("add-cost").click();
        await flushPromises();
        type("cost-0-kronor", "100");
        commands.find("calculate-now")!.run!();
        await flushPromises();
        expect(sent(backend, "law.calculate").at(-1)).toMatchObject({ person: null, facts: { person: "P01", facts: [{ kind: "unaccompanied" }], costs: [{ amount_ore: 10_000 }] } });
    });
});

describe("the last day", () => {
    it("is told in three ways with its rule, and faults stand at their fields", async () => {
        let refuse = true;
        const answer = { code: "EKB-VARD", period_from: "2026-04-01", period_until: "2026-06-30", cautious: "2026-12-30", practice: "2026-12-31", statutory: "2027-01-04", rule: "six", rule_text: "Inom sex månader.", decided_by: "period", received_text: "Det som räknas är dagen." };
        const { wrapper, backend } = stage(LastDayCard, {
            props: { code: "EKB-VARD" },
            backend: memoryBackend({
                "law.last_day": () => {
                    if (!refuse) return answer;
                    throw { code: "claimed-days-wrong", message: "Skriv perioden som 2026Q2.", place: { field: "period" } };
                },
            }),
        });
        await wrapper.find("form").trigger("submit");
        await flushPromises();
        expect(at("last-day-period").getAttribute("aria-invalid")).toBe("true");
        refuse = false;
        type("last-day-period", "2026Q2");
        await wrapper.find("form").trigger("submit");
        await flushPromises();
        expect(wrapper.findAll("dd").map((one) => one.text())).toEqual(["2026-12-30", "2026-12-31", "2027-01-04"]);
        expect(wrapper.text()).toContain("Inom sex månader.");
        expect(sent(backend, "law.last_day").at(-1)).toEqual({ code: "EKB-VARD", period: "2026Q2", received: null, first_claim: false });
    });
});

describe("what is sent and what comes back", () => {
    it("leaves out the kinds that no amount hangs on, the usual ones first", () => {
        expect(countedKinds(kinds).map((one) => one.kind)).toEqual(["birth", "legal-ground", "registration", "assignment", "unaccompanied", "placement"]);
    });

    it("names every amount that is none", () => {
        const cost = { key: 1, from: "", until: "", kronor: "x", item: "", fee: "y" };
        expect(() => costsOf([cost])).toThrow(Failure);
        expect(costsOf([{ ...cost, kronor: "10", fee: "2,50" }])).toEqual([{ from: "", until: "", amount_ore: 1000, fee_ore: 250 }]);
    });

    it("puts a fault of a fact that stands alone at its row", () => {
        const rows = [{ key: 1, kind: "birth", typed: {} }];
        const { at: placed, left } = sortFaults(new Failure("x", "Ingen dag.", { field: "date" }), shownPlaces(rows, kinds, []), 1);
        expect([...placed]).toEqual([["facts[0].date", "Ingen dag."]]);
        expect(left).toBeUndefined();
        const hidden = sortFaults(new Failure("x", "Fel.", { field: "facts[0].source" }), shownPlaces(rows, kinds, []), 1);
        expect([...hidden.at]).toEqual([["facts[0]", "Fel."]]);
    });

    it("has an example that a whole quarter lies in", () => {
        expect(exampleOf("EKB-VARD", "2026-11-02", "K").costs).toEqual([{ from: "2026-07-01", until: "2026-09-30", kronor: "450 000" }]);
        expect(exampleOf("NYA-SCHABLON", "2026-11-02", "K").facts.map((one) => one.kind)).toEqual(["birth", "legal-ground", "reception", "registration"]);
        expect(exampleOf("ASYL-BIF", "2026-11-02", "K").code).toBe("EKB-DYGN");
    });
});
