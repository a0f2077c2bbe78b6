//! Rules of distribution, booking, register and trace on small cases.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use acceptance::{Desk, data, example, ore, text};
use serde_json::{Value, json};

const HEADER: &str = "Utbetalningsdag\tKod\tDossiernummer\tFrån och med\tTill och med\tBelopp\n";

/// Takes in a typed list and matches it.
fn take_in(desk: &mut Desk, name: &str, rows: &str) -> String {
    let request = json!({ "id": api::new_id(), "name": name, "text": format!("{HEADER}{rows}") });
    let done = desk.call("payments.import", request);
    assert_eq!(done["outcome"], "done", "{done}");
    let list = text(&done["list"]);
    desk.call("match.run", json!({ "list": list }));
    list
}

fn shares(run: &Value) -> Vec<(String, i64)> {
    let shares = run["shares"].as_array().unwrap().iter();
    shares.map(|share| (text(&share["cost_centre"]), ore(&share["amount_ore"]))).collect()
}

#[test]
fn a_clawback_takes_back_from_those_who_got() {
    let mut desk = Desk::with_register();
    take_in(&mut desk, "sept", "2026-09-30\tXETAB\t99-000078\t2026-07-01\t2026-09-30\t16500,00\n");
    let first = desk.call("distribution.run", json!({ "month": "2026-09" }));
    assert_eq!(
        shares(&first),
        [("1010".into(), 247_500), ("7110".into(), 990_000), ("8100".into(), 412_500)]
    );
    // The person moves, and the money is taken back from the board that had it.
    desk.board("P07", "7130", Some("2026-07-01"));
    take_in(&mut desk, "okt", "2026-10-30\tXÅETA\t99-000078\t2026-09-01\t2026-09-30\t-5500,00\n");
    let back = desk.call("distribution.run", json!({ "month": "2026-10" }));
    assert_eq!(
        shares(&back),
        [("1010".into(), -82_500), ("7110".into(), -330_000), ("8100".into(), -137_500)]
    );
    let cell = json!({ "distribution": back["distribution"], "cost_centre": "7110", "compensation": "NYA-SCHABLON" });
    let explained = desk.call("distribution.cell", cell);
    assert!(text(&explained["blocks"][0]["text"]).contains("rad 2 i sept"), "{explained}");
    // Without an original the key decides, and the explanation says so.
    take_in(&mut desk, "nov", "2026-11-30\tXÅETA\t99-000078\t2026-01-01\t2026-01-31\t-100,00\n");
    let back = desk.call("distribution.run", json!({ "month": "2026-11" }));
    assert_eq!(shares(&back)[1], ("7110".into(), -6_000));
    let cell = json!({ "distribution": back["distribution"], "cost_centre": "7110", "compensation": "NYA-SCHABLON" });
    let explained = desk.call("distribution.cell", cell);
    assert!(text(&explained["blocks"][0]["text"]).contains("hittades inte"), "{explained}");
}

#[test]
fn the_board_of_the_periods_last_day_gets_the_money() {
    let mut desk = Desk::with_register();
    desk.board("P04", "7110", Some("2026-10-01"));
    take_in(
        &mut desk,
        "lista",
        "2026-10-30\tXDYGN\t99-000045\t2026-09-01\t2026-09-30\t1000,00\n\
         2026-10-30\tXDYGN\t99-000045\t2026-10-01\t2026-10-02\t2000,00\n",
    );
    let run = desk.call("distribution.run", json!({ "month": "2026-10" }));
    assert_eq!(shares(&run), [("7110".into(), 200_000), ("7120".into(), 100_000)]);
}

