//! Which readings a sample holds: drawn by chance from those that fit, so that the same seed draws the
//! same once more.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::{DateTime, NaiveDate, NaiveDateTime};
use domain::person::{BoardSpan, CostCentre, board_on};
use domain::reading::{is_off_hours, swedish_time};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::{Digest, Sha256};
use store::readings::{LogReview, NewReview, Reading, ReadingFilter};
use store::{Changed, Ending, PersonNo, ReadingNo};

use crate::error::{AppError, RefusalCode};
use crate::typed::keep;
use crate::{Action, App, Result};

/// The most readings that a sample holds.
pub const LARGEST_SAMPLE: u32 = 500;

/// What a sample is drawn of; nothing said: of everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SampleTerms {
    /// First day, by Swedish clocks.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub until: Option<NaiveDate>,
    /// By this user.
    pub user: Option<String>,
    /// About this person, by the Person-id.
    pub person: Option<String>,
    /// About persons for whom this board answered on the day.
    pub cost_centre: Option<String>,
    /// About persons who were protected.
    pub protected: bool,
    /// At night, on a Saturday, a Sunday or a holiday.
    pub off_hours: bool,
}

/// A sample to be drawn, as typed.
#[derive(Clone, Debug, Default)]
pub struct TypedSample {
    /// The client's id.
    pub id: String,
    /// Of what.
    pub terms: SampleTerms,
    /// What the draw hangs on.
    pub seed: i64,
    /// How many.
    pub size: u32,
}

/// What is looked at of each reading.
struct Fits {
    terms: SampleTerms,
    board: Option<CostCentre>,
    boards: HashMap<PersonNo, Vec<BoardSpan>>,
    // In a sample of a board nobody stands whose board is hidden.
    hidden: HashSet<PersonNo>,
}

/// The moment of a reading.
pub(super) fn moment(at: &str) -> Option<NaiveDateTime> {
    DateTime::parse_from_rfc3339(at).ok().map(|at| at.naive_utc())
}

/// Where a reading stands in the draw: those with the lowest come into the sample.
fn place(seed: i64, reading_no: ReadingNo) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"atersok sample 1");
    hash.update(seed.to_be_bytes());
    hash.update(reading_no.0.to_be_bytes());
    hash.finalize().into()
}

impl Fits {
    fn fits(&self, reading: &Reading) -> bool {
        let Some(at) = moment(&reading.at) else { return false };
        let day = swedish_time(at).date();
        let SampleTerms { from, until, off_hours, .. } = &self.terms;
        let of_board = |board: &CostCentre| {
            reading.person.is_some_and(|person| {
                let boards = self.boards.get(&person).map_or(&[][..], Vec::as_slice);
                !self.hidden.contains(&person) && board_on(boards, day) == Some(board)
            })
        };
        from.is_none_or(|from| from <= day)
            && until.is_none_or(|until| day <= until)
            && (!off_hours || is_off_hours(at))
            && self.board.as_ref().is_none_or(of_board)
    }
}

impl App {
    /// Draws a sample of what others have read. The same id once more draws nothing.
    ///
    /// # Errors
    /// When what it is to be drawn of is wrong, is one's own readings, or fits none.
    pub fn draw_sample(&mut self, typed: &TypedSample) -> Result<LogReview> {
        let (fits, filter) = self.sample_typed(typed)?;
        let size = typed.size as usize;
        self.change(Action::DrawSample, |write| {
            let terms = json!(typed.terms);
            if let Some(there) = write.log_review(&typed.id)? {
                let same = there.terms == terms && there.seed == typed.seed;
                AppError::require_same(same && there.size == typed.size, &typed.id)?;
                return Ok(Ending::Nothing(there));
            }
            let until = write.last_reading_no()?;
            let mut fitting = 0;
            let mut drawn: BTreeSet<([u8; 32], ReadingNo)> = BTreeSet::new();
            write.each_reading(&ReadingFilter { until: Some(until), ..filter }, |reading| {
                if fits.fits(&reading) {
                    fitting += 1;
                    drawn.insert((place(typed.seed, reading.reading_no), reading.reading_no));
                    if drawn.len() > size {
                        drawn.pop_last();
                    }
                }
                Ok(())
            })?;
            if drawn.is_empty() {
                return Err(AppError::refused(RefusalCode::SampleEmpty));
            }
            let mut readings: Vec<ReadingNo> = drawn.into_iter().map(|(_, no)| no).collect();
            readings.sort();
            write.add_log_review(&NewReview {
                id: &typed.id,
                terms: &terms,
                seed: typed.seed,
                size: typed.size,
                fitting,
                until,
                actor: &self.actor,
                readings: &readings,
            })?;
            let value = write.log_review(&typed.id)?;
            let value = value.ok_or(store::StoreError::Damaged("log_review"))?;
            let detail = json!({ "seed": typed.seed, "rows": readings.len(), "of": fitting });
            Ok(Ending::Changed(Changed { value, object: typed.id.clone(), detail }))
        })
    }

    /// A sample as it is meant, with everything that is wrong with it.
    fn sample_typed(&self, typed: &TypedSample) -> Result<(Fits, ReadingFilter)> {
        let mut faults = Vec::new();
        let SampleTerms { from, until, user, person, cost_centre, protected, .. } = &typed.terms;
        if !(1..=LARGEST_SAMPLE).contains(&typed.size) {
            let size = AppError::refused(RefusalCode::SampleSize).with("most", LARGEST_SAMPLE);
            faults.push(size.in_field("size"));
        }
        if let (Some(from), Some(until)) = (from, until)
            && until < from
        {
            faults.push(AppError::refused(RefusalCode::HeldReversed).in_field("until"));
        }
        if self.is_logged_in() && user.as_ref() == Some(&self.actor) {
            faults.push(AppError::refused(RefusalCode::ReviewOwn).in_field("user"));
        }
        let persons = person.as_deref().map(|id| self.persons_read_as(id)).transpose();
        let persons = keep(persons, "person", &mut faults).flatten();
        let board = cost_centre.as_deref().map(|board| self.unit_typed(board)).transpose();
        let board = keep(board, "cost_centre", &mut faults).flatten();
        if let Some(faults) = AppError::all(faults) {
            return Err(faults);
        }
        let (boards, hidden) = match &board {
            Some(_) => (self.read().all_boards()?, self.protected_persons()?),
            None => Default::default(),
        };
        let filter = ReadingFilter {
            actor: user.clone(),
            // Nobody looks through what she or he has read.
            but_actor: self.is_logged_in().then(|| self.actor.clone()),
            persons,
            protected: *protected,
            until: None,
        };
        Ok((Fits { terms: typed.terms.clone(), board, boards, hidden }, filter))
    }

    /// The numbers that readings about somebody may have: the person's own, and of those who were merged
    /// into it.
    pub(super) fn persons_read_as(&self, id: &str) -> Result<Vec<PersonNo>> {
        let person_no = self.person_no(id)?;
        let mut persons = self.read().merged_into(person_no)?;
        persons.push(person_no);
        Ok(persons)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_draw_hangs_on_the_seed_alone() {
        let drawn = |seed: i64| -> Vec<i64> {
            let mut places: Vec<_> = (1..=100).map(|no| (place(seed, ReadingNo(no)), no)).collect();
            places.sort();
            places.into_iter().take(5).map(|(_, no)| no).collect()
        };
        assert_eq!(drawn(7), drawn(7));
        assert_ne!(drawn(7), drawn(8));
    }
}
