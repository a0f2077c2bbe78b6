import { enableAutoUnmount, flushPromises } from "@vue/test-utils";
import { afterEach, describe, expect, it, vi } from "vitest";
import { memoryBackend, type Answers } from "../../backend/memory";
import type { ClaimBrief, ClaimLineView, ClaimView } from "../../generated/contract";
import { openStatus, press, stage } from "../../testing";
import { daysLeft } from "../cases/cases";
import { isUrgent, fieldsToCopy, stepsOf } from "./claims";
import ClaimScreen from "./ClaimScreen.vue";
import ClaimsScreen from "./ClaimsScreen.vue";

// A screen that stays mounted would answer the keys of the next test.
enableAutoUnmount(afterEach);

const brief: ClaimBrief = {
    claim: "c1",
    number: "Å2026-0001",
    compensation: "ASYL-UTB-GRU",
    compensation_name: "Grundskola",
    period: "2026Q3",
    unit: "7110",
    unit_name: "Exempel stadsdelsnämnd A",
    state: "draft",
    lines: 1,
    sum_ore: 3_360_000,
    cautious: "2027-03-30",
    days_left: 148,
};
const person = { person: "P01", family_name: "Testsson", given_name: "Alfa", birth_date: null, dossier_number: "99000011", personal_number: null, cost_centre: "7110", board: "A", protected: false };
const line: ClaimLineView = {
    line: "l1",
    person: "P01",
    brief: person,
    number: "99000011",
    from: "2026-08-17",
    until: "2026-10-11",
    unit: "7110",
    amount_ore: 3_360_000,
    service_ore: null,
    difference: "",
    explanation: ["2 × 168 000 = 336 000", "336 000 / 10 = 33 600"],
    costs: [],
    comment: "Fel skola",
};
const view: ClaimView = {
    claim: "c1",
    number: "Å2026-0001",
    state: "draft",
    version: 3,
    compensation: "ASYL-UTB-GRU",
    compensation_name: "Utbildning: grundskola",
    period: "2026Q3",
    period_from: "2026-07-01",
    period_until: "2026-09-30",
    unit: "7110",
    unit_name: "Exempel stadsdelsnämnd A",
    diary_number: "",
    agency_number: "",
    sum_ore: 3_360_000,
    service_sum_ore: 0,
    cautious: "2027-03-30",
    practice: "2027-03-31",
    statutory: "2027-03-31",
    days_left: 148,
    open: true,
    approved_alone: false,
    protected: false,
    steps: [{ to: "withdrawn" }, { to: "in-review" }],
    lines: [line],
    findings: [{ code: "evidence-missing", severity: "error", stops: true, line: null, message: "Underlag saknas: Uppgift om skolgången.", may_be_passed: true, passed: null }],
    evidence: [{ evidence: "enrolment", text: "Uppgift om skolgången", there: false }],
    documents: [],
    log: [{ version: 1, at: "2026-11-02T09:14:00Z", actor: "EXEMPEL", what: "Ansökan skapad.", reason: "" }],
    submission: null,
    files: [],
};
const claims = { claims: [brief], states: [{ state: "draft", count: 1, sum_ore: 3_360_000 }], left_out: 0, left_out_text: "" };

async function shown(component: object, answers: Answers) {
    const staged = stage(component, { backend: memoryBackend({ "boards.list": () => ({ boards: [{ cost_centre: "7110", name: "A" }] }), "law.list": () => ({ compensations: [], on: "2026-11-02", not_checked: 0 }), ...answers }) });
    await flushPromises();
    return staged;
}

const asked = (backend: { asked: { name: string; request: unknown }[] }, name: string) => backend.asked.filter((one) => one.name === name).map(({ request }) => request);

function type(test: string, text: string): void {
    const field = document.querySelector<HTMLInputElement>(`[data-test="${test}"]`)!;
    field.value = text;
    field.dispatchEvent(new Event(field.tagName === "SELECT" ? "change" : "input"));
}

