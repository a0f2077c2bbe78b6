//! Cases: numbers, moves, due days, log, documents, protected persons.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;

use acceptance::{Desk, text};
use serde_json::{Value, json};

fn open(desk: &mut Desk, person: &str, with: Value) -> Value {
    let mut request = json!({ "id": api::new_id(), "person": person, "kind": "claim" });
    request.as_object_mut().unwrap().extend(with.as_object().unwrap().clone());
    desk.call("cases.open", request)
}

fn events(desk: &mut Desk) -> i64 {
    desk.call("audit.verify", json!({}))["events"].as_i64().unwrap()
}

fn numbers(page: &Value) -> Vec<String> {
    page["cases"].as_array().unwrap().iter().map(|case| text(&case["number"])).collect()
}

#[test]
fn numbers_follow_each_other_through_each_year() {
    let mut desk = Desk::with_register();
    let first = open(&mut desk, "P01", json!({}));
    let second = open(&mut desk, "P01", json!({ "kind": "lump-sum" }));
    desk.on("2027-01-04");
    let third = open(&mut desk, "P02", json!({}));
    let shown = [&first, &second, &third].map(|case| text(&case["brief"]["number"]));
    assert_eq!(shown, ["Ä2026-0001", "Ä2026-0002", "Ä2027-0001"]);
    // The board that answers for the person today, and the acting person.
    assert_eq!(first["brief"]["cost_centre"], "7110");
    assert_eq!(first["brief"]["officer"], "EXEMPEL");
    assert_eq!(first["brief"]["state"], "draft");
    let by_number = desk.call("cases.view", json!({ "case": "2026-2" }));
    assert_eq!(by_number["brief"]["case"], second["brief"]["case"]);
    let found = desk.call("overview.search", json!({ "text": "ä2026-0002" }));
    assert_eq!(found["things"][0]["id"], second["brief"]["case"], "{found}");
    assert_eq!(desk.refused("cases.view", json!({ "case": "Ä2026-0099" })).code, "no-such-case");
}

#[test]
fn opening_twice_with_one_id_opens_one_case() {
    let mut desk = Desk::with_register();
    let request = json!({ "id": api::new_id(), "person": "P01", "kind": "other" });
    let first = desk.call("cases.open", request.clone());
    let before = events(&mut desk);
    assert_eq!(desk.call("cases.open", request), first);
    assert_eq!(events(&mut desk), before);
    assert_eq!(desk.call("cases.list", json!({}))["total"], 1);
}

#[test]
fn only_the_moves_of_the_table_are_done() {
    let mut desk = Desk::with_register();
    let case = text(&open(&mut desk, "P01", json!({}))["brief"]["case"]);
    let refused = desk.refused("cases.move", json!({ "case": case, "to": "closed" }));
    assert_eq!(refused.code, "case-move");
    assert!(
        refused.message.contains("utkast") && refused.message.contains("avslutat"),
        "{}",
        refused.message
    );
    let mut step =
        json!({ "id": api::new_id(), "case": case, "to": "active", "note": "Registrerad" });
    let moved = desk.call("cases.move", step.clone());
    assert_eq!(moved["brief"]["state"], "active");
    let before = events(&mut desk);
    assert_eq!(desk.call("cases.move", step.clone()), moved, "a retry moves nothing");
    assert_eq!(events(&mut desk), before);
    for to in ["changed", "active", "ended"] {
        step = json!({ "case": case, "to": to });
        assert_eq!(desk.call("cases.move", step)["brief"]["state"], to);
    }
    let due = json!({ "due_on": "2026-11-30", "what": "Invänta betalning" });
    let with_due = desk.call("cases.change", json!({ "case": case, "due": due }));
    let refused = desk.refused("cases.move", json!({ "case": case, "to": "closed" }));
    assert_eq!(refused.code, "case-dues-open");
    desk.call("cases.change", json!({ "case": case, "settle": with_due["dues"][0]["id"] }));
    let closed = desk.call("cases.move", json!({ "case": case, "to": "closed" }));
    assert_eq!(closed["moves"], json!([]));
    let refused = desk.refused("cases.change", json!({ "case": case, "note": "mer" }));
    assert_eq!(refused.code, "case-closed");
    assert_eq!(desk.call("cases.list", json!({}))["total"], 0);
    assert_eq!(desk.call("cases.list", json!({ "state": "closed" }))["total"], 1);
}

