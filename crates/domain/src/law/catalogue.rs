//! Looking values up.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::Serialize;

use super::compensation::{AgeAt, Compensation, LimitBy};
use super::condition::HousingDuty;
use super::rate::{AgeBound, Case, Rate, years_old};
use crate::Month;
use crate::codes::CompensationCode;

/// The code of the upper age limits: 65, 66, then riktålder.
const AGE_LIMIT: &str = "REF-ALDERSGRANS";
/// The item of the limits that the day of cost chooses.
const BY_COST: &str = "cost";
/// The code of the price base amounts.
const PRICE_BASE: &str = "REF-PBB";

/// Every compensation and reference amount of the law, by code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    compensations: BTreeMap<CompensationCode, Arc<Compensation>>,
}

/// What a value is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Query<'q> {
    /// The day that picks the value.
    pub on: NaiveDate,
    /// When the person was born, where values differ by age.
    pub born: Option<NaiveDate>,
    /// The day on which age counts; none: the one that follows from `on`.
    pub age_on: Option<NaiveDate>,
    /// When the person was first received, where values differ by it.
    pub received: Option<NaiveDate>,
    /// Under which law the municipality must house the person, where values differ by it.
    pub settled: Option<HousingDuty>,
    /// The item, where values differ by it.
    pub item: Option<&'q str>,
}

impl Query<'_> {
    /// Asks for the value of a day.
    #[must_use]
    pub fn on(day: NaiveDate) -> Query<'static> {
        Query { on: day, born: None, age_on: None, received: None, settled: None, item: None }
    }
}

/// A value that was looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rated {
    /// The value with its source.
    pub rate: Arc<Rate>,
    /// The last day up to which it is trusted; none: it is closed and never ages.
    pub trusted_until: Option<NaiveDate>,
    /// Whether the day lies after that, or the value is the last one known before a day without one:
    /// an estimate at best.
    pub estimated: bool,
    /// The upper age limit that picked the case, where one did.
    pub age_limit: Option<Arc<Rate>>,
}

/// Why a value is refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "refusal", rename_all = "kebab-case")]
pub enum Refusal {
    /// No such code.
    UnknownCode,
    /// It has no values: the actual cost counts.
    NoValues,
    /// Not in force on that day.
    NotInForce {
        /// First day of any value.
        first: NaiveDate,
        /// Last day of any value, inclusive; none: still in force.
        last: Option<NaiveDate>,
    },
    /// No source gives the value of that day.
    Hole {
        /// First day without one.
        from: NaiveDate,
        /// Last day without one, inclusive.
        until: Option<NaiveDate>,
    },
    /// It is set anew each year, and the value of that day is not known here yet.
    NotSetYet {
        /// The last day with a value.
        last: NaiveDate,
    },
    /// Nobody has held the open value against its source lately enough.
    NotChecked {
        /// When somebody did.
        checked_on: NaiveDate,
        /// The last day for which it is trusted.
        trusted_until: NaiveDate,
    },
    /// Values differ by age, and no birth date was given.
    NeedsBirthDate,
    /// Values differ by first reception, and no day was given.
    NeedsReception,
    /// Values differ by the law of the assignment, and none was given.
    NeedsAssignmentLaw,
    /// The values are for other receptions than the one that was given.
    NothingForThatReception,
    /// Nobody who was assigned under that law, or under none, has a right to it.
    NothingUnderThatLaw,
    /// Values differ by item, and none or an unknown one was given.
    NeedsItem {
        /// The items there are.
        items: Vec<String>,
    },
    /// The person was born after the day.
    NotBorn,
    /// Nobody of that age has a right to it.
    NothingAtThatAge {
        /// Completed years.
        years: u8,
    },
}

/// How a look-up meets values that nobody has checked lately.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Trust {
    /// It refuses them.
    Checked,
    /// It takes the last known one, and says that it is an estimate.
    Estimates,
}

impl Catalogue {
    /// A catalogue of these compensations; of two with the same code the later one counts.
    #[must_use]
    pub fn of(compensations: impl IntoIterator<Item = Compensation>) -> Catalogue {
        let keyed = |one: Compensation| (one.code.clone(), Arc::new(one));
        Catalogue { compensations: compensations.into_iter().map(keyed).collect() }
    }

