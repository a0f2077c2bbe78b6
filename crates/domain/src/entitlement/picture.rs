//! A person's facts, asked by day.

use chrono::{Days, Months, NaiveDate};

use super::coverage::{self, Covered};
use super::reception::{self, NotReceived, Reception};
use super::spans::Spans;
use crate::Period;
use crate::facts::{
    AssignmentLaw, Birth, Fact, FactContent, FactKind, Ground, Housing, Municipality, Validity,
};
use crate::law::{AgeRaisedDay, Choices, years_old};

/// A birth date, and the first day on which it is believed.
#[derive(Clone, Copy, Debug)]
struct Believed<'f> {
    since: Option<NaiveDate>,
    born: NaiveDate,
    fact: &'f Fact,
}

/// A person's facts, asked by day.
#[derive(Debug)]
pub(super) struct Picture<'f> {
    facts: &'f [&'f Fact],
    births: Vec<Believed<'f>>,
    /// By first day.
    pub(super) coverage: Vec<Covered<'f>>,
    covered: Spans,
    pub(super) reception: Result<Reception<'f>, NotReceived>,
    pub(super) died: Option<NaiveDate>,
}

impl<'f> Picture<'f> {
    /// The picture that `facts` give, which are in the order of kinds; `earlier` are births that were
    /// corrected.
    pub(super) fn of(
        facts: &'f [&'f Fact],
        earlier: &'f [&'f Fact],
        choices: &Choices,
    ) -> Picture<'f> {
        let mut picture = Picture {
            facts,
            births: Vec::new(),
            coverage: Vec::new(),
            covered: Spans::none(),
            reception: Err(NotReceived::Unknown),
            died: None,
        };
        picture.births = believed(picture.of_kind(FactKind::Birth), earlier, choices);
        picture.died =
            picture.of_kind(FactKind::Died).first().and_then(|fact| fact.validity.valid_from);
        picture.coverage = coverage::of(&picture, choices);
        picture.covered = coverage::days(&picture, &picture.coverage, choices);
        picture.reception = reception::of(&picture, choices);
        picture
    }

    /// The facts of a kind, by first day.
    pub(super) fn of_kind(&self, kind: FactKind) -> &'f [&'f Fact] {
        let first = self.facts.partition_point(|fact| fact.kind() < kind);
        let after = self.facts.partition_point(|fact| fact.kind() <= kind);
        &self.facts[first..after]
    }

    /// The fact of a kind that holds on `day`; of several the one that began last.
    pub(super) fn on(&self, kind: FactKind, day: NaiveDate) -> Option<&'f Fact> {
        self.of_kind(kind).iter().rev().find(|fact| fact.validity.holds_on(day)).copied()
    }

    /// The days in `window` on which a fact of the kind holds that `fits`.
    pub(super) fn days_of(
        &self,
        kind: FactKind,
        window: Period,
        fits: impl Fn(&FactContent) -> bool,
    ) -> Spans {
        let facts = self.of_kind(kind).iter().filter(|fact| fits(&fact.content));
        Spans::of(facts.filter_map(|fact| within(fact.validity, window)))
    }

    /// The birth date believed on `day`, with its fact.
    pub(super) fn born(&self, day: NaiveDate) -> Option<(NaiveDate, &'f Fact)> {
        let believed = self.births.iter().rev();
        let mut of_the_day = believed.filter(|birth| birth.since.is_none_or(|since| since <= day));
        of_the_day.next().or(self.births.first()).map(|birth| (birth.born, birth.fact))
    }

    /// Whether another birth date was believed before.
    pub(super) fn has_other_births(&self) -> bool {
        self.births.len() > 1
    }

    /// Completed years on `day`, by the birth date believed then.
    pub(super) fn age(&self, day: NaiveDate) -> Option<u8> {
        self.born(day).map(|(born, _)| years_old(born, day))
    }

    /// The days in `window` on which the person is at least `from` and younger than `below` years.
    pub(super) fn aged(&self, from: Option<u8>, below: Option<u8>, window: Period) -> Spans {
        let mut found = Vec::new();
        for (place, birth) in self.births.iter().enumerate() {
            let next = self.births.get(place + 1).and_then(|next| next.since);
            let first = birth.since.filter(|_| place > 0).unwrap_or(NaiveDate::MIN);
            let last = next.and_then(|next| next.pred_opt()).unwrap_or(NaiveDate::MAX);
            let from = from.map_or(birth.born, |years| birthday(birth.born, years));
            let below =
                below.map_or(NaiveDate::MAX, |years| day_before(birthday(birth.born, years)));
            let believed = Period::new(first.max(from), last.min(below));
            found.extend(believed.and_then(|days| {
                Period::new(days.from.max(window.from), days.until.min(window.until))
            }));
        }
        Spans::of(found)
    }

    /// The days in `window` on which the person is an unaccompanied child; one whose birth date is not known
    /// is a child.
    pub(super) fn unaccompanied_child(&self, window: Period) -> Spans {
        let alone = self.days_of(FactKind::Unaccompanied, window, |_| true);
        if alone.is_empty() || self.births.is_empty() {
            return alone;
        }
        alone.meet(&self.aged(None, Some(18), window))
    }

    /// The days in `window` on which the person is alive and not confirmed abroad; the day of death
    /// is one.
    pub(super) fn here(&self, window: Period) -> Spans {
        let alive =
            Period::new(window.from, self.died.map_or(window.until, |day| day.min(window.until)));
        let abroad = self.days_of(FactKind::ConfirmedAbroad, window, |_| true);
        Spans::of(alive).without(&abroad)
    }

    /// Whether the person is alive at the end of `day`, and not confirmed abroad.
    pub(super) fn is_here_at_the_end_of(&self, day: NaiveDate) -> bool {
        self.died.is_none_or(|died| died > day) && self.on(FactKind::ConfirmedAbroad, day).is_none()
    }

    /// The municipality of registration on `day`, with its fact.
    pub(super) fn registered(&self, day: NaiveDate) -> Option<(&'f Municipality, &'f Fact)> {
        let fact = self.on(FactKind::Registration, day)?;
        fact.municipality().map(|municipality| (municipality, fact))
    }

    /// The day on which care began that the placement on `day` goes on.
    pub(super) fn care_begun(&self, placement: &Fact) -> Option<NaiveDate> {
        let FactContent::Placement(content) = &placement.content else { return None };
        let mut begun = content.care_begun.or(placement.validity.valid_from)?;
        // A placement that follows upon another without a day between goes on with the same care.
        for before in self.of_kind(FactKind::Placement).iter().rev() {
            let FactContent::Placement(content) = &before.content else { continue };
            let follows = before.validity.valid_until.and_then(|day| day.succ_opt()) == Some(begun);
            if follows {
                begun =
                    content.care_begun.or(before.validity.valid_from).unwrap_or(begun).min(begun);
            }
        }
        Some(begun)
    }

    /// The days in `window` on which mottagandelagen covers the person.
    pub(super) fn covered(&self, window: Period) -> Spans {
        self.covered.within(window)
    }

    /// The coverage that holds on `day`, or ended on it.
    pub(super) fn coverage_on(&self, day: NaiveDate) -> Option<&Covered<'f>> {
        let ended = |one: &Covered<'_>| one.ended.as_ref().map(|end| end.on);
        self.coverage.iter().find(|one| one.from <= day && ended(one).is_none_or(|end| day <= end))
    }

    /// The form of housing on `day`.
    pub(super) fn housing(&self, day: NaiveDate) -> Option<Housing> {
        match &self.on(FactKind::HousingForm, day)?.content {
            FactContent::HousingForm(housing) => Some(housing.form),
            _ => None,
        }
    }

    /// The law that an assignment rests on, and what an older one counts as. Where it has not been
    /// entered it follows from the person's ground on its day; none where that does not say it.
    pub(super) fn assignment_law(&self, fact: &Fact) -> Option<AssignmentLaw> {
        let FactContent::Assignment(assignment) = &fact.content else { return None };
        if let Some(law) = assignment.law {
            return Some(law.counts_as());
        }
        let days = [assignment.decided, fact.validity.valid_from];
        let grounds = self.of_kind(FactKind::LegalGround);
        let on = |day: Option<NaiveDate>| self.on(FactKind::LegalGround, day?);
        let ground = days.into_iter().find_map(on).or_else(|| grounds.first().copied());
        let ground = ground.and_then(coverage::ground_of)?;
        let day = Picture::assignment_decided(fact).unwrap_or(NaiveDate::MIN);
        let child = self.age(day).is_none_or(|age| age < 18);
        let alone = child && !self.of_kind(FactKind::Unaccompanied).is_empty();
        match ground {
            // Unless resettled it cannot be assigned for settlement (2016:38, 4 §; 2026:1326, 6 §).
            Ground::AsylumSeeker | Ground::TemporaryProtection | Ground::Permit if alone => {
                Some(AssignmentLaw::Child)
            }
            Ground::TemporaryProtection => Some(AssignmentLaw::Protection),
            Ground::Permit | Ground::Quota | Ground::FamilyTie => {
                let (_, last) = AssignmentLaw::Settlement2016.in_force();
                Some(match last.is_some_and(|last| last < day) {
                    true => AssignmentLaw::Settlement2026,
                    false => AssignmentLaw::Settlement2016,
                })
            }
            Ground::AsylumSeeker
            | Ground::PermitApplicant
            | Ground::Witness
            | Ground::RenewalPending => None,
        }
    }

    /// The day of the decision on an assignment.
    pub(super) fn assignment_decided(fact: &Fact) -> Option<NaiveDate> {
        match &fact.content {
            FactContent::Assignment(assignment) => assignment.decided.or(fact.validity.valid_from),
            _ => None,
        }
    }

    /// The reception that has been entered: the actual one.
    pub(super) fn entered_reception(&self) -> Option<Reception<'f>> {
        let fact: &'f Fact = self.of_kind(FactKind::Reception).first().copied()?;
        let on = fact.validity.valid_from?;
        let municipality = fact.municipality()?;
        let housing = match &fact.content {
            FactContent::Reception(content) => content.housing,
            _ => None,
        };
        Some(Reception::entered(on, municipality, fact, housing))
    }
}

