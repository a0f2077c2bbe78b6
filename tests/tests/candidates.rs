//! What may be claimed and is not: found from facts and costs, gone once it is claimed or answered, at risk
//! by its days.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use acceptance::{Desk, ore, text};
use serde_json::{Value, json};

/// A school child who seeks asylum, and an unaccompanied child with a permit in care.
fn desk() -> Desk {
    let mut desk = Desk::with_register();
    let pupil = json!({
        "person": "S1", "family_name": "Skol-Test", "dossier_number": "99-300001", "facts": [
            { "kind": "birth", "date": "2014-03-01", "basis": "stated" },
            { "kind": "legal-ground", "ground": "asylum-seeker", "valid_from": "2026-01-10" },
            { "kind": "schooling", "form": "compulsory", "municipality": "Exempelstads kommun",
              "valid_from": "2026-01-12" },
            { "kind": "responsible-board", "cost_centre": "7120", "valid_from": "2026-01-10" },
        ],
    });
    let cared = json!({
        "person": "V1", "family_name": "Vård-Test", "dossier_number": "99-300002", "facts": [
            { "kind": "birth", "date": "2011-05-01", "basis": "stated" },
            { "kind": "legal-ground", "ground": "permit", "valid_from": "2025-02-01" },
            { "kind": "reception", "municipality": "Exempelstads kommun", "valid_from": "2025-02-01" },
            { "kind": "registration", "municipality": "Exempelstads kommun", "valid_from": "2025-02-15" },
            { "kind": "unaccompanied", "valid_from": "2025-01-01" },
            { "kind": "placement", "form": "residential-care", "basis": "lvu-2",
              "care_begun": "2026-04-01", "valid_from": "2026-04-01", "valid_until": "2026-06-30" },
            { "kind": "responsible-board", "cost_centre": "7120", "valid_from": "2025-02-15" },
        ],
    });
    for person in [pupil, cared] {
        desk.call("persons.add", person);
    }
    let mut document = desk.call("settings.get", json!({}));
    let settings = &mut document["settings"];
    settings["school"]["terms"] = json!([{ "from": "2026-01-12", "until": "2026-06-11" }]);
    settings["claims"]["since"] = json!("2026-01-01");
    desk.call("settings.put", document);
    desk
}

fn rows(desk: &mut Desk, request: Value) -> Vec<Value> {
    desk.call("candidates.list", request)["rows"].as_array().unwrap().clone()
}

#[test]
fn schooling_in_term_and_care_without_cost_are_seen() {
    let mut desk = desk();
    let found = rows(&mut desk, json!({ "as_of": "2026-08-01" }));
    let told: Vec<(String, String, String)> = found
        .iter()
        .map(|row| (text(&row["person"]), text(&row["compensation"]), text(&row["period"])))
        .collect();
    let school = |period: &str| ("S1".to_owned(), "ASYL-UTB-GRU".to_owned(), period.to_owned());
    for expected in [
        school("2026Q1"),
        school("2026Q2"),
        ("V1".to_owned(), "EKB-VARD".to_owned(), "2026Q2".to_owned()),
    ] {
        assert_eq!(told.iter().filter(|one| **one == expected).count(), 1, "{told:?}");
    }
    let care = found.iter().find(|row| row["person"] == "V1" && row["compensation"] == "EKB-VARD");
    let care = care.unwrap();
    assert_eq!((ore(&care["amount_ore"]), &care["cautious"]), (0, &json!("2026-12-30")));
    assert!(care["missing"].as_array().unwrap().contains(&json!("cost")), "{care}");
    assert_eq!(care["unit"], "7120");
    // One tenth of 168 000 for each started period of four weeks: the first begins 12 January.
    let q1: Vec<&Value> = found.iter().filter(|row| row["period"] == "2026Q1").collect();
    assert_eq!(ore(&q1[0]["amount_ore"]), 3 * 1_680_000, "{}", q1[0]);
    assert_eq!(
        (&q1[0]["cautious"], &q1[0]["statutory"]),
        (&json!("2026-09-30"), &json!("2026-09-30"))
    );
}

