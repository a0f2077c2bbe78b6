//! The floor of an import: the rows that the product has stored, inserted again into a database of
//! the product with the connection's own settings, in the same order, by prepared statements in one
//! transaction. Without parsing, validation, duplicate test, audit and original.

use std::path::Path;

use acceptance::KEY;
use rusqlite::types::Value as Column;
use rusqlite::{Connection, Statement, params_from_iter};
use serde_json::json;
use store::key::DatabaseKey;
use store::{Store, prepare};

use super::{Outcome, timed};

/// Rows between two pages of a list.
const PAGE_ROWS: usize = 100;

type Rows = Vec<Vec<Column>>;

pub(super) fn measure(from: &Path, db: &Path) -> Outcome {
    let key = DatabaseKey::from_hex(KEY).ok_or("no key")?;
    let source = Connection::open(from)?;
    prepare(&source, &key)?;
    let all = |table: &str, order: &str| rows_of(&source, table, order);
    let files = all("original_file", "original_no")?;
    let lists = all("payment_list", "list_no")?;
    let pages = all("payment_page", "list_no, page")?;
    let rows = all("payment_row", "list_no, line")?;
    let entries = all("entry", "entry_no")?;
    drop(source);

    drop(Store::create(db, &key)?);
    let mut connection = Connection::open(db)?;
    prepare(&connection, &key)?;
    let (seconds, ()) = timed(|| {
        let transaction = connection.transaction()?;
        {
            insert_all(&mut insert(&transaction, "original_file", &files)?, &files)?;
            insert_all(&mut insert(&transaction, "payment_list", &lists)?, &lists)?;
            let mut page = insert(&transaction, "payment_page", &pages)?;
            let mut row = insert(&transaction, "payment_row", &rows)?;
            for (hundred, page_row) in rows.chunks(PAGE_ROWS).zip(&pages) {
                page.execute(params_from_iter(page_row))?;
                insert_all(&mut row, hundred)?;
            }
            insert_all(&mut insert(&transaction, "entry", &entries)?, &entries)?;
        }
        transaction.commit()?;
        Ok(())
    })?;
    Ok(json!({ "whole": seconds, "rows": rows.len(), "entries": entries.len() }))
}

/// The same for a register: the rows of the draft, then each person with facts and words.
pub(super) fn register(from: &Path, db: &Path) -> Outcome {
    let key = DatabaseKey::from_hex(KEY).ok_or("no key")?;
    let source = Connection::open(from)?;
    prepare(&source, &key)?;
    let all = |table: &str, order: &str| rows_of(&source, table, order);
    let drafts: Vec<(&str, Rows)> = vec![
        ("board", all("board", "cost_centre")?),
        ("original_file", all("original_file", "original_no")?),
        ("draft", all("draft", "draft_no")?),
        ("draft_page", all("draft_page", "draft_no, page")?),
        ("draft_row", all("draft_row", "draft_no, line")?),
    ];
    let persons = all("person", "person_no")?;
    let facts = all("fact", "fact_no")?;
    source.execute_batch(
        "CREATE VIRTUAL TABLE temp.term USING fts5vocab('main', 'person_search', 'instance')",
    )?;
    let words: Vec<(i64, String)> = source
        .prepare("SELECT doc, group_concat(term, ' ') FROM temp.term GROUP BY doc ORDER BY doc")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    drop(source);
    drop(Store::create(db, &key)?);
    let mut connection = Connection::open(db)?;
    prepare(&connection, &key)?;
    let (seconds, ()) = timed(|| {
        let transaction = connection.transaction()?;
        for (table, rows) in drafts.iter().filter(|(_, rows)| !rows.is_empty()) {
            insert_all(&mut insert(&transaction, table, rows)?, rows)?;
        }
        let mut person = insert(&transaction, "person", &persons)?;
        let mut fact = insert(&transaction, "fact", &facts)?;
        let mut word =
            transaction.prepare("INSERT INTO person_search (rowid, words) VALUES (?1, ?2)")?;
        let mut next_fact = facts.iter().peekable();
        for (row, words) in persons.iter().zip(&words) {
            person.execute(params_from_iter(row))?;
            while let Some(of_person) = next_fact.next_if(|fact| fact[2] == row[0]) {
                fact.execute(params_from_iter(of_person))?;
            }
            word.execute((words.0, &words.1))?;
        }
        drop((person, fact, word));
        transaction.commit()?;
        Ok(())
    })?;
    let (persons, facts, words) = (persons.len(), facts.len(), words.len());
    Ok(json!({ "whole": seconds, "persons": persons, "facts": facts, "words": words }))
}

fn rows_of(source: &Connection, table: &str, order: &str) -> Outcome<Rows> {
    let mut statement = source.prepare(&format!("SELECT * FROM {table} ORDER BY {order}"))?;
    let width = statement.column_count();
    let read = |row: &rusqlite::Row<'_>| (0..width).map(|column| row.get(column)).collect();
    Ok(statement.query_map([], read)?.collect::<Result<_, _>>()?)
}

fn insert<'c>(connection: &'c Connection, table: &str, rows: &Rows) -> Outcome<Statement<'c>> {
    let places = vec!["?"; rows.first().map_or(0, Vec::len)].join(", ");
    Ok(connection.prepare(&format!("INSERT INTO {table} VALUES ({places})"))?)
}

fn insert_all(statement: &mut Statement<'_>, rows: &[Vec<Column>]) -> Outcome<()> {
    for row in rows {
        statement.execute(params_from_iter(row))?;
    }
    Ok(())
}
