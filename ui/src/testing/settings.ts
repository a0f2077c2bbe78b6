// The settings document, for tests.
import type { Settings } from "../generated/contract";

/** The settings of a new database, and the terms of a spring. */
export const someSettings = (): Settings => ({
    municipality: { name: "Exempelstads kommun", organisation_number: "219999-9992", training: true },
    booking: {
        number_prefix: "MIGV",
        bank_already_booked: true,
        receivable_account: null,
        thirteenth_period: false,
        receivable_account_name: "Fordran statsbidrag",
        interface: "BI",
        voucher_type: "MV",
        client: "EX",
        tax_code: "0",
        signature: "EXEMPEL",
        voucher_texts: {},
        counterpart_names: { "813": "Migrationsverket" },
        sie_dimensions: [
            [1, "Ansvar"],
            [20, "Verksamhet"],
            [21, "Motpart"],
        ],
        agresso_dimensions: [1, 2, 7],
        replace_unencodable: false,
    },
    limits: { file_mb: 512, field_kb: 64, xlsx_rows: 100000, xlsx_unpacked_mb: 200, package_mb: 25 },
    claims: { since: null, escalations: [] },
    letters: { contact: "", address: "", reference: "" },
    security: { lock_minutes: 10 },
    backup: { folder: "", keep: 30, at_close: true, daily: true, old_after_days: 3 },
    screen: { accent: "#1d5380", theme: "system", letter_keys: true, density: "dense" },
    numbers: { forecasts: [], allocations: [], places: [] },
    national: { mass_influx: [] },
    intake: { inner_days: 45, inner: [], warn_days: 14, sender: "", units: [] },
    school: { terms: [{ from: "2026-01-12", until: "2026-06-12" }] },
});
