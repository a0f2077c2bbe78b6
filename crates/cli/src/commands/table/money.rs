//! Commands of the money of the month: lists, sharing, orders.

use crate::arguments::{Command, command, flag, value};
use crate::commands::options::{DISTRIBUTION, LINE, LIST, ORDER, OUT, PROFILE, REASON};
use crate::commands::{booked, money, runs, stream};

pub(super) static COMMANDS: &[Command] = &[
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
];
