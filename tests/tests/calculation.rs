//! Documents of calculations that nobody meant: each is refused with every fault at its place, or gives
//! an amount or a reason. The documents are files, with what is told about them beside.
//! `UPDATE=1 cargo test -p acceptance --test calculation` writes that anew.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use acceptance::{Desk, text};
use api::ErrorReply;
use proptest::prelude::*;
use serde_json::{Value, json};

fn documents() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/calculation");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|end| end == "json")).collect();
    files.sort();
    files
}

/// What is told about a document: each fault with its place, code and sentence, or what it gives.
fn told(answer: Result<Value, ErrorReply>) -> String {
    let mut told = String::new();
    match answer {
        Ok(given) => {
            let reason = if given["reason_text"].is_null() { "" } else { ", with a reason" };
            writeln!(told, "{} öre{reason}", given["total_ore"])
        }
        Err(reply) => std::iter::once(&reply).chain(&reply.also).try_for_each(|fault| {
            let place = fault.place.as_ref().and_then(|place| place.field.as_deref());
            writeln!(told, "{}: {}: {}", place.unwrap_or("-"), fault.code, fault.message)
        }),
    }
    .unwrap();
    told
}

#[test]
fn every_fault_is_told_at_its_place() {
    let mut desk = Desk::new();
    let mut stale = Vec::new();
    for path in documents() {
        let file: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let request = json!({
            "code": file["code"], "facts": file["document"], "until": "2026-11-30",
        });
        let told = told(desk.answer("law.calculate", request));
        let beside = path.with_extension("txt");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&beside, &told).unwrap();
        }
        let kept = fs::read_to_string(&beside).unwrap_or_default().replace("\r\n", "\n");
        if kept != told {
            stale.push(format!("{}:\n{told}", beside.display()));
        }
    }
    assert!(stale.is_empty(), "not as told before; run with UPDATE=1\n{}", stale.join("\n"));
}

#[test]
fn no_place_ends_in_a_dot_and_no_text_is_missing() {
    for path in documents() {
        let told = fs::read_to_string(path.with_extension("txt")).unwrap();
        for line in told.lines().filter(|line| line.contains(": ")) {
            let mut parts = line.splitn(3, ": ");
            let (place, _, text) =
                (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap());
            assert!(!place.ends_with('.') && !place.contains(".."), "{line}");
            assert!(text.ends_with('.') && !text.contains(['{', '$']), "{line}");
        }
    }
}

#[test]
fn the_law_names_no_item_that_a_cost_cannot_be_for() {
    use domain::law::Counting;
    let law = app::law::shipped().unwrap();
    for compensation in law.catalogue.iter() {
        let named: Vec<&str> = match &compensation.counting {
            Counting::ActualCost { except, .. } => except.iter().map(String::as_str).collect(),
            Counting::Threshold { outside, with } => {
                outside.iter().chain(with).map(String::as_str).collect()
            }
            _ => continue,
        };
        for item in named {
            assert!(domain::entitlement::ITEMS.contains(&item), "{}: {item}", compensation.code.0);
        }
    }
    for item in domain::entitlement::ITEMS {
        assert!(api::texts::has(&format!("law-item-{item}")), "no text for {item}");
    }
}

/// Places and codes of everything that is told.
fn places(reply: &ErrorReply) -> Vec<(String, String)> {
    let all = std::iter::once(reply).chain(&reply.also);
    let place = |fault: &ErrorReply| fault.place.as_ref().and_then(|place| place.field.clone());
    all.map(|fault| (place(fault).unwrap_or_default(), fault.code.clone())).collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(place, code)| ((*place).to_owned(), (*code).to_owned())).collect()
}

