// A host in memory, for tests of components and for the gallery: the answers are given, nothing is stored.
import type { Backend, Calls, CopiedRows, Progress } from ".";
import type { SessionStatus } from "../generated/contract";
import { Failure, toFailure } from "./failure";

/** Answers by name of use case. An answer may throw (or reject with) {code, message, place}, as the core does. */
export type Answers = {
    [Name in keyof Calls]?: (request: Calls[Name]["request"]) => Calls[Name]["response"] | Promise<Calls[Name]["response"]>;
};

/** A host in memory, with what a test needs to drive it. */
export interface MemoryBackend extends Backend {
    /** Every call so far, in order. */
    readonly asked: { name: string; request: unknown }[];
    /** Ids of the jobs that were cancelled. */
    readonly cancelled: string[];
    /** What the next file dialogs answer, first first; null is "left without choosing". */
    readonly picks: (string | null)[];
    /** What was given to the clipboard. */
    readonly copied: CopiedRows[];
    /** Files that were shown where they lie. */
    readonly revealed: string[];
    /** What was answered when the window was to be closed. */
    readonly quits: boolean[];
    /** Wants to close the window. */
    close(): void;
    /** Locks, as the core does when nobody is at work. */
    lock(status: SessionStatus): void;
    /** Drops files on the window. */
    drop(paths: string[]): void;
    /** Tells every follower how far a job has come. */
    report(progress: Progress): void;
}

/** A host that answers from `answers` and refuses what it has no answer for with `unknown-call`. */
export function memoryBackend(answers: Answers = {}): MemoryBackend {
    const listeners = new Set<(progress: Progress) => void>();
    const droppers = new Set<(paths: string[]) => void>();
    const closers = new Set<() => void>();
    const lockers = new Set<(status: SessionStatus) => void>();
    const backend: MemoryBackend = {
        asked: [],
        cancelled: [],
        picks: [],
        quits: [],
        copied: [],
        revealed: [],
        async call(name, request) {
            backend.asked.push({ name, request });
            const answer = answers[name] as ((request: unknown) => unknown) | undefined;
            if (answer === undefined) throw new Failure("unknown-call", name);
            try {
                // Through JSON, as in the real door: nothing else than data passes.
                return JSON.parse(JSON.stringify((await answer(request)) ?? null));
            } catch (thrown) {
                throw toFailure(thrown);
            }
        },
        pickOpen: async () => backend.picks.shift() ?? null,
        pickSave: async () => backend.picks.shift() ?? null,
        pickFolder: async () => backend.picks.shift() ?? null,
        async copy(rows) {
            backend.copied.push(rows);
        },
        async reveal(path) {
            backend.revealed.push(path);
        },
        onDrop(listener) {
            droppers.add(listener);
            return () => droppers.delete(listener);
        },
        onProgress(listener) {
            listeners.add(listener);
            return () => listeners.delete(listener);
        },
        onClosing(listener) {
            closers.add(listener);
            return () => closers.delete(listener);
        },
        onLocked(listener) {
            lockers.add(listener);
            return () => lockers.delete(listener);
        },
        lock: (status) => lockers.forEach((listener) => listener(status)),
        async quit(going) {
            backend.quits.push(going);
        },
        close: () => closers.forEach((listener) => listener()),
        async cancel(id) {
            backend.cancelled.push(id);
        },
        drop: (paths) => droppers.forEach((listener) => listener(paths)),
        report: (progress) => listeners.forEach((listener) => listener(progress)),
    };
    return backend;
}
