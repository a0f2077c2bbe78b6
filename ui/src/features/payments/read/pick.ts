// Choosing the file of a payment list.
import { useRouter } from "vue-router";
import { useBackend } from "../../../backend";
import { t } from "../../../texts";

/** Address of the page that reads the file at `path`. */
export function readPlace(path: string): { path: string; query: { fil: string } } {
    return { path: "/inbetalningar/las-in", query: { fil: path } };
}

/** Lets the person choose a file, and goes on to reading it; inside a component's setup. */
export function usePickList(): { pick: () => Promise<void> } {
    const backend = useBackend();
    const router = useRouter();
    return {
        async pick() {
            const path = await backend.pickOpen({
                title: t("pick-list"),
                kinds: [
                    { name: t("pick-lists"), extensions: ["csv", "txt", "tsv", "xlsx"] },
                    { name: t("pick-all"), extensions: ["*"] },
                ],
            });
            if (path !== null) await router.push(readPlace(path));
        },
    };
}
