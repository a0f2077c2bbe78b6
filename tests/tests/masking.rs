//! What is looked through on its way out: names in every spelling, numbers in every form, addresses;
//! and whoever only shares a name, or stands on the same page, is left alone.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use acceptance::{Desk, text};
use serde_json::{Value, json};

const HIDDEN: &str = "Skyddade personuppgifter";
const HEAD: &str =
    "Utbetalningsdag\tKod\tDossiernummer\tEfternamn\tFörnamn\tFrån och med\tTill och med\tBelopp\n";

fn add(desk: &mut Desk, id: &str, family: &str, given: &str, dossier: &str) {
    let person = json!({
        "person": id, "family_name": family, "given_name": given, "dossier_number": dossier,
        "birth_date": "1991-01-01", "confirmed": true,
    });
    desk.call("persons.add", person);
}

fn protect(desk: &mut Desk, id: &str, more: Value) {
    let mut facts = vec![json!({ "kind": "protection", "marking": "secrecy-marking" })];
    facts.extend(more.as_array().unwrap().iter().cloned());
    desk.call("persons.enter", json!({ "person": id, "facts": facts }));
}

/// Payments to these numbers and names; gives the rows as matching shows them.
fn rows(desk: &mut Desk, name: &str, payments: &[(&str, &str, &str)]) -> Vec<Value> {
    let mut file = HEAD.to_owned();
    for (dossier, family, given) in payments {
        file += &format!(
            "2026-10-30\tXDYGN\t{dossier}\t{family}\t{given}\t2026-10-01\t2026-10-31\t100,00\n"
        );
    }
    let path = desk.path(name);
    std::fs::write(&path, file).unwrap();
    let done =
        desk.import(&path, json!({ "profile": "manual", "bank_ore": 10_000 * payments.len() }));
    assert_eq!(done["outcome"], "done", "{done}");
    let list = text(&done["list"]);
    desk.call("match.run", json!({ "list": list }));
    let page = desk.call("match.rows", json!({ "list": list }));
    page["rows"].as_array().unwrap().clone()
}

fn names(row: &Value) -> [String; 2] {
    ["list_family_name", "list_given_name"]
        .map(|field| row[field].as_str().unwrap_or("").to_owned())
}

#[test]
fn a_name_is_known_in_every_spelling_and_by_every_part() {
    let mut desk = Desk::with_register();
    add(&mut desk, "M1", "Müller-Åsberg", "Muhammad Reza", "98-000001");
    add(&mut desk, "M2", "", "Hakimullah", "98-000002");
    protect(&mut desk, "M1", json!([]));
    protect(&mut desk, "M2", json!([]));
    let told = [
        ("97-000001", "MUELLER-AASBERG", "MUHAMMAD"),
        ("97-000002", "Muller", "Reza"),
        ("97-000003", "Asberg", "MuhammadReza"),
        ("97-000004", "Mu\u{308}ller A\u{30a}sberg", "Muhammad-Reza"),
        ("97-000005", "Hakimullah", ""),
        ("97-000006", "Okänd", "hakimullah"),
    ];
    for row in rows(&mut desk, "namn.tsv", &told) {
        let names = names(&row);
        assert!(names.iter().any(|name| name == HIDDEN), "{row}");
        for part in ["ller", "sberg", "eza", "uhammad", "akimullah"] {
            assert!(!names.iter().any(|name| name.to_lowercase().contains(part)), "{row}");
        }
    }
    let others = [
        ("97-000011", "Müllersson", "Reza"),
        ("97-000012", "Müller", "Rezan"),
        ("97-000013", "Muhammad", "Reza"),
        ("97-000014", "Hakimullahi", "Ett"),
    ];
    for (row, (_, family, given)) in rows(&mut desk, "andra.tsv", &others).iter().zip(others) {
        assert_eq!(names(row), [family, given], "{row}");
    }
}

