//! In = out + observation account, over random lists, keys and matches; and what is done twice is
//! done once.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::fs;

use acceptance::{Desk, KEY, ore, text};
use proptest::prelude::*;
use rusqlite::Connection;
use serde_json::{Value, json};

/// Compensations of the sample, and boards that a key may name.
const COMPENSATIONS: [&str; 8] = [
    "ASYL-UTB-GRU",
    "ASYL-BIF",
    "ASYL-DYGN",
    "ASYL-VARD",
    "EKB-DYGN",
    "NYA-SCHABLON",
    "NYA-INIT-16",
    "MASS-DYGN",
];
const BOARDS: [&str; 5] = ["1010", "7110", "8100", "8200", "personens nämnd"];

/// First days of decisions: some hold for the sample's month, one begins in it, one after it.
const FIRST_DAYS: [&str; 4] = ["2026-01-01", "2026-06-15", "2026-10-30", "2026-12-01"];

/// A decision on one compensation: which, per cent to each of its boards, summing to 100, who takes
/// the öre left, and its first day.
type KeyLines = Vec<(usize, Vec<u32>, prop::sample::Index, usize)>;

fn key() -> impl Strategy<Value = KeyLines> {
    let parts = prop::collection::vec(1..=100u32, 1..=BOARDS.len());
    let decision =
        (0..COMPENSATIONS.len(), parts, any::<prop::sample::Index>(), 0..FIRST_DAYS.len());
    prop::collection::vec(decision, 0..12).prop_map(|mut decisions| {
        decisions.sort_by_key(|(compensation, _, _, day)| (*compensation, *day));
        decisions.dedup_by_key(|(compensation, _, _, day)| (*compensation, *day));
        decisions
    })
}

/// Hundredths of a per cent that sum to 100 %.
fn percents(parts: &[u32]) -> Vec<u32> {
    let total: u32 = parts.iter().sum();
    let mut percents: Vec<u32> = parts.iter().map(|part| part * 10_000 / total).collect();
    percents[0] += 10_000 - percents.iter().sum::<u32>();
    percents
}

fn key_table(lines: &KeyLines) -> String {
    let mut table = "\u{FEFF}decision_number;valid_from;valid_until;compensation_code;method;\
                     target;percent;takes_remainder;status\r\n"
        .to_owned();
    for (compensation, parts, rest, day) in lines {
        let rest = rest.index(parts.len());
        for (board, percent) in percents(parts).into_iter().enumerate() {
            table.push_str(&format!(
                "PROV {compensation}/{day};{};;{};share;{};{},{:02};{};\r\n",
                FIRST_DAYS[*day],
                COMPENSATIONS[*compensation],
                BOARDS[board],
                percent / 100,
                percent % 100,
                if board == rest { "ja" } else { "nej" },
            ));
        }
    }
    table
}

/// What somebody does by hand with a match.
#[derive(Clone, Debug)]
enum ByHand {
    Undo(u32),
    Choose(u32, u32),
}

fn by_hand() -> impl Strategy<Value = ByHand> {
    prop_oneof![
        (2..42u32).prop_map(ByHand::Undo),
        (2..42u32, 1..=30u32).prop_map(|(line, person)| ByHand::Choose(line, person)),
    ]
}

/// A desk with a sample of forty rows.
fn desk_with_sample(seed: u64, anomalies: u64) -> (Desk, Value) {
    let mut desk = Desk::new();
    let folder = desk.path("sample");
    let order = json!({
        "persons": 30, "rows": 40, "seed": seed, "anomalies": anomalies, "folder": folder,
    });
    desk.sample(order).unwrap();
    desk.call("register.import", json!({ "path": folder.join("register.csv") }));
    let key = fs::read(folder.join("facit.json")).unwrap();
    (desk, serde_json::from_slice(&key).unwrap())
}

