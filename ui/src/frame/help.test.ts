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

    it("has words for every page", () => {
        const without = sections.flatMap((section) =>
            section.routes.filter((route) => !hasText(`help-${String(route.name ?? section.id)}`) && !hasText(`help-${section.id}`)).map((route) => route.path),
        );
        expect(without).toEqual([]);
    });
});
