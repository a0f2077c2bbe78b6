// What can be done about users, and what is typed for it.

/** What is asked in a form of its own. */
export type UserAsk = "add" | "role" | "end-role" | "attest" | "reset" | "password";

/** Roles by their names in the contract. */
export const ROLES = ["handler", "district-handler", "attestant", "administrator", "auditor", "service"] as const;

/** What an attest may be for. */
export const ACT_KINDS = ["booking-order", "claim", "lost"] as const;

/** A form with nothing typed yet. */
export const emptyTyped = () => ({
    user: "",
    name: "",
    full_name: "",
    os_account: "",
    email: "",
    service: false,
    user_password: "",
    role: "",
    boards: [] as string[],
    instead: "",
    stands_in_for: "",
    substitute_for: "",
    decision: "",
    kinds: ["booking-order", "claim", "lost"] as string[],
    limit: "",
    limit_ore: "",
    from: "",
    until: "",
    active_from: "",
    active_until: "",
    id: "",
    password: "",
    new_password: "",
});
