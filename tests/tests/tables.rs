//! Lists of the contract as tables: sorted, looked through, copied, printed and written over all their
//! rows, whichever list it is.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use acceptance::{BROKEN, Desk, KEY, SYSTEM_DAY, data, text};
use api::{Host, Right, Rights, Unwatched};
use calamine::{Data, Reader, Xlsx, open_workbook};
use serde_json::{Value, json};

/// A desk with persons enough for three pages, in no order.
fn many_persons() -> Desk {
    let mut desk = Desk::new();
    let names = ["Öberg", "Zetterström", "Ångman", "Ärlig", "Aalto", "de Geer"];
    let mut rows = String::from(
        "Person-id;Personnummer;Dossiernummer;Efternamn;Förnamn;Födelsedatum;Ansvar\r\n",
    );
    for row in 0..250 {
        let born =
            if row % 10 == 9 { String::new() } else { format!("19{:02}-05-04", row % 90 + 10) };
        let name = names[row % names.len()];
        rows += &format!("T{row:03};;97-{row:06};{name}-Test;Nummer {row};{born};7110\r\n");
    }
    desk.call("boards.put", json!({ "cost_centre": "7110", "name": "Nämnd A" }));
    let path = desk.path("register.csv");
    std::fs::write(&path, rows).unwrap();
    let done = desk.call("register.import", json!({ "path": path }));
    assert_eq!(done["persons_added"], 250, "{done}");
    desk
}

fn sorted(column: &str, descending: bool, page: u32) -> Value {
    let sort = json!({ "column": column, "descending": descending });
    json!({ "text": "", "shown": { "page": page, "sort": sort } })
}

fn all_of<'v>(rows: &'v Value, field: &str) -> Vec<&'v str> {
    rows.as_array().unwrap().iter().map(|row| row[field].as_str().unwrap_or("")).collect()
}

/// The cells of a workbook's first sheet.
fn cells(path: &std::path::Path) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    sheet.rows().map(<[Data]>::to_vec).collect()
}

#[test]
fn a_list_is_sorted_over_all_its_pages_in_swedish() {
    let mut desk = many_persons();
    let mut families = Vec::new();
    for page in 0..3 {
        let found = desk.call("persons.find", sorted("name", false, page));
        assert_eq!(found["listed"], json!({ "total": 250, "page": page }));
        families.extend(all_of(&found["persons"], "family_name").into_iter().map(str::to_owned));
    }
    assert_eq!(families.len(), 250);
    families.dedup();
    let expected = ["Aalto", "de Geer", "Zetterström", "Ångman", "Ärlig", "Öberg"];
    assert_eq!(families, expected.map(|name| format!("{name}-Test")));
    // Beyond the last page is the last.
    assert_eq!(desk.call("persons.find", sorted("name", true, 99))["listed"]["page"], 2);
}

#[test]
fn what_holds_nothing_stands_last_either_way() {
    let mut desk = many_persons();
    for (descending, first) in [(false, "1910-05-04"), (true, "1998-05-04")] {
        let found = desk.call("persons.find", sorted("born", descending, 0));
        assert_eq!(found["persons"][0]["birth_date"], first);
        let last = desk.call("persons.find", sorted("born", descending, 2));
        let born = all_of(&last["persons"], "birth_date");
        assert!(born[25..].iter().all(|day| day.is_empty()), "{born:?}");
        assert!(born[..25].iter().all(|day| !day.is_empty()), "{born:?}");
    }
}

#[test]
fn a_list_is_looked_through_in_every_column_that_it_has() {
    let mut desk = many_persons();
    for (find, total) in [
        ("angman", 42),
        ("97-000017", 1),
        ("97000017", 1),
        ("nummer 17 saknas", 0),
        ("aalto 1914", 3),
        ("nämnd", 250),
        ("\u{a0}Nummer\u{a0}249", 1),
    ] {
        let request = json!({ "text": "", "shown": { "find": find } });
        let found = desk.call("persons.find", request);
        assert_eq!(found["listed"]["total"], total, "{find}");
        assert_eq!(found["persons"].as_array().unwrap().len(), total.min(100), "{find}");
    }
    // The page on which a row stands, in this order.
    let mut at = sorted("dossier", false, 0);
    at["shown"]["at"] = json!("T217");
    let found = desk.call("persons.find", at);
    assert_eq!(
        (&found["listed"]["page"], &found["persons"][17]["person"]),
        (&json!(2), &json!("T217"))
    );
}

