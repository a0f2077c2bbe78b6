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
    let second = enter(&mut desk, fact.clone());
    assert_eq!(first["entries"], second["entries"]);
    // The id stands for what was entered, and not for something else or somebody else.
    let mut other = fact.clone();
    other[0]["form"] = json!("assigned");
    assert_eq!(refused(&mut desk, other), [("fact-id-changed".to_owned(), "id".to_owned())]);
    let somebody = desk.refused("persons.enter", json!({ "person": "P08", "facts": fact }));
    assert_eq!(somebody.code, "fact-id-of-another");
}

#[test]
fn the_same_person_twice_is_one() {
    let mut desk = Desk::with_register();
    let id = api::new_id();
    let add = json!({ "id": id, "family_name": "Testsson", "dossier_number": "99-123456" });
    let first = desk.call("persons.add", add.clone());
    assert_eq!(desk.call("persons.add", add), first);
    let other = json!({ "id": "same-id", "family_name": "Testsson" });
    assert_eq!(desk.refused("persons.add", other).code, "id-form");
}

#[test]
fn a_facts_document_can_be_entered_in_another_register() {
    let mut desk = Desk::with_register();
    desk.on("2026-11-10");
    let board =
        json!({ "kind": "responsible-board", "cost_centre": "7120", "valid_from": "2026-05-01" });
    enter(&mut desk, json!([board, { "kind": "died", "valid_from": "2026-10-01" }]));
    let document = desk.call("persons.facts", json!({ "person": PERSON }));
    let said = |document: &Value| {
        let facts = document["facts"].as_array().unwrap().iter().map(|fact| {
            let mut fact = fact.as_object().unwrap().clone();
            for own in ["known_since", "according_to_import", "entered_by", "corrects"] {
                fact.remove(own);
            }
            Value::Object(fact)
        });
        facts.collect::<Vec<_>>()
    };
    let mut other = Desk::with_register();
    let taken = json!({ "person": PERSON, "facts": document });
    // The numbers are known there already, of a person with another history.
    assert_eq!(other.refused("persons.enter", taken).code, "fact-from-the-beginning");
    let mut other = Desk::new();
    for (cost_centre, name) in [("7110", "A"), ("7120", "B")] {
        other.call("boards.put", json!({ "cost_centre": cost_centre, "name": name }));
    }
    let added = other.call("persons.add", json!({ "person": PERSON, "facts": document }));
    assert_eq!(added["brief"]["person"], PERSON);
    let back = other.call("persons.facts", json!({ "person": PERSON }));
    assert_eq!(said(&back), said(&document));
    // Given once more, here or there, it says nothing new.
    for desk in [&mut desk, &mut other] {
        let view = desk.call("persons.view", json!({ "person": PERSON }));
        let again = desk.call("persons.enter", json!({ "person": PERSON, "facts": document }));
        assert_eq!(again["entries"], view["entries"]);
    }
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
        ("fact-ends-before-it-begins", "facts[0].valid_until"),
        ("fact-from-the-beginning", "facts[2].valid_from"),
        ("no-such-board", "facts[3].cost_centre"),
        ("fact-not-yet", "facts[4].valid_from"),
        ("fact-before-reception", "facts[1].valid_from"),
    ];
    let expected = expected.map(|(code, field)| (code.to_owned(), field.to_owned()));
    assert_eq!(faults, expected);
    assert_eq!(desk.call("persons.view", json!({ "person": PERSON })), before);
    let wrong = [
        (json!([{ "kind": "dossier-number", "number": "990000" }]), "number-wrong"),
        (json!([{ "kind": "national-number", "number": "19900101-2386" }]), "number-wrong"),
        (json!([{ "kind": "birth", "date": "1990-02-30", "basis": "stated" }]), "day-wrong"),
        (json!([{ "kind": "housing", "form": "castle" }]), "fact-choice"),
        (json!([{ "kind": "housing" }]), "fact-field-missing"),
        (json!([{ "kind": "mood" }]), "fact-kind-unknown"),
        (json!([{ "kind": "household", "household": " ", "role": "adult" }]), "fact-field-missing"),
        (json!([{ "kind": "name", "family_name": "", "given_name": "" }]), "fact-field-missing"),
        (json!([{ "kind": "housing", "form": "own", "valid_from": "+12026-01-01" }]), "day-wrong"),
        (json!([{ "kind": "birth", "date": "1826-01-01", "basis": "stated" }]), "day-wrong"),
        (json!([{ "kind": "housing", "form": "own", "document_date": "0026-01-01" }]), "day-wrong"),
        (
            json!([{ "kind": "housing", "form": "own", "known_since": "2026-01-01" }]),
            "fact-set-by-program",
        ),
        (
            json!([{ "kind": "housing", "form": "own", "entered_by": "ANNAN" }]),
            "fact-set-by-program",
        ),
        (json!([{ "kind": "housing", "form": "own", "id": "same-id" }]), "id-form"),
        (json!([{ "kind": "housing", "form": "own", "source": 7 }]), "fact-field-text"),
    ];
    for (facts, code) in wrong {
        assert_eq!(refused(&mut desk, facts)[0].0, code);
    }
}

