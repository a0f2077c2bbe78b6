import { enableAutoUnmount, flushPromises } from "@vue/test-utils";
import { nextTick } from "vue";
import { afterEach, describe, expect, it, vi } from "vitest";
import { memoryBackend, type Answers } from "../../backend/memory";
import { expectedPlace } from "../../frame/places";
import type { AmountView, LineView, MissingRow, MissingView, OverviewView, PersonExpected, ReportedView, SumsView } from "../../generated/contract";
import { openStatus, press, stage } from "../../testing";
import { brief } from "../../testing/persons";
import CheckScreen from "./CheckScreen.vue";
import CalendarScreen from "./CalendarScreen.vue";
import ExpectedOfPerson from "./ExpectedOfPerson.vue";
import FaultsScreen from "./FaultsScreen.vue";
import GrantsScreen from "./GrantsScreen.vue";
import LateWords from "./LateWords.vue";
import { compensationChoices, holdsWords, isWrong, kindFilters, periodWidth, periodWords, reportLines, whoOf } from "./lines";
import MissingScreen from "./MissingScreen.vue";
import { barParts, monthsOfYear, yearsOf } from "./months";
import MonthsScreen from "./MonthsScreen.vue";
import ReportedScreen from "./ReportedScreen.vue";

// A screen that stays mounted would answer the keys of the next test.
enableAutoUnmount(afterEach);
afterEach(() => vi.useRealTimers());

const line: LineView = {
    person: "P01",
    brief,
    compensation: "NYA-SCHABLON",
    compensation_name: "Schablon, nyanlända",
    law: "Förordning 2010:1122, 11 §",
    period_from: "2026-04-01",
    period_until: "2026-06-30",
    due: "2026-07-31",
    decided: null,
    expected_ore: 1_650_000,
    granted_ore: 0,
    paid_ore: 0,
    missing_ore: 1_650_000,
    state: "missing",
    state_text: "saknas",
    cause: null,
    text: "Dagen har passerat och inget har kommit.",
    parts: [],
};
const settled: LineView = { ...line, period_from: "2026-01-01", period_until: "2026-03-31", due: "2026-04-30", paid_ore: 1_650_000, missing_ore: 0, state: "settled", state_text: "kom", parts: [{ list: "l1", line: 12, payment_date: "2026-04-30", amount_ore: 1_650_000 }] };
const row = (differently: Partial<MissingRow>): MissingRow => ({ ...line, row: `${differently.person ?? line.person}/${line.compensation}/${line.period_from}/${line.period_until}`, reported_on: null, may_be: [], held_because: null, ...differently });
const report: MissingView = {
    as_of: "2026-11-02",
    payments_since: "2025-11-01",
    rows: [
        row({ may_be: [{ list: "l2", line: 7, payment_date: "2026-08-31", amount_ore: 1_650_000, likeness: "amount-and-period" }] }),
        row({ person: "P02", brief: { ...brief, person: "P02", family_name: "Åström-Test", given_name: "Bravo", dossier_number: "99000029" }, state: "short", state_text: "för lite", paid_ore: 926_000, missing_ore: 724_000, reported_on: "2026-10-01" }),
        row({ person: null, brief: null, compensation: "FORV", compensation_name: "Förvaltning", period_from: null, period_until: null, due: null, expected_ore: 0, missing_ore: 0, paid_ore: 120_000_00, state: "unexpected", state_text: "oväntat", parts: [{ list: "l1", line: 31, payment_date: "2026-10-30", amount_ore: 120_000_00 }] }),
        row({ person: "P03", brief: { ...brief, person: "P03" }, held_because: "Vänta till december" }),
    ],
    groups: [{ compensation: line.compensation, count: 2, missing_ore: 2_374_000 }, { compensation: "FORV", count: 1, missing_ore: 0 }],
    findings: [],
    missing_ore: 2_374_000,
    held_ore: 1_650_000,
    fresh: 1,
    fresh_ore: 1_650_000,
    waiting_lists: 0,
    waiting_lists_text: "",
    unread: [],
    unread_ore: 0,
    late_ore: 0,
    unread_text: "",
    unchecked: [],
    unchecked_ore: 0,
    unchecked_unknown: 0,
    unchecked_text: "",
};
const step = (name: string, text: string, mark: string | null = null, source: string | null = null) => ({ step: name, text, source, mark, data: {} });
const amount: AmountView = {
    compensation: "NYA-SCHABLON",
    municipality: "Exempelstads kommun",
    period_from: "2026-04-01",
    period_until: "2026-06-30",
    due: "2026-07-31",
    amount_ore: 1_650_000,
    estimated: false,
    unverified: true,
    explanation: [step("fact", "Mottagen 2025-10-14"), step("rate", "165 000 kr", "unverified", "https://example.test/sfs"), step("arithmetic", "165 000 × 10 % = 16 500")],
};
const sums = (differently: Partial<SumsView>): SumsView => ({ expected_ore: 0, paid_ore: 0, missing_ore: 0, short_ore: 0, not_yet_due_ore: 0, estimated_ore: 0, taken_back_ore: 0, too_much_ore: 0, ...differently });
const months = [
    { month: "2027-01", text: "januari 2027", sums: sums({ expected_ore: 1_650_000, not_yet_due_ore: 1_650_000 }) },
    { month: "2026-10", text: "oktober 2026", sums: sums({ expected_ore: 1_650_000, paid_ore: 1_650_000 }) },
    { month: "2026-07", text: "juli 2026", sums: sums({ expected_ore: 3_300_000, paid_ore: 1_650_000, missing_ore: 1_650_000 }) },
];
const all = sums({ expected_ore: 6_600_000, paid_ore: 3_300_000, missing_ore: 1_650_000, not_yet_due_ore: 1_650_000 });
const overview: OverviewView = {
    as_of: "2026-11-02",
    payments_since: "2025-11-01",
    persons: 19,
    amounts: 4,
    sums: all,
    months,
    compensations: [{ compensation: "NYA-SCHABLON", compensation_name: "Schablon, nyanlända", sums: all, months: [months[2]!] }],
};
const ofPerson: PersonExpected = {
    person: "P01",
    as_of: "2026-11-02",
    payments_since: "2025-11-01",
    lines: [settled, line],
    not_triggered: [{ compensation: "EKB-DYGN", compensation_name: "Dygnsschablon", because: "unmet", text: "Personen är inte anvisad." }],
    expected_ore: 3_300_000,
    paid_ore: 1_650_000,
    missing_ore: 1_650_000, months: [{ month: "2026-07", awaited_ore: 0, missing_ore: 1_650_000 }] };
