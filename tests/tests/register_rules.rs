//! What the register asks about or refuses: names of boards, days that are too early, relations.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use acceptance::{Desk, text};
use serde_json::{Value, json};

/// Rows of a register: Person-id, cost centre and name of the board.
fn register_of(desk: &Desk, name: &str, rows: &[(&str, &str, &str)]) -> String {
    let heading =
        "Person-id;Personnummer;Dossiernummer;Efternamn;Förnamn;Födelsedatum;Nämnd;Ansvar";
    let mut csv = format!("{heading}\n");
    for (person, centre, board) in rows {
        csv.push_str(&format!("{person};;;Person;{person};1990-01-01;{board};{centre}\n"));
    }
    let path = desk.path(name);
    std::fs::write(&path, csv).unwrap();
    path.display().to_string()
}

fn board_names(desk: &mut Desk) -> Vec<(String, String)> {
    let boards = desk.call("boards.list", json!({}))["boards"].clone();
    let named = |board: &Value| (text(&board["cost_centre"]), text(&board["name"]));
    boards.as_array().unwrap().iter().map(named).collect()
}

/// Findings of the rows that wait, by line and code.
fn findings(desk: &mut Desk, draft: &str) -> Vec<(u64, String)> {
    let rows = desk.call("register.rows", json!({ "draft": draft, "filter": "open" }));
    let mut found = Vec::new();
    for row in rows["rows"].as_array().unwrap() {
        let line = row["line"].as_u64().unwrap();
        let row = desk.call("register.row", json!({ "draft": draft, "line": line }));
        let codes = row["findings"].as_array().unwrap().iter();
        found.extend(codes.map(|finding| (line, text(&finding["code"]))));
    }
    found
}

#[test]
fn no_board_is_renamed_or_added_by_an_import_unseen() {
    let mut desk = Desk::with_register();
    let before = board_names(&mut desk);
    let other = ("B1", "7110", "Socialnämnden");
    let rows = [other, ("B2", "7110", "Socialnämnden"), ("B3", "7190", "Fritidsnämnden")];
    let path = register_of(&desk, "namnder.csv", &rows);
    desk.call("register.read", json!({ "path": path, "id": "utkast" }));
    let told = |line: u64, code: &str| (line, code.to_owned());
    // One name is told once, where it stands first.
    let expected = [told(2, "board-named-otherwise"), told(4, "board-new")];
    assert_eq!(findings(&mut desk, "utkast"), expected);
    let row = desk.call("register.row", json!({ "draft": "utkast", "line": 2 }));
    let message = text(&row["findings"][0]["message"]);
    assert!(message.contains("7110 heter Exempel stadsdelsnämnd A"), "{message}");
    assert!(message.contains("Socialnämnden"), "{message}");
    // Where that row says another board, the next one tells.
    let decide = |desk: &mut Desk, line: u64, decision: &str, fields: Value| {
        let one = json!({ "line": line, "decision": decision, "fields": fields });
        desk.call("register.decide", json!({ "draft": "utkast", "decisions": [one] }));
    };
    decide(&mut desk, 2, "correct", json!({ "board_name": "Exempel stadsdelsnämnd A" }));
    let expected = [told(3, "board-named-otherwise"), told(4, "board-new")];
    assert_eq!(findings(&mut desk, "utkast"), expected);
    decide(&mut desk, 3, "accept", json!({}));
    assert_eq!(
        desk.refused("register.commit", json!({ "draft": "utkast" })).code,
        "rows-undecided"
    );
    decide(&mut desk, 4, "accept", json!({}));
    desk.call("register.commit", json!({ "draft": "utkast" }));
    let mut after = before;
    after.push(("7190".to_owned(), "Fritidsnämnden".to_owned()));
    after.sort();
    assert_eq!(board_names(&mut desk), after);
}

#[test]
fn the_first_register_brings_its_boards_and_two_names_of_one_are_told() {
    let mut desk = Desk::new();
    let rows = [("B1", "7110", "Nämnd A"), ("B2", "7110", "Nämnd A"), ("B3", "7110", "Namnd A")];
    let path = register_of(&desk, "forsta.csv", &rows);
    desk.call("register.read", json!({ "path": path, "id": "utkast" }));
    let expected = [(4, "board-named-otherwise".to_owned())];
    assert_eq!(findings(&mut desk, "utkast"), expected);
}

