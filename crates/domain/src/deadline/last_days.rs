//! By when a claim must have arrived at Migrationsverket.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::claimed_days::ClaimedDays;
use super::spans::{
    quarter_end, quarter_index, quarter_start, same_day_later, twelve_months_end, year_end,
    year_start,
};
use super::working_day::next_working_day;
use crate::calendar::calendar_day;
use crate::claim_period::ClaimPeriod;
use crate::{Month, Period};

/// Months from reception within which the first claim of a compensation must have arrived
/// (förordning (2010:1122) 23 and 27 §§, förordning (1990:927) 20 and 20 d §§).
const FIRST_CLAIM_MONTHS: u32 = 36;
/// Months in half a year.
const HALF_YEAR: u32 = 6;
/// Months in a year.
const YEAR: u32 = 12;
/// Quarters that the agency takes in one claim.
const QUARTERS_IN_A_CLAIM: i32 = 2;

/// How the last day of a claim is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LastDayRule {
    /// Six months from the end of the quarter: förordning (2017:193) 19 §, (2010:1122) 31 a §,
    /// (1990:927) 25 c §.
    SixMonthsAfterQuarter,
    /// One year from the end of the quarter: förordning (2002:1118), for costs until 30 June 2017.
    OneYearAfterQuarter,
    /// One year from the end of the calendar year, the first claim within three years from
    /// reception: förordning (2010:1122) 23 §, (1990:927) 20 and 39 §§.
    OneYearAfterYear,
    /// One year from the end of the twelve months, the first claim within three years from
    /// reception: förordning (2010:1122) 27 §, (1990:927) 20 d and 39 §§.
    OneYearAfterTwelveMonths,
    /// One year from reception: rent of empty dwellings (förordning (2010:1122) 32 a §, repealed)
    /// and particular costs of resettled refugees (32 §), by the agency's practice.
    OneYearAfterReception,
    /// One year from the end of the claimed days: other particular costs (förordning (2010:1122)
    /// 32 §), by the agency's practice.
    OneYearAfterPeriod,
}

impl LastDayRule {
    /// Every rule.
    pub const ALL: [LastDayRule; 6] = [
        LastDayRule::SixMonthsAfterQuarter,
        LastDayRule::OneYearAfterQuarter,
        LastDayRule::OneYearAfterYear,
        LastDayRule::OneYearAfterTwelveMonths,
        LastDayRule::OneYearAfterReception,
        LastDayRule::OneYearAfterPeriod,
    ];

    /// First day on which a cost can fall under the rule.
    #[must_use]
    pub fn applies_from(self) -> NaiveDate {
        match self {
            // The ordinances begin on 1 July 2017; the agency printed 31 December 2017 for costs
            // through 30 June, so the quarter before them is counted in the same way.
            LastDayRule::SixMonthsAfterQuarter => calendar_day(2017, 4, 1),
            LastDayRule::OneYearAfterQuarter => calendar_day(2003, 1, 1),
            LastDayRule::OneYearAfterYear
            | LastDayRule::OneYearAfterTwelveMonths
            | LastDayRule::OneYearAfterPeriod => calendar_day(1991, 1, 1),
            // Whoever was received before December 2010 belongs to förordning (1990:927) 1 §.
            LastDayRule::OneYearAfterReception => calendar_day(2010, 12, 1),
        }
    }

    /// Last day, inclusive, on which a cost can fall under the rule; none while it is in force.
    #[must_use]
    pub fn applies_until(self) -> Option<NaiveDate> {
        match self {
            LastDayRule::OneYearAfterQuarter => Some(calendar_day(2017, 6, 30)),
            _ => None,
        }
    }

    /// Whether the city asks its units for costs of these days at once: of whole quarters, of calendar years,
    /// of any twelve months. What counts from a person's reception is asked for by person.
    #[must_use]
    pub fn is_asked_for(self, days: ClaimedDays) -> bool {
        let whole = days.whole().map(ClaimPeriod::quarter);
        match self {
            LastDayRule::SixMonthsAfterQuarter | LastDayRule::OneYearAfterQuarter => {
                matches!(whole, Some(Some(_)))
            }
            LastDayRule::OneYearAfterYear | LastDayRule::OneYearAfterPeriod => whole == Some(None),
            LastDayRule::OneYearAfterTwelveMonths => days.is_twelve_months(),
            LastDayRule::OneYearAfterReception => false,
        }
    }

