//! What was sent, paid, decided or handed over is never changed and never deleted: triggers refuse it.

/// Tables whose rows are written once and stay.
const APPEND_ONLY: [&str; 38] = [
    "audit_event",
    "booking_file",
    "booking_order",
    "case_document",
    "case_document_piece",
    "case_event",
    "claim_document_piece",
    "claim_event",
    "claim_file",
    "claim_file_piece",
    "claim_submission",
    "cost",
    "cost_share",
    "decision_check",
    "distribution",
    "distribution_key",
    "distribution_list",
    "entry",
    "former_match",
    "intake_mark",
    "law_check",
    "law_choice",
    "missing_outcome",
    "missing_report",
    "missing_row",
    "order_bank_amount",
    "order_entry",
    "order_list",
    "order_state",
    "period_change",
    "posting",
    "posting_entry",
    "row_digest",
    "suspended_row",
    "voucher",
    "voucher_booking",
    "voucher_unbooking",
    "watch_mark",
];

/// Tables whose rows stay but for one change: when it may be made, and every column that it leaves.
const CHANGED_ONCE: [(&str, &str, &[&str]); 13] = [
    (
        "case_due",
        "OLD.done_event_no IS NULL",
        &["due_no", "id", "case_no", "due_on", "what", "event_no"],
    ),
    // What a case is now changes; a number that could be given again would name two cases.
    (
        "case_file",
        "1 = 1",
        &["case_no", "id", "year", "sequence", "person_no", "kind", "compensation", "event_no"],
    ),
    // What a claim is now changes until it is submitted; then only what the agency says of it.
    (
        "claim",
        "1 = 1",
        &[
            "claim_no",
            "id",
            "year",
            "sequence",
            "compensation",
            "period_from",
            "period_until",
            "cost_centre",
            "event_no",
        ],
    ),
    (
        "claim_answer",
        "OLD.withdrawn_event_no IS NULL
            AND (OLD.confirmed_event_no IS NULL OR NEW.confirmed_event_no = OLD.confirmed_event_no)",
        &[
            "answer_no",
            "id",
            "kind",
            "person_no",
            "compensation",
            "period_from",
            "period_until",
            "cost_centre",
            "amount_ore",
            "reason",
            "event_no",
        ],
    ),
    (
        "claim_document",
        "OLD.removed_event_no IS NULL AND NEW.removed_event_no IS NOT NULL",
        &[
            "document_no",
            "id",
            "claim_no",
            "line_no",
            "evidence",
            "name",
            "bytes",
            "sha256",
            "event_no",
        ],
    ),
    // Until it is removed, what the agency's service computed may be typed and changed.
    (
        "claim_line",
        "OLD.removed_event_no IS NULL",
        &[
            "line_no",
            "id",
            "claim_no",
            "person_no",
            "period_from",
            "period_until",
            "cost_centre",
            "amount_ore",
            "explanation",
            "rendered",
            "event_no",
        ],
    ),
    (
        "claim_line_cost",
        "OLD.ended_event_no IS NULL AND NEW.ended_event_no IS NOT NULL",
        &["line_no", "share_no"],
    ),
    (
        "distributed_row",
        "OLD.ended_no IS NULL AND NEW.ended_no IS NOT NULL",
        &[
            "list_no",
            "line",
            "distribution_no",
            "person_no",
            "compensation",
            "clawback",
            "period_from",
            "period_until",
            "payment_date",
            "amount_ore",
            "lines",
            "basis",
        ],
    ),
    (
        "fact",
        "OLD.superseded = 0 AND NEW.superseded = 1",
        &[
            "fact_no",
            "id",
            "person_no",
            "kind",
            "content",
            "lookup",
            "valid_from",
            "valid_until",
            "known_since",
            "according_to_import",
            "document_date",
            "source",
            "entered_by",
            "corrects",
            "withdrawn",
            "event_no",
        ],
    ),
    (
        "grant_decision",
        "OLD.withdrawn_event_no IS NULL AND NEW.withdrawn_event_no IS NOT NULL",
        &[
            "decision_no",
            "id",
            "person_no",
            "compensation",
            "period_from",
            "period_until",
            "decided_on",
            "amount_ore",
            "source",
            "event_no",
        ],
    ),
    (
        "known_fault",
        "OLD.ended_event_no IS NULL AND NEW.ended_event_no IS NOT NULL",
        &["fault_no", "id", "compensation", "period_from", "period_until", "words", "event_no"],
    ),
    (
        "own_rate",
        "OLD.withdrawn_event_no IS NULL AND NEW.withdrawn_event_no IS NOT NULL",
        &[
            "own_rate_no",
            "id",
            "compensation",
            "case_name",
            "valid_from",
            "valid_until",
            "value",
            "source",
            "checked_on",
            "note",
            "event_no",
        ],
    ),
    (
        "person_merge",
        "OLD.split_event_no IS NULL AND NEW.split_event_no IS NOT NULL",
        &["merge_no", "person_no", "into_no", "known_since", "event_no"],
    ),
];

