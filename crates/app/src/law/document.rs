//! What a calculation is asked about, as people and files write it: a facts document with costs,
//! periods already granted and what the city gets by itself (`docs/FACTS.md`).

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::Period;
use domain::calendar::EARLIEST;
use domain::codes::CompensationCode;
use domain::entitlement::{
    Allocation, City, Contradiction, Cost, Forecast, Granted, ITEMS, Input, Places, Why,
    contradictions,
};
use domain::facts::{Fact, FactId, Municipality};
use domain::law::Catalogue;
use serde_json::{Value, json};

use super::reading::{
    Fields, amount, code, count, day, decimal, form, municipality, text, truth, year,
};
use crate::Result;
use crate::days::DaySpan;
use crate::error::{AppError, RefusalCode};
use crate::persons::{FactRequest, FactsDocument, read_one, refusal};

/// What `person facts` says about the document itself.
const ABOUT_ITSELF: [&str; 4] = ["person", "as_known", "merged", "outcome"];

/// What holds for everybody: days of the settings.
#[derive(Clone, Debug, Default)]
pub struct Everybodys {
    /// Terms of the schools.
    pub school_terms: Vec<Period>,
    /// Days on which mass influx has been judged to be.
    pub mass_influx: Vec<Period>,
}

impl Everybodys {
    /// Those days.
    #[must_use]
    pub fn of(school_terms: &[DaySpan], mass_influx: &[DaySpan]) -> Everybodys {
        let days = |spans: &[DaySpan]| {
            spans.iter().filter_map(|span| Period::new(span.from, span.until)).collect()
        };
        Everybodys { school_terms: days(school_terms), mass_influx: days(mass_influx) }
    }
}

/// What a calculation is asked about.
#[derive(Clone, Debug, Default)]
pub struct CalculationDocument {
    /// Facts about the person, in the order of kinds and first days.
    pub facts: Vec<Fact>,
    /// Earlier births that were corrected.
    pub earlier_births: Vec<Fact>,
    /// Terms of the schools.
    pub school_terms: Vec<Period>,
    /// Days on which a parent is registered in Sweden.
    pub parents_registered: Vec<Period>,
    /// Days on which mass influx has been judged to be, in the whole country.
    pub mass_influx: Vec<Period>,
    /// Costs.
    pub costs: Vec<Cost>,
    /// What has been granted already.
    pub granted: Vec<Granted>,
    /// What the city gets by itself.
    pub city: Option<City>,
    /// Where each fact stands in the document.
    places: HashMap<FactId, String>,
}

impl CalculationDocument {
    /// Reads a document; `reference` decides the century of ten-digit numbers.
    ///
    /// # Errors
    /// Every fault of every part, with its place, and what contradicts itself in the rest.
    pub fn read(
        document: &Value,
        reference: NaiveDate,
        law: &Catalogue,
    ) -> Result<CalculationDocument> {
        let alone = |facts: &Value| json!({ "facts": facts });
        let listed;
        let parts = match document {
            Value::Object(fact) if fact.contains_key("kind") && !fact.contains_key("facts") => {
                listed = alone(&json!([fact]));
                &listed
            }
            Value::Array(_) => {
                listed = alone(document);
                &listed
            }
            Value::Object(_) => document,
            _ => return Err(form("facts").in_field("facts")),
        };
        let mut faults = Vec::new();
        let read = Fields::read(parts, String::new(), &mut faults, |parts| {
            let mut facts = Facts { document, reference, places: HashMap::new() };
            let mut read = CalculationDocument {
                facts: facts.read(parts, "facts"),
                school_terms: parts.list("school_terms", period),
                parents_registered: parts.list("parents_registered", period),
                mass_influx: parts.list("mass_influx", period),
                earlier_births: facts.read(parts, "earlier_births"),
                costs: parts.list("costs", cost),
                granted: parts.list("granted", granted),
                city: parts.object("city", city),
                places: facts.places,
            };
            parts.pass_over(&ABOUT_ITSELF);
            read.facts.sort_by_key(|fact| (fact.kind(), fact.validity.valid_from));
            read
        });
        match every_fault(faults, read.contradictions(law)) {
            Some(error) => Err(error),
            None => Ok(read),
        }
    }

    /// A document about somebody of the register.
    #[must_use]
    pub fn of_register(
        facts: Vec<Fact>,
        earlier_births: Vec<Fact>,
        everybodys: Everybodys,
        parents_registered: Vec<Period>,
    ) -> CalculationDocument {
        CalculationDocument {
            facts,
            earlier_births,
            school_terms: everybodys.school_terms,
            mass_influx: everybodys.mass_influx,
            parents_registered,
            ..CalculationDocument::default()
        }
    }

