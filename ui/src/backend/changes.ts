// After a use case that changes something, what was read before may be old.
import type { Backend } from ".";
import { STIRRING } from "../generated/operations";

/** The same host; calls `changed` after each use case that has changed something. */
export function followChanges(backend: Backend, changed: () => void): Backend {
    return {
        ...backend,
        async call(name, request, progressId) {
            const response = await backend.call(name, request, progressId);
            if (STIRRING.has(name)) changed();
            return response;
        },
    };
}
