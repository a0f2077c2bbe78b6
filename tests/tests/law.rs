//! The law as data: values with refusals, calculations with reasons, last days, and what the
//! municipality adds.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use acceptance::{Desk, text};
use serde_json::{Value, json};

/// A person received in one municipality who moves to another within two months.
fn moved() -> Value {
    json!([
        {"kind": "birth", "date": "1990-01-01", "basis": "stated"},
        {"kind": "legal-ground", "ground": "permit", "valid_from": "2025-03-01"},
        {"kind": "reception", "municipality": "Exempelstad", "housing": "assigned",
         "valid_from": "2025-03-10"},
        {"kind": "registration", "municipality": "Exempelstad", "valid_from": "2025-03-10",
         "valid_until": "2025-04-30"},
        {"kind": "registration", "municipality": "Provköping", "valid_from": "2025-05-01"},
    ])
}

fn calculate(desk: &mut Desk, code: &str, with: Value) -> Value {
    let mut request = json!({ "code": code });
    request.as_object_mut().unwrap().extend(with.as_object().unwrap().clone());
    desk.call("law.calculate", request)
}

#[test]
fn a_value_is_given_or_refused_with_a_reason() {
    let mut desk = Desk::new();
    let value = |desk: &mut Desk, code: &str, on: &str, born: Option<&str>| {
        desk.call("law.value", json!({ "code": code, "on": on, "born": born }))
    };
    let given = value(&mut desk, "EKB-DYGN", "2023-12-31", None);
    assert_eq!((&given["amount_ore"], &given["unit"]), (&json!(135_000), &json!("person-day")));
    assert_eq!(value(&mut desk, "EKB-DYGN", "2024-01-01", None)["amount_ore"], 100_000);
    let assigned = value(&mut desk, "NYA-INIT-16", "2026-05-29", Some("1990-01-01"));
    assert_eq!(assigned["amount_ore"], 2_066_100, "{assigned}");
    for (code, on, born, refusal) in [
        ("EKB-DYGN", "2017-06-30", None, "not-in-force"),
        ("EKB-DYGN", "2027-02-01", None, "not-checked"),
        ("REF-PBB", "2027-01-01", None, "not-set-yet"),
        ("NYA-SCHABLON", "2014-05-01", Some("1980-01-01"), "hole"),
        ("NYA-SCHABLON", "2026-05-01", None, "needs-birth-date"),
        ("EKB-VARD", "2026-05-01", None, "no-values"),
    ] {
        let refused = value(&mut desk, code, on, born);
        assert_eq!(
            (&refused["outcome"], &refused["refusal"]),
            (&json!("refused"), &json!(refusal))
        );
        assert!(text(&refused["refusal_text"]).ends_with('.'), "{refused}");
    }
    let unknown = desk.refused("law.value", json!({ "code": "NYA-ALLT", "on": "2026-01-01" }));
    assert_eq!(unknown.code, "unknown-compensation");
}

#[test]
fn every_compensation_answers_or_says_why_it_is_not_computed() {
    let mut desk = Desk::new();
    let list = desk.call("law.list", json!({}));
    let compensations = list["compensations"].as_array().unwrap();
    assert!(compensations.len() > 55, "{}", compensations.len());
    for compensation in compensations {
        let code = text(&compensation["code"]);
        let answer = calculate(&mut desk, &code, json!({ "facts": moved() }));
        let said = !answer["amounts"].as_array().unwrap().is_empty()
            || text(&answer["reason_text"]).len() > 20;
        assert!(said, "{code}: {answer}");
        assert_eq!(
            compensation["not_computed"].is_null(),
            answer["outcome"] == "done" || answer["reason"] == "hole",
            "{code}"
        );
        let view = desk.call("law.view", json!({ "code": code }));
        for field in ["counting", "whose", "payment", "appeal"] {
            assert!(text(&view[field]).ends_with('.'), "{code}: {field} {}", view[field]);
        }
    }
}

