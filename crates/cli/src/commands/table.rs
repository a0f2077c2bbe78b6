//! The table of commands: words, options, and what each does.

use super::options::{
    AS_OF, BOARD_FROM, CASE, CASE_KIND, CLAIM, CLAIM_LINE, COST, COST_CENTRE, DECIDE, DISTRIBUTION,
    DRAFT, FACT, FROM, LAST_ORDER, LINE, LIST, OFFICER, ON, ORDER, OUT, PERSON, PROFILE, REASON,
    RECEIVED, REPORT, ROWS, SEEN, SOURCE, UNIT, USER_NAME, VALID_FROM,
};
use super::{
    backup, booked, call, candidates, cases, claims, costs, draft, expectation, intake, keys,
    last_days, law, leaving, log, money, persons, register, runs, sample, school, setup, stream,
    users,
};
use crate::arguments::{Command, command, flag, value};

/// Every command.
pub(crate) static TABLE: &[Command] = &[
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
    command(&["compensations"], setup::compensations),
    command(&["rates", "list"], law::list).with(&[ON]).without_database(),
    command(&["rates", "show"], law::show).taking(&["KOD"]).without_database(),
    command(&["rates", "get"], law::get)
        .taking(&["KOD"])
        .with(&[
            ON,
            value("decided", "DAG"),
            value("died", "DAG"),
            value("born", "DAG"),
            RECEIVED,
            value("assigned-under", "LAG"),
            value("item", "SAK"),
        ])
        .without_database(),
    command(&["rates", "add"], law::add)
        .taking(&["KOD"])
        .with(&[
            value("id", "UUID"),
            value("case", "FALL"),
            VALID_FROM,
            value("valid-until", "DAG"),
            value("value", "BELOPP"),
            SOURCE,
            value("checked-on", "DAG"),
            value("note", "TEXT"),
            flag("sure"),
            flag("preview"),
        ])
        .needing(&["valid-from", "value", "source"]),
    command(&["rates", "withdraw"], law::withdraw).with(&[value("id", "UUID")]).needing(&["id"]),
    command(&["rates", "check"], law::check)
        .taking(&["KOD"])
        .with(&[value("checked-on", "DAG"), SOURCE])
        .needing(&["source"]),
    command(&["rates", "year"], law::year)
        .with(&[value("year", "ÅR"), value("file", "FIL"), SOURCE])
        .needing(&["year"]),
    command(&["law", "effect"], law::effect).with(&[
        ON,
        value("file", "FIL"),
        value("until", "DAG"),
    ]),
    command(&["rates", "questions"], law::questions),
    command(&["rates", "answer"], law::answer)
        .taking(&["FRÅGA", "SVAR"])
        .with(&[VALID_FROM, REASON])
        .needing(&["valid-from", "reason"]),
    command(&["calc"], law::calc)
        .taking(&["KOD"])
        .with(&[
            value("facts", "FIL"),
            PERSON,
            value("municipality", "NAMN"),
            value("until", "DAG"),
        ])
        .without_database(),
    command(&["last-day"], law::last_day)
        .taking(&["[KOD]"])
        .with(&[
            value("period", "PERIOD"),
            RECEIVED,
            flag("first-claim"),
            value("decided", "DAG"),
            value("served", "DAG"),
        ])
        .without_database(),
    command(&["expect"], expectation::expect)
        .with(&[PERSON, value("until", "DAG"), value("since", "DAG")])
        .needing(&["until"]),
    command(&["explain"], expectation::explain)
        .taking(&["KOD"])
        .with(&[PERSON, FROM, AS_OF])
        .needing(&["from"]),
    command(&["claim", "candidates"], candidates::list).with(&[
        AS_OF,
        UNIT,
        value("compensation", "KOD"),
        value("period", "PERIOD"),
        PERSON,
    ]),
    command(&["claim", "answer"], candidates::answer)
        .with(&[
            PERSON,
            value("compensation", "KOD"),
            value("period", "PERIOD"),
            REASON,
            value("id", "UUID"),
            flag("lost"),
        ])
        .needing(&["person", "compensation", "period", "reason"]),
    command(&["claim", "confirm-lost"], candidates::confirm)
        .with(&[value("answer", "ID")])
        .needing(&["answer"]),
    command(&["claim", "unanswer"], candidates::withdraw)
        .with(&[value("answer", "ID")])
        .needing(&["answer"]),
    command(&["report", "risk"], candidates::risk).with(&[AS_OF, flag("escalations")]),
    command(&["report", "net"], candidates::net)
        .with(&[FROM, value("until", "MÅNAD")])
        .needing(&["from", "until"]),
    command(&["report", "missing"], expectation::missing).with(&[AS_OF]),
    command(&["report", "keep"], expectation::keep).with(&[
        value("row", "ID"),
        value("compensation", "KOD"),
        PERSON,
        value("id", "UUID"),
        AS_OF,
    ]),
    command(&["report", "print"], expectation::print)
        .with(&[
            value("row", "ID"),
            value("compensation", "KOD"),
            PERSON,
            value("report", "ID"),
            OUT,
            AS_OF,
        ])
        .needing(&["out"]),
    command(&["report", "reported"], expectation::reported).with(&[AS_OF]),
    command(&["report", "write-off"], expectation::write_off)
        .with(&[value("row", "NUMMER"), REASON, flag("undo")])
        .needing(&["row", "reason"]),
    command(&["faults", "list"], expectation::faults),
    command(&["faults", "add"], expectation::note_fault)
        .with(&[
            value("id", "UUID"),
            value("compensation", "KOD"),
            FROM,
            value("until", "DAG"),
            value("text", "TEXT"),
        ])
        .needing(&["id", "from", "until", "text"]),
    command(&["faults", "end"], expectation::end_fault)
        .with(&[value("id", "UUID")])
        .needing(&["id"]),
    command(&["decisions", "list"], expectation::grants),
    command(&["decisions", "add"], expectation::decide)
        .with(&[
            value("id", "UUID"),
            PERSON,
            value("compensation", "KOD"),
            FROM,
            value("until", "DAG"),
            value("decided", "DAG"),
            value("amount-ore", "ÖRE"),
            SOURCE,
        ])
        .needing(&["compensation", "from", "until", "decided", "amount-ore"]),
    command(&["decisions", "check"], expectation::check_decisions)
        .with(&[value("month", "MÅNAD")])
        .needing(&["month"]),
    command(&["decisions", "mark"], expectation::mark_decisions)
        .with(&[value("month", "MÅNAD"), value("row", "ID"), flag("undo")])
        .needing(&["month", "row"]),
    command(&["decisions", "import"], expectation::read_decisions)
        .taking(&["FIL"])
        .with(&[PROFILE, value("decided", "DAG")]),
    command(&["decisions", "withdraw"], expectation::withdraw_grant)
        .with(&[value("id", "UUID")])
        .needing(&["id"]),
    command(&["decisions", "read"], expectation::draft_decisions).taking(&["FIL"]).with(&[
        PROFILE,
        value("decided", "DAG"),
        value("id", "ID"),
    ]),
    command(&["decisions", "drafts"], |host, given| draft::drafts("decisions", host, given)),
    command(&["decisions", "rows"], |host, given| draft::rows("decisions", host, given))
        .with(ROWS)
        .needing(&["draft"]),
    command(&["decisions", "decide"], |host, given| draft::decide("decisions", host, given))
        .with(DECIDE)
        .needing(&["draft"]),
    command(&["decisions", "commit"], |host, given| draft::commit("decisions", host, given))
        .with(&[DRAFT, REPORT])
        .needing(&["draft"]),
    command(&["decisions", "discard"], |host, given| draft::discard("decisions", host, given))
        .with(&[DRAFT])
        .needing(&["draft"]),
    command(&["original", "list"], draft::originals),
    command(&["original", "save"], draft::save_original)
        .with(&[LIST, DRAFT, OUT, REASON])
        .needing(&["out"]),
    command(&["calendar"], expectation::calendar).with(&[AS_OF]),
    command(&["watches", "list"], expectation::watches).with(&[
        PERSON,
        value("until", "DAG"),
        value("page", "SIDA"),
    ]),
    command(&["watches", "mark"], expectation::mark_watch)
        .with(&[
            PERSON,
            value("watch", "NYCKEL"),
            value("mark", "done|moved|not-applicable|undone"),
            value("day", "DAG"),
            REASON,
        ])
        .needing(&["person", "watch", "mark"]),
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
    command(&["register", "import"], register::import).taking(&["FIL"]).with(&[
        PROFILE,
        BOARD_FROM,
        value("id", "ID"),
        value("decisions", "FIL"),
        flag("park-faulty"),
        REPORT,
    ]),
    command(&["register", "read"], register::read).taking(&["FIL"]).with(&[
        PROFILE,
        BOARD_FROM,
        value("id", "ID"),
    ]),
    command(&["register", "drafts"], |host, given| draft::drafts("register", host, given)),
    command(&["register", "rows"], |host, given| draft::rows("register", host, given))
        .with(ROWS)
        .needing(&["draft"]),
    command(&["register", "decide"], |host, given| draft::decide("register", host, given))
        .with(DECIDE)
        .needing(&["draft"]),
    command(&["register", "commit"], |host, given| draft::commit("register", host, given))
        .with(&[DRAFT, REPORT])
        .needing(&["draft"]),
    command(&["register", "discard"], |host, given| draft::discard("register", host, given))
        .with(&[DRAFT])
        .needing(&["draft"]),
    command(&["register", "export"], register::export)
        .with(&[value("out", "MAPP|FIL"), flag("pseudonymise")])
        .needing(&["out"]),
    command(&["register", "proposals"], register::proposals)
        .with(&[LIST, LINE, flag("take"), flag("facts"), COST_CENTRE, BOARD_FROM, flag("confirm")])
        .needing(&["list"]),
    command(&["person", "find"], persons::find).taking(&["TEXT"]).with(&[COST_CENTRE]),
    command(&["person", "show"], persons::show).with(&[PERSON, REASON]).needing(&["person"]),
    command(&["person", "add"], persons::add).with(&[
        value("entry", "UUID"),
        value("id", "ID"),
        value("family-name", "NAMN"),
        value("given-name", "NAMN"),
        value("birth-date", "DAG"),
        value("dossier-number", "NUMMER"),
        value("personal-number", "NUMMER"),
        COST_CENTRE,
        value("board-from", "DAG"),
        FACT,
        flag("confirm"),
    ]),
    command(&["person", "board"], persons::board)
        .with(&[PERSON, COST_CENTRE, value("district", "DISTRIKT"), value("from", "DAG"), REASON])
        .needing(&["person", "cost-centre"]),
    command(&["person", "set"], persons::set)
        .with(&[PERSON, FACT, REASON])
        .needing(&["person", "fact"]),
    command(&["person", "end"], persons::end)
        .with(&[
            PERSON,
            value("fact", "ID"),
            value("last-day", "DAG"),
            value("source", "TEXT"),
            REASON,
        ])
        .needing(&["person", "fact"]),
    command(&["person", "facts"], persons::facts)
        .with(&[PERSON, value("as-known", "DAG"), REASON])
        .needing(&["person"]),
    command(&["person", "history"], persons::history).with(&[PERSON, REASON]).needing(&["person"]),
    command(&["person", "kinds"], persons::kinds),
    command(&["person", "merge"], persons::merge)
        .with(&[PERSON, value("into", "ID"), flag("confirm"), REASON])
        .needing(&["person", "into"]),
    command(&["person", "split"], persons::split).with(&[PERSON]).needing(&["person"]),
    command(&["duplicates"], persons::duplicates),
    command(&["case", "list"], cases::list).with(&[
        PERSON,
        OFFICER,
        COST_CENTRE,
        value("until", "DAG"),
        value("state", "LÄGE"),
        value("page", "SIDA"),
    ]),
    command(&["case", "show"], cases::show).with(&[CASE, REASON]).needing(&["case"]),
    command(&["case", "open"], cases::open)
        .with(&[
            value("id", "ID"),
            PERSON,
            CASE_KIND,
            value("compensation", "KOD"),
            OFFICER,
            COST_CENTRE,
            value("due", "DAG"),
            value("due-text", "TEXT"),
            value("note", "TEXT"),
        ])
        .needing(&["person", "kind"]),
    command(&["case", "move"], cases::move_to)
        .with(&[
            value("id", "ID"),
            CASE,
            value("to", "active|changed|ended|closed"),
            value("note", "TEXT"),
        ])
        .needing(&["case", "to"]),
    command(&["case", "change"], cases::change)
        .with(&[
            value("id", "ID"),
            CASE,
            OFFICER,
            COST_CENTRE,
            value("due", "DAG"),
            value("due-text", "TEXT"),
            value("settle", "ID"),
            value("note", "TEXT"),
        ])
        .needing(&["case"]),
    command(&["case", "attach"], cases::attach)
        .taking(&["FIL"])
        .with(&[value("id", "ID"), CASE, CASE_KIND, flag("secret")])
        .needing(&["case", "kind"]),
    command(&["case", "save"], cases::save)
        .with(&[value("document", "ID"), OUT, CASE, REASON])
        .needing(&["document", "out"]),
    command(&["claim", "list"], claims::list).with(&[
        value("state", "LÄGE"),
        value("compensation", "KOD"),
        UNIT,
    ]),
    command(&["claim", "show"], claims::show).with(&[CLAIM, REASON]).needing(&["claim"]),
    command(&["claim", "check"], claims::show).with(&[CLAIM, REASON]).needing(&["claim"]),
    command(&["claim", "create"], claims::create).with(&[
        value("id", "ID"),
        value("compensation", "KOD"),
        value("period", "PERIOD"),
        UNIT,
        value("from", "ANSÖKAN"),
        flag("candidates"),
    ]),
    command(&["claim", "take"], claims::take_candidates)
        .with(&[value("id", "ID"), CLAIM, SEEN, PERSON, value("period", "PERIOD")])
        .needing(&["claim"]),
    command(&["claim", "line", "add"], claims::line_add)
        .with(&[
            value("id", "ID"),
            CLAIM,
            SEEN,
            PERSON,
            FROM,
            value("until", "DAG"),
            value("amount-ore", "ÖRE"),
            value("cost", "KOSTNADER"),
            UNIT,
        ])
        .needing(&["claim", "person"]),
    command(&["claim", "line", "remove"], claims::line_remove)
        .with(&[value("id", "ID"), CLAIM, SEEN, CLAIM_LINE])
        .needing(&["claim", "line"]),
    command(&["claim", "line", "service"], claims::line_service)
        .with(&[
            value("id", "ID"),
            CLAIM,
            SEEN,
            CLAIM_LINE,
            value("service-ore", "ÖRE"),
            value("difference", "TEXT"),
        ])
        .needing(&["claim", "line"]),
    command(&["claim", "numbers"], claims::numbers)
        .with(&[
            value("id", "ID"),
            CLAIM,
            SEEN,
            value("diary", "NUMMER"),
            value("agency", "NUMMER"),
        ])
        .needing(&["claim"]),
    command(&["claim", "attach"], claims::attach)
        .taking(&["FIL"])
        .with(&[value("id", "ID"), CLAIM, SEEN, value("evidence", "SLAG"), CLAIM_LINE])
        .needing(&["claim", "evidence"]),
    command(&["claim", "detach"], claims::detach)
        .with(&[value("id", "ID"), CLAIM, SEEN, value("document", "ID")])
        .needing(&["claim", "document"]),
    command(&["claim", "pass"], claims::pass)
        .with(&[value("id", "ID"), CLAIM, SEEN, value("code", "KOD"), CLAIM_LINE, REASON])
        .needing(&["claim", "code", "reason"]),
    command(&["claim", "send"], claims::send)
        .with(&[value("id", "ID"), CLAIM, SEEN])
        .needing(&["claim"]),
    command(&["claim", "return"], claims::return_it)
        .with(&[value("id", "ID"), CLAIM, SEEN, REASON, CLAIM_LINE, value("comment", "TEXT")])
        .needing(&["claim", "reason"]),
    command(&["claim", "approve"], claims::approve)
        .with(&[value("id", "ID"), CLAIM, SEEN])
        .needing(&["claim"]),
    command(&["claim", "withdraw"], claims::withdraw)
        .with(&[value("id", "ID"), CLAIM, SEEN, REASON])
        .needing(&["claim", "reason"]),
    command(&["claim", "submit"], claims::submit)
        .with(&[
            value("id", "ID"),
            CLAIM,
            SEEN,
            value("receipt", "NUMMER"),
            value("on", "TIDPUNKT"),
        ])
        .needing(&["claim", "receipt", "on"]),
    command(&["claim", "package"], claims::package)
        .with(&[CLAIM, value("out", "MAPP"), REASON])
        .needing(&["claim", "out"]),
    command(&["last-days", "list"], last_days::list).with(&[
        value("until", "DAG"),
        COST_CENTRE,
        flag("done"),
        value("page", "SIDA"),
    ]),
    command(&["last-days", "set"], last_days::set)
        .with(&[
            value("id", "ID"),
            value("compensation", "KOD"),
            COST_CENTRE,
            value("period", "PERIOD"),
            value("last-day", "DAG"),
            value("amount-ore", "ÖRE"),
            value("note", "TEXT"),
        ])
        .needing(&["compensation", "cost-centre", "period"]),
    command(&["last-days", "done"], last_days::done)
        .with(&[value("id", "ID"), flag("undo")])
        .needing(&["id"]),
    command(&["school", "import"], school::import).taking(&["FIL"]).with(&[
        PROFILE,
        value("id", "ID"),
        UNIT,
        value("period", "PERIOD"),
    ]),
    command(&["school", "list"], school::list)
        .with(&[value("period", "PERIOD"), value("page", "SIDA")]),
    command(&["school", "periods"], school::periods)
        .with(&[value("period", "PERIOD"), flag("differing"), value("page", "SIDA")])
        .needing(&["period"]),
    command(&["school", "drafts"], |host, given| draft::drafts("school", host, given)),
    command(&["school", "rows"], |host, given| draft::rows("school", host, given))
        .with(ROWS)
        .needing(&["draft"]),
    command(&["school", "decide"], |host, given| draft::decide("school", host, given))
        .with(DECIDE)
        .needing(&["draft"]),
    command(&["school", "commit"], |host, given| draft::commit("school", host, given))
        .with(&[DRAFT, REPORT])
        .needing(&["draft"]),
    command(&["school", "discard"], |host, given| draft::discard("school", host, given))
        .with(&[DRAFT])
        .needing(&["draft"]),
    command(&["cost", "list"], costs::list).with(&[
        flag("open"),
        UNIT,
        value("compensation", "KOD"),
        PERSON,
        value("from", "DAG"),
        value("until", "DAG"),
        value("voucher", "NUMMER"),
        value("page", "SIDA"),
    ]),
    command(&["cost", "import"], costs::import)
        .taking(&["FIL"])
        .with(&[PROFILE, value("id", "ID")]),
    command(&["cost", "drafts"], |host, given| draft::drafts("costs", host, given)),
    command(&["cost", "rows"], |host, given| draft::rows("costs", host, given))
        .with(ROWS)
        .needing(&["draft"]),
    command(&["cost", "decide"], |host, given| draft::decide("costs", host, given))
        .with(DECIDE)
        .needing(&["draft"]),
    command(&["cost", "commit"], |host, given| draft::commit("costs", host, given))
        .with(&[DRAFT, REPORT])
        .needing(&["draft"]),
    command(&["cost", "discard"], |host, given| draft::discard("costs", host, given))
        .with(&[DRAFT])
        .needing(&["draft"]),
    command(&["cost", "show"], costs::show).with(&[COST]).needing(&["cost"]),
    command(&["cost", "add"], costs::add)
        .with(&[
            value("id", "ID"),
            PERSON,
            value("share", "PERSON=ÖRE"),
            value("compensation", "KOD"),
            FROM,
            value("until", "DAG"),
            value("amount-ore", "ÖRE"),
            value("fee-ore", "ÖRE"),
            value("voucher", "NUMMER"),
            UNIT,
            value("item", "SAK"),
            value("note", "TEXT"),
            value("not-the-same", "TEXT"),
        ])
        .needing(&["compensation", "from", "until", "amount-ore"]),
    command(&["cost", "correct"], costs::correct)
        .with(&[
            value("id", "ID"),
            COST,
            REASON,
            PERSON,
            value("share", "PERSON=ÖRE"),
            value("compensation", "KOD"),
            FROM,
            value("until", "DAG"),
            value("amount-ore", "ÖRE"),
            value("fee-ore", "ÖRE"),
            value("voucher", "NUMMER"),
            UNIT,
            value("item", "SAK"),
            value("note", "TEXT"),
            value("not-the-same", "TEXT"),
        ])
        .needing(&["cost", "reason"]),
    command(&["cost", "withdraw"], costs::withdraw)
        .with(&[value("id", "ID"), COST, REASON])
        .needing(&["cost", "reason"]),
    command(&["intake", "open"], intake::open)
        .with(&[value("period", "PERIOD"), flag("plan")])
        .needing(&["period"]),
    command(&["intake", "list"], intake::list).with(&[
        value("unit", "ANSVAR"),
        value("period", "PERIOD"),
        value("state", "LÄGE"),
        flag("silent"),
    ]),
    command(&["intake", "mark"], intake::mark)
        .with(&[value("row", "ID"), value("state", "LÄGE"), value("from", "TEXT"), ON])
        .needing(&["row", "state"]),
    command(&["intake", "remind"], intake::remind)
        .with(&[value("unit", "ANSVAR"), value("period", "PERIOD"), OUT])
        .needing(&["unit"]),
    command(&["payments", "list"], money::lists),
    command(&["payments", "show"], money::show).with(&[LIST]).needing(&["list"]),
    command(&["payments", "preview"], stream::preview)
        .taking(&["FIL"])
        .with(&[PROFILE, value("payment-date", "DAG")]),
    command(&["payments", "import"], money::import).taking(&["FIL"]).with(&[
        PROFILE,
        value("payment-date", "DAG"),
        value("bank-ore", "ÖRE"),
        REASON,
        value("decisions", "FIL"),
        flag("park-faulty"),
        value("id", "ID"),
    ]),
    command(&["payments", "decide"], money::decide)
        .with(&[
            LIST,
            LINE,
            value("decisions", "FIL"),
            value("correct", "FÄLT=VÄRDE"),
            flag("park"),
            flag("accept"),
        ])
        .needing(&["list"]),
    command(&["payments", "undo"], money::undo).with(&[LIST, LINE]).needing(&["list"]),
    command(&["payments", "commit"], money::commit)
        .with(&[LIST, value("bank-ore", "ÖRE"), REASON])
        .needing(&["list"]),
    command(&["payments", "bank"], money::bank)
        .with(&[LIST, value("bank-ore", "ÖRE"), REASON])
        .needing(&["list", "bank-ore"]),
    command(&["payments", "discard"], money::discard).with(&[LIST]).needing(&["list"]),
    command(&["payments", "reverse"], money::reverse)
        .with(&[LIST, REASON])
        .needing(&["list", "reason"]),
    command(&["payments", "protocol"], money::protocol)
        .with(&[LIST, OUT])
        .needing(&["list", "out"]),
    command(&["match"], money::match_list)
        .with(&[
            LIST,
            LINE,
            value("person", "ID"),
            flag("undo"),
            flag("add-person"),
            flag("add-numbers"),
        ])
        .needing(&["list"]),
    command(&["distribute"], money::distribute)
        .with(&[value("month", "MÅNAD"), value("id", "ID"), flag("draft")])
        .needing(&["month"]),
    command(&["distribution", "list"], runs::list),
    command(&["distribution", "show"], runs::show).with(&[DISTRIBUTION]).needing(&["distribution"]),
    command(&["distribution", "lock"], runs::lock).with(&[DISTRIBUTION]).needing(&["distribution"]),
    command(&["distribution", "discard"], runs::discard)
        .with(&[DISTRIBUTION])
        .needing(&["distribution"]),
    command(&["distribution", "take-back"], runs::take_back)
        .with(&[DISTRIBUTION, REASON, value("id", "ID")])
        .needing(&["distribution", "reason"]),
    command(&["distribution", "wrong"], runs::wrong),
    command(&["distribution", "correct"], runs::correct)
        .with(&[value("month", "MÅNAD"), value("id", "ID"), LIST, LINE])
        .needing(&["month"]),
    command(&["report", "suspense"], runs::suspense).with(&[AS_OF, OUT]),
    command(&["statement"], money::statement)
        .with(&[DISTRIBUTION, value("cost-centre", "ANSVAR"), OUT])
        .needing(&["distribution", "out"]),
    command(&["book"], money::book)
        .with(&[
            DISTRIBUTION,
            value("period", "PERIOD"),
            value("date", "DAG"),
            value("previous-year", "income"),
            value("receivable", "KOD=VERIFIKATION"),
            value("id", "ID"),
        ])
        .needing(&["distribution"]),
    command(&["order", "list"], money::order_list),
    command(&["order", "show"], money::order_show).with(&[ORDER]).needing(&["order"]),
    command(&["order", "attest"], money::order_attest).with(&[ORDER]).needing(&["order"]),
    command(&["order", "withdraw"], money::order_withdraw)
        .with(&[ORDER, REASON])
        .needing(&["order", "reason"]),
    command(&["order", "booked"], booked::booked).with(&[
        ORDER,
        value("voucher", "NUMMER"),
        value("number", "VERIFIKATIONSNUMMER"),
        value("date", "DAG"),
        value("file", "FIL"),
        flag("undo"),
        REASON,
    ]),
    command(&["order", "reject"], booked::reject)
        .with(&[ORDER, REASON])
        .needing(&["order", "reason"]),
    command(&["order", "print"], money::order_print).with(&[ORDER, OUT]).needing(&["order", "out"]),
    command(&["export"], money::export)
        .with(&[ORDER, value("format", "FORMAT"), OUT])
        .needing(&["order", "format", "out"]),
    command(&["trace"], money::trace).with(&[
        ORDER,
        value("voucher", "NUMMER"),
        value("posting", "NUMMER"),
        LIST,
        LINE,
    ]),
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
    command(&["person", "extract"], persons::extract)
        .with(&[PERSON, OUT, REASON, flag("others-masked")])
        .needing(&["person", "out", "reason"]),
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
