//! Lists of pupils: what they say beside the register, who is missing from them, and the four-week periods
//! that they give.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use acceptance::{Desk, ore, text};
use serde_json::{Value, json};

const HEAD: &str =
    "Personnummer;Dossiernummer;Efternamn;Förnamn;Skolform;Program;Började;Från;Till\r\n";

/// The sample register on 20 November 2026, with the terms of the year.
fn desk() -> Desk {
    let mut desk = Desk::with_register();
    desk.on("2026-11-20");
    let mut document = desk.call("settings.get", json!({}));
    let settings = &mut document["settings"];
    settings["school"]["terms"] = json!([
        { "from": "2026-01-12", "until": "2026-06-11" },
        { "from": "2026-08-17", "until": "2026-12-18" },
    ]);
    settings["claims"]["since"] = json!("2026-01-01");
    desk.call("settings.put", document);
    desk
}

fn read_about(desk: &mut Desk, id: &str, rows: &[&str], period: &str, unit: Option<&str>) -> Value {
    let path = desk.path(&format!("{id}.csv"));
    std::fs::write(&path, format!("{HEAD}{}\r\n", rows.join("\r\n"))).unwrap();
    let request = json!({ "id": id, "path": path, "period": period, "unit": unit });
    desk.call("school.read", request)
}

fn read(desk: &mut Desk, id: &str, rows: &[&str], period: &str) -> Value {
    read_about(desk, id, rows, period, None)
}

/// Codes of what is found in the open rows, by line.
fn found(desk: &mut Desk, draft: &str) -> Vec<(i64, String)> {
    let rows = desk.call("school.rows", json!({ "draft": draft, "filter": "open" }));
    let lines: Vec<Value> =
        rows["rows"].as_array().unwrap().iter().map(|row| row["line"].clone()).collect();
    let mut all = Vec::new();
    for line in lines {
        let row = desk.call("school.row", json!({ "draft": draft, "line": line }));
        for finding in row["findings"].as_array().unwrap() {
            assert!(!text(&finding["message"]).contains('{'), "{finding}");
            all.push((ore(&line), text(&finding["code"])));
        }
    }
    all.sort();
    all
}

fn told(expected: &[(i64, &str)]) -> Vec<(i64, String)> {
    expected.iter().map(|(line, code)| (*line, (*code).to_owned())).collect()
}

fn decide(desk: &mut Desk, draft: &str, decisions: Value) -> Value {
    desk.call("school.decide", json!({ "draft": draft, "decisions": decisions }))
}

/// Added, changed, ended and unchanged.
fn taken(desk: &mut Desk, draft: &str) -> [i64; 4] {
    let done = desk.call("school.commit", json!({ "draft": draft }));
    ["added", "changed", "ended", "unchanged"].map(|name| ore(&done[name]))
}

/// Days of the schooling of somebody, as the register knows it.
fn schooling(desk: &mut Desk, person: &str) -> Vec<(String, String, String)> {
    let facts = desk.call("persons.facts", json!({ "person": person }));
    let facts = facts["facts"].as_array().unwrap().iter();
    let schools = facts.filter(|fact| fact["kind"] == "schooling");
    let day = |day: &Value| day.as_str().unwrap_or_default().to_owned();
    let mut known: Vec<_> = schools
        .map(|fact| (text(&fact["form"]), day(&fact["valid_from"]), day(&fact["valid_until"])))
        .collect();
    known.sort();
    known
}

fn school(form: &str, from: &str, until: &str) -> (String, String, String) {
    (form.to_owned(), from.to_owned(), until.to_owned())
}

const P04: &str = "20100514-2391;;Ärlig-Test;Delta;Grundskola;;;2026-08-17;";
const P05: &str = "20111103-2387;;Exempel;Echo;GR;;;2026-08-17;2026-09-30";