    /// Whether the first claim has a limit of its own, three years from reception.
    #[must_use]
    pub fn limits_first_claim(self) -> bool {
        matches!(self, LastDayRule::OneYearAfterYear | LastDayRule::OneYearAfterTwelveMonths)
    }

    /// Whether the day of reception must be known.
    #[must_use]
    pub fn needs_reception(self, first_claim: bool) -> bool {
        self == LastDayRule::OneYearAfterReception || (first_claim && self.limits_first_claim())
    }
}

/// Which limit decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DecidedBy {
    /// The end of what the claim covers.
    Period,
    /// The day of reception, because the rule counts from it.
    Reception,
    /// Three years from reception, because it is the first claim. A later one may be tried for
    /// special reasons, so this limit alone can be softened.
    FirstClaim,
}

/// The last days of a claim, by three ways of counting. `cautious` ≤ `practice` ≤ `statutory`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct LastDays {
    /// By the same day number in the last month (lag (1930:173) 1 §, read strictly): 30 December
    /// for a quarter that ends on 30 June. Plan and warn by this one.
    pub cautious: NaiveDate,
    /// As the agency writes it: the end of the last month where the period ends with a month,
    /// 31 December for 30 June. The same day number where it counts from reception.
    pub practice: NaiveDate,
    /// `practice`, moved to the next working day (lag (1930:173) 2 §).
    pub statutory: NaiveDate,
    /// The day from which they are counted.
    pub counted_from: NaiveDate,
    /// The limit that gave `practice`.
    pub decided_by: DecidedBy,
}

/// Why a claim has no last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum LastDayFault {
    /// The rule counts from reception, or the first claim does, and the day is not known.
    #[error("the day of reception is missing")]
    ReceptionMissing,
    /// The whole period lies before the rule.
    #[error("the period lies before the rule")]
    PeriodBeforeRule,
    /// The period reaches beyond the rule's last day: later costs fall under a stricter one.
    #[error("the period reaches beyond the rule")]
    PeriodAfterRule,
    /// More than two quarters, or more than twelve months.
    #[error("the period is longer than one claim may cover")]
    PeriodTooLong,
    /// The period begins before reception, and with no year, quarter or month that holds it.
    #[error("the period begins before reception")]
    PeriodBeforeReception,
}

/// The last days for a claim about `period`.
///
/// A period of any days counts from the end of the quarter, year or twelve months that its first
/// day lies in; so two quarters in one claim count from the end of the first, as the agency does.
/// [`LastDayRule::OneYearAfterPeriod`] alone counts from the period's own last day.
/// `reception` is the day when the person was first received in a municipality
/// (förordning (2010:1122) 6 §); `first_claim` says that none of the same compensation was made
/// before for the person. With two limits the earlier one holds.
///
/// # Errors
/// When the rule cannot be applied to the period, or needs a day that is not known.
pub fn last_days(
    rule: LastDayRule,
    period: Period,
    reception: Option<NaiveDate>,
    first_claim: bool,
) -> Result<LastDays, LastDayFault> {
    check_length(rule, period)?;
    check_rule_applies(rule, period)?;
    check_reception(rule, period, reception)?;
    if !rule.needs_reception(first_claim) {
        return Ok(Limit::of_period(rule, period).last_days());
    }
    let reception = reception.ok_or(LastDayFault::ReceptionMissing)?;
    if rule == LastDayRule::OneYearAfterReception {
        return Ok(Limit::of_reception(reception, YEAR, DecidedBy::Reception).last_days());
    }
    let first = Limit::of_reception(reception, FIRST_CLAIM_MONTHS, DecidedBy::FirstClaim);
    Ok(Limit::of_period(rule, period).earlier(first).last_days())
}

/// One limit, not yet moved to a working day.
#[derive(Clone, Copy)]
struct Limit {
    cautious: NaiveDate,
    practice: NaiveDate,
    counted_from: NaiveDate,
    decided_by: DecidedBy,
}