#[test]
fn days_that_nobody_means_are_refused_wherever_they_are_typed() {
    let mut desk = Desk::with_register();
    let add = |day: &str| json!({ "family_name": "Testsson", "birth_date": day });
    let end = json!({ "person": PERSON, "fact": "x", "last_day": "2026-02-30" });
    let last_days = json!({ "until": "i går" });
    // One code and one sentence, with the field, whether the calendar has no such day or the year
    // is a slip of the hand.
    for (name, request, field, text) in [
        ("persons.as_known", json!({ "person": PERSON, "day": "0226-11-01" }), "day", "0226-11-01"),
        ("persons.add", add("+12026-01-01"), "birth_date", "+12026-01-01"),
        ("persons.add", add("2026-02-30"), "birth_date", "2026-02-30"),
        ("persons.end", end, "last_day", "2026-02-30"),
        ("last_days.list", last_days, "until", "i går"),
        ("session.today", json!({ "today": "+10000-01-01" }), "today", "+10000-01-01"),
        ("session.today", json!({ "today": "2026-11-31" }), "today", "2026-11-31"),
        ("session.today", json!({ "today": "" }), "today", ""),
    ] {
        let reply = desk.refused(name, request);
        assert_eq!(reply.code, "day-wrong", "{name} {text}");
        assert!(
            reply.message.starts_with(&format!("{text} är ingen dag. Skriv")),
            "{}",
            reply.message
        );
        assert_eq!(reply.place.and_then(|place| place.field).as_deref(), Some(field), "{name}");
    }
}

