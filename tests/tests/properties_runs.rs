//! Over random moves, merges, numbers, clawbacks and take-backs: in = out + observation account;
//! correction plus original equals a run made right from the start; taken back and made again
//! changes nothing; the items of the observation account are its balance on every day.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::collections::BTreeMap;
use std::fs;

use acceptance::{Desk, KEY, ore, text};
use proptest::prelude::*;
use rusqlite::Connection;
use serde_json::{Value, json};

const MONTHS: [&str; 3] = ["2026-09", "2026-10", "2026-11"];
const BOARDS: [&str; 3] = ["7110", "7120", "7130"];
const PERSONS: u32 = 4;
const HEADER: &str = "Utbetalningsdag\tKod\tDossiernummer\tFrån och med\tTill och med\tBelopp\n";

/// A row: month, person, which month its period is, öre; a clawback where it is negative.
type Row = (usize, u32, u32, i64);

fn row() -> impl Strategy<Value = Row> {
    let amount = prop_oneof![1..=9_000_000i64, -9_000_000..=-1i64];
    (0..MONTHS.len(), 0..PERSONS, 5..=8u32, amount)
}

/// What is told late about the persons.
#[derive(Clone, Debug)]
enum Change {
    /// The person's board, from the first of a month.
    Move(u32, usize, u32),
    /// One person turns out to be another.
    Merge(u32, u32),
    /// That was wrong.
    Split(u32),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        4 => (0..PERSONS, 0..BOARDS.len(), 1..=8u32)
            .prop_map(|(person, board, month)| Change::Move(person, board, month)),
        1 => (0..PERSONS, 0..PERSONS).prop_map(|(one, other)| Change::Merge(one, other)),
        1 => (0..PERSONS).prop_map(Change::Split),
    ]
}

/// When something happens.
#[derive(Clone, Debug)]
enum Step {
    Run(usize),
    HandOver,
    TakeBack(prop::sample::Index),
    Correct(usize),
    Change(Change),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (0..MONTHS.len()).prop_map(Step::Run),
        2 => Just(Step::HandOver),
        2 => any::<prop::sample::Index>().prop_map(Step::TakeBack),
        2 => (0..MONTHS.len()).prop_map(Step::Correct),
        3 => change().prop_map(Step::Change),
    ]
}

/// How the children's compensation is shared: per cent to the person's board, and who takes the öre.
fn key() -> impl Strategy<Value = (u32, bool)> {
    (1..=99u32, any::<bool>())
}

fn kronor(amount: i64) -> String {
    let (sign, size) = (if amount < 0 { "-" } else { "" }, amount.unsigned_abs());
    format!("{sign}{},{:02}", size / 100, size % 100)
}

/// Persons, a key, and a list for each month.
fn desk_with(rows: &[Row], (percent, takes): (u32, bool)) -> Desk {
    let mut desk = Desk::new();
    for board in BOARDS.iter().chain(&["8200"]) {
        desk.call("boards.put", json!({ "cost_centre": board, "name": board }));
    }
    let code = json!({ "payment_code": "ÅTER", "compensation": "ASYL-BIF", "clawback": true,
                       "person_bound": true });
    desk.call("codes.add", code);
    let word = |takes: bool| if takes { "ja" } else { "nej" };
    let table = format!(
        "decision_number;valid_from;valid_until;compensation_code;method;target;percent;\
         takes_remainder;status\r\n\
         PROV;2026-01-01;;ASYL-BIF;share;personens nämnd;{percent};{};\r\n\
         PROV;2026-01-01;;ASYL-BIF;share;8200;{};{};\r\n",
        word(takes),
        100 - percent,
        word(!takes),
    );
    let path = desk.path("nyckel.csv");
    fs::write(&path, table).unwrap();
    desk.call("key.import", json!({ "path": path }));
    for person in 0..PERSONS {
        let board = BOARDS[person as usize % BOARDS.len()];
        let number = format!("97-{:06}", 100_000 + person);
        desk.call(
            "persons.add",
            json!({ "person": format!("R{person}"), "family_name": "Test",
            "given_name": format!("Nummer{person}"), "dossier_number": number,
            "confirmed": true }),
        );
        desk.board(&format!("R{person}"), board, Some("2025-01-01"));
    }
    for (month, name) in MONTHS.iter().enumerate() {
        let lines: String = rows
            .iter()
            .filter(|row| row.0 == month)
            .map(|(_, person, period, amount)| {
                let code = if *amount < 0 { "ÅTER" } else { "BIF" };
                let number = 100_000 + person;
                format!(
                    "{name}-28\t{code}\t97-{number:06}\t2026-{period:02}-01\t2026-{period:02}-28\t{}\n",
                    kronor(*amount)
                )
            })
            .collect();
        if lines.is_empty() {
            continue;
        }
        // The same payment twice is parked: it lies on the observation account.
        let request = json!({ "id": name, "name": name, "text": format!("{HEADER}{lines}"),
                              "park_faulty": true });
        desk.call("payments.import", request);
        let request = json!({ "list": name });
        let _ = desk.answer("match.run", request);
    }
    desk
}

