import { enableAutoUnmount, flushPromises } from "@vue/test-utils";
import { afterEach, describe, expect, it } from "vitest";
import { memoryBackend, type Answers } from "../../backend/memory";
import SaveOriginal from "../../components/SaveOriginal.vue";
import type { DraftRowDetail, DraftRowView, DraftView, RawRow } from "../../generated/contract";
import { press, stage } from "../../testing";
import DraftScreen from "../draft/DraftScreen.vue";
import ReadScreen from "../draft/ReadScreen.vue";
import MapDecisionsScreen from "./MapDecisionsScreen.vue";
import { decisionChoices, decisionProfile, guessDecisions } from "./mapping";

enableAutoUnmount(afterEach);
afterEach(() => {
    history.replaceState(null, "");
    document.body.querySelectorAll("body > :not([hidden])").forEach((left) => left.remove());
});

const finding = { line: 2, column: 6, column_name: "Kronor", code: "amount-not-a-number", severity: "error", message: "Inget belopp. Rätta.", what: "Inget belopp.", todo: "Rätta.", short: "inget belopp" };

/** A core with one row, whose amount is corrected. */
function core(differently: Answers = {}) {
    let state = "open";
    const row = (): DraftRowView => ({
        line: 2,
        state,
        person: "P01",
        name: "Testsson, Alfa",
        protected: false,
        meant: { payment_code: "GSKA", period_from: "2026-07-01", period_until: "2026-09-30", ...(state === "open" ? {} : { amount: "9000,00" }) },
        finding: state === "open" ? finding : null,
        findings: state === "open" ? 1 : 0,
    });
    const view = (): DraftView => ({
        draft: "d1",
        kind: "decisions",
        state: state === "committed" ? "committed" : "draft",
        file: "beslut.csv",
        sha256: "",
        profile: "beslutsbrev",
        profile_text: "Beslutsbrev",
        given_day: null,
        lacks_day: false,
        board_from: null,
        read_on: "2026-11-02",
        rows: { all: 1, clean: 0, errors: state === "open" ? 1 : 0, warnings: 0, corrected: state === "open" ? 0 : 1, parked: 0, accepted: 0 },
        ready: state !== "open",
        file_findings: [],
        added: state === "committed" ? 1 : 0,
        changed: 0,
        ended: 0,
        period: null,
        unit: null,
        absent: 0,
        unchanged: 0,
        persons_added: 0,
        persons_changed: 0,
        persons_unchanged: 0,
    });
    const detail = (): DraftRowDetail => ({
        row: row(),
        fields: [{ field: "amount", label: "Kronor", column: 6, written: "nio tusen", meant: null, meant_text: null, corrected: null, severity: state === "open" ? "error" : null, choices: [], is_day: false }],
        findings: state === "open" ? [finding] : [],
        known: true,
        can_decide: state !== "committed",
        can_accept: false,
        decisions: [],
    });
    return memoryBackend({
        "decisions.draft": view,
        "decisions.rows": ({ filter }) => ({ rows: filter === "all" || filter === state ? [row()] : [], page: 0, page_rows: 100, total: 1 }),
        "decisions.row": detail,
        "decisions.decide": () => {
            state = "corrected";
            return view();
        },
        "decisions.commit": () => {
            state = "committed";
            return view();
        },
        ...differently,
    });
}

const address = "/forvantat/beslut/inlasning/d1";

describe("decisions under review", () => {
    it("are corrected and taken in by keyboard, each row with what it grants", async () => {
        history.replaceState({ read: true }, "");
        const backend = core();
        const { wrapper } = stage(DraftScreen, { backend, address, params: { draft: "d1" } });
        await flushPromises();
        expect(wrapper.text()).toContain("Läs in beslut");
        expect(wrapper.find('[data-row-key="2"]').text()).toContain("2026-07-01\u00A0–\u00A009-30");
        press("Escape");
        await flushPromises();
        press("F2");
        await flushPromises();
        await wrapper.find('[data-test="correct-amount"]').setValue("9000,00");
        press("Enter");
        await flushPromises();
        expect(backend.asked.find(({ name }) => name === "decisions.decide")?.request).toEqual({ draft: "d1", decisions: [{ line: 2, decision: "correct", fields: { amount: "9000,00" } }] });
        await flushPromises();
        expect(wrapper.find('[data-row-key="2"]').text()).toContain("9\u00A0000,00");
        press("Enter", { ctrlKey: true });
        await flushPromises();
        expect(wrapper.find('[data-test="figure-added"]').text()).toBe("1");
        expect(wrapper.text()).toContain("Besluten är intagna.");
        expect(wrapper.find('[data-test="figure-changed"]').exists()).toBe(false);
        expect(wrapper.find('[data-test="to-grants"]').attributes("href")).toBe("#/forvantat/beslut");
        expect(backend.asked.filter(({ name }) => name.startsWith("register."))).toEqual([]);
    });
});

