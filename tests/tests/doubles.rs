//! The same payment twice: within a list, between lists, and whatever is done to the rows.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use acceptance::{Desk, ore, text};
use serde_json::{Value, json};

const HEADER: &str = "Utbetalningsdag\tKod\tDossiernummer\tFrån och med\tTill och med\tBelopp\n";

/// A school payment of that amount: rows with the same amount are the same payment.
fn school(amount: &str) -> String {
    format!("2026-10-30\tGSKA\t99-000011\t2026-08-17\t2026-09-13\t{amount}\n")
}

/// Reads typed rows into a draft; the first row is line 2.
fn draft(desk: &mut Desk, name: &str, rows: &[String]) -> String {
    let text_of = format!("{HEADER}{}", rows.concat());
    let request = json!({ "id": api::new_id(), "name": name, "text": text_of });
    text(&desk.call("payments.read", request)["summary"]["list"])
}

fn taken_in(desk: &mut Desk, name: &str, rows: &[String]) -> String {
    let list = draft(desk, name, rows);
    desk.call("payments.commit", json!({ "list": list }));
    list
}

fn decide(desk: &mut Desk, list: &str, line: u32, decision: &str, fields: Value) -> Value {
    let one = json!({ "line": line, "decision": decision, "fields": fields });
    desk.call("review.decide", json!({ "list": list, "decisions": [one] }))
}

/// State and findings of a row: code, and the line that it names.
fn row(desk: &mut Desk, list: &str, line: u32) -> (String, Vec<String>) {
    let row = desk.call("review.row", json!({ "list": list, "line": line }));
    let findings = row["findings"].as_array().unwrap().iter();
    (text(&row["row"]["state"]), findings.map(|finding| text(&finding["code"])).collect())
}

fn is(state: &str, findings: &[&str]) -> (String, Vec<String>) {
    (state.to_owned(), findings.iter().map(|code| (*code).to_owned()).collect())
}

fn paid(desk: &mut Desk) -> i64 {
    ore(&desk.call("overview.start", json!({}))["chain"][0]["amount_ore"])
}

fn newest_events(desk: &mut Desk, count: usize) -> Vec<String> {
    let events = desk.call("audit.events", json!({}));
    let events = events["events"].as_array().unwrap().iter();
    events.take(count).map(|event| text(&event["action"])).collect()
}

#[test]
fn what_another_draft_took_in_meanwhile_is_not_taken_in_again() {
    let mut desk = Desk::with_register();
    let rows = [school("100,00"), school("0,00"), school("1 0O0,00"), school("5,00")];
    let first = draft(&mut desk, "csv", &rows);
    // Accepted as an amount of zero, not as a double.
    decide(&mut desk, &first, 3, "accept", json!({}));
    decide(&mut desk, &first, 4, "correct", json!({ "amount": "1000,00" }));
    let second = draft(&mut desk, "xlsx", &[school("100,00"), school("0,00"), school("1000,00")]);
    decide(&mut desk, &second, 3, "accept", json!({}));
    desk.call("payments.commit", json!({ "list": second }));
    assert_eq!(paid(&mut desk), 110_000);

    let refused = desk.refused("payments.commit", json!({ "list": first }));
    assert_eq!(refused.code, "rows-undecided");
    assert!(refused.message.contains('3'), "{}", refused.message);
    assert_eq!(newest_events(&mut desk, 2), ["payments.doubles", "payments.commit"]);
    assert_eq!(paid(&mut desk), 110_000, "nothing is paid twice");
    let double = "duplicate-of-earlier-list";
    assert_eq!(row(&mut desk, &first, 2), is("open", &[double]));
    assert_eq!(row(&mut desk, &first, 3), is("open", &["amount-zero", double]));
    assert_eq!(row(&mut desk, &first, 4), is("open", &[double]));
    assert_eq!(row(&mut desk, &first, 5), is("clean", &[]));

    // Looked for once more, nothing new is found and nothing is written.
    desk.refused("payments.commit", json!({ "list": first }));
    assert_eq!(newest_events(&mut desk, 2), ["payments.doubles", "payments.commit"]);
    // Parking and coming back is no acceptance.
    decide(&mut desk, &first, 3, "park", json!({}));
    desk.call("review.undo", json!({ "list": first, "line": 3 }));
    assert_eq!(row(&mut desk, &first, 3).0, "open");
    for line in [2, 3] {
        decide(&mut desk, &first, line, "accept", json!({}));
    }
    decide(&mut desk, &first, 4, "park", json!({}));
    let view = desk.call("payments.commit", json!({ "list": first }));
    assert_eq!(
        (&view["summary"]["state"], ore(&view["taken"]["net_ore"])),
        (&json!("committed"), 10_500)
    );
    assert_eq!(desk.call("audit.verify", json!({}))["ok"], true);
}

