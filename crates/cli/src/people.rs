//! Documents in words for people: labelled lines, sentences and tables, all in Swedish.

use api::texts::{has, text};
use serde_json::{Map, Value};

/// Columns that people see of the rows of a list, by its name. Of other lists they see every column
/// that holds something.
const COLUMNS: [(&str, &[&str]); 17] = [
    ("diagnostics", &["line", "column_name", "message"]),
    ("facts", &["kind_name", "title", "valid_from", "valid_until", "known_since", "source", "id"]),
    (
        "history",
        &[
            "kind_name",
            "title",
            "valid_from",
            "valid_until",
            "known_since",
            "source",
            "entered_by",
            "current",
            "withdrawn",
            "corrects",
            "id",
        ],
    ),
    ("kinds", &["name", "kind_name", "one", "other", "same", "holding", "days", "fields"]),
    (
        "compensations",
        &["code", "short_name", "law", "ask_text", "values", "state_text", "trusted_until"],
    ),
    ("unread", &["month", "compensation_name", "compensation", "amounts", "expected_ore", "late"]),
    ("unchecked", &["compensation_name", "compensation", "amounts", "expected_ore", "unknown"]),
    ("answers", &["answer", "counts", "chosen_from", "text"]),
    ("law-cases", &["case", "text", "rates"]),
    (
        "months",
        &[
            "month",
            "expected_ore",
            "paid_ore",
            "missing_ore",
            "short_ore",
            "not_yet_due_ore",
            "taken_back_ore",
            "too_much_ore",
        ],
    ),
    (
        "rates",
        &[
            "id",
            "rate",
            "code",
            "case",
            "valid_from",
            "valid_until",
            "value",
            "checked_on",
            "trusted_until",
            "own",
            "overtaken",
            "source",
        ],
    ),
    ("profiles", &["name", "kind", "version", "description"]),
    ("cases", &["number", "person", "kind", "state", "officer", "board", "due_on", "due_what"]),
    ("dues", &["due_on", "days_left", "what", "done_by", "done_at", "id"]),
    ("documents", &["kind", "name", "bytes", "secret", "actor", "at", "document"]),
    (
        "intake-rows",
        &[
            "unit",
            "unit_name",
            "compensation",
            "period_words",
            "state",
            "from",
            "on",
            "silent",
            "inner",
            "last_day",
            "days_left",
            "row",
        ],
    ),
    (
        "days",
        &[
            "compensation",
            "period_words",
            "unit_name",
            "last_day",
            "days_left",
            "group",
            "amount_ore",
            "note",
            "done_by",
            "id",
        ],
    ),
];

/// Columns of a row that a sentence tells about, in any list without columns of its own: by what the
/// row is found again, the next command's key among it, and how much it is about. The sentence is last.
const BESIDE_SENTENCE: [&str; 39] = [
    "row",
    "id",
    "subject",
    "payment_code",
    "code",
    "question",
    "section",
    "answers",
    "voucher",
    "postings",
    "posting",
    "account",
    "account_name",
    "cost_centre",
    "activity",
    "counterpart",
    "brief",
    "compensation",
    "change",
    "period_from",
    "period_until",
    "concerned_from",
    "concerned_until",
    "decision",
    "payment",
    "due",
    "days_left",
    "expected_ore",
    "granted_ore",
    "paid_ore",
    "missing_ore",
    "difference_ore",
    "amount_ore",
    "state_text",
    "reported_on",
    "clawback",
    "watch",
    "held_because",
    "text",
];

/// Parts of a document that only hold others: what is in them stands at their place.
const TRANSPARENT: [&str; 4] = ["brief", "line", "sums", "view"];

/// What is said only where it is so.
const QUIET: [&str; 8] =
    ["closed", "estimated", "left_out", "more", "page", "protected", "stay_count", "unverified"];

/// A response in words; what holds nothing is left out.
pub(crate) fn document(value: &Value) -> String {
    let lines = fields("", value);
    if lines.is_empty() { format!("{}\n", text("cli-nothing", &[])) } else { lines }
}

/// The fields of an object in the list of this name, line by line.
fn fields(list: &str, value: &Value) -> String {
    let Some(fields) = value.as_object() else { return String::new() };
    let quiet = |name: &str, value: &Value| {
        QUIET.contains(&name) && (value.as_bool() == Some(false) || value.as_u64() == Some(0))
    };
    let shown = fields.iter().filter(|(name, value)| {
        holds(value) && !is_told_otherwise(name, fields) && !quiet(name, value)
    });
    shown.map(|(name, value)| field(list, name, value)).collect()
}

