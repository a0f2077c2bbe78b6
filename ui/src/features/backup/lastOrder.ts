// What had left the house after a backup: asked when it is read in, and answered before anything is distributed.

/** An answer while it is given. */
export interface LastOrderTyped {
    /** `number`: the last order on paper; `nothing` left the house; `later`: not known yet. */
    left: "" | "number" | "nothing" | "later";
    last_order: string;
}

/** Nothing answered yet. */
export function unanswered(): LastOrderTyped {
    return { left: "", last_order: "" };
}

/** The answer as the core is told it: a number, `-` for nothing, null for not yet. */
export function toldAs({ left, last_order }: LastOrderTyped): string | null {
    if (left === "later") return null;
    return left === "nothing" ? "-" : last_order;
}
