import { flushPromises } from "@vue/test-utils";
import { defineComponent, h, KeepAlive, ref } from "vue";
import { describe, expect, it } from "vitest";
import { stage } from "../testing";
import { useLoaded } from "./load";

describe("useLoaded", () => {
    it("keeps a late answer from replacing a newer one, and what was read while it is read again", async () => {
        const answers: ((text: string) => void)[] = [];
        let loaded: ReturnType<typeof useLoaded<string>> | undefined;
        stage(
            defineComponent({
                setup() {
                    loaded = useLoaded(() => new Promise<string>((done) => answers.push(done)));
                    return () => h("p", loaded?.data.value);
                },
            }),
        );
        void loaded?.reload();
        answers[1]?.("ny");
        await flushPromises();
        answers[0]?.("gammal");
        await flushPromises();
        expect(loaded?.data.value).toBe("ny");
        void loaded?.reload();
        expect([loaded?.data.value, loaded?.loading.value]).toEqual(["ny", true]);
    });

    it("waits for the answer that is shown, whichever question was asked first", async () => {
        const answers: ((text: string) => void)[] = [];
        let loaded: ReturnType<typeof useLoaded<string>> | undefined;
        stage(
            defineComponent({
                setup() {
                    loaded = useLoaded(() => new Promise<string>((done) => answers.push(done)));
                    return () => h("p", loaded?.data.value);
                },
            }),
        );
        let waited = false;
        void loaded?.reload().then(() => (waited = true));
        void loaded?.reload();
        answers[1]?.("överhoppad");
        await flushPromises();
        expect([waited, loaded?.data.value]).toEqual([false, undefined]);
        answers[2]?.("den som visas");
        await flushPromises();
        expect([waited, loaded?.data.value]).toEqual([true, "den som visas"]);
    });

    it("says why it failed, and forgets it when it succeeds", async () => {
        let fails = true;
        let loaded: ReturnType<typeof useLoaded<number>> | undefined;
        stage(
            defineComponent({
                setup() {
                    loaded = useLoaded(async () => {
                        if (fails) throw { code: "database-fault", message: "Försök igen." };
                        return 7;
                    });
                    return () => h("p");
                },
            }),
        );
        await flushPromises();
        expect(loaded?.failure.value).toMatchObject({ code: "database-fault" });
        fails = false;
        await loaded?.reload();
        expect([loaded?.data.value, loaded?.failure.value]).toEqual([7, undefined]);
    });

    it("asks again when a kept screen is shown after a change, and only then", async () => {
        let asked = 0;
        const Inner = defineComponent({
            setup() {
                useLoaded(async () => ++asked);
                return () => h("p");
            },
        });
        const shown = ref(true);
        const { session } = stage({ render: () => h(KeepAlive, null, [shown.value ? h(Inner) : h("i")]) });
        const away = async (meanwhile: () => void) => {
            shown.value = false;
            await flushPromises();
            meanwhile();
            shown.value = true;
            await flushPromises();
        };
        await flushPromises();
        await away(() => undefined);
        expect(asked).toBe(1);
        await away(() => session.changes++);
        expect(asked).toBe(2);
    });
});