fn field(list: &str, name: &str, value: &Value) -> String {
    let name = called(name, value);
    let label = label(list, name);
    match value {
        Value::Object(_) if TRANSPARENT.contains(&name) => fields(list, value),
        Value::Object(inner) if is_person(value) => format!("{label}: {}\n", person(inner)),
        Value::Object(_) => format!("{label}:\n{}", indented(&fields(name, value))),
        Value::Array(rows) if rows.iter().all(Value::is_object) => rows_of(name, rows),
        Value::Array(rows) if rows.iter().any(|row| written(name, row).contains(' ')) => {
            sentences(&label, name, rows)
        }
        Value::Bool(truth) => {
            format!("{label}: {}\n", text(if *truth { "cli-yes" } else { "cli-no" }, &[]))
        }
        _ => format!("{label}: {}\n", written(name, value)),
    }
}

/// The name of what a field holds: the law calls its cases and open questions as an office calls its
/// own, and many lists have rows.
fn called<'n>(name: &'n str, value: &Value) -> &'n str {
    match (name, value.as_array()) {
        ("cases", Some(rows)) if rows.iter().any(|row| row.get("rates").is_some()) => "law-cases",
        ("rows", Some(rows)) if rows.iter().any(|row| row.get("inner").is_some()) => "intake-rows",
        ("open", Some(_)) => "questions",
        _ => name,
    }
}

/// A list: blocks where its rows hold lists of their own, sentences where they hold nothing else, else
/// a table.
fn rows_of(name: &str, rows: &[Value]) -> String {
    let rows: Vec<Map<String, Value>> =
        rows.iter().filter_map(Value::as_object).map(opened).collect();
    let label = label("", name);
    let names = columns(name, &rows);
    if rows.iter().any(|row| is_nested(&names, row)) {
        let block = |row: Map<String, Value>| indented(&fields(name, &Value::Object(row)));
        let blocks: Vec<String> = rows.into_iter().map(block).collect();
        return format!("{label}:\n{}", blocks.join("\n"));
    }
    if names == ["text"] {
        let texts: Vec<Value> = rows.iter().filter_map(|row| row.get("text")).cloned().collect();
        return sentences(&label, "text", &texts);
    }
    format!("{label}:\n{}", table(name, &names, &rows))
}

/// A row with what its transparent parts hold at their place; a person stays one cell.
fn opened(row: &Map<String, Value>) -> Map<String, Value> {
    let mut open = Map::new();
    for (name, value) in row {
        match value.as_object().filter(|_| !is_person(value)) {
            Some(inner) if TRANSPARENT.contains(&name.as_str()) => open.extend(inner.clone()),
            _ => drop(open.insert(name.clone(), value.clone())),
        }
    }
    open
}

/// Whether a row holds a list of its own that no cell can show.
fn is_nested(names: &[&str], row: &Map<String, Value>) -> bool {
    names.iter().any(|name| {
        let rows = row.get(*name).and_then(Value::as_array);
        let first = rows.and_then(|rows| rows.first()).and_then(Value::as_object);
        first.is_some_and(|first| !(first.contains_key("label") && first.contains_key("name")))
    })
}

fn sentences(label: &str, name: &str, rows: &[Value]) -> String {
    let lines: String = rows.iter().map(|row| format!("{}\n", written(name, row))).collect();
    format!("{label}:\n{}", indented(&lines))
}

fn indented(lines: &str) -> String {
    lines.lines().map(|line| format!("  {line}\n")).collect()
}

/// Whether a code stands beside its words, or an id beside the person.
fn is_told_otherwise(name: &str, fields: &Map<String, Value>) -> bool {
    let words = match name {
        "kind" | "unit" => format!("{name}_name"),
        "period" => format!("{name}_words"),
        "person" => return fields.get("brief").is_some_and(is_person),
        _ => format!("{name}_text"),
    };
    fields.get(&words).is_some_and(holds)
}

fn is_person(value: &Value) -> bool {
    value.get("family_name").is_some()
}

fn holds(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::String(words) => !words.is_empty(),
        Value::Array(values) => !values.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
        _ => true,
    }
}

/// The Swedish label of a field: its own in the list of this name, else the one that it has everywhere.
fn label(list: &str, name: &str) -> String {
    let ids = [format!("cli-field-{list}-{name}"), format!("cli-field-{name}")];
    let ids = ids.map(|id| id.replace('_', "-"));
    ids.iter().find(|id| has(id)).map_or_else(|| name.to_owned(), |id| text(id, &[]))
}

