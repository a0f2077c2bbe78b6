//! How many statements an answer takes: as many for a hundred rows as for one.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use acceptance::{Desk, example, text};
use serde_json::{Value, json};

/// Rows of everything in the larger database.
const MANY: usize = 100;
/// Lists, distributions and orders in it.
const MANY_LISTS: usize = 12;

/// Operations whose answers still take more statements the more rows there are. Each that is mended
/// leaves this list; none comes to it.
const GROWING: &[&str] = &["register.rows"];

/// What the two databases are asked.
struct Asked {
    list: String,
    distribution: String,
    order: String,
}

/// A database with `rows` of everything that stands in rows, and as many lists as asked for.
#[allow(clippy::too_many_lines, reason = "one desk with something of everything")]
fn desk_with(rows: usize, lists: usize) -> (Desk, Asked) {
    let mut desk = Desk::new();
    for (centre, name) in [("7110", "Nämnd A"), ("7120", "Nämnd B")] {
        desk.call("boards.put", json!({ "cost_centre": centre, "name": name }));
    }
    register(&mut desk, "register", 0, rows);
    desk.call("register.commit", json!({ "draft": "register" }));
    // Left as a draft: every row is somebody new.
    register(&mut desk, "utkast", 500, rows);
    decisions(&mut desk, rows);
    costs(&mut desk, rows);
    school(&mut desk, rows);
    payments(&mut desk, "utkast", "2026-10-30", rows, "0,00");
    payments(&mut desk, "stor", "2026-09-30", rows, "10,00");
    let (list, mut distribution) = taken_in(&mut desk, "stor", "2026-09");
    let mut order = ordered(&mut desk, &distribution);
    for number in 1..lists {
        let id = format!("lista-{number}");
        payments(&mut desk, &id, "2026-09-30", 1, &format!("{number},11"));
        (_, distribution) = taken_in(&mut desk, &id, "2026-09");
        ordered(&mut desk, &distribution);
    }
    desk.call("payments.read", unmatched("okända", rows));
    desk.call("payments.commit", json!({ "list": "okända" }));
    desk.call("match.run", json!({ "list": "okända" }));
    for row in 0..rows {
        let person = format!("R{row:03}");
        let open = json!({
            "id": format!("A{row}"), "person": person, "kind": "claim", "cost_centre": "7110",
            "due": { "due_on": "2026-11-10", "what": "svar" },
        });
        desk.call("cases.open", open);
        let grant = json!({
            "id": format!("B{row}"), "person": person, "compensation": "EKB-DYGN",
            "amount_ore": 100, "period_from": "2026-07-01", "period_until": "2026-09-30",
            "decided_on": "2026-10-15",
        });
        desk.call("expectation.decide", grant);
        let fault = json!({
            "id": format!("F{row}"), "period_from": "2026-01-01", "period_until": "2026-12-31",
            "words": "Vänta",
        });
        desk.call("expectation.note_fault", fault);
        let year = 2005 + row % 50;
        let quarter = 1 + row / 50;
        let last_day = json!({
            "compensation": "EKB-DYGN", "unit": "7110", "period": format!("{year}Q{quarter}"),
            "last_day": format!("{}-06-30", year + 1),
        });
        desk.call("last_days.set", last_day);
        let cost = json!({
            "id": format!("K{row}"), "persons": [{ "person": person }], "compensation": "EKB-VARD",
            "from": "2026-07-01", "until": "2026-07-31", "amount_ore": 100, "unit": "7110",
        });
        desk.call("costs.add", cost);
    }
    claim(&mut desk, rows);
    let persons: Vec<Value> =
        (0..rows).map(|row| json!({ "person": format!("R{row:03}") })).collect();
    let shared = json!({
        "id": "K", "persons": persons, "compensation": "EKB-VARD", "from": "2026-08-01",
        "until": "2026-08-31", "amount_ore": 1_000, "unit": "7110",
    });
    desk.call("costs.add", shared);
    let draft = json!({ "month": "2026-09", "id": "utkast", "draft": true });
    payments(&mut desk, "ofördelad", "2026-09-30", rows, "20,00");
    desk.call("payments.commit", json!({ "list": "ofördelad" }));
    desk.call("match.run", json!({ "list": "ofördelad" }));
    desk.call("distribution.run", draft);
    let view = desk.call("distribution.months", json!({}));
    assert!(view["months"].is_array(), "{view}");
    distribution = first_distribution(&mut desk, &list);
    order = if order.is_empty() { ordered(&mut desk, &distribution) } else { order };
    (desk, Asked { list, distribution, order })
}

