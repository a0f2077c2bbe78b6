//! What stands in the columns of lists about what the city asks back: claims, costs, candidates, the
//! intake, last days, watches and pupils.

use app::listing::Cell;
use domain::Ore;
use serde_json::Value;

use super::super::Holds::{Amount, Count, Day, Made, Name, Person, Span, Text, Word};
use super::super::{List, column};
use crate::texts;

/// Claims.
pub(crate) const CLAIMS: List = List {
    title: "claims-title",
    rows: "/claims",
    key: &["/claim"],
    paged: false,
    columns: &[
        column("number", "claims-number", Text("/number")),
        column("compensation", "claims-compensation", Made(code_and_name)),
        column("period", "claims-period", Text("/period")),
        column("unit", "claims-unit", Made(|row| first_of(row, &["unit_name", "unit"]))),
        column("state", "claims-state", Word("claim-state-", "/state")),
        column("lines", "claims-lines", Count("/lines")),
        column("sum", "claims-sum", Amount("/sum_ore")),
        column("last", "claims-cautious", Day("/cautious")),
        column("left", "claims-days-left", Count("/days_left")),
    ],
};

/// Costs that the city has borne.
pub(crate) const COSTS: List = List {
    title: "costs-title",
    rows: "/costs",
    key: &["/cost"],
    paged: true,
    columns: &[
        column("period", "costs-period", Span("/from", "/until")),
        column("compensation", "costs-compensation", Text("/compensation")),
        column("who", "costs-who", Made(sharers)),
        column("unit", "costs-unit-short", Text("/unit")),
        column("voucher", "costs-voucher-short", Text("/voucher")),
        column("amount", "costs-amount-short", Amount("/amount_ore")),
        column("claim", "costs-claim", Made(claimed)),
    ],
};

/// What may be claimed and is not.
pub(crate) const CANDIDATES: List = List {
    title: "candidates-title",
    rows: "/rows",
    key: &["/person", "/compensation", "/period"],
    paged: true,
    columns: &[
        column("last", "candidates-last-day", Day("/cautious")),
        column("left", "candidates-days-left", Count("/days_left")),
        column("amount", "candidates-amount", Made(claimable)),
        column("compensation", "candidates-compensation", Made(name_and_code)),
        column("person", "candidates-person", Person("/brief")),
        column("period", "candidates-period", Text("/period")),
        column("missing", "candidates-missing", Made(lacks)),
        column("unit", "candidates-unit", Text("/unit")),
    ],
};

/// Costs that give no right.
pub(crate) const WITHOUT_RIGHT: List = List {
    title: "candidates-without-right",
    rows: "/rows",
    key: &["/person", "/compensation", "/from", "/until", "/amount_ore"],
    paged: true,
    columns: &[
        column("days", "candidates-period", Span("/from", "/until")),
        column("compensation", "candidates-compensation", Text("/compensation")),
        column("person", "candidates-person", Person("/brief")),
        column("amount", "candidates-cost", Amount("/amount_ore")),
        column("reason", "candidates-because", Text("/reason")),
    ],
};

/// What was answered in place of claiming.
pub(crate) const CLAIM_ANSWERS: List = List {
    title: "candidates-answered",
    rows: "/rows",
    key: &["/answer"],
    paged: true,
    columns: &[
        column("kind", "candidates-answer", Made(answer)),
        column("compensation", "candidates-compensation", Text("/compensation")),
        column("person", "candidates-person", Person("/brief")),
        column("period", "candidates-period", Text("/period")),
        column("amount", "candidates-amount", Amount("/amount_ore")),
        column("reason", "candidates-reason", Text("/reason")),
        column("by", "candidates-by", Text("/by")),
    ],
};

/// Money at risk.
pub(crate) const RISK: List = List {
    title: "at-risk-title",
    rows: "/rows",
    key: &["/person", "/compensation", "/period", "/state"],
    paged: true,
    columns: &[
        column("last", "candidates-last-day", Day("/cautious")),
        column("left", "candidates-days-left", Count("/days_left")),
        column("amount", "candidates-amount", Amount("/amount_ore")),
        column("compensation", "candidates-compensation", Made(name_and_code)),
        column("person", "candidates-person", Person("/brief")),
        column("period", "candidates-period", Text("/period")),
        column("unit", "candidates-unit", Text("/unit")),
        column("officer", "cases-officer", Text("/officer")),
    ],
};

/// What placements cost the city, by person and month.
pub(crate) const NET: List = List {
    title: "net-title",
    rows: "/rows",
    key: &["/person", "/month"],
    paged: true,
    columns: &[
        column("person", "candidates-person", Person("/brief")),
        column("month", "net-month", Text("/month")),
        column("cost", "net-cost", Amount("/cost_ore")),
        column("lump-sum", "net-lump-sum", Amount("/lump_sum_ore")),
        column("claimed", "net-claimed", Amount("/claimed_ore")),
        column("net", "net-net", Amount("/net_ore")),
    ],
};

/// What units are asked for.
pub(crate) const INTAKE: List = List {
    title: "intake-title",
    rows: "/rows",
    key: &["/row"],
    paged: true,
    columns: &[
        column("unit", "intake-unit", Made(|row| first_of(row, &["unit_name", "unit"]))),
        column("compensation", "intake-compensation", Made(name_and_code)),
        column("period", "intake-period", Text("/period_words")),
        column("state", "intake-state", Made(told)),
        column("inner", "intake-inner", Day("/inner")),
        column("last", "intake-last-day", Day("/last_day")),
        column("left", "intake-days-left", Count("/days_left")),
    ],
};

