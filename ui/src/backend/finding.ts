import type { FindRequest } from "../generated/contract";

/** Asks for persons by what was typed, whoever they are. */
export function byWords(text: string): FindRequest {
    return { text, cost_centre: null, without_board: false, ground: null, age_from: null, age_until: null };
}
