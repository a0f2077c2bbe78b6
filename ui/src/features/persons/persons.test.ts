import { enableAutoUnmount, flushPromises } from "@vue/test-utils";
import { afterEach, describe, expect, it } from "vitest";
import { memoryBackend, type Answers } from "../../backend/memory";
import type { PersonView, RegisterImported } from "../../generated/contract";
import { press, stage } from "../../testing";
import AddPersonDialog from "./AddPersonDialog.vue";
import DuplicatesScreen from "./DuplicatesScreen.vue";
import { brief, fact, kinds, person } from "./made-up";
import PersonsScreen from "./PersonsScreen.vue";
import RegisterImport from "./RegisterImport.vue";

enableAutoUnmount(afterEach);

describe("PersonsScreen", () => {
    it("asks for each word typed and each board chosen, from the first page", async () => {
        const boards = [{ cost_centre: "7120", name: "B" }] as never;
        const backend = memoryBackend({ "boards.list": () => ({ boards }), "persons.find": ({ page }) => ({ persons: [brief], total: 250, page }) });
        const { wrapper } = stage(PersonsScreen, { backend });
        await flushPromises();
        await wrapper.findAll("button").find((button) => button.text() === "Nästa")?.trigger("click");
        await wrapper.find('[data-test="find-person"]').setValue("alfa");
        await flushPromises();
        await wrapper.find('[data-test="filter-board"]').setValue("7120");
        await flushPromises();
        expect(backend.asked.filter(({ name }) => name === "persons.find").map((one) => one.request)).toEqual([
            { text: "", cost_centre: null, page: 0 },
            { text: "", cost_centre: null, page: 1 },
            { text: "alfa", cost_centre: null, page: 0 },
            { text: "alfa", cost_centre: "7120", page: 0 },
        ]);
        expect(wrapper.text()).toContain("99-000011");
    });

    it("marks a protected person with the lock and the core's words", async () => {
        const hidden = { ...brief, family_name: "Skyddade personuppgifter", given_name: "", dossier_number: null, protected: true };
        const backend = memoryBackend({ "boards.list": () => ({ boards: [] }), "persons.find": ({ page }) => ({ persons: [hidden], total: 1, page }) });
        const { wrapper } = stage(PersonsScreen, { backend });
        await flushPromises();
        const row = wrapper.find('[data-test="persons"] [data-row]');
        expect(row.text()).toContain("Skyddade personuppgifter");
        expect(row.find('use[href="#f-icon-lock"]').exists()).toBe(true);
    });
});

