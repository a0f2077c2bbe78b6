//! What was done about watches.

use std::collections::HashMap;

use domain::watch::Mark;

use crate::db::Row;
use crate::{PersonNo, Read, Result, Write};

/// What a mark is about: whom, and which watch.
pub type Marked = (Option<PersonNo>, String);

fn mark_of(row: &Row<'_>) -> Result<Option<Mark>> {
    Ok(match row.text("kind")? {
        "done" => Some(Mark::Done {}),
        "moved" => Some(Mark::MovedTo { day: row.get("moved_to")?, reason: row.get("reason")? }),
        "not-applicable" => Some(Mark::NotApplicable { reason: row.get("reason")? }),
        _ => None,
    })
}

impl Read<'_> {
    /// The last mark of every watch that has one and was not unmarked.
    pub fn watch_marks(&self) -> Result<HashMap<Marked, Mark>> {
        let mut marks = HashMap::new();
        self.db.each(
            "SELECT coalesce(p.merged_into, p.person_no) AS root, w.watch_key, w.kind, w.moved_to,
                    w.reason
             FROM watch_mark w LEFT JOIN person p ON p.person_no = w.person_no ORDER BY w.mark_no",
            &[],
            |row| -> Result<()> {
                let about = (row.get("root")?, row.get("watch_key")?);
                match mark_of(row)? {
                    Some(mark) => drop(marks.insert(about, mark)),
                    None => drop(marks.remove(&about)),
                }
                Ok(())
            },
        )?;
        Ok(marks)
    }
}

impl Write<'_> {
    /// Marks a watch; without a mark it stands as the rule has it again.
    pub fn mark_watch(&self, person: PersonNo, key: &str, mark: Option<&Mark>) -> Result<()> {
        let (kind, moved_to, reason) = match mark {
            Some(Mark::Done {}) => ("done", None, ""),
            Some(Mark::MovedTo { day, reason }) => ("moved", Some(*day), reason.as_str()),
            Some(Mark::NotApplicable { reason }) => ("not-applicable", None, reason.as_str()),
            None => ("undone", None, ""),
        };
        self.db.run(
            "INSERT INTO watch_mark (watch_key, person_no, kind, moved_to, reason, event_no)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            &[&key, &person, &kind, &moved_to, &reason, &self.event_no()],
        )?;
        Ok(())
    }
}
