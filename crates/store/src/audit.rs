//! The audit chain: each event's hash covers the event and the hash before it.

use rusqlite::{Connection, OptionalExtension, Row};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::{Occasion, Read, Result, Write};

/// The last event's number and hash; zeros before the first event.
pub(crate) struct Head {
    pub(crate) event_no: i64,
    hash: [u8; 32],
}

/// What walking the chain found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verification {
    /// Events walked over.
    pub events: u64,
    /// The number of the first event that does not fit the chain.
    pub first_broken: Option<i64>,
}

/// One event as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct AuditEvent {
    /// Number in the chain, from 1.
    pub event_no: i64,
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

pub(crate) fn head(connection: &Connection) -> Result<Head> {
    let last = connection
        .query_row(
            "SELECT event_no, hash FROM audit_event ORDER BY event_no DESC LIMIT 1",
            [],
            |row| Ok(Head { event_no: row.get(0)?, hash: row.get(1)? }),
        )
        .optional()?;
    Ok(last.unwrap_or(Head { event_no: 0, hash: [0; 32] }))
}

pub(crate) fn append(
    write: &Write<'_>,
    head: &Head,
    occasion: &Occasion,
    object: &str,
    detail: &Value,
) -> Result<()> {
    let event_no = write.event_no;
    let detail = detail.to_string();
    let texts = [&occasion.at, &occasion.actor, occasion.action, object, &detail];
    let hash = event_hash(&head.hash, event_no, texts);
    write
        .connection
        .prepare_cached("INSERT INTO audit_event VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")?
        .execute((event_no, texts[0], texts[1], texts[2], texts[3], texts[4], head.hash, hash))?;
    Ok(())
}

fn event_of(row: &Row<'_>) -> rusqlite::Result<AuditEvent> {
    Ok(AuditEvent {
        event_no: row.get(0)?,
        at: row.get(1)?,
        actor: row.get(2)?,
        action: row.get(3)?,
        object: row.get(4)?,
        detail: serde_json::from_str(row.get_ref(5)?.as_str()?).unwrap_or(Value::Null),
    })
}

/// Each text is preceded by its length, so that no two events can be cut differently alike.
fn event_hash(previous: &[u8; 32], event_no: i64, texts: [&str; 5]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(previous);
    hash.update(event_no.to_be_bytes());
    for text in texts {
        hash.update((text.len() as u64).to_be_bytes());
        hash.update(text.as_bytes());
    }
    hash.finalize().into()
}

impl Read<'_> {
    /// The number of the last event; 0 where there is none.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn last_event_no(&self) -> Result<i64> {
        Ok(head(self.connection)?.event_no)
    }

    /// Walks the whole chain.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn verify_audit(&self) -> Result<Verification> {
        let mut statement =
            self.connection.prepare("SELECT * FROM audit_event ORDER BY event_no")?;
        let mut rows = statement.query([])?;
        let mut previous = [0u8; 32];
        let mut events = 0;
        let mut first_broken = None;
        while let Some(row) = rows.next()? {
            events += 1;
            let event_no: i64 = row.get(0)?;
            let stored: [u8; 32] = row.get("hash").unwrap_or_default();
            let before: [u8; 32] = row.get("previous").unwrap_or_default();
            let text = |name| row.get_ref(name).ok().and_then(|value| value.as_str().ok());
            let texts = ["at", "actor", "action", "object", "detail"]
                .map(|name| text(name).unwrap_or_default());
            let fits = i64::try_from(events) == Ok(event_no)
                && before == previous
                && stored == event_hash(&previous, event_no, texts);
            if !fits && first_broken.is_none() {
                first_broken = Some(event_no);
            }
            previous = stored;
        }
        Ok(Verification { events, first_broken })
    }

    /// Events from the newest backwards: `count` of them, before `before` where given.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn audit_events(&self, before: Option<i64>, count: u32) -> Result<Vec<AuditEvent>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT event_no, at, actor, action, object, detail FROM audit_event
             WHERE event_no < ?1 ORDER BY event_no DESC LIMIT ?2",
        )?;
        let events = statement
            .query_map((before.unwrap_or(i64::MAX), count), event_of)?
            .collect::<rusqlite::Result<_>>()?;
        Ok(events)
    }

    /// The events of one use case about one object, the oldest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn audit_events_about(&self, object: &str, action: &str) -> Result<Vec<AuditEvent>> {
        let events = self
            .connection
            .prepare_cached(
                "SELECT event_no, at, actor, action, object, detail FROM audit_event
                 WHERE object = ?1 AND action = ?2 ORDER BY event_no",
            )?
            .query_map((object, action), event_of)?
            .collect::<rusqlite::Result<_>>()?;
        Ok(events)
    }

    /// Whether a use case has done anything since the event.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn happened_since(&self, event_no: i64, action: &str) -> Result<bool> {
        let happened = self
            .connection
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM audit_event WHERE event_no > ?1 AND action = ?2)",
            )?
            .query_row((event_no, action), |row| row.get(0))?;
        Ok(happened)
    }

    /// Who did an event, and when (UTC).
    ///
    /// # Errors
    /// When the database cannot be read or has no such event.
    pub fn audit_event(&self, event_no: i64) -> Result<AuditEvent> {
        self.audit_events(Some(event_no + 1), 1)?
            .pop()
            .filter(|event| event.event_no == event_no)
            .ok_or(crate::StoreError::Damaged("audit_event"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::key::DatabaseKey;
    use crate::{Changed, Store, StoreError};
    use serde_json::json;

    fn occasion() -> Occasion {
        Occasion { at: "2026-11-02T10:00:00Z".into(), actor: "EXEMPEL".into(), action: "test" }
    }

    fn store_with_events(count: i64) -> (tempfile::TempDir, Store) {
        let folder = tempfile::tempdir().unwrap();
        let key = DatabaseKey::random().unwrap();
        let mut store = Store::create(&folder.path().join("a.db"), &key).unwrap();
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
            let connection = store.read().connection;
            connection.execute_batch("SAVEPOINT t; DROP TRIGGER audit_event_update; DROP TRIGGER audit_event_delete;").unwrap();
            connection.execute_batch(sql).unwrap();
            let found = store.read().verify_audit().unwrap().first_broken;
            connection.execute_batch("ROLLBACK TO t; RELEASE t;").unwrap();
            found
        };
        assert_eq!(tamper("UPDATE audit_event SET actor = 'B' WHERE event_no = 4"), Some(4));
        assert_eq!(tamper("UPDATE audit_event SET detail = '{}' WHERE event_no = 9"), Some(9));
        assert_eq!(tamper("DELETE FROM audit_event WHERE event_no = 5"), Some(6));
        assert_eq!(
            tamper("UPDATE audit_event SET hash = zeroblob(32) WHERE event_no = 2"),
            Some(2)
        );
        assert_eq!(tamper("SELECT 1"), None);
    }

    #[test]
    fn events_cannot_be_changed_by_the_product() {
        let (_folder, store) = store_with_events(1);
        let refused = store.read().connection.execute("UPDATE audit_event SET actor = 'B'", []);
        assert!(refused.is_err());
    }

    #[test]
    fn a_refused_change_leaves_nothing() {
        let (_folder, mut store) = store_with_events(1);
        let refused = store.change(&occasion(), |write| {
            write.put_setting("a", &json!(1))?;
            Err::<Changed<()>, _>(StoreError::Damaged("test"))
        });
        assert!(refused.is_err());
        assert_eq!(store.read().setting("a").unwrap(), None);
        assert_eq!(store.read().verify_audit().unwrap().events, 1);
    }
}
