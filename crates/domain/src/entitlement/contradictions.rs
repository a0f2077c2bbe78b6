//! What of an input contradicts itself, or cannot be: nothing is computed on a guess.

use std::collections::HashMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::input::{Allocation, City, Cost, Granted, ITEMS, Input, Places};
use super::limits;
use crate::calendar::{YEARS, is_possible};
use crate::codes::CompensationCode;
use crate::facts::{
    EntryFault, Fact, FactContent, FactKind, Holding, NewFact, Validity, newly_out_of_order,
    place as entered,
};
use crate::law::Catalogue;
use crate::{Ore, Period};

/// What contradicts itself or cannot be, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// Where: a field of the document, such as `costs[0].until`, or a fact, such as `facts[3]`.
    pub place: String,
    /// What.
    pub why: Why,
}

/// What is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// The fact could not be entered into a register either; `place` is the fact.
    Entry {
        /// The kind of the fact.
        kind: FactKind,
        /// When it is said to hold.
        validity: Validity,
        /// What is wrong.
        fault: EntryFault,
    },
    /// Among births stands a fact of another kind.
    NoBirth,
    /// Two facts of a kind that holds one at a time share days, such as two municipalities; `place` is
    /// the later one.
    AtTheSameTime {
        /// The kind.
        kind: FactKind,
        /// The first day that they share; none: from the beginning.
        from: Option<NaiveDate>,
    },
    /// Ends before it begins.
    Reversed,
    /// A day outside the years 1900 to 2200.
    ImpossibleDay {
        /// The day.
        day: NaiveDate,
    },
    /// A cost, a fee or a share below zero.
    Negative,
    /// A number that must be more than zero.
    Zero,
    /// An amount that is larger than any.
    AmountSize {
        /// The largest there can be.
        largest: Ore,
    },
    /// A number that is larger or smaller than any.
    NumberSize {
        /// The least there can be.
        least: Decimal,
        /// The largest there can be.
        most: Decimal,
    },
    /// More of them than a document can have.
    TooMany {
        /// How many it can have.
        most: usize,
    },
    /// No such compensation.
    UnknownCode {
        /// The code.
        code: String,
    },
    /// Nothing that a cost can be for.
    UnknownItem {
        /// The item.
        item: String,
    },
    /// The same stands in the document already.
    Twice {
        /// Where.
        first: String,
    },
    /// Its days are among those of another.
    SharesDays {
        /// Where the other stands.
        other: String,
    },
}

/// Everything in `input` that contradicts itself, the calendar or the [`limits`], at once. `place` names
/// each fact in the words of the document that it came in, such as `facts[3]`; of two facts no id is the
/// same.
#[must_use]
pub fn contradictions(
    law: &Catalogue,
    input: &Input<'_>,
    place: impl Fn(&Fact) -> String,
) -> Vec<Contradiction> {
    let mut found = Found::default();
    found.facts(input.facts, &place);
    for fact in input.earlier_births {
        found.fact(fact, &place(fact));
        if fact.kind() != FactKind::Birth {
            found.tell(format!("{}.kind", place(fact)), Why::NoBirth);
        }
    }
    found.costs(law, input.costs);
    found.granted(law, input.granted);
    for (name, periods) in [
        ("school_terms", input.school_terms),
        ("parents_registered", input.parents_registered),
        ("mass_influx", input.mass_influx),
    ] {
        for (number, period) in periods.iter().enumerate() {
            found.days(*period, &format!("{name}[{number}]"));
        }
    }
    if let Some(city) = input.city {
        found.city(city);
    }
    found.contradictions
}

/// What has been found so far.
#[derive(Default)]
struct Found {
    contradictions: Vec<Contradiction>,
}

impl Found {
    fn tell(&mut self, place: String, why: Why) {
        self.contradictions.push(Contradiction { place, why });
    }

    fn facts(&mut self, facts: &[&Fact], place: &impl Fn(&Fact) -> String) {
        let born = facts.iter().find_map(|fact| match &fact.content {
            FactContent::Birth(birth) => Some(birth.date),
            _ => None,
        });
        for fact in facts {
            self.fact(fact, &place(fact));
            let Validity { valid_from: None, valid_until: Some(until) } = fact.validity else {
                continue;
            };
            if born.is_some_and(|born| until < born) {
                self.entry(fact, place(fact), EntryFault::BeforeBirth);
            }
        }
        let by_id: HashMap<_, _> = facts.iter().map(|fact| (&fact.id, *fact)).collect();
        let ids: Vec<_> = facts.iter().map(|fact| fact.id.clone()).collect();
        for (id, fault) in newly_out_of_order(&[], facts, &ids) {
            let Some(fact) = id.as_ref().and_then(|id| by_id.get(id)) else { continue };
            // No amount hangs on who answers for the person at the city.
            let idle = fact.kind() == FactKind::ResponsibleBoard
                && matches!(fault, EntryFault::BeforeReception { .. });
            if !idle {
                self.entry(fact, place(fact), fault);
            }
        }
        self.same_time(facts, place);
    }

