/** Where something is wrong: a line and column (from 1) in a file, or a named field. */
export interface Place {
    file?: string;
    line?: number;
    column?: number;
    field?: string;
}

/** A refusal or fault from the core: a stable kebab-case code, the finished Swedish sentence that says what to do, and the place where known. */
export class Failure extends Error {
    constructor(
        readonly code: string,
        message: string,
        readonly place?: Place,
    ) {
        super(message);
        this.name = "Failure";
    }
}

/** The sentence of a failure that is about the named field of the request; undefined where it is about something else. */
export function wordsAbout(failure: Failure | undefined, field: string): string | undefined {
    return failure?.place?.field === field ? failure.message : undefined;
}

/** What was thrown, as a `Failure`. A fault without a code (the window's own) gets the code `screen-fault` and no sentence. */
export function toFailure(thrown: unknown): Failure {
    if (thrown instanceof Failure) return thrown;
    if (typeof thrown === "object" && thrown !== null && "code" in thrown && typeof thrown.code === "string") {
        const { code, message, place } = thrown as { code: string; message?: unknown; place?: object | null };
        return new Failure(code, typeof message === "string" ? message : "", placeOf(place));
    }
    return new Failure("screen-fault", "");
}

/** The place as the core gives it, without what is not known. */
function placeOf(place: object | null | undefined): Place | undefined {
    const known = Object.entries(place ?? {}).filter(([, value]) => value !== null);
    return known.length === 0 ? undefined : (Object.fromEntries(known) as Place);
}
