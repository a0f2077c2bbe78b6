import { flushPromises } from "@vue/test-utils";
import { nextTick } from "vue";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Failure } from "../backend";
import type { Command } from "../frame/commands";
import { press, stage } from "../testing";
import AmountEquation from "./AmountEquation.vue";
import CommandButton from "./CommandButton.vue";
import CommandPalette, { type Hit } from "./CommandPalette.vue";
import ConfirmDialog from "./ConfirmDialog.vue";
import FailureBox from "./FailureBox.vue";
import FilterChips from "./FilterChips.vue";
import FindingsSummary from "./FindingsSummary.vue";
import ProgressDialog from "./ProgressDialog.vue";
import ProgressSplit from "./ProgressSplit.vue";
import ReasonDialog from "./ReasonDialog.vue";
import Steps from "./Steps.vue";
import WrittenMeant from "./WrittenMeant.vue";

afterEach(() => {
    vi.useRealTimers();
    document.body.querySelectorAll("body > :not([hidden])").forEach((left) => left.remove());
});

describe("AmountEquation", () => {
    const terms = (ore: number) => [
        { id: "file", label: "Filen", ore: 100 },
        { id: "bank", label: "Banken", ore: 100 - ore, operator: "−" as const },
        { id: "difference", label: "Differens", ore, operator: "=" as const, difference: true, note: "en rad" },
    ];

    it("says that nothing differs", () => {
        const { wrapper } = stage(AmountEquation, { props: { terms: terms(0) } });
        expect(wrapper.find(".sum.tone-ok").text()).toBe("0,00");
        expect(wrapper.find(".note.tone-ok").text()).toBe("stämmer");
    });

    it("warns of a difference, with its cause", () => {
        const { wrapper } = stage(AmountEquation, { props: { terms: terms(-1) } });
        expect(wrapper.find(".sum.tone-warning").text()).toBe("−0,01");
        expect(wrapper.find(".note.tone-warning").text()).toBe("en rad");
        expect(wrapper.findAll(".operator").map((one) => one.text())).toEqual(["−", "="]);
    });
});

describe("Steps, FilterChips and ProgressSplit", () => {
    it("tell the present step, and lead back only to done ones", () => {
        const { wrapper } = stage(Steps, {
            props: {
                steps: [
                    { id: "a", label: "Läs in", state: "done", href: "#/a" },
                    { id: "b", label: "Granska", state: "current" },
                    { id: "c", label: "Matcha", state: "ahead", href: "#/c" },
                ],
            },
        });
        expect(wrapper.findAll('[aria-current="step"]').map((one) => one.text())).toEqual(["2Granska"]);
        expect(wrapper.findAll("a").map((one) => one.text())).toEqual(["Läs in"]);
    });

    it("choose one filter", async () => {
        const { wrapper } = stage(FilterChips, {
            props: { label: "Visa", modelValue: "all", filters: [{ id: "all", label: "Alla", count: 1250 }, { id: "left", label: "Kvar", count: 10 }] },
        });
        const [all, left] = wrapper.findAll("button");
        expect(all?.attributes("aria-pressed")).toBe("true");
        expect(all?.text()).toBe("Alla 1\u00A0250");
        await left?.trigger("click");
        expect(wrapper.emitted("update:modelValue")).toEqual([["left"]]);
    });

    it("give every part as text, and width to those that hold something", () => {
        const { wrapper } = stage(ProgressSplit, {
            props: {
                label: "Läge",
                parts: [
                    { id: "taken", size: 300, words: "tas in", kind: "taken" },
                    { id: "parked", size: 0, words: "parkerat", kind: "parked" },
                    { id: "left", size: -100, words: "kvar", kind: "left" },
                ],
            },
        });
        expect(wrapper.findAll("li").map((one) => one.text())).toEqual(["3,00 tas in", "0,00 parkerat", "−1,00 kvar"]);
        expect(wrapper.findAll<HTMLElement>(".bar span").map((one) => one.element.style.flexGrow)).toEqual(["300", "100"]);
    });
});

