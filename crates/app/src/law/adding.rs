//! What the municipality adds to the law: next year's amounts, checks and answers.

use std::sync::Arc;

use chrono::NaiveDate;
use domain::entitlement::limits::LARGEST_VALUE;
use domain::law::{Catalogue, Choice, Choices};
use rates::{CaseChange, OwnFault, OwnRate, Reason};
use rust_decimal::Decimal;
use serde_json::json;
use store::law::{LawCheck, OwnRateRecord};
use store::{Changed, Ending};

use super::year::{require_likely, value_before};
use super::{Law, shipped};
use crate::error::{AppError, RefusalCode};
use crate::typed::{day_typed, keep, reason_typed, text_typed};
use crate::{Action, App, Result};

/// Longest source, note or reason, in characters.
const LONGEST: usize = 500;

/// An amount as somebody types it.
#[derive(Clone, Debug, Default)]
pub struct TypedRate {
    /// The client's id, a UUID; none: a new one.
    pub id: Option<String>,
    /// The compensation or reference amount.
    pub code: String,
    /// The case, by name; may be left out where there is one.
    pub case: Option<String>,
    /// First day.
    pub valid_from: String,
    /// Last day, inclusive; none: until further notice.
    pub valid_until: Option<String>,
    /// The value in the compensation's unit.
    pub value: String,
    /// Where it was read.
    pub source: String,
    /// The day on which it was held against the source; none: today.
    pub checked_on: Option<String>,
    /// What to know about it.
    pub note: Option<String>,
    /// Whether a value that is far from the one before it is meant.
    pub sure: bool,
}

/// An amount that would be added, and what it would change.
#[derive(Clone, Debug)]
pub struct Addition {
    /// The amount.
    pub rate: OwnRateRecord,
    /// What changes, case by case.
    pub changes: Vec<CaseChange>,
}

/// Everything that the municipality has added.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LawAdditions {
    /// Amounts.
    pub rates: Vec<OwnRateRecord>,
    /// Latest checks.
    pub checks: Vec<LawCheck>,
    /// Answers to open questions.
    pub choices: Vec<Choice>,
}

fn own(record: &OwnRateRecord) -> OwnRate {
    OwnRate {
        code: record.compensation.clone(),
        case: record.case.clone(),
        valid_from: record.valid_from,
        valid_until: record.valid_until,
        value: record.value.clone(),
        source: record.source.clone(),
        checked_on: record.checked_on,
        note: record.note.clone(),
    }
}

