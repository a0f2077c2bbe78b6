//! Rows of the intake follow the claims that ask for what they are about.

use domain::claim::ClaimState;
use domain::intake::IntakeState;
use domain::person::CostCentre;
use domain::{Period, candidate::overlap};
use store::Write;
use store::claims::{ClaimRecord, UnitClaimed};
use store::intake::{IntakeFilter, IntakeMark, IntakeRecord};

use crate::{App, Result};

impl App {
    /// Moves the rows of a claim's compensation, days and units to where claims have come with them: in a
    /// claim, submitted, or back to what was said before. What a unit has nothing to claim of stays.
    pub(crate) fn follow_claim(&self, write: &Write<'_>, claim: &ClaimRecord) -> Result<()> {
        let units = write.units_of_claim(claim.claim_no)?;
        if units.is_empty() {
            return Ok(());
        }
        let filter = IntakeFilter {
            compensation: Some(claim.compensation.clone()),
            ..IntakeFilter::default()
        };
        let of_claim = |row: &IntakeRecord| {
            units.contains(&row.day.typed.cost_centre)
                && overlap(row.day.typed.period.days(), claim.period)
        };
        let rows: Vec<IntakeRecord> = write.intake(&filter)?.into_iter().filter(of_claim).collect();
        if rows.is_empty() {
            return Ok(());
        }
        let claimed = write.claimed_by_units(&claim.compensation)?;
        for row in rows {
            let typed = &row.day.typed;
            let standing = standing(&claimed, &typed.cost_centre, typed.period.days());
            let mark = match standing {
                Some(state) => IntakeMark { state, ..IntakeMark::default() },
                None if row.mark.state.is_claimed() => {
                    write.intake_mark_before_claims(&typed.id)?
                }
                None => continue,
            };
            if mark.state != row.mark.state && row.mark.state.may_become(mark.state) {
                write.mark_intake(&crate::new_id(), &typed.id, &mark)?;
            }
        }
        Ok(())
    }
}

/// How far claims have come with what a unit is asked for; none: none asks for any of it. What is still in
/// the house goes before what has left it.
fn standing(claimed: &[UnitClaimed], unit: &CostCentre, days: Period) -> Option<IntakeState> {
    let about = claimed.iter().filter(|one| one.cost_centre == *unit && one.asks_for(days));
    about
        .map(|one| match one.state {
            ClaimState::Submitted => IntakeState::Submitted,
            _ => IntakeState::InClaim,
        })
        .min()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_still_in_the_house_goes_before_what_has_left_it() {
        let period = |text: &str| text.parse::<domain::deadline::ClaimedDays>().unwrap().days();
        let line = |state, days: &str| UnitClaimed {
            cost_centre: CostCentre("7110".to_owned()),
            state,
            claim_period: period("2026Q3"),
            line_period: period(days),
        };
        let unit = CostCentre("7110".to_owned());
        // Four weeks that begin in the quarter and end after it are of that quarter alone.
        let weeks = "2026-09-14/2026-10-11";
        let sent = [line(ClaimState::Submitted, weeks)];
        assert_eq!(standing(&sent, &unit, period("2026Q3")), Some(IntakeState::Submitted));
        assert_eq!(standing(&sent, &unit, period("2026Q4")), None);
        assert_eq!(standing(&sent, &CostCentre("7120".to_owned()), period("2026Q3")), None);
        let both = [line(ClaimState::Submitted, weeks), line(ClaimState::Draft, "2026Q3")];
        assert_eq!(standing(&both, &unit, period("2026Q3")), Some(IntakeState::InClaim));
    }
}