#[test]
fn whatever_the_order_of_entering_nothing_comes_before_birth_or_reception_or_after_death() {
    let mut desk = Desk::with_register();
    // P01 has no reception.
    let p01 = |desk: &mut Desk, facts: Value| {
        let reply = desk.refused("persons.enter", json!({ "person": "P01", "facts": facts }));
        let all = std::iter::once(&reply).chain(&reply.also);
        all.map(|one| {
            let field = one.place.as_ref().and_then(|place| place.field.clone());
            (one.code.clone(), field.unwrap_or_default())
        })
        .collect::<Vec<_>>()
    };
    let registration = |from: &str| json!({ "kind": "registration", "municipality": "Exempelstads kommun", "valid_from": from });
    let reception = |from: &str| json!({ "kind": "reception", "municipality": "Exempelstads kommun", "valid_from": from });
    let died = |on: &str| json!({ "kind": "died", "valid_from": on });
    let birth = desk.call("persons.view", json!({ "person": "P01" }))["facts"].clone();
    let birth = birth.as_array().unwrap().iter().find(|fact| fact["kind"] == "birth").unwrap();
    let born =
        json!({ "kind": "birth", "date": "2026-06-01", "basis": "court", "corrects": birth["id"] });
    let told = |faults: &[(&str, &str)]| {
        let each = faults.iter().map(|(code, field)| ((*code).to_owned(), (*field).to_owned()));
        each.collect::<Vec<_>>()
    };
    let all = json!([registration("2026-01-01"), reception("2026-03-01"), born]);
    let expected = [
        ("fact-before-birth", "facts[0].valid_from"),
        ("fact-before-reception", "facts[0].valid_from"),
        ("fact-before-birth", "facts[1].valid_from"),
    ];
    assert_eq!(p01(&mut desk, all), told(&expected));
    let after = json!([died("2026-05-01"), registration("2026-06-01")]);
    assert_eq!(p01(&mut desk, after), told(&[("fact-after-death", "facts[1].valid_from")]));
    // One after the other the later entry is at fault, whichever it is.
    desk.call("persons.enter", json!({ "person": "P01", "facts": [registration("2026-01-01")] }));
    let late = p01(&mut desk, json!([reception("2026-03-01")]));
    assert_eq!(late, told(&[("fact-others-before", "valid_from")]));
    assert_eq!(p01(&mut desk, json!([born])), told(&[("fact-others-before", "date")]));
    let dead = p01(&mut desk, json!([died("2025-12-31")]));
    assert_eq!(dead, told(&[("fact-others-after", "valid_from")]));
    // Whoever seeks asylum lives and is housed in the country before being received.
    let housed = json!([
        reception("2026-01-01"),
        { "kind": "residence", "municipality": "Granköpings kommun", "valid_from": "2025-06-01" },
        { "kind": "housing", "form": "agency", "valid_from": "2025-06-01" },
    ]);
    desk.call("persons.enter", json!({ "person": "P01", "facts": housed }));
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
fn an_ending_makes_nothing_longer_and_needs_a_last_day() {
    let mut desk = Desk::with_register();
    let boards = |from: &str, centre: &str| json!([{ "kind": "responsible-board", "cost_centre": centre, "valid_from": from }]);
    let view = enter(&mut desk, boards("2025-12-01", "7120"));
    let id_of = |view: &Value, title: &str| {
        let facts = view["facts"].as_array().unwrap();
        let found = facts.iter().find(|fact| fact["title"].as_str().unwrap().starts_with(title));
        found.unwrap()["id"].clone()
    };
    let end = |fact: Value, day: &str| json!({ "person": PERSON, "fact": fact, "last_day": day });
    let code = |desk: &mut Desk, request: Value| {
        let reply = desk.refused("persons.end", request);
        (reply.code, reply.place.unwrap().field.unwrap())
    };
    let told = |code: &str| (code.to_owned(), "valid_until".to_owned());
    let longer = end(id_of(&view, "7110"), "2026-12-31");
    assert_eq!(code(&mut desk, longer), told("fact-ends-later"));
    let birth = end(id_of(&view, "1990-01-01"), "2026-12-31");
    assert_eq!(code(&mut desk, birth), told("fact-cannot-end"));
    let early = end(id_of(&view, "7120"), "2025-11-30");
    assert_eq!(code(&mut desk, early), told("fact-ends-before-it-begins"));
    let shorter = end(id_of(&view, "7110"), "2025-11-15");
    let view = desk.call("persons.end", shorter);
    assert_eq!(view["disorders"][0]["from"], "2025-11-16");
}

#[test]
fn members_of_a_household_are_those_of_the_day() {
    let mut desk = Desk::with_register();
    let member = |until: Value| {
        json!([{ "kind": "household", "household": "HH", "role": "adult",
                 "valid_from": "2026-01-01", "valid_until": until }])
    };
    enter(&mut desk, member(json!("2026-03-31")));
    let other = json!({ "person": "P08", "facts": member(Value::Null) });
    desk.call("persons.enter", other);
    let seen = |desk: &mut Desk, person: &str| {
        let view = desk.call("persons.view", json!({ "person": person }));
        (view["household_name"].clone(), view["household"].as_array().unwrap().len())
    };
    assert_eq!(seen(&mut desk, PERSON), (Value::Null, 0));
    assert_eq!(seen(&mut desk, "P08"), (json!("HH"), 0));
    desk.on("2026-03-31");
    assert_eq!(seen(&mut desk, PERSON), (json!("HH"), 1));
    assert_eq!(seen(&mut desk, "P08"), (json!("HH"), 1));
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
    let facts = view["facts"].as_array().unwrap();
    let board = facts.iter().find(|fact| fact["kind"] == "responsible-board").unwrap();
    let end = json!({ "person": PERSON, "fact": board["id"], "last_day": "2026-09-30" });
    let view = desk.call("persons.end", end);
    let hole = &view["disorders"].as_array().unwrap()[1];
    assert_eq!(hole["kind"], "responsible-board");
    assert_eq!((&hole["from"], &hole["until"]), (&json!("2026-10-01"), &Value::Null));
    assert_eq!(
        hole["text"],
        "Ansvarig nämnd saknas från 2026-10-01. Fyll i, eller låt stå om det är så."
    );
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

#[test]
fn the_facts_document_holds_the_school_terms_of_the_city() {
    let mut desk = Desk::with_register();
    let mut document = desk.call("settings.get", json!({}));
    let term = |from: &str, until: &str| json!({ "from": from, "until": until });
    let terms = json!([term("2026-08-17", "2026-12-18"), term("2027-01-11", "2027-06-11")]);
    document["settings"]["school"]["terms"] = terms.clone();
    desk.call("settings.put", document.clone());
    assert_eq!(desk.call("persons.facts", json!({ "person": PERSON }))["school_terms"], terms);
    document["settings"]["school"]["terms"][1] = term("2026-12-18", "2027-06-11");
    assert_eq!(desk.refused("settings.put", document).code, "school-terms");
}

#[test]
fn a_wrong_number_is_told_under_the_name_of_its_field() {
    let mut desk = Desk::with_register();
    let person = json!({ "family_name": "Ny", "personal_number": "20120627-2394" });
    let refused = desk.refused("persons.add", person);
    assert!(refused.message.contains("Personnummer"), "{}", refused.message);
    assert!(!refused.message.contains("fact-field"), "{}", refused.message);
}
