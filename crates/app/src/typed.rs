//! What people type in fields, as it is meant.

use std::ops::RangeInclusive;

use chrono::NaiveDate;
use domain::Ore;
use domain::calendar::{is_far, typed_day};
use domain::codes::CompensationCode;
use domain::person::CostCentre;
use domain::spelling::{has_invisible, is_invisible};
use serde::{Deserialize, Deserializer};

use crate::error::{AppError, RefusalCode};
use crate::{App, Result};

/// What a request says of a field that may be left out: nothing, so that it stays as it is, or what
/// it is to hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Stated<T> {
    /// Nothing is said.
    #[default]
    Left,
    /// It is to hold this.
    As(T),
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Stated<T> {
    fn deserialize<D: Deserializer<'de>>(
        deserializer: D,
    ) -> std::result::Result<Stated<T>, D::Error> {
        T::deserialize(deserializer).map(Stated::As)
    }
}

impl<T: Clone + Default> Stated<T> {
    /// What the field holds from now on, where it held `before`.
    pub(crate) fn or_before(&self, before: Option<&T>) -> T {
        match self {
            Stated::Left => before.cloned().unwrap_or_default(),
            Stated::As(value) => value.clone(),
        }
    }
}

/// What a field holds; its fault goes to the others, with the field's name.
pub(crate) fn keep<T>(read: Result<T>, field: &str, faults: &mut Vec<AppError>) -> Option<T> {
    read.map_err(|fault| faults.push(fault.in_field(field))).ok()
}

/// A day in ISO form, told in one way wherever it is typed.
///
/// # Errors
/// When it is no day, or outside the years in which one can lie.
pub fn day_typed(text: &str) -> Result<NaiveDate> {
    typed_day(text).map_err(|_| AppError::refused(RefusalCode::DayWrong).with("text", text))
}

/// A day in ISO form that lies near enough to the business date for something to be done on it.
///
/// # Errors
/// As [`day_typed`]; or when it lies more than thirty years away.
pub(crate) fn near_day_typed(text: &str, today: NaiveDate) -> Result<NaiveDate> {
    let day = day_typed(text)?;
    refuse_far(day, today)?;
    Ok(day)
}

/// Refuses a day that lies more than thirty years away.
pub(crate) fn refuse_far(day: NaiveDate, today: NaiveDate) -> Result<()> {
    let far = || AppError::refused(RefusalCode::DayFar).with("day", day);
    if is_far(day, today) { Err(far()) } else { Ok(()) }
}

/// A reason that says something: a full stop, or signs that show nothing, say as little as no reason.
///
/// # Errors
/// When it has no two letters.
pub(crate) fn reason_typed(text: &str) -> Result<&str> {
    let letters = text.chars().filter(|sign| sign.is_alphabetic() && !is_invisible(*sign));
    if letters.take(2).count() < 2 {
        return Err(AppError::refused(RefusalCode::ReasonMissing).in_field("reason"));
    }
    Ok(text.trim())
}

/// An amount that is no smaller and no larger than it can be: arithmetic holds what is inside.
///
/// # Errors
/// When it is.
pub(crate) fn amount_typed(amount: Ore, limits: RangeInclusive<Ore>) -> Result<Ore> {
    if limits.contains(&amount) {
        return Ok(amount);
    }
    let (least, largest) = limits.into_inner();
    let size = AppError::refused(RefusalCode::AmountSize).with("least_ore", least.0);
    Err(size.with("largest_ore", largest.0))
}

/// A name or an id without blanks around it: two that look alike are alike, and none is empty but to
/// the eye.
pub(crate) fn name_typed(text: &str) -> Result<&str> {
    if has_invisible(text) {
        return Err(AppError::refused(RefusalCode::InvisibleText));
    }
    Ok(text.trim())
}

/// A text without blanks around it, of at most `longest` characters. One in which nothing can be seen
/// is empty.
pub(crate) fn text_typed(text: &str, longest: usize) -> Result<String> {
    let text = text.trim();
    let is_blank = |sign: char| sign.is_whitespace() || is_invisible(sign);
    let text = if text.chars().all(is_blank) { "" } else { text };
    if text.chars().count() > longest {
        return Err(AppError::refused(RefusalCode::TextTooLong).with("longest", longest));
    }
    Ok(text.to_owned())
}

impl App {
    /// The compensation of the law with that code, in upper or lower case.
    pub(crate) fn compensation_typed(&self, code: &str) -> Result<CompensationCode> {
        let code = CompensationCode(code.trim().to_uppercase());
        if crate::law::compensation_names()?.contains_key(&code.0) {
            return Ok(code);
        }
        let unknown = AppError::refused(RefusalCode::UnknownCompensation);
        Err(unknown.with("compensation", code.0))
    }

    /// The cost centre of a board.
    pub(crate) fn unit_typed(&self, unit: &str) -> Result<CostCentre> {
        let unit = CostCentre(unit.trim().to_owned());
        if self.read().boards()?.iter().any(|(known, _)| *known == unit) {
            return Ok(unit);
        }
        Err(AppError::refused(RefusalCode::NoSuchBoard).with("cost_centre", unit.0))
    }
}
