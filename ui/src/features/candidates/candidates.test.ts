import { enableAutoUnmount, flushPromises } from "@vue/test-utils";
import { afterEach, describe, expect, it } from "vitest";
import { memoryBackend, type Answers } from "../../backend/memory";
import type { CandidatesView, CandidateView, ClaimAnswerView } from "../../generated/contract";
import { openStatus, press, stage } from "../../testing";
import { chipsOf, claimOf, missingWords, requestFor } from "./candidates";
import CandidatesScreen from "./CandidatesScreen.vue";
import NetScreen from "./NetScreen.vue";

// A screen that stays mounted would answer the keys of the next test.
enableAutoUnmount(afterEach);

const brief = { person: "S1", family_name: "Skol-Test", given_name: "Alfa", birth_date: null, dossier_number: null, personal_number: null, cost_centre: "7110", board: "A", protected: false };
const row: CandidateView = {
    person: "S1",
    brief,
    compensation: "ASYL-UTB-GRU",
    compensation_name: "Grundskola",
    law: "SFS 2017:193 5 §",
    period: "2026Q1",
    period_words: "kvartal 1 2026",
    unit: "7110",
    state: "within-30",
    amount_ore: 5_040_000,
    lines: [{ from: "2026-01-12", until: "2026-04-05", amount_ore: 5_040_000, computed_ore: 5_040_000, costs: 0 }],
    missing: ["number", "voucher"],
    missing_texts: ["Nummer saknas."],
    cautious: "2026-09-30",
    practice: "2026-09-30",
    statutory: "2026-09-30",
    days_left: 10,
    reason: "Får sökas.",
};
const other = { ...row, person: "S2", brief: { ...brief, person: "S2", given_name: "Bravo" } };
const passed = { ...row, person: "S3", brief: { ...brief, person: "S3" }, state: "passed", days_left: -3 };
const answer: ClaimAnswerView = { answer: "a1", kind: "lost", person: "S3", brief, compensation: "ASYL-UTB-GRU", period: "2026Q1", amount_ore: 5_040_000, reason: "För sent", by: "ANNA", at: "2026-10-15T08:00:00Z", confirmed_by: null };
const view: CandidatesView = {
    as_of: "2026-09-20",
    rows: [row, other, passed],
    total: 3,
    sum_ore: 15_120_000,
    all: 3,
    states: [{ state: "overdue", count: 0, sum_ore: 0 }, { state: "within-30", count: 2, sum_ore: 10_080_000 }],
    left_out: 0,
    left_out_text: "",
    without_right_total: 4,
    answers_total: 1,
};

async function shown(answers: Answers = {}) {
    const staged = stage(CandidatesScreen, {
        backend: memoryBackend({
            "boards.list": () => ({ boards: [] }),
            "law.list": () => ({ compensations: [], on: "2026-11-02", not_checked: 0 }),
            "candidates.list": () => view,
            "candidates.without_right": () => ({ rows: [], total: 4 }),
            "candidates.answers": () => ({ rows: [answer], total: 1 }),
            "candidates.person": () => ({ rows: [], without_right: [] }),
            ...answers,
        }),
    });
    await flushPromises();
    return staged;
}

const asked = (backend: { asked: { name: string; request: unknown }[] }, name: string) => backend.asked.filter((one) => one.name === name).map(({ request }) => request);

async function reason(words: string): Promise<void> {
    await flushPromises();
    const field = document.querySelector("textarea")!;
    field.value = words;
    field.dispatchEvent(new Event("input"));
    document.querySelector<HTMLElement>('[data-test="reason-confirm"]')!.click();
    await flushPromises();
}

describe("candidates", () => {
    it("become one claim where they are of one compensation", () => {
        expect(claimOf("x", [row, other])).toEqual({
            id: "x",
            compensation: "ASYL-UTB-GRU",
            period: null,
            unit: "7110",
            candidates: [{ person: "S1", period: "2026Q1" }, { person: "S2", period: "2026Q1" }],
            from: null,
        });
        expect(claimOf("x", [row, { ...other, unit: "7120" }])?.unit).toBeNull();
        expect(claimOf("x", [row, { ...other, compensation: "EKB-VARD" }])).toBeUndefined();
        expect(claimOf("x", [])).toBeUndefined();
    });

    it("are narrowed by a chip, and by the list that it is of", () => {
        expect(requestFor("overdue", "", "7110")).toMatchObject({ state: "overdue", unit: "7110", compensation: null });
        expect(requestFor("answers", "", "")).toMatchObject({ state: null });
        expect(chipsOf(view).map(({ id, count }) => [id, count])).toEqual([["all", 3], ["overdue", 0], ["within-30", 2], ["without-right", 4], ["answers", 1]]);
        expect(missingWords(row)).toBe("nummer, verifikat");
    });
});

