//! The rows of a period, made from the law and the distribution key.

use std::collections::HashSet;

use domain::codes::CompensationCode;
use domain::deadline::{ClaimedDays, LastDays, last_days};
use domain::key::{ShareTarget, governing};
use domain::law::{Ask, Compensation};
use domain::person::CostCentre;
use serde_json::json;
use store::intake::IntakeFilter;
use store::last_days::LastDay;
use store::{Changed, Ending};

use super::IntakeRow;
use crate::error::{AppError, RefusalCode};
use crate::{Action, App, Result};

/// A compensation that units are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedCompensation {
    /// Its code.
    pub code: CompensationCode,
    /// Its last days.
    pub last_days: LastDays,
    /// The units that are asked and have no row yet.
    pub units: Vec<CostCentre>,
    /// How many units have a row already.
    pub there: usize,
}

/// The rows that a period would have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IntakePlan {
    /// The period.
    pub period: ClaimedDays,
    /// By compensation; one that no unit is asked for is there too.
    pub compensations: Vec<PlannedCompensation>,
}

impl IntakePlan {
    /// How many rows would be made.
    #[must_use]
    pub fn new_rows(&self) -> usize {
        self.compensations.iter().map(|planned| planned.units.len()).sum()
    }

    /// How many are there already.
    #[must_use]
    pub fn there(&self) -> usize {
        self.compensations.iter().map(|planned| planned.there).sum()
    }
}

impl App {
    /// What opening the period would make.
    ///
    /// # Errors
    /// When it is no quarter, no year and no twelve months, or has not begun.
    pub fn plan_intake(&self, period: &str) -> Result<IntakePlan> {
        let period = self.intake_period(period)?;
        let asked = self.units_asked(period)?;
        let there = self.read().intake(&IntakeFilter { period: Some(period), ..<_>::default() })?;
        let there: HashSet<(&CompensationCode, &CostCentre)> = there
            .iter()
            .map(|row| (&row.day.typed.compensation, &row.day.typed.cost_centre))
            .collect();
        let law = self.law_in_force()?;
        let mut compensations = Vec::new();
        for compensation in law.catalogue.iter() {
            let Some(last_days) = asked_for(compensation, period) else { continue };
            let units = asked.of(&compensation.code);
            let (known, units): (Vec<_>, Vec<_>) =
                units.into_iter().partition(|unit| there.contains(&(&compensation.code, unit)));
            let (code, there) = (compensation.code.clone(), known.len());
            compensations.push(PlannedCompensation { code, last_days, units, there });
        }
        Ok(IntakePlan { period, compensations })
    }

    /// Makes the rows that the period lacks, and gives all that it has. The same once more makes nothing.
    ///
    /// # Errors
    /// As [`App::plan_intake`].
    pub fn open_intake(&mut self, period: &str) -> Result<(IntakePlan, Vec<IntakeRow>)> {
        let plan = self.change(Action::OpenIntake, |write| {
            let plan = self.plan_intake(period)?;
            for planned in &plan.compensations {
                for unit in &planned.units {
                    write.put_last_day(&LastDay {
                        id: crate::new_id(),
                        compensation: planned.code.clone(),
                        period: plan.period,
                        cost_centre: unit.clone(),
                        last_day: planned.last_days.cautious,
                        amount: None,
                        note: String::new(),
                    })?;
                }
            }
            let (made, there) = (plan.new_rows(), plan.there());
            let object = plan.period.to_string();
            let detail = json!({ "period": plan.period, "made": made, "there": there });
            Ok(match made {
                0 => Ending::Nothing(plan),
                _ => Ending::Changed(Changed { value: plan, object, detail }),
            })
        })?;
        let rows = self.intake(&IntakeFilter { period: Some(plan.period), ..<_>::default() })?;
        Ok((plan, rows))
    }

    fn intake_period(&self, text: &str) -> Result<ClaimedDays> {
        let refused = |code| AppError::refused(code).in_field("period");
        let wrong = || refused(RefusalCode::IntakePeriodWrong).with("text", text.trim());
        let period: ClaimedDays = text.trim().parse().map_err(|_| wrong())?;
        if period.whole().is_none() && !period.is_twelve_months() {
            return Err(wrong());
        }
        // A slip of the hand would make hundreds of rows that nobody can take away.
        if period.days().from > self.today() {
            let early = refused(RefusalCode::IntakePeriodAhead);
            return Err(early.with("from", period.days().from));
        }
        Ok(period)
    }

    /// Which units are asked for what about the days.
    fn units_asked(&self, period: ClaimedDays) -> Result<UnitsAsked> {
        let read = self.read();
        let boards: Vec<CostCentre> = read.boards()?.into_iter().map(|(unit, _)| unit).collect();
        let mut answering = read.boards_answering(period)?;
        answering.retain(|unit| boards.contains(unit));
        // Nobody is in the register yet: any board may have borne costs.
        let answering = if answering.is_empty() { boards.clone() } else { answering };
        let (keys, settings) = (read.keys()?, self.settings()?.intake);
        Ok(UnitsAsked { boards, answering, keys, today: self.today(), settings })
    }
}

/// What decides which units are asked.
struct UnitsAsked {
    boards: Vec<CostCentre>,
    /// Boards that answer for somebody on the days.
    answering: Vec<CostCentre>,
    keys: Vec<domain::key::DistributionKey>,
    today: chrono::NaiveDate,
    settings: super::IntakeSettings,
}

impl UnitsAsked {
    /// The units that are asked for a compensation: those of which it is said, else those that its key
    /// gives money. Without a key it is the person's own board that has borne the cost.
    fn of(&self, code: &CompensationCode) -> Vec<CostCentre> {
        let key = governing(&self.keys, code, self.today);
        let lines: Vec<_> = key.iter().flat_map(|key| key.lines_for(code)).collect();
        let names = |unit: &CostCentre| {
            lines.iter().any(|line| match &line.target {
                ShareTarget::PersonsBoard => self.answering.contains(unit),
                ShareTarget::Board(board) => board == unit,
            })
        };
        let by_key = |unit: &CostCentre| {
            if lines.is_empty() { self.answering.contains(unit) } else { names(unit) }
        };
        let is_asked =
            |unit: &&CostCentre| self.settings.asks(unit, code).unwrap_or_else(|| by_key(unit));
        self.boards.iter().filter(is_asked).cloned().collect()
    }
}

/// The last days of a compensation that the city applies for and the program computes, where its wording
/// of the days counts so.
fn asked_for(compensation: &Compensation, period: ClaimedDays) -> Option<LastDays> {
    let days = period.days();
    let rule = compensation.wording_in(days)?.last_day?;
    let lives = compensation.ask == Ask::Municipality && compensation.not_computed().is_none();
    if !lives || !rule.is_asked_for(period) {
        return None;
    }
    last_days(rule, days, None, false).ok()
}
