//! New claims, and the numbers that they get outside the program.

use chrono::{Datelike, NaiveDate};
use domain::codes::CompensationCode;
use domain::deadline::{ClaimedDays, LastDayRule, last_days};
use domain::law::Ask;
use domain::{Month, Period};
use serde_json::json;
use store::claims::{ClaimRecord, NewClaim};
use store::{Changed, Ending};

use super::{CandidateNamed, NUMBER_LENGTH, StepAt};
use crate::error::{AppError, RefusalCode};
use crate::typed::{Stated, keep, name_typed, text_typed};
use crate::{Action, App, Result};

/// A claim to be made, as somebody has typed it.
#[derive(Clone, Debug, Default)]
pub struct CreateClaim {
    /// The client's id.
    pub id: String,
    /// Code of the law.
    pub compensation: String,
    /// `2026Q2`, `2026` or two days with a slash between them.
    pub period: String,
    /// Cost centre of the unit; empty: several share it.
    pub unit: String,
    /// Candidates that become its lines, all that fit where none is named; none: no lines yet.
    pub candidates: Option<Vec<CandidateNamed>>,
    /// Id or number of a claim that it goes on from: with the same compensation, unit and persons, for
    /// the period that follows. What is typed besides goes before; empty: from none.
    pub from: String,
}

impl App {
    /// Makes a claim as a draft with the next number of the year. The same id once more makes no second.
    ///
    /// # Errors
    /// All faults of the fields at once.
    pub fn create_claim(&mut self, create: &CreateClaim) -> Result<ClaimRecord> {
        self.change(Action::CreateClaim, |write| {
            if let Some(kept) = write.claim(&create.id)? {
                return Ok(Ending::Nothing(kept));
            }
            let before = Some(create.from.trim()).filter(|from| !from.is_empty());
            let before = before.map(|from| self.claim(from)).transpose();
            let before = before.map_err(|fault| fault.in_field("from"))?;
            let new = self.claim_typed(create, before.as_ref())?;
            let mut claim = write.open_claim(&new)?;
            let (found, step) = match (&before, &create.candidates) {
                (Some(before), _) => {
                    let (found, without) = self.candidates_of_claim(before, &claim)?;
                    let without = self.without_lines(&without)?;
                    let from = before.number.to_string();
                    (found, json!({ "step": "continued", "from": from, "without": without }))
                }
                (None, Some(named)) => {
                    (self.candidates_meant(&claim, named)?, json!({ "step": "created" }))
                }
                (None, None) => (Vec::new(), json!({ "step": "created" })),
            };
            write.log_claim(&claim, &create.id, &step)?;
            self.take_into(write, &mut claim, &found)?;
            self.follow_claim(write, &claim)?;
            let detail = json!({
                "number": claim.number.to_string(), "compensation": claim.compensation.0,
                "from": claim.period.from, "until": claim.period.until,
            });
            Ok(Ending::Changed(Changed { object: claim.id.clone(), value: claim, detail }))
        })
    }

    /// What a claim is to be about, all faults at once. What is left empty is as in the claim before.
    fn claim_typed(&self, create: &CreateClaim, before: Option<&ClaimRecord>) -> Result<NewClaim> {
        let mut faults = Vec::new();
        let compensation = match (create.compensation.trim(), before) {
            ("", Some(before)) => Ok(before.compensation.clone()),
            (code, _) => self.compensation_applied_for(code),
        };
        let compensation = keep(compensation, "compensation", &mut faults);
        let following = |before: &ClaimRecord| {
            ClaimedDays::from(before.period).following().map(ClaimedDays::days)
        };
        let meant = before.and_then(following).or_else(|| days_of(create.candidates.as_deref()));
        let period = match (create.period.trim(), meant) {
            ("", Some(meant)) => Ok(meant),
            (text, _) => period_typed(text),
        };
        let period = keep(period, "period", &mut faults);
        let unit = match (create.unit.trim(), before) {
            ("", Some(before)) => Ok(before.cost_centre.clone()),
            ("", None) => Ok(None),
            (unit, _) => self.unit_typed(unit).map(Some),
        };
        let cost_centre = keep(unit, "unit", &mut faults);
        if let (Some(code), Some(period)) = (&compensation, period) {
            keep(self.require_fit(code, period), "period", &mut faults);
        }
        let (Some(compensation), Some(period), Some(cost_centre), true) =
            (compensation, period, cost_centre, faults.is_empty())
        else {
            return Err(AppError::one_or_several(faults));
        };
        let (id, year) = (create.id.clone(), self.today().year());
        Ok(NewClaim { id, year, compensation, period, cost_centre })
    }

