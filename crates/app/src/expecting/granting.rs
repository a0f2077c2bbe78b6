//! Decisions of the agency: what it has granted before it pays.

use domain::checks::is_unlikely_period;
use domain::codes::CompensationCode;
use domain::entitlement::limits::LARGEST_AMOUNT;
use domain::{Ore, Period};
use serde_json::json;
use store::expectation::GrantRecord;
use store::{Changed, Ending};

use super::computing::is_citys_own;
use crate::error::{AppError, RefusalCode};
use crate::typed::{amount_typed, day_typed, keep, text_typed};
use crate::{Action, App, Result};

/// Longest source, in characters.
const LONGEST: usize = 200;

/// A decision as somebody types it.
#[derive(Clone, Debug)]
pub struct TypedGrant {
    /// The client's id; none: a new one.
    pub id: Option<String>,
    /// The register's own Person-id; none: the city itself.
    pub person: Option<String>,
    /// The compensation's code.
    pub compensation: String,
    /// First day that it is for.
    pub period_from: String,
    /// Last day that it is for, inclusive.
    pub period_until: String,
    /// The day of the decision.
    pub decided_on: String,
    /// What was granted.
    pub amount: Ore,
    /// The decision's number, or where it was read.
    pub source: String,
}

impl App {
    /// Enters a decision. The same once more changes nothing.
    ///
    /// # Errors
    /// Every fault of its fields at once.
    pub fn enter_grant(&mut self, typed: &TypedGrant) -> Result<()> {
        self.change(Action::EnterGrant, |write| {
            let grant = self.grant_typed(typed)?;
            let known = write.grants(None)?;
            if known.iter().any(|known| known.id == grant.id) {
                return Ok(Ending::Nothing(()));
            }
            if known.iter().any(|known| known.grants_the_same_as(&grant)) {
                return Err(AppError::refused(RefusalCode::GrantThereIsOne));
            }
            write.add_grant(&grant)?;
            let detail = json!({
                "compensation": grant.compensation, "period_from": grant.period.from,
                "period_until": grant.period.until, "decided_on": grant.decided_on,
                "amount_ore": grant.amount,
            });
            Ok(Ending::Changed(Changed { value: (), object: grant.id.clone(), detail }))
        })
    }

    fn grant_typed(&self, typed: &TypedGrant) -> Result<GrantRecord> {
        let mut faults = Vec::new();
        let law = self.law_in_force()?;
        let code = keep(law.compensation(&typed.compensation), "compensation", &mut faults)
            .map(|found| CompensationCode(found.code.0.clone()));
        let named = typed.person.as_deref().map(str::trim).filter(|person| !person.is_empty());
        let person = named
            .map(|person| keep(self.person_no(person), "person", &mut faults))
            .unwrap_or_default();
        let mut day = |text: &str, field: &str| keep(day_typed(text), field, &mut faults);
        let from = day(&typed.period_from, "period_from");
        let until = day(&typed.period_until, "period_until");
        let decided_on = day(&typed.decided_on, "decided_on");
        if decided_on.is_some_and(|day| day > self.today()) {
            faults.push(AppError::refused(RefusalCode::DayNotCome).in_field("decided_on"));
        }
        let of_person = |code: &CompensationCode| {
            law.catalogue.get(code).is_some_and(|found| !is_citys_own(found))
        };
        if named.is_none() && code.as_ref().is_some_and(of_person) {
            faults.push(AppError::refused(RefusalCode::GrantNeedsPerson).in_field("person"));
        }
        let period = from.zip(until).and_then(|(from, until)| {
            let period = Period::new(from, until);
            if period.is_none() {
                let reversed = AppError::refused(RefusalCode::FactEndsBeforeItBegins);
                faults.push(reversed.in_field("period_until"));
            }
            period
        });
        let unlikely = period.filter(|period| is_unlikely_period(*period, decided_on));
        faults.extend(unlikely.map(|Period { from, until }| {
            let unlikely = AppError::refused(RefusalCode::PeriodUnlikely);
            unlikely.with("from", from).with("until", until).in_field("period_from")
        }));
        let limits = -LARGEST_AMOUNT..=LARGEST_AMOUNT;
        keep(amount_typed(typed.amount, limits), "amount_ore", &mut faults);
        let source = keep(text_typed(&typed.source, LONGEST), "source", &mut faults);
        match (code, period, decided_on, source) {
            (Some(compensation), Some(period), Some(decided_on), Some(source))
                if faults.is_empty() =>
            {
                Ok(GrantRecord {
                    id: typed.id.clone().unwrap_or_else(crate::new_id),
                    person,
                    compensation,
                    period,
                    decided_on,
                    amount: typed.amount,
                    source,
                })
            }
            _ => Err(AppError::one_or_several(faults)),
        }
    }

    /// Decisions that stand.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn grants(&self) -> Result<Vec<GrantRecord>> {
        Ok(self.read().grants(None)?)
    }

    /// Takes a decision back that was entered by mistake.
    ///
    /// # Errors
    /// When there is none with that id.
    pub fn withdraw_grant(&mut self, id: &str) -> Result<()> {
        self.change(Action::EnterGrant, |write| {
            if !write.grants(None)?.iter().any(|known| known.id == id) {
                return Err(AppError::refused(RefusalCode::NoSuchGrant).in_field("id"));
            }
            write.withdraw_grant(id)?;
            let detail = json!({ "withdrawn": true });
            Ok(Changed { value: (), object: id.to_owned(), detail })
        })
    }
}
