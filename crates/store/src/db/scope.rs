//! What somebody reads who has a right for some boards alone: every table that holds persons or their
//! money is cut in one place, and no question knows of it.
//!
//! Views of the connection (`TEMP`) stand in front of the tables: a question that names `person` reads
//! the view. In PostgreSQL the same conditions are policies of its rows (`CREATE POLICY … USING`). A
//! change writes and reads the tables themselves: the views are away while it is under way.

use std::cell::{Cell, RefCell};

use rusqlite::Connection;

use crate::{PersonNo, Result};

/// Persons of the boards, and what is only of them.
const OF_PERSON: &str = "person_no IN (SELECT person_no FROM temp.scope_person)";
const OF_BOARD: &str = "cost_centre IN (SELECT cost_centre FROM temp.scope_board)";
/// Nothing of it: it is the whole city's.
const NOTHING: &str = "1 = 0";

/// The tables that are cut, each with what is left of it. What stands in none of them is nobody's.
const CUT: [(&str, &str); 47] = [
    ("person", OF_PERSON),
    ("fact", OF_PERSON),
    ("person_merge", OF_PERSON),
    ("case_file", OF_PERSON),
    ("case_due", "case_no IN (SELECT case_no FROM temp.case_file)"),
    ("case_event", "case_no IN (SELECT case_no FROM temp.case_file)"),
    ("case_document", "case_no IN (SELECT case_no FROM temp.case_file)"),
    ("case_document_piece", "document_no IN (SELECT document_no FROM temp.case_document)"),
    // A cost that is shared with somebody else's person would tell that one's part.
    (
        "cost",
        "cost_centre IN (SELECT cost_centre FROM temp.scope_board)
            AND NOT EXISTS (SELECT 1 FROM main.cost_share s WHERE s.cost_no = cost.cost_no
                AND s.person_no NOT IN (SELECT person_no FROM temp.scope_person))",
    ),
    ("cost_share", "cost_no IN (SELECT cost_no FROM temp.cost)"),
    ("claim_answer", OF_PERSON),
    ("claim_line", OF_PERSON),
    ("claim_line_cost", "line_no IN (SELECT line_no FROM temp.claim_line)"),
    // That something is claimed is known; with what else, is not.
    ("claim", "claim_no IN (SELECT claim_no FROM temp.claim_line)"),
    ("claim_document", NOTHING),
    ("claim_document_piece", NOTHING),
    ("claim_event", NOTHING),
    ("claim_file", NOTHING),
    ("claim_file_piece", NOTHING),
    ("claim_submission", NOTHING),
    ("last_day", OF_BOARD),
    ("intake_mark", "last_day_no IN (SELECT last_day_no FROM temp.last_day)"),
    ("watch_mark", OF_PERSON),
    ("grant_decision", OF_PERSON),
    ("missing_row", OF_PERSON),
    ("missing_outcome", "missing_row_no IN (SELECT missing_row_no FROM temp.missing_row)"),
    ("decision_check", OF_PERSON),
    // A payment came of nobody, and its match moved it.
    (
        "entry",
        "person_no IN (SELECT person_no FROM temp.scope_person) OR (person_no IS NULL
            AND EXISTS (SELECT 1 FROM main.row_match m WHERE m.list_no = entry.list_no
                AND m.line = entry.line
                AND m.person_no IN (SELECT person_no FROM temp.scope_person)))",
    ),
    ("row_match", OF_PERSON),
    ("former_match", OF_PERSON),
    (
        "payment_row",
        "EXISTS (SELECT 1 FROM main.row_match m WHERE m.list_no = payment_row.list_no
            AND m.line = payment_row.line
            AND m.person_no IN (SELECT person_no FROM temp.scope_person))",
    ),
    ("row_finding", NOTHING),
    ("row_decision", NOTHING),
    ("distributed_row", OF_PERSON),
    ("suspended_row", NOTHING),
    ("distribution_draft", NOTHING),
    ("posting", OF_BOARD),
    ("posting_entry", "entry_no IN (SELECT entry_no FROM temp.entry)"),
    ("order_entry", "entry_no IN (SELECT entry_no FROM temp.entry)"),
    ("order_bank_amount", NOTHING),
    ("booking_file", NOTHING),
    ("draft", NOTHING),
    ("draft_row", NOTHING),
    ("draft_page", NOTHING),
    ("draft_finding", NOTHING),
    ("draft_decision", NOTHING),
    ("original_piece", NOTHING),
];

/// What the connection is cut to.
#[derive(Debug, Default)]
pub(crate) struct Scope {
    cut: RefCell<Option<Cutting>>,
    stands: Cell<bool>,
}

/// The boards, and the persons for whom they answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cutting {
    /// Cost centres.
    pub(crate) boards: Vec<String>,
    /// Persons.
    pub(crate) persons: Vec<PersonNo>,
}

impl Scope {
    /// Cuts what is read from here on; none: nothing is cut.
    pub(super) fn set(&self, connection: &Connection, cut: Option<Cutting>) -> Result<()> {
        if *self.cut.borrow() == cut {
            return Ok(());
        }
        self.lift(connection)?;
        connection.execute_batch(
            "DROP TABLE IF EXISTS temp.scope_person; DROP TABLE IF EXISTS temp.scope_board;",
        )?;
        if let Some(cut) = &cut {
            cut.keep(connection)?;
        }
        *self.cut.borrow_mut() = cut;
        self.put(connection)
    }