/// Whether the payment list of the row is more than a draft.
const LIST_STANDS: &str =
    "(SELECT l.state FROM payment_list l WHERE l.list_no = OLD.list_no) <> 'draft'";
/// Whether a row that is not parked belongs to such a list.
const SETTLED_ROW_STANDS: &str = "OLD.state <> 3 AND
    (SELECT l.state FROM payment_list l WHERE l.list_no = OLD.list_no) <> 'draft'";
/// Whether the draft of the row has been taken in.
const DRAFT_STANDS: &str =
    "(SELECT d.state FROM draft d WHERE d.draft_no = OLD.draft_no) <> 'draft'";
/// Whether a list or draft that has been taken in was read from the original.
const ORIGINAL_STANDS: &str = "EXISTS (SELECT 1 FROM payment_list l
        WHERE l.original_no = OLD.original_no AND l.state <> 'draft')
    OR EXISTS (SELECT 1 FROM draft d
        WHERE d.original_no = OLD.original_no AND d.state <> 'draft')";

/// Tables whose rows may be changed or deleted in between: what is refused when, and how it is said.
const KEPT_WHEN: [(&str, &str, &str, &str); 18] = [
    // Decisions and originals go only with the draft that they belong to.
    ("original_file", "DELETE", ORIGINAL_STANDS, "append-only"),
    ("original_piece", "DELETE", ORIGINAL_STANDS, "append-only"),
    ("original_piece", "UPDATE", "1 = 1", "append-only"),
    ("draft_decision", "DELETE", DRAFT_STANDS, "append-only"),
    ("draft_decision", "UPDATE", "1 = 1", "append-only"),
    ("row_decision", "DELETE", LIST_STANDS, "append-only"),
    ("row_decision", "UPDATE", "1 = 1", "append-only"),
    // Rows of a committed list stand; only a parked row may still be settled.
    ("payment_list", "DELETE", "OLD.state <> 'draft'", "committed"),
    (
        "payment_list",
        "UPDATE",
        "OLD.state <> NEW.state AND NOT (OLD.state = 'draft' AND NEW.state = 'committed')
            AND NOT (OLD.state = 'committed' AND NEW.state = 'reversed')",
        "committed",
    ),
    ("payment_row", "DELETE", LIST_STANDS, "committed"),
    ("payment_row", "UPDATE", SETTLED_ROW_STANDS, "committed"),
    // What a committed draft was stays as it was.
    ("draft", "DELETE", "OLD.state <> 'draft'", "kept"),
    ("draft", "UPDATE", "OLD.state <> 'draft'", "kept"),
    ("draft_finding", "DELETE", DRAFT_STANDS, "kept"),
    ("draft_finding", "UPDATE", "1 = 1", "kept"),
    ("draft_row", "DELETE", DRAFT_STANDS, "kept"),
    ("draft_row", "UPDATE", DRAFT_STANDS, "kept"),
    // A match that moved a payment is kept before another takes its place.
    (
        "row_match",
        "UPDATE",
        "OLD.person_no IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM former_match f WHERE f.entry_no = OLD.entry_no)",
        "append-only",
    ),
];

