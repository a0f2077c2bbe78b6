//! Costs that the city has borne: shared, corrected, taken back, and kept in the ledger.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use acceptance::{Desk, ore, text};
use api::ErrorReply;
use serde_json::{Value, json};

/// A cost of care in July 2026 for the child P04.
fn care() -> Value {
    json!({
        "id": "K1", "persons": [{ "person": "P04" }], "compensation": "EKB-VARD",
        "from": "2026-07-01", "until": "2026-07-31", "amount_ore": 8_241_000, "voucher": "7001",
        "unit": "7120",
    })
}

fn with(mut request: Value, changes: Value) -> Value {
    request.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    request
}

/// The field that a refusal is about.
fn field(refused: &ErrorReply) -> String {
    refused.place.as_ref().and_then(|place| place.field.clone()).unwrap_or_default()
}

fn events(desk: &mut Desk) -> i64 {
    ore(&desk.call("audit.verify", json!({}))["events"])
}

/// What of the ledger stands for somebody's costs.
fn in_ledger(desk: &mut Desk, person: &str) -> i64 {
    let view = desk.call("persons.view", json!({ "person": person }));
    let entries = view["money"].as_array().unwrap();
    entries.iter().filter(|entry| entry["kind"] == "cost").map(|e| ore(&e["amount_ore"])).sum()
}

#[test]
fn a_cost_is_listed_with_the_sums_of_all() {
    let mut desk = Desk::with_register();
    let kept = desk.call("costs.add", care());
    let cost = &kept["costs"][0];
    assert_eq!(cost["cost"], "K1");
    assert_eq!(cost["persons"], json!(["P04"]));
    assert_eq!((&cost["unit"], &cost["claim"]), (&json!("7120"), &Value::Null));
    let other = json!({
        "id": "K2", "persons": [{ "person": "P01" }], "compensation": "ASYL-BIF",
        "from": "2026-08-03", "until": "2026-08-03", "amount_ore": 50_000, "item": "health-care",
    });
    // Without a unit the board of the person bears it.
    assert_eq!(desk.call("costs.add", other)["costs"][0]["unit"], "7110");
    let page = desk.call("costs.list", json!({}));
    let ids: Vec<String> =
        page["costs"].as_array().unwrap().iter().map(|cost| text(&cost["cost"])).collect();
    assert_eq!(ids, ["K2", "K1"], "the latest days first");
    assert_eq!((ore(&page["total"]), ore(&page["amount_ore"])), (2, 8_291_000));
    assert_eq!(ore(&page["open_ore"]), 8_291_000);
    for (filter, found) in [
        (json!({ "open": true }), 2),
        (json!({ "unit": "7120" }), 1),
        (json!({ "compensation": "asyl-bif" }), 1),
        (json!({ "person": "P04" }), 1),
        (json!({ "from": "2026-08-01" }), 1),
        (json!({ "until": "2026-07-01" }), 1),
        (json!({ "until": "2026-06-30" }), 0),
        (json!({ "voucher": "7001" }), 1),
    ] {
        let page = desk.call("costs.list", filter.clone());
        assert_eq!(ore(&page["total"]), found, "{filter}");
        assert_eq!(page["costs"].as_array().unwrap().len(), usize::try_from(found).unwrap());
    }
}

#[test]
fn one_invoice_for_several_is_shared_to_the_last_ore() {
    let mut desk = Desk::with_register();
    let persons = json!([{ "person": "P01" }, { "person": "P02" }, { "person": "P03" }]);
    let shared = with(care(), json!({ "persons": persons, "amount_ore": 10_001, "fee_ore": 100 }));
    let kept = desk.call("costs.add", shared);
    let shares = kept["costs"][0]["shares"].as_array().unwrap();
    let part = |name: &str| -> Vec<i64> { shares.iter().map(|share| ore(&share[name])).collect() };
    assert_eq!(part("amount_ore"), [3_334, 3_334, 3_333]);
    assert_eq!(part("fee_ore").iter().sum::<i64>(), 100);
    assert_eq!(in_ledger(&mut desk, "P01"), 3_334);
    assert_eq!(in_ledger(&mut desk, "P03"), 3_333);

    let given = json!([
        { "person": "P01", "amount_ore": 7_000 }, { "person": "P02", "amount_ore": 3_000 },
    ]);
    let given = json!({ "id": "K2", "persons": given, "voucher": "7002", "amount_ore": 10_001 });
    let refused = desk.refused("costs.add", with(care(), given.clone()));
    assert_eq!(
        (refused.code.as_str(), field(&refused).as_str()),
        ("cost-shares-sum", "amount_ore")
    );
    let kept = desk.call("costs.add", with(care(), with(given, json!({ "amount_ore": 10_000 }))));
    assert_eq!(ore(&kept["costs"][0]["shares"][0]["amount_ore"]), 7_000);
}