describe("AddPersonDialog", () => {
    const answers = { "boards.list": () => ({ boards: [] }), "persons.kinds": () => ({ kinds }) } satisfies Answers;

    it("says at the field what is wrong and keeps what was typed; empty fields are sent as none", async () => {
        let asked = 0;
        const backend = memoryBackend({
            ...answers,
            "persons.add": () => {
                if (++asked > 1) return person;
                const also = [{ code: "fact-day", message: "Ingen dag.", place: { field: "birth_date" } }];
                throw { code: "number-wrong", message: "Numret stämmer inte.", place: { field: "dossier_number" }, also };
            },
        });
        const { wrapper } = stage(AddPersonDialog, { backend, props: { open: true } });
        await flushPromises();
        await wrapper.find('[data-test="family-name"]').setValue("Testsson");
        await wrapper.find('[data-test="dossier-number"]').setValue("99-12");
        await wrapper.find("form").trigger("submit");
        await flushPromises();
        const dossier = wrapper.find('[data-test="dossier-number"]');
        expect(document.activeElement).toBe(dossier.element);
        expect(dossier.element.closest(".entry")?.textContent).toContain("Numret stämmer inte.");
        expect(wrapper.find('[data-test="birth-date"]').element.closest(".entry")?.textContent).toContain("Ingen dag.");
        expect((wrapper.find('[data-test="family-name"]').element as HTMLInputElement).value).toBe("Testsson");
        await dossier.setValue("99-000011");
        await wrapper.find("form").trigger("submit");
        await flushPromises();
        expect(wrapper.emitted("added")).toEqual([[person]]);
        // A second try is the same entry.
        const sent = backend.asked.filter(({ name }) => name === "persons.add").map(({ request }) => (request as { id: string }).id);
        expect(new Set(sent).size).toBe(1);
        expect(backend.asked.at(-1)?.request).toEqual({
            id: sent[0],
            person: null,
            family_name: "Testsson",
            given_name: "",
            birth_date: null,
            dossier_number: "99-000011",
            personal_number: null,
            cost_centre: null,
            board_from: null,
            facts: [],
        });
    });

    it("registers a household one after the other: the first names it, the next keep what they share", async () => {
        let next = 20;
        const view = (id: string): PersonView => ({ ...person, brief: { ...brief, person: id, given_name: id } });
        const backend = memoryBackend({ ...answers, "persons.add": () => view(`P${next++}`), "persons.enter": ({ person: id }) => view(id) });
        const { wrapper } = stage(AddPersonDialog, { backend, props: { open: true } });
        await flushPromises();
        await wrapper.find('[data-test="family-name"]').setValue("Ny-Test");
        await wrapper.find('[data-test="given-name"]').setValue("Mor");
        await wrapper.find("form").trigger("keydown", { key: "Enter", ctrlKey: true });
        await flushPromises();
        expect(document.activeElement?.getAttribute("data-test")).toBe("given-name");
        expect(wrapper.find('[data-test="household-so-far"]').text()).toBe("Hushåll H-P20: P20 (vuxen).");
        await wrapper.find('[data-test="given-name"]').setValue("Barn");
        await wrapper.find('[data-test="birth-date"]').setValue("2999-01-01");
        await wrapper.find("form").trigger("submit");
        await flushPromises();
        const [first, joined, second] = backend.asked.filter(({ name }) => ["persons.add", "persons.enter"].includes(name)).map(({ request }) => request);
        const member = (role: string) => ({ kind: "household", household: "H-P20", role, quota: false });
        expect(first).toMatchObject({ given_name: "Mor", facts: [] });
        expect(joined).toEqual({ person: "P20", facts: [member("adult")] });
        expect(second).toMatchObject({ family_name: "Ny-Test", given_name: "Barn", facts: [member("child")] });
        // Shown is the one that the household is named after.
        expect((wrapper.emitted("added") as PersonView[][])[0]?.[0]?.brief.person).toBe("P20");
    });
});

describe("AddPersonDialog, where the household cannot be noted", () => {
    it("says so and goes on: who is added is not added once more", async () => {
        const backend = memoryBackend({
            "boards.list": () => ({ boards: [] }),
            "persons.kinds": () => ({ kinds }),
            "persons.add": () => person,
            "persons.enter": () => {
                throw { code: "database-busy", message: "Databasen svarar inte.", place: null };
            },
        });
        const { wrapper } = stage(AddPersonDialog, { backend, props: { open: true } });
        await flushPromises();
        await wrapper.find('[data-test="given-name"]').setValue("Alfa");
        await wrapper.find('[data-test="add-another"]').trigger("click");
        await flushPromises();
        expect(document.querySelector('[role="dialog"]')?.textContent).toContain("Databasen svarar inte.");
        expect(wrapper.find<HTMLInputElement>('[data-test="given-name"]').element.value).toBe("");
        expect(wrapper.find('[data-test="household-so-far"]').text()).toContain("Alfa (vuxen)");
    });
});

