//! The broken file: its fifteen findings, and every way to settle them.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use acceptance::{BROKEN, Desk, LIST_A, data, ore, text};
use serde_json::{Value, json};

/// Line, column, code, severity.
const FINDINGS: [(u64, Option<u64>, &str, &str); 15] = [
    (4, Some(7), "check-digit", "error"),
    (5, Some(7), "identity-date", "error"),
    (7, Some(7), "scientific-notation", "error"),
    (8, Some(6), "leading-zero-lost", "error"),
    (10, Some(4), "unknown-payment-code", "error"),
    (11, Some(13), "amount-not-a-number", "error"),
    (12, Some(13), "amount-ambiguous", "error"),
    (14, Some(10), "period-reversed", "error"),
    (15, Some(10), "date-impossible", "error"),
    (17, None, "too-few-fields", "error"),
    (18, None, "too-many-fields", "error"),
    (20, None, "duplicate-row", "warning"),
    (21, Some(13), "clawback-positive", "warning"),
    (23, Some(6), "missing-identity", "error"),
    (25, Some(8), "formula-text", "warning"),
];

fn found(diagnostics: &Value) -> Vec<(u64, Option<u64>, String, String)> {
    let mut found: Vec<_> = diagnostics
        .as_array()
        .unwrap()
        .iter()
        .map(|d| {
            (
                d["line"].as_u64().unwrap(),
                d["column"].as_u64(),
                text(&d["code"]),
                text(&d["severity"]),
            )
        })
        .collect();
    found.sort();
    found
}

fn expected() -> Vec<(u64, Option<u64>, String, String)> {
    FINDINGS
        .map(|(line, column, code, severity)| (line, column, code.into(), severity.into()))
        .to_vec()
}

fn draft(desk: &mut Desk) -> String {
    let request = json!({ "id": api::new_id(), "path": data(BROKEN) });
    text(&desk.call("payments.read", request)["summary"]["list"])
}

fn decide(desk: &mut Desk, list: &str, line: u32, decision: &str, fields: Value) -> Value {
    let one = json!({ "line": line, "decision": decision, "fields": fields });
    desk.call("review.decide", json!({ "list": list, "decisions": [one] }))
}

#[test]
fn preview_and_import_find_the_same_fifteen() {
    let mut desk = Desk::with_register();
    let preview = desk.call("payments.preview", json!({ "path": data(BROKEN) }));
    assert_eq!(found(&preview["diagnostics"]), expected());
    let import = desk.import(&data(BROKEN), json!({}));
    assert_eq!(import["outcome"], "findings");
    assert_eq!(found(&import["diagnostics"]), expected());
    let view = desk.call("payments.list", json!({ "list": import["list"] }));
    assert_eq!(view["summary"]["state"], "draft");
    assert_eq!(
        (ore(&view["taken"]["net_ore"]), ore(&view["file_sum"]["net_ore"])),
        (41_245_962, 89_987_490)
    );
    assert_eq!(view["file_sum"]["readable"], 21);
}

#[test]
fn park_faulty_takes_in_the_ten_good_rows() {
    let mut desk = Desk::with_register();
    let done = desk.import(&data(BROKEN), json!({ "park_faulty": true, "bank_ore": 41_245_962 }));
    assert_eq!(
        (&done["outcome"], &done["rows"], &done["parked"]),
        (&json!("done"), &json!(25), &json!(15))
    );
    assert_eq!((ore(&done["net_ore"]), ore(&done["difference_ore"])), (41_245_962, 0));
}

#[test]
fn nothing_is_taken_in_while_a_row_waits() {
    let mut desk = Desk::with_register();
    let list = draft(&mut desk);
    let refused = desk.refused("payments.commit", json!({ "list": list }));
    assert_eq!(refused.code, "rows-undecided");
    assert!(refused.message.contains("15"), "{}", refused.message);
    let start = desk.call("overview.start", json!({}));
    assert_eq!(start["chain"][0]["amount_ore"], 0);
}

