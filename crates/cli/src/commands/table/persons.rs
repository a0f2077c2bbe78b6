//! Commands of persons, cases, and what is claimed for them.

use crate::arguments::{Command, command, flag, value};
use crate::commands::options::{
    AS_OF, BOARD_FROM, CASE, CASE_KIND, CLAIM, CLAIM_LINE, COST, COST_CENTRE, DECIDE, DRAFT, FACT,
    FROM, LINE, LIST, OFFICER, ON, OUT, PERSON, PROFILE, REASON, REPORT, ROWS, SEEN, UNIT,
};
use crate::commands::{
    candidates, cases, claims, costs, draft, intake, last_days, persons, register, school,
};

pub(super) static COMMANDS: &[Command] = &[
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
    command(&["person", "extract"], persons::extract)
        .with(&[PERSON, OUT, REASON, flag("others-masked")])
        .needing(&["person", "out", "reason"]),
];