#[test]
fn what_begins_too_early_says_which_day_it_could_have() {
    let mut desk = Desk::with_register();
    let too_early = |desk: &mut Desk, facts: Value| {
        desk.refused("persons.enter", json!({ "person": "P02", "facts": facts })).message
    };
    let board =
        json!([{ "kind": "responsible-board", "cost_centre": "7120", "valid_from": "2026-05-01" }]);
    let message = too_early(&mut desk, board);
    assert!(message.starts_with("Ansvarig nämnd kan börja tidigast 2026-08-12"), "{message}");
    let received = json!([{ "kind": "reception", "municipality": "X", "valid_from": "2020-01-01",
                            "corrects": fact_of(&mut desk, "P02", "reception") }]);
    let message = too_early(&mut desk, received);
    assert!(message.contains("födelsedagen"), "{message}");
    let registration =
        |day: &str| json!([{ "kind": "registration", "municipality": "X", "valid_from": day }]);
    desk.call("persons.enter", json!({ "person": "P02", "facts": registration("2026-09-01") }));
    let moved = json!([{ "kind": "reception", "municipality": "X", "valid_from": "2026-09-20",
                         "corrects": fact_of(&mut desk, "P02", "reception") }]);
    let message = too_early(&mut desk, moved);
    assert!(message.contains("senast 2026-09-01"), "{message}");
    let message = too_early(&mut desk, json!([{ "kind": "died", "valid_from": "2026-08-20" }]));
    assert!(message.contains("tidigast 2026-09-01"), "{message}");
}

/// The id of the person's one fact of that kind.
fn fact_of(desk: &mut Desk, person: &str, kind: &str) -> Value {
    let view = desk.call("persons.view", json!({ "person": person }));
    let facts = view["facts"].as_array().unwrap();
    facts.iter().find(|fact| fact["kind"] == kind).unwrap()["id"].clone()
}

#[test]
fn relations_that_cannot_be_are_refused_each_in_its_own_words() {
    let mut desk = Desk::with_register();
    // P01 is born in 2017, P07 in 1990, P03 in 2008.
    let relation = |relationship: &str, person: &str| json!([{ "kind": "relation", "relationship": relationship, "person": person }]);
    let enter = |desk: &mut Desk, person: &str, facts: Value| {
        desk.answer("persons.enter", json!({ "person": person, "facts": facts }))
    };
    let code = |answer: Result<Value, api::ErrorReply>| {
        let reply = answer.unwrap_err();
        (reply.code, reply.place.and_then(|place| place.field).unwrap_or_default())
    };
    let told = |code: &str, field: &str| (code.to_owned(), field.to_owned());
    let itself = enter(&mut desk, "P01", relation("sibling", "P01"));
    assert_eq!(code(itself), told("relation-to-itself", "person"));
    let younger = enter(&mut desk, "P07", relation("parent", "P01"));
    assert_eq!(code(younger), told("relation-parent-not-older", "relationship"));
    let older = enter(&mut desk, "P01", relation("child", "P07"));
    assert_eq!(code(older), told("relation-parent-not-older", "relationship"));
    enter(&mut desk, "P01", relation("parent", "P07")).unwrap();
    enter(&mut desk, "P07", relation("child", "P01")).unwrap();
    // Of two without birth dates the first entry stands.
    let mut ids = Vec::new();
    for name in ["Ena", "Andra"] {
        let added = desk.call("persons.add", json!({ "family_name": "Test", "given_name": name }));
        ids.push(text(&added["brief"]["person"]));
    }
    enter(&mut desk, &ids[0], relation("parent", &ids[1])).unwrap();
    for (person, relationship, other) in [(1, "parent", 0), (0, "child", 1)] {
        let both = enter(&mut desk, &ids[person], relation(relationship, &ids[other]));
        assert_eq!(code(both), told("relation-both-ways", "relationship"));
    }
    // Two spouses at once are unusual, not impossible.
    let spouses = json!([
        { "kind": "relation", "relationship": "spouse", "person": "P07" },
        { "kind": "relation", "relationship": "spouse", "person": "P03" },
    ]);
    enter(&mut desk, &ids[0], spouses).unwrap();
}
