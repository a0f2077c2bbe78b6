//! What statements of a migration cannot do: boards become facts in the order in which they were
//! entered, and names become words.

use chrono::{Days, NaiveDate};
use domain::facts::{Fact, FactContent, FactId, ResponsibleBoard, Validity, known_on};
use domain::person::CostCentre;
use rusqlite::Connection;

use super::PersonNo;
use super::facts::card_from;
use super::words::{put_words, search_text, sort_name, words_of};
use crate::columns::day_of;
use crate::{Read, Result, Write};

/// Completes the register of a database that was made before facts were kept in two times.
pub(crate) fn complete(connection: &Connection) -> Result<()> {
    replay_boards(connection)?;
    let read = Read { connection };
    let persons: Vec<PersonNo> = connection
        .prepare("SELECT person_no FROM person")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for person_no in persons {
        let facts = read.facts_of(person_no)?;
        let id = read.person_id(person_no)?;
        let known = known_on(&facts, NaiveDate::MAX);
        put_words(connection, person_no, &words_of(&known, &id.0))?;
        let card = card_from(&known);
        connection
            .prepare_cached(
                "UPDATE person SET sort_name = ?2, search_text = ?3 WHERE person_no = ?1",
            )?
            .execute((person_no, sort_name(&card), search_text(&card)))?;
    }
    Ok(())
}

/// Gives those who have ever been protected the place in lists that their names have.
pub(crate) fn place_by_name(connection: &Connection) -> Result<()> {
    let read = Read { connection };
    let persons: Vec<PersonNo> = connection
        .prepare("SELECT person_no FROM person WHERE protected_until IS NOT NULL")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for person_no in persons {
        let facts = read.facts_of(person_no)?;
        let card = card_from(&known_on(&facts, NaiveDate::MAX));
        connection
            .prepare_cached("UPDATE person SET sort_name = ?2 WHERE person_no = ?1")?
            .execute((person_no, sort_name(&card)))?;
    }
    Ok(())
}

/// A board as it was entered: its fact follows from those that were known then.
struct Span {
    no: i64,
    person_no: PersonNo,
    /// First day; none from the beginning.
    from: Option<NaiveDate>,
    centre: CostCentre,
    event_no: i64,
    known_since: NaiveDate,
    entered_by: String,
}

/// A board of a later first day ended the one before; one of the same first day took its place.
fn replay_boards(connection: &Connection) -> Result<()> {
    let mut statement = connection.prepare(
        "SELECT b.span_no, b.person_no, b.valid_from, b.cost_centre, b.event_no,
                coalesce(substr(e.at, 1, 10), '0001-01-01'), coalesce(e.actor, '')
         FROM person_board b LEFT JOIN audit_event e USING (event_no)
         ORDER BY b.person_no, b.span_no",
    )?;
    let mut rows = statement.query([])?;
    let mut known: Vec<Fact> = Vec::new();
    let mut person_no = 0;
    while let Some(row) = rows.next()? {
        let from: String = row.get(2)?;
        let known_since: String = row.get(5)?;
        let span = Span {
            no: row.get(0)?,
            person_no: row.get(1)?,
            from: if from.is_empty() { None } else { Some(day_of(&from)?) },
            centre: CostCentre(row.get(3)?),
            event_no: row.get(4)?,
            known_since: day_of(&known_since)?,
            entered_by: row.get(6)?,
        };
        if span.person_no != person_no {
            known.clear();
            person_no = span.person_no;
        }
        let write = Write { read: Read { connection }, event_no: span.event_no };
        for fact in facts_of(&span, &known) {
            write.add_fact(span.person_no, &fact)?;
            known.retain(|one| Some(&one.id) != fact.corrects.as_ref());
            if !fact.withdrawn {
                known.push(fact);
            }
        }
    }
    drop(rows);
    drop(statement);
    connection.execute_batch("DROP TABLE person_board")?;
    Ok(())
}

/// The facts that entering a board leaves: what it takes the place of, what it ends, itself.
fn facts_of(span: &Span, known: &[Fact]) -> Vec<Fact> {
    let from_of = |fact: &&Fact| fact.validity.valid_from;
    let before = known.iter().filter(|fact| fact.validity.valid_from < span.from);
    let after = known.iter().filter(|fact| fact.validity.valid_from > span.from);
    let same = known.iter().find(|fact| fact.validity.valid_from == span.from);
    let day_before = |day: NaiveDate| day.checked_sub_days(Days::new(1));
    let new = |step: u8, content: FactContent, validity: Validity| Fact {
        // One id for each of the up to three facts of a span, outside the ids that programs make.
        id: FactId(format!("00000000-0000-7000-800{step}-{:012x}", span.no)),
        content,
        validity,
        known_since: span.known_since,
        according_to_import: false,
        document_date: None,
        source: None,
        entered_by: span.entered_by.clone(),
        corrects: None,
        withdrawn: false,
    };
    let mut facts = Vec::new();
    if let Some(same) = same {
        facts.push(Fact {
            corrects: Some(same.id.clone()),
            withdrawn: true,
            ..new(1, same.content.clone(), same.validity)
        });
    }
    let ended = before.max_by_key(from_of).zip(span.from);
    if let Some((ended, from)) = ended
        && ended.validity.valid_until.is_none_or(|until| until >= from)
    {
        let validity = Validity { valid_until: day_before(from), ..ended.validity };
        facts.push(Fact {
            corrects: Some(ended.id.clone()),
            ..new(2, ended.content.clone(), validity)
        });
    }
    let next = after.min_by_key(from_of).and_then(|fact| fact.validity.valid_from);
    let board = ResponsibleBoard { cost_centre: span.centre.clone(), district: None };
    let validity = Validity { valid_from: span.from, valid_until: next.and_then(day_before) };
    facts.push(new(3, FactContent::ResponsibleBoard(board), validity));
    facts
}
