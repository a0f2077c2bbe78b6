//! Persons that turn out to be one, and those that turn out not to be after all.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use acceptance::{Desk, text};
use serde_json::{Value, json};

/// A person of the sample register that has a board.
const PERSON: &str = "P07";

/// The sample register, a person of it, and another one without a board.
fn two(more: Value) -> (Desk, String) {
    let mut desk = Desk::with_register();
    let mut add = json!({ "family_name": "Annan", "given_name": "Helt" });
    add.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let added = desk.call("persons.add", add);
    (desk, text(&added["brief"]["person"]))
}

fn merge(desk: &mut Desk, person: &str, into: &str) {
    desk.call("persons.merge", json!({ "person": person, "into": into, "confirmed": true }));
}

fn board(centre: &str, from: &str) -> Value {
    json!([{ "kind": "responsible-board", "cost_centre": centre, "valid_from": from }])
}

/// Boards of a facts document: cost centre, first and last day.
fn boards(document: &Value) -> Vec<String> {
    let facts = document["facts"].as_array().unwrap().iter();
    let of_boards = facts.filter(|fact| fact["kind"] == "responsible-board");
    let day = |fact: &Value, name: &str| fact[name].as_str().unwrap_or("…").to_owned();
    of_boards
        .map(|fact| {
            let (from, until) = (day(fact, "valid_from"), day(fact, "valid_until"));
            format!("{} {from} – {until}", fact["cost_centre"].as_str().unwrap())
        })
        .collect()
}

fn known(desk: &mut Desk, person: &str, day: &str) -> Value {
    desk.call("persons.facts", json!({ "person": person, "as_known": day }))
}

/// Persons whom lists show under a board on the business date.
fn under(desk: &mut Desk, centre: &str) -> Vec<String> {
    let found = desk.call("persons.find", json!({ "text": "", "cost_centre": centre }));
    found["persons"].as_array().unwrap().iter().map(|one| text(&one["person"])).collect()
}

