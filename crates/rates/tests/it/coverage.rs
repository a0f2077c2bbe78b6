//! Whom mottagandelagen (2026:999) covers, until when, and which day is that of first reception.

use domain::entitlement::Unmet;

use crate::facts::day;
use crate::life::{Life, life};

/// Somebody who sought asylum and got a permit in October 2026.
fn permitted() -> Life {
    life(&[
        "birth date=1986-05-01",
        "legal-ground ground=asylum-seeker 2025-01-01..2026-10-14",
        "legal-ground ground=permit decided=2026-10-15 2026-10-15",
    ])
}

/// A child who came alone, sought asylum and was assigned before October 2026.
fn child() -> Life {
    life(&[
        "birth date=2012-01-01",
        "unaccompanied 2025-01-01",
        "assignment law=lma-3-2 2025-02-01",
    ])
}

/// Somebody with temporary protection in municipal housing.
fn protected() -> Life {
    life(&[
        "birth date=1990-01-01",
        "legal-ground ground=temporary-protection 2024-01-01",
        "assignment law=lma-3-1 2024-02-01",
        "housing form=municipal 2024-02-05",
    ])
}

#[test]
fn a_later_coverage_takes_no_reception_away() {
    let once = permitted().and(&[
        "coverage ended=registered-with-permit 2026-10-01..2026-11-30",
        "registration decided=2026-12-01 2026-12-01",
    ]);
    for again in
        [&["coverage 2028-06-01"][..], &["coverage ended=left-sweden 2028-06-01..2028-07-31"], &[]]
    {
        let life = once.and(again).until("2028-12-31");
        assert_eq!(life.received("NYA-SCHABLON"), [day("2026-12-01")], "{again:?}");
        assert_eq!(life.gives("NYA-SCHABLON")[0], "2026-12-01..2026-12-31 16500");
    }
}

#[test]
fn a_refusal_ends_no_coverage() {
    let refused = child().and(&["legal-ground ground=asylum-seeker 2025-01-01..2026-11-15"]);
    for decision in ["removal-decision 2026-11-16", "removal-decision 2026-12-20..2027-06-30"] {
        let gives = refused.and(&[decision]).gives_from("2026-11", "ASYL-DYGN");
        assert_eq!(gives, ["2026-11-01..2026-11-30 30000", "2026-12-01..2026-12-31 31000"]);
    }
    // What came after it nobody has entered.
    assert_eq!(refused.gives_from("2026-11", "ASYL-DYGN"), ["2026-11-01..2026-11-15 15000"]);
    // Refused before the act came.
    let before = child().and(&[
        "legal-ground ground=asylum-seeker 2025-01-01..2026-08-31",
        "removal-decision 2026-09-01",
    ]);
    assert_eq!(before.gives_from("2026-12", "ASYL-DYGN"), ["2026-12-01..2026-12-31 31000"]);
}

#[test]
fn waiting_for_settlement_ends_with_the_accommodation() {
    let waits = permitted().and(&[
        "registration decided=2026-11-28 2026-11-28",
        "housing form=agency 2024-01-01..2026-12-14",
    ]);
    let moves = waits.and(&["housing form=own 2026-12-15"]);
    assert_eq!(moves.received("NYA-SCHABLON"), [day("2026-12-15")]);
    assert_eq!(waits.received("NYA-SCHABLON"), [day("2026-12-15")]);
    // Whoever is assigned before leaving it waits on until received.
    let assigned = moves.and(&["assignment law=2016:38 decided=2026-12-10 2026-12-15"]);
    assert_eq!(assigned.unmet("NYA-SCHABLON"), Some(Unmet::StillCovered));
    let received = assigned.and(&["reception housing=assigned 2026-12-20"]);
    assert_eq!(received.received("NYA-SCHABLON"), [day("2026-12-20")]);
    let stays = permitted()
        .and(&["registration decided=2026-11-28 2026-11-28", "housing form=agency 2024-01-01"]);
    assert_eq!(stays.unmet("NYA-SCHABLON"), Some(Unmet::StillCovered));
}