fn list_of(desk: &mut Desk, key: &Value, with: Value) -> Value {
    let path = desk.path("sample").join(key["lists"][0]["file"].as_str().unwrap());
    desk.import(&path, with)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn nothing_is_made_and_nothing_lost(
        seed in any::<u32>(),
        anomalies in 0..=16u64,
        lines in key(),
        hands in prop::collection::vec(by_hand(), 0..12),
    ) {
        let (mut desk, key) = desk_with_sample(u64::from(seed), anomalies);
        if !lines.is_empty() {
            let path = desk.path("key.csv");
            fs::write(&path, key_table(&lines)).unwrap();
            let done = desk.call("key.import", json!({ "path": path }));
            prop_assert_eq!(&done["diagnostics"], &json!([]), "{}", key_table(&lines));
        }
        let done = list_of(&mut desk, &key, json!({ "park_faulty": true }));
        let list = text(&done["list"]);
        desk.call("match.run", json!({ "list": list }));
        for hand in &hands {
            // Parked rows, and those already matched, are refused: that too is an answer.
            let _ = match hand {
                ByHand::Undo(line) => {
                    desk.answer("match.undo", json!({ "list": list, "line": line }))
                }
                ByHand::Choose(line, person) => {
                    let person = format!("P{person:02}");
                    desk.answer("match.choose", json!({ "list": list, "line": line, "person": person }))
                }
            };
        }
        let run = desk.call("distribution.run", json!({ "month": "2026-10" }));
        let [incoming, out, suspense] =
            ["in_ore", "out_ore", "suspense_ore"].map(|sum| ore(&run[sum]));
        prop_assert_eq!(incoming, ore(&key["lists"][0]["clean_net_ore"]));
        prop_assert_eq!(incoming, out + suspense);
        let sum = |rows: &Value| -> i64 {
            rows.as_array().unwrap().iter().map(|row| ore(&row["amount_ore"])).sum()
        };
        prop_assert_eq!(sum(&run["shares"]), out);
        prop_assert_eq!(sum(&run["suspended"]), suspense);
        // What waits for a key is of compensations that were decided on for later days only.
        let suspended = run["suspended"].as_array().unwrap().iter();
        let wants_key = suspended.filter(|row| row["reason_code"] == "not-in-key").count();
        let stopped = run["distribution"].is_null() && run["suspended"] != json!([]);
        let outcome = if wants_key > 0 || stopped { "findings" } else { "done" };
        prop_assert_eq!(&run["outcome"], outcome);
        let late = |of: usize| {
            let mut days = lines.iter().filter(|(code, ..)| *code == of).map(|(.., day)| *day);
            days.next().is_some_and(|first| first == 3)
        };
        prop_assert!(wants_key == 0 || (0..COMPENSATIONS.len()).any(late));
        // The same keys tried on the month give what the run gave; those that begin later are tried
        // as if they had held.
        if (0..COMPENSATIONS.len()).any(late) || run["distribution"].is_null() {
            return Ok(());
        }
        let path = desk.path("prov.csv");
        desk.call("key.export", json!({ "path": path }));
        let tried = desk.call("key.try", json!({ "month": "2026-10", "path": path }));
        prop_assert_eq!(&tried["differs"], &json!([]), "{}", tried);
        prop_assert_eq!(ore(&tried["would_be_out_ore"]), out);
    }
}

/// Rows of a second list: which person of the sample, and öre; the last one is parked at first.
type Typed = Vec<(usize, i64)>;

fn typed_rows() -> impl Strategy<Value = Typed> {
    let amount = prop_oneof![1..=9_000_000i64, -9_000_000..=-1i64];
    prop::collection::vec((0..30usize, amount), 2..8)
}

/// As the list writes it; an amount that is to be parked has a letter in it.
fn kronor(amount: i64, wrong: bool) -> String {
    let (sign, size) = (if amount < 0 { "-" } else { "" }, amount.unsigned_abs());
    format!("{sign}{}{},{:02}", size / 100, if wrong { "O" } else { "" }, size % 100)
}