#[test]
fn every_finding_can_be_settled_and_undone() {
    let mut desk = Desk::with_register();
    let list = draft(&mut desk);
    let corrections = [
        (4, json!({ "personal_number": "20170101-2393" })),
        (5, json!({ "personal_number": "200802122390" })),
        (7, json!({ "personal_number": "19900101-2385" })),
        (8, json!({ "dossier_number": "00-000136" })),
        (10, json!({ "payment_code": "XETAB" })),
        (11, json!({ "amount": "9 000,00" })),
        (12, json!({ "amount": "97429.65" })),
        (14, json!({ "period_from": "2026-07-01", "period_until": "2026-09-30" })),
        (15, json!({ "period_from": "2026-04-01" })),
        (17, json!({ "days": "61", "amount": "33000" })),
        (18, json!({ "family_name": "Test; Semikolon" })),
        (23, json!({ "dossier_number": "99-000177" })),
    ];
    for (line, fields) in corrections {
        decide(&mut desk, &list, line, "correct", fields);
    }
    decide(&mut desk, &list, 20, "accept", json!({}));
    decide(&mut desk, &list, 25, "accept", json!({}));
    let view = decide(&mut desk, &list, 21, "park", json!({}));
    assert_eq!(view["counts"]["open"], 0, "{}", view["counts"]);
    assert_eq!(
        (&view["counts"]["corrected"], &view["counts"]["accepted"]),
        (&json!(12), &json!(2))
    );

    // The row that was cut by its own separator is put together again.
    let row = desk.call("review.row", json!({ "list": list, "line": 18 }));
    assert_eq!(row["row"]["person_name"], "Test; Semikolon, Juliett");
    assert_eq!(row["row"]["amount_ore"], 1_650_000);
    // The original stays beside the correction.
    let row = desk.call("review.row", json!({ "list": list, "line": 11 }));
    let amount = row["fields"].as_array().unwrap().iter().find(|f| f["field"] == "amount").unwrap();
    assert_eq!(
        (text(&amount["written"]), &amount["corrected"]),
        ("9\u{a0}0O0,00".into(), &json!(true))
    );

    let undone = desk.call("review.undo", json!({ "list": list, "line": null }));
    assert_eq!((&undone["line"], &undone["view"]["counts"]["open"]), (&json!(21), &json!(1)));
    let undone = desk.call("review.undo", json!({ "list": list, "line": 11 }));
    assert_eq!((&undone["line"], &undone["view"]["counts"]["open"]), (&json!(11), &json!(2)));
    let row = desk.call("review.row", json!({ "list": list, "line": 11 }));
    assert_eq!(
        (&row["row"]["amount_ore"], &row["findings"][0]["code"]),
        (&Value::Null, &json!("amount-not-a-number"))
    );
}

#[test]
fn what_cannot_stand_is_refused() {
    let mut desk = Desk::with_register();
    let list = draft(&mut desk);
    let refused = |desk: &mut Desk, line: u32, decision: &str, fields: Value| {
        let one = json!({ "line": line, "decision": decision, "fields": fields });
        desk.refused("review.decide", json!({ "list": list, "decisions": [one] })).code
    };
    assert_eq!(refused(&mut desk, 11, "accept", json!({})), "errors-not-acceptable");
    assert_eq!(refused(&mut desk, 2, "accept", json!({})), "nothing-to-accept");
    assert_eq!(
        refused(&mut desk, 11, "correct", json!({ "amount": "9 0P0" })),
        "correction-has-errors"
    );
    assert_eq!(refused(&mut desk, 99, "park", json!({})), "no-such-row");
    assert_eq!(refused(&mut desk, 11, "gissa", json!({})), "unknown-decision");
    assert_eq!(refused(&mut desk, 11, "correct", json!({ "kaka": "1" })), "unknown-field");
    // All or none: the good decision beside the bad one has not been made.
    let decisions = json!([
        { "line": 20, "decision": "accept" },
        { "line": 11, "decision": "accept" },
    ]);
    desk.refused("review.decide", json!({ "list": list, "decisions": decisions }));
    let view = desk.call("payments.list", json!({ "list": list }));
    assert_eq!(view["counts"]["open"], 15);
}

#[test]
fn proposals_are_what_a_person_sees_at_once() {
    let mut desk = Desk::with_register();
    let list = draft(&mut desk);
    for (line, field, value) in [
        (8, "dossier_number", "00000136"),
        (11, "amount", "9000,00"),
        (12, "amount", "97429,65"),
        (14, "period_from", "2026-07-01"),
    ] {
        let row = desk.call("review.row", json!({ "list": list, "line": line }));
        let proposed = text(&row["proposal"]["fields"][field]).replace(['\u{a0}', ' '], "");
        assert_eq!(proposed.replace('-', ""), value.replace('-', ""), "line {line}");
        decide(&mut desk, &list, line, "correct", row["proposal"]["fields"].clone());
    }
}

