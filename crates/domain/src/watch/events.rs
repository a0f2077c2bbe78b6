//! The events in a person's facts that set rules off.

use chrono::{Datelike, Months, NaiveDate};

use super::Asked;
use super::person::Person;
use super::rule::{DayOfYear, Trigger};
use crate::Period;
use crate::facts::{Disorder, Fact, FactContent, FactKind, Ground, disorders};
use crate::law::Catalogue;

/// Something that happens on a day.
#[derive(Debug)]
pub(super) struct Event<'f> {
    pub(super) day: NaiveDate,
    /// What it is about, where a day can have several: a kind of fact.
    pub(super) about: Option<FactKind>,
    pub(super) because: Vec<&'f Fact>,
}

impl<'f> Event<'f> {
    fn on(day: NaiveDate, because: impl IntoIterator<Item = &'f Fact>) -> Event<'f> {
        Event { day, about: None, because: because.into_iter().collect() }
    }
}

/// The events of a trigger that no later fact has answered, by day; those of a day in one. `near` are
/// the days that events of every year may lie in.
pub(super) fn events<'f>(
    trigger: &Trigger,
    person: &Person<'f>,
    near: Period,
    asked: &Asked<'_>,
) -> Vec<Event<'f>> {
    match trigger {
        Trigger::ResponsibilityChange { begins, follows, ends } => {
            one_a_day(changes(person, begins, follows, ends))
        }
        Trigger::Turns { years } => {
            let later = |(born, fact): (NaiveDate, &'f Fact)| {
                let birthday = born.checked_add_months(Months::new(u32::from(*years) * 12))?;
                Some(Event::on(birthday, [fact]))
            };
            person.born.and_then(later).into_iter().collect()
        }
        Trigger::AfterReception { months } => {
            let later = |(day, fact): (NaiveDate, &'f Fact)| {
                let day = day.checked_add_months(Months::new((*months).into()))?;
                Some(Event::on(day, [fact]))
            };
            person.standing.received.and_then(later).into_iter().collect()
        }
        Trigger::GroundEnds { grounds, each_year } => {
            one_a_day(ground_ends(person, grounds, *each_year, near))
        }
        Trigger::ReachesAgeLimit {} => reaches_limit(person, asked.law).into_iter().collect(),
        Trigger::FactBegins { kinds } => one_a_day(changes(person, kinds, &[], &[])),
        Trigger::FactEnds { kinds } => one_a_day(changes(person, &[], &[], kinds)),
        Trigger::CoverageEnded {} => {
            let ended = person.standing.coverage_ended.iter();
            ended.map(|(day, facts)| Event::on(*day, facts.iter().copied())).collect()
        }
        Trigger::SettledUnregistered {} => {
            let received = person.standing.settled_unregistered.into_iter();
            received.map(|(day, fact)| Event::on(day, [fact])).collect()
        }
        Trigger::NationalNumberMissing {} => number_missing(person).into_iter().collect(),
        Trigger::Hole {} => holes(person, asked.today),
    }
}

/// Those of a day in one, by day: two facts that say the same, as merged persons have them, are one
/// thing to do, and so are a new board and a new placement on one day.
fn one_a_day(mut found: Vec<Event<'_>>) -> Vec<Event<'_>> {
    found.sort_by_key(|event| event.day);
    found.dedup_by(|later, first| {
        let same = later.day == first.day;
        if same {
            let new = later.because.iter().filter(|fact| !first.because.contains(fact));
            let new: Vec<&Fact> = new.copied().collect();
            first.because.extend(new);
        }
        same
    });
    found
}

fn changes<'f>(
    person: &Person<'f>,
    begins: &[FactKind],
    follows: &[FactKind],
    ends: &[FactKind],
) -> Vec<Event<'f>> {
    let mut found = Vec::new();
    for kind in begins {
        let mut before: Option<&'f Fact> = None;
        for &fact in person.of_kind(*kind) {
            let goes_on = before.is_some_and(|before| goes_on(before, fact));
            if let Some(day) = fact.validity.valid_from.filter(|_| !goes_on)
                && is_change(person, fact, day)
            {
                found.push(Event::on(day, [fact]));
            }
            before = Some(fact);
        }
    }
    for kind in follows {
        for pair in person.of_kind(*kind).windows(2) {
            if let [before, fact] = *pair
                && let Some(day) = fact.validity.valid_from.filter(|_| !goes_on(before, fact))
            {
                found.push(Event::on(day, [before, fact]));
            }
        }
    }
    for kind in ends {
        let facts = person.of_kind(*kind);
        for &fact in facts {
            let Some(day) = fact.validity.valid_until else { continue };
            let next = day.succ_opt().unwrap_or(day);
            // A child is unaccompanied no longer than until 18: that end is no change.
            let of_age = *kind == FactKind::Unaccompanied && person.is_of_age(next);
            if !of_age && !facts.iter().any(|other| other.validity.holds_on(next)) {
                found.push(Event::on(day, [fact]));
            }
        }
    }
    found
}

/// Whether a fact that begins is a change of responsibility (MIGRFS 2017:8 1 §).
fn is_change(person: &Person<'_>, fact: &Fact, day: NaiveDate) -> bool {
    match &fact.content {
        FactContent::Guardian(guardian) => guardian.specially_appointed,
        FactContent::Unaccompanied(_) => {
            let came = [FactKind::Assignment, FactKind::Reception, FactKind::Registration];
            let before = |other: &&Fact| other.validity.valid_from.is_some_and(|from| from < day);
            came.into_iter().any(|kind| person.of_kind(kind).iter().any(before))
        }
        _ => true,
    }
}

