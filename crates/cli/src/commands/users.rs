//! Commands about users, their roles and attests, and what waits for a second person.

use api::{ErrorReply, Host};
use serde_json::{Value, json};

use super::call;
use super::options::{COST_CENTRE, FROM, USER_NAME};
use super::setup::{new_secret, secret_line};
use crate::arguments::{Arguments, OptionRule, flag, value};

/// What is told of a user.
pub(super) const ADD: &[OptionRule] = &[
    value("full-name", "NAMN"),
    value("os-account", "KONTO"),
    value("email", "ADRESS"),
    flag("service"),
    FROM,
    value("until", "DAG"),
];
/// What is told of a role.
pub(super) const GRANT: &[OptionRule] = &[
    value("id", "ID"),
    USER_NAME,
    value("role", "ROLL"),
    COST_CENTRE,
    value("stands-in-for", "ANVÄNDARE"),
    FROM,
    value("until", "DAG"),
];
/// What is told of an attest.
pub(super) const ATTEST: &[OptionRule] = &[
    value("id", "ID"),
    USER_NAME,
    value("number", "BESLUT"),
    COST_CENTRE,
    value("kind", "SLAG"),
    value("limit-ore", "ÖRE"),
    value("substitute-for", "ANVÄNDARE"),
    FROM,
    value("until", "DAG"),
];

pub(super) fn list(host: &mut Host, _: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "users.list", json!({}))
}

pub(super) fn add(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "name": arguments.word(0),
        "full_name": arguments.text("full-name").unwrap_or_default(),
        "os_account": arguments.text("os-account").unwrap_or_default(),
        "email": arguments.text("email").unwrap_or_default(),
        "service": arguments.flag("service"),
        "active_from": arguments.text("from"),
        "active_until": arguments.text("until"),
        "user_password": secret_line("cli-new-password")?,
    });
    call(host, "users.add", request)
}

pub(super) fn end(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "users.end", json!({ "user": arguments.word(0) }))
}

pub(super) fn password(host: &mut Host, _: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "users.password", json!({ "new_password": secret_line("cli-new-password")? }))
}

/// Gives one person's database to two; the passphrase that opened it stands for the one person.
pub(super) fn convert(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let (first, second) = (arguments.required("first")?, arguments.required("second")?);
    let request = json!({
        "first": { "name": first, "password": new_secret("cli-first-password")? },
        "second": { "name": second, "password": new_secret("cli-second-password")? },
    });
    call(host, "users.convert", request)
}

pub(super) fn ask_reset(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "users.ask_reset", json!({ "user": arguments.word(0) }))
}

pub(super) fn give_reset(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let id = arguments.required("id")?;
    let password = new_secret("cli-new-password")?;
    call(host, "users.give_reset", json!({ "id": id, "user_password": password }))
}

pub(super) fn sheet(host: &mut Host, _: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "users.sheet", json!({}))
}

pub(super) fn recover(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "path": arguments.text("db"),
        "name": arguments.required("name")?,
        "recovery_code": secret_line("cli-recovery-code")?,
        "new_password": secret_line("cli-new-password")?,
    });
    call(host, "users.recover", request)
}

pub(super) fn change_key(host: &mut Host, _: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "key.change", json!({}))
}

pub(super) fn grant(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "id": arguments.text("id"),
        "user": arguments.required("name")?,
        "role": arguments.required("role")?,
        "boards": arguments.texts("cost-centre"),
        "stands_in_for": arguments.text("stands-in-for"),
        "from": arguments.text("from"),
        "until": arguments.text("until"),
    });
    call(host, "roles.propose", request)
}

pub(super) fn confirm(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let id = arguments.required("id")?;
    if arguments.flag("recovery") {
        let code = secret_line("cli-recovery-code")?;
        return call(host, "roles.confirm_alone", json!({ "id": id, "recovery_code": code }));
    }
    call(host, "roles.confirm", json!({ "id": id }))
}

pub(super) fn end_role(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "roles.end", json!({ "id": arguments.required("id")? }))
}

pub(super) fn register(host: &mut Host, _: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "attests.register", json!({}))
}

pub(super) fn enter_attest(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "id": arguments.text("id"),
        "user": arguments.required("name")?,
        "decision": arguments.required("number")?,
        "boards": arguments.texts("cost-centre"),
        "kinds": arguments.texts("kind"),
        "limit_ore": arguments.number::<i64>("limit-ore")?,
        "substitute_for": arguments.text("substitute-for"),
        "from": arguments.text("from"),
        "until": arguments.text("until"),
    });
    call(host, "attests.enter", request)
}

pub(super) fn end_attest(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "attests.end", json!({ "id": arguments.required("id")? }))
}

pub(super) fn waiting(host: &mut Host, _: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "attests.waiting", json!({}))
}

pub(super) fn decide(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "attests.decide", json!({ "id": arguments.word(0) }))
}

pub(super) fn give_back(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let comment = arguments.required("comment")?;
    call(host, "attests.return", json!({ "id": arguments.word(0), "comment": comment }))
}