fn typed_list(desk: &mut Desk, rows: &Typed) -> String {
    let register = fs::read_to_string(desk.path("sample/register.csv")).unwrap();
    let mut lines = register.trim_start_matches('\u{FEFF}').lines();
    let column = lines.next().unwrap().split(';').position(|name| name == "Dossiernummer").unwrap();
    let dossiers: Vec<&str> = lines.map(|line| line.split(';').nth(column).unwrap()).collect();
    let mut table =
        "Utbetalningsdag\tKod\tDossiernummer\tFrån och med\tTill och med\tBelopp\n".to_owned();
    for (at, (person, amount)) in rows.iter().enumerate() {
        let amount = kronor(*amount, at + 1 == rows.len());
        let dossier = dossiers[*person];
        table += &format!("2026-10-30\tGSKA\t{dossier}\t2026-08-17\t2026-09-13\t{amount}\n");
    }
    let request = json!({ "id": api::new_id(), "name": "Två", "text": table, "park_faulty": true });
    text(&desk.call("payments.import", request)["list"])
}

/// Matches the lists and shares the month: in, out, and what stays on the observation account.
fn run(desk: &mut Desk, lists: &[String]) -> (Value, i64, i64, i64) {
    for list in lists {
        desk.call("match.run", json!({ "list": list }));
    }
    let run = desk.call("distribution.run", json!({ "month": "2026-10" }));
    let [incoming, out, suspense] = ["in_ore", "out_ore", "suspense_ore"].map(|sum| ore(&run[sum]));
    (run["distribution"].clone(), incoming, out, suspense)
}

/// Books a run and hands it over, where it has anything to book.
fn hand_over(desk: &mut Desk, distribution: &Value) {
    if !distribution.is_null()
        && let Ok(order) = desk.answer("orders.create", json!({ "distribution": distribution }))
    {
        desk.export(&text(&order["order"]), "csv");
    }
}

fn taken(desk: &mut Desk, list: &str) -> i64 {
    ore(&desk.call("payments.list", json!({ "list": list }))["taken"]["net_ore"])
}

/// Takes a list back and hands the reversing orders over.
fn reverse(desk: &mut Desk, list: &str) {
    let done = desk.call("payments.reverse", json!({ "list": list, "reason": "Prov" }));
    for order in done["reversing_orders"].as_array().unwrap() {
        desk.export(&text(order), "csv");
    }
}

