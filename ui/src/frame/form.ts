// A form: what is typed, why the core refused it, and the id that makes a second try no second entry.
import { computed, reactive, type ComputedRef, type Ref, type ShallowRef } from "vue";
import { besideFields, wordsAbout, type Failure } from "../backend";
import { newId } from "../backend/ids";
import { useAction } from "./action";

/** A form. What was typed stays when the core refuses it, and when the form is left half done. */
export interface Form<Typed extends object> {
    typed: Typed;
    /** The id of what is being entered: the same at every try. */
    id(): string;
    failure: ShallowRef<Failure | undefined>;
    /** What went wrong, where it is about no field that is shown. */
    elsewhere: ComputedRef<Failure | undefined>;
    /** Whether it is being saved. */
    saving: Ref<boolean>;
    /** What the core says about a field of the request. */
    about(field: string): string | undefined;
    /** Forgets what was refused, and puts in what is given. */
    begin(values?: Partial<Typed>): void;
    /** Begins anew: an empty form of something else, with an id of its own. */
    renew(values?: Partial<Typed>): void;
    /** Saves: `work` is given the id, the same at every try. Afterwards the form is empty. False where it was refused or is being saved already. */
    save(work: (id: string) => Promise<unknown>): Promise<boolean>;
    /** Does something else with what is typed, as one thing at a time. */
    run(work: () => Promise<unknown>): Promise<boolean>;
    /** Asks for what the form needs. */
    ask(work: () => Promise<unknown>): Promise<boolean>;
}

/** A form that is empty as `empty` says. `also` are fields of the request that it shows by other names than it types them. */
export function useForm<Typed extends object>(empty: () => Typed, also: readonly string[] = []): Form<Typed> {
    const typed = reactive(empty()) as Typed;
    const { failure, busy, run, ask } = useAction();
    let id = newId();

    function renew(values: Partial<Typed> = {}): void {
        id = newId();
        failure.value = undefined;
        Object.assign(typed, empty(), values);
    }

    return {
        typed,
        id: () => id,
        failure,
        elsewhere: computed(() => besideFields(failure.value, [...Object.keys(typed), ...also])),
        saving: busy,
        about: (field) => wordsAbout(failure.value, field),
        begin(values = {}) {
            failure.value = undefined;
            Object.assign(typed, values);
        },
        renew,
        save: (work) =>
            run(async () => {
                await work(id);
                renew();
            }),
        run,
        ask,
    };
}
