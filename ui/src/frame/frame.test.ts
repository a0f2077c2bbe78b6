import { flushPromises } from "@vue/test-utils";
import { defineComponent, h, KeepAlive, ref } from "vue";
import { createMemoryHistory } from "vue-router";
import { afterEach, describe, expect, it } from "vitest";
import { memoryBackend } from "../backend/memory";
import { buildApplication } from "../start";
import type { Navigation, SessionStatus } from "../generated/contract";
import { openStatus, press, stage } from "../testing";
import { focusPane, rememberFocus, stepPane } from "./panes";
import type { Section } from "./sections";
import KeyBar from "./KeyBar.vue";
import ScreenHead from "./ScreenHead.vue";
import { useSavedWords } from "./status";
import { useUnsaved } from "./unsaved";

const first: Section = {
    id: "first",
    label: "program-name",
    place: "chain",
    path: "/first",
    routes: [
        { path: "/first", component: screen("Första", "Sparat 09:41:07") },
        { path: "/first/:id", component: screen("Detalj") },
    ],
};

const second: Section = { id: "second", label: "section-settings", place: "after", path: "/second", routes: [{ path: "/second", component: screen("Andra") }] };

/** What somebody has typed on the second page and not kept. */
const typed = ref("");

function screen(title: string, saved = "") {
    return defineComponent({
        setup() {
            useSavedWords(() => saved);
            if (title === "Andra") useUnsaved(() => typed.value);
            return () => h(ScreenHead, { title });
        },
    });
}

let unmount: (() => void) | undefined;
afterEach(() => {
    unmount?.();
    unmount = undefined;
    typed.value = "";
    document.body.innerHTML = "";
});

async function start(status: SessionStatus = openStatus(), waiting: Navigation["sections"] = [], open: () => SessionStatus = () => status, fault?: string) {
    document.body.innerHTML = '<div id="app"></div>';
    const history = createMemoryHistory();
    const backend = memoryBackend({
        "session.status": () => status,
        "session.open": open,
        "session.close": () => (status = { ...status, open: null, backup_fault: fault }),
        "session.today": ({ today }) => (status = openStatus({ today })),
        "overview.navigation": () => ({ sections: waiting }),
    });
    const { app, session } = buildApplication({ backend, sections: [first, second], history });
    app.mount("#app");
    unmount = () => app.unmount();
    await flushPromises();
    const router = app.config.globalProperties.$router;
    return { session, router, backend };
}

const text = (selector: string) => document.querySelector(selector)?.textContent?.trim();

describe("what is typed and not kept", () => {
    it("is told before the database is locked, also from another page, and stays until that is wanted", async () => {
        const { router, backend, session } = await start();
        await router.push("/second");
        await flushPromises();
        typed.value = "3 rader är inte inlästa";
        await router.push("/first");
        await flushPromises();
        press("l", { ctrlKey: true });
        await flushPromises();
        const dialog = document.querySelector<HTMLElement>('[role="dialog"]')!;
        expect(dialog.textContent).toContain("3 rader är inte inlästa");
        expect(backend.asked.some(({ name }) => name === "session.close")).toBe(false);
        dialog.querySelector<HTMLElement>(".act-primary")!.click();
        await flushPromises();
        expect(session.status?.open).toBeNull();
    });

    it("is told before the window closes; then the database is closed first, with its backup", async () => {
        const { backend, router } = await start();
        await router.push("/second");
        await flushPromises();
        typed.value = "3 rader är inte inlästa";
        backend.close();
        await flushPromises();
        expect(backend.quits).toEqual([]);
        document.querySelector<HTMLElement>('[role="dialog"] .act:not(.act-primary)')!.click();
        await flushPromises();
        expect(backend.quits).toEqual([false]);
        typed.value = "";
        backend.close();
        await flushPromises();
        expect(backend.asked.at(-1)?.name).toBe("session.close");
        expect(backend.quits).toEqual([false, true]);
    });

    it("stays where no backup could be made, and says why; asked again it closes", async () => {
        const { backend, session } = await start(openStatus(), [], undefined, "Platsen nås inte.");
        backend.close();
        await flushPromises();
        expect(backend.quits).toEqual([false]);
        expect(session.status?.open).toBeNull();
        expect(text('[data-test="backup-fault"]')).toContain("Platsen nås inte.");
        backend.close();
        await flushPromises();
        expect(backend.quits).toEqual([false, true]);
    });

    it("asks nothing where all is kept", async () => {
        const { router, session } = await start();
        await router.push("/second");
        await flushPromises();
        press("l", { ctrlKey: true });
        await flushPromises();
        expect(session.status?.open).toBeNull();
    });
});