#[test]
fn what_has_changed_is_in_the_next_answer() {
    let mut desk = many_persons();
    let first = desk.call("persons.find", sorted("name", false, 0));
    assert_eq!(first["listed"]["total"], 250);
    desk.call("persons.add", json!({ "person": "T900", "family_name": "Aaby-Test" }));
    let next = desk.call("persons.find", sorted("name", false, 0));
    assert_eq!(
        (&next["listed"]["total"], &next["persons"][0]["person"]),
        (&json!(251), &json!("T900"))
    );
}

#[test]
fn a_protected_person_is_neither_found_nor_placed_by_what_is_hidden() {
    let mut desk = many_persons();
    let marking = json!([{ "kind": "protection", "marking": "secrecy-marking" }]);
    desk.call("persons.enter", json!({ "person": "T010", "facts": marking }));
    for find in ["Nummer 10", "97-000010"] {
        let found = desk.call("persons.find", json!({ "text": "", "shown": { "find": find } }));
        assert!(!all_of(&found["persons"], "person").contains(&"T010"), "{find}");
    }
    let words = json!({ "text": "", "shown": { "find": "skyddade personuppgifter" } });
    let found = desk.call("persons.find", words);
    assert_eq!(all_of(&found["persons"], "person"), ["T010"]);
    let path = desk.path("alla.xlsx");
    let shown = json!({ "list": "persons.find", "request": { "text": "" } });
    desk.call("list.write", json!({ "shown": shown, "path": path }));
    let rows = cells(&path);
    let hidden = rows.iter().find(|row| row.iter().any(|cell| *cell == "T010")).unwrap();
    assert_eq!(hidden[0], "Skyddade personuppgifter");
    let told = format!("{rows:?}");
    assert!(!told.contains("Nummer 10\"") && !told.contains("97-000010"), "{hidden:?}");
}

#[test]
fn the_file_holds_the_filter_the_order_and_the_columns_that_are_shown() {
    let mut desk = many_persons();
    let path = desk.path("urval.xlsx");
    let mut request = sorted("born", true, 1);
    request["shown"]["find"] = json!("öberg");
    let shown = json!({
        "list": "persons.find", "request": request, "columns": ["born", "name", "dossier"],
    });
    let write = json!({ "shown": shown, "narrowed": "Nämnd A", "path": path });
    let written = desk.call("list.write", write);
    assert_eq!(written["bytes"], std::fs::metadata(&path).unwrap().len());
    let rows = cells(&path);
    assert_eq!(rows[0], ["Född", "Namn", "Dossiernummer"].map(|head| Data::String(head.into())));
    // All that were found, not the page.
    assert_eq!(rows.len(), 1 + 42);
    assert!(matches!(rows[1][0], Data::DateTime(_)), "{:?}", rows[1]);
    assert!(rows[1][1].to_string().starts_with("Öberg-Test, Nummer"), "{:?}", rows[1]);
    let mut book: Xlsx<_> = open_workbook(&path).unwrap();
    let about = format!("{:?}", book.worksheet_range("Om listan").unwrap());
    for words in ["Exempelstads kommun", "EXEMPEL", "Nämnd A", "öberg", "Född", "2026-11-02"] {
        assert!(about.contains(words), "{words}: {about}");
    }
    let events = desk.call("audit.events", json!({}));
    let event = &events["events"][0];
    assert_eq!(
        (&event["action"], &event["object"]),
        (&json!("list.write"), &json!("persons.find"))
    );
    let detail = text(&event["detail"]);
    assert!(detail.contains("\"rows\":42") && !detail.contains("berg"), "{detail}");
}