/// Last days to apply.
pub(crate) const LAST_DAYS: List = List {
    title: "risk-title",
    rows: "/days",
    key: &["/id"],
    paged: true,
    columns: &[
        column("day", "risk-day", Day("/last_day")),
        column("left", "risk-days-left", Count("/days_left")),
        column("compensation", "risk-compensation", Made(name_and_code)),
        column("period", "risk-period", Text("/period_words")),
        column("unit", "risk-unit", Text("/unit_name")),
        column("amount", "risk-amount", Amount("/amount_ore")),
        column("note", "risk-note", Text("/note")),
    ],
};

/// Watches.
pub(crate) const WATCHES: List = List {
    title: "watches-title",
    rows: "/watches",
    key: &["/brief/person", "/watch"],
    paged: true,
    columns: &[
        column("due", "watches-due", Day("/due")),
        column("left", "watches-days-left", Count("/days_left")),
        column("what", "watches-what", Text("/text")),
        column("person", "watches-person", Person("/brief")),
        column("note", "watches-note", Made(|row| first_of(row, &["moved", "later"]))),
    ],
};

/// Who goes to school.
pub(crate) const PUPILS: List = List {
    title: "school-title",
    rows: "/pupils",
    key: &["/person"],
    paged: true,
    columns: &[
        column("person", "persons-id", Text("/person")),
        column("name", "persons-name", Name("/brief/family_name", "/brief/given_name")),
        column("form", "school-form", Made(forms)),
    ],
};

/// Four-week periods of pupils.
pub(crate) const FOUR_WEEKS: List = List {
    title: "school-title",
    rows: "/rows",
    key: &["/person", "/compensation", "/from"],
    paged: true,
    columns: &[
        column("person", "candidates-person", Person("/brief")),
        column("compensation", "candidates-compensation", Text("/compensation")),
        column("periods", "school-periods", Count("/periods")),
        column("starts", "school-starts", Made(starts)),
        column("amount", "field-amount", Amount("/amount_ore")),
        column("service", "school-service", Amount("/service_ore")),
        column("difference", "school-compared", Amount("/difference_ore")),
    ],
};

fn text(row: &Value, field: &str) -> String {
    row[field].as_str().unwrap_or_default().to_owned()
}

/// A text cell; nothing where the text is empty.
fn cell(text: String) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
}

/// The first of the fields that says anything.
fn first_of(row: &Value, fields: &[&str]) -> Cell {
    let said = fields.iter().map(|field| text(row, field)).find(|text| !text.is_empty());
    cell(said.unwrap_or_default())
}

fn words(row: &Value, fields: [&str; 2]) -> Cell {
    let parts = fields.map(|field| text(row, field));
    cell(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "))
}

fn code_and_name(row: &Value) -> Cell {
    words(row, ["compensation", "compensation_name"])
}

fn name_and_code(row: &Value) -> Cell {
    words(row, ["compensation_name", "compensation"])
}

/// Everybody who has a share of a cost.
fn sharers(row: &Value) -> Cell {
    let shares = row["shares"].as_array().into_iter().flatten();
    let who = shares.map(|share| super::super::cells::person_words(&share["person"]));
    cell(who.collect::<Vec<_>>().join("; "))
}

/// Whether a cost is in a claim: all of it, some of it or none.
fn claimed(row: &Value) -> Cell {
    let id = match (row["claim"].is_null(), row["open"] == true) {
        (true, _) => "costs-open",
        (false, true) => "costs-partly-claimed",
        (false, false) => "costs-claimed",
    };
    cell(texts::text(id, &[]))
}

/// What is left to claim; nothing where the cost is not known.
fn claimable(row: &Value) -> Cell {
    let known = row["lines"].as_array().is_some_and(|lines| !lines.is_empty());
    let amount = row["amount_ore"].as_i64().filter(|_| known);
    amount.map_or(Cell::Empty, |ore| Cell::Amount(Ore(ore)))
}

fn lacks(row: &Value) -> Cell {
    let missing = row["missing"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let words = missing.map(|one| texts::text(&format!("candidates-lacks-{one}"), &[]));
    cell(words.collect::<Vec<_>>().join(", "))
}

fn answer(row: &Value) -> Cell {
    let kind = text(row, "kind");
    let alone = kind == "lost" && row["confirmed_by"].is_null();
    cell(texts::text(
        &format!("candidates-answer-{kind}{}", if alone { "-alone" } else { "" }),
        &[],
    ))
}

/// Where a row of the intake stands, with who has said it and when.
fn told(row: &Value) -> Cell {
    if row["silent"] == true {
        return cell(texts::text("intake-is-silent", &[]));
    }
    let state = texts::text(&format!("intake-state-{}", text(row, "state")), &[]);
    let from = text(row, "from");
    if from.is_empty() {
        let done = row["group"] == "done" && row["state"] == "waiting";
        return cell(if done { texts::text("risk-group-done", &[]) } else { state });
    }
    let on = text(row, "on");
    let said = [("state", state), ("from", from), ("on", on)];
    cell(texts::text("intake-told", &said.map(|(name, text)| (name, app::TextValue::Text(text)))))
}

fn forms(row: &Value) -> Cell {
    let schools = row["schooling"].as_array().into_iter().flatten();
    cell(schools.map(|school| text(school, "form_text")).collect::<Vec<_>>().join(", "))
}

fn starts(row: &Value) -> Cell {
    let days = row["starts"].as_array().into_iter().flatten().filter_map(Value::as_str);
    cell(days.collect::<Vec<_>>().join(", "))
}
