// Describing a layout that no profile knows: the file is looked at, guessed about, and what comes of it is kept as a profile and read by.
import { computed, ref, shallowRef, watch, type Ref } from "vue";
import { useRoute } from "vue-router";
import { useBackend } from "../backend";
import { useAction } from "../frame/action";
import type { FileLook, ProfileView } from "../generated/contract";

/** Inside the setup of the page at `address`, whose query `fil` is the file. `guess` is the first guess, from the file and the profiles that there are. */
export function useLayout<Mapping>(address: string, guess: (found: FileLook, profiles: readonly ProfileView[], name: string) => Mapping | Promise<Mapping>) {
    const backend = useBackend();
    const route = useRoute();
    const path = computed(() => (typeof route.query.fil === "string" && route.path === address ? route.query.fil : undefined));
    const seen = shallowRef<FileLook>();
    const mapping = ref<Mapping>() as Ref<Mapping | undefined>;
    const { failure, run, ask } = useAction();

    watch(path, (now) => now !== undefined && look(now), { immediate: true });

    async function look(file: string): Promise<void> {
        seen.value = mapping.value = undefined;
        await ask(async () => {
            const [found, { profiles }] = await Promise.all([backend.call("payments.look", { path: file }), backend.call("profiles.list", {})]);
            mapping.value = await guess(found, profiles, found.file.replace(/\.[^.]+$/, ""));
            seen.value = found;
        });
    }

    return {
        path,
        seen,
        mapping,
        failure,
        /** Keeps the profile, and reads the file by it. */
        save: (toml: string, read: (file: string, profile: string) => Promise<unknown>) =>
            run(async () => {
                const { name } = await backend.call("profiles.add", { toml });
                if (path.value !== undefined) await read(path.value, name);
            }),
    };
}
