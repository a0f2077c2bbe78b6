// What has been typed and is not in the database yet: said before it would be lost.
import { onBeforeUnmount } from "vue";
import { useSession } from "./session";

/** Says what a screen holds that is not kept ("3 rader är inte inlästa"); nothing where all is. It counts for as long as the screen is kept, shown or not. */
export function useUnsaved(words: () => string): void {
    const { unsaved } = useSession();
    unsaved.add(words);
    onBeforeUnmount(() => unsaved.delete(words));
}
