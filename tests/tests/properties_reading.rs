//! Reading never panics, whatever the bytes are, and the order of rows decides nothing.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;

use acceptance::{Desk, LIST_A, data, ore, text};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Files that a reader understands, to be spoiled.
const GOOD: [&str; 4] = [
    LIST_A,
    "utbetalningslista-b-utf8-bom.csv",
    "utbetalningslista-c-tab-utf8.txt",
    "utbetalningslista-trasig-15-fel.csv",
];

/// One change of a file's bytes.
#[derive(Clone, Debug)]
enum Spoil {
    Replace(prop::sample::Index, Vec<u8>),
    Insert(prop::sample::Index, Vec<u8>),
    Cut(prop::sample::Index, prop::sample::Index),
    Double(prop::sample::Index, prop::sample::Index),
}

/// Bytes that mean something to some layer: quotes, separators, line ends, NUL, marks, numbers.
fn telling() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..40),
        prop::sample::select(vec![
            &b"\""[..],
            b";",
            b"\t",
            b",",
            b"\r\n",
            b"\r",
            b"\0",
            b"\xFF\xFE",
            b"\xFE\xFF",
            b"\xEF\xBB\xBF",
            b"PK\x03\x04",
            b"\xC3",
            b"\x1F",
            b"1E+11",
            b"-999999999999,99",
            b"99999999999999999999",
            b"9999-12-31",
            b"0000-00-00",
        ])
        .prop_map(<[u8]>::to_vec),
    ]
}

fn spoil() -> impl Strategy<Value = Spoil> {
    let place = any::<prop::sample::Index>;
    prop_oneof![
        (place(), telling()).prop_map(|(at, bytes)| Spoil::Replace(at, bytes)),
        (place(), telling()).prop_map(|(at, bytes)| Spoil::Insert(at, bytes)),
        (place(), place()).prop_map(|(from, until)| Spoil::Cut(from, until)),
        (place(), place()).prop_map(|(from, until)| Spoil::Double(from, until)),
    ]
}

fn spoiled(mut bytes: Vec<u8>, spoils: &[Spoil]) -> Vec<u8> {
    for spoil in spoils {
        if bytes.is_empty() {
            return bytes;
        }
        let span = |one: &prop::sample::Index, other: &prop::sample::Index| {
            let (one, other) = (one.index(bytes.len()), other.index(bytes.len()));
            one.min(other)..one.max(other)
        };
        match spoil {
            Spoil::Replace(at, with) => {
                let at = at.index(bytes.len());
                let until = (at + with.len()).min(bytes.len());
                bytes.splice(at..until, with.iter().copied());
            }
            Spoil::Insert(at, with) => {
                let at = at.index(bytes.len());
                bytes.splice(at..at, with.iter().copied());
            }
            Spoil::Cut(from, until) => drop(bytes.drain(span(from, until))),
            Spoil::Double(from, until) => {
                let part = bytes[span(from, until)].to_vec();
                bytes.extend(part);
            }
        }
    }
    bytes
}

thread_local! {
    /// One database for all cases: a preview keeps nothing.
    static DESK: RefCell<Desk> = RefCell::new(Desk::with_register());
}

/// Previews the bytes as they are and by every built-in profile. A refusal is an answer; a panic
/// fails the test by itself.
fn preview(bytes: &[u8]) {
    DESK.with_borrow_mut(|desk| {
        let path = desk.path("spoiled.bin");
        fs::write(&path, bytes).unwrap();
        let profiles =
            [None, Some("utbetalningslista-a"), Some("utbetalningslista-b"), Some("manual")];
        for profile in profiles {
            let request = json!({ "path": path, "profile": profile, "payment_date": "2026-10-30" });
            let answer = desk.answer("payments.preview", request);
            if let Ok(preview) = answer {
                let (positive, negative) =
                    (ore(&preview["positive_ore"]), ore(&preview["negative_ore"]));
                assert_eq!(positive + negative, ore(&preview["net_ore"]));
            }
        }
    });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        preview(&bytes);
    }

    #[test]
    fn a_spoiled_list_is_read_or_refused(
        file in prop::sample::select(GOOD.to_vec()),
        spoils in prop::collection::vec(spoil(), 1..6),
    ) {
        preview(&spoiled(fs::read(data(file)).unwrap(), &spoils));
    }
}

/// What is paid, in a form that does not know the order of rows.
fn payments_of(preview: &Value) -> Vec<String> {
    let mut payments: Vec<String> = preview["payments"]
        .as_array()
        .unwrap()
        .iter()
        .map(|payment| {
            let mut payment = payment.clone();
            payment["line"] = Value::Null;
            payment.to_string()
        })
        .collect();
    payments.sort();
    payments
}

type Shares = BTreeMap<(String, String), i64>;

/// The payments of a file, and what the boards get of them.
fn payments_and_shares(bytes: &[u8]) -> (Vec<String>, Shares, [i64; 3]) {
    let mut desk = Desk::with_register();
    let path = desk.path("lista.csv");
    fs::write(&path, bytes).unwrap();
    let preview = desk.call("payments.preview", json!({ "path": path }));
    let done = desk.import(&path, json!({}));
    assert_eq!(done["outcome"], "done", "{done}");
    desk.call("match.run", json!({ "list": done["list"] }));
    let run = desk.call("distribution.run", json!({ "month": "2026-10" }));
    let shares = run["shares"].as_array().unwrap().iter().map(|share| {
        let key = (text(&share["cost_centre"]), text(&share["compensation"]));
        (key, ore(&share["amount_ore"]))
    });
    let sums = ["in_ore", "out_ore", "suspense_ore"].map(|sum| ore(&run[sum]));
    (payments_of(&preview), shares.collect(), sums)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn shuffled_rows_give_the_same_payments_and_shares(
        order in Just((0..30).collect::<Vec<usize>>()).prop_shuffle()
    ) {
        let bytes = fs::read(data(LIST_A)).unwrap();
        let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
        let shuffled: Vec<u8> = std::iter::once(lines[0])
            .chain(order.iter().map(|row| lines[row + 1]))
            .flatten()
            .copied()
            .collect();
        prop_assert_eq!(payments_and_shares(&shuffled), payments_and_shares(&bytes));
    }
}
