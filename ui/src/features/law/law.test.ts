import { enableAutoUnmount, flushPromises } from "@vue/test-utils";
import { nextTick } from "vue";
import { afterEach, describe, expect, it } from "vitest";
import { memoryBackend, type Answers } from "../../backend/memory";
import type { Additions, CompensationLine, LawView, RateView } from "../../generated/contract";
import { openStatus, press, stage } from "../../testing";
import { groupOf, holdsWords, isIn, lawFilters, shortValues } from "./catalogue";
import CatalogueScreen from "./CatalogueScreen.vue";
import QuestionsScreen from "./QuestionsScreen.vue";
import { valueDays } from "./values";

// A screen that stays mounted would answer the keys of the next test.
enableAutoUnmount(afterEach);

const line: CompensationLine = {
    code: "EKB-DYGN",
    name: "Dygnsschablon ensamkommande barn med uppehållstillstånd",
    short_name: "Dygnsschablon, tillstånd",
    law: "Förordning 2010:1122, 29 §",
    ask: "without-application",
    ask_text: "Betalas utan ansökan",
    unit: "person-day",
    values: "1 000 kr",
    state: "checked",
    state_text: "Kontrollerat",
    unverified: false,
    checked_on: "2026-11-20",
    trusted_until: "2026-12-31",
    not_computed: null,
};
const asked: CompensationLine = { ...line, code: "ASYL-BIF", short_name: "Barn i familj", law: "Förordning 2017:193, 15 §", ask: "municipality", values: "", state: "not-checked", state_text: "Behöver kontrolleras" };
const ended: CompensationLine = { ...line, code: "MED-SKAL", short_name: "Medicinska skäl", law: "Förordning 2017:193, 16 §", ask: "nobody", state: "ended", state_text: "Upphörd" };

const rate: RateView = {
    rate: "EKB-DYGN/child/2024-01-01",
    valid_from: "2024-01-01",
    valid_until: null,
    amount_ore: 100_000,
    value: "1 000 kr",
    amended_by: ["2023:922"],
    source: "https://example.test/2010-1122.md",
    verified: true,
    checked_on: "2026-11-20",
    trusted_until: "2026-12-31",
    note: null,
    own: false,
};
const hole: RateView = { ...rate, rate: "EKB-DYGN/child/2017-07-01", valid_from: "2017-07-01", valid_until: "2023-12-31", amount_ore: null, value: null, amended_by: [], source: "", verified: false, note: "Ingen har läst beloppet." };
const own: RateView = { ...rate, rate: "EKB-DYGN/child/2027-01-01", valid_from: "2027-01-01", value: "1 050 kr", amount_ore: 105_000, verified: false, own: true };
const view: LawView = {
    line,
    counting: "Ett belopp för varje dygn.",
    whose: "Den anvisade kommunen.",
    payment: "Betalas inom en månad efter kvartalet.",
    last_day: null,
    appeal: "Kan överklagas.",
    evidence: ["Beslut om placering"],
    open: ["second-municipality"],
    wordings: [
        { from: "2026-10-01", until: null, days: "från 2026-10-01", current: true, sfs: "2026:1720", changed: "6 § har ny lydelse.", for_whom: null, whose: "Den anvisade kommunen.", last_day: null, evidence: [], open: [] },
        { from: null, until: "2026-09-30", days: "till och med 2026-09-30", current: false, sfs: "2025:492", changed: null, for_whom: null, whose: "Den anvisade kommunen.", last_day: null, evidence: [], open: [] },
    ],
    cases: [{ case: "child", text: "", rates: [rate, hole] }],
};
const additions: Additions = {
    rates: [{ id: "r1", code: "EKB-DYGN", case: "", valid_from: "2027-01-01", valid_until: null, value: "1050", source: "SFS 2026:1", overtaken: false }],
    questions: [
        {
            question: "second-municipality",
            text: "Får en andra kommun beloppet?",
            section: "2010:1122 29 c §",
            answers: [
                { answer: "once", text: "nej, en gång.", chosen_from: [], counts: true },
                { answer: "each", text: "ja, en gång för varje kommun.", chosen_from: [], counts: false },
            ],
        },
    ],
};
const law = { compensations: [line, asked, ended], on: "2026-11-02", not_checked: 1 };
const STANDING: Answers = {
    "law.effect": () => ({ until: "2027-03-31", rows: [], sums: [], persons: 2, difference_ore: 100, text: "Ändringen rör två personer." }),
    "session.status": () => openStatus(),
    "overview.navigation": () => ({ sections: [] }),
    "law.list": () => law,
    "law.view": ({ code }) => ({ ...view, line: [line, asked, ended].find((one) => one.code === code)! }),
    "law.additions": () => additions,
};

