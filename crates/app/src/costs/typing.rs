//! Costs as somebody types them.

use std::collections::BTreeSet;

use domain::cost::{Told, Unclaimable, split_evenly, split_fee, unclaimable};
use domain::entitlement::ITEMS;
use domain::entitlement::limits::LARGEST_AMOUNT;
use domain::law::Compensation;
use domain::person::{CostCentre, board_on};
use domain::{Ore, Period};
use serde_json::json;
use store::costs::{CostContent, CostRecord, CostShare, NewCost, NewShare};
use store::{Changed, Ending, PersonNo, Write};

use super::{NOTE_LENGTH, VOUCHER_LENGTH};
use crate::error::{AppError, RefusalCode};
use crate::typed::{amount_typed, day_typed, keep, name_typed, reason_typed, text_typed};
use crate::{Action, App, Result};

/// Somebody whom a cost is for.
#[derive(Clone, Debug)]
pub struct TypedShare {
    /// The register's own Person-id.
    pub person: String,
    /// The part of the cost; none for all of them: as much for each.
    pub amount: Option<Ore>,
}

/// A cost as somebody types it.
#[derive(Clone, Debug)]
pub struct TypedCost {
    /// The client's id; none: a new one.
    pub id: Option<String>,
    /// Whom it is for.
    pub shares: Vec<TypedShare>,
    /// The compensation's code.
    pub compensation: String,
    /// First day.
    pub from: String,
    /// Last day, inclusive.
    pub until: String,
    /// Without value added tax.
    pub amount: Ore,
    /// The persons' own fee.
    pub fee: Ore,
    /// One of [`ITEMS`]; empty where it does not matter.
    pub item: String,
    /// Number in the finance system; empty where none is known.
    pub voucher: String,
    /// Cost centre of the unit that bore it; empty: the board of the first person on its first day.
    pub unit: String,
    /// A note.
    pub note: String,
    /// Why it is not the one that is there and looks the same; empty where none does.
    pub not_the_same: String,
}

/// A cost whose fields are sound.
pub(super) struct Checked {
    pub(super) content: CostContent,
    pub(super) shares: Vec<NewShare>,
}

impl Checked {
    /// Whether a cost that is kept says the same.
    pub(super) fn is(&self, cost: &CostRecord, shares: &[CostShare]) -> bool {
        let kept = shares.iter().map(|share| (share.person, share.amount, share.fee));
        let given = self.shares.iter().map(|share| (share.person, share.amount, share.fee));
        self.content == cost.content && given.eq(kept)
    }

    pub(super) fn amount(&self) -> Ore {
        self.shares.iter().map(|share| share.amount).sum()
    }

    /// What an event of the chain says of it: neither whom it is for nor who bore it.
    pub(super) fn detail(&self) -> serde_json::Value {
        json!({
            "compensation": self.content.compensation, "period_from": self.content.period.from,
            "period_until": self.content.period.until, "amount_ore": self.amount(),
            "persons": self.shares.len(),
        })
    }

    /// The cost to be kept.
    pub(super) fn with(self, id: String, reason: String) -> NewCost {
        NewCost { id, content: self.content, place: None, shares: self.shares, reason }
    }
}

impl App {
    /// Enters a cost. The same once more changes nothing.
    ///
    /// # Errors
    /// Every fault of its fields at once; or a cost that looks the same is there, and it is not said
    /// why this is another.
    pub fn add_cost(&mut self, typed: &TypedCost) -> Result<CostRecord> {
        self.change(Action::AddCost, |write| {
            let checked = self.cost_checked(typed)?;
            let id = typed.id.clone().unwrap_or_else(crate::new_id);
            if let Some(kept) = write.cost(&id)? {
                let same = checked.is(&kept, &write.shares_of_costs(&[kept.cost_no])?);
                AppError::require_same(same, &id)?;
                return Ok(Ending::Nothing(kept));
            }
            let reason = self.why_another(write, &checked, &typed.not_the_same, None)?;
            let detail = checked.detail();
            write.add_cost(&checked.with(id.clone(), reason))?;
            Ok(Ending::Changed(Changed { value: self.cost(&id)?, object: id, detail }))
        })
    }

