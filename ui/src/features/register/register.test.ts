import { enableAutoUnmount, flushPromises } from "@vue/test-utils";
import { defineComponent, h, ref } from "vue";
import { afterEach, describe, expect, it } from "vitest";
import { memoryBackend, type Answers } from "../../backend/memory";
import type { Diagnostic, DraftFieldView, DraftRowDetail, DraftRowView, DraftView, FileLook } from "../../generated/contract";
import { press, stage } from "../../testing";
import { person } from "../../testing/persons";
import { correctionOf, draftSteps, isChanged, isClosed, takenOf } from "../draft/draft";
import DraftReview from "../draft/DraftReview.vue";
import ExportRegister from "./ExportRegister.vue";
import { guessRegister, registerFields, registerProfile, wordColumns } from "./mapping";
import OpenDrafts from "../draft/OpenDrafts.vue";
import ReadScreen from "../draft/ReadScreen.vue";
import { readingsOf } from "../draft/rows";

enableAutoUnmount(afterEach);
afterEach(() => {
    history.replaceState(null, "");
    document.body.querySelectorAll("body > :not([hidden])").forEach((left) => left.remove());
});

const finding = (line: number, code: string, severity = "error"): Diagnostic => ({
    line,
    column: 4,
    column_name: "Född",
    code,
    severity,
    message: "Fel. Rätta.",
    what: "Fel.",
    todo: "Rätta.",
    short: "fel",
});
const row = (line: number, state = "clean", code?: string, severity?: string): DraftRowView => ({
    line,
    state,
    person: `P0${line}`,
    name: `Distrikt, Person ${line}`,
    protected: false,
    meant: {},
    finding: code === undefined ? null : finding(line, code, severity),
    findings: code === undefined ? 0 : 1,
});
const field = (name: string, more: Partial<DraftFieldView> = {}): DraftFieldView => ({
    field: name,
    label: name,
    column: 1,
    written: "",
    meant: null,
    meant_text: null,
    corrected: null,
    severity: null,
    choices: [],
    is_day: false,
    ...more,
});

const STATES: Record<string, string> = { correct: "corrected", park: "parked", accept: "accepted" };

/** A core in small: rows of which what is decided is remembered. */
function small(rows: DraftRowView[], differently: Answers = {}) {
    let committed = false;
    const open = (one: DraftRowView) => one.state === "open";
    const filters: Record<string, (one: DraftRowView) => boolean> = {
        open,
        errors: (one) => open(one) && one.finding?.severity === "error",
        warnings: (one) => open(one) && one.finding?.severity === "warning",
    };
    const matching = (filter: string) => rows.filter(filters[filter] ?? ((one) => filter === "all" || one.state === filter));
    const view = (): DraftView => ({
        draft: "d1",
        kind: "register",
        state: committed ? "committed" : "draft",
        file: "distrikt.csv",
        sha256: "",
        profile: "distriktslista",
        profile_text: "distriktslista",
        given_day: null,
        lacks_day: false,
        board_from: null,
        read_on: "2026-11-02",
        rows: {
            all: rows.length,
            clean: matching("clean").length,
            errors: matching("errors").length,
            warnings: matching("warnings").length,
            corrected: matching("corrected").length,
            parked: matching("parked").length,
            accepted: matching("accepted").length,
        },
        ready: matching("open").length === 0,
        file_findings: [],
        added: committed ? 3 : 0,
        changed: committed ? 1 : 0,
        ended: 0,
        unchanged: 0,
        period: null,
        unit: null,
        absent: 0,
        persons_added: committed ? 3 : 0,
        persons_changed: committed ? 1 : 0,
        persons_unchanged: 0,
    });
    const detail = (line: number): DraftRowDetail => {
        const found = rows.find((one) => one.line === line) ?? row(line);
        return {
            row: found,
            fields: [field("birth_date", { column: 4, label: "Född", written: "2010-02-30", severity: found.state === "open" ? "error" : null, is_day: true })],
            findings: found.finding === null ? [] : [found.finding],
            known: false,
            can_decide: !committed,
            can_accept: found.finding?.severity === "warning",
            decisions: [],
        };
    };
    const decided: { line: number; decision: string; fields: Record<string, string> }[] = [];
    const PAGE = 2;
    const answers: Answers = {
        "register.draft": view,
        // Small pages, so that whoever wants every row has to turn them.
        "register.rows": ({ filter, shown: { page = 0, all = false } = {} }) => ({ rows: all ? matching(filter) : matching(filter).slice(page * PAGE, page * PAGE + PAGE), page, page_rows: PAGE, total: matching(filter).length }),
        "register.row": ({ line }) => detail(line),
        "register.decide": ({ decisions }) => {
            decided.push(...(decisions as typeof decided));
            for (const one of decisions) {
                const at = rows.findIndex((found) => found.line === one.line);
                const found = rows[at];
                if (found !== undefined) rows[at] = { ...found, state: STATES[one.decision] ?? found.state };
            }
            return view();
        },
        "register.commit": () => {
            committed = true;
            return view();
        },
        ...differently,
    };
    return { backend: memoryBackend(answers), answers, view, decided };
}

