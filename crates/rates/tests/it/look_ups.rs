//! Every interval of every shipped case is found on its first and last day, and nothing beside it.

use chrono::{Datelike, Days, Months, NaiveDate};
use domain::Period;
use domain::law::{AgeBound, Case, Catalogue, Compensation, HousingDuty, Query, Rate, Refusal};
use rates::shipped;

use crate::{code, day};

/// The lowest and highest ages that the case is for.
fn ages(case: &Case) -> [u32; 2] {
    let years = |bound: Option<AgeBound>, at_limit: u32, else_: u32| match bound {
        Some(AgeBound::Years(years)) => u32::from(years),
        Some(AgeBound::Limit) => at_limit,
        None => else_,
    };
    // From the limit: 80 is above, and 64 below any that has been.
    [years(case.limits.age_from, 80, 0), years(case.limits.age_below, 65, 101) - 1]
}

/// Asks for the case on `on`, about somebody of `age` who was received after 2015.
fn asked(case: &Case, on: NaiveDate, age: u32) -> Query<'_> {
    // Two months more than whole years: the age is the same at the end of the month before.
    let born = on.checked_sub_months(Months::new(age * 12 + 2));
    Query {
        born,
        item: case.limits.item.as_deref(),
        settled: case.limits.settled.first().copied(),
        // An ordinary one: persons received before 2016 have amounts of their own.
        received: case.limits.received_from.or(Some(day("2016-01-01"))),
        ..Query::on(on)
    }
}

fn each(mut look: impl FnMut(&Compensation, &Case, &Rate, u32)) -> usize {
    let mut seen = 0;
    for compensation in shipped().unwrap().iter() {
        for case in &compensation.cases {
            for rate in &case.rates {
                for age in ages(case) {
                    look(compensation, case, rate, age);
                    seen += 1;
                }
            }
        }
    }
    seen
}

#[test]
fn each_interval_answers_on_its_first_and_last_day() {
    let catalogue = shipped().unwrap();
    let seen = each(|compensation, case, rate, age| {
        let last = rate.valid_until.or_else(|| compensation.trusted_until(rate)).unwrap();
        for on in [rate.valid_from, last] {
            let found = catalogue.rate(&compensation.code, asked(case, on, age));
            match rate.value {
                Some(value) => {
                    let found = found.unwrap();
                    assert_eq!(found.rate.id, rate.id, "{on}");
                    assert_eq!(found.rate.value, Some(value));
                    assert!(!found.estimated, "{}", rate.id);
                }
                None => {
                    let (from, until) = (rate.valid_from, rate.valid_until);
                    assert_eq!(found, Err(Refusal::Hole { from, until }), "{} {on}", rate.id);
                }
            }
        }
    });
    assert!(seen > 250, "{seen}");
}

#[test]
fn the_day_before_the_first_is_refused() {
    let catalogue = shipped().unwrap();
    each(|compensation, case, rate, age| {
        let (first, last) = (case.rates[0].valid_from, case.rates.last().unwrap().valid_until);
        if rate.valid_from == first {
            let before = first.pred_opt().unwrap();
            let found = catalogue.rate(&compensation.code, asked(case, before, age));
            assert_eq!(found, Err(Refusal::NotInForce { first, last }), "{}", rate.id);
        }
    });
}

#[test]
fn the_day_after_the_last_is_refused() {
    let catalogue = shipped().unwrap();
    each(|compensation, case, rate, age| {
        let (first, last) = (case.rates[0].valid_from, case.rates.last().unwrap().valid_until);
        let Some(last) = last.filter(|last| rate.valid_until == Some(*last)) else { return };
        let after = last.succ_opt().unwrap();
        let found = catalogue.rate(&compensation.code, asked(case, after, age));
        let expected = match compensation.set_yearly {
            true => Refusal::NotSetYet { last },
            false => Refusal::NotInForce { first, last: Some(last) },
        };
        assert_eq!(found, Err(expected), "{}", rate.id);
    });
}

#[test]
fn a_value_until_further_notice_is_refused_once_its_check_is_too_old() {
    let catalogue = shipped().unwrap();
    let mut stale = 0;
    each(|compensation, case, rate, age| {
        let Some(trusted_until) = compensation.trusted_until(rate) else { return };
        let year = rate.valid_from.year().max(2026);
        assert_eq!(trusted_until, NaiveDate::from_ymd_opt(year, 12, 31).unwrap(), "{}", rate.id);
        let after = trusted_until.succ_opt().unwrap();
        let expected = Refusal::NotChecked { checked_on: rate.checked_on, trusted_until };
        let found = catalogue.rate(&compensation.code, asked(case, after, age));
        assert_eq!(found, Err(expected), "{}", rate.id);
        let estimate = catalogue.estimate(&compensation.code, asked(case, after, age)).unwrap();
        assert_eq!((estimate.rate.id.as_str(), estimate.estimated), (rate.id.as_str(), true));
        stale += 1;
    });
    assert!(stale > 60, "{stale}");
}