/// A claim with a line for everybody, each of which finds something.
fn claim(desk: &mut Desk, rows: usize) {
    let create = json!({ "id": "C", "compensation": "EKB-VARD", "period": "2026Q3" });
    desk.call("claims.create", create);
    for row in 0..rows {
        let line = json!({
            "claim": "C", "person": format!("R{row:03}"), "amount_ore": 100, "unit": "7110",
            "from": "2026-07-01", "until": "2026-07-31",
        });
        desk.call("claims.add_line", line);
    }
}

fn first_distribution(desk: &mut Desk, list: &str) -> String {
    let view = desk.call("payments.list", json!({ "list": list }));
    text(&view["distributions"][0])
}

fn register(desk: &mut Desk, id: &str, from: usize, rows: usize) {
    let mut table = String::from(
        "Person-id;Personnummer;Dossiernummer;Efternamn;Förnamn;Födelsedatum;Ansvar\r\n",
    );
    for row in from..from + rows {
        table.push_str(&format!(
            "R{row:03};;97-{:06};Efternamn{row};Test;1990-01-01;7110\r\n",
            100_000 + row
        ));
    }
    let path = desk.path(&format!("{id}.csv"));
    std::fs::write(&path, table).unwrap();
    desk.call("register.read", json!({ "id": id, "path": path }));
}

const HEADER: &str = "Utbetalningsdag\tKod\tDossiernummer\tFrån och med\tTill och med\tBelopp\n";

fn table(day: &str, first_number: usize, rows: usize, amount: &str) -> String {
    let mut table = HEADER.to_owned();
    for row in 0..rows {
        let number = first_number + row;
        table.push_str(&format!("{day}\tGSKA\t97-{number:06}\t2026-08-17\t2026-09-13\t{amount}\n"));
    }
    table
}

/// A draft of decisions about everybody; every row waits, since the amount is none.
fn decisions(desk: &mut Desk, rows: usize) {
    let path = desk.path("beslut.txt");
    std::fs::write(&path, table("2026-10-30", 100_000, rows, "fel")).unwrap();
    desk.call("decisions.read", json!({ "id": "beslut", "path": path }));
}

/// A draft of costs of everybody; every row waits, since the amount is none.
fn costs(desk: &mut Desk, rows: usize) {
    let mut table = String::from("Person-id;Ersättning;Från;Till;Kostnad\r\n");
    for row in 0..rows {
        table.push_str(&format!("R{row:03};EKB-VARD;2026-07-01;2026-07-31;fel\r\n"));
    }
    let path = desk.path("kostnader.csv");
    std::fs::write(&path, table).unwrap();
    desk.call("costs.read", json!({ "id": "kostnader", "path": path }));
}

/// A draft of a list of pupils with everybody; every row waits, since the form is none.
fn school(desk: &mut Desk, rows: usize) {
    let mut table = String::from("Person-id;Efternamn;Förnamn;Skolform;Från;Till\r\n");
    for row in 0..rows {
        table.push_str(&format!("R{row:03};;;fel;2026-07-01;2026-07-31\r\n"));
    }
    let path = desk.path("elever.csv");
    std::fs::write(&path, table).unwrap();
    desk.call("school.read", json!({ "id": "elever", "path": path }));
}

fn payments(desk: &mut Desk, id: &str, day: &str, rows: usize, amount: &str) {
    let table = table(day, 100_000, rows, amount);
    desk.call("payments.read", json!({ "id": id, "name": id, "text": table }));
}

