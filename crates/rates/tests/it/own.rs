//! The municipality's own amounts.

use domain::law::{Catalogue, Query, Refusal};
use rates::{OwnFault, OwnRate, preview, shipped, with_own};

use crate::{code, day};

fn own(of: &str, case: &str, from: &str, until: Option<&str>, value: &str) -> OwnRate {
    OwnRate {
        code: code(of),
        case: case.to_owned(),
        valid_from: day(from),
        valid_until: until.map(day),
        value: value.to_owned(),
        source: "SFS 2026:1500".to_owned(),
        checked_on: day("2026-12-20"),
        note: None,
    }
}

fn added(additions: &[OwnRate]) -> Catalogue {
    with_own(shipped().unwrap(), additions).unwrap()
}

fn refused(additions: &[OwnRate]) -> Vec<String> {
    let faults = with_own(shipped().unwrap(), additions).unwrap_err();
    assert_eq!(preview(&shipped().unwrap(), additions), Err(faults.clone()));
    faults.iter().map(OwnFault::to_string).collect()
}

/// First day, last day and value of the case.
fn intervals(law: &Catalogue, of: &str, case: &str) -> Vec<String> {
    let found = law.get(&code(of)).unwrap();
    let case = found.cases.iter().find(|one| one.name == case).unwrap();
    let text = |rate: &domain::law::Rate| {
        let until = rate.valid_until.map(|day| day.to_string()).unwrap_or_default();
        let value = rate.value.map_or("hole".to_owned(), |value| value.to_string());
        let own = if rate.own { " own" } else { "" };
        format!("{}–{until} {value}{own}", rate.valid_from)
    };
    case.rates.iter().map(|rate| text(rate)).collect()
}

#[test]
fn an_own_amount_closes_the_one_before() {
    let law = added(&[own("EKB-DYGN", "child", "2027-01-01", None, "1100")]);
    assert_eq!(
        intervals(&law, "EKB-DYGN", "child"),
        ["2017-07-01–2023-12-31 1350", "2024-01-01–2026-12-31 1000", "2027-01-01– 1100 own"]
    );
    let rated = law.rate(&code("EKB-DYGN"), Query::on(day("2027-01-15"))).unwrap();
    assert_eq!(rated.rate.id, "EKB-DYGN/child/2027-01-01");
    assert!(rated.rate.own && rated.rate.verified && !rated.estimated);
    // To the end of its first year.
    assert!(law.rate(&code("EKB-DYGN"), Query::on(day("2027-12-31"))).is_ok());
    let stale = law.rate(&code("EKB-DYGN"), Query::on(day("2028-01-01")));
    assert!(matches!(stale, Err(Refusal::NotChecked { .. })));
    // Nothing else is touched.
    let shipped = shipped().unwrap();
    for (before, after) in shipped.iter().zip(law.iter()) {
        assert_eq!(before == after, before.code.0 != "EKB-DYGN", "{}", before.code);
    }
}

#[test]
fn an_own_amount_from_the_same_day_takes_the_place() {
    // Checked while the wording held that it begins in.
    let checked_on = day("2026-05-10");
    let law =
        added(&[OwnRate { checked_on, ..own("MASS-DYGN", "adult", "2026-01-01", None, "310") }]);
    assert_eq!(
        intervals(&law, "MASS-DYGN", "adult"),
        ["2022-07-01–2025-12-31 300", "2026-01-01– 310 own"]
    );
    assert_eq!(intervals(&law, "MASS-DYGN", "child").len(), 2);
}

#[test]
fn next_years_amount_follows_upon_the_last() {
    let law = added(&[
        own("REF-PBB", "all", "2028-01-01", Some("2028-12-31"), "61000"),
        own("REF-PBB", "all", "2027-01-01", Some("2027-12-31"), "60000"),
    ]);
    let price_base = law.price_base(day("2027-06-01")).unwrap();
    assert_eq!(
        (price_base.rate.value.unwrap().to_string().as_str(), price_base.estimated),
        ("60000", false)
    );
    assert_eq!(intervals(&law, "REF-PBB", "all").len(), 18);
}

#[test]
fn an_own_amount_fills_a_hole_or_part_of_it() {
    let whole = own("REF-PBB", "all", "2027-01-01", Some("2027-12-31"), "60000");
    let law = added(std::slice::from_ref(&whole));
    assert_eq!(law.price_base(day("2027-12-31")).unwrap().rate.value.unwrap().to_string(), "60000");
    let part = own("ERSF-DYGN", "child", "2022-01-01", Some("2022-12-31"), "1350");
    let law = added(&[part]);
    assert_eq!(
        intervals(&law, "ERSF-DYGN", "child")[..3],
        [
            "2017-07-01–2021-12-31 hole",
            "2022-01-01–2022-12-31 1350 own",
            "2023-01-01–2023-12-31 hole"
        ]
    );
}