describe("DuplicatesScreen", () => {
    const other: PersonView = { ...person, brief: { ...brief, person: "P09", given_name: "Alva" }, facts: [fact("n2", "national-number", "201701012393", null, null), fact("b2", "responsible-board", "7120 B", null, null)] };
    const groups = [{ reason: "national-number", reason_text: "Samma personnummer", persons: [brief, other.brief] }];

    it("compares two, and merges into the one that was chosen after asking again with both ids", async () => {
        let merged = false;
        const backend = memoryBackend({
            "persons.duplicates": () => ({ groups: merged ? [] : groups }),
            "persons.view": ({ person: id }) => (id === "P01" ? person : other),
            "persons.merge": () => {
                merged = true;
                return person;
            },
        });
        const { wrapper } = stage(DuplicatesScreen, { backend });
        await flushPromises();
        const same = wrapper.findAll('[data-test="compare"] tbody tr').map((row) => [row.find("th").text(), row.classes("same")]);
        expect(same).toEqual([
            ["Person- eller samordningsnummer (lika)", true],
            ["Ansvarig nämnd", false],
        ]);
        await wrapper.find('[data-test="stands-P09"]').setValue();
        wrapper.find<HTMLElement>("[data-row]").element.focus();
        press("m");
        await flushPromises();
        const dialog = document.querySelector('[role="dialog"]');
        expect(dialog?.textContent).toContain("P01");
        expect(dialog?.textContent).toContain("P09 står kvar");
        expect(backend.asked.some(({ name }) => name === "persons.merge")).toBe(false);
        dialog?.querySelector<HTMLElement>(".act-primary")?.click();
        await flushPromises();
        expect(backend.asked.find(({ name }) => name === "persons.merge")?.request).toEqual({ person: "P01", into: "P09", confirmed: true });
        expect(wrapper.find('[data-test="merge-done"]').text()).toContain("P01 är nu P09.");
        expect(wrapper.text()).toContain("Inga personer i registret ser ut att vara samma.");
    });
});

describe("RegisterImport", () => {
    const finding = { line: 2, column: 8, column_name: "Ansvar", code: "board-change-without-day", severity: "error", message: "Personen har bytt nämnd.", what: "", todo: "", short: "" };
    const asks: RegisterImported = { outcome: "findings", draft: "d", parked: 0, persons_added: 0, persons_changed: 0, persons_unchanged: 0, diagnostics: [finding] };
    const done: RegisterImported = { outcome: "done", draft: "d", parked: 0, persons_added: 0, persons_changed: 1, persons_unchanged: 18, diagnostics: [] };

    it("asks from which day, and reads the same file again with it", async () => {
        const read = { path: "/tmp/register.csv", profile: null, decisions: [], park_faulty: false, report: null, id: null };
        const backend = memoryBackend({ "register.import": ({ board_from }) => (board_from === null ? asks : done) });
        backend.picks.push("/tmp/register.csv");
        const { wrapper } = stage(RegisterImport, { backend });
        await (wrapper.vm as unknown as { choose: () => Promise<void> }).choose();
        await flushPromises();
        expect(wrapper.find('[data-test="diagnostics"]').text()).toContain("rad 2, kolumn 8 Ansvar");
        expect(document.activeElement?.getAttribute("data-test")).toBe("register-board-from");
        expect(wrapper.emitted("done")).toBeUndefined();
        await wrapper.find('[data-test="register-board-from"]').setValue("2026-11-01");
        await wrapper.find("form").trigger("submit");
        await flushPromises();
        expect(backend.asked.map((one) => one.request)).toEqual([
            { ...read, board_from: null },
            { ...read, board_from: "2026-11-01" },
        ]);
        expect(wrapper.emitted("done")).toHaveLength(1);
        expect(wrapper.text()).toContain("0 nya, 1 ändrade, 18 oförändrade");
    });

    it("does not ask for a day when something else is wrong", async () => {
        const backend = memoryBackend({ "register.import": () => ({ ...asks, diagnostics: [{ ...finding, code: "check-digit" }] }) });
        backend.picks.push("/tmp/register.csv");
        const { wrapper } = stage(RegisterImport, { backend });
        await (wrapper.vm as unknown as { choose: () => Promise<void> }).choose();
        await flushPromises();
        expect(wrapper.find('[data-test="diagnostics"]').exists()).toBe(true);
        expect(wrapper.find('[data-test="register-board-from"]').exists()).toBe(false);
    });
});
