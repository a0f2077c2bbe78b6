// The desktop shell as host. The only file that names the Tauri package.
import { invoke } from "@tauri-apps/api/core";
import { listen, TauriEvent } from "@tauri-apps/api/event";
import type { SessionStatus } from "../generated/contract";
import type { Backend, PickRequest, Progress } from ".";
import { toFailure } from "./failure";

/** The host that is the shell around this window. */
export function tauriBackend(): Backend {
    return {
        call: (name, request, progressId) => ask("call", { name, payload: request, progressId: progressId ?? null }),
        pickOpen: (request) => pick("open", request),
        pickSave: (request) => pick("save", request),
        pickFolder: ({ title }) => pick("folder", { title, kinds: [] }),
        copy: ({ text, html }) => ask("copy", { text, html }),
        reveal: (path) => ask("reveal", { path }),
        onDrop: (listener) => follow<{ paths: string[] }>(TauriEvent.DRAG_DROP, ({ paths }) => listener(paths)),
        onProgress: (listener) => follow<Progress>("progress", listener),
        onClosing: (listener) => follow<null>("closing", listener),
        onLocked: (listener) => follow<SessionStatus>("locked", listener),
        quit: (going) => ask("quit", { going }),
        cancel: (id) => ask("cancel", { id }),
    };
}

function follow<Payload>(name: string, listener: (payload: Payload) => void): () => void {
    const stopping = listen<Payload>(name, (event) => listener(event.payload));
    return () => void stopping.then((stop) => stop());
}

function pick(kind: "open" | "save" | "folder", request: PickRequest): Promise<string | null> {
    return ask("pick", { kind, ...request });
}

async function ask<Response>(command: string, values: Record<string, unknown>): Promise<Response> {
    try {
        return await invoke<Response>(command, values);
    } catch (thrown) {
        throw toFailure(thrown);
    }
}