    /// The compensation with that code.
    #[must_use]
    pub fn get(&self, code: &CompensationCode) -> Option<&Arc<Compensation>> {
        self.compensations.get(code)
    }

    /// Every compensation, by code.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Compensation>> {
        self.compensations.values()
    }

    /// The checked value of `code` for what is asked.
    ///
    /// # Errors
    /// When there is none, or nobody has checked it lately.
    pub fn rate(&self, code: &CompensationCode, query: Query<'_>) -> Result<Rated, Refusal> {
        self.look_up(code, query, Trust::Checked)
    }

    /// The value of `code`, or the last one known where none has been checked for that day.
    ///
    /// # Errors
    /// When there is none to go by.
    pub fn estimate(&self, code: &CompensationCode, query: Query<'_>) -> Result<Rated, Refusal> {
        self.look_up(code, query, Trust::Estimates)
    }

    /// The price base amount of the year of `day` (socialförsäkringsbalken 2 kap. 6–7 §§). It is set
    /// anew each year: no older one stands in for it.
    ///
    /// # Errors
    /// When it has not been read or entered.
    pub fn price_base(&self, day: NaiveDate) -> Result<Rated, Refusal> {
        self.rate(&CompensationCode(PRICE_BASE.to_owned()), Query::on(day))
    }

    /// The upper age limits that the day of cost chooses, by first day (förordning 2010:1122, 19 §).
    #[must_use]
    pub fn age_limits_by_cost(&self) -> &[Arc<Rate>] {
        let limits = self.get(&CompensationCode(AGE_LIMIT.to_owned()));
        let by_cost = |case: &&Case| case.limits.item.as_deref() == Some(BY_COST);
        let case = limits.and_then(|limits| limits.cases.iter().find(by_cost));
        case.map_or(&[], |case| &case.rates)
    }

    /// The upper age limit in years, for a payment on `day`, of whoever was first received on `received`
    /// (förordning 2010:1122, 10, 11, 16 and 17 §§); the last one known where none has been set.
    #[must_use]
    pub fn age_limit(&self, received: NaiveDate, day: NaiveDate) -> Option<u8> {
        let query = Query { received: Some(received), ..Query::on(day) };
        let limit = self.estimate(&CompensationCode(AGE_LIMIT.to_owned()), query).ok()?;
        limit.rate.value.and_then(|years| u8::try_from(years).ok())
    }

    fn look_up(
        &self,
        code: &CompensationCode,
        query: Query<'_>,
        trust: Trust,
    ) -> Result<Rated, Refusal> {
        let compensation = self.get(code).ok_or(Refusal::UnknownCode)?;
        if let Some(instead) = &compensation.instead
            && (instead.valid_from..=instead.valid_until).contains(&query.on)
            && query.received.ok_or(Refusal::NeedsReception)? <= instead.received_until
        {
            return self.look_up(&instead.code, query, trust);
        }
        let (case, limit) = self.case(compensation, query, trust)?;
        let mut found = value_on(compensation, case, query.on, trust)?;
        found.estimated |= limit.as_ref().is_some_and(|limit| limit.estimated);
        found.age_limit = limit.map(|limit| limit.rate);
        Ok(found)
    }

    /// The case that applies, and the age limit that it hung on.
    fn case<'c>(
        &self,
        compensation: &'c Compensation,
        query: Query<'_>,
        trust: Trust,
    ) -> Result<(&'c Case, Option<Rated>), Refusal> {
        let cases = by_reception(by_law(by_item(compensation, query)?, query)?, query)?;
        let by_age =
            |case: &Case| case.limits.age_from.is_some() || case.limits.age_below.is_some();
        if !cases.iter().any(|case| by_age(case)) {
            return cases.first().map(|case| (*case, None)).ok_or(Refusal::NoValues);
        }
        let born = query.born.ok_or(Refusal::NeedsBirthDate)?;
        if born > query.on {
            return Err(Refusal::NotBorn);
        }
        let age_on = query.age_on.unwrap_or_else(|| age_day(compensation.age_at, query.on));
        let years = years_old(born, age_on);
        let mut found: Option<(&Case, Option<Rated>)> = None;
        for limit in self.limits_for(&cases, compensation.limit_by, query, years, trust)? {
            let case = of_age(&cases, years, limit.as_ref().map(|(limit, _)| *limit))?;
            match &found {
                // Which limit counts hangs on the reception, and here it matters.
                Some((other, _)) if other.name != case.name => return Err(Refusal::NeedsReception),
                Some(_) => {}
                None => found = Some((case, limit.map(|(_, rated)| rated))),
            }
        }
        let (case, limit) = found.ok_or(Refusal::NothingAtThatAge { years })?;
        Ok((case, limit.filter(|_| hangs_on_limit(case))))
    }

    /// The age limits in years that may count: one, or none where no case hangs on it; where the
    /// reception chooses and is not known, each.
    fn limits_for(
        &self,
        cases: &[&Case],
        by: LimitBy,
        query: Query<'_>,
        years: u8,
        trust: Trust,
    ) -> Result<Vec<Option<(u8, Rated)>>, Refusal> {
        if !cases.iter().any(|case| hangs_on_limit(case)) {
            return Ok(vec![None]);
        }
        // Nobody under 60 is near a limit that has been 65 at the least: a limit that is not known
        // for the day cannot matter.
        let matters = years >= YOUNGEST_LIMIT;
        let trust = if matters { trust } else { Trust::Estimates };
        let code = CompensationCode(AGE_LIMIT.to_owned());
        let item = (by == LimitBy::Cost).then_some(BY_COST);
        let one = |received| {
            let asked = Query { item, received, ..Query::on(query.on) };
            let mut rated = self.look_up(&code, asked, trust)?;
            rated.estimated &= matters;
            let limit = rated.rate.value.and_then(|value| u8::try_from(value).ok());
            Ok(limit.map(|limit| (limit, rated)))
        };
        match one(query.received) {
            Err(Refusal::NeedsReception) => {
                let limits = self.get(&code).ok_or(Refusal::UnknownCode)?;
                let ends = limits.cases.iter().filter(|case| case.limits.item.is_none());
                let ends = ends
                    .filter_map(|case| case.limits.received_from.or(case.limits.received_until));
                ends.map(|received| one(Some(received))).collect()
            }
            limit => Ok(vec![limit?]),
        }
    }
}

