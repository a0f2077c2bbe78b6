//! A district's officer sees and does what is the own district's: every operation is asked, and none
//! shows anything of the other district.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;

use acceptance::LIST_HEAD;
use acceptance::city::{ANNA, City, ask, refused};
use api::{Host, Unwatched};
use serde_json::{Value, json};

const ÖST: (&str, &str) = ("öst", "Ösths eget lösenord");
/// Whose the district's is.
const OWN: &str = "EGEN";
/// Whose the other's is.
const OTHER: &str = "ANNAN";
/// By which the other would be known: name, number, amounts of single things in öre.
const MARKS: [&str; 8] =
    ["Främmandesson", "99100022", "99-100022", "7777700", "7 777", "3333300", "5555500", "1111100"];

/// Two districts with a person, money, a case, a cost and a decision each.
fn two_districts() -> City {
    let city = City::new();
    let mut anna = city.login(ANNA).unwrap();
    for (centre, name) in [("7110", "Stadsdel Öst"), ("7120", "Stadsdel Väst")] {
        ask(&mut anna, "boards.put", json!({ "cost_centre": centre, "name": name }));
    }
    let mut rows = String::from(LIST_HEAD);
    for (person, family, dossier, centre, kronor) in [
        (OWN, "Egensson", "99-100011", "7110", 10_000),
        (OTHER, "Främmandesson", "99-100022", "7120", 77_777),
    ] {
        let add = json!({
            "person": person, "family_name": family, "given_name": "Test",
            "birth_date": "1990-05-01", "dossier_number": dossier, "cost_centre": centre,
            "board_from": "2025-03-10",
            "facts": [
                {"kind": "legal-ground", "ground": "permit", "valid_from": "2025-03-01"},
                {"kind": "reception", "municipality": "Exempelstad", "housing": "assigned",
                 "valid_from": "2025-03-10"},
            ],
        });
        ask(&mut anna, "persons.add", add);
        rows += &format!(
            "2026-10-30\tGSKA\t{dossier}\t{family}\tTest\t2026-07-01\t2026-09-30\t{kronor},00\n"
        );
        let case = json!({
            "id": format!("fall-{person}"), "person": person, "kind": "claim", "note": family,
            "cost_centre": centre, "due": { "due_on": "2026-11-10", "what": family },
        });
        ask(&mut anna, "cases.open", case);
        let amount = if person == OWN { 200_000 } else { 3_333_300 };
        let cost = json!({
            "id": format!("kostnad-{person}"), "persons": [{ "person": person }],
            "compensation": "EKB-VARD", "from": "2026-07-01", "until": "2026-07-31",
            "amount_ore": amount, "unit": centre, "voucher": family,
        });
        ask(&mut anna, "costs.add", cost);
        let amount = if person == OWN { 300_000 } else { 5_555_500 };
        let grant = json!({
            "id": format!("beslut-{person}"), "person": person, "compensation": "EKB-DYGN",
            "amount_ore": amount, "period_from": "2026-07-01", "period_until": "2026-09-30",
            "decided_on": "2026-10-15", "source": family,
        });
        ask(&mut anna, "expectation.decide", grant);
    }
    // A cost that both share would tell of the other's part.
    let shared = json!({
        "id": "delad", "persons": [
            { "person": OWN, "amount_ore": 100_000 }, { "person": OTHER, "amount_ore": 1_111_100 },
        ], "compensation": "EKB-VARD", "from": "2026-08-01", "until": "2026-08-31",
        "amount_ore": 1_211_100, "unit": "7110",
    });
    ask(&mut anna, "costs.add", shared);
    let list = json!({ "id": "lista", "name": "okt", "text": rows, "bank_ore": 8_777_700 });
    ask(&mut anna, "payments.import", list);
    ask(&mut anna, "match.run", json!({ "list": "lista" }));
    let run = ask(&mut anna, "distribution.run", json!({ "month": "2026-10", "id": "run" }));
    ask(&mut anna, "orders.create", json!({ "distribution": run["distribution"] }));
    drop(anna);
    city.with_user(ÖST, &[json!({ "role": "district-handler", "boards": ["7110"] })]);
    city
}

/// Requests that name each of the two, and everything.
fn requests(operation: &api::Operation) -> Vec<Value> {
    let fields = json!({
        "person": "", "case": "fall-", "cost": "kostnad-", "id": "", "list": "lista", "line": 0,
        "text": "son", "compensation": "EKB-VARD", "period": "2026Q3", "unit": "7120",
        "period_from": "2026-07-01", "as_of": "2026-11-20", "since": "2026-01-01",
        "cost_centre": "7120", "month": "2026-10", "code": "EKB-DYGN", "reason": "Preskriberat",
        "distribution": "run", "query": "Främmandesson", "days": 3000, "watch": "hole",
        "mark": "done", "to": "active", "note": "x", "as_known": "2026-11-20",
    });
    let mut all = vec![json!({})];
    for (person, line) in [(OWN, 2), (OTHER, 3)] {
        let mut request = json!({});
        for (name, value) in fields.as_object().unwrap() {
            if operation.unknown_field(&json!({ name.as_str(): 0 })).is_some() {
                continue;
            }
            request[name] = match (name.as_str(), value.as_str()) {
                ("person", _) => json!(person),
                ("line", _) => json!(line),
                ("case" | "cost", Some(prefix)) => json!(format!("{prefix}{person}")),
                ("id", _) => json!(format!("ny-{person}-{}", operation.name)),
                _ => value.clone(),
            };
            all.push(json!({ name.as_str(): request[name] }));
        }
        all.push(request);
    }
    all
}