#[test]
fn what_cannot_be_distributed_says_why() {
    let mut desk = Desk::with_register();
    desk.call("persons.add", json!({ "family_name": "Utan", "dossier_number": "88-000001" }));
    desk.call("codes.add", json!({ "payment_code": "NYKOD", "person_bound": true }));
    desk.call(
        "codes.add",
        json!({ "payment_code": "EXTRA", "compensation": "NYA-GRUND", "person_bound": false }),
    );
    take_in(
        &mut desk,
        "lista",
        "2026-10-30\tXDYGN\t88-000001\t2026-09-01\t2026-09-30\t1000,00\n\
         2026-10-30\tNYKOD\t99-000045\t2026-10-01\t2026-10-02\t2000,00\n\
         2026-10-30\tEXTRA\t\t2026-10-01\t2026-10-02\t3000,00\n\
         2026-10-30\tXDYGN\t88-999999\t2026-10-01\t2026-10-02\t4000,00\n",
    );
    let run = desk.call("distribution.run", json!({ "month": "2026-10" }));
    assert_eq!(
        (&run["outcome"], ore(&run["in_ore"]), ore(&run["suspense_ore"])),
        (&json!("findings"), 1_000_000, 1_000_000)
    );
    let reasons: Vec<String> =
        run["suspended"].as_array().unwrap().iter().map(|row| text(&row["reason_code"])).collect();
    assert_eq!(reasons, ["no-board", "code-unmapped", "not-in-key", "unknown-person"]);
    // Settled one by one, they come free.
    desk.board("P20", "7120", None);
    let run = desk.call("distribution.run", json!({ "month": "2026-10" }));
    assert_eq!(shares(&run), [("7120".into(), 100_000)]);
}

#[test]
fn a_period_before_the_fiscal_year_needs_an_answer() {
    let mut desk = Desk::with_register();
    take_in(&mut desk, "lista", "2026-01-30\tXDYGN\t99-000045\t2025-10-01\t2025-12-31\t92000,00\n");
    let run = desk.call("distribution.run", json!({ "month": "2026-01" }));
    let asked = json!({ "distribution": run["distribution"] });
    let refused = desk.refused("orders.create", asked.clone());
    assert_eq!(refused.code, "before-fiscal-year");
    assert!(refused.message.contains("92\u{a0}000,00"), "{}", refused.message);
    let mut settings = desk.call("settings.get", json!({}));
    settings["settings"]["booking"]["receivable_account"] = json!("1680");
    desk.call("settings.put", settings);
    let order = desk.call("orders.create", asked);
    let view = desk.call("orders.view", json!({ "order": order["order"] }));
    assert_eq!(view["vouchers"][0]["postings"][1]["account"], "1680");
    assert!(!desk.export(&text(&order["order"]), "sie4i").is_empty());
}

#[test]
fn the_income_answer_books_earlier_years_as_this_years() {
    let mut desk = Desk::with_register();
    take_in(&mut desk, "lista", "2026-01-30\tXDYGN\t99-000045\t2025-10-01\t2025-12-31\t92000,00\n");
    let run = desk.call("distribution.run", json!({ "month": "2026-01" }));
    let asked = json!({ "distribution": run["distribution"], "previous_year": "income", "period": "202602",
        "voucher_date": "2026-02-02",
    });
    let order = desk.call("orders.create", asked);
    let view = desk.call("orders.view", json!({ "order": order["order"] }));
    assert_eq!(view["vouchers"][0]["postings"][1]["account"], "3513");
    assert_eq!(view["brief"]["period"], "202602");
}

#[test]
fn a_krona_is_followed_both_ways() {
    let mut desk = Desk::with_register();
    let (list, distribution) = desk.month_distributed();
    let order = desk.call("orders.create", json!({ "distribution": distribution }));
    let number = text(&order["number"]);
    // Voucher 1, the posting of barn i familj to 7110: row 13 of the file, line 14.
    let view = desk.call("orders.view", json!({ "order": number }));
    let postings = view["vouchers"][0]["postings"].as_array().unwrap();
    let posting = postings.iter().find(|line| ore(&line["amount_ore"]) == -4_300_649).unwrap();
    let trace = json!({ "order": number, "voucher": 1, "posting": posting["posting"] });
    let trace = desk.call("trace.posting", trace);
    assert_eq!(trace["rows"].as_array().unwrap().len(), 1);
    assert_eq!(
        (&trace["rows"][0]["line"], &trace["rows"][0]["person"]),
        (&json!(14), &json!("P19"))
    );
    let explanation = text(&trace["entries"][0]["explanation"]);
    assert!(explanation.contains("43\u{a0}006,481"), "{explanation}");

    let back = desk.call("trace.row", json!({ "list": list, "line": 14 }));
    let kinds: Vec<String> =
        back["entries"].as_array().unwrap().iter().map(|entry| text(&entry["kind"])).collect();
    assert_eq!(kinds, ["paid", "paid", "paid", "distributed", "distributed"]);
    let sum = |kind: &str| -> i64 {
        let entries = back["entries"].as_array().unwrap().iter();
        entries.filter(|entry| entry["kind"] == kind).map(|entry| ore(&entry["amount_ore"])).sum()
    };
    assert_eq!((sum("paid"), sum("distributed")), (6_143_783, 6_143_783));
    assert_eq!(back["postings"].as_array().unwrap().len(), 3, "observation account and two boards");
    let refused =
        desk.refused("trace.posting", json!({ "order": number, "voucher": 1, "posting": 99 }));
    assert_eq!(refused.code, "no-such-posting");
}

