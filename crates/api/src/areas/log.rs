//! The log of reading: samples that are looked through and signed, and who has read about somebody.

use app::App;
use app::model::{LogReview, Reading, ReadingNo, ReviewRow};
use app::readings::{SampleTerms, TypedSample};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use super::Nothing;
use super::day_of;
use super::users::proof;
use crate::{ErrorReply, texts};

/// How many readings a sample holds where nothing is said.
const USUAL_SIZE: u32 = 25;

/// Draws a sample.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct DrawSample {
    /// The client's id; none: a new one.
    #[ts(optional = nullable)]
    pub id: Option<String>,
    /// What the draw hangs on: the same once more draws the same. None: the number of the day.
    #[ts(optional = nullable)]
    pub seed: Option<i64>,
    /// How many; none: twenty-five.
    #[ts(optional = nullable)]
    pub size: Option<u32>,
    /// First day, by Swedish clocks.
    #[ts(optional = nullable)]
    pub from: Option<String>,
    /// Last day.
    #[ts(optional = nullable)]
    pub until: Option<String>,
    /// By this user alone.
    #[ts(optional = nullable)]
    pub user: Option<String>,
    /// About this person alone.
    #[ts(optional = nullable)]
    pub person: Option<String>,
    /// About persons for whom this board answered on the day; nobody who is protected.
    #[ts(optional = nullable)]
    pub cost_centre: Option<String>,
    /// About persons who were protected alone.
    #[ts(as = "Option<bool>", optional)]
    pub protected: bool,
    /// At night, on Saturdays, Sundays and holidays alone.
    #[ts(as = "Option<bool>", optional)]
    pub off_hours: bool,
}

/// Names a sample.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct LogReviewRequest {
    /// Its id.
    pub id: String,
}

/// Notes what was found of a reading.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct NoteReading {
    /// The sample's id.
    pub id: String,
    /// The reading's number.
    pub reading: i64,
    /// `in-order` or `to-ask`.
    pub verdict: String,
    /// What is to be asked, or why it is in order.
    #[serde(default)]
    pub note: String,
}

/// Signs a sample.
#[derive(Clone, Deserialize, TS)]
pub struct SignLogReview {
    /// Its id.
    pub id: String,
    /// The acting user's password, once more.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub password: Option<String>,
}

/// Asks who has read about a person.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ExtractRequest {
    /// The Person-id.
    pub person: String,
}

/// The samples that were drawn.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LogReviews {
    /// The newest first.
    pub reviews: Vec<LogReviewBrief>,
}

/// A sample.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LogReviewBrief {
    /// Its id.
    pub id: String,
    /// What it was drawn of, in Swedish.
    pub terms: String,
    /// What the draw hangs on.
    pub seed: i64,
    /// How many readings it holds.
    pub rows: u64,
    /// How many there were to draw from.
    pub fitting: u64,
    /// How many have a verdict.
    pub judged: u64,
    /// How many are to be asked about.
    pub to_ask: u64,
    /// Who drew it.
    pub drawn_by: String,
    /// When, in UTC.
    pub drawn_at: String,
    /// Who signed it; none: it is open.
    pub signed_by: Option<String>,
    /// When, in UTC.
    pub signed_at: Option<String>,
}

/// A sample with its readings.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LogReviewView {
    /// The sample.
    pub review: LogReviewBrief,
    /// Its readings, the oldest first.
    pub readings: Vec<ReviewedReading>,
}

/// A reading of a sample.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ReviewedReading {
    /// The reading.
    pub reading: ReadingView,
    /// `in-order` or `to-ask`; none: nobody has looked at it.
    pub verdict: Option<String>,
    /// What was noted.
    pub note: String,
}

/// Something that was read.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ReadingView {
    /// Its number.
    pub number: i64,
    /// Moment in UTC.
    pub at: String,
    /// Who read.
    pub actor: String,
    /// `page`, `explanation`, `document`, `print` or `export`.
    pub kind: String,
    /// What it was, in Swedish.
    pub kind_name: String,
    /// The id of what was read; empty: the person alone.
    pub object: String,
    /// About whom, by the Person-id; none: nobody alone.
    pub person: Option<String>,
    /// Whether the person was protected then.
    pub protected: bool,
    /// Why, where it was asked.
    pub reason: String,
}

/// Who has read about a person.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ReadingExtract {
    /// The Person-id.
    pub person: String,
    /// What was read about the person alone, or with few others; the oldest first.
    pub readings: Vec<ReadingView>,
    /// Tables and prints of nobody alone, which may have held the person.
    pub of_many: Vec<ReadingView>,
}

fn brief(review: LogReview) -> LogReviewBrief {
    let (signed_by, signed_at) = review.signed_by.unzip();
    LogReviewBrief {
        id: review.id,
        terms: terms_text(&serde_json::from_value(review.terms).unwrap_or_default()),
        seed: review.seed,
        rows: review.rows,
        fitting: review.fitting,
        judged: review.judged,
        to_ask: review.to_ask,
        drawn_by: review.actor,
        drawn_at: review.at,
        signed_by,
        signed_at,
    }
}

