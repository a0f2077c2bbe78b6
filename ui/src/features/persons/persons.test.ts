import { enableAutoUnmount, flushPromises } from "@vue/test-utils";
import { afterEach, describe, expect, it } from "vitest";
import { memoryBackend, type Answers, type MemoryBackend } from "../../backend/memory";
import type { NamedView, PersonView } from "../../generated/contract";
import { press, stage } from "../../testing";
import AddPersonDialog from "./AddPersonDialog.vue";
import DuplicatesScreen from "./DuplicatesScreen.vue";
import { ageChoices, filtersOf, NO_BOARD, viewOf } from "./filtering";
import { brief, fact, kinds, person } from "../../testing/persons";
import PersonsScreen from "./PersonsScreen.vue";

enableAutoUnmount(afterEach);

const asked = (backend: MemoryBackend, wanted: string) => backend.asked.filter(({ name }) => name === wanted).map(({ request }) => request);

describe("PersonsScreen", () => {
    const views: NamedView[] = [viewOf("Barn utan nämnd", { board: NO_BOARD, ground: "", ages: "0-17" })];
    const answers = {
        "boards.list": () => ({ boards: [{ cost_centre: "7120", name: "B" }] }),
        "persons.kinds": () => ({ kinds }),
        "persons.views": () => ({ views }),
        "persons.find": ({ shown: { page = 0 } = {} }) => ({ persons: [brief], total: 250, more: false, page, left_out: 0, left_out_text: "" }),
    } satisfies Answers;
    const anybody = { cost_centre: null, without_board: false, ground: null, age_from: null, age_until: null };
    const pressed = () => [...document.querySelectorAll('[data-test="views"] [aria-pressed="true"]')].map((chip) => chip.textContent?.replace(/\s+/g, " ").trim());

    it("asks for each word typed and each choice made, from the first page", async () => {
        const backend = memoryBackend(answers);
        const { wrapper } = stage(PersonsScreen, { backend });
        await flushPromises();
        await wrapper.findAll("button").find((button) => button.text() === "Nästa")?.trigger("click");
        for (const [test, value] of [["find-person", "alfa"], ["filter-board", "7120"], ["filter-ground", "quota"], ["filter-age", "21-"], ["filter-board", NO_BOARD]] as const) {
            await wrapper.find(`[data-test="${test}"]`).setValue(value);
            await flushPromises();
        }
        const narrow = { ...anybody, ground: "quota", age_from: 21 };
        expect(asked(backend, "persons.find")).toEqual([
            { ...anybody, text: "", shown: { page: 0 } },
            { ...anybody, text: "", shown: { page: 1 } },
            { ...anybody, text: "alfa", shown: { page: 0 } },
            { ...anybody, cost_centre: "7120", text: "alfa", shown: { page: 0 } },
            { ...anybody, cost_centre: "7120", ground: "quota", text: "alfa", shown: { page: 0 } },
            { ...narrow, cost_centre: "7120", text: "alfa", shown: { page: 0 } },
            { ...narrow, without_board: true, text: "alfa", shown: { page: 0 } },
        ]);
        expect(wrapper.text()).toContain("99-000011");
    });

    it("says that more fit than are counted, and leads back from a choice that nobody fits", async () => {
        let more = true;
        const backend = memoryBackend({ ...answers, "persons.find": ({ shown: { page = 0 } = {} }) => ({ persons: more ? [brief] : [], total: more ? 1000 : 0, more, page, left_out: 0, left_out_text: "" }) });
        const { wrapper } = stage(PersonsScreen, { backend });
        await flushPromises();
        expect(wrapper.text()).toContain("Fler än 1\u00A0000 personer; skriv mer");
        more = false;
        await wrapper.find('[data-test="filter-ground"]').setValue("quota");
        await flushPromises();
        expect(wrapper.text()).toContain("Ingen person passar det som är valt.");
        more = true;
        await wrapper.find('[data-test="show-everybody"]').trigger("click");
        await flushPromises();
        expect(asked(backend, "persons.find").at(-1)).toEqual({ ...anybody, text: "", shown: { page: 0 } });
        expect(document.activeElement?.getAttribute("data-test")).toBe("find-person");
    });

    it("takes up a view by its key, and shows which is in force", async () => {
        const backend = memoryBackend(answers);
        const { wrapper, commands } = stage(PersonsScreen, { backend });
        await flushPromises();
        expect(pressed()).toEqual(["Alla Alt 0"]);
        wrapper.find<HTMLElement>('[data-test="find-person"]').element.focus();
        press("1", { altKey: true });
        await flushPromises();
        expect(asked(backend, "persons.find").at(-1)).toEqual({ ...anybody, without_board: true, age_from: 0, age_until: 17, text: "", shown: { page: 0 } });
        expect(pressed()).toEqual(["Barn utan nämnd Alt 1"]);
        expect(commands.active.value.map(({ words }) => words)).toContain("Vy: Barn utan nämnd");
        await wrapper.find('[data-test="filter-age"]').setValue("18-20");
        expect(pressed()).toEqual([]);
        press("0", { altKey: true });
        await flushPromises();
        expect(pressed()).toEqual(["Alla Alt 0"]);
    });

    it("saves what is chosen under a name, and says at the name what is wrong with it", async () => {
        const backend = memoryBackend({
            ...answers,
            "persons.save_view": (view) => {
                if (view.name.length > 60) throw { code: "view-name", message: "Högst 60 tecken.", place: { field: "name" } };
                return { views: [...views, view] };
            },
        });
        const { wrapper } = stage(PersonsScreen, { backend });
        await flushPromises();
        expect(wrapper.find('[data-test="save-view"]').attributes("disabled")).toBeDefined();
        await wrapper.find('[data-test="filter-ground"]').setValue("quota");
        await wrapper.find('[data-test="filter-age"]').setValue("18-20");
        await wrapper.find('[data-test="save-view"]').trigger("click");
        await flushPromises();
        const name = document.querySelector<HTMLInputElement>('[data-test="view-name"]');
        expect(name?.value).toBe("Kvotflykting, 18–20 år");
        const keep = async (value: string) => {
            if (name === null) throw new Error("no field");
            name.value = value;
            name.dispatchEvent(new Event("input"));
            document.querySelector<HTMLElement>('[data-test="view-save"]')?.click();
            await flushPromises();
        };
        await keep("x".repeat(61));
        expect(document.querySelector('[role="dialog"]')?.textContent).toContain("Högst 60 tecken.");
        await keep(" Unga ");
        expect(asked(backend, "persons.save_view").at(-1)).toEqual({ ...anybody, name: "Unga", ground: "quota", age_from: 18, age_until: 20 });
        expect(document.querySelector('[role="dialog"]')).toBeNull();
        expect(pressed()).toEqual(["Unga Alt 2"]);
    });

    it("removes a view when asked twice, and keeps what it chose", async () => {
        const backend = memoryBackend({ ...answers, "persons.forget_view": () => ({ views: [] }) });
        const { wrapper } = stage(PersonsScreen, { backend });
        await flushPromises();
        press("1", { altKey: true });
        await flushPromises();
        press("Delete", { altKey: true });
        await flushPromises();
        expect(asked(backend, "persons.forget_view")).toEqual([]);
        document.querySelector<HTMLElement>('[role="dialog"] .act-primary')?.click();
        await flushPromises();
        expect(asked(backend, "persons.forget_view")).toEqual([{ name: "Barn utan nämnd" }]);
        expect(wrapper.find('[data-test="views"]').text()).not.toContain("Barn utan nämnd");
        expect(wrapper.find<HTMLSelectElement>('[data-test="filter-age"]').element.value).toBe("0-17");
    });

    it("marks a protected person with the lock and the core's words", async () => {
        const hidden = { ...brief, family_name: "Skyddade personuppgifter", given_name: "", dossier_number: null, protected: true };
        const backend = memoryBackend({ ...answers, "persons.find": ({ shown: { page = 0 } = {} }) => ({ persons: [hidden], total: 1, more: false, page, left_out: 2, left_out_text: "2 skyddade visas inte i urvalet" }) });
        const { wrapper } = stage(PersonsScreen, { backend });
        await flushPromises();
        const row = wrapper.find('[data-test="persons"] [data-row]');
        expect(row.text()).toContain("Skyddade personuppgifter");
        expect(row.find('use[href="#sign-lock"]').exists()).toBe(true);
        expect(wrapper.text()).toContain("2 skyddade visas inte i urvalet");
    });
});