#[test]
fn numbers_and_addresses_are_known_in_every_form() {
    let mut desk = Desk::with_register();
    let home = json!({ "kind": "residence", "municipality": "Exempelstads kommun",
                       "address": "Åvägen 1 lgh 1102", "valid_from": "2026-01-01" });
    protect(&mut desk, "P07", json!([home]));
    let mut say = |reason: &str| {
        let case = json!({ "person": "P08", "kind": "other", "note": reason });
        desk.call("cases.open", case)["log"][0]["note"].clone()
    };
    for told in [
        "Bor på åvägen 1",
        "bor på AAVAEGEN 1, 123 45 Orten",
        "Avagen 1",
        "19900101-2385",
        "nummer 199001012385.",
        "900101-2385",
        "9001012385",
        "19900101 2385",
        "90 01 01 2385",
        "99-000078",
        "dnr 99000078/1",
        "99 000078",
        "9900-0078",
        "99.00.00.78",
        "99_000078",
        "99 - 000078",
        "99\u{a0}000078",
        "99—000078",
        "9 9 0 0 0 0 7 8",
        "900101 – 2385",
    ] {
        assert_eq!(say(told), HIDDEN, "{told}");
    }
    for other in ["Åvägen 12", "Avägen", "den 1990-01-01", "99-000079", "990000781", "9900-00781"]
    {
        assert_eq!(say(other), other);
    }
    // A day stands in every answer, and is no number.
    add(&mut desk, "M1", "Alitest", "Mohatest", "19-900101");
    protect(&mut desk, "M1", json!([]));
    let mut say = |note: &str| {
        let case = json!({ "person": "P08", "kind": "other", "note": note });
        desk.call("cases.open", case)["log"][0]["note"].clone()
    };
    assert_eq!(say("den 1990-01-01"), "den 1990-01-01");
    assert_eq!([say("1990 0101"), say("19900101")], [HIDDEN, HIDDEN]);
}

#[test]
fn what_is_typed_about_somebody_else_names_no_protected_person() {
    let mut desk = Desk::with_register();
    add(&mut desk, "M1", "Alitest", "Mohatest", "98-000001");
    add(&mut desk, "M4", "Alitest", "Mohatest Omar", "98-000004");
    protect(&mut desk, "M1", json!([]));
    let due = json!({ "due_on": "2026-11-10", "what": "Mohatest Alitest svarar" });
    let case = json!({ "person": "P08", "kind": "other", "due": due });
    assert_eq!(desk.call("cases.open", case)["brief"]["due_what"], HIDDEN);
    let list = desk.call("cases.list", json!({}));
    assert_eq!(list["cases"][0]["due_what"], HIDDEN, "{list}");
    let rows_of_register = "Person-id;Personnummer;Dossiernummer;Efternamn;Förnamn;Födelsedatum;Ansvar;Grupp\r\n\
                            Z1;;97-000001;Bertest;Ett;1990-01-01;7110;Bor med Mohatest Alitest\r\n";
    let path = desk.path("grupp.csv");
    std::fs::write(&path, rows_of_register).unwrap();
    desk.call("register.import", json!({ "path": path }));
    let view = desk.call("persons.view", json!({ "person": "Z1" }));
    assert_eq!(
        (&view["group"], &view["brief"]["family_name"]),
        (&json!(HIDDEN), &json!("Bertest"))
    );
    // A name in the list is left where the person of the row is called so too.
    let payments = [("97-000001", "Alitest", "Mohatest"), ("98-000004", "ALITEST", "MOHATEST")];
    let rows = rows(&mut desk, "lista.tsv", &payments);
    assert_eq!(rows[0]["person"]["person"], "Z1", "{}", rows[0]);
    assert_eq!(names(&rows[0]), [HIDDEN, HIDDEN], "{}", rows[0]);
    assert_eq!(names(&rows[1]), ["ALITEST", "MOHATEST"], "{}", rows[1]);
    assert_eq!(rows[1]["person"]["given_name"], "Mohatest Omar", "{}", rows[1]);
}

