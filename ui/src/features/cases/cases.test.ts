import { enableAutoUnmount, flushPromises } from "@vue/test-utils";
import { nextTick } from "vue";
import { afterEach, describe, expect, it } from "vitest";
import { memoryBackend, type Answers } from "../../backend/memory";
import type { CaseBrief, CaseView } from "../../generated/contract";
import { press, stage } from "../../testing";
import { dayAfter, dueUntil } from "./cases";
import CaseScreen from "./CaseScreen.vue";
import CasesOfPerson from "./CasesOfPerson.vue";
import CasesScreen from "./CasesScreen.vue";

// A screen that stays mounted would answer the keys of the next test.
enableAutoUnmount(afterEach);

const person = { person: "P01", family_name: "Testsson", given_name: "Alfa", birth_date: null, dossier_number: null, personal_number: null, cost_centre: "7110", board: "A", protected: false };
const brief: CaseBrief = {
    case: "c1",
    number: "Ä2026-0001",
    person,
    kind: "claim",
    compensation: "ASYL-BIF",
    state: "active",
    officer: "EXEMPEL",
    cost_centre: "7110",
    board: "Exempel stadsdelsnämnd A",
    due_on: "2026-11-09",
    days_left: 7,
    due_what: "Anmäl",
};
const view: CaseView = {
    brief,
    closed: false,
    compensation_name: "Barn i familj",
    moves: [{ to: "changed" }, { to: "ended" }],
    dues: [{ id: "u1", due_on: "2026-11-09", days_left: 7, what: "Anmäl", done_by: null, done_at: null }],
    documents: [{ document: "h1", kind: "decision", name: "beslut.pdf", bytes: 2_500_001, sha256: "ab", secret: true, actor: "EXEMPEL", at: "2026-11-02T09:14:00Z" }],
    log: [{ at: "2026-11-02T09:14:00Z", actor: "EXEMPEL", what: ["Ärendet öppnat."], note: "Efter samtal" }],
};
const page = { cases: [brief], total: 1, more: false, page: 0, officers: ["Anna Test", "EXEMPEL"], left_out: 0, left_out_text: "" };
const boards = { boards: [{ cost_centre: "7110", name: "Exempel stadsdelsnämnd A" }] };

async function shown(component: object, answers: Answers, props: object = {}) {
    const staged = stage(component, { props, backend: memoryBackend({ "boards.list": () => boards, "compensations.list": () => ({ compensations: [] }), ...answers }) });
    await flushPromises();
    return staged;
}

const asked = (backend: { asked: { name: string; request: unknown }[] }, name: string) => backend.asked.filter((one) => one.name === name).map(({ request }) => request);

function type(test: string, text: string): void {
    const field = document.querySelector<HTMLInputElement>(`[data-test="${test}"]`)!;
    field.value = text;
    field.dispatchEvent(new Event(field.tagName === "SELECT" ? "change" : "input"));
}

describe("the work list", () => {
    it("asks the core for each filter", async () => {
        const { wrapper, backend } = await shown(CasesScreen, { "cases.list": () => page });
        expect(wrapper.find('[data-row-key="c1"]').text()).toContain("Testsson, Alfa");
        type("case-officer-filter", "Anna Test");
        await flushPromises();
        type("case-board-filter", "7110");
        await flushPromises();
        type("case-state-filter", "closed");
        await flushPromises();
        expect(asked(backend, "cases.list").at(-1)).toEqual({ person: null, officer: "Anna Test", cost_centre: "7110", due_until: null, state: "closed", shown: { page: 0 } });
    });

    it("tells when it does not reach all, and what to do", async () => {
        const { wrapper } = await shown(CasesScreen, { "cases.list": () => ({ ...page, total: 5000, more: true }) });
        expect(wrapper.text().replaceAll("\u00A0", " ")).toContain("fler än 5 000; välj handläggare");
    });

    it("tells how many protected persons a board's list leaves out", async () => {
        const { wrapper } = await shown(CasesScreen, { "cases.list": () => ({ ...page, left_out: 2, left_out_text: "2 skyddade visas inte i urvalet" }) });
        expect(wrapper.text()).toContain("2 skyddade visas inte i urvalet");
    });

    it("opens a case by N, keeps what was typed and its id when the core refuses it", async () => {
        let refuse = true;
        const { wrapper, backend } = await shown(CasesScreen, {
            "cases.list": () => page,
            "cases.open": () => {
                if (!refuse) return view;
                throw { code: "day-wrong", message: "igår är ingen dag.", place: { field: "due_on" } };
            },
        });
        wrapper.find<HTMLElement>('[data-row-key="c1"]').element.focus();
        await nextTick();
        press("n");
        await flushPromises();
        expect(document.querySelector('[role="dialog"]')?.textContent).toContain("inte socialtjänstens personakt");
        type("case-due-on", "igår");
        type("case-due-what", "Anmäl");
        document.querySelector<HTMLElement>('[data-test="case-save"]')!.click();
        await flushPromises();
        expect(document.querySelector('[role="dialog"]')?.textContent).toContain("igår är ingen dag");
        refuse = false;
        type("case-due-on", "2026-11-09");
        document.querySelector<HTMLElement>('[data-test="case-save"]')!.click();
        await flushPromises();
        const sent = asked(backend, "cases.open") as { id: string; due: unknown }[];
        expect(sent).toHaveLength(2);
        expect(sent[1]?.id).toBe(sent[0]?.id);
        expect(sent[1]?.due).toEqual({ id: null, due_on: "2026-11-09", what: "Anmäl" });
    });
});

