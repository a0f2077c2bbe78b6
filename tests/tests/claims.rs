//! Claims: numbers, lines by the law, findings, evidence, the way, two officers, the package and its proof.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use acceptance::{Desk, KEY, SYSTEM_DAY, text};
use api::{Host, Unwatched};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// Two four-week periods of the compulsory school begin in the quarter, at a tenth of 168 000 kr each.
const TWO_PERIODS: i64 = 3_360_000;

/// A desk with the pupils P01 and P06 in compulsory school since the term began.
fn desk() -> Desk {
    let mut desk = Desk::with_register();
    let mut document = desk.call("settings.get", json!({}));
    document["settings"]["school"]["terms"] =
        json!([{ "from": "2026-08-17", "until": "2026-12-18" }]);
    desk.call("settings.put", document);
    for person in ["P01", "P06"] {
        pupil(&mut desk, person);
    }
    desk
}

fn pupil(desk: &mut Desk, person: &str) {
    let facts = json!([
        { "kind": "legal-ground", "ground": "asylum-seeker", "valid_from": "2026-01-01" },
        {
            "kind": "schooling", "form": "compulsory", "municipality": "Exempelstads kommun",
            "valid_from": "2026-08-17",
        },
    ]);
    desk.call("persons.enter", json!({ "person": person, "facts": facts }));
}

fn create(desk: &mut Desk) -> String {
    let request = json!({ "compensation": "ASYL-UTB-GRU", "period": "2026Q3", "unit": "7110" });
    text(&desk.call("claims.create", request)["number"])
}

fn add(desk: &mut Desk, claim: &str, person: &str) -> Value {
    desk.call("claims.add_line", json!({ "claim": claim, "person": person }))
}

fn attach(desk: &mut Desk, claim: &str, name: &str, data: &[u8]) -> Value {
    let path = desk.path(name);
    fs::write(&path, data).unwrap();
    desk.call("claims.attach", json!({ "claim": claim, "path": path, "evidence": "enrolment" }))
}

fn step(desk: &mut Desk, name: &str, claim: &str) -> Value {
    desk.call(name, json!({ "claim": claim, "reason": "Fel rad i ansökan" }))
}

/// A claim about both pupils with its evidence, approved.
fn approved(desk: &mut Desk) -> String {
    let claim = create(desk);
    for person in ["P01", "P06"] {
        add(desk, &claim, person);
    }
    attach(desk, &claim, "elever.pdf", b"%PDF-1.7 elever");
    desk.call("claims.send", json!({ "claim": claim }));
    desk.call("claims.approve", json!({ "claim": claim }));
    claim
}

fn codes(view: &Value) -> Vec<String> {
    view["findings"].as_array().unwrap().iter().map(|found| text(&found["code"])).collect()
}

fn events(desk: &mut Desk) -> i64 {
    desk.call("audit.verify", json!({}))["events"].as_i64().unwrap()
}

#[test]
fn a_claim_covers_what_its_last_day_is_counted_by() {
    let mut desk = desk();
    let number = create(&mut desk);
    assert_eq!(number, "Å2026-0001");
    let view = desk.call("claims.view", json!({ "claim": "a2026-1" }));
    assert_eq!(view["state"], "draft");
    assert_eq!(
        (&view["cautious"], &view["practice"]),
        (&json!("2027-03-30"), &json!("2027-03-31"))
    );
    assert_eq!(codes(&view), ["no-lines", "evidence-missing"]);
    for (compensation, period, code) in [
        ("ASYL-UTB-GRU", "2026", "claim-period-unfit"),
        ("ASYL-UTB-GRU", "2026-07-01/2026-08-31", "claim-period-unfit"),
        ("ASYL-UTB-GRU", "2026-04-01/2026-12-31", "claim-period-unfit"),
        ("NYA-BOENDESTOD", "2026Q3", "claim-period-unfit"),
        ("ASYL-UTB-GRU", "2026Q9", "claim-period-wrong"),
        ("EKB-DYGN", "2026Q3", "not-on-application"),
        ("INGEN", "2026Q3", "unknown-compensation"),
    ] {
        let request = json!({ "compensation": compensation, "period": period });
        assert_eq!(desk.refused("claims.create", request).code, code, "{compensation} {period}");
    }
    for (compensation, period) in [
        ("ASYL-UTB-GRU", "2026-04-01/2026-09-30"),
        ("NYA-BOENDESTOD", "2025"),
        ("NYA-STODHSL", "2025-03-01/2026-02-28"),
        ("NYA-SARSK", "2026-03-05/2026-03-07"),
    ] {
        desk.call("claims.create", json!({ "compensation": compensation, "period": period }));
    }
    // All faults at once, and the same id once more makes no second claim.
    let faults =
        desk.refused("claims.create", json!({ "compensation": "X", "period": "Y", "unit": "Z" }));
    assert_eq!(faults.also.len(), 2);
    let request = json!({ "id": "c1", "compensation": "ASYL-UTB-GRU", "period": "2026Q3" });
    let first = desk.call("claims.create", request.clone());
    let before = events(&mut desk);
    assert_eq!(desk.call("claims.create", request), first);
    assert_eq!(events(&mut desk), before);
}

