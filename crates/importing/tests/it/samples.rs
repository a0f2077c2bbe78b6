//! One month in three layouts, and the same list with fifteen faults.

use std::io::Cursor;

use domain::{FindingCode, PaymentRow};
use encoding_rs::WINDOWS_1252;
use importing::{Container, Encoding, Limits, read_accounts, read_key};
use serde_json::Value;

use crate::support::{bytes, codes, look, read, row_json};

/// The rows of the facit as [`row_json`] writes them.
fn facit() -> Vec<Value> {
    const NAMES: [(&str, &str); 12] = [
        ("utbetalningsdatum", "payment_date"),
        ("beslutsdatum", "decision_date"),
        ("arende", "case_number"),
        ("kod", "payment_code"),
        ("dossiernummer", "dossier_number"),
        ("personnummer", "national_number"),
        ("efternamn", "family_name"),
        ("fornamn", "given_name"),
        ("period_from", "period_from"),
        ("period_tom", "period_until"),
        ("dygn", "days"),
        ("belopp_ore", "amount_ore"),
    ];
    let facit: Value = serde_json::from_slice(&bytes("facit-30-rader.json")).unwrap();
    let row = |row: &Value| {
        NAMES
            .iter()
            .map(|(theirs, ours)| ((*ours).to_owned(), row[theirs].clone()))
            .filter(|(_, value)| !value.is_null())
            .collect::<serde_json::Map<_, _>>()
            .into()
    };
    facit["rader"].as_array().unwrap().iter().map(row).collect()
}

/// Compares all rows, without the columns that a layout does not have.
fn assert_facit(rows: &[PaymentRow], absent: &[&str]) {
    let without = |mut row: Value| {
        let map = row.as_object_mut().unwrap();
        absent.iter().chain(&["compensation_text"]).for_each(|name| drop(map.remove(*name)));
        row
    };
    let expected: Vec<Value> = facit().into_iter().map(without).collect();
    let given: Vec<Value> = rows.iter().map(|row| without(row_json(row))).collect();
    assert_eq!(expected.len(), 30);
    assert_eq!(given, expected);
}

#[test]
fn three_layouts_give_the_same_rows() {
    for (path, encoding, profile, absent) in [
        ("list-a/input.csv", Encoding::Windows1252, "utbetalningslista-a", &[][..]),
        ("list-b/input.csv", Encoding::Utf8Bom, "utbetalningslista-b", &["days"]),
        ("list-c/input.txt", Encoding::Utf8, "utbetalningslista-c", &[]),
    ] {
        let list = read(&bytes(path)).unwrap();
        assert_eq!(list.inspection.container, Container::Text(encoding), "{path}");
        assert_eq!(list.profile.name, profile);
        assert_eq!(list.findings(), [], "{path}");
        assert_facit(&list.meant(), absent);
    }
}

#[test]
fn the_sum_row_is_no_row() {
    let list = read(&bytes("list-b/input.csv")).unwrap();
    let total = list.summary.control_total.unwrap();
    assert_eq!((total.line, total.amount.unwrap().0), (36, 90_925_010));
    let sum: i64 = list.meant().iter().map(|row| row.amount.unwrap().0).sum();
    assert_eq!(sum, 90_925_010);
    assert_eq!(list.layout.payment_date, "2026-10-30".parse().ok());
}

#[test]
fn utf_16_gives_the_same_rows() {
    let latin = bytes("list-a/input.csv");
    let (text, _, _) = WINDOWS_1252.decode(&latin);
    let big = text.encode_utf16().flat_map(u16::to_be_bytes);
    let little = text.encode_utf16().flat_map(u16::to_le_bytes);
    let files: [(Encoding, Vec<u8>); 2] = [
        (Encoding::Utf16Be, [0xFE, 0xFF].into_iter().chain(big).collect()),
        (Encoding::Utf16Le, [0xFF, 0xFE].into_iter().chain(little).collect()),
    ];
    for (encoding, bytes) in files {
        let list = read(&bytes).unwrap();
        assert_eq!(list.inspection.container, Container::Text(encoding));
        assert_facit(&list.meant(), &[]);
    }
}

#[test]
fn the_broken_list_has_its_faults_at_their_places() {
    use FindingCode as C;
    // F12, the exact duplicate on line 20, is found by comparing rows, which is the caller's.
    let expected = [
        (4, Some(7), C::CheckDigit),
        (5, Some(7), C::IdentityDate),
        (7, Some(7), C::ScientificNotation),
        (8, Some(6), C::LeadingZeroLost),
        (10, Some(4), C::UnknownPaymentCode),
        (11, Some(13), C::AmountNotANumber),
        (12, Some(13), C::AmountAmbiguous),
        (14, Some(10), C::PeriodReversed),
        (15, Some(10), C::DateImpossible),
        (17, None, C::TooFewFields),
        (18, None, C::TooManyFields),
        (21, Some(13), C::ClawbackPositive),
        (23, Some(6), C::MissingIdentity),
        (25, Some(8), C::FormulaText),
    ];
    let list = read(&bytes("broken-15/input.csv")).unwrap();
    let found: Vec<_> = list.findings().iter().map(|f| (f.line, f.column, f.code)).collect();
    assert_eq!(found, expected);
    assert_eq!(list.rows.len(), 25);
    let at = |line: u32| list.rows.iter().find(|row| row.line == line).unwrap();
    assert_eq!(at(20).row, at(3).row);
    let valid = [2, 3, 6, 9, 13, 16, 19, 22, 24, 26];
    let sum: i64 = valid.iter().map(|line| at(*line).row.amount.unwrap().0).sum();
    assert_eq!(sum, 41_245_962);
}

#[test]
fn the_example_tables_are_whole() {
    let limits = Limits::default();
    assert_eq!(codes().iter().count(), 36);

    let key = bytes("table-key/input.csv");
    let keys = read_key(&mut Cursor::new(&key), &look(&key).unwrap(), &limits).unwrap();
    assert_eq!((keys.lines.len(), keys.findings.len()), (1, 0));
    assert_eq!(keys.lines[0].lines.len(), 30);
    assert_eq!(keys.lines[0].faults(), []);
    assert!(keys.lines[0].example);

    let accounts = bytes("table-accounts/input.csv");
    let accounts =
        read_accounts(&mut Cursor::new(&accounts), &look(&accounts).unwrap(), &limits).unwrap();
    assert_eq!((accounts.lines.len(), accounts.findings.len()), (28, 0));
    assert_eq!(accounts.lines[1].account_string().account, "2898");
    assert_eq!(accounts.lines[1].text, None);
    assert_eq!(accounts.lines[2].rule().activity.as_deref(), Some("4000"));
}
