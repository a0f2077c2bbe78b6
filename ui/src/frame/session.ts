// What the frame tells about the session: whose program it is, who works, which day it counts with, and what waits.
import { inject, reactive, type App, type InjectionKey } from "vue";
import type { Waiting } from "./sections";

/** The session as the frame shows it. All words are finished. */
export interface Session {
    municipality: string;
    user: string;
    /** Business date, ISO. */
    businessDate: string;
    /** Marks that stand as long as they are true: "Övningsdatabas". */
    marks: string[];
    /** Section id to what waits there. */
    waiting: Record<string, Waiting>;
}

const KEY: InjectionKey<Session> = Symbol("session");

/** Gives the application its session; the returned object is reactive and is filled as the core answers. */
export function provideSession(app: App, start: Session = { municipality: "", user: "", businessDate: "", marks: [], waiting: {} }): Session {
    const session = reactive(start);
    app.provide(KEY, session);
    return session;
}

/** The session, inside a component's setup. */
export function useSession(): Session {
    const session = inject(KEY);
    if (session === undefined) throw new Error("no session was provided");
    return session;
}
