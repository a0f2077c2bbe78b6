// The one door between the screen and the core. Everything else in ui/ asks through this interface.
import { inject, type App, type InjectionKey } from "vue";
import type { SessionStatus } from "../generated/contract";
import type { Calls } from "./calls";

export type { Calls } from "./calls";
export { besideFields, everyFault, Failure, toFailure, wordsAbout, type Place } from "./failure";

/** How far a long job has come. `total` is absent as long as it is unknown. Units are the job's own (rows, bytes). */
export interface Progress {
    id: string;
    done: number;
    total?: number;
    /** Rows so far, where a file is read: then `done` and `total` are bytes. */
    rows?: number;
}

/** A kind of file in a dialog: the words for it and the endings without dot. */
export interface FileKind {
    name: string;
    extensions: string[];
}

/** A dialog for choosing a file; `name` is the proposed file name when saving. */
export interface PickRequest {
    title: string;
    kinds: FileKind[];
    name?: string;
}

/** Rows for a spreadsheet. */
export interface CopiedRows {
    /** Lines of cells with tabs between them. */
    text: string;
    /** The same as a table. */
    html: string;
}

/** What the screen can ask of its host. Every rejected promise carries a `Failure`. */
export interface Backend {
    /** Runs the use case `name`; `progressId` names a long job, so that it can be followed and cancelled. */
    call<Name extends keyof Calls>(
        name: Name,
        request: Calls[Name]["request"],
        progressId?: string,
    ): Promise<Calls[Name]["response"]>;
    /** Lets the person choose a file to read; null when the dialog was left. */
    pickOpen(request: PickRequest): Promise<string | null>;
    /** Lets the person choose where to save; null when the dialog was left. */
    pickSave(request: PickRequest): Promise<string | null>;
    /** Lets the person choose a folder to write several files in; null when the dialog was left. */
    pickFolder(request: Pick<PickRequest, "title">): Promise<string | null>;
    /** Gives rows to the system's clipboard, as lines and as a table. */
    copy(rows: CopiedRows): Promise<void>;
    /** Shows a file that was chosen in a dialog where it lies, in the system's file manager. */
    reveal(path: string): Promise<void>;
    /** Follows files and folders that are dropped on the window, by their paths; returns what stops following. */
    onDrop(listener: (paths: string[]) => void): () => void;
    /** Follows all long jobs; returns what stops following. */
    onProgress(listener: (progress: Progress) => void): () => void;
    /** Follows that somebody wants to close the window: it stays open until `quit`. Returns what stops following. */
    onClosing(listener: () => void): () => void;
    /** Follows that the core has closed the database because nobody was at work, with how things stand then; returns what stops following. */
    onLocked(listener: (status: SessionStatus) => void): () => void;
    /** Ends the program, or with `going` false says that one goes on working. */
    quit(going: boolean): Promise<void>;
    /** Asks the long job `id` to stop at its next safe place. Nothing of a stopped job is kept. */
    cancel(id: string): Promise<void>;
}

const KEY: InjectionKey<Backend> = Symbol("backend");

/** Gives the application its host. */
export function provideBackend(app: App, backend: Backend): void {
    app.provide(KEY, backend);
}

/** The host, inside a component's setup. Throws where the application was given none. */
export function useBackend(): Backend {
    const backend = inject(KEY);
    if (backend === undefined) throw new Error("no backend was provided");
    return backend;
}