    fn entry(&mut self, fact: &Fact, place: String, fault: EntryFault) {
        self.tell(place, Why::Entry { kind: fact.kind(), validity: fact.validity, fault });
    }

    /// The fact by itself, as whoever enters it is told. What is only to come is no fault of a
    /// calculation: it may ask about that.
    fn fact(&mut self, fact: &Fact, place: &str) {
        let new =
            NewFact { content: fact.content.clone(), validity: fact.validity, corrects: None };
        for fault in entered(&[], &new, NaiveDate::MAX).err().unwrap_or_default() {
            self.entry(fact, place.to_owned(), fault);
        }
        let named =
            [("valid_from", fact.validity.valid_from), ("valid_until", fact.validity.valid_until)];
        for (field, day) in named {
            self.day(day, format!("{place}.{field}"));
        }
    }

    /// Facts of one kind that hold at the same time; they come in the order of kinds and first days.
    fn same_time(&mut self, facts: &[&Fact], place: &impl Fn(&Fact) -> String) {
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
                let from = after.validity.valid_from;
                self.tell(place(after), Why::AtTheSameTime { kind: after.kind(), from });
            }
            let reaches = |fact: &Fact| fact.validity.valid_until.unwrap_or(NaiveDate::MAX);
            if before.is_none_or(|before| reaches(before) <= reaches(after)) {
                furthest = Some(after);
            }
        }
    }

    fn costs(&mut self, law: &Catalogue, costs: &[Cost]) {
        if costs.len() > limits::MOST_COSTS {
            self.tell("costs".to_owned(), Why::TooMany { most: limits::MOST_COSTS });
        }
        for (number, cost) in costs.iter().enumerate() {
            let place = format!("costs[{number}]");
            self.days(Period { from: cost.from, until: cost.until }, &place);
            self.amount(cost.amount_ore, format!("{place}.amount_ore"));
            self.amount(cost.fee_ore, format!("{place}.fee_ore"));
            self.number(cost.persons, limits::FAMILY, format!("{place}.persons"));
            if let Some(child) = cost.child_number {
                self.number(child, limits::FAMILY, format!("{place}.child_number"));
            }
            if let Some(item) = cost.item.clone().filter(|item| !ITEMS.contains(&item.as_str())) {
                self.tell(format!("{place}.item"), Why::UnknownItem { item });
            }
            if let Some(code) = &cost.compensation {
                self.code(law, code, &place);
            }
        }
    }

    fn granted(&mut self, law: &Catalogue, granted: &[Granted]) {
        for (number, one) in granted.iter().enumerate() {
            let place = format!("granted[{number}]");
            self.days(Period { from: one.from, until: one.until }, &place);
            self.code(law, &one.compensation, &place);
        }
        let to_whom = |one: &Granted| (one.compensation.clone(), one.municipality.clone());
        let spans = granted.iter().map(|one| (to_whom(one), one.from, one.until)).collect();
        self.disjoint("granted", spans);
    }

    fn city(&mut self, city: &City) {
        self.years("city.years", "", &city.years);
        let forecasts: Vec<i32> = city.forecasts.iter().map(|forecast| forecast.year).collect();
        self.years("city.forecasts", ".year", &forecasts);
        for (number, forecast) in city.forecasts.iter().enumerate() {
            let place = format!("city.forecasts[{number}]");
            self.number(forecast.children, limits::CHILDREN, format!("{place}.children"));
            let place = format!("{place}.share_per_mille");
            let (least, most) = limits::PER_MILLE.into_inner();
            if forecast.share_per_mille < Decimal::from(least) {
                self.tell(place, Why::Negative);
            } else if forecast.share_per_mille > Decimal::from(most) {
                self.tell(place, number_size(least, most));
            }
        }
        self.allocations(&city.allocations);
        self.places(&city.places);
    }

    /// A number can be raised for its own days; days of two are nobody's.
    fn allocations(&mut self, allocations: &[Allocation]) {
        let mut set: HashMap<(NaiveDate, NaiveDate, NaiveDate), usize> = HashMap::new();
        let mut first_of: HashMap<(NaiveDate, NaiveDate), usize> = HashMap::new();
        for (number, one) in allocations.iter().enumerate() {
            let place = format!("city.allocations[{number}]");
            self.days(Period { from: one.from, until: one.until }, &place);
            self.day(Some(one.set_on), format!("{place}.set_on"));
            self.number(one.number, limits::PLACES, format!("{place}.number"));
            let first = *set.entry((one.from, one.until, one.set_on)).or_insert(number);
            if first != number {
                let first = format!("city.allocations[{first}]");
                self.tell(format!("{place}.set_on"), Why::Twice { first });
            }
            first_of.entry((one.from, one.until)).or_insert(number);
        }
        let mut periods: Vec<_> =
            first_of.into_iter().map(|((from, until), number)| (number, from, until)).collect();
        periods.sort_unstable();
        let numbers: Vec<usize> = periods.iter().map(|(number, ..)| *number).collect();
        let spans = periods.iter().map(|(_, from, until)| ((), *from, *until)).collect();
        self.disjoint_at(spans, |at| format!("city.allocations[{}]", numbers[at]));
    }

    fn places(&mut self, places: &[Places]) {
        for (number, stage) in places.iter().enumerate() {
            let place = format!("city.places[{number}]");
            self.days(Period { from: stage.from, until: stage.until }, &place);
            self.number(stage.number, limits::PLACES, format!("{place}.number"));
        }
        let spans = places.iter().map(|stage| ((), stage.from, stage.until)).collect();
        self.disjoint("city.places", spans);
    }

    /// Both days of a span, by the names that parts of a document have for them.
    fn days(&mut self, period: Period, place: &str) {
        self.day(Some(period.from), format!("{place}.from"));
        self.day(Some(period.until), format!("{place}.until"));
        if period.until < period.from {
            self.tell(format!("{place}.until"), Why::Reversed);
        }
    }

    fn day(&mut self, day: Option<NaiveDate>, place: String) {
        if let Some(day) = day.filter(|day| !is_possible(*day)) {
            self.tell(place, Why::ImpossibleDay { day });
        }
    }

    fn amount(&mut self, amount: Ore, place: String) {
        if amount.is_negative() {
            self.tell(place, Why::Negative);
        } else if amount > limits::LARGEST_AMOUNT {
            self.tell(place, Why::AmountSize { largest: limits::LARGEST_AMOUNT });
        }
    }

    fn number(&mut self, number: u32, limits: std::ops::RangeInclusive<u32>, place: String) {
        if number == 0 && !limits.contains(&0) {
            self.tell(place, Why::Zero);
        } else if !limits.contains(&number) {
            let (least, most) = limits.into_inner();
            self.tell(place, number_size(least, most));
        }
    }

    fn code(&mut self, law: &Catalogue, code: &CompensationCode, place: &str) {
        if law.get(code).is_none() {
            let why = Why::UnknownCode { code: code.0.clone() };
            self.tell(format!("{place}.compensation"), why);
        }
    }

    /// Years of a list, in a field of its entries: none twice, and all in the calendar.
    fn years(&mut self, list: &str, field: &str, years: &[i32]) {
        let mut seen: HashMap<i32, usize> = HashMap::new();
        for (number, year) in years.iter().enumerate() {
            let place = format!("{list}[{number}]{field}");
            if !YEARS.contains(year) {
                let (least, most) = YEARS.into_inner();
                self.tell(place, number_size(least, most));
                continue;
            }
            let first = *seen.entry(*year).or_insert(number);
            if first != number {
                self.tell(place, Why::Twice { first: format!("{list}[{first}]{field}") });
            }
        }
    }

    fn disjoint<K: Ord>(&mut self, list: &str, spans: Vec<(K, NaiveDate, NaiveDate)>) {
        self.disjoint_at(spans, |at| format!("{list}[{at}]"));
    }

    /// Spans under one key share no day; of two the later one is told.
    fn disjoint_at<K: Ord>(
        &mut self,
        spans: Vec<(K, NaiveDate, NaiveDate)>,
        place: impl Fn(usize) -> String,
    ) {
        let mut ordered: Vec<_> = spans.into_iter().enumerate().collect();
        ordered.sort_by(|(a, one), (b, other)| (one, a).cmp(&(other, b)));
        // The span under the key that reaches furthest so far.
        let mut furthest: Option<(usize, &K, NaiveDate)> = None;
        for (at, (key, from, until)) in &ordered {
            let before = furthest.filter(|(_, other, _)| *other == key);
            if let Some((other, ..)) = before.filter(|(_, _, last)| from <= last) {
                let why = Why::SharesDays { other: place(other) };
                self.tell(format!("{}.from", place(*at)), why);
            }
            if before.is_none_or(|(_, _, last)| last < *until) {
                furthest = Some((*at, key, *until));
            }
        }
    }
}

fn number_size(least: impl Into<Decimal>, most: impl Into<Decimal>) -> Why {
    Why::NumberSize { least: least.into(), most: most.into() }
}