#[test]
fn a_cost_becomes_a_candidate_above_the_lump_sum_and_leaves_when_it_is_claimed() {
    let mut desk = desk();
    let cost = json!({
        "id": "K1", "persons": [{ "person": "V1" }], "compensation": "EKB-VARD", "unit": "7120",
        "from": "2026-04-01", "until": "2026-04-30", "amount_ore": 9_000_000, "voucher": "7001",
    });
    desk.call("costs.add", cost);
    let care = json!({ "as_of": "2026-08-01", "compensation": "EKB-VARD" });
    let found = rows(&mut desk, care.clone());
    assert_eq!(found.len(), 1, "{found:?}");
    // 90 000 for thirty days, above 1 000 a day.
    assert_eq!(ore(&found[0]["amount_ore"]), 6_000_000, "{}", found[0]);
    assert_eq!(found[0]["missing"], json!(["lump-sum"]));
    let of_person =
        desk.call("candidates.person", json!({ "person": "V1", "as_of": "2026-08-01" }));
    let explained = of_person["rows"][0]["amounts"][0]["explanation"].as_array().unwrap();
    assert!(explained.len() > 3, "{of_person}");

    let claim = json!({ "compensation": "EKB-VARD", "period": "2026Q2", "unit": "7120" });
    let claim = desk.call("claims.create", claim)["claim"].clone();
    let line = json!({
        "claim": claim, "person": "V1", "from": "2026-04-01", "until": "2026-04-30",
        "unit": "7120", "costs": ["K1"],
    });
    desk.call("claims.add_line", line);
    assert_eq!(rows(&mut desk, care.clone()).len(), 0, "it is in a claim");
    let risk = desk.call("candidates.risk", json!({ "as_of": "2026-12-01" }));
    let of_claim: Vec<&Value> =
        risk["rows"].as_array().unwrap().iter().filter(|row| row["state"] == "draft").collect();
    assert_eq!(of_claim.len(), 1, "{risk}");
    assert_eq!((ore(&of_claim[0]["amount_ore"]), ore(&of_claim[0]["days_left"])), (6_000_000, 29));
    assert!(ore(&risk["within_30_ore"]) >= 6_000_000);

    let net = desk.call("candidates.net", json!({ "from": "2026-04", "until": "2026-04" }));
    let row = &net["rows"][0];
    assert_eq!((ore(&row["cost_ore"]), ore(&row["claimed_ore"])), (9_000_000, 6_000_000));
    assert_eq!(ore(&row["net_ore"]), 3_000_000);

    desk.call("claims.withdraw", json!({ "claim": claim, "reason": "Fel period" }));
    assert_eq!(rows(&mut desk, care).len(), 1, "taken back, it may be claimed anew");
}

#[test]
fn money_is_overdue_after_the_cautious_day_and_lost_after_the_statutory() {
    let mut desk = desk();
    let sums = |desk: &mut Desk, day: &str| {
        let risk = desk.call("candidates.risk", json!({ "as_of": day }));
        let names = ["overdue_ore", "within_7_ore", "within_30_ore", "within_90_ore", "lost_ore"];
        names.map(|name| ore(&risk[name]))
    };
    let (q1, q2) = (5_040_000, 5_040_000);
    // 30 September and 30 December; the agency writes 31 December, which moves past the new year.
    assert_eq!(sums(&mut desk, "2026-09-23"), [0, q1, q1, q1, 0]);
    assert_eq!(sums(&mut desk, "2026-10-01"), [0, 0, 0, q2, q1]);
    assert_eq!(sums(&mut desk, "2026-12-31"), [q2, 0, 0, 0, q1]);
    assert_eq!(sums(&mut desk, "2027-01-05"), [0, 0, 0, 0, q1 + q2]);
}

#[test]
fn what_cannot_be_claimed_is_answered_and_a_loss_takes_two() {
    let mut desk = desk();
    desk.on("2026-10-15");
    let answer = |id: &str, period: &str, reason: &str| {
        json!({
            "id": id, "person": "S1", "compensation": "ASYL-UTB-GRU", "period": period,
            "reason": reason,
        })
    };
    assert_eq!(
        desk.refused("candidates.answer", answer("a", "2026Q2", ".")).code,
        "reason-missing"
    );
    let early = desk.refused("candidates.lose", answer("a", "2026Q2", "Skolan svarade inte"));
    assert_eq!(early.code, "still-claimable");
    let unknown = desk.refused("candidates.answer", answer("a", "2025Q2", "Skolan svarade inte"));
    assert_eq!(unknown.code, "no-such-candidate");

    desk.call("candidates.answer", answer("a", "2026Q2", "Skolan finns i en annan kommun"));
    let left = rows(&mut desk, json!({ "compensation": "ASYL-UTB-GRU" }));
    assert_eq!(left.len(), 1, "{left:?}");
    desk.call("candidates.withdraw", json!({ "id": "a" }));
    assert_eq!(rows(&mut desk, json!({ "compensation": "ASYL-UTB-GRU" })).len(), 2);

    desk.call("candidates.lose", answer("f", "2026Q1", "Underlaget kom för sent"));
    let risk = desk.call("candidates.risk", json!({}));
    assert_eq!((ore(&risk["lost_ore"]), ore(&risk["lost_confirmed_ore"])), (5_040_000, 0));
    assert_eq!(desk.refused("candidates.confirm_lost", json!({ "id": "f" })).code, "own-loss");
    desk.call("candidates.withdraw", json!({ "id": "f" }));
    assert_eq!(
        ore(&desk.call("candidates.risk", json!({}))["lost_ore"]),
        5_040_000,
        "still passed"
    );
}