async function shown(component: object, answers: Answers = {}, address = "/ersattningar") {
    const staged = stage(component, { backend: memoryBackend({ ...STANDING, ...answers }), address });
    await staged.session.refresh();
    await flushPromises();
    return staged;
}

const sent = (backend: { asked: { name: string; request: unknown }[] }, name: string) => backend.asked.filter((one) => one.name === name).map(({ request }) => request);
const at = (test: string) => document.querySelector<HTMLInputElement>(`[data-test="${test}"]`)!;

function type(test: string, text: string): void {
    const field = at(test);
    field.value = text;
    field.dispatchEvent(new Event(field.tagName === "SELECT" ? "change" : "input"));
}

async function act(test: string): Promise<void> {
    at(test).click();
    await flushPromises();
}

describe("the catalogue", () => {
    it("finds a compensation, shows its history and its hole, and starts in the search", async () => {
        const { wrapper, backend } = await shown(CatalogueScreen);
        type("find-law", "ekb-dyg");
        await flushPromises();
        expect(wrapper.findAll('[data-test="compensations"] [data-row]')).toHaveLength(1);
        expect(sent(backend, "law.view").at(-1)).toEqual({ code: "EKB-DYGN" });
        const history = wrapper.find('[data-test="history"]').text();
        expect(history).toContain("2024-01-01 – tills vidare");
        const wordings = wrapper.find(`[data-test="wordings"]`).text();
        expect(wordings).toContain("från 2026-10-01");
        expect(wordings).toContain("enligt SFS 2026:1720");
        expect(wordings).toContain("till och med 2026-09-30");
        expect(history).toContain("SFS 2023:922 · kontrollerad 2026-11-20");
        expect(history).toContain("https://example.test/2010-1122.md");
        expect(wrapper.find('[data-test="value-2017-07-01"]').text()).toContain("Belopp saknas");
        expect(wrapper.find('[data-test="history"] a').exists()).toBe(false);
        expect(wrapper.find('[data-test="open-here"]').text()).toContain("nej, en gång.");
        expect(at("find-law").hasAttribute("data-pane-start")).toBe(true);
    });

    it("narrows by chips and leads from the search into the list", async () => {
        const { wrapper } = await shown(CatalogueScreen);
        await wrapper.findAll('[data-test="law-filters"] button')[2]!.trigger("click");
        expect(wrapper.findAll("[data-row]").map((row) => row.attributes("data-row-key"))).toEqual(["ASYL-BIF"]);
        expect(wrapper.find("[data-row]").text()).toContain("Behöver kontrolleras");
        at("find-law").focus();
        press("ArrowDown");
        await nextTick();
        expect(document.activeElement?.getAttribute("data-row-key")).toBe("ASYL-BIF");
    });

    it("asks for the values of another day, and tells beside the field what is no day", async () => {
        const { wrapper, backend } = await shown(CatalogueScreen, {
            "law.list": ({ on }) => {
                if (on === "igår") throw { code: "day-wrong", message: "igår är ingen dag.", place: { field: "on" } };
                return law;
            },
        });
        type("law-day", "2025-06-01");
        await wrapper.find('[data-test="law-day"]').trigger("keydown", { key: "Enter" });
        await flushPromises();
        expect(sent(backend, "law.list").at(-1)).toEqual({ on: "2025-06-01", shown: { page: 0 } });
        type("law-day", "igår");
        await wrapper.find('[data-test="law-day"]').trigger("keydown", { key: "Enter" });
        await flushPromises();
        expect(wrapper.find('[data-test="law-day"]').attributes("aria-invalid")).toBe("true");
        expect(wrapper.find('[role="alert"]').exists()).toBe(false);
        expect(wrapper.findAll("[data-row]")).toHaveLength(3);
    });

    it("shows what an own value changes before it is added, with one id", async () => {
        const { backend, wrapper } = await shown(CatalogueScreen, {
            "law.preview": ({ id }) => ({ id: id!, changes: [{ code: "EKB-DYGN", case: "", before: ["2024-01-01–: 1 000 kr"], after: ["2024-01-01–2026-12-31: 1 000 kr", "2027-01-01–: 1 050 kr"] }] }),
            "law.add": ({ id }) => ({ id: id!, changes: [] }),
        });
        wrapper.find<HTMLElement>('[data-row-key="EKB-DYGN"]').element.focus();
        await nextTick();
        press("n");
        await flushPromises();
        type("value-from", "2027-01-01");
        type("value-value", "1 050");
        type("value-source", "SFS 2026:1");
        await act("value-go");
        expect(at("value-changes").textContent).toContain("2024-01-01–2026-12-31: 1 000 kr");
        expect(at("value-effect").textContent).toContain("två personer");
        expect(sent(backend, "law.add")).toEqual([]);
        await act("value-go");
        const [[previewed], [added]] = [sent(backend, "law.preview"), sent(backend, "law.add")] as [[object], [object]];
        expect(added).toEqual(previewed);
        expect(added).toMatchObject({ code: "EKB-DYGN", case: "child", valid_from: "2027-01-01", valid_until: null, value: "1 050", source: "SFS 2026:1", checked_on: "2026-11-02", note: null });
        expect(document.querySelector('[role="dialog"]')).toBeNull();
        expect(sent(backend, "law.list")).toHaveLength(2);
    });

    it("shows every fault beside its field, and asks for the change anew when something is typed", async () => {
        let refuse = true;
        const { wrapper } = await shown(CatalogueScreen, {
            "law.preview": ({ id }) => {
                if (!refuse) return { id: id!, changes: [] };
                throw {
                    code: "rate-value",
                    message: "Skriv beloppet som ett tal.",
                    place: { field: "value" },
                    also: [{ code: "source-missing", message: "Skriv var beloppet står.", place: { field: "source" } }],
                };
            },
        });
        await wrapper.find('[data-test="add-value"]').trigger("click");
        await flushPromises();
        await act("value-go");
        expect(at("value-value").getAttribute("aria-invalid")).toBe("true");
        expect(at("value-source").getAttribute("aria-invalid")).toBe("true");
        expect(document.activeElement).toBe(at("value-value"));
        expect(document.querySelector('[role="dialog"] [role="alert"]')).toBeNull();
        refuse = false;
        await act("value-go");
        expect(at("value-changes").textContent).toContain("Ingenting ändras");
        type("value-value", "1 060");
        await flushPromises();
        expect(document.querySelector('[data-test="value-changes"]')).toBeNull();
    });

    it("takes an own value back after asking", async () => {
        const { wrapper, backend } = await shown(CatalogueScreen, {
            "law.view": () => ({ ...view, cases: [{ case: "child", text: "", rates: [own, rate] }] }),
            "law.withdraw": () => additions,
        });
        expect(wrapper.find('[data-test="value-2027-01-01"]').text()).toContain("Kommunens eget");
        await wrapper.find('[data-test="withdraw-2027-01-01"]').trigger("click");
        await flushPromises();
        expect(sent(backend, "law.withdraw")).toEqual([]);
        expect(document.querySelector('[role="dialog"]')?.textContent).toContain("1050");
        document.querySelector<HTMLElement>('[role="dialog"] .act-primary')!.click();
        await flushPromises();
        expect(sent(backend, "law.withdraw")).toEqual([{ id: "r1" }]);
        expect(document.querySelector('[role="dialog"]')).toBeNull();
    });

    it("lists own values that the program has its own for now, which can go too", async () => {
        const { wrapper } = await shown(CatalogueScreen, { "law.additions": () => ({ ...additions, rates: additions.rates.map((one) => ({ ...one, overtaken: true })) }) });
        type("find-law", "ekb-dygn");
        await flushPromises();
        await wrapper.find('[data-test="overtaken"] button').trigger("click");
        await flushPromises();
        expect(document.querySelector('[role="dialog"]')?.textContent).toContain("det är det som räknas");
    });

    it("notes by K that the values still hold", async () => {
        const { wrapper, backend } = await shown(CatalogueScreen, { "law.check": () => view });
        wrapper.find<HTMLElement>('[data-row-key="EKB-DYGN"]').element.focus();
        await nextTick();
        press("k");
        await flushPromises();
        type("check-source", "SFS 2023:922");
        await act("check-save");
        expect(sent(backend, "law.check")).toEqual([{ code: "EKB-DYGN", source: "SFS 2023:922", checked_on: "2026-11-02" }]);
    });

    it("begins with the compensation of the address", async () => {
        const { wrapper } = await shown(CatalogueScreen, {}, "/ersattningar?kod=MED-SKAL");
        expect(wrapper.find('[data-test="compensation"] h2').text()).toBe("MED-SKAL");
    });
});