describe("WrittenMeant", () => {
    it("marks the faulty characters inside the value", () => {
        const { wrapper } = stage(WrittenMeant, {
            props: {
                caption: "Rad 11",
                fields: [
                    { number: 12, label: "Antal dygn", written: "28", meant: "28", equal: true },
                    { number: 13, label: "Belopp", written: "9 0O0,00", meant: "inget tal", equal: false, fault: "error", mark: { from: 3, to: 4 } },
                ],
            },
        });
        expect(wrapper.findAll("mark").map((one) => one.text())).toEqual(["O"]);
        expect(wrapper.find(".fault-error .written").text()).toBe("9 0O0,00");
        expect(wrapper.findAll("td.meant.secondary").map((one) => one.text())).toEqual(["28"]);
    });
});

describe("FindingsSummary", () => {
    it("takes the focus, leads to rows and folds by Esc", async () => {
        const { wrapper } = stage(FindingsSummary, {
            props: { count: 15, sum: 17867745, findings: [{ row: "11", words: "Rad 11", severity: "error" }] },
        });
        expect(document.activeElement).toBe(wrapper.element);
        expect(wrapper.find("h2").text()).toBe("15 anmärkningar, 178\u00A0677,45");
        expect(wrapper.text()).toContain("14 till finns i listan.");
        await wrapper.find("a").trigger("click");
        expect(wrapper.emitted("row")).toEqual([["11"]]);
        press("Escape");
        expect(wrapper.emitted("fold")).toHaveLength(1);
    });
});

describe("FailureBox", () => {
    it("says what to do, where and the code", () => {
        const failure = new Failure("column-missing", "Lägg till kolumnen Belopp.", { file: "lista.csv", line: 1, column: 13 });
        const { wrapper } = stage(FailureBox, { props: { failure } });
        const text = wrapper.text();
        expect(text).toContain("Lägg till kolumnen Belopp.");
        expect(text).toContain("lista.csv, rad 1, kolumn 13.");
        expect(wrapper.find("details:not([open])").text()).toContain("Felkod: column-missing");
    });

    it("has words for a fault without any", () => {
        expect(stage(FailureBox, { props: { failure: new Failure("screen-fault", "") } }).wrapper.text()).toContain("Felkod: screen-fault");
    });
});

describe("dialogs", () => {
    it("have a name, and confirm only when asked to", async () => {
        const { wrapper } = stage(ConfirmDialog, { props: { open: true, title: "Godta", words: "3 av 10 rader, 178 677,45. Godta?", action: "Godta" } });
        await nextTick();
        const dialog = wrapper.find('[role="dialog"]');
        const name = document.getElementById(dialog.attributes("aria-labelledby") ?? "");
        expect(name?.textContent).toBe("Godta");
        await wrapper.findAll(".actions button")[1]?.trigger("click");
        expect(wrapper.emitted("confirm")).toBeUndefined();
        expect(wrapper.emitted("leave")).toHaveLength(1);
    });

    it("take no empty reason", async () => {
        const { wrapper } = stage(ReasonDialog, { props: { open: true, title: "Lås upp", words: "Sparas.", action: "Lås upp" } });
        const [act] = wrapper.findAll(".actions button");
        await wrapper.find("textarea").setValue("   ");
        await act?.trigger("click");
        expect(wrapper.emitted("confirm")).toBeUndefined();
        expect(wrapper.find('[role="alert"]').text()).toBe("Skriv ett skäl. Det sparas i behandlingshistoriken.");
        await wrapper.find("textarea").setValue(" Fel bank ");
        await act?.trigger("click");
        expect(wrapper.emitted("confirm")).toEqual([["Fel bank"]]);
    });

    it("show progress after a second, follow their own job only, and cancel once", async () => {
        vi.useFakeTimers();
        const { wrapper, backend } = stage(ProgressDialog, { props: { job: "j1", title: "Läser in" } });
        await nextTick();
        expect(wrapper.find('[role="dialog"]').exists()).toBe(false);
        await vi.advanceTimersByTimeAsync(1000);
        backend.report({ id: "j1", done: 2000, total: 8000 });
        backend.report({ id: "other", done: 9, total: 10 });
        await nextTick();
        const bar = wrapper.find("progress");
        expect([bar.attributes("value"), bar.attributes("max")]).toEqual(["2000", "8000"]);
        expect(wrapper.find(".secondary").text()).toBe("2\u00A0000 av 8\u00A0000 rader");
        await wrapper.setProps({ counted: "progress-read" });
        backend.report({ id: "j1", done: 6799, total: 8000, rows: 412000 });
        await nextTick();
        expect(wrapper.find(".secondary").text()).toBe("84 %, 412\u00A0000 rader lästa");
        await wrapper.find(".actions button").trigger("click");
        await wrapper.find(".actions button").trigger("click");
        expect(backend.cancelled).toEqual(["j1"]);
        await wrapper.setProps({ job: undefined });
        expect(wrapper.find('[role="dialog"]').exists()).toBe(false);
    });
});

