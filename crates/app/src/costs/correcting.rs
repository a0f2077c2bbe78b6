//! Costs that were not what they were entered as: another takes their place, or nothing does.

use std::collections::BTreeMap;

use domain::Ore;
use domain::claim::ClaimState;
use domain::cost::split_evenly;
use store::costs::{CostRecord, CostShare, NewCost};
use store::{Changed, Ending, PersonNo, Write};

use super::NOTE_LENGTH;
use super::typing::{TypedCost, TypedShare};
use crate::error::{AppError, RefusalCode};
use crate::typed::{reason_typed, text_typed};
use crate::{Action, App, Result};

/// What a cost is to be instead; what is none stays.
#[derive(Clone, Debug, Default)]
pub struct CostChanges {
    /// Whom it is for.
    pub shares: Option<Vec<TypedShare>>,
    /// The compensation's code.
    pub compensation: Option<String>,
    /// First day.
    pub from: Option<String>,
    /// Last day, inclusive.
    pub until: Option<String>,
    /// Without value added tax.
    pub amount: Option<Ore>,
    /// The persons' own fee.
    pub fee: Option<Ore>,
    /// What it was for.
    pub item: Option<String>,
    /// Number in the finance system.
    pub voucher: Option<String>,
    /// Cost centre of the unit that bore it.
    pub unit: Option<String>,
    /// A note.
    pub note: Option<String>,
    /// Why it is not the one that is there and looks the same.
    pub not_the_same: String,
}

/// That a cost is corrected or taken back.
#[derive(Clone, Debug)]
pub struct Correction {
    /// The client's id of the cost that takes its place; none: a new one.
    pub id: Option<String>,
    /// The id of the cost.
    pub cost: String,
    /// Why.
    pub reason: String,
}

impl App {
    /// Puts another cost in the place of one, which stays as it was written. The same once more changes
    /// nothing.
    ///
    /// # Errors
    /// Every fault of the fields at once; or the cost does not stand, or a claim that asks for it has
    /// been approved or submitted.
    pub fn correct_cost(
        &mut self,
        correction: &Correction,
        changes: &CostChanges,
    ) -> Result<CostRecord> {
        self.change(Action::CorrectCost, |write| {
            let old = self.cost(&correction.cost)?;
            let shares = write.shares_of_costs(&[old.cost_no])?;
            let typed = self.changed_cost(&old, &shares, changes)?;
            let id = correction.id.clone().unwrap_or_else(crate::new_id);
            if let Some(kept) = write.cost(&id)? {
                let checked = self.cost_checked(&typed)?;
                let same = kept.corrects == Some(old.cost_no)
                    && checked.is(&kept, &write.shares_of_costs(&[kept.cost_no])?);
                AppError::require_same(same, &id)?;
                return Ok(Ending::Nothing(kept));
            }
            require_correctable(write, &old, &shares)?;
            let mut faults = Vec::new();
            let reason = reason_of(&correction.reason).map_err(|fault| faults.push(fault)).ok();
            let checked = self.cost_checked(&typed).map_err(|fault| faults.push(fault)).ok();
            let (Some(reason), Some(checked)) = (reason, checked) else {
                return Err(AppError::one_or_several(faults));
            };
            if checked.is(&old, &shares) {
                return Ok(Ending::Nothing(old));
            }
            self.why_another(write, &checked, &changes.not_the_same, Some(&old.id))?;
            let mut detail = checked.detail();
            detail["corrects"] = old.id.clone().into();
            write.correct_cost(old.cost_no, &checked.with(id.clone(), reason))?;
            Ok(Ending::Changed(Changed { value: self.cost(&id)?, object: id, detail }))
        })
    }

