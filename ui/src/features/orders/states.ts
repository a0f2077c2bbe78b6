// The states of an order, and what can be done in each (design: created, attested, handed over, booked; or withdrawn).
import type { Step } from "../../components/Steps.vue";
import { t } from "../../texts";
import type { SignName } from "../../theme/icons";

const CHAIN = ["created", "attested", "handed-over", "booked"] as const;

/** Signs of the states; they stand beside the word. */
export const STATE_SIGNS: Record<string, { sign: SignName; tone: string }> = {
    created: { sign: "pen", tone: "secondary" },
    attested: { sign: "person", tone: "secondary" },
    "handed-over": { sign: "arrow", tone: "tone-ok" },
    booked: { sign: "check", tone: "tone-ok" },
    withdrawn: { sign: "parked", tone: "secondary" },
};

/** An order's way as steps: what has been reached is done, the next one is present. A withdrawn order has no next one. */
export function stepsOf(state: string, taken: readonly string[]): Step[] {
    const next = state === "withdrawn" ? undefined : CHAIN.find((one) => !taken.includes(one));
    return CHAIN.map((id) => ({
        id,
        label: t(`orders-state-${id}`),
        state: taken.includes(id) ? "done" : id === next ? "current" : "ahead",
    }));
}

/** Whether an order in `state` can be attested, handed over (again), or withdrawn. */
export function allowed(state: string): { attest: boolean; handOver: boolean; withdraw: boolean } {
    return {
        attest: state === "created",
        handOver: state === "attested" || state === "handed-over" || state === "booked",
        withdraw: state === "created" || state === "attested",
    };
}
