//! The audit chain: each event's hash covers the event, the rows that it wrote and the hash before it.

use std::collections::HashMap;

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::db::{Db, FromRow, Row, from_row};
use crate::key::hex;
use crate::{Changed, EventNo, Occasion, Read, Result, StoreError, Write};

/// The form of what a hash is over. Whoever changes it counts up, and keeps reading the old ones.
const FORM: i64 = 1;

/// Where the audit chain ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainHead {
    /// How many events.
    pub events: u64,
    /// The last event's hash in hexadecimal.
    pub hash: String,
    /// The first event that does not fit the chain.
    pub first_broken: Option<EventNo>,
}

/// The last event's number and hash; zeros before the first event.
pub(crate) struct Head {
    event_no: EventNo,
    hash: [u8; 32],
}

impl Head {
    /// The number of the event to come.
    pub(crate) fn next(&self) -> EventNo {
        EventNo(self.event_no.0 + 1)
    }
}

from_row!(Head { event_no, hash });

/// What walking the chain found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verification {
    /// Events walked over.
    pub events: u64,
    /// The number of the first event that does not fit the chain.
    pub first_broken: Option<EventNo>,
}

/// One event as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct AuditEvent {
    /// Number in the chain, from 1.
    pub event_no: EventNo,
    /// Moment in UTC.
    pub at: String,
    /// Who.
    pub actor: String,
    /// Which use case.
    pub action: String,
    /// The id of what it touched.
    pub object: String,
    /// Counts, sums and digests.
    pub detail: Value,
}

impl FromRow for AuditEvent {
    fn from_row(row: &Row<'_>) -> Result<AuditEvent> {
        Ok(AuditEvent {
            event_no: row.get("event_no")?,
            at: row.get("at")?,
            actor: row.get("actor")?,
            action: row.get("action")?,
            object: row.get("object")?,
            detail: row.json("detail").unwrap_or(Value::Null),
        })
    }
}

pub(crate) fn head(db: Db<'_>) -> Result<Head> {
    let last =
        db.one("SELECT event_no, hash FROM audit_event ORDER BY event_no DESC LIMIT 1", &[])?;
    Ok(last.unwrap_or(Head { event_no: EventNo(0), hash: [0; 32] }))
}

/// `rows` is the digest of what the event has written.
pub(crate) fn append<T>(
    write: &Write<'_>,
    head: &Head,
    occasion: &Occasion,
    changed: &Changed<T>,
    rows: &[u8; 32],
) -> Result<()> {
    let (event_no, detail) = (write.event_no, changed.detail.to_string());
    let texts: [&str; 5] =
        [&occasion.at, &occasion.actor, occasion.action, &changed.object, &detail];
    let hash = event_hash(&head.hash, event_no, rows, texts);
    let [at, actor, action, object, detail] = &texts;
    write.db.run(
        "INSERT INTO audit_event (event_no, at, actor, action, object, detail, form, rows, previous,
                                  hash)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        &[&event_no, at, actor, action, object, detail, &FORM, rows, &head.hash, &hash],
    )?;
    Ok(())
}

/// The hash of an event in the form [`FORM`]. Each text is preceded by its length, so that no two
/// events can be cut differently alike.
fn event_hash(
    previous: &[u8; 32],
    event_no: EventNo,
    rows: &[u8; 32],
    texts: [&str; 5],
) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(FORM.to_be_bytes());
    hash.update(previous);
    hash.update(event_no.0.to_be_bytes());
    hash.update(rows);
    for text in texts {
        hash.update((text.len() as u64).to_be_bytes());
        hash.update(text.as_bytes());
    }
    hash.finalize().into()
}

const EVENT: &str = "SELECT event_no, at, actor, action, object, detail FROM audit_event";