#[test]
fn a_double_of_a_list_that_was_taken_back_is_none_any_more() {
    let mut desk = Desk::with_register();
    let first = taken_in(&mut desk, "ett", &[school("100,00")]);
    let second = draft(&mut desk, "två", &[school("100,00"), school("5,00")]);
    assert_eq!(row(&mut desk, &second, 2), is("open", &["duplicate-of-earlier-list"]));
    desk.call("payments.reverse", json!({ "list": first, "reason": "Fel lista" }));
    decide(&mut desk, &second, 2, "park", json!({}));
    desk.call("review.undo", json!({ "list": second, "line": 2 }));
    assert_eq!(row(&mut desk, &second, 2), is("clean", &[]));
    desk.call("payments.commit", json!({ "list": second }));
    assert_eq!(paid(&mut desk), 10_500);
}

#[test]
fn a_double_stays_one_whatever_is_corrected_and_undone() {
    let mut desk = Desk::with_register();
    let rows = [school("100,00"), school("100,00"), school("100,00"), school("7,00")];
    let list = draft(&mut desk, "lista", &rows);
    let double = is("open", &["duplicate-row"]);
    assert_eq!(
        (row(&mut desk, &list, 3), row(&mut desk, &list, 4)),
        (double.clone(), double.clone())
    );

    // A correction that changes nothing of the payment leaves it a double.
    decide(&mut desk, &list, 3, "correct", json!({ "amount": "100,00" }));
    assert_eq!(row(&mut desk, &list, 3), double);
    desk.call("review.undo", json!({ "list": list, "line": 3 }));
    assert_eq!(row(&mut desk, &list, 3), double);
    // One that makes another payment of it clears it, and undoing brings the double back.
    decide(&mut desk, &list, 3, "correct", json!({ "amount": "101,00" }));
    assert_eq!(row(&mut desk, &list, 3), is("corrected", &[]));
    desk.call("review.undo", json!({ "list": list, "line": 3 }));
    assert_eq!(row(&mut desk, &list, 3), double);

    // What was accepted is not accepted anew when it comes back.
    decide(&mut desk, &list, 3, "accept", json!({}));
    assert_eq!(row(&mut desk, &list, 3), is("accepted", &["duplicate-row"]));
    decide(&mut desk, &list, 3, "correct", json!({ "amount": "7,00" }));
    assert_eq!(row(&mut desk, &list, 3), is("corrected", &[]));
    // The later of the two is the double.
    assert_eq!(row(&mut desk, &list, 5), double);
    desk.call("review.undo", json!({ "list": list, "line": 3 }));
    assert_eq!(
        (row(&mut desk, &list, 3), row(&mut desk, &list, 5)),
        (double.clone(), is("clean", &[]))
    );

    // When the first of three is another payment, the second is the one that the third equals.
    decide(&mut desk, &list, 2, "correct", json!({ "amount": "8,00" }));
    assert_eq!((row(&mut desk, &list, 3), row(&mut desk, &list, 4)), (is("clean", &[]), double));
    let third = desk.call("review.row", json!({ "list": list, "line": 4 }));
    assert!(text(&third["findings"][0]["message"]).contains("rad 3"), "{}", third["findings"]);
}

