//! A file is read whole, or what of it was not read is named before anything is taken in.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::PathBuf;

use acceptance::{Desk, ore, text};
use serde_json::{Value, json};

fn case(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data/importing").join(name);
    let mut files = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    files.find(|path| path.file_stem().is_some_and(|stem| stem == "input")).unwrap()
}

fn codes(answer: &Value) -> Vec<String> {
    answer["diagnostics"].as_array().unwrap().iter().map(|one| text(&one["code"])).collect()
}

#[test]
fn what_is_found_about_a_list_waits_for_somebody_who_accepts_it() {
    for (name, found) in [
        ("columns-not-read", &["column-not-read"; 3][..]),
        ("letters-destroyed", &["letters-destroyed"]),
        ("sum-row-missing", &["sum-row-missing"]),
        ("last-line-cut", &["last-line-cut"]),
        ("list-without-rows", &["list-without-rows"]),
    ] {
        let mut desk = Desk::with_register();
        let path = case(name);
        let shown = desk.call("payments.preview", json!({ "path": path }));
        assert_eq!((&shown["outcome"], json!(codes(&shown))), (&json!("findings"), json!(found)));
        let waits = desk.import(&path, json!({ "park_faulty": true }));
        assert_eq!((&waits["outcome"], json!(codes(&waits))), (&json!("findings"), json!(found)));
        let list = text(&waits["list"]);
        assert_eq!(desk.refused("payments.commit", json!({ "list": list })).code, "rows-undecided");
        let line = &waits["diagnostics"][0]["line"];
        let accept = json!([{ "line": line, "decision": "accept" }]);
        let done = desk.import(&path, json!({ "decisions": accept }));
        assert_eq!(done["outcome"], "done", "{name}");
        let protocol = desk.path("protokoll.pdf");
        desk.call("review.protocol", json!({ "list": list, "path": protocol }));
    }
}

#[test]
fn a_year_typed_wrong_is_a_finding_of_its_row_until_it_is_right() {
    let mut desk = Desk::with_register();
    let waits = desk.import(&case("payment-day-far"), json!({}));
    assert_eq!(codes(&waits), ["payment-day-far"; 3]);
    let list = text(&waits["list"]);
    let row = desk.call("review.row", json!({ "list": list, "line": 4 }));
    assert_eq!(row["proposal"]["fields"], json!({ "payment_date": "2026-10-30" }), "{row}");
    let one = |line: u32, decision: &str, date: &str| {
        let fields = match decision {
            "correct" => json!({ "payment_date": date }),
            _ => json!({}),
        };
        json!({ "list": list, "decisions": [{ "line": line, "decision": decision, "fields": fields }] })
    };
    // Another far day is no better, and says so as the first did.
    let view = desk.call("review.decide", one(5, "correct", "2024-10-30"));
    assert_eq!(view["counts"]["open"], 3);
    desk.call("review.decide", one(5, "correct", "2026-10-30"));
    desk.call("review.decide", one(4, "accept", ""));
    let view = desk.call("review.decide", one(6, "park", ""));
    assert_eq!((&view["counts"]["open"], &view["counts"]["accepted"]), (&json!(0), &json!(1)));
}

#[test]
fn a_register_with_destroyed_letters_waits_too() {
    let mut desk = Desk::new();
    let path = desk.path("register.csv");
    let rows = "Person-id;Personnummer;Dossiernummer;Efternamn;Förnamn;Födelsedatum;Ansvar\r\n\
                E1;;99-000401;Ã…sberg-Test;Bo;2001-02-03;\r\n";
    fs::write(&path, rows).unwrap();
    let waits = desk.call("register.import", json!({ "path": path, "park_faulty": true }));
    assert_eq!(
        (&waits["outcome"], codes(&waits)),
        (&json!("findings"), vec!["letters-destroyed".to_owned()])
    );
    let view = desk.call("register.draft", json!({ "draft": waits["draft"] }));
    assert_eq!((&view["ready"], &view["file_findings"][0]["line"]), (&json!(false), &json!(1)));
    let commit = json!({ "draft": waits["draft"] });
    assert_eq!(desk.refused("register.commit", commit.clone()).code, "rows-undecided");
    let accept = json!([{ "line": 1, "decision": "accept" }]);
    let view =
        desk.call("register.decide", json!({ "draft": waits["draft"], "decisions": accept }));
    assert_eq!((&view["ready"], &view["file_findings"]), (&json!(true), &json!([])));
    let undone = desk.call("register.undo", json!({ "draft": waits["draft"], "line": null }));
    assert_eq!(undone["view"]["ready"], false);
    let done = desk.call("register.import", json!({ "path": path, "decisions": accept }));
    assert_eq!((&done["outcome"], &done["persons_added"]), (&json!("done"), &json!(1)));
}