const reported: ReportedView = {
    rows: [
        { row: 1, report: "r1", reported_on: "2026-10-01", brief, compensation: "NYA-SCHABLON", period_from: "2026-04-01", period_until: "2026-06-30", expected_ore: 1_650_000, missing_ore: 1_650_000, state: "open", reason: null, explanation: ["Mottagen 2025-10-14", "165 000 × 10 % = 16 500"] },
        { row: 2, report: "r1", reported_on: "2026-10-01", brief: null, compensation: "FORV", period_from: "2026-01-01", period_until: "2026-12-31", expected_ore: 100, missing_ore: 100, state: "written-off", reason: "Preskriberat", explanation: [] },
    ],
    open_ore: 1_650_000,
    came_ore: 0,
    not_expected_ore: 0,
    written_off_ore: 100,
};

const STANDING: Answers = {
    "session.status": () => openStatus(),
    "overview.navigation": () => ({ sections: [] }),
    "expectation.overview": () => overview,
    "expectation.missing": () => report,
    "expectation.explain": (request) => ({ line, amount: request.compensation === "FORV" ? null : amount }),
    "expectation.reported": () => reported,
    "expectation.faults": () => ({ faults: [] }),
    "expectation.grants": () => ({ grants: [], amount_ore: 0 }),
    "compensations.list": () => ({ compensations: [{ code: "NYA-SCHABLON", short_name: "Schablon, nyanlända", name: "Schablon, nyanlända", law: "Förordning 2010:1122, 11 §" }] }),
};

async function shown(component: object, answers: Answers = {}, address = "/forvantat", props: object = {}) {
    const staged = stage(component, { backend: memoryBackend({ ...STANDING, ...answers }), address, props });
    await staged.session.refresh();
    await flushPromises();
    return staged;
}

const sent = (backend: { asked: { name: string; request: unknown }[] }, name: string) => backend.asked.filter((one) => one.name === name).map(({ request }) => request);
const at = (test: string) => document.querySelector<HTMLInputElement>(`[data-test="${test}"]`)!;
const plain = (text: string | null | undefined) => (text ?? "").replaceAll("\u00A0", " ");
const chosenRow = () => document.activeElement?.getAttribute("data-row-key");

function type(test: string, text: string): void {
    const field = at(test);
    field.value = text;
    field.dispatchEvent(new Event(field.tagName === "SELECT" ? "change" : "input"));
}

async function answer(): Promise<void> {
    document.querySelector<HTMLElement>('[role="dialog"] .act-primary')!.click();
    await flushPromises();
}