fn tell(desk: &mut Desk, change: &Change) {
    // What the register refuses is no change: that too is an answer.
    let _ = match change {
        Change::Move(person, board, month) => {
            let fact = json!({ "kind": "responsible-board", "cost_centre": BOARDS[*board],
                               "valid_from": format!("2026-{month:02}-01") });
            let request = json!({ "person": format!("R{person}"), "facts": [fact] });
            desk.answer("persons.enter", request)
        }
        Change::Merge(one, other) => {
            let request = json!({ "person": format!("R{one}"), "into": format!("R{other}"),
                                  "confirmed": true });
            desk.answer("persons.merge", request)
        }
        Change::Split(person) => {
            desk.answer("persons.split", json!({ "person": format!("R{person}") }))
        }
    };
}

fn runs(desk: &mut Desk) -> Vec<Value> {
    desk.call("distribution.list", json!({}))["runs"].as_array().unwrap().clone()
}

fn do_step(desk: &mut Desk, step: &Step) {
    match step {
        Step::Run(month) => {
            let run = desk.call("distribution.run", json!({ "month": MONTHS[*month] }));
            let [incoming, out, suspense] =
                ["in_ore", "out_ore", "suspense_ore"].map(|sum| ore(&run[sum]));
            assert_eq!(incoming, out + suspense);
        }
        Step::HandOver => {
            for run in runs(desk) {
                hand_over(desk, &run["distribution"]);
            }
        }
        Step::TakeBack(which) => {
            let runs = runs(desk);
            if !runs.is_empty() {
                let run = &runs[which.index(runs.len())];
                let request = json!({ "distribution": run["distribution"], "reason": "Prov" });
                let _ = desk.answer("distribution.take_back", request);
            }
        }
        Step::Correct(month) => {
            let _ = desk.answer("distribution.correct", json!({ "month": MONTHS[*month] }));
        }
        Step::Change(change) => tell(desk, change),
    }
}

fn hand_over(desk: &mut Desk, distribution: &Value) {
    let request = json!({ "distribution": distribution, "previous_year": "income" });
    if let Ok(order) = desk.answer("orders.create", request) {
        // What comes to nothing on every account has no voucher, and nothing to hand over.
        let path = desk.path(&format!("{}.csv", api::new_id()));
        let request =
            json!({ "order": order["order"], "format": "csv", "path": path, "attest": true });
        let _ = desk.answer("orders.export", request);
    }
}

/// Looks into the database beside the product.
fn database<T>(desk: &mut Desk, look: impl FnOnce(&Connection) -> T) -> T {
    desk.call("session.close", json!({}));
    let database = Connection::open(desk.path("desk.db")).unwrap();
    store::prepare(&database, &store::key::DatabaseKey::from_hex(KEY).unwrap()).unwrap();
    let seen = look(&database);
    drop(database);
    let path = desk.path("desk.db");
    desk.call("session.open", json!({ "path": path }));
    seen
}