describe("a file of decisions", () => {
    it("is read into a draft, and an unknown layout leads to its description", async () => {
        const backend = core({
            "decisions.read": () => {
                throw { code: "header-not-recognised", message: "Ingen profil." };
            },
        });
        const { wrapper, router } = stage(ReadScreen, { backend, address: "/forvantat/beslut/las-in?fil=/tmp/beslut.csv" });
        await flushPromises();
        expect(backend.asked[0]).toMatchObject({ name: "decisions.read", request: { path: "/tmp/beslut.csv", profile: null, decided_on: null } });
        await wrapper.find('[data-test="map-layout"]').trigger("click");
        await flushPromises();
        expect(router.currentRoute.value.fullPath).toBe("/forvantat/beslut/mappning?fil=/tmp/beslut.csv");
    });

    const rows: RawRow[] = [
        { line: 1, cells: ["Beslutad", "Typ", "Dossier", "Från", "Till", "Kronor", "Övrigt"] },
        { line: 2, cells: ["2026-10-15", "GSKA", "99-000011", "2026-07-01", "2026-09-30", "9 000,00", "x"] },
    ];
    const profiles = [{ kind: "decisions", columns: [{ field: "payment_code", names: ["Typ"], required: true }] }] as never;

    it("has no day of payment, and becomes a profile of decisions", () => {
        expect(decisionChoices().map(({ value }) => value)).not.toContain("payment_date");
        const guess = guessDecisions(rows, profiles, "brev");
        expect(guess.fields).toEqual({ 1: "payment_code" });
        const mapped = { ...guess, fields: { 0: "decision_date", 1: "payment_code", 2: "dossier_number", 3: "period_from", 4: "period_until", 5: "amount" } as typeof guess.fields };
        expect(decisionProfile(mapped, rows[0]!.cells)).toContain('kind = "decisions"\nname = "brev"\nversion = 1\nignored = ["Övrigt"]');
    });

    it("is described column by column, kept and read by that", async () => {
        const look = { file: "beslut.csv", bytes: 1, sha256: "", container: "text", encoding: "UTF-8", profile: null, profiles: [], rows };
        const backend = core({
            "payments.look": () => look as never,
            "profiles.list": () => ({ profiles }),
            "profiles.add": () => ({ outcome: "done" as const, name: "beslut", version: 1 }),
            "decisions.read": () => ({ draft: "d1" }) as never,
        });
        const { wrapper, router } = stage(MapDecisionsScreen, { backend, address: "/forvantat/beslut/mappning?fil=/tmp/beslut.csv" });
        await flushPromises();
        expect(wrapper.text()).toContain("Välj kolumnerna för kod");
        const choices = wrapper.findAll("[data-pane=written] select");
        for (const [column, field] of [[3, "period_from"], [4, "period_until"], [5, "amount"]] as const) await choices[column]!.setValue(field);
        press("Enter", { ctrlKey: true });
        await flushPromises();
        expect(JSON.stringify(backend.asked.find(({ name }) => name === "profiles.add")?.request)).toContain('period_until = { names = [\\"Till\\"]');
        expect(backend.asked.find(({ name }) => name === "decisions.read")?.request).toMatchObject({ profile: "beslut" });
        expect(router.currentRoute.value.path).toBe(address);
    });
});

describe("an imported file", () => {
    it("is saved under its own name, and asks why where somebody is protected", async () => {
        const backend = memoryBackend({
            "original.save": ({ reason }) => {
                if (reason === null) throw { code: "reason-missing", message: "Ange ett skäl." };
                return { path: "/tmp/lista.csv", bytes: 3 };
            },
        });
        backend.picks.push("/tmp/lista.csv");
        const { wrapper } = stage(SaveOriginal, { backend, props: { list: "l1", file: "lista.csv" } });
        await wrapper.find('[data-test="save-original"]').trigger("click");
        await flushPromises();
        const dialog = document.querySelector<HTMLElement>('[role="dialog"]')!;
        expect(dialog.textContent).toContain("också om den som är skyddad");
        const reason = dialog.querySelector("textarea") ?? dialog.querySelector("input")!;
        reason.value = "Revision";
        reason.dispatchEvent(new Event("input"));
        dialog.querySelector<HTMLElement>(".act-primary")?.click();
        await flushPromises();
        expect(backend.asked.map(({ request }) => (request as { reason: string | null }).reason)).toEqual([null, "Revision"]);
        expect(backend.asked[0]?.request).toMatchObject({ list: "l1", draft: null, path: "/tmp/lista.csv" });
        expect(wrapper.emitted("saved")).toEqual([["/tmp/lista.csv"]]);
    });
});