describe("months", () => {
    it("shows the core's sums, the bars in words, and the same as a table", async () => {
        const { wrapper } = await shown(MonthsScreen);
        expect(wrapper.findAll('[data-test^="sum-"] .sum').map((sum) => plain(sum.text()))).toEqual(["66 000,00", "33 000,00", "16 500,00", "16 500,00"]);
        expect(wrapper.text()).toContain("räknat från 2025-11-01");
        const bars = wrapper.findAll("[data-month]");
        expect(bars.map((bar) => plain(bar.attributes("aria-label"))).filter((words) => !words.includes("ska 0,00"))).toEqual([
            "juli 2026: ska 33 000,00, kom 16 500,00, saknas 16 500,00, för lite 0,00, väntas 0,00",
            "oktober 2026: ska 16 500,00, kom 16 500,00, saknas 0,00, för lite 0,00, väntas 0,00",
        ]);
        expect(plain(wrapper.find('[data-test="months"]').text())).toContain("−16 500,00");
        await wrapper.find('[data-test="months-as-table"]').trigger("click");
        expect(plain(wrapper.find('[data-test="months"] tbody').text())).toContain("juli 2026");
        const years = wrapper.findAll('[data-test="years"] button');
        expect(years.map((year) => year.text())).toEqual(["2026", "2027"]);
        await years[1]!.trigger("click");
        expect(wrapper.find('[data-test="months"] tbody').text()).toContain("januari 2027");
    });

    it("draws the compensation that is chosen, and opens what is missing of it", async () => {
        const { wrapper, router } = await shown(MonthsScreen);
        const push = vi.spyOn(router, "push");
        wrapper.find<HTMLElement>("[data-row]").element.focus();
        press("ArrowDown");
        await nextTick();
        expect(wrapper.find('[data-test="months"] h2').text()).toContain("NYA-SCHABLON");
        // A month in which it has nothing keeps its place.
        expect(wrapper.findAll("[data-month]")[3]?.attributes("aria-label")).toContain("oktober 2026: ska 0,00");
        press("Enter");
        expect(push).toHaveBeenLastCalledWith("/forvantat/saknas?ersattning=NYA-SCHABLON");
        wrapper.find<SVGElement>("[data-month]").element.focus();
        press("Enter");
        expect(push).toHaveBeenLastCalledWith("/forvantat/saknas?sok=2026-07&ersattning=NYA-SCHABLON");
    });

    it("says what to do where there is nothing, and where no list has been read", async () => {
        const none = await shown(MonthsScreen, { "expectation.overview": () => ({ ...overview, persons: 0, amounts: 0, months: [], compensations: [], payments_since: null, sums: sums({}) }) });
        expect(none.wrapper.find('[data-test="nothing-expected"]').text()).toContain("Läs in ett register");
        expect(none.wrapper.findAll('[data-test="nothing-expected"] a').map((link) => link.attributes("href"))).toEqual(["#/personkrets", "#/inbetalningar"]);
        none.wrapper.unmount();
        const without = await shown(MonthsScreen, { "expectation.overview": () => ({ ...overview, payments_since: null }) });
        expect(without.wrapper.find('[data-test="nothing-expected"]').text()).toContain("Ingen utbetalningslista är inläst");
        await without.wrapper.find('[data-test="anyway"]').trigger("click");
        expect(plain(without.wrapper.find('[data-test="by-compensation"]').text())).toContain("66 000,00");
        expect(without.wrapper.find('[data-test="sum-missing"]').exists()).toBe(false);
        expect(without.wrapper.find('[data-test="months"]').exists()).toBe(false);
        expect(plain(without.wrapper.find('[data-test="by-compensation"]').text())).not.toMatch(/saknas|16 500,00/i);
    });

    it("tells that it takes time once a second has gone", async () => {
        vi.useFakeTimers();
        const { wrapper } = stage(LateWords, { props: { busy: true } });
        expect(wrapper.find("progress").exists()).toBe(false);
        vi.advanceTimersByTime(1000);
        await nextTick();
        expect(wrapper.text()).toContain("Räknar ut");
        await wrapper.setProps({ busy: false });
        expect(wrapper.find("progress").exists()).toBe(false);
    });
});

describe("the decisions of a month", () => {
    const decided = { row: "P01/NYA-SCHABLON/2026-10-01/2026-12-31", person: "P01", brief, compensation: "NYA-SCHABLON", compensation_name: "Tvåårsschablon", period_from: "2026-10-01", period_until: "2026-12-31", due: "2026-11-30", expected_ore: 1_650_000, granted_ore: 0, difference_ore: -1_650_000, decided: null, estimated: false, state: "not-in-decision", state_text: "saknas i beslutet", done: false };
    const view = { month: "2026-11", rows: [decided, { ...decided, row: "b", granted_ore: 1_650_000, difference_ore: 0, state: "as-expected", state_text: "som väntat" }], open: 1, expected_ore: 3_300_000, granted_ore: 1_650_000, left_out_ore: 1_650_000, text: "" };

    it("shows who was left out, marks it with a key, and goes to another month", async () => {
        const { wrapper, backend } = await shown(CheckScreen, { "expectation.check_decisions": ({ month }) => ({ ...view, month }), "expectation.mark_decisions": () => ({ ...view, open: 0, rows: view.rows.map((one) => ({ ...one, done: true })) }) });
        expect(wrapper.findAll("[data-row]")).toHaveLength(2);
        expect(wrapper.find("[data-row]").text()).toContain("saknas i beslutet");
        expect(plain(wrapper.find('[data-test="sum-left-out"]').text())).toContain("16 500,00");
        wrapper.find<HTMLElement>("[data-row]").element.focus();
        press("k");
        await flushPromises();
        expect(sent(backend, "expectation.mark_decisions")).toEqual([{ month: expect.stringMatching(/^\d{4}-\d{2}$/), rows: [decided.row], done: true }]);
        expect(wrapper.text()).toContain("inget kvar att gå igenom");
        press("ArrowRight", { altKey: true });
        await flushPromises();
        const months = (sent(backend, "expectation.check_decisions") as { month: string }[]).map(({ month }) => month);
        expect(months[1]! > months[0]!).toBe(true);
    });

    it("says where no decision is known for the month", async () => {
        const { wrapper } = await shown(CheckScreen, { "expectation.check_decisions": () => ({ ...view, rows: [], open: 0, text: "Inget beslut är inlagt." }) });
        expect(wrapper.find('[data-test="check-text"]').text()).toContain("Inget beslut är inlagt");
        expect(wrapper.find('[data-test="nothing-to-check"]').exists()).toBe(true);
    });
});