#[test]
fn persons_received_before_2016_have_amounts_of_their_own() {
    let catalogue = shipped().unwrap();
    let ask = |on: &str, received: Option<&str>| {
        let born = Some(day("1990-01-01"));
        let query = Query { born, received: received.map(day), ..Query::on(day(on)) };
        catalogue.rate(&code("NYA-SCHABLON"), query)
    };
    let id = |on, received| ask(on, Some(received)).unwrap().rate.id.clone();
    assert_eq!(id("2016-06-30", "2015-12-31"), "NYA-SCHABLON-11A/below-limit/2016-01-01");
    assert_eq!(id("2016-06-30", "2016-01-01"), "NYA-SCHABLON/below-limit/2016-01-01");
    assert_eq!(id("2015-12-31", "2015-12-31"), "NYA-SCHABLON/below-limit/2015-01-01");
    assert_eq!(id("2020-01-01", "2015-12-31"), "NYA-SCHABLON/below-limit/2020-01-01");
    assert_eq!(ask("2016-06-30", None), Err(Refusal::NeedsReception));
    assert!(matches!(ask("2018-06-30", Some("2015-12-31")), Err(Refusal::Hole { .. })));
}

#[test]
fn ages_count_at_the_end_of_the_month_before() {
    let catalogue = shipped().unwrap();
    let ask = |born: &str, on: &str| {
        let query = Query {
            born: Some(day(born)),
            received: Some(day("2024-01-01")),
            ..Query::on(day(on))
        };
        catalogue.rate(&code("NYA-SCHABLON"), query).unwrap().rate.value.unwrap().to_string()
    };
    // 66 in September 2025: the payment of September goes by the end of August.
    assert_eq!(ask("1959-09-01", "2025-09-30"), "165000");
    assert_eq!(ask("1959-09-01", "2025-10-31"), "92600");
    assert_eq!(ask("1959-08-31", "2025-09-30"), "92600");
}

#[test]
fn daily_amounts_are_told_apart_by_item_and_age() {
    let catalogue = shipped().unwrap();
    let ask = |age: u32, item: Option<&'static str>| {
        let on = day("2023-06-01");
        let born = on.checked_sub_months(Months::new(age * 12));
        let query = Query { born, item, ..Query::on(on) };
        catalogue
            .rate(&code("LMA-DAGERS"), query)
            .map(|found| found.rate.value.unwrap().to_string())
    };
    for (age, item, kronor) in [
        (30, Some("adult-single"), "71"),
        (30, Some("adult-sharing"), "61"),
        (3, None, "37"),
        (4, None, "43"),
        (10, None, "43"),
        (11, None, "50"),
        (17, None, "50"),
    ] {
        assert_eq!(ask(age, item).as_deref(), Ok(kronor), "{age}");
    }
    assert_eq!(ask(30, None), Err(Refusal::NothingAtThatAge { years: 30 }));
    let quota = catalogue.rate(&code("NYA-SARSK-KVOT"), Query::on(day("2024-01-01")));
    let items = ["food", "clothes", "home-first", "home-further"].map(str::to_owned).to_vec();
    assert_eq!(quota, Err(Refusal::NeedsItem { items }));
}

#[test]
fn trust_ends_so_many_days_after_the_check_and_never_past_a_new_year() {
    let mut open = 0;
    for compensation in shipped().unwrap().iter() {
        for rate in compensation.cases.iter().flat_map(|case| &case.rates) {
            let Some(last) = compensation.trusted_until(rate) else {
                assert!(rate.valid_until.is_some(), "{}", rate.id);
                continue;
            };
            open += 1;
            let from = rate.checked_on.max(rate.valid_from);
            assert!(from.year() == last.year(), "{}: {last}", rate.id);
            let age = u64::try_from((last - from).num_days()).unwrap();
            assert!(age <= u64::from(compensation.allowed_age_days), "{}", rate.id);
            let short = Compensation { allowed_age_days: 10, ..Compensation::clone(compensation) };
            assert_eq!(short.trusted_until(rate), Some(from + Days::new(10)), "{}", rate.id);
        }
    }
    assert!(open > 20, "{open}");
}

#[test]
fn what_gives_nothing_is_not_said_to_be_an_actual_cost() {
    let catalogue = shipped().unwrap();
    let of = |settled| Query {
        born: Some(day("1990-01-01")),
        received: Some(day("2026-11-01")),
        settled: Some(settled),
        ..Query::on(day("2026-11-01"))
    };
    let neither = catalogue.rate(&code("NYA-INIT-16"), of(HousingDuty::Neither));
    assert_eq!(neither, Err(Refusal::NothingUnderThatLaw));
    let mut later = Compensation::clone(catalogue.get(&code("NYA-SCHABLON")).unwrap());
    later.cases.retain(|case| case.limits.received_from.is_some());
    let later = Catalogue::of([later]);
    let early = later.rate(&code("NYA-SCHABLON"), of(HousingDuty::Neither));
    assert_eq!(early, Err(Refusal::NothingForThatReception));
}

#[test]
fn days_outside_every_wording_have_no_last_day() {
    let catalogue = shipped().unwrap();
    let period = |from: &str, until: &str| Period { from: day(from), until: day(until) };
    let summer = period("2026-07-01", "2026-09-30");
    let autumn = period("2026-10-01", "2026-12-31");
    for (of, outside, limit) in [
        ("BOS-DYGN", summer, "2026-10-01"),
        ("ASYL-BEGRAV", summer, "2026-10-01"),
        ("ASYL-UTB-3A", autumn, "2026-09-30"),
    ] {
        let compensation = catalogue.get(&code(of)).unwrap();
        assert_eq!(compensation.wording_in(outside), None, "{of}");
        assert_eq!(compensation.limit_beside(outside), Some(day(limit)), "{of}");
        let both = Period { from: summer.from, until: autumn.until };
        assert!(compensation.wording_in(both).is_some(), "{of}");
    }
}
