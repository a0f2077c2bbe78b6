//! Help: of one command, or of all.

use std::process::ExitCode;

use api::texts::text;
use serde_json::json;

use crate::arguments::{Arguments, OptionRule, Takes};
use crate::arguments::{COMMON, Command};
use crate::commands::table;
use crate::output;

/// Says help: of one command, or of all.
pub(crate) fn help(arguments: &Arguments) -> ExitCode {
    let help = arguments.command.map_or_else(general_help, command_help);
    if arguments.json() {
        return output::done(&json!({ "help": help }), true);
    }
    output::say(&help, 0)
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
    let mut help = format!("atersok-cli {}\n  {}\n", usage_line(command), command_text(command));
    if command.options.iter().any(|rule| rule.name == "correct") {
        let fields = match command.words.first() {
            Some(&"register") => api::fields::of_registers(),
            _ => api::fields::of_payments(),
        };
        let id = format!("cli-correct-{}", command.words.join("-"));
        help.push_str(&format!("  {}\n", text(&id, &[])));
        help.extend(fields.iter().map(|field| format!("    {field}\n")));
    }
    if command.words == ["call"] {
        for operation in api::operations() {
            let right = text(&format!("right-{}", operation.needs.as_str()), &[]);
            help.push_str(&format!("    {}  ({right})\n", operation.name));
        }
    }
    help
}

fn general_help() -> String {
    let mut help = format!("{}\n\n", text("cli-help", &[]));
    for command in table() {
        help.push_str(&format!("  {}\n      {}\n", usage_line(command), command_text(command)));
    }
    let common: Vec<String> = COMMON.iter().map(option_text).collect();
    help.push_str(&format!("\n{}\n  {}\n", text("cli-help-common", &[]), common.join("  ")));
    help
}