/// What the ledger says of a list: kind to sum.
fn ledger_of(desk: &mut Desk, list: &str) -> Vec<(String, i64)> {
    desk.call("session.close", json!({}));
    let database = Connection::open(desk.path("desk.db")).unwrap();
    store::prepare(&database, &store::key::DatabaseKey::from_hex(KEY).unwrap()).unwrap();
    let sums = database
        .prepare(
            "SELECT e.kind, sum(e.amount_ore) FROM ledger e JOIN payment_list l USING (list_no)
             WHERE l.id = ?1 GROUP BY e.kind ORDER BY e.kind",
        )
        .and_then(|mut sums| {
            sums.query_map([list], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
        })
        .unwrap();
    drop(database);
    let path = desk.path("desk.db");
    desk.call("session.open", json!({ "path": path }));
    sums
}

fn sum_of(sums: &[(String, i64)], kind: &str) -> i64 {
    sums.iter().find(|(of, _)| of == kind).map_or(0, |(_, sum)| *sum)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn every_run_adds_up_and_a_list_that_is_taken_back_leaves_nothing(
        seed in any::<u32>(),
        anomalies in 0..=12u64,
        rows in typed_rows(),
        handed_over in any::<[bool; 2]>(),
        first_back in 0..2usize,
    ) {
        let (mut desk, key) = desk_with_sample(u64::from(seed), anomalies);
        let one = text(&list_of(&mut desk, &key, json!({ "park_faulty": true }))["list"]);
        let lists = [one, typed_list(&mut desk, &rows)];
        let both: i64 = lists.iter().map(|list| taken(&mut desk, list)).sum();
        let (first, incoming, out, suspense) = run(&mut desk, &lists);
        prop_assert_eq!((incoming, incoming), (both, out + suspense));
        if handed_over[0] {
            hand_over(&mut desk, &first);
        }

        // The parked row is settled; where it equals a payment that stands it is meant all the same.
        let line = rows.len() + 1;
        let amount = rows[rows.len() - 1].1;
        let correct = json!({
            "line": line, "decision": "correct", "fields": { "amount": kronor(amount, false) },
        });
        desk.call("review.decide", json!({ "list": lists[1], "decisions": [correct] }));
        let row = desk.call("review.row", json!({ "list": lists[1], "line": line }));
        if row["row"]["state"] == "parked" {
            let accept = json!([{ "line": line, "decision": "accept" }]);
            desk.call("review.decide", json!({ "list": lists[1], "decisions": accept }));
        }
        let after: i64 = lists.iter().map(|list| taken(&mut desk, list)).sum();
        prop_assert_eq!(after, both + amount);
        let (second, incoming, more, left) = run(&mut desk, &lists);
        prop_assert_eq!((incoming, incoming), (suspense + amount, more + left));
        prop_assert_eq!(after, out + more + left);
        if handed_over[1] {
            hand_over(&mut desk, &second);
        }

        let (back, stays) = (&lists[first_back], &lists[1 - first_back]);
        let paid = taken(&mut desk, stays);
        let before = ledger_of(&mut desk, stays);
        prop_assert_eq!(sum_of(&before, "paid"), paid);
        prop_assert!(ledger_of(&mut desk, back).iter().any(|(kind, _)| kind == "paid"));
        reverse(&mut desk, back);
        let of_back = ledger_of(&mut desk, back);
        prop_assert!(of_back.iter().all(|(_, sum)| *sum == 0), "{:?}", of_back);
        prop_assert_eq!(ledger_of(&mut desk, stays), before, "the other list stands");
        reverse(&mut desk, stays);
        let of_stays = ledger_of(&mut desk, stays);
        prop_assert!(of_stays.iter().all(|(_, sum)| *sum == 0), "{:?}", of_stays);
        let (_, incoming, out, suspense) = run(&mut desk, &[]);
        prop_assert_eq!((incoming, out, suspense), (0, 0, 0));
    }
}

/// Everything that the database holds, as far as people see it.
fn everything(desk: &mut Desk, list: &str, distribution: &str, order: &str) -> Value {
    json!({
        "lists": desk.call("payments.lists", json!({})),
        "matches": desk.call("match.rows", json!({ "list": list })),
        "months": desk.call("distribution.months", json!({})),
        "distribution": desk.call("distribution.view", json!({ "distribution": distribution })),
        "orders": desk.call("orders.list", json!({})),
        "order": desk.call("orders.view", json!({ "order": order })),
        "start": desk.call("overview.start", json!({})),
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn what_is_done_twice_is_done_once(seed in any::<u32>(), anomalies in 0..=12u64) {
        let (mut desk, key) = desk_with_sample(u64::from(seed), anomalies);
        let list = api::new_id();
        let import = json!({ "id": list, "park_faulty": true });
        let first = list_of(&mut desk, &key, import.clone());
        prop_assert_eq!(list_of(&mut desk, &key, import), first);

        let request = json!({ "list": list });
        let first = desk.call("match.run", request.clone());
        prop_assert_eq!(desk.call("match.run", request), first);

        let distribution = api::new_id();
        let request = json!({ "month": "2026-10", "id": distribution });
        let first = desk.call("distribution.run", request.clone());
        prop_assert_eq!(desk.call("distribution.run", request), first);
        // Without the id it is another run, which finds nothing new to share.
        let again = desk.call("distribution.run", json!({ "month": "2026-10" }));
        prop_assert_eq!(ore(&again["out_ore"]), 0);

        let order = api::new_id();
        let request = json!({ "distribution": distribution, "id": order });
        let first = desk.call("orders.create", request.clone());
        prop_assert_eq!(desk.call("orders.create", request), first);
        let refused = desk.refused("orders.create", json!({ "distribution": distribution }));
        prop_assert_eq!(refused.code, "nothing-to-book");

        let bytes = desk.export(&order, "sie4i");
        let before = everything(&mut desk, &list, &distribution, &order);
        prop_assert_eq!(desk.export(&order, "sie4i"), bytes, "a copy of the first");
        prop_assert_eq!(everything(&mut desk, &list, &distribution, &order), before);
    }
}