describe("what is missing", () => {
    it("tells of each row what it is, which rows may be it, and why it should have come", async () => {
        const { wrapper, backend } = await shown(MissingScreen);
        expect(wrapper.findAll("[data-row]")).toHaveLength(3);
        expect(wrapper.find('[data-test="line"]').text()).toContain("Dagen har passerat");
        expect(sent(backend, "expectation.explain").at(-1)).toEqual({ person: "P01", compensation: "NYA-SCHABLON", period_from: "2026-04-01", as_of: "2026-11-02" });
        expect(wrapper.find('[data-test="may-be"] a').attributes("href")).toBe("#/inbetalningar/l2/matcha");
        expect(wrapper.find('[data-test="may-be"]').text()).toContain("samma belopp och period");
        const why = wrapper.find('[data-test="why"]').text();
        expect(why).toContain("165 000 × 10 % = 16 500");
        expect(why).toContain("https://example.test/sfs");
        expect(why).toContain("Ej kontrollerat mot källan");
        const [, second, third] = wrapper.findAll("[data-row]");
        expect(second!.text()).toContain("2026-10-01");
        third!.element.dispatchEvent(new Event("focus"));
        await flushPromises();
        expect(wrapper.find('[data-test="parts"] a').attributes("href")).toBe("#/inbetalningar/l1/granska?rad=31");
        expect(wrapper.find('[data-test="why"]').text()).toContain("Inget i uppgifterna");
    });

    it("filters by what is wrong, by compensation and by words, with counts that follow", async () => {
        const { wrapper } = await shown(MissingScreen);
        const chips = () => wrapper.findAll('[data-test="kinds"] button').map((chip) => plain(chip.text()).replace(/\s+/g, " "));
        expect(chips()).toEqual(["Alla 3", "Inte anmälda 1", "Saknas 1", "För lite 1", "Oväntat 1", "Hålls tillbaka 1"]);
        await wrapper.findAll('[data-test="kinds"] button')[5]!.trigger("click");
        expect(wrapper.findAll("[data-row]")).toHaveLength(1);
        expect(wrapper.find('[data-test="held-because"]').text()).toContain("Vänta till december");
        type("find-missing", "åström 99-000029");
        await flushPromises();
        expect(chips()).toEqual(["Alla 1", "För lite 1"]);
        expect(wrapper.findAll("[data-row]")).toHaveLength(1);
        type("find-missing", "");
        type("missing-compensation", "FORV");
        await flushPromises();
        expect(wrapper.find("[data-row]").text()).toContain("kommunen själv");
        expect(wrapper.find('[data-test="to-person"]').attributes("disabled")).toBeDefined();
    });

    it("keeps the report after asking, with an id that stays until it is kept", async () => {
        let refuse = true;
        const { wrapper, backend, commands } = await shown(MissingScreen, {
            "expectation.keep": ({ id }) => {
                if (refuse) throw { code: "store", message: "Databasen är upptagen." };
                return { id: id ?? "", rows: 1 };
            },
        });
        expect(wrapper.find('[data-test="fresh"]').text()).toBe("En rad är inte anmäld.");
        // Its name says what it does: nothing is written to a file.
        expect(wrapper.find('[data-test="keep-report"]').text()).toContain("Märk en rad som anmäld");
        press("Enter", { ctrlKey: true });
        await flushPromises();
        expect(plain(document.querySelector('[role="dialog"]')?.textContent)).toContain("16 500,00");
        await answer();
        expect(wrapper.find('[role="alert"]').text()).toContain("Databasen är upptagen.");
        refuse = false;
        commands.find("keep-report")!.run!();
        await flushPromises();
        await answer();
        const ids = (sent(backend, "expectation.keep") as { id: string; as_of: string }[]).map(({ id }) => id);
        expect(ids[0]).toBe(ids[1]);
        expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
        expect(sent(backend, "expectation.missing").length).toBeGreaterThan(1);
        expect(chosenRow()).toContain("P01");
    });

    it("is written as PDF where the person chooses", async () => {
        const { backend } = await shown(MissingScreen, { "expectation.print": ({ path }) => ({ path, bytes: 1 }) });
        press("p", { ctrlKey: true });
        await flushPromises();
        expect(sent(backend, "expectation.print")).toEqual([]);
        backend.picks.push("/tmp/saknas.pdf");
        press("p", { ctrlKey: true });
        await flushPromises();
        expect(sent(backend, "expectation.print")).toEqual([{ path: "/tmp/saknas.pdf", as_of: "2026-11-02", report: null, rows: [], compensation: null, person: null }]);
    });

    it("reports and prints the rows that are ticked, and never one that was reported before", async () => {
        const { wrapper, backend } = await shown(MissingScreen, { "expectation.keep": ({ id }) => ({ id: id ?? "", rows: 1 }), "expectation.print": ({ path }) => ({ path, bytes: 1 }) });
        const [first, second] = wrapper.findAll<HTMLElement>("[data-row]");
        // The second has been reported: there is nothing to tick.
        expect([first, second].map((one) => one!.find(".box").exists())).toEqual([true, false]);
        await first!.find(".box").trigger("click");
        await flushPromises();
        expect(wrapper.find('[data-test="fresh"]').text()).toBe("En rad är vald.");
        backend.picks.push("/tmp/saknas.xlsx");
        press("p", { ctrlKey: true });
        await flushPromises();
        const name = "P01/NYA-SCHABLON/2026-04-01/2026-06-30";
        expect(sent(backend, "expectation.print").at(-1)).toMatchObject({ path: "/tmp/saknas.xlsx", rows: [name] });
        press("Enter", { ctrlKey: true });
        await flushPromises();
        expect(document.querySelector('[role="dialog"]')?.textContent).toContain("Den valda raden");
        await answer();
        expect(sent(backend, "expectation.keep").at(-1)).toMatchObject({ rows: [name] });
        expect(wrapper.find('[data-test="fresh"]').text()).not.toContain("vald");
    });

    it("tells of lists that nobody has read, late ones in red, and of amounts that nobody has checked", async () => {
        const unread = { compensation: "EKB-DYGN", compensation_name: "Dygnsschablon", month: "2026-09", amounts: 2, expected_ore: 200_000, payment: "2026-09-30", late_from: "2026-10-07", late: true, text: "" };
        const told = { ...report, rows: [], unread: [unread], unread_ore: 200_000, late_ore: 200_000, unread_text: "2 000,00 väntas med listor.", unchecked_ore: 100, unchecked_text: "1,00 räknas inte." };
        const { wrapper } = await shown(MissingScreen, { "expectation.missing": () => told });
        expect(wrapper.find('[data-test="unread-text"]').text()).toContain("2 000,00 väntas");
        expect(wrapper.find('[data-test="unread"] .tone-error').text()).toContain("Dygnsschablon");
        expect(wrapper.find('[data-test="unchecked-text"] a').attributes("href")).toBe("#/ersattningar/ar");
        expect(wrapper.find('[data-test="nothing-missing"]').text()).toContain("i de listor som är inlästa");
    });

    it("goes between list and explanation, and to the person", async () => {
        const { wrapper, router } = await shown(MissingScreen, {}, "/forvantat/saknas?person=P02");
        const push = vi.spyOn(router, "push");
        expect(wrapper.find("[aria-selected=true]").attributes("data-row-key")).toContain("P02");
        wrapper.find<HTMLElement>("[aria-selected=true]").element.focus();
        press("Enter");
        await flushPromises();
        expect(document.activeElement?.getAttribute("role")).toBe("region");
        press("Escape");
        await flushPromises();
        expect(chosenRow()).toContain("P02");
        press("p");
        expect(push).toHaveBeenLastCalledWith({ path: "/personkrets/P02", query: { visa: "forvantat" } });
    });

    it("says of a protected person how its explanation is read, and that is no fault", async () => {
        const { wrapper } = await shown(MissingScreen, {
            "expectation.explain": () => {
                throw { code: "person-protected", message: "Personen är skyddad." };
            },
        });
        expect(wrapper.find('[data-test="why"]').text()).toContain("Öppna personen med ett skäl");
        expect(wrapper.find('[role="alert"]').exists()).toBe(false);
    });

    it("shows of a person also what is only held back", async () => {
        const { wrapper } = await shown(MissingScreen, {}, "/forvantat/saknas?person=P03");
        expect(wrapper.find("[aria-selected=true]").attributes("data-row-key")).toContain("P03");
        expect(chosenRow()).toContain("P03");
        expect(wrapper.find('[data-test="held-because"]').exists()).toBe(true);
    });

    it("begins with what the address asks for", async () => {
        const { wrapper } = await shown(MissingScreen, {}, "/forvantat/saknas?sok=2026-07&ersattning=NYA-SCHABLON");
        expect(at("find-missing").value).toBe("2026-07");
        expect(at("missing-compensation").value).toBe("NYA-SCHABLON");
        expect(wrapper.findAll("[data-row]")).toHaveLength(2);
    });

    it("calls nothing missing before there is a list, and asks for nothing", async () => {
        const none = { payments_since: null };
        const answers: Answers = {
            "expectation.missing": () => ({ ...report, ...none }),
            "expectation.overview": () => ({ ...overview, ...none }),
            "expectation.calendar": () => ({ as_of: "2026-11-02", days: [], not_here: [{ due: "2026-07-31", compensation: "NYA-SCHABLON", compensation_name: "Schablon", count: 2, amount_ore: 3_300_000 }] }),
        };
        for (const [screen, address] of [[MissingScreen, "/forvantat/saknas"], [CalendarScreen, "/forvantat/kalender"]] as const) {
            const { wrapper, commands } = await shown(screen, answers, address);
            expect(wrapper.find('[data-test="nothing-expected"]').text()).toContain("Ingen utbetalningslista är inläst");
            expect(plain(wrapper.text())).not.toMatch(/\d,\d\d/);
            expect(wrapper.find('[data-test="missing"], [data-test="not-here"]').exists()).toBe(false);
            for (const id of ["keep-report", "print-report"]) expect(commands.find(id)?.enabled?.() ?? false).toBe(false);
            wrapper.unmount();
        }
        const { wrapper: faults } = await shown(FaultsScreen, answers);
        expect(plain(faults.text())).not.toContain("16 500,00");
        faults.unmount();
        const { wrapper: person, commands } = await shown(ExpectedOfPerson, {}, "/personkrets/P01", { person: "P01", data: { ...ofPerson, ...none }, failure: undefined });
        expect(person.text()).toContain("Ingen utbetalningslista är inläst");
        expect(person.find('[data-test="sum-missing"], [data-test="sum-came"]').exists()).toBe(false);
        expect(plain(person.find('[data-test="expected-of-person"]').text())).not.toMatch(/saknas/i);
        expect(plain(person.find('[data-test="line"]').text())).not.toMatch(/saknas|inget har kommit/i);
        expect(commands.find("to-report")?.enabled?.()).toBe(false);
    });

    it("says so where nothing is missing", async () => {
        const { wrapper } = await shown(MissingScreen, { "expectation.missing": () => ({ ...report, rows: [], fresh: 0, fresh_ore: 0, missing_ore: 0, held_ore: 0 }) });
        expect(wrapper.find('[data-test="nothing-missing"]').text()).toContain("Inget saknas");
        expect(wrapper.find('[data-test="keep-report"]').attributes("disabled")).toBeDefined();
    });
});

