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
