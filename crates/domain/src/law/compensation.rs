//! A compensation of the law: what it is, how it is counted, for whom, and by when it is asked for.

use std::sync::Arc;

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::rate::{Case, Rate, Unit};
use super::wording::Wording;
use crate::Period;
use crate::codes::CompensationCode;
use crate::deadline::PaymentRhythm;

/// Who asks for a compensation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ask {
    /// Nobody: it is paid without application.
    WithoutApplication,
    /// The municipality applies.
    Municipality,
    /// The region: the city only sees it in lists.
    Region,
    /// Nobody any more, or it is a reference amount.
    Nobody,
}

/// Which day picks the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RateBy {
    /// The day of payment.
    Payment,
    /// Each day by itself.
    Day,
    /// The day on which the cost arose.
    Cost,
    /// The day of first reception.
    Reception,
    /// The day of the examination.
    Examination,
    /// The day of the placement decision, or of moving in.
    Decision,
    /// The day of death.
    Death,
}

/// On which day age counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AgeAt {
    /// On the day itself.
    Day,
    /// At the end of the month before the payment (förordning 2010:1122, 11 and 15 §§).
    MonthEndBeforePayment,
}

/// By which day the upper age limit is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LimitBy {
    /// By the day of payment, and for payments from 2026 by that of first reception (förordning
    /// 2010:1122, 10, 11, 16 and 17 §§; 2022:1457 p. 3).
    Reception,
    /// By the day of cost (förordning 2010:1122, 19 §; 2022:1457 p. 2).
    Cost,
}

/// Which municipality has the right to a compensation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Whose {
    /// That of first reception.
    FirstReceiving,
    /// That of registration in the population register.
    Registered,
    /// That of the placement decision; where there is none, that of the residence.
    Assigned,
    /// That of the placement decision while it has confirmed its responsibility at 18, otherwise that
    /// of registration.
    AssignedIfConfirmed,
    /// That of the placement decision for settlement.
    Settled,
    /// That which gives the schooling.
    Schooling,
    /// The home municipality (skollagen 29 kap. 6 §): where it is not entered, that of registration, else
    /// that of the stay.
    Home,
    /// That which bore the cost.
    Payer,
}

/// What a sum that is paid once waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trigger {
    /// The first day on which the conditions hold, once for each municipality.
    FirstDayInMunicipality,
    /// The first day on which the conditions hold, once in all unless the open question says otherwise.
    FirstDay,
    /// Moving in: that day chooses the wording, whose conditions hold from it or later.
    MovedIn,
    /// The decision on assignment, once for each municipality.
    AssignmentDecision,
    /// The death.
    Death,
}

/// What limits a cost that is paid up to a cap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CappedBy {
    /// A cap for each person, and another for each further member of the family, by item.
    Item,
    /// A cap for each day, by the person's age and household.
    Day,
}

/// Why the program computes no amounts of a compensation; `assets/texts` has the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NotComputed {
    /// Its periods ended before 2022: a code, a name and amounts for old lists and clawbacks.
    Ended,
    /// A grant of its own kind that the government decides: it is entered by hand.
    ByHand,
    /// It is the region's money.
    Region,
    /// It is a reference amount that others are computed from.
    Reference,
}

/// The way in which amounts are counted, with what that way needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "way", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Counting {
    /// 10 + 20 + 7 × 10 per cent over 24 months (förordning 2010:1122, 12–14 §§).
    Instalments {},
    /// Per cent of the price base amount at reception (15–17 §§).
    PercentOfPriceBase {},
    /// A value for each day on which the conditions hold.
    Days {},
    /// One tenth of the year's value for each started four-week period (MIGRFS 2023:13).
    FourWeekPeriods {},
    /// The actual cost of the days on which the conditions hold, above a lump sum where one is named.
    ActualCost {
        /// The daily lump sum that the cost must exceed.
        #[serde(default)]
        above: Option<CompensationCode>,
        /// Whether the lump sum is taken off only on days on which it is paid.
        #[serde(default)]
        above_only_if_entitled: bool,
        /// Items that are never paid, such as `burial`.
        #[serde(default)]
        except: Vec<String>,
        /// Daily sums for housing: what is claimed on a day that gives one too is an open question.
        #[serde(default)]
        beside: Vec<CompensationCode>,
    },
    /// A per cent of the cost minus the person's own fee.
    PercentMinusFee {},
    /// The actual cost once the costs of twelve months reach a threshold. Costs of `outside` do not
    /// count towards it, and are paid only together with costs of `with`.
    Threshold {
        /// Item outside the gate, such as `interpreter`.
        outside: Option<String>,
        /// Item that it must go with, such as `health-care`.
        with: Option<String>,
    },
    /// The actual cost up to a cap.
    Capped {
        /// By item or by day.
        by: CappedBy,
        /// The compensation that holds the caps; none: this one.
        #[serde(default)]
        caps: Option<CompensationCode>,
    },
    /// A sum once.
    Once {
        /// What it waits for.
        trigger: Trigger,
        /// The conditions are those of these compensations; empty: its own.
        #[serde(default)]
        after: Vec<CompensationCode>,
    },
    /// A sum for each year.
    Yearly {},
    /// A value for each child of the municipality's share of the national forecast.
    Forecast {},
    /// A value for each person of the allocation number, the first one and each later increase.
    Allocation {},
    /// A value for each place made ready.
    Places {},
    /// A value for each place and day.
    PlaceDays {},
    /// The rent of the days on which a dwelling stood empty.
    VacantDays {},
    /// Not computed.
    None {
        /// Why.
        because: NotComputed,
    },
}