#[test]
fn merged_persons_are_one_and_can_be_parted_again() {
    let mut desk = Desk::with_register();
    let added = desk.call(
        "persons.add",
        json!({ "family_name": "Müller-Test", "given_name": "Golf", "birth_date": "1990-01-01",
                "personal_number": null, "dossier_number": "99-123456", "confirmed": true }),
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
fn what_is_entered_while_two_are_one_keeps_the_history_of_each_whole() {
    let (mut desk, other) = two(json!({}));
    merge(&mut desk, PERSON, &other);
    desk.on("2026-11-05");
    let ended = json!({ "person": other, "facts": board("7130", "2026-05-01") });
    desk.call("persons.enter", ended);
    assert!(under(&mut desk, "7130").contains(&other));
    desk.on("2026-11-09");
    let parted = desk.call("persons.split", json!({ "person": PERSON }));
    assert_eq!(parted["from"], other);
    let stay: Vec<_> = parted["stay"].as_array().unwrap().iter().map(|f| &f["title"]).collect();
    assert_eq!(stay, ["7130 Exempel stadsdelsnämnd C"]);
    assert_eq!(parted["stay_count"], 1);
    // The board that gave way was the one's own, the new one is the other's.
    let document =
        |desk: &mut Desk, person: &str| desk.call("persons.facts", json!({ "person": person }));
    assert_eq!(boards(&document(&mut desk, PERSON)), ["7110 … – 2026-04-30"]);
    assert_eq!(boards(&document(&mut desk, &other)), ["7130 2026-05-01 – …"]);
    // Lists say the same on a day on which the board held.
    assert!(!under(&mut desk, "7110").contains(&PERSON.to_owned()));
    assert!(under(&mut desk, "7130").contains(&other));
    desk.on("2026-04-30");
    assert!(under(&mut desk, "7110").contains(&PERSON.to_owned()));
    assert!(!under(&mut desk, "7130").contains(&other));
}

#[test]
fn nobody_loses_protection_by_a_split() {
    let (mut desk, other) = two(json!({}));
    merge(&mut desk, PERSON, &other);
    let marking = json!([{ "kind": "protection", "marking": "protected-registration", "valid_from": "2026-10-01" }]);
    desk.call("persons.enter", json!({ "person": other, "facts": marking }));
    let parted = desk.call("persons.split", json!({ "person": PERSON }));
    assert_eq!(parted["protected"], json!([PERSON]));
    // What stays with a protected person is not told before it is opened.
    assert_eq!((&parted["stay"], &parted["stay_count"]), (&json!([]), &json!(1)));
    assert_eq!(parted["person"]["closed"], true);
    for person in [PERSON, other.as_str()] {
        let reason = json!({ "person": person, "reason": "Handlägger ansökan 2026/17" });
        let view = desk.call("persons.open", reason);
        let facts = view["facts"].as_array().unwrap();
        let protects: Vec<_> = facts.iter().filter(|fact| fact["kind"] == "protection").collect();
        assert_eq!(protects.len(), 1, "{person}");
        assert_eq!(protects[0]["fields"][0]["value"], "protected-registration");
        assert_eq!(protects[0]["valid_from"], "2026-10-01");
        let carried = protects[0]["source"] == "Följde med när sammanslagna personer delades";
        assert_eq!(carried, person == PERSON);
    }
}

#[test]
fn a_split_takes_along_only_what_was_entered_while_the_two_were_one() {
    let marking = json!([{ "kind": "protection", "marking": "secrecy-marking" }]);
    for while_one in [false, true] {
        let (mut desk, middle) = two(json!({}));
        let last = desk.call("persons.add", json!({ "family_name": "Sist", "given_name": "Helt" }));
        let last = text(&last["brief"]["person"]);
        let protect = json!({ "person": last, "facts": marking });
        merge(&mut desk, PERSON, &middle);
        if !while_one {
            desk.call("persons.enter", protect.clone());
        }
        let reason = json!({ "person": middle, "into": last, "confirmed": true, "reason": "en" });
        desk.call("persons.merge", reason);
        if while_one {
            desk.call("persons.enter", protect);
        }
        let parted = desk.call("persons.split", json!({ "person": PERSON }));
        let expected = if while_one { json!([PERSON]) } else { json!([]) };
        assert_eq!(parted["protected"], expected, "{while_one}");
        assert_eq!(parted["stay_count"], u32::from(while_one), "{while_one}");
        assert_eq!(parted["person"]["brief"]["protected"], while_one);
        let parted = desk.call("persons.split", json!({ "person": middle }));
        assert_eq!(parted["person"]["brief"]["protected"], while_one);
        let left = desk.call("persons.view", json!({ "person": last }));
        assert_eq!(left["brief"]["protected"], true);
    }
}

#[test]
fn as_known_on_a_day_two_are_one_from_the_merge_until_the_split() {
    let (mut desk, other) = two(json!({ "dossier_number": "99-123456" }));
    desk.on("2026-11-05");
    desk.call("persons.enter", json!({ "person": PERSON, "facts": board("7120", "2026-05-01") }));
    desk.on("2026-11-07");
    merge(&mut desk, PERSON, &other);
    let of_one = ["7110 … – 2026-04-30", "7120 2026-05-01 – …"];
    // Before the merge each is itself, whichever of the ids asks.
    let before = known(&mut desk, &other, "2026-11-06");
    assert_eq!((&before["person"], &before["merged"]), (&json!(other), &json!([])));
    assert_eq!(boards(&before), [""; 0]);
    let itself = known(&mut desk, PERSON, "2026-11-06");
    assert_eq!((&itself["person"], &itself["merged"]), (&json!(PERSON), &json!([])));
    assert_eq!(boards(&itself), of_one);
    assert_eq!(boards(&known(&mut desk, PERSON, "2026-11-04")), ["7110 … – …"]);
    for id in [PERSON, other.as_str()] {
        let one = known(&mut desk, id, "2026-11-07");
        assert_eq!((&one["person"], &one["merged"]), (&json!(other), &json!([PERSON])));
        assert_eq!(boards(&one), of_one);
    }
    let difference = desk.call("persons.as_known", json!({ "person": other, "day": "2026-11-06" }));
    assert!(!difference["now"].as_array().unwrap().is_empty());
    let days = desk.call("persons.view", json!({ "person": other }))["days"].clone();
    assert_eq!(days, json!(["2026-11-02", "2026-11-07"]));
    desk.on("2026-11-12");
    desk.call("persons.split", json!({ "person": PERSON }));
    let between = known(&mut desk, &other, "2026-11-11");
    assert_eq!(
        (&between["merged"], boards(&between)),
        (&json!([PERSON]), of_one.map(str::to_owned).into())
    );
    assert_eq!(boards(&known(&mut desk, &other, "2026-11-12")), [""; 0]);
    let days = |desk: &mut Desk, id: &str| {
        desk.call("persons.view", json!({ "person": id }))["days"].clone()
    };
    assert_eq!(days(&mut desk, &other), json!(["2026-11-02", "2026-11-07", "2026-11-12"]));
    let own = json!(["2026-11-02", "2026-11-05", "2026-11-07", "2026-11-12"]);
    assert_eq!(days(&mut desk, PERSON), own);
}

#[test]
fn a_picture_of_old_does_not_open_who_is_protected_now() {
    let (mut desk, other) = two(json!({}));
    merge(&mut desk, PERSON, &other);
    desk.on("2026-11-09");
    desk.call("persons.split", json!({ "person": PERSON }));
    desk.on("2026-11-10");
    let marking = json!([{ "kind": "protection", "marking": "secrecy-marking" }]);
    desk.call("persons.enter", json!({ "person": PERSON, "facts": marking }));
    for (operation, day) in [("persons.facts", "as_known"), ("persons.as_known", "day")] {
        let mut request = json!({ "person": other });
        request[day] = json!("2026-11-05");
        let refused = desk.refused(operation, request.clone());
        assert_eq!(refused.code, "person-protected", "{operation}");
        request[day] = json!("2026-11-09");
        desk.call(operation, request);
    }
}

#[test]
fn a_merge_is_never_known_before_what_was_entered_earlier() {
    let (mut desk, other) = two(json!({}));
    desk.on("2026-11-10");
    desk.call("persons.enter", json!({ "person": PERSON, "facts": board("7120", "2026-05-01") }));
    desk.on("2026-11-03");
    merge(&mut desk, PERSON, &other);
    assert_eq!(known(&mut desk, &other, "2026-11-09")["merged"], json!([]));
    assert_eq!(known(&mut desk, &other, "2026-11-10")["merged"], json!([PERSON]));
    desk.on("2026-11-20");
    desk.call("persons.split", json!({ "person": PERSON }));
    desk.on("2026-11-12");
    let view = desk
        .call("persons.enter", json!({ "person": other, "facts": board("7110", "2026-06-01") }));
    let facts = view["facts"].as_array().unwrap();
    let entered = facts.iter().find(|fact| fact["kind"] == "responsible-board").unwrap();
    assert_eq!(entered["known_since"], "2026-11-20");
}

#[test]
fn everything_that_a_new_fact_comes_after_gives_way() {
    let (mut desk, other) = two(json!({}));
    desk.call("persons.enter", json!({ "person": other, "facts": board("7120", "2025-12-01") }));
    merge(&mut desk, PERSON, &other);
    let view = desk
        .call("persons.enter", json!({ "person": other, "facts": board("7130", "2026-05-01") }));
    let document = desk.call("persons.facts", json!({ "person": other }));
    let expected = ["7110 … – 2026-04-30", "7120 2025-12-01 – 2026-04-30", "7130 2026-05-01 – …"];
    assert_eq!(boards(&document), expected);
    let disorders = view["disorders"].as_array().unwrap();
    let of_boards = disorders.iter().find(|one| one["kind"] == "responsible-board").unwrap();
    assert_eq!(of_boards["until"], "2026-04-30");
}

#[test]
fn who_is_to_be_merged_is_shown_side_by_side_with_what_contradicts() {
    let (mut desk, other) = two(json!({ "birth_date": "1991-02-02" }));
    let of = |other: &str| json!({ "person": other, "into": PERSON });
    let shown = desk.call("persons.compare", of(&other));
    let ids = |shown: &Value| json!([shown["persons"][0]["person"], shown["persons"][1]["person"]]);
    assert_eq!(ids(&shown), json!([other, PERSON]));
    let birth =
        shown["kinds"].as_array().unwrap().iter().find(|one| one["kind"] == "birth").unwrap();
    assert_eq!(
        json!([birth["one"][0], birth["other"][0], birth["same"]]),
        json!(["1991-02-02, uppgiven", "1990-01-01, uppgiven", false])
    );
    assert_eq!(shown["reasons"].as_array().unwrap().len(), 1);
    let told = [
        "Namn gäller två gånger. Rätta den ena.",
        "Födelsedatum gäller två gånger. Rätta den ena.",
    ];
    assert_eq!(shown["contradictions"], json!(told));
    // The page of the merged person shows the same.
    merge(&mut desk, PERSON, &other);
    let view = desk.call("persons.view", json!({ "person": PERSON }));
    let disorders: Vec<&Value> =
        view["disorders"].as_array().unwrap().iter().map(|one| &one["text"]).collect();
    assert_eq!(disorders, told);
    assert_eq!(desk.refused("persons.compare", of(&other)).code, "same-person");
}

#[test]
fn a_namesake_is_asked_about_before_somebody_is_added() {
    let mut desk = Desk::with_register();
    let person = |family: &str, given: &str, born: Option<&str>| json!({ "family_name": family, "given_name": given, "birth_date": born });
    let candidates = |desk: &mut Desk, new: &Value| {
        let found = desk.call("persons.namesakes", new.clone());
        let persons = found["persons"].as_array().unwrap().iter();
        persons.map(|one| text(&one["person"])).collect::<Vec<_>>()
    };
    // Written otherwise, the parts of the name turned, or the day of birth not known.
    for new in [
        person("muller-test", "Golf", Some("1990-01-01")),
        person("Golf", "Müller-Test", Some("1990-01-01")),
        person("Müller-Test", "Golf", None),
    ] {
        let reply = desk.refused("persons.add", new.clone());
        assert_eq!(reply.code, "person-may-be-there");
        assert!(reply.message.starts_with("Det finns redan en person"), "{}", reply.message);
        assert_eq!(candidates(&mut desk, &new), [PERSON]);
    }
    for other in [
        person("Müller-Test", "Golf", Some("1990-01-02")),
        person("Müller-Test", "Annan", Some("1990-01-01")),
    ] {
        assert_eq!(candidates(&mut desk, &other), [""; 0]);
        desk.call("persons.add", other);
    }
    let mut new = person("Müller-Test", "Golf", Some("1990-01-01"));
    new["confirmed"] = json!(true);
    new["id"] = json!(api::new_id());
    let added = desk.call("persons.add", new.clone());
    // A retry adds nobody and asks nothing.
    new["confirmed"] = json!(false);
    assert_eq!(desk.call("persons.add", new), added);
}
