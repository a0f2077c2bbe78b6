//! What a list of pupils says beside the schooling that is known.

use chrono::{Days, NaiveDate};

use crate::Period;
use crate::facts::{Fact, FactContent, SchoolForm, Schooling, Validity};

/// What a list is about, where that is known: lists are made for a quarter, and cut what is said at its
/// days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The list's days.
    pub period: Period,
    /// First and last day of them on which there is school; those of the list where no term is known.
    pub school: Period,
}

impl Cut {
    /// A list about `period`, by the terms of the schools.
    #[must_use]
    pub fn of(period: Period, terms: &[Period]) -> Cut {
        let days = terms.iter().filter_map(|term| {
            Period::new(term.from.max(period.from), term.until.min(period.until))
        });
        let school = days.reduce(|one, other| Period {
            from: one.from.min(other.from),
            until: one.until.max(other.until),
        });
        Cut { period, school: school.unwrap_or(period) }
    }

    /// Whether a first day may be the list's own, and the pupil's an earlier one.
    fn begins_at(self, day: NaiveDate) -> bool {
        self.period.from <= day && day <= self.school.from
    }

    /// Whether a last day may be the list's own, and the pupil goes on.
    #[must_use]
    pub fn ends_at(self, day: NaiveDate) -> bool {
        self.school.until <= day && day <= self.period.until
    }
}

/// What one row of a list says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Form and programme, municipality and the day on which it began, where the list says it.
    pub schooling: Schooling,
    /// First day.
    pub from: NaiveDate,
    /// Last day, inclusive; none: the pupil goes on.
    pub until: Option<NaiveDate>,
}

impl Told {
    /// Its days.
    #[must_use]
    pub fn days(&self) -> Validity {
        Validity { valid_from: Some(self.from), valid_until: self.until }
    }

    /// What is said, with what is known of the same school where the list leaves it open.
    fn beside(&self, known: &Schooling) -> Schooling {
        Schooling {
            form: self.schooling.form,
            municipality: self.schooling.municipality.clone().or(known.municipality.clone()),
            begun: self.schooling.begun.or(known.begun),
            programme: self.schooling.programme.or(known.programme),
        }
    }
}

/// What becomes of what is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// It is known as the list says it.
    Unchanged,
    /// Nothing was known of it.
    Added,
    /// It was known otherwise.
    Changed,
    /// It went on, and has a last day now.
    Ended,
}

impl Outcome {
    /// Its name in contracts.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Outcome::Unchanged => "unchanged",
            Outcome::Added => "added",
            Outcome::Changed => "changed",
            Outcome::Ended => "ended",
        }
    }
}

/// What a row says beside what is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside<'f> {
    /// What becomes of it.
    pub outcome: Outcome,
    /// The fact that it is about, where it is known.
    pub fact: Option<&'f Fact>,
    /// What is to be entered.
    pub schooling: Schooling,
    /// Its days.
    pub validity: Validity,
    /// The first day that is known, where the list says a later one that is not its own.
    pub begun_before: Option<NaiveDate>,
}