/// Every trigger.
pub(super) fn sql() -> String {
    let mut sql = String::new();
    for table in APPEND_ONLY {
        sql += &trigger(table, "UPDATE", "1 = 1", "append-only");
        sql += &trigger(table, "DELETE", "1 = 1", "append-only");
    }
    sql += &trigger("row_match", "DELETE", "1 = 1", "append-only");
    for (table, may, columns) in CHANGED_ONCE {
        let stays = |column: &&str| format!("OLD.{column} IS DISTINCT FROM NEW.{column}");
        let changed: Vec<String> = columns.iter().map(stays).collect();
        let when = format!("NOT ({may}) OR {}", changed.join(" OR "));
        sql += &trigger(table, "UPDATE", &when, "append-only");
        sql += &trigger(table, "DELETE", "1 = 1", "append-only");
    }
    for (table, event, when, word) in KEPT_WHEN {
        sql += &trigger(table, event, when, word);
    }
    sql
}

/// The triggers of what the second migration adds.
pub(super) fn backup_sql() -> String {
    let answered_once = "OLD.answered_event_no IS NOT NULL OR NEW.answered_event_no IS NULL
        OR OLD.restoration_no IS DISTINCT FROM NEW.restoration_no
        OR OLD.sha256 IS DISTINCT FROM NEW.sha256 OR OLD.event_no IS DISTINCT FROM NEW.event_no";
    // Confirmed once, and ended once; an ended one stays as it is.
    let exit_steps = "OLD.ended_event_no IS NOT NULL
        OR (OLD.confirmed_event_no IS NOT NULL
            AND OLD.confirmed_event_no IS DISTINCT FROM NEW.confirmed_event_no)
        OR OLD.request_no IS DISTINCT FROM NEW.request_no OR OLD.id IS DISTINCT FROM NEW.id
        OR OLD.reason IS DISTINCT FROM NEW.reason
        OR OLD.event_no IS DISTINCT FROM NEW.event_no";
    [
        trigger("exit_request", "UPDATE", exit_steps, "append-only"),
        trigger("exit_request", "DELETE", "1 = 1", "append-only"),
        trigger("restoration", "UPDATE", answered_once, "append-only"),
        trigger("restoration", "DELETE", "1 = 1", "append-only"),
        trigger("order_floor", "UPDATE", "1 = 1", "append-only"),
        trigger("order_floor", "DELETE", "1 = 1", "append-only"),
    ]
    .concat()
}

/// The triggers of what the third migration adds: what was granted, entered and signed stays; a role is
/// confirmed once, and what is held is ended once.
pub(super) fn users_sql() -> String {
    let ended_once = "OLD.ended_event_no IS NOT NULL";
    let mut sql = String::new();
    for (table, columns) in USERS {
        let stays = |column: &&str| format!("OLD.{column} IS DISTINCT FROM NEW.{column}");
        let changed: Vec<String> = columns.iter().map(stays).collect();
        let confirmed_once = match table {
            "user_role" => {
                " OR (OLD.confirmed_event_no IS NOT NULL
                    AND OLD.confirmed_event_no IS DISTINCT FROM NEW.confirmed_event_no)"
            }
            "user_reset" => {
                " OR (OLD.given_event_no IS NOT NULL
                    AND (OLD.given_event_no IS DISTINCT FROM NEW.given_event_no
                        OR OLD.key_no IS DISTINCT FROM NEW.key_no))"
            }
            _ => "",
        };
        let when = format!("{ended_once} OR {}{confirmed_once}", changed.join(" OR "));
        sql += &trigger(table, "UPDATE", &when, "append-only");
        sql += &trigger(table, "DELETE", "1 = 1", "append-only");
    }
    for table in ["user_key", "signature", "reading", "reading_seal"] {
        sql += &trigger(table, "UPDATE", "1 = 1", "append-only");
        sql += &trigger(table, "DELETE", "1 = 1", "append-only");
    }
    sql += &review_sql();
    sql
}

