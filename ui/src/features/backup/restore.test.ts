import { flushPromises } from "@vue/test-utils";
import type { Component } from "vue";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { memoryBackend, type Answers } from "../../backend/memory";
import type { BackupVerified, BackupView, RestoredView } from "../../generated/contract";
import { openStatus, press, stage } from "../../testing";
import { someSettings } from "../../testing/settings";
import OpeningPage from "../opening/OpeningPage.vue";
import StartScreen from "../start/StartScreen.vue";
import BackupPage from "../settings/BackupPage.vue";
import { faultsOf } from "./backups";
import RestoreScreen from "./RestoreScreen.vue";

const backup = (over: Partial<BackupView> = {}): BackupView => ({
    file: "/kopior/atersok-ab-20261101T170000Z-000042.db",
    bytes: 4096,
    sha256: "00",
    events: 42,
    head: "11",
    verified: true,
    made_at: "2026-11-01T17:00:00Z",
    reason: "closing",
    of_this: false,
    opened_by: "lösenfrasen som gällde 2026-11-01",
    ...over,
});
const verified = (over: Partial<BackupVerified> = {}): BackupVerified => ({
    file: backup().file,
    bytes: 4096,
    sha256: "00",
    verified: true,
    as_noted: true,
    made_at: backup().made_at,
    outcome: "done",
    sound: true,
    ok: true,
    first_broken: null,
    events: 42,
    head: "11",
    digests: { events: 42, chain: true, beyond: [], schema: true, schema_sha256: "", schema_differs: [], rows: 900, faults: 0, broken: [], readings: { readings: 3, first_broken: null } },
    originals: { ok: true, checked: 2, booking_files: 1, documents: 0, broken: [] },
    sums: { ok: true, ledger: [], compared: 9, broken: [] },
    holds: { last_event_at: "2026-11-01T16:59:00Z", persons: 30, lists: 1, last_list: "oktober.csv", orders: 1, last_order: "MIGV2026-0001" },
    ahead: null,
    ...over,
});
const restored = (over: Partial<RestoredView> = {}): RestoredView => ({
    file: "/ny/atersok.db",
    bytes: 4096,
    sha256: "00",
    events: 42,
    head: "11",
    verified: true,
    holds: verified().holds,
    ahead: null,
    restoration_waits: false,
    next: "Öppna den nya databasen.",
    ...over,
});
const look = { file: backup().file, made_at: backup().made_at, opened_by: backup().opened_by, needs_passphrase: true, needs_user: false };
const answers: Answers = {
    "overview.navigation": () => ({ sections: [] }),
    "backup.list": () => ({ backups: [backup()] }),
    "backup.look": () => look,
    "backup.verify": () => verified(),
    "backup.restore": () => restored(),
    "session.open": () => openStatus({ path: "/ny/atersok.db" }),
};

beforeEach(() => localStorage.clear());

let unmount = () => {};
afterEach(() => unmount());

function at(component: Component, over: Answers = {}, options: { props?: object; address?: string } = {}) {
    const one = stage(component, { backend: memoryBackend({ ...answers, ...over }), ...options });
    unmount = () => one.wrapper.unmount();
    const field = (test: string) => one.wrapper.find<HTMLInputElement>(`[data-test="${test}"]`);
    const click = async (test: string) => {
        await field(test).trigger("click");
        await flushPromises();
    };
    /** Enter in the form, or its button that leads on. */
    const next = async () => {
        await one.wrapper.find("form").trigger("submit");
        await flushPromises();
    };
    const step = () => one.wrapper.find('[data-test="restore"]').attributes("data-step");
    const request = (name: string) => one.backend.asked.findLast((asked) => asked.name === name)?.request;
    return { ...one, field, click, next, step, request };
}

