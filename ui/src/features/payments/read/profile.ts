// The columns of an import profile, read from its text in the form that the core writes: one table per column, names, then whether it is required.

/** A column that a profile reads. */
export interface ProfileColumn {
    /** The field's name, as in the contract. */
    field: string;
    /** Header texts, the first one being the one to show. */
    names: string[];
    required: boolean;
}

const TEXT = String.raw`"(?:[^"\\]|\\.)*"|'[^']*'`;
const COLUMN = new RegExp(String.raw`^\[columns\.(\w+)\]\s+names = \[((?:\s*(?:${TEXT}),?)*\s*)\]\s+required = (true|false)`, "gm");

/** The columns of a profile, in its order. */
export function columnsOf(toml: string): ProfileColumn[] {
    return [...toml.matchAll(COLUMN)].map(([, field = "", names = "", required]) => ({
        field,
        names: [...names.matchAll(new RegExp(TEXT, "g"))].map(([text]) => (text.startsWith("'") ? text.slice(1, -1) : (JSON.parse(text) as string))),
        required: required === "true",
    }));
}