#[test]
fn the_log_tells_each_step() {
    let mut desk = Desk::with_register();
    let due = json!({ "due_on": "2026-11-09", "what": "Anmäl till Migrationsverket" });
    let case = open(&mut desk, "P03", json!({ "due": due, "note": "Efter samtal" }));
    let id = text(&case["brief"]["case"]);
    let before = events(&mut desk);
    let change = json!({
        "id": api::new_id(), "case": id, "officer": "Test Testsson", "cost_centre": "7130",
        "settle": case["dues"][0]["id"], "note": "Lämnas över",
        "due": { "due_on": "2026-11-16", "what": "Följ upp" },
    });
    let changed = desk.call("cases.change", change.clone());
    assert_eq!(events(&mut desk), before + 1, "one step, one event");
    assert_eq!(desk.call("cases.change", change), changed);
    assert_eq!(events(&mut desk), before + 1, "a retry leaves none");
    // What changes nothing leaves nothing.
    desk.call("cases.change", json!({ "case": id, "officer": "Test Testsson", "note": " " }));
    assert_eq!(events(&mut desk), before + 1);
    assert_eq!(changed["brief"]["due_on"], "2026-11-16");
    assert_eq!(changed["brief"]["days_left"], 14);
    assert_eq!(changed["dues"][0]["done_by"], "EXEMPEL");
    let log = changed["log"].as_array().unwrap();
    let told: Vec<(Value, Value)> =
        log.iter().map(|step| (step["what"].clone(), step["note"].clone())).collect();
    assert_eq!(
        told,
        [
            (
                json!([
                    "Ärendet öppnat.",
                    "Handläggare: EXEMPEL.",
                    "Bevakning 2026-11-09: Anmäl till Migrationsverket.",
                ]),
                json!("Efter samtal")
            ),
            (
                json!([
                    "Handläggare: Test Testsson.",
                    "Ansvar 7120 byttes till 7130.",
                    "Bevakning 2026-11-16: Följ upp.",
                    "Klart: Anmäl till Migrationsverket (2026-11-09).",
                ]),
                json!("Lämnas över")
            ),
        ]
    );
    let audit = desk.call("audit.events", json!({})).to_string();
    assert!(!audit.contains("Lämnas över") && !audit.contains("Testsson"), "{audit}");
}

#[test]
fn faults_come_at_once_each_at_its_field() {
    let mut desk = Desk::with_register();
    let request = json!({
        "person": "P99", "kind": "claim", "compensation": "X", "cost_centre": "0",
        "due": { "due_on": "igår", "what": "" }, "note": "å".repeat(4001),
    });
    let refused = desk.refused("cases.open", request);
    let faults: Vec<(String, String)> = std::iter::once(&refused)
        .chain(&refused.also)
        .map(|fault| {
            let field = fault.place.as_ref().unwrap().field.clone().unwrap();
            (fault.code.clone(), field)
        })
        .collect();
    let expected = [
        ("no-such-person", "person"),
        ("unknown-compensation", "compensation"),
        ("no-such-board", "cost_centre"),
        ("text-too-long", "note"),
        ("day-wrong", "due_on"),
        ("due-words-missing", "what"),
    ];
    assert_eq!(faults, expected.map(|(code, field)| (code.to_owned(), field.to_owned())));
    let case = open(&mut desk, "P01", json!({}))["brief"]["case"].clone();
    let refused = desk.refused("cases.change", json!({ "case": case, "officer": " " }));
    assert_eq!(refused.code, "officer-missing");
    let refused = desk.refused("cases.change", json!({ "case": case, "settle": "no" }));
    assert_eq!(refused.code, "no-such-due");
}