#[test]
fn a_line_is_what_the_law_gives_and_says_why() {
    let mut desk = desk();
    let claim = create(&mut desk);
    let view = add(&mut desk, &claim, "P01");
    let line = &view["lines"][0];
    assert_eq!(line["amount_ore"], TWO_PERIODS, "{view}");
    assert_eq!((&line["from"], &line["person"]), (&json!("2026-08-17"), &json!("P01")));
    assert_eq!(line["number"], "99000011");
    assert!(!line["explanation"].as_array().unwrap().is_empty());
    // The second period ends under the wording of October.
    assert_eq!(codes(&view), ["evidence-missing", "rule-changed"]);
    assert_eq!(view["sum_ore"], TWO_PERIODS);

    // Another amount is kept, and found.
    let typed = json!({ "claim": claim, "person": "P06", "amount_ore": 1_680_000 });
    let view = desk.call("claims.add_line", typed);
    assert_eq!(
        codes(&view),
        ["evidence-missing", "rule-changed", "rule-changed", "amount-differs"]
    );
    let line = text(&view["lines"][1]["line"]);
    let view = desk.call("claims.remove_line", json!({ "claim": claim, "line": line }));
    assert_eq!(view["lines"].as_array().unwrap().len(), 1);

    // Nobody without a right gets a line unseen.
    let nobody = json!({ "claim": claim, "person": "P07" });
    assert_eq!(desk.refused("claims.add_line", nobody).code, "claim-amount-needed");
    let typed = json!({ "claim": claim, "person": "P07", "amount_ore": 100, "from": "2026-07-01", "until": "2026-09-30" });
    let view = desk.call("claims.add_line", typed);
    assert!(codes(&view).contains(&"not-entitled".to_owned()), "{view}");
    let wrong = json!({ "claim": claim, "person": "P99", "from": "x", "until": "2026-09-30", "amount_ore": 0, "unit": "1" });
    let refused = desk.refused("claims.add_line", wrong);
    assert_eq!(refused.also.len(), 3, "{:?}", refused.also);
    let backwards =
        json!({ "claim": claim, "person": "P01", "from": "2026-09-01", "until": "2026-08-01" });
    assert_eq!(desk.refused("claims.add_line", backwards).code, "claim-line-days");
}

#[test]
fn the_same_days_are_asked_for_once() {
    let mut desk = desk();
    let first = create(&mut desk);
    add(&mut desk, &first, "P01");
    let second = create(&mut desk);
    let view = add(&mut desk, &second, "P01");
    assert_eq!(codes(&view), ["evidence-missing", "rule-changed", "days-claimed"]);
    let message = view["findings"][2]["message"].as_str().unwrap();
    assert!(message.contains(&first), "{message}");
    step(&mut desk, "claims.withdraw", &first);
    let view = desk.call("claims.view", json!({ "claim": second }));
    assert_eq!(codes(&view), ["evidence-missing", "rule-changed"]);
    let view = add(&mut desk, &second, "P01");
    let twice = ["rule-changed", "days-claimed"];
    assert_eq!(codes(&view)[1..], [twice, twice].concat(), "within a claim too");
}

