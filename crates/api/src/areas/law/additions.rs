//! What the municipality adds to the law: values, checks and answers.

use app::law::TypedRate;
use app::model::CaseChange;
use domain::law::{Choice, QUESTIONS};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::{certain_day_of, day_of, day_text};
use super::Nothing;
use super::catalogue::case_text;
use crate::explanation::value_text;
use crate::{ErrorReply, Host, texts};

/// Adds a value to the law, or asks what it would change.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct AddRate {
    /// The client's id, a UUID; none: a new one.
    #[serde(default)]
    pub id: Option<String>,
    /// The compensation or reference amount.
    pub code: String,
    /// The case, by its name in the catalogue; may be left out where there is one.
    #[serde(default)]
    pub case: Option<String>,
    /// First day.
    pub valid_from: String,
    /// Last day, inclusive; none until further notice.
    #[serde(default)]
    pub valid_until: Option<String>,
    /// The value in the compensation's unit, as people write numbers.
    pub value: String,
    /// Where it was read.
    pub source: String,
    /// The day on which it was held against the source; none: the business date.
    #[serde(default)]
    pub checked_on: Option<String>,
    /// What to know about it.
    #[serde(default)]
    pub note: Option<String>,
    /// That a value which is ten times the one before it, or a tenth, is meant.
    #[serde(default)]
    pub sure: bool,
}

/// An interval that changes.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RateChangeView {
    /// The compensation's code.
    pub code: String,
    /// When the case applies, in words.
    pub case: String,
    /// Intervals as they were, in words.
    pub before: Vec<String>,
    /// Intervals as they will be, in words.
    pub after: Vec<String>,
}

/// What a value changes.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RatePreview {
    /// Its id.
    pub id: String,
    /// What changes.
    pub changes: Vec<RateChangeView>,
}

/// Takes an own value back.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct WithdrawRate {
    /// Its id.
    pub id: String,
}

/// Notes that the open values of a compensation still hold.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct CheckRate {
    /// The compensation's code.
    pub code: String,
    /// The day on which somebody looked; none: the business date.
    #[serde(default)]
    pub checked_on: Option<String>,
    /// Where.
    pub source: String,
}

/// Answers an open question.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct AnswerQuestion {
    /// The question's name.
    pub question: String,
    /// The answer's name.
    pub answer: String,
    /// The first day that amounts are about for which it is chosen.
    pub valid_from: String,
    /// Why.
    pub reason: String,
}

/// An answer that can be chosen.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AnswerView {
    /// Its name.
    pub answer: String,
    /// In words.
    pub text: String,
    /// First days from which it has been chosen here; the answer that ships needs none.
    pub chosen_from: Vec<String>,
    /// Whether it counts on the business date.
    pub counts: bool,
}

/// A question that the texts leave open.
#[derive(Clone, Debug, Serialize, TS)]
pub struct QuestionView {
    /// Its name.
    pub question: String,
    /// In words.
    pub text: String,
    /// The section that leaves it open.
    pub section: String,
    /// Its answers, the one that ships first.
    pub answers: Vec<AnswerView>,
}

/// An own value in the list.
#[derive(Clone, Debug, Serialize, TS)]
pub struct OwnRateView {
    /// Its id.
    pub id: String,
    /// The compensation's code.
    pub code: String,
    /// When the case applies, in words.
    pub case: String,
    /// First day.
    pub valid_from: String,
    /// Last day, inclusive; none until further notice.
    pub valid_until: Option<String>,
    /// The value as written.
    pub value: String,
    /// Where it was read.
    pub source: String,
    /// Whether a later version of the program has its own value for those days, which counts.
    pub overtaken: bool,
}

/// Everything that the municipality has added, and the questions it can answer.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Additions {
    /// Own values, in the order of entering.
    pub rates: Vec<OwnRateView>,
    /// Open questions.
    pub questions: Vec<QuestionView>,
}

impl From<AddRate> for TypedRate {
    fn from(request: AddRate) -> TypedRate {
        TypedRate {
            id: request.id,
            code: request.code,
            case: request.case,
            valid_from: request.valid_from,
            valid_until: request.valid_until,
            value: request.value,
            source: request.source,
            checked_on: request.checked_on,
            note: request.note,
            sure: request.sure,
        }
    }
}