    /// Takes a cost back that was none; it stays as it was written. The same once more changes nothing.
    ///
    /// # Errors
    /// When the cost does not stand, or a claim that asks for it has been approved or submitted.
    pub fn withdraw_cost(&mut self, correction: &Correction) -> Result<CostRecord> {
        self.change(Action::WithdrawCost, |write| {
            let old = self.cost(&correction.cost)?;
            let after = write.cost_after(old.cost_no)?;
            if old.withdrawn || after.is_some_and(|after| after.withdrawn) {
                return Ok(Ending::Nothing(old));
            }
            require_correctable(write, &old, &write.shares_of_costs(&[old.cost_no])?)?;
            let reason = reason_of(&correction.reason)?;
            let id = correction.id.clone().unwrap_or_else(crate::new_id);
            AppError::require_same(write.cost(&id)?.is_none(), &id)?;
            let content = old.content.clone();
            let nothing = NewCost { id, content, place: None, shares: Vec::new(), reason };
            write.correct_cost(old.cost_no, &nothing)?;
            let detail = serde_json::json!({ "amount_ore": old.amount });
            Ok(Ending::Changed(Changed { object: old.id.clone(), value: old, detail }))
        })
    }

    /// A cost as it would be typed with the changes.
    fn changed_cost(
        &self,
        old: &CostRecord,
        shares: &[CostShare],
        changes: &CostChanges,
    ) -> Result<TypedCost> {
        let content = &old.content;
        let or = |change: &Option<String>, before: &str| {
            change.clone().unwrap_or_else(|| before.to_owned())
        };
        let shares = match &changes.shares {
            Some(shares) => shares.clone(),
            None => self.shares_as_typed(shares, changes.amount.is_some())?,
        };
        Ok(TypedCost {
            id: None,
            shares,
            compensation: or(&changes.compensation, &content.compensation.0),
            from: or(&changes.from, &content.period.from.to_string()),
            until: or(&changes.until, &content.period.until.to_string()),
            amount: changes.amount.unwrap_or(old.amount),
            fee: changes.fee.unwrap_or(old.fee),
            item: or(&changes.item, content.item.as_deref().unwrap_or_default()),
            voucher: or(&changes.voucher, &content.voucher),
            unit: or(&changes.unit, &content.cost_centre.0),
            note: or(&changes.note, &content.note),
            not_the_same: String::new(),
        })
    }

    /// Shares as they were; of another amount each has as much as the others, where each had that
    /// before. Persons that turned out to be one have one share.
    fn shares_as_typed(&self, shares: &[CostShare], other_amount: bool) -> Result<Vec<TypedShare>> {
        let mut parts: BTreeMap<PersonNo, Ore> = BTreeMap::new();
        for share in shares {
            *parts.entry(share.person).or_insert(Ore::ZERO) += share.amount;
        }
        let whole: Ore = parts.values().copied().sum();
        let mut order: Vec<PersonNo> = shares.iter().map(|share| share.person).collect();
        let mut seen = std::collections::BTreeSet::new();
        order.retain(|person| seen.insert(*person));
        let amounts: Vec<Ore> =
            order.iter().filter_map(|person| parts.get(person).copied()).collect();
        let anew = other_amount && amounts == split_evenly(whole, amounts.len());
        let read = self.read();
        let each = order.iter().zip(amounts).map(|(person, amount)| {
            let person = read.person_id(*person)?.0;
            Ok(TypedShare { person, amount: (!anew).then_some(amount) })
        });
        each.collect()
    }
}

/// A reason that says something, of a length that can be kept.
fn reason_of(text: &str) -> Result<String> {
    text_typed(reason_typed(text)?, NOTE_LENGTH).map_err(|fault| fault.in_field("reason"))
}

/// Refuses a cost that does not stand, or that has left the house.
fn require_correctable(write: &Write<'_>, cost: &CostRecord, shares: &[CostShare]) -> Result<()> {
    let refused = |code| AppError::refused(code).in_field("cost");
    if cost.withdrawn {
        return Err(refused(RefusalCode::CostWithdrawn));
    }
    if let Some(after) = write.cost_after(cost.cost_no)? {
        return Err(match after.withdrawn {
            true => refused(RefusalCode::CostWithdrawn),
            false => refused(RefusalCode::CostCorrected).with("cost", after.id),
        });
    }
    let claims = shares.iter().filter_map(|share| share.claim.as_ref());
    let mut kept =
        claims.filter(|claim| matches!(claim.state, ClaimState::Approved | ClaimState::Submitted));
    match kept.next() {
        Some(claim) => Err(refused(RefusalCode::CostClaimed).with("claim", &claim.id)),
        None => Ok(()),
    }
}
