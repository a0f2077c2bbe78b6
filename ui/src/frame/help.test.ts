import { enableAutoUnmount, flushPromises } from "@vue/test-utils";
import { afterEach, describe, expect, it } from "vitest";
import { sections } from "../features";
import { press, stage } from "../testing";
import { hasText } from "../texts";
import HelpPanel from "./HelpPanel.vue";

enableAutoUnmount(afterEach);

describe("HelpPanel", () => {
    it("tells the keys of the page, each once, and closes by Esc", async () => {
        const { wrapper, commands } = stage(HelpPanel);
        commands.add(() => [{ id: "print", label: "command-print", keys: ["Ctrl+P"], run: () => undefined }], "frame");
        commands.add(() => [{ id: "own", label: "orders-print", keys: ["Ctrl+P"], run: () => undefined }]);
        await flushPromises();
        expect(wrapper.findAll("li").map((item) => item.text())).toEqual([expect.stringContaining("Skriv ut bokföringsordern")]);
        expect(document.activeElement?.getAttribute("data-test")).toBe("help");
        press("Escape");
        expect(wrapper.emitted("close")).toHaveLength(1);
    });

    it("tells of the page of a section that has words of its own, else of the section's pages", async () => {
        const { wrapper, router } = stage(HelpPanel);
        await flushPromises();
        const shown = async (page: string) => {
            router.currentRoute.value = { ...router.currentRoute.value, name: "settings", params: { page } };
            await flushPromises();
            return wrapper.text();
        };
        expect(await shown("perioder")).toContain("Enter stänger perioden");
        expect(await shown("nyckel")).toContain("E börjar ett utkast");
        expect(await shown("kommun")).toContain("ska ersättas med kommunens eget");
    });

    it("has words for every page", () => {
        const without = sections.flatMap((section) =>
            section.routes.filter((route) => !hasText(`help-${String(route.name ?? section.id)}`) && !hasText(`help-${section.id}`)).map((route) => route.path),
        );
        expect(without).toEqual([]);
    });
});
