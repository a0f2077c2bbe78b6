import { enableAutoUnmount, flushPromises } from "@vue/test-utils";
import { afterEach, describe, expect, it, vi } from "vitest";
import { memoryBackend } from "../../backend/memory";
import type { PersonView, RegisterImported } from "../../generated/contract";
import { stage } from "../../testing";
import AddPersonDialog from "./AddPersonDialog.vue";
import { boardSpans, masked } from "./identity";
import PersonScreen from "./PersonScreen.vue";
import PersonsScreen from "./PersonsScreen.vue";
import RegisterImport from "./RegisterImport.vue";

enableAutoUnmount(afterEach);
afterEach(() => void vi.useRealTimers());

const brief = {
    person: "P01",
    family_name: "Testsson",
    given_name: "Alfa",
    birth_date: "2017-01-01",
    dossier_number: "99000011",
    personal_number: "201701012393",
    cost_centre: "7110",
    board: "Exempel stadsdelsnämnd A",
};
const person: PersonView = {
    brief,
    dossier_numbers: ["99000011"],
    personal_numbers: ["201701012393"],
    group: null,
    received: null,
    boards: [{ from: null, cost_centre: "7110", board: "Exempel stadsdelsnämnd A" }],
    money: [],
};

describe("identity and boards", () => {
    it("masks the last four of a number", () => {
        expect(masked("201701012393")).toBe("20170101-••••");
    });

    it("ends each board the day before the next begins, over leap days and years too", () => {
        const boards = ["2024-03-01", "2026-01-01"].map((from) => ({ from, cost_centre: "7120", board: "B" }));
        expect(boardSpans([...person.boards, ...boards]).map((span) => span.words)).toEqual([
            "till och med 2024-02-29",
            "2024-03-01 – 2025-12-31",
            "från 2026-01-01",
        ]);
        expect(boardSpans(person.boards).map((span) => span.words)).toEqual(["från början"]);
    });
});

describe("PersonScreen", () => {
    it("shows the whole number when asked, and masks it again after a quarter", async () => {
        const { wrapper } = stage(PersonScreen, { backend: memoryBackend({ "persons.view": () => person }) });
        await flushPromises();
        vi.useFakeTimers();
        const number = () => wrapper.find('[data-test="personal-number"]').text();
        expect(number()).toBe("20170101-••••");
        await wrapper.find('[data-test="show-number"]').trigger("click");
        expect(number()).toBe("20170101-2393");
        await vi.advanceTimersByTimeAsync(15 * 60 * 1000 - 1);
        expect(number()).toBe("20170101-2393");
        await vi.advanceTimersByTimeAsync(1);
        expect(number()).toBe("20170101-••••");
    });
});

describe("PersonsScreen", () => {
    it("asks for each word typed, from the first page", async () => {
        const backend = memoryBackend({ "persons.find": ({ page }) => ({ persons: [brief], total: 250, page }) });
        const { wrapper } = stage(PersonsScreen, { backend });
        await flushPromises();
        const last = [...wrapper.findAll("button")].find((button) => button.text() === "Nästa");
        await last?.trigger("click");
        await wrapper.find('[data-test="find-person"]').setValue("alfa");
        await flushPromises();
        expect(backend.asked.map((one) => one.request)).toEqual([
            { text: "", page: 0 },
            { text: "", page: 1 },
            { text: "alfa", page: 0 },
        ]);
        expect(wrapper.text()).toContain("99-000011");
    });
});

describe("AddPersonDialog", () => {
    it("says at the field what is wrong and keeps what was typed; empty fields are sent as none", async () => {
        let asked = 0;
        const backend = memoryBackend({
            "boards.list": () => ({ boards: [] }),
            "persons.add": () => {
                if (++asked === 1) throw { code: "number-wrong", message: "Numret stämmer inte.", place: { field: "dossier_number" } };
                return person;
            },
        });
        const { wrapper } = stage(AddPersonDialog, { backend, props: { open: true } });
        await flushPromises();
        await wrapper.find('[data-test="family-name"]').setValue("Testsson");
        await wrapper.find('[data-test="dossier-number"]').setValue("99-12");
        await wrapper.find("form").trigger("submit");
        await flushPromises();
        const dossier = wrapper.find('[data-test="dossier-number"]');
        expect(dossier.attributes("aria-invalid")).toBe("true");
        expect(dossier.element.closest(".entry")?.textContent).toContain("Numret stämmer inte.");
        expect((wrapper.find('[data-test="family-name"]').element as HTMLInputElement).value).toBe("Testsson");
        await dossier.setValue("99-000011");
        await wrapper.find("form").trigger("submit");
        await flushPromises();
        expect(wrapper.emitted("added")).toEqual([[person]]);
        expect(backend.asked.at(-1)?.request).toEqual({
            person: null,
            family_name: "Testsson",
            given_name: "",
            birth_date: null,
            dossier_number: "99-000011",
            personal_number: null,
            cost_centre: null,
            board_from: null,
        });
    });
});

describe("RegisterImport", () => {
    const finding = { line: 2, column: 8, column_name: "Ansvar", code: "board-change-without-day", severity: "error", message: "Personen har bytt nämnd.", what: "", todo: "", short: "" };
    const asks: RegisterImported = { outcome: "findings", persons_added: 0, persons_changed: 0, persons_unchanged: 0, diagnostics: [finding] };
    const done: RegisterImported = { outcome: "done", persons_added: 0, persons_changed: 1, persons_unchanged: 18, diagnostics: [] };

    it("asks from which day, and reads the same file again with it", async () => {
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
            { path: "/tmp/register.csv", profile: null, board_from: null },
            { path: "/tmp/register.csv", profile: null, board_from: "2026-11-01" },
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
