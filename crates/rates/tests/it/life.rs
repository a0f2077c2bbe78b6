//! A life in a line for each fact, and what the law gives for it, in a line for each amount.

use std::sync::LazyLock;

use chrono::NaiveDate;
use domain::Period;
use domain::entitlement::{Computed, Cost, Input, Question, Refused, Step, Unmet, calculate};
use domain::facts::{Fact, FactContent, Municipality};
use domain::law::{Catalogue, Choice, Choices};
use serde_json::{Map, Value, json};

use crate::code;
use crate::facts::{day, fact};

pub(crate) static LAW: LazyLock<Catalogue> = LazyLock::new(|| rates::shipped().unwrap());

/// The municipality of every fact that names none.
const HERE: &str = "Exempelstad";

/// What is known of somebody, and what is asked.
#[derive(Clone, Debug)]
pub(crate) struct Life {
    facts: Vec<Fact>,
    costs: Vec<Cost>,
    answers: Vec<Choice>,
    asker: Option<Municipality>,
    until: NaiveDate,
}

/// A life of facts such as `legal-ground ground=asylum-seeker 2025-01-01..2026-10-14`: a kind, its fields
/// and its days, as `from..until`, `from..` or a day that begins it.
pub(crate) fn life(lines: &[&str]) -> Life {
    let mut facts: Vec<Fact> = lines.iter().map(|line| of_line(line)).collect();
    facts.sort_by_key(|fact| (fact.kind(), fact.validity.valid_from));
    let until = day("2026-12-31");
    Life { facts, costs: Vec::new(), answers: Vec::new(), asker: None, until }
}

fn of_line(line: &str) -> Fact {
    let mut words = line.split(' ');
    let kind = words.next().unwrap();
    let mut fields = Map::from_iter([("kind".to_owned(), json!(kind))]);
    if ["assignment", "reception", "registration", "residence", "schooling"].contains(&kind) {
        fields.insert("municipality".to_owned(), json!(HERE));
    }
    if kind == "birth" {
        fields.insert("basis".to_owned(), json!("stated"));
    }
    let (mut from, mut until) = (None, None);
    for word in words {
        if let Some((name, value)) = word.split_once('=') {
            let value = match value {
                "true" => Value::Bool(true),
                other => json!(other),
            };
            fields.insert(name.to_owned(), value);
        } else {
            let (first, last) = word.split_once("..").unwrap_or((word, ""));
            from = Some(first).filter(|text| !text.is_empty()).map(day);
            until = Some(last).filter(|text| !text.is_empty()).map(day);
        }
    }
    let content: FactContent = serde_json::from_value(Value::Object(fields)).unwrap();
    fact(content, from, until)
}

impl Life {
    /// With these facts too.
    pub(crate) fn and(&self, lines: &[&str]) -> Life {
        let mut other = self.clone();
        other.facts.extend(lines.iter().map(|line| of_line(line)));
        other.facts.sort_by_key(|fact| (fact.kind(), fact.validity.valid_from));
        other
    }

    /// With a cost of whole kronor.
    pub(crate) fn cost(&self, days: &str, kronor: i64) -> Life {
        let (from, until) = days.split_once("..").unwrap();
        let mut other = self.clone();
        let cost = json!({"from": from, "until": until, "amount_ore": kronor * 100});
        other.costs.push(serde_json::from_value(cost).unwrap());
        other
    }

    /// With an answer from a day on.
    pub(crate) fn answer(&self, question: &str, answer: &str, from: &str) -> Life {
        let mut other = self.clone();
        let (question, answer) = (question.to_owned(), answer.to_owned());
        other.answers.push(Choice { question, answer, valid_from: day(from) });
        other
    }

    /// Asked until another day than the last of 2026.
    pub(crate) fn until(&self, last: &str) -> Life {
        Life { until: day(last), ..self.clone() }
    }

    /// Asked by a municipality.
    pub(crate) fn asked_by(&self, name: &str) -> Life {
        Life { asker: Some(Municipality(name.to_owned())), ..self.clone() }
    }

    pub(crate) fn computed(&self, of: &str) -> Computed {
        self.asked(of).unwrap_or_else(|refused| panic!("{of}: {refused:?}"))
    }

    fn asked(&self, of: &str) -> Result<Computed, Refused> {
        let facts: Vec<&Fact> = self.facts.iter().collect();
        let terms = [
            Period { from: day("2026-08-17"), until: day("2026-12-18") },
            Period { from: day("2027-01-11"), until: day("2027-06-10") },
        ];
        let input =
            Input { facts: &facts, school_terms: &terms, costs: &self.costs, ..Input::default() };
        let choices = Choices::of(&self.answers).unwrap();
        let municipality = self.asker.as_ref();
        let question =
            Question { law: &LAW, choices: &choices, input, municipality, until: self.until };
        calculate(&code(of), &question)
    }

    /// Each amount as `from..until kronor`, with `~` where it is an estimate.
    pub(crate) fn gives(&self, of: &str) -> Vec<String> {
        let told = |amount: &domain::entitlement::Amount| {
            let Period { from, until } = amount.period;
            let mark = if amount.estimated { "~" } else { "" };
            format!("{from}..{until} {}{mark}", amount.amount.kronor().normalize())
        };
        self.computed(of).amounts.iter().map(told).collect()
    }

    /// As [`gives`](Self::gives), from a day on.
    pub(crate) fn gives_from(&self, first: &str, of: &str) -> Vec<String> {
        self.gives(of).into_iter().filter(|line| line.as_str() >= first).collect()
    }

    /// Whether a value of the law is missing for what it would give.
    pub(crate) fn lacks_a_value(&self, of: &str) -> bool {
        matches!(self.asked(of), Err(Refused::NoRate(_)))
    }

    /// Why it gives nothing.
    pub(crate) fn unmet(&self, of: &str) -> Option<Unmet> {
        let computed = self.computed(of);
        assert_eq!(computed.amounts, [], "{of}");
        computed.unmet
    }

    /// The questions that any of its amounts leaves open, with `~` where they make it an estimate.
    pub(crate) fn questions(&self, of: &str) -> Vec<String> {
        self.questions_from("1900-01-01", of)
    }

    /// As [`questions`](Self::questions), of amounts from a day on.
    pub(crate) fn questions_from(&self, first: &str, of: &str) -> Vec<String> {
        let mut amounts = self.computed(of).amounts;
        amounts.retain(|amount| day(first) <= amount.period.from);
        let steps = amounts.iter().flat_map(|amount| amount.explanation.steps());
        let mut found: Vec<String> = steps
            .filter_map(|step| match step {
                Step::Open { question, estimated, .. } => {
                    Some(format!("{question}{}", if *estimated { "~" } else { "" }))
                }
                _ => None,
            })
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The days of reception that its explanations name.
    pub(crate) fn received(&self, of: &str) -> Vec<NaiveDate> {
        use domain::entitlement::Rule;
        let amounts = self.computed(of).amounts;
        let steps = amounts.iter().flat_map(|amount| amount.explanation.steps());
        let mut found: Vec<NaiveDate> = steps
            .filter_map(|step| match step {
                Step::Rule {
                    rule:
                        Rule::Received { on, .. }
                        | Rule::ReceivedByRegistration { on, .. }
                        | Rule::ReceivedAtEndOfCoverage { on, .. },
                    ..
                } => Some(*on),
                _ => None,
            })
            .collect();
        found.dedup();
        found
    }
}
