//! The municipality's own amounts: next year's before an update of the program brings it, or one
//! that no source has given.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use domain::codes::CompensationCode;
use domain::law::{Catalogue, Compensation, Rate};
use serde::{Deserialize, Serialize};

use crate::fault::{OwnFault, Reason};
use crate::intervals::{between, share_a_day};
use crate::value::{amount, has_source, in_order, rate_id, within_calendar};

/// An amount that the municipality enters, from a first day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnRate {
    /// The compensation or reference amount.
    pub code: CompensationCode,
    /// The case, by name.
    pub case: String,
    /// First day.
    pub valid_from: NaiveDate,
    /// Last day, inclusive; none: until further notice.
    pub valid_until: Option<NaiveDate>,
    /// The value as written, in the compensation's unit.
    pub value: String,
    /// Where it was read.
    pub source: String,
    /// The day on which it was held against the source.
    pub checked_on: NaiveDate,
    /// What to know about it.
    pub note: Option<String>,
}

/// What additions change in one case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseChange {
    /// The compensation.
    pub code: CompensationCode,
    /// The case.
    pub case: String,
    /// Intervals that are no more, or not as they were.
    pub before: Vec<Arc<Rate>>,
    /// Intervals that are new, or are otherwise now.
    pub after: Vec<Arc<Rate>>,
}

/// The catalogue with the municipality's own amounts.
///
/// An addition closes the value until further notice that holds on its first day, or takes its
/// place where both begin on the same day; what comes after its own last day is not known then. It
/// fills a hole, or a part of one. It never changes a value that has a last day.
///
/// # Errors
/// Every fault of every addition.
pub fn with_own(shipped: Catalogue, additions: &[OwnRate]) -> Result<Catalogue, Vec<OwnFault>> {
    let mut changed: BTreeMap<CompensationCode, Compensation> = BTreeMap::new();
    let mut faults = Vec::new();
    let mut places: Vec<(usize, &OwnRate)> = additions.iter().enumerate().collect();
    places.sort_by_key(|(_, own)| own.valid_from);
    for (place, own) in &places {
        let fault = |reason| OwnFault { place: *place, code: own.code.clone(), reason };
        let Some(found) = shipped.get(&own.code) else {
            let compensation = own.code.clone();
            faults.push(fault(Reason::UnknownCode { field: "code", compensation }));
            continue;
        };
        if let Some(reason) = not_worded(found, own) {
            faults.push(fault(reason));
            continue;
        }
        match rate(own) {
            Ok(rate) => {
                let found =
                    changed.entry(own.code.clone()).or_insert_with(|| Compensation::clone(found));
                faults.extend(put(found, &own.case, rate).err().map(fault));
            }
            Err(reasons) => faults.extend(reasons.into_iter().map(fault)),
        }
    }
    if faults.is_empty() {
        // Gaps are looked for last: a later addition may begin where an earlier one ends.
        faults.extend(gaps(&changed, &places));
    }
    if !faults.is_empty() {
        faults.sort_by_key(|fault| fault.place);
        return Err(faults);
    }
    let kept = |one: &Arc<Compensation>| match changed.get(&one.code) {
        Some(one) => one.clone(),
        None => Compensation::clone(one),
    };
    Ok(Catalogue::of(shipped.iter().map(kept)))
}

/// What the additions change, case by case.
///
/// # Errors
/// Every fault of every addition.
pub fn preview(
    shipped: &Catalogue,
    additions: &[OwnRate],
) -> Result<Vec<CaseChange>, Vec<OwnFault>> {
    Ok(changes(shipped, &with_own(shipped.clone(), additions)?))
}

/// What differs between two catalogues of the same compensations, case by case.
#[must_use]
pub fn changes(before: &Catalogue, after: &Catalogue) -> Vec<CaseChange> {
    let mut changes = Vec::new();
    for (before, after) in before.iter().zip(after.iter()) {
        for (old, new) in before.cases.iter().zip(&after.cases) {
            let change = CaseChange {
                code: before.code.clone(),
                case: old.name.clone(),
                before: not_in(&old.rates, &new.rates),
                after: not_in(&new.rates, &old.rates),
            };
            if !change.before.is_empty() || !change.after.is_empty() {
                changes.push(change);
            }
        }
    }
    changes
}

fn not_in(rates: &[Arc<Rate>], others: &[Arc<Rate>]) -> Vec<Arc<Rate>> {
    rates.iter().filter(|rate| !others.contains(rate)).cloned().collect()
}