/// What each board has of each row, by the ledger: list, line, board, öre.
fn standing(desk: &mut Desk) -> BTreeMap<(String, u32, String), i64> {
    let sql = "SELECT l.id, e.line, e.cost_centre, sum(e.amount_ore) FROM entry e
               JOIN payment_list l USING (list_no) WHERE e.kind = 'distributed'
               GROUP BY l.id, e.line, e.cost_centre HAVING sum(e.amount_ore) <> 0";
    database(desk, |database| {
        let mut found = database.prepare(sql).unwrap();
        let rows = found
            .query_map([], |row| Ok(((row.get(0)?, row.get(1)?, row.get(2)?), row.get(3)?)))
            .unwrap();
        rows.collect::<Result<_, _>>().unwrap()
    })
}

/// Everything that came and was not handed over, row by row, by the tables of rows and entries alone.
fn lies_there(desk: &mut Desk, day: &str) -> i64 {
    let sql = "SELECT coalesce((SELECT sum(r.amount_ore) FROM payment_row r
                   JOIN payment_list l USING (list_no)
                   WHERE l.state = 'committed' AND l.payment_date <= ?1), 0)
               - coalesce((SELECT sum(e.amount_ore) FROM entry e
                   JOIN booking_order o ON o.order_no = e.origin_no
                   WHERE e.kind = 'handed-over' AND o.voucher_date <= ?1), 0)";
    database(desk, |database| database.query_row(sql, [day], |row| row.get(0)).unwrap())
}

/// The same by the postings on the observation account of what has been handed over.
fn posted(desk: &mut Desk, day: &str) -> i64 {
    let sql = "SELECT coalesce((SELECT sum(r.amount_ore) FROM payment_row r
                   JOIN payment_list l USING (list_no)
                   WHERE l.state = 'committed' AND l.payment_date <= ?1), 0)
               - coalesce((SELECT sum(p.amount_ore) FROM posting p
                   JOIN voucher v USING (order_no, voucher)
                   JOIN booking_order o USING (order_no)
                   WHERE v.kind IN ('distribution', 'clawback') AND p.cost_centre IS NULL
                     AND p.account = '2898' AND o.voucher_date <= ?1
                     AND EXISTS (SELECT 1 FROM order_state s
                         WHERE s.order_no = o.order_no AND s.state = 'handed-over')), 0)";
    database(desk, |database| database.query_row(sql, [day], |row| row.get(0)).unwrap())
}

fn check_days(desk: &mut Desk) {
    for day in ["2026-09-27", "2026-09-28", "2026-10-31", "2026-11-30", "2026-12-31"] {
        let page = desk.call("suspense.page", json!({ "as_of": day, "shown": { "all": true } }));
        let rows = page["rows"].as_array().unwrap().iter();
        let sum: i64 = rows.map(|row| ore(&row["amount_ore"])).sum();
        assert_eq!(sum, ore(&page["balance_ore"]), "{day}: {page}");
        assert_eq!(sum, lies_there(desk, day), "{day}: {page}");
        assert_eq!(sum, posted(desk, day), "{day}: {page}");
    }
    let check = desk.call("session.check", json!({}));
    assert_eq!(check["outcome"], "done", "{check}");
}

