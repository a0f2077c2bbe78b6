//! The lists of the contract: what stands in the columns of each.

mod expected;
mod reclaims;

pub(crate) use self::expected::{
    COMPENSATIONS, DECISION_CHECK, EVENTS, FAULTS, GRANTS, MISSING, REPORTED, event_words,
};
pub(crate) use self::reclaims::{
    CANDIDATES, CLAIM_ANSWERS, CLAIMS, COSTS, FOUR_WEEKS, INTAKE, LAST_DAYS, NET, PUPILS, RISK,
    WATCHES, WITHOUT_RIGHT,
};

use app::listing::Cell;
use domain::Ore;
use serde_json::Value;

use super::Holds::{
    Amount, Count, Day, Dossier, Kronor, Made, Mark, Name, Person, Personal, Span, Text, Word,
};
use super::{Column, List, column};

/// Personkretsen.
pub(crate) const PERSONS: List = List {
    title: "section-persons",
    rows: "/persons",
    key: &["/person"],
    paged: true,
    columns: &[
        column("name", "persons-name", Name("/family_name", "/given_name")),
        column("dossier", "persons-dossier", Dossier("/dossier_number")),
        column("personal", "persons-number", Personal("/personal_number")),
        column("born", "persons-born", Day("/birth_date")),
        column("centre", "persons-centre", Text("/cost_centre")),
        column("board", "persons-board", Text("/board")),
        column("person", "persons-id", Text("/person")),
        column("protected", "persons-protected", Mark("protected-person", "/protected")),
    ],
};

/// The rows of a payment list under review.
pub(crate) const PAYMENT_ROWS: List = List {
    title: "review-rows",
    rows: "/rows",
    key: &["/line"],
    paged: true,
    columns: &[
        column("line", "column-line", Count("/line")),
        column("code", "column-code", Text("/payment_code")),
        column("person", "column-person", Text("/person_name")),
        column("dossier", "column-dossier", Dossier("/dossier_number")),
        column("period", "column-period", Span("/period_from", "/period_until")),
        column("amount", "column-amount", Amount("/amount_ore")),
        column("finding", "column-finding", Text("/finding/short")),
        column("decision", "column-decision", Word("row-", "/state")),
    ],
};

/// Payments with their matches.
pub(crate) const MATCHES: List = List {
    title: "match-rows",
    rows: "/rows",
    key: &["/line"],
    paged: true,
    columns: &[
        column("line", "column-line", Count("/line")),
        column("code", "column-code", Text("/payment_code")),
        column("person", "match-in-list", Name("/list_family_name", "/list_given_name")),
        column("dossier", "column-dossier", Dossier("/dossier_number")),
        column("period", "column-period", Span("/period_from", "/period_until")),
        column("amount", "column-amount", Amount("/amount_ore")),
        column("found", "match-found", Name("/person/family_name", "/person/given_name")),
        column("reason", "match-reason", Text("/reason_short")),
    ],
};

/// What the rows of every draft have.
const fn draft_rows(title: &'static str, columns: &'static [Column]) -> List {
    List { title, rows: "/rows", key: &["/line"], paged: true, columns }
}

/// The rows of a register that is being brought in.
pub(crate) const REGISTER_ROWS: List = draft_rows(
    "draft-rows",
    &[
        column("line", "column-line", Count("/line")),
        column("name", "persons-name", Text("/name")),
        column("person", "persons-id", Text("/person")),
        column("finding", "column-finding", Text("/finding/short")),
        column("decision", "column-decision", Word("row-", "/state")),
    ],
);

