//! What the texts leave open: the answer of each day counts for that day, and every amount that hangs on an
//! answer says so.

use domain::entitlement::Unmet;

use crate::life::{Life, life};

/// A child who came alone, sought asylum, and hides after a decision that can be enforced.
fn hides(days: &str) -> Life {
    let hiding = format!("hiding {days}");
    life(&[
        "birth date=2012-01-01",
        "legal-ground ground=asylum-seeker 2026-01-01",
        "unaccompanied 2026-01-01",
        "assignment law=lma-3-2 2026-02-01",
        "removal-decision 2026-08-01",
        &hiding,
    ])
}

/// A child who came alone and got a permit in September 2026, with the aid going on.
fn permitted_in_september() -> Life {
    life(&[
        "birth date=2012-01-01",
        "legal-ground ground=asylum-seeker 2026-01-01..2026-09-14",
        "legal-ground ground=permit 2026-09-15",
        "unaccompanied 2026-01-01",
        "assignment law=lma-3-2 2026-02-01",
        "placement form=foster-home basis=lvu-2 2026-01-01",
    ])
}

#[test]
fn the_answer_of_a_day_counts_whatever_days_are_asked_about() {
    let life =
        hides("2026-08-10..2026-10-31").answer("hiding-before-october", "not-paid", "2026-09-15");
    let august = ["2026-08-01..2026-08-09 9000", "2026-08-10..2026-08-31 22000~"];
    for until in ["2026-08-31", "2026-09-20", "2026-12-31"] {
        assert_eq!(life.until(until).gives_from("2026-08", "ASYL-DYGN")[..2], august, "{until}");
    }
    assert_eq!(life.gives_from("2026-09", "ASYL-DYGN")[0], "2026-09-01..2026-09-14 14000~");
    assert_eq!(life.gives_from("2026-09", "ASYL-DYGN")[1], "2026-11-01..2026-11-30 30000");
}

#[test]
fn the_answer_of_a_day_counts_whatever_days_a_cost_has() {
    let life = hides("2026-10-10..2026-11-30")
        .and(&["placement form=residential-care basis=lvu-3 2026-09-01"])
        .answer("hiding-care", "paid", "2026-11-01");
    assert_eq!(
        life.cost("2026-10-01..2026-10-31", 310_000).gives("ASYL-VARD"),
        ["2026-10-01..2026-10-09 81000"]
    );
    assert_eq!(
        life.cost("2026-10-01..2026-11-30", 610_000).gives("ASYL-VARD"),
        ["2026-10-01..2026-11-30 351000"]
    );
}

#[test]
fn what_is_sure_of_a_month_stands_by_itself() {
    assert_eq!(
        hides("2026-09-10..2026-09-20").until("2026-09-30").gives_from("2026-08", "ASYL-DYGN"),
        [
            "2026-08-01..2026-08-31 31000",
            "2026-09-01..2026-09-09 9000",
            "2026-09-10..2026-09-20 11000~",
            "2026-09-21..2026-09-30 10000"
        ]
    );
}

#[test]
fn periods_before_a_doubtful_one_are_sure() {
    let pupil = life(&[
        "birth date=2008-09-01",
        "legal-ground ground=asylum-seeker 2026-01-01",
        "schooling form=upper-secondary 2026-08-17..2026-09-30",
    ]);
    assert_eq!(
        pupil.gives("ASYL-UTB-GYM"),
        ["2026-08-17..2026-09-13 16000", "2026-09-14..2026-10-11 16000~"]
    );
}

#[test]
fn a_measure_is_an_estimate_only_beside_a_daily_sum() {
    let life = life(&[
        "birth date=1990-01-01",
        "legal-ground ground=temporary-protection 2026-01-01",
        "assignment law=2-kap-4-1 2026-10-16",
        "housing form=municipal 2026-10-16",
        "support measure=at-home cause=disability 2026-10-01",
    ])
    .cost("2026-10-01..2026-10-31", 31_000)
    .asked_by("Exempelstad");
    assert_eq!(
        life.gives("ASYL-BOENDESTOD"),
        ["2026-10-01..2026-10-15 15000", "2026-10-16..2026-10-31 16000~"]
    );
    let nothing = life.answer("flat-and-16a", "nothing", "2026-10-20");
    assert_eq!(
        nothing.gives("ASYL-BOENDESTOD"),
        ["2026-10-01..2026-10-15 15000", "2026-10-16..2026-10-19 4000~"]
    );
}