#[test]
fn a_correction_that_is_tried_shows_the_double_it_would_make() {
    let mut desk = Desk::with_register();
    let list = draft(&mut desk, "lista", &[school("100,00"), school("1O0,00")]);
    let fields = json!({ "amount": "100,00" });
    let tried = desk.call("review.try", json!({ "list": list, "line": 3, "fields": fields }));
    assert_eq!(tried["findings"][0]["code"], "duplicate-row", "{tried}");
    decide(&mut desk, &list, 3, "correct", fields);
    assert_eq!(row(&mut desk, &list, 3), is("open", &["duplicate-row"]));
}

#[test]
fn rows_of_a_code_that_became_known_are_compared() {
    let mut desk = Desk::with_register();
    let unknown = "2026-10-30\tZZZ9\t99-000011\t2026-08-17\t2026-09-13\t100,00\n".to_owned();
    let list = draft(&mut desk, "lista", &[unknown.clone(), unknown.clone(), unknown]);
    let code =
        json!({ "payment_code": "ZZZ9", "compensation": "NYA-SCHABLON", "person_bound": true });
    desk.call("codes.add", code);
    let double = is("open", &["duplicate-row"]);
    assert_eq!(
        [2, 3, 4].map(|line| row(&mut desk, &list, line)),
        [is("clean", &[]), double.clone(), double]
    );
}

#[test]
fn a_parked_row_that_equals_a_standing_payment_is_released_only_when_that_is_said() {
    let mut desk = Desk::with_register();
    let rows = [school("9,00"), school("1O0,00"), school("200,00"), school("200,00")];
    let first = draft(&mut desk, "ett", &rows);
    for line in [3, 5] {
        decide(&mut desk, &first, line, "park", json!({}));
    }
    desk.call("payments.commit", json!({ "list": first }));
    taken_in(&mut desk, "två", &[school("100,00")]);
    assert_eq!(paid(&mut desk), 900 + 20_000 + 10_000);

    // Corrected it is the payment that the other list brought.
    decide(&mut desk, &first, 3, "correct", json!({ "amount": "100,00" }));
    assert_eq!(row(&mut desk, &first, 3), is("parked", &["duplicate-of-earlier-list"]));
    assert_eq!(paid(&mut desk), 30_900, "nothing is released yet");
    let corrected = desk.call("review.row", json!({ "list": first, "line": 3 }));
    assert_eq!(corrected["row"]["amount_ore"], 10_000, "the correction is kept");
    decide(&mut desk, &first, 3, "accept", json!({}));
    assert_eq!(row(&mut desk, &first, 3).0, "corrected");
    assert_eq!(paid(&mut desk), 40_900);

    // Parked with the warning in sight: accepting it says that it is no mistake.
    assert_eq!(row(&mut desk, &first, 5), is("parked", &["duplicate-row"]));
    decide(&mut desk, &first, 5, "accept", json!({}));
    assert_eq!((row(&mut desk, &first, 5).0, paid(&mut desk)), ("accepted".to_owned(), 60_900));
    assert_eq!(desk.call("audit.verify", json!({}))["ok"], true);
}

#[test]
fn a_parked_row_is_not_accepted_for_a_double_that_came_after_it() {
    let mut desk = Desk::with_register();
    let first = draft(&mut desk, "ett", &[school("9,00"), school("0,00")]);
    decide(&mut desk, &first, 3, "park", json!({}));
    desk.call("payments.commit", json!({ "list": first }));
    let second = draft(&mut desk, "två", &[school("0,00")]);
    decide(&mut desk, &second, 2, "accept", json!({}));
    desk.call("payments.commit", json!({ "list": second }));

    decide(&mut desk, &first, 3, "accept", json!({}));
    let both = ["amount-zero", "duplicate-of-earlier-list"];
    assert_eq!(row(&mut desk, &first, 3), is("parked", &both));
    decide(&mut desk, &first, 3, "accept", json!({}));
    assert_eq!(row(&mut desk, &first, 3), is("accepted", &both));
}

