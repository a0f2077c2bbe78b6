import { flushPromises } from "@vue/test-utils";
import { beforeEach, describe, expect, it } from "vitest";
import { memoryBackend, type Answers } from "../../backend/memory";
import { openStatus, stage } from "../../testing";
import OpeningPage from "./OpeningPage.vue";

const closed = { ...openStatus(), open: null, default_exists: false };
const navigation: Answers = { "overview.navigation": () => ({ sections: [] }) };

beforeEach(() => localStorage.clear());

function page(answers: Answers, status = closed) {
    const one = stage(OpeningPage, { props: { status }, backend: memoryBackend({ ...navigation, ...answers }) });
    const field = (test: string) => one.wrapper.find<HTMLInputElement>(`[data-test="${test}"]`);
    return { ...one, field };
}

async function fill(field: ReturnType<typeof page>["field"], again = "fyra ord som inte") {
    await field("municipality").setValue("Exempelstads kommun");
    await field("organisation-number").setValue("219999-9992");
    await field("hands-one").setValue();
    await field("passphrase").setValue("fyra ord som inte");
    await field("passphrase-again").setValue(again);
}

describe("the first start", () => {
    it("makes a database at the standard place and opens it", async () => {
        const { wrapper, field, backend, session } = page({ "session.create": () => openStatus() });
        expect(document.activeElement).toBe(field("municipality").element);
        expect(field("database-place").text()).toBe("/data/atersok.db");
        await fill(field);
        await field("training").setValue(true);
        await wrapper.find("form").trigger("submit");
        await flushPromises();
        expect(backend.asked[0]).toEqual({
            name: "session.create",
            request: { path: null, municipality: "Exempelstads kommun", organisation_number: "219999-9992", passphrase: "fyra ord som inte", training: true, try_sheet: false },
        });
        expect(session.status?.open?.municipality).toBe("Exempelstads kommun");
    });

    it("asks nothing of the core while the two passphrases differ", async () => {
        const { wrapper, field, backend } = page({});
        await fill(field, "fyra ord som inta");
        await wrapper.find("form").trigger("submit");
        expect(backend.asked).toEqual([]);
        expect(wrapper.text()).toContain("De två lösenfraserna är olika");
        expect(document.activeElement).toBe(field("passphrase-again").element);
    });

    it("shows a refusal beside its field, and keeps what was typed", async () => {
        const { wrapper, field } = page({
            "session.create": () => {
                throw {
                    code: "organisation-number",
                    message: "Organisationsnumret stämmer inte.",
                    place: { file: null, line: null, column: null, field: "organisation_number" },
                };
            },
        });
        await fill(field);
        await wrapper.find("form").trigger("submit");
        await flushPromises();
        expect(field("organisation-number").attributes("aria-invalid")).toBe("true");
        expect(wrapper.text()).toContain("Organisationsnumret stämmer inte.");
        expect(field("passphrase").element.value).toBe("fyra ord som inte");
        expect(wrapper.find('[role="alert"]').exists()).toBe(false);
    });
});

describe("two persons", () => {
    const made = { ...openStatus({ user: "anna", logged_in: true, path: "/data/stad.db" }), recovery_code: "ABCD-EFGH" };

    async function fillTwo(field: ReturnType<typeof page>["field"], again = "bos helt egna") {
        await field("municipality").setValue("Exempelstads kommun");
        await field("organisation-number").setValue("219999-9992");
        for (const [place, name, password, twice] of [["first", "anna", "annas lösenord", "annas lösenord"], ["second", "bo", "bos helt egna", again]] as const) {
            await field(`${place}-name`).setValue(name);
            await field(`${place}-password`).setValue(password);
            await field(`${place}-again`).setValue(twice);
        }
        await field("second-attestant").setValue(false);
    }

    it("set the municipality up, and are let in when their sheet was tried", async () => {
        let counts = false;
        const { wrapper, field, backend, session } = page({
            "session.create": () => made,
            "session.status": () => ({ ...made, recovery_code: undefined }),
            "users.try_sheet": ({ recovery_code }) => {
                if (recovery_code !== "abcd efgh") throw { code: "recovery-code-wrong", message: "Fel kod.", place: { field: "recovery_code" } };
                counts = true;
                return { counts };
            },
        });
        await fillTwo(field);
        await wrapper.find("form").trigger("submit");
        await flushPromises();
        expect(backend.asked[0]?.request).toMatchObject({
            passphrase: null,
            try_sheet: true,
            first: { name: "anna", password: "annas lösenord", roles: ["handler", "attestant"] },
            second: { name: "bo", roles: ["handler"] },
        });
        expect(field("recovery-code").text()).toBe("ABCD-EFGH");
        expect(session.status?.open).toBeUndefined();
        await field("sheet-printed").trigger("click");
        expect(wrapper.text()).not.toContain("ABCD-EFGH");
        await field("sheet-code").setValue("fel");
        await wrapper.find("form").trigger("submit");
        await flushPromises();
        expect(wrapper.text()).toContain("Fel kod.");
        expect(session.status?.open).toBeUndefined();
        await field("sheet-code").setValue("abcd efgh");
        await wrapper.find("form").trigger("submit");
        await flushPromises();
        expect(counts).toBe(true);
        expect(session.status?.open?.user).toBe("anna");
    });

    it("are not asked about further while one's two passwords differ", async () => {
        const { wrapper, field, backend } = page({});
        await fillTwo(field, "bos helt andra");
        await wrapper.find("form").trigger("submit");
        expect(backend.asked).toEqual([]);
        expect(wrapper.find('[data-test="person-second"]').text()).toContain("De två lösenorden är olika");
    });

    it("see what is wrong at the field of the one whom it is about", async () => {
        const { wrapper, field } = page({
            "session.create": () => {
                throw { code: "user-name-taken", message: "Namnet finns.", place: { field: "second.name" } };
            },
        });
        await fillTwo(field);
        await wrapper.find("form").trigger("submit");
        await flushPromises();
        expect(field("second-name").attributes("aria-invalid")).toBe("true");
        expect(wrapper.find('[role="alert"]').exists()).toBe(false);
    });
});

