// The screen's words. Every Swedish sentence stands once, in assets/texts/sv; code knows only ids.
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";

/** The screen's files of texts: screen.ftl for what is common, screen-<area>.ftl for each area, and the names of fields that it has in common with the core. */
const files = import.meta.glob<string>(["../../../assets/texts/sv/screen*.ftl", "../../../assets/texts/sv/fields.ftl"], {
    eager: true,
    query: "?raw",
    import: "default",
});

const bundle = new FluentBundle("sv", {
    // Isolation marks are for mixed-direction text; here they would only break copied amounts and searches.
    useIsolating: false,
});

for (const text of Object.values(files)) addTexts(new FluentResource(text));

/** Adds texts to those of the screen; throws where an id is already taken. */
export function addTexts(resource: FluentResource): void {
    const errors = bundle.addResource(resource);
    if (errors.length > 0) throw new AggregateError(errors, "texts");
}

/** Named values of a text. Amounts and dates come in as finished strings (see format.ts), counts as numbers. */
export type TextValues = Record<string, FluentVariable>;

/** Whether `id` ("message" or "message.attribute") exists in the texts. */
export function hasText(id: string): boolean {
    return patternOf(id) !== undefined;
}

/**
 * The text `id` ("message" or "message.attribute") with its values.
 *
 * A missing text or value shows the id itself in braces: the screen keeps working, and the texts' own test names the id.
 */
export function t(id: string, values?: TextValues): string {
    const pattern = patternOf(id);
    if (pattern === undefined) return `{${id}}`;
    const errors: Error[] = [];
    const text = bundle.formatPattern(pattern, values, errors);
    if (errors.length > 0 && import.meta.env.DEV) console.warn(`text ${id}`, errors);
    return text;
}

function patternOf(id: string) {
    const [message, attribute] = id.split(".", 2) as [string, string | undefined];
    const found = bundle.getMessage(message);
    return (attribute === undefined ? found?.value : found?.attributes[attribute]) ?? undefined;
}
