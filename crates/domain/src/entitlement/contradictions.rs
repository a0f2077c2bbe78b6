//! What of an input contradicts itself: nothing is computed on a guess.

use chrono::NaiveDate;
use serde::Serialize;

use super::input::Input;
use crate::calendar::is_possible;
use crate::facts::{Fact, FactKind, Holding, RECEPTION_ACT, Validity, is_of_the_living};
use crate::law::Catalogue;

/// What contradicts itself, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "contradiction", rename_all = "kebab-case")]
pub enum Contradiction {
    /// Ends before it begins.
    Reversed {
        /// Where.
        place: String,
    },
    /// A day outside the years 1900 to 2200.
    ImpossibleDay {
        /// Where.
        place: String,
        /// The day.
        day: NaiveDate,
    },
    /// Two facts of a kind that holds one at a time share days, such as two municipalities.
    AtTheSameTime {
        /// The later one.
        place: String,
        /// The kind.
        kind: FactKind,
        /// The first day that they share; none: from the beginning.
        from: Option<NaiveDate>,
    },
    /// Something about a person before the person was born.
    BeforeBirth {
        /// Where.
        place: String,
        /// The birth.
        born: NaiveDate,
    },
    /// A registration before reception, other than as a whole different matter.
    BeforeReception {
        /// Where.
        place: String,
        /// The reception.
        received: NaiveDate,
    },
    /// Something that only the living do, after death.
    AfterDeath {
        /// Where.
        place: String,
        /// The death.
        died: NaiveDate,
    },
    /// A cost or a fee below zero.
    NegativeCost {
        /// Where.
        place: String,
    },
    /// No such compensation.
    UnknownCode {
        /// Where.
        place: String,
        /// The code.
        code: String,
    },
    /// A number that must be more than zero.
    ZeroNumber {
        /// Where.
        place: String,
    },
}

/// Everything in `input` that contradicts itself or the calendar, at once. `places` names each fact in
/// the words of the document that it came in, such as `facts[3]`.
#[must_use]
pub fn contradictions(
    law: &Catalogue,
    input: &Input<'_>,
    place: impl Fn(&Fact) -> String,
) -> Vec<Contradiction> {
    let mut found = Vec::new();
    let first = |kind: FactKind| {
        let facts = input.facts.iter().filter(|fact| fact.kind() == kind);
        facts.filter_map(|fact| fact.validity.valid_from).min()
    };
    let (received, died) = (first(FactKind::Reception), first(FactKind::Died));
    let born = input.facts.iter().find_map(|fact| match &fact.content {
        crate::facts::FactContent::Birth(birth) => Some(birth.date),
        _ => None,
    });
    for fact in input.facts {
        let at = |field: &str| format!("{}.{field}", place(fact));
        days(fact.validity, &place(fact), &mut found);
        let Some(from) = fact.validity.valid_from else { continue };
        if let Some(born) = born.filter(|born| from < *born) {
            found.push(Contradiction::BeforeBirth { place: at("valid_from"), born });
        }
        let needs_reception = fact.kind() == FactKind::Registration
            && received.is_some_and(|received| received < RECEPTION_ACT);
        if let Some(received) = received.filter(|received| needs_reception && from < *received) {
            found.push(Contradiction::BeforeReception { place: at("valid_from"), received });
        }
        let only_living = is_of_the_living(fact.kind());
        if let Some(died) = died.filter(|died| only_living && *died < from) {
            found.push(Contradiction::AfterDeath { place: at("valid_from"), died });
        }
    }
    same_time(input.facts, &place, &mut found);
    costs_and_codes(law, input, &mut found);
    numbers(input, &mut found);
    found
}

fn days(validity: Validity, place: &str, found: &mut Vec<Contradiction>) {
    let named = [("valid_from", validity.valid_from), ("valid_until", validity.valid_until)];
    for (field, day) in named {
        if let Some(day) = day.filter(|day| !is_possible(*day)) {
            found.push(Contradiction::ImpossibleDay { place: format!("{place}.{field}"), day });
        }
    }
    if let (Some(from), Some(until)) = (validity.valid_from, validity.valid_until)
        && until < from
    {
        found.push(Contradiction::Reversed { place: format!("{place}.valid_until") });
    }
}

