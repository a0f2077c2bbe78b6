//! Rights: whoever lacks one is refused what needs it, with a sentence that says which.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use acceptance::{Desk, KEY, SYSTEM_DAY, text};
use api::{Host, Right, Rights, Unwatched};
use serde_json::{Value, json};

/// Every right but one.
fn all_but(lacking: Right) -> Rights {
    Right::ALL.iter().copied().filter(|right| *right != lacking).collect()
}

fn host(rights: Rights) -> Host {
    let today = "2026-11-02".parse().ok();
    Host::new("REVISOR", today).with_key(KEY).with_system_day(SYSTEM_DAY).with_rights(rights)
}

#[test]
fn every_operation_is_refused_to_whoever_lacks_its_right() {
    for operation in api::operations() {
        let mut restricted = host(all_but(operation.needs));
        let reply = restricted.call(operation.name, json!({}), &Unwatched).unwrap_err();
        assert_eq!(reply.code, "right-missing", "{}", operation.name);
        assert!(reply.by_rule, "{}", operation.name);
        let words = api::texts::text(&format!("right-{}", operation.needs.as_str()), &[]);
        assert!(reply.message.contains(&words), "{}: {}", operation.name, reply.message);

        let only = [operation.needs].into_iter().collect();
        let reply = host(only).call(operation.name, json!({ "x": 0 }), &Unwatched);
        let refused = reply.is_err_and(|reply| reply.code == "right-missing");
        assert!(!refused, "{} needs one right", operation.name);
    }
}

#[test]
fn every_right_is_needed_by_something() {
    for right in Right::ALL {
        // Protection is lifted inside what needs less.
        let inside = *right == Right::LiftProtection;
        let needed = api::operations().iter().any(|operation| operation.needs == *right);
        assert!(needed != inside, "{}", right.as_str());
    }
}

/// Works on the desk's database with other rights.
fn with_rights(desk: &mut Desk, rights: Rights) -> Host {
    desk.call("session.close", json!({}));
    let mut restricted = host(rights);
    let path = desk.path("desk.db");
    restricted.call("session.open", json!({ "path": path }), &Unwatched).unwrap();
    restricted
}

fn refused(host: &mut Host, name: &str, request: Value) {
    let reply = host.call(name, request, &Unwatched).unwrap_err();
    assert_eq!(reply.code, "right-missing", "{name}: {}", reply.message);
}

#[test]
fn what_takes_another_right_is_refused_where_the_change_begins() {
    let mut desk = Desk::with_register();
    let (_, distribution) = desk.month_distributed();
    let order = desk.call("orders.create", json!({ "distribution": distribution }));
    let order = text(&order["order"]);
    let marking = json!({ "kind": "protection", "marking": "secrecy-marking" });
    let protect = json!({ "person": "P01", "facts": [marking] });
    desk.call("persons.enter", protect);
    let open = json!({ "person": "P01", "reason": "test" });
    let view = desk.call("persons.open", open.clone());
    let facts = view["facts"].as_array().unwrap();
    let fact = facts.iter().find(|fact| fact["kind"] == "protection").unwrap()["id"].clone();

    let path = desk.path("fil.csv");
    let mut restricted = with_rights(&mut desk, all_but(Right::Attest));
    let export = json!({ "order": order, "format": "csv", "path": path, "attest": true });
    refused(&mut restricted, "orders.export", export);
    assert!(!path.exists(), "nothing has left");
    drop(restricted);

    let mut restricted = with_rights(&mut desk, all_but(Right::LiftProtection));
    restricted.call("persons.open", open, &Unwatched).unwrap();
    let end = json!({ "person": "P01", "fact": fact, "last_day": null });
    refused(&mut restricted, "persons.end", end);
}

#[test]
fn the_file_that_a_register_was_read_from_needs_the_right_to_persons() {
    let mut desk = Desk::new();
    let path = acceptance::example("register-exempel.csv");
    desk.call("register.read", json!({ "id": "krets", "path": path }));
    let list = acceptance::data(acceptance::LIST_A);
    desk.call("payments.read", json!({ "id": "lista", "path": list }));
    let out = desk.path("ut.csv");
    let of = |what: &str, id: &str| json!({ what: id, "path": out });
    let mut restricted = with_rights(&mut desk, all_but(Right::HandlePersons));
    refused(&mut restricted, "original.save", of("draft", "krets"));
    assert!(!out.exists(), "nothing has left");
    restricted.call("original.save", of("list", "lista"), &Unwatched).unwrap();
    drop(restricted);
    let mut restricted = with_rights(&mut desk, all_but(Right::HandlePayments));
    refused(&mut restricted, "original.save", of("list", "lista"));
}