async function review(core: ReturnType<typeof small>) {
    const Page = defineComponent({
        setup() {
            const view = ref(core.view());
            return () => h("div", [h(DraftReview, { modelValue: view.value, "onUpdate:modelValue": (now: DraftView) => (view.value = now) })]);
        },
    });
    const one = stage(Page, { backend: core.backend });
    await flushPromises();
    return one;
}

const focused = () => document.activeElement?.getAttribute("data-test");
const focusedRow = () => document.activeElement?.getAttribute("data-row-key");

describe("a register under review", () => {
    it("is arrived at with its findings, and goes from row to row until nothing waits", async () => {
        history.replaceState({ read: true }, "");
        const core = small([row(2, "open", "date-impossible"), row(3), row(4, "open", "century-guessed", "warning")]);
        const { wrapper } = await review(core);
        expect(focused()).toBe("findings");
        expect(wrapper.find('[data-test="findings"]').text()).toContain("2 rader med anmärkning");
        press("Escape");
        await flushPromises();
        expect(focusedRow()).toBe("2");
        press("F2");
        await flushPromises();
        expect(focused()).toBe("correct-birth-date");
        await wrapper.find('[data-test="correct-birth-date"]').setValue("2010-02-28");
        press("Enter");
        await flushPromises();
        expect(core.decided).toEqual([{ line: 2, decision: "correct", fields: { birth_date: "2010-02-28" } }]);
        expect(focusedRow()).toBe("4");
        press("g");
        await flushPromises();
        expect(core.decided.at(-1)).toEqual({ line: 4, decision: "accept", fields: {} });
        expect(focused()).toBe("commit");
        expect(wrapper.find('[data-test="left"]').text()).toBe("Inget kvar att avgöra. 3 rader tas in.");
    });

    it("does not correct what nobody has changed, and accepts no error", async () => {
        const core = small([row(2, "open", "date-impossible")]);
        const { wrapper } = await review(core);
        wrapper.find<HTMLElement>("[data-row]").element.focus();
        await flushPromises();
        press("r");
        press("g");
        press("Enter", { ctrlKey: true });
        await flushPromises();
        expect(core.decided).toEqual([]);
        expect(core.backend.asked.some(({ name }) => name === "register.commit")).toBe(false);
    });

    it("parks everything that waits, on whichever page, after having asked", async () => {
        const core = small([row(2, "open", "date-impossible"), row(3, "open", "x", "warning"), row(4, "open", "x"), row(5)]);
        const { wrapper } = await review(core);
        await wrapper.find('[data-test="park-rest"]').trigger("click");
        await flushPromises();
        expect(document.querySelector('[role="dialog"]')?.textContent).toContain("3 rader är kvar");
        expect(core.decided).toEqual([]);
        document.querySelector<HTMLElement>('[role="dialog"] .act-primary')?.click();
        await flushPromises();
        expect(core.decided.map(({ line, decision }) => [line, decision])).toEqual([[2, "park"], [3, "park"], [4, "park"]]);
    });

    it("accepts every row with warnings only, and no other", async () => {
        const core = small([row(2, "open", "date-impossible"), row(3, "open", "x", "warning"), row(4, "open", "x", "warning"), row(5, "open", "x", "warning")]);
        const { wrapper } = await review(core);
        await wrapper.find('[data-test="accept-warnings"]').trigger("click");
        await flushPromises();
        document.querySelector<HTMLElement>('[role="dialog"] .act-primary')?.click();
        await flushPromises();
        expect(core.decided.map(({ line, decision }) => [line, decision])).toEqual([[3, "accept"], [4, "accept"], [5, "accept"]]);
        expect(focusedRow()).toBe("2");
    });

    it("asks once from which day boards hold, also for rows where that is not the first finding", async () => {
        const hidden = { ...row(4, "open", "date-impossible"), findings: 2 };
        const core = small([row(2, "open", "board-change-without-day"), row(3, "open", "date-impossible"), hidden, row(5, "open", "board-change-without-day")]);
        const answer = core.answers["register.row"]!;
        core.answers["register.row"] = async (request) => {
            const found = await answer(request);
            return request.line === 4 ? { ...found, findings: [...found.findings, finding(4, "board-change-without-day")] } : found;
        };
        const { wrapper } = await review(core);
        wrapper.find<HTMLElement>("[data-row]").element.focus();
        await flushPromises();
        press("F2");
        await flushPromises();
        expect(focused()).toBe("board-from");
        await wrapper.find('[data-test="board-from"]').setValue("2026-11-01");
        await wrapper.find("form").trigger("submit");
        await flushPromises();
        expect(core.decided.map(({ line, fields }) => [line, fields])).toEqual([2, 4, 5].map((line) => [line, { board_from: "2026-11-01" }]));
    });

    it("tells what was done when it is taken in, and leads on; nothing can be decided then", async () => {
        history.replaceState({ read: true }, "");
        const core = small([row(2), row(3)]);
        const { wrapper } = await review(core);
        expect(focused()).toBe("commit");
        await wrapper.find('[data-test="commit"]').trigger("click");
        await flushPromises();
        expect(wrapper.find('[data-test="figure-added"]').text()).toBe("3");
        expect(focused()).toBe("to-persons");
        expect(wrapper.find('[data-test="commit"]').exists()).toBe(false);
        expect(wrapper.find('[data-test="park"]').exists()).toBe(false);
    });

    it("shows what waits again where the register has changed meanwhile", async () => {
        const rows = [row(2), row(3)];
        const core = small(rows, {
            "register.commit": () => {
                rows[1] = row(3, "open", "number-of-other");
                throw { code: "rows-undecided", message: "En rad väntar." };
            },
        });
        const { wrapper } = await review(core);
        await wrapper.find('[data-test="commit"]').trigger("click");
        await flushPromises();
        expect(wrapper.find('[data-test="draft-failure"]').text()).toContain("En rad väntar.");
        expect(focusedRow()).toBe("3");
    });

    it("opens the row of a protected person whom the register has through the person, with a reason", async () => {
        let open = false;
        const closed = { ...row(2), person: "P07", name: "Skyddade personuppgifter", protected: true };
        const core = small([closed], {
            "persons.open": () => {
                open = true;
                return person;
            },
            "register.row": () => ({
                row: closed,
                fields: open ? [field("person_id"), field("family_name", { written: "Testsson", meant: "Testsson" })] : [field("person_id", { written: "P07" })],
                findings: [], known: true, can_decide: true, can_accept: false, decisions: [],
            }),
        });
        const { wrapper } = await review(core);
        expect(wrapper.find('[data-test="row-detail"]').text()).toContain("Skyddade personuppgifter");
        expect(wrapper.find('[data-test="correct-another"]').exists()).toBe(false);
        await wrapper.find('[data-test="open-row"]').trigger("click");
        await flushPromises();
        const reason = document.querySelector<HTMLTextAreaElement>("textarea");
        if (reason) reason.value = "Nämnden ska rättas";
        reason?.dispatchEvent(new Event("input"));
        await flushPromises();
        document.querySelector<HTMLElement>('[role="dialog"] .act-primary')?.click();
        await flushPromises();
        expect(core.backend.asked.find(({ name }) => name === "persons.open")?.request).toEqual({ person: "P07", reason: "Nämnden ska rättas" });
        // The person was opened with the reason; the row needs none of its own.
        expect(core.backend.asked.at(-1)).toEqual({ name: "register.row", request: { draft: "d1", line: 2, person: "P07", reason: null } });
        expect(wrapper.find('[data-test="row-detail"]').text()).toContain("Testsson");
    });
});

