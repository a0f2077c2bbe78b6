//! Commands of the house: setting up, users, settings, backups, what happened.

use crate::arguments::{Command, command, flag, value};
use crate::commands::options::{DRAFT, FROM, LAST_ORDER, LIST, OUT, PERSON, REASON, USER_NAME};
use crate::commands::{backup, booked, call, draft, keys, leaving, log, sample, setup, users};

pub(super) static COMMANDS: &[Command] = &[
    command(&["init"], setup::init)
        .with(&[
            value("municipality", "NAMN"),
            value("orgnr", "NUMMER"),
            flag("training"),
            value("first", "ANVÄNDARE"),
            value("second", "ANVÄNDARE"),
            value("single-person", "BESLUT"),
        ])
        .needing(&["municipality", "orgnr"])
        .without_database(),
    command(&["user", "list"], users::list),
    command(&["user", "add"], users::add).taking(&["ANVÄNDARE"]).with(users::ADD),
    command(&["user", "end"], users::end).taking(&["ANVÄNDARE"]),
    command(&["user", "password"], users::password),
    command(&["user", "convert"], users::convert)
        .with(&[value("first", "ANVÄNDARE"), value("second", "ANVÄNDARE")])
        .needing(&["first", "second"]),
    command(&["user", "reset"], users::ask_reset).taking(&["ANVÄNDARE"]),
    command(&["user", "give-password"], users::give_reset)
        .with(&[value("id", "ID")])
        .needing(&["id"]),
    command(&["role", "grant"], users::grant).with(users::GRANT).needing(&["name", "role"]),
    command(&["role", "confirm"], users::confirm)
        .with(&[value("id", "ID"), flag("recovery")])
        .needing(&["id"]),
    command(&["role", "end"], users::end_role).with(&[value("id", "ID")]).needing(&["id"]),
    command(&["attestregister", "list"], users::register),
    command(&["attestregister", "add"], users::enter_attest)
        .with(users::ATTEST)
        .needing(&["name", "number", "kind"]),
    command(&["attestregister", "end"], users::end_attest)
        .with(&[value("id", "ID")])
        .needing(&["id"]),
    command(&["attest", "list"], users::waiting),
    command(&["attest", "decide"], users::decide).taking(&["ID"]),
    command(&["attest", "return"], users::give_back)
        .taking(&["ID"])
        .with(&[value("comment", "TEXT")])
        .needing(&["comment"]),
    command(&["key", "change"], users::change_key),
    command(&["key", "sheet"], users::sheet),
    command(&["key", "recover"], users::recover)
        .with(&[USER_NAME])
        .needing(&["name"])
        .without_database(),
    command(&["settings", "export"], setup::settings_export).taking(&["FIL"]),
    command(&["settings", "import"], setup::settings_import).taking(&["FIL"]),
    command(&["codes", "list"], setup::codes_list),
    command(&["codes", "add"], setup::codes_add).taking(&["KOD"]).with(&[
        value("compensation", "KOD"),
        flag("clawback"),
        flag("not-person-bound"),
        value("text", "TEXT"),
        value("valid-from", "DAG"),
        value("valid-until", "DAG"),
    ]),
    command(&["codes", "import"], setup::codes_import).taking(&["FIL"]),
    command(&["codes", "export"], keys::codes_export).taking(&["[FIL]"]).with(&[OUT]),
    command(&["original", "list"], draft::originals),
    command(&["original", "save"], draft::save_original)
        .with(&[LIST, DRAFT, OUT, REASON])
        .needing(&["out"]),
    command(&["boards", "list"], setup::boards_list),
    command(&["boards", "add"], setup::boards_add).taking(&["ANSVAR", "NAMN"]),
    command(&["key", "list"], setup::key_list),
    command(&["key", "import"], setup::key_import).taking(&["FIL"]),
    command(&["key", "draft"], keys::draft).with(&[
        value("set", "KOD=NÄMND:PROCENT+NÄMND:PROCENT*"),
        value("remove", "KOD"),
        flag("anew"),
        flag("discard"),
    ]),
    command(&["key", "try"], keys::try_month)
        .with(&[value("month", "MÅNAD"), value("file", "FIL")])
        .needing(&["month"]),
    command(&["key", "decide"], keys::decide)
        .with(&[
            value("number", "BESLUT"),
            FROM,
            value("until", "DAG"),
            value("compensation", "KOD"),
            flag("whole"),
        ])
        .needing(&["number", "from"]),
    command(&["key", "export"], keys::key_export).taking(&["[FIL]"]).with(&[OUT]),
    command(&["accounts", "list"], setup::accounts_list),
    command(&["accounts", "import"], setup::accounts_import).taking(&["FIL"]),
    command(&["accounts", "export"], keys::accounts_export).taking(&["[FIL]"]).with(&[OUT]),
    command(&["period", "list"], booked::period_list),
    command(&["period", "open"], booked::period_open)
        .taking(&["[PERIOD]"])
        .with(&[value("period", "PERIOD")]),
    command(&["period", "close"], booked::period_close)
        .taking(&["[PERIOD]"])
        .with(&[value("period", "PERIOD")]),
    command(&["profile", "list"], setup::profile_list),
    command(&["profile", "add"], setup::profile_add).taking(&["FIL"]),
    // Opens the database itself, where the operation needs one.
    command(&["call"], call::operation)
        .taking(&["NAMN"])
        .with(&[value("request", "FIL|-")])
        .without_database(),
    command(&["audit", "verify"], setup::audit_verify).taking(&["[KONTROLLSUMMA]"]).with(&[
        value("against", "NUMMER"),
        value("signature", "SIFFROR"),
        value("signed-by", "ANVÄNDARE"),
    ]),
    command(&["log", "review"], log::review).taking(&["[ID]"]).with(&[
        value("reading", "NUMMER"),
        value("verdict", "DOM"),
        value("note", "TEXT"),
        flag("sign"),
    ]),
    command(&["log", "sample"], log::sample).with(log::SAMPLE),
    command(&["log", "extract"], log::extract).with(&[PERSON]).needing(&["person"]),
    command(&["audit", "head"], setup::audit_head),
    command(&["check"], setup::check),
    command(&["backup", "make"], backup::make).with(&[value("to", "MAPP"), flag("daily")]),
    command(&["backup", "list"], backup::list).with(&[value("from", "MAPP")]),
    command(&["backup", "state"], backup::state),
    command(&["backup", "verify"], backup::verify).taking(&["FIL"]).without_database(),
    command(&["backup", "drill"], backup::drill).taking(&["FIL"]).with(&[OUT]).needing(&["out"]),
    command(&["restore"], backup::restore)
        .taking(&["FIL"])
        .with(&[value("into", "FIL"), LAST_ORDER])
        .needing(&["into"])
        .without_database(),
    command(&["restore", "answer"], backup::answer).with(&[LAST_ORDER]).needing(&["last-order"]),
    command(&["exit", "state"], leaving::state),
    command(&["exit", "ask"], leaving::ask).with(&[REASON]).needing(&["reason"]),
    command(&["exit", "write"], leaving::write)
        .with(&[value("out", "MAPP"), REASON])
        .needing(&["out"]),
    command(&["exit", "verify"], leaving::verify)
        .taking(&["MAPP"])
        .with(&[value("into", "FIL")])
        .needing(&["into"])
        .without_database(),
    command(&["sample"], sample::sample)
        .with(&[
            value("persons", "ANTAL"),
            value("months", "ANTAL"),
            value("rows", "ANTAL"),
            value("seed", "TAL"),
            value("anomalies", "ANTAL"),
            flag("expected"),
            flag("claims"),
            flag("training-month"),
            value("out", "MAPP"),
        ])
        .needing(&["out"])
        .without_database(),
];
