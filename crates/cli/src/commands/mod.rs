//! What each command does, an area in a file; `table.rs` lists them all.

mod backup;
mod booked;
mod call;
mod candidates;
mod cases;
mod claims;
mod costs;
mod draft;
mod expectation;
mod intake;
mod keys;
mod last_days;
mod law;
mod leaving;
mod log;
mod money;
mod options;
mod outputs;
mod persons;
mod register;
mod runs;
mod sample;
mod school;
mod setup;
mod stream;
mod table;
mod users;

use api::{ErrorReply, Host, Unwatched};
use serde_json::{Value, json};

pub(crate) use outputs::refuse_inputs_as_outputs;
pub(crate) use table::table;

use crate::arguments::Arguments;

/// Which page of a list is meant: the one that is asked for, else page `first`, else all rows.
fn shown(arguments: &Arguments, first: Option<u32>) -> Result<Value, ErrorReply> {
    Ok(match arguments.number::<u32>("page")?.or(first) {
        Some(page) => json!({ "page": page }),
        None => json!({ "all": true }),
    })
}

/// Opens the database of the command line.
pub(crate) fn open(host: &mut Host, arguments: &Arguments) -> Result<(), ErrorReply> {
    let (user, passphrase) = setup::login(arguments, "cli-passphrase")?;
    let request = json!({ "path": arguments.text("db"), "user": user, "passphrase": passphrase });
    call(host, "session.open", request)?;
    Ok(())
}

/// Does one operation of the contract.
pub(crate) fn call(host: &mut Host, name: &str, request: Value) -> Result<Value, ErrorReply> {
    host.call(name, request, &Unwatched)
}
