//! The log of reading: who has read what about whom.
//!
//! A reading leaves no event: a page that was opened would make everything anew that hangs on the last
//! one. The rows have a hash chain of their own, and each event seals how far it had come.

mod reviews;

use std::collections::HashMap;

use domain::person::PersonId;
use domain::reading::ReadingKind;
use sha2::{Digest, Sha256};

pub use reviews::{LogReview, NewReview, ReviewRow};

use crate::db::{Db, FromRow, Row, Values, from_row, named_words};
use crate::{PersonNo, Read, ReadingNo, Result, Store, Write};

named_words!(ReadingKind);

/// The form of what a hash is over.
const FORM: i64 = 1;

/// Something that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Its number, from 1.
    pub reading_no: ReadingNo,
    /// Moment in UTC.
    pub at: String,
    /// Who read.
    pub actor: String,
    /// What was read.
    pub kind: ReadingKind,
    /// By which operation of the contract.
    pub operation: String,
    /// The id of what was read; empty: the person alone.
    pub object: String,
    /// About whom; none: about nobody alone.
    pub person: Option<PersonNo>,
    /// Whether the person was protected then.
    pub protected: bool,
    /// Why, where it was asked.
    pub reason: String,
}

impl FromRow for Reading {
    fn from_row(row: &Row<'_>) -> Result<Reading> {
        Ok(Reading {
            reading_no: row.get("reading_no")?,
            at: row.get("at")?,
            actor: row.get("actor")?,
            kind: row.get("kind")?,
            operation: row.get("operation")?,
            object: row.get("object")?,
            person: row.get("person_no")?,
            protected: row.get("protected")?,
            reason: row.get("reason")?,
        })
    }
}

/// Something that is being read.
#[derive(Clone, Debug)]
pub struct NewReading<'a> {
    /// What is read.
    pub kind: ReadingKind,
    /// By which operation of the contract.
    pub operation: &'a str,
    /// The id of what is read; empty: the person alone.
    pub object: &'a str,
    /// About whom; none: about nobody alone.
    pub person: Option<PersonNo>,
    /// Whether the person is protected.
    pub protected: bool,
    /// Why, where it was asked.
    pub reason: &'a str,
}

/// Of which readings some are asked for.
#[derive(Clone, Debug, Default)]
pub struct ReadingFilter {
    /// By this user alone.
    pub actor: Option<String>,
    /// By anybody but this user.
    pub but_actor: Option<String>,
    /// About these persons alone; none: about anybody.
    pub persons: Option<Vec<PersonNo>>,
    /// About persons alone who were protected then.
    pub protected: bool,
    /// Up to this reading.
    pub until: Option<ReadingNo>,
}

/// What walking the readings found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReadingsHeld {
    /// Readings walked over.
    pub readings: u64,
    /// The first that does not fit, or that is not there though an event has sealed it.
    pub first_broken: Option<ReadingNo>,
}

/// The last reading and its hash; zeros before the first.
struct Last {
    reading_no: ReadingNo,
    hash: [u8; 32],
}

from_row!(Last { reading_no, hash });

fn last(db: Db<'_>) -> Result<Last> {
    let last = "SELECT reading_no, hash FROM reading ORDER BY reading_no DESC LIMIT 1";
    Ok(db.one(last, &[])?.unwrap_or(Last { reading_no: ReadingNo(0), hash: [0; 32] }))
}

/// Each text is preceded by its length, so that no two readings can be cut differently alike.
fn hash_of(previous: &[u8; 32], read: &Reading) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(FORM.to_be_bytes());
    hash.update(previous);
    hash.update(read.reading_no.0.to_be_bytes());
    hash.update(read.person.map_or(0, |person| person.0).to_be_bytes());
    hash.update([u8::from(read.protected)]);
    let kind = read.kind.as_str();
    for text in [&read.at, &read.actor, kind, &read.operation, &read.object, &read.reason] {
        hash.update((text.len() as u64).to_be_bytes());
        hash.update(text.as_bytes());
    }
    hash.finalize().into()
}

