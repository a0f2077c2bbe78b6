use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};

use super::LastDayRule::*;
use super::*;
use crate::deadline::ClaimedDays;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn period(text: &str) -> Period {
    text.parse::<ClaimedDays>().unwrap().days()
}

fn counted(rule: LastDayRule, claimed: &str) -> LastDays {
    last_days(rule, period(claimed), None, false).unwrap()
}

fn first(rule: LastDayRule, claimed: &str, reception: &str) -> LastDays {
    last_days(rule, period(claimed), Some(day(reception)), true).unwrap()
}

fn three(days: LastDays) -> [String; 3] {
    [days.cautious, days.practice, days.statutory].map(|day| day.to_string())
}

#[test]
fn quarters_count_six_months() {
    for (claimed, days) in [
        ("2026Q1", ["2026-09-30", "2026-09-30", "2026-09-30"]),
        ("2026Q3", ["2027-03-30", "2027-03-31", "2027-03-31"]),
        ("2026Q4", ["2027-06-30", "2027-06-30", "2027-06-30"]),
        // Printed by the agency for costs through 30 June 2017.
        ("2017Q2", ["2017-12-30", "2017-12-31", "2018-01-02"]),
        ("2026Q2", ["2026-12-30", "2026-12-31", "2027-01-04"]),
        ("2023Q3", ["2024-03-30", "2024-03-31", "2024-04-02"]),
        ("2026-05-17/2026-05-17", ["2026-12-30", "2026-12-31", "2027-01-04"]),
        // Two quarters count from the end of the first.
        ("2026-01-01/2026-06-30", ["2026-09-30", "2026-09-30", "2026-09-30"]),
        ("2026-06-30/2026-07-01", ["2026-12-30", "2026-12-31", "2027-01-04"]),
    ] {
        let counted = counted(SixMonthsAfterQuarter, claimed);
        assert_eq!(three(counted), days, "{claimed}");
        assert_eq!(counted.decided_by, DecidedBy::Period);
    }
    assert_eq!(counted(SixMonthsAfterQuarter, "2026Q2").counted_from, day("2026-06-30"));
}

#[test]
fn schooling_of_2016_ended_with_2017() {
    // The claim of Mönsterås that was lost in the post.
    let days = counted(OneYearAfterQuarter, "2016Q4");
    assert_eq!(three(days), ["2017-12-31", "2017-12-31", "2018-01-02"]);
    assert_eq!(received_in_time(day("2018-02-15"), days), Timeliness::Late);
    assert_eq!(counted(OneYearAfterQuarter, "2015Q1").practice, day("2016-03-31"));
}

#[test]
fn years_count_one_year() {
    let days = counted(OneYearAfterYear, "2025");
    assert_eq!(three(days), ["2026-12-31", "2026-12-31", "2027-01-04"]);
    assert_eq!(counted(OneYearAfterYear, "2025-03-10/2025-04-02"), days);
    assert_eq!(counted(OneYearAfterYear, "2025-07-01/2026-06-30"), days);
}

#[test]
fn twelve_months_count_from_the_end_of_their_own() {
    for (claimed, days) in [
        ("2025", ["2026-12-31", "2026-12-31", "2027-01-04"]),
        ("2025-03-01/2026-02-28", ["2027-02-28", "2027-02-28", "2027-03-01"]),
        ("2026-03-01/2027-02-28", ["2028-02-28", "2028-02-29", "2028-02-29"]),
        ("2023-03-01/2024-02-29", ["2025-02-28", "2025-02-28", "2025-02-28"]),
        ("2025-05-15/2026-05-14", ["2027-05-14", "2027-05-14", "2027-05-14"]),
        ("2025-09-01/2025-09-30", ["2027-08-31", "2027-08-31", "2027-08-31"]),
    ] {
        assert_eq!(three(counted(OneYearAfterTwelveMonths, claimed)), days, "{claimed}");
    }
}

