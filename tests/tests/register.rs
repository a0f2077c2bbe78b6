//! The register in two times: what holds when, and what was known when.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use acceptance::Desk;
use serde_json::{Value, json};

/// A person of the sample register with a board, a birth date and a day of reception.
const PERSON: &str = "P07";

fn enter(desk: &mut Desk, facts: Value) -> Value {
    desk.call("persons.enter", json!({ "person": PERSON, "facts": facts }))
}

fn refused(desk: &mut Desk, facts: Value) -> Vec<(String, String)> {
    let reply = desk.refused("persons.enter", json!({ "person": PERSON, "facts": facts }));
    std::iter::once(&reply)
        .chain(&reply.also)
        .map(|one| {
            let field = one.place.as_ref().and_then(|place| place.field.clone());
            (one.code.clone(), field.unwrap_or_default())
        })
        .collect()
}

fn titles(facts: &Value, kind: &str) -> Vec<String> {
    let one = |fact: &Value| {
        let day = |name: &str| fact[name].as_str().unwrap_or("…").to_owned();
        let title = fact["title"].as_str().unwrap();
        format!("{title} {} – {}", day("valid_from"), day("valid_until"))
    };
    let facts = facts.as_array().unwrap().iter();
    facts.filter(|fact| fact["kind"] == kind).map(one).collect()
}

#[test]
fn a_move_back_in_time_ends_the_board_before_and_shows_what_was_known() {
    let mut desk = Desk::with_register();
    desk.on("2026-11-19");
    let board = json!({
        "kind": "responsible-board", "cost_centre": "7120", "valid_from": "2026-05-01",
        "source": "Flyttanmälan", "document_date": "2026-04-20",
    });
    let view = enter(&mut desk, json!([board]));
    assert_eq!(
        titles(&view["facts"], "responsible-board"),
        [
            "7110 Exempel stadsdelsnämnd A … – 2026-04-30",
            "7120 Exempel stadsdelsnämnd B 2026-05-01 – …"
        ]
    );
    let known = desk.call("persons.as_known", json!({ "person": PERSON, "day": "2026-11-18" }));
    assert_eq!(
        titles(&known["facts"], "responsible-board"),
        ["7110 Exempel stadsdelsnämnd A … – …"]
    );
    assert_eq!(
        known["then_text"],
        json!(["Ansvarig nämnd: 7110 Exempel stadsdelsnämnd A, hela tiden."])
    );
    assert_eq!(
        known["now_text"][1],
        "Ansvarig nämnd: 7120 Exempel stadsdelsnämnd B, från 2026-05-01, känt sedan 2026-11-19 (Flyttanmälan)."
    );
    // What was entered stays: the first entry and the two that took its place.
    assert_eq!(titles(&view["entries"], "responsible-board").len(), 3);
}

#[test]
fn the_same_entry_twice_is_one() {
    let mut desk = Desk::with_register();
    let fact = json!([{
        "id": "0192f000-0000-7000-8000-00000000abcd", "kind": "housing", "form": "own",
        "valid_from": "2026-01-01",
    }]);
    let first = enter(&mut desk, fact.clone());
    let second = enter(&mut desk, fact);
    assert_eq!(first["entries"], second["entries"]);
}

#[test]
fn what_cannot_be_is_refused_with_its_field_and_nothing_is_entered() {
    let mut desk = Desk::with_register();
    let before = desk.call("persons.view", json!({ "person": PERSON }));
    let faults = refused(
        &mut desk,
        json!([
            { "kind": "residence", "municipality": "Exempelstads kommun", "valid_from": "2026-06-01",
              "valid_until": "2026-05-01" },
            { "kind": "registration", "municipality": "Exempelstads kommun",
              "valid_from": "2025-10-01" },
            { "kind": "responsible-board", "cost_centre": "7120" },
            { "kind": "responsible-board", "cost_centre": "9999", "valid_from": "2026-06-01" },
            { "kind": "died", "valid_from": "2027-01-01" },
        ]),
    );
    let expected = [
        ("fact-ends-before-it-begins", "valid_until"),
        ("fact-before-reception", "valid_from"),
        ("fact-from-the-beginning", "valid_from"),
        ("no-such-board", "cost_centre"),
        ("fact-not-yet", "valid_from"),
    ];
    let expected = expected.map(|(code, field)| (code.to_owned(), field.to_owned()));
    assert_eq!(faults, expected);
    assert_eq!(desk.call("persons.view", json!({ "person": PERSON })), before);
    let wrong = [
        (json!([{ "kind": "dossier-number", "number": "990000" }]), "number-wrong"),
        (json!([{ "kind": "national-number", "number": "19900101-2386" }]), "number-wrong"),
        (json!([{ "kind": "birth", "date": "1990-02-30", "basis": "stated" }]), "fact-day"),
        (json!([{ "kind": "housing", "form": "castle" }]), "fact-choice"),
        (json!([{ "kind": "housing" }]), "fact-field-missing"),
        (json!([{ "kind": "mood" }]), "fact-kind-unknown"),
    ];
    for (facts, code) in wrong {
        assert_eq!(refused(&mut desk, facts)[0].0, code);
    }
}

#[test]
fn a_second_board_from_the_same_day_says_what_to_do() {
    let mut desk = Desk::with_register();
    let board = |centre: &str| json!([{ "kind": "responsible-board", "cost_centre": centre, "valid_from": "2026-05-01" }]);
    enter(&mut desk, board("7120"));
    let reply = desk.refused("persons.enter", json!({ "person": PERSON, "facts": board("7130") }));
    assert_eq!(reply.code, "fact-at-the-same-time");
    assert!(reply.message.contains("2026-04-30"), "{}", reply.message);
}

