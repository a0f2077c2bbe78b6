//! Who is entitled: conditions of the law on a person's facts, as data.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::facts::{
    AssignmentLaw, CareBasis, Ground, Housing, InhibitionSection, PlacementForm, RECEPTION_ACT,
    SchoolForm,
};

use super::question::{
    Answer, BosAndMass, CareLaw2027, CoverageLastDay, HidingBeforeOctober, HidingCare,
    HidingFirstDay, InhibitionEntry, InhibitionUnaccompanied, NationalAfter18, PermitBeforeOctober,
    ReceptionStraddling, RegisteredProtection, RegistrationDay, SchoolAfterRegistration,
    StudyGrantSpan, UpperSecondaryPast18,
};

/// Whether a child must be unaccompanied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unaccompanied {
    /// On the day.
    Is,
    /// On the day or before it.
    IsOrWas,
    /// Not on the day.
    IsNot,
    /// Neither on the day nor before it.
    Never,
}

/// Which days a study grant (studiehjälp) counts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StudyGrantDays {
    /// As the open question of 30 § has it: the quarter of a month that has one, or that month.
    Quarter,
    /// Never on such a day.
    None,
}

/// What hiding from enforcement does to a right (förordning 2017:193).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hiding {
    /// It ends while the person hides (8 and 15 §§ since October 2026).
    Excludes,
    /// As the open question of the older wording has it.
    Older,
    /// As the open question of care has it (9 and 10 §§).
    Care,
}

/// Under which law the municipality must house the person at first reception (förordning 2010:1122,
/// 16 and 17 §§).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum HousingDuty {
    /// Assigned by lag (2016:38), within förordning (2016:39) 11 §.
    #[serde(rename = "2016:38")]
    Act2016,
    /// A right to housing by lag (2026:1326), 10 § first paragraph.
    #[serde(rename = "2026:1326")]
    Act2026,
    /// Neither: own housing, or only taken in as a member of a household.
    #[serde(rename = "neither")]
    Neither,
}

/// Conditions that must all hold on a day; what is not given is no condition.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Condition {
    /// Whether covered by mottagandelagen (2026:999).
    pub covered: Option<bool>,
    /// Covered by it at death.
    pub covered_at_death: bool,
    /// Any of these legal grounds.
    pub grounds: Vec<Ground>,
    /// None of these legal grounds.
    pub grounds_not: Vec<Ground>,
    /// Whether unaccompanied.
    pub unaccompanied: Option<Unaccompanied>,
    /// No unaccompanied child: other compensations are theirs (mottagandelagen 2026:999, 2 kap. 3 §).
    pub no_unaccompanied_child: bool,
    /// From this age, on the day.
    pub age_from: Option<u8>,
    /// Below this age, on the day.
    pub age_below: Option<u8>,
    /// Below the upper age limit of the day of cost, and never above an older one while that held (lag
    /// 2022:895 p. 2, 2022:896 p. 2).
    pub below_age_limit: bool,
    /// Any of these placements.
    pub placement: Vec<PlacementForm>,
    /// Any of these grounds of care.
    pub care: Vec<CareBasis>,
    /// None of these grounds of care; a day without care passes.
    pub care_not: Vec<CareBasis>,
    /// Not placed in care outside the own home.
    pub not_placed: bool,
    /// Care began below this age.
    pub care_begun_below: Option<u8>,
    /// Any of these forms of housing.
    pub housing: Vec<Housing>,
    /// None of these forms of housing; one that nobody has entered passes.
    pub housing_not: Vec<Housing>,
    /// Whether registered in the population register.
    pub registered: Option<bool>,
    /// A placement decision by any of these laws holds; it does so from its day.
    pub assigned_under: Vec<AssignmentLaw>,
    /// A placement decision by any of these laws holds or has held.
    pub was_assigned_under: Vec<AssignmentLaw>,
    /// No placement decision has come yet.
    pub not_yet_assigned: bool,
    /// A placement decision by any of these laws held on the day on which the person turned 18.
    pub assigned_at_18_under: Vec<AssignmentLaw>,
    /// Actually received after an assignment for settlement, or not yet.
    pub received_for_settlement: Option<bool>,
    /// Under which law the municipality must house the person at first reception.
    pub settled: Option<HousingDuty>,
    /// A study grant, or none.
    pub study_grant: Option<StudyGrantDays>,
    /// Any of these forms of schooling.
    pub schooling: Vec<SchoolForm>,
    /// From the autumn term of the year in which the child turns this age.
    pub autumn_of_year_turning: Option<u8>,
    /// Schooling of that form began below this age.
    pub school_begun_below: Option<u8>,
    /// Schooling of that form began at this age or later.
    pub school_begun_from: Option<u8>,
    /// Days from the eighteenth birthday on count only as the open question of the older 3 § has it.
    pub past_18_is_open: bool,
    /// Resident by skollagen 29 kap. 2 § second paragraph 1 or 2: neither registered in the population
    /// register nor hiding.
    pub school_resident: bool,
    /// What hiding does, so that an enforceable decision cannot be enforced.
    pub hiding: Option<Hiding>,
    /// Enforcement is stayed by any of these sections.
    pub inhibition: Vec<InhibitionSection>,
    /// Enforcement is not stayed by utlänningslagen 12 kap. 16 e § or 17 a §.
    pub not_inhibited: bool,
    /// Support has been granted because of old age, illness or disability.
    pub support: bool,
    /// Protected housing has been granted.
    pub protected_housing: bool,
    /// Aid for the burial has been granted.
    pub burial_aid: bool,
    /// Mass influx has been judged to be, as a national fact.
    pub mass_influx: bool,
    /// Not before the day of first reception; where that is not known it is not held against anybody.
    pub after_reception: bool,
    /// From this month after that of first reception on, counted from 1 for that month itself.
    pub from_month: Option<u8>,
    /// A specially appointed guardian who was the foster home.
    pub guardian_was_foster_home: bool,
    /// No parent is registered in Sweden.
    pub no_parent_registered: bool,
    /// Any of these was the housing at first reception.
    pub first_housing: Vec<Housing>,
    /// First received on this day or later.
    pub received_from: Option<NaiveDate>,
    /// First received on this day or earlier.
    pub received_until: Option<NaiveDate>,
}

