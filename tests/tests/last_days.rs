//! Last days to apply: sorted by day, grouped by how near they are, summed by the core.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use acceptance::{Desk, ore, text};
use serde_json::{Value, json};

/// The last days of the picture of the start page.
const TYPED: [(&str, &str, &str, &str, Option<i64>); 7] = [
    ("NYA-EKB", "2025", "7130", "2026-12-31", Some(8_641_200)),
    ("ASYL-BIF", "2026Q1", "7120", "2026-11-30", Some(2_318_000)),
    ("EKB-VARD", "2026Q2", "7130", "2026-12-30", Some(11_824_035)),
    ("EKU-VARD", "2026Q3", "7120", "2027-03-30", Some(7_431_860)),
    ("ASYL-VARD", "2026Q2", "7120", "2026-12-30", Some(6_490_500)),
    ("ASYL-BIF", "2026Q2", "7110", "2026-12-30", Some(4_186_020)),
    ("ASYL-UTB-GYM", "2026Q2", "8100", "2026-12-30", Some(3_200_000)),
];

fn request(
    (compensation, period, unit, day, amount): (&str, &str, &str, &str, Option<i64>),
) -> Value {
    json!({
        "id": api::new_id(), "compensation": compensation, "period": period, "unit": unit,
        "last_day": day, "amount_ore": amount, "note": "",
    })
}

fn typed_desk() -> Desk {
    let mut desk = Desk::with_register();
    desk.on("2026-11-20");
    for typed in TYPED {
        desk.call("last_days.set", request(typed));
    }
    desk
}

fn events(desk: &mut Desk) -> i64 {
    desk.call("audit.verify", json!({}))["events"].as_i64().unwrap()
}