/// Why no wording would ever use an addition: the one that it begins in had ended when it was checked, and
/// what held then is claimed by that wording for ever, or the provision has been repealed.
fn not_worded(found: &Compensation, own: &OwnRate) -> Option<Reason> {
    let last = found
        .wordings
        .iter()
        .map(|wording| wording.until)
        .max_by_key(|until| until.unwrap_or(NaiveDate::MAX))?;
    let repealed = |until: NaiveDate| Reason::Repealed { until };
    match found.wording_on(own.valid_from) {
        None => last.filter(|last| *last < own.valid_from).map(repealed),
        Some(wording) => {
            let until = wording.until.filter(|until| *until < own.checked_on)?;
            Some(if last == Some(until) { repealed(until) } else { Reason::PastWording { until } })
        }
    }
}

/// The addition as a rate, by the rules of the files.
fn rate(own: &OwnRate) -> Result<Rate, Vec<Reason>> {
    let value = amount(&own.value);
    let mut reasons = Vec::new();
    for (field, day) in [
        ("valid_from", Some(own.valid_from)),
        ("valid_until", own.valid_until),
        ("checked_on", Some(own.checked_on)),
    ] {
        reasons.extend(day.and_then(|day| within_calendar(field, day).err()));
    }
    reasons.extend(in_order(own.valid_from, own.valid_until).err());
    reasons.extend(has_source(&own.source, false).err());
    let value = match value {
        Ok(value) if reasons.is_empty() => value,
        value => {
            reasons.extend(value.err());
            return Err(reasons);
        }
    };
    Ok(Rate {
        id: rate_id(&own.code.0, &own.case, own.valid_from),
        valid_from: own.valid_from,
        valid_until: own.valid_until,
        value: Some(value),
        amended_by: Vec::new(),
        source: own.source.clone(),
        verified: true,
        checked_on: own.checked_on,
        note: own.note.clone(),
        own: true,
    })
}

/// Puts a rate into its case, whose intervals make room for it.
fn put(found: &mut Compensation, case: &str, new: Rate) -> Result<(), Reason> {
    let (code, cases) = (&found.code, &mut found.cases);
    let unknown = || Reason::UnknownCase { case: case.to_owned() };
    let case = cases.iter_mut().find(|one| one.name == case).ok_or_else(unknown)?;
    let mut rates = Vec::new();
    for old in &case.rates {
        if share_a_day(old, &new) {
            rates.extend(what_stays(code, &case.name, old, &new)?.into_iter().map(Arc::new));
        } else {
            rates.push(Arc::clone(old));
        }
    }
    rates.push(Arc::new(new));
    rates.sort_by_key(|rate| rate.valid_from);
    case.rates = rates;
    Ok(())
}

/// What stays of an interval that shares days with a new one.
fn what_stays(
    code: &CompensationCode,
    case: &str,
    old: &Rate,
    new: &Rate,
) -> Result<Vec<Rate>, Reason> {
    let hole = old.value.is_none();
    let open = old.valid_until.is_none() && old.valid_from <= new.valid_from;
    let twice = old.own && old.valid_from == new.valid_from;
    if (!hole && !open) || twice {
        let from = old.valid_from.max(new.valid_from);
        return Err(Reason::Overlap { case: case.to_owned(), from });
    }
    let mut stays = Vec::new();
    if old.valid_from < new.valid_from {
        stays.push(Rate { valid_until: new.valid_from.pred_opt(), ..old.clone() });
    }
    let after = new.valid_until.filter(|_| hole).and_then(|until| until.succ_opt());
    if let Some(from) = after.filter(|from| old.valid_until.is_none_or(|until| *from <= until)) {
        let id = rate_id(&code.0, case, from);
        stays.push(Rate { id, valid_from: from, ..old.clone() });
    }
    Ok(stays)
}

/// Gaps beside the additions, each told at the addition that leaves it.
fn gaps(
    changed: &BTreeMap<CompensationCode, Compensation>,
    places: &[(usize, &OwnRate)],
) -> Vec<OwnFault> {
    let mut faults = Vec::new();
    for found in changed.values() {
        for case in &found.cases {
            for pair in case.rates.windows(2) {
                let [first, second] = pair else { continue };
                let Some(reason) = between(&case.name, first, second) else { continue };
                let leaves = if second.own { second } else { first };
                let is_it = |own: &&(usize, &OwnRate)| {
                    let own = own.1;
                    own.code == found.code
                        && own.case == case.name
                        && own.valid_from == leaves.valid_from
                };
                let place = places.iter().find(is_it).map_or(0, |(place, _)| *place);
                faults.push(OwnFault { place, code: found.code.clone(), reason });
            }
        }
    }
    faults
}