#[test]
fn particular_costs_count_from_reception_or_their_own_end() {
    for (reception, days) in [
        ("2024-02-15", ["2025-02-15", "2025-02-15", "2025-02-17"]),
        ("2023-06-01", ["2024-06-01", "2024-06-01", "2024-06-03"]),
        ("2024-02-29", ["2025-02-28", "2025-02-28", "2025-02-28"]),
        ("2025-06-30", ["2026-06-30", "2026-06-30", "2026-06-30"]),
    ] {
        // A dwelling stands empty before reception.
        for first_claim in [false, true] {
            let reception = Some(day(reception));
            let days_of =
                last_days(OneYearAfterReception, period("2023Q1"), reception, first_claim);
            let days_of = days_of.unwrap();
            assert_eq!(three(days_of), days, "{reception:?}");
            assert_eq!(Some(days_of.counted_from), reception);
            assert_eq!(days_of.decided_by, DecidedBy::Reception);
        }
    }
    for (claimed, days) in [
        ("2026-05-01/2026-08-31", ["2027-08-31", "2027-08-31", "2027-08-31"]),
        ("2027-02-01/2027-02-28", ["2028-02-28", "2028-02-29", "2028-02-29"]),
        ("2026-05-01/2026-05-14", ["2027-05-14", "2027-05-14", "2027-05-14"]),
        ("2020-01-01/2024-12-30", ["2025-12-30", "2025-12-30", "2025-12-30"]),
    ] {
        assert_eq!(three(counted(OneYearAfterPeriod, claimed)), days, "{claimed}");
    }
}

#[test]
fn the_earlier_of_two_limits_holds_for_the_first_claim() {
    for (rule, claimed, reception, days, decided_by) in [
        (
            OneYearAfterYear,
            "2025",
            "2023-06-15",
            ["2026-06-15", "2026-06-15", "2026-06-15"],
            DecidedBy::FirstClaim,
        ),
        (
            OneYearAfterYear,
            "2025",
            "2025-06-15",
            ["2026-12-31", "2026-12-31", "2027-01-04"],
            DecidedBy::Period,
        ),
        (
            OneYearAfterYear,
            "2025",
            "2023-12-31",
            ["2026-12-31", "2026-12-31", "2027-01-04"],
            DecidedBy::Period,
        ),
        (
            OneYearAfterYear,
            "2024",
            "2020-02-29",
            ["2023-02-28", "2023-02-28", "2023-02-28"],
            DecidedBy::FirstClaim,
        ),
        (
            OneYearAfterTwelveMonths,
            "2026-03-01/2027-02-28",
            "2025-02-28",
            ["2028-02-28", "2028-02-28", "2028-02-28"],
            DecidedBy::FirstClaim,
        ),
    ] {
        let counted = first(rule, claimed, reception);
        assert_eq!(three(counted), days, "{rule:?} {claimed} {reception}");
        assert_eq!(counted.decided_by, decided_by, "{rule:?} {claimed} {reception}");
    }
    let later = last_days(OneYearAfterYear, period("2025"), Some(day("2023-06-15")), false);
    assert_eq!(later, Ok(counted(OneYearAfterYear, "2025")));
}

#[test]
fn reception_is_asked_for_where_a_limit_counts_from_it() {
    for rule in LastDayRule::ALL {
        for first_claim in [false, true] {
            let claimed = if rule == OneYearAfterQuarter { "2016Q1" } else { "2026Q1" };
            let days = last_days(rule, period(claimed), None, first_claim);
            let missing = days == Err(LastDayFault::ReceptionMissing);
            assert_eq!(missing, rule.needs_reception(first_claim), "{rule:?} {first_claim}");
            assert!(missing || days.is_ok(), "{rule:?} {first_claim}");
        }
    }
}

#[test]
fn faults_are_told() {
    use LastDayFault::*;
    for (rule, claimed, fault) in [
        (SixMonthsAfterQuarter, "2026-01-01/2026-07-01", PeriodTooLong),
        (SixMonthsAfterQuarter, "2026", PeriodTooLong),
        (OneYearAfterQuarter, "2015-12-31/2016-04-01", PeriodTooLong),
        (OneYearAfterYear, "2025-01-01/2026-01-01", PeriodTooLong),
        (OneYearAfterTwelveMonths, "2024-02-29/2025-03-01", PeriodTooLong),
        (SixMonthsAfterQuarter, "2017Q1", PeriodBeforeRule),
        (OneYearAfterQuarter, "2002Q4", PeriodBeforeRule),
        (OneYearAfterQuarter, "2017Q3", PeriodAfterRule),
        (OneYearAfterQuarter, "2017-06-30/2017-07-01", PeriodAfterRule),
        (OneYearAfterYear, "1990", PeriodBeforeRule),
        (OneYearAfterReception, "2010-01-01/2010-11-30", PeriodBeforeRule),
    ] {
        let days = last_days(rule, period(claimed), None, false);
        assert_eq!(days, Err(fault), "{rule:?} {claimed}");
    }
    assert!(last_days(OneYearAfterQuarter, period("2017Q2"), None, false).is_ok());
    assert!(last_days(OneYearAfterPeriod, period("2020-01-01/2024-01-01"), None, false).is_ok());
}