#[test]
fn what_a_list_says_is_added_changed_ended_or_known() {
    let mut desk = desk();
    let draft = read(&mut desk, "q3", &[P04, P05], "2026Q3");
    assert_eq!((&draft["profile"], &draft["ready"]), (&json!("pupils"), &json!(true)), "{draft}");
    let rows = desk.call("school.rows", json!({ "draft": "q3" }));
    assert_eq!(rows["rows"][0]["meant"]["outcome"], "added", "{rows}");
    assert_eq!(rows["rows"][0]["meant"]["schooling.form"], "Grundskola", "{rows}");
    assert_eq!(taken(&mut desk, "q3"), [2, 0, 0, 0]);
    assert_eq!(schooling(&mut desk, "P04"), [school("compulsory", "2026-08-17", "")]);
    assert_eq!(schooling(&mut desk, "P05"), [school("compulsory", "2026-08-17", "2026-09-30")]);

    let q4 = [
        // There all the time, cut at the quarter and at the end of term.
        "20100514-2391;;Ärlig-Test;Delta;Grundskola;;;2026-10-01;2026-12-18",
        // Goes on where the last list ended, and leaves.
        "20111103-2387;;Exempel;Echo;Grundskola;;;2026-10-01;2026-11-06",
    ];
    read(&mut desk, "q4", &q4, "2026Q4");
    let rows = desk.call("school.rows", json!({ "draft": "q4" }));
    assert_eq!(rows["rows"][1]["meant"]["outcome"], "changed", "{rows}");
    assert_eq!(taken(&mut desk, "q4"), [0, 1, 0, 1]);
    assert_eq!(schooling(&mut desk, "P05"), [school("compulsory", "2026-08-17", "2026-11-06")]);
    read(
        &mut desk,
        "slut",
        &["20100514-2391;;Ärlig-Test;Delta;GR;;;2026-10-01;2026-11-13"],
        "2026Q4",
    );
    assert_eq!(taken(&mut desk, "slut"), [0, 0, 1, 0]);
    assert_eq!(schooling(&mut desk, "P04"), [school("compulsory", "2026-08-17", "2026-11-13")]);
    let pupils = desk.call("school.list", json!({ "period": "2026Q3" }));
    assert_eq!(ore(&pupils["total"]), 2, "{pupils}");
    assert_eq!(pupils["pupils"][0]["schooling"][0]["form_text"], "Grundskola", "{pupils}");
}

#[test]
fn another_form_ends_the_one_before() {
    let mut desk = desk();
    read(&mut desk, "vår", &["20090228-2391;;Provsson;Foxtrot;GR;;;2026-01-12;"], "2026Q2");
    taken(&mut desk, "vår");
    let row = "20090228-2391;;Provsson;Foxtrot;Gymnasieskola;IM;;2026-08-17;";
    read(&mut desk, "höst", &[row], "2026Q3");
    assert_eq!(taken(&mut desk, "höst"), [1, 0, 0, 0]);
    let known = [
        school("compulsory", "2026-01-12", "2026-08-16"),
        school("upper-secondary", "2026-08-17", ""),
    ];
    assert_eq!(schooling(&mut desk, "P06"), known);
}

#[test]
fn every_doubt_has_its_line() {
    let mut desk = desk();
    let rows = [
        P04,
        P04,
        "20100514-2391;;Ärlig-Test;Delta;Gymnasieskola;;;2026-09-01;",
        "20111103-2387;;Annan;Människa;Grundskola;;;2026-08-17;",
        "20090228-2391;;Provsson;Foxtrot;Grundskola;;;2026-07-01;2026-07-15",
        "20080212-2390;;Öberg-Test;Charlie;Förskola;;;2026-08-17;",
        ";99-999999;Ny;Elev;Grundskola;;;2026-08-17;",
        ";99-999998;Öberg-Test;Charlie;Grundskola;;;2026-08-17;",
        ";99-999997;;;Grundskola;;;2026-08-17;",
        ";;Utan;Nummer;Grundskola;;;2026-08-17;",
        ";99-000011;;;Trädgård;;;2026-08-17;",
        ";99-000011;;;Grundskola;;;;",
        ";99-000011;;;Grundskola;;;2026-08-17;2026-08-01",
        ";99-000011;;;Gymnasieskola;;;2025-02-01;2025-03-01",
    ];
    read(&mut desk, "q3", &rows, "2026Q3");
    let expected = [
        (3, "pupil-twice"),
        (4, "pupil-rows-overlap"),
        (5, "number-of-other-name"),
        (6, "pupil-outside-term"),
        (7, "pupil-age"),
        (8, "pupil-new"),
        (9, "pupil-proposed"),
        (10, "person-not-in-register"),
        (11, "missing-identity"),
        (12, "value-not-known"),
        (13, "missing-value"),
        (14, "period-reversed"),
        (15, "pupil-age"),
        (15, "pupil-outside-period"),
    ];
    assert_eq!(found(&mut desk, "q3"), told(&expected));
    let proposed = desk.call("school.row", json!({ "draft": "q3", "line": 9 }));
    assert!(text(&proposed["findings"][0]["message"]).contains("P03"), "{proposed}");
    assert_eq!(desk.refused("school.commit", json!({ "draft": "q3" })).code, "rows-undecided");
    assert_eq!(schooling(&mut desk, "P04"), [], "nothing before all is decided");
}

