// The settings document, part by part, as the core keeps it.
import { computed, ref, watch, type Ref } from "vue";
import { useBackend, wordsAbout, type Failure } from "../../backend";
import type { Settings } from "../../generated/contract";
import { useAction } from "../../frame/action";
import { useLoaded } from "../../frame/load";

/** A field of a part, or a value within a list of it: `terms[1].until`. */
type FieldOf<Part> = (keyof Part & string) | `${keyof Part & string}[${number}]${"" | `.${string}`}`;

/** A part of the settings while it is being edited. */
export interface SettingsDraft<Part> {
    /** What is typed; absent until it has been read. */
    draft: Ref<Part | undefined>;
    /** What went wrong, where it is about no field of this part. */
    failure: Readonly<Ref<Failure | undefined>>;
    /** What the core says about a field of this part. */
    about(field: FieldOf<Part>): string | undefined;
    /** Whether what is typed differs from what is kept. */
    changed: Readonly<Ref<boolean>>;
    /** Whether it was just saved. */
    saved: Ref<boolean>;
    save(): Promise<void>;
}

/** Edits one part. Saving reads the others anew, so that nobody's change elsewhere is undone; what the core refuses stays as it was typed. */
export function useSettings<Name extends keyof Settings>(name: Name): SettingsDraft<Settings[Name]> {
    const backend = useBackend();
    const read = async () => (await backend.call("settings.get", {})).settings;
    const { data, failure: unread } = useLoaded(read);
    const draft = ref<Settings[Name]>();
    const { failure: refused, run } = useAction();
    const saved = ref(false);

    const isAboutField = computed(() => refused.value?.place?.field?.startsWith(`${name}.`) === true);
    const changed = computed(() => data.value !== undefined && JSON.stringify(draft.value) !== JSON.stringify(data.value[name]));
    watch(data, (now, before) => {
        // A form that somebody has begun to fill in is not replaced by what is read anew.
        const untouched = before === undefined || JSON.stringify(draft.value) === JSON.stringify(before[name]);
        if (now !== undefined && untouched) draft.value = structuredClone(now[name]);
    });
    watch(
        draft,
        () => {
            if (changed.value) saved.value = false;
        },
        { deep: true },
    );

    async function save(): Promise<void> {
        if (draft.value === undefined) return;
        await run(async () => {
            const settings = { ...(await read()), [name]: draft.value };
            const kept = await backend.call("settings.put", { settings });
            data.value = kept.settings;
            draft.value = structuredClone(data.value[name]);
            saved.value = true;
        });
    }

    return {
        draft: draft as Ref<Settings[Name] | undefined>,
        failure: computed(() => (isAboutField.value ? unread.value : (refused.value ?? unread.value))),
        about: (field) => wordsAbout(refused.value, `${name}.${field}`),
        changed,
        saved,
        save,
    };
}
