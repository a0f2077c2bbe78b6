import { enableAutoUnmount, flushPromises } from "@vue/test-utils";
import { afterEach, describe, expect, it } from "vitest";
import { memoryBackend, type Answers } from "../../../backend/memory";
import type { KeyDraftView, KeyLineView, KeyView, TryKey } from "../../../generated/contract";
import { press, stage } from "../../../testing";
import KeyPage from "../KeyPage.vue";
import { decisionsOf, draftRows, sharesWords } from "./keys";

// A page that is gone takes no keys.
enableAutoUnmount(afterEach);

const line = (compensation: string, target: string, percent: string, takes_remainder = false): KeyLineView => ({ compensation, target, percent, takes_remainder });
const example: KeyView = {
    decision_number: "EXEMPEL 2026/1",
    valid_from: "2026-01-01",
    valid_until: null,
    example: true,
    lines: [line("ASYL-BIF", "nämnd", "70", true), line("EKB-DYGN", "nämnd", "100", true), line("ASYL-BIF", "8200", "30")],
};
const decided: KeyView = { ...example, decision_number: "KF 2027/4", valid_from: "2027-01-01", example: false, lines: [line("ASYL-BIF", "nämnd", "100", true)] };
const draft: KeyDraftView = { outcome: "done", begun: true, lines: example.lines, faults: [], differs: [], without: [] };
const change = { compensation: "ASYL-BIF", name: "Barn i familj", from: "2027-01-01", until: null, was: "EXEMPEL 2026/1", is: "KF 2027/4", text: "Barn i familj får en annan nyckel från 2027-01-01." };
const lost = { ...change, compensation: "EKB-DYGN", is: null, text: "Dygnsersättning har ingen nyckel från 2027-01-01." };

/** The page over a host that holds `now`. */
async function opened(now: Partial<KeyDraftView>, answers: Answers = {}) {
    const held = { draft: { ...draft, ...now } };
    const backend = memoryBackend({
        "key.list": () => ({ keys: [example] }),
        "key.draft": () => held.draft,
        "compensations.list": () => ({ compensations: [{ code: "ASYL-BIF", short_name: "Barn i familj" }, { code: "EKB-DYGN", short_name: "Dygnsersättning" }, { code: "NY-1", short_name: "Ny ersättning" }] }) as never,
        "boards.list": () => ({ boards: [{ cost_centre: "7110", name: "Nämnd A" }, { cost_centre: "8200", name: "Arbetsmarknadsnämnden" }] }) as never,
        ...answers,
    });
    const staged = stage(KeyPage, { backend });
    await flushPromises();
    const asked = (name: string) => backend.asked.filter((one) => one.name === name).map((one) => one.request);
    return { ...staged, asked, held };
}

const part = (test: string) => document.querySelector<HTMLInputElement>(`[data-test="${test}"]`)!;

async function type(test: string, text: string): Promise<void> {
    part(test).value = text;
    part(test).dispatchEvent(new Event(part(test).tagName === "SELECT" ? "change" : "input"));
    await flushPromises();
}

async function click(test: string): Promise<void> {
    part(test).click();
    await flushPromises();
}

describe("a key compensation by compensation", () => {
    it("has all decisions on a compensation beside each other", () => {
        expect(decisionsOf([example, decided]).map(({ compensation, key, lines }) => [compensation, key.decision_number, sharesWords(lines)])).toEqual([
            ["ASYL-BIF", "EXEMPEL 2026/1", "70 % nämnd · 30 % 8200"],
            ["ASYL-BIF", "KF 2027/4", "100 % nämnd"],
            ["EKB-DYGN", "EXEMPEL 2026/1", "100 % nämnd"],
        ]);
    });

    it("tells what is wrong, what is changed and what nobody gets", () => {
        const rows = draftRows({ ...draft, faults: [{ compensation: "ASYL-BIF", text: "Andelarna är 90." }], differs: ["ASYL-BIF", "NY-2"], without: ["NY-1"] });
        expect(rows.map(({ compensation, fault, differs, without }) => [compensation, fault, differs, without])).toEqual([
            ["ASYL-BIF", "Andelarna är 90.", true, false],
            ["EKB-DYGN", undefined, false, false],
            ["NY-1", undefined, false, true],
            ["NY-2", undefined, true, false],
        ]);
    });
});

