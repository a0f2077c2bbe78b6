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

/** An order's way as steps: what has been reached is done, the next one is present. An order can go back a step, as when a voucher's number was wrong. */
export function stepsOf(state: string): Step[] {
    const reached = CHAIN.findIndex((one) => one === state);
    return CHAIN.map((id, at) => ({
        id,
        label: t(`orders-state-${id}`),
        state: at <= reached ? "done" : at === reached + 1 ? "current" : "ahead",
    }));
}

/** What can be done with an order. */
export interface Allowed {
    attest: boolean;
    /** For the first time, or again as a copy. */
    handOver: boolean;
    /** Before it has left. */
    withdraw: boolean;
    /** Give its vouchers the numbers of the finance system. */
    book: boolean;
    /** Take a number back. */
    unbook: boolean;
    /** Note that the finance system has refused it. */
    reject: boolean;
}

/** What the core allows with an order in `state`, of whose vouchers `numbered` have a number. */
export function allowed(state: string, numbered = 0): Allowed {
    return {
        attest: state === "created",
        handOver: state === "attested" || state === "handed-over" || state === "booked",
        withdraw: state === "created" || state === "attested",
        book: state === "handed-over",
        unbook: numbered > 0,
        reject: state === "handed-over" && numbered === 0,
    };
}
