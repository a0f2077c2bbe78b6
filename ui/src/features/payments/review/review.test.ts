import { flushPromises } from "@vue/test-utils";
import { defineComponent, h, ref } from "vue";
import { afterEach, describe, expect, it } from "vitest";
import { memoryBackend, type Answers } from "../../../backend/memory";
import { decisionWords, signOf } from "../../../components/review";
import type { Diagnostic, ListView, RowDetail, RowView } from "../../../generated/contract";
import { held, press, stage } from "../../../testing";
import ReviewStep from "./ReviewStep.vue";
import { columnsFor, readingsOf } from "./rows";

let unmount: (() => void) | undefined;
afterEach(() => {
    unmount?.();
    history.replaceState(null, "");
    document.body.querySelectorAll("body > :not([hidden])").forEach((left) => left.remove());
});

const finding = (line: number, severity = "error"): Diagnostic => ({
    line,
    column: 13,
    column_name: "Belopp",
    code: severity === "error" ? "amount-not-a-number" : "amount-zero",
    severity,
    message: "Fel. Rätta.",
    what: "Fel.",
    todo: "Rätta.",
    short: "inget tal",
});
const row = (line: number, state: string, severity = "error"): RowView => ({
    line,
    state,
    payment_code: "GYMN",
    person_name: "Provsson, Foxtrot",
    dossier_number: "99000060",
    period_from: "2026-05-04",
    period_until: "2026-05-31",
    amount_ore: severity === "error" && state === "open" ? null : 100,
    finding: state === "clean" ? null : finding(line, severity),
    finding_field: state === "clean" ? null : "amount",
    unread: severity === "error" && state === "open" ? { amount: "9 0O0,00" } : {},
});

/** A core in small: four rows, of which what is decided is remembered. */
function small(refuse?: { code: string; message: string }, ofList: Diagnostic[] = []) {
    const rows = [row(2, "clean"), row(3, "open"), row(4, "open", "warning"), row(5, "open", "warning")];
    const decided: unknown[] = [];
    let bank: { ore: number | null; reason: string | null } = { ore: null, reason: null };
    const count = (state: string) => rows.filter((one) => one.state === state).length;
    const view = (): ListView => {
        const open = rows.filter((one) => one.state === "open");
        const sum = (of: RowView[]) => ({ rows: of.length, readable: of.filter((one) => one.amount_ore !== null).length, net_ore: of.reduce((ore, one) => ore + (one.amount_ore ?? 0), 0) });
        const taken = sum(rows.filter((one) => one.state !== "open" && one.state !== "parked"));
        return {
            summary: {
                list: "l1", file: "lista.csv", profile: "a", state: "draft", step: "review", payment_date: "2026-10-30", read_on: "2026-11-02", rows: 4,
                open_rows: open.length, unmatched_rows: 0, net_ore: taken.net_ore, file_ore: sum(rows).net_ore, bank_ore: bank.ore,
                difference_ore: bank.ore === null ? null : sum(rows).net_ore - bank.ore,
            },
            container: "text", encoding: "utf-8", separator: ";", sha256: "", bytes: 1, unknown_columns: [],
            file_sum: sum(rows), taken, parked: sum(rows.filter((one) => one.state === "parked")), left: sum(open),
            counts: {
                all: 4, open: open.length, errors: open.filter((one) => one.finding?.severity === "error").length, warnings: open.filter((one) => one.finding?.severity === "warning").length,
                corrected: count("corrected"), parked: count("parked"), accepted: count("accepted"), clean: count("clean"),
            },
            list_findings: decided.some((one) => (one as { line: number }).line === 1) ? [] : ofList, bank_reason: bank.reason, can_undo: decided.length > 0, distributions: [],
        };
    };
    const detail = (line: number): RowDetail => {
        const found = rows.find((one) => one.line === line) ?? row(line, "clean");
        return {
            row: found,
            fields: [
                { field: "amount", label: "Belopp", column: 13, written: "9 0O0,00", meant: null, corrected: false, severity: found.finding?.severity ?? null, mark_from: 3, mark_until: 4 },
            ],
            findings: found.finding === null ? [] : [found.finding],
            proposal: line === 3 ? { fields: { amount: "9 000,00" }, reason: "O läst som 0." } : null,
            can_decide: true,
            can_accept: found.finding?.severity === "warning",
            decisions: [],
        };
    };
    const filters: Record<string, (one: RowView) => boolean> = {
        all: () => true,
        open: (one) => one.state === "open",
        warnings: (one) => one.state === "open" && one.finding?.severity === "warning",
    };
    const answers: Answers = {
        "review.rows": ({ filter, shown: { page = 0 } = {}, at_line }) => ({
            rows: rows.filter(filters[filter] ?? filters.all ?? (() => true)),
            page: at_line === null ? page : 0,
            page_rows: 100,
        }),
        "review.row": ({ line }) => detail(line),
        "review.try": () => ({ meant: {}, findings: [] }),
        "review.summary": () => ({ rows: 3, net_ore: 200, first: [{ finding: finding(3), amount_ore: null }] }),
        "review.decide": ({ decisions }) => {
            if (refuse !== undefined) throw refuse;
            decided.push(...decisions);
            const states: Record<string, string> = { correct: "corrected", park: "parked", accept: "accepted" };
            for (const one of decisions) {
                const at = rows.findIndex((found) => found.line === one.line);
                const found = rows[at];
                if (found !== undefined) rows[at] = { ...found, state: states[one.decision] ?? found.state, amount_ore: 100, unread: {} };
            }
            return view();
        },
        "payments.commit": () => view(),
        "payments.bank": ({ bank_ore, reason }) => {
            bank = { ore: bank_ore, reason };
            return view();
        },
        "match.run": () => ({ outcome: "done", list: "l1", matched: 4, suspense: 0, rows: [] }),
    };
    return { answers, view, decided };
}

