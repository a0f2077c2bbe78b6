//! What must hold within a compensation, and between compensations.

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::NaiveDate;
use domain::codes::CompensationCode;
use domain::law::{AgeBound, Case, Compensation, Condition, Counting, Instead};

use crate::fault::{CatalogueFault, Reason};
use crate::reading::{FileRead, Reading, condition_day};
use crate::value::in_order;

/// The compensation that holds the upper age limits.
const AGE_LIMIT: &str = "REF-ALDERSGRANS";
/// The compensation that holds the price base amounts.
const PRICE_BASE: &str = "REF-PBB";
/// Ages that the upper age limit may take: none has been or will be outside them.
const LIMITS: Range<u8> = 60..90;

/// Codes stand in one file each, and those that are named exist.
pub(crate) fn across_files(reads: &[FileRead]) -> Vec<CatalogueFault> {
    let mut faults = Vec::new();
    let mut known: BTreeMap<&CompensationCode, &str> = BTreeMap::new();
    for read in reads {
        let other = *known.entry(&read.code).or_insert(&read.file);
        if other != read.file {
            let reason =
                Reason::DuplicateCode { compensation: read.code.clone(), other: other.to_owned() };
            faults.push(CatalogueFault { file: read.file.clone(), line: read.code_line, reason });
        }
    }
    for read in reads {
        let unknown = read.references.iter().filter(|named| !known.contains_key(&named.code));
        faults.extend(unknown.map(|named| {
            let reason =
                Reason::UnknownCode { field: named.field, compensation: named.code.clone() };
            CatalogueFault { file: read.file.clone(), line: named.line, reason }
        }));
    }
    faults
}

/// What a compensation as a whole needs.
pub(crate) fn whole(
    reading: &mut Reading<'_>,
    found: &Compensation,
    code: Range<usize>,
    counting: Range<usize>,
) {
    for (field, named) in named(&found.counting) {
        reading.reference(field, named, counting.clone());
    }
    if needs_values(&found.counting) && found.cases.is_empty() {
        reading.fault(counting.clone(), Reason::NoCases);
    }
    if matches!(found.counting, Counting::PercentOfPriceBase { .. }) {
        reading.reference("price base amount", &CompensationCode(PRICE_BASE.to_owned()), counting);
    }
    let hangs = |case: &Case| {
        [case.limits.age_from, case.limits.age_below].contains(&Some(AgeBound::Limit))
    };
    if found.cases.iter().any(hangs)
        || found.wordings.iter().flat_map(|one| &one.entitled).any(|one| one.below_age_limit)
    {
        reading.reference("age limit", &CompensationCode(AGE_LIMIT.to_owned()), code);
    }
}

/// The codes that a way of counting names.
fn named(counting: &Counting) -> Vec<(&'static str, &CompensationCode)> {
    match counting {
        Counting::ActualCost { above, beside, .. } => {
            let above = above.iter().map(|code| ("above", code));
            above.chain(beside.iter().map(|code| ("beside", code))).collect()
        }
        Counting::Capped { caps, .. } => caps.iter().map(|code| ("caps", code)).collect(),
        Counting::Once { after, .. } => after.iter().map(|code| ("after", code)).collect(),
        _ => Vec::new(),
    }
}

/// Whether amounts are counted from values of the compensation itself.
fn needs_values(counting: &Counting) -> bool {
    match counting {
        Counting::ActualCost { .. } | Counting::VacantDays {} | Counting::None { .. } => false,
        Counting::Capped { caps, .. } => caps.is_none(),
        Counting::Instalments {}
        | Counting::PercentOfPriceBase { .. }
        | Counting::Days { .. }
        | Counting::FourWeekPeriods {}
        | Counting::PercentMinusFee {}
        | Counting::Threshold { .. }
        | Counting::Once { .. }
        | Counting::Yearly {}
        | Counting::Forecast {}
        | Counting::Allocation {}
        | Counting::Places {}
        | Counting::PlaceDays {} => true,
    }
}

/// The days and the code of another compensation that holds values.
pub(crate) fn instead(reading: &mut Reading<'_>, found: &Instead, span: Range<usize>) {
    reading.reference("instead", &found.code, span.clone());
    for (field, day) in [
        ("instead.valid_from", found.valid_from),
        ("instead.valid_until", found.valid_until),
        ("instead.received_until", found.received_until),
    ] {
        condition_day(reading, field, Some(day), span.clone());
    }
    reading.noted(span, in_order(found.valid_from, Some(found.valid_until)));
}

/// The days of a condition.
pub(crate) fn condition(reading: &mut Reading<'_>, found: &Condition, span: Range<usize>) {
    for (field, day) in [
        ("entitled.received_from", found.received_from),
        ("entitled.received_until", found.received_until),
    ] {
        condition_day(reading, field, day, span.clone());
    }
    if let Some(from) = found.received_from {
        reading.noted(span, in_order(from, found.received_until));
    }
}

/// A case beside those before it.
pub(crate) fn beside(reading: &mut Reading<'_>, before: &[Case], case: &Case, span: Range<usize>) {
    if !LIMITS.clone().all(|limit| ages(case, limit).is_some()) {
        reading.fault(span, Reason::NoAge { case: case.name.clone() });
        return;
    }
    if before.iter().any(|other| other.name == case.name) {
        reading.fault(span, Reason::DuplicateCase { case: case.name.clone() });
    } else if let Some(other) = before.iter().find(|other| both_apply(other, case)) {
        let (case, other) = (case.name.clone(), other.name.clone());
        reading.fault(span, Reason::CasesOverlap { case, other });
    }
}

/// Whether two cases apply to the same age, item, reception and law, whatever the upper age limit.
fn both_apply(one: &Case, other: &Case) -> bool {
    // Whoever asks for an item gets its cases, or else those without one.
    let items = one.limits.item == other.limits.item;
    let (from, until) = (NaiveDate::MIN, NaiveDate::MAX);
    let received = one.limits.received_from.unwrap_or(from)
        <= other.limits.received_until.unwrap_or(until)
        && other.limits.received_from.unwrap_or(from) <= one.limits.received_until.unwrap_or(until);
    let (of_one, of_other) = (&one.limits.settled, &other.limits.settled);
    let laws =
        of_one.is_empty() || of_other.is_empty() || of_one.iter().any(|law| of_other.contains(law));
    let meet = |limit| match (ages(one, limit), ages(other, limit)) {
        (Some(one), Some(other)) => one.start < other.end && other.start < one.end,
        _ => false,
    };
    items && received && laws && LIMITS.clone().any(meet)
}

/// The ages that a case is for, with that upper age limit; none: nobody's.
fn ages(case: &Case, limit: u8) -> Option<Range<u16>> {
    let years = |bound: AgeBound| match bound {
        AgeBound::Years(years) => u16::from(years),
        AgeBound::Limit => u16::from(limit),
    };
    let from = case.limits.age_from.map_or(0, years);
    let below = case.limits.age_below.map_or(u16::MAX, years);
    (from < below).then_some(from..below)
}