    /// Puts the views in front of the tables, where something is cut.
    pub(super) fn put(&self, connection: &Connection) -> Result<()> {
        if self.cut.borrow().is_none() || self.stands.get() {
            return Ok(());
        }
        let views = views(connection)?;
        for (name, left) in CUT {
            connection.execute_batch(&format!(
                "CREATE TEMP VIEW \"{name}\" AS SELECT * FROM main.\"{name}\" WHERE {left};"
            ))?;
        }
        // The views of the schema read the tables themselves: the same words read what is left.
        for (_, sql) in views {
            connection.execute_batch(&sql.replacen("CREATE VIEW", "CREATE TEMP VIEW", 1))?;
        }
        self.stands.set(true);
        Ok(())
    }

    /// Takes the views away; what is cut stays known. Whether they stood.
    pub(super) fn lift(&self, connection: &Connection) -> Result<bool> {
        if !self.stands.get() {
            return Ok(false);
        }
        let views = views(connection)?;
        for (name, _) in views.iter().rev() {
            connection.execute_batch(&format!("DROP VIEW temp.\"{name}\";"))?;
        }
        for (name, _) in CUT.iter().rev() {
            connection.execute_batch(&format!("DROP VIEW temp.\"{name}\";"))?;
        }
        self.stands.set(false);
        Ok(true)
    }
}

impl Cutting {
    /// Keeps boards and persons where the views look them up.
    fn keep(&self, connection: &Connection) -> Result<()> {
        connection.execute_batch(
            "CREATE TEMP TABLE scope_person (person_no INTEGER PRIMARY KEY) STRICT;
             CREATE TEMP TABLE scope_board (cost_centre TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;",
        )?;
        let mut add = connection.prepare("INSERT OR IGNORE INTO temp.scope_person VALUES (?1)")?;
        for person in &self.persons {
            add.execute([person.0])?;
        }
        let mut add = connection.prepare("INSERT OR IGNORE INTO temp.scope_board VALUES (?1)")?;
        for board in &self.boards {
            add.execute([board])?;
        }
        Ok(())
    }
}

/// The views of the schema with their words, each after those that it reads.
fn views(connection: &Connection) -> Result<Vec<(String, String)>> {
    let mut named = connection
        .prepare("SELECT name, sql FROM main.sqlite_schema WHERE type = 'view' ORDER BY rowid")?;
    let found = named.query_map([], |row| Ok((row.get("name")?, row.get("sql")?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schema() -> Connection {
        let mut connection = Connection::open_in_memory().unwrap();
        crate::db::migration::run(&mut connection).unwrap();
        connection
    }

    /// Tables that nobody's name, number or money stands in alone; whoever adds a table says here that it
    /// is one, or in [`CUT`] what is left of it.
    const NOBODYS: [&str; 46] = [
        "account_rule",
        "app_user",
        "exit_request",
        "attest_right",
        "audit_event",
        "board",
        "booking_order",
        "distribution",
        "distribution_key",
        "distribution_list",
        "entry_number",
        "import_profile",
        "key_draft",
        "known_fault",
        "law_check",
        "law_choice",
        "list_layout",
        "list_progress",
        "log_review",
        "log_review_row",
        "migration",
        "missing_report",
        "order_floor",
        "order_list",
        "order_state",
        "original_file",
        "own_rate",
        "payment_code",
        "payment_list",
        "payment_page",
        "period_change",
        "person_use",
        "reading",
        "reading_seal",
        "restoration",
        "row_digest",
        "setting",
        "signature",
        "typed_rows",
        "unfinished_file",
        "user_key",
        "user_reset",
        "user_role",
        "voucher",
        "voucher_booking",
        "voucher_unbooking",
    ];

    #[test]
    fn every_table_is_cut_or_nobodys() {
        let connection = schema();
        let mut named = connection
            .prepare(
                "SELECT name FROM sqlite_schema WHERE type = 'table'
                 AND name NOT LIKE 'sqlite^_%' ESCAPE '^' AND name NOT LIKE 'person_search%'",
            )
            .unwrap();
        let names: Vec<String> =
            named.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        let is_told = |name: &&String| {
            CUT.iter().any(|(cut, _)| cut == name) || NOBODYS.contains(&name.as_str())
        };
        let untold: Vec<&String> = names.iter().filter(|name| !is_told(name)).collect();
        assert!(untold.is_empty(), "{untold:?}");
        let known = |name: &&str| names.iter().any(|one| one == name);
        let gone: Vec<&str> =
            CUT.iter().map(|(name, _)| *name).chain(NOBODYS).filter(|name| !known(name)).collect();
        assert!(gone.is_empty(), "{gone:?}");
    }

    #[test]
    fn what_is_read_is_cut_and_comes_back() {
        let connection = schema();
        let person = |id: &str| {
            format!(
                "INSERT INTO person (register_id, family_name, given_name, search_text, sort_name)
                 VALUES ('{id}', '', '', '', '');"
            )
        };
        connection.execute_batch(&(person("P1") + &person("P2"))).unwrap();
        let scope = Scope::default();
        let count = || -> i64 {
            connection.query_row("SELECT count(*) FROM person", [], |row| row.get(0)).unwrap()
        };
        let cut = Cutting { boards: vec!["7110".into()], persons: vec![PersonNo(2)] };
        scope.set(&connection, Some(cut.clone())).unwrap();
        assert_eq!(count(), 1);
        assert!(scope.lift(&connection).unwrap());
        assert_eq!(count(), 2);
        scope.put(&connection).unwrap();
        assert_eq!(count(), 1);
        // Written past a change it would be written past the cut: the view takes nothing.
        assert!(connection.execute_batch(&person("P3")).is_err());
        scope.set(&connection, None).unwrap();
        assert_eq!(count(), 2);
    }
}