describe("two passphrases", () => {
    it("are seen together, and one goes from the first to the second", async () => {
        const { field } = page({});
        await field("hands-one").setValue();
        expect(field("passphrase-see").exists()).toBe(false);
        await field("passphrase-again-see").trigger("click");
        expect([field("passphrase").element.type, field("passphrase-again").element.type]).toEqual(["text", "text"]);
    });
});

describe("unlocking", () => {
    it("asks for the passphrase alone, of the database that was open last", async () => {
        localStorage.setItem("atersok-last-database", "/data/annan.db");
        const { wrapper, field, backend } = page({ "session.open": () => openStatus() });
        expect(document.activeElement).toBe(field("passphrase").element);
        await field("passphrase").setValue("fyra ord som inte");
        await wrapper.find("form").trigger("submit");
        await flushPromises();
        expect(backend.asked[0]).toEqual({ name: "session.open", request: { path: "/data/annan.db", passphrase: "fyra ord som inte" } });
        expect(localStorage.getItem("atersok-last-database")).toBe("/data/ovning.db");
    });

    it("says whose database it is, once it has been open here", async () => {
        localStorage.setItem("atersok-last-database", "/data/annan.db");
        const before = page({ "session.open": () => openStatus({ training: true }) });
        expect(before.field("last-named").exists()).toBe(false);
        await before.wrapper.find("form").trigger("submit");
        await flushPromises();
        before.wrapper.unmount();
        expect(page({}).field("last-named").text()).toBe("Exempelstads kommun · Övningsdatabas");
    });

    it("shows what is typed for a look", async () => {
        localStorage.setItem("atersok-last-database", "/data/annan.db");
        const { field } = page({});
        await field("passphrase").setValue("fyra ord");
        await field("passphrase-see").trigger("click");
        expect([field("passphrase").element.type, field("passphrase").element.value]).toEqual(["text", "fyra ord"]);
        await field("passphrase-see").trigger("click");
        expect(field("passphrase").element.type).toBe("password");
    });

    it("asks for no passphrase where the environment gives the key, and says why that did not open", async () => {
        const { wrapper, backend, field, session } = page({ "session.open": () => openStatus() }, { ...closed, default_exists: true, key_in_environment: true });
        expect(field("passphrase").exists()).toBe(false);
        expect(document.activeElement).toBe(field("open-database").element);
        await wrapper.find("form").trigger("submit");
        await flushPromises();
        expect(backend.asked[0]?.request).toEqual({ path: "/data/atersok.db", passphrase: null });
        expect(session.unopened).toBeUndefined();
    });

    it("says why, and lets another database be chosen", async () => {
        const { wrapper, field, backend } = page(
            {
                "session.open": () => {
                    throw { code: "database-wrong-key", message: "Lösenfrasen passar inte." };
                },
            },
            { ...closed, default_exists: true },
        );
        await wrapper.find("form").trigger("submit");
        await flushPromises();
        expect(wrapper.find('[role="alert"]').text()).toContain("Lösenfrasen passar inte.");
        await field("opening-other").trigger("click");
        await field("opening-open").trigger("click");
        backend.picks.push("/flyttad/atersok.db");
        await field("choose-database").trigger("click");
        await flushPromises();
        expect(field("database-file").text()).toBe("/flyttad/atersok.db");
    });
});