#[test]
fn an_assignment_of_2026_keeps_its_law_in_2027() {
    let life = protected()
        .and(&[
            "assignment law=2016:38 2026-12-20",
            "registration decided=2027-01-15 2027-01-15",
            "reception housing=assigned 2027-02-01",
        ])
        .until("2027-03-31");
    assert_eq!(life.received("NYA-SCHABLON"), [day("2027-02-01")]);
    // Nobody has checked the values of 2027; from the registration on it is open too.
    let january = life.gives_from("2027-01", "MASS-DYGN");
    assert_eq!(january, ["2027-01-01..2027-01-14 4200~", "2027-01-15..2027-01-31 5100~"]);
    // Without it registration ends it: the law of 2027 leaves them out.
    let not = protected().and(&["registration decided=2027-01-15 2027-01-15"]).until("2027-03-31");
    assert_eq!(not.received("NYA-SCHABLON"), [day("2027-01-15")]);
}

#[test]
fn a_reception_before_the_assignment_is_none_for_settlement() {
    let life = protected()
        .and(&[
            "reception housing=municipal 2024-02-05",
            "registration decided=2026-11-10 2026-11-10",
            "assignment law=2016:38 2026-11-20",
        ])
        .until("2026-12-31");
    assert_eq!(
        life.gives_from("2026-11", "MASS-DYGN"),
        [
            "2026-11-01..2026-11-09 2700",
            "2026-11-10..2026-11-30 6300~",
            "2026-12-01..2026-12-31 9300~"
        ]
    );
    assert_eq!(life.unmet("NYA-INIT-17"), Some(Unmet::StillCovered));
    assert_eq!(life.unmet("NYA-SCHABLON"), Some(Unmet::StillCovered));
    assert!(life.computed("BOS-DYGN").amounts.is_empty());
}

#[test]
fn a_permit_that_has_run_out_ends_no_later_coverage() {
    let support = ["support measure=at-home cause=disability 2026-08-01"];
    let again = life(&[
        "birth date=2000-01-01",
        "legal-ground ground=permit 2018-01-01..2020-12-31",
        "registration 2018-02-01..2021-06-30",
        "legal-ground ground=asylum-seeker 2026-11-01",
    ])
    .asked_by("Exempelstad");
    let december = again.and(&support).cost("2026-12-01..2026-12-31", 10_000);
    assert_eq!(december.gives("ASYL-BOENDESTOD"), ["2026-12-01..2026-12-31 10000"]);
    let october = again.and(&support).cost("2026-10-01..2026-10-31", 10_000);
    assert_eq!(october.unmet("ASYL-BOENDESTOD"), Some(Unmet::Coverage));
    // Sought asylum before the permit too.
    let twice = december.and(&["legal-ground ground=asylum-seeker 2016-01-01..2017-12-31"]);
    assert_eq!(twice.gives("ASYL-BOENDESTOD"), ["2026-12-01..2026-12-31 10000"]);
    assert_eq!(
        twice.cost("2026-10-01..2026-10-31", 10_000).gives("ASYL-BOENDESTOD"),
        ["2026-12-01..2026-12-31 10000"]
    );
}

#[test]
fn whoever_comes_back_with_a_pending_case_is_covered_again() {
    let away = |days: &str| {
        let abroad = format!("confirmed-abroad {days}");
        life(&[
            "birth date=2000-01-01",
            "legal-ground ground=asylum-seeker 2026-05-01",
            "support measure=at-home cause=disability 2026-08-01",
            &abroad,
        ])
        .cost("2026-10-01..2026-12-31", 9_200)
        .asked_by("Exempelstad")
    };
    assert_eq!(
        away("2026-08-01..2026-10-05").gives("ASYL-BOENDESTOD"),
        ["2026-10-06..2026-12-31 8700"]
    );
    assert_eq!(
        away("2026-10-12..2026-10-31").gives("ASYL-BOENDESTOD"),
        ["2026-10-01..2026-12-31 7200"]
    );
    assert_eq!(away("2026-08-01").unmet("ASYL-BOENDESTOD"), Some(Unmet::NotHere));
}