    /// Notes the city's diary number and the agency's case number; what is left out stays.
    ///
    /// # Errors
    /// All faults of the fields at once.
    pub fn note_claim_numbers(
        &mut self,
        at: &StepAt,
        diary: &Stated<String>,
        agency: &Stated<String>,
    ) -> Result<ClaimRecord> {
        self.claim_step(Action::NoteClaim, at, |_, claim| {
            let mut faults = Vec::new();
            for (typed, kept, field) in [
                (diary, &mut claim.diary_number, "diary_number"),
                (agency, &mut claim.agency_number, "agency_number"),
            ] {
                let typed = number_typed(&typed.or_before(Some(kept)));
                if let Some(typed) = keep(typed, field, &mut faults) {
                    *kept = typed;
                }
            }
            match AppError::all(faults) {
                Some(fault) => Err(fault),
                None => Ok(json!({ "step": "numbers" })),
            }
        })
    }

    /// A compensation that the municipality applies for.
    fn compensation_applied_for(&self, code: &str) -> Result<CompensationCode> {
        let code = self.compensation_typed(code)?;
        let law = self.law_in_force()?;
        let found = law.catalogue.get(&code);
        if found.is_some_and(|found| found.ask == Ask::Municipality) {
            return Ok(code);
        }
        Err(AppError::refused(RefusalCode::NotOnApplication).with("compensation", code.0))
    }

    /// Refuses days that one claim of the compensation cannot cover: one or two quarters, a calendar
    /// year, or twelve months, as its last day is counted.
    fn require_fit(&self, code: &CompensationCode, period: Period) -> Result<()> {
        let law = self.law_in_force()?;
        let wording = law.catalogue.get(code).and_then(|found| found.wording_in(period));
        let Some(rule) = wording.and_then(|wording| wording.last_day) else { return Ok(()) };
        let fits = covers_wholes(rule, period) && last_days(rule, period, None, false).is_ok();
        let needs_reception = rule.needs_reception(false);
        if fits || (needs_reception && covers_wholes(rule, period)) {
            return Ok(());
        }
        let rule = serde_json::to_value(rule).unwrap_or_default();
        let unfit = AppError::refused(RefusalCode::ClaimPeriodUnfit);
        Err(unfit.with("rule", rule.as_str().unwrap_or_default()))
    }
}

/// The days of candidates that are named, from the first to the last.
fn days_of(named: Option<&[CandidateNamed]>) -> Option<Period> {
    let days = named?.iter().filter_map(|one| Some(one.period.parse::<ClaimedDays>().ok()?.days()));
    days.reduce(|all, one| Period { from: all.from.min(one.from), until: all.until.max(one.until) })
}

fn period_typed(text: &str) -> Result<Period> {
    let claimed: std::result::Result<ClaimedDays, _> = text.replace("..", "/").parse();
    let wrong = |_| AppError::refused(RefusalCode::ClaimPeriodWrong).with("text", text);
    claimed.map(ClaimedDays::days).map_err(wrong)
}

pub(super) fn number_typed(text: &str) -> Result<String> {
    text_typed(name_typed(text)?, NUMBER_LENGTH)
}

/// Whether days are the wholes that a rule counts by.
fn covers_wholes(rule: LastDayRule, period: Period) -> bool {
    let ends_a_month = Month::of(period.until).last_day() == period.until;
    let begins_a_month = period.from.day() == 1;
    match rule {
        LastDayRule::SixMonthsAfterQuarter | LastDayRule::OneYearAfterQuarter => {
            begins_quarter(period.from) && Period::quarter_of(period.until).until == period.until
        }
        LastDayRule::OneYearAfterYear => period == Period::year_of(period.from),
        LastDayRule::OneYearAfterTwelveMonths => begins_a_month && ends_a_month,
        LastDayRule::OneYearAfterReception | LastDayRule::OneYearAfterPeriod => true,
    }
}

fn begins_quarter(day: NaiveDate) -> bool {
    Period::quarter_of(day).from == day
}
