// Rows that are added and taken away by keyboard: the focus goes to the row that is new, or that stands where one stood.
import { nextTick, useTemplateRef, type Ref } from "vue";

/** Inside a component's setup, whose template has the rows in `root`. `fieldOf` names the first field of a row, `button` what adds one. */
export function useRows<Row>(rows: Ref<Row[]>, fieldOf: (index: number) => string, button: string) {
    const root = useTemplateRef<HTMLElement>("root");

    async function focusAt(index: number): Promise<void> {
        await nextTick();
        root.value?.querySelector<HTMLElement>(`[data-test="${index < 0 ? button : fieldOf(index)}"]`)?.focus();
    }

    return {
        async add(row: Row | undefined): Promise<void> {
            if (row === undefined) return;
            // The parent takes the rows over a turn later.
            const at = rows.value.length;
            rows.value = [...rows.value, row];
            await focusAt(at);
        },
        async remove(index: number): Promise<void> {
            const last = rows.value.length - 2;
            rows.value = rows.value.filter((_, at) => at !== index);
            await focusAt(Math.min(index, last));
        },
    };
}