describe("open questions", () => {
    it("get another answer from a day with a reason", async () => {
        const [question] = additions.questions;
        const { wrapper, backend } = await shown(
            QuestionsScreen,
            {
                "law.answer": ({ valid_from }) => ({
                    ...additions,
                    questions: [{ ...question!, answers: question!.answers.map((one) => ({ ...one, counts: one.answer === "each", chosen_from: one.answer === "each" ? [valid_from] : [] })) }],
                }),
            },
            "/ersattningar/fragor",
        );
        expect(wrapper.find("[data-row]").text()).toContain("nej, en gång.");
        expect(wrapper.find("[data-row]").text()).toContain("programmets");
        wrapper.find<HTMLElement>("[data-row]").element.focus();
        await nextTick();
        press("Enter");
        await flushPromises();
        expect(at("answer").value).toBe("each");
        type("answer-from", "2027-01-01");
        type("answer-reason", "dom i kammarrätten");
        await act("answer-save");
        expect(sent(backend, "law.answer")).toEqual([{ question: "second-municipality", answer: "each", valid_from: "2027-01-01", reason: "dom i kammarrätten" }]);
        expect(wrapper.find("[data-row]").text()).toContain("kommunens");
        expect(wrapper.find('[data-test="question"]').text()).toContain("Valt här från 2027-01-01");
    });
});