describe("what was reported", () => {
    it("is given up with a reason and taken up again", async () => {
        const { wrapper, backend } = await shown(ReportedScreen, {
            "expectation.write_off": ({ row: number, written_off, reason }) => ({ ...reported, rows: reported.rows.map((one) => (one.row === number ? { ...one, state: written_off ? "written-off" : "open", reason } : one)) }),
        });
        expect(wrapper.find('[data-test="worded-then"]').text()).toContain("165 000 × 10 % = 16 500");
        wrapper.find<HTMLElement>("[data-row]").element.focus();
        await nextTick();
        press("a");
        await flushPromises();
        const reason = document.querySelector<HTMLTextAreaElement>('[role="dialog"] textarea')!;
        reason.value = "Preskriberat";
        reason.dispatchEvent(new Event("input"));
        await flushPromises();
        await answer();
        expect(sent(backend, "expectation.write_off")).toEqual([{ row: 1, written_off: true, reason: "Preskriberat" }]);
        expect(chosenRow()).toBe("1");
        expect(wrapper.find('[data-test="write-off"]').text()).toContain("Ta upp igen");
        expect(wrapper.findAll('[data-test="reported-states"] button').map((chip) => plain(chip.text()).replace(/\s+/g, " "))).toEqual(["Alla 2", "Öppen 0", "Kom 0", "Avskriven 2"]);
    });

    it("tells what is not expected any more, by itself", async () => {
        const rows = [reported.rows[0]!, { ...reported.rows[0]!, row: 3, state: "not-expected" }];
        const { wrapper } = await shown(ReportedScreen, { "expectation.reported": () => ({ ...reported, rows, not_expected_ore: 1_650_000 }) });
        expect(plain(wrapper.find('[data-test="sum-not-expected"]').text())).toContain("16 500,00");
        await wrapper.findAll('[data-test="reported-states"] button')[3]!.trigger("click");
        expect(wrapper.find("[data-row]").text()).toContain("Väntas inte längre");
    });

    it("leads to what is missing where nothing was", async () => {
        const { wrapper } = await shown(ReportedScreen, { "expectation.reported": () => ({ rows: [], open_ore: 0, came_ore: 0, not_expected_ore: 0, written_off_ore: 0 }) });
        expect(wrapper.find('[data-test="nothing-reported"] a').attributes("href")).toBe("#/forvantat/saknas");
    });
});