#[test]
fn what_changes_in_the_register_is_found() {
    let mut desk = desk();
    let claim = create(&mut desk);
    let view = add(&mut desk, &claim, "P01");
    assert_eq!(codes(&view), ["evidence-missing", "rule-changed"]);
    let facts = desk.call("persons.view", json!({ "person": "P01" }));
    let schooling =
        facts["facts"].as_array().unwrap().iter().find(|fact| fact["kind"] == "schooling");
    let fact = text(&schooling.unwrap()["id"]);
    desk.call("persons.end", json!({ "person": "P01", "fact": fact, "last_day": "2026-08-31" }));
    let view = desk.call("claims.view", json!({ "claim": claim }));
    assert_eq!(
        codes(&view),
        ["evidence-missing", "rule-changed", "days-without-right", "amount-differs"]
    );
}

#[test]
fn the_last_days_stop_what_comes_too_late() {
    let mut desk = desk();
    let claim = create(&mut desk);
    add(&mut desk, &claim, "P01");
    for (today, found) in [
        ("2027-03-30", None),
        ("2027-03-31", Some("cautious-passed")),
        ("2027-04-01", Some("statutory-passed")),
    ] {
        desk.on(today);
        let view = desk.call("claims.view", json!({ "claim": claim }));
        let late: Vec<String> =
            codes(&view).into_iter().filter(|code| code.ends_with("-passed")).collect();
        assert_eq!(late.first().map(String::as_str), found, "{today}");
    }
}

#[test]
fn evidence_is_asked_for_and_may_be_passed_with_a_reason() {
    let mut desk = desk();
    let claim = create(&mut desk);
    add(&mut desk, &claim, "P01");
    desk.call("claims.send", json!({ "claim": claim }));
    assert_eq!(desk.refused("claims.approve", json!({ "claim": claim })).code, "claim-blocked");
    step(&mut desk, "claims.return", &claim);
    let pass =
        |reason: &str| json!({ "claim": claim, "code": "evidence-missing", "reason": reason });
    assert_eq!(desk.refused("claims.pass", pass(".")).code, "reason-missing");
    let wrong = json!({ "claim": claim, "code": "no-lines", "reason": "Det är så" });
    assert_eq!(desk.refused("claims.pass", wrong).code, "no-such-claim-finding");
    let view = desk.call("claims.pass", pass("Skolan skickar intyget i efterhand"));
    assert_eq!(view["findings"][0]["passed"], "Skolan skickar intyget i efterhand");
    assert_eq!(view["findings"][0]["stops"], false);
    desk.call("claims.send", json!({ "claim": claim }));
    let view = desk.call("claims.approve", json!({ "claim": claim }));
    assert_eq!(view["state"], "approved");
}

#[test]
fn documents_that_nobody_can_read_are_refused_each_in_its_own_words() {
    let mut desk = desk();
    let claim = create(&mut desk);
    for (name, data, code) in [
        ("a.exe", &b"MZ"[..], "document-runs"),
        ("b.pdf", b"#!/bin/sh", "document-runs"),
        ("c.pdf", b"", "document-empty"),
        ("d.pdf", b"%PDF-1.7 trailer <</Encrypt 12 0 R>>", "document-encrypted"),
    ] {
        let path = desk.path(name);
        fs::write(&path, data).unwrap();
        let request = json!({ "claim": claim, "path": path, "evidence": "enrolment" });
        assert_eq!(desk.refused("claims.attach", request).code, code, "{name}");
    }
    let path = desk.path("stor.pdf");
    fs::File::create(&path).unwrap().set_len((50 << 20) + 1).unwrap();
    let request = |evidence: &str| json!({ "claim": claim, "path": path, "evidence": evidence });
    assert_eq!(desk.refused("claims.attach", request("enrolment")).code, "document-too-large");
    fs::write(&path, b"%PDF-1.7").unwrap();
    assert_eq!(desk.refused("claims.attach", request("brev")).code, "unknown-evidence");
    let view = desk.call("claims.attach", request("enrolment"));
    assert_eq!(desk.refused("claims.attach", request("enrolment")).code, "evidence-there-already");
    let document = text(&view["documents"][0]["document"]);
    let view = desk.call("claims.detach", json!({ "claim": claim, "document": document }));
    assert_eq!(view["documents"], json!([]));
}

