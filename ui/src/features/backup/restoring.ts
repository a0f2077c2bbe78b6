// Reading a backup in, step by step: which one, what opens it, what it holds, into which new file, and what had left the house after it.
import { computed, reactive, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from "vue";
import { useBackend, wordsAbout, type Failure } from "../../backend";
import type { Step } from "../../components/Steps.vue";
import { useAction } from "../../frame/action";
import { arrived } from "../../frame/arrival";
import { useJob } from "../../frame/job";
import { useSession } from "../../frame/session";
import type { BackupLook, Backups, BackupVerified, RestoredView } from "../../generated/contract";
import { t } from "../../texts";
import { toldAs, unanswered, type LastOrderTyped } from "./lastOrder";

/** The steps, in their order. */
export const RESTORE_STEPS = ["choose", "unlock", "contents", "into", "done"] as const;
/** A step. */
export type RestoreStep = (typeof RESTORE_STEPS)[number];

/** A backup on its way in. */
export interface Restoring {
    step: Ref<RestoreStep>;
    /** For the line of steps. */
    steps: ComputedRef<Step[]>;
    /** What lies in the folder that is looked into. */
    backups: ShallowRef<Backups | undefined>;
    look: ShallowRef<BackupLook | undefined>;
    /** Who logs in, where the backup has users. */
    user: Ref<string>;
    passphrase: Ref<string>;
    found: ShallowRef<BackupVerified | undefined>;
    /** The new file; empty until one is chosen. */
    into: Ref<string>;
    answer: LastOrderTyped;
    restored: ShallowRef<RestoredView | undefined>;
    /** Id of the job that runs. */
    job: Ref<string | undefined>;
    failure: ComputedRef<Failure | undefined>;
    /** What the core says about the order number. */
    aboutOrder: ComputedRef<string | undefined>;
    /** Lists the backups of a folder; null: of the set place. */
    list(folder: string | null): Promise<void>;
    choose(file: string): Promise<void>;
    /** Opens the chosen one and looks through it. */
    unlock(): Promise<void>;
    toInto(): void;
    /** A step back. */
    back(): void;
    read(): Promise<void>;
    /** Opens the new database. */
    open(): Promise<void>;
}

/** Inside a component's setup. `proposed` is a place for the new file where none is chosen. */
export function useRestoring(proposed: string): Restoring {
    const backend = useBackend();
    const session = useSession();
    const step = ref<RestoreStep>("choose");
    const backups = shallowRef<Backups>();
    const look = shallowRef<BackupLook>();
    const user = ref("");
    const passphrase = ref("");
    const found = shallowRef<BackupVerified>();
    const into = ref(proposed);
    const answer = reactive(unanswered());
    const restored = shallowRef<RestoredView>();
    const { failure: unlisted, ask } = useAction();
    const { job, failure: refused, start } = useJob();
    const failure = computed(() => refused.value ?? unlisted.value);

    function go(to: RestoreStep): void {
        step.value = to;
        refused.value = unlisted.value = undefined;
        arrived();
    }

    const login = () => ({ ...(look.value?.needs_user ? { user: user.value } : {}), passphrase: look.value?.needs_passphrase ? passphrase.value : null });
    const opened = () => ({ path: look.value?.file ?? "", ...login() });

    return {
        step,
        steps: computed(() => {
            const at = RESTORE_STEPS.indexOf(step.value);
            return RESTORE_STEPS.map((id, index) => ({ id, label: t(`restore-step-${id}`), state: index < at ? "done" : index === at ? "current" : "ahead" }));
        }),
        backups,
        look,
        user,
        passphrase,
        found,
        into,
        answer,
        restored,
        job,
        failure: computed(() => (failure.value?.place?.field === "last_order" ? undefined : failure.value)),
        aboutOrder: computed(() => wordsAbout(refused.value, "last_order")),
        async list(folder) {
            await ask(async () => (backups.value = await backend.call("backup.list", { folder })));
        },
        async choose(file) {
            const done = await ask(async () => (look.value = await backend.call("backup.look", { path: file })));
            if (!done) return;
            passphrase.value = "";
            go("unlock");
        },
        async unlock() {
            if (await start(async (id) => (found.value = await backend.call("backup.verify", opened(), id)))) go("contents");
        },
        toInto: () => go("into"),
        back: () => go(RESTORE_STEPS[Math.max(0, RESTORE_STEPS.indexOf(step.value) - 1)] ?? "choose"),
        async read() {
            const request = { ...opened(), into: into.value, last_order: toldAs(answer) };
            if (await start(async (id) => (restored.value = await backend.call("backup.restore", request, id)))) go("done");
        },
        async open() {
            const request = { path: restored.value?.file ?? null, ...login() };
            const isOpen = await start(async () => session.adopt(await backend.call("session.open", request)));
            // The one that was open is closed then.
            if (!isOpen) await session.refresh();
        },
    };
}