describe("a case", () => {
    it("goes on after a question, with a note: the log keeps it for ever", async () => {
        const { wrapper, backend } = await shown(CaseScreen, {
            "cases.view": () => view,
            "cases.move": () => ({ ...view, brief: { ...brief, state: "changed" }, moves: [{ to: "active" }] }),
        });
        expect(wrapper.findAll('[data-test^="move-"]').map((button) => button.attributes("data-test"))).toEqual(["move-changed", "move-ended"]);
        press("Enter", { ctrlKey: true });
        await flushPromises();
        expect(asked(backend, "cases.move")).toEqual([]);
        await wrapper.find('[data-test="step-note"]').setValue("Flyttar 1 december");
        await wrapper.find('[data-test="step-save"]').trigger("click");
        await flushPromises();
        expect(asked(backend, "cases.move")).toMatchObject([{ to: "changed", note: "Flyttar 1 december" }]);
        expect(wrapper.find('[role="dialog"]').exists()).toBe(false);
        expect(wrapper.find('[data-test="case-state"]').text()).toBe("ändrat, att anmäla");
        expect(wrapper.findAll('[data-test^="move-"]')).toHaveLength(1);
    });

    it("settles a due day by K, and says why where the core refuses a move", async () => {
        const { wrapper, backend } = await shown(CaseScreen, {
            "cases.view": () => view,
            "cases.change": () => ({ ...view, dues: [{ ...view.dues[0]!, done_by: "EXEMPEL", done_at: "2026-11-02T09:14:00Z" }] }),
            "cases.move": () => {
                throw { code: "case-dues-open", message: "En bevakning är inte klar." };
            },
        });
        await wrapper.find('[data-test="move-ended"]').trigger("click");
        await wrapper.find('[data-test="step-save"]').trigger("click");
        await flushPromises();
        expect(wrapper.find('[role="dialog"]').text()).toContain("En bevakning är inte klar.");
        press("Escape");
        await flushPromises();
        wrapper.find<HTMLElement>('[data-test="dues"] [data-row]').element.focus();
        await nextTick();
        press("k");
        await flushPromises();
        expect(asked(backend, "cases.change")).toMatchObject([{ settle: "u1", officer: null, note: "" }]);
        expect(wrapper.find('[data-test="dues"]').text()).toContain("klar 2026-11-02 av EXEMPEL");
    });

    it("attaches a chosen file, and keeps the question open where it is refused", async () => {
        let refuse = true;
        const { wrapper, backend } = await shown(CaseScreen, {
            "cases.view": () => view,
            "cases.attach": () => {
                if (!refuse) return view;
                throw { code: "document-runs", message: "Filen är av ett slag som kan köra kod.", place: { field: "path" } };
            },
        });
        backend.picks.push("C:\\Users\\test\\kvitto.pdf");
        await wrapper.find('[data-test="attach"]').trigger("click");
        await flushPromises();
        const dialog = document.querySelector('[role="dialog"]')!;
        expect(dialog.textContent).toContain("kvitto.pdf");
        expect(dialog.textContent).not.toContain("Users");
        type("attach-kind", "receipt");
        dialog.querySelector<HTMLInputElement>('input[type="checkbox"]')!.click();
        await flushPromises();
        document.querySelector<HTMLElement>('[data-test="attach-save"]')!.click();
        await flushPromises();
        expect(document.querySelector('[role="dialog"]')?.textContent).toContain("köra kod");
        refuse = false;
        document.querySelector<HTMLElement>('[data-test="attach-save"]')!.click();
        await flushPromises();
        expect(asked(backend, "cases.attach").at(-1)).toMatchObject({ case: "c1", path: "C:\\Users\\test\\kvitto.pdf", kind: "receipt", secret: true });
        expect(document.querySelector('[role="dialog"]')).toBeNull();
    });

    it("saves a document by Enter, and nothing where the save dialog is left", async () => {
        const open: CaseView = { ...view, documents: view.documents.map((one) => ({ ...one, secret: false })) };
        const { wrapper, backend } = await shown(CaseScreen, { "cases.view": () => open, "cases.save_document": () => ({ path: "/tmp/ut.pdf", bytes: 1 }) });
        backend.picks.push(null, "/tmp/ut.pdf");
        const row = wrapper.find<HTMLElement>('[data-row-key="h1"]');
        for (let time = 0; time < 2; time++) {
            row.element.focus();
            await nextTick();
            press("Enter");
            await flushPromises();
        }
        expect(asked(backend, "cases.save_document")).toEqual([{ document: "h1", path: "/tmp/ut.pdf", reason: null }]);
        expect(wrapper.find('[data-test="document-saved"]').text()).toContain("/tmp/ut.pdf");
    });

    it("asks why a secret document is saved", async () => {
        const { wrapper, backend } = await shown(CaseScreen, { "cases.view": () => view, "cases.save_document": () => ({ path: "/tmp/ut.pdf", bytes: 1 }) });
        backend.picks.push("/tmp/ut.pdf");
        wrapper.find<HTMLElement>('[data-row-key="h1"]').element.focus();
        await nextTick();
        press("Enter");
        await flushPromises();
        expect(asked(backend, "cases.save_document")).toEqual([]);
        const reason = document.querySelector<HTMLTextAreaElement>('[role="dialog"] textarea')!;
        reason.value = "skickas till Migrationsverket";
        reason.dispatchEvent(new Event("input"));
        await flushPromises();
        document.querySelector<HTMLElement>('[role="dialog"] .act-primary')!.click();
        await flushPromises();
        expect(asked(backend, "cases.save_document")).toEqual([{ document: "h1", path: "/tmp/ut.pdf", reason: "skickas till Migrationsverket" }]);
    });

    it("shows nothing of a protected person's case but the way to the person", async () => {
        const hidden: CaseView = { ...view, closed: true, dues: [], documents: [], log: [], brief: { ...brief, cost_centre: null, board: null, due_what: null } };
        const { wrapper } = await shown(CaseScreen, { "cases.view": () => hidden });
        expect(wrapper.find('[data-test="case-closed"]').text()).toContain("skyddade personuppgifter");
        expect(wrapper.find('[data-test="attach"]').exists()).toBe(false);
        expect(wrapper.findAll('[data-test^="move-"]')).toHaveLength(0);
    });
});

describe("the cases of a person", () => {
    it("are asked for by the person, who is known when a new one is opened", async () => {
        const { wrapper, backend } = await shown(CasesOfPerson, { "cases.list": () => page, "cases.open": () => view }, { person: "P01" });
        expect(asked(backend, "cases.list")).toMatchObject([{ person: "P01" }]);
        expect(wrapper.find('[data-row-key="c1"]').text()).not.toContain("Testsson");
        await wrapper.find('[data-test="add-case-of-person"]').trigger("click");
        await flushPromises();
        document.querySelector<HTMLElement>('[data-test="case-save"]')!.click();
        await flushPromises();
        expect(asked(backend, "cases.open")).toMatchObject([{ person: "P01", kind: "claim", due: null }]);
    });
});

describe("due days", () => {
    it("are counted from the business date", () => {
        expect(dayAfter("2026-12-25", 14)).toBe("2027-01-08");
        expect(dueUntil("passed", "2026-11-02")).toBe("2026-11-01");
        expect(dueUntil("near", "2026-11-02")).toBe("2026-11-16");
        expect(dueUntil("", "2026-11-02")).toBeNull();
    });
});