#[test]
fn whoever_is_new_is_added_or_is_somebody() {
    let mut desk = desk();
    let rows = [
        ";99-999999;Ny;Elev;Grundskola;;;2026-01-12;2026-06-11",
        ";99-999999;Ny;Elev;Gymnasieskola;IM;;2026-08-17;",
        ";99-999998;Öberg-Test;Charlie;Gymnasieskola;;;2026-08-17;",
    ];
    read(&mut desk, "år", &rows, "2026");
    let decisions = json!([
        { "line": 2, "decision": "accept" },
        { "line": 3, "decision": "accept" },
        { "line": 4, "decision": "correct", "fields": { "person_id": "P03" } },
    ]);
    assert_eq!(decide(&mut desk, "år", decisions)["ready"], true);
    assert_eq!(taken(&mut desk, "år"), [3, 0, 0, 0]);
    assert_eq!(schooling(&mut desk, "P03"), [school("upper-secondary", "2026-08-17", "")]);
    let new = desk.call("persons.find", json!({ "text": "99999999" }));
    assert_eq!(ore(&new["total"]), 1, "{new}");
    let new = text(&new["persons"][0]["person"]);
    assert_eq!(schooling(&mut desk, &new).len(), 2);
}

#[test]
fn whom_the_last_list_had_is_asked_for_and_never_ended_unseen() {
    let mut desk = desk();
    let unit = Some("7120");
    read_about(&mut desk, "q3", &[P04, P05], "2026Q3", unit);
    taken(&mut desk, "q3");
    // Another unit's list lacks nobody.
    let other = read_about(&mut desk, "annan", &[P04], "2026Q4", Some("7110"));
    assert_eq!(ore(&other["absent"]), 0, "{other}");
    desk.call("school.discard", json!({ "draft": "annan" }));

    let only = "20100514-2391;;Ärlig-Test;Delta;Grundskola;;;2026-10-01;";
    let draft = read_about(&mut desk, "q4", &[only], "2026Q4", unit);
    assert_eq!((ore(&draft["absent"]), &draft["ready"]), (1, &json!(false)), "{draft}");
    assert_eq!(found(&mut desk, "q4"), told(&[(3, "pupil-not-in-list")]));
    let row = desk.call("school.row", json!({ "draft": "q4", "line": 3 }));
    assert_eq!(row["row"]["person"], "P05", "{row}");
    // Accepted the register stays as it was.
    decide(&mut desk, "q4", json!([{ "line": 3, "decision": "accept" }]));
    assert_eq!(taken(&mut desk, "q4"), [0, 0, 0, 2]);
    assert_eq!(schooling(&mut desk, "P05"), [school("compulsory", "2026-08-17", "2026-09-30")]);

    // Parked he is asked for again, however many lists have lacked him.
    desk.call(
        "persons.enter",
        json!({ "person": "P05", "facts": [
        { "kind": "schooling", "form": "compulsory", "valid_from": "2026-10-01" },
    ] }),
    );
    let draft = read_about(&mut desk, "q4b", &[only], "2026Q4", unit);
    assert_eq!(ore(&draft["absent"]), 1, "{draft}");
    decide(&mut desk, "q4b", json!([{ "line": 3, "decision": "park" }]));
    taken(&mut desk, "q4b");
    let next = "20100514-2391;;Ärlig-Test;Delta;Grundskola;;;2027-01-01;";
    let draft = read_about(&mut desk, "q1", &[next], "2027Q1", unit);
    assert_eq!(ore(&draft["absent"]), 1, "{draft}");
    let left = json!({ "schooling.valid_until": "2026-11-13" });
    decide(
        &mut desk,
        "q1",
        json!([
            { "line": 1, "decision": "accept" },
            { "line": 3, "decision": "correct", "fields": left },
        ]),
    );
    assert_eq!(taken(&mut desk, "q1"), [0, 0, 1, 1]);
    assert_eq!(
        schooling(&mut desk, "P05").last(),
        Some(&school("compulsory", "2026-10-01", "2026-11-13"))
    );
}