describe("a backup on a new computer", () => {
    const closed = { ...openStatus(), open: null, default_exists: false };

    it("is read in step by step, from the opening page, and opened", async () => {
        const page = at(OpeningPage, {}, { props: { status: closed } });
        await page.click("opening-restore");
        expect(page.step()).toBe("choose");
        expect(page.backend.asked).toEqual([]);
        page.backend.picks.push("/kopior");
        await page.click("restore-choose-folder");
        expect(page.request("backup.list")).toEqual({ folder: "/kopior" });
        expect(page.wrapper.find("[data-row]").text()).toContain("när databasen stängdes");
        expect(page.wrapper.find("[data-row]").text()).not.toContain("annan databas");
        await page.next();
        expect(page.step()).toBe("unlock");
        expect(page.wrapper.text()).toContain("lösenfrasen som gällde 2026-11-01");
        expect(document.activeElement).toBe(page.field("backup-passphrase").element);
        await page.field("backup-passphrase").setValue("den dagens fras");
        await page.next();
        expect(page.request("backup.verify")).toEqual({ path: backup().file, passphrase: "den dagens fras" });
        expect(page.step()).toBe("contents");
        expect(page.wrapper.text()).toContain("MIGV2026-0001");
        await page.next();
        expect(page.field("restore-into").text()).toBe("/data/atersok.db");
        expect(page.field("restore-read").element.disabled).toBe(true);
        await page.field("left-number").setValue();
        await page.field("last-order").setValue("MIGV2026-0003");
        await page.next();
        expect(page.request("backup.restore")).toEqual({ path: backup().file, passphrase: "den dagens fras", into: "/data/atersok.db", last_order: "MIGV2026-0003" });
        expect(page.step()).toBe("done");
        await page.next();
        expect(page.request("session.open")).toEqual({ path: "/ny/atersok.db", passphrase: "den dagens fras" });
        expect(page.session.status?.open?.path).toBe("/ny/atersok.db");
        expect(page.router.currentRoute.value.path).toBe("/");
    });

    it("asks who comes where it has users, and opens the new database for the same", async () => {
        const page = at(OpeningPage, { "backup.look": () => ({ ...look, needs_user: true }) }, { props: { status: closed } });
        await page.click("opening-restore");
        page.backend.picks.push(backup().file);
        await page.click("restore-choose-file");
        expect(document.activeElement).toBe(page.field("backup-user").element);
        await page.field("backup-user").setValue("bo");
        await page.field("backup-passphrase").setValue("Bos eget");
        await page.next();
        expect(page.request("backup.verify")).toEqual({ path: backup().file, user: "bo", passphrase: "Bos eget" });
        await page.next();
        await page.field("left-nothing").setValue();
        await page.next();
        expect(page.request("backup.restore")).toMatchObject({ user: "bo", passphrase: "Bos eget" });
        await page.next();
        expect(page.request("session.open")).toEqual({ path: "/ny/atersok.db", user: "bo", passphrase: "Bos eget" });
    });

    it("is a file that is chosen; what opens it is the environment's key where it has no key of its own", async () => {
        const page = at(OpeningPage, { "backup.look": () => ({ ...look, needs_passphrase: false }) }, { props: { status: closed } });
        await page.click("opening-restore");
        page.backend.picks.push(backup().file);
        await page.click("restore-choose-file");
        expect(page.field("backup-passphrase").exists()).toBe(false);
        await page.next();
        expect(page.request("backup.verify")).toEqual({ path: backup().file, passphrase: null });
    });

    it("may wait to be told what had left the house", async () => {
        const page = at(OpeningPage, {}, { props: { status: closed } });
        await page.click("opening-restore");
        page.backend.picks.push(backup().file);
        await page.click("restore-choose-file");
        await page.next();
        await page.next();
        await page.field("left-later").setValue();
        await page.next();
        expect(page.request("backup.restore")).toMatchObject({ last_order: null });
    });
});

describe("a backup beside the open database", () => {
    const address = `/installningar/kopior/las-tillbaka?fil=${encodeURIComponent(backup().file)}`;

    it("says what the open one has that it lacks, and stays at the field that is wrong", async () => {
        const ahead = { of_this: true, events: 3, lists: ["november.csv"], orders: ["MIGV2026-0002"] };
        const page = at(
            RestoreScreen,
            {
                "backup.verify": () => verified({ ahead }),
                "backup.restore": () => {
                    throw { code: "last-order-earlier", message: "Säkerhetskopian har redan order MIGV2026-0001.", place: { file: null, line: null, column: null, field: "last_order" } };
                },
            },
            { address },
        );
        await flushPromises();
        expect(page.step()).toBe("unlock");
        await page.next();
        expect(page.field("backup-ahead").text()).toContain("3 händelser");
        expect(page.field("backup-ahead").text()).toContain("november.csv");
        expect(page.field("backup-ahead").text()).toContain("MIGV2026-0002");
        await page.next();
        expect(page.field("restore-into").text()).toBe("Ingen plats är vald");
        page.backend.picks.push("/ny/atersok.db");
        await page.click("choose-into");
        await page.field("left-number").setValue();
        await page.field("last-order").setValue("MIGV2026-0000");
        await page.next();
        expect(page.step()).toBe("into");
        expect(page.field("last-order").attributes("aria-invalid")).toBe("true");
        expect(page.wrapper.findAll('[role="alert"]')).toHaveLength(0);
    });

    it("that is damaged is not read in, and another can be chosen", async () => {
        const broken = verified({ verified: false, sound: false, originals: { ...verified().originals, broken: [{ rule: "inläst fil stämmer inte", number: 4 }] } });
        const page = at(RestoreScreen, { "backup.verify": () => broken }, { address });
        await flushPromises();
        await page.next();
        expect(page.wrapper.text()).toContain("inläst fil stämmer inte (nr 4)");
        expect(page.field("restore-next").exists()).toBe(false);
        await page.next();
        expect(page.step()).toBe("contents");
        await page.click("restore-back");
        await page.click("restore-back");
        expect(page.step()).toBe("choose");
    });
});