#[test]
fn whoever_settled_and_must_leave_is_covered_again() {
    let life = life(&[
        "birth date=2000-01-01",
        "legal-ground ground=asylum-seeker 2026-05-01..2026-10-14",
        "legal-ground ground=permit 2026-10-15..2027-03-31",
        "registration decided=2026-11-10 2026-11-10",
        "removal-decision 2027-04-01",
        "support measure=at-home cause=disability 2026-08-01",
    ])
    .until("2027-12-31")
    .cost("2027-03-01..2027-04-30", 6_100);
    assert_eq!(life.gives("ASYL-BOENDESTOD"), ["2027-04-01..2027-04-30 3000"]);
}

#[test]
fn a_reception_as_asylum_seeker_is_no_first_reception() {
    let life = child()
        .and(&[
            "legal-ground ground=asylum-seeker 2025-01-01..2026-10-14",
            "legal-ground ground=permit decided=2026-10-15 2026-10-15",
            "reception housing=assigned 2025-02-01",
            "registration decided=2026-12-10 2026-12-08",
        ])
        .until("2027-06-30");
    assert_eq!(life.received("NYA-SCHABLON"), [day("2026-12-10")]);
    // Before October the day of registration.
    let older = child().and(&[
        "legal-ground ground=asylum-seeker 2025-01-01..2026-03-14",
        "legal-ground ground=permit 2026-03-15",
        "reception housing=assigned 2025-02-01",
        "registration decided=2026-04-10 2026-04-08",
    ]);
    assert_eq!(older.received("NYA-SCHABLON"), [day("2026-04-08")]);
}

#[test]
fn initial_costs_follow_the_housing_duty_and_not_the_form_of_housing() {
    // Registered temporary protection in housing after an assignment, in 2027: 16 §.
    let tp = protected().and(&["registration decided=2027-02-01 2027-02-01"]).until("2027-12-31");
    for reception in [
        &["reception housing=municipal 2027-02-01"][..],
        &["reception housing=municipal 2024-02-05"],
        &[],
    ] {
        let life = tp.and(reception);
        assert_eq!(life.unmet("NYA-INIT-17"), Some(Unmet::FirstHousing), "{reception:?}");
        // The price base amount of 2027 is not known yet.
        assert!(life.lacks_a_value("NYA-INIT-16"), "{reception:?}");
    }
    // A child who came alone and is not resettled: 17 §, whatever its housing was.
    let alone = child().and(&[
        "legal-ground ground=asylum-seeker 2025-01-01..2026-10-14",
        "legal-ground ground=permit decided=2026-10-15 2026-10-15",
        "registration decided=2026-12-10 2026-12-08",
    ]);
    for reception in
        [&["reception housing=assigned 2026-12-10"][..], &["reception housing=own 2026-12-10"], &[]]
    {
        let life = alone.and(reception);
        assert_eq!(life.gives("NYA-INIT-17"), ["2026-12-01..2026-12-31 3102"], "{reception:?}");
        assert_eq!(life.unmet("NYA-INIT-16"), Some(Unmet::FirstHousing));
    }
}

#[test]
fn why_there_is_no_reception_is_told_as_it_is() {
    let base = life(&[
        "birth date=1990-01-01",
        "legal-ground ground=asylum-seeker 2026-05-01..2026-12-31",
    ]);
    let dead = base.and(&["coverage ended=died 2026-10-01..2026-12-31", "died 2026-12-31"]);
    assert_eq!(dead.unmet("NYA-SCHABLON"), Some(Unmet::NotHere));
    let left = base.and(&["coverage ended=left-sweden 2026-10-01..2026-11-30"]);
    assert_eq!(left.unmet("NYA-SCHABLON"), Some(Unmet::NotHere));
    let excluded = base.and(&["coverage ended=excluded 2026-10-01..2026-11-30"]);
    assert_eq!(excluded.unmet("NYA-SCHABLON"), Some(Unmet::Reception));
    // Without a reason, while the other facts give one.
    let settled = permitted()
        .and(&["coverage 2026-10-01..2026-11-30", "registration decided=2026-12-01 2026-12-01"]);
    assert_eq!(settled.received("NYA-SCHABLON"), [day("2026-12-01")]);
}
