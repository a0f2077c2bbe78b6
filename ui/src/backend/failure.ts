/** Where something is wrong: a line and column (from 1) in a file, or a named field. */
export interface Place {
    file?: string;
    line?: number;
    column?: number;
    field?: string;
}

/**
 * A refusal or fault from the core: a stable kebab-case code, the finished Swedish sentence that says what to do, and the place where known. Where more
 * than one thing is wrong, `also` holds the others, and of these none has more.
 */
export class Failure extends Error {
    constructor(
        readonly code: string,
        message: string,
        readonly place?: Place,
        readonly also: readonly Failure[] = [],
    ) {
        super(message);
        this.name = "Failure";
    }
}

/** The sentences of a failure that are about the named field of the request; undefined where none is. */
export function wordsAbout(failure: Failure | undefined, field: string): string | undefined {
    const words = everyFault(failure).filter((one) => one.place?.field === field);
    return words.length === 0 ? undefined : words.map(({ message }) => message).join(" ");
}

/** A failure and what else was wrong. */
export function everyFault(failure: Failure | undefined): Failure[] {
    return failure === undefined ? [] : [failure, ...failure.also];
}

/** What is left of a failure when the faults that are about `fields` are shown at these; undefined where nothing is. */
export function besideFields(failure: Failure | undefined, fields: readonly string[]): Failure | undefined {
    const [first, ...others] = everyFault(failure).filter((one) => one.place?.field === undefined || !fields.includes(one.place.field));
    return first && new Failure(first.code, first.message, first.place, others);
}

/** What was thrown, as a `Failure`. A fault without a code (the window's own) gets the code `screen-fault` and no sentence. */
export function toFailure(thrown: unknown): Failure {
    if (thrown instanceof Failure) return thrown;
    if (typeof thrown === "object" && thrown !== null && "code" in thrown && typeof thrown.code === "string") {
        const { code, message, place, also } = thrown as { code: string; message?: unknown; place?: object | null; also?: unknown };
        return new Failure(code, typeof message === "string" ? message : "", placeOf(place), Array.isArray(also) ? also.map(toFailure) : []);
    }
    return new Failure("screen-fault", "");
}

/** The place as the core gives it, without what is not known. */
function placeOf(place: object | null | undefined): Place | undefined {
    const known = Object.entries(place ?? {}).filter(([, value]) => value !== null);
    return known.length === 0 ? undefined : (Object.fromEntries(known) as Place);
}