impl Condition {
    /// Whether it asks for the day or the housing of first reception, and not only for days after it.
    #[must_use]
    pub fn hangs_on_reception(&self) -> bool {
        self.received_from.is_some()
            || self.received_until.is_some()
            || self.from_month.is_some()
            || self.settled.is_some()
            || !self.first_housing.is_empty()
    }

    /// Whether it asks for a measure of the city that costs something from its first day.
    #[must_use]
    pub fn names_measure(&self) -> bool {
        !self.care.is_empty()
            || !self.placement.is_empty()
            || !self.inhibition.is_empty()
            || self.support
            || self.protected_housing
            || self.guardian_was_foster_home
    }

    /// The open questions that whoever meets it hangs on, by name, whichever compensation asks for it, in a
    /// wording that holds until that day.
    #[must_use]
    pub fn leaves_open(&self, until: Option<NaiveDate>) -> Vec<&'static str> {
        let mut open = Vec::new();
        let reaches = |day: NaiveDate| until.is_none_or(|until| day <= until);
        let by_coverage = self.covered == Some(true) || self.covered_at_death;
        let after_coverage = self.covered == Some(false);
        let by_reception =
            (self.hangs_on_reception() || self.after_reception) && reaches(RECEPTION_ACT);
        if by_reception || after_coverage {
            open.push(ReceptionStraddling::QUESTION);
        }
        if by_coverage || after_coverage {
            open.push(CoverageLastDay::QUESTION);
        }
        if by_coverage || after_coverage || by_reception {
            open.push(RegistrationDay::QUESTION);
        }
        if by_coverage || by_reception {
            open.extend([PermitBeforeOctober::QUESTION, RegisteredProtection::QUESTION]);
        }
        if self.received_for_settlement.is_some() {
            open.push(BosAndMass::QUESTION);
        }
        match self.hiding {
            Some(Hiding::Excludes) => open.push(HidingFirstDay::QUESTION),
            Some(Hiding::Older) => open.push(HidingBeforeOctober::QUESTION),
            Some(Hiding::Care) => open.extend([HidingFirstDay::QUESTION, HidingCare::QUESTION]),
            None => {}
        }
        let child = self.unaccompanied == Some(Unaccompanied::Is);
        let stayed = !self.inhibition.is_empty();
        if stayed || self.not_inhibited && child {
            open.push(InhibitionEntry::QUESTION);
        }
        if stayed || child && (self.not_inhibited || self.covered == Some(true)) {
            open.push(InhibitionUnaccompanied::QUESTION);
        }
        let of_care = !self.care.is_empty() || !self.care_not.is_empty();
        if of_care && reaches(CareBasis::Lvu2.left_open().from) {
            open.push(CareLaw2027::QUESTION);
        }
        if self.study_grant.is_some() {
            open.push(StudyGrantSpan::QUESTION);
        }
        if self.school_resident {
            open.extend([HidingFirstDay::QUESTION, SchoolAfterRegistration::QUESTION]);
        }
        if self.school_resident && self.school_begun_below.is_some() {
            open.push(NationalAfter18::QUESTION);
        }
        if self.past_18_is_open {
            open.push(UpperSecondaryPast18::QUESTION);
        }
        open.into_iter().map(|question| question.name).collect()
    }
}
