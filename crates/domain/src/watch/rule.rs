//! What is watched, as data: whom a rule is for, what sets it off, and by which day.

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Deserializer};

use crate::Month;
use crate::codes::CompensationCode;
use crate::facts::{CareBasis, FactKind, Ground};
use crate::law::Unaccompanied;

/// A rule of `assets/watches`: from a dated event follows a day by which somebody must have acted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WatchRule {
    /// Its id, part of the key of every watch: a rule that changes keeps it and gets new days.
    pub id: String,
    /// The key of its sentence in `assets/texts`.
    pub text: String,
    /// What sets it off.
    pub trigger: Trigger,
    /// By which day; where texts differ, the cautious one.
    pub due: DueRule,
    /// The later day that another text gives.
    pub later: Option<LaterDue>,
    /// The compensations that hang on it; empty where it is about the register itself.
    pub compensations: Vec<CompensationCode>,
    /// Whom it is for: any of these; empty: everybody.
    pub who: Vec<Who>,
    /// A fact of any of these kinds answers the event.
    pub answered_by: Vec<FactKind>,
    /// Whether one watch does for the person's whole household.
    pub by_household: bool,
    /// First day on which an event sets it off.
    pub valid_from: NaiveDate,
    /// Last day on which an event sets it off, inclusive; none: until further notice.
    pub valid_until: Option<NaiveDate>,
    /// Where it was read.
    pub source: String,
    /// Whether it was read in that source.
    pub verified: bool,
    /// The day on which it was last held against its source.
    pub checked_on: NaiveDate,
    /// What to know about it.
    pub note: Option<String>,
}

impl WatchRule {
    /// Whether an event on `day` sets it off.
    #[must_use]
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.valid_from <= day && self.valid_until.is_none_or(|until| day <= until)
    }
}

/// A later day that another text gives for the same thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaterDue {
    /// By which day.
    pub due: DueRule,
    /// Where it was read.
    pub source: String,
    /// Whether it was read in that source.
    pub verified: bool,
    /// What to know about it.
    pub note: Option<String>,
}

/// By which day something must have been done, counted from an event.
///
/// The day is never moved to a working day (lag (1930:173) 2 §): who plans by it is in time in any case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(tag = "rule", rename_all = "kebab-case", deny_unknown_fields)]
pub enum DueRule {
    /// On the day of the event.
    OnTheDay {},
    /// So many days before it.
    DaysBefore {
        /// How many.
        days: u16,
    },
    /// So many days after it.
    DaysAfter {
        /// How many.
        days: u16,
    },
    /// On the last day of its month.
    MonthEnd {},
    /// On a day of a month after that of the event: 7 and 1 are the seventh of the month after.
    DayOfMonthAfter {
        /// Day of the month.
        day: u8,
        /// How many months after.
        months: u8,
    },
    /// On a day of a month after the quarter of the event: 7 and 2 are the seventh of the second month
    /// after the quarter.
    DayOfMonthAfterQuarter {
        /// Day of the month.
        day: u8,
        /// How many months after the last of the quarter.
        months: u8,
    },
}

impl DueRule {
    /// Most days before or after an event.
    pub const MOST_DAYS: u16 = 366;
    /// Most months after an event.
    pub const MOST_MONTHS: u8 = 12;
    /// The last day that every month has.
    pub const LAST_DAY: u8 = 28;

    /// Whether its numbers name a day, whatever the event.
    #[must_use]
    pub fn is_possible(self) -> bool {
        match self {
            DueRule::OnTheDay {} | DueRule::MonthEnd {} => true,
            DueRule::DaysBefore { days } | DueRule::DaysAfter { days } => {
                (1..=Self::MOST_DAYS).contains(&days)
            }
            DueRule::DayOfMonthAfter { day, months }
            | DueRule::DayOfMonthAfterQuarter { day, months } => {
                (1..=Self::LAST_DAY).contains(&day) && (1..=Self::MOST_MONTHS).contains(&months)
            }
        }
    }

    /// The day for an event on `event`.
    #[must_use]
    pub fn day(self, event: NaiveDate) -> NaiveDate {
        match self {
            DueRule::OnTheDay {} => event,
            DueRule::DaysBefore { days } => {
                event.checked_sub_days(Days::new(days.into())).unwrap_or(event)
            }
            DueRule::DaysAfter { days } => {
                event.checked_add_days(Days::new(days.into())).unwrap_or(event)
            }
            DueRule::MonthEnd {} => Month::of(event).last_day(),
            DueRule::DayOfMonthAfter { day, months } => day_of_later_month(event, months, day),
            DueRule::DayOfMonthAfterQuarter { day, months } => {
                let left_in_quarter = 2 - event.month0() % 3;
                let last_month = event.checked_add_months(Months::new(left_in_quarter));
                day_of_later_month(last_month.unwrap_or(event), months, day)
            }
        }
    }
}

