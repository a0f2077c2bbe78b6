//! What people type: what cannot be seen is no name, and what hides somebody is no text.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use acceptance::{Desk, text};
use serde_json::{Value, json};

const HIDDEN: &str = "Skyddade personuppgifter";

/// Signs that show nothing: zero width space, soft hyphen, a mark of direction, a blank letter.
const INVISIBLE: [&str; 4] = ["\u{200b}", "\u{ad}", "\u{202e}", "\u{3164}"];

fn household(name: &str) -> Value {
    json!([{ "kind": "household", "household": name, "role": "adult", "valid_from": "2026-01-01" }])
}

#[test]
fn a_name_that_cannot_be_seen_is_none() {
    let mut desk = Desk::with_register();
    for sign in INVISIBLE {
        for name in [sign.to_owned(), format!("HH{sign}-7")] {
            let requests = [
                (
                    "persons.enter",
                    json!({ "person": "P08", "facts": household(&name) }),
                    "household",
                ),
                ("persons.add", json!({ "family_name": name }), "family_name"),
                ("persons.add", json!({ "given_name": name, "family_name": "Ny" }), "given_name"),
                ("persons.add", json!({ "person": name, "family_name": "Ny" }), "person"),
                ("persons.save_view", json!({ "name": name }), "name"),
                ("boards.put", json!({ "cost_centre": "7140", "name": name }), "name"),
                ("boards.put", json!({ "cost_centre": name, "name": "Ny" }), "cost_centre"),
                (
                    "cases.open",
                    json!({ "person": "P08", "kind": "other", "officer": name }),
                    "officer",
                ),
            ];
            for (operation, request, field) in requests {
                let refused = desk.refused(operation, request.clone());
                let place = refused.place.unwrap();
                assert_eq!(
                    (refused.code.as_str(), place.field.as_deref()),
                    ("invisible-text", Some(field)),
                    "{operation} {name:?}"
                );
            }
            let path = desk.path("register.csv");
            let rows = format!(
                "Person-id;Personnummer;Dossiernummer;Efternamn;Förnamn;Födelsedatum;Ansvar\r\n\
                 Z1;;97-000001;{name};Ett;1990-01-01;7110\r\n"
            );
            std::fs::write(&path, rows).unwrap();
            let done = desk.call("register.import", json!({ "path": path }));
            assert_eq!(done["diagnostics"][0]["code"], "invisible-text", "{done}");
            let facts = "Person-id;Slag;Hushåll;Roll;Från och med\r\n".to_owned()
                + &format!("P08;household;{name};adult;2026-01-01\r\n");
            std::fs::write(&path, facts).unwrap();
            let done =
                desk.call("register.import", json!({ "path": path, "profile": "uppgifter" }));
            assert_eq!(done["diagnostics"][0]["code"], "invisible-text", "{done}");
        }
    }
    let around =
        desk.call("persons.enter", json!({ "person": "P08", "facts": household(" HH-7 ") }));
    assert_eq!(around["household_name"], "HH-7");
    // A note may hold whatever people write, and an invisible sign hides nobody in it.
    let person = json!({ "person": "M1", "family_name": "Alitest", "given_name": "Mohatest" });
    desk.call("persons.add", person);
    protect(&mut desk);
    let note =
        json!({ "person": "P08", "kind": "other", "note": "Ali\u{200b}test Moha\u{ad}test 👩‍🍳" });
    assert_eq!(desk.call("cases.open", note)["log"][0]["note"], HIDDEN);
}

fn protect(desk: &mut Desk) {
    let marking = json!({ "kind": "protection", "marking": "secrecy-marking" });
    desk.call("persons.enter", json!({ "person": "M1", "facts": [marking] }));
}

/// Takes the protection of M1 back, so that what is kept is seen.
fn lift(desk: &mut Desk) {
    let view = desk.call("persons.open", json!({ "person": "M1", "reason": "hävt" }));
    let facts = view["facts"].as_array().unwrap();
    let fact = facts.iter().find(|fact| fact["kind"] == "protection").unwrap()["id"].clone();
    desk.call("persons.end", json!({ "person": "M1", "fact": fact }));
}