impl App {
    /// Everything that the municipality has added.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn law_additions(&self) -> Result<LawAdditions> {
        let read = self.read();
        Ok(LawAdditions {
            rates: read.own_rates()?,
            checks: read.law_checks()?,
            choices: read.law_choices()?,
        })
    }

    /// The law with everything that has been added.
    pub(super) fn law_with(&self, added: &LawAdditions) -> Result<Law> {
        let choices = Choices::of(&added.choices);
        Ok(Law {
            catalogue: with_fitting(&self.checked_law(&added.checks)?, &added.rates).0,
            choices: choices.map_err(|_| store::StoreError::Damaged("law_choice"))?,
            watches: shipped()?.watches.clone(),
        })
    }

    /// Ids of own amounts that do not count any more: the law that ships has its own for those days.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn overtaken_rates(&self) -> Result<Vec<String>> {
        let added = self.law_additions()?;
        Ok(with_fitting(&self.checked_law(&added.checks)?, &added.rates).1)
    }

    /// The shipped law with the days on which somebody here has held it against its sources.
    fn checked_law(&self, checks: &[LawCheck]) -> Result<Catalogue> {
        let shipped = shipped()?;
        let checked = |code: &domain::codes::CompensationCode| {
            checks.iter().find(|check| check.compensation == *code).map(|check| check.checked_on)
        };
        Ok(rates::with_checks(&shipped.catalogue, checked))
    }

    /// Reads an amount as it was typed, and tells what it would change.
    ///
    /// # Errors
    /// Every fault of it at once.
    pub fn preview_rate(&self, typed: &TypedRate) -> Result<Addition> {
        self.addition_of(self.rate_typed(typed)?)
    }

    fn addition_of(&self, rate: OwnRateRecord) -> Result<Addition> {
        let added = self.law_additions()?;
        let catalogue = self.checked_law(&added.checks)?;
        let (before, overtaken) = with_fitting(&catalogue, &added.rates);
        let standing = added.rates.iter().filter(|rate| !overtaken.contains(&rate.id));
        let rates: Vec<OwnRate> = standing.chain([&rate]).map(own).collect();
        let after = rates::with_own(catalogue, &rates).map_err(|faults| refused(&faults))?;
        Ok(Addition { rate, changes: rates::changes(&before, &after) })
    }

    pub(super) fn rate_typed(&self, typed: &TypedRate) -> Result<OwnRateRecord> {
        let law = self.law_in_force()?;
        let mut faults = Vec::new();
        let compensation = keep(law.compensation(&typed.code), "code", &mut faults);
        let case = compensation.and_then(|compensation| {
            let named = typed.case.as_deref().map(str::trim).filter(|case| !case.is_empty());
            let found = match (named, compensation.cases.as_slice()) {
                (None, [one]) => Some(one),
                (named, cases) => cases.iter().find(|case| Some(case.name.as_str()) == named),
            };
            if found.is_none() {
                let names: Vec<&str> =
                    compensation.cases.iter().map(|case| case.name.as_str()).collect();
                let unknown = AppError::refused(RefusalCode::CaseUnknown);
                faults.push(unknown.with("cases", names.join(", ")).in_field("case"));
            }
            found.map(|case| case.name.clone())
        });
        let valid_from = keep(day_typed(&typed.valid_from), "valid_from", &mut faults);
        let optional = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
        let valid_until = optional(&typed.valid_until)
            .and_then(|text| keep(day_typed(&text), "valid_until", &mut faults));
        let checked_on = match optional(&typed.checked_on) {
            Some(text) => keep(day_typed(&text), "checked_on", &mut faults),
            None => Some(self.today()),
        };
        let source = keep(text_typed(&typed.source, LONGEST), "source", &mut faults);
        let note = keep(
            text_typed(typed.note.as_deref().unwrap_or_default(), LONGEST),
            "note",
            &mut faults,
        );
        let id = match &typed.id {
            Some(id) => {
                keep(crate::persons::read_id(id).map_err(AppError::refused), "id", &mut faults)
            }
            None => Some(crate::new_id()),
        };
        if let Some(day) = checked_on.filter(|day| *day > self.today()) {
            let later = AppError::refused(RefusalCode::CheckedLater).with("day", day);
            faults.push(later.in_field("checked_on"));
        }
        let value = typed.value.trim().replace([' ', '\u{a0}'], "").replace(',', ".");
        if is_too_large(&value) {
            let size = AppError::refused(RefusalCode::NumberSize).with("least", 0);
            faults.push(size.with("most", LARGEST_VALUE).in_field("value"));
        }
        match (compensation, case, valid_from, source, note, id, checked_on) {
            (
                Some(compensation),
                Some(case),
                Some(valid_from),
                Some(source),
                Some(note),
                Some(id),
                Some(checked_on),
            ) if faults.is_empty() => Ok(OwnRateRecord {
                id,
                compensation: compensation.code.clone(),
                case,
                valid_from,
                valid_until,
                value,
                source,
                checked_on,
                note: Some(note).filter(|note| !note.is_empty()),
            }),
            _ => Err(AppError::one_or_several(faults)),
        }
    }

    /// Amounts as they were typed, each with its place.
    ///
    /// # Errors
    /// Every fault of every one.
    pub(crate) fn rates_typed(&self, typed: &[TypedRate]) -> Result<Vec<(usize, OwnRateRecord)>> {
        let (mut rates, mut faults) = (Vec::new(), Vec::new());
        for (place, typed) in typed.iter().enumerate() {
            match self.rate_typed(typed) {
                Ok(rate) => rates.push((place, rate)),
                Err(fault) => faults.push(fault.within(&format!("rates[{place}]"))),
            }
        }
        AppError::all(faults).map_or(Ok(rates), Err)
    }

    /// The law with amounts besides those that have been added, each with the place that its faults are
    /// told at.
    ///
    /// # Errors
    /// When they do not fit.
    pub(crate) fn additions_fit(&self, rates: &[(usize, OwnRateRecord)]) -> Result<Catalogue> {
        let added = self.law_additions()?;
        let catalogue = self.checked_law(&added.checks)?;
        let (_, overtaken) = with_fitting(&catalogue, &added.rates);
        let standing = added.rates.iter().filter(|rate| !overtaken.contains(&rate.id));
        let own_before = standing.clone().count();
        let all: Vec<OwnRate> =
            standing.chain(rates.iter().map(|(_, rate)| rate)).map(own).collect();
        rates::with_own(catalogue, &all).map_err(|faults| {
            let told = faults.iter().map(|fault| {
                let place = fault.place.checked_sub(own_before).and_then(|at| rates.get(at));
                let told = refused(std::slice::from_ref(fault));
                match place {
                    Some((place, _)) => told.within(&format!("rows[{place}]")),
                    None => told,
                }
            });
            AppError::one_or_several(told.collect())
        })
    }

    /// Refuses a value that is far from the one before it, until somebody is sure.
    pub(super) fn require_meant(&self, rate: &OwnRateRecord, sure: bool) -> Result<()> {
        let law = self.law_in_force()?;
        let found = law.catalogue.get(&rate.compensation).filter(|_| !sure);
        let case = found.and_then(|found| found.cases.iter().find(|one| one.name == rate.case));
        let before = case.and_then(|case| value_before(case, rate.valid_from));
        let likely = require_likely(before.map(Arc::as_ref), &rate.value);
        likely.map_err(|fault| fault.in_field("value"))
    }

    /// Adds an amount to the law. The same once more changes nothing.
    ///
    /// # Errors
    /// As [`App::preview_rate`].
    pub fn add_rate(&mut self, typed: &TypedRate) -> Result<Addition> {
        self.change(Action::AddRate, |write| {
            let rate = self.rate_typed(typed)?;
            if write.own_rates()?.contains(&rate) {
                return Ok(Ending::Nothing(Addition { rate, changes: Vec::new() }));
            }
            self.require_meant(&rate, typed.sure)?;
            let addition = self.addition_of(rate)?;
            let rate = &addition.rate;
            write.add_own_rate(rate)?;
            let detail = json!({
                "compensation": rate.compensation, "case": rate.case, "value": rate.value,
                "valid_from": rate.valid_from, "valid_until": rate.valid_until,
                "source": rate.source, "checked_on": rate.checked_on,
            });
            let object = rate.id.clone();
            Ok(Ending::Changed(Changed { value: addition, object, detail }))
        })
    }

    /// Takes an amount back that the municipality has added.
    ///
    /// # Errors
    /// When there is none with that id.
    pub fn withdraw_rate(&mut self, id: &str) -> Result<()> {
        self.change(Action::WithdrawRate, |write| {
            let rates = write.own_rates()?;
            let found = rates.iter().find(|rate| rate.id == id).cloned();
            let rate =
                found.ok_or_else(|| AppError::refused(RefusalCode::NoSuchRate).in_field("id"))?;
            write.withdraw_own_rate(id)?;
            let detail = json!({
                "compensation": rate.compensation, "case": rate.case,
                "valid_from": rate.valid_from, "value": rate.value,
            });
            Ok(Changed { value: (), object: id.to_owned(), detail })
        })
    }

    /// Notes that somebody has held the open values of a compensation against their source, and that
    /// they still hold.
    ///
    /// # Errors
    /// When there is no such compensation, no source, or the day has not come.
    pub fn check_law(&mut self, code: &str, checked_on: NaiveDate, source: &str) -> Result<()> {
        self.change(Action::CheckLaw, |write| {
            let law = self.law_in_force()?;
            let compensation = Arc::clone(law.compensation(code)?);
            let source = text_typed(source, LONGEST)?;
            if source.is_empty() {
                return Err(AppError::refused(RefusalCode::SourceMissing).in_field("source"));
            }
            if checked_on > self.today() {
                let later = AppError::refused(RefusalCode::CheckedLater).with("day", checked_on);
                return Err(later.in_field("checked_on"));
            }
            let check = LawCheck { compensation: compensation.code.clone(), checked_on, source };
            write.add_law_check(&check)?;
            let detail = json!({ "checked_on": check.checked_on, "source": check.source });
            Ok(Changed { value: (), object: check.compensation.0.clone(), detail })
        })
    }

    /// Answers a question that the texts leave open, for amounts about that day and later ones.
    ///
    /// # Errors
    /// When there is no such question or answer, or no reason.
    pub fn choose_answer(&mut self, choice: &Choice, reason: &str) -> Result<()> {
        Choices::of(std::slice::from_ref(choice)).map_err(|(_, fault)| {
            let (code, field) = match fault {
                domain::law::ChoiceFault::UnknownQuestion => {
                    (RefusalCode::QuestionUnknown, "question")
                }
                domain::law::ChoiceFault::UnknownAnswer => (RefusalCode::AnswerUnknown, "answer"),
            };
            AppError::refused(code).in_field(field)
        })?;
        let reason = text_typed(reason, LONGEST)?;
        reason_typed(&reason)?;
        self.change(Action::AnswerQuestion, |write| {
            write.add_law_choice(choice, &reason)?;
            let detail = json!({
                "answer": choice.answer, "valid_from": choice.valid_from,
            });
            Ok(Changed { value: (), object: choice.question.clone(), detail })
        })
    }
}