#[test]
fn the_citys_numbers_have_the_same_limits_in_the_settings() {
    let mut desk = Desk::new();
    let settings = desk.call("settings.get", json!({}))["settings"].clone();
    let mut wrong = settings.clone();
    wrong["numbers"] = json!({
        "forecasts": [
            {"year": 2026, "children": 400, "share_per_mille": "40000000000000000000000000000"},
            {"year": 2026, "children": "x", "share_per_mille": "1"},
        ],
        "allocations": [
            {"from": "2026-01-01", "until": "2026-12-31", "set_on": "2026-01-15", "number": 120},
            {"from": "2026-06-01", "until": "2026-05-31", "set_on": "i dag", "number": 100_001},
        ],
        "places": [{"from": "2022-06-01", "until": "2022-06-30"}],
        "years": [2026],
    });
    let reply = desk.refused("settings.put", json!({ "settings": wrong }));
    let expected = pairs(&[
        ("numbers.forecasts[1].children", "calculation-form"),
        ("numbers.allocations[1].set_on", "day-wrong"),
        ("numbers.places[0].number", "calculation-field-missing"),
        ("numbers.years", "calculation-field"),
        ("numbers.forecasts[1].year", "given-twice"),
        ("numbers.forecasts[0].share_per_mille", "number-size"),
        ("numbers.allocations[1].until", "fact-ends-before-it-begins"),
        ("numbers.allocations[1].number", "number-size"),
        ("numbers.allocations[1].from", "days-shared"),
    ]);
    assert_eq!(places(&reply), expected);
    let twice = &reply.also[3];
    assert!(twice.message.contains("numbers.forecasts[0].year"), "{}", twice.message);
    let mut right = settings;
    right["numbers"] = json!({
        "forecasts": [{"year": 2026, "children": 400, "share_per_mille": "87.5"}],
        "allocations": [
            {"from": "2026-01-01", "until": "2026-12-31", "set_on": "2026-01-15", "number": 120},
            {"from": "2026-01-01", "until": "2026-12-31", "set_on": "2026-03-01", "number": 130},
        ],
        "places": [{"from": "2022-06-01", "until": "2022-06-30", "number": 30}],
    });
    let kept = desk.call("settings.put", json!({ "settings": right.clone() }));
    assert_eq!(kept["settings"]["numbers"], right["numbers"]);
}

#[test]
fn every_fault_of_the_settings_is_told_at_once() {
    let mut desk = Desk::new();
    let mut settings = desk.call("settings.get", json!({}))["settings"].clone();
    settings["municipality"]["name"] = json!(" ");
    settings["screen"]["accent"] = json!("blå");
    settings["booking"]["client"] = json!("");
    settings["numbers"]["places"] =
        json!([{"from": "2022-06-02", "until": "2022-06-01", "number": 1}]);
    let reply = desk.refused("settings.put", json!({ "settings": settings }));
    let expected = pairs(&[
        ("municipality.name", "municipality-name"),
        ("screen.accent", "setting-value"),
        ("booking.client", "setting-value"),
        ("numbers.places[0].until", "fact-ends-before-it-begins"),
    ]);
    assert_eq!(places(&reply), expected);
}

#[test]
fn what_the_bank_credited_has_a_limit() {
    let mut desk = Desk::new();
    let list = desk.month_taken_in();
    for bank in [i64::MIN, i64::MAX, 1_000_000_000_000_001] {
        let asked = json!({ "list": list, "bank_ore": bank, "reason": "Fel" });
        let reply = desk.refused("payments.bank", asked);
        assert_eq!(places(&reply), pairs(&[("bank_ore", "amount-size")]));
        let import = json!({
            "id": api::new_id(), "path": acceptance::data(acceptance::BROKEN), "bank_ore": bank,
        });
        assert_eq!(desk.refused("payments.import", import).code, "amount-size");
    }
    // Nothing of it was kept.
    assert_eq!(
        desk.call("payments.list", json!({ "list": list }))["summary"]["bank_ore"],
        90_925_010
    );
}

#[test]
fn a_value_of_the_law_has_a_limit() {
    let mut desk = Desk::new();
    let rate = |value: &str| {
        json!({
            "code": "EKB-DYGN", "valid_from": "2027-01-01", "value": value,
            "source": "SFS 2026:1400", "checked_on": "2026-11-02",
        })
    };
    for value in ["5 000 001", "79228162514264337593543950335", &"9".repeat(60)] {
        let reply = desk.refused("law.preview", rate(value));
        assert_eq!(places(&reply), pairs(&[("value", "number-size")]), "{value}");
        assert!(reply.message.contains("5\u{a0}000\u{a0}000"), "{}", reply.message);
    }
    desk.call("law.preview", rate("5 000 000"));
    assert_eq!(desk.refused("law.preview", rate("tusen")).code, "rate-value");
}