    /// The document of what was known about somebody of the register.
    #[must_use]
    pub fn of_facts(document: FactsDocument) -> CalculationDocument {
        let everybodys = Everybodys::of(&document.school_terms, &document.mass_influx);
        CalculationDocument::of_register(
            document.facts,
            document.earlier_births,
            everybodys,
            document.parents_registered,
        )
    }

    /// A document about the city itself.
    #[must_use]
    pub fn of_city(city: City) -> CalculationDocument {
        CalculationDocument { city: Some(city), ..CalculationDocument::default() }
    }

    /// What contradicts itself in it, as one error.
    ///
    /// # Errors
    /// Every contradiction, with its place.
    pub fn check(&self, law: &Catalogue) -> Result<()> {
        match AppError::all(self.contradictions(law).into_iter().map(refused).collect()) {
            Some(error) => Err(error),
            None => Ok(()),
        }
    }

    fn contradictions(&self, law: &Catalogue) -> Vec<Contradiction> {
        let facts: Vec<&Fact> = self.facts.iter().collect();
        let earlier: Vec<&Fact> = self.earlier_births.iter().collect();
        let input = self.input(&facts, &earlier);
        let place = |fact: &Fact| self.places.get(&fact.id).unwrap_or(&fact.id.0).clone();
        contradictions(law, &input, place)
    }

    /// Facts and corrected births, as a calculation takes them.
    #[must_use]
    pub fn parts(&self) -> (Vec<&Fact>, Vec<&Fact>) {
        (self.facts.iter().collect(), self.earlier_births.iter().collect())
    }

    /// The input of calculations; the facts as pointers, which the caller keeps.
    #[must_use]
    pub fn input<'i>(&'i self, facts: &'i [&'i Fact], earlier: &'i [&'i Fact]) -> Input<'i> {
        Input {
            facts,
            earlier_births: earlier,
            school_terms: &self.school_terms,
            parents_registered: &self.parents_registered,
            mass_influx: &self.mass_influx,
            costs: &self.costs,
            granted: &self.granted,
            city: self.city.as_ref(),
        }
    }
}

/// A fact that is only asked about; what the program sets when facts are entered is made up.
fn fact_of(request: FactRequest, place: &str, today: NaiveDate) -> Fact {
    Fact {
        id: FactId(request.id.unwrap_or_else(|| place.to_owned())),
        content: request.new.content,
        validity: request.new.validity,
        known_since: today,
        according_to_import: false,
        document_date: request.document_date,
        source: request.source,
        entered_by: String::new(),
        corrects: None,
        withdrawn: false,
    }
}

/// Facts of a document that are being read, each with its place.
struct Facts<'d> {
    document: &'d Value,
    reference: NaiveDate,
    places: HashMap<FactId, String>,
}

impl Facts<'_> {
    /// The facts of a part. What is wrong with one hides nothing about the others.
    fn read(&mut self, parts: &mut Fields<'_, '_>, part: &'static str) -> Vec<Fact> {
        let mut kept: Vec<Fact> = Vec::new();
        parts.values(part, |said, place, faults| {
            match read_one(said, self.document, self.reference) {
                Err(found) => faults.extend(found.into_iter().map(|fault| fault.within(&place))),
                Ok(request) => {
                    let mut fact = fact_of(request, &place, self.reference);
                    if self.places.contains_key(&fact.id) {
                        let same = |known: &Fact| {
                            (&known.id, &known.content, known.validity)
                                == (&fact.id, &fact.content, fact.validity)
                        };
                        if kept.iter().any(same) {
                            // Said twice, as a fact that is entered once more.
                            return;
                        }
                        let twice = AppError::refused(RefusalCode::FactIdChanged);
                        faults.push(twice.in_field("id").within(&place));
                        fact.id = FactId(place.clone());
                    }
                    self.places.insert(fact.id.clone(), place);
                    kept.push(fact);
                }
            }
        });
        kept
    }
}

fn period(fields: &mut Fields<'_, '_>) -> Period {
    let (from, until) = fields.days();
    Period { from, until }
}

fn cost(fields: &mut Fields<'_, '_>) -> Cost {
    let (from, until) = fields.days();
    Cost {
        from,
        until,
        amount_ore: fields.required("amount_ore", amount).unwrap_or_default(),
        item: fields.optional("item", text),
        compensation: fields.optional("compensation", code),
        fee_ore: fields.optional("fee_ore", amount).unwrap_or_default(),
        persons: fields.optional("persons", count).unwrap_or(1),
        child_number: fields.optional("child_number", count),
        vacant_from: fields.optional("vacant_from", day),
        shared_household: fields.optional("shared_household", truth).unwrap_or_default(),
    }
}

fn granted(fields: &mut Fields<'_, '_>) -> Granted {
    let compensation = fields.required("compensation", code);
    let municipality = fields.required("municipality", municipality);
    let (from, until) = fields.days();
    let compensation = compensation.unwrap_or_else(|| CompensationCode(String::new()));
    let municipality = municipality.unwrap_or_else(|| Municipality(String::new()));
    Granted { compensation, municipality, from, until }
}

