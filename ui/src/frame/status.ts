// The words at the right of the key bar: what is saved, and when.
import { inject, onActivated, onBeforeUnmount, onDeactivated, onMounted, ref, watch, type App, type InjectionKey, type Ref } from "vue";

const KEY: InjectionKey<Ref<string>> = Symbol("saved-words");

/** Gives the application its line of what is saved. */
export function provideSavedWords(app: App): void {
    app.provide(KEY, ref(""));
}

/** The line, for the frame that shows it. */
export function useSavedLine(): Readonly<Ref<string>> {
    return inject(KEY, () => ref(""), true);
}

/** Says what is saved ("Varje beslut är sparat 09:41:07") for as long as the screen is shown. */
export function useSavedWords(words: () => string): void {
    const line = inject(KEY, () => ref(""), true);
    let shown = false;
    const start = () => {
        shown = true;
        line.value = words();
    };
    const stop = () => {
        if (shown) line.value = "";
        shown = false;
    };
    watch(words, (now) => {
        if (shown) line.value = now;
    });
    onMounted(start);
    onActivated(start);
    onDeactivated(stop);
    onBeforeUnmount(stop);
}
