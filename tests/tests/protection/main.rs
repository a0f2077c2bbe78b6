//! A protected person's name, number and address leave the core only through the doors that log: every
//! operation of the contract is asked and every file that is written is looked at.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod watch;

use acceptance::{BROKEN, Desk, LIST_A, data, example, text};
use serde_json::{Value, json};

use watch::{PERSON, SINGLE, Watchman, look_at_files};

/// Two protected persons, and a relative of one who shares its household.
fn protected(mut desk: Desk) -> Watchman {
    let person = json!({
        "person": SINGLE, "family_name": "Hakimullah", "birth_date": "2001-07-13",
        "dossier_number": "98-000077",
    });
    desk.call("persons.add", person);
    let days = |fact: Value| -> Value {
        let mut fact = fact;
        fact["valid_from"] = json!("2026-01-01");
        fact
    };
    let home = days(json!({
        "kind": "residence", "municipality": "Exempelstads kommun", "address": "Hemliga gatan 1",
    }));
    let household = days(json!({ "kind": "household", "household": "HH-7", "role": "adult" }));
    let board = |centre: &str, district: &str| {
        days(json!({
            "kind": "responsible-board", "cost_centre": centre, "district": district,
        }))
    };
    let ground = days(json!({
        "kind": "legal-ground", "ground": "family-tie", "section": "5 kap. 3 a §", "anchor": "P08",
        "source": "Sagt av grannen",
    }));
    let marking = json!({ "kind": "protection", "marking": "secrecy-marking" });
    let relation = days(json!({ "kind": "relation", "relationship": "parent", "person": PERSON }));
    for (person, facts) in [
        ("P08", json!([home, household, relation])),
        (SINGLE, json!([board("7120", "Västra distriktet"), marking])),
        (PERSON, json!([home, household, board("7110", "Norra distriktet"), ground, marking])),
    ] {
        let view = desk.call("persons.enter", json!({ "person": person, "facts": facts }));
        let closed = json!(person != "P08");
        assert_eq!((&view["closed"], &view["brief"]["protected"]), (&closed, &closed));
    }
    Watchman::new(desk)
}