impl Store {
    /// Notes what somebody has read. No event: nothing of the city's has changed.
    pub fn note_readings(&self, at: &str, actor: &str, new: &[NewReading<'_>]) -> Result<()> {
        self.aside(|db| {
            let Last { reading_no: ReadingNo(mut number), mut hash } = last(db)?;
            for one in new {
                number += 1;
                let read = Reading {
                    reading_no: ReadingNo(number),
                    at: at.to_owned(),
                    actor: actor.to_owned(),
                    kind: one.kind,
                    operation: one.operation.to_owned(),
                    object: one.object.to_owned(),
                    person: one.person,
                    protected: one.protected,
                    reason: one.reason.to_owned(),
                };
                hash = hash_of(&hash, &read);
                db.run(
                    "INSERT INTO reading (reading_no, at, actor, kind, operation, object,
                         person_no, protected, reason, hash)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                    &[
                        &read.reading_no,
                        &read.at,
                        &read.actor,
                        &read.kind,
                        &read.operation,
                        &read.object,
                        &read.person,
                        &read.protected,
                        &read.reason,
                        &hash,
                    ],
                )?;
            }
            Ok(())
        })
    }
}

const READING: &str = "SELECT reading_no, at, actor, kind, operation, object, person_no, protected,
    reason FROM reading";

impl Read<'_> {
    /// The number of the last reading; 0 where there is none.
    pub fn last_reading_no(&self) -> Result<ReadingNo> {
        Ok(last(self.db)?.reading_no)
    }

    /// Hands each reading that fits to `visit`, the oldest first.
    pub fn each_reading(
        &self,
        filter: &ReadingFilter,
        mut visit: impl FnMut(Reading) -> Result<()>,
    ) -> Result<()> {
        let mut values = Values::default();
        let mut terms = Vec::new();
        if let Some(actor) = &filter.actor {
            terms.push(format!("actor = {}", values.add(actor)?));
        }
        if let Some(actor) = &filter.but_actor {
            terms.push(format!("actor <> {}", values.add(actor)?));
        }
        if let Some(persons) = &filter.persons {
            terms.push(format!("person_no IN ({})", values.list(persons)?));
        }
        if filter.protected {
            terms.push("protected = 1".to_owned());
        }
        if let Some(until) = &filter.until {
            terms.push(format!("reading_no <= {}", values.add(until)?));
        }
        let narrowed = match terms.is_empty() {
            true => String::new(),
            false => format!(" WHERE {}", terms.join(" AND ")),
        };
        let sql = format!("{READING}{narrowed} ORDER BY reading_no");
        self.db.each(&sql, &values.params(), |row| visit(Reading::from_row(row)?))
    }

    /// What was read of nobody alone: it may have held anybody.
    pub fn readings_of_nobody_alone(&self) -> Result<Vec<Reading>> {
        let nobody = format!("{READING} WHERE person_no IS NULL ORDER BY reading_no");
        self.db.all(&nobody, &[])
    }

    /// The Person-ids of some persons; whoever was disposed of has none.
    pub fn persons_read(&self, persons: &[PersonNo]) -> Result<HashMap<PersonNo, PersonId>> {
        let mut ids = HashMap::new();
        let sql = |places: &str| {
            format!("SELECT person_no, register_id FROM person WHERE person_no IN ({places})")
        };
        self.db.each_among(sql, &[], persons, |row| {
            ids.insert(row.get("person_no")?, row.get("register_id")?);
            Ok(())
        })?;
        Ok(ids)
    }

    /// Walks the readings, and holds them against what the events have sealed.
    pub fn hold_readings(&self) -> Result<ReadingsHeld> {
        let mut held = ReadingsHeld::default();
        // The copy that is made before the tables are brought up to date has none.
        if !self.db.has_table("reading")? {
            return Ok(held);
        }
        let mut previous = [0; 32];
        let walk = "SELECT r.reading_no, r.at, r.actor, r.kind, r.operation, r.object, r.person_no,
                r.protected, r.reason, r.hash, s.hash AS sealed
            FROM reading r LEFT JOIN reading_seal s ON s.reading_no = r.reading_no
            ORDER BY r.reading_no";
        self.db.each(walk, &[], |row| -> Result<()> {
            held.readings += 1;
            let reading_no: ReadingNo = row.get("reading_no")?;
            let stored: [u8; 32] = row.get("hash").unwrap_or_default();
            let sealed: Option<[u8; 32]> = row.get("sealed").unwrap_or_default();
            // A row that cannot be read is one that does not fit.
            let is_so = Reading::from_row(row).is_ok_and(|r| hash_of(&previous, &r) == stored);
            let fits = i64::try_from(held.readings) == Ok(reading_no.0)
                && is_so
                && sealed.is_none_or(|sealed| sealed == stored);
            if !fits && held.first_broken.is_none() {
                held.first_broken = Some(reading_no);
            }
            previous = stored;
            Ok(())
        })?;
        let sealed: ReadingNo =
            self.db.only("SELECT coalesce(max(reading_no), 0) FROM reading_seal", &[])?;
        let last = self.last_reading_no()?;
        if held.first_broken.is_none() && sealed > last {
            held.first_broken = Some(ReadingNo(last.0 + 1));
        }
        Ok(held)
    }
}