#[test]
fn the_register_is_updated_not_doubled() {
    let mut desk = Desk::with_register();
    let again = desk.call("register.import", json!({ "path": example("register-exempel.csv") }));
    assert_eq!((&again["persons_added"], &again["persons_unchanged"]), (&json!(0), &json!(19)));

    let original = std::fs::read_to_string(example("register-exempel.csv")).unwrap();
    let changed = original.replace("Åström-Test", "Åström-Ny").replace(
        "2010-05-14;Exempel stadsdelsnämnd B;7120",
        "2010-05-14;Exempel stadsdelsnämnd C;7130",
    );
    let path = desk.path("register.csv");
    std::fs::write(&path, &changed).unwrap();
    let asked = desk.call("register.import", json!({ "path": path }));
    assert_eq!(
        (&asked["outcome"], &asked["diagnostics"][0]["code"]),
        (&json!("findings"), &json!("board-change-without-day"))
    );
    assert_eq!(asked["persons_changed"], 0, "with errors nothing is changed");
    let done = desk.call("register.import", json!({ "path": path, "board_from": "2026-11-01" }));
    assert_eq!((&done["persons_changed"], &done["persons_unchanged"]), (&json!(2), &json!(17)));
    let person = desk.call("persons.view", json!({ "person": "P04" }));
    assert_eq!(person["boards"].as_array().unwrap().len(), 2);
    assert_eq!(
        (&person["boards"][0]["from"], &person["boards"][1]["from"]),
        (&Value::Null, &json!("2026-11-01"))
    );

    let twice = format!(
        "{changed}P77;;99-000011;Dubbel;Test;2001-01-01;Exempel stadsdelsnämnd A;7110;;;\r\n"
    );
    std::fs::write(&path, twice).unwrap();
    let refused = desk.call("register.import", json!({ "path": path }));
    assert_eq!(refused["diagnostics"][0]["code"], "duplicate-person");
}

#[test]
fn people_are_found_by_half_a_name_and_by_any_number() {
    let mut desk = Desk::with_register();
    let mut find = |text: &str| -> Vec<String> {
        let found = desk.call("persons.find", json!({ "text": text }));
        found["persons"]
            .as_array()
            .unwrap()
            .iter()
            .map(|p| acceptance::text(&p["person"]))
            .collect()
    };
    assert_eq!(find("nunez hot"), ["P08"]);
    assert_eq!(find("Delta Ärlig"), ["P04"]);
    assert_eq!(find("99-000045"), ["P04"]);
    assert_eq!(find("20100514"), ["P04"]);
    assert_eq!(find("100514-2391"), ["P04"]);
    assert_eq!(find("finns inte"), Vec::<String>::new());
    assert_eq!(find("").len(), 19);
}

#[test]
fn statements_are_written_for_every_board() {
    let mut desk = Desk::with_register();
    let (_, distribution) = desk.month_distributed();
    let folder = desk.path("besked");
    std::fs::create_dir(&folder).unwrap();
    let done = desk
        .call("distribution.statement", json!({ "distribution": distribution, "path": folder }));
    assert_eq!(done["files"].as_array().unwrap().len(), 14);
    for file in done["files"].as_array().unwrap() {
        let bytes = std::fs::read(text(&file["path"])).unwrap();
        assert!(bytes.starts_with(b"%PDF") || bytes.starts_with(b"PK"));
    }
    let one = json!({ "distribution": distribution, "cost_centre": "9999", "path": folder.join("x.pdf") });
    assert_eq!(desk.refused("distribution.statement", one).code, "no-shares");
}