describe("KeyPage", () => {
    it("shows what holds with its decision, and begins a working copy of it by E", async () => {
        const { wrapper, asked } = await opened({ begun: false }, { "key.edit": () => draft });
        const row = wrapper.find('[data-row-key^="ASYL-BIF"]');
        expect(row.text()).toContain("ASYL-BIF Barn i familj");
        expect(row.text()).toContain("70 % nämnd · 30 % 8200");
        expect(row.text()).toContain("EXEMPEL 2026/1");
        expect(row.text()).toContain("exempel");
        press("e", { altKey: true });
        await flushPromises();
        expect(asked("key.edit")).toEqual([{ anew: true, discard: false, set: [], remove: [] }]);
        expect(document.activeElement?.getAttribute("data-row-key")).toBe("ASYL-BIF");
        expect(wrapper.find('[data-test="key-draft"]').text()).toContain("100 %");
    });

    it("changes lines in place: what does not work out is kept, told at its field, and put right there", async () => {
        const fault = { compensation: "ASYL-BIF", text: "Andelarna för ASYL-BIF är tillsammans 90 procent." };
        const { wrapper, asked } = await opened({}, {
            "key.edit": ({ set }) => ({ ...draft, lines: [...set, line("EKB-DYGN", "nämnd", "100", true)], faults: set[0]?.percent === "60" ? [fault] : [], differs: ["ASYL-BIF"] }),
        });
        wrapper.find<HTMLElement>('[data-row-key="ASYL-BIF"]').element.focus();
        await flushPromises();
        press("Enter");
        await flushPromises();
        expect(part("key-line-1-target").value).toBe("8200");
        await type("key-line-0-percent", "60");
        await click("key-lines-save");
        expect(asked("key.edit")).toEqual([
            {
                anew: false,
                discard: false,
                set: [
                    { compensation: "ASYL-BIF", target: "nämnd", percent: "60", takes_remainder: true },
                    { compensation: "ASYL-BIF", target: "8200", percent: "30", takes_remainder: false },
                ],
                remove: [],
            },
        ]);
        expect(part("key-line-1-percent").getAttribute("aria-invalid")).toBe("true");
        expect(part("key-lines").textContent).toContain("tillsammans 90 procent");
        expect(wrapper.find('[data-row-key="ASYL-BIF"]').text()).toContain("tillsammans 90 procent");
        await type("key-line-0-percent", "70");
        await click("key-lines-save");
        expect(document.querySelector('[role="dialog"]')).toBeNull();
        expect(wrapper.find('[data-row-key="ASYL-BIF"]').text()).toContain("100 %");
        expect(wrapper.find('[data-row-key="ASYL-BIF"]').text()).toContain("ändrad");
    });

    it("keeps what was typed where the core cannot read it, with the fault at its field", async () => {
        const { asked } = await opened({}, {
            "key.edit": () => {
                throw { code: "percent-wrong", message: "Andelen x är inget tal.", place: { field: "set[1].percent" } };
            },
        });
        press("n", { altKey: true });
        await flushPromises();
        await type("key-compensation", "NY-1");
        await click("key-line-add");
        expect(document.activeElement).toBe(part("key-line-1-target"));
        await type("key-line-1-target", "7110");
        await type("key-line-1-percent", "x");
        await click("key-lines-save");
        expect(asked("key.edit")).toHaveLength(1);
        expect(part("key-line-1-percent").value).toBe("x");
        expect(part("key-line-1-percent").getAttribute("aria-invalid")).toBe("true");
        expect(document.activeElement).toBe(part("key-line-1-percent"));
        expect(document.querySelector('[role="dialog"] [role="alert"]')).toBeNull();
    });

    it("takes a compensation out by removing its lines", async () => {
        const { wrapper, asked } = await opened({}, { "key.edit": () => ({ ...draft, lines: example.lines.slice(0, 1), without: ["EKB-DYGN"] }) });
        wrapper.find<HTMLElement>('[data-row-key="EKB-DYGN"]').element.focus();
        await flushPromises();
        press("Enter");
        await flushPromises();
        await click("key-line-0-remove");
        await click("key-lines-save");
        expect(asked("key.edit")).toEqual([{ anew: false, discard: false, set: [], remove: ["EKB-DYGN"] }]);
        expect(wrapper.find('[data-row-key="EKB-DYGN"]').text()).toContain("utan nyckel");
    });

    it("shows by board and compensation what a month would have become", async () => {
        const months = [{ month: "2026-11", name: "november 2026", runs: [] }, { month: "2026-10", name: "oktober 2026", runs: [{}] }];
        const { wrapper } = await opened({}, {
            "distribution.months": () => ({ months }) as never,
            "key.try": (_: TryKey) => ({
                outcome: "findings",
                rows: 15,
                in_ore: 90_925_010,
                was_out_ore: 90_925_010,
                would_be_out_ore: 84_781_227,
                differs: [{ cost_centre: "8200", board: "Arbetsmarknadsnämnden", compensation: "ASYL-BIF", name: "Barn i familj", was_ore: 1_843_134, would_be_ore: 0, difference_ore: -1_843_134 }],
                stays: [{ reason_code: "no-key", reason: "Ersättningen har ingen nyckel", rows: 1, amount_ore: 6_143_783 }],
                diagnostics: [],
            }),
        });
        wrapper.find<HTMLElement>('[data-row-key="ASYL-BIF"]').element.focus();
        await flushPromises();
        press("p");
        await flushPromises();
        // Only a month that has been shared can be tried.
        expect([...part("key-try-month").querySelectorAll("option")].map((option) => option.value)).toEqual(["2026-10"]);
        await click("key-try-run");
        const told = part("key-tried").textContent!.replaceAll("\u00A0", " ");
        expect(told).toContain("8200 Arbetsmarknadsnämnden");
        expect(told).toContain("−18 431,34");
        expect(told).toContain("Ersättningen har ingen nyckel: en rad, 61 437,83");
        expect(told).toContain("847 812,27");
    });

    it("decides with number and first day, and tells who gets another key and who loses theirs", async () => {
        let refuse = true;
        const { wrapper, asked, held } = await opened({ differs: ["ASYL-BIF"] }, {
            "key.decide": () => {
                if (refuse) throw { code: "decision-number-missing", message: "Ange beslutets nummer.", place: { field: "number" } };
                held.draft = { ...draft, begun: false };
                return { outcome: "done", changes: [change, lost] };
            },
        });
        press("Enter", { ctrlKey: true });
        await flushPromises();
        expect(part("key-decide-about").textContent).toContain("ASYL-BIF Barn i familj");
        await type("key-decide-from", "2027-01-01");
        await click("key-decide-save");
        expect(part("key-decide-number").getAttribute("aria-invalid")).toBe("true");
        expect(part("key-decide-from").value).toBe("2027-01-01");
        refuse = false;
        await type("key-decide-number", "KF 2027/4");
        await click("key-decide-save");
        expect(asked("key.decide").at(-1)).toEqual({ number: "KF 2027/4", from: "2027-01-01", until: null, compensations: null, whole: false });
        expect(wrapper.find('[data-test="key-changes"]').text()).toContain("får en annan nyckel");
        expect(wrapper.find('[data-test="key-changes"] .tone-warning').text()).toContain("har ingen nyckel");
        expect(wrapper.find('[data-test="key-draft"]').exists()).toBe(false);
        expect(document.activeElement?.getAttribute("data-test")).toBe("key-begin");
    });

    it("throws the working copy away after a question, and what has been decided stays", async () => {
        const { wrapper, asked } = await opened({}, { "key.edit": () => ({ ...draft, begun: false }) });
        await click("key-discard");
        expect(asked("key.edit")).toEqual([]);
        document.querySelector<HTMLElement>('[role="dialog"] .act-primary')!.click();
        await flushPromises();
        expect(asked("key.edit")).toEqual([{ anew: false, discard: true, set: [], remove: [] }]);
        expect(wrapper.find('[data-test="key"]').exists()).toBe(true);
    });

    it("tells after an import what changes, and saves what holds as a template", async () => {
        const { wrapper, backend } = await opened({ begun: false }, {
            "key.import": () => ({ outcome: "done", lines: 3, changes: [lost], diagnostics: [] }),
            "key.export": ({ path }) => ({ path, bytes: 900 }),
        });
        backend.picks.push("/in/nyckel.csv", "/ut/nyckel.csv");
        await click("import-table");
        expect(wrapper.find('[data-test="key-changes"]').text()).toContain("har ingen nyckel");
        await click("save-template");
        expect(backend.asked.at(-1)).toEqual({ name: "key.export", request: { path: "/ut/nyckel.csv" } });
        expect(wrapper.find('[data-test="template-saved"]').text()).toContain("/ut/nyckel.csv");
    });
});