describe("the application", () => {
    it("starts at the first section, with the title focused", async () => {
        await start();
        expect(text("h1")).toBe("Första");
        expect(document.activeElement?.tagName).toBe("H1");
        expect(document.querySelector('a[aria-current="page"]')?.textContent).toContain("Återsök");
    });

    describe("with the key in the environment", () => {
        const closed = { ...openStatus(), open: null, default_exists: true, key_in_environment: true };

        it("opens what was open last, before anything is shown, and once", async () => {
            const { session, backend } = await start(closed, [], () => openStatus());
            expect(text("h1")).toBe("Första");
            expect(backend.asked.filter((one) => one.name === "session.open").map((one) => one.request)).toEqual([{ path: "/data/atersok.db", passphrase: null }]);
            // Who closes a database wants the door.
            await session.adopt(closed);
            await session.refresh();
            await flushPromises();
            expect(document.querySelector('[data-test="open-database"]')).not.toBeNull();
        });

        it("says why the key does not open", async () => {
            await start(closed, [], () => {
                throw { code: "database-wrong-key", message: "Nyckeln passar inte." };
            });
            expect(text('[role="alert"]')).toContain("Nyckeln passar inte.");
        });
    });

    it("shows what waits in words, and the marks of what is practice or example", async () => {
        await start(openStatus({ training: true, example_key: true, example_accounts: true }), [
            { section: "first", text: "1 lista, 10 rader kvar", waits: true },
        ]);
        expect(text(".words")).toBe("1 lista, 10 rader kvar");
        expect(document.querySelectorAll(".dot.filled")).toHaveLength(1);
        expect(text(".marks")).toBe("En person, beslut saknasÖvningsdatabasNyckel och konton är exempel");
        expect(document.querySelector(".top")?.textContent).toContain("2026-11-02");
    });

    it("asks again how things stand after a change, and once for many", async () => {
        const { session, backend } = await start();
        const asked = () => backend.asked.filter((one) => one.name === "overview.navigation").length;
        const before = asked();
        for (let change = 0; change < 5; change++) session.changed();
        await flushPromises();
        expect(asked() - before).toBe(2);
        expect(session.changes).toBe(5);
    });

    it("takes another day, and locks: then nothing of the database is shown", async () => {
        const { session } = await start();
        document.querySelector<HTMLButtonElement>('[data-test="business-date"]')?.click();
        await flushPromises();
        const field = document.querySelector<HTMLInputElement>('[data-test="business-date-field"]');
        expect(document.activeElement).toBe(field);
        if (field !== null) field.value = "2026-12-01";
        field?.dispatchEvent(new Event("input"));
        document.querySelector<HTMLButtonElement>('[data-test="business-date-set"]')?.click();
        await flushPromises();
        expect(text('[data-test="business-date"]')).toBe("2026-12-01");
        press("l", { ctrlKey: true });
        await flushPromises();
        expect(session.status?.open).toBeNull();
        // The page names whose database it is, and nothing that is in it.
        expect(document.querySelector(".frame")).toBeNull();
        expect(text('[data-test="last-named"]')).toBe("Exempelstads kommun");
        expect(document.activeElement).toBe(document.querySelector('[data-test="passphrase"]'));
    });

    it("goes by Ctrl and number, and back to where a section was left", async () => {
        const { router } = await start();
        await router.push("/first/7");
        await flushPromises();
        press("2", { ctrlKey: true });
        await flushPromises();
        expect(text("h1")).toBe("Andra");
        expect(text("[role=status].saved")).toBe("");
        press("1", { ctrlKey: true });
        await flushPromises();
        expect(text("h1")).toBe("Detalj");
    });

    it("goes back and forth by Alt and arrows, as by the mouse", async () => {
        const { router } = await start();
        await router.push("/first/7");
        await router.push("/second");
        await flushPromises();
        press("ArrowLeft", { altKey: true });
        await flushPromises();
        expect(text("h1")).toBe("Detalj");
        press("ArrowRight", { altKey: true });
        await flushPromises();
        expect(text("h1")).toBe("Andra");
    });

    it("searches everything by Ctrl F where the page has no search of its own", async () => {
        await start();
        press("f", { ctrlKey: true });
        expect(document.activeElement?.getAttribute("role")).toBe("combobox");
    });

    it("tells of the keys that work where the focus is", async () => {
        const { useCommands } = await import("./commands");
        const Listing = defineComponent({
            setup() {
                useCommands(() => [{ id: "park", label: "program-name", keys: ["P"], run: () => undefined }]);
                return () => h("div", { "data-keys": "list" }, h("p", { tabindex: 0, id: "row" }));
            },
        });
        const { wrapper } = stage({ render: () => [h(Listing), h("button", { id: "beside" }), h(KeyBar, { saved: "" })] });
        const told = async (id: string) => {
            document.getElementById(id)?.focus();
            await flushPromises();
            return wrapper.findAll("kbd").map((key) => key.text());
        };
        expect(await told("row")).toEqual(["P"]);
        expect(await told("beside")).toEqual(["Alt P"]);
    });

    it("opens the palette by Ctrl K", async () => {
        await start();
        press("k", { ctrlKey: true });
        expect(document.activeElement?.getAttribute("role")).toBe("combobox");
    });
});

