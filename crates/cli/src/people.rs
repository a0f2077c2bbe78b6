//! Words for people: help, and documents as labelled lines and tables.

#![allow(clippy::print_stdout, reason = "this is where help is printed")]

use std::process::ExitCode;

use api::texts::{has, text};
use serde_json::{Map, Value};

use crate::arguments::{Arguments, OptionRule, Takes};
use crate::commands::{COMMON, Command, TABLE};

/// Prints help: of one command, or of all.
pub(crate) fn help(arguments: &Arguments) -> ExitCode {
    match arguments.command {
        Some(command) => print!("{}", command_help(command)),
        None => print!("{}", general_help()),
    }
    ExitCode::SUCCESS
}

fn option_text(rule: &OptionRule) -> String {
    match rule.takes {
        Takes::Nothing => format!("--{}", rule.name),
        Takes::Value(value) => format!("--{} {value}", rule.name),
    }
}

fn usage_line(command: &Command) -> String {
    let words = command.words.iter().map(|word| (*word).to_owned());
    let positionals = command.positionals.iter().map(|word| (*word).to_owned());
    let options = command.options.iter().map(|rule| {
        let text = option_text(rule);
        if command.required.contains(&rule.name) { text } else { format!("[{text}]") }
    });
    words.chain(positionals).chain(options).collect::<Vec<_>>().join(" ")
}

fn command_text(command: &Command) -> String {
    text(&format!("cli-command-{}", command.words.join("-")), &[])
}

fn command_help(command: &Command) -> String {
    format!("atersok-cli {}\n  {}\n", usage_line(command), command_text(command))
}

fn general_help() -> String {
    let mut help = format!("{}\n\n", text("cli-help", &[]));
    for command in &TABLE {
        help.push_str(&format!("  {}\n      {}\n", usage_line(command), command_text(command)));
    }
    let common: Vec<String> = COMMON.iter().map(option_text).collect();
    help.push_str(&format!("\n{}\n  {}\n", text("cli-help-common", &[]), common.join("  ")));
    help
}

/// A response as labelled lines; lists of objects as tables.
pub(crate) fn document(value: &Value) -> String {
    let Some(fields) = value.as_object() else { return String::new() };
    let mut lines = String::new();
    for (name, value) in fields {
        match value {
            Value::Array(rows) if rows.iter().all(Value::is_object) => {
                if !rows.is_empty() {
                    lines.push_str(&format!("{}:\n{}", label(name), table(rows)));
                }
            }
            Value::Object(inner) if inner.is_empty() => {}
            Value::Object(_) => {
                lines.push_str(&format!("{}:\n", label(name)));
                for line in document(value).lines() {
                    lines.push_str(&format!("  {line}\n"));
                }
            }
            Value::Null => {}
            _ => lines.push_str(&format!("{}: {}\n", label(name), written(name, value))),
        }
    }
    lines
}

/// The Swedish label of a field, where there is one.
fn label(name: &str) -> String {
    let id = format!("cli-field-{}", name.replace('_', "-"));
    if has(&id) { text(&id, &[]) } else { name.to_owned() }
}

fn written(name: &str, value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(words) => {
            let id = format!("cli-{name}-{words}");
            if has(&id) { text(&id, &[]) } else { words.clone() }
        }
        Value::Number(number) if name.ends_with("_ore") => {
            let ore = number.as_i64().unwrap_or_default();
            api::format::amount_ore(ore)
        }
        Value::Array(values) => {
            values.iter().map(|value| written(name, value)).collect::<Vec<_>>().join(", ")
        }
        Value::Object(fields) => {
            // Of a person the name and the id are enough to find it again.
            let named = ["family_name", "given_name", "person"];
            let parts: Vec<String> = match fields.contains_key("family_name") {
                true => named.iter().map(|name| written(name, &fields[*name])).collect(),
                false => fields.iter().map(|(name, value)| written(name, value)).collect(),
            };
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        }
        other => other.to_string(),
    }
}

fn table(rows: &[Value]) -> String {
    let empty = Map::new();
    let objects: Vec<&Map<String, Value>> =
        rows.iter().map(|row| row.as_object().unwrap_or(&empty)).collect();
    let names: Vec<&String> = objects.first().map(|row| row.keys().collect()).unwrap_or_default();
    let mut cells: Vec<Vec<String>> = vec![names.iter().map(|name| label(name)).collect()];
    for row in &objects {
        let value =
            |name: &&String| row.get(*name).map_or_else(String::new, |value| written(name, value));
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
            let right = names[column].ends_with("_ore") || names[column].as_str() == "line";
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
