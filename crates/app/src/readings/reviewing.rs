//! A sample is looked through reading by reading, and signed; and somebody is told who has read about
//! her or him.

use domain::reading::ReadingVerdict;
use serde_json::{Value, json};
use store::readings::{LogReview, Reading, ReadingFilter, ReviewRow};
use store::{Changed, Ending, Read, ReadingNo};

use crate::error::{AppError, RefusalCode};
use crate::typed::{reason_typed, text_typed};
use crate::{Action, App, Result};

/// The longest note about a reading, in characters.
const NOTE_LENGTH: usize = 2_000;

/// Who has read about a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extract {
    /// The Person-id that the person has now.
    pub person: String,
    /// What was read about the person alone, or with few others.
    pub readings: Vec<Reading>,
    /// Tables and prints of nobody alone that may have held the person.
    pub of_many: Vec<Reading>,
}

impl App {
    /// Every sample, the newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn log_reviews(&self) -> Result<Vec<LogReview>> {
        Ok(self.read().log_reviews()?)
    }

    /// A sample with its readings, the oldest first.
    ///
    /// # Errors
    /// When there is none.
    pub fn log_review(&self, id: &str) -> Result<(LogReview, Vec<ReviewRow>)> {
        let review = review_there(&self.read(), id)?;
        let rows = self.read().log_review_rows(review.review_no)?;
        Ok((review, rows))
    }

    /// Notes what was found of a reading of a sample.
    ///
    /// # Errors
    /// When there is no such reading, it is one's own, the sample is signed, or something is to be asked
    /// about and nothing says what.
    pub fn note_review(
        &mut self,
        id: &str,
        reading_no: ReadingNo,
        verdict: &str,
        note: &str,
    ) -> Result<()> {
        let unknown = || AppError::refused(RefusalCode::VerdictUnknown).with("text", verdict);
        let verdict =
            ReadingVerdict::parse(verdict).ok_or_else(|| unknown().in_field("verdict"))?;
        let note = text_typed(note, NOTE_LENGTH).map_err(|fault| fault.in_field("note"))?;
        if verdict == ReadingVerdict::ToAsk {
            reason_typed(&note).map_err(|fault| fault.in_field("note"))?;
        }
        self.change(Action::NoteReview, |write| {
            let review = open_review(write, id)?;
            let rows = write.log_review_rows(review.review_no)?;
            let row = rows.iter().find(|row| row.reading.reading_no == reading_no);
            let none = || AppError::refused(RefusalCode::NoSuchReading).in_field("reading");
            let row = row.ok_or_else(none)?;
            self.refuse_own_reading(std::slice::from_ref(row))?;
            if row.verdict == Some(verdict) && row.note == note {
                return Ok(Ending::Nothing(()));
            }
            write.note_review_row(review.review_no, reading_no, verdict, &note)?;
            let detail = json!({ "reading": reading_no, "verdict": verdict.as_str() });
            Ok(Ending::Changed(Changed { value: (), object: id.to_owned(), detail }))
        })
    }

    /// Ends a sample that was looked through. Signed in a database with users.
    ///
    /// # Errors
    /// When a reading has no verdict, is one's own, or what proves the acting person is missing.
    pub fn sign_review(&mut self, id: &str, proof: Option<&str>) -> Result<()> {
        let prover = self.prove_where_needed(proof)?;
        self.change(Action::SignReview, |write| {
            let review = open_review(write, id)?;
            let left = review.rows.saturating_sub(review.judged);
            if left > 0 {
                return Err(AppError::refused(RefusalCode::ReviewUnfinished).with("count", left));
            }
            self.refuse_own_reading(&write.log_review_rows(review.review_no)?)?;
            write.sign_log_review(review.review_no)?;
            if let Some(prover) = &prover {
                self.sign(write, prover, Action::SignReview, id)?;
            }
            let detail = json!({ "rows": review.rows, "to_ask": review.to_ask });
            Ok(Changed { value: (), object: id.to_owned(), detail })
        })
    }

    /// Nobody looks through what she or he has read. In one person's database nobody is proved to be
    /// another.
    fn refuse_own_reading(&self, rows: &[ReviewRow]) -> Result<()> {
        let own = |row: &ReviewRow| row.reading.actor == self.actor;
        if self.is_logged_in() && rows.iter().any(own) {
            return Err(AppError::refused(RefusalCode::ReviewOwn));
        }
        Ok(())
    }

    /// Who has read about a person, and which tables may have held the person.
    ///
    /// # Errors
    /// When there is no such person.
    pub fn extract_of(&self, id: &str) -> Result<Extract> {
        let persons = self.persons_read_as(id)?;
        let read = self.read();
        let person = read.person_id(self.person_no(id)?)?.0;
        let mut readings = Vec::new();
        let filter = ReadingFilter { persons: Some(persons), ..ReadingFilter::default() };
        read.each_reading(&filter, |reading| {
            readings.push(reading);
            Ok(())
        })?;
        Ok(Extract { person, readings, of_many: read.readings_of_nobody_alone()? })
    }

    /// The Person-ids of whom readings are about, in their order; none: of nobody alone.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn persons_of_readings<'r>(
        &self,
        readings: impl Iterator<Item = &'r Reading> + Clone,
    ) -> Result<Vec<Option<String>>> {
        let persons: Vec<store::PersonNo> =
            readings.clone().filter_map(|reading| reading.person).collect();
        let ids = self.read().persons_read(&persons)?;
        let id = |reading: &Reading| {
            let id = ids.get(&reading.person?)?;
            Some(id.0.clone())
        };
        Ok(readings.map(id).collect())
    }
}

fn review_there(read: &Read<'_>, id: &str) -> Result<LogReview> {
    read.log_review(id)?.ok_or_else(|| AppError::refused(RefusalCode::NoSuchReview).in_field("id"))
}

fn open_review(read: &Read<'_>, id: &str) -> Result<LogReview> {
    let review = review_there(read, id)?;
    if review.signed.is_some() {
        return Err(AppError::refused(RefusalCode::ReviewSigned).in_field("id"));
    }
    Ok(review)
}

/// What is signed of a sample: what it was drawn of, and what was found of each reading.
pub(crate) fn review_content(read: &Read<'_>, id: &str) -> Result<Option<Value>> {
    let Some(review) = read.log_review(id)? else { return Ok(None) };
    let row = |row: &ReviewRow| {
        json!([row.reading.reading_no, row.verdict.map(ReadingVerdict::as_str), row.note])
    };
    let rows: Vec<Value> = read.log_review_rows(review.review_no)?.iter().map(row).collect();
    Ok(Some(json!([
        review.terms,
        review.seed,
        review.size,
        review.fitting,
        review.until,
        review.actor,
        rows
    ])))
}
