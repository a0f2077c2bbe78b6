//! By when an appeal must have arrived.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::working_day::next_working_day;

/// Weeks within which a decision or judgment can be appealed (förvaltningslag (2017:900) 44 §,
/// förvaltningsprocesslag (1971:291)).
pub const APPEAL_WEEKS: u64 = 3;

/// A last day to appeal. What counts is the day of arrival.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct AppealDay {
    /// The same weekday three weeks later (lag (1930:173) 1 §). Plan by this one.
    pub nominal: NaiveDate,
    /// `nominal`, moved to the next working day (lag (1930:173) 2 §).
    pub statutory: NaiveDate,
}

impl AppealDay {
    fn counted_from(day: NaiveDate) -> AppealDay {
        let nominal = day.checked_add_days(Days::new(APPEAL_WEEKS * 7)).unwrap_or(NaiveDate::MAX);
        AppealDay { nominal, statutory: next_working_day(nominal) }
    }
}

/// The last days to appeal a decision of the agency (förvaltningslag (2017:900) 44 §).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct AppealDays {
    /// From the day of the decision, as for a party that represents the public. Whether a
    /// municipality that claims compensation is one has not been settled: use this day.
    pub cautious: AppealDay,
    /// From the day when the decision was received, as for everybody else; none while that is not
    /// known.
    pub from_receipt: Option<AppealDay>,
}

/// Why a decision has no last day to appeal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum AppealFault {
    /// The decision is said to have been received before it was made.
    #[error("the decision was received before it was made")]
    ReceivedBeforeDecision,
}

/// The last days to appeal a decision that was made on `decided` and received on `received`.
/// Which decisions can be appealed at all is a matter of the ordinance.
///
/// # Errors
/// When the decision would have been received before it was made.
pub fn last_days_to_appeal(
    decided: NaiveDate,
    received: Option<NaiveDate>,
) -> Result<AppealDays, AppealFault> {
    if received.is_some_and(|received| received < decided) {
        return Err(AppealFault::ReceivedBeforeDecision);
    }
    Ok(AppealDays {
        cautious: AppealDay::counted_from(decided),
        from_receipt: received.map(AppealDay::counted_from),
    })
}

/// The last day to appeal a court's judgment: three weeks from the judgment's date for a party that
/// represents the public, as municipalities were held to be in such cases
/// (förvaltningsprocesslag (1971:291)).
#[must_use]
pub fn last_day_to_appeal_judgment(judgment: NaiveDate) -> AppealDay {
    AppealDay::counted_from(judgment)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn appeal_day(nominal: &str, statutory: &str) -> AppealDay {
        AppealDay { nominal: day(nominal), statutory: day(statutory) }
    }

    #[test]
    fn judgments_of_11_april_2019_were_final_after_2_may() {
        let last = last_day_to_appeal_judgment(day("2019-04-11"));
        assert_eq!(last, appeal_day("2019-05-02", "2019-05-02"));
        assert!(day("2019-05-06") > last.statutory);
    }

    #[test]
    fn both_days_are_given_and_the_decision_is_the_cautious_one() {
        let days = last_days_to_appeal(day("2026-11-30"), Some(day("2026-12-10"))).unwrap();
        assert_eq!(days.cautious, appeal_day("2026-12-21", "2026-12-21"));
        assert_eq!(days.from_receipt, Some(appeal_day("2026-12-31", "2027-01-04")));
    }

    #[test]
    fn receipt_may_be_unknown_but_not_before_the_decision() {
        let days = last_days_to_appeal(day("2026-03-13"), None).unwrap();
        assert_eq!(days.cautious, appeal_day("2026-04-03", "2026-04-07"));
        assert_eq!(days.from_receipt, None);
        let same_day = last_days_to_appeal(day("2026-03-13"), Some(day("2026-03-13"))).unwrap();
        assert_eq!(same_day.from_receipt, Some(same_day.cautious));
        assert_eq!(
            last_days_to_appeal(day("2026-03-13"), Some(day("2026-03-12"))),
            Err(AppealFault::ReceivedBeforeDecision)
        );
    }
}
