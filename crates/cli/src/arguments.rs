//! The command line, read against the table of commands. Options stand anywhere.

use std::collections::BTreeMap;
use std::ffi::OsString;

use api::{ErrorReply, Host};
use serde_json::Value;

/// What an option takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Takes {
    /// Nothing.
    Nothing,
    /// A value, called so in help; in small letters with bars between, one of these words.
    Value(&'static str),
}

impl Takes {
    /// The words of which the value is one; none where it is free.
    fn choices(self) -> Option<Vec<&'static str>> {
        match self {
            Takes::Value(name) if name.contains('|') && name == name.to_lowercase() => {
                Some(name.split('|').collect())
            }
            _ => None,
        }
    }
}

/// An option of a command.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OptionRule {
    pub(crate) name: &'static str,
    pub(crate) takes: Takes,
}

/// What a command does.
pub(crate) type Run = fn(&mut Host, &Arguments) -> Result<Value, ErrorReply>;

/// A command of the headless host.
#[derive(Clone, Debug)]
pub(crate) struct Command {
    /// Its words, such as `payments import`.
    pub(crate) words: &'static [&'static str],
    /// What stands after them; in brackets what may be left out.
    pub(crate) positionals: &'static [&'static str],
    /// Its own options.
    pub(crate) options: &'static [OptionRule],
    /// Options that must be given.
    pub(crate) required: &'static [&'static str],
    /// Whether the database is opened first.
    pub(crate) opens_database: bool,
    /// What it does.
    pub(crate) run: Run,
}

impl Command {
    pub(crate) fn matches(&self, plain: &[String]) -> bool {
        plain.len() >= self.words.len() && self.words.iter().zip(plain).all(|(a, b)| a == b)
    }
}

/// An option with a value, called `what` in help.
pub(crate) const fn value(name: &'static str, what: &'static str) -> OptionRule {
    OptionRule { name, takes: Takes::Value(what) }
}

/// An option that takes nothing.
pub(crate) const fn flag(name: &'static str) -> OptionRule {
    OptionRule { name, takes: Takes::Nothing }
}

/// Options of every command.
pub(crate) const COMMON: [OptionRule; 6] = [
    value("db", "FIL"),
    flag("json"),
    value("today", "DAG"),
    value("as", "ANVÄNDARE"),
    value("user", "NAMN"),
    flag("help"),
];

/// A command of these words that works on an open database.
pub(crate) const fn command(words: &'static [&'static str], run: Run) -> Command {
    Command { words, positionals: &[], options: &[], required: &[], opens_database: true, run }
}

impl Command {
    pub(crate) const fn taking(self, positionals: &'static [&'static str]) -> Command {
        Command { positionals, ..self }
    }

    pub(crate) const fn with(self, options: &'static [OptionRule]) -> Command {
        Command { options, ..self }
    }

    pub(crate) const fn needing(self, required: &'static [&'static str]) -> Command {
        Command { required, ..self }
    }

    pub(crate) const fn without_database(self) -> Command {
        Command { opens_database: false, ..self }
    }
}

/// A command line that cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct UsageFault {
    pub(crate) code: &'static str,
    pub(crate) values: Vec<(String, String)>,
}

impl UsageFault {
    pub(crate) fn new(code: &'static str, word: &str) -> UsageFault {
        UsageFault { code, values: vec![("word".to_owned(), word.to_owned())] }
    }

    fn with(mut self, name: &str, value: &str) -> UsageFault {
        self.values.push((name.to_owned(), value.to_owned()));
        self
    }
}

/// A command line that has been understood.
#[derive(Debug)]
pub(crate) struct Arguments {
    pub(crate) command: Option<&'static Command>,
    positionals: Vec<String>,
    /// An option that is given more than once has several values.
    options: BTreeMap<&'static str, Vec<String>>,
}

