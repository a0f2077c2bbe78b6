//! What stands in the columns of lists about what should come and what came, about the law and about
//! what has been done.

use app::listing::Cell;
use serde_json::Value;

use super::super::Holds::{Amount, Count, Day, Made, Mark, Person, Span, Text, Word};
use super::super::{Holds, List, column};
use crate::texts;

const PERIOD: Holds = Span("/period_from", "/period_until");

/// What is missing or wrong.
pub(crate) const MISSING: List = List {
    title: "expected-page-missing",
    rows: "/rows",
    key: &["/row"],
    paged: false,
    columns: &[
        column("compensation", "expected-compensation", Text("/compensation_name")),
        column("who", "expected-who", Person("/brief")),
        column("dossier", "persons-dossier", Holds::Dossier("/brief/dossier_number")),
        column("period", "expected-period", PERIOD),
        column("due", "expected-due-short", Day("/due")),
        column("should", "expected-should", Amount("/expected_ore")),
        column("came", "expected-came", Amount("/paid_ore")),
        column("missing", "expected-missing-sum", Amount("/missing_ore")),
        column("state", "expected-state", Made(state)),
        column("reported", "expected-reported-on", Day("/reported_on")),
    ],
};

/// What was reported.
pub(crate) const REPORTED: List = List {
    title: "expected-page-reported",
    rows: "/rows",
    key: &["/row"],
    paged: false,
    columns: &[
        column("on", "expected-reported-on", Day("/reported_on")),
        column("compensation", "expected-compensation", Text("/compensation")),
        column("who", "expected-who", Person("/brief")),
        column("period", "expected-period", PERIOD),
        column("should", "expected-should", Amount("/expected_ore")),
        column("missing", "expected-was-missing", Amount("/missing_ore")),
        column("state", "expected-state", Word("expected-reported-", "/state")),
        column("reason", "expected-reason", Text("/reason")),
    ],
};

/// Faults that the agency knows.
pub(crate) const FAULTS: List = List {
    title: "expected-page-faults",
    rows: "/faults",
    key: &["/id"],
    paged: false,
    columns: &[
        column("compensation", "expected-compensation", Text("/compensation")),
        column("period", "expected-period", PERIOD),
        column("words", "expected-fault-words", Text("/words")),
    ],
};

/// Decisions that stand.
pub(crate) const GRANTS: List = List {
    title: "expected-page-grants",
    rows: "/grants",
    key: &["/id"],
    paged: false,
    columns: &[
        column("decided", "expected-decided-short", Day("/decided_on")),
        column("compensation", "expected-compensation", Text("/compensation")),
        column("who", "expected-who", Person("/brief")),
        column("period", "expected-period", PERIOD),
        column("amount", "expected-granted", Amount("/amount_ore")),
        column("source", "expected-source", Text("/source")),
    ],
};

/// The decisions of a month, held against what is expected.
pub(crate) const DECISION_CHECK: List = List {
    title: "expected-page-check",
    rows: "/rows",
    key: &["/row"],
    paged: false,
    columns: &[
        column("who", "expected-who", Person("/brief")),
        column("compensation", "expected-compensation", Text("/compensation_name")),
        column("period", "expected-period", PERIOD),
        column("expected", "expected-should", Amount("/expected_ore")),
        column("granted", "expected-granted", Amount("/granted_ore")),
        column("difference", "expected-check-difference", Amount("/difference_ore")),
        column("state", "expected-state", Text("/state_text")),
        column("done", "expected-check-done", Mark("set-yes", "/done")),
    ],
};

/// Compensations and reference amounts.
pub(crate) const COMPENSATIONS: List = List {
    title: "section-law",
    rows: "/compensations",
    key: &["/code"],
    paged: false,
    columns: &[
        column("code", "rules-code", Text("/code")),
        column("name", "rules-name", Text("/name")),
        column("section", "rules-section-of", Text("/law")),
        column("ask", "rules-ask", Text("/ask_text")),
        column("values", "rules-amount", Text("/values")),
        column("checked", "rules-checked", Made(checked)),
    ],
};

/// What has been done.
pub(crate) const EVENTS: List = List {
    title: "set-audit",
    rows: "/events",
    key: &["/event"],
    paged: true,
    columns: &[
        column("event", "set-event", Count("/event")),
        column("at", "set-event-at", Text("/at")),
        column("actor", "set-event-actor", Text("/actor")),
        column(
            "action",
            "set-event-action",
            Made(|row| Cell::Text(event_words(row["action"].as_str().unwrap_or_default()))),
        ),
        column("object", "set-event-object", Text("/object")),
    ],
};

fn state(row: &Value) -> Cell {
    if row["held_because"].is_string() {
        return Cell::Text(texts::text("expected-kind-held", &[]));
    }
    row["state_text"].as_str().map_or(Cell::Empty, Cell::text)
}

/// The day of the last check, or why there is none.
fn checked(row: &Value) -> Cell {
    let said = row["checked_on"].as_str().filter(|_| row["state"] == "checked");
    said.or(row["state_text"].as_str()).map_or(Cell::Empty, Cell::text)
}

/// What was done, in words; a use case that has none yet is told by its name.
pub(crate) fn event_words(action: &str) -> String {
    let id = format!("event-{}", action.replace('.', "-"));
    if texts::has(&id) { texts::text(&id, &[]) } else { action.to_owned() }
}