describe("claims", () => {
    it("tell how near a last day is, until they have left the house", () => {
        expect([daysLeft(null), daysLeft(7), daysLeft(-2)]).toEqual(["", "7", "\u22122"]);
        expect(isUrgent({ state: "draft", days_left: 14 })).toBe(true);
        expect(isUrgent({ state: "draft", days_left: 15 })).toBe(false);
        expect(isUrgent({ state: "submitted", days_left: -1 })).toBe(false);
    });

    it("give the service's fields as they are typed there", () => {
        expect(fieldsToCopy(line).map(({ key, value }) => [key, value])).toEqual([
            ["1", "99000011"],
            ["2", "2026-08-17"],
            ["3", "2026-10-11"],
            ["4", "33600"],
        ]);
        expect(fieldsToCopy({ ...line, number: null, amount_ore: 12_345 }).map(({ value }) => value)).toEqual(["", "2026-08-17", "2026-10-11", "123,45"]);
    });

    it("lead on before they lead back", () => {
        expect(stepsOf(view)).toEqual(["in-review", "withdrawn"]);
        expect(stepsOf({ ...view, steps: [{ to: "returned" }, { to: "submitted" }] })).toEqual(["submitted", "returned"]);
    });
});

describe("the list of claims", () => {
    it("tells sums by state and asks the core for each filter", async () => {
        const { wrapper, backend } = await shown(ClaimsScreen, { "claims.list": () => claims });
        expect(wrapper.text()).toContain("1 utkast, 33");
        expect(wrapper.find('[data-row-key="c1"]').text()).toContain("Å2026-0001");
        type("claim-state-filter", "approved");
        await flushPromises();
        type("claim-unit-filter", "7110");
        await flushPromises();
        expect(asked(backend, "claims.list").at(-1)).toEqual({ state: "approved", compensation: null, unit: "7110", shown: { page: 0 } });
    });

    it("makes a claim by N, and keeps what was typed when the core refuses it", async () => {
        const { wrapper, backend } = await shown(ClaimsScreen, {
            "claims.list": () => claims,
            "claims.create": () => {
                throw { code: "claim-period-unfit", message: "En ansökan omfattar ett kvartal.", place: { field: "period" } };
            },
        });
        wrapper.find<HTMLElement>('[data-row-key="c1"]').element.focus();
        press("n");
        await flushPromises();
        type("claim-period", "2026");
        document.querySelector<HTMLElement>('[data-test="claim-save"]')!.click();
        await flushPromises();
        expect(document.querySelector('[role="dialog"]')?.textContent).toContain("omfattar ett kvartal");
        expect(document.querySelector<HTMLInputElement>('[data-test="claim-period"]')?.value).toBe("2026");
        expect(asked(backend, "claims.create")).toHaveLength(1);
    });
});

