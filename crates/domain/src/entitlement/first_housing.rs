//! Under which law the municipality must house somebody at first reception (förordning 2010:1122, 16 and
//! 17 §§).

use super::coverage::ground_of;
use super::picture::Picture;
use super::reception::Reception;
use crate::Period;
use crate::facts::{AssignmentLaw, FactContent, FactKind, Ground, Housing};
use crate::law::HousingDuty;

/// What the register says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FirstHousing {
    /// Decisions and rights say it.
    Known(HousingDuty),
    /// Only the form of housing does: an assigned dwelling without its decision.
    Guessed(HousingDuty),
    /// Nothing does.
    Unknown,
}

impl FirstHousing {
    /// The law that counts; none where nothing says it.
    pub(super) fn settled(self) -> Option<HousingDuty> {
        match self {
            FirstHousing::Known(settled) | FirstHousing::Guessed(settled) => Some(settled),
            FirstHousing::Unknown => None,
        }
    }
}

impl Picture<'_> {
    /// Under which law the municipality must house the person at first reception.
    pub(super) fn first_housing(&self) -> FirstHousing {
        let Ok(reception) = &self.reception else { return FirstHousing::Unknown };
        let by_right = || {
            self.on(FactKind::HousingRight, reception.on)
                .map(|_| FirstHousing::Known(HousingDuty::Act2026))
        };
        self.by_assignment(reception)
            .or_else(by_right)
            .or_else(|| self.by_being_alone(reception))
            .or_else(|| self.by_protection(reception))
            .unwrap_or_else(|| self.by_housing(reception))
    }

    /// By the last assignment for settlement that had been decided by then.
    fn by_assignment(&self, reception: &Reception<'_>) -> Option<FirstHousing> {
        if self.cannot_be_settled(reception) {
            return None;
        }
        let mut laws = self.of_kind(FactKind::Assignment).iter().filter_map(|fact| {
            let FactContent::Assignment(assignment) = &fact.content else { return None };
            let decided = Picture::assignment_decided(fact);
            let counts =
                assignment.declined.is_none() && decided.is_none_or(|day| day <= reception.on);
            match self.assignment_law(fact).filter(|_| counts)? {
                // Only taken in as a member of a household (förordning 2016:39, 9 §).
                AssignmentLaw::Settlement2016 if assignment.household_only == Some(true) => {
                    Some(HousingDuty::Neither)
                }
                AssignmentLaw::Settlement2016 => Some(HousingDuty::Act2016),
                AssignmentLaw::Settlement2026 => Some(HousingDuty::Act2026),
                _ => None,
            }
        });
        laws.next_back().map(FirstHousing::Known)
    }

    /// A child who came alone and is not resettled cannot be assigned for settlement (2016:38, 4 §; 2026:1326,
    /// 6 §), wherever it lives.
    fn by_being_alone(&self, reception: &Reception<'_>) -> Option<FirstHousing> {
        self.cannot_be_settled(reception).then_some(FirstHousing::Known(HousingDuty::Neither))
    }

    fn cannot_be_settled(&self, reception: &Reception<'_>) -> bool {
        let day = Period { from: reception.on, until: reception.on };
        !self.unaccompanied_child(day).is_empty()
            && self.ground_of_reception(reception) != Some(Ground::Quota)
    }

    /// Temporary protection, in housing after an assignment for it: from 2027 the municipality must house
    /// whoever leaves mottagandelagen from there by registration (2026:1326, 11 § second paragraph and p. 6);
    /// before that, such housing was none after an assignment for settlement.
    fn by_protection(&self, reception: &Reception<'_>) -> Option<FirstHousing> {
        if self.ground_of_reception(reception) != Some(Ground::TemporaryProtection) {
            return None;
        }
        let assigned = self.of_kind(FactKind::Assignment).iter().any(|fact| {
            let decided = Picture::assignment_decided(fact);
            self.assignment_law(fact) == Some(AssignmentLaw::Protection)
                && decided.is_none_or(|day| day <= reception.on)
        });
        let form = self.form(reception).filter(|_| assigned)?;
        let there = matches!(form, Housing::Municipal | Housing::Assigned);
        let by_new_act = after_older_act(reception) && there;
        Some(FirstHousing::Known(if by_new_act {
            HousingDuty::Act2026
        } else {
            HousingDuty::Neither
        }))
    }

    /// An assigned dwelling without its decision: by the law of settlement of that day.
    fn by_housing(&self, reception: &Reception<'_>) -> FirstHousing {
        match self.form(reception) {
            Some(Housing::Assigned) if after_older_act(reception) => {
                FirstHousing::Guessed(HousingDuty::Act2026)
            }
            Some(Housing::Assigned) => FirstHousing::Guessed(HousingDuty::Act2016),
            Some(Housing::Own | Housing::Municipal) => FirstHousing::Known(HousingDuty::Neither),
            Some(Housing::Agency) | None => FirstHousing::Unknown,
        }
    }

    /// The form of housing at reception, as it was entered with it or else by itself.
    fn form(&self, reception: &Reception<'_>) -> Option<Housing> {
        reception.housing.or_else(|| self.housing(reception.on))
    }

    fn ground_of_reception(&self, reception: &Reception<'_>) -> Option<Ground> {
        self.on(FactKind::LegalGround, reception.on).and_then(ground_of)
    }
}

/// Whether lag (2016:38) had been replaced by then.
fn after_older_act(reception: &Reception<'_>) -> bool {
    let (_, last) = AssignmentLaw::Settlement2016.in_force();
    last.is_some_and(|last| last < reception.on)
}
