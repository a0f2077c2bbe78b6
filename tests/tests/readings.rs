//! The log of reading: what counts, what it says, and how it is looked through.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;

use acceptance::city::{ANNA, BO, CILLA, City, ask, refused};
use acceptance::{Desk, LIST_A, data, example, text};
use api::{Host, Reads};
use serde_json::{Value, json};

/// Answers that are files, copies or prints.
const LEAVING: [&str; 7] = [
    "WrittenFile",
    "WrittenFiles",
    "PackageWritten",
    "RegisterExported",
    "Exported",
    "CopiedList",
    "PrintedList",
];

/// The operations by the name of what they answer with, as the contract has it.
fn answering_with(types: &[&str]) -> BTreeSet<String> {
    let contract = api::contract_typescript();
    let line = |line: &str| {
        let (name, rest) = line.trim().strip_prefix('"')?.split_once('"')?;
        let response = rest.split_once("response: ")?.1.trim_end_matches([' ', '}', ';']);
        types.contains(&response).then(|| name.to_owned())
    };
    contract.lines().filter_map(line).collect()
}

#[test]
fn every_operation_says_what_its_answer_reads() {
    let mut silent = Vec::new();
    let leaving = answering_with(&LEAVING);
    assert!(leaving.len() > 10, "{leaving:?}");
    for operation in api::operations() {
        let reads = operation.reads;
        if operation.names_somebody() && reads == Reads::Nothing {
            silent.push(format!("{} names somebody", operation.name));
        }
        let leaves = leaving.contains(operation.name) && !operation.is_impersonal();
        if leaves && !matches!(reads, Reads::Leaves(..) | Reads::OfDocument(..)) {
            silent.push(format!("{} leaves the program", operation.name));
        }
        // What a row names its request has: a name of nothing would note and keep out nobody.
        let fields: Vec<&str> = match reads {
            Reads::Asked(_, fields) => fields.to_vec(),
            Reads::OfDocument(_, field) => vec![field],
            Reads::Leaves(_, places) => {
                places.iter().filter_map(|place| place.split('/').nth(1)).collect()
            }
            // The answer says whom; what was asked for only helps whoever reviews.
            Reads::Answered(..) | Reads::Nothing | Reads::Hits => Vec::new(),
        };
        let changed = operation.targets.iter().map(|(field, _)| *field);
        for field in fields.into_iter().chain(changed) {
            if operation.unknown_field(&json!({ field: "x" })).is_some() {
                silent.push(format!("{} has no {field}", operation.name));
            }
        }
    }
    assert_eq!(silent, Vec::<String>::new());
}

/// The readings about a person: who, what, why.
fn readings_about(host: &mut Host, person: &str) -> Vec<(String, String, String)> {
    let extract = ask(host, "log.extract", json!({ "person": person }));
    let of = |one: &Value| (text(&one["actor"]), text(&one["kind"]), text(&one["reason"]));
    extract["readings"].as_array().unwrap().iter().map(of).collect()
}

fn row(who: &str, what: &str, why: &str) -> (String, String, String) {
    (who.to_owned(), what.to_owned(), why.to_owned())
}

/// A city with the sample register and an auditor, Cilla.
fn city() -> City {
    let city = City::new();
    city.with_user(CILLA, &[json!({ "role": "auditor" })]);
    city.as_user(ANNA, &[("register.import", json!({ "path": example("register-exempel.csv") }))]);
    city
}

#[test]
fn a_page_is_one_reading_for_a_while_and_a_hit_is_none() {
    let city = city();
    let mut anna = city.login(ANNA).unwrap();
    ask(&mut anna, "persons.find", json!({ "text": "test" }));
    ask(&mut anna, "overview.search", json!({ "text": "P01" }));
    for _ in 0..3 {
        ask(&mut anna, "persons.view", json!({ "person": "P01" }));
    }
    ask(&mut anna, "persons.view", json!({ "person": "P02" }));
    drop(anna);
    // Another login reads anew.
    city.as_user(ANNA, &[("persons.view", json!({ "person": "P01" }))]);
    let mut cilla = city.login(CILLA).unwrap();
    let own = row("cilla", "explanation", "");
    let page = row("anna", "page", "");
    // The extract is noted once it has been answered.
    assert_eq!(readings_about(&mut cilla, "P01"), [page.clone(), page.clone()]);
    assert_eq!(readings_about(&mut cilla, "P01"), [page.clone(), page.clone(), own]);
    assert_eq!(readings_about(&mut cilla, "P02"), [page]);
    assert_eq!(readings_about(&mut cilla, "P03"), []);
}