const FULL: &str = "Utbetalningsdag\tBeslutsdag\tÄrende\tKod\tDossiernummer\tPersonnummer\tEfternamn\t\
                    Förnamn\tFrån och med\tTill och med\tBelopp\n";

/// A row under [`FULL`]; by field, what is written otherwise than usual.
fn full(otherwise: &[(usize, &str)]) -> String {
    let mut cells = [
        "2026-10-30",
        "2026-10-14",
        "9.9.9-2026-00101",
        "GSKA",
        "99-000011",
        "20170101-2393",
        "Testsson",
        "Alfa",
        "2026-08-17",
        "2026-09-13",
        "16800,00",
    ];
    for (field, text) in otherwise {
        cells[*field] = text;
    }
    format!("{}\n", cells.join("\t"))
}

fn full_draft(desk: &mut Desk, rows: &[String]) -> String {
    let request = json!({
        "id": api::new_id(), "name": "lista", "text": format!("{FULL}{}", rows.concat()),
    });
    text(&desk.call("payments.read", request)["summary"]["list"])
}

/// What is found about a file as a whole that is only looked at.
fn full_preview(desk: &mut Desk, rows: &[String]) -> Vec<String> {
    let path = desk.path("sedd.txt");
    std::fs::write(&path, format!("{FULL}{}", rows.concat())).unwrap();
    let request = json!({ "path": path, "profile": "manual" });
    let shown = desk.call("payments.preview", request);
    let found = shown["diagnostics"].as_array().unwrap().iter();
    found.map(|one| text(&one["code"])).collect()
}

fn full_taken_in(desk: &mut Desk, rows: &[String]) -> String {
    let list = full_draft(desk, rows);
    desk.call("payments.commit", json!({ "list": list }));
    list
}

#[test]
fn the_same_payment_is_found_however_it_is_written() {
    let mut desk = Desk::with_register();
    full_taken_in(&mut desk, &[full(&[])]);
    let ways: [&[(usize, &str)]; 9] = [
        &[(2, "")],
        &[(2, "9.9.9-2026\u{a0}00101 ")],
        &[(1, "")],
        &[(1, "2026-10-20")],
        &[(0, "2026-10-31")],
        &[(6, "TESTSSON"), (7, "ALFA")],
        &[(6, ""), (7, "")],
        &[(4, "")],
        &[(5, "")],
    ];
    for way in ways {
        let list = full_draft(&mut desk, &[full(way), full(&[(8, "2026-08-18")])]);
        assert_eq!(row(&mut desk, &list, 2), is("open", &["payment-again"]), "{way:?}");
        assert_eq!(row(&mut desk, &list, 3), is("clean", &[]), "{way:?}");
        desk.call("payments.discard", json!({ "list": list }));
    }
}

#[test]
fn nobody_need_be_in_the_register_for_it() {
    let mut desk = Desk::new();
    full_taken_in(&mut desk, &[full(&[])]);
    for way in [(4, ""), (5, "")] {
        let list = full_draft(&mut desk, &[full(&[way])]);
        assert_eq!(row(&mut desk, &list, 2), is("open", &["payment-again"]), "{way:?}");
        desk.call("payments.discard", json!({ "list": list }));
    }
}