/// Matches, shares, hands over and corrects until nothing is left to do.
fn put_right(desk: &mut Desk) {
    for _ in 0..6 {
        for month in MONTHS {
            let _ = desk.answer("match.run", json!({ "list": month }));
            desk.call("distribution.run", json!({ "month": month }));
        }
        do_step(desk, &Step::HandOver);
        for month in MONTHS {
            let _ = desk.answer("distribution.correct", json!({ "month": month }));
        }
        do_step(desk, &Step::HandOver);
    }
    let wrong = desk.call("distribution.wrong", json!({}));
    assert_eq!(wrong["rows"], json!([]), "nothing is left to correct");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn corrections_lead_to_what_is_right_from_the_start(
        rows in prop::collection::vec(row(), 1..10),
        key in key(),
        steps in prop::collection::vec(step(), 0..14),
    ) {
        let mut desk = desk_with(&rows, key);
        desk.on("2026-12-15");
        for step in &steps {
            do_step(&mut desk, step);
        }
        check_days(&mut desk);
        put_right(&mut desk);
        check_days(&mut desk);

        // The same payments shared once, everything known.
        let mut right = desk_with(&rows, key);
        right.on("2026-12-15");
        for step in &steps {
            if let Step::Change(change) = step {
                tell(&mut right, change);
            }
        }
        for month in MONTHS {
            let _ = right.answer("match.run", json!({ "list": month }));
        }
        for month in MONTHS {
            right.call("distribution.run", json!({ "month": month }));
        }
        prop_assert_eq!(standing(&mut desk), standing(&mut right));
    }

    /// A board that changes moves money between boards: none comes, and none goes.
    #[test]
    fn the_order_of_a_correction_nets_to_zero_where_only_boards_have_changed(
        rows in prop::collection::vec(row(), 1..10),
        key in key(),
        moves in prop::collection::vec((0..PERSONS, 0..BOARDS.len(), 1..=8u32), 1..8),
    ) {
        let mut desk = desk_with(&rows, key);
        desk.on("2026-12-15");
        for month in 0..MONTHS.len() {
            do_step(&mut desk, &Step::Run(month));
        }
        do_step(&mut desk, &Step::HandOver);
        for (person, board, month) in moves {
            tell(&mut desk, &Change::Move(person, board, month));
        }
        for month in MONTHS {
            let Ok(done) = desk.answer("distribution.correct", json!({ "month": month })) else {
                continue;
            };
            let request = json!({ "distribution": done["distribution"], "previous_year": "income" });
            let Ok(order) = desk.answer("orders.create", request) else { continue };
            let view = desk.call("orders.view", json!({ "order": order["order"] }));
            let vouchers = view["vouchers"].as_array().unwrap().iter();
            let postings = vouchers.flat_map(|one| one["postings"].as_array().unwrap());
            let mut accounts: BTreeMap<String, i64> = BTreeMap::new();
            for posting in postings {
                *accounts.entry(text(&posting["account"])).or_default() += ore(&posting["amount_ore"]);
            }
            prop_assert!(accounts.values().all(|sum| *sum == 0), "{:?}", accounts);
        }
    }

    #[test]
    fn taken_back_and_made_again_changes_nothing(
        rows in prop::collection::vec(row(), 1..10),
        key in key(),
        changes in prop::collection::vec(change(), 0..4),
        order in any::<bool>(),
    ) {
        let mut desk = desk_with(&rows, key);
        for change in &changes {
            tell(&mut desk, change);
        }
        for month in MONTHS {
            let _ = desk.answer("match.run", json!({ "list": month }));
        }
        for month in MONTHS {
            desk.call("distribution.run", json!({ "month": month }));
        }
        let before = standing(&mut desk);
        let made = runs(&mut desk);
        for run in &made {
            if order {
                let request = json!({ "distribution": run["distribution"],
                                      "previous_year": "income" });
                let _ = desk.answer("orders.create", request);
            }
            let request = json!({ "distribution": run["distribution"], "reason": "Prov" });
            desk.call("distribution.take_back", request);
        }
        prop_assert_eq!(standing(&mut desk), BTreeMap::new());
        check_days(&mut desk);
        for month in MONTHS {
            desk.call("distribution.run", json!({ "month": month }));
        }
        prop_assert_eq!(standing(&mut desk), before);
        for run in &made {
            let view = desk.call("distribution.view", json!({ "distribution": run["distribution"] }));
            prop_assert_eq!(text(&view["brief"]["state"]), "taken-back");
        }
        check_days(&mut desk);
    }
}
