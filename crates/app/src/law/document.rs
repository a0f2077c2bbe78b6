//! What a calculation is asked about, as people and files write it: a facts document with costs,
//! periods already granted and what the city gets by itself (`docs/FACTS.md`).

use chrono::NaiveDate;
use domain::Period;
use domain::entitlement::{City, Contradiction, Cost, Granted, Input, contradictions};
use domain::facts::{Fact, FactId};
use domain::law::Catalogue;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::Result;
use crate::error::{AppError, RefusalCode};
use crate::persons::{FactRequest, FactsDocument, FieldFault, read_facts};
use crate::settings::{DaySpan, Settings};
use crate::typed::day_typed;

/// Parts of the document, beside those that `person facts` writes about itself.
const PARTS: [&str; 8] = [
    "facts",
    "school_terms",
    "parents_registered",
    "mass_influx",
    "earlier_births",
    "costs",
    "granted",
    "city",
];
/// What `person facts` says about the document itself.
const ABOUT_ITSELF: [&str; 4] = ["person", "as_known", "merged", "outcome"];
/// Fields of parts that hold days.
const DAYS: [&str; 3] = ["from", "until", "set_on"];

/// What holds for everybody: days of the settings.
#[derive(Clone, Debug, Default)]
pub struct Everybodys {
    /// Terms of the schools.
    pub school_terms: Vec<Period>,
    /// Days on which mass influx has been judged to be.
    pub mass_influx: Vec<Period>,
}

impl Everybodys {
    /// Those of the settings.
    #[must_use]
    pub fn of(settings: &Settings) -> Everybodys {
        Everybodys::days(&settings.school.terms, &settings.numbers.mass_influx)
    }