/// A review is signed once, and what was noted of its rows stays from then on.
fn review_sql() -> String {
    let signed_once = "OLD.signed_event_no IS NOT NULL OR NEW.signed_event_no IS NULL
        OR OLD.review_no IS DISTINCT FROM NEW.review_no OR OLD.id IS DISTINCT FROM NEW.id
        OR OLD.terms IS DISTINCT FROM NEW.terms OR OLD.seed IS DISTINCT FROM NEW.seed
        OR OLD.size IS DISTINCT FROM NEW.size OR OLD.fitting IS DISTINCT FROM NEW.fitting
        OR OLD.until_no IS DISTINCT FROM NEW.until_no OR OLD.actor IS DISTINCT FROM NEW.actor
        OR OLD.event_no IS DISTINCT FROM NEW.event_no";
    let is_signed = "OLD.review_no IS DISTINCT FROM NEW.review_no
        OR OLD.reading_no IS DISTINCT FROM NEW.reading_no
        OR EXISTS (SELECT 1 FROM log_review r
            WHERE r.review_no = OLD.review_no AND r.signed_event_no IS NOT NULL)";
    [
        trigger("log_review", "UPDATE", signed_once, "append-only"),
        trigger("log_review", "DELETE", "1 = 1", "append-only"),
        trigger("log_review_row", "UPDATE", is_signed, "append-only"),
        trigger("log_review_row", "DELETE", "1 = 1", "append-only"),
    ]
    .concat()
}

/// Columns of what is held that never change.
const USERS: [(&str, &[&str]); 4] = [
    ("user_reset", &["reset_no", "id", "user_no", "event_no"]),
    (
        "app_user",
        &[
            "user_no",
            "name",
            "full_name",
            "os_account",
            "email",
            "service",
            "active_from",
            "active_until",
            "event_no",
        ],
    ),
    (
        "user_role",
        &[
            "role_no",
            "id",
            "user_no",
            "role",
            "boards",
            "stands_in_for",
            "valid_from",
            "valid_until",
            "event_no",
        ],
    ),
    (
        "attest_right",
        &[
            "attest_no",
            "id",
            "user_no",
            "decision",
            "boards",
            "kinds",
            "limit_ore",
            "substitute_for",
            "valid_from",
            "valid_until",
            "event_no",
        ],
    ),
];

fn trigger(table: &str, event: &str, when: &str, word: &str) -> String {
    let name = format!("{table}_{}", event.to_lowercase());
    format!(
        "CREATE TRIGGER {name} BEFORE {event} ON {table} WHEN {when}
            BEGIN SELECT RAISE(ABORT, '{word}: {table}'); END;\n"
    )
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::*;

    /// Whoever adds a column to such a table says here that it may change, or there that it stays.
    #[test]
    fn no_column_is_forgotten() {
        let may_change = [
            ("case_due", "done_event_no"),
            ("case_file", "state officer cost_centre next_due"),
            ("claim", "state version diary_number agency_number"),
            ("claim_answer", "confirmed_event_no withdrawn_event_no"),
            ("claim_document", "removed_event_no"),
            ("claim_line", "service_ore difference removed_event_no"),
            ("claim_line_cost", "ended_event_no"),
            ("distributed_row", "ended_no"),
            ("fact", "superseded"),
            ("grant_decision", "withdrawn_event_no"),
            ("known_fault", "ended_event_no"),
            ("own_rate", "withdrawn_event_no"),
            ("person_merge", "split_since split_event_no"),
        ];
        let mut connection = Connection::open_in_memory().unwrap();
        crate::db::migration::run(&mut connection).unwrap();
        for ((table, _, stays), (known, may_change)) in CHANGED_ONCE.into_iter().zip(may_change) {
            assert_eq!(table, known);
            let columns: Vec<String> = connection
                .prepare("SELECT name FROM pragma_table_info(?1)")
                .and_then(|mut found| found.query_map([table], |row| row.get("name"))?.collect())
                .unwrap();
            let left: Vec<&str> = columns
                .iter()
                .map(String::as_str)
                .filter(|column| !stays.contains(column))
                .collect();
            assert_eq!(left.join(" "), may_change, "{table}");
        }
    }
}
