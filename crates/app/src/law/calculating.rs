//! What a compensation gives by a document of facts.

use std::sync::Arc;

use chrono::NaiveDate;
use domain::entitlement::{Amount, Question, Refused, Unmet};
use domain::facts::{Fact, Municipality};
use domain::law::{Compensation, NotComputed, Refusal};

use super::{CalculationDocument, Law};
use crate::error::{AppError, RefusalCode};
use crate::{App, Result};

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct CalculationRequest<'r> {
    /// The compensation's code.
    pub code: &'r str,
    /// What it is asked about.
    pub document: &'r CalculationDocument,
    /// The municipality that asks; none: those of the facts.
    pub municipality: Option<&'r str>,
    /// The last day of open spans, inclusive.
    pub until: NaiveDate,
}

/// What a compensation gives.
#[derive(Clone, Debug)]
pub struct Calculation {
    /// The compensation.
    pub compensation: Arc<Compensation>,
    /// Its amounts.
    pub amounts: Vec<Amount>,
    /// Why there are none, or no more.
    pub unmet: Option<Unmet>,
    /// Why the program does not compute it.
    pub not_computed: Option<NotComputed>,
    /// The value of the law that is missing.
    pub missing_value: Option<Refusal>,
    /// The facts that explanations point at.
    pub facts: Vec<Fact>,
}

/// What a compensation gives by a document of facts.
///
/// # Errors
/// When there is no such compensation, or the facts contradict each other: every contradiction at once.
pub fn calculate(law: &Law, request: CalculationRequest<'_>) -> Result<Calculation> {
    let compensation = Arc::clone(law.compensation(request.code)?);
    let document = request.document;
    document.check(&law.catalogue)?;
    let municipality = request.municipality.map(str::trim).filter(|name| !name.is_empty());
    let municipality = municipality.map(|name| Municipality(name.to_owned()));
    let facts: Vec<&Fact> = document.facts.iter().collect();
    let earlier: Vec<&Fact> = document.earlier_births.iter().collect();
    let question = Question {
        law: &law.catalogue,
        choices: &law.choices,
        input: document.input(&facts, &earlier),
        municipality: municipality.as_ref(),
        until: request.until,
    };
    let mut calculation = Calculation {
        amounts: Vec::new(),
        unmet: None,
        not_computed: None,
        missing_value: None,
        facts: document.facts.iter().chain(&document.earlier_births).cloned().collect(),
        compensation: Arc::clone(&compensation),
    };
    match domain::entitlement::calculate(&compensation.code, &question) {
        Ok(computed) => {
            calculation.amounts = computed.amounts;
            calculation.unmet = computed.unmet;
        }
        Err(Refused::NotComputed(because)) => calculation.not_computed = Some(because),
        Err(Refused::NoRate(refusal)) => calculation.missing_value = Some(refusal),
        Err(Refused::UnknownCode) => {
            return Err(AppError::refused(RefusalCode::UnknownCompensation)
                .with("compensation", request.code));
        }
    }
    Ok(calculation)
}

impl App {
    /// The facts document of somebody of the register, as known now, for calculations.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn calculation_document(&self, person_no: store::PersonNo) -> Result<CalculationDocument> {
        let document = self.facts_document(person_no, NaiveDate::MAX)?;
        Ok(CalculationDocument::of_facts(document))
    }
}