#[test]
fn whoever_shares_half_a_name_or_the_whole_is_left_alone() {
    let mut desk = Desk::with_register();
    add(&mut desk, "M1", "Alitest", "Mohatest", "98-000001");
    add(&mut desk, "M2", "Alitest", "Omar", "98-000002");
    add(&mut desk, "M3", "Hassan", "Mohatest", "98-000003");
    add(&mut desk, "M4", "Alitest", "Mohatest", "98-000004");
    protect(&mut desk, "M1", json!([]));
    let page = desk.call("persons.find", json!({}));
    let persons = page["persons"].as_array().unwrap();
    let shown = |id: &str| {
        let person = persons.iter().find(|person| person["person"] == id).unwrap();
        format!("{} {}", text(&person["family_name"]), text(&person["given_name"]))
    };
    assert_eq!(shown("M1").trim(), HIDDEN);
    assert_eq!([shown("M2"), shown("M3")], ["Alitest Omar", "Hassan Mohatest"]);
    assert_eq!(shown("M4"), "Alitest Mohatest");
    let view = desk.call("persons.view", json!({ "person": "M4" }));
    assert!(!view.to_string().contains(HIDDEN), "{view}");
    // A payment that is matched with the namesake is the namesake's; one of nobody is not shown.
    let payments = [("98-000004", "Alitest", "Mohatest"), ("97-000001", "Alitest", "Mohatest")];
    let rows = rows(&mut desk, "lista.tsv", &payments);
    assert_eq!(names(&rows[0]), ["Alitest", "Mohatest"]);
    assert_eq!(names(&rows[1]), [HIDDEN, HIDDEN]);
}

#[test]
fn what_is_hidden_follows_the_register() {
    let mut desk = Desk::with_register();
    add(&mut desk, "M1", "Alitest", "Mohatest", "98-000001");
    let payments = [("97-000001", "Alitest", "Mohatest"), ("97-000002", "Bertest", "Mohatest")];
    let seen = |desk: &mut Desk| {
        let lists = desk.call("payments.lists", json!({}))["lists"].as_array().unwrap().clone();
        let rows = match lists.first() {
            None => rows(desk, "lista.tsv", &payments),
            Some(list) => {
                let page = desk.call("match.rows", json!({ "list": list["list"] }));
                page["rows"].as_array().unwrap().clone()
            }
        };
        [names(&rows[0])[0] == HIDDEN, names(&rows[1])[0] == HIDDEN]
    };
    assert_eq!(seen(&mut desk), [false, false]);
    protect(&mut desk, "M1", json!([]));
    assert_eq!(seen(&mut desk), [true, false]);
    let name = json!({ "kind": "name", "family_name": "Bertest", "given_name": "Mohatest",
                       "valid_from": "2026-05-01" });
    desk.call("persons.open", json!({ "person": "M1", "reason": "namnbyte" }));
    desk.call("persons.enter", json!({ "person": "M1", "facts": [name] }));
    assert_eq!(seen(&mut desk), [true, true]);
    // Merged into somebody unprotected both are hidden; parted, one is.
    add(&mut desk, "M2", "Certest", "Omar", "98-000002");
    let merge =
        json!({ "person": "M1", "into": "M2", "confirmed": true, "reason": "samma person" });
    desk.call("persons.merge", merge);
    assert_eq!(seen(&mut desk), [true, true]);
    let found = desk.call("persons.find", json!({}));
    assert!(!found.to_string().contains("Certest"), "{found}");
    desk.call("persons.split", json!({ "person": "M1" }));
    assert_eq!(seen(&mut desk), [true, true]);
    let found = desk.call("persons.find", json!({}));
    assert!(found.to_string().contains("Certest"), "{found}");
    let view = desk.call("persons.open", json!({ "person": "M1", "reason": "hävt" }));
    let facts = view["facts"].as_array().unwrap();
    let fact = facts.iter().find(|fact| fact["kind"] == "protection").unwrap()["id"].clone();
    desk.call("persons.end", json!({ "person": "M1", "fact": fact }));
    assert_eq!(seen(&mut desk), [false, false]);
}

#[test]
fn settings_and_boards_are_what_they_are_whoever_is_protected() {
    let mut desk = Desk::with_register();
    let before = [desk.call("settings.get", json!({})), desk.call("boards.list", json!({}))];
    add(&mut desk, "M1", "Exempelstads", "", "98-000001");
    let place = json!({ "kind": "residence", "municipality": "Ek", "address": "Exempel", "valid_from": "2026-01-01" });
    desk.call("persons.enter", json!({ "person": "M1", "facts": [place] }));
    protect(&mut desk, "M1", json!([]));
    let after = [desk.call("settings.get", json!({})), desk.call("boards.list", json!({}))];
    assert_eq!(before, after);
    let shown = desk.call("persons.view", json!({ "person": "P07" }));
    assert_eq!(shown["brief"]["board"], "Exempel stadsdelsnämnd A");
}