/// The digits and words by which the other is known, in an answer.
fn told(answer: &Value) -> Vec<&'static str> {
    let text = answer.to_string().replace('\u{a0}', " ");
    MARKS.into_iter().filter(|mark| text.contains(mark)).collect()
}

#[test]
fn no_operation_shows_a_district_what_is_the_others() {
    let city = two_districts();
    // The marks are what the whole city is told.
    let whole = [
        ("persons.find", json!({})),
        ("cases.list", json!({})),
        ("costs.list", json!({})),
        ("trace.row", json!({ "list": "lista", "line": 3 })),
        ("expectation.person", json!({ "person": OTHER, "as_of": "2026-11-20" })),
    ];
    for answer in city.as_user(ANNA, &whole) {
        assert!(!told(&answer).is_empty(), "{answer}");
    }
    let mut öst = city.login(ÖST).unwrap();
    let closing =
        ["session.close", "session.open", "session.create", "users.recover", "key.change"];
    let mut shown = Vec::new();
    let (mut answered, mut refusals) = (BTreeSet::new(), BTreeSet::new());
    for operation in api::operations() {
        if closing.contains(&operation.name) {
            continue;
        }
        for request in requests(operation) {
            let done = öst.call(operation.name, request.clone(), &Unwatched);
            let (answer, code) = match done {
                Ok(answer) => (answer, String::new()),
                Err(reply) => (serde_json::to_value(&reply).unwrap(), reply.code),
            };
            let kept_out = ["right-missing", "right-of-boards"].contains(&code.as_str());
            // A word that was asked for stands in what is said of it.
            let asked = told(&request);
            let tells: Vec<&str> =
                told(&answer).into_iter().filter(|mark| !asked.contains(mark)).collect();
            if !tells.is_empty() {
                shown.push(format!("{} {request}: {tells:?}", operation.name));
            }
            if code.is_empty() {
                answered.insert(operation.name);
            } else if kept_out && !operation.is_for_boards() {
                refusals.insert(operation.name);
            }
        }
    }
    assert_eq!(shown, Vec::<String>::new());
    for name in [
        "persons.find",
        "persons.view",
        "cases.list",
        "cases.view",
        "costs.list",
        "costs.show",
        "candidates.list",
        "expectation.person",
        "trace.row",
        "overview.search",
        "overview.start",
        "watches.list",
        "settings.get",
        "law.list",
        "list.layouts",
    ] {
        assert!(answered.contains(name), "{name} was never answered");
    }
    for name in ["payments.list", "distribution.view", "orders.print", "register.rows"] {
        assert!(refusals.contains(name), "{name} was not refused");
    }
}

fn names(page: &Value) -> Vec<&str> {
    page["persons"].as_array().unwrap().iter().filter_map(|one| one["person"].as_str()).collect()
}

#[test]
fn lists_search_sums_and_ledger_are_the_own_districts() {
    let city = two_districts();
    let whole = city.as_user(ANNA, &[("persons.find", json!({})), ("costs.list", json!({}))]);
    assert_eq!(names(&whole[0]).len(), 2);
    let mut öst = city.login(ÖST).unwrap();
    assert_eq!(names(&ask(&mut öst, "persons.find", json!({}))), [OWN]);
    assert_eq!(names(&ask(&mut öst, "persons.find", json!({ "text": "Främmande" }))), [""; 0]);
    assert_eq!(names(&ask(&mut öst, "overview.search", json!({ "text": "Test" }))), [OWN]);
    let costs = ask(&mut öst, "costs.list", json!({}));
    assert_eq!(costs["amount_ore"], 200_000, "{costs}");
    let trace = ask(&mut öst, "trace.row", json!({ "list": "lista", "line": 2 }));
    assert_eq!(trace["rows"][0]["person"], OWN, "{trace}");
    assert!(!trace["entries"].as_array().unwrap().is_empty(), "{trace}");
    let other = refused(&mut öst, "trace.row", json!({ "list": "lista", "line": 3 }));
    assert_ne!(other.code, "right-missing");
    let copied = json!({ "list": "persons.find", "request": {} });
    let copied = ask(&mut öst, "list.copy", copied);
    assert_eq!(copied["rows"], 1, "{copied}");
    let file = city.folder.path().join("alla.xlsx");
    let shown = json!({ "list": "persons.find", "request": {} });
    ask(&mut öst, "list.write", json!({ "shown": shown, "path": file }));
}