#[test]
fn a_column_that_nobody_reads_is_told_before_a_register_or_decisions_are_taken_in() {
    let mut desk = Desk::with_register();
    let path = desk.path("register.csv");
    let rows = "Person-id;Personnummer;Dossiernummer;Efternamn;Förnamn;Födelsedatum;Ansvar;Skydd;Tom\r\n\
                E1;;99-000401;Berg-Test;Bo;2001-02-03;;;\r\n\
                E2;;99-000402;Berg-Test;Bi;2001-02-03;;ja;\r\n";
    fs::write(&path, rows).unwrap();
    let waits = desk.call("register.import", json!({ "path": path, "park_faulty": true }));
    assert_eq!(codes(&waits), ["column-not-read"], "{waits}");
    let told = &waits["diagnostics"][0];
    assert_eq!((&told["column"], &told["column_name"]), (&json!(8), &json!("Skydd")));
    let commit = json!({ "draft": waits["draft"] });
    assert_eq!(desk.refused("register.commit", commit).code, "rows-undecided");
    let accept = json!([{ "line": 1, "decision": "accept" }]);
    let done = desk.call("register.import", json!({ "path": path, "decisions": accept }));
    assert_eq!((&done["outcome"], &done["persons_added"]), (&json!("done"), &json!(2)));

    let profile = "kind = \"decisions\"\nname = \"beslut\"\nversion = 1\n\
        [forms]\ndates = [\"yyyy-mm-dd\"]\namounts = { decimal_sign = \",\" }\n[columns]\n\
        decision_date = { names = [\"Beslutsdag\"], required = true }\n\
        case_number = { names = [\"Beslut\"] }\n\
        payment_code = { names = [\"Slag\"], required = true }\n\
        dossier_number = { names = [\"Dossier\"] }\n\
        period_from = { names = [\"Gäller från\"] }\n\
        period_until = { names = [\"Gäller till\"] }\n\
        amount = { names = [\"Kronor\"], required = true }\n";
    desk.call("profiles.add", json!({ "toml": profile }));
    let path = desk.path("beslut.csv");
    let rows = "Beslutsdag;Beslut;Slag;Dossier;Gäller från;Gäller till;Kronor;Makulerat\r\n\
                2026-10-15;B-1;GSKA;99-000011;2026-07-01;2026-09-30;9000,00;X\r\n";
    fs::write(&path, rows).unwrap();
    // Who reads them in at once has nobody who looks: nothing is entered.
    let at_once = desk.call("expectation.read_decisions", json!({ "path": path }));
    assert_eq!(
        (codes(&at_once), &at_once["entered"]),
        (vec!["column-not-read".to_owned()], &json!(0))
    );
    let view = desk.call("decisions.read", json!({ "id": api::new_id(), "path": path }));
    assert_eq!(view["file_findings"][0]["code"], "column-not-read", "{view}");
    let draft = view["draft"].clone();
    let commit = json!({ "draft": draft });
    assert_eq!(desk.refused("decisions.commit", commit.clone()).code, "rows-undecided");
    desk.call("decisions.decide", json!({ "draft": draft, "decisions": accept }));
    desk.call("decisions.commit", commit);
}