#[test]
fn amounts_are_numbers_and_lines_are_picked_by_their_keys() {
    let mut desk = Desk::with_register();
    let list = desk.month_taken_in();
    let rows = desk.call("review.rows", json!({ "list": list }));
    let sum: i64 =
        rows["rows"].as_array().unwrap().iter().filter_map(|row| row["amount_ore"].as_i64()).sum();
    let request = json!({
        "list": list, "shown": { "sort": { "column": "amount", "descending": true } },
    });
    let path = desk.path("rader.xlsx");
    let shown = json!({ "list": "review.rows", "request": request, "columns": ["line", "amount"] });
    desk.call("list.write", json!({ "shown": shown, "path": path }));
    let written = cells(&path);
    let amounts: Vec<f64> = written[1..]
        .iter()
        .map(|row| match row[1] {
            Data::Float(amount) => amount,
            ref other => panic!("no number: {other:?}"),
        })
        .collect();
    assert_eq!(amounts.len(), 30);
    assert!(amounts.is_sorted_by(|one, next| one >= next), "{amounts:?}");
    let total: f64 = amounts.iter().sum();
    assert_eq!(format!("{total:.2}"), format!("{}.{:02}", sum / 100, sum % 100));
    // Two rows, in the order that is shown, whichever way their keys come.
    let shown = json!({
        "list": "review.rows", "request": request, "columns": ["line", "dossier", "amount"],
        "rows": ["2", "5"],
    });
    let copied = desk.call("list.copy", shown.clone());
    assert_eq!(copied["rows"], 2);
    let lines: Vec<&str> = copied["text"].as_str().unwrap().lines().collect();
    assert_eq!((lines.len(), lines[0]), (3, "Rad\tDossier\tBelopp"));
    assert!(lines[1].ends_with(",00") && !lines[1].contains('\u{a0}'), "{}", lines[1]);
    let printed = desk.call("list.print", shown);
    assert_eq!(printed["heads"], json!(["Rad", "Dossier", "Belopp"]));
    assert_eq!(printed["numbers"], json!([true, false, true]));
    assert_eq!(printed["rows"].as_array().unwrap().len(), 2);
}

#[test]
fn a_list_under_review_is_sorted_within_its_filter() {
    let mut desk = Desk::with_register();
    let read = desk.call("payments.read", json!({ "id": "trasig", "path": data(BROKEN) }));
    let list = text(&read["summary"]["list"]);
    let request = |filter: &str| {
        let sort = json!({ "column": "person", "descending": false });
        json!({ "list": list, "filter": filter, "shown": { "sort": sort } })
    };
    let counts = read["counts"].clone();
    for filter in ["all", "open", "errors", "warnings", "clean", "parked"] {
        let found = desk.call("review.rows", request(filter));
        assert_eq!(found["listed"]["total"], counts[filter], "{filter}");
    }
}

#[test]
fn who_may_not_see_a_list_may_not_write_it() {
    let mut desk = many_persons();
    desk.call("session.close", json!({}));
    let rights: Rights =
        Right::ALL.iter().copied().filter(|right| *right != Right::SeePersons).collect();
    let today = "2026-11-02".parse().ok();
    let mut host =
        Host::new("REVISOR", today).with_key(KEY).with_system_day(SYSTEM_DAY).with_rights(rights);
    host.call("session.open", json!({ "path": desk.path("desk.db") }), &Unwatched).unwrap();
    let shown = json!({ "list": "persons.find", "request": { "text": "" } });
    let write = json!({ "shown": shown, "path": desk.path("x.xlsx") });
    for (name, request) in
        [("list.write", write), ("list.copy", shown.clone()), ("list.print", shown)]
    {
        let refused = host.call(name, request, &Unwatched).unwrap_err();
        assert_eq!(refused.code, "right-missing", "{name}");
    }
    assert!(!desk.path("x.xlsx").exists());
}