describe("the row of somebody whom only the file protects", () => {
    it("is opened for this look alone, with a reason, and no person is", async () => {
        const closed = { ...row(2), person: null, name: "Skyddade personuppgifter", protected: true };
        const core = small([closed], {
            "register.row": ({ reason }) => ({
                row: closed,
                fields: reason === null ? [] : [field("family_name", { written: "Distrikt", meant: "Distrikt" })],
                findings: [], known: false, can_decide: true, can_accept: false, decisions: [],
            }),
        });
        const { wrapper } = await review(core);
        wrapper.find<HTMLElement>("[data-row]").element.focus();
        await flushPromises();
        press("F2");
        await flushPromises();
        const reason = document.querySelector<HTMLTextAreaElement>("textarea");
        if (reason) reason.value = "Rätta namnet";
        reason?.dispatchEvent(new Event("input"));
        await flushPromises();
        document.querySelector<HTMLElement>('[role="dialog"] .act-primary')?.click();
        await flushPromises();
        expect(core.backend.asked.at(-1)?.request).toEqual({ draft: "d1", line: 2, person: null, reason: "Rätta namnet" });
        expect(core.backend.asked.some(({ name }) => name === "persons.open")).toBe(false);
        expect(wrapper.find('[data-test="row-detail"]').text()).toContain("Distrikt");
    });
});