impl Read<'_> {
    /// The number of the last event; 0 where there is none.
    pub fn last_event_no(&self) -> Result<EventNo> {
        Ok(head(self.db)?.event_no)
    }

    /// The beginning of the first event's hash, in twelve hexadecimal digits: which database it is,
    /// whatever file it lies in.
    pub fn chain_beginning(&self) -> Result<String> {
        let first = self.event_hash(EventNo(1))?.ok_or(StoreError::NoTables)?;
        Ok(first.chars().take(12).collect())
    }

    /// The hash of an event in hexadecimal; none where there is no such event.
    pub fn event_hash(&self, event_no: EventNo) -> Result<Option<String>> {
        let found: Option<[u8; 32]> =
            self.db.one("SELECT hash FROM audit_event WHERE event_no = ?1", &[&event_no])?;
        Ok(found.map(|hash| hex(&hash)))
    }

    /// Walks the whole chain and tells where it ends.
    pub fn chain_head(&self) -> Result<ChainHead> {
        let Verification { events, first_broken } = self.verify_audit()?;
        let hash = hex(&head(self.db)?.hash);
        Ok(ChainHead { events, hash, first_broken })
    }

    /// Walks the whole chain, and holds what is kept of the rows that each event wrote against it.
    pub fn verify_audit(&self) -> Result<Verification> {
        let mut written = self.db.blob_digests()?;
        let nothing: [u8; 32] = Sha256::digest([]).into();
        let mut previous = [0u8; 32];
        let mut events = 0;
        let mut first_broken = None;
        let chain = "SELECT event_no, at, actor, action, object, detail, form, rows, previous, hash
             FROM audit_event ORDER BY event_no";
        self.db.each(chain, &[], |row| -> Result<()> {
            events += 1;
            let event_no: EventNo = row.get("event_no")?;
            let texts = ["at", "actor", "action", "object", "detail"]
                .map(|name| row.text(name).unwrap_or_default());
            let form: i64 = row.get("form").unwrap_or_default();
            let rows: [u8; 32] = row.get("rows").unwrap_or_default();
            let before: [u8; 32] = row.get("previous").unwrap_or_default();
            let stored: [u8; 32] = row.get("hash").unwrap_or_default();
            let fits = i64::try_from(events) == Ok(event_no.0)
                && form == FORM
                && rows == written.remove(&event_no).unwrap_or(nothing)
                && before == previous
                && stored == event_hash(&previous, event_no, &rows, texts);
            if !fits && first_broken.is_none() {
                first_broken = Some(event_no);
            }
            previous = stored;
            Ok(())
        })?;
        // Rows of an event that is not there; after the last one, its table is named besides.
        let first_broken = first_broken.or_else(|| written.into_keys().min());
        Ok(Verification { events, first_broken })
    }

    /// Events from the newest backwards: `count` of them, before `before` where given.
    pub fn audit_events(&self, before: Option<EventNo>, count: u32) -> Result<Vec<AuditEvent>> {
        self.db.all(
            &format!("{EVENT} WHERE event_no < ?1 ORDER BY event_no DESC LIMIT ?2"),
            &[&before.unwrap_or(EventNo(i64::MAX)), &count],
        )
    }

    /// The events of one use case about one object, the oldest first.
    pub fn audit_events_about(&self, object: &str, action: &str) -> Result<Vec<AuditEvent>> {
        let about = format!("{EVENT} WHERE object = ?1 AND action = ?2 ORDER BY event_no");
        self.db.all(&about, &[&object, &action])
    }

    /// Whether a use case has done anything since the event.
    pub fn happened_since(&self, event_no: EventNo, action: &str) -> Result<bool> {
        self.db.only(
            "SELECT EXISTS (SELECT 1 FROM audit_event WHERE event_no > ?1 AND action = ?2)",
            &[&event_no, &action],
        )
    }

    /// Some events, by number.
    pub fn audit_events_numbered(
        &self,
        numbers: &[EventNo],
    ) -> Result<HashMap<EventNo, AuditEvent>> {
        let mut events = HashMap::new();
        let sql = |places: &str| format!("{EVENT} WHERE event_no IN ({places})");
        self.db.each_among(sql, &[], numbers, |row| {
            let event = AuditEvent::from_row(row)?;
            events.insert(event.event_no, event);
            Ok(())
        })?;
        Ok(events)
    }

    /// Who did an event, and when (UTC).
    ///
    /// # Errors
    /// When there is no such event.
    pub fn audit_event(&self, event_no: EventNo) -> Result<AuditEvent> {
        self.db.only(&format!("{EVENT} WHERE event_no = ?1"), &[&event_no])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::key::DatabaseKey;
    use crate::{Changed, Store};
    use serde_json::json;

    fn occasion() -> Occasion {
        Occasion { at: "2026-11-02T10:00:00Z".into(), actor: "EXEMPEL".into(), action: "test" }
    }

    fn store_with_events(count: i64) -> (tempfile::TempDir, Store) {
        let folder = tempfile::tempdir().unwrap();
        let key = DatabaseKey::random().unwrap();
        let store = Store::create(&folder.path().join("a.db"), &key).unwrap();
        for number in 0..count {
            store
                .change(&occasion(), |_| {
                    let detail = json!({ "number": number });
                    Ok::<_, StoreError>(Changed { value: (), object: "x".into(), detail })
                })
                .unwrap();
        }
        (folder, store)
    }

    #[test]
    fn the_first_changed_event_is_named() {
        let (_folder, store) = store_with_events(9);
        assert_eq!(
            store.read().verify_audit().unwrap(),
            Verification { events: 9, first_broken: None }
        );
        let tamper = |sql: &str| {
            let db = store.read().db;
            db.script(
                "SAVEPOINT t; DROP TRIGGER audit_event_update; DROP TRIGGER audit_event_delete;",
            )
            .unwrap();
            db.script(sql).unwrap();
            let found = store.read().verify_audit().unwrap().first_broken;
            db.script("ROLLBACK TO t; RELEASE t;").unwrap();
            found.map(|EventNo(number)| number)
        };
        assert_eq!(tamper("UPDATE audit_event SET actor = 'B' WHERE event_no = 4"), Some(4));
        assert_eq!(tamper("UPDATE audit_event SET detail = '{}' WHERE event_no = 9"), Some(9));
        assert_eq!(tamper("DELETE FROM audit_event WHERE event_no = 5"), Some(6));
        assert_eq!(
            tamper("UPDATE audit_event SET hash = zeroblob(32) WHERE event_no = 2"),
            Some(2)
        );
        assert_eq!(tamper("UPDATE audit_event SET form = 2 WHERE event_no = 3"), Some(3));
        assert_eq!(tamper("UPDATE audit_event SET rows = hash WHERE event_no = 7"), Some(7));
        let blob = "INSERT INTO row_digest (event_no, table_name, first_key, states) VALUES";
        assert_eq!(tamper(&format!("{blob} (6, 'entry', x'', x'')")), Some(6));
        assert_eq!(tamper(&format!("{blob} (0, 'entry', x'', x'')")), Some(0));
        assert_eq!(tamper("SELECT 1"), None);
    }

    #[test]
    fn events_cannot_be_changed_by_the_product() {
        let (_folder, store) = store_with_events(1);
        let refused = store.read().db.script("UPDATE audit_event SET actor = 'B'");
        assert!(refused.is_err());
    }

    #[test]
    fn a_refused_change_leaves_nothing() {
        let (_folder, store) = store_with_events(1);
        let refused = store.change(&occasion(), |write| {
            write.put_setting("a", &json!(1))?;
            Err::<Changed<()>, _>(StoreError::Damaged("test"))
        });
        assert!(refused.is_err());
        assert_eq!(store.read().setting("a").unwrap(), None);
        assert_eq!(store.read().verify_audit().unwrap().events, 1);
    }
}
