//! Finding persons: as somebody types, however names are spelled, and never a protected one by chance.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use acceptance::{Desk, text};
use serde_json::{Value, json};

fn ids(found: &Value) -> Vec<String> {
    found["persons"].as_array().unwrap().iter().map(|person| text(&person["person"])).collect()
}

fn find(desk: &mut Desk, typed: &str) -> Vec<String> {
    ids(&desk.call("persons.find", json!({ "text": typed })))
}

fn add(desk: &mut Desk, id: &str, family_name: &str, given_name: &str, facts: &Value) {
    let person = json!({
        "person": id, "family_name": family_name, "given_name": given_name, "facts": facts,
    });
    desk.call("persons.add", person);
}

#[test]
fn a_name_is_found_by_every_spelling() {
    let mut desk = Desk::new();
    for (id, family_name, given_name) in [
        ("X1", "Şahin", "İpek"),
        ("X2", "Łukasik", "Đorđe"),
        ("X3", "A\u{30a}kesson", "Åsa"),
        ("X4", "Müller", "Karl-Heinz"),
        ("X5", "al-Testani", "Mohammed"),
    ] {
        add(&mut desk, id, family_name, given_name, &json!([]));
    }
    for (typed, found) in [
        ("sahin", "X1"),
        ("Ipek Sah", "X1"),
        ("lukasik dorde", "X2"),
        ("åkesson", "X3"),
        ("akess aasa", "X3"),
        ("mueller heinz", "X4"),
        ("karl-heinz", "X4"),
        ("muhamad", "X5"),
        ("testani", "X5"),
    ] {
        assert_eq!(find(&mut desk, typed), [found], "{typed}");
    }
    assert_eq!(find(&mut desk, "sahin lukasik"), Vec::<String>::new());
    assert_eq!(find(&mut desk, "\" OR * -"), Vec::<String>::new());
}

#[test]
fn somebody_among_thousands_of_namesakes_is_found() {
    let mut desk = Desk::new();
    let heading = std::fs::read_to_string(acceptance::example("register-exempel.csv")).unwrap();
    let mut file = format!("{}\r\n", heading.lines().next().unwrap());
    for number in 0..1_500 {
        let day = chrono::NaiveDate::from_num_days_from_ce_opt(730_000 + number).unwrap();
        file += &format!("N{number};;;Testmohammed;Omar;{day};;;;;\r\n");
    }
    file += "SIST;;;Testmohammed;Ali;1990-01-01;;;;;\r\n";
    let path = desk.path("register.csv");
    std::fs::write(&path, file).unwrap();
    let done = desk.call("register.import", json!({ "path": path }));
    assert_eq!(done["persons_added"], 1_501, "{done}");

    assert_eq!(find(&mut desk, "testmohammed ali"), ["SIST"]);
    let many = desk.call("persons.find", json!({ "text": "testm" }));
    assert_eq!((&many["total"], &many["more"]), (&json!(1_000), &json!(true)));
    // Whoever was looked at comes first, among however many.
    desk.call("persons.view", json!({ "person": "SIST" }));
    desk.call("persons.view", json!({ "person": "N1499" }));
    assert_eq!(find(&mut desk, "testm")[..2], ["N1499", "SIST"]);
    assert_eq!(find(&mut desk, "testm al"), ["SIST"]);
    // Having been looked at shows nobody who is protected.
    let marking = json!([{ "kind": "protection", "marking": "secrecy-marking" }]);
    desk.call("persons.enter", json!({ "person": "SIST", "facts": marking }));
    assert!(!find(&mut desk, "testm").contains(&"SIST".to_owned()));
}

#[test]
fn a_board_a_district_and_a_case_lead_to_persons() {
    let mut desk = Desk::with_register();
    let board = json!([{
        "kind": "responsible-board", "cost_centre": "7120", "district": "Provinge",
        "valid_from": "2026-05-01",
    }]);
    desk.call("persons.enter", json!({ "person": "P07", "facts": board }));
    assert_eq!(find(&mut desk, "provinge"), ["P07"]);
    assert!(find(&mut desk, "7120").contains(&"P07".to_owned()));
    assert!(!find(&mut desk, "7110").contains(&"P07".to_owned()));
    let case = desk.call("cases.open", json!({ "person": "P08", "kind": "other" }));
    let number = text(&case["brief"]["number"]);
    assert_eq!(find(&mut desk, &number), ["P08"]);
}

#[test]
fn a_list_is_narrowed_by_board_ground_and_age() {
    let mut desk = Desk::new();
    let ground = |ground: &str| {
        json!([
            { "kind": "legal-ground", "ground": ground, "valid_from": "2026-01-01" },
            { "kind": "birth", "date": "2008-11-02", "basis": "stated" },
        ])
    };
    add(&mut desk, "X1", "Ett", "Test", &ground("asylum-seeker"));
    add(&mut desk, "X2", "Två", "Test", &ground("quota"));
    let mut narrowed = |with: Value| ids(&desk.call("persons.find", with));
    assert_eq!(narrowed(json!({ "ground": "quota" })), ["X2"]);
    assert_eq!(narrowed(json!({ "ground": "quota", "text": "test" })), ["X2"]);
    assert_eq!(narrowed(json!({ "without_board": true })), ["X1", "X2"]);
    // Both turn 18 on the business date.
    assert_eq!(narrowed(json!({ "age_from": 18, "age_until": 18 })), ["X1", "X2"]);
    assert_eq!(narrowed(json!({ "age_until": 17 })), Vec::<String>::new());
    assert_eq!(narrowed(json!({ "age_from": 19 })), Vec::<String>::new());
}

