import { enableAutoUnmount } from "@vue/test-utils";
import { afterEach, describe, expect, it } from "vitest";
import { defineComponent, h, nextTick, ref } from "vue";
import { press, stage } from "../testing";
import AppDialog from "./AppDialog.vue";
import ReasonDialog from "./ReasonDialog.vue";

enableAutoUnmount(afterEach);

/** A page with a button, and a dialog that may have a field. */
function page(field: boolean) {
    const open = ref(false);
    const shown = ref(true);
    const component = defineComponent({
        setup: () => () =>
            h("main", [
                h("h1", { tabindex: -1, id: "title" }, "Sidan"),
                shown.value ? h("button", { id: "opener" }) : undefined,
                h(
                    AppDialog,
                    { open: open.value, title: "Fråga", onClose: () => (open.value = false) },
                    {
                        default: () => (field ? h("input", { id: "field", value: "2026" }) : h("p", "Säkert?")),
                        actions: () => [h("button", { id: "yes", class: "act-primary" }), h("button", { id: "hidden", hidden: true }), h("button", { id: "no" })],
                    },
                ),
            ]),
    });
    const { wrapper } = stage(component);
    document.getElementById("opener")?.focus();
    const settle = async () => {
        await nextTick();
        await nextTick();
    };
    const here = () => document.activeElement?.id;
    return { wrapper, open, shown, settle, here };
}

describe("a dialog", () => {
    it("takes nothing of the page while it is closed, and its name and the keyboard when it opens", async () => {
        const { wrapper, open, settle, here } = page(true);
        expect(wrapper.find("main").element.children).toHaveLength(2);
        open.value = true;
        await settle();
        const dialog = wrapper.find('[role="dialog"]');
        expect(document.getElementById(dialog.attributes("aria-labelledby") ?? "")?.textContent).toBe("Fråga");
        expect(dialog.attributes("aria-modal")).toBe("true");
        expect(here()).toBe("field");
        expect((document.activeElement as HTMLInputElement).selectionEnd).toBe(4);
    });

    it("begins at the answer where there is nothing to fill in", async () => {
        const { open, settle, here } = page(false);
        open.value = true;
        await settle();
        expect(here()).toBe("yes");
    });

    it("keeps Tab within, both ways round", async () => {
        const { open, settle, here } = page(true);
        open.value = true;
        await settle();
        expect(press("Tab", { shiftKey: true })).toBe(true);
        expect(here()).toBe("no");
        expect(press("Tab")).toBe(true);
        expect(here()).toBe("field");
        expect(press("Tab")).toBe(false);
    });

    it("is left by Esc, and the focus is where it was", async () => {
        const { open, settle, here } = page(false);
        open.value = true;
        await settle();
        press("Escape");
        await settle();
        expect([open.value, here()]).toEqual([false, "opener"]);
    });

    it("leads to the title where what had the focus is gone", async () => {
        const { open, shown, settle, here } = page(false);
        open.value = true;
        await settle();
        shown.value = false;
        open.value = false;
        await settle();
        expect(here()).toBe("title");
    });
});

describe("a dialog for a reason", () => {
    it("is confirmed from its text by Ctrl Enter, and says at the field what is missing", async () => {
        const { wrapper } = stage(ReasonDialog, { props: { open: true, title: "Öppna", words: "Sparas.", action: "Öppna" } });
        await nextTick();
        const text = wrapper.find("textarea");
        text.element.focus();
        press("Enter", { ctrlKey: true });
        await nextTick();
        expect(text.attributes("aria-invalid")).toBe("true");
        await text.setValue("Ny handläggare");
        press("Enter", { ctrlKey: true });
        expect(wrapper.emitted("confirm")).toEqual([["Ny handläggare"]]);
    });
});