#[test]
fn the_same_once_more_changes_nothing_and_another_of_that_id_is_refused() {
    let mut desk = Desk::with_register();
    let first = desk.call("costs.add", care());
    let before = events(&mut desk);
    assert_eq!(desk.call("costs.add", care()), first);
    assert_eq!(events(&mut desk), before);
    let other = with(care(), json!({ "amount_ore": 1 }));
    assert_eq!(desk.refused("costs.add", other).code, "id-taken");
}

#[test]
fn every_fault_is_told_at_once_with_its_place() {
    let mut desk = Desk::with_register();
    let faulty = json!({
        "persons": [{ "person": "P04" }, { "person": "P04" }, { "person": "NIX" }],
        "compensation": "EKB-DYGN", "from": "2026-07-31", "until": "2026-07-01", "amount_ore": 100,
        "fee_ore": 200, "unit": "0000", "item": "båt",
    });
    let refused = desk.refused("costs.add", faulty);
    let mut told: Vec<(String, String)> = std::iter::once(&refused)
        .chain(&refused.also)
        .map(|one| (one.code.clone(), field(one)))
        .collect();
    told.sort();
    let expected = [
        ("cost-fee-too-large", "fee_ore"),
        ("cost-person-twice", "persons[1]"),
        ("fact-choice", "item"),
        ("fact-ends-before-it-begins", "until"),
        ("no-such-board", "unit"),
        ("no-such-person", "persons[2]"),
    ];
    assert_eq!(told, expected.map(|(code, field)| (code.to_owned(), field.to_owned())));
    for (changes, code, place) in [
        (json!({ "compensation": "EKB-DYGN" }), "cost-not-on-application", "compensation"),
        (json!({ "compensation": "REG-VARD" }), "cost-not-on-application", "compensation"),
        (json!({ "compensation": "FLYG" }), "unknown-compensation", "compensation"),
        (json!({ "amount_ore": 0 }), "amount-size", "amount_ore"),
        (json!({ "amount_ore": -100 }), "amount-size", "amount_ore"),
        (json!({ "amount_ore": 100_000_000_001_i64 }), "amount-size", "amount_ore"),
        (json!({ "persons": [] }), "cost-needs-person", "persons"),
        (json!({ "from": "2010-01-01", "until": "2010-02-01" }), "period-outside-rule", "from"),
        (json!({ "until": "2206-07-31" }), "day-wrong", "until"),
    ] {
        let refused = desk.refused("costs.add", with(care(), changes.clone()));
        assert_eq!((refused.code.as_str(), field(&refused).as_str()), (code, place), "{changes}");
    }
}

#[test]
fn a_period_over_two_rules_is_divided() {
    let mut desk = Desk::with_register();
    let over = |code: &str| {
        let days = json!({ "compensation": code, "from": "2026-09-15", "until": "2026-10-14" });
        with(care(), days)
    };
    let refused = desk.refused("costs.add", over("ASYL-VARD"));
    assert_eq!(refused.code, "cost-two-rules");
    assert!(refused.message.contains("2026-10-01"), "{}", refused.message);
    // First reception decides which wording of förordning 2010:1122 counts, not the day of the cost.
    desk.call("costs.add", over("EKB-VARD"));
}

#[test]
fn a_cost_that_looks_the_same_needs_a_reason() {
    let mut desk = Desk::with_register();
    desk.call("costs.add", care());
    let again = with(care(), json!({ "id": "K2", "amount_ore": 5 }));
    let refused = desk.refused("costs.add", again.clone());
    assert_eq!((refused.code.as_str(), field(&refused).as_str()), ("cost-there-is-one", "voucher"));
    for changes in [
        json!({ "voucher": "7002" }),
        json!({ "persons": [{ "person": "P03" }] }),
        json!({ "from": "2026-08-01", "until": "2026-08-31" }),
        json!({ "unit": "7110" }),
    ] {
        let fresh = with(changes, json!({ "id": api::new_id() }));
        desk.call("costs.add", with(again.clone(), fresh));
    }
    let reasoned = with(again, json!({ "not_the_same": "Två rader på fakturan" }));
    desk.call("costs.add", reasoned);
    let shown = desk.call("costs.show", json!({ "cost": "K2" }));
    assert_eq!(shown["versions"][0]["reason"], "Två rader på fakturan");
}