/// Every step of every state: those of the table are taken, every other is refused.
#[test]
fn only_the_steps_of_the_table_are_taken() {
    let allowed: BTreeSet<(&str, &str)> = [
        ("draft", "send"),
        ("draft", "withdraw"),
        ("in-review", "return"),
        ("in-review", "approve"),
        ("in-review", "withdraw"),
        ("returned", "send"),
        ("returned", "withdraw"),
        ("approved", "return"),
        ("approved", "submit"),
    ]
    .into();
    let ways: [(&str, &[&str]); 6] = [
        ("draft", &[]),
        ("in-review", &["send"]),
        ("returned", &["send", "return"]),
        ("approved", &["send", "approve"]),
        ("submitted", &["send", "approve", "submit"]),
        ("withdrawn", &["withdraw"]),
    ];
    let mut desk = desk();
    let mut receipt = 0;
    let mut take = |desk: &mut Desk, claim: &str, step: &str| {
        receipt += 1;
        let mut request = json!({ "claim": claim });
        match step {
            "return" | "withdraw" => request["reason"] = json!("Fel rad i ansökan"),
            "submit" => {
                request["receipt"] = json!(format!("K-{receipt}"));
                request["on"] = json!("2026-11-02 10:15");
            }
            _ => {}
        }
        desk.answer(&format!("claims.{step}"), request)
    };
    for (state, way) in ways {
        for step in ["send", "return", "approve", "withdraw", "submit"] {
            let claim = create(&mut desk);
            add(&mut desk, &claim, "P01");
            attach(&mut desk, &claim, "elever.pdf", b"%PDF-1.7");
            for before in way {
                take(&mut desk, &claim, before).unwrap();
            }
            let view = desk.call("claims.view", json!({ "claim": claim }));
            assert_eq!(view["state"], state);
            let taken = take(&mut desk, &claim, step);
            assert_eq!(taken.is_ok(), allowed.contains(&(state, step)), "{state} {step}");
            if let Err(refused) = taken {
                assert_eq!(refused.code, "claim-step", "{state} {step}");
                let now = desk.call("claims.view", json!({ "claim": claim }));
                assert_eq!(now, view, "{state} {step} leaves all as it was");
            }
            // Lines are changed in a draft and in what came back only.
            let now = desk.call("claims.view", json!({ "claim": claim }));
            let line = json!({ "claim": claim, "person": "P06" });
            match desk.answer("claims.add_line", line) {
                Ok(_) => assert_eq!(now["open"], true, "{now}"),
                Err(refused) => {
                    assert_eq!(
                        (refused.code.as_str(), &now["open"]),
                        ("claim-not-open", &json!(false))
                    );
                }
            }
            // The next claim asks for the same days.
            let _ = take(&mut desk, &claim, "return");
            let _ = take(&mut desk, &claim, "withdraw");
            if desk.call("claims.view", json!({ "claim": claim }))["state"] == "submitted" {
                desk = self::desk();
            }
        }
    }
}

#[test]
fn whoever_prepared_approves_with_a_mark() {
    let mut desk = desk();
    let claim = approved(&mut desk);
    let view = desk.call("claims.view", json!({ "claim": claim }));
    assert_eq!(view["approved_alone"], true);
    assert_eq!(
        view["log"].as_array().unwrap().last().unwrap()["what"],
        "Godkänd, utan andra person."
    );
}