#[test]
fn a_protected_person_is_opened_with_a_reason_and_leaves_an_event() {
    let mut watchman = protected(Desk::with_register());
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
    let mut watchman = protected(Desk::with_register());
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

fn backups(watchman: &mut Watchman) {
    let folder = watchman.out("kopior");
    std::fs::create_dir(&folder).unwrap();
    let made = watchman.desk.call("backup.make", json!({ "folder": folder }));
    watchman.must("backup.state", json!({}));
    watchman.must("backup.verify", json!({ "path": made["file"] }));
    let out = watchman.out("drill.pdf");
    watchman.must("backup.drill", json!({ "path": made["file"], "out": out }));
}

#[test]
fn no_answer_and_no_file_tells_who_it_is() {
    let mut watchman = protected(Desk::with_register());
    tables_and_session(&mut watchman);
    lists_and_pages(&mut watchman);
    let list = payments(&mut watchman);
    matching_and_money(&mut watchman, &list);
    the_register_comes_in_again(&mut watchman);
    decisions_and_originals(&mut watchman);
    cases_and_last_days(&mut watchman);
    claims(&mut watchman);
    expectations(&mut watchman);
    persons_change(&mut watchman);
    watchman.must("payments.reverse", json!({ "list": list, "reason": "Fel lista" }));
    watchman.ask("register.export", json!({ "folder": watchman.out("register") }));
    let pseudonymised = json!({ "folder": watchman.out("register"), "pseudonymise": true });
    watchman.must("register.export", pseudonymised);
    log_of_reading(&mut watchman);
    watchman.every(&["audit.verify", "audit.head", "audit.events", "attests.waiting"]);
    watchman.every(&["overview.start", "overview.navigation"]);
    watchman.ask("attests.return", json!({ "id": "ingen", "comment": "Fel" }));
    watchman.ask("attests.decide", json!({ "id": "ingen" }));
    backups(&mut watchman);
    for masked in [false, true] {
        let extract = json!({
            "person": "P08", "path": watchman.out(&format!("utdrag-{masked}.pdf")),
            "others_masked": masked, "reason": "Begäran om registerutdrag",
        });
        watchman.must("persons.extract", extract);
    }
    let back = json!({ "path": watchman.out("kopior"), "into": watchman.out("tillbaka.db") });
    watchman.ask("exit.verify", back);
    watchman.every(&["undo.steps"]);
    watchman.ask("persons.take_back", json!({ "person": "P08", "entries": ["ingen"] }));
    watchman.ask("undo.back", json!({}));
    watchman.ask("undo.again", json!({}));
    let files = look_at_files(&watchman.out(""));
    assert!(files > 20, "{files} files");
    for operation in api::operations().iter().filter(|operation| !operation.is_impersonal()) {
        assert!(watchman.asked.contains(operation.name), "{} is not asked", operation.name);
    }
}

/// Who has read about them.
fn log_of_reading(watchman: &mut Watchman) {
    watchman.must("log.extract", json!({ "person": PERSON }));
    let drawn = watchman.must("log.draw", json!({ "id": "urval", "size": 1, "person": PERSON }));
    let reading = drawn["readings"][0]["reading"]["number"].clone();
    let note = json!({ "id": "urval", "reading": reading, "verdict": "in-order" });
    watchman.must("log.note", note);
    watchman.must("log.review", json!({ "id": "urval" }));
    watchman.must("log.sign", json!({ "id": "urval" }));
}

/// What is expected of them, missing, reported and watched.
fn expectations(watchman: &mut Watchman) {
    watchman.must("session.today", json!({ "today": "2027-06-30" }));
    let as_of = json!({ "as_of": "2027-06-30" });
    for name in ["overview", "missing", "awaited", "calendar", "reported"] {
        watchman.must(&format!("expectation.{name}"), as_of.clone());
    }
    for person in [PERSON, SINGLE] {
        let of_person = json!({ "person": person, "as_of": "2027-06-30" });
        watchman.refused("expectation.person", of_person.clone());
        let mut line = of_person.clone();
        line["compensation"] = json!("NYA-SCHABLON");
        line["period_from"] = json!("2026-01-01");
        watchman.refused("expectation.explain", line);
        let since = json!({ "person": person, "since": "2026-01-01" });
        watchman.refused("expectation.changes", since);
        watchman.refused("law.calculate", json!({ "code": "EKB-DYGN", "person": person }));
        watchman.refused("watches.list", of_person);
        let mark = json!({ "person": person, "watch": "hole", "mark": "done" });
        watchman.refused("watches.mark", mark);
        let decide = json!({
            "id": person, "person": person, "compensation": "EKB-DYGN", "amount_ore": 100,
            "period_from": "2026-07-01", "period_until": "2026-09-30", "decided_on": "2026-10-15",
        });
        watchman.must("expectation.decide", decide);
    }
    let month = json!({ "month": "2026-10" });
    let check = watchman.must("expectation.check_decisions", month);
    let mark = json!({ "month": "2026-10", "rows": [check["rows"][0]["row"]], "done": true });
    watchman.must("expectation.mark_decisions", mark);
    watchman.must("law.effect", json!({ "on": "2026-10-01" }));
    watchman.must("expectation.keep", json!({ "id": api::new_id(), "as_of": "2027-06-30" }));
    let reported = watchman.must("expectation.reported", as_of.clone());
    let row = reported["rows"][0]["row"].clone();
    let give_up = json!({ "row": row, "written_off": true, "reason": "Preskriberat" });
    watchman.must("expectation.write_off", give_up);
    let print = json!({ "path": watchman.out("saknas.pdf"), "as_of": "2027-06-30" });
    watchman.must("expectation.print", print);
    let kept = reported["rows"][0]["report"].clone();
    let workbook = json!({ "path": watchman.out("saknas.xlsx"), "report": kept });
    watchman.must("expectation.print", workbook);
    let fault = json!({
        "id": "fel", "period_from": "2026-01-01", "period_until": "2026-12-31", "words": "Vänta",
    });
    watchman.must("expectation.note_fault", fault);
    watchman.must("expectation.missing", as_of);
    watchman.must("session.today", json!({ "today": "2026-11-02" }));
    watchman.every(&["expectation.faults", "expectation.grants", "watches.list"]);
    let file = json!({ "path": data(LIST_A), "decided_on": "2026-10-15" });
    watchman.must("expectation.read_decisions", file);
    watchman.every(&["expectation.grants"]);
    watchman.must("expectation.end_fault", json!({ "id": "fel" }));
    watchman.must("expectation.withdraw_grant", json!({ "id": PERSON }));
}

fn tables_and_session(watchman: &mut Watchman) {
    watchman.every(&[
        "session.status",
        "session.sound",
        "overview.navigation",
        "overview.start",
        "compensations.list",
        "codes.list",
        "boards.list",
        "key.list",
        "accounts.list",
        "profiles.list",
        "persons.kinds",
    ]);
    let settings = watchman.must("settings.get", json!({}));
    watchman.must("settings.put", settings);
    watchman.must("session.today", json!({ "today": "2027-01-15" }));
    watchman.must("persons.view", json!({ "person": PERSON }));
    watchman.must("session.today", json!({ "today": "2026-11-02" }));
    watchman.must("session.close", json!({}));
    watchman.must("session.open", json!({ "path": watchman.desk.path("desk.db") }));
    watchman.must("codes.add", json!({ "payment_code": "NYKOD", "person_bound": true }));
    watchman.must("boards.put", json!({ "cost_centre": "7140", "name": "Nämnd D" }));
}

/// What finds persons, by everything that is known of them.
fn lists_and_pages(watchman: &mut Watchman) {
    for found in [
        "müller",
        "golf müller",
        "mueller",
        "99-000078",
        "900101-2385",
        "hakimullah",
        "98-000077",
        "P07",
        "E1",
        "norra",
        "",
    ] {
        watchman.must("overview.search", json!({ "text": found }));
        for centre in [Value::Null, json!("7110"), json!("7120"), json!("7130")] {
            watchman.must("persons.find", json!({ "text": found, "cost_centre": centre }));
        }
    }
    for find in ["müller", "golf", "990000", "norra", "skyddade", ""] {
        let sort = json!({ "column": "name", "descending": false });
        let request = json!({ "text": "", "shown": { "find": find, "sort": sort } });
        watchman.must("persons.find", request.clone());
        let shown = json!({ "list": "persons.find", "request": request });
        watchman.must("list.copy", shown.clone());
        watchman.must("list.print", shown.clone());
        let path = watchman.out(&format!("personer-{find}.xlsx"));
        watchman.must("list.write", json!({ "shown": shown, "narrowed": find, "path": path }));
    }
    watchman.must("list.layouts", json!({}));
    let layout = json!({ "columns": [{ "id": "name", "width": 200, "hidden": false }] });
    watchman.must("list.keep_layout", json!({ "list": "persons.find", "layout": layout }));
    watchman.must("persons.duplicates", json!({}));
    for person in [PERSON, SINGLE, "P08"] {
        watchman.must("persons.view", json!({ "person": person }));
        watchman.must("persons.close", json!({ "person": person }));
    }
    for person in [PERSON, SINGLE] {
        watchman.refused("persons.facts", json!({ "person": person }));
        watchman.refused("persons.as_known", json!({ "person": person, "day": "2026-11-02" }));
        watchman.refused("persons.enter", json!({ "person": person, "facts": [] }));
        let end = json!({ "person": person, "fact": "x", "last_day": null, "source": null });
        watchman.refused("persons.end", end);
        watchman.refused("persons.open", json!({ "person": person, "reason": " " }));
    }
}

/// Reads the sample month, a broken list and a typed one; gives the list of the month.
fn payments(watchman: &mut Watchman) -> String {
    let list_a = data(LIST_A);
    watchman.must("payments.look", json!({ "path": list_a }));
    watchman.must("payments.preview", json!({ "path": list_a }));
    let toml = "name = \"x\"";
    watchman.ask("payments.try_profile", json!({ "path": list_a, "toml": toml }));
    watchman.ask("profiles.add", json!({ "toml": toml }));
    let thrown = json!({ "id": "kastas", "path": list_a });
    watchman.must("payments.read", thrown);
    watchman.must("payments.discard", json!({ "list": "kastas" }));
    let view = watchman.must("payments.read", json!({ "id": api::new_id(), "path": list_a }));
    let list = text(&view["summary"]["list"]);
    let of_list = json!({ "list": list });
    watchman.must("payments.lists", json!({}));
    for name in ["payments.list", "review.rows", "review.summary"] {
        watchman.must(name, of_list.clone());
    }
    for line in 2..=31 {
        watchman.must("review.row", json!({ "list": list, "line": line }));
    }
    let fields = json!({ "amount": "1,00" });
    watchman.must("review.try", json!({ "list": list, "line": 2, "fields": fields }));
    let protocol = json!({ "list": list, "path": watchman.out("protokoll.pdf") });
    watchman.must("review.protocol", protocol);
    watchman.must("payments.commit", json!({ "list": list, "bank_ore": 90_925_010 }));
    watchman.must("payments.bank", json!({ "list": list, "bank_ore": 90_925_010 }));
    let broken = json!({ "id": "trasig", "path": data(BROKEN) });
    watchman.must("payments.read", broken);
    let rows = watchman.must("review.rows", json!({ "list": "trasig" }));
    for row in rows["rows"].as_array().unwrap() {
        let line = row["line"].clone();
        watchman.must("review.row", json!({ "list": "trasig", "line": line }));
        let park = json!([{ "line": line, "decision": "park" }]);
        watchman.ask("review.decide", json!({ "list": "trasig", "decisions": park }));
    }
    watchman.must("review.undo", json!({ "list": "trasig" }));
    let protocol = json!({ "list": "trasig", "path": watchman.out("trasig.pdf") });
    watchman.must("review.protocol", protocol);
    watchman.must("payments.import", json!({ "id": "trasig2", "path": data(BROKEN) }));
    list
}

/// Payments that nobody is matched with name the two as somebody else wrote them.
fn unmatched(watchman: &mut Watchman) {
    let head = "Utbetalningsdag\tKod\tDossiernummer\tEfternamn\tFörnamn\tFrån och med\tTill och med\tBelopp\n";
    let row = |dossier: &str, names: &str| {
        format!("2026-10-30\tXDYGN\t{dossier}\t{names}\t2026-10-01\t2026-10-31\t100,00\n")
    };
    let typed = head.to_owned()
        + &row("97-000001", "MUELLER-TEST\tGOLF")
        + &row("97-000002", "\tHakimullah")
        + &row("98-000077", "HAKIMULLAH\t")
        + &row("97-000003", "Ny\tEtt")
        + &row("97-000004", "Ny\tTvå");
    let read = json!({ "id": "skriven", "name": "skriven", "text": typed, "bank_ore": 50_000 });
    watchman.must("payments.import", read);
    let of_list = json!({ "list": "skriven" });
    watchman.must("match.run", of_list.clone());
    watchman.must("match.rows", of_list.clone());
    watchman.must("register.proposals", of_list);
    let proposed = json!({ "list": "skriven", "lines": [5] });
    watchman.must("register.take_proposals", proposed);
    watchman.must("match.add_person", json!({ "list": "skriven", "line": 6 }));
    watchman.ask("match.add_numbers", json!({ "list": "skriven", "line": 5 }));
    let typing = json!({
        "name": "HAKIMULLAH", "payment_date": "", "fields": ["dossier_number", "family_name"],
        "rows": [["98-000077", "HAKIMULLAH"]],
    });
    watchman.must("payments.keep_typed", typing);
    watchman.must("payments.typed", json!({}));
    watchman.must("match.rows", json!({ "list": "skriven" }));
}

/// Matches, distributes, states, books and traces the month.
fn matching_and_money(watchman: &mut Watchman, list: &str) {
    watchman.must("match.run", json!({ "list": list }));
    let rows = watchman.must("match.rows", json!({ "list": list }));
    let rows = rows["rows"].as_array().unwrap().clone();
    let row = rows.iter().find(|row| row["person"]["person"] == PERSON).unwrap();
    let line = row["line"].clone();
    watchman.must("match.undo", json!({ "list": list, "line": line }));
    watchman.must("match.choose", json!({ "list": list, "line": line, "person": PERSON }));
    unmatched(watchman);
    watchman.must("distribution.months", json!({}));
    let draft = json!({ "month": "2026-10", "id": "utkast", "draft": true });
    let of_draft = json!({ "distribution": "utkast" });
    watchman.must("distribution.run", draft.clone());
    watchman.must("distribution.draft", of_draft.clone());
    watchman.must("distribution.discard", of_draft.clone());
    watchman.must("distribution.run", draft);
    watchman.must("distribution.lock", of_draft);
    watchman.must("suspense.page", json!({}));
    let back = json!({ "distribution": "utkast", "reason": "Fel" });
    watchman.must("distribution.take_back", back);
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
    let statements = watchman.out("besked");
    std::fs::create_dir(&statements).unwrap();
    let request = json!({ "distribution": distribution, "path": statements });
    watchman.must("distribution.statement", request);
    book(watchman, &distribution);
    watchman.must("distribution.list", json!({}));
    watchman.must("suspense.page", json!({ "shown": { "all": true } }));
    let path = watchman.out("observationskonto.pdf");
    watchman.must("suspense.print", json!({ "path": path }));
    // Somebody moves back in time, and so does the protected person's money.
    let board = json!({
        "kind": "responsible-board", "cost_centre": "7110", "valid_from": "2026-02-01",
    });
    watchman.must("persons.enter", json!({ "person": "P06", "facts": [board] }));
    watchman.must("distribution.wrong", json!({}));
    let correct = json!({ "month": "2026-10", "id": "rättelse" });
    watchman.must("distribution.correct", correct);
    let order = watchman.must("orders.create", json!({ "distribution": "rättelse" }));
    let path = watchman.out("rättelse.csv");
    let request = json!({ "order": order["order"], "format": "csv", "path": path, "attest": true });
    watchman.must("orders.export", request);
    for line in 2..=31 {
        watchman.must("trace.row", json!({ "list": list, "line": line }));
    }
}

fn book(watchman: &mut Watchman, distribution: &Value) {
    let request = json!({ "distribution": distribution });
    let withdrawn = watchman.must("orders.create", request.clone());
    let withdraw = json!({ "order": withdrawn["order"], "reason": "Fel" });
    watchman.must("orders.withdraw", withdraw);
    let rejected = watchman.must("orders.create", request.clone())["order"].clone();
    let path = watchman.out("avvisad.csv");
    let export = json!({ "order": rejected, "format": "csv", "path": path, "attest": true });
    watchman.must("orders.export", export);
    watchman.must("orders.reject", json!({ "order": rejected, "reason": "Okänt ansvar" }));
    let order = watchman.must("orders.create", request)["order"].clone();
    watchman.must("orders.attest", json!({ "order": order }));
    for format in ["abw-xml", "gl07-55", "sie4i", "csv", "xlsx"] {
        let path = watchman.out(&format!("order.{format}"));
        let request = json!({ "order": order, "format": format, "path": path, "attest": true });
        watchman.must("orders.export", request);
    }
    let print = json!({ "order": order, "path": watchman.out("order.pdf") });
    watchman.must("orders.print", print);
    answered(watchman, &order);
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
}

/// What the finance system answers: numbers, a wrong one, and that it refuses the order.
fn answered(watchman: &mut Watchman, order: &Value) {
    let voucher = json!({ "order": order, "voucher": 1 });
    let with = |more: Value| {
        let mut request = voucher.clone();
        request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        request
    };
    let number = json!({ "voucher": 1, "number": "80001", "day": "2026-11-02" });
    watchman.must("orders.booked", json!({ "order": order, "numbers": [number] }));
    watchman.must("orders.unbook", with(json!({ "reason": "Fel nummer" })));
    let path = watchman.desk.path("nummer.csv");
    std::fs::write(&path, "order_number;number;date;amount\r\nX-1;1;2026-11-02;1,00\r\n").unwrap();
    watchman.must("orders.booked_file", json!({ "path": path }));
}

/// Reads the register that holds them, and rows that point at them, as drafts.
fn the_register_comes_in_again(watchman: &mut Watchman) {
    let register = example("register-exempel.csv");
    watchman.must("register.read", json!({ "id": "utkast", "path": register }));
    let pointing = watchman.desk.path("pekar.csv");
    let rows = "Person-id;Personnummer;Dossiernummer;Efternamn;Förnamn;Födelsedatum;Ansvar\r\n\
                Z1;;97-100001;Müller-Test;Golf;1990-01-01;7110\r\n\
                P09;;99-000078;Annan;Helt;1999-09-09;7110\r\n\
                Z2;;97-100002;MUELLER-TEST;GOLF;1990-13-01;7110\r\n\
                Z3;;97-100003;Hakimullah;;2001-07-13;7120\r\n\
                Z4;;98-000077;Hakimullah;;2001-13-13;7120\r\n";
    std::fs::write(&pointing, rows).unwrap();
    watchman.must("register.read", json!({ "id": "pekar", "path": pointing }));
    watchman.must("register.drafts", json!({}));
    for draft in ["utkast", "pekar"] {
        let of_draft = json!({ "draft": draft });
        watchman.must("register.draft", of_draft.clone());
        let rows = watchman.must("register.rows", of_draft.clone());
        for row in rows["rows"].as_array().unwrap() {
            watchman.must("register.row", json!({ "draft": draft, "line": row["line"] }));
        }
        let park = json!([{ "line": 2, "decision": "park" }]);
        watchman.must("register.decide", json!({ "draft": draft, "decisions": park }));
        watchman.must("register.undo", of_draft);
    }
    watchman.refused("register.row", json!({ "draft": "pekar", "line": 2, "reason": " " }));
    let report = watchman.out("pekar.csv");
    let import = json!({ "id": "pekar", "path": pointing, "park_faulty": true, "report": report });
    watchman.must("register.import", import);
    let report = json!({ "draft": "pekar", "path": watchman.out("igen.csv") });
    watchman.must("register.report", report);
    watchman.ask("register.commit", json!({ "draft": "utkast" }));
    watchman.ask("register.discard", json!({ "draft": "utkast" }));
}

/// Reads decisions about them as a draft, and gives the files back that name them: for a reason, and
/// not among the files that are looked at, since an original is what it was.
fn decisions_and_originals(watchman: &mut Watchman) {
    let path = watchman.desk.path("beslut.csv");
    let rows = "Utbetalningsdag\tKod\tDossiernummer\tEfternamn\tFörnamn\tFrån och med\tTill och med\tBelopp\n\
                2026-10-30\tGSKA\t99-000078\tMüller-Test\tGolf\t2026-07-01\t2026-09-30\tfel\n\
                2026-10-30\tGSKA\t98-000077\tHakimullah\t\t2026-07-01\t2026-09-30\t900,00\n\
                2026-10-30\tGSKA\t97-000999\tHakimullah\t\t2026-07-01\t2026-09-30\t900,00\n";
    std::fs::write(&path, rows).unwrap();
    watchman.must("decisions.read", json!({ "id": "beslut", "path": path }));
    let draft = json!({ "draft": "beslut" });
    watchman.must("decisions.give_day", json!({ "draft": "beslut", "day": "2026-10-15" }));
    watchman.every(&["decisions.drafts", "original.list"]);
    watchman.must("decisions.draft", draft.clone());
    let page = watchman.must("decisions.rows", draft.clone());
    assert_eq!(page["rows"].as_array().unwrap().len(), 3);
    for line in [2, 3, 4] {
        let row = watchman.must("decisions.row", json!({ "draft": "beslut", "line": line }));
        let is_closed = row["fields"].as_array().unwrap().is_empty();
        assert_eq!(is_closed, line != 4, "{row}");
    }
    let park = json!([{ "line": 2, "decision": "park" }, { "line": 4, "decision": "park" }]);
    let decide = json!({ "draft": "beslut", "decisions": park });
    watchman.must("decisions.decide", decide.clone());
    watchman.must("decisions.undo", draft.clone());
    watchman.must("decisions.decide", decide);
    let report = json!({ "draft": "beslut", "path": watchman.out("beslut-kvar.csv") });
    watchman.must("decisions.report", report);
    watchman.must("decisions.commit", draft.clone());
    watchman.ask("decisions.discard", draft);
    let save = json!({ "draft": "beslut", "path": watchman.desk.path("original.csv") });
    watchman.refused("original.save", save.clone());
    let mut reasoned = save;
    reasoned["reason"] = json!("Revision");
    watchman.must("original.save", reasoned);
}

fn cases_and_last_days(watchman: &mut Watchman) {
    for (person, centre) in [(PERSON, "7110"), (SINGLE, "7120")] {
        let open = json!({
            "person": person, "kind": "claim", "cost_centre": centre, "note": "Ring Golf Müller",
            "due": { "due_on": "2026-11-10", "what": "Hakimullah svarar" },
        });
        // The request names both; the answer may not.
        let case = watchman.must("cases.open", open)["brief"]["case"].clone();
        watchman.must("cases.view", json!({ "case": case }));
        let note = json!({ "case": case, "note": "Hemliga gatan 1" });
        watchman.must("cases.change", note);
        watchman.must("cases.move", json!({ "case": case, "to": "active" }));
        let path = watchman.desk.path(&format!("Müller {person}.pdf"));
        std::fs::write(&path, format!("%PDF-1.7 {person}")).unwrap();
        let attach = json!({ "id": format!("h{person}"), "case": case, "path": path,
                             "kind": "decision" });
        watchman.must("cases.attach", attach);
        let save = json!({ "document": format!("h{person}"), "path": watchman.out("h.pdf") });
        watchman.refused("cases.save_document", save);
    }
    watchman.must("cases.list", json!({}));
    for centre in ["7110", "7120"] {
        let found = watchman.must("cases.list", json!({ "cost_centre": centre }));
        assert_eq!((&found["total"], &found["left_out"]), (&json!(0), &json!(2)));
    }
    let set = json!({
        "compensation": "EKB-DYGN", "unit": "7110", "period": "2026Q3", "last_day": "2027-06-30",
        "amount_ore": null, "note": "",
    });
    let set = watchman.must("last_days.set", set);
    watchman.must("last_days.done", json!({ "id": set["id"], "done": true }));
    watchman.must("last_days.list", json!({}));
    intake(watchman, &set["id"]);
    costs(watchman);
}

fn intake(watchman: &mut Watchman, row: &Value) {
    // Who has given the answer may be called as somebody who is protected.
    let told = json!({ "rows": [row], "state": "received", "from": "Hakimullah" });
    watchman.must("intake.mark", told);
    let quarter = json!({ "period": "2026Q3" });
    watchman.must("intake.plan", quarter.clone());
    watchman.must("intake.open", quarter);
    watchman.must("intake.list", json!({}));
    watchman.must("intake.reminder", json!({ "unit": "7110" }));
    let save = json!({ "unit": "7110", "path": watchman.out("paminnelse.txt") });
    watchman.must("intake.save_reminder", save);
}

fn costs(watchman: &mut Watchman) {
    for (person, id) in [(PERSON, "K1"), (SINGLE, "K2")] {
        let add = json!({
            "id": id, "persons": [{ "person": person }], "compensation": "EKB-VARD",
            "from": "2026-07-01", "until": "2026-07-31", "amount_ore": 100_000, "unit": "7110",
            "note": "Ring Golf Müller", "voucher": id,
        });
        watchman.must("costs.add", add);
        let correct = json!({
            "id": format!("{id}b"), "cost": id, "amount_ore": 90_000, "note": "Hemliga gatan 1",
            "reason": "Hakimullah svarade",
        });
        watchman.must("costs.correct", correct);
        watchman.must("costs.show", json!({ "cost": id }));
    }
    watchman.must("costs.list", json!({}));
    let found = watchman.must("costs.list", json!({ "unit": "7110" }));
    assert_eq!((&found["total"], &found["left_out"]), (&json!(0), &json!(2)));
    cost_files(watchman);
    school_lists(watchman);
    candidates(watchman);
    watchman.must("costs.withdraw", json!({ "cost": "K1b", "reason": "Golf Müller fanns inte" }));
}

/// What may be claimed for them, by law or without right, with words that name both.
fn candidates(watchman: &mut Watchman) {
    let all = watchman.must("candidates.list", json!({}));
    let of_unit = watchman.must("candidates.list", json!({ "unit": "7110" }));
    let of_both = |answer: &Value| {
        let rows = answer["rows"].as_array().unwrap();
        rows.iter().filter(|row| row["person"] == PERSON || row["person"] == SINGLE).count()
    };
    let without = watchman.must("candidates.without_right", json!({}));
    let without = without["rows"].as_array().unwrap().len();
    assert!(of_both(&all) + without > 0, "there is something to hide: {all}");
    assert_eq!((of_both(&of_unit), &of_unit["left_out"]), (0, &json!(2)));
    watchman.must("candidates.answers", json!({}));
    watchman.must("candidates.risk", json!({}));
    watchman.must("candidates.escalations", json!({}));
    watchman.must("candidates.net", json!({ "from": "2026-07", "until": "2026-07" }));
    watchman.ask("candidates.person", json!({ "person": PERSON }));
    let answer = json!({
        "id": "svar", "person": PERSON, "compensation": "EKB-VARD", "period": "2026Q3",
        "reason": "Golf Müller-Test bor på Hemliga gatan 1",
    });
    watchman.ask("candidates.answer", answer.clone());
    watchman.ask("candidates.lose", answer);
    watchman.ask("candidates.confirm_lost", json!({ "id": "svar" }));
    watchman.ask("candidates.withdraw", json!({ "id": "svar" }));
}

fn cost_files(watchman: &mut Watchman) {
    let path = watchman.desk.path("kostnader.csv");
    let rows = "Dossiernummer;Efternamn;Ersättning;Från;Till;Kostnad;Ansvar\r\n\
                98-000077;Hakimullah;EKB-VARD;2026-08-01;2026-08-31;900,00;7110\r\n\
                98-000077;Hakimullah;EKB-VARD;2026-09-01;2026-09-30;fel;7110\r\n\
                97-000999;Hakimullah;EKB-VARD;2026-08-01;2026-08-31;900,00;7120\r\n";
    std::fs::write(&path, rows).unwrap();
    watchman.must("costs.read", json!({ "id": "kostnader", "path": path }));
    let draft = json!({ "draft": "kostnader" });
    watchman.must("costs.drafts", json!({}));
    watchman.must("costs.draft", draft.clone());
    let page = watchman.must("costs.rows", draft.clone());
    assert_eq!(page["rows"].as_array().unwrap().len(), 3);
    for line in [2, 3, 4] {
        watchman.must("costs.row", json!({ "draft": "kostnader", "line": line }));
    }
    let park = json!([{ "line": 3, "decision": "park" }, { "line": 4, "decision": "park" }]);
    let decide = json!({ "draft": "kostnader", "decisions": park });
    watchman.must("costs.decide", decide.clone());
    watchman.must("costs.undo", draft.clone());
    watchman.must("costs.decide", decide);
    let report = json!({ "draft": "kostnader", "path": watchman.out("kostnader-kvar.csv") });
    watchman.must("costs.report", report);
    watchman.must("costs.commit", draft.clone());
    watchman.ask("costs.discard", draft);
    let listed = watchman.must("costs.list", json!({ "draft": "kostnader" }));
    assert_eq!(listed["costs"][0]["unit"], Value::Null);
}

/// A claim for each of them, with words and a file that name both, all the way.
fn claims(watchman: &mut Watchman) {
    for (person, centre) in [(PERSON, "7110"), (SINGLE, "7120")] {
        let create = json!({ "compensation": "NYA-SARSK", "period": "2026Q3", "unit": centre });
        let claim = watchman.must("claims.create", create)["claim"].clone();
        let line = json!({
            "claim": claim, "person": person, "amount_ore": 100, "unit": centre,
            "from": "2026-07-01", "until": "2026-07-31",
        });
        let view = watchman.must("claims.add_line", line.clone());
        let line_id = view["lines"][0]["line"].clone();
        watchman.must("claims.add_line", line);
        let second = json!({ "claim": claim, "line": line_id });
        watchman.must("claims.remove_line", second);
        let fits = watchman.must("claims.candidates", json!({ "claim": claim }));
        assert_eq!(fits["rows"], json!([]), "whoever is protected stands in a claim of their own");
        let named = json!({ "claim": claim, "candidates": [{ "person": person }] });
        watchman.ask("claims.take", named);
        watchman.must("claims.create", json!({ "from": claim }));
        let view = watchman.must("claims.view", json!({ "claim": claim }));
        let line_id = view["lines"][0]["line"].clone();
        let service = json!({
            "claim": claim, "line": line_id, "service_ore": 90, "difference": "Golf Müller-Test",
        });
        watchman.must("claims.service", service);
        let numbers = json!({ "claim": claim, "diary_number": "Hemliga gatan 1" });
        watchman.must("claims.numbers", numbers);
        let path = watchman.desk.path(&format!("Müller-Test {person}.pdf"));
        std::fs::write(&path, format!("%PDF-1.7 {person}")).unwrap();
        for step in ["u", "v"] {
            let evidence = json!({
                "id": format!("{step}{person}"), "claim": claim, "path": path, "line": line_id,
                "evidence": if step == "u" { "receipts" } else { "special-need" },
            });
            watchman.must("claims.attach", evidence);
        }
        let document = json!({ "claim": claim, "document": format!("v{person}") });
        watchman.must("claims.detach", document);
        let pass = json!({
            "claim": claim, "code": "evidence-missing", "reason": "Hakimullah har lovat det",
        });
        watchman.must("claims.pass", pass);
        watchman.must("claims.send", json!({ "claim": claim }));
        let comment = json!({ "line": line_id, "text": "Fråga Golf Müller-Test" });
        let back = json!({ "claim": claim, "reason": "Hakimullah svarar", "comments": [comment] });
        watchman.must("claims.return", back);
        watchman.must("claims.send", json!({ "claim": claim }));
        watchman.ask("claims.approve", json!({ "claim": claim }));
        let submit =
            json!({ "claim": claim, "receipt": format!("K-{centre}"), "on": "2026-11-02" });
        watchman.ask("claims.submit", submit);
        watchman.refused("claims.package", json!({ "claim": claim, "path": watchman.out("p") }));
        watchman.ask("claims.withdraw", json!({ "claim": claim, "reason": "Golf Müller-Test" }));
        watchman.must("claims.view", json!({ "claim": claim }));
        watchman.must("claims.list", json!({ "unit": centre }));
    }
    watchman.must("claims.list", json!({}));
}

/// Hakimullah is protected; the second list lacks him.
fn school_lists(watchman: &mut Watchman) {
    let path = watchman.desk.path("elever.csv");
    let rows = "Dossiernummer;Efternamn;Förnamn;Skolform;Från;Till\r\n\
                98-000077;Hakimullah;Test;Grundskola;2026-08-17;\r\n\
                97-000999;Hakimullah;Test;Grundskola;2026-08-17;\r\n";
    std::fs::write(&path, rows).unwrap();
    watchman.must("school.read", json!({ "id": "elever", "path": path, "period": "2026Q3" }));
    let draft = json!({ "draft": "elever" });
    watchman.must("school.drafts", json!({}));
    watchman.must("school.draft", draft.clone());
    watchman.must("school.rows", draft.clone());
    for line in [2, 3] {
        watchman.must("school.row", json!({ "draft": "elever", "line": line }));
    }
    let parked = json!([{ "line": 3, "decision": "park" }, { "line": 1, "decision": "accept" }]);
    watchman.must("school.decide", json!({ "draft": "elever", "decisions": parked }));
    watchman.must("school.undo", draft.clone());
    let open = watchman.must("school.rows", json!({ "draft": "elever", "filter": "open" }));
    let each = open["rows"].as_array().unwrap().iter();
    let mut all: Vec<Value> =
        each.map(|row| json!({ "line": row["line"], "decision": "park" })).collect();
    all.push(json!({ "line": 1, "decision": "accept" }));
    watchman.must("school.decide", json!({ "draft": "elever", "decisions": all }));
    let report = json!({ "draft": "elever", "path": watchman.out("elever-kvar.csv") });
    watchman.must("school.report", report);
    watchman.must("school.commit", draft.clone());
    watchman.ask("school.discard", draft);
    watchman.must("school.list", json!({ "period": "2026Q3" }));
    watchman.must("school.periods", json!({ "period": "2026Q3" }));
    let path = watchman.desk.path("elever-4.csv");
    std::fs::write(&path, "Dossiernummer;Efternamn;Förnamn;Skolform;Från;Till\r\n").unwrap();
    watchman.must("school.read", json!({ "id": "elever-4", "path": path, "period": "2026Q4" }));
    let draft = json!({ "draft": "elever-4" });
    let rows = watchman.must("school.rows", draft.clone());
    for row in rows["rows"].as_array().unwrap().clone() {
        watchman.must("school.row", json!({ "draft": "elever-4", "line": row["line"] }));
    }
    watchman.must("school.discard", draft);
}

fn persons_change(watchman: &mut Watchman) {
    watchman.must("persons.save_view", json!({ "name": "Vuxna", "age_from": 18 }));
    watchman.must("persons.views", json!({}));
    watchman.must("persons.forget_view", json!({ "name": "Vuxna" }));
    let added = json!({ "person": "N1", "family_name": "Ny", "dossier_number": "97-200001" });
    watchman.must("persons.add", added);
    let namesake = json!({ "family_name": "Müller-Test", "given_name": "Golf" });
    let found = watchman.must("persons.namesakes", namesake);
    assert_eq!(found["persons"], json!([]));
    let compared = watchman.must("persons.compare", json!({ "person": "N1", "into": SINGLE }));
    assert_eq!((&compared["closed"], &compared["kinds"]), (&json!(true), &json!([])));
    watchman.refused("persons.add", json!({ "dossier_number": "98-000077" }));
    let number = json!({ "kind": "dossier-number", "number": "98-000077" });
    watchman.refused("persons.enter", json!({ "person": "N1", "facts": [number] }));
    let merge = json!({ "person": "N1", "into": SINGLE, "confirmed": true, "reason": "samma" });
    watchman.must("persons.merge", merge);
    watchman.must("persons.split", json!({ "person": "N1" }));
    // Lists stay closed while somebody's own page is open.
    for person in [PERSON, SINGLE] {
        let reason = json!({ "person": person, "reason": "ser efter" });
        watchman.desk.call("persons.open", reason);
    }
    for name in ["persons.find", "cases.list", "overview.start"] {
        watchman.must(name, json!({}));
    }
    for person in [PERSON, SINGLE] {
        watchman.must("persons.close", json!({ "person": person }));
    }
    watchman.must("persons.duplicates", json!({}));
}