#[test]
fn a_fact_is_corrected_ended_and_taken_back_and_every_entry_stays() {
    let mut desk = Desk::with_register();
    let view =
        enter(&mut desk, json!([{ "kind": "housing", "form": "own", "valid_from": "2026-01-01" }]));
    let id_of = |view: &Value| {
        let facts = view["facts"].as_array().unwrap();
        facts.iter().find(|fact| fact["kind"] == "housing").unwrap()["id"].clone()
    };
    desk.on("2026-11-10");
    let view = enter(
        &mut desk,
        json!([{ "kind": "housing", "form": "assigned", "valid_from": "2026-01-01",
                 "corrects": id_of(&view) }]),
    );
    assert_eq!(titles(&view["facts"], "housing"), ["Anvisad bostad 2026-01-01 – …"]);
    let end = json!({ "person": PERSON, "fact": id_of(&view), "last_day": "2026-06-30" });
    let view = desk.call("persons.end", end.clone());
    assert_eq!(titles(&view["facts"], "housing"), ["Anvisad bostad 2026-01-01 – 2026-06-30"]);
    // What is corrected already cannot be ended once more.
    assert_eq!(desk.refused("persons.end", end).code, "fact-not-known");
    let back = json!({ "person": PERSON, "fact": id_of(&view) });
    let view = desk.call("persons.end", back);
    assert_eq!(titles(&view["facts"], "housing"), [""; 0]);
    assert_eq!(titles(&view["entries"], "housing").len(), 4);
    let known = desk.call("persons.as_known", json!({ "person": PERSON, "day": "2026-11-09" }));
    assert_eq!(titles(&known["facts"], "housing"), ["Egen bosättning 2026-01-01 – …"]);
}

#[test]
fn an_entry_is_never_known_before_what_was_entered_earlier() {
    let mut desk = Desk::with_register();
    desk.on("2026-01-15");
    let view = enter(&mut desk, json!([{ "kind": "unaccompanied", "valid_from": "2025-12-01" }]));
    let facts = view["facts"].as_array().unwrap();
    let entered = facts.iter().find(|fact| fact["kind"] == "unaccompanied").unwrap();
    // The register was read on 2 November; setting the date back does not write the past anew.
    assert_eq!(entered["known_since"], "2026-11-02");
}

#[test]
fn holes_and_overlaps_are_shown() {
    let mut desk = Desk::with_register();
    let view = enter(
        &mut desk,
        json!([
            { "kind": "residence", "municipality": "Exempelstads kommun",
              "valid_from": "2026-01-01", "valid_until": "2026-02-28" },
            { "kind": "residence", "municipality": "Granköpings kommun", "valid_from": "2026-04-01" },
        ]),
    );
    assert_eq!(view["disorders"][0]["disorder"], "hole");
    assert_eq!(view["disorders"][0]["from"], "2026-03-01");
    assert_eq!(view["disorders"][0]["until"], "2026-03-31");
}

#[test]
fn merged_persons_are_one_and_can_be_parted_again() {
    let mut desk = Desk::with_register();
    let added = desk.call(
        "persons.add",
        json!({ "family_name": "Müller-Test", "given_name": "Golf", "birth_date": "1990-01-01",
                "personal_number": null, "dossier_number": "99-123456" }),
    );
    let other = added["brief"]["person"].as_str().unwrap().to_owned();
    let groups = desk.call("persons.duplicates", json!({}));
    assert_eq!(groups["groups"][0]["reason"], "name-and-birth");
    let before = [PERSON, &other].map(|id| desk.call("persons.view", json!({ "person": id })));
    let merge = json!({ "person": other, "into": PERSON });
    assert_eq!(desk.refused("persons.merge", merge.clone()).code, "merge-not-confirmed");
    let mut merge = merge;
    merge["confirmed"] = json!(true);
    let merged = desk.call("persons.merge", merge);
    assert_eq!(merged["merged"], json!([other]));
    assert_eq!(merged["dossier_numbers"], json!(["99000078", "99123456"]));
    assert_eq!(desk.call("persons.duplicates", json!({}))["groups"], json!([]));
    // The id of the merged person leads to the one it turned out to be.
    let by_other = desk.call("persons.view", json!({ "person": other }));
    assert_eq!(by_other["brief"]["person"], PERSON);
    desk.call("persons.split", json!({ "person": other }));
    let after = [PERSON, &other].map(|id| desk.call("persons.view", json!({ "person": id })));
    assert_eq!(after, before);
}

#[test]
fn persons_are_found_by_half_a_name_any_number_and_other_spellings() {
    let mut desk = Desk::with_register();
    desk.call("persons.add", json!({ "family_name": "Åström", "given_name": "Muhammad Reza" }));
    for text in
        ["müll", "mul gol", "mueller", "99-000078", "99000078", "19900101-2385", "900101-23"]
    {
        let found = desk.call("overview.search", json!({ "text": text }));
        assert_eq!(found["persons"][0]["person"], PERSON, "{text}: {found}");
    }
    for text in ["astr", "åström reza", "aastr", "mohamed", "muhamad as"] {
        let found = desk.call("overview.search", json!({ "text": text }));
        let persons = found["persons"].as_array().unwrap();
        let named = persons.iter().any(|person| person["given_name"] == "Muhammad Reza");
        assert!(named, "{text}: {found}");
    }
    // Who was looked at last comes first.
    let all = |desk: &mut Desk| {
        desk.call("overview.search", json!({ "text": "test" }))["persons"].clone()
    };
    let last = all(&mut desk).as_array().unwrap().last().unwrap()["person"].clone();
    desk.call("persons.view", json!({ "person": last }));
    assert_eq!(all(&mut desk)[0]["person"], last);
}