impl Write<'_> {
    /// Lets the event of this change cover what was read before it.
    pub(crate) fn seal_readings(&self) -> Result<()> {
        let Last { reading_no, hash } = last(self.db)?;
        let sealed: ReadingNo =
            self.db.only("SELECT coalesce(max(reading_no), 0) FROM reading_seal", &[])?;
        if reading_no > sealed {
            self.db.run(
                "INSERT INTO reading_seal (reading_no, hash, event_no) VALUES (?1, ?2, ?3)",
                &[&reading_no, &hash, &self.event_no()],
            )?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::key::DatabaseKey;
    use crate::{Changed, Occasion, StoreError};

    fn read(store: &Store, object: &str) {
        let new = NewReading {
            kind: ReadingKind::Page,
            operation: "persons.view",
            object,
            person: Some(PersonNo(7)),
            protected: false,
            reason: "",
        };
        store.note_readings("2026-11-02T10:00:00Z", "EXEMPEL", &[new]).unwrap();
    }

    fn event(store: &Store) {
        let at = "2026-11-02T10:00:00Z".into();
        let occasion = Occasion { at, actor: "EXEMPEL".into(), action: "test" };
        let done = store.change(&occasion, |_| {
            Ok::<_, StoreError>(Changed { value: (), object: String::new(), detail: json!({}) })
        });
        done.unwrap();
    }

    /// Five readings, the first three sealed by an event.
    fn desk() -> (tempfile::TempDir, Store) {
        let folder = tempfile::tempdir().unwrap();
        let store =
            Store::create(&folder.path().join("a.db"), &DatabaseKey::random().unwrap()).unwrap();
        for object in ["a", "b", "c"] {
            read(&store, object);
        }
        event(&store);
        read(&store, "d");
        read(&store, "e");
        (folder, store)
    }

    #[test]
    fn the_first_reading_that_was_changed_or_taken_away_is_named() {
        let (_folder, store) = desk();
        let whole = ReadingsHeld { readings: 5, first_broken: None };
        assert_eq!(store.read().hold_readings().unwrap(), whole);
        let tamper = |sql: &str| {
            let db = store.read().db;
            db.script("SAVEPOINT t; DROP TRIGGER reading_update; DROP TRIGGER reading_delete;")
                .unwrap();
            db.script(sql).unwrap();
            let found = store.read().hold_readings().unwrap().first_broken;
            db.script("ROLLBACK TO t; RELEASE t;").unwrap();
            found.map(|ReadingNo(number)| number)
        };
        assert_eq!(tamper("UPDATE reading SET actor = 'B' WHERE reading_no = 2"), Some(2));
        assert_eq!(tamper("UPDATE reading SET person_no = 8 WHERE reading_no = 5"), Some(5));
        assert_eq!(tamper("UPDATE reading SET hash = zeroblob(32) WHERE reading_no = 4"), Some(4));
        assert_eq!(tamper("DELETE FROM reading WHERE reading_no = 1"), Some(2));
        // What an event has sealed cannot be cut off; what came after it can, until the next one.
        assert_eq!(tamper("DELETE FROM reading WHERE reading_no > 2"), Some(3));
        assert_eq!(tamper("DELETE FROM reading WHERE reading_no > 3"), None);
        assert_eq!(tamper("SELECT 1"), None);
    }

    #[test]
    fn an_event_seals_once_what_was_read_before_it() {
        let (_folder, store) = desk();
        let seals = || -> Vec<i64> {
            store.read().db.all("SELECT reading_no FROM reading_seal ORDER BY 1", &[]).unwrap()
        };
        assert_eq!(seals(), [3]);
        event(&store);
        event(&store);
        assert_eq!(seals(), [3, 5]);
    }

    #[test]
    fn a_reading_stays_as_it_was_written() {
        let (_folder, store) = desk();
        for sql in ["UPDATE reading SET actor = 'B'", "DELETE FROM reading"] {
            assert!(store.read().db.script(sql).is_err(), "{sql}");
        }
    }
}
