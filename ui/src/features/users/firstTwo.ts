// The two who begin, as they are typed.
import type { FirstUserTyped } from "../../generated/contract";

/** Roles beside that of administrator that one of the two can have. */
export const FIRST_ROLES = ["handler", "attestant", "auditor"] as const;

/** One of the two while she or he is being typed. */
export interface FirstTyped {
    name: string;
    full_name: string;
    password: string;
    again: string;
    roles: Record<(typeof FIRST_ROLES)[number], boolean>;
}

/** The two, with nothing typed yet. */
export const emptyTwo = (): [FirstTyped, FirstTyped] => [emptyFirst(), emptyFirst()];

function emptyFirst(): FirstTyped {
    return { name: "", full_name: "", password: "", again: "", roles: { handler: true, attestant: true, auditor: false } };
}

/** The first of the two whose passwords differ; undefined where both are typed the same twice. */
export const differing = (two: readonly FirstTyped[]): 0 | 1 | undefined => ([0, 1] as const).find((at) => two[at]?.password !== two[at]?.again);

/** As the core wants it. */
export function firstUser({ name, full_name, password, roles }: FirstTyped): FirstUserTyped {
    return { name, full_name, password, roles: FIRST_ROLES.filter((role) => roles[role]) };
}