#[test]
fn somebody_else_approves_without_a_mark() {
    let mut desk = desk();
    let claim = create(&mut desk);
    add(&mut desk, &claim, "P01");
    attach(&mut desk, &claim, "elever.pdf", b"%PDF-1.7 elever");
    desk.call("claims.send", json!({ "claim": claim }));
    desk.call("session.close", json!({}));
    let mut other = Host::new("ANNAN", "2026-11-02".parse().ok());
    other = other.with_key(KEY).with_system_day(SYSTEM_DAY);
    let open = json!({ "path": desk.path("desk.db") });
    other.call("session.open", open, &Unwatched).unwrap();
    let view = other.call("claims.approve", json!({ "claim": claim }), &Unwatched).unwrap();
    assert_eq!((&view["state"], &view["approved_alone"]), (&json!("approved"), &json!(false)));
}

#[test]
fn a_claim_comes_back_with_comments_on_its_lines() {
    let mut desk = desk();
    let claim = create(&mut desk);
    let view = add(&mut desk, &claim, "P01");
    let line = text(&view["lines"][0]["line"]);
    desk.call("claims.send", json!({ "claim": claim }));
    let comments = json!([{ "line": line, "text": "Fel skola" }]);
    let request = json!({ "claim": claim, "reason": "Se raden", "comments": comments });
    let view = desk.call("claims.return", request);
    assert_eq!(view["lines"][0]["comment"], "Fel skola");
    assert_eq!(view["log"].as_array().unwrap().last().unwrap()["reason"], "Se raden");
}

#[test]
fn of_two_officers_the_second_sees_what_the_first_changed() {
    let mut desk = desk();
    let claim = create(&mut desk);
    let seen = desk.call("claims.view", json!({ "claim": claim }))["version"].clone();
    add(&mut desk, &claim, "P01");
    let late = json!({ "id": "s2", "claim": claim, "version": seen, "person": "P06" });
    let refused = desk.refused("claims.add_line", late.clone());
    assert_eq!(refused.code, "claim-changed");
    assert!(refused.message.contains("EXEMPEL: En rad lades till."), "{}", refused.message);
    let now = desk.call("claims.view", json!({ "claim": claim }));
    assert_eq!(now["lines"].as_array().unwrap().len(), 1, "nothing of it was done");
    let mut again = late;
    again["version"] = now["version"].clone();
    let added = desk.call("claims.add_line", again.clone());
    let before = events(&mut desk);
    assert_eq!(desk.call("claims.add_line", again), added, "the same step once more does nothing");
    assert_eq!(events(&mut desk), before);
}

#[test]
fn the_services_amount_stands_beside_ours() {
    let mut desk = desk();
    let claim = create(&mut desk);
    let view = add(&mut desk, &claim, "P01");
    let line = text(&view["lines"][0]["line"]);
    let typed = |ore: i64, why: &str| json!({ "claim": claim, "line": line, "service_ore": ore, "difference": why });
    assert_eq!(desk.refused("claims.service", typed(100, " ")).code, "difference-needs-words");
    let view = desk.call("claims.service", typed(1_680_000, "Tjänsten räknar från 14 september"));
    assert_eq!(view["lines"][0]["service_ore"], 1_680_000);
    assert!(codes(&view).contains(&"service-differs".to_owned()));
    let view = desk.call("claims.service", typed(TWO_PERIODS, ""));
    assert!(!codes(&view).contains(&"service-differs".to_owned()));
    let numbers = json!({ "claim": claim, "diary_number": " 2026/17 " });
    let view = desk.call("claims.numbers", numbers);
    assert_eq!((&view["diary_number"], &view["agency_number"]), (&json!("2026/17"), &json!("")));
}

fn package(desk: &mut Desk, claim: &str, folder: &Path) -> Vec<(String, String)> {
    let written = desk.call("claims.package", json!({ "claim": claim, "path": folder }));
    let files = written["files"].as_array().unwrap().clone();
    files
        .iter()
        .map(|file| {
            let data = fs::read(folder.join(file["name"].as_str().unwrap())).unwrap();
            let sha256: String =
                Sha256::digest(&data).iter().map(|byte| format!("{byte:02x}")).collect();
            assert_eq!(file["sha256"], json!(sha256), "{file}");
            assert_eq!(file["bytes"], data.len(), "{file}");
            (text(&file["name"]), sha256)
        })
        .collect()
}