#[test]
fn the_register_names_a_fact_that_is_none_by_its_place() {
    let mut desk = Desk::with_register();
    let enter = |facts: Value| json!({ "person": "P07", "facts": facts });
    for (facts, expected) in [
        (
            json!([[], {"kind": "died"}, "x"]),
            &[
                ("facts[0]", "fact-no-object"),
                ("facts[1].valid_from", "fact-needs-one-day"),
                ("facts[2]", "fact-no-object"),
            ][..],
        ),
        (json!("x"), &[("", "fact-no-object")]),
        (json!({"facts": "x"}), &[("facts", "fact-no-object")]),
        (
            json!([{"kind": "died"}, {"kind": "birth", "date": "2010-01-01", "basis": "stated", "valid_until": "2030-01-01"}]),
            &[
                ("facts[0].valid_from", "fact-needs-one-day"),
                ("facts[1].kind", "fact-there-is-one"),
                ("facts[1].valid_until", "fact-takes-no-days"),
            ],
        ),
    ] {
        let reply = desk.refused("persons.enter", enter(facts));
        let mut told = places(&reply);
        told.sort();
        let mut expected = pairs(expected);
        expected.sort();
        assert_eq!(told, expected);
    }
}

#[test]
fn both_days_to_appeal_are_given() {
    let mut desk = Desk::new();
    let asked = json!({ "decided": "2026-11-02", "served": "2026-11-04" });
    let days = desk.call("law.appeal_days", asked);
    assert_eq!(
        (&days["cautious"], &days["ordinary"]),
        (&json!("2026-11-23"), &json!("2026-11-25"))
    );
    assert!(text(&days["appeal_text"]).ends_with('.'), "{days}");
    let before = json!({ "decided": "2026-11-02", "served": "2026-11-01" });
    let reply = desk.refused("law.appeal_days", before);
    assert_eq!(places(&reply), pairs(&[("served", "served-before-decided")]));
    assert!(reply.by_rule && reply.message.contains("2026-11-02"), "{reply:?}");
    let reply = desk.refused("law.appeal_days", json!({ "decided": "", "served": "x" }));
    assert_eq!(places(&reply), pairs(&[("decided", "day-wrong"), ("served", "day-wrong")]));
    let grant = json!({
        "compensation": "ASYL-ARS-FAST", "period_from": "2026-01-01", "period_until": "2026-12-31",
        "decided_on": "2026-10-10", "amount_ore": 1,
    });
    let kept = desk.call("expectation.decide", grant);
    let kept = &kept["grants"][0];
    assert_eq!(
        (&kept["appeal_cautious"], &kept["appeal_cautious_statutory"]),
        (&json!("2026-10-31"), &json!("2026-11-02"))
    );
}

/// Numbers at the ends of what can be, just inside and just outside, and anywhere.
fn any_number() -> impl Strategy<Value = i64> {
    prop_oneof![
        any::<i64>(),
        prop::sample::select(vec![
            i64::MIN,
            i64::MAX,
            i64::from(i32::MAX),
            i64::from(u32::MAX),
            -1,
            0,
            1,
            100,
            101,
            1_000,
            1_001,
            2022,
            2200,
            2201,
            100_000,
            100_001,
            10_000_000,
            100_000_000_000,
            100_000_000_001,
        ]),
        0i64..100_000_000_001,
    ]
}

fn any_day() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec!["1900-01-01", "2200-12-31", "2025-01-10", "2022-06-01"]),
        prop::sample::select(vec!["2026-12-31", "2026-02-28", "2199-12-31", "2025-12-31"]),
    ]
    .prop_map(str::to_owned)
}

fn any_document() -> impl Strategy<Value = Value> {
    let cost = (any_day(), any_day(), any_number(), any_number(), any_number(), any_number());
    let cost = cost.prop_map(|(from, until, amount, fee, persons, child)| {
        json!({
            "from": from, "until": until, "amount_ore": amount, "fee_ore": fee,
            "persons": persons, "child_number": child,
        })
    });
    let entry = (any_day(), any_day(), any_number(), any_number(), any_number());
    let entry = entry.prop_map(|(from, until, number, year, share)| {
        json!({
            "forecast": {"year": year, "children": number, "share_per_mille": share},
            "allocation": {"from": from, "until": until, "set_on": from, "number": number},
            "places": {"from": from, "until": until, "number": number},
            "year": year,
        })
    });
    let lists = (prop::collection::vec(cost, 0..3), prop::collection::vec(entry, 0..2));
    lists.prop_map(|(costs, entries)| {
        let of = |name: &str| entries.iter().map(|entry| entry[name].clone()).collect::<Value>();
        json!({
            "facts": [
                {"kind": "birth", "date": "2010-01-01", "basis": "stated"},
                {"kind": "legal-ground", "ground": "permit", "valid_from": "2025-01-01"},
                {"kind": "unaccompanied", "valid_from": "2025-01-01"},
                {"kind": "assignment", "municipality": "A", "valid_from": "2025-01-01"},
                {"kind": "placement", "form": "residential-care", "basis": "lvu-3",
                 "valid_from": "2025-01-10"},
                {"kind": "reception", "municipality": "A", "housing": "assigned",
                 "valid_from": "2025-01-10"},
                {"kind": "registration", "municipality": "A", "valid_from": "2025-01-10"},
            ],
            "costs": costs,
            "city": {
                "municipality": "A", "forecasts": of("forecast"),
                "allocations": of("allocation"), "places": of("places"), "years": of("year"),
            },
        })
    })
}