#[test]
fn units_are_asked_by_the_periods_that_a_rule_counts_by() {
    let asked = |claimed: &str| -> Vec<LastDayRule> {
        let days: ClaimedDays = claimed.parse().unwrap();
        LastDayRule::ALL.into_iter().filter(|rule| rule.is_asked_for(days)).collect()
    };
    assert_eq!(asked("2026Q3"), [SixMonthsAfterQuarter, OneYearAfterQuarter]);
    assert_eq!(asked("2026"), [OneYearAfterYear, OneYearAfterTwelveMonths, OneYearAfterPeriod]);
    assert_eq!(asked("2024-02-29/2025-02-28"), [OneYearAfterTwelveMonths]);
    for neither in ["2026-01-01/2026-06-30", "2026-07-01/2026-07-31", "2025-07-01/2026-07-01"] {
        assert_eq!(asked(neither), [], "{neither}");
    }
}

#[test]
fn nothing_is_claimed_for_days_before_reception() {
    for (rule, claimed, reception, allowed) in [
        (OneYearAfterYear, "2025", "2025-06-15", true),
        (OneYearAfterYear, "2025Q2", "2025-06-15", true),
        (OneYearAfterYear, "2025-06-01/2025-12-31", "2025-06-15", true),
        (OneYearAfterYear, "2025-06-15/2025-12-31", "2025-06-15", true),
        (OneYearAfterYear, "2025-06-14/2025-12-31", "2025-06-15", false),
        (OneYearAfterYear, "2025-05-01/2025-12-31", "2025-06-15", false),
        (OneYearAfterYear, "2024", "2025-06-15", false),
        (OneYearAfterYear, "2025Q2", "2025-07-01", false),
        (OneYearAfterTwelveMonths, "2025-03-10/2025-12-31", "2025-06-15", false),
        (OneYearAfterReception, "2025-03-10/2025-06-14", "2025-06-15", true),
        (OneYearAfterPeriod, "2025-03-10/2025-12-31", "2025-06-15", true),
        (SixMonthsAfterQuarter, "2025Q1", "2025-06-15", true),
    ] {
        for first_claim in [false, true] {
            let days = last_days(rule, period(claimed), Some(day(reception)), first_claim);
            let before = days == Err(LastDayFault::PeriodBeforeReception);
            assert_eq!(!before, allowed, "{rule:?} {claimed} {reception}");
            assert!(before || days.is_ok());
        }
    }
}

#[test]
fn the_day_of_arrival_counts() {
    let days = counted(SixMonthsAfterQuarter, "2026Q2");
    for (arrived, timeliness) in [
        ("2026-07-01", Timeliness::InTime),
        ("2026-12-30", Timeliness::InTime),
        ("2026-12-31", Timeliness::OnlyByPractice),
        ("2027-01-01", Timeliness::OnlyByStatutory),
        ("2027-01-04", Timeliness::OnlyByStatutory),
        // Posted in time or not: Kammarrätten i Sundsvall 346-347-20.
        ("2027-01-05", Timeliness::Late),
    ] {
        assert_eq!(received_in_time(day(arrived), days), timeliness, "{arrived}");
    }
}

#[test]
fn rules_have_their_names_in_files() {
    let names = [
        "six-months-after-quarter",
        "one-year-after-quarter",
        "one-year-after-year",
        "one-year-after-twelve-months",
        "one-year-after-reception",
        "one-year-after-period",
    ];
    for (name, rule) in names.into_iter().zip(LastDayRule::ALL) {
        let text: StrDeserializer<'_, Error> = name.into_deserializer();
        assert_eq!(LastDayRule::deserialize(text), Ok(rule), "{name}");
    }
}