#[test]
fn the_package_is_whole_and_the_same_each_time() {
    let mut desk = desk();
    let claim = approved(&mut desk);
    let folder = desk.path("paket");
    let files = package(&mut desk, &claim, &folder);
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "ansokan-2026-0001.pdf",
            "ansokan-2026-0001-rader.csv",
            "ansokan-2026-0001-rader.xlsx",
            "underlag-01-uppgift-om-skolgangen.pdf",
            "ansokan-2026-0001.zip",
        ]
    );
    assert_eq!(package(&mut desk, &claim, &folder), files, "the same bytes");
    let lines = fs::read_to_string(folder.join("ansokan-2026-0001-rader.csv")).unwrap();
    assert!(lines.contains("1;99000011;2026-08-17;2026-10-11;33600,00;;7110\r\n"), "{lines}");
    assert_eq!(
        fs::read(folder.join("underlag-01-uppgift-om-skolgangen.pdf")).unwrap(),
        b"%PDF-1.7 elever"
    );
    // The evidence lies unchanged in the PDF, which an independent reader opens.
    let pdf = lopdf::Document::load(folder.join("ansokan-2026-0001.pdf")).unwrap();
    let streams = pdf.objects.values().filter_map(|object| object.as_stream().ok());
    let mut attached = streams.filter(|stream| stream.content == b"%PDF-1.7 elever");
    assert!(attached.next().is_some());
    let catalog = pdf.catalog().unwrap();
    assert!(catalog.has(b"MarkInfo") && catalog.has(b"StructTreeRoot"), "tagged");
    let text = pdf.extract_text(&[1]).unwrap_or_default();
    assert!(!text.is_empty());
}

#[test]
fn archives_are_no_larger_than_the_service_takes() {
    let mut desk = desk();
    let mut document = desk.call("settings.get", json!({}));
    document["settings"]["limits"]["package_mb"] = json!(1);
    desk.call("settings.put", document);
    let claim = create(&mut desk);
    add(&mut desk, &claim, "P01");
    for number in 0..4_u8 {
        let data = [b"%PDF-1.7".as_slice(), &vec![number; 400 << 10]].concat();
        attach(&mut desk, &claim, &format!("{number}.pdf"), &data);
    }
    let folder = desk.path("paket");
    let files = package(&mut desk, &claim, &folder);
    let zips: Vec<&String> =
        files.iter().map(|(name, _)| name).filter(|name| name.ends_with(".zip")).collect();
    assert!(zips.len() > 1, "{files:?}");
    for zip in zips {
        assert!(fs::metadata(folder.join(zip)).unwrap().len() <= 1 << 20, "{zip}");
    }
}