#[test]
fn a_correction_names_the_old_and_the_ledger_holds_what_differs() {
    let mut desk = Desk::with_register();
    desk.call("costs.add", care());
    let correct =
        json!({ "id": "K1b", "cost": "K1", "reason": "Fel belopp", "amount_ore": 8_000_000 });
    let kept = desk.call("costs.correct", correct.clone());
    let cost = &kept["costs"][0];
    assert_eq!((&cost["cost"], ore(&cost["amount_ore"])), (&json!("K1b"), 8_000_000));
    assert_eq!((&cost["voucher"], &cost["from"]), (&json!("7001"), &json!("2026-07-01")));
    assert_eq!(in_ledger(&mut desk, "P04"), 8_000_000);
    let page = desk.call("costs.list", json!({}));
    assert_eq!((ore(&page["total"]), ore(&page["amount_ore"])), (1, 8_000_000));
    let before = events(&mut desk);
    assert_eq!(desk.call("costs.correct", correct), kept, "the same once more");
    assert_eq!(events(&mut desk), before);

    let late = json!({ "cost": "K1", "reason": "Försent", "amount_ore": 1 });
    let refused = desk.refused("costs.correct", late.clone());
    assert_eq!(refused.code, "cost-corrected");
    assert!(refused.message.contains("K1b"), "{}", refused.message);
    let withdraw = json!({ "cost": "K1b", "reason": "Fanns inte" });
    let shown = desk.call("costs.withdraw", withdraw.clone());
    assert_eq!(shown["stands"], json!(false));
    let what: Vec<String> =
        shown["versions"].as_array().unwrap().iter().map(|one| text(&one["what"])).collect();
    assert_eq!(what, ["entered", "corrected", "withdrawn"]);
    assert_eq!(in_ledger(&mut desk, "P04"), 0);
    assert_eq!(ore(&desk.call("costs.list", json!({}))["total"]), 0);
    let before = events(&mut desk);
    desk.call("costs.withdraw", withdraw);
    assert_eq!(events(&mut desk), before);
    let refused = desk.refused("costs.correct", with(late, json!({ "cost": "K1b" })));
    assert_eq!(refused.code, "cost-withdrawn");
    assert_eq!(desk.refused("costs.show", json!({ "cost": "X" })).code, "no-such-cost");
    let no_reason = json!({ "cost": "K1", "reason": " . " });
    desk.call("costs.add", with(care(), json!({ "id": "K3" })));
    let refused = desk.refused("costs.withdraw", with(no_reason, json!({ "cost": "K3" })));
    assert_eq!(refused.code, "reason-missing");
}

#[test]
fn a_correction_of_several_keeps_how_they_share() {
    let mut desk = Desk::with_register();
    let persons = json!([{ "person": "P01" }, { "person": "P02" }]);
    desk.call("costs.add", with(care(), json!({ "persons": persons, "amount_ore": 101 })));
    let larger = json!({ "id": "K1b", "cost": "K1", "reason": "Moms bort", "amount_ore": 203 });
    let kept = desk.call("costs.correct", larger);
    let parts = |kept: &Value| -> Vec<i64> {
        kept["costs"][0]["shares"]
            .as_array()
            .unwrap()
            .iter()
            .map(|s| ore(&s["amount_ore"]))
            .collect()
    };
    assert_eq!(parts(&kept), [102, 101]);
    let given = json!([
        { "person": "P01", "amount_ore": 200 }, { "person": "P02", "amount_ore": 3 },
    ]);
    let uneven = json!({ "id": "K1c", "cost": "K1b", "reason": "Delat fel", "persons": given });
    assert_eq!(parts(&desk.call("costs.correct", uneven)), [200, 3]);
    // How another amount is shared then, nobody can know but who types it.
    let unknown = json!({ "cost": "K1c", "reason": "Fel", "amount_ore": 300 });
    assert_eq!(desk.refused("costs.correct", unknown).code, "cost-shares-sum");
}

#[test]
fn the_costs_of_a_protected_person_tell_no_unit() {
    let mut desk = Desk::with_register();
    desk.call("costs.add", with(care(), json!({ "note": "Boendet i Norr" })));
    let protection = json!({ "kind": "protection", "marking": "secrecy-marking" });
    desk.call("persons.enter", json!({ "person": "P04", "facts": [protection] }));
    let page = desk.call("costs.list", json!({}));
    let cost = &page["costs"][0];
    assert_eq!((&cost["unit"], &cost["unit_name"]), (&Value::Null, &Value::Null));
    assert_eq!((&cost["note"], &cost["persons"]), (&json!(""), &json!(["P04"])));
    let of_unit = desk.call("costs.list", json!({ "unit": "7120" }));
    assert_eq!((ore(&of_unit["total"]), ore(&of_unit["left_out"])), (0, 1));
    let shown = desk.call("costs.show", json!({ "cost": "K1" }));
    assert_eq!(shown["cost"]["unit"], Value::Null);
    desk.call("persons.open", json!({ "person": "P04", "reason": "Rättar kostnaden" }));
    assert_eq!(desk.call("costs.show", json!({ "cost": "K1" }))["cost"]["unit"], "7120");
    assert_eq!(desk.call("costs.list", json!({}))["costs"][0]["unit"], Value::Null);
}

#[test]
fn merged_persons_have_their_costs_together() {
    let mut desk = Desk::with_register();
    desk.call(
        "persons.add",
        json!({ "person": "D1", "family_name": "Ny", "dossier_number": "97-200001" }),
    );
    desk.call("costs.add", with(care(), json!({ "persons": [{ "person": "D1" }] })));
    let merge = json!({ "person": "D1", "into": "P04", "confirmed": true, "reason": "samma" });
    desk.call("persons.merge", merge);
    let page = desk.call("costs.list", json!({ "person": "P04" }));
    assert_eq!(page["costs"][0]["persons"], json!(["P04"]));
    let again = with(care(), json!({ "id": "K2" }));
    assert_eq!(desk.refused("costs.add", again).code, "cost-there-is-one");
}
