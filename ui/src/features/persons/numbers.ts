// The last four of a personal number are masked until they are asked for, and masked again by themselves.
import { onBeforeUnmount, onDeactivated, ref, type Ref } from "vue";

/** How long shown numbers stay before they are masked again, in milliseconds: 15 minutes. */
const SHOWN_MS = 15 * 60 * 1000;

/** Whether numbers are shown whole, for as long as the page is. */
export function useNumbers(): { numbers: Readonly<Ref<boolean>>; toggle(): void; mask(): void } {
    const numbers = ref(false);
    let masking: ReturnType<typeof setTimeout> | undefined;

    function mask(): void {
        clearTimeout(masking);
        numbers.value = false;
    }

    function toggle(): void {
        if (numbers.value) {
            mask();
            return;
        }
        numbers.value = true;
        masking = setTimeout(mask, SHOWN_MS);
    }

    onDeactivated(mask);
    onBeforeUnmount(mask);
    return { numbers, toggle, mask };
}
