// What the bank credited, as long as the list is a draft: the core keeps it from the moment that the list is taken in.
import { reactive } from "vue";

/** An amount as it is noted, and why it differs. */
export interface BankNote {
    ore: number | null;
    reason: string;
}

const notes = reactive(new Map<string, BankNote>());

/** What is noted for the draft `list`. */
export function bankNote(list: string): BankNote {
    return notes.get(list) ?? { ore: null, reason: "" };
}

/** Notes it for the draft `list`. */
export function noteBank(list: string, note: BankNote): void {
    notes.set(list, note);
}
