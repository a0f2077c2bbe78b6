//! What a fact says of itself that cannot be, whatever else is known: days in the wrong order, an end
//! that is told without a day, and a law that was not in force.

use chrono::NaiveDate;

use crate::calendar::is_far_ahead;

use super::choices::{AssignmentLaw, CARE_ACT, CareBasis, ProtectedHousingLaw};
use super::{Days, EntryFault, FactContent, NewFact, Validity};

/// Everything about `new` by itself that cannot be.
pub(super) fn senseless(new: &NewFact, today: NaiveDate) -> Vec<EntryFault> {
    let mut faults = wrong_days(new, today);
    faults.extend(wrong_law(new));
    faults.extend(wrong_inner_days(new, today));
    let ended_is_told = new.content.tells_why_it_ended();
    if ended_is_told && new.validity.valid_until.is_none() {
        faults.push(EntryFault::EndsWithoutLastDay);
    }
    faults
}

fn wrong_days(new: &NewFact, today: NaiveDate) -> Vec<EntryFault> {
    let Validity { valid_from, valid_until } = new.validity;
    let mut faults = Vec::new();
    if let (Some(from), Some(until)) = (valid_from, valid_until)
        && until < from
    {
        faults.push(EntryFault::EndsBeforeItBegins);
    }
    let days = [("valid_from", valid_from), ("valid_until", valid_until)];
    let days = days.into_iter().filter_map(|(field, day)| Some((field, day?)));
    let far = days.filter(|(_, day)| is_far_ahead(*day, today));
    faults.extend(far.map(|(field, day)| EntryFault::FarAhead { day, field }));
    match new.content.kind().days() {
        Days::Span => {}
        Days::None if valid_from.is_some() || valid_until.is_some() => {
            faults.push(EntryFault::TakesNoDays);
        }
        Days::None => {}
        Days::One if valid_from.is_none() || valid_until.is_some() => {
            faults.push(EntryFault::NeedsOneDay);
        }
        // A decision may begin to hold later; what happens on a day has happened.
        // One that is far ahead has been told.
        Days::One if valid_from.is_some_and(|from| from > today && !is_far_ahead(from, today)) => {
            faults.push(EntryFault::NotYet)
        }
        Days::One => {}
    }
    if let FactContent::Birth(birth) = &new.content
        && birth.date > today
    {
        faults.push(EntryFault::NotYet);
    }
    faults
}

/// The law that the fact rests on was not in force. A decision lives on after its law; it cannot be made
/// before it, nor after.
fn wrong_law(new: &NewFact) -> Option<EntryFault> {
    let begins = new.validity.valid_from;
    let (field, (from, until), decided) = match &new.content {
        FactContent::Assignment(assignment) => {
            let law = assignment.law.map(AssignmentLaw::in_force)?;
            // The day in the decision may come after the law has gone; the decision may not.
            ("law", law, assignment.decided)
        }
        FactContent::Placement(placement) => ("basis", placement.basis.in_force()?, None),
        FactContent::HousingRight(_) => {
            ("paragraph", (AssignmentLaw::Settlement2026.in_force().0, None), None)
        }
        FactContent::ProtectedHousing(housing) => ("law", housing.law.in_force()?, None),
        _ => return None,
    };
    if let Some(until) = until.filter(|until| decided.is_some_and(|day| *until < day)) {
        return Some(EntryFault::LawRepealed { until });
    }
    let too_early = decided.or(begins).is_some_and(|day| day < from);
    too_early.then_some(EntryFault::LawNotYet { from, field })
}

/// Days inside the fact that cannot be beside its other days.
fn wrong_inner_days(new: &NewFact, today: NaiveDate) -> Vec<EntryFault> {
    let begins = new.validity.valid_from;
    let begun_later = |field, begun: Option<NaiveDate>| {
        let begins = begins.filter(|begins| begun.is_some_and(|begun| begun > *begins))?;
        Some(EntryFault::FieldOutOfOrder { field, day: begins })
    };
    let mut faults = Vec::new();
    let decided = match &new.content {
        FactContent::Assignment(assignment) => {
            let decided = assignment.decided.or(begins);
            let declined = assignment.declined;
            if let Some(decided) = decided.filter(|day| declined.is_some_and(|no| no < *day)) {
                faults.push(EntryFault::FieldOutOfOrder { field: "declined", day: decided });
            }
            faults.extend(
                declined
                    .filter(|day| *day > today)
                    .map(|_| EntryFault::FieldNotYet { field: "declined" }),
            );
            assignment.decided
        }
        FactContent::Schooling(schooling) => {
            faults.extend(begun_later("begun", schooling.begun));
            None
        }
        FactContent::Placement(placement) => {
            faults.extend(begun_later("care_begun", placement.care_begun));
            None
        }
        FactContent::LegalGround(ground) => ground.decided,
        FactContent::Registration(registration) => registration.decided,
        _ => None,
    };
    let decided_later = decided.is_some_and(|day| day > today);
    faults.extend(decided_later.then_some(EntryFault::FieldNotYet { field: "decided" }));
    faults
}

impl CareBasis {
    /// First and last day on which care by it can begin, inclusive; none: always, as far as this program
    /// goes back. Care by LVU goes on as care by the act that replaced it (2026:1600 p. 3).
    fn in_force(self) -> Option<(NaiveDate, Option<NaiveDate>)> {
        (self.read_as() != self).then_some((CARE_ACT, None))
    }
}

