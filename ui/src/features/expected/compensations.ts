// The compensations to choose between.
import { computed, type ComputedRef } from "vue";
import { useBackend } from "../../backend";
import { useLoaded } from "../../frame/load";

/** Every compensation of the city, as a choice. */
export function useCompensations(): ComputedRef<{ value: string; label: string }[]> {
    const backend = useBackend();
    const { data } = useLoaded(() => backend.call("compensations.list", {}));
    return computed(() => (data.value?.compensations ?? []).map(({ code, short_name }) => ({ value: code, label: `${short_name} (${code})` })));
}
