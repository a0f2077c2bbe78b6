import { enableAutoUnmount } from "@vue/test-utils";
import { afterEach, describe, expect, it } from "vitest";
import { defineComponent, h, nextTick, ref } from "vue";
import { stage } from "../testing";
import MappingColumns from "./MappingColumns.vue";

enableAutoUnmount(afterEach);

const CHOICES = ["code", "day", "amount"].map((value) => ({ value, label: value.toUpperCase() }));

/** Three columns, of which the first two are read. */
function mapping() {
    const fields = ref<Record<number, string>>({ 0: "code", 1: "amount" });
    const rows = [{ line: 1, cells: ["Kod", "Kr", "Övrigt"] }, { line: 2, cells: ["A", "5,00", "x"] }];
    const page = defineComponent({
        setup: () => () => h(MappingColumns<string>, { rows, header: 0, choices: CHOICES, modelValue: fields.value, "onUpdate:modelValue": (now: Record<number, string>) => (fields.value = now) }),
    });
    const { wrapper } = stage(page);
    const select = (column: number) => wrapper.find<HTMLSelectElement>(`[data-test="column-${column}"]`);
    /** What a browser does for an arrow or a letter on a closed list. */
    const passTo = async (column: number, value: string, key = "ArrowDown") => {
        await select(column).trigger("keydown", { key });
        await select(column).setValue(value);
    };
    return { wrapper, fields, select, passTo };
}

describe("the columns of a mapping", () => {
    it("lose nothing to a column whose list is passed through with the keyboard", async () => {
        const { fields, select, passTo } = mapping();
        for (const value of ["code", "day", "amount", "day"]) await passTo(3, value);
        expect(fields.value).toEqual({ 0: "code", 1: "amount" });
        expect(select(3).element.value).toBe("day");
        await select(3).trigger("blur");
        expect(fields.value).toEqual({ 0: "code", 1: "amount", 2: "day" });
    });

    it("take what is chosen by Enter or by the mouse at once, and Esc leaves it as it was", async () => {
        const { fields, select, passTo } = mapping();
        await passTo(3, "day", "d");
        await select(3).trigger("keydown", { key: "Enter" });
        expect(fields.value).toEqual({ 0: "code", 1: "amount", 2: "day" });
        await select(3).trigger("pointerdown");
        await select(3).setValue("");
        expect(fields.value).toEqual({ 0: "code", 1: "amount" });
        await passTo(3, "day");
        await select(3).trigger("keydown", { key: "Escape" });
        await select(3).trigger("blur");
        expect(fields.value).toEqual({ 0: "code", 1: "amount" });
        expect(select(3).element.value).toBe("");
    });

    it("say which column lost its field, and give it back", async () => {
        const { wrapper, fields, passTo, select } = mapping();
        await passTo(3, "amount");
        await select(3).trigger("blur");
        expect(fields.value).toEqual({ 0: "code", 2: "amount" });
        expect(wrapper.find('[data-test="taken-from"]').text()).toContain("AMOUNT togs från kolumnen Kr.");
        await wrapper.find('[data-test="give-back"]').trigger("click");
        await nextTick();
        expect(fields.value).toEqual({ 0: "code", 1: "amount" });
        expect(wrapper.find('[data-test="give-back"]').exists()).toBe(false);
    });
});
