import { enableAutoUnmount, flushPromises } from "@vue/test-utils";
import { afterEach, describe, expect, it } from "vitest";
import { memoryBackend } from "../../../backend/memory";
import type { ProposedPerson } from "../../../generated/contract";
import { press, stage } from "../../../testing";
import { linesWords } from "./proposals";
import ProposalsScreen from "./ProposalsScreen.vue";

enableAutoUnmount(afterEach);

const person = (line: number, differs = false): ProposedPerson => ({ family_name: "Test", given_name: `Person ${line}`, dossier_number: "99000011", personal_number: null, lines: [line, line + 1], differs, birth_date: null, told: ["mottagen 2026-09-10"] });

describe("persons that a payment list proposes", () => {
    it("are ticked where the rows agree, and those that are ticked are added", async () => {
        let left = [person(2), person(5, true), person(9)];
        const backend = memoryBackend({
            "boards.list": () => ({ boards: [{ cost_centre: "7110", name: "Nämnd A" }] }),
            "register.proposals": () => ({ list: "l1", persons: left }),
            "register.take_proposals": ({ lines }) => {
                left = left.filter((one) => !lines.some((line) => one.lines.includes(line)));
                return { persons: lines.map((line) => `P${line}`), matched: lines.length * 2 };
            },
        });
        const { wrapper } = stage(ProposalsScreen, { backend, address: "/inbetalningar/l1/personer" });
        await flushPromises();
        expect(wrapper.text()).toContain("uppgifterna skiljer sig");
        expect(wrapper.find('[data-test="take"]').text()).toContain("Lägg till 2 personer");
        wrapper.findAll<HTMLElement>("[data-row]")[2]?.element.focus();
        await flushPromises();
        press(" ");
        await flushPromises();
        press("Enter", { ctrlKey: true });
        await flushPromises();
        expect(backend.asked.find(({ name }) => name === "register.take_proposals")?.request).toMatchObject({ lines: [2] });
        expect(wrapper.find('[data-test="proposals-taken"]').text()).toContain("1 person är tillagd, 2 rader matchade.");
        expect(wrapper.findAll("[data-row]")).toHaveLength(2);
        expect(wrapper.find<HTMLButtonElement>('[data-test="take"]').element.disabled).toBe(true);
    });

    it("come with a board for all and what the list says, and whoever may be there is asked about", async () => {
        let refuse = true;
        const backend = memoryBackend({
            "boards.list": () => ({ boards: [{ cost_centre: "7110", name: "Nämnd A" }] }),
            "register.proposals": () => ({ list: "l1", persons: [person(2), person(5)] }),
            "register.take_proposals": ({ lines }) => {
                if (refuse) throw { code: "person-may-be-there", message: "En person med samma namn finns.", place: { field: "lines[1]" } };
                return { persons: lines.map(String), matched: 2 };
            },
        });
        const { wrapper } = stage(ProposalsScreen, { backend, address: "/inbetalningar/l1/personer" });
        await flushPromises();
        expect(wrapper.text()).toContain("mottagen 2026-09-10");
        const board = document.querySelector<HTMLSelectElement>('[data-test="proposals-board"]')!;
        board.value = "7110";
        board.dispatchEvent(new Event("change"));
        press("Enter", { ctrlKey: true });
        await flushPromises();
        expect(wrapper.findAll("[data-row]")[1]!.text()).toContain("samma namn finns");
        refuse = false;
        press("j", { altKey: true });
        await flushPromises();
        expect(backend.asked.filter(({ name }) => name === "register.take_proposals").at(-1)?.request).toMatchObject({ lines: [2, 5], cost_centre: "7110", board_from: null, with_facts: true, confirmed: [5] });
    });

    it("are all ticked or none by one key, and many rows are not all written out", async () => {
        const backend = memoryBackend({ "boards.list": () => ({ boards: [] }), "register.proposals": () => ({ list: "l1", persons: [person(2), person(5, true)] }) });
        const { wrapper } = stage(ProposalsScreen, { backend, address: "/inbetalningar/l1/personer" });
        await flushPromises();
        wrapper.find<HTMLElement>("[data-row]").element.focus();
        press("a");
        await flushPromises();
        expect(wrapper.find('[data-test="take"]').text()).toContain("Lägg till 2 personer");
        press("a");
        await flushPromises();
        expect(wrapper.find<HTMLButtonElement>('[data-test="take"]').element.disabled).toBe(true);
        expect(linesWords({ lines: [1, 2, 3, 4, 5, 6, 7, 8] })).toBe("1, 2, 3, 4, 5, 6 och 2 till");
        expect(linesWords({ lines: [1, 2] })).toBe("1, 2");
    });
});