    /// Why a cost is none that is there and looks the same; empty where none does.
    ///
    /// # Errors
    /// When one does and nothing is said.
    pub(super) fn why_another(
        &self,
        write: &Write<'_>,
        checked: &Checked,
        why: &str,
        in_place_of: Option<&str>,
    ) -> Result<String> {
        let persons: Vec<PersonNo> = checked.shares.iter().map(|share| share.person).collect();
        let told = |amount| Told {
            voucher: &checked.content.voucher,
            period: checked.content.period,
            item: checked.content.item.as_deref(),
            compensation: &checked.content.compensation.0,
            amount,
        };
        let known = write.live_shares_of(&persons)?;
        let like = known.iter().find(|known| {
            let mut same_person = checked.shares.iter().filter(|new| new.person == known.person);
            in_place_of != Some(known.cost.as_str())
                && known.cost_centre == checked.content.cost_centre
                && same_person.any(|new| told(new.amount).is_like(&known.told()))
        });
        let Some(like) = like else { return Ok(String::new()) };
        if why.trim().is_empty() {
            return Err(AppError::refused(RefusalCode::CostThereIsOne)
                .with("cost", &like.cost)
                .with("from", like.period.from)
                .with("until", like.period.until)
                .with("amount_ore", like.amount.0)
                .in_field("voucher"));
        }
        let why = reason_typed(why).map_err(|fault| fault.in_field("not_the_same"))?;
        text_typed(why, NOTE_LENGTH).map_err(|fault| fault.in_field("not_the_same"))
    }

    /// Reads every field, all their faults at once.
    pub(super) fn cost_checked(&self, typed: &TypedCost) -> Result<Checked> {
        let mut faults = Vec::new();
        let law = self.law_in_force()?;
        let compensation = law.compensation(&typed.compensation);
        let compensation = keep(compensation, "compensation", &mut faults);
        let period = period_typed(&typed.from, &typed.until, &mut faults);
        if let (Some(compensation), Some(period)) = (compensation, period) {
            faults.extend(refused(compensation, period));
        }
        let shares = self.shares_typed(typed, &mut faults)?;
        let item = keep(item_typed(&typed.item), "item", &mut faults);
        let voucher =
            name_typed(&typed.voucher).and_then(|voucher| text_typed(voucher, VOUCHER_LENGTH));
        let voucher = keep(voucher, "voucher", &mut faults);
        let first = shares.as_ref().and_then(|shares| shares.first()).map(|share| share.person);
        let unit = keep(self.unit_of_cost(&typed.unit, first, period), "unit", &mut faults);
        let note = keep(text_typed(&typed.note, NOTE_LENGTH), "note", &mut faults);
        match (compensation, period, shares, item, voucher, unit.flatten(), note) {
            (
                Some(compensation),
                Some(period),
                Some(shares),
                Some(item),
                Some(voucher),
                Some(cost_centre),
                Some(note),
            ) if faults.is_empty() => {
                let compensation = compensation.code.clone();
                let content =
                    CostContent { compensation, period, item, voucher, cost_centre, note };
                Ok(Checked { content, shares })
            }
            _ => Err(AppError::one_or_several(faults)),
        }
    }

