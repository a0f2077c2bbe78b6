//! A protected person's name, number and address leave the core only through the door that logs:
//! every operation of the contract and every file that is written is looked at.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use acceptance::{BROKEN, Desk, LIST_A, data, text};
use serde_json::{Value, json};

/// A person of the sample month with payments.
const PERSON: &str = "P07";
/// What tells who that is, in every written form that files and answers use.
const MARKS: [&str; 9] = [
    "Müller",
    "Golf",
    "99000078",
    "99-000078",
    "199001012385",
    "19900101-2385",
    "900101-2385",
    "9001012385",
    "Hemliga gatan",
];

/// A desk that remembers which operations were asked, and looks at every answer.
struct Watchman {
    desk: Desk,
    asked: BTreeSet<String>,
}

impl Watchman {
    fn ask(&mut self, name: &str, request: Value) -> Value {
        let answer = self.desk.answer(name, request);
        self.asked.insert(name.to_owned());
        let text = match &answer {
            Ok(answer) => answer.to_string(),
            Err(reply) => serde_json::to_string(reply).unwrap(),
        };
        look(&text, name);
        answer.unwrap_or(Value::Null)
    }

    fn must(&mut self, name: &str, request: Value) -> Value {
        let answer = self.ask(name, request.clone());
        assert_ne!(answer, Value::Null, "{name} was refused: {request}");
        answer
    }
}

fn look(text: &str, what: &str) {
    for mark in MARKS {
        assert!(!text.contains(mark), "{what} tells {mark}");
    }
}

/// Looks at the bytes of a file, and at what is packed inside them.
fn look_at_file(path: &Path) {
    let bytes = std::fs::read(path).unwrap();
    look(&String::from_utf8_lossy(&bytes), &path.display().to_string());
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("xlsx") => {
            use calamine::{Reader as _, Xlsx};
            let mut book = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
            for name in book.sheet_names() {
                let sheet = book.worksheet_range(&name).unwrap();
                for (_, _, cell) in sheet.used_cells() {
                    look(&cell.to_string(), "a sheet");
                }
            }
        }
        Some("pdf") => {
            let document = lopdf::Document::load_mem(&bytes).unwrap();
            let pages: Vec<u32> = document.get_pages().into_keys().collect();
            look(&document.extract_text(&pages).unwrap(), "a print");
        }
        _ => {}
    }
}

fn out(watchman: &Watchman, name: &str) -> PathBuf {
    watchman.desk.path(name)
}

fn protected() -> Watchman {
    let mut desk = Desk::with_register();
    let residence = json!({
        "kind": "residence", "municipality": "Exempelstads kommun", "address": "Hemliga gatan 1",
        "valid_from": "2026-01-01",
    });
    let marking = json!({ "kind": "protection", "marking": "secrecy-marking" });
    let facts = json!({ "person": PERSON, "facts": [residence, marking] });
    let view = desk.call("persons.enter", facts);
    assert_eq!((&view["closed"], &view["brief"]["protected"]), (&json!(true), &json!(true)));
    Watchman { desk, asked: BTreeSet::new() }
}

#[test]
fn a_protected_person_is_opened_with_a_reason_and_leaves_an_event() {
    let mut watchman = protected();
    watchman.must("persons.view", json!({ "person": PERSON }));
    let facts = json!({ "person": PERSON });
    assert_eq!(watchman.desk.refused("persons.facts", facts.clone()).code, "person-protected");
    let without = json!({ "person": PERSON, "reason": " " });
    assert_eq!(watchman.desk.refused("persons.open", without).code, "reason-missing");
    let reason = json!({ "person": PERSON, "reason": "Handlägger ansökan 2026/17" });
    let opened = watchman.desk.call("persons.open", reason);
    assert_eq!(opened["brief"]["family_name"], "Müller-Test");
    assert_eq!(watchman.desk.call("persons.facts", facts)["person"], PERSON);
    // Lists stay closed while the person's own page is open.
    watchman.must("persons.find", json!({ "text": "" }));
    let events = watchman.must("audit.events", json!({}));
    let last = &events["events"][0];
    assert_eq!(
        (&last["action"], &last["object"]),
        (&json!("person.open-protected"), &json!(PERSON))
    );
    watchman.desk.call("persons.close", json!({ "person": PERSON }));
    watchman.must("persons.view", json!({ "person": PERSON }));
    watchman.desk.restart();
    watchman.must("persons.view", json!({ "person": PERSON }));
}