#[test]
fn the_days_stand_in_groups_with_their_sums() {
    let mut desk = typed_desk();
    let page = desk.call("last_days.list", json!({}));
    let days = page["days"].as_array().unwrap();
    let shown: Vec<(String, i64, String)> = days
        .iter()
        .map(|day| (text(&day["compensation"]), ore(&day["days_left"]), text(&day["group"])))
        .collect();
    let expected = [
        ("ASYL-BIF", 10, "within-14"),
        ("EKB-VARD", 40, "within-45"),
        ("ASYL-VARD", 40, "within-45"),
        ("ASYL-BIF", 40, "within-45"),
        ("ASYL-UTB-GYM", 40, "within-45"),
        ("NYA-EKB", 41, "within-45"),
        ("EKU-VARD", 130, "later"),
    ];
    assert_eq!(shown, expected.map(|(code, left, group)| (code.into(), left, group.into())));
    let groups: Vec<(String, i64, i64)> = page["groups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|group| (text(&group["group"]), ore(&group["count"]), ore(&group["amount_ore"])))
        .collect();
    assert_eq!(
        groups,
        [
            ("within-14".to_owned(), 1, 2_318_000),
            ("within-45".to_owned(), 5, 34_341_755),
            ("later".to_owned(), 1, 7_431_860),
        ]
    );
    // 366 597,55 as in the picture.
    assert_eq!(page["at_risk_ore"], 36_659_755);
    assert_eq!(page["total"], 7);
    assert_eq!(days[0]["period_words"], "Kvartal 1 2026");
    assert_eq!(days[5]["period_words"], "År 2025");
    assert_eq!(days[6]["unit_name"], "Exempel stadsdelsnämnd B");
}

#[test]
fn the_business_date_moves_the_groups() {
    let mut desk = typed_desk();
    desk.on("2026-12-31");
    let page = desk.call("last_days.list", json!({}));
    let groups: Vec<(String, i64)> = page["groups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|group| (text(&group["group"]), ore(&group["count"])))
        .collect();
    assert_eq!(
        groups,
        [("passed".to_owned(), 5), ("within-14".to_owned(), 1), ("later".to_owned(), 1)]
    );
    assert_eq!(page["days"][0]["days_left"], -31);
    // What has passed is not at risk any more: it is lost, and stands first.
    assert_eq!(page["at_risk_ore"], 8_641_200);
}

#[test]
fn filters_by_day_and_unit_change_the_sums_too() {
    let mut desk = typed_desk();
    let page = desk.call("last_days.list", json!({ "until": "2026-12-30", "unit": "7120" }));
    assert_eq!((&page["total"], &page["at_risk_ore"]), (&json!(2), &json!(8_808_500)));
    let refused = desk.refused("last_days.list", json!({ "until": "2026-13-30" }));
    assert_eq!(refused.code, "day-wrong");
}

#[test]
fn the_same_twice_changes_nothing_twice() {
    let mut desk = Desk::with_register();
    let first = request(TYPED[0]);
    let kept = desk.call("last_days.set", first.clone());
    let before = events(&mut desk);
    assert_eq!(desk.call("last_days.set", first.clone()), kept);
    assert_eq!(events(&mut desk), before, "a retry leaves no event");

    // Without an id the row of the same compensation, period and unit is meant.
    let mut changed = first.clone();
    changed["id"] = Value::Null;
    changed["amount_ore"] = json!(1);
    let row = desk.call("last_days.set", changed);
    assert_eq!((&row["id"], &row["amount_ore"]), (&kept["id"], &json!(1)));
    assert_eq!(events(&mut desk), before + 1);
    assert_eq!(desk.call("last_days.list", json!({}))["total"], 1);

    // Another id for the same is a slip: it would be counted twice.
    let mut other = first;
    other["id"] = json!(api::new_id());
    let refused = desk.refused("last_days.set", other);
    assert_eq!(refused.code, "last-day-there-is-one");
}

#[test]
fn done_rows_leave_the_list_and_come_back() {
    let mut desk = typed_desk();
    let page = desk.call("last_days.list", json!({}));
    let id = text(&page["days"][0]["id"]);
    let before = events(&mut desk);
    let done = desk.call("last_days.done", json!({ "id": id, "done": true }));
    assert_eq!((&done["group"], &done["done_by"]), (&json!("done"), &json!("EXEMPEL")));
    assert!(text(&done["done_at"]).ends_with('Z'), "{done}");
    assert_eq!(desk.call("last_days.done", json!({ "id": id, "done": true })), done);
    assert_eq!(events(&mut desk), before + 1);

    let open = desk.call("last_days.list", json!({}));
    assert_eq!((&open["total"], &open["at_risk_ore"]), (&json!(6), &json!(34_341_755)));
    let all = desk.call("last_days.list", json!({ "include_done": true }));
    assert_eq!((&all["total"], &all["at_risk_ore"]), (&json!(7), &json!(34_341_755)));
    assert_eq!(all["days"][6]["id"], json!(id), "what is done stands last");

    desk.restart();
    let undone = desk.call("last_days.done", json!({ "id": id, "done": false }));
    assert_eq!((&undone["done_by"], &undone["group"]), (&Value::Null, &json!("within-14")));
    assert_eq!(desk.call("last_days.list", json!({}))["total"], 7);
    let refused = desk.refused("last_days.done", json!({ "id": "no", "done": true }));
    assert_eq!(refused.code, "no-such-last-day");
}

#[test]
fn all_faults_come_at_once_each_at_its_field() {
    let mut desk = Desk::with_register();
    let before = events(&mut desk);
    let refused = desk.refused(
        "last_days.set",
        json!({
            "compensation": "HITTEPÅ", "period": "2026Q5", "unit": "0000",
            "last_day": "2026-02-30", "amount_ore": -1, "note": "å".repeat(501),
        }),
    );
    let faults = std::iter::once(&refused).chain(&refused.also);
    let faults: Vec<(&str, &str)> = faults
        .map(|fault| {
            let place = fault.place.as_ref().unwrap();
            (fault.code.as_str(), place.field.as_deref().unwrap())
        })
        .collect();
    assert_eq!(
        faults,
        [
            ("unknown-compensation", "compensation"),
            ("claim-period-wrong", "period"),
            ("no-such-board", "unit"),
            ("day-wrong", "last_day"),
            ("amount-size", "amount_ore"),
            ("text-too-long", "note"),
        ]
    );
    let early = request(("ASYL-BIF", "2026Q2", "7110", "2025-12-30", None));
    let refused = desk.refused("last_days.set", early);
    assert_eq!(refused.code, "last-day-before-period");
    let large = request(("ASYL-BIF", "2026Q2", "7110", "2026-12-30", Some(i64::MAX)));
    assert_eq!(desk.refused("last_days.set", large).code, "amount-size");
    assert_eq!(events(&mut desk), before, "what is refused leaves nothing");
}

#[test]
fn amounts_may_be_unknown_and_events_tell_no_notes() {
    let mut desk = Desk::with_register();
    let mut typed = request(("asyl-bif", "2026q2", "7110", "2026-12-30", None));
    typed["note"] = json!("ring Nolla-Test");
    let row = desk.call("last_days.set", typed);
    assert_eq!((&row["compensation"], &row["period"]), (&json!("ASYL-BIF"), &json!("2026Q2")));
    let page = desk.call("last_days.list", json!({}));
    assert_eq!(
        (&page["groups"][0]["without_amount"], &page["at_risk_ore"]),
        (&json!(1), &json!(0))
    );
    let events = desk.call("audit.events", json!({}));
    assert!(!events.to_string().contains("Nolla-Test"), "{events}");
    assert!(events.to_string().contains("last-day.set"), "{events}");
}

#[test]
fn what_is_not_given_stays() {
    let mut desk = typed_desk();
    let of = |more: Value| {
        let mut request = json!({
            "compensation": "ASYL-BIF", "period": "2026Q1", "unit": "7120", "last_day": "2026-12-01",
        });
        request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        request
    };
    let told = |row: &Value| json!([row["last_day"], row["amount_ore"], row["note"]]);
    let noted = desk.call("last_days.set", of(json!({ "note": "Väntar på intyg" })));
    assert_eq!(told(&noted), json!(["2026-12-01", 2_318_000, "Väntar på intyg"]));
    let mut later = of(json!({}));
    later["last_day"] = json!("2026-12-02");
    let moved = desk.call("last_days.set", later);
    assert_eq!(told(&moved), json!(["2026-12-02", 2_318_000, "Väntar på intyg"]));
    // What is given empty is taken away.
    let emptied = desk.call("last_days.set", of(json!({ "note": "", "amount_ore": null })));
    assert_eq!(told(&emptied), json!(["2026-12-01", null, ""]));
}

#[test]
fn a_day_that_is_left_out_is_the_cautious_one_of_the_law() {
    let mut desk = Desk::with_register();
    desk.on("2026-11-20");
    let set = |desk: &mut Desk, code: &str, period: &str| {
        desk.answer("last_days.set", request((code, period, "7110", "", None)))
    };
    assert_eq!(set(&mut desk, "EKB-VARD", "2026Q3").unwrap()["last_day"], "2027-03-30");
    assert_eq!(set(&mut desk, "NYA-EKB", "2025").unwrap()["last_day"], "2026-12-31");
    // Nobody asks for it.
    assert_eq!(set(&mut desk, "EKB-DYGN", "2026Q3").unwrap_err().code, "no-last-day-rule");
    let wrong = set(&mut desk, "EKB-VARD", "hösten").unwrap_err();
    assert_eq!(wrong.code, "claim-period-wrong");
    assert!(wrong.also.is_empty(), "{wrong:?}");
}