fn unmatched(id: &str, rows: usize) -> Value {
    json!({ "id": id, "name": id, "text": table("2026-08-31", 300_000, rows, "10,00") })
}

fn taken_in(desk: &mut Desk, id: &str, month: &str) -> (String, String) {
    let list = json!({ "list": id });
    desk.call("payments.commit", list.clone());
    desk.call("match.run", list);
    let run = desk.call("distribution.run", json!({ "month": month }));
    (id.to_owned(), text(&run["distribution"]))
}

fn ordered(desk: &mut Desk, distribution: &str) -> String {
    text(&desk.call("orders.create", json!({ "distribution": distribution }))["order"])
}

/// Operations that are asked without saying anything.
const PLAIN: &[&str] = &[
    "session.status",
    "overview.navigation",
    "overview.start",
    "payments.lists",
    "persons.views",
    "persons.kinds",
    "persons.duplicates",
    "register.drafts",
    "decisions.drafts",
    "costs.drafts",
    "school.drafts",
    "school.list",
    "original.list",
    "cases.list",
    "claims.list",
    "last_days.list",
    "costs.list",
    "candidates.list",
    "candidates.without_right",
    "candidates.answers",
    "candidates.risk",
    "candidates.escalations",
    "law.list",
    "law.additions",
    "expectation.awaited",
    "expectation.faults",
    "expectation.grants",
    "watches.list",
    "distribution.list",
    "distribution.months",
    "distribution.wrong",
    "orders.list",
    "audit.events",
    "audit.head",
    "users.list",
    "attests.register",
    "attests.waiting",
    "settings.get",
    "compensations.list",
    "codes.list",
    "boards.list",
    "key.list",
    "key.draft",
    "periods.list",
    "accounts.list",
    "profiles.list",
];