impl ProtectedHousingLaw {
    fn in_force(self) -> Option<(NaiveDate, Option<NaiveDate>)> {
        match self {
            ProtectedHousingLaw::Sol => None,
            ProtectedHousingLaw::Placement2024 => Some((PLACEMENT_2024, None)),
        }
    }
}

/// In force: lag (2024:79) on placement of children in protected housing.
const PLACEMENT_2024: NaiveDate = crate::calendar::calendar_day(2024, 4, 1);

#[cfg(test)]
mod tests {
    use super::super::{
        Assignment, Coverage, CoverageEnd, Ground, HousingRight, HousingRightBy, LegalGround,
        Municipality, Placement, PlacementForm, ProtectedHousing, Registration, SchoolForm,
        Schooling, Unaccompanied, UnaccompaniedEnd, ViolenceCause,
    };
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn faults(content: FactContent, from: &str) -> Vec<EntryFault> {
        let validity = Validity { valid_from: Some(day(from)), valid_until: None };
        senseless(&NewFact { content, validity, corrects: None }, day("2027-06-01"))
    }

    fn town() -> Municipality {
        Municipality("Exempelstads kommun".to_owned())
    }

    fn placement(basis: CareBasis, care_begun: Option<&str>) -> FactContent {
        let care_begun = care_begun.map(day);
        FactContent::Placement(Placement { form: PlacementForm::FosterHome, basis, care_begun })
    }

    #[test]
    fn nothing_rests_on_a_law_before_its_first_day() {
        let right =
            || FactContent::HousingRight(HousingRight { paragraph: HousingRightBy::Assigned });
        let protected = || {
            let (law, cause) = (ProtectedHousingLaw::Placement2024, ViolenceCause::Threat);
            FactContent::ProtectedHousing(ProtectedHousing { law, cause })
        };
        let care = || placement(CareBasis::Care2026Home, None);
        let cases: [(&dyn Fn() -> FactContent, &str, &str); 3] = [
            (&care, "basis", "2027-01-01"),
            (&right, "paragraph", "2027-01-01"),
            (&protected, "law", "2024-04-01"),
        ];
        for (content, field, first) in cases {
            assert_eq!(faults(content(), first), [], "{field}");
            let before = day(first).pred_opt().unwrap().to_string();
            let expected = EntryFault::LawNotYet { from: day(first), field };
            assert_eq!(faults(content(), &before), [expected], "{field}");
        }
        assert_eq!(faults(placement(CareBasis::Lvu2, None), "2027-03-01"), []);
    }

    #[test]
    fn days_inside_a_fact_are_in_order() {
        let out = |field, against: &str| EntryFault::FieldOutOfOrder { field, day: day(against) };
        let declined = |decided: Option<&str>, declined: &str| {
            let assignment = Assignment {
                decided: decided.map(day),
                declined: Some(day(declined)),
                ..Assignment::to(town())
            };
            FactContent::Assignment(assignment)
        };
        let before = declined(Some("2026-11-01"), "2026-10-31");
        assert_eq!(faults(before, "2026-11-05"), [out("declined", "2026-11-01")]);
        let before = declined(None, "2026-11-04");
        assert_eq!(faults(before, "2026-11-05"), [out("declined", "2026-11-05")]);
        assert_eq!(faults(declined(Some("2026-11-01"), "2026-11-01"), "2026-11-05"), []);
        let care = placement(CareBasis::Sol, Some("2026-11-06"));
        assert_eq!(faults(care, "2026-11-05"), [out("care_begun", "2026-11-05")]);
        let school =
            Schooling { begun: Some(day("2026-11-06")), ..Schooling::of(SchoolForm::Compulsory) };
        assert_eq!(
            faults(FactContent::Schooling(school), "2026-11-05"),
            [out("begun", "2026-11-05")]
        );
    }

    #[test]
    fn nobody_has_decided_yet_what_is_decided_later() {
        let later = Some(day("2027-06-02"));
        let not_yet = |field| EntryFault::FieldNotYet { field };
        let registration = Registration { decided: later, ..Registration::at(town()) };
        assert_eq!(
            faults(FactContent::Registration(registration), "2027-05-01"),
            [not_yet("decided")]
        );
        let ground = LegalGround { decided: later, ..LegalGround::of(Ground::Permit) };
        assert_eq!(faults(FactContent::LegalGround(ground), "2027-05-01"), [not_yet("decided")]);
        let assignment = Assignment { decided: later, declined: later, ..Assignment::to(town()) };
        let expected = [not_yet("declined"), not_yet("decided")];
        assert_eq!(faults(FactContent::Assignment(assignment), "2027-05-01"), expected);
    }

    #[test]
    fn an_end_that_is_told_has_a_last_day() {
        let covered = Coverage { ended: Some(CoverageEnd::LeftSweden) };
        let expected = [EntryFault::EndsWithoutLastDay];
        assert_eq!(faults(FactContent::Coverage(covered), "2026-10-01"), expected);
        let alone = Unaccompanied { ended: Some(UnaccompaniedEnd::Turned18) };
        assert_eq!(faults(FactContent::Unaccompanied(alone), "2026-10-01"), expected);
        assert_eq!(faults(FactContent::Coverage(Coverage { ended: None }), "2026-10-01"), []);
    }
}
