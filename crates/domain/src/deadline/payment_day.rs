//! When a payment may be expected. Delays and catch-up payments happen: these days are for looking
//! after what has not come, never for refusing what has.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::spans::{months_later, quarter_end, year_start};
use super::working_day::{last_bank_day, next_working_day};
use crate::{Month, Period};

/// Day of the payment's month about which the agency decides.
const DECISION_DAY: u64 = 15;

/// When a compensation is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PaymentRhythm {
    /// In the month after the one concerned (förordning (2017:193) 21 §; (2010:1122) 12 § for
    /// compensation periods).
    MonthAfter,
    /// Within one month from the quarter (förordning (2010:1122) 31 §, (1990:927) 25 b §).
    QuarterPlusOne,
    /// Within a month from the first of the payments within one month from the quarter (förordning
    /// (2010:1122) 31 §).
    QuarterPlusTwo,
    /// Within three months from the quarter (förordning (2010:1122) 31 §, (1990:927) 25 b §).
    QuarterPlusThree,
    /// In January of the year concerned (förordning (2017:193) 21 §).
    January,
    /// Before the end of March of the year concerned (förordning (2017:193) 21 §).
    EndOfMarch,
    /// At the end of the month after reception (förordning (2010:1122) 12 and 15 §§).
    MonthAfterReception,
    /// After an application, on no day that could be expected.
    OnApplication,
}

impl PaymentRhythm {
    /// Every rhythm.
    pub const ALL: [PaymentRhythm; 8] = [
        PaymentRhythm::MonthAfter,
        PaymentRhythm::QuarterPlusOne,
        PaymentRhythm::QuarterPlusTwo,
        PaymentRhythm::QuarterPlusThree,
        PaymentRhythm::January,
        PaymentRhythm::EndOfMarch,
        PaymentRhythm::MonthAfterReception,
        PaymentRhythm::OnApplication,
    ];
}

/// The day on which what concerns `period` should have been paid: the last bank day of the month
/// that the ordinance names. None for what is paid on application, and where `reception` is needed
/// and not known.
///
/// A period of several months or quarters is paid after its last one; a period of several years
/// belongs to its first.
#[must_use]
pub fn expected_payment_day(
    rhythm: PaymentRhythm,
    period: Period,
    reception: Option<NaiveDate>,
) -> Option<NaiveDate> {
    let month = match rhythm {
        PaymentRhythm::MonthAfter => months_later(Month::of(period.until), 1),
        PaymentRhythm::QuarterPlusOne => months_later(Month::of(quarter_end(period.until)), 1),
        PaymentRhythm::QuarterPlusTwo => months_later(Month::of(quarter_end(period.until)), 2),
        PaymentRhythm::QuarterPlusThree => months_later(Month::of(quarter_end(period.until)), 3),
        PaymentRhythm::January => Month::of(year_start(period.from)),
        PaymentRhythm::EndOfMarch => months_later(Month::of(year_start(period.from)), 2),
        PaymentRhythm::MonthAfterReception => months_later(Month::of(reception?), 1),
        PaymentRhythm::OnApplication => return None,
    };
    Some(last_bank_day(month))
}

/// The day about which the decision behind a payment should have come: the 15th of the month of
/// `payment`, or the next working day.
#[must_use]
pub fn expected_decision_day(payment: NaiveDate) -> NaiveDate {
    let first = Month::of(payment).first_day();
    let decision = first.checked_add_days(Days::new(DECISION_DAY - 1)).unwrap_or(payment);
    next_working_day(decision)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn period(text: &str) -> Period {
        text.parse::<super::super::ClaimedDays>().unwrap().days()
    }

    #[test]
    fn payments_come_on_the_last_bank_day_of_their_month() {
        use PaymentRhythm::*;
        for (rhythm, concerned, payment) in [
            (MonthAfter, "2026-01-01/2026-01-31", "2026-02-27"),
            (MonthAfter, "2026-11-01/2026-11-30", "2026-12-30"),
            (MonthAfter, "2026-12-01/2026-12-31", "2027-01-29"),
            (MonthAfter, "2024-02-10/2024-02-20", "2024-03-28"),
            (MonthAfter, "2026-03-01/2026-05-31", "2026-06-30"),
            (QuarterPlusOne, "2026Q1", "2026-04-30"),
            (QuarterPlusOne, "2026Q4", "2027-01-29"),
            (QuarterPlusOne, "2026-02-01/2026-02-10", "2026-04-30"),
            (QuarterPlusTwo, "2026-02-10/2026-02-10", "2026-05-29"),
            (QuarterPlusThree, "2026Q1", "2026-06-30"),
            (QuarterPlusThree, "2026Q3", "2026-12-30"),
            (QuarterPlusThree, "2026Q4", "2027-03-31"),
            (January, "2026", "2026-01-30"),
            (January, "2027", "2027-01-29"),
            (EndOfMarch, "2024", "2024-03-28"),
            (EndOfMarch, "2026", "2026-03-31"),
        ] {
            let expected = expected_payment_day(rhythm, period(concerned), None);
            assert_eq!(expected, Some(day(payment)), "{rhythm:?} {concerned}");
        }
    }

    #[test]
    fn reception_and_application() {
        let year = period("2026");
        let rhythm = PaymentRhythm::MonthAfterReception;
        let expected = expected_payment_day(rhythm, year, Some(day("2026-01-31")));
        assert_eq!(expected, Some(day("2026-02-27")));
        assert_eq!(expected_payment_day(rhythm, year, None), None);
        let reception = Some(day("2026-01-31"));
        assert_eq!(expected_payment_day(PaymentRhythm::OnApplication, year, reception), None);
    }

    #[test]
    fn decisions_come_about_the_fifteenth() {
        for (payment, decision) in [
            ("2026-01-30", "2026-01-15"),
            ("2026-02-27", "2026-02-16"),
            ("2026-08-31", "2026-08-17"),
            ("2022-04-29", "2022-04-19"),
            ("2026-12-30", "2026-12-15"),
        ] {
            assert_eq!(expected_decision_day(day(payment)), day(decision), "{payment}");
        }
    }
    #[test]
    fn rhythms_have_their_names_in_files() {
        use serde::de::IntoDeserializer;
        use serde::de::value::{Error, StrDeserializer};

        let names = [
            "month-after",
            "quarter-plus-one",
            "quarter-plus-two",
            "quarter-plus-three",
            "january",
            "end-of-march",
            "month-after-reception",
            "on-application",
        ];
        for (name, rhythm) in names.into_iter().zip(PaymentRhythm::ALL) {
            let text: StrDeserializer<'_, Error> = name.into_deserializer();
            assert_eq!(PaymentRhythm::deserialize(text), Ok(rhythm), "{name}");
        }
    }
}