#[test]
fn an_explanation_says_every_step_in_words() {
    let mut desk = Desk::new();
    let answer = calculate(&mut desk, "NYA-SCHABLON", json!({ "facts": moved() }));
    assert_eq!(answer["total_ore"], 18_150_000, "{answer}");
    let second = &answer["amounts"][1];
    assert_eq!(
        (&second["municipality"], &second["amount_ore"], &second["due"]),
        (&json!("Provköping"), &json!(4_950_000), &json!("2025-06-30"))
    );
    let steps: Vec<String> =
        second["explanation"].as_array().unwrap().iter().map(|step| text(&step["text"])).collect();
    for words in ["13 §", "brytdagen 2025-05-31", "30 % av 165 000 = 49 500", "35 år"] {
        assert!(steps.iter().any(|step| step.replace('\u{a0}', " ").contains(words)), "{steps:#?}");
    }
    // No text that is missing shows its id.
    assert!(steps.iter().all(|step| !step.contains("law-")), "{steps:#?}");
    let theirs = json!({ "facts": moved(), "municipality": "Exempelstad" });
    assert_eq!(calculate(&mut desk, "NYA-SCHABLON", theirs)["total_ore"], 1_650_000);
}

#[test]
fn what_contradicts_itself_is_told_at_once_with_its_place() {
    let mut desk = Desk::new();
    let facts = json!({
        "facts": [
            {"kind": "birth", "date": "2010-01-01", "basis": "stated"},
            {"kind": "registration", "municipality": "A", "valid_from": "2025-01-01"},
            {"kind": "registration", "municipality": "B", "valid_from": "2025-06-01"},
            {"kind": "reception", "municipality": "A", "valid_from": "2026-01-01"},
            {"kind": "died", "valid_from": "2025-12-31"},
        ],
        "costs": [
            {"from": "2026-02-01", "until": "2026-01-01", "amount_ore": -1},
            {"from": "2026-01-01", "until": "2026-01-02", "amount_ore": 1, "compensation": "X"},
        ],
    });
    let refused =
        desk.refused("law.calculate", json!({ "code": "EKB-VARD", "facts": facts.clone() }));
    let all: Vec<(String, String)> = std::iter::once(&refused)
        .chain(&refused.also)
        .map(|reply| {
            let place = reply.place.as_ref().and_then(|place| place.field.clone());
            (place.unwrap_or_default(), reply.code.clone())
        })
        .collect();
    for expected in [
        ("facts[2]", "facts-contradict"),
        ("facts[1].valid_from", "fact-before-reception"),
        ("facts[3].valid_from", "fact-after-death"),
        ("costs[0].until", "fact-ends-before-it-begins"),
        ("costs[0].amount_ore", "cost-negative"),
        ("costs[1].compensation", "unknown-compensation"),
    ] {
        let expected = (expected.0.to_owned(), expected.1.to_owned());
        assert!(all.contains(&expected), "{expected:?} is not among {all:#?}");
    }
    let mut wrong = facts;
    wrong["kostnader"] = json!([]);
    wrong["costs"][0]["from"] = json!("2026-02-30");
    let refused = desk.refused("law.calculate", json!({ "code": "EKB-VARD", "facts": wrong }));
    let codes: Vec<&str> =
        std::iter::once(&refused).chain(&refused.also).map(|reply| reply.code.as_str()).collect();
    // One fault hides no other.
    for code in ["calculation-part", "day-wrong", "facts-contradict", "unknown-compensation"] {
        assert!(codes.contains(&code), "{code} is not among {codes:?}");
    }
}

#[test]
fn last_days_are_told_in_three_ways() {
    let mut desk = Desk::new();
    let third = json!({ "code": "EKB-VARD", "period": "2026Q3" });
    let answer = desk.call("law.last_day", third);
    assert_eq!(
        (&answer["cautious"], &answer["practice"], &answer["statutory"], &answer["rule"]),
        (
            &json!("2027-03-30"),
            &json!("2027-03-31"),
            &json!("2027-03-31"),
            &json!("six-months-after-quarter")
        )
    );
    for (request, code) in [
        (json!({ "code": "EKB-DYGN", "period": "2026Q3" }), "no-last-day-rule"),
        (json!({ "code": "EKB-VARD", "period": "hösten" }), "claimed-days-wrong"),
        (json!({ "code": "NYA-EKB", "period": "2025", "first_claim": true }), "reception-needed"),
        (json!({ "code": "EKB-VARD", "period": "2025-01-01/2026-03-31" }), "period-too-long"),
    ] {
        assert_eq!(desk.refused("law.last_day", request).code, code);
    }
}

