//! Any bytes through everything that reads files.

#![no_main]

use std::io::Cursor;
use std::ops::ControlFlow;
use std::sync::LazyLock;

use importing::{
    Given, Inspection, Interpreter, Limits, Profile, ProfileKind, inspect, read_accounts,
    read_codes, read_key, read_payments, read_register, recognise,
};
use libfuzzer_sys::fuzz_target;

static PROFILES: LazyLock<Vec<Profile>> =
    LazyLock::new(|| importing::built_in().expect("the profiles that ship with the program"));

/// Small enough that a few bytes reach every limit.
fn limits() -> Limits {
    Limits { field_bytes: 200, xlsx_rows: 1_000, xlsx_unpacked_bytes: 1 << 20, ..Limits::default() }
}

fuzz_target!(|bytes: &[u8]| {
    let limits = limits();
    let mut source = Cursor::new(bytes);
    let mut seen = 0;
    let inspected = inspect(&mut source, &limits, &mut |chunk| seen += chunk.len());
    let Ok(inspection) = inspected else { return };
    assert_eq!((seen, inspection.bytes), (bytes.len(), bytes.len() as u64));
    let _ = recognise(&mut source, &inspection, &PROFILES, &limits);
    for profile in PROFILES.iter() {
        match profile.kind {
            ProfileKind::PaymentList => {
                assert_eq!(
                    payments(bytes, &inspection, profile, &limits),
                    payments(bytes, &inspection, profile, &limits)
                );
            }
            ProfileKind::Register => {
                let day = "2026-10-30".parse().expect("a day");
                let _ =
                    read_register(&mut source, &inspection, profile, day, &limits, &mut |row| {
                        let _ = row
                            .faults
                            .iter()
                            .map(|f| row.layout.place_register(f, row.line))
                            .count();
                        ControlFlow::Continue(())
                    });
            }
        }
    }
    let _ = read_codes(&mut source, &inspection, &limits);
    let _ = read_key(&mut source, &inspection, &limits);
    let _ = read_accounts(&mut source, &inspection, &limits);
});

/// Rows and faults in one text, so that two readings can be compared.
fn payments(bytes: &[u8], inspection: &Inspection, profile: &Profile, limits: &Limits) -> String {
    let mut source = Cursor::new(bytes);
    let reference = "2026-10-30".parse().expect("a day");
    let given = Given { payment_date: Some(reference), reference, usual_days: None };
    let mut text = String::new();
    let mut last = 0;
    let read = read_payments(&mut source, inspection, profile, given, limits, &mut |row| {
        assert!(row.line > last, "rows come in order of line");
        last = row.line;
        let interpreter = Interpreter::new(profile, row.layout, given);
        if let Some(proposal) = interpreter.propose(row.written, &row.faults) {
            let (_, left) = interpreter.interpret(row.written, &proposal.overrides);
            let corrected = |field| proposal.overrides.contains_key(&field);
            assert!(!left.iter().any(|fault| fault.field.is_some_and(corrected)));
        }
        let places: Vec<_> =
            row.faults.iter().map(|fault| row.layout.place(fault, row.line)).collect();
        text.push_str(&format!("{} {:?} {places:?}\n", row.line, row.row));
        ControlFlow::Continue(())
    });
    text.push_str(&format!("{read:?}"));
    text
}
