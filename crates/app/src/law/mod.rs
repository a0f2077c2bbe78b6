//! The law in force here: what ships with the program, and what the municipality has added to it.

mod adding;
mod calculating;
mod document;
mod reading;
mod year;

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;
use domain::codes::CompensationCode;
use domain::law::{Catalogue, Choices, Compensation, Query, Rated, Refusal};
use domain::watch::WatchRule;
use store::EventNo;

pub use adding::{Addition, LawAdditions, TypedRate};
pub use calculating::{Calculation, CalculationRequest, calculate};
pub(crate) use document::check_numbers;
pub use document::{CalculationDocument, Everybodys, read_numbers};

pub use year::{TypedYear, TypedYearRow, YearNoted, YearRow};

use crate::error::{AppError, RefusalCode};
use crate::{App, Result};

/// The law and the answers to what it leaves open.
#[derive(Clone, Debug, Default)]
pub struct Law {
    /// Compensations with their values.
    pub catalogue: Catalogue,
    /// Answers.
    pub choices: Choices,
    /// What is watched.
    pub watches: Vec<WatchRule>,
}

/// The law that ships with the program, without anybody's additions.
///
/// # Errors
/// When it is damaged.
pub fn shipped() -> Result<&'static Arc<Law>> {
    // Some sixty files that ship inside the program: read once.
    static LAW: LazyLock<Option<Arc<Law>>> = LazyLock::new(|| {
        let catalogue = rates::shipped().ok()?;
        let watches = rates::shipped_watches(&catalogue).ok()?;
        Some(Arc::new(Law { catalogue, choices: Choices::default(), watches }))
    });
    Ok(LAW.as_ref().ok_or(store::StoreError::Damaged("catalogue of compensations"))?)
}

impl Law {
    /// The compensation with that code, in upper or lower case.
    ///
    /// # Errors
    /// When there is none.
    pub fn compensation(&self, code: &str) -> Result<&Arc<Compensation>> {
        let code = CompensationCode(code.trim().to_uppercase());
        self.catalogue.get(&code).ok_or_else(|| {
            let unknown = AppError::refused(RefusalCode::UnknownCompensation);
            unknown.with("compensation", code.0).in_field("code")
        })
    }

    /// The law had nothing begun to hold on a day: what held the day before goes on. Answers to what it
    /// leaves open stay.
    #[must_use]
    pub fn before(&self, day: NaiveDate) -> Law {
        Law { catalogue: self.catalogue.before(day), ..self.clone() }
    }

    /// The checked value of a compensation, and its price base amount where it is a per cent of that.
    ///
    /// # Errors
    /// When there is none, or nobody has checked it lately.
    pub fn value(
        &self,
        compensation: &Compensation,
        query: Query<'_>,
    ) -> Result<(Rated, Option<Rated>), Refusal> {
        let rated = self.catalogue.rate(&compensation.code, query)?;
        let of_price_base = compensation.unit == domain::law::Unit::PercentOfPriceBase;
        let price_base = of_price_base.then(|| self.checked_price_base(query.on)).transpose()?;
        Ok((rated, price_base))
    }

    fn checked_price_base(&self, on: NaiveDate) -> Result<Rated, Refusal> {
        let rated = self.catalogue.price_base(on)?;
        if !rated.estimated {
            return Ok(rated);
        }
        let last = rated.rate.valid_until.unwrap_or(rated.rate.valid_from);
        Err(Refusal::NotSetYet { last })
    }
}

impl App {
    /// The law in force here: with the municipality's own amounts, checks and answers.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn law_in_force(&self) -> Result<Arc<Law>> {
        let event_no = self.read().last_event_no()?;
        let kept = self.law.borrow().clone();
        if let Some(kept) = kept.as_ref().filter(|kept| kept.event_no == event_no) {
            return Ok(Arc::clone(&kept.law));
        }
        let added = self.law_additions()?;
        let law = match kept.filter(|kept| kept.added == added) {
            Some(kept) => kept.law,
            None => Arc::new(self.law_with(&added)?),
        };
        let kept = KeptLaw { event_no, added, law: Arc::clone(&law) };
        *self.law.borrow_mut() = Some(kept);
        Ok(law)
    }
}

/// The law as it was after an event, and the additions that it was made with.
#[derive(Clone)]
pub(crate) struct KeptLaw {
    event_no: EventNo,
    added: LawAdditions,
    law: Arc<Law>,
}

/// Short names of the compensations by code.
pub(crate) fn compensation_names() -> Result<HashMap<String, String>> {
    let law = &shipped()?.catalogue;
    let names = law.iter().map(|found| (found.code.0.clone(), found.short_name.clone()));
    Ok(names.collect())
}
