//! Documents in words for people: labelled lines, sentences and tables, all in Swedish.

use api::texts::{has, text};
use serde_json::{Map, Value};

/// Columns that people see of the rows of a list, by its name. Of other lists they see every column
/// that holds something.
const COLUMNS: [(&str, &[&str]); 9] = [
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
    ("profiles", &["name", "kind", "version", "description"]),
    ("cases", &["number", "person", "kind", "state", "officer", "board", "due_on", "due_what"]),
    ("dues", &["due_on", "days_left", "what", "done_by", "done_at", "id"]),
    ("documents", &["kind", "name", "bytes", "secret", "actor", "at", "document"]),
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

/// Parts of a document that only hold others: what is in them stands at their place.
const TRANSPARENT: [&str; 2] = ["brief", "view"];

/// What is said only where it is so.
const QUIET: [&str; 6] = ["closed", "more", "protected", "left_out", "page", "stay_count"];

/// A response in words; what holds nothing is left out.
pub(crate) fn document(value: &Value) -> String {
    let lines = fields(value);
    if lines.is_empty() { format!("{}\n", text("cli-nothing", &[])) } else { lines }
}

fn fields(value: &Value) -> String {
    let Some(fields) = value.as_object() else { return String::new() };
    let quiet = |name: &str, value: &Value| {
        QUIET.contains(&name) && (value.as_bool() == Some(false) || value.as_u64() == Some(0))
    };
    let shown = fields.iter().filter(|(name, value)| {
        holds(value) && !is_told_otherwise(name, fields) && !quiet(name, value)
    });
    shown.map(|(name, value)| field(name, value)).collect()
}

fn field(name: &str, value: &Value) -> String {
    match value {
        Value::Object(_) if TRANSPARENT.contains(&name) => fields(value),
        Value::Object(inner) if inner.contains_key("family_name") => {
            format!("{}: {}\n", label(name), person(inner))
        }
        Value::Object(_) => format!("{}:\n{}", label(name), indented(&fields(value))),
        Value::Array(rows) if rows.iter().all(|row| row.get("text").is_some()) => {
            let texts: Vec<&Value> = rows.iter().filter_map(|row| row.get("text")).collect();
            sentences(name, &texts)
        }
        Value::Array(rows) if rows.iter().any(|row| is_nested(name, row)) => {
            let blocks: Vec<String> = rows.iter().map(|row| indented(&fields(row))).collect();
            format!("{}:\n{}", label(name), blocks.join("\n"))
        }
        Value::Array(rows) if rows.iter().all(Value::is_object) => {
            format!("{}:\n{}", label(name), table(name, rows))
        }
        Value::Array(rows) if rows.iter().any(|row| written(name, row).contains(' ')) => {
            sentences(name, &rows.iter().collect::<Vec<_>>())
        }
        Value::Bool(truth) => {
            format!("{}: {}\n", label(name), text(if *truth { "cli-yes" } else { "cli-no" }, &[]))
        }
        _ => format!("{}: {}\n", label(name), written(name, value)),
    }
}

/// Whether a row holds a list of its own that no cell can show.
fn is_nested(list: &str, row: &Value) -> bool {
    let Some(row) = row.as_object() else { return false };
    columns(list, &[row]).into_iter().any(|name| {
        let rows = row.get(name).and_then(Value::as_array);
        let first = rows.and_then(|rows| rows.first()).and_then(Value::as_object);
        first.is_some_and(|first| !(first.contains_key("label") && first.contains_key("name")))
    })
}

fn sentences(name: &str, rows: &[&Value]) -> String {
    let lines: String = rows.iter().map(|row| format!("{}\n", written(name, row))).collect();
    format!("{}:\n{}", label(name), indented(&lines))
}

fn indented(lines: &str) -> String {
    lines.lines().map(|line| format!("  {line}\n")).collect()
}

/// Whether a code stands beside its words.
fn is_told_otherwise(name: &str, fields: &Map<String, Value>) -> bool {
    let words = match name {
        "kind" | "unit" => format!("{name}_name"),
        "reason" | "outcome" => format!("{name}_text"),
        "period" => format!("{name}_words"),
        _ => return false,
    };
    fields.get(&words).is_some_and(holds)
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

/// The Swedish label of a field.
fn label(name: &str) -> String {
    let id = format!("cli-field-{}", name.replace('_', "-"));
    if has(&id) { text(&id, &[]) } else { name.to_owned() }
}

/// A value in one cell.
fn written(name: &str, value: &Value) -> String {
    match value {
        Value::Null | Value::Bool(false) => String::new(),
        Value::Bool(true) => text("cli-yes", &[]),
        Value::String(words) => {
            let id = format!("cli-{}-{words}", name.replace('_', "-"));
            if is_code(words) && has(&id) { text(&id, &[]) } else { moment(words) }
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

fn table(list: &str, rows: &[Value]) -> String {
    let empty = Map::new();
    let objects: Vec<&Map<String, Value>> =
        rows.iter().map(|row| row.as_object().unwrap_or(&empty)).collect();
    let names = columns(list, &objects);
    let mut cells: Vec<Vec<String>> = vec![names.iter().map(|name| label(name)).collect()];
    for row in &objects {
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
fn columns<'r>(list: &str, rows: &[&'r Map<String, Value>]) -> Vec<&'r str> {
    let mut names: Vec<&'r str> = Vec::new();
    for row in rows {
        for name in row.keys().map(String::as_str) {
            if !names.contains(&name) && !is_told_otherwise(name, row) {
                names.push(name);
            }
        }
    }
    if let Some((_, seen)) = COLUMNS.iter().find(|(name, _)| *name == list)
        && seen.iter().any(|name| names.contains(name))
    {
        let place = |name: &&str| seen.iter().position(|one| one == name);
        names.retain(|name| place(name).is_some());
        names.sort_by_key(place);
    }
    names.retain(|name| {
        rows.iter().any(|row| row.get(*name).is_some_and(|value| !written(name, value).is_empty()))
    });
    names
}
