import { enableAutoUnmount, flushPromises } from "@vue/test-utils";
import { afterEach, describe, expect, it } from "vitest";
import { memoryBackend } from "../../backend/memory";
import type { LogReviewView, ReviewedReading } from "../../generated/contract";
import { press, stage } from "../../testing";
import DrawDialog from "./DrawDialog.vue";
import LogPage from "./LogPage.vue";
import ReviewScreen from "./ReviewScreen.vue";
import { whatWords, whomWords } from "./readings";

// A screen that stays mounted would answer the keys of the next test.
enableAutoUnmount(afterEach);

const reading = { number: 1, at: "2026-11-02T09:14:00Z", actor: "anna", kind: "page", kind_name: "Sida", object: "", person: "P01", protected: false, reason: "" };
const row = (number: number, verdict: string | null = null): ReviewedReading => ({ reading: { ...reading, number }, verdict, note: "" });
const review = (readings: ReviewedReading[]): LogReviewView => ({
    review: {
        id: "ett",
        terms: "slumpvis ur hela loggen",
        seed: 7,
        rows: readings.length,
        fitting: 12,
        judged: readings.filter(({ verdict }) => verdict !== null).length,
        to_ask: 0,
        drawn_by: "bo",
        drawn_at: "2026-11-02T09:20:00Z",
        signed_by: null,
        signed_at: null,
    },
    readings,
});

describe("a sample of the log", () => {
    it("is judged row by row with one key, and goes on to the next", async () => {
        const backend = memoryBackend({ "log.review": () => review([row(1), row(2)]), "log.note": () => review([row(1, "in-order"), row(2)]) });
        const { wrapper } = stage(ReviewScreen, { backend, address: "/installningar/loggranskning/ett", params: { review: "ett" } });
        await flushPromises();
        wrapper.find<HTMLElement>("[data-row]").element.focus();
        press("I");
        await flushPromises();
        expect(backend.asked.at(-1)).toEqual({ name: "log.note", request: { id: "ett", reading: 1, verdict: "in-order", note: "" } });
        expect(wrapper.find('[data-test="log-state"]').text()).toContain("1 av 2 bedömda");
        press("I");
        await flushPromises();
        expect(backend.asked.at(-1)).toEqual({ name: "log.note", request: { id: "ett", reading: 2, verdict: "in-order", note: "" } });
    });

    it("says of whom and what was read", () => {
        expect(whomWords({ ...reading, protected: true })).toBe("P01 (skyddad)");
        expect(whomWords({ ...reading, person: null })).toBe("ingen enskild");
        expect(whatWords({ ...reading, object: "lista:3" })).toBe("Sida lista:3");
    });
});

describe("the samples", () => {
    it("leave the dialog when one is drawn: the page is there when one comes back", async () => {
        const { wrapper } = stage(LogPage, { backend: memoryBackend({ "boards.list": () => ({ boards: [] }), "log.reviews": () => ({ reviews: [review([row(1)]).review] }) }) });
        await flushPromises();
        wrapper.find<HTMLElement>("[data-row]").element.focus();
        press("N");
        await flushPromises();
        const dialog = wrapper.findComponent(DrawDialog);
        expect(dialog.props("open")).toBe(true);
        dialog.vm.$emit("drawn", review([row(1)]));
        await flushPromises();
        expect(dialog.props("open")).toBe(false);
    });
});

describe("what a sample is drawn of", () => {
    it("is sent as numbers, and what is none stays in its field", async () => {
        const backend = memoryBackend({ "boards.list": () => ({ boards: [] }), "log.draw": () => review([row(1)]) });
        stage(DrawDialog, { backend, props: { open: true } });
        await flushPromises();
        const type = (test: string, text: string) => {
            const field = document.querySelector<HTMLInputElement>(`[data-test="${test}"]`)!;
            field.value = text;
            field.dispatchEvent(new Event("input"));
        };
        const draw = async () => {
            document.querySelector<HTMLButtonElement>('[data-test="log-draw-go"]')!.click();
            await flushPromises();
        };
        type("log-seed", "sju");
        await draw();
        expect(document.body.textContent).toContain("Skriv ett tal");
        expect(backend.asked.filter(({ name }) => name === "log.draw")).toEqual([]);
        type("log-seed", "7");
        await draw();
        expect(backend.asked.at(-1)).toMatchObject({ name: "log.draw", request: { seed: 7, size: 25, protected: false } });
    });
});