#[test]
fn ending_protection_needs_its_own_right() {
    let mut watchman = protected();
    let reason = json!({ "person": PERSON, "reason": "Skatteverket har hävt" });
    let opened = watchman.desk.call("persons.open", reason);
    let facts = opened["facts"].as_array().unwrap();
    let fact = facts.iter().find(|fact| fact["kind"] == "protection").unwrap()["id"].clone();
    let end = json!({ "person": PERSON, "fact": fact, "last_day": "2026-11-01" });
    let view = watchman.desk.call("persons.end", end);
    assert_eq!(view["brief"]["protected"], false);
    let events = watchman.desk.call("audit.events", json!({}));
    assert_eq!(events["events"][0]["action"], "person.lift-protection");
}

#[test]
fn no_answer_and_no_file_tells_who_it_is() {
    let mut watchman = protected();
    let list_a = data(LIST_A);
    for name in ["session.status", "session.sound", "overview.navigation", "overview.start"] {
        watchman.must(name, json!({}));
    }
    for found in ["müller", "golf müller", "99-000078", "900101-2385", "P07", ""] {
        watchman.must("overview.search", json!({ "text": found }));
        watchman.must("persons.find", json!({ "text": found }));
    }
    watchman.must("payments.look", json!({ "path": list_a }));
    watchman.must("payments.preview", json!({ "path": list_a }));
    let read = json!({ "id": api::new_id(), "path": list_a });
    let view = watchman.must("payments.read", read);
    let list = text(&view["summary"]["list"]);
    let of_list = json!({ "list": list });
    watchman.must("payments.list", of_list.clone());
    watchman.must("payments.lists", json!({}));
    watchman.must("review.rows", of_list.clone());
    watchman.must("review.summary", of_list.clone());
    for line in 2..=31 {
        watchman.must("review.row", json!({ "list": list, "line": line }));
    }
    let fields = json!({ "amount": "1,00" });
    watchman.must("review.try", json!({ "list": list, "line": 2, "fields": fields }));
    let protocol = out(&watchman, "protokoll.pdf");
    watchman.must("review.protocol", json!({ "list": list, "path": protocol }));
    watchman.must("payments.commit", json!({ "list": list, "bank_ore": 90_925_010 }));
    watchman.must("match.run", of_list.clone());
    let rows = watchman.must("match.rows", of_list.clone());
    let rows = rows["rows"].as_array().unwrap().clone();
    let row = rows.iter().find(|row| row["person"]["person"] == PERSON).unwrap();
    let line = row["line"].clone();
    watchman.must("match.undo", json!({ "list": list, "line": line }));
    watchman.must("match.choose", json!({ "list": list, "line": line, "person": PERSON }));
    let (statements, print) = share_and_book(&mut watchman);
    for line in 2..=31 {
        watchman.must("trace.row", json!({ "list": list, "line": line }));
    }
    watchman.must("audit.verify", json!({}));
    watchman.must("audit.events", json!({}));
    watchman.must("persons.duplicates", json!({}));
    let reverse = json!({ "list": list, "reason": "Fel lista" });
    watchman.must("payments.reverse", reverse);
    let broken = json!({ "id": api::new_id(), "path": data(BROKEN), "park_faulty": true });
    watchman.must("payments.import", broken);
    let open = json!({ "person": PERSON, "kind": "claim" });
    let case = watchman.must("cases.open", open)["brief"]["case"].clone();
    watchman.must("cases.list", json!({}));
    watchman.must("cases.view", json!({ "case": case }));
    let report = bring_the_register_in_again(&mut watchman);
    let folder = out(&watchman, "register");
    std::fs::create_dir(&folder).unwrap();
    watchman.ask("register.export", json!({ "folder": folder }));
    watchman.must("register.export", json!({ "folder": folder, "pseudonymise": true }));
    for file in std::fs::read_dir(folder).unwrap() {
        look_at_file(&file.unwrap().path());
    }
    for file in [protocol, print, report] {
        look_at_file(&file);
    }
    for file in std::fs::read_dir(statements).unwrap() {
        look_at_file(&file.unwrap().path());
    }
    every_operation_was_asked_or_shows_nobody(&watchman.asked);
}