/// The days of `validity` in `window`.
pub(super) fn within(validity: Validity, window: Period) -> Option<Period> {
    let from = validity.valid_from.map_or(window.from, |from| from.max(window.from));
    let until = validity.valid_until.map_or(window.until, |until| until.min(window.until));
    Period::new(from, until)
}

/// The day on which somebody born on `born` turns `years`; 28 February of other years for a leap day.
pub(super) fn birthday(born: NaiveDate, years: u8) -> NaiveDate {
    born.checked_add_months(Months::new(u32::from(years) * 12)).unwrap_or(NaiveDate::MAX)
}

fn day_before(day: NaiveDate) -> NaiveDate {
    day.pred_opt().unwrap_or(day)
}

/// Birth dates by the day since which they are believed. A raised age counts from the day of the
/// document that says so (Kammarrätten i Jönköping 1095-18), and the one before it until then.
fn believed<'f>(
    now: &'f [&'f Fact],
    earlier: &'f [&'f Fact],
    choices: &Choices,
) -> Vec<Believed<'f>> {
    let birth = |fact: &'f Fact| match &fact.content {
        FactContent::Birth(Birth { date, .. }) => Some((*date, fact)),
        _ => None,
    };
    let mut all: Vec<Believed<'f>> = earlier
        .iter()
        .chain(now)
        .filter_map(|fact| birth(fact))
        .map(|(born, fact)| Believed { since: fact.document_date, born, fact })
        .collect();
    // The first to be believed has been so from the beginning; one without a document's day replaces
    // all before it.
    all.sort_by_key(|birth| birth.since);
    if let Some(current) = now.first() {
        // What was corrected is never believed again from the day of the correction's document on.
        let until = current.document_date;
        all.retain(|birth| {
            birth.fact.id == current.id || until.is_some_and(|day| birth.since < Some(day))
        });
    }
    for place in 1..all.len() {
        let raised = all[place].born < all[place - 1].born;
        if let Some(since) = all[place].since
            && raised
            && choices.on::<AgeRaisedDay>(since) == AgeRaisedDay::Included
        {
            all[place].since = since.checked_add_days(Days::new(1));
        }
    }
    all
}