#[test]
fn the_work_list_is_filtered_and_sorted_by_due_day() {
    let mut desk = Desk::with_register();
    let due = |day: &str| json!({ "due_on": day, "what": "Anmäl" });
    open(&mut desk, "P01", json!({}));
    open(&mut desk, "P01", json!({ "due": due("2026-12-01"), "officer": "Anna Test" }));
    let third = open(&mut desk, "P03", json!({ "due": due("2026-10-20"), "officer": "Anna Test" }));
    open(&mut desk, "P03", json!({ "due": due("2026-11-10"), "kind": "other" }));
    let mut list = |filter: Value| numbers(&desk.call("cases.list", filter));
    let ours = ["Ä2026-0003", "Ä2026-0004", "Ä2026-0002", "Ä2026-0001"];
    assert_eq!(list(json!({})), ours);
    assert_eq!(list(json!({ "officer": "Anna Test" })), ["Ä2026-0003", "Ä2026-0002"]);
    assert_eq!(list(json!({ "cost_centre": "7120" })), ["Ä2026-0003", "Ä2026-0004"]);
    assert_eq!(list(json!({ "officer": "Anna Test", "cost_centre": "7120" })), ["Ä2026-0003"]);
    assert_eq!(list(json!({ "due_until": "2026-11-10" })), ["Ä2026-0003", "Ä2026-0004"]);
    assert_eq!(list(json!({ "person": "P01" })), ["Ä2026-0002", "Ä2026-0001"]);
    assert_eq!(list(json!({ "state": "active" })), Vec::<String>::new());
    let case = third["brief"]["case"].clone();
    desk.call("cases.move", json!({ "case": case, "to": "active" }));
    let page = desk.call("cases.list", json!({ "state": "active" }));
    assert_eq!(page["cases"][0]["days_left"], -13);
    assert_eq!(page["officers"], json!(["Anna Test", "EXEMPEL"]));
    assert_eq!(desk.refused("cases.list", json!({ "state": "öppet" })).code, "bad-request");
}

#[test]
fn cases_follow_a_merged_person() {
    let mut desk = Desk::with_register();
    open(&mut desk, "P02", json!({}));
    desk.call("persons.merge", json!({ "person": "P02", "into": "P01", "confirmed": true }));
    let page = desk.call("cases.list", json!({ "person": "P01" }));
    assert_eq!(page["total"], 1);
    assert_eq!(page["cases"][0]["person"]["person"], "P01");
    desk.call("persons.split", json!({ "person": "P02" }));
    assert_eq!(desk.call("cases.list", json!({ "person": "P01" }))["total"], 0);
}

#[test]
fn documents_come_back_as_they_went_in() {
    let mut desk = Desk::with_register();
    let case = open(&mut desk, "P01", json!({}))["brief"]["case"].clone();
    // More than two pieces of 1 MB, and not a whole number of them.
    let bytes: Vec<u8> = (0..2_500_001_u32).map(|at| (at % 251) as u8).collect();
    let path = desk.path("beslut å.pdf");
    fs::write(&path, &bytes).unwrap();
    let request = json!({
        "id": api::new_id(), "case": case, "path": path, "kind": "decision", "secret": true,
    });
    let view = desk.call("cases.attach", request.clone());
    let document = &view["documents"][0];
    assert_eq!(document["name"], "beslut å.pdf");
    assert_eq!((&document["bytes"], &document["secret"]), (&json!(2_500_001), &json!(true)));
    let before = events(&mut desk);
    assert_eq!(desk.call("cases.attach", request)["documents"], view["documents"]);
    assert_eq!(events(&mut desk), before, "a retry keeps nothing twice");
    let again = json!({ "case": case, "path": path, "kind": "receipt" });
    assert_eq!(desk.refused("cases.attach", again).code, "document-there-already");

    desk.restart();
    let out = desk.path("ut.pdf");
    let mut save = json!({ "document": document["document"], "path": out });
    assert_eq!(desk.refused("cases.save_document", save.clone()).code, "reason-missing");
    save["reason"] = json!("till handlingarna");
    desk.call("cases.save_document", save);
    assert_eq!(fs::read(out).unwrap(), bytes);
    assert_eq!(events(&mut desk), before + 1, "what leaves the database is noted");
    let audit = desk.call("audit.events", json!({})).to_string();
    assert!(!audit.contains("beslut å.pdf"), "names of files stay out of the chain");
}