describe("a row of a register", () => {
    it("leaves out what says nothing, and says what cannot be read or is missing", () => {
        const readings = readingsOf([
            field("received"),
            field("birth_date", { written: "2010-02-30", severity: "error" }),
            field("dossier_number", { severity: "error" }),
            field("legal-ground.ground", { written: "UT", meant: "permit", meant_text: "Uppehållstillstånd" }),
            field("personal_number", { written: "201701012393", meant: "201701012393" }),
        ]);
        expect(readings.map(({ label, meant, fault }) => [label, meant, fault])).toEqual([
            ["birth_date", "går inte att läsa", "error"],
            ["dossier_number", "saknas", "error"],
            ["legal-ground.ground", "Uppehållstillstånd", undefined],
            ["personal_number", "20170101-2393", undefined],
        ]);
    });

    it("is corrected from what stands: the text, or of a word what it means", () => {
        const choices = [{ value: "permit", text: "Uppehållstillstånd" }];
        const fields = [
            field("name", { written: "Alfa" }),
            field("legal-ground.ground", { written: "UT", meant: "permit", choices, severity: "warning" }),
            field("birth_date", { written: "x", corrected: "2010-02-28" }),
        ];
        const standing = correctionOf({ fields });
        expect(standing).toEqual({ "legal-ground.ground": "permit", birth_date: "2010-02-28" });
        const detail = { fields } as DraftRowDetail;
        expect(isChanged(standing, detail)).toBe(false);
        expect(isChanged({ ...standing, name: "" }, detail)).toBe(true);
        // A field that the file does not have is given a text.
        expect(isChanged({ board_from: "2026-11-01" }, detail)).toBe(true);
    });

    it("is closed only where a protected person shows nothing but the id", () => {
        const hidden = { ...row(2), protected: true };
        expect(isClosed({ row: hidden, fields: [] })).toBe(true);
        expect(isClosed({ row: hidden, fields: [field("person_id")] })).toBe(true);
        expect(isClosed({ row: hidden, fields: [field("person_id"), field("group")] })).toBe(false);
        expect(isClosed({ row: row(2), fields: [] })).toBe(false);
    });

    it("counts among those taken in unless it is parked or waits", () => {
        expect(takenOf({ all: 21, clean: 1, errors: 2, warnings: 3, corrected: 4, parked: 5, accepted: 6 })).toBe(11);
        expect(draftSteps("review").map(({ state }) => state)).toEqual(["done", "current", "ahead"]);
        expect(draftSteps("done").map(({ state }) => state)).toEqual(["done", "done", "done"]);
    });
});