describe("known faults", () => {
    const fault = { id: "f1", compensation: null, period_from: "2026-04-01", period_until: "2026-06-30", words: "Vänta till december" };

    it("are noted for a compensation or all, and show what they hold back", async () => {
        const { wrapper, backend } = await shown(FaultsScreen, { "expectation.note_fault": (request) => ({ faults: [{ ...fault, id: request.id }] }) });
        expect(wrapper.find('[data-test="no-faults"]').exists()).toBe(true);
        expect(plain(wrapper.find('[data-test="held"]').text())).toContain("16 500,00");
        press("n", { altKey: true });
        await flushPromises();
        for (const [test, text] of [["fault-from", "2026-04-01"], ["fault-until", "2026-06-30"], ["fault-words", "Vänta till december"]] as const) type(test, text);
        at("fault-save").click();
        await flushPromises();
        expect(sent(backend, "expectation.note_fault")).toMatchObject([{ compensation: null, period_from: "2026-04-01", period_until: "2026-06-30", words: "Vänta till december" }]);
        expect(sent(backend, "expectation.missing")).toHaveLength(2);
        expect(chosenRow()).toBe((sent(backend, "expectation.note_fault")[0] as { id: string }).id);
    });

    it("are ended after asking, and every fault of the form stands at its field", async () => {
        const { backend, commands } = await shown(FaultsScreen, {
            "expectation.faults": () => ({ faults: [fault] }),
            "expectation.end_fault": () => ({ faults: [] }),
            "expectation.note_fault": () => {
                throw { code: "reason-missing", message: "Skriv vad de säger.", place: { field: "words" } };
            },
        });
        commands.find("note-fault")!.run!();
        await flushPromises();
        at("fault-save").click();
        await flushPromises();
        expect(at("fault-words").getAttribute("aria-invalid")).toBe("true");
        document.querySelectorAll<HTMLElement>('[role="dialog"] .act')[1]!.click();
        await flushPromises();
        commands.find("end-fault")!.run!();
        await flushPromises();
        expect(document.querySelector('[role="dialog"]')?.textContent).toContain("Vänta till december");
        await answer();
        expect(sent(backend, "expectation.end_fault")).toEqual([{ id: "f1" }]);
    });
});

