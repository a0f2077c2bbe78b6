// A run, for tests.
import type { DistributionView, RunBrief } from "../generated/contract";

/** A run that waits for its order. */
export const run: RunBrief = { distribution: "r1", month: "2026-10", run: 1, kind: "run", reversal: false, state: "locked", taken_back_by: null, handed_over: false, out_ore: 6143783, suspense_ore: 0, at: "2026-11-02T09:14:00Z", unbooked: true };

/** The same with its matrix. */
export const view: DistributionView = {
    brief: run,
    month_name: "oktober 2026",
    at: "2026-11-02T09:14:00Z",
    actor: "EXEMPEL",
    in_ore: 6143783,
    rows: 1,
    paid_ore: 6143783,
    clawback_ore: 0,
    paid_rows: 1,
    clawback_rows: 0,
    remainder_ore: 1,
    remainder_rows: 1,
    keys: [{ decision_number: "EXEMPEL 2026/1", valid_from: "2026-01-01", example: true }],
    lists: [{ list: "l1", file: "lista.csv", payment_date: "2026-10-30", bank_ore: null, difference_ore: null }],
    boards: [
        { cost_centre: "7110", board: "Exempel stadsdelsnämnd A", paid_ore: 4300649, clawback_ore: 0, net_ore: 4300649 },
        { cost_centre: "8200", board: "Arbetsmarknadsnämnden", paid_ore: 1843134, clawback_ore: 0, net_ore: 1843134 },
    ],
    groups: [
        {
            activity: "6000",
            name: "Flyktingmottagande",
            rows: [
                {
                    compensation: "ASYL-BIF",
                    name: "Barn i familj",
                    key: "70 % nämnd · 30 % 8200",
                    rows: 1,
                    cells: [
                        { cost_centre: "8200", amount_ore: 1843134, remainder: false },
                        { cost_centre: "7110", amount_ore: 4300649, remainder: true },
                    ],
                    sum_ore: 6143783,
                },
            ],
        },
    ],
    suspended: [],
    orders: [],
    observation_account: "2898",
    bank_already_booked: true,
    next_number: "MIGV2026-0001",
    proposed_period: "202610",
    proposed_vouchers: [{ text: "Fördelning statsbidrag 2026-10", postings: 3, debit_ore: 6143783 }],
    order_fault: null,
    statements_written: [],
    void_statements: [],
    compared: [],
};