/// Distributes, states, books and exports the month; gives the folder of statements and the print.
fn share_and_book(watchman: &mut Watchman) -> (PathBuf, PathBuf) {
    watchman.must("distribution.months", json!({}));
    let run = watchman.must("distribution.run", json!({ "month": "2026-10" }));
    let distribution = run["distribution"].clone();
    let view = watchman.must("distribution.view", json!({ "distribution": distribution }));
    for group in view["groups"].as_array().unwrap() {
        for row in group["rows"].as_array().unwrap() {
            for cell in row["cells"].as_array().unwrap() {
                let request = json!({
                    "distribution": distribution, "compensation": row["compensation"],
                    "cost_centre": cell["cost_centre"],
                });
                watchman.ask("distribution.cell", request);
            }
        }
    }
    let statements = out(watchman, "besked");
    std::fs::create_dir(&statements).unwrap();
    let request = json!({ "distribution": distribution, "path": statements });
    watchman.must("distribution.statement", request);
    let order = watchman.must("orders.create", json!({ "distribution": distribution }));
    let order = order["order"].clone();
    for format in ["abw-xml", "gl07-55", "sie4i", "csv", "xlsx"] {
        let path = out(watchman, &format!("order.{format}"));
        let request = json!({ "order": order, "format": format, "path": path, "attest": true });
        watchman.must("orders.export", request);
        look_at_file(&path);
    }
    let print = out(watchman, "order.pdf");
    watchman.must("orders.print", json!({ "order": order, "path": print }));
    watchman.must("orders.list", json!({}));
    let view = watchman.must("orders.view", json!({ "order": order }));
    for voucher in view["vouchers"].as_array().unwrap() {
        for posting in voucher["postings"].as_array().unwrap() {
            let request = json!({
                "order": order, "voucher": voucher["voucher"], "posting": posting["posting"],
            });
            watchman.must("trace.posting", request);
        }
    }
    (statements, print)
}

/// Reads the register that holds the person as a draft; gives the file of the report.
fn bring_the_register_in_again(watchman: &mut Watchman) -> PathBuf {
    let register = acceptance::example("register-exempel.csv");
    let draft = json!({ "draft": "utkast" });
    watchman.must("register.read", json!({ "id": "utkast", "path": register }));
    watchman.must("register.drafts", json!({}));
    watchman.must("register.draft", draft.clone());
    let rows = watchman.must("register.rows", draft.clone());
    for row in rows["rows"].as_array().unwrap() {
        watchman.must("register.row", json!({ "draft": "utkast", "line": row["line"] }));
    }
    let path = watchman.desk.path("rapport.csv");
    watchman.must("register.report", json!({ "draft": "utkast", "path": path }));
    path
}

/// Operations that show nobody, answer as one that is asked above does, or show the one person that
/// is opened with a reason and leave an event (`persons.*`).
const OTHERS: [&str; 58] = [
    "session.create",
    "session.open",
    "session.close",
    "session.today",
    "payments.try_profile",
    "payments.bank",
    "payments.discard",
    "review.decide",
    "review.undo",
    "match.add_person",
    "persons.views",
    "persons.save_view",
    "persons.forget_view",
    "persons.view",
    "persons.add",
    "persons.board",
    "persons.kinds",
    "persons.enter",
    "persons.end",
    "persons.facts",
    "persons.as_known",
    "persons.open",
    "persons.close",
    "persons.merge",
    "persons.split",
    "register.import",
    "register.decide",
    "register.undo",
    "register.commit",
    "register.discard",
    "register.proposals",
    "register.take_proposals",
    "cases.move",
    "cases.change",
    "cases.attach",
    "cases.save_document",
    "last_days.list",
    "last_days.set",
    "last_days.done",
    "orders.attest",
    "orders.withdraw",
    "settings.get",
    "settings.put",
    "compensations.list",
    "codes.list",
    "codes.add",
    "codes.import",
    "boards.list",
    "boards.put",
    "key.list",
    "key.import",
    "accounts.list",
    "accounts.import",
    "profiles.list",
    "profiles.add",
    "sample.write",
    "overview.search",
    "audit.events",
];

fn every_operation_was_asked_or_shows_nobody(asked: &BTreeSet<String>) {
    let unknown: Vec<&str> = api::names()
        .iter()
        .copied()
        .filter(|name| !asked.contains(*name) && !OTHERS.contains(name))
        .collect();
    assert_eq!(unknown, [""; 0], "ask them above, or say here that they show nobody");
}