#[test]
fn files_that_are_no_lists_are_told_apart() {
    let mut desk = Desk::new();
    let mut refused = |name: &str, bytes: &[u8]| {
        let path = desk.path(name);
        std::fs::write(&path, bytes).unwrap();
        let reply = desk.refused("payments.read", json!({ "id": api::new_id(), "path": path }));
        assert!(reply.message.contains('.'), "{}", reply.message);
        (reply.code, reply.by_rule)
    };
    assert_eq!(refused("tom.csv", b""), ("file-empty".into(), false));
    assert_eq!(refused("nul.csv", b"a;b\0;c\r\n"), ("file-nul-bytes".into(), false));
    assert_eq!(refused("annan.csv", b"a;b;c\r\n1;2;3\r\n"), ("header-not-recognised".into(), true));
    assert_eq!(refused("x.pdf", b"%PDF-1.7\n"), ("file-container-unknown".into(), false));
    let folder = desk.path(".");
    let reply = desk.refused("payments.read", json!({ "id": api::new_id(), "path": folder }));
    assert_eq!(reply.code, "file-is-directory");
    let mut settings = desk.call("settings.get", json!({}));
    settings["settings"]["limits"]["file_mb"] = json!(0);
    desk.call("settings.put", settings);
    let reply = desk
        .refused("payments.read", json!({ "id": api::new_id(), "path": data(acceptance::LIST_A) }));
    assert_eq!((reply.code.as_str(), reply.by_rule), ("file-too-large", true));
}

#[test]
fn what_is_refused_names_the_field_of_the_request() {
    let mut desk = Desk::with_register();
    let place = |reply: api::ErrorReply| (reply.code, reply.place.and_then(|place| place.field));
    let named = |code: &str, field: &str| (code.to_owned(), Some(field.to_owned()));

    let mut settings = desk.call("settings.get", json!({}));
    settings["settings"]["booking"]["number_prefix"] = json!("");
    let reply = desk.refused("settings.put", settings.clone());
    assert_eq!(
        reply.message,
        "Bokstäver före året i numret går inte: skriv ett till femton tecken."
    );
    assert_eq!(place(reply), named("setting-value", "booking.number_prefix"));
    settings["settings"]["booking"]["number_prefix"] = json!("MIGV");
    settings["settings"]["screen"]["accent"] = json!("blå");
    let reply = desk.refused("settings.put", settings.clone());
    assert_eq!(reply.message, "Kommunens färg går inte: skriv färgen som #rrggbb.");
    assert_eq!(place(reply), named("setting-value", "screen.accent"));
    settings["settings"]["municipality"]["name"] = json!(" ");
    let reply = desk.refused("settings.put", settings);
    assert_eq!(place(reply), named("municipality-name", "municipality.name"));

    let mut add = |field: &str, value: &str| {
        let mut person = json!({ "family_name": "Exempel", "given_name": "Ny" });
        person[field] = json!(value);
        place(desk.refused("persons.add", person))
    };
    assert_eq!(add("person", "P07"), named("person-id-taken", "person"));
    assert_eq!(add("dossier_number", "99-000078"), named("number-taken", "dossier_number"));
    assert_eq!(add("cost_centre", "9999"), named("no-such-board", "cost_centre"));
    assert_eq!(add("personal_number", "1"), named("number-wrong", "personal_number"));
}

#[test]
fn a_database_that_is_not_made_names_the_field() {
    let folder = tempfile::tempdir().unwrap();
    let mut host = api::Host::new("EXEMPEL", None);
    let mut refused = |name: &str, number: &str| {
        let request = json!({
            "path": folder.path().join("ny.db"), "municipality": name,
            "organisation_number": number, "passphrase": "kort", "training": true,
        });
        let reply = host.call("session.create", request, &api::Unwatched).unwrap_err();
        (reply.code, reply.place.and_then(|place| place.field).unwrap_or_default())
    };
    let named = |code: &str, field: &str| (code.to_owned(), field.to_owned());
    assert_eq!(refused("", "219999-9992"), named("municipality-name", "municipality"));
    assert_eq!(refused("Ort", "219999-9991"), named("organisation-number", "organisation_number"));
    assert_eq!(refused("Ort", "219999-9992"), named("passphrase-short", "passphrase"));
}

#[test]
fn a_key_that_is_none_is_not_taken_for_a_passphrase() {
    let folder = tempfile::tempdir().unwrap();
    let mut host = api::Host::new("EXEMPEL", "2026-11-02".parse().ok()).with_key("abc");
    let request = json!({
        "path": folder.path().join("a.db"), "municipality": "Exempelstads kommun",
        "organisation_number": "219999-9992",
    });
    let reply = host.call("session.create", request, &api::Unwatched).unwrap_err();
    assert_eq!(reply.code, "database-key-form");
}