/// Whether a value is larger than any of the law. One with more digits than can be held is; what is no
/// number is told by whoever reads it.
fn is_too_large(value: &str) -> bool {
    match value.parse::<Decimal>() {
        Ok(number) => number > Decimal::from(LARGEST_VALUE),
        Err(_) => !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()),
    }
}

/// The catalogue with the amounts that fit it, and the ids of those that do not: a later version of the
/// program may bring values for their days, and those count.
fn with_fitting(catalogue: &Catalogue, added: &[OwnRateRecord]) -> (Catalogue, Vec<String>) {
    let mut standing: Vec<&OwnRateRecord> = added.iter().collect();
    let mut overtaken = Vec::new();
    loop {
        let rates: Vec<OwnRate> = standing.iter().map(|rate| own(rate)).collect();
        match rates::with_own(catalogue.clone(), &rates) {
            Ok(catalogue) => return (catalogue, overtaken),
            Err(faults) => {
                let mut places: Vec<usize> = faults.iter().map(|fault| fault.place).collect();
                places.sort_unstable();
                places.dedup();
                for place in places.into_iter().rev() {
                    overtaken.push(standing.remove(place).id.clone());
                }
            }
        }
    }
}

/// What is wrong with additions, each in its field.
fn refused(faults: &[OwnFault]) -> AppError {
    let errors = faults.iter().map(|fault| {
        let (field, code) = match &fault.reason {
            Reason::NotAsWritten { .. } | Reason::Negative { .. } | Reason::NoValue => {
                ("value", RefusalCode::RateValue)
            }
            Reason::WithoutSource | Reason::VerifiedWithoutSource => {
                ("source", RefusalCode::SourceMissing)
            }
            Reason::UntilBeforeFrom { .. } => ("valid_until", RefusalCode::FactEndsBeforeItBegins),
            Reason::OutsideCalendar { field, day } => {
                return AppError::refused(RefusalCode::DayWrong).with("text", day).in_field(field);
            }
            Reason::Gap { from, until, .. } => {
                return AppError::refused(RefusalCode::RateGap)
                    .with("from", from)
                    .with("until", until)
                    .in_field("valid_from");
            }
            Reason::PastWording { until } => {
                return AppError::refused(RefusalCode::RatePastWording)
                    .with("until", until)
                    .in_field("valid_from");
            }
            Reason::Repealed { until } => {
                return AppError::refused(RefusalCode::RateRepealed)
                    .with("until", until)
                    .in_field("valid_from");
            }
            _ => ("valid_from", RefusalCode::RateInterval),
        };
        AppError::refused(code).in_field(field)
    });
    AppError::one_or_several(errors.collect())
}