/// What a row says beside the facts that are known of its person. What stands in a list about a quarter
/// is cut at its days: who is there from its first day and until its last was so before, and goes on.
/// The same school after days without term has begun when it began before them (`terms`).
#[must_use]
pub fn beside<'f>(
    known: &[&'f Fact],
    told: &Told,
    cut: Option<Cut>,
    terms: &[Period],
) -> Beside<'f> {
    let same = known.iter().filter_map(|fact| match &fact.content {
        FactContent::Schooling(school) if is_same(school, &told.schooling) => Some((*fact, school)),
        _ => None,
    });
    let meets = |fact: &Fact| fact.validity.meets(told.days());
    let follows = |fact: &Fact| next_day(fact.validity.valid_until) == Some(told.from);
    let mut by_nearness: Vec<_> = same.collect();
    by_nearness.sort_by_key(|(fact, _)| (!meets(fact), !follows(fact)));
    let nearest = by_nearness.first().filter(|(fact, _)| meets(fact) || follows(fact));
    let Some((fact, school)) = nearest.copied() else {
        let before = by_nearness.iter().filter_map(|(fact, school)| {
            let until = fact.validity.valid_until?;
            let goes_on = until < told.from && !holds_school(until, told.from, terms);
            goes_on.then_some(school.begun.or(fact.validity.valid_from)?)
        });
        let mut schooling = told.schooling.clone();
        schooling.begun = schooling.begun.or(before.min());
        let (outcome, validity) = (Outcome::Added, told.days());
        return Beside { outcome, fact: None, schooling, validity, begun_before: None };
    };
    let known_from = fact.validity.valid_from;
    let later = known_from.is_none_or(|known| known < told.from);
    let own_first = follows(fact) || cut.is_some_and(|cut| cut.begins_at(told.from));
    let from = if later && own_first { known_from } else { Some(told.from) };
    let own_last = |day: NaiveDate| {
        cut.is_some_and(|cut| cut.ends_at(day))
            && fact.validity.valid_until.is_none_or(|known| known > day)
    };
    let until = match told.until {
        Some(day) if own_last(day) => fact.validity.valid_until,
        until => until,
    };
    let validity = Validity { valid_from: from, valid_until: until };
    let schooling = told.beside(school);
    let outcome = match (validity == fact.validity, fact.validity.valid_until, until) {
        (true, ..) if schooling == *school => Outcome::Unchanged,
        (_, None, Some(_)) => Outcome::Ended,
        _ => Outcome::Changed,
    };
    let begun_before = known_from.filter(|_| later && !own_first);
    Beside { outcome, fact: Some(fact), schooling, validity, begun_before }
}

/// Whether it is the same school, as far as both say it.
fn is_same(known: &Schooling, told: &Schooling) -> bool {
    let differs = |known: Option<&str>, told: Option<&str>| {
        known.zip(told).is_some_and(|(known, told)| known != told)
    };
    let municipality = |school: &Schooling| school.municipality.clone().map(|place| place.0);
    let programme = |school: &Schooling| school.programme.map(|programme| programme.as_str());
    known.form == told.form
        && !differs(programme(known), programme(told))
        && !differs(municipality(known).as_deref(), municipality(told).as_deref())
}

fn next_day(day: Option<NaiveDate>) -> Option<NaiveDate> {
    day?.succ_opt()
}

/// Whether there is school between two days, neither of them included.
fn holds_school(after: NaiveDate, before: NaiveDate, terms: &[Period]) -> bool {
    let between = after.succ_opt().zip(before.pred_opt());
    let between = between.and_then(|(from, until)| Period::new(from, until));
    between.is_some_and(|days| {
        terms.is_empty() || terms.iter().any(|term| days.shared_days(*term) > 0)
    })
}

/// Whether any of the days lies in a term. Open days are looked at for a year.
#[must_use]
pub fn is_in_term(days: Validity, terms: &[Period]) -> bool {
    let Some(from) = days.valid_from else { return true };
    let a_year = from.checked_add_days(Days::new(365)).unwrap_or(from);
    let until = days.valid_until.unwrap_or(a_year);
    terms.iter().any(|term| term.from <= until && from <= term.until)
}