#[test]
fn what_is_no_list_is_refused_and_nothing_is_kept() {
    let mut desk = Desk::with_register();
    let files: [(&str, &[u8], &str); 7] = [
        ("sida.csv", b"<!DOCTYPE html><html><body>Logga in</body></html>", "webbsida"),
        ("fel.csv", b"{\"error\":\"session\"}", "JSON"),
        (
            "lista.xls",
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1W\0o\0r\0k\0b\0o\0o\0k\0\0\0",
            "gamla slaget",
        ),
        ("lista.xlsx", b"\x89PNG\r\n\x1A\n", "bild"),
        ("lista.txt", b"%PDF-1.7", "PDF"),
        ("tom.csv", b"\r\n\r\n", "tom"),
        ("arkiv.xlsx", b"\x1F\x8B\x08\0", "arkiv"),
    ];
    for (name, bytes, word) in files {
        let path = desk.path(name);
        fs::write(&path, bytes).unwrap();
        for (operation, with) in [
            ("payments.import", json!({ "id": api::new_id() })),
            ("register.import", json!({})),
            ("payments.preview", json!({})),
        ] {
            let mut request = with;
            request["path"] = json!(path);
            let refused = desk.refused(operation, request);
            assert!(refused.message.contains(word), "{name}: {}", refused.message);
            assert!(!refused.by_rule, "{name} is unreadable, not refused by a rule");
        }
    }
    assert_eq!(desk.call("payments.lists", json!({}))["lists"], json!([]));
    assert_eq!(desk.call("register.drafts", json!({}))["drafts"], json!([]));
}

#[cfg(unix)]
#[test]
fn a_pipe_is_refused_and_not_waited_for() {
    let mut desk = Desk::new();
    for path in ["/dev/null", "/dev/zero"] {
        let refused = desk.refused("payments.preview", json!({ "path": path }));
        assert_eq!(refused.code, "file-is-no-file");
    }
}

#[test]
fn a_person_is_found_and_entered_by_a_number_with_any_dash() {
    let mut desk = Desk::with_register();
    for typed in ["20170101\u{2013}2393", "20170101 2393", "99\u{2011}000011", "99 000011"] {
        let found = desk.call("persons.find", json!({ "text": typed }));
        assert_eq!(found["persons"][0]["person"], "P01", "{typed}: {found}");
    }
    let add = |number: &str| {
        json!({ "family_name": "Okänd-Test", "given_name": "Sam", "personal_number": number,
                "birth_date": "1962-05-06" })
    };
    let refused = desk.refused("persons.add", add("19620061_2387"));
    assert!(refused.message.contains("U+005F"), "{}", refused.message);
    let added = desk.call("persons.add", add("19620061\u{2212}2387"));
    let found = desk.call("persons.find", json!({ "text": "196200612387" }));
    assert_eq!(found["persons"][0]["person"], added["brief"]["person"], "{added}");
}

#[test]
fn numbers_without_day_or_month_of_birth_are_matched_and_paid() {
    let mut desk = Desk::new();
    let register = desk.path("register.csv");
    let head =
        "Person-id;Personnummer;Dossiernummer;Efternamn;Förnamn;Födelsedatum;Nämnd;Ansvar\r\n";
    let rows = "S1;19620061-2387;99-000310;Okänd-Test;Sam;1962-05-06;Prov;7110\r\n\
                S2;198807602399;99-000311;Okänd-Test;Sim;1988-07-04;Prov;7110\r\n";
    fs::write(&register, format!("{head}{rows}")).unwrap();
    let boards = desk.call("register.import", json!({ "path": register }));
    assert_eq!(
        (&boards["outcome"], &boards["persons_added"]),
        (&json!("done"), &json!(2)),
        "{boards}"
    );
    let list = desk.path("lista.csv");
    let file = fs::read_to_string(case("coordination-numbers-unknown-day")).unwrap();
    let first = file.lines().take(3).map(|line| format!("{line}\r\n")).collect::<String>();
    fs::write(&list, first).unwrap();
    let taken = desk.import(&list, json!({}));
    assert_eq!((&taken["outcome"], ore(&taken["net_ore"])), (&json!("done"), 3_360_000));
    let matched = desk.call("match.run", json!({ "list": taken["list"] }));
    assert_eq!((&matched["matched"], &matched["suspense"]), (&json!(2), &json!(0)));
}