describe("panes", () => {
    it("follow each other round, and each remembers its place", () => {
        document.body.innerHTML = `
            <div data-pane="a"><button id="a1"></button><button id="a2"></button></div>
            <div data-pane="outer"><div data-pane="b"><p data-pane-start tabindex="-1" id="b1"></p><button id="b2"></button></div></div>
            <div data-pane="c"><p>nothing to focus</p></div>`;
        document.addEventListener("focusin", rememberFocus);
        const walked: string[] = [];
        document.getElementById("a2")?.focus();
        for (const step of [1, 1, 1, -1, -1] as const) {
            stepPane(document, step);
            walked.push(document.activeElement?.id || (document.activeElement as HTMLElement).dataset.pane || "");
        }
        document.removeEventListener("focusin", rememberFocus);
        expect(walked).toEqual(["b1", "c", "a2", "c", "b1"]);
    });

    it("that lost what they remembered start anew", () => {
        document.body.innerHTML = '<div data-pane="a"><button id="a1"></button><button id="a2"></button></div>';
        document.addEventListener("focusin", rememberFocus);
        document.getElementById("a2")?.focus();
        document.removeEventListener("focusin", rememberFocus);
        document.getElementById("a2")?.remove();
        focusPane(document.querySelector<HTMLElement>("[data-pane]") as HTMLElement);
        expect(document.activeElement?.id).toBe("a1");
    });
});

describe("commands of a kept screen", () => {
    it("rest while another is shown", async () => {
        const { useCommands } = await import("./commands");
        const Inner = defineComponent({
            setup() {
                useCommands(() => [{ id: "inner", label: "program-name", keys: ["F2"], run: () => undefined }]);
                return () => h("p");
            },
        });
        const shown = ref(true);
        const { commands } = stage({ render: () => h(KeepAlive, null, [shown.value ? h(Inner) : h("i")]) });
        await flushPromises();
        expect(commands.find("inner")).toBeDefined();
        shown.value = false;
        await flushPromises();
        expect(commands.find("inner")).toBeUndefined();
        shown.value = true;
        await flushPromises();
        expect(commands.find("inner")).toBeDefined();
    });
});