    fn days(school_terms: &[DaySpan], mass_influx: &[DaySpan]) -> Everybodys {
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
    /// Ids that the facts have only here, by their place in the document.
    places: Vec<(FactId, String)>,
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
        let empty = Map::new();
        let parts = document.as_object().unwrap_or(&empty);
        let mut faults = Vec::new();
        for name in parts.keys() {
            let known = PARTS.contains(&name.as_str()) || ABOUT_ITSELF.contains(&name.as_str());
            if !known && parts.contains_key("facts") {
                let unknown = AppError::refused(RefusalCode::CalculationPart);
                faults.push(
                    unknown.with("part", name).with("parts", PARTS.join(", ")).in_field(name),
                );
            }
        }
        let mut read = CalculationDocument::default();
        let no_facts = document
            .as_object()
            .is_some_and(|map| !map.contains_key("facts") && !map.contains_key("kind"));
        if !no_facts {
            read.read_facts(document, reference, &mut faults);
        }
        if let Some(earlier) = parts.get("earlier_births") {
            read.read_earlier(earlier, reference, &mut faults);
        }
        read.school_terms = list(parts, "school_terms", &mut faults);
        read.parents_registered = list(parts, "parents_registered", &mut faults);
        read.mass_influx = list(parts, "mass_influx", &mut faults);
        read.costs = list(parts, "costs", &mut faults);
        read.granted = list(parts, "granted", &mut faults);
        read.city = parts.get("city").and_then(|city| one(city, "city", &mut faults));
        if !faults.is_empty() {
            faults.extend(read.contradictions(law));
        }
        match AppError::all(faults) {
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
        let everybodys = Everybodys::days(&document.school_terms, &document.mass_influx);
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

    fn read_facts(&mut self, document: &Value, reference: NaiveDate, faults: &mut Vec<AppError>) {
        let alone;
        let facts: &[Value] = match (document, document.get("facts")) {
            (Value::Array(facts), _) | (_, Some(Value::Array(facts))) => facts,
            _ => {
                alone = [document.clone()];
                &alone
            }
        };
        // Fact by fact, so that what is wrong with one hides nothing about the others.
        for (place, said) in facts.iter().enumerate() {
            let name = format!("facts[{place}]");
            match read_facts(&said_of(said, document), reference) {
                Ok(requests) => {
                    for request in requests {
                        let fact = fact_of(request, &name, reference);
                        self.places.push((fact.id.clone(), name.clone()));
                        self.facts.push(fact);
                    }
                }
                Err(found) => {
                    let errors = found.into_iter().map(FieldFault::into_error);
                    faults.extend(errors.map(|error| error.within(&format!("{name}."))));
                }
            }
        }
        self.facts.sort_by_key(|fact| (fact.kind(), fact.validity.valid_from));
    }

    fn read_earlier(&mut self, earlier: &Value, reference: NaiveDate, faults: &mut Vec<AppError>) {
        match read_facts(earlier, reference) {
            Ok(requests) => {
                let facts = requests.into_iter().enumerate().map(|(place, request)| {
                    fact_of(request, &format!("earlier_births[{place}]"), reference)
                });
                self.earlier_births = facts.collect();
            }
            Err(found) => {
                let errors = found.into_iter().map(FieldFault::into_error);
                faults.extend(errors.map(|error| error.within("earlier_births.")));
            }
        }
    }

    /// What contradicts itself in it, as one error.
    ///
    /// # Errors
    /// Every contradiction, with its place.
    pub fn check(&self, law: &Catalogue) -> Result<()> {
        match AppError::all(self.contradictions(law)) {
            Some(error) => Err(error),
            None => Ok(()),
        }
    }

    fn contradictions(&self, law: &Catalogue) -> Vec<AppError> {
        let facts: Vec<&Fact> = self.facts.iter().collect();
        let earlier: Vec<&Fact> = self.earlier_births.iter().collect();
        let input = self.input(&facts, &earlier);
        let place = |fact: &Fact| {
            let found = self.places.iter().find(|(id, _)| *id == fact.id);
            found.map_or_else(|| fact.id.0.clone(), |(_, place)| place.clone())
        };
        contradictions(law, &input, place).into_iter().map(refused).collect()
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

/// One fact of a document, read as a part of it: what the program has written about itself is passed over
/// in a document that it wrote.
fn said_of(fact: &Value, document: &Value) -> Value {
    match document.get("as_known") {
        Some(as_known) => serde_json::json!({ "as_known": as_known, "facts": [fact] }),
        None => fact.clone(),
    }
}

fn list<T: DeserializeOwned>(
    parts: &Map<String, Value>,
    name: &str,
    faults: &mut Vec<AppError>,
) -> Vec<T> {
    match parts.get(name) {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(values)) => values
            .iter()
            .enumerate()
            .filter_map(|(place, value)| one(value, &format!("{name}[{place}]"), faults))
            .collect(),
        Some(_) => {
            faults.push(AppError::refused(RefusalCode::CalculationForm).in_field(name));
            Vec::new()
        }
    }
}

/// One value; its days are looked at first, so that a wrong one is told as that.
fn one<T: DeserializeOwned>(value: &Value, place: &str, faults: &mut Vec<AppError>) -> Option<T> {
    let before = faults.len();
    look_at_days(value, place, faults);
    if faults.len() > before {
        return None;
    }
    serde_json::from_value(value.clone())
        .map_err(|_| faults.push(AppError::refused(RefusalCode::CalculationForm).in_field(place)))
        .ok()
}

fn look_at_days(value: &Value, place: &str, faults: &mut Vec<AppError>) {
    match value {
        Value::Array(values) => {
            for (number, value) in values.iter().enumerate() {
                look_at_days(value, &format!("{place}[{number}]"), faults);
            }
        }
        Value::Object(fields) => {
            for (name, value) in fields {
                let place = format!("{place}.{name}");
                match value.as_str().filter(|_| DAYS.contains(&name.as_str())) {
                    Some(text) => {
                        faults.extend(day_typed(text).err().map(|error| error.in_field(&place)));
                    }
                    None => look_at_days(value, &place, faults),
                }
            }
        }
        _ => {}
    }
}

fn refused(contradiction: Contradiction) -> AppError {
    let at = |code, place: &str| AppError::refused(code).in_field(place);
    match contradiction {
        Contradiction::Reversed { place } => at(RefusalCode::FactEndsBeforeItBegins, &place),
        Contradiction::ImpossibleDay { place, day } => {
            at(RefusalCode::DayWrong, &place).with("text", day)
        }
        Contradiction::AtTheSameTime { place, kind, from } => {
            let error = at(RefusalCode::FactsContradict, &place).with("kind", kind.name());
            error.with("from", from.map_or_else(String::new, |day| day.to_string()))
        }
        Contradiction::BeforeBirth { place, born } => {
            at(RefusalCode::FactBeforeBirth, &place).with("born", born)
        }
        Contradiction::BeforeReception { place, received } => {
            let kind = domain::facts::FactKind::Registration.name();
            let error = at(RefusalCode::FactBeforeReception, &place).with("kind", kind);
            error.with("received", received)
        }
        Contradiction::AfterDeath { place, died } => {
            at(RefusalCode::FactAfterDeath, &place).with("died", died)
        }
        Contradiction::NegativeCost { place } => at(RefusalCode::CostNegative, &place),
        Contradiction::UnknownCode { place, code } => {
            at(RefusalCode::UnknownCompensation, &place).with("compensation", code)
        }
        Contradiction::ZeroNumber { place } => at(RefusalCode::NumberZero, &place),
    }
}