#[test]
fn an_unknown_code_is_asked_about_once() {
    let mut desk = Desk::with_register();
    let list = draft(&mut desk);
    let code =
        json!({ "payment_code": "ZZZ9", "compensation": "NYA-SCHABLON", "person_bound": true });
    desk.call("codes.add", code);
    let view = desk.call("payments.list", json!({ "list": list }));
    assert_eq!(view["counts"]["open"], 14);
    let row = desk.call("review.row", json!({ "list": list, "line": 10 }));
    assert_eq!((&row["row"]["state"], &row["findings"]), (&json!("clean"), &json!([])));
    let wrong =
        json!({ "payment_code": "ZZZ8", "compensation": "FINNS-INTE", "person_bound": true });
    assert_eq!(desk.refused("codes.add", wrong).code, "unknown-compensation");
}

#[test]
fn a_difference_against_the_bank_needs_a_reason_and_stays() {
    let mut desk = Desk::with_register();
    let read = json!({ "id": api::new_id(), "path": data(LIST_A) });
    let list = text(&desk.call("payments.read", read)["summary"]["list"]);
    let refused = desk.refused("payments.commit", json!({ "list": list, "bank_ore": 90_000_000 }));
    assert_eq!(refused.code, "difference-needs-reason");
    assert!(refused.message.contains("9\u{a0}250,10"), "{}", refused.message);
    let request = json!({ "list": list, "bank_ore": 90_000_000, "reason": "Ett beslut saknas" });
    let view = desk.call("payments.commit", request);
    assert_eq!(
        (&view["summary"]["difference_ore"], &view["bank_reason"]),
        (&json!(925_010), &json!("Ett beslut saknas"))
    );
}

#[test]
fn a_draft_keeps_what_the_bank_credited() {
    let mut desk = Desk::with_register();
    let list = draft(&mut desk);
    let events = |desk: &mut Desk| {
        let events = desk.call("audit.events", json!({}));
        let of_bank = |event: &&Value| event["action"] == "payments.bank";
        events["events"].as_array().unwrap().iter().filter(of_bank).count()
    };
    // No reason is asked for yet: fifteen rows still wait.
    let kept = json!({ "list": list, "bank_ore": 41_000_000, "reason": null });
    let view = desk.call("payments.bank", kept.clone());
    assert_eq!(ore(&view["summary"]["difference_ore"]), 89_987_490 - 41_000_000);
    let kept = json!({ "list": list, "bank_ore": 41_000_000, "reason": "Ett beslut saknas" });
    desk.call("payments.bank", kept.clone());
    desk.call("payments.bank", kept);
    assert_eq!(events(&mut desk), 2, "one event for each change, none where nothing changes");

    desk.restart();
    let view = desk.call("payments.list", json!({ "list": list }));
    assert_eq!(
        (&view["summary"]["bank_ore"], &view["bank_reason"]),
        (&json!(41_000_000), &json!("Ett beslut saknas"))
    );
    // What it keeps is what it is taken in with.
    for (line, _, _, _) in FINDINGS {
        decide(&mut desk, &list, u32::try_from(line).unwrap(), "park", json!({}));
    }
    let view = desk.call("payments.commit", json!({ "list": list }));
    assert_eq!(
        (ore(&view["summary"]["difference_ore"]), &view["bank_reason"]),
        (41_245_962 - 41_000_000, &json!("Ett beslut saknas"))
    );
    let refused = desk.refused("payments.bank", json!({ "list": list, "bank_ore": 1 }));
    assert_eq!(refused.code, "difference-needs-reason");
    assert_eq!(refused.place.unwrap().field.as_deref(), Some("reason"));
}

