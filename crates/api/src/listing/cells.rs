//! What stands in the cells of a row, and how cells compare.

use std::cmp::Ordering;

use app::listing::Cell;
use chrono::NaiveDate;
use domain::Ore;
use domain::spelling::{fold, in_order};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use serde_json::Value;

use super::{Column, Holds, List};
use crate::texts;

/// The rows of an answer.
pub(crate) fn rows_of<'a>(list: &List, answer: &'a mut Value) -> Option<&'a mut Vec<Value>> {
    answer.pointer_mut(list.rows)?.as_array_mut()
}

/// What tells the row from every other of its list.
pub(crate) fn key_of(list: &List, row: &Value) -> String {
    let parts: Vec<String> = list.key.iter().map(|place| text_at(row, place)).collect();
    parts.join(" ")
}

/// What stands there as text; nothing where nothing does.
fn text_at(row: &Value, place: &str) -> String {
    match row.pointer(place) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

fn whole_at(row: &Value, place: &str) -> Option<i64> {
    row.pointer(place)?.as_i64()
}

/// A number with a hyphen before its last digits; what has another length stands as it is.
fn hyphenated(digits: &str, length: usize, last: usize) -> String {
    match digits.split_at_checked(length - last) {
        Some((first, rest)) if digits.len() == length => format!("{first}-{rest}"),
        _ => digits.to_owned(),
    }
}

/// A text cell; nothing stands in it where the text is empty.
fn worded(text: String) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
}

/// Kronor with at most two decimals, after a full stop.
fn ore_of(text: &str) -> Option<Ore> {
    let ore = text.parse::<Decimal>().ok()?.checked_mul(Decimal::ONE_HUNDRED)?;
    if ore.is_integer() { ore.to_i64().map(Ore) } else { None }
}

/// Both texts with what parts them; where one is empty, the other.
fn joined(first: String, parting: &str, last: &str) -> String {
    match (first.is_empty(), last.is_empty()) {
        (false, false) => format!("{first}{parting}{last}"),
        (true, _) => last.to_owned(),
        (_, true) => first,
    }
}

/// Somebody as lists show him; nobody is the city itself.
pub(super) fn person_words(brief: &Value) -> String {
    if brief.is_null() {
        return texts::text("expected-city-itself", &[]);
    }
    let name = joined(text_at(brief, "/family_name"), ", ", &text_at(brief, "/given_name"));
    if name.is_empty() { text_at(brief, "/person") } else { name }
}

impl Column {
    /// The cell of a row.
    pub(crate) fn cell(&self, row: &Value) -> Cell {
        let text = |place: &str| text_at(row, place);
        match self.holds {
            Holds::Text(place) => worded(text(place)),
            Holds::Word(prefix, place) => match text(place).as_str() {
                "" => Cell::Empty,
                word => worded(texts::text(&format!("{prefix}{word}"), &[])),
            },
            Holds::Amount(place) => {
                whole_at(row, place).map_or(Cell::Empty, |ore| Cell::Amount(Ore(ore)))
            }
            Holds::Count(place) => whole_at(row, place).map_or(Cell::Empty, Cell::Count),
            Holds::Kronor(place) => {
                let text = text(place);
                // What is no amount stands as it is.
                ore_of(&text).map_or_else(|| worded(text), Cell::Amount)
            }
            // A day that is no whole day, such as a month, is a text.
            Holds::Day(place) => {
                let text = text(place);
                text.parse::<NaiveDate>().map_or_else(|_| worded(text), Cell::Date)
            }
            Holds::Dossier(place) => worded(hyphenated(&text(place), 8, 6)),
            Holds::Personal(place) => worded(hyphenated(&text(place), 12, 4)),
            Holds::Name(family, given) => worded(joined(text(family), ", ", &text(given))),
            Holds::Person(place) => {
                worded(row.pointer(place).map(person_words).unwrap_or_default())
            }
            Holds::Span(from, until) => worded(joined(text(from), " – ", &text(until))),
            Holds::Made(made) => made(row),
            Holds::Mark(id, place) => match row.pointer(place).and_then(Value::as_bool) {
                Some(true) => Cell::Text(texts::text(id, &[])),
                _ => Cell::Empty,
            },
        }
    }
}

/// By what a cell is put in order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// Öre, or how many.
    Number(i64),
    Day(NaiveDate),
    Text(String),
}

/// The rank of a cell; one that holds nothing has none.
pub(super) fn rank_of(cell: Cell) -> Option<Rank> {
    match cell {
        Cell::Empty => None,
        Cell::Text(text) => Some(Rank::Text(in_order(&text))),
        Cell::Amount(amount) => Some(Rank::Number(amount.0)),
        Cell::Count(count) => Some(Rank::Number(count)),
        Cell::Date(day) => Some(Rank::Day(day)),
    }
}

/// The smaller first, or the larger; what holds nothing last either way.
pub(super) fn compare(one: Option<&Rank>, other: Option<&Rank>, descending: bool) -> Ordering {
    match (one, other) {
        (Some(one), Some(other)) if descending => other.cmp(one),
        (Some(one), Some(other)) => one.cmp(other),
        (one, other) => other.is_some().cmp(&one.is_some()),
    }
}

/// Whether some cell of the row holds each of the folded words.
pub(super) fn holds_words(list: &List, row: &Value, words: &[String]) -> bool {
    let mut held = String::new();
    for column in list.columns {
        match column.cell(row) {
            Cell::Empty => continue,
            Cell::Text(text) => {
                held.push_str(&fold(&text));
                // A number is found with its hyphen and without.
                if matches!(column.holds, Holds::Dossier(_) | Holds::Personal(_)) {
                    held.push('\u{1f}');
                    held.push_str(&text.replace('-', ""));
                }
            }
            Cell::Amount(amount) => {
                // As it is shown, and as somebody types it.
                let shown = crate::format::amount(amount);
                held.push_str(&shown.replace('\u{a0}', ""));
                held.push('\u{1f}');
                held.push_str(&shown.replace('\u{a0}', " ").replace('\u{2212}', "-"));
            }
            Cell::Count(count) => held.push_str(&count.to_string()),
            Cell::Date(day) => held.push_str(&day.to_string()),
        }
        // What parts two cells is nobody's word.
        held.push('\u{1f}');
    }
    words.iter().all(|word| held.contains(word.as_str()))
}