#[test]
fn whatever_rests_on_coverage_says_what_is_open_about_it() {
    let life = permitted_in_september().cost("2026-10-01..2026-10-31", 62_000);
    let school = life.and(&["schooling form=compulsory 2026-08-17..2026-12-18"]);
    let died = life.and(&["died 2026-11-01", "burial-aid 2026-11-10"]).asked_by("Exempelstad");
    for (life, of) in [
        (&life, "ASYL-DYGN"),
        (&life, "ASYL-VARD"),
        (&life, "LMA-BISTAND"),
        (&life, "ASYL-EXTRA"),
        (&school, "ASYL-UTB-GRU"),
        (&died, "ASYL-BEGRAV"),
    ] {
        let questions = life.questions(of);
        assert!(questions.contains(&"permit-before-october~".to_owned()), "{of}: {questions:?}");
    }
    let settled =
        life.and(&["registration decided=2026-12-10 2026-12-10"]).questions("NYA-SCHABLON");
    assert!(settled.contains(&"permit-before-october~".to_owned()), "{settled:?}");
    let assigned = life_of_the_assigned().questions("BOS-DYGN");
    assert!(assigned.contains(&"permit-before-october~".to_owned()), "{assigned:?}");
}

fn life_of_the_assigned() -> Life {
    life(&[
        "birth date=1986-05-01",
        "legal-ground ground=asylum-seeker 2025-01-01..2026-07-14",
        "legal-ground ground=permit 2026-07-15",
        "assignment law=2016:38 decided=2026-10-05 2026-10-10",
        "reception housing=assigned 2026-10-12",
    ])
}

#[test]
fn what_begins_when_coverage_ends_hangs_on_the_same_day() {
    let life = life(&[
        "birth date=2012-01-01",
        "legal-ground ground=asylum-seeker 2026-01-01..2026-10-14",
        "legal-ground ground=permit 2026-10-15",
        "unaccompanied 2026-01-01",
        "assignment law=lma-3-2 2026-02-01",
        "placement form=foster-home basis=lvu-2 2026-01-01",
        "registration 2026-12-08",
    ])
    .cost("2026-12-01..2026-12-31", 124_000);
    for of in ["ASYL-DYGN", "EKB-DYGN", "EKB-30K", "EKB-VARD", "ASYL-VARD", "NYA-SCHABLON"] {
        let questions = life.questions(of);
        assert!(questions.contains(&"registration-day~".to_owned()), "{of}: {questions:?}");
    }
    // Long after it nothing hangs on that day any more.
    let later = life.until("2027-06-30");
    assert_eq!(later.questions_from("2027-04-01", "EKB-DYGN"), ["care-law-2027~"; 0]);
}

#[test]
fn care_by_the_repealed_act_is_an_estimate_in_2027() {
    let life = life(&[
        "birth date=2012-01-01",
        "legal-ground ground=asylum-seeker 2026-01-01",
        "unaccompanied 2026-01-01",
        "assignment law=lma-3-2 2026-02-01",
        "placement form=foster-home basis=lvu-3 2026-11-01",
    ])
    .cost("2026-12-01..2026-12-31", 62_000)
    .cost("2027-01-01..2027-01-31", 62_000);
    let life = life.until("2027-03-31");
    assert_eq!(
        life.gives("ASYL-VARD"),
        ["2026-12-01..2026-12-31 31000", "2027-01-01..2027-01-31 31000~"]
    );
    let nothing = life.answer("care-law-2027", "nothing", "2026-01-01");
    assert_eq!(nothing.gives("ASYL-VARD"), ["2026-12-01..2026-12-31 31000"]);
}

#[test]
fn a_child_with_a_stay_gives_one_of_the_two_compensations() {
    let life = life(&[
        "birth date=2012-01-01",
        "legal-ground ground=asylum-seeker 2026-01-01",
        "unaccompanied 2026-01-01",
        "assignment law=lma-3-2 2026-02-01",
        "inhibition by_section=12-16-e 2026-06-05..2026-10-15",
    ])
    .cost("2026-07-01..2026-07-31", 62_000)
    .until("2026-10-31");
    assert_eq!(life.gives("INHIBITION"), ["2026-07-01..2026-07-31 62000"]);
    assert_eq!(
        life.gives_from("2026-05", "ASYL-DYGN"),
        [
            "2026-05-01..2026-05-31 31000",
            "2026-06-01..2026-06-04 4000",
            "2026-10-16..2026-10-31 16000"
        ]
    );
    let daily = life.answer("inhibition-unaccompanied", "daily", "2026-01-01");
    assert_eq!(daily.unmet("INHIBITION"), Some(Unmet::Inhibition));
    assert_eq!(daily.gives_from("2026-07", "ASYL-DYGN")[0], "2026-07-01..2026-07-31 31000");
    assert_eq!(daily.gives_from("2026-10", "ASYL-DYGN"), ["2026-10-01..2026-10-31 31000"]);
}