describe("CommandButton", () => {
    it("takes name, keys and state from the registry", async () => {
        const ran: string[] = [];
        let enabled = true;
        const { wrapper, commands } = stage(CommandButton, { props: { command: "pane" } });
        expect(wrapper.find("button").attributes("disabled")).toBeDefined();
        const one: Command = { id: "pane", label: "command-pane-next", keys: ["F6"], enabled: () => enabled, run: () => ran.push("pane") };
        const remove = commands.add(() => [one]);
        await nextTick();
        const button = wrapper.find("button");
        expect(button.attributes("aria-keyshortcuts")).toBe("F6");
        expect(button.text()).toContain("Gå till nästa ruta");
        await button.trigger("click");
        expect(ran).toEqual(["pane"]);
        enabled = false;
        remove();
        commands.add(() => [{ ...one }]);
        await nextTick();
        expect(button.attributes("disabled")).toBeDefined();
    });
});

describe("CommandPalette", () => {
    const person = (run: () => void): Hit => ({ id: "p", kind: "Person", label: "Müller-Test, Golf", detail: "99-000078", run });

    it("finds pages of other sections, and commands by other words", async () => {
        const { wrapper, commands } = stage(CommandPalette);
        const went: string[] = [];
        commands.add(() => [
            { id: "page-boards", label: "set-boards", words: "Inställningar: Nämnder", keys: [], run: () => went.push("boards") },
            { id: "page-backup", label: "set-backup", words: "Inställningar: Säkerhetskopior", keys: [], run: () => went.push("backup") },
        ]);
        const input = wrapper.find("input");
        for (const [words, label] of [["nämnd", "Nämnder"], ["databas", "Säkerhetskopior"], ["säkerhetskopia", "Säkerhetskopior"]] as const) {
            await input.setValue(words);
            await flushPromises();
            expect(wrapper.findAll("[role=option]").map((one) => one.text()).join()).toContain(label);
        }
    });

    it("finds commands and what the core finds, and runs the chosen one", async () => {
        const ran: string[] = [];
        const { wrapper, commands } = stage(CommandPalette, { props: { search: async () => [person(() => ran.push("person"))] } });
        commands.add(() => [{ id: "next", label: "command-pane-next", keys: ["F6"], run: () => ran.push("next") }]);
        const input = wrapper.find("input");
        input.element.focus();
        await input.setValue("ruta");
        await nextTick();
        expect(wrapper.findAll('[role="option"]').map((one) => one.text())).toEqual(["Müller-Test, Golf99-000078Person", "Gå till nästa rutaKommandoF6"]);
        expect(input.attributes("aria-activedescendant")).toBe(wrapper.find('[aria-selected="true"]').attributes("id"));
        await input.trigger("keydown", { key: "ArrowDown" });
        await input.trigger("keydown", { key: "Enter" });
        expect(ran).toEqual(["next"]);
        expect(input.attributes("aria-expanded")).toBe("false");
    });

    it("keeps a late answer from replacing a newer one", async () => {
        const answers: ((hits: Hit[]) => void)[] = [];
        const { wrapper } = stage(CommandPalette, { props: { search: () => new Promise<Hit[]>((done) => answers.push(done)) } });
        const input = wrapper.find("input");
        await input.setValue("a");
        await input.setValue("ab");
        answers[1]?.([{ ...person(() => undefined), label: "ny" }]);
        await flushPromises();
        answers[0]?.([{ ...person(() => undefined), label: "gammal" }]);
        await flushPromises();
        expect(wrapper.findAll(".name").map((one) => one.text())).toEqual(["ny"]);
    });

    it("leads back by Esc to where the focus was", async () => {
        document.body.insertAdjacentHTML("beforeend", '<button id="before">x</button>');
        document.getElementById("before")?.focus();
        const { wrapper } = stage(CommandPalette);
        (wrapper.vm as unknown as { focus: () => void }).focus();
        expect(document.activeElement?.tagName).toBe("INPUT");
        await wrapper.find("input").trigger("keydown", { key: "Escape" });
        expect(document.activeElement?.id).toBe("before");
    });
});
