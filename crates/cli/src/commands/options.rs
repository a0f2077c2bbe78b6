//! Options that several commands take.

use crate::arguments::{OptionRule, flag, value};

pub(super) const LIST: OptionRule = value("list", "ID");
pub(super) const LINE: OptionRule = value("line", "RAD");
pub(super) const DRAFT: OptionRule = value("draft", "ID");
pub(super) const BOARD_FROM: OptionRule = value("board-from", "DAG");
pub(super) const REPORT: OptionRule = value("report", "FIL");
pub(super) const ORDER: OptionRule = value("order", "ORDER");
pub(super) const OUT: OptionRule = value("out", "FIL");
pub(super) const REASON: OptionRule = value("reason", "TEXT");
pub(super) const PROFILE: OptionRule = value("profile", "NAMN");
pub(super) const PERSON: OptionRule = value("person", "ID");
pub(super) const COST_CENTRE: OptionRule = value("cost-centre", "ANSVAR");
pub(super) const UNIT: OptionRule = value("unit", "ANSVAR");
pub(super) const COST: OptionRule = value("cost", "KOSTNAD");
pub(super) const FACT: OptionRule = value("fact", "FIL");
pub(super) const CASE: OptionRule = value("case", "ÄRENDE");
pub(super) const USER_NAME: OptionRule = value("name", "ANVÄNDARE");
pub(super) const CASE_KIND: OptionRule = value("kind", "SLAG");
pub(super) const OFFICER: OptionRule = value("officer", "NAMN");
pub(super) const CLAIM: OptionRule = value("claim", "ANSÖKAN");
pub(super) const CLAIM_LINE: OptionRule = value("line", "ID");
pub(super) const SEEN: OptionRule = value("seen-version", "NUMMER");
pub(super) const DISTRIBUTION: OptionRule = value("distribution", "ID");

pub(super) const ON: OptionRule = value("on", "DAG");
pub(super) const AS_OF: OptionRule = value("as-of", "DAG");
pub(super) const FROM: OptionRule = value("from", "DAG");
pub(super) const RECEIVED: OptionRule = value("received-person", "DAG");
pub(super) const VALID_FROM: OptionRule = value("valid-from", "DAG");
pub(super) const LAST_ORDER: OptionRule = value("last-order", "NUMMER");
pub(super) const SOURCE: OptionRule = value("source", "TEXT");

/// How rows of a draft are decided about.
pub(super) const DECIDE: &[OptionRule] = &[
    DRAFT,
    LINE,
    value("decisions", "FIL"),
    value("correct", "FÄLT=VÄRDE"),
    flag("park"),
    flag("accept"),
    flag("undo"),
];
/// Which rows of a draft are shown.
pub(super) const ROWS: &[OptionRule] = &[
    DRAFT,
    LINE,
    value("filter", "all|open|errors|warnings|corrected|parked|accepted"),
    value("page", "SIDA"),
];