#[test]
fn what_leaves_and_what_a_reason_was_given_for_is_noted_each_time() {
    let city = city();
    let mut anna = city.login(ANNA).unwrap();
    let marking = json!({ "kind": "protection", "marking": "secrecy-marking" });
    ask(&mut anna, "persons.enter", json!({ "person": "P01", "facts": [marking] }));
    for reason in ["Ringer upp", "Ringer igen"] {
        ask(&mut anna, "persons.open", json!({ "person": "P01", "reason": reason }));
    }
    let list = json!({ "list": "persons.find", "request": { "text": "" } });
    for _ in 0..2 {
        ask(&mut anna, "list.copy", list.clone());
    }
    let file = city.folder.path().join("lista.xlsx");
    ask(&mut anna, "list.write", json!({ "shown": list, "path": file }));
    drop(anna);
    let mut cilla = city.login(CILLA).unwrap();
    let read = readings_about(&mut cilla, "P01");
    let opened = ["Ringer upp", "Ringer igen"].map(|reason| row("anna", "page", reason));
    assert_eq!(read[1..], opened);
    let extract = ask(&mut cilla, "log.extract", json!({ "person": "P01" }));
    let of_many = extract["of_many"].as_array().unwrap();
    let objects: Vec<(&Value, &Value)> =
        of_many.iter().map(|one| (&one["kind"], &one["object"])).collect();
    let export = json!("export");
    let object = json!("persons.find");
    assert_eq!(objects, [(&export, &object); 3], "{extract}");
    // Protected from the second reading on: the first was of the page that protection was entered on.
    let protected: Vec<bool> = extract["readings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["protected"] == true)
        .collect();
    assert_eq!(protected[1..3], [true, true]);
}

#[test]
fn traces_cases_and_documents_are_readings_of_whom_they_name() {
    let city = city();
    let mut anna = city.login(ANNA).unwrap();
    let list = json!({ "id": "lista", "path": data(LIST_A), "bank_ore": 90_925_010 });
    ask(&mut anna, "payments.import", list);
    ask(&mut anna, "match.run", json!({ "list": "lista" }));
    let rows = ask(&mut anna, "match.rows", json!({ "list": "lista", "filter": "all" }));
    let matched = rows["rows"].as_array().unwrap().iter().find(|row| !row["person"].is_null());
    let matched = matched.unwrap();
    let person = text(&matched["person"]["person"]);
    ask(&mut anna, "trace.row", json!({ "list": "lista", "line": matched["line"] }));
    let case = json!({ "id": "fall", "person": person, "kind": "claim" });
    ask(&mut anna, "cases.open", case);
    let path = city.folder.path().join("bilaga.txt");
    std::fs::write(&path, "Underlag").unwrap();
    let attach = json!({ "id": "dok", "case": "fall", "path": path, "kind": "evidence" });
    let view = ask(&mut anna, "cases.attach", attach);
    let document = view["documents"][0]["document"].clone();
    let out = city.folder.path().join("ut.txt");
    let save = json!({ "document": document, "path": out });
    ask(&mut anna, "cases.save_document", save);
    drop(anna);
    let mut cilla = city.login(CILLA).unwrap();
    let kinds: Vec<String> =
        readings_about(&mut cilla, &person).into_iter().map(|(_, kind, _)| kind).collect();
    assert_eq!(kinds, ["explanation", "page", "document"]);
}

/// Anna reads ten pages, Bo two, Cilla one.
fn read_by_three(city: &City) {
    let pages = |count: usize| -> Vec<(&str, Value)> {
        let person = |number| json!({ "person": format!("P{number:02}") });
        (1..=count).map(|number| ("persons.view", person(number))).collect()
    };
    city.as_user(ANNA, &pages(10));
    city.as_user(BO, &pages(2));
    city.as_user(CILLA, &pages(1));
}

fn numbers(view: &Value) -> Vec<i64> {
    let readings = view["readings"].as_array().unwrap();
    readings.iter().map(|one| one["reading"]["number"].as_i64().unwrap()).collect()
}

#[test]
fn a_sample_is_drawn_by_its_seed_and_holds_nobodys_own_readings() {
    let city = city();
    read_by_three(&city);
    let mut cilla = city.login(CILLA).unwrap();
    let draw = |id: &str, seed: i64| json!({ "id": id, "seed": seed, "size": 5 });
    let first = ask(&mut cilla, "log.draw", draw("ett", 7));
    assert_eq!((first["review"]["fitting"].as_u64(), numbers(&first).len()), (Some(12), 5));
    let readings = first["readings"].as_array().unwrap();
    assert!(readings.iter().all(|one| one["reading"]["actor"] != "cilla"), "{first}");
    assert_eq!(numbers(&ask(&mut cilla, "log.draw", draw("två", 7))), numbers(&first));
    assert_ne!(numbers(&ask(&mut cilla, "log.draw", draw("tre", 8))), numbers(&first));
    // The same id once more is the same sample; with another seed it is refused.
    ask(&mut cilla, "log.draw", draw("ett", 7));
    assert_eq!(refused(&mut cilla, "log.draw", draw("ett", 8)).code, "id-taken");
    let of_bo = json!({ "user": "bo", "person": "P02" });
    let of_bo = ask(&mut cilla, "log.draw", of_bo);
    assert_eq!(of_bo["review"]["fitting"], 1, "{of_bo}");
    let own = refused(&mut cilla, "log.draw", json!({ "user": "cilla" }));
    assert_eq!(own.code, "review-own");
    let none = refused(&mut cilla, "log.draw", json!({ "until": "2020-01-01" }));
    assert_eq!(none.code, "log-sample-empty");
    assert_eq!(refused(&mut cilla, "log.draw", json!({ "size": 501 })).code, "log-sample-size");
}

#[test]
fn a_sample_of_a_board_tells_of_nobody_protected_where_they_are() {
    let city = city();
    let mut anna = city.login(ANNA).unwrap();
    let board = json!({ "cost_centre": "7110", "name": "Nämnd A" });
    ask(&mut anna, "boards.put", board);
    for person in ["P01", "P02"] {
        let fact = json!({
            "kind": "responsible-board", "cost_centre": "7110", "valid_from": "2026-10-01",
        });
        ask(&mut anna, "persons.enter", json!({ "person": person, "facts": [fact] }));
    }
    let marking = json!({ "kind": "protection", "marking": "secrecy-marking" });
    ask(&mut anna, "persons.enter", json!({ "person": "P02", "facts": [marking] }));
    drop(anna);
    let mut cilla = city.login(CILLA).unwrap();
    let drawn = ask(&mut cilla, "log.draw", json!({ "cost_centre": "7110" }));
    let persons: BTreeSet<&str> = drawn["readings"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|one| one["reading"]["person"].as_str())
        .collect();
    assert_eq!(persons, ["P01"].into(), "{drawn}");
}

#[test]
fn a_sample_is_judged_and_signed_by_somebody_else() {
    let city = city();
    read_by_three(&city);
    let mut cilla = city.login(CILLA).unwrap();
    let drawn = ask(&mut cilla, "log.draw", json!({ "id": "ett", "size": 2, "user": "bo" }));
    let [first, second] = numbers(&drawn)[..] else { panic!("{drawn}") };
    let note = |reading: i64, verdict: &str, note: &str| json!({ "id": "ett", "reading": reading, "verdict": verdict, "note": note });
    let sign = json!({ "id": "ett" });
    assert_eq!(refused(&mut cilla, "log.sign", sign.clone()).code, "review-unfinished");
    let fine = note(first, "in-order", "");
    assert_eq!(refused(&mut cilla, "log.note", note(first, "bra", "")).code, "verdict-unknown");
    assert_eq!(refused(&mut cilla, "log.note", note(999, "in-order", "")).code, "no-such-reading");
    assert_eq!(refused(&mut cilla, "log.note", note(second, "to-ask", " ")).code, "reason-missing");
    ask(&mut cilla, "log.note", fine.clone());
    ask(&mut cilla, "log.note", note(second, "to-ask", "Fråga enhetschefen"));
    drop(cilla);
    // Bo may review, and not what he has read himself.
    let mut bo = city.login(BO).unwrap();
    assert_eq!(refused(&mut bo, "log.note", fine.clone()).code, "review-own");
    assert_eq!(refused(&mut bo, "log.sign", sign.clone()).code, "review-own");
    drop(bo);
    let window = Host::new("OKÄND", "2026-11-02".parse().ok()).with_key("");
    let mut cilla = city.login_in(window, CILLA).unwrap();
    assert_eq!(refused(&mut cilla, "log.sign", sign).code, "password-needed");
    // What another has given signs nothing.
    let own = "Cillas alldeles egna";
    let change = json!({ "password": CILLA.1, "new_password": own });
    ask(&mut cilla, "users.password", change);
    let signed = ask(&mut cilla, "log.sign", json!({ "id": "ett", "password": own }));
    assert_eq!(signed["review"]["signed_by"], "cilla");
    assert_eq!(refused(&mut cilla, "log.note", fine).code, "review-signed");
    let verified = ask(&mut cilla, "audit.verify", json!({}));
    assert_eq!(verified["ok"], true, "{verified}");
    // The auditor's two roles' worth of signatures, and the review's.
    assert_eq!(verified["signatures"]["hold"], 4, "{verified}");
    assert!(verified["readings"]["readings"].as_u64().unwrap() > 12, "{verified}");
}

#[test]
fn only_who_may_review_sees_the_log() {
    let city = City::new();
    city.with_user(("handläggare", "ett långt lösenord"), &[json!({ "role": "handler" })]);
    let mut host = city.login(("handläggare", "ett långt lösenord")).unwrap();
    for name in ["log.reviews", "log.review", "log.draw", "log.note", "log.sign", "log.extract"] {
        assert_eq!(refused(&mut host, name, json!({ "x": 0 })).code, "right-missing", "{name}");
    }
}

/// Opening a page leaves no event: what hangs on the last one is not made anew.
#[test]
fn reading_leaves_no_event_and_the_next_event_seals_it() {
    let mut desk = Desk::with_register();
    let head = desk.call("audit.head", json!({}));
    desk.call("persons.view", json!({ "person": "P01" }));
    assert_eq!(desk.call("audit.head", json!({})), head);
    let path = desk.path("desk.db");
    let changed = |sql: &str| {
        let connection = rusqlite::Connection::open(&path).unwrap();
        let key = store::key::DatabaseKey::from_hex(acceptance::KEY).unwrap();
        store::prepare(&connection, &key).unwrap();
        connection
            .execute_batch("DROP TRIGGER reading_update; DROP TRIGGER reading_delete;")
            .unwrap();
        connection.execute_batch(sql).unwrap();
    };
    desk.call("boards.put", json!({ "cost_centre": "7110", "name": "Nämnd A" }));
    let checked = desk.call("session.check", json!({}));
    assert_eq!(checked["outcome"], "done", "{checked}");
    assert_eq!(checked["digests"]["readings"], json!({ "readings": 1, "first_broken": null }));
    desk.call("session.close", json!({}));
    changed("DELETE FROM reading");
    desk.call("session.open", json!({ "path": path }));
    let verified = desk.call("audit.verify", json!({}));
    assert_eq!(verified["readings"]["first_broken"], 1, "{verified}");
    assert_eq!(verified["ok"], false);
    // The triggers that kept it are missed too.
    assert_eq!(verified["schema_differs"], json!(["reading_delete", "reading_update"]));
}