    /// Everybody's share of the amount and the fee.
    fn shares_typed(
        &self,
        typed: &TypedCost,
        faults: &mut Vec<AppError>,
    ) -> Result<Option<Vec<NewShare>>> {
        let before = faults.len();
        let mut persons = Vec::new();
        let mut seen = BTreeSet::new();
        for (place, share) in typed.shares.iter().enumerate() {
            let place = format!("persons[{place}]");
            let Some(person) = keep(self.person_no(share.person.trim()), &place, faults) else {
                continue;
            };
            if !seen.insert(person) {
                let twice = AppError::refused(RefusalCode::CostPersonTwice);
                faults.push(twice.with("person", share.person.trim()).in_field(&place));
            }
            persons.push(person);
        }
        if typed.shares.is_empty() {
            let nobody = AppError::refused(RefusalCode::CostNeedsPerson);
            faults.push(nobody.in_field("persons"));
        }
        // An öre for each at least: nothing is asked for by a share of nothing.
        let least = Ore(i64::try_from(typed.shares.len().max(1)).unwrap_or(i64::MAX));
        keep(amount_typed(typed.amount, least..=LARGEST_AMOUNT), "amount_ore", faults);
        keep(amount_typed(typed.fee, Ore::ZERO..=LARGEST_AMOUNT), "fee_ore", faults);
        if typed.fee > typed.amount {
            faults.push(AppError::refused(RefusalCode::CostFeeTooLarge).in_field("fee_ore"));
        }
        let amounts = if typed.shares.iter().all(|share| share.amount.is_none()) {
            split_evenly(typed.amount, typed.shares.len())
        } else {
            amounts_typed(typed, faults)
        };
        if faults.len() > before {
            return Ok(None);
        }
        let fees = split_fee(typed.fee, &amounts);
        let parts = persons.into_iter().zip(amounts).zip(fees);
        Ok(Some(parts.map(|((person, amount), fee)| NewShare { person, amount, fee }).collect()))
    }

    /// The unit that was typed, or the board of the person on the first day. None where that hangs on
    /// what is wrong already.
    fn unit_of_cost(
        &self,
        unit: &str,
        person: Option<PersonNo>,
        period: Option<Period>,
    ) -> Result<Option<CostCentre>> {
        if !unit.trim().is_empty() {
            return self.unit_typed(unit).map(Some);
        }
        let Some((person, period)) = person.zip(period) else { return Ok(None) };
        let boards = self.read().person(person)?.boards();
        match board_on(&boards, period.from) {
            Some(centre) => Ok(Some(centre.clone())),
            None => Err(AppError::refused(RefusalCode::NoSuchBoard).with("cost_centre", "")),
        }
    }
}

/// Shares as they were given, which sum to the cost.
fn amounts_typed(typed: &TypedCost, faults: &mut Vec<AppError>) -> Vec<Ore> {
    let amounts: Vec<Ore> =
        typed.shares.iter().map(|share| share.amount.unwrap_or(Ore::ZERO)).collect();
    for (place, amount) in amounts.iter().enumerate() {
        let place = format!("persons[{place}].amount_ore");
        keep(amount_typed(*amount, Ore(1)..=LARGEST_AMOUNT), &place, faults);
    }
    let sum: i128 = amounts.iter().map(|amount| i128::from(amount.0)).sum();
    if sum != i128::from(typed.amount.0) {
        let other = AppError::refused(RefusalCode::CostSharesSum).with("sum_ore", sum);
        faults.push(other.with("amount_ore", typed.amount.0).in_field("amount_ore"));
    }
    amounts
}

/// Why a cost cannot be asked for by the compensation, as it is told.
fn refused(compensation: &Compensation, period: Period) -> Option<AppError> {
    Some(match unclaimable(compensation, period)? {
        Unclaimable::NotOnApplication => AppError::refused(RefusalCode::CostNotOnApplication)
            .with("compensation", &compensation.code.0)
            .in_field("compensation"),
        Unclaimable::OutsideRule { limit } => AppError::refused(RefusalCode::PeriodOutsideRule)
            .with("day", limit.map(|day| day.to_string()).unwrap_or_default())
            .in_field("from"),
        Unclaimable::TwoRules { from } => {
            AppError::refused(RefusalCode::CostTwoRules).with("day", from).in_field("until")
        }
    })
}

fn period_typed(from: &str, until: &str, faults: &mut Vec<AppError>) -> Option<Period> {
    let from = keep(day_typed(from), "from", faults);
    let until = keep(day_typed(until), "until", faults);
    let (from, until) = from.zip(until)?;
    let period = Period::new(from, until);
    if period.is_none() {
        let reversed = AppError::refused(RefusalCode::FactEndsBeforeItBegins);
        faults.push(reversed.in_field("until"));
    }
    period
}

fn item_typed(item: &str) -> Result<Option<String>> {
    match item.trim() {
        "" => Ok(None),
        item if ITEMS.contains(&item) => Ok(Some(item.to_owned())),
        item => Err(AppError::refused(RefusalCode::FactChoice)
            .with("text", item)
            .with("words", ITEMS.join(", "))),
    }
}