/// Whether `next` only goes on with what `before` says: without a day between, and with nothing new
/// that bears on who answers for the person.
fn goes_on(before: &Fact, next: &Fact) -> bool {
    let reached = before.validity.valid_until.and_then(|day| day.succ_opt());
    let meets = match (reached, next.validity.valid_from) {
        (Some(reached), Some(from)) => from <= reached,
        _ => true,
    };
    meets && says_the_same(before, next)
}

/// A new case number is no new municipality, and a new address is none either.
fn says_the_same(one: &Fact, other: &Fact) -> bool {
    match (&one.content, &other.content) {
        (FactContent::Placement(one), FactContent::Placement(other)) => {
            (one.form, one.basis) == (other.form, other.basis)
        }
        (content, other_content) => match (one.municipality(), other.municipality()) {
            (Some(one), Some(other)) => one == other,
            _ => content == other_content,
        },
    }
}

fn ground_ends<'f>(
    person: &Person<'f>,
    grounds: &[Ground],
    each_year: Option<DayOfYear>,
    near: Period,
) -> Vec<Event<'f>> {
    let mut found = Vec::new();
    let all = person.of_kind(FactKind::LegalGround);
    for &fact in all {
        let FactContent::LegalGround(legal) = &fact.content else { continue };
        if !grounds.contains(&legal.ground) {
            continue;
        }
        let ends: Vec<NaiveDate> = match (fact.validity.valid_until, each_year) {
            (Some(day), _) => vec![day],
            (None, Some(day)) => {
                let years = near.from.year()..=near.until.year();
                let begun =
                    |day: &NaiveDate| fact.validity.valid_from.is_none_or(|from| from < *day);
                years.filter_map(|year| day.in_year(year)).filter(begun).collect()
            }
            (None, None) => Vec::new(),
        };
        // Whatever begins later and has not ended by then answers it, even after a hole: the hole is
        // told by itself.
        let answered = |day: NaiveDate| {
            all.iter().any(|other| {
                let later = other.validity.valid_from > fact.validity.valid_from;
                later && other.validity.valid_until.is_none_or(|until| until > day)
            })
        };
        found.extend(
            ends.into_iter().filter(|day| !answered(*day)).map(|day| Event::on(day, [fact])),
        );
    }
    found
}

/// The birthday on which the person reaches the age limit of its reception.
fn reaches_limit<'f>(person: &Person<'f>, law: &Catalogue) -> Option<Event<'f>> {
    let (born, birth) = person.born?;
    let (received, reception) = person.standing.received?;
    // The last instalment is paid in the twenty-fifth month.
    let last = received.checked_add_months(Months::new(25))?;
    let years = law.age_limit(received, last)?;
    let birthday = born.checked_add_months(Months::new(u32::from(years) * 12))?;
    (received..=last).contains(&birthday).then(|| Event::on(birthday, [birth, reception]))
}

/// The day from which a person without a number should have one: that of the arrival, or of the permit.
/// An asylum seeker seldom has one, and nobody can do anything about it.
fn number_missing<'f>(person: &Person<'f>) -> Option<Event<'f>> {
    let dossier = person.of_kind(FactKind::Dossier).first().copied()?;
    if !person.of_kind(FactKind::National).is_empty() {
        return None;
    }
    let arrivals = [FactKind::Reception, FactKind::Registration];
    let facts = arrivals.into_iter().flat_map(|kind| person.of_kind(kind).iter().copied());
    let dated = facts.filter_map(|fact| fact.validity.valid_from.map(|day| (day, fact)));
    let (day, arrived) = dated.min_by_key(|(day, _)| *day)?;
    if person.ground(day) != Some(Ground::AsylumSeeker) {
        return Some(Event::on(day, [arrived, dossier]));
    }
    let grounds = person.of_kind(FactKind::LegalGround).iter();
    let later = grounds.filter_map(|fact| Some((fact.validity.valid_from?, *fact)));
    let stays = |(from, _): &(NaiveDate, &Fact)| {
        *from > day && person.ground(*from).is_some_and(|ground| ground != Ground::AsylumSeeker)
    };
    let (day, permitted) = later.filter(stays).min_by_key(|(from, _)| *from)?;
    Some(Event::on(day, [permitted, arrived, dossier]))
}

fn holes<'f>(person: &Person<'f>, today: NaiveDate) -> Vec<Event<'f>> {
    let hole = |disorder| match disorder {
        Disorder::Hole { kind, from, until } => Some((kind, from, until)),
        Disorder::Overlap { .. } => None,
    };
    let event = |(kind, day, until): (FactKind, NaiveDate, Option<NaiveDate>)| {
        let next = until.and_then(|day| day.succ_opt());
        // The facts on both sides; the one before ends earlier where the person was abroad between.
        let facts = person.of_kind(kind);
        let ended = |fact: &&&Fact| fact.validity.valid_until.is_some_and(|until| until < day);
        let before = facts.iter().rev().find(ended).copied();
        let begins = |fact: &&&Fact| next.is_some() && fact.validity.valid_from == next;
        let after = facts.iter().find(begins).copied();
        Event { day, about: Some(kind), because: before.into_iter().chain(after).collect() }
    };
    disorders(person.facts, today).into_iter().filter_map(hole).map(event).collect()
}
