// Reading what a screen shows: kept while it is read again, so that nothing jumps, and read again when something has changed meanwhile.
import { nextTick, onActivated, ref, shallowRef, type Ref, type ShallowRef } from "vue";
import { toFailure, type Failure } from "../backend";
import { focusArrived } from "./panes";
import { useSession } from "./session";

/** What a screen has read. */
export interface Loaded<Data> {
    /** The latest answer; absent until the first. */
    data: ShallowRef<Data | undefined>;
    /** Why the latest question was not answered. */
    failure: ShallowRef<Failure | undefined>;
    loading: Ref<boolean>;
    /** Done when the first question is: what a key starts while its page loads waits for what it needs. */
    asked: Promise<void>;
    /** Asks again. A slower answer to an earlier question never replaces a later one. */
    reload(): Promise<void>;
}

/** Asks at once, and again when a kept screen is shown after something has changed. */
export function useLoaded<Data>(ask: () => Promise<Data>): Loaded<Data> {
    const session = useSession();
    const data = shallowRef<Data>();
    const failure = shallowRef<Failure>();
    const loading = ref(false);
    let turn = 0;
    let askedAt = -1;

    async function reload(): Promise<void> {
        const mine = ++turn;
        askedAt = session.changes;
        loading.value = true;
        try {
            const answer = await ask();
            if (mine !== turn) return;
            const isFirst = data.value === undefined;
            data.value = answer;
            failure.value = undefined;
            if (isFirst) void nextTick(() => focusArrived(document));
        } catch (thrown) {
            if (mine === turn) failure.value = toFailure(thrown);
        } finally {
            if (mine === turn) loading.value = false;
        }
    }

    onActivated(() => {
        if (askedAt !== session.changes) void reload();
    });
    const asked = reload();
    return { data, failure, loading, asked, reload };
}