#[test]
fn next_years_amount_is_entered_with_a_preview_and_can_be_taken_back() {
    let mut desk = Desk::new();
    let day =
        |desk: &mut Desk, on: &str| desk.call("law.value", json!({ "code": "EKB-DYGN", "on": on }));
    let rate = json!({
        "id": api::new_id(), "code": "EKB-DYGN", "valid_from": "2027-01-01", "value": "1 050",
        "source": "SFS 2026:1400", "checked_on": "2026-11-02",
    });
    let preview = desk.call("law.preview", rate.clone());
    let change = &preview["changes"][0];
    assert_eq!(change["code"], "EKB-DYGN");
    let after = ["2024-01-01 till 2026-12-31: 1\u{a0}000 kr", "från 2027-01-01: 1\u{a0}050 kr"];
    assert_eq!(change["after"], json!(after));
    assert_eq!(day(&mut desk, "2027-01-01")["outcome"], "refused");
    desk.call("law.add", rate.clone());
    assert_eq!(day(&mut desk, "2027-01-01")["amount_ore"], 105_000);
    assert_eq!(day(&mut desk, "2026-12-31")["amount_ore"], 100_000);
    // The same once more changes nothing; without a source it is refused beside its field.
    desk.call("law.add", rate.clone());
    let mut without = rate.clone();
    without["source"] = json!("");
    without["value"] = json!("tusen");
    without["id"] = json!(api::new_id());
    without["valid_from"] = json!("2028-01-01");
    let refused = desk.refused("law.preview", without);
    let fields: Vec<_> = std::iter::once(&refused)
        .chain(&refused.also)
        .filter_map(|reply| reply.place.as_ref()?.field.clone())
        .collect();
    assert!(
        fields.contains(&"value".to_owned()) && fields.contains(&"source".to_owned()),
        "{fields:?}"
    );
    desk.restart();
    assert_eq!(day(&mut desk, "2027-01-01")["amount_ore"], 105_000);
    desk.call("law.withdraw", json!({ "id": rate["id"] }));
    assert_eq!(day(&mut desk, "2027-01-01")["outcome"], "refused");
    let events = desk.call("audit.events", json!({}));
    assert_eq!(events["events"][0]["action"], "law.withdraw-rate");
}

#[test]
fn a_value_that_somebody_has_checked_is_trusted_longer() {
    let mut desk = Desk::new();
    let ask = json!({ "code": "EKB-DYGN", "on": "2027-02-15" });
    assert_eq!(desk.call("law.value", ask.clone())["refusal"], "not-checked");
    desk.on("2027-02-10");
    let check = json!({ "code": "EKB-DYGN", "source": "SFS 2010:1122 i lydelse 2026:1539" });
    desk.call("law.check", check);
    assert_eq!(desk.call("law.value", ask)["amount_ore"], 100_000);
}

#[test]
fn an_open_question_is_answered_from_a_day_with_a_reason() {
    let mut desk = Desk::new();
    let born = json!([
        {"kind": "birth", "date": "2008-03-05", "basis": "stated"},
        {"kind": "legal-ground", "ground": "temporary-protection", "valid_from": "2024-01-01"},
        {"kind": "assignment", "municipality": "Exempelstad", "valid_from": "2024-01-01"},
        {"kind": "housing", "form": "municipal", "valid_from": "2026-03-01", "valid_until": "2026-03-10"},
    ]);
    let total = |desk: &mut Desk| {
        calculate(desk, "MASS-DYGN", json!({ "facts": born }))["total_ore"].clone()
    };
    assert_eq!(total(&mut desk), 4 * 15_000 + 6 * 30_000);
    let answer = json!({
        "question": "eighteenth-birthday", "answer": "child", "valid_from": "2026-01-01",
        "reason": "Migrationsverkets besked 2026-02-01",
    });
    desk.call("law.answer", answer.clone());
    assert_eq!(total(&mut desk), 5 * 15_000 + 5 * 30_000);
    let mut unknown = answer;
    unknown["answer"] = json!("both");
    assert_eq!(desk.refused("law.answer", unknown).code, "answer-unknown");
}