/// Compensations of every way of counting that numbers go into.
const COUNTED: [&str; 12] = [
    "NYA-EKB",
    "EKB-VARD",
    "NYA-STODHSL",
    "NYA-BOENDESTOD",
    "NYA-SARSK-KVOT",
    "LMA-BISTAND",
    "NYA-TOMHYRA",
    "ASYL-ARS-FAST",
    "ASYL-ARS-RORL",
    "MASS-FORDEL",
    "MASS-INIT-FAST",
    "MASS-INIT-RORL",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_number_stops_the_program(document in any_document()) {
        let mut host = api::Host::new("EXEMPEL", "2026-11-02".parse().ok());
        for code in COUNTED {
            let request = json!({ "code": code, "facts": document, "until": "2200-12-31" });
            match host.call("law.calculate", request, &api::Unwatched) {
                Ok(given) => {
                    let amounts = given["amounts"].as_array().unwrap();
                    let sum: i64 = amounts.iter().map(|one| one["amount_ore"].as_i64().unwrap()).sum();
                    prop_assert_eq!(given["total_ore"].as_i64(), Some(sum));
                    // The last step of an explanation is the amount, and never something else.
                    for amount in amounts {
                        prop_assert!(!text(&amount["explanation"][0]["text"]).is_empty());
                    }
                    prop_assert!(!amounts.is_empty() || !given["reason_text"].is_null(), "{}", given);
                }
                Err(reply) => prop_assert!(reply.by_rule && reply.place.is_some(), "{:?}", reply),
            }
        }
    }
}

/// The largest document that the limits let through gives amounts that are whole öre.
#[test]
fn the_largest_document_is_computed() {
    let days =
        |year: i32| json!({ "from": format!("{year}-01-01"), "until": format!("{year}-12-31") });
    let with = |mut days: Value, fields: Value| {
        days.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        days
    };
    let whole = json!({ "from": "1900-01-01", "until": "2200-12-31" });
    let largest = json!({ "amount_ore": 100_000_000_000_i64 });
    let forecast = |year| json!({ "year": year, "children": 10_000_000, "share_per_mille": 1000 });
    let allocation = |year: i32| {
        with(days(year), json!({ "set_on": format!("{year}-01-01"), "number": 100_000 }))
    };
    let document = json!({
        "facts": [
            {"kind": "birth", "date": "1990-01-01", "basis": "stated"},
            {"kind": "legal-ground", "ground": "permit", "valid_from": "2021-01-01"},
            {"kind": "reception", "municipality": "A", "housing": "assigned", "valid_from": "2022-01-10"},
            {"kind": "registration", "municipality": "A", "valid_from": "2022-01-10"},
        ],
        "costs": vec![with(whole.clone(), largest); 10_000],
        "city": {
            "municipality": "A",
            "years": (1900..=2200).collect::<Vec<i32>>(),
            "forecasts": (1900..=2200).map(forecast).collect::<Vec<_>>(),
            "allocations": (1900..=2200).map(allocation).collect::<Vec<_>>(),
            "places": [with(whole, json!({ "number": 100_000 }))],
        },
    });
    let mut host = api::Host::new("EXEMPEL", "2026-11-02".parse().ok());
    for code in ["NYA-TOMHYRA", "ASYL-ARS-FAST", "ASYL-ARS-RORL", "MASS-FORDEL"] {
        let request = json!({ "code": code, "facts": document, "until": "2200-12-31" });
        let given = host.call("law.calculate", request, &api::Unwatched);
        assert!(given.is_ok(), "{code}: {given:?}");
    }
    let mut more = document;
    let cost = more["costs"][0].clone();
    more["costs"].as_array_mut().unwrap().push(cost);
    let request = json!({ "code": "NYA-EKB", "facts": more });
    let reply = host.call("law.calculate", request, &api::Unwatched).unwrap_err();
    assert_eq!(reply.code, "costs-too-many");
    assert!(reply.message.contains("10\u{a0}000"), "{}", reply.message);
}