#[test]
fn what_is_paid_on_good_grounds_gives_no_warning() {
    let mut desk = Desk::with_register();
    let first = full_taken_in(&mut desk, &[full(&[])]);
    let back: &[(usize, &str)] =
        &[(0, "2026-11-27"), (2, "9.9.9-2026-00900"), (3, "Å-GSK"), (10, "-16800,00")];
    let again: &[(usize, &str)] = &[(0, "2026-12-30"), (2, "9.9.9-2026-00901")];
    for rows in [
        vec![full(&[(8, "2026-09-14"), (9, "2026-10-11")])],
        vec![full(&[(3, "GYMN")])],
        vec![full(back)],
        vec![full(again)],
    ] {
        let list = full_draft(&mut desk, &rows);
        assert_eq!(row(&mut desk, &list, 2), is("clean", &[]), "{rows:?}");
        desk.call("payments.commit", json!({ "list": list }));
    }
    desk.call("payments.reverse", json!({ "list": first, "reason": "Fel lista" }));
}

#[test]
fn the_same_person_is_found_through_a_merge_also_one_made_after_reading() {
    let mut desk = Desk::with_register();
    full_taken_in(&mut desk, &[full(&[])]);
    let other = [full(&[(4, "99-000060"), (5, ""), (6, "Provsson"), (7, "Foxtrot")])];
    let list = full_draft(&mut desk, &other);
    assert_eq!(row(&mut desk, &list, 2), is("clean", &[]));
    desk.call("persons.merge", json!({ "person": "P06", "into": "P01", "confirmed": true }));
    let refused = desk.refused("payments.commit", json!({ "list": list }));
    assert_eq!(refused.code, "rows-undecided");
    assert_eq!(row(&mut desk, &list, 2), is("open", &["payment-again"]));
    let read_now = full_draft(&mut desk, &[other[0].replace("2026-10-14", "2026-10-15")]);
    assert_eq!(row(&mut desk, &read_now, 2), is("open", &["payment-again"]));
}

#[test]
fn a_corrected_list_proposes_the_difference() {
    let mut desk = Desk::with_register();
    let other = full(&[(8, "2026-09-14"), (9, "2026-10-11"), (2, "9.9.9-2026-00102")]);
    full_taken_in(&mut desk, &[full(&[]), other.clone()]);
    let list = full_draft(&mut desk, &[full(&[(10, "17000,00")]), other]);
    assert_eq!(row(&mut desk, &list, 2), is("open", &["amount-differs-from-earlier"]));
    assert_eq!(row(&mut desk, &list, 3), is("open", &["duplicate-of-earlier-list"]));
    let changed = desk.call("review.row", json!({ "list": list, "line": 2 }));
    let message = text(&changed["findings"][0]["message"]).replace('\u{a0}', " ");
    for part in ["16 800,00", "17 000,00", "200,00", "rad 2"] {
        assert!(message.contains(part), "{message}");
    }
    assert_eq!(changed["proposal"]["fields"], json!({ "amount": "200.00" }));
    decide(&mut desk, &list, 3, "park", json!({}));
    decide(&mut desk, &list, 2, "correct", changed["proposal"]["fields"].clone());
    assert_eq!(row(&mut desk, &list, 2), is("corrected", &[]));
    desk.call("payments.commit", json!({ "list": list }));
    assert_eq!(paid(&mut desk), 2 * 1_680_000 + 20_000);
}

#[test]
fn a_list_of_as_many_rows_and_the_same_sum_is_told() {
    let mut desk = Desk::with_register();
    // Nobody's rows: nothing else tells that they come again.
    let rows = |case: &str, until: &str| -> Vec<String> {
        let nobody = |number: &str, amount| {
            full(&[
                (2, number),
                (3, "XFORD"),
                (4, ""),
                (5, ""),
                (6, ""),
                (7, ""),
                (8, "2026-01-01"),
                (9, until),
                (10, amount),
            ])
        };
        vec![nobody(&format!("{case}1"), "100,00"), nobody(&format!("{case}2"), "200,00")]
    };
    let findings = |desk: &mut Desk, list: &str| {
        let view = desk.call("payments.list", json!({ "list": list }));
        let found = view["list_findings"].as_array().unwrap().iter();
        found.map(|finding| text(&finding["code"])).collect::<Vec<_>>()
    };
    full_taken_in(&mut desk, &rows("a", "2026-12-31"));
    let other_year = full_draft(&mut desk, &rows("b", "2026-11-30"));
    assert_eq!(findings(&mut desk, &other_year), [""; 0]);
    // A file that is only looked at says so too, before anything is read in.
    for (case, until, told) in
        [("d", "2026-11-30", &[][..]), ("e", "2026-12-31", &["list-again"][..])]
    {
        let shown = full_preview(&mut desk, &rows(case, until));
        assert_eq!(shown, told, "{case}");
    }
    let list = full_draft(&mut desk, &rows("c", "2026-12-31"));
    assert_eq!(findings(&mut desk, &list), ["list-again"]);
    assert_eq!(desk.refused("payments.commit", json!({ "list": list })).code, "rows-undecided");
    decide(&mut desk, &list, 1, "accept", json!({}));
    desk.call("payments.commit", json!({ "list": list }));
}

