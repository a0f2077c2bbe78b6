import { enableAutoUnmount, flushPromises } from "@vue/test-utils";
import { afterEach, describe, expect, it, vi } from "vitest";
import { press, stage } from "../testing";
import AboutDialog from "./AboutDialog.vue";
import MenuBar from "./MenuBar.vue";

enableAutoUnmount(afterEach);

function menus() {
    const staged = stage(MenuBar as never);
    const lock = vi.fn();
    staged.commands.add(
        () => [
            { id: "lock", label: "command-lock", keys: ["Ctrl+L"], run: lock },
            { id: "undo", label: "command-undo", keys: ["Ctrl+Z"], enabled: () => false, run: lock },
            { id: "section-start", label: "section-start", keys: ["Ctrl+1"], run: lock },
            { id: "section-persons", label: "section-persons", keys: ["Ctrl+2"], run: lock },
        ],
        "frame",
    );
    return { ...staged, lock };
}

const items = (wrapper: ReturnType<typeof menus>["wrapper"]) => wrapper.findAll('[role="menu"] [role="menuitem"]').map((item) => item.attributes("data-test"));
const at = () => (document.activeElement as HTMLElement).dataset.test;

async function keys(...names: string[]): Promise<void> {
    for (const name of names) {
        press(name);
        await flushPromises();
    }
}

describe("the menus", () => {
    it("are gone through by the arrows, and lead back by Esc", async () => {
        const { wrapper } = menus();
        const before = document.createElement("button");
        document.body.append(before);
        before.focus();
        (wrapper.vm as unknown as { focus(): void }).focus();
        await flushPromises();
        expect(at()).toBe("menu-bar-file");
        await keys("ArrowLeft");
        expect(at()).toBe("menu-bar-help");
        await keys("ArrowRight", "ArrowDown");
        expect(items(wrapper)).toEqual(["menu-lock"]);
        await keys("ArrowRight");
        expect(items(wrapper)).toEqual(["menu-undo"]);
        await keys("Escape");
        expect(items(wrapper)).toEqual([]);
        expect(document.activeElement).toBe(before);
        before.remove();
    });

    it("do what is chosen, and dim what cannot be done", async () => {
        const { wrapper, lock } = menus();
        await wrapper.find('[data-test="menu-bar-edit"]').trigger("click");
        await flushPromises();
        expect(wrapper.find('[data-test="menu-undo"]').attributes("aria-disabled")).toBe("true");
        await wrapper.find('[data-test="menu-undo"]').trigger("click");
        expect(lock).not.toHaveBeenCalled();
        await keys("Escape");
        await wrapper.find('[data-test="menu-bar-go"]').trigger("click");
        await flushPromises();
        expect(items(wrapper)).toEqual(["menu-section-start", "menu-section-persons"]);
        await wrapper.find('[data-test="menu-section-persons"]').trigger("click");
        expect(lock).toHaveBeenCalledTimes(1);
    });

    it("tell of the program and its database", async () => {
        const { wrapper } = menus();
        await wrapper.find('[data-test="menu-bar-help"]').trigger("click");
        await flushPromises();
        await wrapper.find('[data-test="menu-about"]').trigger("click");
        expect(wrapper.emitted("about")).toHaveLength(1);
    });
});

describe("about", () => {
    it("says which version, and which database is open", async () => {
        const { wrapper, session } = stage(AboutDialog as never, { props: { open: true } });
        session.status = { ...(await import("../testing")).openStatus() };
        await flushPromises();
        expect(wrapper.text()).toContain("0.1.0");
        expect(wrapper.text()).toContain("/data/ovning.db");
    });
});