/// Facts of one kind that hold at the same time; they come in the order of kinds and first days.
fn same_time(facts: &[&Fact], place: &impl Fn(&Fact) -> String, found: &mut Vec<Contradiction>) {
    // The fact of the kind that reaches furthest so far.
    let mut furthest: Option<&Fact> = None;
    for after in facts {
        let before = furthest.filter(|before| before.kind() == after.kind());
        if let Some(before) = before
            && after.kind().holding() != Holding::Several
            && before.content.strand() == after.content.strand()
            && (before.content != after.content || before.validity != after.validity)
            && (after.kind() == FactKind::Birth || before.validity.meets(after.validity))
        {
            found.push(Contradiction::AtTheSameTime {
                place: place(after),
                kind: after.kind(),
                from: after.validity.valid_from,
            });
        }
        let reaches = |fact: &Fact| fact.validity.valid_until.unwrap_or(NaiveDate::MAX);
        if before.is_none_or(|before| reaches(before) <= reaches(after)) {
            furthest = Some(after);
        }
    }
}

fn costs_and_codes(law: &Catalogue, input: &Input<'_>, found: &mut Vec<Contradiction>) {
    for (number, cost) in input.costs.iter().enumerate() {
        let at = |field: &str| format!("costs[{number}].{field}");
        let validity = Validity { valid_from: Some(cost.from), valid_until: Some(cost.until) };
        span(validity, &format!("costs[{number}]"), found);
        for (field, amount) in [("amount_ore", cost.amount_ore), ("fee_ore", cost.fee_ore)] {
            if amount.is_negative() {
                found.push(Contradiction::NegativeCost { place: at(field) });
            }
        }
        if cost.persons == 0 {
            found.push(Contradiction::ZeroNumber { place: at("persons") });
        }
        if let Some(code) = cost.compensation.as_ref().filter(|code| law.get(code).is_none()) {
            let code = code.0.clone();
            found.push(Contradiction::UnknownCode { place: at("compensation"), code });
        }
    }
    for (number, granted) in input.granted.iter().enumerate() {
        let validity =
            Validity { valid_from: Some(granted.from), valid_until: Some(granted.until) };
        span(validity, &format!("granted[{number}]"), found);
        if law.get(&granted.compensation).is_none() {
            let place = format!("granted[{number}].compensation");
            let code = granted.compensation.0.clone();
            found.push(Contradiction::UnknownCode { place, code });
        }
    }
    for (number, term) in input.school_terms.iter().enumerate() {
        let validity = Validity { valid_from: Some(term.from), valid_until: Some(term.until) };
        span(validity, &format!("school_terms[{number}]"), found);
    }
}

/// As [`days`], for what calls its days `from` and `until`.
fn span(validity: Validity, place: &str, found: &mut Vec<Contradiction>) {
    let before = found.len();
    days(validity, place, found);
    for contradiction in &mut found[before..] {
        let (Contradiction::Reversed { place } | Contradiction::ImpossibleDay { place, .. }) =
            contradiction
        else {
            continue;
        };
        *place = place.replace(".valid_", ".");
    }
}

fn numbers(input: &Input<'_>, found: &mut Vec<Contradiction>) {
    let Some(city) = input.city else { return };
    for (number, places) in city.places.iter().enumerate() {
        let validity = Validity { valid_from: Some(places.from), valid_until: Some(places.until) };
        span(validity, &format!("city.places[{number}]"), found);
    }
    for (number, allocation) in city.allocations.iter().enumerate() {
        let validity =
            Validity { valid_from: Some(allocation.from), valid_until: Some(allocation.until) };
        span(validity, &format!("city.allocations[{number}]"), found);
        if !is_possible(allocation.set_on) {
            let place = format!("city.allocations[{number}].set_on");
            found.push(Contradiction::ImpossibleDay { place, day: allocation.set_on });
        }
    }
    for (number, forecast) in city.forecasts.iter().enumerate() {
        if forecast.share_per_mille.is_sign_negative() {
            let place = format!("city.forecasts[{number}].share_per_mille");
            found.push(Contradiction::NegativeCost { place });
        }
    }
}
