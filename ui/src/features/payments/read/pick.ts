// Choosing the file of a payment list.
import { useRouter } from "vue-router";
import { useBackend } from "../../../backend";
import { readListPlace } from "../../../frame/places";
import { t } from "../../../texts";

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
            if (path !== null) await router.push(readListPlace(path));
        },
    };
}