#[test]
fn an_import_that_waits_keeps_the_amount_and_a_settled_difference_needs_no_reason() {
    let mut desk = Desk::with_register();
    let import = json!({ "bank_ore": 41_245_962, "reason": "Femton rader väntar" });
    let waits = desk.import(&data(BROKEN), import);
    assert_eq!((&waits["outcome"], ore(&waits["bank_ore"])), (&json!("findings"), 41_245_962));
    let list = text(&waits["list"]);
    for (line, _, _, _) in FINDINGS {
        decide(&mut desk, &list, u32::try_from(line).unwrap(), "park", json!({}));
    }
    let view = desk.call("payments.commit", json!({ "list": list }));
    assert_eq!((ore(&view["summary"]["difference_ore"]), &view["bank_reason"]), (0, &Value::Null));
}

#[test]
fn a_draft_tells_the_sum_of_its_file_and_a_list_that_was_taken_back_no_amount() {
    let mut desk = Desk::with_register();
    draft(&mut desk);
    let lists = desk.call("payments.lists", json!({}));
    let summary = &lists["lists"][0];
    assert_eq!((ore(&summary["file_ore"]), ore(&summary["net_ore"])), (89_987_490, 41_245_962));

    let list = desk.month_taken_in();
    desk.call("payments.reverse", json!({ "list": list, "reason": "Fel lista" }));
    let refused = desk.refused("payments.bank", json!({ "list": list, "bank_ore": 1 }));
    assert_eq!(refused.code, "list-not-committed");
}

#[test]
fn a_row_with_the_wrong_number_of_fields_can_be_recognised_but_has_no_meaning() {
    let mut desk = Desk::with_register();
    let list = draft(&mut desk);
    let page = desk.call("review.rows", json!({ "list": list, "filter": "errors" }));
    let row = |line: u64| {
        let rows = page["rows"].as_array().unwrap().clone();
        rows.into_iter().find(|row| row["line"] == line).unwrap()
    };
    let (few, many) = (row(17), row(18));
    for row in [&few, &many] {
        assert_eq!(
            (&row["payment_code"], &row["person_name"], &row["amount_ore"]),
            (&Value::Null, &json!(""), &Value::Null)
        );
        assert!(!text(&row["unread"]["payment_code"]).is_empty(), "{row}");
        let detail = desk.call("review.row", json!({ "list": list, "line": row["line"] }));
        assert_eq!(detail["row"]["unread"], row["unread"]);
    }
    // The last cells are those that are missing.
    assert_eq!(few["unread"]["amount"], Value::Null);
    // Cells that a separator in a name has cut are joined as they read best.
    assert_eq!(many["unread"]["family_name"], "Test; Semikolon");
    assert_eq!(many["unread"]["given_name"], "Juliett");
    assert_eq!(many["unread"]["amount"], "16\u{a0}500,00");
}

#[test]
fn a_short_row_of_a_list_with_both_names_in_one_column_is_recognised_too() {
    let mut desk = Desk::with_register();
    let profile = r#"
        kind = "payment-list"
        name = "ett-namn"
        version = 1
        [forms]
        dates = ["yyyy-mm-dd"]
        amounts = { decimal_sign = "," }
        [columns]
        payment_date = { names = ["Dag"], required = true }
        payment_code = { names = ["Kod"], required = true }
        full_name = { names = ["Namn"] }
        dossier_number = { names = ["Dossier"] }
        amount = { names = ["Kr"], required = true }
    "#;
    desk.call("profiles.add", json!({ "toml": profile }));
    let path = desk.path("ett-namn.csv");
    std::fs::write(&path, "Dag;Kod;Namn;Dossier;Kr\n2026-10-30;GSKA;Test, Juliett\n").unwrap();
    let read = json!({ "id": api::new_id(), "path": path });
    let list = text(&desk.call("payments.read", read)["summary"]["list"]);
    let page = desk.call("review.rows", json!({ "list": list }));
    assert_eq!(
        page["rows"][0]["unread"],
        json!({ "payment_date": "2026-10-30", "payment_code": "GSKA", "full_name": "Test, Juliett" })
    );
}

#[test]
fn a_line_is_found_on_its_page() {
    let mut desk = Desk::with_register();
    let mut table = String::from("Utbetalningsdag\tKod\tDossiernummer\tFrån och med\tBelopp\n");
    for row in 0..250 {
        table += &format!("2026-10-30\tGSKA\t99-000011\t2026-08-17\t{row},00\n");
    }
    let read = json!({ "id": api::new_id(), "name": "Pappersbeslut", "text": table });
    let list = text(&desk.call("payments.read", read)["summary"]["list"]);
    for (line, page, first) in
        [(2, 0, 2), (101, 0, 2), (102, 1, 102), (251, 2, 202), (9_999, 2, 202)]
    {
        let found = desk.call("review.rows", json!({ "list": list, "at_line": line }));
        assert_eq!(
            (&found["page"], &found["rows"][0]["line"]),
            (&json!(page), &json!(first)),
            "{line}"
        );
    }
    let filtered = json!({ "list": list, "filter": "open", "at_line": 2 });
    assert_eq!(desk.refused("review.rows", filtered).code, "bad-request");
}