fn city(fields: &mut Fields<'_, '_>) -> City {
    City {
        municipality: fields.optional("municipality", municipality),
        years: fields.years("years"),
        ..numbers(fields)
    }
}

/// The numbers that a city gets money by, as its settings have them too.
fn numbers(fields: &mut Fields<'_, '_>) -> City {
    City {
        forecasts: fields.list("forecasts", |fields| Forecast {
            year: fields.required("year", year).unwrap_or_default(),
            children: fields.required("children", count).unwrap_or_default(),
            share_per_mille: fields.required("share_per_mille", decimal).unwrap_or_default(),
        }),
        allocations: fields.list("allocations", |fields| {
            let (from, until) = fields.days();
            let set_on = fields.required("set_on", day).unwrap_or(EARLIEST);
            let number = fields.required("number", count).unwrap_or_default();
            Allocation { from, until, set_on, number }
        }),
        places: fields.list("places", |fields| {
            let (from, until) = fields.days();
            Places { from, until, number: fields.required("number", count).unwrap_or_default() }
        }),
        ..City::default()
    }
}

/// Faults of what was read, and what contradicts itself in the rest, as one error. What stands in for a
/// field that is wrong is no second fault of it.
fn every_fault(mut faults: Vec<AppError>, found: Vec<Contradiction>) -> Option<AppError> {
    let told: Vec<String> =
        faults.iter().filter_map(|fault| fault.field().map(str::to_owned)).collect();
    let is_told = |place: &str| {
        let rest = |told: &String| place.strip_prefix(told.as_str());
        told.iter().filter_map(rest).any(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    };
    faults.extend(found.into_iter().filter(|one| !is_told(&one.place)).map(refused));
    AppError::all(faults)
}

/// Reads the city's numbers as the settings have them.
///
/// # Errors
/// Every fault, at its field of the settings.
pub fn read_numbers(value: &Value) -> Result<City> {
    let mut faults = Vec::new();
    let city = Fields::read(value, "numbers".to_owned(), &mut faults, numbers);
    match every_fault(faults, number_faults(&city)) {
        Some(error) => Err(error),
        None => Ok(city),
    }
}

/// What contradicts itself or cannot be in the numbers of the settings.
fn number_faults(city: &City) -> Vec<Contradiction> {
    let input = Input { city: Some(city), ..Input::default() };
    let found = contradictions(&Catalogue::default(), &input, |fact| fact.id.0.clone());
    let in_settings = |place: String| place.replacen("city.", "numbers.", 1);
    let renamed = found.into_iter().map(|Contradiction { place, why }| Contradiction {
        place: in_settings(place),
        why: match why {
            Why::Twice { first } => Why::Twice { first: in_settings(first) },
            Why::SharesDays { other } => Why::SharesDays { other: in_settings(other) },
            other => other,
        },
    });
    renamed.collect()
}

/// As [`read_numbers`], of numbers that have been read.
pub(crate) fn check_numbers(city: &City) -> Result<()> {
    every_fault(Vec::new(), number_faults(city)).map_or(Ok(()), Err)
}

/// A contradiction as whoever wrote the document is told.
fn refused(contradiction: Contradiction) -> AppError {
    let Contradiction { place, why } = contradiction;
    let told = AppError::refused;
    let error = match why {
        Why::Entry { kind, validity, fault } => {
            return refusal(kind, validity, &fault).within(&place);
        }
        Why::NoBirth => told(RefusalCode::CalculationNoBirth),
        Why::AtTheSameTime { kind, from } => {
            let from = from.map_or_else(String::new, |day| day.to_string());
            told(RefusalCode::FactsContradict).with("kind", kind.name()).with("from", from)
        }
        Why::Reversed => told(RefusalCode::FactEndsBeforeItBegins),
        Why::ImpossibleDay { day } => told(RefusalCode::DayWrong).with("text", day),
        Why::Negative => told(RefusalCode::CostNegative),
        Why::Zero => told(RefusalCode::NumberZero),
        Why::AmountSize { largest } => {
            told(RefusalCode::AmountSize).with("least_ore", 0).with("largest_ore", largest.0)
        }
        Why::NumberSize { least, most } => {
            told(RefusalCode::NumberSize).with("least", least).with("most", most)
        }
        Why::TooMany { most } => told(RefusalCode::CostsTooMany).with("most", most),
        Why::UnknownCode { code } => {
            told(RefusalCode::UnknownCompensation).with("compensation", code)
        }
        Why::UnknownItem { item } => {
            told(RefusalCode::FactChoice).with("text", item).with("words", ITEMS.join(", "))
        }
        Why::Twice { first } => told(RefusalCode::GivenTwice).with("first", first),
        Why::SharesDays { other } => told(RefusalCode::DaysShared).with("other", other),
    };
    error.in_field(&place)
}