/// The command with the longest name that the words make.
fn longest(table: &'static [Command], plain: &[String]) -> Option<&'static Command> {
    let named = table.iter().filter(|command| command.matches(plain));
    named.max_by_key(|command| command.words.len())
}

impl Arguments {
    /// Reads the words of a command line.
    ///
    /// The command is the longest name of the table that the first words without dash make.
    pub(crate) fn parse(
        words: Vec<OsString>,
        table: &'static [Command],
    ) -> Result<Arguments, UsageFault> {
        let mut parser = lexopt::Parser::from_args(words);
        let mut plain: Vec<String> = Vec::new();
        let mut options: BTreeMap<&'static str, Vec<String>> = BTreeMap::new();
        let rules = || COMMON.iter().chain(table.iter().flat_map(|command| command.options));
        while let Some(argument) = parser.next().map_err(|error| usage(&error.to_string()))? {
            match argument {
                lexopt::Arg::Value(word) => plain.push(word.to_string_lossy().into_owned()),
                lexopt::Arg::Short('h') => drop(options.insert("help", Vec::new())),
                lexopt::Arg::Short(letter) => return Err(usage(&format!("-{letter}"))),
                lexopt::Arg::Long(name) => {
                    let name = name.to_owned();
                    // An option may mean one thing to one command and another to the next.
                    let own = longest(table, &plain).map_or(&[][..], |command| command.options);
                    let rule = own
                        .iter()
                        .chain(rules())
                        .find(|rule| rule.name == name)
                        .ok_or_else(|| usage(&format!("--{name}")))?;
                    let value = match rule.takes {
                        Takes::Nothing => String::new(),
                        // A script whose variable is empty means a value, not that the option is away.
                        Takes::Value(_) => parser
                            .value()
                            .ok()
                            .map(|value| value.to_string_lossy().into_owned())
                            .filter(|value| !value.trim().is_empty())
                            .ok_or_else(|| UsageFault::new("usage-value-missing", rule.name))?,
                    };
                    options.entry(rule.name).or_default().push(value);
                }
            }
        }
        let command = longest(table, &plain);
        if command.is_none() && !plain.is_empty() && !options.contains_key("help") {
            return Err(UsageFault::new("usage-unknown-command", &plain.join(" ")));
        }
        let positionals = plain.split_off(command.map_or(0, |command| command.words.len()));
        let arguments = Arguments { command, positionals, options };
        arguments.check()?;
        Ok(arguments)
    }

    /// Refuses options and words that the command does not take, and missing ones.
    fn check(&self) -> Result<(), UsageFault> {
        let Some(command) = self.command.filter(|_| !self.flag("help")) else { return Ok(()) };
        for (name, given) in &self.options {
            let rule = COMMON.iter().chain(command.options).find(|rule| rule.name == *name);
            let Some(rule) = rule else { return Err(usage(&format!("--{name}"))) };
            let Some(choices) = rule.takes.choices() else { continue };
            if let Some(given) = given.iter().find(|given| !choices.contains(&&***given)) {
                let fault = UsageFault::new("usage-not-a-choice", name);
                return Err(fault.with("text", given).with("choices", &choices.join(", ")));
            }
        }
        if let Some(extra) = self.positionals.get(command.positionals.len()) {
            return Err(usage(extra));
        }
        let missing = command.positionals.get(self.positionals.len());
        if let Some(missing) = missing.filter(|word| !word.starts_with('[')) {
            return Err(UsageFault::new("usage-word-missing", missing));
        }
        for required in command.required {
            if !self.options.contains_key(required) {
                return Err(UsageFault::new("usage-option-missing", required));
            }
        }
        Ok(())
    }

    /// Whether a flag was given.
    pub(crate) fn flag(&self, name: &str) -> bool {
        self.options.contains_key(name)
    }

    /// Whether output is to be JSON.
    pub(crate) fn json(&self) -> bool {
        self.flag("json")
    }

    /// The value of an option; given more than once, the last.
    pub(crate) fn text(&self, name: &str) -> Option<String> {
        self.options.get(name)?.last().cloned()
    }

    /// The values of an option that may be given more than once.
    pub(crate) fn texts(&self, name: &str) -> &[String] {
        self.options.get(name).map_or(&[], Vec::as_slice)
    }

    /// The value of an option that the table requires.
    pub(crate) fn required(&self, name: &'static str) -> Result<String, UsageFault> {
        self.text(name).ok_or_else(|| UsageFault::new("usage-option-missing", name))
    }

    /// The word at a place after the command.
    pub(crate) fn word(&self, place: usize) -> String {
        self.positionals.get(place).cloned().unwrap_or_default()
    }

    /// A whole number of an option.
    pub(crate) fn number<T: std::str::FromStr>(
        &self,
        name: &'static str,
    ) -> Result<Option<T>, UsageFault> {
        let Some(text) = self.text(name) else { return Ok(None) };
        let fault = |_| UsageFault::new("usage-not-a-number", name).with("text", &text);
        text.parse().map(Some).map_err(fault)
    }
}

fn usage(word: &str) -> UsageFault {
    UsageFault::new("usage-not-understood", word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::table;

    fn parse(line: &str) -> Result<Arguments, UsageFault> {
        Arguments::parse(line.split(' ').map(OsString::from).collect(), table())
    }

    #[test]
    fn options_stand_anywhere() {
        for line in [
            "--db a.db --json payments import fil.csv --bank-ore 5",
            "payments --bank-ore 5 import --json fil.csv --db a.db",
        ] {
            let arguments = parse(line).unwrap();
            assert_eq!(arguments.command.unwrap().words, ["payments", "import"]);
            assert_eq!(arguments.word(0), "fil.csv");
            assert_eq!(arguments.number::<i64>("bank-ore").unwrap(), Some(5));
            assert!(arguments.json());
        }
    }

    #[test]
    fn wrong_usage_is_told() {
        for (line, code) in [
            ("flyg", "usage-unknown-command"),
            ("payments import", "usage-word-missing"),
            ("payments import a b", "usage-not-understood"),
            ("payments import a --month 2026-10", "usage-not-understood"),
            ("payments import a --hej", "usage-not-understood"),
            ("payments import a --profile", "usage-value-missing"),
            ("payments import a --profile=", "usage-value-missing"),
            ("last-day EKB-VARD NYA-EKB", "usage-not-understood"),
            ("match", "usage-option-missing"),
            ("watches mark --person P --watch W --mark foo", "usage-not-a-choice"),
            ("case move --case C --to flyg", "usage-not-a-choice"),
        ] {
            assert_eq!(parse(line).unwrap_err().code, code, "{line}");
        }
    }
}