#[test]
fn typed_and_pasted_rows_go_the_same_way() {
    let mut desk = Desk::with_register();
    let profiles = desk.call("profiles.list", json!({}));
    let manual =
        profiles["profiles"].as_array().unwrap().iter().find(|p| p["name"] == "manual").unwrap();
    let code = json!({ "field": "payment_code", "names": ["Kod"], "required": true });
    assert!(manual["columns"].as_array().unwrap().contains(&code), "{}", manual["columns"]);
    let table = "Utbetalningsdag\tKod\tDossiernummer\tFrån och med\tTill och med\tBelopp\n\
                 2026-10-30\tGSKA\t99-000011\t2026-08-17\t2026-09-13\t16800,00\n\
                 2026-10-30\tGSKA\t99-00001\t2026-08-17\t2026-09-13\t16800,00\n";
    let request = json!({ "id": api::new_id(), "name": "Pappersbeslut", "text": table });
    let view = desk.call("payments.read", request);
    assert_eq!(
        (&view["summary"]["file"], &view["summary"]["profile"]),
        (&json!("Pappersbeslut"), &json!("manual"))
    );
    assert_eq!((&view["counts"]["clean"], &view["counts"]["errors"]), (&json!(1), &json!(1)));
}

/// Without blanks: the reader of the PDF takes kerning for blanks.
fn dense(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

fn printed_text(pdf: &[u8]) -> String {
    let pdf = lopdf::Document::load_mem(pdf).unwrap();
    let pages: Vec<u32> = pdf.get_pages().into_keys().collect();
    dense(&pdf.extract_text(&pages).unwrap())
}

/// What stands in the broken file's columns for numbers and names; numbers in every form.
fn names_and_numbers() -> Vec<String> {
    let bytes = std::fs::read(data(BROKEN)).unwrap();
    // Windows-1252, of which the file uses what Latin-1 has too.
    let file: String = bytes.into_iter().map(char::from).collect();
    let mut found = Vec::new();
    for line in file.lines().skip(1) {
        for cell in line.split(';').skip(5).take(4) {
            let cell = cell.trim_matches('"').replace("\"\"", "\"");
            if cell.len() == 12 && cell.bytes().all(|byte| byte.is_ascii_digit()) {
                found.extend([format!("{}-{}", &cell[..8], &cell[8..]), cell[2..].to_owned()]);
            }
            found.extend([cell.replace('-', ""), cell]);
        }
    }
    // One person is called as the municipality and the user of the example are.
    found.retain(|text| !text.trim().is_empty() && text != "Exempel");
    assert!(found.len() > 100, "{}", found.len());
    found
}

#[test]
fn the_protocol_names_lines_and_decisions_but_nobody() {
    let mut desk = Desk::with_register();
    let list = draft(&mut desk);
    decide(&mut desk, &list, 20, "accept", json!({}));
    decide(&mut desk, &list, 4, "correct", json!({ "personal_number": "20170101-2393" }));
    let path = desk.path("protokoll.pdf");
    let written = desk.call("review.protocol", json!({ "list": list, "path": path }));
    let bytes = std::fs::read(path).unwrap();
    assert_eq!(written["bytes"], bytes.len());
    let printed = printed_text(&bytes);
    for (line, ..) in FINDINGS.into_iter().filter(|(line, ..)| *line != 4) {
        let row = desk.call("review.row", json!({ "list": list, "line": line }));
        let what = text(&row["findings"][0]["short"]);
        assert!(printed.contains(&dense(&what)), "{what}: {printed}");
    }
    for words in ["godtagen", "rättad", "EXEMPEL", BROKEN] {
        assert!(printed.contains(&dense(words)), "{words}: {printed}");
    }
    for personal in names_and_numbers() {
        assert!(!printed.contains(&dense(&personal)), "{personal}");
    }
}