describe("the list of candidates", () => {
    it("makes a claim of what is ticked", async () => {
        const { wrapper, backend } = await shown({ "claims.create": () => ({ claim: "c1" }) as never });
        wrapper.find<HTMLElement>('[data-row-key="S1|ASYL-UTB-GRU|2026Q1"]').element.focus();
        await flushPromises();
        press(" ");
        wrapper.find<HTMLElement>('[data-row-key="S2|ASYL-UTB-GRU|2026Q1"]').element.focus();
        await flushPromises();
        press(" ");
        await flushPromises();
        expect(wrapper.find('[data-test="candidates-marked"]').text()).toContain("2 rader");
        press("n");
        await flushPromises();
        expect(asked(backend, "claims.create")).toMatchObject([{ candidates: [{ person: "S1" }, { person: "S2" }] }]);
    });

    it("answers why something cannot be claimed, and takes it back", async () => {
        const { wrapper, backend } = await shown({ "candidates.answer": () => answer, "candidates.withdraw": () => view });
        wrapper.find<HTMLElement>('[data-row-key="S2|ASYL-UTB-GRU|2026Q1"]').element.focus();
        await flushPromises();
        press("g");
        await reason("Annan kommun");
        expect(asked(backend, "candidates.answer")).toEqual([{ id: expect.any(String), person: "S2", compensation: "ASYL-UTB-GRU", period: "2026Q1", reason: "Annan kommun" }]);
        press("z", { ctrlKey: true });
        await flushPromises();
        expect(asked(backend, "candidates.withdraw")).toHaveLength(1);
    });

    it("calls lost only what has passed, and lets another confirm it", async () => {
        const { wrapper, backend } = await shown({ "candidates.lose": () => answer, "candidates.confirm_lost": () => answer });
        wrapper.find<HTMLElement>('[data-row-key="S1|ASYL-UTB-GRU|2026Q1"]').element.focus();
        await flushPromises();
        expect(wrapper.find('[data-test="candidate-lose"]').attributes("disabled")).toBeDefined();
        wrapper.find<HTMLElement>('[data-row-key="S3|ASYL-UTB-GRU|2026Q1"]').element.focus();
        await flushPromises();
        press("f");
        await reason("För sent");
        expect(asked(backend, "candidates.lose")).toHaveLength(1);
        await wrapper.findAll('[data-test="candidates-chips"] button').at(-1)!.trigger("click");
        await flushPromises();
        expect(wrapper.find('[data-test="answers"]').text()).toContain("väntar på bekräftelse");
        await wrapper.find('[data-test="candidate-confirm"]').trigger("click");
        await flushPromises();
        expect(asked(backend, "candidates.confirm_lost")).toEqual([{ id: "a1" }]);
    });

    it("asks whoever is logged in for the password before a loss is confirmed", async () => {
        const staged = await shown({
            "candidates.confirm_lost": ({ password }) => {
                if (password !== "Bos eget") throw { code: "login-wrong", message: "Lösenordet stämmer inte." };
                return answer;
            },
        });
        staged.session.status = openStatus({ logged_in: true, user: "bo" });
        await staged.wrapper.findAll('[data-test="candidates-chips"] button').at(-1)!.trigger("click");
        await flushPromises();
        await staged.wrapper.find('[data-test="candidate-confirm"]').trigger("click");
        await flushPromises();
        expect(asked(staged.backend, "candidates.confirm_lost")).toEqual([]);
        for (const [password, left] of [["fel", 1], ["Bos eget", 0]] as const) {
            const field = document.querySelector<HTMLInputElement>('[data-test="password-again"]')!;
            field.value = password;
            field.dispatchEvent(new Event("input"));
            document.querySelector<HTMLElement>('[data-test="password-go"]')!.click();
            await flushPromises();
            expect(document.querySelectorAll('[role="dialog"]')).toHaveLength(left);
        }
        expect(asked(staged.backend, "candidates.confirm_lost")).toEqual([{ id: "a1", password: "fel" }, { id: "a1", password: "Bos eget" }]);
    });
});

describe("what placements cost", () => {
    it("is asked for the months that are typed", async () => {
        const net = { rows: [{ person: "S1", brief, month: "2026-04", cost_ore: 900, lump_sum_ore: 300, claimed_ore: 200, net_ore: 400 }], total: 1, cost_ore: 900, lump_sum_ore: 300, claimed_ore: 200, net_ore: 400 };
        const { wrapper, backend } = stage(NetScreen, { backend: memoryBackend({ "candidates.net": () => net }) });
        await flushPromises();
        expect(wrapper.find('[data-test="net"]').text()).toContain("4,00");
        const from = wrapper.find<HTMLInputElement>('[data-test="net-from"]');
        await from.setValue("2026-04");
        await wrapper.find("form").trigger("submit");
        await flushPromises();
        expect(asked(backend, "candidates.net").at(-1)).toMatchObject({ from: "2026-04", shown: { page: 0 } });
    });
});