describe("the list of backups", () => {
    const settings = { ...someSettings(), backup: { ...someSettings().backup, folder: "/kopior" } };
    const page = (over: Answers = {}) =>
        at(BackupPage, {
            "settings.get": () => ({ settings }),
            "backup.state": () => ({ state: "fresh", last_at: null, hours: 1, text: "Läge.", restoration_waits: false, events_since: 0 }),
            ...over,
        });

    it("looks one through with the passphrase of its day, and says in words what was found", async () => {
        let refused = true;
        const one = page({
            "backup.verify": () => {
                if (refused) throw { code: "database-wrong-key", message: "Lösenfrasen passar inte." };
                return verified({ ahead: { of_this: true, events: 0, lists: [], orders: [] } });
            },
        });
        await flushPromises();
        press("k", { altKey: true });
        await flushPromises();
        expect(document.querySelector('[role="dialog"]')?.textContent).toContain("lösenfrasen som gällde 2026-11-01");
        await one.field("backup-passphrase").setValue("fel");
        await one.click("passphrase-go");
        expect(document.querySelector('[role="dialog"] [role="alert"]')?.textContent).toContain("Lösenfrasen passar inte.");
        refused = false;
        await one.click("passphrase-go");
        expect(document.querySelector('[role="dialog"]')).toBeNull();
        expect(one.field("backup-found").text()).toContain("Säkerhetskopian är hel");
        expect(one.field("backup-found").text()).toContain("Ingen: allt som finns i den öppna databasen finns i kopian.");
    });

    it("tries one, and says where the protocol lies", async () => {
        const one = page({
            "backup.look": () => ({ ...look, needs_passphrase: false }),
            "backup.drill": ({ out }) => ({ outcome: "done", path: out, bytes: 9, verified: true, sha256: "", events: 42, head: "" }),
        });
        await flushPromises();
        one.backend.picks.push("/protokoll/ovning-2026-11-01.pdf");
        press("v", { altKey: true });
        await flushPromises();
        expect(one.request("backup.drill")).toEqual({ path: backup().file, passphrase: null, out: "/protokoll/ovning-2026-11-01.pdf" });
        expect(one.field("drill-held").text()).toContain("ovning-2026-11-01.pdf");
        // A dialog that is left makes nothing.
        press("v", { altKey: true });
        await flushPromises();
        expect(one.backend.asked.filter(({ name }) => name === "backup.drill")).toHaveLength(1);
    });

    it("can be stopped, and follows how far it has come", async () => {
        const one = page({ "backup.look": () => ({ ...look, needs_passphrase: false }), "backup.verify": () => new Promise<never>(() => {}) });
        await flushPromises();
        press("k", { altKey: true });
        await new Promise((done) => setTimeout(done, 1100));
        const dialog = document.querySelector<HTMLElement>('[role="dialog"]');
        expect(dialog?.textContent).toContain("Säkerhetskopian kontrolleras");
        dialog?.querySelector<HTMLButtonElement>(".act")?.click();
        await flushPromises();
        expect(one.backend.cancelled).toHaveLength(1);
    });

    it("leads to reading the chosen one in", async () => {
        const one = page();
        await flushPromises();
        const went: string[] = [];
        one.router.afterEach((to) => void went.push(to.fullPath));
        press("t", { altKey: true });
        await flushPromises();
        expect(went).toEqual([`/installningar/kopior/las-tillbaka?fil=${backup().file}`]);
    });
});

describe("what had left the house", () => {
    it("is answered from the start page while the numbering waits", async () => {
        let waits = true;
        const one = at(StartScreen, {
            "overview.start": () => ({ persons: 1, lists: [], has_lists: true, chain: [], months: [], observation_ore: 0, backup: { state: "fresh", last_at: null, hours: 1, text: "", restoration_waits: waits } }),
            "last_days.list": () => ({ days: [], total: 0, groups: [], at_risk_ore: 0, today: "2026-11-20" }),
            "cases.list": () => ({ cases: [], total: 0, more: false, page: 0, officers: [], left_out: 0, left_out_text: "" }),
            "backup.answer": () => {
                waits = false;
                return { state: "fresh", last_at: null, hours: 1, text: "", restoration_waits: false, events_since: 0 };
            },
        });
        await flushPromises();
        expect(one.field("restoration-waits").text()).toContain("Numreringen väntar");
        await one.click("restoration-answer");
        expect(one.field("answer-save").element.disabled).toBe(true);
        await one.field("left-nothing").setValue();
        await one.click("answer-save");
        expect(one.request("backup.answer")).toEqual({ last_order: "-" });
        expect(one.field("restoration-waits").exists()).toBe(false);
    });
});

it("says each thing that is wrong with a backup", () => {
    const found = verified({
        as_noted: false,
        sound: false,
        first_broken: 7,
        digests: { ...verified().digests, beyond: ["entry"], schema_differs: ["view payment"], faults: 1, broken: [{ table: "entry", row: "7", fault: "changed", rule: "raden är ändrad", event: 3 }] },
        sums: { ok: false, ledger: [], compared: 9, broken: [{ rule: "listans rader ger inte listans summa", number: 2 }] },
    });
    expect(faultsOf(found)).toHaveLength(7);
    expect(faultsOf(verified())).toEqual([]);
});
