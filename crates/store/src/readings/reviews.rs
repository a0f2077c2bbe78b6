//! Samples of the readings that somebody looks through, and what was found of each.

use domain::reading::ReadingVerdict;
use serde_json::Value;

use super::Reading;
use crate::db::{FromRow, Row, json, named_words};
use crate::{EventNo, Read, ReadingNo, Result, ReviewNo, Write};

named_words!(ReadingVerdict);

/// A sample that was drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct LogReview {
    /// Its number.
    pub review_no: ReviewNo,
    /// The client's id.
    pub id: String,
    /// What it was drawn of.
    pub terms: Value,
    /// What the draw hangs on: the same once more gives the same sample.
    pub seed: i64,
    /// How many were asked for.
    pub size: u32,
    /// How many there were to draw from.
    pub fitting: u64,
    /// The last reading there was.
    pub until: ReadingNo,
    /// Who drew it.
    pub actor: String,
    /// When, in UTC; empty while the change is under way.
    pub at: String,
    /// How many it holds.
    pub rows: u64,
    /// How many of them have a verdict.
    pub judged: u64,
    /// How many are to be asked about.
    pub to_ask: u64,
    /// The event that signed it; none: it is open.
    pub signed: Option<EventNo>,
    /// Who signed it, and when in UTC; none: it is open, or the change is under way.
    pub signed_by: Option<(String, String)>,
}

impl FromRow for LogReview {
    fn from_row(row: &Row<'_>) -> Result<LogReview> {
        let by: Option<String> = row.get("signed_actor")?;
        let at: Option<String> = row.get("signed_at")?;
        Ok(LogReview {
            review_no: row.get("review_no")?,
            id: row.get("id")?,
            terms: row.json("terms")?,
            seed: row.get("seed")?,
            size: row.get("size")?,
            fitting: row.get("fitting")?,
            until: row.get("until_no")?,
            actor: row.get("actor")?,
            at: row.get("drawn_at")?,
            rows: row.get("row_count")?,
            judged: row.get("judged")?,
            to_ask: row.get("to_ask")?,
            signed: row.get("signed_event_no")?,
            signed_by: by.zip(at),
        })
    }
}

/// A sample to be kept.
#[derive(Clone, Debug)]
pub struct NewReview<'a> {
    /// The client's id.
    pub id: &'a str,
    /// What it was drawn of.
    pub terms: &'a Value,
    /// What the draw hangs on.
    pub seed: i64,
    /// How many were asked for.
    pub size: u32,
    /// How many there were to draw from.
    pub fitting: u64,
    /// The last reading there was.
    pub until: ReadingNo,
    /// Who drew it.
    pub actor: &'a str,
    /// The readings that were drawn.
    pub readings: &'a [ReadingNo],
}

/// A reading of a sample, with what was found of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewRow {
    /// The reading.
    pub reading: Reading,
    /// What was found; none: nobody has looked at it.
    pub verdict: Option<ReadingVerdict>,
    /// What was noted.
    pub note: String,
}

impl FromRow for ReviewRow {
    fn from_row(row: &Row<'_>) -> Result<ReviewRow> {
        Ok(ReviewRow {
            reading: Reading::from_row(row)?,
            verdict: row.get("verdict")?,
            note: row.get("note")?,
        })
    }
}

const REVIEW: &str = "SELECT v.review_no, v.id, v.terms, v.seed, v.size, v.fitting, v.until_no,
        v.actor, coalesce(d.at, '') AS drawn_at, v.signed_event_no, s.actor AS signed_actor,
        s.at AS signed_at,
        (SELECT count(*) FROM log_review_row w WHERE w.review_no = v.review_no) AS row_count,
        (SELECT count(w.verdict) FROM log_review_row w WHERE w.review_no = v.review_no) AS judged,
        (SELECT count(*) FROM log_review_row w
         WHERE w.review_no = v.review_no AND w.verdict = 'to-ask') AS to_ask
    FROM log_review v LEFT JOIN audit_event d ON d.event_no = v.event_no
        LEFT JOIN audit_event s ON s.event_no = v.signed_event_no";

impl Read<'_> {
    /// Every sample, the newest first.
    pub fn log_reviews(&self) -> Result<Vec<LogReview>> {
        self.db.all(&format!("{REVIEW} ORDER BY v.review_no DESC"), &[])
    }

    /// The sample with that id.
    pub fn log_review(&self, id: &str) -> Result<Option<LogReview>> {
        self.db.one(&format!("{REVIEW} WHERE v.id = ?1"), &[&id])
    }

    /// The readings of a sample, the oldest first.
    pub fn log_review_rows(&self, review_no: ReviewNo) -> Result<Vec<ReviewRow>> {
        self.db.all(
            "SELECT r.reading_no, r.at, r.actor, r.kind, r.operation, r.object, r.person_no,
                    r.protected, r.reason, w.verdict, w.note
             FROM log_review_row w JOIN reading r ON r.reading_no = w.reading_no
             WHERE w.review_no = ?1 ORDER BY r.reading_no",
            &[&review_no],
        )
    }
}

impl Write<'_> {
    /// Keeps a sample.
    pub fn add_log_review(&self, new: &NewReview<'_>) -> Result<()> {
        let review_no: ReviewNo = self.db.only(
            "INSERT INTO log_review (id, terms, seed, size, fitting, until_no, actor, event_no)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) RETURNING review_no",
            &[
                &new.id,
                &json(new.terms)?,
                &new.seed,
                &new.size,
                &new.fitting,
                &new.until,
                &new.actor,
                &self.event_no(),
            ],
        )?;
        for reading_no in new.readings {
            self.db.run(
                "INSERT INTO log_review_row (review_no, reading_no, note) VALUES (?1, ?2, '')",
                &[&review_no, reading_no],
            )?;
        }
        Ok(())
    }

    /// Notes what was found of a reading of a sample.
    pub fn note_review_row(
        &self,
        review_no: ReviewNo,
        reading_no: ReadingNo,
        verdict: ReadingVerdict,
        note: &str,
    ) -> Result<()> {
        self.db.run(
            "UPDATE log_review_row SET verdict = ?3, note = ?4
             WHERE review_no = ?1 AND reading_no = ?2",
            &[&review_no, &reading_no, &verdict, &note],
        )?;
        Ok(())
    }

    /// Ends a sample: what was noted stays from here.
    pub fn sign_log_review(&self, review_no: ReviewNo) -> Result<()> {
        self.db.run(
            "UPDATE log_review SET signed_event_no = ?2 WHERE review_no = ?1",
            &[&review_no, &self.event_no()],
        )?;
        Ok(())
    }
}