/// The day number `number` of the month that comes `months` after that of `day`.
fn day_of_later_month(day: NaiveDate, months: u8, number: u8) -> NaiveDate {
    let month = Month::of(day).first_day().checked_add_months(Months::new(months.into()));
    month.and_then(|first| first.with_day(number.into())).unwrap_or(day)
}

/// What sets a rule off.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(tag = "on", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Trigger {
    /// Somebody else answers for the person, or in another way: what Migrationsverket must be told
    /// (MIGRFS 2017:8 1 §, MIGRFS 2020:13 4 §). Each list holds kinds of facts.
    ResponsibilityChange {
        /// The first day of each fact is a change. A guardian counts where it is a specially appointed
        /// one, and being unaccompanied where the person came here before.
        #[serde(default, deserialize_with = "fact_kinds")]
        begins: Vec<FactKind>,
        /// The first day of a fact is a change where another of its kind came before it.
        #[serde(default, deserialize_with = "fact_kinds")]
        follows: Vec<FactKind>,
        /// The last day of a fact is a change where none of its kind follows upon it. The last day and
        /// not the one after it: where that is the last of a month it is due a month earlier.
        #[serde(default, deserialize_with = "fact_kinds")]
        ends: Vec<FactKind>,
    },
    /// A birthday; 28 February of other years for a leap day (lag (1930:173) 1 §).
    Turns {
        /// Which.
        years: u8,
    },
    /// The birthday on which somebody reaches the upper age limit of förordning (2010:1122) 11, 16 and 17
    /// §§: 66 years when received before 2026, from then riktåldern.
    ReachesAgeLimit {},
    /// The first day of a fact.
    FactBegins {
        /// Of any of these kinds.
        #[serde(deserialize_with = "fact_kinds")]
        kinds: Vec<FactKind>,
    },
    /// The last day of a fact, where none of its kind follows upon it.
    FactEnds {
        /// Of any of these kinds.
        #[serde(deserialize_with = "fact_kinds")]
        kinds: Vec<FactKind>,
    },
    /// Coverage by mottagandelagen that was entered without a last day, and has ended by a permit and a
    /// registration.
    CoverageEnded {},
    /// Actual reception for settlement, of somebody who is not registered in the population register.
    SettledUnregistered {},
    /// So long after first reception (förordning (2010:1122) 6 §): the same day number, or the last day
    /// of a month that lacks it.
    AfterReception {
        /// How many months.
        months: u16,
    },
    /// The last day of a legal ground, while none that begins later has been entered.
    GroundEnds {
        /// Any of these legal grounds.
        grounds: Vec<Ground>,
        /// Ends on this day of every year where no last day has been entered.
        each_year: Option<DayOfYear>,
    },
    /// A dossier number and no personal or coordination number; the event is reception, or registration
    /// in the population register where that came first.
    NationalNumberMissing {},
    /// The first day that no fact of a kind covers that must have no holes
    /// ([`disorders`](crate::facts::disorders)).
    Hole {},
}

/// A day of every year, written `03-04` for 4 March.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct DayOfYear {
    month: u32,
    day: u32,
}

impl DayOfYear {
    /// The day in `year`.
    #[must_use]
    pub fn in_year(self, year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, self.month, self.day)
    }
}

/// A text that is no day of every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a day of every year in the form mm-dd")]
pub struct NotADayOfYear;

impl TryFrom<String> for DayOfYear {
    type Error = NotADayOfYear;

    /// Takes `mm-dd`; 29 February is no day of every year.
    fn try_from(text: String) -> Result<DayOfYear, NotADayOfYear> {
        // A year without a leap day, so that the day is in every one.
        let day: NaiveDate = format!("2001-{text}").parse().map_err(|_| NotADayOfYear)?;
        let found = DayOfYear { month: day.month(), day: day.day() };
        if format!("{:02}-{:02}", found.month, found.day) == text {
            Ok(found)
        } else {
            Err(NotADayOfYear)
        }
    }
}

/// Whom a rule is for: all that is given must hold on the day of the event or on the day before, since
/// an event is often what ends it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Who {
    /// Any of these legal grounds.
    pub grounds: Vec<Ground>,
    /// Whether unaccompanied.
    pub unaccompanied: Option<Unaccompanied>,
    /// Whether registered in the population register.
    pub registered: Option<bool>,
    /// From this age; whoever has no birth date passes.
    pub age_from: Option<u8>,
    /// Below this age; whoever has no birth date passes.
    pub age_below: Option<u8>,
    /// A placement with any of these grounds of care.
    pub care: Vec<CareBasis>,
}

/// The kinds of facts of that name.
fn fact_kinds<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<FactKind>, D::Error> {
    let names = Vec::<String>::deserialize(deserializer)?;
    let kind = |name: String| {
        let unknown = || serde::de::Error::custom(format!("unknown kind of fact `{name}`"));
        FactKind::of(&name).ok_or_else(unknown)
    };
    names.into_iter().map(kind).collect()
}
