//! In = out + observation account, over random lists, keys and matches; and what is done twice is
//! done once.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::fs;

use acceptance::{Desk, ore, text};
use proptest::prelude::*;
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

/// Per cent of a compensation to each of its boards, summing to 100, and who takes the öre left.
type KeyLines = Vec<(usize, Vec<u32>, prop::sample::Index)>;

fn key() -> impl Strategy<Value = KeyLines> {
    let parts = prop::collection::vec(1..=100u32, 1..=BOARDS.len());
    let line = (parts, any::<prop::sample::Index>());
    prop::collection::vec(prop::option::of(line), COMPENSATIONS.len()).prop_map(|lines| {
        let present = lines.into_iter().enumerate();
        present.filter_map(|(at, line)| line.map(|(parts, rest)| (at, parts, rest))).collect()
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
    for (compensation, parts, rest) in lines {
        let rest = rest.index(parts.len());
        for (board, percent) in percents(parts).into_iter().enumerate() {
            table.push_str(&format!(
                "PROV 1;2026-01-01;;{};share;{};{},{:02};{};\r\n",
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
    desk.call("sample.write", order);
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
