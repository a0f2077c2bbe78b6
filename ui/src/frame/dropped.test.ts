import { flushPromises } from "@vue/test-utils";
import { afterEach, describe, expect, it } from "vitest";
import { stage } from "../testing";
import DroppedFile from "./DroppedFile.vue";

let unmount: (() => void) | undefined;
afterEach(() => {
    unmount?.();
    document.body.replaceChildren();
});

function open() {
    const one = stage(DroppedFile);
    unmount = () => one.wrapper.unmount();
    const drop = async (...paths: string[]) => {
        one.backend.drop(paths);
        await flushPromises();
    };
    return { ...one, drop, place: () => one.router.currentRoute.value };
}

describe("a file that is dropped on the window", () => {
    it("is read as one that is chosen", async () => {
        const { drop, place } = open();
        await drop("C:\\Listor\\oktober å.csv");
        expect([place().path, place().query]).toEqual(["/inbetalningar/las-in", { fil: "C:\\Listor\\oktober å.csv" }]);
    });

    it("is read as a register among persons", async () => {
        const { router, drop, place } = open();
        await router.push("/personkrets/dubbletter");
        await drop("/distrikt.xlsx");
        expect([place().path, place().query]).toEqual(["/personkrets/las-in", { fil: "/distrikt.xlsx" }]);
    });

    it("is not read where there are several: it is said what to do, and the next one alone is", async () => {
        const { wrapper, drop, place } = open();
        await drop("/a.csv", "/b.csv");
        expect(place().query).toEqual({});
        expect(wrapper.find('[role="dialog"]').text()).toContain("Dra in en fil i taget.");
        // The dialog has the window for itself.
        await drop("/c.csv");
        expect(place().query).toEqual({});
        await wrapper.find('[data-test="drop-several"]').trigger("click");
        await drop("/c.csv");
        expect(place().query).toEqual({ fil: "/c.csv" });
    });

    it("is nobody's when no database is open any more", async () => {
        const { wrapper, drop, place } = open();
        wrapper.unmount();
        unmount = undefined;
        await drop("/a.csv");
        expect(place().query).toEqual({});
    });
});
