//! How the city asks its units.

use std::collections::HashSet;

use domain::codes::CompensationCode;
use domain::person::CostCentre;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{AppError, RefusalCode};
use crate::typed::{keep, text_typed};
use crate::{App, Result};

/// Longest sender and recipient, in characters.
const LONGEST: usize = 200;

/// A unit that is asked otherwise than the distribution key says, or that a reminder is sent to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct IntakeUnit {
    /// Cost centre of the board.
    pub unit: String,
    /// To whom a reminder is sent, such as a function's address.
    pub recipient: String,
    /// The compensations that it is asked for; none: those that the key gives it.
    pub compensations: Option<Vec<String>>,
}

/// A compensation that units are given another time for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct InnerDays {
    /// Code of the law.
    pub compensation: String,
    /// Days after the end of a period within which a unit answers, moved to a working day.
    pub days: u16,
}

/// How the city asks its units for what claims build on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct IntakeSettings {
    /// Days after the end of a period within which a unit answers, moved to a working day.
    pub inner_days: u16,
    /// Compensations with another time.
    pub inner: Vec<InnerDays>,
    /// A unit that has not answered is told in red when fewer days are left of them.
    pub warn_days: u16,
    /// Who signs a reminder.
    pub sender: String,
    /// Units with something of their own.
    pub units: Vec<IntakeUnit>,
}

impl Default for IntakeSettings {
    fn default() -> IntakeSettings {
        IntakeSettings {
            inner_days: 45,
            inner: Vec::new(),
            warn_days: 14,
            sender: String::new(),
            units: Vec::new(),
        }
    }
}

impl IntakeSettings {
    /// What is said of a unit.
    #[must_use]
    pub fn of(&self, unit: &CostCentre) -> Option<&IntakeUnit> {
        self.units.iter().find(|own| own.unit == unit.0)
    }

    /// Days after the end of a period within which a unit answers about a compensation.
    #[must_use]
    pub fn days_for(&self, code: &CompensationCode) -> u16 {
        let own = self.inner.iter().find(|own| own.compensation == code.0);
        own.map_or(self.inner_days, |own| own.days)
    }

    /// Whether the unit is asked for the compensation; none where the key decides it.
    pub(super) fn asks(&self, unit: &CostCentre, code: &CompensationCode) -> Option<bool> {
        let own = self.of(unit)?.compensations.as_ref()?;
        Some(own.contains(&code.0))
    }
}

impl App {
    /// Everything that is wrong with how units are asked, each at its field.
    pub(crate) fn intake_faults(&self, settings: &IntakeSettings) -> Result<Vec<AppError>> {
        let mut faults = Vec::new();
        let number = |name: &str, most: u16| {
            let wrong = AppError::refused(RefusalCode::IntakeDays).with("most", most);
            wrong.in_field(&format!("intake.{name}"))
        };
        // A unit that may answer after the shortest time to apply, half a year, answers too late.
        for (name, days) in [("inner_days", settings.inner_days), ("warn_days", settings.warn_days)]
        {
            if days > MOST_DAYS {
                faults.push(number(name, MOST_DAYS));
            }
        }
        let mut named = HashSet::new();
        for (index, own) in settings.inner.iter().enumerate() {
            let field = |name: &str| format!("intake.inner[{index}].{name}");
            keep(self.compensation_typed(&own.compensation), &field("compensation"), &mut faults);
            if own.days > MOST_DAYS {
                faults.push(number(&format!("inner[{index}].days"), MOST_DAYS));
            }
            if !named.insert(&own.compensation) {
                let twice = AppError::refused(RefusalCode::IntakeCompensationTwice);
                let twice = twice.with("compensation", &own.compensation);
                faults.push(twice.in_field(&field("compensation")));
            }
        }
        keep(text_typed(&settings.sender, LONGEST), "intake.sender", &mut faults);
        let mut seen = HashSet::new();
        for (index, own) in settings.units.iter().enumerate() {
            let field = |name: &str| format!("intake.units[{index}].{name}");
            keep(self.unit_typed(&own.unit), &field("unit"), &mut faults);
            keep(text_typed(&own.recipient, LONGEST), &field("recipient"), &mut faults);
            if !seen.insert(&own.unit) {
                let twice = AppError::refused(RefusalCode::IntakeUnitTwice);
                faults.push(twice.with("unit", &own.unit).in_field(&field("unit")));
            }
            for code in own.compensations.iter().flatten() {
                let known = self.compensation_typed(code);
                keep(known, &field("compensations"), &mut faults);
            }
        }
        Ok(faults)
    }
}

/// Most days that a unit can be given.
const MOST_DAYS: u16 = 180;