#[test]
fn what_is_no_list_no_column_and_no_target_is_refused() {
    let mut desk = many_persons();
    let shown = |list: &str, column: &str| json!({ "list": list, "request": { "text": "" }, "columns": [column] });
    for (shown, field) in [
        (shown("session.status", "name"), "list"),
        (shown("nothing", "name"), "list"),
        (shown("persons.find", "nothing"), "columns"),
    ] {
        let refused = desk.refused("list.copy", shown);
        assert_eq!(refused.code, "bad-request");
        assert_eq!(refused.place.unwrap().field.as_deref(), Some(field));
    }
    let unknown = desk.refused("persons.find", sorted("nothing", false, 0));
    assert_eq!(
        (unknown.code.as_str(), unknown.place.unwrap().field.as_deref()),
        ("bad-request", Some("sort"))
    );
    let mistaken = desk.refused("persons.find", json!({ "shown": { "page": "x", "find": "a" } }));
    assert_eq!(mistaken.place.unwrap().field.as_deref(), Some("shown"));
    let database = json!({ "shown": shown("persons.find", "name"), "path": desk.path("desk.db") });
    assert_eq!(desk.refused("list.write", database).code, "target-is-database");
}

#[test]
fn columns_are_kept_for_each_user_without_an_event() {
    let mut desk = many_persons();
    let before = desk.call("audit.events", json!({}))["events"][0]["event"].clone();
    let columns = json!([
        { "id": "board", "width": 240, "hidden": false }, { "id": "name", "width": null, "hidden": true },
    ]);
    let keep = json!({ "list": "persons.find", "layout": { "columns": columns } });
    let kept = desk.call("list.keep_layout", keep);
    assert_eq!(kept["layouts"]["persons.find"]["columns"], columns);
    let unknown = json!({ "list": "nothing", "layout": { "columns": [] } });
    assert_eq!(desk.refused("list.keep_layout", unknown).code, "bad-request");
    desk.restart();
    assert_eq!(desk.call("list.layouts", json!({})), kept);
    let after = desk.call("audit.events", json!({}))["events"][0]["event"].clone();
    assert_eq!(before, after);
    desk.call("session.close", json!({}));
    let today = "2026-11-02".parse().ok();
    let mut other = Host::new("ANNAN", today).with_key(KEY).with_system_day(SYSTEM_DAY);
    other.call("session.open", json!({ "path": desk.path("desk.db") }), &Unwatched).unwrap();
    let own = other.call("list.layouts", json!({}), &Unwatched).unwrap();
    assert_eq!(own, json!({ "layouts": {} }));
}

#[test]
fn watches_are_narrowed_to_one_kind_of_which_each_has_its_count() {
    let mut desk = Desk::with_register();
    let facts = json!([
        { "kind": "birth", "date": "1990-03-01", "basis": "stated" },
        { "kind": "legal-ground", "ground": "permit", "valid_from": "2025-01-01",
          "valid_until": "2026-12-31" },
    ]);
    let person = json!({
        "person": "N1", "family_name": "Tillstånd-Test", "dossier_number": "99-300001",
        "facts": facts,
    });
    desk.call("persons.add", person);
    let all = desk.call("watches.list", json!({ "until": "2030-12-31", "shown": { "all": true } }));
    let kinds = all["kinds"].as_array().unwrap();
    let counts: Vec<u64> = kinds.iter().map(|kind| kind["count"].as_u64().unwrap()).collect();
    assert!(counts.len() > 1 && counts.is_sorted_by(|one, other| one >= other), "{kinds:?}");
    assert_eq!(counts.iter().sum::<u64>(), all["total"].as_u64().unwrap());
    let asked = json!({
        "kind": kinds[1]["kind"], "until": "2030-12-31", "shown": { "all": true },
    });
    let narrowed = desk.call("watches.list", asked);
    assert_eq!(narrowed["total"], kinds[1]["count"]);
    assert_eq!(narrowed["kinds"], all["kinds"], "the others are still there to choose");
}
