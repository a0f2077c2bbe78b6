import { enableAutoUnmount, flushPromises } from "@vue/test-utils";
import { afterEach, describe, expect, it } from "vitest";
import { Failure } from "../../backend";
import { memoryBackend, type Answers } from "../../backend/memory";
import type { CostsPage, CostView } from "../../generated/contract";
import { press, stage } from "../../testing";
import { personsOf, typedOf, whoOf } from "./costs";
import CostsScreen from "./CostsScreen.vue";

// A screen that stays mounted would answer the keys of the next test.
enableAutoUnmount(afterEach);

const person = (id: string, name: string) => ({ person: id, family_name: name, given_name: "Alfa", birth_date: null, dossier_number: null, personal_number: null, cost_centre: null, board: null, protected: false });
const share = (id: string, name: string, amount_ore: number) => ({ person: person(id, name), amount_ore, fee_ore: 0, claim: null, claim_state: null });
const cost: CostView = {
    cost: "K1",
    persons: ["P04"],
    shares: [share("P04", "Ärlig-Test", 8_241_000)],
    compensation: "EKB-VARD",
    compensation_name: "Vård, tillstånd",
    from: "2026-07-01",
    until: "2026-07-31",
    amount_ore: 8_241_000,
    fee_ore: 0,
    item: null,
    item_text: "",
    voucher: "7001",
    unit: "7120",
    unit_name: "Exempel stadsdelsnämnd B",
    note: "",
    claim: null,
    open: true,
};
const page: CostsPage = { costs: [cost], total: 1, amount_ore: 8_241_000, fee_ore: 0, open_ore: 8_241_000, left_out: 0, left_out_text: "" };
const shown = { cost, stands: true, versions: [{ cost, what: "entered", reason: "", actor: "EXEMPEL", at: "2026-11-02T09:14:00Z" }] };

async function screen(answers: Answers = {}) {
    const backend = memoryBackend({
        "costs.list": () => page,
        "costs.show": () => shown,
        "costs.drafts": () => ({ drafts: [] }),
        "boards.list": () => ({ boards: [{ cost_centre: "7120", name: "B" }] }),
        "compensations.list": () => ({ compensations: [] }),
        "law.items": () => ({ items: [{ item: "food", text: "Mat" }] }),
        "persons.find": () => ({ persons: [], total: 0, more: false, page: 0, left_out: 0, left_out_text: "" }),
        ...answers,
    });
    const staged = stage(CostsScreen, { backend });
    await flushPromises();
    return staged;
}

const asked = (backend: { asked: { name: string; request: unknown }[] }, name: string) => backend.asked.filter((one) => one.name === name).map(({ request }) => request);

function type(test: string, text: string): void {
    const field = document.querySelector<HTMLInputElement>(`[data-test="${test}"]`)!;
    field.value = text;
    field.dispatchEvent(new Event(field.tagName === "SELECT" ? "change" : "input"));
}

describe("the costs", () => {
    it("shows what is in no claim, and all of them where that is chosen", async () => {
        const { wrapper, backend } = await screen();
        expect(wrapper.find('[data-row-key="K1"]').text()).toContain("Ärlig-Test, Alfa");
        expect(wrapper.find('[data-test="cost-versions"]').text()).toContain("EXEMPEL");
        expect(asked(backend, "costs.list")).toMatchObject([{ open: true, shown: { page: 0 } }]);
        type("cost-open-filter", "");
        await flushPromises();
        expect(asked(backend, "costs.list").at(-1)).toMatchObject({ open: false });
    });

    it("enters a cost for two, as much for each", async () => {
        const { backend } = await screen({ "costs.add": () => ({ costs: [cost] }) });
        press("n", { altKey: true });
        await flushPromises();
        document.querySelector<HTMLButtonElement>('[data-test="cost-another"]')!.click();
        await flushPromises();
        type("cost-person-0", "P03");
        type("cost-person-1", "P04");
        type("cost-from", "2026-07-01");
        type("cost-until", "2026-07-31");
        type("cost-amount", "1 000,50");
        await flushPromises();
        document.querySelector<HTMLButtonElement>('[data-test="cost-save"]')!.click();
        await flushPromises();
        expect(asked(backend, "costs.add")).toMatchObject([{ persons: [{ person: "P03", amount_ore: null }, { person: "P04", amount_ore: null }], amount_ore: 100_050, fee_ore: 0, from: "2026-07-01" }]);
    });

    it("asks why a cost that looks the same is another", async () => {
        const { backend } = await screen({
            "costs.add": () => {
                throw new Failure("cost-there-is-one", "Kostnaden verkar redan finnas.", { field: "voucher" });
            },
        });
        press("n", { altKey: true });
        await flushPromises();
        type("cost-amount", "10");
        await flushPromises();
        expect(document.querySelector('[data-test="cost-not-the-same"]')).toBeNull();
        document.querySelector<HTMLButtonElement>('[data-test="cost-save"]')!.click();
        await flushPromises();
        expect(document.querySelector('[data-test="cost-not-the-same"]')).not.toBeNull();
        expect(asked(backend, "costs.add")).toHaveLength(1);
    });

    it("corrects the chosen cost with a reason, and takes it back with one", async () => {
        const { backend } = await screen({ "costs.correct": () => ({ costs: [{ ...cost, cost: "K2" }] }), "costs.withdraw": () => shown });
        press("r", { altKey: true });
        await flushPromises();
        type("cost-amount", "80 000");
        type("cost-reason", "Fel belopp");
        await flushPromises();
        document.querySelector<HTMLButtonElement>('[data-test="cost-save"]')!.click();
        await flushPromises();
        expect(asked(backend, "costs.correct")).toMatchObject([{ cost: "K1", reason: "Fel belopp", amount_ore: 8_000_000, voucher: "7001", persons: [{ person: "P04", amount_ore: null }] }]);
        press("x", { altKey: true });
        await flushPromises();
        const reason = document.querySelector<HTMLTextAreaElement>("dialog[open] textarea, [role=dialog] textarea")!;
        reason.value = "Fanns inte";
        reason.dispatchEvent(new Event("input"));
        document.querySelector<HTMLButtonElement>('[data-test="reason-confirm"]')!.click();
        await flushPromises();
        expect(asked(backend, "costs.withdraw")).toMatchObject([{ cost: "K1", reason: "Fanns inte" }]);
    });
});

describe("what is typed", () => {
    it("keeps the shares of several, and leaves empty lines out", () => {
        const several = { ...cost, shares: [share("P03", "A", 7_000), share("P04", "B", 3_000)] };
        expect(typedOf(several).persons).toEqual([
            { person: "P03", kronor: "70,00" },
            { person: "P04", kronor: "30,00" },
        ]);
        expect(whoOf(several.shares)).toContain("1");
        expect(personsOf([{ person: "P03", kronor: "70,00" }, { person: "", kronor: "" }])).toEqual([{ person: "P03", amount_ore: 7_000 }]);
        expect(personsOf([{ person: "P03", kronor: "sjuttio" }])).toBeUndefined();
    });
});
