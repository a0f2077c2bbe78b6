import { enableAutoUnmount, flushPromises, type VueWrapper } from "@vue/test-utils";
import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { memoryBackend, type Answers } from "../../backend/memory";
import type { AuditVerified, Code, Settings } from "../../generated/contract";
import { press, stage } from "../../testing";
import { someSettings } from "../../testing/settings";
import AuditPage from "./AuditPage.vue";
import BackupPage from "./BackupPage.vue";
import BookingPage from "./BookingPage.vue";
import CodeDialog from "./CodeDialog.vue";
import { codeFilters, isIn } from "./codes";
import { actionWords, factsOf } from "./events";
import LimitsPage from "./LimitsPage.vue";
import LookPage from "./LookPage.vue";
import NumbersPage from "./NumbersPage.vue";
import SchoolPage from "./SchoolPage.vue";
import TableImport from "./TableImport.vue";

enableAutoUnmount(afterEach);

/** A host that keeps settings, and those it keeps. */
function keeping(refuse?: () => void, others: Answers = {}) {
    let parts = someSettings();
    const backend = memoryBackend({
        ...others,
        "settings.get": () => ({ settings: parts }),
        "settings.put": ({ settings }) => {
            refuse?.();
            parts = settings;
            return { settings: parts };
        },
    });
    return { backend, now: () => parts, change: (changes: Partial<Settings>) => (parts = { ...parts, ...changes }) };
}

describe("forms of settings", () => {
    it("save one part and leave what somebody else changed meanwhile", async () => {
        const { backend, now, change } = keeping();
        const { wrapper } = stage(BookingPage, { backend });
        await flushPromises();
        expect(wrapper.find('[data-test="save"]').attributes("disabled")).toBeDefined();
        await wrapper.find('[data-test="receivable-account"]').setValue("1512");
        await wrapper.find('[data-test="voucher-text-clawback"]').setValue("Återkrav {month}");
        change({ limits: { ...someSettings().limits, file_mb: 100 } });
        press("Enter", { ctrlKey: true });
        await flushPromises();
        expect(now()).toEqual({
            ...someSettings(),
            booking: { ...someSettings().booking, receivable_account: "1512", voucher_texts: { clawback: "Återkrav {month}" } },
            limits: { ...someSettings().limits, file_mb: 100 },
        });
        expect(wrapper.text()).toContain("Sparat");
    });

    it("say where backups go before one can be made", async () => {
        const made: unknown[] = [];
        let text = "Ingen säkerhetskopia görs.";
        const { backend, now } = keeping(undefined, {
            "backup.state": () => ({ state: "never", last_at: null, hours: null, text, restoration_waits: false, events_since: 0, made: null }) as never,
            "backup.make": (request) => {
                made.push(request);
                text = "Säkerhetskopian är mindre än ett dygn gammal.";
                return {} as never;
            },
        });
        backend.picks.push("/kopior");
        const { wrapper } = stage(BackupPage, { backend });
        await flushPromises();
        const makeNow = wrapper.find('[data-test="backup-make"]');
        expect(makeNow.attributes("disabled")).toBeDefined();
        await wrapper.find('[data-test="backup-choose"]').trigger("click");
        await flushPromises();
        // Chosen is not yet saved.
        expect(makeNow.attributes("disabled")).toBeDefined();
        await wrapper.find('[data-test="backup-keep"]').setValue("10");
        press("Enter", { ctrlKey: true });
        await flushPromises();
        expect(now().backup).toEqual({ ...someSettings().backup, folder: "/kopior", keep: 10 });
        await makeNow.trigger("click");
        await flushPromises();
        expect(made).toEqual([{ folder: null }]);
        expect(wrapper.find('[data-test="backup-state"]').text()).toContain("mindre än ett dygn");
    });

    it("keep what was typed when the core refuses it", async () => {
        const { backend } = keeping(() => {
            throw { code: "setting-value", message: "Bokstäver före året i numret går inte.", place: { file: null, line: null, column: null, field: "booking.number_prefix" } };
        });
        const { wrapper } = stage(BookingPage, { backend });
        await flushPromises();
        await wrapper.find('[data-test="number-prefix"]').setValue("");
        await wrapper.find("form").trigger("submit");
        await flushPromises();
        expect(wrapper.find('[data-test="number-prefix"]').attributes("aria-invalid")).toBe("true");
        expect(wrapper.text()).toContain("Bokstäver före året i numret går inte.");
        expect(wrapper.find('[role="alert"]').exists()).toBe(false);
        expect(wrapper.text()).toContain("Ändrat, inte sparat");
        expect((wrapper.find('[data-test="number-prefix"]').element as HTMLInputElement).value).toBe("");
    });

    it("take an emptied account as none, and only whole numbers as limits", async () => {
        const { backend, now, change } = keeping();
        change({ booking: { ...someSettings().booking, receivable_account: "1512" } });
        const { wrapper } = stage(BookingPage, { backend });
        await flushPromises();
        await wrapper.find('[data-test="receivable-account"]').setValue(" ");
        await wrapper.find("form").trigger("submit");
        await flushPromises();
        expect(now().booking.receivable_account).toBeNull();

        const limits = stage(LimitsPage, { backend }).wrapper;
        await flushPromises();
        await limits.find('[data-test="xlsx-rows"]').setValue("1e9");
        expect(limits.find('[data-test="save"]').attributes("disabled")).toBeDefined();
        await limits.find('[data-test="xlsx-rows"]').setValue("200 000");
        await limits.find("form").trigger("submit");
        await flushPromises();
        expect(now().limits.xlsx_rows).toBe(200000);
    });

    it("do not save a colour that cannot be read against the paper", async () => {
        const { wrapper } = stage(LookPage, { backend: keeping().backend });
        await flushPromises();
        await wrapper.find('[data-test="accent"]').setValue("#ffee00");
        expect(wrapper.find('[data-test="accent"]').attributes("aria-invalid")).toBe("true");
        expect(wrapper.find('[data-test="save"]').attributes("disabled")).toBeDefined();
        await wrapper.find('[data-test="accent"]').setValue("#7a1f1f");
        expect(wrapper.find('[data-test="save"]').attributes("disabled")).toBeUndefined();
    });
});

