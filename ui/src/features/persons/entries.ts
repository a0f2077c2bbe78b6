// What has become of an entry.
import type { FactView } from "../../generated/contract";

/** `current` holds; `corrected` was replaced; `taken-back` never held; `taking-back` is the entry that said so. */
export type EntryState = "current" | "corrected" | "taken-back" | "taking-back";

/** The state of an entry among all that were made. */
export function stateOf(entry: FactView, entries: readonly FactView[]): EntryState {
    if (entry.current) return "current";
    if (entry.withdrawn) return "taking-back";
    const later = entries.find((other) => other.corrects === entry.id);
    return later?.withdrawn === true ? "taken-back" : "corrected";
}
