//! Looking values up.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::Serialize;

use super::compensation::{AgeAt, Compensation};
use super::rate::{AgeBound, Case, Rate, years_old};
use crate::Month;
use crate::codes::CompensationCode;

/// The code of the upper age limits: 65, 66, then riktålder.
const AGE_LIMIT: &str = "REF-ALDERSGRANS";
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
    /// The item, where values differ by it.
    pub item: Option<&'q str>,
}

impl Query<'_> {
    /// Asks for the value of a day.
    #[must_use]
    pub fn on(day: NaiveDate) -> Query<'static> {
        Query { on: day, born: None, age_on: None, received: None, item: None }
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

    /// The price base amount of the year of `day` (socialförsäkringsbalken 2 kap. 6–7 §§), or the last
    /// one known.
    ///
    /// # Errors
    /// When there is none to go by.
    pub fn price_base(&self, day: NaiveDate) -> Result<Rated, Refusal> {
        self.estimate(&CompensationCode(PRICE_BASE.to_owned()), Query::on(day))
    }

    /// The upper age limit of the day, or the last one known.
    ///
    /// # Errors
    /// When there is none to go by.
    pub fn age_limit(&self, day: NaiveDate) -> Result<Rated, Refusal> {
        self.estimate(&CompensationCode(AGE_LIMIT.to_owned()), Query::on(day))
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
        compensation.cases.first().ok_or(Refusal::NoValues)?;
        let by_item = |case: &&Case| match (&case.limits.item, query.item) {
            (None, _) => true,
            (Some(item), asked) => Some(item.as_str()) == asked,
        };
        let cases: Vec<&Case> = compensation.cases.iter().filter(by_item).collect();
        if cases.is_empty() {
            let items = compensation.cases.iter().filter_map(|case| case.limits.item.clone());
            return Err(Refusal::NeedsItem { items: items.collect() });
        }
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
        let limit = self.limit_for(&cases, query, years, trust)?;
        let bound = |bound: AgeBound| match bound {
            AgeBound::Years(years) => years,
            AgeBound::Limit => limit.as_ref().map_or(u8::MAX, |(years, _)| *years),
        };
        let fits = |case: &&&Case| {
            case.limits.age_from.is_none_or(|from| bound(from) <= years)
                && case.limits.age_below.is_none_or(|below| years < bound(below))
        };
        let case = cases.iter().find(fits).ok_or(Refusal::NothingAtThatAge { years })?;
        let hangs_on_limit =
            [case.limits.age_from, case.limits.age_below].contains(&Some(AgeBound::Limit));
        Ok((case, limit.map(|(_, rated)| rated).filter(|_| hangs_on_limit)))
    }

    /// The age limit of the day in years, where any of the cases hangs on it.
    fn limit_for(
        &self,
        cases: &[&Case],
        query: Query<'_>,
        years: u8,
        trust: Trust,
    ) -> Result<Option<(u8, Rated)>, Refusal> {
        let hangs = |case: &&Case| {
            [case.limits.age_from, case.limits.age_below].contains(&Some(AgeBound::Limit))
        };
        if !cases.iter().any(hangs) {
            return Ok(None);
        }
        // Nobody under 60 is near a limit that has been 65 at the least: a limit that is not known
        // for the day cannot matter.
        let trust = if years < YOUNGEST_LIMIT { Trust::Estimates } else { trust };
        let code = CompensationCode(AGE_LIMIT.to_owned());
        let mut rated = self.look_up(&code, Query::on(query.on), trust)?;
        if years < YOUNGEST_LIMIT {
            rated.estimated = false;
        }
        let limit = rated.rate.value.and_then(|value| u8::try_from(value).ok());
        Ok(limit.map(|limit| (limit, rated)))
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