describe("decisions", () => {
    const grant = { id: "g1", brief, compensation: "NYA-SCHABLON", period_from: "2026-04-01", period_until: "2026-06-30", decided_on: "2026-07-15", amount_ore: 1_650_000, source: "9.9.9-1", appeal_cautious: "2026-08-05", appeal_cautious_statutory: "2026-08-05" };

    it("are entered in kronor, and what is no amount is refused here", async () => {
        const { backend, wrapper } = await shown(GrantsScreen, { "expectation.decide": (request) => ({ grants: [{ ...grant, id: request.id! }], amount_ore: 1_650_000 }), "persons.find": () => ({ persons: [brief], total: 1, more: false, page: 0, left_out: 0, left_out_text: "" }) });
        press("n", { altKey: true });
        await flushPromises();
        expect(at("grant-decided").value).toBe("2026-11-02");
        type("grant-compensation", "NYA-SCHABLON");
        for (const [test, text] of [["grant-person", "P01"], ["grant-from", "2026-04-01"], ["grant-until", "2026-06-30"], ["grant-amount", "tusen"]] as const) type(test, text);
        at("grant-save").click();
        await flushPromises();
        expect(sent(backend, "expectation.decide")).toEqual([]);
        expect(at("grant-amount").getAttribute("aria-invalid")).toBe("true");
        type("grant-amount", "16 500");
        at("grant-save").click();
        await flushPromises();
        expect(sent(backend, "expectation.decide")).toMatchObject([{ person: "P01", compensation: "NYA-SCHABLON", period_from: "2026-04-01", period_until: "2026-06-30", decided_on: "2026-11-02", amount_ore: 1_650_000, source: "" }]);
        expect(wrapper.find('[data-test="grant-sentence"]').text()).toContain("Dagen har passerat");
    });

    it("are read from a file into a draft, and begun ones are found again", async () => {
        const draft = { draft: "d1", kind: "decisions", file: "beslut.csv", read_on: "2026-11-02", rows: { errors: 1, warnings: 1 } };
        const { backend, router, wrapper } = await shown(GrantsScreen, { "decisions.drafts": () => ({ drafts: [draft] }) as never });
        expect(wrapper.find('[data-test="open-drafts"] a').attributes("href")).toBe("#/forvantat/beslut/inlasning/d1");
        backend.picks.push("/tmp/beslut.csv");
        press("o", { ctrlKey: true });
        await flushPromises();
        expect(router.currentRoute.value.fullPath).toBe("/forvantat/beslut/las-in?fil=/tmp/beslut.csv");
    });

    it("stand alone where nothing is expected for their days, and are taken back after asking", async () => {
        const { backend, wrapper, commands } = await shown(GrantsScreen, {
            "expectation.grants": () => ({ grants: [grant], amount_ore: 1_650_000 }),
            "expectation.explain": () => {
                throw { code: "no-such-row", message: "Ingen rad." };
            },
            "expectation.withdraw_grant": () => ({ grants: [], amount_ore: 0 }),
        });
        expect(wrapper.find('[data-test="grant-sentence"]').text()).toContain("Inget ska komma som börjar samma dag");
        commands.find("withdraw-grant")!.run!();
        await flushPromises();
        expect(plain(document.querySelector('[role="dialog"]')?.textContent)).toContain("NYA-SCHABLON, Testsson, Alfa, 2026-04 – 2026-06, 16 500,00");
        await answer();
        expect(sent(backend, "expectation.withdraw_grant")).toEqual([{ id: "g1" }]);
        expect(wrapper.find('[data-test="no-grants"]').exists()).toBe(true);
    });

    it("say by when they must be appealed, from their day and from the day on which they came", async () => {
        const answer = { decided: "2026-12-10", served: "2026-12-11", cautious: "2026-12-31", cautious_statutory: "2027-01-04", ordinary: "2027-01-01", ordinary_statutory: "2027-01-04", appeal_text: "" };
        const appealed = { ...grant, decided_on: "2026-12-10", appeal_cautious: "2026-12-31", appeal_cautious_statutory: "2027-01-04" };
        const { backend, wrapper } = await shown(GrantsScreen, {
            "expectation.grants": () => ({ grants: [appealed, { ...grant, id: "g2" }], amount_ore: 3_300_000 }),
            "law.appeal_days": ({ served }) => {
                if (served !== "2026-12-11") throw { code: "served-before-decided", message: "Beslutet kan inte ha kommit före det." };
                return answer;
            },
        });
        const told = () => plain(wrapper.find('[data-test="appeal"]').text());
        const serve = async (day: string) => {
            type("grant-served", day);
            at("grant-served").dispatchEvent(new KeyboardEvent("keydown", { key: "Enter" }));
            await flushPromises();
        };
        expect(told()).toContain("Överklaga senast2026-12-31, enligt lag 2027-01-04");
        expect(told()).not.toContain("Räknat från mottagandet");
        await serve("2026-12-09");
        expect(told()).toContain("Beslutet kan inte ha kommit före det.");
        await serve("2026-12-11");
        expect(sent(backend, "law.appeal_days").at(-1)).toEqual({ decided: "2026-12-10", served: "2026-12-11" });
        expect(told()).toContain("Räknat från mottagandet2027-01-01, enligt lag 2027-01-04");
        await wrapper.find('[data-test="grants"]').findAll('[role="row"]').at(-1)!.trigger("click");
        await flushPromises();
        expect(told()).toContain("Överklaga senast2026-08-05");
        expect(told()).not.toContain("Räknat från mottagandet");
        expect(at("grant-served").value).toBe("");
    });
});