/// The rows of a list of pupils that is being brought in.
pub(crate) const SCHOOL_ROWS: List = draft_rows(
    "draft-rows",
    &[
        column("line", "column-line", Count("/line")),
        column("name", "persons-name", Text("/name")),
        column("person", "persons-id", Text("/person")),
        column("form", "school-form", Word("choice-", "/meant/schooling.form")),
        column("from", "school-from", Day("/meant/schooling.valid_from")),
        column("until", "school-until", Day("/meant/schooling.valid_until")),
        column("outcome", "school-outcome", Word("school-outcome-", "/meant/outcome")),
        column("finding", "column-finding", Text("/finding/short")),
        column("decision", "column-decision", Word("row-", "/state")),
    ],
);

/// The rows of decisions that are being brought in.
pub(crate) const DECISION_ROWS: List = draft_rows(
    "draft-rows",
    &[
        column("line", "column-line", Count("/line")),
        column("name", "persons-name", Text("/name")),
        column("person", "persons-id", Text("/person")),
        column("code", "field-payment-code", Text("/meant/payment_code")),
        column("period", "expected-period", Span("/meant/period_from", "/meant/period_until")),
        column("amount", "field-amount", Kronor("/meant/amount")),
        column("finding", "column-finding", Text("/finding/short")),
        column("decision", "column-decision", Word("row-", "/state")),
    ],
);

/// The rows of costs that are being brought in.
pub(crate) const COST_ROWS: List = draft_rows(
    "draft-rows",
    &[
        column("line", "column-line", Count("/line")),
        column("name", "persons-name", Text("/name")),
        column("person", "persons-id", Text("/person")),
        column("compensation", "field-compensation", Text("/meant/compensation")),
        column("period", "expected-period", Span("/meant/period_from", "/meant/period_until")),
        column("voucher", "field-voucher", Text("/meant/voucher")),
        column("amount", "field-amount", Kronor("/meant/amount")),
        column("finding", "column-finding", Text("/finding/short")),
        column("decision", "column-decision", Word("row-", "/state")),
    ],
);

/// The work list of cases.
pub(crate) const CASES: List = List {
    title: "cases-title",
    rows: "/cases",
    key: &["/case"],
    paged: true,
    columns: &[
        column("due", "cases-due", Day("/due_on")),
        column("left", "cases-days-left", Count("/days_left")),
        column("what", "cases-due-what", Text("/due_what")),
        column("number", "cases-number", Text("/number")),
        column("person", "cases-person", Person("/person")),
        column("kind", "cases-kind", Word("case-kind-", "/kind")),
        column("compensation", "cases-compensation", Text("/compensation")),
        column("board", "cases-board", Text("/board")),
        column("officer", "cases-officer", Text("/officer")),
        column("state", "cases-state", Word("case-state-", "/state")),
    ],
};

/// What lies on the observation account.
pub(crate) const SUSPENSE: List = List {
    title: "runs-page-suspense",
    rows: "/rows",
    key: &["/kind", "/list", "/line", "/distribution", "/since", "/owner", "/amount_ore"],
    paged: true,
    columns: &[
        column("reason", "observation-column-reason", Text("/reason")),
        column("since", "observation-column-since", Day("/since")),
        column("age", "observation-column-age", Count("/days")),
        column("owner", "observation-column-owner", Text("/owner")),
        column("amount", "observation-column-amount", Amount("/amount_ore")),
        column("todo", "observation-column-todo", Text("/todo")),
        column("file", "observation-column-from", Text("/file")),
        column("line", "column-line", Count("/line")),
    ],
};

/// Payment lists.
pub(crate) const PAYMENT_LISTS: List = List {
    title: "section-payments",
    rows: "/lists",
    key: &["/list"],
    paged: false,
    columns: &[
        column("date", "lists-date", Day("/payment_date")),
        column("file", "lists-file", Text("/file")),
        column("step", "lists-step", Word("list-step-", "/step")),
        column("rows", "lists-rows", Count("/rows")),
        column("net", "lists-net", Made(sum_of_list)),
        column("bank", "lists-bank", Amount("/bank_ore")),
        column("difference", "lists-difference", Amount("/difference_ore")),
        column("read", "lists-read", Day("/read_on")),
    ],
};

