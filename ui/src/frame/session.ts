// The session: whether a database is open, whose, for whom, which day it counts with, and what waits where.
import { inject, reactive, shallowReactive, type App, type InjectionKey } from "vue";
import { toFailure, type Backend, type Failure } from "../backend";
import type { SessionStatus } from "../generated/contract";
import { t } from "../texts";
import type { Waiting } from "./sections";

/** The session as the window knows it. */
export interface Session {
    /** What the core said last; absent until it has answered. */
    status: SessionStatus | undefined;
    /** Section id to what waits there. */
    waiting: Record<string, Waiting>;
    /** Counts what has been changed since the window opened: what was read at a lower count may be old. */
    changes: number;
    /** Counts what was undone or done again: what a page shows is read anew at once. */
    reverted: number;
    /** Why the core could not say how things stand. */
    failure: Failure | undefined;
    /** Why the environment's key did not open the database when the program started. */
    unopened: Failure | undefined;
    /** What screens hold that is not kept, in words; see unsaved.ts. */
    readonly unsaved: Set<() => string>;
    /** Takes over what opening, making, closing or setting the day answered; what is not remembered is not asked for at the next start. */
    adopt(status: SessionStatus, remembered?: boolean): Promise<void>;
    /** Notes a change, and asks again how things stand. */
    changed(): void;
    /** Asks how things stand. */
    refresh(): Promise<void>;
}

/** Where the window notes which database was open last, so that the next start asks for its passphrase alone. */
const LAST_OPENED = "atersok-last-database";

/** And whose it is. */
const LAST_NAME = "atersok-last-municipality";

/** Path of the database that was open last on this computer; none where there was none. */
export function lastOpened(): string | null {
    return localStorage.getItem(LAST_OPENED);
}

/** Whose it is, with its mark where it is for practice; empty where that is not known. */
export function lastNamed(): string {
    return lastOpened() === null ? "" : (localStorage.getItem(LAST_NAME) ?? "");
}

const KEY: InjectionKey<Session> = Symbol("session");

/** A session that asks `backend`. Nothing is asked before the first `refresh`. */
export function createSession(backend: Backend): Session {
    let asking: Promise<void> | undefined;
    let again = false;

    const session: Session = reactive({
        status: undefined,
        waiting: {},
        changes: 0,
        reverted: 0,
        failure: undefined,
        unopened: undefined,
        unsaved: shallowReactive(new Set<() => string>()),
        async adopt(status: SessionStatus, remembered = true) {
            session.status = status;
            if (status.open !== null && remembered) {
                localStorage.setItem(LAST_OPENED, status.open.path);
                localStorage.setItem(LAST_NAME, [status.open.municipality, status.open.training && t("mark-training")].filter(Boolean).join(" · "));
            }
            session.changes++;
            await waiting();
        },
        changed() {
            session.changes++;
            void session.refresh();
        },
        refresh() {
            // Many changes in a row are one question more, not many.
            again = asking !== undefined;
            asking ??= ask().finally(() => {
                asking = undefined;
                if (again) void session.refresh();
            });
            return asking;
        },
    });

    /** How things stand. Where the environment gives the key nothing is left to ask when the program starts: then what was open last is opened. */
    async function stand(): Promise<SessionStatus> {
        const status = await backend.call("session.status", {});
        const starting = session.status === undefined && status.open === null;
        const path = lastOpened() ?? (status.default_exists ? status.default_path : null);
        if (!starting || !status.key_in_environment || path === null) return status;
        try {
            return await backend.call("session.open", { path, passphrase: null });
        } catch (thrown) {
            session.unopened = toFailure(thrown);
            return status;
        }
    }

    async function ask(): Promise<void> {
        try {
            session.status = await stand();
            await waiting();
            session.failure = undefined;
        } catch (thrown) {
            session.failure = toFailure(thrown);
        }
    }

    async function waiting(): Promise<void> {
        if (session.status?.open == null) {
            session.waiting = {};
            return;
        }
        const { sections } = await backend.call("overview.navigation", {});
        session.waiting = Object.fromEntries(sections.map(({ section, text, waits }) => [section, { words: text, waits }]));
    }

    return session;
}

/** The marks that stand as long as they are true: "Övningsdatabas", "Nyckel och konton är exempel". */
export function marksOf(status: SessionStatus | undefined): string[] {
    const open = status?.open;
    if (open == null) return [];
    const examples = [
        open.example_key && t("mark-key"),
        open.example_accounts && t("mark-accounts"),
        open.example_codes && t("mark-codes"),
    ].filter((word) => word !== false);
    const words = t("mark-examples", { what: new Intl.ListFormat("sv").format(examples) });
    const alone = open.single_person === null ? t("mark-one-person-undecided") : t("mark-one-person", { decision: open.single_person });
    return [
        ...(open.logged_in ? [] : [alone]),
        ...(open.sheet_missing ? [t("mark-sheet-missing")] : []),
        ...(open.training ? [t("mark-training")] : []),
        ...(examples.length > 0 ? [words.charAt(0).toLocaleUpperCase("sv") + words.slice(1)] : []),
    ];
}

/** Gives the application its session. */
export function provideSession(app: App, session: Session): void {
    app.provide(KEY, session);
}

/** The session, inside a component's setup. */
export function useSession(): Session {
    const session = inject(KEY);
    if (session === undefined) throw new Error("no session was provided");
    return session;
}
