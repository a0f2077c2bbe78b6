//! What was done about watches.

use std::collections::HashMap;

use domain::watch::Mark;
use rusqlite::Row;

use crate::columns::{IsoDay, day};
use crate::persons::PersonNo;
use crate::{Read, Result, StoreError, Write};

/// What a mark is about: whom, and which watch.
pub type Marked = (Option<PersonNo>, String);

fn mark_of(row: &Row<'_>) -> Result<Option<Mark>> {
    let kind: String = row.get("kind")?;
    let reason: String = row.get("reason")?;
    Ok(match kind.as_str() {
        "done" => Some(Mark::Done {}),
        "moved" => {
            let day = day(row, "moved_to")?.ok_or(StoreError::Damaged("watch_mark"))?;
            Some(Mark::MovedTo { day, reason })
        }
        "not-applicable" => Some(Mark::NotApplicable { reason }),
        _ => None,
    })
}

impl Read<'_> {
    /// The last mark of every watch that has one and was not unmarked.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn watch_marks(&self) -> Result<HashMap<Marked, Mark>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT w.*, coalesce(p.merged_into, p.person_no) AS root
             FROM watch_mark w LEFT JOIN person p USING (person_no) ORDER BY w.mark_no",
        )?;
        let mut rows = statement.query([])?;
        let mut marks = HashMap::new();
        while let Some(row) = rows.next()? {
            let about = (row.get("root")?, row.get("watch_key")?);
            match mark_of(row)? {
                Some(mark) => drop(marks.insert(about, mark)),
                None => drop(marks.remove(&about)),
            }
        }
        Ok(marks)
    }
}

impl Write<'_> {
    /// Marks a watch; without a mark it stands as the rule has it again.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn mark_watch(&self, person: PersonNo, key: &str, mark: Option<&Mark>) -> Result<()> {
        let (kind, moved_to, reason) = match mark {
            Some(Mark::Done {}) => ("done", None, ""),
            Some(Mark::MovedTo { day, reason }) => {
                ("moved", Some(IsoDay::of(*day)), reason.as_str())
            }
            Some(Mark::NotApplicable { reason }) => ("not-applicable", None, reason.as_str()),
            None => ("undone", None, ""),
        };
        self.connection
            .prepare_cached(
                "INSERT INTO watch_mark (watch_key, person_no, kind, moved_to, reason, event_no)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute((key, person, kind, moved_to, reason, self.event_no()))?;
        Ok(())
    }
}