describe("the city's numbers", () => {
    const set = async (wrapper: VueWrapper, test: string, value: string) => wrapper.find(`[data-test="${test}"]`).setValue(value);

    it("are typed as people write them and kept as numbers, empty rows left out", async () => {
        const { now } = keeping();
        const { backend } = keeping();
        const { wrapper } = stage(NumbersPage, { backend });
        await flushPromises();
        expect(now().numbers).toEqual({ forecasts: [], allocations: [], places: [] });
        await wrapper.find('[data-test="forecasts-add"]').trigger("click");
        await flushPromises();
        expect(document.activeElement?.getAttribute("data-test")).toBe("forecasts-0-year");
        await set(wrapper, "forecasts-0-year", "2026");
        await set(wrapper, "forecasts-0-children", "1 200");
        await set(wrapper, "forecasts-0-share_per_mille", "87,5");
        await wrapper.find('[data-test="places-add"]').trigger("click");
        await wrapper.find("form").trigger("submit");
        await flushPromises();
        const put = backend.asked.findLast(({ name }) => name === "settings.put")?.request as { settings: ReturnType<typeof someSettings> };
        expect(put.settings.numbers).toEqual({ allocations: [], forecasts: [{ year: 2026, children: 1200, share_per_mille: "87.5" }], places: [] });
    });

    it("say what the core refuses at the field of the row, empty rows not counted", async () => {
        const { backend } = keeping(() => {
            throw { code: "number-zero", message: "Antalet är noll.", place: { field: "numbers.allocations[0].number" } };
        });
        const { wrapper } = stage(NumbersPage, { backend });
        await flushPromises();
        await wrapper.find('[data-test="allocations-add"]').trigger("click");
        await wrapper.find('[data-test="allocations-add"]').trigger("click");
        await set(wrapper, "allocations-1-number", "0");
        await wrapper.find("form").trigger("submit");
        await flushPromises();
        expect(document.activeElement?.getAttribute("data-test")).toBe("allocations-1-number");
        expect(wrapper.find('[data-test="allocations-1-number"]').element.closest(".entry")?.textContent).toContain("Antalet är noll.");
    });
});