/// Whether the case hangs on the upper age limit.
fn hangs_on_limit(case: &Case) -> bool {
    [case.limits.age_from, case.limits.age_below].contains(&Some(AgeBound::Limit))
}

/// The case of that age, with that upper age limit.
fn of_age<'c>(cases: &[&'c Case], years: u8, limit: Option<u8>) -> Result<&'c Case, Refusal> {
    let bound = |bound: AgeBound| match bound {
        AgeBound::Years(years) => years,
        AgeBound::Limit => limit.unwrap_or(u8::MAX),
    };
    let fits = |case: &&&Case| {
        case.limits.age_from.is_none_or(|from| bound(from) <= years)
            && case.limits.age_below.is_none_or(|below| years < bound(below))
    };
    cases.iter().find(fits).copied().ok_or(Refusal::NothingAtThatAge { years })
}

/// The cases of the item: those that name it, or else those that name none.
fn by_item<'c>(compensation: &'c Compensation, query: Query<'_>) -> Result<Vec<&'c Case>, Refusal> {
    compensation.cases.first().ok_or(Refusal::NoValues)?;
    let of = |item: Option<&str>| -> Vec<&Case> {
        let cases = compensation.cases.iter();
        cases.filter(|case| case.limits.item.as_deref() == item).collect()
    };
    let named = query.item.map(|item| of(Some(item))).unwrap_or_default();
    let cases = if named.is_empty() { of(None) } else { named };
    if cases.is_empty() {
        let items = compensation.cases.iter().filter_map(|case| case.limits.item.clone());
        return Err(Refusal::NeedsItem { items: items.collect() });
    }
    Ok(cases)
}

/// The cases that were chosen, where there are any.
fn some<'c>(
    cases: impl Iterator<Item = &'c Case>,
    otherwise: Refusal,
) -> Result<Vec<&'c Case>, Refusal> {
    let cases: Vec<&Case> = cases.collect();
    if cases.is_empty() { Err(otherwise) } else { Ok(cases) }
}