/// The ages, in whole years, that pupils of a form have: outside them the number is likelier wrong than
/// the age (skollagen 2010:800, 7–9, 15 and 18 kap.).
#[must_use]
pub fn usual_ages(form: SchoolForm) -> std::ops::RangeInclusive<u8> {
    match form {
        SchoolForm::Preschool => 1..=7,
        SchoolForm::PreschoolClass => 5..=8,
        SchoolForm::Compulsory => 6..=18,
        SchoolForm::AdaptedCompulsory => 6..=19,
        SchoolForm::UpperSecondary => 15..=21,
        SchoolForm::AdaptedUpperSecondary => 15..=24,
        SchoolForm::Adult => 16..=120,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::FactId;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn days(from: &str, until: &str) -> Period {
        Period { from: day(from), until: day(until) }
    }

    fn optional(text: &str) -> Option<NaiveDate> {
        (!text.is_empty()).then(|| day(text))
    }

    fn fact(from: &str, until: &str) -> Fact {
        Fact {
            id: FactId("F".to_owned()),
            content: FactContent::Schooling(Schooling::of(SchoolForm::Compulsory)),
            validity: Validity { valid_from: Some(day(from)), valid_until: optional(until) },
            known_since: day(from),
            according_to_import: false,
            document_date: None,
            source: None,
            entered_by: "EXEMPEL".to_owned(),
            corrects: None,
            withdrawn: false,
        }
    }

    fn terms() -> [Period; 2] {
        [days("2026-01-12", "2026-06-11"), days("2026-08-17", "2026-12-18")]
    }

    fn said(
        known: &[Fact],
        from: &str,
        until: &str,
        quarter: Option<Period>,
    ) -> (Outcome, Validity) {
        let schooling = Schooling::of(SchoolForm::Compulsory);
        let told = Told { schooling, from: day(from), until: optional(until) };
        let known: Vec<&Fact> = known.iter().collect();
        let cut = quarter.map(|period| Cut::of(period, &terms()));
        let beside = beside(&known, &told, cut, &terms());
        (beside.outcome, beside.validity)
    }

    #[test]
    fn what_a_quarter_cuts_changes_nothing() {
        let (q3, q4) = (days("2026-07-01", "2026-09-30"), days("2026-10-01", "2026-12-31"));
        let open = [fact("2026-01-12", "")];
        for (from, until) in [
            ("2026-08-17", ""),
            ("2026-08-17", "2026-09-30"),
            ("2026-07-01", "2026-09-30"),
            ("2026-01-12", ""),
        ] {
            assert_eq!(said(&open, from, until, Some(q3)).0, Outcome::Unchanged, "{from} {until}");
        }
        // The term ends before the quarter does.
        assert_eq!(said(&open, "2026-10-01", "2026-12-18", Some(q4)).0, Outcome::Unchanged);
        let (outcome, validity) = said(&open, "2026-08-17", "2026-09-15", Some(q3));
        assert_eq!((outcome, validity.valid_until), (Outcome::Ended, Some(day("2026-09-15"))));
        assert_eq!(validity.valid_from, Some(day("2026-01-12")));
        // Without a quarter every day is the pupil's own.
        assert_eq!(said(&open, "2026-08-17", "2026-09-30", None).0, Outcome::Ended);
    }

    #[test]
    fn what_follows_goes_on() {
        let q4 = days("2026-10-01", "2026-12-31");
        let until_q3 = [fact("2026-08-17", "2026-09-30")];
        let (outcome, validity) = said(&until_q3, "2026-10-01", "2026-12-18", Some(q4));
        let whole =
            Validity { valid_from: Some(day("2026-08-17")), valid_until: Some(day("2026-12-18")) };
        assert_eq!((outcome, validity), (Outcome::Changed, whole));
        let (outcome, validity) = said(&until_q3, "2026-10-12", "2026-12-18", Some(q4));
        assert_eq!((outcome, validity.valid_from), (Outcome::Added, Some(day("2026-10-12"))));
    }

    #[test]
    fn the_same_school_after_the_holidays_began_before_them() {
        let schooling = Schooling::of(SchoolForm::Compulsory);
        let told = Told { schooling, from: day("2026-08-17"), until: None };
        let begun = |until: &str| {
            let known = fact("2026-01-12", until);
            beside(&[&known], &told, None, &terms()).schooling.begun
        };
        assert_eq!(begun("2026-06-11"), Some(day("2026-01-12")));
        assert_eq!(begun("2026-06-01"), None, "ten days of school lie between");
    }

    #[test]
    fn a_later_first_day_that_is_the_pupils_own_is_told() {
        let q3 = days("2026-07-01", "2026-09-30");
        let known = fact("2026-01-12", "");
        let schooling = Schooling::of(SchoolForm::Compulsory);
        let told = Told { schooling, from: day("2026-09-07"), until: None };
        let beside = beside(&[&known], &told, Some(Cut::of(q3, &terms())), &terms());
        assert_eq!(beside.begun_before, Some(day("2026-01-12")));
        assert_eq!(beside.validity.valid_from, Some(day("2026-09-07")));
    }

    #[test]
    fn another_programme_is_another_schooling() {
        use crate::facts::Programme;
        let mut known = fact("2026-08-17", "");
        let of = |programme| Schooling {
            programme: Some(programme),
            ..Schooling::of(SchoolForm::UpperSecondary)
        };
        known.content = FactContent::Schooling(of(Programme::Introductory));
        let told =
            Told { schooling: of(Programme::National), from: day("2026-10-01"), until: None };
        assert_eq!(beside(&[&known], &told, None, &terms()).outcome, Outcome::Added);
    }
}