#[test]
fn additions_to_one_case_follow_upon_each_other() {
    let law = added(&[
        own("EKU-DYGN", "all", "2028-01-01", None, "800"),
        own("EKU-DYGN", "all", "2027-01-01", None, "775"),
    ]);
    assert_eq!(
        intervals(&law, "EKU-DYGN", "all"),
        ["2017-07-01–2026-12-31 750", "2027-01-01–2027-12-31 775 own", "2028-01-01– 800 own"]
    );
}

#[test]
fn additions_are_refused_with_every_fault_by_the_same_rules() {
    let nothing =
        OwnRate { source: " ".to_owned(), ..own("EKB-DYGN", "child", "2027-01-01", None, "1 100") };
    let found = refused(&[
        own("EKB-DYGNS", "child", "2027-01-01", None, "1100"),
        own("EKB-DYGN", "adult", "2027-01-01", None, "1100"),
        nothing,
        own("EKB-DYGN", "child", "2027-01-01", Some("2026-12-31"), "-5"),
        OwnRate {
            checked_on: day("2026-05-10"),
            ..own("EKB-DYGN", "child", "2023-12-31", None, "1100")
        },
        own("EKB-DYGN", "child", "2023-12-31", None, "1100"),
        own("EKU-DYGN", "all", "2300-01-01", None, "800"),
    ]);
    assert_eq!(
        found,
        [
            "addition 0 (EKB-DYGNS): code: no compensation EKB-DYGNS",
            "addition 1 (EKB-DYGN): no case \"adult\"",
            "addition 2 (EKB-DYGN): a value has no source",
            "addition 2 (EKB-DYGN): the value \"1 100\" does not print back as written",
            "addition 3 (EKB-DYGN): valid_until 2026-12-31 is before valid_from 2027-01-01",
            "addition 3 (EKB-DYGN): the value -5 is negative",
            "addition 4 (EKB-DYGN): case \"child\" has two values on 2023-12-31",
            "addition 5 (EKB-DYGN): the wording until 2026-09-30 has ended",
            "addition 6 (EKU-DYGN): valid_from: 2300-01-01 is outside the years 1900 to 2200",
        ]
    );
}

#[test]
fn an_addition_leaves_no_gap_and_changes_no_closed_value() {
    assert_eq!(
        refused(&[own("REF-PBB", "all", "2028-01-01", Some("2028-12-31"), "61000")]),
        [
            "addition 0 (REF-PBB): case \"all\" has neither value nor hole from 2027-01-01 until 2027-12-31"
        ]
    );
    assert_eq!(
        refused(&[own("REF-PBB", "all", "2026-01-01", Some("2026-12-31"), "61000")]),
        ["addition 0 (REF-PBB): case \"all\" has two values on 2026-01-01"]
    );
    let twice = own("EKU-DYGN", "all", "2027-01-01", None, "800");
    assert_eq!(
        refused(&[twice.clone(), twice]),
        ["addition 1 (EKU-DYGN): case \"all\" has two values on 2027-01-01"]
    );
}

#[test]
fn no_value_changes_a_wording_that_has_ended() {
    assert_eq!(
        refused(&[own("ASYL-DYGN", "child", "2026-09-30", None, "1100")]),
        ["addition 0 (ASYL-DYGN): the wording until 2026-09-30 has ended"]
    );
    assert_eq!(
        intervals(
            &added(&[own("ASYL-DYGN", "child", "2026-10-01", None, "1100")]),
            "ASYL-DYGN",
            "child"
        )
        .len(),
        4
    );
}

#[test]
fn no_value_begins_where_a_provision_has_been_repealed() {
    let repealed = "the provision was repealed after 2026-09-30";
    // On any day after it, and on one before it that had passed: no later day is advised.
    for from in ["2026-10-01", "2028-01-01", "2026-09-01"] {
        assert_eq!(
            refused(&[own("ASYL-UTB-3A", "all", from, None, "160000")]),
            [format!("addition 0 (ASYL-UTB-3A): {repealed}")],
            "{from}"
        );
    }
}

#[test]
fn a_preview_shows_the_intervals_that_change() {
    let additions = [
        own("EKB-DYGN", "child", "2027-01-01", None, "1100"),
        own("REF-PBB", "all", "2027-01-01", Some("2027-12-31"), "60000"),
    ];
    let changes = preview(&shipped().unwrap(), &additions).unwrap();
    let days = |rates: &[std::sync::Arc<domain::law::Rate>]| -> Vec<String> {
        rates.iter().map(|rate| format!("{} {:?}", rate.valid_from, rate.valid_until)).collect()
    };
    assert_eq!(changes.len(), 2);
    assert_eq!((changes[0].code.0.as_str(), changes[0].case.as_str()), ("EKB-DYGN", "child"));
    assert_eq!(days(&changes[0].before), ["2024-01-01 None"]);
    assert_eq!(days(&changes[0].after), ["2024-01-01 Some(2026-12-31)", "2027-01-01 None"]);
    assert_eq!((days(&changes[1].before).len(), days(&changes[1].after).len()), (0, 1));
    assert_eq!(preview(&shipped().unwrap(), &[]), Ok(Vec::new()));
}
