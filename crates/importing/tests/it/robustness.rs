//! Any bytes, any order, and bytes that change underneath.

use std::io::Cursor;
use std::ops::ControlFlow;

use domain::PaymentRow;
use importing::{
    FileRefusal, Interpreter, Limits, built_in, inspect, read_accounts, read_codes, read_key,
    read_payments, read_rows, recognise,
};
use proptest::prelude::*;

use crate::support::{bytes, given, given_days, look, read, row_json};
use crate::workbooks::rewritten;

/// Reads the bytes in every way there is; what comes out does not matter.
fn read_everything(bytes: &[u8]) {
    let limits = Limits { field_bytes: 200, ..Limits::default() };
    let mut source = Cursor::new(bytes);
    let Ok(inspection) = inspect(&mut source, &limits, &mut |_| {}) else { return };
    let profiles = built_in().unwrap();
    let _ = recognise(&mut source, &inspection, &profiles, &limits);
    for profile in &profiles {
        let _ = read_payments(&mut source, &inspection, profile, given(None), &limits, &mut |_| {
            ControlFlow::Continue(())
        });
        let _ = read_rows::<importing::Register>(
            &mut source,
            &inspection,
            profile,
            given_days(),
            &limits,
            &mut |_| ControlFlow::Continue(()),
        );
    }
    let _ = read_key(&mut source, &inspection, &limits);
    let _ = read_accounts(&mut source, &inspection, &limits);
    let _ = read_codes(&mut source, &inspection, &limits);
}

type Change = (prop::sample::Index, u8, u8);

/// Replaces a byte, puts one in that means something in these formats, or takes one out.
fn damage(file: &mut Vec<u8>, (at, what, byte): Change) {
    if file.is_empty() {
        return;
    }
    let at = at.index(file.len());
    match what {
        0 => file[at] = byte,
        1 => file.insert(at, b"\";\r\n\t,<>/09"[usize::from(byte) % 11]),
        _ => drop(file.remove(at)),
    }
}

/// A sample with some bytes changed.
fn damaged(path: &'static str) -> impl Strategy<Value = Vec<u8>> {
    let change = (any::<prop::sample::Index>(), 0..3_u8, any::<u8>());
    prop::collection::vec(change, 1..20).prop_map(move |changes| {
        let mut file = bytes(path);
        changes.into_iter().for_each(|change| damage(&mut file, change));
        file
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_panic(file in prop::collection::vec(any::<u8>(), 0..400)) {
        read_everything(&file);
    }

    #[test]
    fn no_damage_panics(
        file in prop_oneof![
            damaged("broken-15/input.csv"),
            damaged("list-b/input.csv"),
            damaged("list-utf16le/input.csv"),
            damaged("register/input.csv"),
            damaged("table-key/input.csv"),
            damaged("table-accounts/input.csv"),
            damaged("table-codes/input.csv"),
        ],
    ) {
        read_everything(&file);
    }

    #[test]
    fn no_damaged_workbook_panics(
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0..3_u8, any::<u8>()), 1..6),
        part in 0..12_usize,
    ) {
        let mut number = 0;
        read_everything(&rewritten(|content| {
            if number == part {
                changes.iter().for_each(|change| damage(content, *change));
            }
            number += 1;
        }));
    }

    #[test]
    fn corrections_of_a_damaged_list_do_not_panic(file in damaged("broken-15/input.csv")) {
        let Ok(list) = read(&file) else { return Ok(()) };
        let interpreter = Interpreter::new(&list.profile, &list.layout, given(None));
        for row in &list.rows {
            if let Some(proposal) = interpreter.propose(&row.written, &row.faults) {
                let (_, left) = interpreter.interpret(&row.written, &proposal.overrides);
                let corrected = |fault: &domain::checks::Fault| {
                    fault.field.is_none_or(|field| proposal.overrides.contains_key(&field))
                };
                prop_assert!(!left.iter().any(corrected));
            }
        }
    }

    #[test]
    fn the_order_of_rows_does_not_matter(order in Just((1..=30).collect::<Vec<usize>>()).prop_shuffle()) {
        let file = bytes("list-a/input.csv");
        let lines: Vec<&[u8]> = file.split_inclusive(|byte| *byte == b'\n').collect();
        let mut shuffled = lines[0].to_vec();
        order.iter().for_each(|line| shuffled.extend_from_slice(lines[*line]));
        let sorted = |rows: Vec<PaymentRow>| {
            let mut texts: Vec<String> = rows.iter().map(|row| row_json(row).to_string()).collect();
            texts.sort();
            texts
        };
        prop_assert_eq!(sorted(read(&shuffled).unwrap().meant()), sorted(read(&file).unwrap().meant()));
    }
}

#[test]
fn bytes_that_changed_after_the_inspection_are_refused() {
    let mut file = bytes("list-a/input.csv");
    let inspection = look(&file).unwrap();
    let profiles = built_in().unwrap();
    let limits = Limits::default();
    let last = file.len() - 4;
    file[last] = b'9';
    let read = |stop: bool| {
        let mut source = Cursor::new(&file);
        read_payments(&mut source, &inspection, &profiles[0], given(None), &limits, &mut |_| {
            if stop { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })
    };
    assert_eq!(read(false), Err(FileRefusal::Changed));
    let stopped = read(true).unwrap();
    assert_eq!((stopped.summary.rows, stopped.summary.stopped), (1, true));
}

#[test]
fn a_profile_of_the_wrong_kind_or_layout_is_refused() {
    let file = bytes("list-a/input.csv");
    let inspection = look(&file).unwrap();
    let profiles = built_in().unwrap();
    let read = |profile| {
        let limits = Limits::default();
        let mut source = Cursor::new(&file);
        read_payments(&mut source, &inspection, profile, given(None), &limits, &mut |_| {
            ControlFlow::Continue(())
        })
    };
    let Err(FileRefusal::ProfileNotSuited { profile, missing }) = read(&profiles[1]) else {
        panic!("layout B must not suit");
    };
    assert_eq!(profile, "utbetalningslista-b");
    assert!(missing.contains(&"Individnummer".to_owned()), "{missing:?}");
    let register = read(&profiles[4]).unwrap_err();
    assert_eq!(register.code(), "profile-not-suited");
}

#[test]
fn every_refusal_has_its_own_code() {
    let mut codes = FileRefusal::CODES.to_vec();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), 16);
}