#[test]
fn a_decision_changes_only_what_it_is_about() {
    let mut desk = desk();
    read(&mut desk, "q3", &[P04, P04, P05], "2026Q3");
    assert_eq!(found(&mut desk, "q3"), told(&[(3, "pupil-twice")]));
    let correct = json!({ "personal_number": "200902282391" });
    let decisions = json!([{ "line": 2, "decision": "correct", "fields": correct }]);
    decide(&mut desk, "q3", decisions);
    // The first row is about somebody else now, whose name it does not have.
    assert_eq!(found(&mut desk, "q3"), told(&[(2, "number-of-other-name")]));
    desk.call("school.undo", json!({ "draft": "q3" }));
    assert_eq!(found(&mut desk, "q3"), told(&[(3, "pupil-twice")]));
    decide(&mut desk, "q3", json!([{ "line": 3, "decision": "accept" }]));
    assert_eq!(taken(&mut desk, "q3"), [2, 0, 0, 1]);
}

#[test]
fn without_terms_the_file_says_so() {
    let mut desk = Desk::with_register();
    let draft = read(&mut desk, "q3", &[P04], "2026Q3");
    assert_eq!(draft["file_findings"][0]["code"], "terms-missing", "{draft}");
    assert_eq!(draft["ready"], false);
    let path = desk.path("q3.csv");
    let unknown = json!({ "id": "x", "path": path, "unit": "0000" });
    assert_eq!(desk.refused("school.read", unknown).code, "no-such-board");
    let wrong = json!({ "id": "x", "path": path, "period": "2026Q7" });
    assert_eq!(desk.refused("school.read", wrong).code, "claimed-days-wrong");
}

#[test]
fn periods_are_counted_and_held_against_the_service() {
    let mut desk = desk();
    read(&mut desk, "q3", &["20090228-2391;;Provsson;Foxtrot;GR;;;2026-08-17;"], "2026Q3");
    desk.call(
        "persons.enter",
        json!({ "person": "P06", "facts": [
        { "kind": "legal-ground", "ground": "asylum-seeker", "valid_from": "2026-01-10" },
    ] }),
    );
    taken(&mut desk, "q3");
    let page = desk.call("school.periods", json!({ "period": "2026Q3" }));
    let row = &page["rows"][0];
    // Each begun period of 28 days from 17 August: that day and 14 September; a tenth of 168 000 each.
    assert_eq!(row["starts"], json!(["2026-08-17", "2026-09-14"]), "{page}");
    assert_eq!(
        (&row["person"], &row["compensation"], ore(&row["amount_ore"])),
        (&json!("P06"), &json!("ASYL-UTB-GRU"), 2 * 1_680_000)
    );
    assert_eq!((ore(&page["unknown"]), &row["service_ore"]), (1, &Value::Null));

    let claim = json!({ "compensation": "ASYL-UTB-GRU", "period": "2026Q3", "unit": "7130" });
    let claim = desk.call("claims.create", claim)["claim"].clone();
    let line = json!({
        "claim": claim, "person": "P06", "from": "2026-08-17", "until": "2026-10-11", "unit": "7130",
    });
    let view = desk.call("claims.add_line", line);
    let line = view["lines"][0]["line"].clone();
    let typed = |amount: i64| {
        json!({
            "claim": claim, "line": line, "service_ore": amount, "difference": "En period till",
        })
    };
    desk.call("claims.service", typed(3 * 1_680_000));
    let page = desk.call("school.periods", json!({ "period": "2026Q3", "differing": true }));
    let row = &page["rows"][0];
    assert_eq!((ore(&page["differing"]), ore(&page["unknown"])), (1, 0), "{page}");
    assert_eq!(ore(&row["difference_ore"]), 1_680_000, "{page}");
    desk.call("claims.service", typed(2 * 1_680_000));
    let page = desk.call("school.periods", json!({ "period": "2026Q3", "differing": true }));
    assert_eq!(ore(&page["total"]), 0, "{page}");
}
