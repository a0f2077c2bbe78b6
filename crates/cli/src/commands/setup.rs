//! Commands that set the house up: database, settings, catalogue, persons.

use std::io::{self, BufRead as _, IsTerminal as _};

use api::{ErrorReply, Host};
use serde_json::{Value, json};

use super::call;
use crate::arguments::{Arguments, UsageFault};
use crate::json::{read_json, read_text};

/// Environment variable with the secret of a service user, for scheduled work.
const SERVICE_SECRET: &str = "ATERSOK_SERVICE_SECRET";

/// The passphrase: asked for in a terminal, else the first line of standard input. None where the
/// environment gives the key.
pub(crate) fn passphrase_where_needed(prompt: &str) -> Result<Option<String>, ErrorReply> {
    if std::env::var_os("ATERSOK_KEY").is_some() {
        return Ok(None);
    }
    secret_line(prompt).map(Some)
}

/// A passphrase, password or code: asked for in a terminal, else the next line of standard input.
pub(super) fn secret_line(prompt: &str) -> Result<String, ErrorReply> {
    let unread = |_| ErrorReply::new("usage-no-passphrase", &[]);
    if !io::stdin().is_terminal() {
        let mut line = String::new();
        io::stdin().lock().read_line(&mut line).map_err(unread)?;
        return Ok(line.trim_end_matches(['\r', '\n']).to_owned());
    }
    let prompt = format!("{} ", api::texts::text(prompt, &[]));
    rpassword::prompt_password(prompt).map_err(unread)
}

/// Who opens the database, and by what: a user by name and password, whatever key the environment gives,
/// or one person by passphrase or key.
pub(crate) fn login(
    arguments: &Arguments,
    prompt: &str,
) -> Result<(Option<String>, Option<String>), ErrorReply> {
    match arguments.text("as") {
        None => Ok((None, passphrase_where_needed(prompt)?)),
        Some(user) => {
            let password = match std::env::var(SERVICE_SECRET) {
                Ok(secret) => secret,
                Err(_) => secret_line("cli-password")?,
            };
            Ok((Some(user), Some(password)))
        }
    }
}

/// A password that is typed twice in a terminal: one typing error would close its owner out.
pub(super) fn new_secret(prompt: &str) -> Result<String, ErrorReply> {
    let secret = secret_line(prompt)?;
    if io::stdin().is_terminal() && secret != secret_line("cli-new-passphrase-again")? {
        return Err(ErrorReply::new("passphrases-differ", &[]));
    }
    Ok(secret)
}

/// Makes a database that two persons set up.
fn init_for_two(
    host: &mut Host,
    arguments: &Arguments,
    [first, second]: [String; 2],
) -> Result<Value, ErrorReply> {
    let request = json!({
        "path": arguments.text("db"),
        "municipality": arguments.required("municipality")?,
        "organisation_number": arguments.required("orgnr")?,
        "training": arguments.flag("training"),
        "first": { "name": first, "password": new_secret("cli-first-password")? },
        "second": { "name": second, "password": new_secret("cli-second-password")? },
    });
    let status = call(host, "session.create", request)?;
    let mut open = status.get("open").cloned().unwrap_or_default();
    if let Some(open) = open.as_object_mut() {
        let code = status.get("recovery_code").cloned().unwrap_or_default();
        open.insert("recovery_code".to_owned(), code);
    }
    Ok(open)
}

pub(super) fn init(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    match (arguments.text("first"), arguments.text("second")) {
        (Some(first), Some(second)) => return init_for_two(host, arguments, [first, second]),
        (None, None) => {}
        (None, Some(_)) => return Err(UsageFault::new("usage-option-missing", "first").into()),
        (Some(_), None) => return Err(UsageFault::new("usage-option-missing", "second").into()),
    }
    let passphrase = passphrase_where_needed("cli-new-passphrase")?;
    // One typing error would lose the database for ever; a script does not mistype.
    if io::stdin().is_terminal()
        && passphrase != passphrase_where_needed("cli-new-passphrase-again")?
    {
        return Err(ErrorReply::new("passphrases-differ", &[]));
    }
    let request = json!({
        "path": arguments.text("db"),
        "municipality": arguments.required("municipality")?,
        "organisation_number": arguments.required("orgnr")?,
        "passphrase": passphrase,
        "training": arguments.flag("training"),
        "single_person": arguments.text("single-person"),
    });
    let status = call(host, "session.create", request)?;
    Ok(status.get("open").cloned().unwrap_or_default())
}

pub(super) fn settings_export(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "settings.export", json!({ "path": arguments.word(0) }))
}

pub(super) fn settings_import(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let settings = read_json(&arguments.word(0))?;
    call(host, "settings.put", json!({ "settings": settings }))
}

pub(super) fn codes_list(host: &mut Host, _: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "codes.list", json!({}))
}

pub(super) fn codes_add(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "payment_code": arguments.word(0),
        "compensation": arguments.text("compensation"),
        "clawback": arguments.flag("clawback"),
        "person_bound": !arguments.flag("not-person-bound"),
        "text": arguments.text("text").unwrap_or_default(),
        "valid_from": arguments.text("valid-from"),
        "valid_until": arguments.text("valid-until"),
    });
    call(host, "codes.add", request)
}

fn import(host: &mut Host, operation: &str, arguments: &Arguments) -> Result<Value, ErrorReply> {
    call(host, operation, json!({ "path": arguments.word(0) }))
}

pub(super) fn codes_import(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    import(host, "codes.import", arguments)
}

pub(super) fn compensations(host: &mut Host, _: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "compensations.list", json!({}))
}

pub(super) fn boards_list(host: &mut Host, _: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "boards.list", json!({}))
}

pub(super) fn boards_add(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({ "cost_centre": arguments.word(0), "name": arguments.word(1) });
    call(host, "boards.put", request)
}

pub(super) fn key_list(host: &mut Host, _: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "key.list", json!({}))
}

pub(super) fn key_import(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    import(host, "key.import", arguments)
}

pub(super) fn accounts_list(host: &mut Host, _: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "accounts.list", json!({}))
}

pub(super) fn accounts_import(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    import(host, "accounts.import", arguments)
}

pub(super) fn profile_list(host: &mut Host, _: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "profiles.list", json!({}))
}

pub(super) fn profile_add(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "profiles.add", json!({ "toml": read_text(&arguments.word(0))? }))
}

/// Where a number is given, the hash of the paper stands after it.
pub(super) fn audit_verify(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let hash = arguments.word(0);
    let against = match arguments.number::<i64>("against")? {
        Some(event) => Some(json!({
            "event": event, "hash": hash, "signature": arguments.text("signature"),
            "signed_by": arguments.text("signed-by"),
        })),
        None if hash.is_empty() => None,
        None => return Err(UsageFault::new("usage-option-missing", "against").into()),
    };
    call(host, "audit.verify", json!({ "against": against }))
}

pub(super) fn audit_head(host: &mut Host, _: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "audit.head", json!({}))
}

/// Everything that can be seen of the database: pages, chain, schema, kept files and sums.
pub(super) fn check(host: &mut Host, _: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "session.check", json!({}))
}