#[test]
fn what_was_submitted_is_kept_byte_for_byte() {
    let mut desk = desk();
    let claim = approved(&mut desk);
    let folder = desk.path("paket");
    let sent = package(&mut desk, &claim, &folder);
    let submit = |receipt: &str, on: &str| json!({ "id": format!("{receipt} {on}"), "claim": claim, "receipt": receipt, "on": on });
    let faults = desk.refused("claims.submit", submit(" ", "i går"));
    assert_eq!(
        (faults.code.as_str(), faults.also[0].code.as_str()),
        ("receipt-missing", "moment-wrong")
    );
    let ahead = desk.refused("claims.submit", submit("K-1", "2026-11-03 08:00"));
    assert_eq!(ahead.code, "moment-ahead");
    let view = desk.call("claims.submit", submit("K-1", "2026-11-02T10:15"));
    assert_eq!(view["submission"]["receipt"], "K-1");
    assert_eq!(view["submission"]["on"], "2026-11-02 10:15");
    let kept: Vec<(String, String)> = view["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| (text(&file["name"]), text(&file["sha256"])))
        .collect();
    assert_eq!(kept, sent);
    // Whatever happens afterwards, what was sent is given back as it was.
    desk.on("2026-12-24");
    let home = json!([{ "kind": "national-number", "number": "20170101-2393", "valid_from": "2026-12-01" }]);
    let _ = desk.answer("persons.enter", json!({ "person": "P01", "facts": home }));
    for (name, with_reason) in
        [("send", false), ("return", true), ("approve", false), ("withdraw", true)]
    {
        let mut request = json!({ "claim": claim });
        if with_reason {
            request["reason"] = json!("Ändra efteråt");
        }
        assert_eq!(desk.refused(&format!("claims.{name}"), request).code, "claim-step", "{name}");
    }
    let line = view["lines"][0]["line"].clone();
    for (name, request) in [
        ("claims.remove_line", json!({ "claim": claim, "line": line })),
        ("claims.add_line", json!({ "claim": claim, "person": "P06" })),
        (
            "claims.service",
            json!({ "claim": claim, "line": line, "service_ore": 1, "difference": "ny" }),
        ),
        ("claims.detach", json!({ "claim": claim, "document": view["documents"][0]["document"] })),
    ] {
        assert_eq!(desk.refused(name, request).code, "claim-not-open", "{name}");
    }
    desk.call("claims.numbers", json!({ "claim": claim, "agency_number": "MV-1" }));
    assert_eq!(package(&mut desk, &claim, &folder), sent);
    // The ledger has what was asked for; the receipt names one claim for ever.
    let ledger = desk.call("persons.view", json!({ "person": "P01" }));
    assert!(ledger.to_string().contains("P01"));
    let other = create(&mut desk);
    pupil(&mut desk, "P05");
    add(&mut desk, &other, "P05");
    attach(&mut desk, &other, "elever.pdf", b"%PDF-1.7");
    desk.call("claims.send", json!({ "claim": other }));
    desk.call("claims.approve", json!({ "claim": other }));
    let again = json!({ "claim": other, "receipt": "K-1", "on": "2026-12-24" });
    let refused = desk.refused("claims.submit", again);
    assert_eq!(refused.code, "receipt-used");
    assert!(refused.message.contains(&claim), "{}", refused.message);
}

#[test]
fn a_protected_person_stands_alone_and_leaves_with_a_reason() {
    let mut desk = desk();
    let claim = create(&mut desk);
    add(&mut desk, &claim, "P01");
    let marking =
        json!([{ "kind": "protection", "marking": "secrecy-marking", "valid_from": "2026-11-01" }]);
    desk.call("persons.enter", json!({ "person": "P01", "facts": marking }));
    let view = desk.call("claims.view", json!({ "claim": claim }));
    assert!(codes(&view).contains(&"person-protected".to_owned()));
    assert_eq!((&view["lines"][0]["number"], &view["unit"]), (&Value::Null, &Value::Null));
    assert_eq!(view["lines"][0]["person"], "P01");
    let listed = desk.call("claims.list", json!({}));
    assert_eq!(listed["claims"][0]["unit"], Value::Null);
    let of_unit = desk.call("claims.list", json!({ "unit": "7110" }));
    assert_eq!((&of_unit["claims"], &of_unit["left_out"]), (&json!([]), &json!(1)));
    let folder = desk.path("paket");
    let request = json!({ "claim": claim, "path": folder });
    assert_eq!(desk.refused("claims.package", request.clone()).code, "reason-missing");
    assert!(!folder.exists());
    let mut with = request;
    with["reason"] = json!("Ansökan lämnas till Migrationsverket");
    desk.call("claims.package", with);
    let view = add(&mut desk, &claim, "P06");
    assert!(codes(&view).contains(&"protected-among-others".to_owned()));
}

#[test]
fn the_list_tells_states_and_sums() {
    let mut desk = desk();
    let first = approved(&mut desk);
    create(&mut desk);
    let all = desk.call("claims.list", json!({}));
    assert_eq!(all["claims"].as_array().unwrap().len(), 2);
    assert_eq!(
        all["states"],
        json!([
            { "state": "draft", "count": 1, "sum_ore": 0 },
            { "state": "approved", "count": 1, "sum_ore": 2 * TWO_PERIODS },
        ])
    );
    let one = desk.call("claims.list", json!({ "state": "approved" }));
    assert_eq!(one["claims"][0]["number"], json!(first));
    assert_eq!(one["claims"][0]["days_left"], 148);
}
