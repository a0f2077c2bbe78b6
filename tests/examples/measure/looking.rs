//! What somebody waits for who looks in a large register: every keystroke of a search, a person's
//! page, a page of the work list. Through the contract, as the window asks.

use std::time::Instant;

use acceptance::KEY;
use api::Host;
use rusqlite::Connection;
use serde_json::{Value, json};
use store::key::DatabaseKey;
use store::prepare;

use super::{Outcome, call, opened};

/// Persons whose names and numbers are typed.
const TYPED: u32 = 150;
/// Persons that are opened, and pages that are turned.
const OPENED: u32 = 200;

/// Opens a case about every second person, spread over boards, officers and two years of days.
pub(super) fn cases(db: &str) -> Outcome {
    let connection = source(db)?;
    let made = connection.execute(
        "INSERT INTO case_file
         SELECT NULL, printf('0192f000-0000-7000-8000-%012x', person_no), 2026, person_no, person_no,
                'claim', NULL, CASE person_no % 10 WHEN 0 THEN 'draft' ELSE 'active' END, 'HANDL' || (person_no % 40), b.cost_centre,
                date('2026-01-01', '+' || (person_no * 7919 % 730) || ' days'),
                (SELECT max(event_no) FROM audit_event)
         FROM person JOIN (SELECT cost_centre, row_number() OVER (ORDER BY cost_centre) AS place,
                                  count(*) OVER () AS boards FROM board) b
              ON b.place = 1 + person_no % b.boards
         WHERE person_no % 2 = 0",
        [],
    )?;
    Ok(json!({ "cases": made, "whole": 0.0 }))
}

/// Milliseconds of each kind of look: the 99th percentile and the slowest.
pub(super) fn look(db: &str) -> Outcome {
    let typed = what_is_typed(db)?;
    let mut host = opened(db)?;
    let found = typed.iter().map(|text| ("overview.search", json!({ "text": text })));
    let listed = typed.iter().map(|text| ("persons.find", json!({ "text": text })));
    let persons = some_persons(db)?;
    let pages = persons.iter().map(|person| ("persons.view", json!({ "person": person })));
    let work = (0..OPENED).map(|turn| {
        let board = (turn % 3 == 0).then_some("7110");
        let officer = (turn % 2 == 0).then(|| format!("HANDL{}", turn % 40));
        (
            "cases.list",
            json!({ "cost_centre": board, "officer": officer, "shown": { "page": turn % 20 } }),
        )
    });
    Ok(json!({
        "palette": timed_calls(&mut host, found)?,
        "list": timed_calls(&mut host, listed)?,
        "person": timed_calls(&mut host, pages)?,
        "work": timed_calls(&mut host, work)?,
    }))
}

pub(super) fn timed_calls<'c>(
    host: &mut Host,
    calls: impl Iterator<Item = (&'c str, Value)>,
) -> Outcome {
    let mut took = Vec::new();
    for (operation, request) in calls {
        let words = request.to_string();
        let started = Instant::now();
        let answer = call(host, operation, request)?;
        let ms = started.elapsed().as_secs_f64() * 1000.0;
        took.push((ms, format!("{words} {}", first_count(&answer))));
    }
    took.sort_by(|one, other| one.0.total_cmp(&other.0));
    let at = |part: usize| took.get((took.len().saturating_sub(1)) * part / 100);
    let ms = |part: usize| at(part).map(|(ms, _)| *ms);
    Ok(json!({
        "calls": took.len(), "median": ms(50), "p99": ms(99), "slowest": ms(100),
        "slowest_asked": at(100).map(|(_, words)| words),
    }))
}

/// How many an answer holds: whoever finds nothing has measured nothing.
fn first_count(answer: &Value) -> usize {
    let lists = answer.as_object().into_iter().flat_map(|object| object.values());
    lists.filter_map(Value::as_array).map(Vec::len).max().unwrap_or(0)
}

fn source(db: &str) -> Outcome<Connection> {
    let connection = Connection::open(db)?;
    prepare(&connection, &DatabaseKey::from_hex(KEY).ok_or("no key")?)?;
    Ok(connection)
}

/// Every state of the field while names and numbers are typed into it, letter by letter: given name
/// and the beginning of the family name, the other way round, dossier and personal numbers.
fn what_is_typed(db: &str) -> Outcome<Vec<String>> {
    let connection = source(db)?;
    let mut statement = connection.prepare(
        "SELECT given_name, family_name,
                (SELECT lookup FROM fact f WHERE f.person_no = p.person_no
                     AND kind = 'dossier-number'),
                (SELECT lookup FROM fact f WHERE f.person_no = p.person_no
                     AND kind = 'national-number')
         FROM person p WHERE person_no % (SELECT max(person_no) / ?1 FROM person) = 0",
    )?;
    let texts = |row: &rusqlite::Row<'_>| -> rusqlite::Result<Vec<String>> {
        let (given, family): (String, String) = (row.get(0)?, row.get(1)?);
        let mut texts = vec![format!("{given} {family}"), format!("{family} {given}")];
        texts.extend(row.get::<_, Option<String>>(2)?);
        texts.extend(row.get::<_, Option<String>>(3)?);
        Ok(texts)
    };
    let mut typed = Vec::new();
    for texts in statement.query_map([TYPED], texts)? {
        for text in texts? {
            let ends = text.char_indices().map(|(at, letter)| at + letter.len_utf8());
            typed.extend(ends.take(12).map(|end| text[..end].to_owned()));
        }
    }
    Ok(typed)
}

fn some_persons(db: &str) -> Outcome<Vec<String>> {
    let connection = source(db)?;
    let mut statement = connection.prepare(
        "SELECT register_id FROM person
         WHERE person_no % (SELECT max(person_no) / ?1 FROM person) = 0",
    )?;
    Ok(statement.query_map([OPENED], |row| row.get(0))?.collect::<Result<_, _>>()?)
}
