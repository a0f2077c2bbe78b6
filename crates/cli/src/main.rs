//! The headless host: the same use cases without a window.
//!
//! `--json` gives one JSON document on standard output; messages for people go to standard error in
//! Swedish. Exit status 0: done. 1: findings, or a rule said no. 2: wrong usage, unreadable file or
//! internal fault.

mod arguments;
mod commands;
mod guard;
mod help;
mod json;
mod output;
mod people;
#[cfg(test)]
mod spoken;

use std::process::ExitCode;

use api::{ErrorReply, Host};

use arguments::{Arguments, UsageFault};

fn main() -> ExitCode {
    let given: Vec<std::ffi::OsString> = std::env::args_os().skip(1).collect();
    let json = given.iter().any(|word| word == "--json");
    match Arguments::parse(given, commands::table()) {
        Ok(arguments) if arguments.flag("help") || arguments.command.is_none() => {
            help::help(&arguments)
        }
        Ok(arguments) => run(&arguments),
        Err(fault) => output::usage_fault(&fault, json),
    }
}

fn run(arguments: &Arguments) -> ExitCode {
    let Some(command) = arguments.command else { return ExitCode::from(2) };
    match guard::guarded(|| work(arguments, command)) {
        Ok(done) => output::done(&done, arguments.json()),
        Err(reply) => output::failed(&reply, arguments.json()),
    }
}

/// Opens the database where the command needs one, and does the command.
fn work(
    arguments: &Arguments,
    command: &arguments::Command,
) -> Result<serde_json::Value, ErrorReply> {
    let user = arguments.text("user").unwrap_or_else(user_name);
    let mut host = Host::new(&user, None).signing().with_log();
    if let Some(today) = arguments.text("today") {
        commands::call(&mut host, "session.today", serde_json::json!({ "today": today }))?;
    }
    commands::refuse_inputs_as_outputs(command, arguments)?;
    if command.opens_database {
        commands::open(&mut host, arguments)?;
    }
    (command.run)(&mut host, arguments)
}

/// The name that the system knows the acting person by.
fn user_name() -> String {
    std::env::var("USER")
        .or_else(|_| std::env::var("USERNAME"))
        .unwrap_or_else(|_| api::texts::text("cli-unknown-user", &[]))
}

impl From<UsageFault> for ErrorReply {
    fn from(fault: UsageFault) -> ErrorReply {
        ErrorReply::new(fault.code, &fault.values)
    }
}