#[test]
fn what_is_hidden_is_never_saved_in_place_of_what_it_hides() {
    let mut desk = Desk::with_register();
    let person = json!({ "person": "M1", "family_name": "Alitest", "given_name": "Mohatest" });
    desk.call("persons.add", person);
    let set = json!({
        "id": null, "compensation": "EKB-DYGN", "unit": "7110", "period": "2026Q3",
        "last_day": "2027-06-30", "amount_ore": null, "note": "Fråga Mohatest Alitest",
    });
    desk.call("last_days.set", set);
    let case = json!({ "person": "P08", "kind": "other", "officer": "Mohatest Alitest" });
    desk.call("cases.open", case);
    let profile = |description: &str| {
        json!({ "toml": format!(
            "kind = \"register\"\nname = \"egen\"\nversion = 1\ndescription = \"{description}\"\n\
             [forms]\ndates = [\"yyyy-mm-dd\"]\namounts = {{ decimal_sign = \",\" }}\n\
             [columns]\ndossier_number = {{ names = [\"Dossiernr\"], required = true }}\n\
             family_name = {{ names = [\"Efternamn\"], required = true }}\n") })
    };
    desk.call("profiles.add", profile("Från Mohatest Alitest"));
    desk.call("persons.save_view", json!({ "name": "Mohatest Alitest", "age_from": 18 }));
    protect(&mut desk);

    // The form as it was read, with something else changed.
    let day = desk.call("last_days.list", json!({}))["days"][0].clone();
    assert_eq!(day["note"], HIDDEN, "{day}");
    let set = json!({
        "id": day["id"], "compensation": day["compensation"], "unit": day["unit"],
        "period": day["period"], "last_day": day["last_day"], "amount_ore": 10_000,
        "note": day["note"],
    });
    let set = desk.call("last_days.set", set);
    assert_eq!((&set["amount_ore"], &set["note"]), (&json!(10_000), &json!(HIDDEN)));
    let case = desk.call("cases.list", json!({}))["cases"][0].clone();
    assert_eq!(case["officer"], HIDDEN, "{case}");
    let change = json!({ "case": case["case"], "officer": case["officer"], "note": "Ring" });
    desk.call("cases.change", change);
    for (operation, request) in [
        ("persons.save_view", json!({ "name": HIDDEN })),
        ("profiles.add", profile(HIDDEN)),
        ("profiles.add", json!({ "toml": HIDDEN })),
        ("persons.add", json!({ "family_name": HIDDEN })),
        ("cases.open", json!({ "person": "P08", "kind": "other", "note": format!(" {HIDDEN}") })),
        ("persons.enter", json!({ "person": "P08", "facts": household(HIDDEN) })),
    ] {
        let refused = desk.refused(operation, request);
        assert_eq!(refused.code, "text-hidden", "{operation}");
        assert!(refused.message.contains("Skriv"), "{}", refused.message);
    }
    // Somebody may look for it all the same.
    desk.call("persons.find", json!({ "text": HIDDEN }));

    lift(&mut desk);
    let day = desk.call("last_days.list", json!({}))["days"][0].clone();
    assert_eq!(
        (&day["note"], &day["amount_ore"]),
        (&json!("Fråga Mohatest Alitest"), &json!(10_000))
    );
    let case = desk.call("cases.list", json!({}))["cases"][0].clone();
    assert_eq!(case["officer"], "Mohatest Alitest");
    let view = desk.call("cases.view", json!({ "case": case["case"] }));
    assert_eq!(text(&view["log"][1]["note"]), "Ring");
    let views = desk.call("persons.views", json!({}));
    assert_eq!(views["views"][0]["name"], "Mohatest Alitest");
    let profiles = desk.call("profiles.list", json!({})).to_string();
    assert!(profiles.contains("Från Mohatest Alitest"), "{profiles}");
}

#[test]
fn rows_that_are_being_typed_are_there_after_a_kill() {
    let mut desk = Desk::with_register();
    let none = json!({ "name": "", "payment_date": "", "fields": [], "rows": [] });
    assert_eq!(desk.call("payments.typed", json!({})), none);
    let typed = json!({
        "name": "Beslut 7", "payment_date": "2026-10-30", "fields": ["payment_code", "amount"],
        "rows": [["GSKA", "12 000,0"], ["", ""]],
    });
    let events = |desk: &mut Desk| desk.call("audit.verify", json!({}))["events"].clone();
    let before = events(&mut desk);
    desk.call("payments.keep_typed", typed.clone());
    assert_eq!(events(&mut desk), before, "what is only typed is no event");
    desk.restart();
    assert_eq!(desk.call("payments.typed", json!({})), typed);
    assert_eq!(desk.call("session.check", json!({}))["outcome"], "done");
    let endless = json!({
        "name": "", "payment_date": "", "fields": ["amount"], "rows": vec![vec!["1"]; 50_001],
    });
    assert_eq!(desk.refused("payments.keep_typed", endless).code, "too-many-typed");
    let empty = json!({ "name": " ", "payment_date": "", "fields": ["amount"], "rows": [[" "]] });
    desk.call("payments.keep_typed", empty);
    assert_eq!(desk.call("payments.typed", json!({})), none);
}
