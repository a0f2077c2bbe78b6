//! Sums that are paid once, whose money a cost is, by when it is asked for, and why there is none.

use domain::entitlement::Unmet;

use crate::facts::day;
use crate::life::{Life, life};

fn settled(received: &str) -> Life {
    let reception = format!("reception housing=assigned {received}");
    life(&[
        "birth date=1990-01-01",
        "legal-ground ground=asylum-seeker 2026-01-01..2026-07-14",
        "legal-ground ground=permit 2026-07-15",
        "assignment law=2016:38 2026-07-20",
        &reception,
        "registration decided=2026-11-25 2026-11-20",
    ])
}

#[test]
fn the_day_of_moving_in_chooses_the_wording_of_the_sum() {
    for before in ["2026-08-01", "2026-09-30"] {
        assert_eq!(settled(before).unmet("BOS-ENGANG"), Some(Unmet::NotInForce), "{before}");
        assert_eq!(settled(before).gives("BOS-DYGN").len(), 1);
    }
    let october = settled("2026-10-01").gives("BOS-ENGANG");
    assert_eq!(october, ["2026-10-01..2026-10-01 15000~"]);
}

#[test]
fn housing_before_an_assignment_at_mass_influx_gives_no_sum() {
    let seeker = |moved_in: &str| {
        let housing = format!("housing form=municipal {moved_in}");
        life(&[
            "birth date=1990-01-01",
            "legal-ground ground=asylum-seeker 2026-01-01",
            "assignment law=2-kap-4-2 2026-10-05",
            &housing,
        ])
    };
    assert_eq!(seeker("2026-08-10").unmet("MASS-ENGANG"), Some(Unmet::Ground));
    assert_eq!(seeker("2026-10-05").gives("MASS-ENGANG"), ["2026-10-05..2026-10-05 15000"]);
    // Moved in before the assignment, under one wording.
    let protected = life(&[
        "birth date=1990-01-01",
        "legal-ground ground=temporary-protection 2024-01-01",
        "assignment law=lma-3-1 2024-03-01",
        "housing form=municipal 2024-02-05",
    ]);
    assert_eq!(protected.gives("MASS-ENGANG"), ["2024-03-01..2024-03-01 15000"]);
    // Since when nobody has entered.
    let undated = life(&[
        "birth date=1990-01-01",
        "legal-ground ground=temporary-protection 2024-01-01",
        "assignment law=lma-3-1 2024-03-01",
        "housing form=municipal",
    ]);
    assert_eq!(undated.gives("MASS-ENGANG"), ["2024-03-01..2024-03-01 15000"]);
    // Moved within the municipality's housing over October.
    let moves = protected.and(&["housing form=assigned 2026-10-20"]);
    assert_eq!(moves.gives("MASS-ENGANG"), ["2024-03-01..2024-03-01 15000"]);
}

#[test]
fn the_home_municipality_claims_what_schooling_costs() {
    let pupil = |home: &str| {
        let residence = format!("residence municipality={home} 2026-01-01");
        life(&[
            "birth date=2014-05-01",
            "legal-ground ground=asylum-seeker 2026-01-01",
            "schooling form=compulsory municipality=Provköping 2026-09-14..2026-12-18",
            &residence,
        ])
        .cost("2026-10-01..2026-10-31", 3_100)
    };
    for of in ["ASYL-UTB-EXTRA", "ASYL-UTB-FRI"] {
        let there = pupil("Provköping");
        assert_eq!(there.asked_by("Exempelstad").unmet(of), Some(Unmet::OtherMunicipality));
        assert_eq!(there.asked_by("Provköping").gives(of), ["2026-10-01..2026-10-31 3100"]);
        assert_eq!(
            pupil("Exempelstad").asked_by("Exempelstad").gives(of),
            ["2026-10-01..2026-10-31 3100"]
        );
        // Through September whoever bore the cost.
        let before = pupil("Provköping").cost("2026-09-14..2026-09-30", 1_700);
        assert_eq!(before.asked_by("Exempelstad").gives(of), ["2026-09-14..2026-09-30 1700"]);
    }
}