/// What a sample was drawn of, in words.
fn terms_text(terms: &SampleTerms) -> String {
    let day = |day: &Option<chrono::NaiveDate>| day.map(|day| day.to_string());
    let named = [
        ("log-terms-from", day(&terms.from)),
        ("log-terms-until", day(&terms.until)),
        ("log-terms-user", terms.user.clone()),
        ("log-terms-person", terms.person.clone()),
        ("log-terms-board", terms.cost_centre.clone()),
        ("log-terms-protected", terms.protected.then(String::new)),
        ("log-terms-off-hours", terms.off_hours.then(String::new)),
    ];
    let words = named.into_iter().filter_map(|(id, value)| {
        let value = value?;
        Some(texts::text(id, &[("value", app::TextValue::Text(value))]))
    });
    let words: Vec<String> = words.collect();
    if words.is_empty() { texts::text("log-terms-all", &[]) } else { words.join(", ") }
}

fn views<'r>(
    app: &App,
    readings: impl Iterator<Item = &'r Reading> + Clone,
) -> Result<Vec<ReadingView>, ErrorReply> {
    let persons = app.persons_of_readings(readings.clone())?;
    let view = |(reading, person): (&Reading, Option<String>)| ReadingView {
        number: reading.reading_no.0,
        at: reading.at.clone(),
        actor: reading.actor.clone(),
        kind: reading.kind.as_str().to_owned(),
        kind_name: texts::text(&format!("log-kind-{}", reading.kind.as_str()), &[]),
        object: reading.object.clone(),
        person,
        protected: reading.protected,
        reason: reading.reason.clone(),
    };
    Ok(readings.zip(persons).map(view).collect())
}

fn view_of(app: &App, id: &str) -> Result<LogReviewView, ErrorReply> {
    let (review, rows) = app.log_review(id)?;
    let readings = views(app, rows.iter().map(|row| &row.reading))?;
    let reviewed = |(reading, row): (ReadingView, &ReviewRow)| ReviewedReading {
        reading,
        verdict: row.verdict.map(|verdict| verdict.as_str().to_owned()),
        note: row.note.clone(),
    };
    let readings = readings.into_iter().zip(&rows).map(reviewed).collect();
    Ok(LogReviewView { review: brief(review), readings })
}

/// Every sample, the newest first.
///
/// # Errors
/// When the database cannot be read.
pub fn reviews(app: &mut App, _: Nothing) -> Result<LogReviews, ErrorReply> {
    Ok(LogReviews { reviews: app.log_reviews()?.into_iter().map(brief).collect() })
}

/// A sample with its readings.
///
/// # Errors
/// When there is none.
pub fn review(app: &mut App, request: LogReviewRequest) -> Result<LogReviewView, ErrorReply> {
    view_of(app, &request.id)
}

/// Draws a sample of what others have read.
///
/// # Errors
/// When what it is to be drawn of is wrong, is one's own readings, or fits none.
pub fn draw(app: &mut App, request: DrawSample) -> Result<LogReviewView, ErrorReply> {
    let some = |text: Option<String>| {
        text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
    };
    let terms = SampleTerms {
        from: day_of("from", request.from.as_deref())?,
        until: day_of("until", request.until.as_deref())?,
        user: some(request.user),
        person: some(request.person),
        cost_centre: some(request.cost_centre),
        protected: request.protected,
        off_hours: request.off_hours,
    };
    let of_the_day = || i64::from(chrono::Datelike::num_days_from_ce(&app.today()));
    let typed = TypedSample {
        seed: request.seed.unwrap_or_else(of_the_day),
        id: some(request.id).unwrap_or_else(app::new_id),
        terms,
        size: request.size.unwrap_or(USUAL_SIZE),
    };
    let drawn = app.draw_sample(&typed)?;
    view_of(app, &drawn.id)
}

/// Notes what was found of a reading.
///
/// # Errors
/// When there is no such reading, it is one's own, or the sample is signed.
pub fn note(app: &mut App, request: NoteReading) -> Result<LogReviewView, ErrorReply> {
    let reading = ReadingNo(request.reading);
    app.note_review(&request.id, reading, &request.verdict, &request.note)?;
    view_of(app, &request.id)
}

/// Signs a sample that was looked through.
///
/// # Errors
/// When a reading has no verdict, or the acting user's password is missing or wrong.
pub fn sign(app: &mut App, request: SignLogReview) -> Result<LogReviewView, ErrorReply> {
    app.sign_review(&request.id, proof(request.password).as_deref().map(String::as_str))?;
    view_of(app, &request.id)
}

/// Who has read about a person.
///
/// # Errors
/// When there is no such person.
pub fn extract(app: &mut App, request: ExtractRequest) -> Result<ReadingExtract, ErrorReply> {
    let extract = app.extract_of(&request.person)?;
    Ok(ReadingExtract {
        readings: views(app, extract.readings.iter())?,
        of_many: views(app, extract.of_many.iter())?,
        person: extract.person,
    })
}