#[test]
fn a_sign_that_shows_nothing_is_a_fault_with_a_proposal() {
    let mut desk = Desk::with_register();
    let list = full_draft(&mut desk, &[full(&[(2, "9.9.9\u{200b}-1"), (7, "Al\u{ad}fa")])]);
    assert_eq!(row(&mut desk, &list, 2), is("open", &["invisible-text", "invisible-text"]));
    let seen = desk.call("review.row", json!({ "list": list, "line": 2 }));
    assert_eq!(seen["proposal"]["fields"], json!({ "case_number": "9.9.9-1" }));
}

#[test]
fn twelve_clean_months_give_no_such_warning() {
    let mut desk = Desk::new();
    let folder = desk.path("sample");
    let order = json!({
        "persons": 40, "months": 12, "seed": 5, "anomalies": 0, "folder": folder,
    });
    desk.sample(order).unwrap();
    desk.call("register.import", json!({ "path": folder.join("register.csv") }));
    let key: Value =
        serde_json::from_slice(&std::fs::read(folder.join("facit.json")).unwrap()).unwrap();
    let lists = key["lists"].as_array().unwrap();
    assert_eq!(lists.len(), 12);
    for list in lists {
        let path = folder.join(list["file"].as_str().unwrap());
        desk.on("2027-12-31");
        let done = desk.import(&path, json!({}));
        assert_eq!((&done["outcome"], &done["rows"]), (&json!("done"), &list["rows"]), "{done}");
    }
}

#[test]
fn a_number_that_the_register_lacks_is_told_and_added_and_the_payment_is_found_by_it() {
    let mut desk = Desk::with_register();
    let stranger = [(4, "97-000011"), (5, "")];
    let list = full_taken_in(&mut desk, &[full(&stranger)]);
    desk.call("match.run", json!({ "list": list }));
    let early = json!({ "list": list, "line": 2 });
    assert_eq!(desk.refused("match.add_numbers", early.clone()).code, "row-not-matched");
    let chosen = desk.call("match.choose", json!({ "list": list, "line": 2, "person": "P01" }));
    assert_eq!(chosen["has_new_number"], true, "{chosen}");
    // The same payment under the number that the register has is not seen to be the same yet.
    let other = full_draft(&mut desk, &[full(&[])]);
    assert_eq!(row(&mut desk, &other, 2), is("clean", &[]));
    desk.call("payments.discard", json!({ "list": other }));
    let added = desk.call("match.add_numbers", early.clone());
    assert_eq!(
        (&added["has_new_number"], &added["person"]["person"]),
        (&json!(false), &json!("P01"))
    );
    assert_eq!(desk.call("match.add_numbers", early), added, "once more adds nothing");
    let known = desk.call("persons.view", json!({ "person": "P01" }));
    assert!(known["dossier_numbers"].as_array().unwrap().contains(&json!("97000011")), "{known}");
    let again = full_draft(&mut desk, &[full(&[])]);
    assert_eq!(row(&mut desk, &again, 2), is("open", &["payment-again"]));
}