impl Limit {
    fn of_period(rule: LastDayRule, period: Period) -> Limit {
        let (end, months) = match rule {
            LastDayRule::SixMonthsAfterQuarter => (quarter_end(period.from), HALF_YEAR),
            LastDayRule::OneYearAfterQuarter => (quarter_end(period.from), YEAR),
            LastDayRule::OneYearAfterYear => (year_end(period.from), YEAR),
            LastDayRule::OneYearAfterTwelveMonths => (twelve_months_end(period.from), YEAR),
            LastDayRule::OneYearAfterReception | LastDayRule::OneYearAfterPeriod => {
                (period.until, YEAR)
            }
        };
        let cautious = same_day_later(end, months);
        let ends_a_month = Month::of(end).last_day() == end;
        let practice = if ends_a_month { Month::of(cautious).last_day() } else { cautious };
        Limit { cautious, practice, counted_from: end, decided_by: DecidedBy::Period }
    }

    fn of_reception(reception: NaiveDate, months: u32, decided_by: DecidedBy) -> Limit {
        let day = same_day_later(reception, months);
        Limit { cautious: day, practice: day, counted_from: reception, decided_by }
    }

    /// The earlier by practice decides; the cautious day is the earlier one in any case.
    fn earlier(self, other: Limit) -> Limit {
        let deciding = if other.practice < self.practice { other } else { self };
        Limit { cautious: self.cautious.min(other.cautious), ..deciding }
    }

    fn last_days(self) -> LastDays {
        LastDays {
            cautious: self.cautious,
            practice: self.practice,
            statutory: next_working_day(self.practice),
            counted_from: self.counted_from,
            decided_by: self.decided_by,
        }
    }
}

fn check_length(rule: LastDayRule, period: Period) -> Result<(), LastDayFault> {
    let fits = match rule {
        LastDayRule::SixMonthsAfterQuarter | LastDayRule::OneYearAfterQuarter => {
            quarter_index(period.until) - quarter_index(period.from) < QUARTERS_IN_A_CLAIM
        }
        LastDayRule::OneYearAfterYear | LastDayRule::OneYearAfterTwelveMonths => {
            period.until <= twelve_months_end(period.from)
        }
        LastDayRule::OneYearAfterReception | LastDayRule::OneYearAfterPeriod => true,
    };
    if fits { Ok(()) } else { Err(LastDayFault::PeriodTooLong) }
}

fn check_rule_applies(rule: LastDayRule, period: Period) -> Result<(), LastDayFault> {
    if period.until < rule.applies_from() {
        return Err(LastDayFault::PeriodBeforeRule);
    }
    if rule.applies_until().is_some_and(|last| last < period.until) {
        return Err(LastDayFault::PeriodAfterRule);
    }
    Ok(())
}

/// Only where the right itself begins with reception: an asylum claim comes before it, and so does
/// the vacancy of a dwelling that waits for somebody.
fn check_reception(
    rule: LastDayRule,
    period: Period,
    reception: Option<NaiveDate>,
) -> Result<(), LastDayFault> {
    let Some(reception) = reception.filter(|_| rule.limits_first_claim()) else { return Ok(()) };
    // Whole years, quarters and months are claimed even for whoever came in the middle of one.
    let wholes =
        [year_start(reception), quarter_start(reception), Month::of(reception).first_day()];
    let begins_rightly = reception <= period.from || wholes.contains(&period.from);
    if begins_rightly && reception <= period.until {
        Ok(())
    } else {
        Err(LastDayFault::PeriodBeforeReception)
    }
}

/// Whether a claim arrived in time, and by which way of counting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Timeliness {
    /// By every way of counting.
    InTime,
    /// After the cautious day, but by the agency's practice.
    OnlyByPractice,
    /// After the day that the agency writes, but on or before the next working day.
    OnlyByStatutory,
    /// By none.
    Late,
}

/// Whether a claim that reached the agency on `arrived` is in time.
///
/// Only the day of arrival counts, never that of posting: the sender bears the risk, and the
/// presumption of förvaltningslag (2017:900) 22 § second paragraph was not applied to the agency's
/// post (Kammarrätten i Sundsvall 346-347-20).
#[must_use]
pub fn received_in_time(arrived: NaiveDate, last_days: LastDays) -> Timeliness {
    if arrived <= last_days.cautious {
        Timeliness::InTime
    } else if arrived <= last_days.practice {
        Timeliness::OnlyByPractice
    } else if arrived <= last_days.statutory {
        Timeliness::OnlyByStatutory
    } else {
        Timeliness::Late
    }
}

#[cfg(test)]
mod tests;