/// A document leaves inside a change, where nothing is cut.
#[test]
fn a_document_of_the_others_case_does_not_leave() {
    let city = two_districts();
    let mut anna = city.login(ANNA).unwrap();
    let path = city.folder.path().join("bilaga.txt");
    std::fs::write(&path, "Underlag").unwrap();
    for person in [OWN, OTHER] {
        let attach = json!({
            "id": format!("dok-{person}"), "case": format!("fall-{person}"), "path": path,
            "kind": "evidence",
        });
        ask(&mut anna, "cases.attach", attach);
    }
    drop(anna);
    let mut öst = city.login(ÖST).unwrap();
    let out = |person: &str| city.folder.path().join(format!("ut-{person}.txt"));
    let save = |person: &str| json!({ "document": format!("dok-{person}"), "path": out(person) });
    assert_eq!(refused(&mut öst, "cases.save_document", save(OTHER)).code, "no-such-document");
    assert!(!out(OTHER).exists());
    ask(&mut öst, "cases.save_document", save(OWN));
    assert!(out(OWN).exists());
}

#[test]
fn what_is_changed_must_be_the_own_districts() {
    let city = two_districts();
    let mut öst = city.login(ÖST).unwrap();
    let before = ask(&mut öst, "cases.view", json!({ "case": format!("fall-{OWN}") }));
    let move_to = |person: &str| json!({ "id": format!("flytt-{person}"), "case": format!("fall-{person}"), "to": "active" });
    ask(&mut öst, "cases.move", move_to(OWN));
    assert_ne!(before["brief"]["state"], "active");
    assert_eq!(refused(&mut öst, "cases.move", move_to(OTHER)).code, "no-such-case");
    let open = |person: &str, centre: &str| {
        json!({ "id": format!("{person}-{centre}"), "person": person, "kind": "claim",
                "cost_centre": centre })
    };
    assert_eq!(refused(&mut öst, "cases.open", open(OTHER, "7110")).code, "no-such-person");
    assert_eq!(refused(&mut öst, "cases.open", open(OWN, "7120")).code, "right-of-boards");
    ask(&mut öst, "cases.open", open(OWN, "7110"));
    let cost = |person: &str, unit: &str| {
        json!({
            "id": format!("k-{person}-{unit}"), "persons": [{ "person": person }],
            "compensation": "EKB-VARD", "from": "2026-09-01", "until": "2026-09-30",
            "amount_ore": 100, "unit": unit,
        })
    };
    assert_eq!(refused(&mut öst, "costs.add", cost(OTHER, "7110")).code, "no-such-person");
    assert_eq!(refused(&mut öst, "costs.add", cost(OWN, "7120")).code, "right-of-boards");
    ask(&mut öst, "costs.add", cost(OWN, "7110"));
    let withdraw = json!({ "cost": format!("kostnad-{OTHER}"), "reason": "Fel person" });
    assert_eq!(refused(&mut öst, "costs.withdraw", withdraw).code, "no-such-cost");
    // Nothing of it is cut for whoever has the whole city.
    drop(öst);
    let costs = city.as_user(ANNA, &[("costs.list", json!({}))]).remove(0);
    assert_eq!(costs["amount_ore"], 200_000 + 3_333_300 + 1_211_100 + 100, "{costs}");
}

fn closes(host: &mut Host) {
    ask(host, "session.status", json!({}));
    ask(host, "session.close", json!({}));
}

/// Whoever has boards alone can do what concerns nobody: come in, change the password, read the law, leave.
#[test]
fn what_concerns_nobody_is_not_kept_from_a_district() {
    let city = two_districts();
    let mut öst = city.login(ÖST).unwrap();
    let new = "Ösths nya lösenord";
    ask(&mut öst, "users.password", json!({ "new_password": new }));
    for name in ["law.list", "boards.list", "codes.list", "settings.get", "users.list"] {
        ask(&mut öst, name, json!({}));
    }
    assert_eq!(refused(&mut öst, "key.try", json!({ "month": "2026-10" })).code, "right-of-boards");
    closes(&mut öst);
    assert!(city.login((ÖST.0, new)).is_ok());
}

/// Somebody who is protected is handled by those who have the whole city: that a district has her would
/// tell where she lives.
#[test]
fn a_district_does_not_see_who_is_protected() {
    let city = two_districts();
    let marking = json!({ "kind": "protection", "marking": "secrecy-marking" });
    let protect = json!({ "person": OWN, "facts": [marking] });
    city.as_user(ANNA, &[("persons.enter", protect)]);
    let mut öst = city.login(ÖST).unwrap();
    assert_eq!(names(&ask(&mut öst, "persons.find", json!({}))), [""; 0]);
    let view = refused(&mut öst, "persons.view", json!({ "person": OWN }));
    assert_eq!(view.code, "no-such-person");
}