async function open(core = small(), address?: string) {
    const Page = defineComponent({
        setup() {
            const view = ref(core.view());
            return () => h("div", [h(ReviewStep, { modelValue: view.value, "onUpdate:modelValue": (now: ListView) => (view.value = now) })]);
        },
    });
    const one = stage(Page, { backend: memoryBackend(core.answers), address });
    unmount = () => one.wrapper.unmount();
    await flushPromises();
    const rowAt = (line: number) => one.wrapper.find<HTMLElement>(`[data-row-key="${line}"]`).element;
    const here = () => (document.activeElement as HTMLElement | null)?.dataset.rowKey;
    return { ...one, rowAt, here, decided: core.decided };
}

async function key(name: string, modifiers: KeyboardEventInit = {}): Promise<void> {
    press(name, modifiers);
    await flushPromises();
}

describe("Granska", () => {
    it("goes by N from row to row that waits, corrects as proposed by R, and goes on", async () => {
        const { rowAt, here, decided } = await open();
        rowAt(2).focus();
        await flushPromises();
        await key("n");
        expect(here()).toBe("3");
        await key("r");
        expect(decided).toEqual([{ line: 3, decision: "correct", fields: { amount: "9 000,00" } }]);
        expect(here()).toBe("4");
        await key("n");
        await key("n");
        expect(here()).toBe("4");
    });

    it("accepts no error, parks it, and after the last decision leads onward", async () => {
        const { wrapper, rowAt, here, decided } = await open();
        rowAt(3).focus();
        await flushPromises();
        await key("g");
        expect(decided).toEqual([]);
        await key("p");
        expect(here()).toBe("4");
        await key("g");
        await key("g");
        expect(decided.map((one) => (one as { decision: string }).decision)).toEqual(["park", "accept", "accept"]);
        expect((document.activeElement as HTMLElement).dataset.test).toBe("to-match");
        expect(wrapper.find('[data-test="left"]').text()).toBe("Inga anmärkningar kvar. 3 rader, 3,00.");
    });

    it("decides once about a row however often its key is pressed while that is on its way", async () => {
        const core = small();
        const late = held(core.answers["review.decide"]!);
        core.answers["review.decide"] = late.answer;
        const { rowAt, here, decided } = await open(core);
        rowAt(3).focus();
        await flushPromises();
        for (let times = 0; times < 3; times++) {
            press("p");
            await flushPromises();
        }
        late.open();
        await flushPromises();
        expect(decided).toEqual([{ line: 3, decision: "park", fields: {} }]);
        expect(here()).toBe("4");
    });

    it("has a key wait for the row that one has gone to, and decides about no other", async () => {
        const core = small();
        const ask = core.answers["review.row"]!;
        const late = held(ask);
        core.answers["review.row"] = (request) => (request.line === 5 ? late.answer(request) : ask(request));
        const { rowAt, decided } = await open(core);
        rowAt(4).focus();
        await flushPromises();
        press("ArrowDown");
        await flushPromises();
        press("p");
        await flushPromises();
        expect(decided).toEqual([]);
        late.open();
        await flushPromises();
        expect(decided).toEqual([{ line: 5, decision: "park", fields: {} }]);
    });

    it("shows what is found of the file as a whole, and accepts all of it in one decision", async () => {
        const ofList = [finding(1, "warning"), { ...finding(1, "warning"), column: 14, column_name: "Tecken" }];
        const { wrapper, decided } = await open(small(undefined, ofList));
        const shown = wrapper.find('[data-test="list-findings"]');
        expect(shown.findAll("li")).toHaveLength(2);
        expect(shown.text()).toContain("Tecken: ");
        await wrapper.find('[data-test="accept-list-findings"]').trigger("click");
        await flushPromises();
        expect(decided).toEqual([{ line: 1, decision: "accept", fields: {} }]);
        expect(wrapper.find('[data-test="list-findings"]').exists()).toBe(false);
    });

    it("keeps what was typed when the core refuses, and says why", async () => {
        const { wrapper, rowAt } = await open(small({ code: "correction-has-errors", message: "Raden har fortfarande fel." }));
        rowAt(3).focus();
        await flushPromises();
        await key("F2");
        const field = wrapper.find<HTMLInputElement>('[data-test="correct-amount"]');
        expect(document.activeElement).toBe(field.element);
        expect(field.element.value).toBe("9 000,00");
        await field.setValue("nio tusen");
        await key("Enter");
        expect(wrapper.find('[data-test="review-failure"]').text()).toContain("Raden har fortfarande fel.");
        expect(wrapper.find<HTMLInputElement>('[data-test="correct-amount"]').element.value).toBe("nio tusen");
    });

    it("adds no field to correct while its list is passed through", async () => {
        const core = small();
        const ask = core.answers["review.row"]!;
        core.answers["review.row"] = async (request) => {
            const found = await ask(request);
            const other = (field: string, label: string) => ({ ...found.fields[0]!, field, label, column: 2, severity: null });
            return { ...found, fields: [...found.fields, other("family_name", "Efternamn"), other("given_name", "Förnamn")] };
        };
        const { wrapper, rowAt } = await open(core);
        rowAt(3).focus();
        await flushPromises();
        const another = wrapper.find<HTMLSelectElement>('[data-test="correct-another"]');
        another.element.focus();
        for (const value of ["family_name", "given_name"]) {
            await another.trigger("keydown", { key: "ArrowDown" });
            await another.setValue(value);
        }
        expect(wrapper.find('[data-test="correct-family-name"]').exists()).toBe(false);
        await another.trigger("keydown", { key: "Enter" });
        await flushPromises();
        expect(wrapper.find('[data-test="correct-family-name"]').exists()).toBe(false);
        expect(document.activeElement).toBe(wrapper.find('[data-test="correct-given-name"]').element);
    });

    it("asks once about several rows, with how many and how much", async () => {
        const { wrapper, rowAt, decided } = await open();
        for (const line of [4, 5]) {
            rowAt(line).focus();
            await flushPromises();
            await key(" ");
        }
        await key("g");
        const dialog = wrapper.find('[role="dialog"]');
        expect(dialog.text()).toContain("2 av 4 rader, 2,00. Godta?");
        expect(decided).toEqual([]);
        await dialog.find(".act-primary").trigger("click");
        await flushPromises();
        expect(decided).toEqual([4, 5].map((line) => ({ line, decision: "accept", fields: {} })));
    });

    it("takes in with the bank's amount, and asks why it differs", async () => {
        const { wrapper, rowAt, backend, router } = await open();
        rowAt(3).focus();
        await flushPromises();
        await key("Enter", { ctrlKey: true });
        expect(wrapper.find('[role="dialog"]').exists()).toBe(false);
        for (const letter of ["r", "g", "g"]) await key(letter);
        await key("Enter", { ctrlKey: true });
        await wrapper.find('[data-test="bank-ore"]').setValue("3,50");
        await wrapper.find('[data-test="bank-confirm"]').trigger("click");
        expect(backend.asked.some((one) => one.name === "payments.commit")).toBe(false);
        await wrapper.find('[data-test="bank-reason"]').setValue("Avrundat");
        await wrapper.find('[data-test="bank-confirm"]').trigger("click");
        await flushPromises();
        expect(backend.asked.find((one) => one.name === "payments.commit")?.request).toEqual({ list: "l1", bank_ore: 350, reason: "Avrundat" });
        expect(router.currentRoute.value.path).toBe("/inbetalningar/l1/matcha");
    });

    it("takes in without the bank's amount only by the choice that says so", async () => {
        const { wrapper, rowAt, backend } = await open();
        rowAt(3).focus();
        await flushPromises();
        for (const letter of ["r", "g", "g"]) await key(letter);
        const taken = () => backend.asked.filter((one) => one.name === "payments.commit").map((one) => one.request);
        await key("Enter", { ctrlKey: true });
        await flushPromises();
        await key("Enter");
        await wrapper.find('[data-test="bank-confirm"]').trigger("click");
        await flushPromises();
        expect(taken()).toEqual([]);
        expect(wrapper.find('[role="dialog"]').text()).toContain("Ange beloppet, eller välj att ta in utan det.");
        await wrapper.find('[data-test="bank-without"]').trigger("click");
        await flushPromises();
        expect(taken()).toEqual([{ list: "l1", bank_ore: null, reason: null }]);
    });

    it("offers no way without an amount that is typed", async () => {
        const { wrapper, rowAt } = await open();
        rowAt(3).focus();
        await flushPromises();
        for (const letter of ["r", "g", "g"]) await key(letter);
        await key("Enter", { ctrlKey: true });
        await wrapper.find('[data-test="bank-ore"]').setValue("4,00");
        expect(wrapper.find('[data-test="bank-without"]').exists()).toBe(false);
    });

    it("shows the rows that taking in has found to be paid already", async () => {
        const core = small();
        core.answers["payments.commit"] = () => {
            throw { code: "rows-undecided", message: "Raderna väntar på beslut." };
        };
        core.answers["payments.list"] = () => core.view();
        const { wrapper, rowAt, backend } = await open(core);
        rowAt(3).focus();
        await flushPromises();
        for (const letter of ["r", "g", "g"]) await key(letter);
        await key("Enter", { ctrlKey: true });
        await wrapper.find('[data-test="bank-ore"]').setValue("4,00");
        const before = backend.asked.length;
        await wrapper.find('[data-test="bank-confirm"]').trigger("click");
        await flushPromises();
        expect(wrapper.text()).toContain("Raderna väntar på beslut.");
        const after = backend.asked.slice(before).map((one) => [one.name, (one.request as { filter?: string }).filter]);
        expect(after).toContainEqual(["payments.list", undefined]);
        expect(after).toContainEqual(["review.rows", "open"]);
    });

    it("has what the bank credited kept in the core while it is a draft, and shows the difference that the core gives", async () => {
        const { wrapper, backend, rowAt } = await open();
        await wrapper.find('[data-test="bank-amount"]').trigger("click");
        expect(wrapper.find('[role="dialog"]').text()).toContain("3,00 3 av 4 belopp läsbara");
        await wrapper.find('[data-test="bank-ore"]').setValue("5,00");
        await wrapper.find('[data-test="bank-reason"]').setValue("Avrundat");
        await wrapper.find('[data-test="bank-confirm"]').trigger("click");
        await flushPromises();
        expect(backend.asked.filter((one) => one.name === "payments.bank").map((one) => one.request)).toEqual([{ list: "l1", bank_ore: 500, reason: "Avrundat" }]);
        // Three rows of 1,00 less 5,00; the fourth row's amount cannot be read.
        expect(wrapper.find('[data-test="totals"]').text()).toContain("−2,00");

        // Taken away again before taking in: the core is told so, since without an amount it would take the one that is kept.
        rowAt(3).focus();
        await flushPromises();
        for (const letter of ["r", "g", "g"]) await key(letter);
        await key("Enter", { ctrlKey: true });
        expect(wrapper.find<HTMLInputElement>('[data-test="bank-ore"]').element.value).toBe("5,00");
        await wrapper.find('[data-test="bank-ore"]').setValue("");
        await wrapper.find('[data-test="bank-without"]').trigger("click");
        await flushPromises();
        const asked = backend.asked.filter((one) => ["payments.bank", "payments.commit"].includes(one.name)).slice(1);
        expect(asked.map((one) => [one.name, (one.request as { bank_ore: number | null }).bank_ore])).toEqual([
            ["payments.bank", null],
            ["payments.commit", null],
        ]);
    });

    it("asks the core for the page of a row that an address names", async () => {
        const { wrapper, backend, here } = await open(small(), "/inbetalningar/l1/granska?rad=4");
        expect(wrapper.find('[data-row-key="4"]').attributes("aria-selected")).toBe("true");
        expect(here()).toBe("4");
        expect(backend.asked.filter((one) => one.name === "review.rows").map((one) => (one.request as { at_line: number | null }).at_line)).toEqual([4]);
    });

    it("shows the findings first when it is reached from reading, and leads to the row", async () => {
        history.replaceState({ last: true }, "");
        const { wrapper, here } = await open();
        expect(document.activeElement).toBe(wrapper.find('[data-test="findings"]').element);
        await wrapper.find('[data-test="findings"] a').trigger("click");
        await flushPromises();
        expect(wrapper.find('[data-test="findings"]').exists()).toBe(false);
        expect(here()).toBe("3");
    });
});