/// What a list sums to: of a draft all that stands in the file.
fn sum_of_list(row: &Value) -> Cell {
    let place = if row["state"] == "draft" { "file_ore" } else { "net_ore" };
    row[place].as_i64().map_or(Cell::Empty, |ore| Cell::Amount(Ore(ore)))
}

/// Booking orders.
pub(crate) const ORDERS: List = List {
    title: "section-orders",
    rows: "/orders",
    key: &["/order"],
    paged: false,
    columns: &[
        column("number", "orders-column-number", Text("/number")),
        column("month", "orders-column-month", Text("/month")),
        column("date", "orders-column-date", Day("/voucher_date")),
        column("period", "orders-column-period", Text("/period")),
        column("amount", "orders-column-amount", Amount("/debit_ore")),
        column("state", "orders-column-state", Word("orders-state-", "/state")),
        column(
            "marks",
            "orders-column-marks",
            Mark("mark-no-second-person", "/without_second_person"),
        ),
    ],
};

/// Payments that were shared by what is not so any more.
pub(crate) const WRONG_ROWS: List = List {
    title: "runs-page-wrong",
    rows: "/rows",
    key: &["/list", "/line"],
    paged: false,
    columns: &[
        column("person", "wrong-person", Text("/person_name")),
        column("period", "wrong-period", Span("/period_from", "/period_until")),
        column("amount", "wrong-amount", Amount("/amount_ore")),
        column("before", "wrong-before", Made(|row| shares(row, "before"))),
        column("now", "wrong-now", Made(|row| shares(row, "now"))),
        column("cause", "wrong-cause", Text("/cause_text")),
        column("remedy", "wrong-remedy", Text("/remedy_text")),
    ],
};

/// Boards with their amounts: `7110 1 000,00, 8200 500,00`.
fn shares(row: &Value, field: &str) -> Cell {
    let share = |share: &Value| {
        let amount = crate::format::amount_ore(share["amount_ore"].as_i64()?);
        Some(format!("{} {amount}", share["cost_centre"].as_str()?))
    };
    let all: Vec<String> = row[field].as_array().into_iter().flatten().filter_map(share).collect();
    if all.is_empty() { Cell::Empty } else { Cell::Text(all.join(", ")) }
}

/// Payment codes.
pub(crate) const CODES: List = List {
    title: "set-codes",
    rows: "/codes",
    key: &["/payment_code", "/valid_from"],
    paged: false,
    columns: &[
        column("code", "set-code", Text("/payment_code")),
        column("compensation", "runs-head-compensation", Text("/compensation")),
        column("text", "set-code-text", Text("/text")),
        column("clawback", "set-code-clawback", Mark("set-yes", "/clawback")),
        column("person", "set-code-person", Mark("set-yes", "/person_bound")),
        column("from", "set-code-from", Day("/valid_from")),
        column("until", "set-code-until", Day("/valid_until")),
        column("status", "set-code-status", Word("set-code-status-", "/status")),
    ],
};

/// Account rules.
pub(crate) const ACCOUNTS: List = List {
    title: "set-accounts",
    rows: "/accounts",
    key: &["/subject"],
    paged: false,
    columns: &[
        column("subject", "set-account-subject", Text("/subject")),
        column("account", "set-account", Text("/account")),
        column("account-name", "set-account-name", Text("/account_name")),
        column("activity", "set-account-activity", Text("/activity")),
        column("counterpart", "set-account-counterpart", Text("/counterpart")),
        column("text", "set-account-text", Text("/text")),
    ],
};

/// Boards.
pub(crate) const BOARDS: List = List {
    title: "set-boards",
    rows: "/boards",
    key: &["/cost_centre"],
    paged: false,
    columns: &[
        column("centre", "persons-centre", Text("/cost_centre")),
        column("name", "persons-board", Text("/name")),
    ],
};