/// A value in one cell.
fn written(name: &str, value: &Value) -> String {
    match value {
        Value::Null | Value::Bool(false) => String::new(),
        Value::Bool(true) => text("cli-yes", &[]),
        Value::String(words) => {
            // The units are the law's own words.
            let area = if name == "unit" { "law" } else { "cli" };
            let id = format!("{area}-{}-{words}", name.replace('_', "-"));
            if is_code(words) && has(&id) { text(&id, &[]) } else { shown(&moment(words)) }
        }
        Value::Number(number) if name.ends_with("_ore") => {
            let ore = number.as_i64().unwrap_or_default();
            api::format::amount_ore(ore)
        }
        Value::Number(number) => number.to_string(),
        Value::Array(values) => {
            let cells: Vec<String> = values.iter().map(|value| written(name, value)).collect();
            let sentences = !cells.is_empty() && cells.iter().all(|cell| cell.ends_with('.'));
            let between = match sentences {
                true => " ",
                false if cells.iter().any(|cell| cell.contains(", ")) => "; ",
                false => ", ",
            };
            cells.join(between)
        }
        Value::Object(fields) => object(fields),
    }
}

/// Whether a text may be the code of something.
fn is_code(words: &str) -> bool {
    words.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
}

/// `words` with a picture in place of every sign that steers a terminal, breaks its line or turns the direction of
/// its text: files of others and their names hold what they like.
pub(crate) fn shown(words: &str) -> String {
    let picture = |sign: char| match sign {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(sign)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        _ => sign,
    };
    words.chars().map(picture).collect()
}

/// A moment without its seconds; other words as they are.
fn moment(words: &str) -> String {
    match words.split_once('T') {
        Some((day, time)) if day.len() == 10 && time.ends_with('Z') && time.len() > 5 => {
            format!("{day} {} UTC", &time[..5])
        }
        _ => words.to_owned(),
    }
}

/// An object in one cell: a person by name and id, a field by its label, else what it holds.
fn object(fields: &Map<String, Value>) -> String {
    if fields.contains_key("family_name") {
        return person(fields);
    }
    if let (Some(label), Some(name)) = (fields.get("label"), fields.get("name")) {
        return format!("{} ({})", written("label", label), written("name", name));
    }
    let parts = fields.iter().map(|(name, value)| written(name, value));
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Of a person the id, the name and the day of birth are enough to find it again.
fn person(fields: &Map<String, Value>) -> String {
    let parts = ["person", "family_name", "given_name", "birth_date"]
        .iter()
        .filter_map(|name| fields.get(*name).map(|value| written(name, value)));
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn table(list: &str, names: &[&str], rows: &[Map<String, Value>]) -> String {
    let mut cells: Vec<Vec<String>> = vec![names.iter().map(|name| label(list, name)).collect()];
    for row in rows {
        let value = |name: &&str| row.get(*name).map_or_else(String::new, |v| written(name, v));
        cells.push(names.iter().map(value).collect());
    }
    let widths: Vec<usize> = (0..names.len())
        .map(|column| cells.iter().map(|row| row[column].chars().count()).max().unwrap_or(0))
        .collect();
    let mut lines = String::new();
    for row in cells {
        lines.push_str("  ");
        for (column, cell) in row.iter().enumerate() {
            let pad = widths[column] - cell.chars().count();
            let right = names[column].ends_with("_ore") || names[column] == "line";
            let blank = " ".repeat(pad);
            let padded = if right { format!("{blank}{cell}") } else { format!("{cell}{blank}") };
            lines.push_str(&padded);
            lines.push_str("  ");
        }
        while lines.ends_with(' ') {
            lines.pop();
        }
        lines.push('\n');
    }
    lines
}

/// The columns of a table: those that people see of such a list and that hold something.
fn columns<'r>(list: &str, rows: &'r [Map<String, Value>]) -> Vec<&'r str> {
    let mut names: Vec<&'r str> = Vec::new();
    for row in rows {
        for name in row.keys().map(String::as_str) {
            if !names.contains(&name) && !is_told_otherwise(name, row) {
                names.push(name);
            }
        }
    }
    let own = COLUMNS.iter().find(|(name, _)| *name == list).map(|(_, seen)| *seen);
    let own = own.filter(|seen| seen.iter().any(|name| names.contains(name)));
    let beside = names.contains(&"text").then_some(&BESIDE_SENTENCE[..]);
    if let Some(seen) = own.or(beside) {
        let place = |name: &&str| seen.iter().position(|one| one == name);
        names.retain(|name| place(name).is_some());
        names.sort_by_key(place);
    }
    names.retain(|name| {
        rows.iter().any(|row| row.get(*name).is_some_and(|value| !written(name, value).is_empty()))
    });
    names
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn signs_of_others_steer_no_terminal() {
        let found = json!({ "file": "lista\u{1b}[2J\r\nklar\u{202e}vsc.csv" });
        let said = document(&found);
        assert!(said.contains("lista\u{241b}[2J\u{240d}\u{240a}klar\u{fffd}vsc.csv"), "{said}");
        assert_eq!(said.lines().count(), 1);
        assert_eq!(shown("Åsa\u{7f}\u{85}"), "Åsa\u{2421}\u{fffd}");
    }
}