describe("a row", () => {
    it("shows how it stands by sign and word", () => {
        expect([row(1, "open"), row(1, "open", "warning"), row(1, "corrected"), row(1, "parked"), row(1, "clean")].map((one) => signOf(one).name)).toEqual([
            "error",
            "warning",
            "pen",
            "parked",
            "check",
        ]);
        expect([row(1, "open"), row(1, "clean")].map(decisionWords)).toEqual(["Kvar", ""]);
    });

    it("with too few fields is known again by what is written, which is not counted", () => {
        const cut = { ...row(7, "open"), payment_code: null, person_name: "", dossier_number: null, amount_ore: null, finding_field: null };
        const unread = { payment_code: "XETAB", family_name: "Test; Semikolon", given_name: "Juliett", dossier_number: "99-000102" };
        const shown = columnsFor(10, false).map((column) => [column.id, column.text?.({ ...cut, unread })]);
        expect(Object.fromEntries(shown)).toMatchObject({ code: "XETAB", person: "Test; Semikolon, Juliett", dossier: "99-000102", amount: "saknas" });
    });

    it("marks characters by their place, also after such that take two units", () => {
        const [reading] = readingsOf([
            { field: "family_name", label: "Efternamn", column: 8, written: "😀=x", meant: null, corrected: false, severity: "error", mark_from: 1, mark_until: 2 },
        ]);
        expect(reading).toMatchObject({ mark: { from: 2, to: 3 }, meant: "går inte att läsa", fault: "error", equal: false });
    });

    it("says in grey what is meant as it is written, hyphens or not", () => {
        const [number] = readingsOf([
            { field: "personal_number", label: "Personnummer", column: 7, written: " 20170101-2393", meant: "201701012393", corrected: false, severity: null, mark_from: null, mark_until: null },
        ]);
        expect(number).toMatchObject({ meant: "20170101-2393", equal: true });
    });
});
