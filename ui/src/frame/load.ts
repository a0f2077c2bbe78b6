// Reading what a screen shows: kept while it is read again, so that nothing jumps, and read again when something has changed meanwhile.
import { nextTick, onActivated, onDeactivated, ref, shallowRef, watch, type Ref, type ShallowRef } from "vue";
import { toFailure, type Failure } from "../backend";
import { arrived } from "./arrival";
import { focusArrived } from "./panes";
import { useSession } from "./session";

/** What a screen has read. */
export interface Loaded<Data> {
    /** The latest answer; absent until the first. */
    data: ShallowRef<Data | undefined>;
    /** Why the latest question was not answered. */
    failure: ShallowRef<Failure | undefined>;
    loading: Ref<boolean>;
    /** Asks again, and waits until the latest question has been answered. A slower answer to an earlier one never replaces a later one. */
    reload(): Promise<void>;
    /** Waits until the latest question has been answered: for what is done by a key that may be pressed before. */
    answered(): Promise<void>;
}

/** Asks at once, and again when a kept screen is shown after something has changed. */
export function useLoaded<Data>(ask: () => Promise<Data>): Loaded<Data> {
    const session = useSession();
    const data = shallowRef<Data>();
    const failure = shallowRef<Failure>();
    const loading = ref(false);
    let turn = 0;
    let askedAt = -1;
    let latest: Promise<void> = Promise.resolve();

    async function read(): Promise<void> {
        const mine = ++turn;
        askedAt = session.changes;
        loading.value = true;
        try {
            const answer = await ask();
            // Whoever waits for this question waits for what the screen will show: the answer to the one that came after it.
            if (mine !== turn) return await latest;
            const isFirst = data.value === undefined;
            data.value = answer;
            failure.value = undefined;
            if (!isFirst) return;
            arrived();
            void nextTick(() => focusArrived(document));
        } catch (thrown) {
            if (mine !== turn) return await latest;
            failure.value = toFailure(thrown);
        } finally {
            if (mine === turn) loading.value = false;
        }
    }

    function reload(): Promise<void> {
        return (latest = read());
    }

    let isShown = true;
    onActivated(() => {
        isShown = true;
        if (askedAt !== session.changes) void reload();
    });
    onDeactivated(() => void (isShown = false));
    watch(
        () => session.reverted,
        () => isShown && void reload(),
    );
    void reload();
    return { data, failure, loading, reload, answered: () => latest };
}