describe("school terms", () => {
    const set = async (wrapper: VueWrapper, test: string, value: string) => wrapper.find(`[data-test="${test}"]`).setValue(value);
    const words = (wrapper: VueWrapper, test: string) => wrapper.find(`[data-test="${test}"]`).element.closest(".entry")?.textContent ?? "";

    it("are added and removed by keyboard, kept in order of time, empty rows left out", async () => {
        const { backend, now } = keeping();
        const { wrapper } = stage(SchoolPage, { backend });
        await flushPromises();
        press("n", { altKey: true });
        await flushPromises();
        expect(document.activeElement?.getAttribute("data-test")).toBe("term-1-from");
        await set(wrapper, "term-1-from", "2025-08-18");
        await set(wrapper, "term-1-until", "2025-12-19");
        await wrapper.find('[data-test="term-add"]').trigger("click");
        press("Enter", { ctrlKey: true });
        await flushPromises();
        const autumn = { from: "2025-08-18", until: "2025-12-19" };
        expect(now()).toEqual({ ...someSettings(), school: { terms: [autumn, ...someSettings().school.terms] } });
        await wrapper.find('[data-test="term-0-remove"]').trigger("click");
        expect(document.activeElement?.getAttribute("data-test")).toBe("term-0-from");
        await wrapper.find("form").trigger("submit");
        await flushPromises();
        expect(now()).toEqual(someSettings());
    });

    it("say at the field what is no day, and what the core says about a day", async () => {
        const { backend } = keeping(() => {
            throw { code: "school-terms", message: "Läsåren går inte ihop.", place: { field: "school.terms[1].from" } };
        });
        const { wrapper } = stage(SchoolPage, { backend });
        await flushPromises();
        await wrapper.find('[data-test="term-add"]').trigger("click");
        await set(wrapper, "term-1-from", "2026-06-31");
        await wrapper.find("form").trigger("submit");
        await flushPromises();
        expect(words(wrapper, "term-1-from")).toContain("Skriv dagen som ÅÅÅÅ-MM-DD.");
        expect(words(wrapper, "term-1-until")).toContain("Skriv dagen som ÅÅÅÅ-MM-DD.");
        expect(words(wrapper, "term-0-from")).not.toContain("Skriv dagen");
        expect(document.activeElement?.getAttribute("data-test")).toBe("term-1-from");
        expect(backend.asked.some(({ name }) => name === "settings.put")).toBe(false);
        await set(wrapper, "term-1-from", "2026-06-01");
        await set(wrapper, "term-1-until", "2026-12-18");
        await wrapper.find("form").trigger("submit");
        await flushPromises();
        expect(words(wrapper, "term-1-from")).toContain("Läsåren går inte ihop.");
        expect(wrapper.find<HTMLInputElement>('[data-test="term-1-from"]').element.value).toBe("2026-06-01");
        expect(wrapper.find('[role="alert"]').exists()).toBe(false);
    });
});

const code: Code = {
    payment_code: "XYZ",
    compensation: null,
    clawback: false,
    person_bound: true,
    text: "Okänd",
    valid_from: null,
    valid_until: null,
    status: "example",
};

describe("payment codes", () => {
    it("count every filter over all codes", () => {
        const codes = [code, { ...code, compensation: "ASYL-BIF", status: "own" }];
        expect(codeFilters(codes).map((filter) => [filter.id, filter.count])).toEqual([
            ["all", 2],
            ["unmapped", 1],
            ["example", 1],
            ["published", 0],
            ["own", 1],
        ]);
        expect(isIn(code, "unmapped")).toBe(true);
    });

    it("become the municipality's own when they are changed here", async () => {
        const backend = memoryBackend({
            "compensations.list": () => ({ compensations: [{ code: "ASYL-BIF", name: "Barn i familj", short_name: "Barn i familj", law: "2017:193 15 §" }] }),
            "codes.add": () => ({ codes: [] }),
        });
        const { wrapper } = stage(CodeDialog, { backend, props: { open: false, start: code } });
        await wrapper.setProps({ open: true });
        await flushPromises();
        await wrapper.find('[data-test="compensation"]').setValue("ASYL-BIF");
        await wrapper.find("form").trigger("submit");
        await flushPromises();
        expect(backend.asked.at(-1)).toEqual({ name: "codes.add", request: { ...code, compensation: "ASYL-BIF", status: "own" } });
        expect(wrapper.emitted("kept")).toEqual([[{ codes: [] }]]);
    });
});

describe("TableImport", () => {
    it("shows every finding with line and column, and changes nothing then", async () => {
        const diagnostics = [{ line: 4, column: 3, column_name: "Andel", code: "percent-not-a-number", severity: "error", message: "Andelen är inte ett tal.", what: "", todo: "", short: "" }];
        const backend = memoryBackend({ "key.import": () => ({ outcome: "findings", lines: 0, changes: [], diagnostics }) });
        backend.picks.push("/tmp/nyckel.csv");
        const { wrapper } = stage(TableImport, { backend, props: { table: "key", label: "set-key-import" } });
        await flushPromises();
        await wrapper.find('[data-test="import-table"]').trigger("click");
        await flushPromises();
        expect(wrapper.find('[data-test="import-result"]').text()).toContain("Inget har ändrats");
        expect(wrapper.find('[data-test="diagnostics"]').text()).toContain("rad 4, kolumn 3 Andel");
        expect(wrapper.emitted("done")).toBeUndefined();
    });
});