describe("reading a register", () => {
    const address = "/personkrets/las-in?fil=/tmp/distrikt.csv";
    const view = small([]).view();

    it("goes on to the draft at once where one profile suits", async () => {
        const backend = memoryBackend({ "register.read": () => view });
        const { router } = stage(ReadScreen, { backend, address });
        await flushPromises();
        expect(backend.asked[0]?.request).toMatchObject({ path: "/tmp/distrikt.csv", profile: null, board_from: null });
        expect(router.currentRoute.value.path).toBe("/personkrets/inlasning/d1");
    });

    it("asks which profile where several suit, and reads by that", async () => {
        const profiles = [{ kind: "register", name: "a", description: "Lista A" }, { kind: "payment-list", name: "b", description: "" }] as never;
        const backend = memoryBackend({
            "register.read": ({ profile }) => {
                if (profile === null) throw { code: "several-profiles-match", message: "Flera passar." };
                return view;
            },
            "profiles.list": () => ({ profiles }),
        });
        const { wrapper, router } = stage(ReadScreen, { backend, address });
        await flushPromises();
        expect(focused()).toBe("profile");
        expect(wrapper.findAll("option").map((option) => option.text())).toEqual(["Välj", "a: Lista A"]);
        await wrapper.find('[data-test="profile"]').setValue("a");
        press("Enter", { ctrlKey: true });
        await flushPromises();
        expect(router.currentRoute.value.path).toBe("/personkrets/inlasning/d1");
    });

    it("leads from an unknown layout to its description", async () => {
        const backend = memoryBackend({
            "register.read": () => {
                throw { code: "header-not-recognised", message: "Ingen profil." };
            },
        });
        const { wrapper, router } = stage(ReadScreen, { backend, address });
        await flushPromises();
        expect(focused()).toBe("map-layout");
        await wrapper.find('[data-test="map-layout"]').trigger("click");
        await flushPromises();
        expect(router.currentRoute.value.fullPath).toBe("/personkrets/mappning?fil=/tmp/distrikt.csv");
    });
});