describe("what the list makes of the core's words", () => {
    it("groups by ordinance, and what is over or only referred to by itself", () => {
        expect([line, ended, { ...line, ask: "nobody" }].map(groupOf)).toEqual(["Förordning 2010:1122", "Upphörda", "Belopp som andra räknas från"]);
    });

    it("never cuts a number: two amounts stand there, more are counted", () => {
        expect(shortValues(line)).toBe("1 000 kr");
        expect(shortValues({ ...line, values: "under 18 år: 150 kr · från 18 år: 300 kr" })).toBe("150 kr · 300 kr");
        expect(shortValues({ ...line, values: "a: 1 kr · b: 2 kr · c: 3 kr" })).toBe("3 belopp");
        expect(shortValues({ ...line, values: "" })).toBe("");
    });

    it("filters and searches", () => {
        expect(lawFilters([line, asked, ended]).map(({ count }) => count)).toEqual([3, 1, 1, 1, 1]);
        expect(isIn({ ...line, state: "hole" }, "to-check")).toBe(true);
        expect(holdsWords(line, "2010:1122 dygn")).toBe(true);
        expect(holdsWords(line, "hvb")).toBe(false);
    });

    it("says until when a value holds", () => {
        expect(valueDays({ valid_from: "2026-01-01", valid_until: "2026-12-31" }).replaceAll("\u00A0", " ")).toBe("2026-01-01 – 12-31");
    });
});