describe("the audit chain", () => {
    const whole = { readings: { readings: 3, first_broken: null }, schema_differs: [] };
    const event = { event: 7, at: "2026-11-02T09:14:00Z", actor: "EXEMPEL", action: "payments.commit", object: "l1", detail: '{"bank_ore":90925010,"reason":null,"orders":["A","B"]}' };

    it("is told in words, amounts as amounts", () => {
        expect(actionWords(event)).toBe("Lista intagen");
        expect(actionWords({ ...event, action: "future.thing" })).toBe("future.thing");
        expect(factsOf(event).map((fact) => fact.value)).toEqual(["payments.commit", "l1", "909\u00A0250,10", "", "A, B"]);
    });

    it("names the first broken event", async () => {
        const backend = memoryBackend({
            "audit.events": ({ shown }) => ({ events: shown?.page === 1 ? [{ ...event, event: 6 }] : [event], total: 107 }),
            "audit.verify": () => ({ outcome: "findings", events: 6, ok: false, first_broken: 4, digests: { rows: 9, faults: 0, broken: [] }, signatures: { hold: 0, broken: [], to_review: [] }, ...whole }),
        });
        const { wrapper } = stage(AuditPage, { backend });
        await flushPromises();
        await wrapper.find('[data-test="verify"]').trigger("click");
        await flushPromises();
        expect(wrapper.find('[data-test="verified"]').text()).toContain("bruten vid händelse 4");
        await wrapper.findAll(".pages button")[2]?.trigger("click");
        await flushPromises();
        expect(backend.asked.at(-1)).toEqual({ name: "audit.events", request: { shown: { page: 1 } } });
        expect(wrapper.findAll("[data-row]").map((row) => row.attributes("data-row-key"))).toEqual(["6"]);
    });

    it("names the first reading, table or signature that does not hold", async () => {
        const held = { outcome: "findings" as const, events: 6, ok: false, first_broken: null, digests: { rows: 9, faults: 0, broken: [] } };
        const signatures = { hold: 0, broken: [], to_review: [] };
        for (const [found, words] of [
            [{ ...held, ...whole, signatures, readings: { readings: 3, first_broken: 2 } }, "Läsloggen är bruten vid läsning 2"],
            [{ ...held, ...whole, signatures, schema_differs: ["entry_update"] }, "entry_update"],
            [{ ...held, ...whole, signatures: { ...signatures, broken: [{ event: 5, action: "order.attest", object: "x" }] } }, "händelse 5"],
        ] as const) {
            const backend = memoryBackend({ "audit.events": () => ({ events: [event], total: 7 }), "audit.verify": () => structuredClone(found) as AuditVerified });
            const { wrapper } = stage(AuditPage, { backend });
            await flushPromises();
            await wrapper.find('[data-test="verify"]').trigger("click");
            await flushPromises();
            expect(wrapper.find('[data-test="verified"]').text()).toContain(words);
        }
    });

    it("names the first row that is not as it was written", async () => {
        const row = { table: "entry", row: "5", fault: "changed", rule: "", event: 3 };
        const backend = memoryBackend({
            "audit.events": () => ({ events: [event], total: 7 }),
            "audit.verify": () => ({ outcome: "findings", events: 6, ok: false, first_broken: null, digests: { rows: 9, faults: 2, broken: [row] }, signatures: { hold: 0, broken: [], to_review: [] }, ...whole }),
        });
        const { wrapper } = stage(AuditPage, { backend });
        await flushPromises();
        await wrapper.find('[data-test="verify"]').trigger("click");
        await flushPromises();
        expect(wrapper.find('[data-test="verified"]').text()).toContain("inte är som de skrevs: 2, den första är 5 i tabellen entry");
    });
});

describe("the history", () => {
    it("has words for everything that the core notes", () => {
        const actions = [...readFileSync("../crates/app/src/action.rs", "utf8").matchAll(/^ {4}\w+ = "([\w.-]+)" needs/gm)].map(([, name = ""]) => name);
        expect(actions.length).toBeGreaterThan(40);
        const event = { event: 1, at: "", actor: "", object: "", detail: "{}" };
        expect(actions.filter((action) => actionWords({ ...event, action } as never) === action)).toEqual([]);
    });
});
