//! What holds for any day, rule and period.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::*;
use crate::{Month, Period};

/// Days from 1 January 2011 to about 2110.
fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0u64..36_500).prop_map(|days| {
        NaiveDate::from_ymd_opt(2011, 1, 1).unwrap().checked_add_days(Days::new(days)).unwrap()
    })
}

fn any_rule() -> impl Strategy<Value = LastDayRule> {
    prop::sample::select(LastDayRule::ALL.to_vec())
}

fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap()
}

proptest! {
    #[test]
    fn the_three_days_stand_in_order_and_the_last_is_a_working_day(
        rule in any_rule(),
        from in any_day(),
        length in 0u64..400,
        before in 0u64..2000,
        first_claim: bool,
    ) {
        let period = Period::new(from, later(from, length)).unwrap();
        let reception = from.checked_sub_days(Days::new(before));
        if let Ok(days) = last_days(rule, period, reception, first_claim) {
            prop_assert!(days.cautious <= days.practice && days.practice <= days.statutory);
            prop_assert!(is_working_day(days.statutory));
            prop_assert!((days.practice - days.cautious).num_days() <= 3);
            prop_assert!((days.statutory - days.practice).num_days() <= 5);
            if days.decided_by != DecidedBy::FirstClaim
                && rule != LastDayRule::OneYearAfterReception
            {
                prop_assert!(days.cautious > days.counted_from && days.counted_from >= from);
            }
        }
    }

    /// A period that begins and ends no earlier never has an earlier last day.
    #[test]
    fn later_periods_have_no_earlier_last_days(
        rule in any_rule(),
        from in any_day(),
        length in 0u64..366,
        shift_from in 0u64..40,
        shift_until in 0u64..40,
        reception in any_day(),
        first_claim: bool,
    ) {
        let until = later(from, length);
        let one = Period::new(from, until).unwrap();
        let Some(other) = Period::new(later(from, shift_from), later(until, shift_until)) else {
            return Ok(());
        };
        let one = last_days(rule, one, Some(reception), first_claim);
        let other = last_days(rule, other, Some(reception), first_claim);
        if let (Ok(one), Ok(other)) = (one, other) {
            prop_assert!(one.cautious <= other.cautious);
            prop_assert!(one.practice <= other.practice);
            prop_assert!(one.statutory <= other.statutory);
        }
    }

    #[test]
    fn a_first_claim_is_never_given_more_time(
        rule in any_rule(),
        from in any_day(),
        length in 0u64..366,
        before in 0u64..2000,
    ) {
        let period = Period::new(from, later(from, length)).unwrap();
        let reception = from.checked_sub_days(Days::new(before));
        let first = last_days(rule, period, reception, true);
        let next = last_days(rule, period, reception, false);
        if let (Ok(first), Ok(next)) = (first, next) {
            prop_assert!(first.cautious <= next.cautious && first.practice <= next.practice);
        }
    }

    #[test]
    fn arrival_gets_worse_with_time(rule in any_rule(), from in any_day(), wait in 0u64..1000) {
        let period = Period::new(from, from).unwrap();
        if let Ok(days) = last_days(rule, period, Some(from), false) {
            let arrived = later(from, wait);
            let today = received_in_time(arrived, days);
            prop_assert!(today <= received_in_time(later(arrived, 1), days));
            prop_assert_eq!(today == Timeliness::Late, arrived > days.statutory);
        }
    }

    #[test]
    fn the_next_working_day_skips_only_others(day in any_day()) {
        let next = next_working_day(day);
        prop_assert!(is_working_day(next));
        let skipped = day.iter_days().take_while(|one| *one < next);
        prop_assert!(skipped.into_iter().all(|one| !is_working_day(one)));
        prop_assert_eq!(next_working_day(next), next);
    }

    #[test]
    fn the_last_bank_day_has_none_after_it(day in any_day()) {
        let month = Month::of(day);
        let last = last_bank_day(month);
        prop_assert!(is_bank_day(last) && Month::of(last) == month);
        let after = last.iter_days().skip(1).take_while(|one| Month::of(*one) == month);
        prop_assert!(after.into_iter().all(|one| !is_bank_day(one)));
    }

    #[test]
    fn decisions_come_before_their_payment(
        rhythm in prop::sample::select(PaymentRhythm::ALL.to_vec()),
        from in any_day(),
        length in 0u64..100,
    ) {
        let period = Period::new(from, later(from, length)).unwrap();
        let payment = expected_payment_day(rhythm, period, Some(from));
        prop_assert_eq!(payment.is_none(), rhythm == PaymentRhythm::OnApplication);
        if let Some(payment) = payment {
            prop_assert!(is_bank_day(payment));
            let decision = expected_decision_day(payment);
            prop_assert!(is_working_day(decision) && decision < payment);
            prop_assert_eq!(Month::of(decision), Month::of(payment));
        }
    }

    #[test]
    fn claimed_days_are_read_as_written(from in any_day(), length in 0u64..800) {
        let claimed = ClaimedDays::from(Period::new(from, later(from, length)).unwrap());
        prop_assert_eq!(claimed.to_string().parse(), Ok(claimed));
    }

    #[test]
    fn easter_is_a_sunday_from_22_march_to_25_april(year in 1583i32..9999) {
        use chrono::Datelike;
        let easter = easter_sunday(year).unwrap();
        prop_assert_eq!(easter.weekday(), chrono::Weekday::Sun);
        prop_assert!((322..=425).contains(&(easter.month() * 100 + easter.day())));
    }
}