/// Lists with all their rows, for the clipboard and for paper.
fn whole_lists(list: &str) -> [(&'static str, Value); 5] {
    let of = |name: &str, request: Value| json!({ "list": name, "request": request });
    [
        ("list.layouts", json!({})),
        ("list.copy", of("persons.find", json!({}))),
        ("list.print", of("review.rows", json!({ "list": list }))),
        ("list.copy", of("match.rows", json!({ "list": list }))),
        ("list.copy", of("cases.list", json!({}))),
    ]
}

/// Every operation that only reads, with a request that meets as many rows as there are.
fn questions(desk: &mut Desk, asked: &Asked) -> Vec<(&'static str, Value)> {
    let Asked { list, distribution, order } = asked;
    let as_of = json!({ "as_of": "2027-06-30" });
    let draft = json!({ "list": "utkast" });
    let view = desk.call("distribution.view", json!({ "distribution": distribution }));
    let row = &view["groups"][0]["rows"][0];
    let cell = json!({
        "distribution": distribution, "compensation": row["compensation"],
        "cost_centre": row["cells"][0]["cost_centre"],
    });
    let view = desk.call("orders.view", json!({ "order": order }));
    let voucher = &view["vouchers"][0];
    let posting = json!({
        "order": order, "voucher": voucher["voucher"],
        "posting": voucher["postings"][0]["posting"],
    });
    let of_person = json!({ "person": "R000", "as_of": "2027-06-30" });
    let key = example("fordelningsnyckel-exempel.csv");
    let others = vec![
        ("overview.search", json!({ "text": "efternamn" })),
        ("overview.search", json!({ "text": "lista" })),
        ("payments.list", draft.clone()),
        ("payments.list", json!({ "list": list })),
        ("review.rows", draft.clone()),
        ("review.row", json!({ "list": "utkast", "line": 2 })),
        ("review.summary", draft),
        ("match.rows", json!({ "list": list })),
        ("match.rows", json!({ "list": "okända" })),
        ("persons.find", json!({ "text": "" })),
        ("persons.view", json!({ "person": "R000" })),
        ("persons.facts", json!({ "person": "R000" })),
        ("persons.as_known", json!({ "person": "R000", "day": "2026-11-02" })),
        ("persons.namesakes", json!({ "family_name": "Efternamn0", "given_name": "Test" })),
        ("register.proposals", json!({ "list": "okända" })),
        ("cases.view", json!({ "case": "A0" })),
        ("claims.view", json!({ "claim": "C" })),
        ("claims.candidates", json!({ "claim": "C" })),
        ("costs.show", json!({ "cost": "K" })),
        ("candidates.person", json!({ "person": "R000" })),
        ("candidates.net", json!({ "from": "2026-07", "until": "2026-09" })),
        ("expectation.overview", as_of.clone()),
        ("expectation.person", of_person.clone()),
        ("expectation.missing", as_of.clone()),
        ("expectation.reported", as_of.clone()),
        ("expectation.calendar", as_of),
        ("expectation.check_decisions", json!({ "month": "2026-10" })),
        ("law.year", json!({ "year": 2027 })),
        ("law.effect", json!({ "on": "2026-10-01" })),
        ("intake.list", json!({ "unit": "7110" })),
        ("intake.plan", json!({ "period": "2026Q3" })),
        ("intake.reminder", json!({ "unit": "7110" })),
        ("distribution.view", json!({ "distribution": distribution })),
        ("distribution.draft", json!({ "distribution": "utkast" })),
        ("key.try", json!({ "month": "2026-09", "path": key })),
        ("distribution.cell", cell),
        ("suspense.page", json!({})),
        ("orders.view", json!({ "order": order })),
        ("trace.posting", posting),
        ("trace.row", json!({ "list": list, "line": 2 })),
    ];
    let plain = PLAIN.iter().map(|name| (*name, json!({})));
    plain.chain(of_drafts()).chain(others).chain(whole_lists(list)).collect()
}

/// What is asked of drafts, of every kind.
fn of_drafts() -> Vec<(&'static str, Value)> {
    let draft = |id: &str| json!({ "draft": id });
    let row = |id: &str| json!({ "draft": id, "line": 2 });
    vec![
        ("register.draft", draft("utkast")),
        ("register.rows", draft("utkast")),
        ("register.row", row("utkast")),
        ("decisions.draft", draft("beslut")),
        ("decisions.rows", draft("beslut")),
        ("decisions.row", row("beslut")),
        ("costs.draft", draft("kostnader")),
        ("costs.rows", draft("kostnader")),
        ("school.draft", draft("elever")),
        ("school.rows", draft("elever")),
        ("school.row", row("elever")),
        ("school.periods", json!({ "period": "2026Q3" })),
    ]
}

/// Statements of each question, asked a second time: what is kept in memory is there by then.
fn counted(rows: usize, lists: usize) -> Vec<(&'static str, u64)> {
    let (mut desk, asked) = desk_with(rows, lists);
    desk.on("2027-06-30");
    let questions = questions(&mut desk, &asked);
    let count = |(name, request): (&'static str, Value)| {
        desk.call(name, request.clone());
        let before = store::statements();
        desk.call(name, request);
        (name, store::statements() - before)
    };
    questions.into_iter().map(count).collect()
}

#[test]
fn an_answer_takes_as_many_statements_for_a_hundred_rows_as_for_one() {
    let (few, many) = (counted(1, 1), counted(MANY, MANY_LISTS));
    let mut wrong = Vec::new();
    let mut growing = BTreeSet::new();
    for ((name, one), (_, hundred)) in few.iter().zip(&many).filter(|(few, many)| many.1 > few.1) {
        growing.insert(*name);
        if !GROWING.contains(name) {
            wrong.push(format!("{name}: {one} for one row, {hundred} for {MANY}"));
        }
    }
    let mended = GROWING.iter().filter(|name| !growing.contains(*name));
    wrong.extend(mended.map(|name| format!("{name} grows no more: take it out of the list")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The navigation is asked after every change: it does not look at what is done, however old the
/// database is.
#[test]
fn what_waits_is_told_at_once_in_an_old_database() {
    const OLD: usize = 240;
    let mut desk = Desk::with_register();
    let mut waits = Vec::new();
    for number in 0..OLD {
        let id = format!("lista-{number}");
        let row = "2026-09-30\tGSKA\t99-000011\t2026-08-17\t2026-09-13";
        let text = format!("{HEADER}{row}\t{},11\n", number + 1);
        desk.call("payments.read", json!({ "id": id, "name": id, "text": text }));
        let (_, distribution) = taken_in(&mut desk, &id, "2026-09");
        ordered(&mut desk, &distribution);
        if number == 0 || number == OLD - 1 {
            let before = store::statements();
            let began = Instant::now();
            let navigation = desk.call("overview.navigation", json!({}));
            let took = began.elapsed();
            waits.push((store::statements() - before, took, navigation));
        }
    }
    let [(first, _, _), (last, took, navigation)] = &waits[..] else { panic!() };
    println!("navigation with {OLD} lists and orders: {last} statements, {took:?}");
    assert_eq!(first, last, "statements with one list, and with {OLD}");
    let orders = &navigation["sections"][3]["text"];
    assert!(orders.as_str().unwrap().contains("240"), "{navigation}");
    // Not optimised and beside other tests; the program itself takes a tenth of it.
    assert!(*took < Duration::from_millis(50), "{took:?}");
}

/// A list in another order is the same rows, whichever column is asked for, and what is looked for in it
/// is found.
#[test]
fn every_list_is_the_same_rows_in_every_order() {
    let (mut desk, asked) = desk_with(3, 1);
    for person in ["R000", "R001", "R002"] {
        let pupil = json!([
            { "kind": "schooling", "form": "compulsory", "valid_from": "2026-08-17" },
            { "kind": "legal-ground", "ground": "permit", "valid_from": "2025-01-01",
              "valid_until": "2027-07-31" },
        ]);
        desk.call("persons.enter", json!({ "person": person, "facts": pupil }));
    }
    desk.on("2027-06-30");
    let mut seen = BTreeSet::new();
    for (name, request) in questions(&mut desk, &asked) {
        let columns: Vec<&str> = match api::operation(name).and_then(|operation| operation.list) {
            Some(list) => list.column_names().collect(),
            None => continue,
        };
        let mut lines = |shown: Value| {
            let mut request = request.clone();
            request["shown"] = shown;
            let asked = json!({ "list": name, "request": request, "columns": columns });
            let copied = desk.call("list.copy", asked)["text"].as_str().unwrap().to_owned();
            let mut lines: Vec<String> = copied.lines().skip(1).map(str::to_owned).collect();
            lines.sort();
            lines
        };
        let own = lines(json!({}));
        if own.is_empty() {
            continue;
        }
        seen.insert(name);
        for (column, descending) in columns.iter().flat_map(|id| [(id, false), (id, true)]) {
            let sort = json!({ "column": column, "descending": descending });
            assert_eq!(lines(json!({ "sort": sort })), own, "{name} by {column}");
        }
        assert_eq!(lines(json!({ "find": "finns ingenstans" })), [""; 0], "{name}");
    }
    let lists = ["claims.list", "costs.list", "school.list", "intake.list", "watches.list"];
    let others = ["last_days.list", "candidates.net", "expectation.grants", "law.list"];
    for name in lists.into_iter().chain(others).chain(["audit.events", "candidates.risk"]) {
        assert!(seen.contains(name), "{name} holds nothing here");
    }
}

#[test]
fn a_field_that_a_request_does_not_have_is_refused() {
    let mut desk = Desk::new();
    let refused = desk.refused("costs.list", json!({ "open": false, "page": 1 }));
    assert_eq!(refused.code, "bad-request");
    assert_eq!(refused.place.unwrap().field.as_deref(), Some("page"));
    desk.call("costs.list", json!({ "open": false, "shown": { "page": 1 } }));
}