describe("a claim", () => {
    it("goes on with the version that was seen", async () => {
        const { wrapper, backend } = await shown(ClaimScreen, { "claims.view": () => view, "claims.send": () => ({ ...view, state: "in-review", open: false, version: 4 }) });
        expect(wrapper.findAll('[data-test^="step-"]').map((button) => button.attributes("data-test"))).toEqual(["step-in-review", "step-withdrawn"]);
        press("Enter", { ctrlKey: true });
        await flushPromises();
        expect(asked(backend, "claims.send")).toEqual([{ id: expect.any(String), claim: expect.anything(), version: 3 }]);
        expect(wrapper.find('[data-test="claim-state"]').text()).toBe("i granskning");
        expect(wrapper.find('[data-test="add-line"]').exists()).toBe(false);
    });

    it("copies each field of the service by its key", async () => {
        const write = vi.fn(async () => undefined);
        Object.assign(navigator, { clipboard: { writeText: write } });
        const { wrapper } = await shown(ClaimScreen, { "claims.view": () => view });
        wrapper.find<HTMLElement>('[data-row-key="l1"]').element.focus();
        for (const key of ["1", "4"]) {
            press(key);
            await flushPromises();
        }
        expect(write.mock.calls).toEqual([["99000011"], ["33600"]]);
        expect(wrapper.text()).toContain("Belopp är kopierat.");
    });

    it("says what stops it, and passes it with a reason", async () => {
        const { wrapper, backend } = await shown(ClaimScreen, { "claims.view": () => view, "claims.pass": () => ({ ...view, findings: [] }) });
        expect(wrapper.find('[data-test="claim-findings"]').text()).toContain("Underlag saknas");
        expect(wrapper.find('[data-test="line-comment"]').text()).toContain("Fel skola");
        await wrapper.find('[data-test="pass-finding"]').trigger("click");
        await flushPromises();
        document.querySelector("textarea")!.value = "Intyget kommer";
        document.querySelector("textarea")!.dispatchEvent(new Event("input"));
        document.querySelector<HTMLElement>('[data-test="reason-confirm"]')!.click();
        await flushPromises();
        expect(asked(backend, "claims.pass")).toEqual([{ id: expect.any(String), claim: expect.anything(), version: 3, code: "evidence-missing", line: null, reason: "Intyget kommer" }]);
        expect(wrapper.find('[data-test="claim-findings-none"]').exists()).toBe(true);
    });

    it("asks for receipt and moment, and keeps them when the receipt is used", async () => {
        const approved = { ...view, state: "approved", open: false, findings: [], steps: [{ to: "returned" }, { to: "submitted" }] };
        const { backend } = await shown(ClaimScreen, {
            "claims.view": () => approved,
            "claims.submit": () => {
                throw { code: "receipt-used", message: "Kvittensen står redan på Å2026-0002.", place: { field: "receipt" } };
            },
        });
        press("Enter", { ctrlKey: true });
        await flushPromises();
        type("submit-receipt", "K-1");
        type("submit-on", "2026-11-02 10:15");
        document.querySelector<HTMLElement>('[data-test="claim-dialog-save"]')!.click();
        await flushPromises();
        expect(document.querySelector('[role="dialog"]')?.textContent).toContain("står redan på Å2026-0002");
        expect(document.querySelector<HTMLInputElement>('[data-test="submit-receipt"]')?.value).toBe("K-1");
        expect(asked(backend, "claims.submit")).toEqual([{ id: expect.any(String), claim: "c1", version: 3, receipt: "K-1", on: "2026-11-02 10:15" }]);
    });

    it("is approved with the password of whoever is logged in, and what is refused stands in the dialog", async () => {
        const waits = { ...view, state: "in-review", open: false, findings: [], steps: [{ to: "returned" }, { to: "approved" }] };
        const staged = await shown(ClaimScreen, {
            "claims.view": () => waits,
            "claims.approve": ({ password }) => {
                if (password !== "Bos eget") throw { code: "login-wrong", message: "Lösenordet stämmer inte." };
                return { ...waits, state: "approved" };
            },
        });
        staged.session.status = openStatus({ logged_in: true, user: "bo" });
        press("Enter", { ctrlKey: true });
        await flushPromises();
        expect(asked(staged.backend, "claims.approve")).toEqual([]);
        for (const [password, left] of [["fel", 1], ["Bos eget", 0]] as const) {
            type("password-again", password);
            document.querySelector<HTMLElement>('[data-test="password-go"]')!.click();
            await flushPromises();
            expect(document.querySelectorAll('[role="dialog"]')).toHaveLength(left);
        }
        expect(asked(staged.backend, "claims.approve")).toHaveLength(2);
    });

    it("is fetched anew when somebody else has changed it", async () => {
        let changed = false;
        const { wrapper } = await shown(ClaimScreen, {
            "claims.view": () => (changed ? { ...view, version: 4, diary_number: "2026/17" } : view),
            "claims.send": () => {
                changed = true;
                throw { code: "claim-changed", message: "Ansökan har ändrats sedan den visades: ANNA: Diarienummer ändrades." };
            },
        });
        press("Enter", { ctrlKey: true });
        await flushPromises();
        expect(wrapper.text()).toContain("ANNA: Diarienummer ändrades.");
        expect(wrapper.text()).toContain("2026/17");
    });
});
