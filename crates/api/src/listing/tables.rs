//! The lists of the contract: what stands in the columns of each.

use super::Holds::{Amount, Count, Day, Dossier, Kronor, Mark, Name, Personal, Span, Text, Word};
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

/// The rows of a register, or of a school list, that is being brought in.
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
        column("person", "cases-person", Name("/person/family_name", "/person/given_name")),
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
