// What a person does and the core may refuse: done once however often it is asked for, and why it was refused.
import { ref, shallowRef, type Ref, type ShallowRef } from "vue";
import { toFailure, type Failure } from "../backend";

/** Something that can be done, or a few things of which only one can be under way. */
export interface Action {
    /** Why the latest was refused. */
    failure: ShallowRef<Failure | undefined>;
    /** Whether one is under way. */
    busy: Ref<boolean>;
    /** Does `work`; false where it was refused, or where another is under way: then nothing is done. */
    run(work: () => Promise<unknown>): Promise<boolean>;
    /** Asks for something, beside what is under way; false where it was refused. */
    ask(work: () => Promise<unknown>): Promise<boolean>;
}

/** Nothing under way, nothing refused. */
export function useAction(): Action {
    const failure = shallowRef<Failure>();
    const busy = ref(false);

    async function ask(work: () => Promise<unknown>): Promise<boolean> {
        failure.value = undefined;
        try {
            await work();
            return true;
        } catch (thrown) {
            failure.value = toFailure(thrown);
            return false;
        }
    }

    return {
        failure,
        busy,
        ask,
        async run(work) {
            if (busy.value) return false;
            busy.value = true;
            try {
                return await ask(work);
            } finally {
                busy.value = false;
            }
        },
    };
}