describe("a view", () => {
    it.each([
        { board: "", ground: "", ages: "" },
        { board: NO_BOARD, ground: "permit", ages: "0-17" },
        { board: "7120", ground: "", ages: "21-" },
        { board: "7120", ground: "", ages: "30-34" },
    ])("keeps %o", (filters) => {
        expect(filtersOf(viewOf("Vy", filters))).toEqual(filters);
        if (filters.ages !== "") expect(ageChoices(filters.ages).map(({ value }) => value)).toContain(filters.ages);
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
                const also = [{ code: "day-wrong", message: "Ingen dag.", place: { field: "birth_date" } }];
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
        const sent = backend.asked.filter(({ name }) => name === "persons.add");
        const [refused, again] = sent.map(({ request }) => request as { id: string });
        expect(refused?.id).toMatch(/^[0-9a-f-]{36}$/);
        expect(again).toEqual({
            id: refused?.id,
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

describe("AddPersonDialog, a family", () => {
    const answers = { "boards.list": () => ({ boards: [] }), "persons.kinds": () => ({ kinds }) } satisfies Answers;

    it("notes what each is to those before, on both", async () => {
        let next = 20;
        const view = (id: string): PersonView => ({ ...person, brief: { ...brief, person: id, given_name: id } });
        const backend = memoryBackend({ ...answers, "persons.add": () => view(`P${next++}`), "persons.enter": ({ person: id }) => view(id) });
        const { wrapper } = stage(AddPersonDialog, { backend, props: { open: true } });
        await flushPromises();
        const add = async (another: boolean) => {
            await wrapper.find(`[data-test="${another ? "add-another" : "add-person-save"}"]`).trigger("click");
            await flushPromises();
        };
        await wrapper.find('[data-test="given-name"]').setValue("Mor");
        expect(wrapper.find('[data-test="relation-P20"]').exists()).toBe(false);
        await add(true);
        await wrapper.find('[data-test="given-name"]').setValue("Barn");
        await wrapper.find('[data-test="relation-P20"]').setValue("child");
        await add(true);
        // The next child mostly has the same parents; to whom nothing is chosen nothing is said.
        expect(wrapper.find<HTMLSelectElement>('[data-test="relation-P20"]').element.value).toBe("child");
        expect(wrapper.find<HTMLSelectElement>('[data-test="relation-P21"]').element.value).toBe("");
        await wrapper.find('[data-test="given-name"]').setValue("Barn två");
        await add(false);
        const relation = (relationship: string, to: string) => ({ kind: "relation", relationship, person: to });
        const of = (name: string) => backend.asked.filter((one) => one.name === name).map(({ request }) => request as { person: string; facts: { kind: string }[] });
        expect(of("persons.add").map(({ facts }) => facts.filter(({ kind }) => kind === "relation"))).toEqual([[], [relation("parent", "P20")], [relation("parent", "P20")]]);
        const entered = of("persons.enter").filter(({ facts }) => facts[0]?.kind === "relation");
        expect(entered).toEqual([
            { person: "P20", facts: [relation("child", "P21")] },
            { person: "P20", facts: [relation("child", "P22")] },
        ]);
        expect(wrapper.emitted("added")).toHaveLength(1);
    });

    it("asks about namesakes before somebody is added who may be there", async () => {
        const refused = { code: "person-may-be-there", message: "Det finns redan en person med samma namn.", place: { field: "confirmed" } };
        const backend = memoryBackend({
            ...answers,
            "persons.add": (request) => {
                if ((request as { confirmed?: boolean }).confirmed !== true) throw refused;
                return person;
            },
            "persons.namesakes": () => ({ persons: [brief] }),
        });
        const { wrapper } = stage(AddPersonDialog, { backend, props: { open: true } });
        await flushPromises();
        await wrapper.find('[data-test="given-name"]').setValue("Alfa");
        await wrapper.find("form").trigger("submit");
        await flushPromises();
        const box = wrapper.find('[data-test="namesakes"]');
        expect(box.text()).toContain("Det finns redan en person med samma namn.");
        expect(box.text()).toContain("P01, Testsson");
        expect(wrapper.emitted("added")).toBeUndefined();
        await wrapper.find('[data-test="add-anyway"]').trigger("click");
        await flushPromises();
        expect(wrapper.emitted("added")).toEqual([[person]]);
        const ids = backend.asked.filter(({ name }) => name === "persons.add").map(({ request }) => (request as { id: string }).id);
        expect(new Set(ids).size).toBe(1);
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
            "persons.compare": () => ({
                persons: [brief, other.brief],
                closed: false,
                reasons: ["Samma personnummer"],
                kinds: [],
                contradictions: ["Ansvarig nämnd gäller två gånger. Rätta den ena."],
                outcome_text: "Båda personernas uppgifter står kvar.",
            }),
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
        // Why, and what contradicts each other, stands there before it is done.
        for (const words of ["Skäl: Samma personnummer.", "Ansvarig nämnd gäller två gånger.", "uppgifter står kvar"]) expect(dialog?.textContent).toContain(words);
        expect(backend.asked.some(({ name }) => name === "persons.merge")).toBe(false);
        dialog?.querySelector<HTMLElement>(".act-primary")?.click();
        await flushPromises();
        expect(backend.asked.find(({ name }) => name === "persons.merge")?.request).toEqual({ person: "P01", into: "P09", confirmed: true, reason: "" });
        expect(wrapper.find('[data-test="merge-done"]').text()).toContain("P01 är nu P09.");
        expect(wrapper.text()).toContain("Inga personer i registret ser ut att vara samma.");
    });

    it("finds any two, and merges with a protected one for a reason", async () => {
        const closed: PersonView = { ...other, closed: true, facts: [], brief: { ...other.brief, family_name: "Skyddade personuppgifter", given_name: "", protected: true } };
        const backend = memoryBackend({
            "persons.duplicates": () => ({ groups: [] }),
            "persons.find": () => ({ persons: [], total: 0, more: false, page: 0, left_out: 0, left_out_text: "" }),
            "persons.view": ({ person: id }) => (id === "P01" ? person : closed),
            "persons.compare": () => ({ persons: [person.brief, closed.brief], closed: true, reasons: [], kinds: [], contradictions: [], outcome_text: "" }),
            "persons.merge": () => closed,
        });
        const { wrapper } = stage(DuplicatesScreen, { backend });
        await flushPromises();
        await wrapper.find('[data-test="two-one"]').setValue("P01");
        await wrapper.find('[data-test="two-other"]').setValue("P09");
        await wrapper.find("form.two").trigger("submit");
        await flushPromises();
        expect(wrapper.text()).toContain("slå samman med ett skäl");
        await wrapper.find('[data-test="stands-P09"]').setValue();
        await wrapper.find('[data-test="merge"]').trigger("click");
        await flushPromises();
        const dialog = document.querySelector('[role="dialog"]');
        dialog?.querySelector<HTMLElement>(".act-primary")?.click();
        await flushPromises();
        expect(backend.asked.some(({ name }) => name === "persons.merge")).toBe(false);
        const reason = dialog?.querySelector("textarea");
        if (reason) reason.value = "Samma dossiernummer";
        reason?.dispatchEvent(new Event("input"));
        await flushPromises();
        dialog?.querySelector<HTMLElement>(".act-primary")?.click();
        await flushPromises();
        expect(backend.asked.find(({ name }) => name === "persons.merge")?.request).toEqual({ person: "P01", into: "P09", confirmed: true, reason: "Samma dossiernummer" });
    });
});