/// Another compensation that holds the values of persons received in time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instead {
    /// The other.
    pub code: CompensationCode,
    /// First day it does.
    pub valid_from: NaiveDate,
    /// Last day it does, inclusive.
    pub valid_until: NaiveDate,
    /// Last day of reception for which it does, inclusive.
    pub received_until: NaiveDate,
}

/// A compensation of the law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compensation {
    /// Its code in this program.
    pub code: CompensationCode,
    /// Its Swedish name.
    pub name: String,
    /// A short Swedish name for tables.
    pub short_name: String,
    /// The ordinance's number in Svensk författningssamling.
    pub ordinance: Arc<str>,
    /// The section; empty where it is not known.
    pub section: String,
    /// What its values are for.
    pub unit: Unit,
    /// Who asks for it.
    pub ask: Ask,
    /// Which day picks the value.
    pub rate_by: RateBy,
    /// On which day age counts.
    pub age_at: AgeAt,
    /// By which day the upper age limit is chosen.
    pub limit_by: LimitBy,
    /// When it is paid.
    pub payment: PaymentRhythm,
    /// How it is counted.
    pub counting: Counting,
    /// Its wordings, by first day.
    pub wordings: Vec<Wording>,
    /// Whether decisions about it can be appealed.
    pub appealable: bool,
    /// How many days after the last check its open values are still trusted.
    pub allowed_age_days: u16,
    /// Whether its values are set anew for each year, so that one follows upon the last.
    pub set_yearly: bool,
    /// The other compensation that holds the values of persons received early.
    pub instead: Option<Instead>,
    /// Its values, by case.
    pub cases: Vec<Case>,
}

impl Compensation {
    /// The last day for which `rate` is trusted; none where it is closed, and so never ages.
    ///
    /// So many days after it was checked, or after its own first day where it was checked before that;
    /// but never past a New Year: amounts are set anew then, often in the last days of December.
    #[must_use]
    pub fn trusted_until(&self, rate: &Rate) -> Option<NaiveDate> {
        let from = rate.checked_on.max(rate.valid_from);
        let age = Days::new(u64::from(self.allowed_age_days));
        let last = from.checked_add_days(age).unwrap_or(NaiveDate::MAX);
        let new_year = NaiveDate::from_ymd_opt(from.year(), 12, 31).unwrap_or(NaiveDate::MAX);
        rate.valid_until.is_none().then_some(last.min(new_year))
    }

    /// The wording of `day`, for somebody under any law of settlement: of several the latest. None where
    /// it has not begun or has been repealed.
    #[must_use]
    pub fn wording_on(&self, day: NaiveDate) -> Option<&Wording> {
        self.wordings.iter().rev().find(|wording| wording.holds_on(day))
    }

    /// The wording of `day`, or else the nearest: for a code that has ended, or not begun.
    #[must_use]
    pub fn wording_near(&self, day: NaiveDate) -> Option<&Wording> {
        let before = |wording: &&Wording| wording.from.is_none_or(|from| from <= day);
        self.wording_on(day)
            .or_else(|| self.wordings.iter().rev().find(before))
            .or_else(|| self.wordings.first())
    }

    /// The first wording that holds on any of the days; none where the provision had not begun or has been
    /// repealed.
    #[must_use]
    pub fn wording_in(&self, days: Period) -> Option<&Wording> {
        self.wordings.iter().find(|wording| wording.within(days).is_some())
    }

    /// The day at which its wordings begin or end that keeps `days` outside them all.
    #[must_use]
    pub fn limit_beside(&self, days: Period) -> Option<NaiveDate> {
        let first = self.wordings.first().and_then(|wording| wording.from);
        let last = self.wordings.last().and_then(|wording| wording.until);
        first.filter(|first| days.until < *first).or(last)
    }

    /// The first day among `days` on which another wording takes over, of a compensation whose wording
    /// the day of the cost decides; none where one holds all of them. For förordning 2010:1122 first
    /// reception decides, and a four-week period has the wording of its first day.
    #[must_use]
    pub fn rule_changes_in(&self, days: Period) -> Option<NaiveDate> {
        let by_day = matches!(self.rate_by, RateBy::Cost | RateBy::Day)
            && !matches!(self.counting, Counting::FourWeekPeriods {})
            && *self.ordinance != *"2010:1122";
        let starts = self.wordings.iter().filter_map(|wording| wording.from);
        let inside = starts.filter(|from| by_day && days.from < *from && *from <= days.until);
        inside
            .filter(|from| from.pred_opt().is_some_and(|day| self.wording_on(day).is_some()))
            .min()
    }

    /// Why the program computes no amounts of it; none where it does.
    #[must_use]
    pub fn not_computed(&self) -> Option<NotComputed> {
        match self.counting {
            Counting::None { because } => Some(because),
            _ => None,
        }
    }
}