describe("the calendar", () => {
    it("shows the month around today, and others as they stand on their last day", async () => {
        const { wrapper, backend, router } = await shown(CalendarScreen, {
            "expectation.calendar": ({ as_of }) => ({
                as_of: as_of ?? "2026-11-02",
                days: [{ rhythm: "month-after", text: "Betalas sista bankdagen i månaden efter.", concerned_from: "2026-10-01", concerned_until: "2026-10-31", decision: "2026-11-16", payment: "2026-11-30" }],
                not_here: [{ due: "2026-07-31", compensation: "NYA-SCHABLON", compensation_name: "Schablon", count: 1, amount_ore: 1_650_000 }],
            }),
        });
        const push = vi.spyOn(router, "push");
        expect(wrapper.find('[data-test="calendar-days"]').text()).toContain("2026-11-30");
        expect(wrapper.find('[data-test="calendar-days"]').text()).toContain("omkring 2026-11-16");
        press("ArrowLeft", { altKey: true });
        await flushPromises();
        press("ArrowRight", { altKey: true });
        press("ArrowRight", { altKey: true });
        await flushPromises();
        expect((sent(backend, "expectation.calendar") as { as_of: string | null }[]).map(({ as_of }) => as_of)).toEqual([null, "2026-10-31", null, "2026-12-31"]);
        expect(wrapper.find('[data-test="calendar-month"]').text()).toBe("december 2026");
        wrapper.find<HTMLElement>('[data-test="not-here"] [data-row]').element.focus();
        await nextTick();
        press("Enter");
        expect(push).toHaveBeenLastCalledWith("/forvantat/saknas?sok=2026-07-31&ersattning=NYA-SCHABLON");
    });
});

describe("what is expected of a person", () => {
    it("begins with what is wrong, says why, and leads to the report", async () => {
        const { wrapper, router } = await shown(ExpectedOfPerson, {}, "/personkrets/P01", { person: "P01", data: ofPerson, failure: undefined });
        const push = vi.spyOn(router, "push");
        expect(wrapper.find("[aria-selected=true]").text()).toContain("saknas");
        expect(wrapper.find('[data-test="why"]').text()).toContain("165 000 × 10 % = 16 500");
        expect(wrapper.find('[data-test="not-triggered"]').text()).toContain("Personen är inte anvisad.");
        wrapper.find<HTMLElement>("[aria-selected=true]").element.focus();
        press("Enter");
        await flushPromises();
        expect(document.activeElement?.getAttribute("role")).toBe("region");
        press("Escape");
        await flushPromises();
        expect(chosenRow()).toContain("2026-04-01");
        press("l");
        expect(push).toHaveBeenLastCalledWith("/forvantat/saknas?person=P01");
    });

    it("says why nothing comes", async () => {
        const { wrapper } = await shown(ExpectedOfPerson, {}, "/personkrets/P01", { person: "P01", data: { ...ofPerson, lines: [] }, failure: undefined });
        expect(wrapper.find('[data-test="nothing-for-person"]').text()).toContain("Personen är inte anvisad.");
    });
});

describe("what the lists make of the core's words", () => {
    it("writes whole months as months", () => {
        const words = (from: string | null, until: string | null) => plain(periodWords(from, until));
        expect(words("2026-04-01", "2026-06-30")).toBe("2026-04 – 2026-06");
        expect(words("2028-02-01", "2028-02-29")).toBe("2028-02");
        expect(words("2026-08-17", "2026-09-13")).toBe("2026-08-17 – 09-13");
        expect(words("2026-09-15", "2026-09-15")).toBe("2026-09-15");
        expect(words(null, null)).toBe("");
        expect(periodWidth([{ period_from: "2025-12-15", period_until: "2026-02-27" }])).not.toBe(periodWidth([line]));
    });

    it("names who a row is about, and finds nothing of whom is hidden", () => {
        const hidden = { ...brief, protected: true, family_name: "Skyddade personuppgifter", given_name: "" };
        expect([whoOf(brief), whoOf(null), whoOf({ ...brief, family_name: "", given_name: "" })]).toEqual(["Testsson, Alfa", "kommunen själv", "99-000011"]);
        expect(holdsWords(line, "testsson 99-000011 2026-07")).toBe(true);
        expect(holdsWords({ ...line, brief: hidden }, "99-000011")).toBe(false);
        expect([line, settled].map(isWrong)).toEqual([true, false]);
    });

    it("leaves out filters that leave nothing", () => {
        expect(kindFilters(reportLines(report)).map(({ id }) => id)).toEqual(["all", "fresh", "missing", "short", "unexpected", "held"]);
        expect(kindFilters([])).toHaveLength(1);
        expect(compensationChoices(reportLines(report)).map(({ value }) => value)).toEqual(["FORV", "NYA-SCHABLON"]);
    });

    it("fills a bar from the ground up, and never with more than should come", () => {
        expect(barParts(sums({ expected_ore: 100, missing_ore: 30, short_ore: 20, not_yet_due_ore: 10 })).map(({ name, from, to }) => [name, from, to])).toEqual([
            ["came", 0, 40],
            ["short", 40, 60],
            ["missing", 60, 90],
            ["awaited", 90, 100],
        ]);
        expect(barParts(sums({ paid_ore: 100, too_much_ore: 100 }))).toEqual([]);
        expect(yearsOf(months)).toEqual(["2026", "2027"]);
        expect(monthsOfYear(months, [], "2026").map(({ month }) => month)).toEqual(["2026-07", "2026-08", "2026-09", "2026-10"]);
        expect(expectedPlace("missing")).toBe("/forvantat/saknas");
    });
});
