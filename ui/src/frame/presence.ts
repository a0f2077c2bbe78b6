// Whether a person is at work: told to the core now and then, which locks when it has not been for long enough.
import { onBeforeUnmount, onMounted } from "vue";
import { useBackend } from "../backend";
import { useSession } from "./session";

/** Milliseconds between two tellings: no setting counts in less than minutes. */
const BETWEEN_MS = 15_000;
const SIGNS = ["keydown", "pointerdown", "pointermove", "wheel"] as const;

/** Tells the core of keys and pointer while a database is open, and takes over that it has locked. What was being typed goes with the screens, since it may name somebody; rows of a list that are typed by hand are in the database already. */
export function usePresence(): void {
    const backend = useBackend();
    const session = useSession();
    let told = -BETWEEN_MS;
    const noted = (): void => {
        const now = performance.now();
        if (session.status?.open == null || now - told < BETWEEN_MS) return;
        told = now;
        // Not told is locked too early, which loses nothing that is kept.
        void backend.call("session.awake", {}).catch(() => {});
    };
    const stop = backend.onLocked((status) => void session.adopt(status));
    onMounted(() => SIGNS.forEach((sign) => window.addEventListener(sign, noted, { passive: true, capture: true })));
    onBeforeUnmount(() => {
        stop();
        SIGNS.forEach((sign) => window.removeEventListener(sign, noted, { capture: true }));
    });
}