#[test]
fn a_federation_that_gives_the_schooling_may_claim_instead() {
    let pupil = life(&[
        "birth date=2014-05-01",
        "legal-ground ground=asylum-seeker 2026-01-01",
        "schooling form=compulsory municipality=Norra-kommunalförbundet 2026-10-01..2026-12-18",
        "residence 2026-01-01",
    ])
    .cost("2026-10-01..2026-10-31", 3_100);
    let (federation, home) =
        (pupil.asked_by("Norra-kommunalförbundet"), pupil.asked_by("Exempelstad"));
    for asks in [&federation, &home] {
        assert_eq!(asks.gives("ASYL-UTB-EXTRA"), ["2026-10-01..2026-10-31 3100"]);
        assert_eq!(asks.questions("ASYL-UTB-EXTRA"), ["federation-claimant"]);
        assert_eq!(asks.gives("ASYL-UTB-GRU").len(), 1);
    }
    let only = |life: &Life| life.answer("federation-claimant", "home-municipality", "2026-01-01");
    assert_eq!(only(&federation).unmet("ASYL-UTB-EXTRA"), Some(Unmet::OtherMunicipality));
    assert_eq!(only(&home).gives("ASYL-UTB-EXTRA").len(), 1);
}

#[test]
fn no_last_day_lies_before_the_cost() {
    let life = life(&[
        "birth date=1990-01-01",
        "legal-ground ground=permit 2022-01-01",
        "reception 2022-02-01",
        "registration 2022-02-01",
    ]);
    let due = |life: &Life, of: &str| life.computed(of).amounts[0].due;
    let late = life.cost("2026-05-01..2026-08-31", 12_300).asked_by("Exempelstad");
    assert_eq!(due(&late, "NYA-EKB"), Some(day("2027-12-31")));
    // The first claim may be the one about the third year.
    let third = life.cost("2024-05-01..2024-08-31", 12_300).asked_by("Exempelstad");
    assert_eq!(due(&third, "NYA-EKB"), Some(day("2025-02-01")));
}

#[test]
fn the_reason_is_that_of_the_days_with_cost() {
    // Covered before, and no longer when the cost came.
    let protected = life(&[
        "birth date=1990-01-01",
        "legal-ground ground=asylum-seeker 2026-05-01..2026-10-31",
        "legal-ground ground=permit 2026-11-01",
        "registration decided=2026-12-01 2026-12-01",
    ]);
    let late = protected.cost("2026-12-05..2026-12-31", 10_000);
    assert_eq!(late.unmet("ASYL-SKYDD"), Some(Unmet::Coverage));
    let housed = late.and(&["protected-housing law=sol cause=threat 2026-10-10"]);
    assert_eq!(housed.unmet("ASYL-SKYDD"), Some(Unmet::Coverage));
}

#[test]
fn a_child_who_came_alone_is_told_so_and_not_its_age() {
    let child = life(&[
        "birth date=2012-01-01",
        "legal-ground ground=temporary-protection 2024-01-01",
        "unaccompanied 2024-01-01",
        "assignment law=2-kap-4-1 2026-11-05",
        "housing form=municipal 2026-11-10",
        "protected-housing law=sol cause=threat 2026-10-10",
    ])
    .cost("2026-11-01..2026-11-30", 3_000);
    for of in ["MASS-DYGN", "MASS-ENGANG", "ASYL-SKYDD"] {
        assert_eq!(child.unmet(of), Some(Unmet::Unaccompanied), "{of}");
    }
    // From the eighteenth birthday on as any adult.
    let adult = child.and(&[]).until("2030-01-31");
    assert_eq!(adult.gives("MASS-DYGN")[0], "2030-01-01..2030-01-31 9300~");
}