#[test]
fn documents_that_are_none_are_refused_each_with_its_code() {
    let mut desk = Desk::with_register();
    let case = open(&mut desk, "P01", json!({}))["brief"]["case"].clone();
    let before = events(&mut desk);
    let large = desk.path("stor.pdf");
    fs::File::create(&large).unwrap().set_len((50 << 20) + 1).unwrap();
    fs::create_dir(desk.path("mapp.pdf")).unwrap();
    for (name, bytes, code) in [
        ("tom.pdf", Some(&b""[..]), "document-empty"),
        ("program.pdf", Some(b"MZ\x90\x00 and more"), "document-runs"),
        ("skript.txt", Some(b"#!/bin/sh\n"), "document-runs"),
        ("linux", Some(b"\x7fELF\x02\x01"), "document-runs"),
        ("makro.docm", Some(b"PK\x03\x04"), "document-runs"),
        ("skript.PS1", Some(b"Write-Host"), "document-runs"),
        ("stor.pdf", None, "document-too-large"),
        ("mapp.pdf", None, "file-is-directory"),
        ("saknas.pdf", None, "file-missing"),
    ] {
        let path = desk.path(name);
        if let Some(bytes) = bytes {
            fs::write(&path, bytes).unwrap();
        }
        let request = json!({ "case": case, "path": path, "kind": "evidence" });
        let refused = desk.refused("cases.attach", request);
        assert_eq!(refused.code, code, "{name}");
        assert!(!refused.message.contains(name), "{}", refused.message);
    }
    let view = desk.call("cases.view", json!({ "case": case }));
    assert_eq!((&view["documents"], events(&mut desk)), (&json!([]), before));
    // 50 MB themselves are taken.
    fs::File::options().write(true).open(&large).unwrap().set_len(50 << 20).unwrap();
    let view =
        desk.call("cases.attach", json!({ "case": case, "path": large, "kind": "evidence" }));
    assert_eq!(view["documents"][0]["bytes"], 50 << 20);
}

#[test]
fn a_protected_persons_case_tells_nothing_until_it_is_opened() {
    let mut desk = Desk::with_register();
    let due = json!({ "due_on": "2026-11-10", "what": "Ring Testsson" });
    let case = open(&mut desk, "P01", json!({ "due": due, "note": "Testsson flyttar" }));
    let id = case["brief"]["case"].clone();
    let path = desk.path("Testsson.pdf");
    fs::write(&path, b"%PDF Testsson").unwrap();
    let view = desk.call("cases.attach", json!({ "case": id, "path": path, "kind": "decision" }));
    let document = view["documents"][0]["document"].clone();
    let facts =
        json!([{ "kind": "protection", "marking": "secrecy-marking", "valid_from": "2026-11-01" }]);
    desk.call("persons.enter", json!({ "person": "P01", "facts": facts }));

    let told = [
        desk.call("cases.view", json!({ "case": id })),
        desk.call("cases.list", json!({})),
        desk.call("overview.search", json!({ "text": "Ä2026-0001" })),
    ];
    for answer in told {
        for secret in ["Testsson", "Alfa", "201701012393", "7110", "stadsdelsnämnd"] {
            assert!(!answer.to_string().contains(secret), "{secret} in {answer}");
        }
    }
    let out = desk.path("ut.pdf");
    let save = json!({ "document": document, "path": out });
    assert_eq!(desk.refused("cases.save_document", save.clone()).code, "person-protected");
    assert!(!out.exists());

    desk.call("persons.open", json!({ "person": "P01", "reason": "Handläggning" }));
    let opened = desk.call("cases.view", json!({ "case": id }));
    assert_eq!(
        (&opened["closed"], &opened["brief"]["cost_centre"]),
        (&json!(false), &json!("7110"))
    );
    assert_eq!(opened["documents"][0]["name"], "Testsson.pdf");
    desk.call("cases.save_document", save);
    assert!(out.exists());
    // In lists it stays hidden.
    let page = desk.call("cases.list", json!({}));
    assert!(!page.to_string().contains("7110") && !page.to_string().contains("Testsson"), "{page}");
}
