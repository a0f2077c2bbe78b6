import { flushPromises } from "@vue/test-utils";
import { defineComponent, h, ref } from "vue";
import { afterEach, describe, expect, it } from "vitest";
import { memoryBackend } from "../../../backend/memory";
import type { ListView, MatchRow, PersonBrief } from "../../../generated/contract";
import { press, stage } from "../../../testing";
import MatchStep from "./MatchStep.vue";

const person = (id: string, name: string): PersonBrief => ({
    person: id, family_name: name, given_name: "Alfa", birth_date: null, dossier_number: "99000011", personal_number: null, cost_centre: "7110", board: "Exempel stadsdelsnämnd A", protected: false,
});
const [testsson, provsson] = [person("P1", "Testsson"), person("P2", "Provsson")];
const payment = (line: number, to: PersonBrief | null, candidates: PersonBrief[] = []): MatchRow => ({
    line, payment_code: "GYMN", list_family_name: "Testsson", list_given_name: "Alfa", dossier_number: "99000011", personal_number: null, period_from: "2026-08-17",
    period_until: "2026-09-13", amount_ore: 100, matched: to !== null, reason_code: null, reason_short: "", reason: to === null ? "Numren pekar på två." : "Dossiernummer lika", person: to, candidates, locked: false, has_new_number: false,
});
const none = { rows: 0, readable: 0, net_ore: 0 };
const view: ListView = {
    summary: {
        list: "l1", file: "lista.csv", profile: "a", state: "committed", step: "match", payment_date: "2026-10-30", read_on: "2026-11-02", rows: 3,
        open_rows: 0, unmatched_rows: 1, net_ore: 300, file_ore: 300, bank_ore: 300, difference_ore: 0,
    },
    container: "text", encoding: "utf-8", separator: ";", sha256: "", bytes: 1, unknown_columns: [], file_sum: none, taken: none, parked: none, left: none,
    counts: { all: 3, open: 0, errors: 0, warnings: 0, corrected: 0, parked: 0, accepted: 0, clean: 3 },
    list_findings: [], bank_reason: null, can_undo: false, distributions: [],
};

let unmount: (() => void) | undefined;
afterEach(() => {
    unmount?.();
    document.body.querySelectorAll("body > :not([hidden])").forEach((left) => left.remove());
});

/** A core in small: line 2 is matched by the program, line 3 points at two persons. */
async function open(first: Partial<MatchRow> = {}) {
    const rows = [{ ...payment(2, testsson, [testsson]), ...first }, payment(3, null, [testsson, provsson])];
    const set = (line: number, to: PersonBrief | null) => {
        const at = rows.findIndex((row) => row.line === line);
        const changed = payment(line, to, rows[at]?.candidates);
        rows[at] = changed;
        return changed;
    };
    const backend = memoryBackend({
        "match.rows": ({ shown: { page = 0 } = {} }) => {
            const unmatched = rows.filter((row) => !row.matched).length;
            return { rows, total: 2, all: 2, unmatched, automatic: 2 - unmatched, manual: 0, unmatched_ore: unmatched * 100, page };
        },
        "match.choose": ({ line, person: id }) => set(line, id === "P1" ? testsson : provsson),
        "match.undo": ({ line }) => set(line, null),
        "match.add_numbers": ({ line }) => {
            const row = rows.find((one) => one.line === line);
            if (row) row.has_new_number = false;
            return row ?? payment(line, null);
        },
        "match.run": () => ({ outcome: "done", list: "l1", matched: 2, suspense: 0, rows: [] }),
        "payments.list": () => view,
        "persons.find": ({ text }) => ({ persons: text === "prov" ? [provsson] : [], total: text === "prov" ? 1 : 0, more: false, page: 0, left_out: 0, left_out_text: "" }),
    });
    const Page = defineComponent({
        setup() {
            const now = ref(view);
            return () => h("div", [h(MatchStep, { modelValue: now.value, "onUpdate:modelValue": (next: ListView) => (now.value = next) })]);
        },
    });
    const one = stage(Page, { backend });
    unmount = () => one.wrapper.unmount();
    await flushPromises();
    one.wrapper.find<HTMLElement>('[data-row-key="2"]').element.focus();
    await flushPromises();
    return { ...one, changes: () => backend.asked.filter(({ name }) => /^match\.(choose|undo)$/.test(name)).map(({ name, request }) => [name, request]) };
}

async function key(name: string, modifiers: KeyboardEventInit = {}): Promise<void> {
    press(name, modifiers);
    await flushPromises();
}

describe("Matcha", () => {
    it("leads to what nobody is found for, and takes a candidate", async () => {
        const { wrapper, changes } = await open();
        expect(wrapper.find('[data-test="suspense"]').text()).toBe("1 rad, 1,00, stannar på observationskontot");
        await key("n");
        expect((document.activeElement as HTMLElement).dataset.rowKey).toBe("3");
        await wrapper.find('[data-test="choose-P2"]').trigger("click");
        await flushPromises();
        expect(changes()).toEqual([["match.choose", { list: "l1", line: 3, person: "P2" }]]);
        expect(wrapper.find('[data-test="suspense"]').text()).toBe("Alla betalningar är matchade.");
    });

    it("offers to add a number that nobody has, and matches again by it", async () => {
        const { wrapper, backend } = await open({ has_new_number: true });
        await wrapper.find('[data-test="add-numbers"]').trigger("click");
        await flushPromises();
        const changes = backend.asked.filter(({ name }) => /^match\.(add_numbers|run)$/.test(name));
        expect(changes.map(({ name }) => name)).toEqual(["match.add_numbers", "match.run"]);
        expect(wrapper.find('[data-test="add-numbers"]').exists()).toBe(false);
    });

    it("undoes before it takes another, and by Ctrl Z what was done last", async () => {
        const { wrapper, changes } = await open();
        await key("F2");
        await wrapper.find('[data-test="find-person"]').setValue("prov");
        await flushPromises();
        await key("Enter");
        expect(changes()).toEqual([
            ["match.undo", { list: "l1", line: 2 }],
            ["match.choose", { list: "l1", line: 2, person: "P2" }],
        ]);
        await key("z", { ctrlKey: true });
        expect(changes().at(-1)).toEqual(["match.undo", { list: "l1", line: 2 }]);
        const before = changes().length;
        await key("z", { ctrlKey: true });
        expect(changes()).toHaveLength(before);
    });
});