/// Those of the law under which the municipality must house the person. Where it is not known, those
/// of the one law that had begun by the day.
fn by_law<'c>(cases: Vec<&'c Case>, query: Query<'_>) -> Result<Vec<&'c Case>, Refusal> {
    if cases.iter().all(|case| case.limits.settled.is_empty()) {
        return Ok(cases);
    }
    if let Some(settled) = query.settled {
        let of_law =
            |case: &&Case| case.limits.settled.is_empty() || case.limits.settled.contains(&settled);
        return some(cases.into_iter().filter(of_law), Refusal::NothingUnderThatLaw);
    }
    let begun = |case: &&Case| case.rates.first().is_some_and(|first| first.valid_from <= query.on);
    let all_before = !cases.iter().any(&begun);
    let open: Vec<&Case> = cases.into_iter().filter(|case| all_before || begun(case)).collect();
    match open.iter().any(|case| case.limits.settled != open[0].limits.settled) && !all_before {
        true => Err(Refusal::NeedsAssignmentLaw),
        false => Ok(open),
    }
}

/// Those of the day of first reception. Where it is not known, those of a reception by the day that is
/// asked about, if they are for the same receptions.
fn by_reception<'c>(cases: Vec<&'c Case>, query: Query<'_>) -> Result<Vec<&'c Case>, Refusal> {
    let span = |case: &Case| (case.limits.received_from, case.limits.received_until);
    let on_or_after = |case: &&Case, day| case.limits.received_from.is_none_or(|from| from <= day);
    if let Some(received) = query.received {
        let fits = |case: &&Case| {
            on_or_after(case, received)
                && case.limits.received_until.is_none_or(|until| received <= until)
        };
        return some(cases.into_iter().filter(fits), Refusal::NothingForThatReception);
    }
    let possible: Vec<&Case> =
        cases.into_iter().filter(|case| on_or_after(case, query.on)).collect();
    match possible.iter().any(|case| span(case) != span(possible[0])) {
        true => Err(Refusal::NeedsReception),
        false => Ok(possible),
    }
}

/// No upper age limit has been or will be below this age.
const YOUNGEST_LIMIT: u8 = 60;

/// The day on which age counts for a payment or event on `day`.
fn age_day(age_at: AgeAt, day: NaiveDate) -> NaiveDate {
    match age_at {
        AgeAt::Day => day,
        AgeAt::MonthEndBeforePayment => {
            Month::of(day).first_day().pred_opt().unwrap_or(NaiveDate::MIN)
        }
    }
}

/// The value of the case on `day`.
fn value_on(
    compensation: &Compensation,
    case: &Case,
    day: NaiveDate,
    trust: Trust,
) -> Result<Rated, Refusal> {
    let first = case.rates.first().ok_or(Refusal::NoValues)?;
    let last = case.rates.last().ok_or(Refusal::NoValues)?;
    let not_in_force = || Refusal::NotInForce { first: first.valid_from, last: last.valid_until };
    if day < first.valid_from {
        return Err(not_in_force());
    }
    let found = case.rates.iter().find(|rate| rate.holds_on(day));
    if let Some(rate) = found.filter(|rate| rate.value.is_some()) {
        let trusted_until = compensation.trusted_until(rate);
        let estimated = trusted_until.is_some_and(|trusted| day > trusted);
        if let Some(trusted_until) = trusted_until.filter(|_| estimated && trust == Trust::Checked)
        {
            return Err(Refusal::NotChecked { checked_on: rate.checked_on, trusted_until });
        }
        let rate = Arc::clone(rate);
        return Ok(Rated { rate, trusted_until, estimated, age_limit: None });
    }
    let refusal = match (found, last.valid_until) {
        (Some(hole), _) => Refusal::Hole { from: hole.valid_from, until: hole.valid_until },
        (None, Some(last)) if compensation.set_yearly => Refusal::NotSetYet { last },
        (None, _) => return Err(not_in_force()),
    };
    if trust == Trust::Checked {
        return Err(refusal);
    }
    let known = |rate: &&Arc<Rate>| rate.valid_from <= day && rate.value.is_some();
    let before = case.rates.iter().rev().find(known).ok_or(refusal)?;
    Ok(Rated { rate: Arc::clone(before), trusted_until: None, estimated: true, age_limit: None })
}
