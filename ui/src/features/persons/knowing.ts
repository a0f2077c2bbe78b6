// What was known on a chosen day: asked from the core, once for all days between two changes.
import { computed, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from "vue";
import { toFailure, useBackend, type Failure } from "../../backend";
import type { AsKnown, ChangeView, PersonView } from "../../generated/contract";

/** What was known on a day, and what the difference from now does to what should come. */
export interface Picture extends AsKnown {
    money: readonly ChangeView[];
}

/** The day that is chosen, and the picture of it. */
export interface Knowing {
    /** ISO day; undefined where everything that is known is shown. */
    day: Ref<string | undefined>;
    /** The picture of that day; absent while it is asked for, and where no day is chosen. */
    known: ComputedRef<Picture | undefined>;
    failure: ShallowRef<Failure | undefined>;
    /** Days on which something was entered, earliest first. */
    days: ComputedRef<readonly string[]>;
    /** The last day that can be chosen: today, or the last entry where that is later. */
    last: ComputedRef<string>;
    /** Goes to the change before (-1) or after (1) the chosen day. */
    step(by: 1 | -1): void;
}

/** Follows a person; what was asked is forgotten when something has been entered. */
export function useKnowing(person: () => PersonView | undefined, today: () => string): Knowing {
    const backend = useBackend();
    const day = ref<string>();
    const pictures = shallowRef<ReadonlyMap<string, Picture>>(new Map());
    const failure = shallowRef<Failure>();
    const days = computed(() => person()?.days ?? []);
    const last = computed(() => [today(), days.value.at(-1) ?? ""].sort().at(-1) ?? "");
    /** The last day on which something was entered by the chosen one: nothing differs until the next. */
    const changed = computed(() => (day.value === undefined ? undefined : (days.value.findLast((one) => one <= (day.value ?? "")) ?? "")));
    const known = computed(() => (changed.value === undefined ? undefined : pictures.value.get(changed.value)));

    watch(person, () => (pictures.value = new Map()));
    watch([changed, pictures], async () => {
        const [key, asked, id, before] = [changed.value, day.value, person()?.brief.person, pictures.value];
        if (key === undefined || asked === undefined || id === undefined || before.has(key)) return;
        try {
            const [facts, money] = await Promise.all([
                backend.call("persons.as_known", { person: id, day: asked }),
                backend.call("expectation.changes", { person: id, since: asked, as_of: null }),
            ]);
            const answer = { ...facts, money: money.changes };
            failure.value = undefined;
            // What was asked about a person that has changed meanwhile is no longer true.
            if (person()?.brief.person === id && changed.value === key) pictures.value = new Map([...pictures.value, [key, answer]]);
        } catch (thrown) {
            failure.value = toFailure(thrown);
        }
    });

    function step(by: 1 | -1): void {
        const at = day.value ?? last.value;
        const next = by === -1 ? days.value.findLast((one) => one < at) : days.value.find((one) => one > at);
        if (next === undefined && by === -1) return;
        day.value = next === undefined || next >= last.value ? undefined : next;
    }

    return { day, known, failure, days, last, step };
}