#[test]
fn a_protected_person_is_found_by_a_whole_number_or_the_id_alone() {
    let mut desk = Desk::with_register();
    let facts = json!([
        { "kind": "protection", "marking": "secrecy-marking" },
        { "kind": "responsible-board", "cost_centre": "7120", "district": "Provinge",
          "valid_from": "2026-05-01" },
    ]);
    let person = desk.call("persons.view", json!({ "person": "P07" }));
    let (family, given) =
        (text(&person["brief"]["family_name"]), text(&person["brief"]["given_name"]));
    let dossier = text(&person["brief"]["dossier_number"]);
    desk.call("persons.enter", json!({ "person": "P07", "facts": facts }));
    for typed in [family.as_str(), given.as_str(), "provinge", "7120", &dossier[..5], "P0"] {
        let found = find(&mut desk, typed);
        assert!(!found.contains(&"P07".to_owned()), "{typed}: {found:?}");
    }
    for narrowed in [json!({ "cost_centre": "7120" }), json!({ "age_from": 0 })] {
        let found = ids(&desk.call("persons.find", narrowed.clone()));
        assert!(!found.contains(&"P07".to_owned()), "{narrowed}: {found:?}");
    }
    assert_eq!(find(&mut desk, &dossier), ["P07"]);
    assert_eq!(find(&mut desk, "P07"), ["P07"]);
}

#[test]
fn whoever_is_no_longer_protected_is_found_by_name_again() {
    let mut desk = Desk::with_register();
    let family =
        text(&desk.call("persons.view", json!({ "person": "P07" }))["brief"]["family_name"]);
    let past = json!([{ "kind": "protection", "marking": "secrecy-marking",
                        "valid_from": "2025-02-01", "valid_until": "2025-12-31" }]);
    let in_order = ids(&desk.call("persons.find", json!({ "text": "" })));
    desk.call("persons.enter", json!({ "person": "P07", "facts": past }));
    assert_eq!(find(&mut desk, &family), ["P07"]);
    // In lists too the place is that of the name again.
    assert_eq!(ids(&desk.call("persons.find", json!({ "text": "" }))), in_order);
    let now = json!([{ "kind": "protection", "marking": "secrecy-marking",
                       "valid_from": "2026-02-01", "valid_until": "2026-11-10" }]);
    desk.call("persons.enter", json!({ "person": "P07", "facts": now }));
    assert_eq!(find(&mut desk, &family), Vec::<String>::new());
    let mut last: Vec<String> = in_order.iter().filter(|id| *id != "P07").cloned().collect();
    last.push("P07".to_owned());
    assert_ne!(last, in_order);
    assert_eq!(ids(&desk.call("persons.find", json!({ "text": "" }))), last);
    let whole = desk.call("overview.search", json!({ "text": family }));
    assert_eq!(whole["persons"], json!([]));
    assert_eq!(find(&mut desk, "P07"), ["P07"]);
}

#[test]
fn neither_signs_nor_the_number_of_a_case_lead_round_a_filter() {
    let mut desk = Desk::with_register();
    let marking = json!([{ "kind": "protection", "marking": "secrecy-marking" }]);
    desk.call("persons.enter", json!({ "person": "P07", "facts": marking }));
    for person in ["P08", "P07"] {
        desk.call("persons.view", json!({ "person": person }));
    }
    for typed in ["-", "\"", ". , !", "_", "\u{200b}", "+/-"] {
        for centre in [Value::Null, json!("7110"), json!("7130")] {
            let page = desk.call("persons.find", json!({ "text": typed, "cost_centre": centre }));
            assert_eq!((ids(&page), &page["total"]), (vec![], &json!(0)), "{typed} {centre}");
        }
        let found = desk.call("overview.search", json!({ "text": typed }));
        assert_eq!(found["persons"], json!([]), "{typed}");
    }
    let mut number_of = |person: &str| {
        let case = json!({ "person": person, "kind": "other", "cost_centre": "7110" });
        text(&desk.call("cases.open", case)["brief"]["number"])
    };
    let (protected, open) = (number_of("P07"), number_of("P08"));
    assert_eq!(find(&mut desk, &protected), ["P07"]);
    let own = desk.call("persons.view", json!({ "person": "P08" }))["brief"]["cost_centre"].clone();
    for centre in ["7110", "7120", "7130"] {
        let mut narrowed = |text: &str| {
            let page = desk.call("persons.find", json!({ "text": text, "cost_centre": centre }));
            assert_eq!(page["total"], ids(&page).len(), "{page}");
            ids(&page)
        };
        assert_eq!(narrowed(&protected), Vec::<String>::new(), "{centre}");
        let expected = if own == centre { vec!["P08"] } else { vec![] };
        assert_eq!(narrowed(&open), expected, "{centre}");
    }
}