describe("the layout of a register", () => {
    const kinds = [
        { kind: "birth", name: "Född", help: "", holding: "one-at-a-time", days: "none", fields: [{ name: "date", label: "Dag", holds: "day", required: true, choices: [] }] },
        {
            kind: "legal-ground", name: "Rättslig grund", help: "", holding: "one-at-a-time", days: "span",
            fields: [{ name: "ground", label: "Grund", holds: "choice", required: true, choices: [{ value: "permit", text: "Uppehållstillstånd" }, { value: "asylum-seeker", text: "Asylsökande" }] }],
        },
    ];
    const look: Pick<FileLook, "rows"> = {
        rows: [
            { line: 1, cells: ["Distriktets lista"] },
            { line: 2, cells: ["Dossiernr", "Född", "Status", "Sedan", "Övrigt"] },
            { line: 3, cells: ["99-100001", "02.01.1980", "UT", "15.01.2024", "x"] },
            { line: 4, cells: ["99-100002", "02.01.1980", "ASYLSÖKANDE", "15.01.2024", ""] },
        ],
    };
    const profiles = [{ kind: "register", columns: [{ field: "dossier_number", names: ["Dossiernr"], required: true }, { field: "birth_date", names: ["Född"], required: false }] }];

    it("offers what is not said twice, with the days of each kind", () => {
        const fields = registerFields(kinds).map(({ value }) => value);
        expect(fields).toContain("birth_date");
        expect(fields.filter((name) => name.includes("."))).toEqual(["ground", "valid_from", "valid_until", "known_since", "document_date"].map((name) => `legal-ground.${name}`));
    });

    it("is guessed by names that other profiles know, and by what stands in the rows", () => {
        expect(guessRegister(look.rows, profiles, "lista")).toEqual({ name: "lista", header: 1, fields: { 0: "dossier_number", 1: "birth_date" }, dates: "dd.mm.yyyy", words: {} });
    });

    it("asks what a word means that the program does not know, and becomes a profile", () => {
        const mapping = { ...guessRegister(look.rows, profiles, "vår lista"), fields: { 0: "dossier_number", 1: "birth_date", 2: "legal-ground.ground", 3: "legal-ground.valid_from" } };
        expect(wordColumns(mapping, look.rows, kinds).map(({ title, unknown }) => [title, unknown])).toEqual([["Status", ["UT"]]]);
        const explained = { ...mapping, words: { "legal-ground.ground": { UT: "permit" } } };
        expect(registerProfile(explained, look.rows, kinds)).toBe(`kind = "register"
name = "vår lista"
version = 1
ignored = ["Övrigt"]

[forms]
dates = ["dd.mm.yyyy"]
amounts = { decimal_sign = "," }

[columns]
dossier_number = { names = ["Dossiernr"], required = true }
birth_date = { names = ["Född"], required = true }

[[facts]]
kind = "legal-ground"
ground = { column = ["Status"], values = { "Uppehållstillstånd" = "permit", "permit" = "permit", "Asylsökande" = "asylum-seeker", "asylum-seeker" = "asylum-seeker", "ASYLSÖKANDE" = "asylum-seeker", "UT" = "permit" } }
valid_from = { column = ["Sedan"] }
`);
    });
});

describe("on the page of persons", () => {
    it("drafts that were begun are found again", async () => {
        const core = small([row(2, "open", "x")]);
        const backend = memoryBackend({ "register.drafts": () => ({ drafts: [core.view()] }) });
        const { wrapper } = stage(OpenDrafts, { backend, props: { area: "register" } });
        await flushPromises();
        expect(wrapper.text()).toContain("En påbörjad inläsning");
        expect(wrapper.text()).toContain("inläst 2026-11-02, 1 rad kvar");
        expect(wrapper.find("a").attributes("href")).toBe("#/personkrets/inlasning/d1");
    });

    it("an export with protected persons is written only when it has been said how", async () => {
        const done = { files: ["/ut/personer.csv"], persons: 19, entries: 60, pseudonymised: 1 };
        const backend = memoryBackend({
            "register.export": ({ pseudonymise }) => {
                if (!pseudonymise) throw { code: "export-protected", message: "Registret har skyddade personer, 1 stycken." };
                return done;
            },
        });
        backend.picks.push("/ut", "/ut");
        const { wrapper } = stage(ExportRegister, { backend });
        const choose = () => (wrapper.vm as unknown as { choose: () => Promise<void> }).choose();
        await choose();
        await flushPromises();
        expect(document.querySelector('[role="dialog"]')?.textContent).toContain("skyddade personer, 1 stycken");
        [...document.querySelectorAll<HTMLElement>('[role="dialog"] button')].find((button) => button.textContent?.includes("Avbryt"))?.click();
        await flushPromises();
        expect(backend.asked).toHaveLength(1);
        await choose();
        await flushPromises();
        document.querySelector<HTMLElement>('[role="dialog"] .act-primary')?.click();
        await flushPromises();
        expect(backend.asked.at(-1)?.request).toEqual({ folder: "/ut", pseudonymise: true });
        expect(wrapper.text()).toContain("19 personer och 60 uppgifter");
        expect(wrapper.text()).toContain("En skyddad person står utan namn och nummer.");
    });
});