fn change_view(host: &Host, change: &CaseChange) -> Result<RateChangeView, ErrorReply> {
    let law = host.law()?;
    let compensation = law.compensation(&change.code.0)?;
    let case = compensation.cases.iter().find(|case| case.name == change.case);
    let words = |rates: &[std::sync::Arc<domain::law::Rate>]| {
        let each = rates.iter().map(|rate| {
            let value = match rate.value {
                Some(value) => value_text(compensation.unit, value),
                None => texts::text("law-hole", &[]),
            };
            let until = rate.valid_until.map(|day| day.to_string());
            let id = if until.is_some() { "law-value-between" } else { "law-value-since" };
            let values = [
                ("from", rate.valid_from.into()),
                ("until", app::TextValue::Text(until.unwrap_or_default())),
                ("value", app::TextValue::Text(value)),
            ];
            texts::text(id, &values)
        });
        each.collect()
    };
    Ok(RateChangeView {
        code: change.code.0.clone(),
        case: case.map(case_text).unwrap_or_default(),
        before: words(&change.before),
        after: words(&change.after),
    })
}

fn preview_of(host: &Host, addition: &app::law::Addition) -> Result<RatePreview, ErrorReply> {
    let changes = addition.changes.iter().map(|change| change_view(host, change));
    Ok(RatePreview { id: addition.rate.id.clone(), changes: changes.collect::<Result<_, _>>()? })
}

/// What a value would change, without adding it.
///
/// # Errors
/// Every fault of it at once.
pub fn preview(host: &mut Host, request: AddRate) -> Result<RatePreview, ErrorReply> {
    let addition = host.app()?.preview_rate(&request.into())?;
    preview_of(host, &addition)
}

/// Adds a value to the law.
///
/// # Errors
/// Every fault of it at once.
pub fn add(host: &mut Host, request: AddRate) -> Result<RatePreview, ErrorReply> {
    let addition = host.app()?.add_rate(&request.into())?;
    preview_of(host, &addition)
}

/// Takes an own value back.
///
/// # Errors
/// When there is none with that id.
pub fn withdraw(host: &mut Host, request: WithdrawRate) -> Result<Additions, ErrorReply> {
    host.app()?.withdraw_rate(&request.id)?;
    additions(host, Nothing {})
}

/// Notes that the open values of a compensation still hold.
///
/// # Errors
/// When there is no such compensation, or no source.
pub fn check(host: &mut Host, request: CheckRate) -> Result<super::LawView, ErrorReply> {
    let day = day_of("checked_on", request.checked_on.as_deref())?;
    let day = day.unwrap_or_else(|| host.today());
    host.app()?.check_law(&request.code, day, &request.source)?;
    super::view(host, super::LawViewRequest { code: request.code })
}

/// Answers an open question.
///
/// # Errors
/// When there is no such question or answer, or no reason.
pub fn answer(host: &mut Host, request: AnswerQuestion) -> Result<Additions, ErrorReply> {
    let valid_from = certain_day_of("valid_from", &request.valid_from)?;
    let choice = Choice { question: request.question, answer: request.answer, valid_from };
    host.app()?.choose_answer(&choice, &request.reason)?;
    additions(host, Nothing {})
}

/// Everything that the municipality has added, and the questions it can answer.
///
/// # Errors
/// When the database cannot be read.
pub fn additions(host: &mut Host, _: Nothing) -> Result<Additions, ErrorReply> {
    let today = host.today();
    let law = host.law()?;
    let app = host.app()?;
    let (added, overtaken) = (app.law_additions()?, app.overtaken_rates()?);
    let rates = added.rates.into_iter().map(|rate| {
        let compensation = law.compensation(&rate.compensation.0).ok();
        let case = compensation
            .and_then(|compensation| compensation.cases.iter().find(|case| case.name == rate.case));
        OwnRateView {
            case: case.map(case_text).unwrap_or_default(),
            overtaken: overtaken.contains(&rate.id),
            id: rate.id,
            code: rate.compensation.0,
            valid_from: rate.valid_from.to_string(),
            valid_until: day_text(rate.valid_until),
            value: rate.value,
            source: rate.source,
        }
    });
    let questions = QUESTIONS.iter().map(|question| {
        let chosen: Vec<&Choice> =
            added.choices.iter().filter(|choice| choice.question == question.name).collect();
        let counts = chosen
            .iter()
            .rev()
            .find(|choice| choice.valid_from <= today)
            .map_or(question.answers[0], |choice| choice.answer.as_str());
        let answers = question.answers.iter().map(|answer| AnswerView {
            answer: (*answer).to_owned(),
            text: texts::text(&format!("law-answer-{}-{answer}", question.name), &[]),
            chosen_from: chosen
                .iter()
                .filter(|choice| choice.answer == *answer)
                .map(|choice| choice.valid_from.to_string())
                .collect(),
            counts: counts == *answer,
        });
        QuestionView {
            question: question.name.to_owned(),
            text: texts::text(&format!("law-question-{}", question.name), &[]),
            section: question.section.to_owned(),
            answers: answers.collect(),
        }
    });
    Ok(Additions { rates: rates.collect(), questions: questions.collect() })
}
