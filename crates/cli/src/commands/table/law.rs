//! Commands of the law and what it gives: rates, what is expected, what is missing.

use crate::arguments::{Command, command, flag, value};
use crate::commands::options::{
    AS_OF, DECIDE, DRAFT, FROM, ON, OUT, PERSON, PROFILE, REASON, RECEIVED, REPORT, ROWS, SOURCE,
    VALID_FROM,
};
use crate::commands::{candidates, draft, expectation, law, runs, setup};

pub(super) static COMMANDS: &[Command] = &[
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
    command(&["report", "suspense"], runs::suspense).with(&[AS_OF, OUT]),
];
