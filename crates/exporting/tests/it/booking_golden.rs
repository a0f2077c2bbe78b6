//! The sample month gives exactly the expected files; what must stop a file stops it.

use crate::sample::{data, order, settings};
use domain::Ore;
use exporting::booking::{abw_xml, csv, gl07_55, sie4i, xlsx};
use exporting::{Cause, ExportFault};

/// Equal bytes, or the first line that differs.
fn assert_same(got: &[u8], name: &str) {
    let expected = data(name);
    let lines = |bytes: &[u8]| -> Vec<String> {
        bytes.split(|byte| *byte == b'\n').map(|line| line.escape_ascii().to_string()).collect()
    };
    for (number, (got, expected)) in lines(got).iter().zip(lines(&expected)).enumerate() {
        assert_eq!(*got, expected, "{name}, line {}", number + 1);
    }
    assert!(got == expected, "{name}: {} bytes, expected {}", got.len(), expected.len());
}

#[test]
fn the_sample_month_gives_the_expected_files_byte_for_byte() {
    let (order, settings) = (order(false), settings());
    assert_same(&abw_xml(&order, &settings).unwrap(), "forvantad-bokning-abwtransaction.xml");
    assert_same(&gl07_55(&order, &settings).unwrap(), "forvantad-bokning-gl07-55.txt");
    assert_same(&sie4i(&order, &settings).unwrap(), "forvantad-bokning-sie4i.si");
}

#[test]
fn with_the_bank_not_yet_booked_the_payment_comes_first() {
    let file = sie4i(&order(true), &settings()).unwrap();
    assert_same(&file, "forvantad-bokning-med-bank-sie4i.si");
}

/// `UPDATE=1 cargo test -p exporting` writes the expected file anew; look at the difference.
#[test]
fn csv_of_the_sample_month() {
    let file = csv(&order(false), &settings()).unwrap();
    let name = "forvantad-bokning.csv";
    if std::env::var_os("UPDATE").is_some() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/data/exporting");
        std::fs::write(format!("{folder}/{name}"), &file).unwrap();
    }
    assert_same(&file, name);
    assert!(file.starts_with("\u{feff}Verifikation;Datum;Period;Konto;".as_bytes()));
}

#[test]
fn the_same_order_gives_the_same_workbook() {
    let write = || xlsx(&order(false), &settings()).unwrap();
    let first = write();
    // A clock with seconds anywhere in the file would show.
    std::thread::sleep(std::time::Duration::from_millis(2100));
    assert!(first == write());
}

#[test]
fn a_missing_name_stops_only_the_format_that_declares_it() {
    let mut order = order(false);
    order.names.accounts.remove("3512");
    order.names.activities.clear();
    let ExportFault(causes) = sie4i(&order, &settings()).unwrap_err();
    let missing: Vec<_> = causes.iter().map(|cause| (cause.code(), cause.values())).collect();
    assert_eq!(missing.len(), 5, "{missing:?}");
    assert!(missing.iter().all(|(code, _)| *code == "export-name-missing"));
    assert_eq!(missing[0].1, [("text", "3512".to_owned())]);
    gl07_55(&order, &settings()).unwrap();
}

#[test]
fn all_faults_of_all_texts_come_at_once() {
    let mut order = order(false);
    order.number = "MIGV-2026-0001-MIGV-2026-0001".into();
    order.vouchers[0].postings[1].text = "rad\nbrott".into();
    order.vouchers[0].postings[2].text = "å".repeat(256);
    order.vouchers[0].postings[3].text = "Förskola – 東京".into();
    order.vouchers[1].postings[0].amount = Ore(-1);
    let codes = |fault: ExportFault| fault.0.iter().map(Cause::code).collect::<Vec<_>>();
    let (unbalanced, control, long, foreign) = (
        "export-voucher-unbalanced",
        "export-control-character",
        "export-text-too-long",
        "export-not-in-encoding",
    );
    let settings = settings();
    assert_eq!(codes(abw_xml(&order, &settings).unwrap_err()), [unbalanced, long, control, long]);
    assert_eq!(
        codes(gl07_55(&order, &settings).unwrap_err()),
        [unbalanced, long, control, long, foreign]
    );
    assert_eq!(codes(sie4i(&order, &settings).unwrap_err()), [unbalanced, control, long, foreign]);
    assert_eq!(codes(csv(&order, &settings).unwrap_err()), [unbalanced, control]);
    assert_eq!(codes(xlsx(&order, &settings).unwrap_err()), [unbalanced, control]);
}

#[test]
fn an_order_without_vouchers_and_clashing_dimensions_are_refused() {
    let mut order = order(false);
    order.vouchers.clear();
    let mut settings = settings();
    settings.activity.agresso = 7;
    settings.activity.sie = 1;
    for write in [abw_xml, gl07_55, sie4i, csv, xlsx] {
        let ExportFault(causes) = write(&order, &settings).unwrap_err();
        let codes: Vec<_> = causes.iter().map(Cause::code).collect();
        let clash = "export-dimension-clash";
        assert_eq!(codes, ["export-no-vouchers", clash, clash]);
    }
}

#[test]
fn accepted_replacements_are_written() {
    let mut order = order(false);
    order.vouchers[0].text = "Fördelning – \"oktober\"".into();
    let mut settings = settings();
    let ExportFault(causes) = sie4i(&order, &settings).unwrap_err();
    assert_eq!(causes[0].values()[3], ("proposal", "Fördelning - \"oktober\"".to_owned()));
    settings.replace_unencodable = true;
    let file = sie4i(&order, &settings).unwrap();
    let wanted =
        b"#VER \"\" \"\" 20261030 \"F\x94rdelning - \\\"oktober\\\"\" 20261102 \"EXEMPEL\"";
    assert!(file.windows(wanted.len()).any(|window| window == wanted));
}

#[test]
fn formula_texts_are_neutralised_in_csv_and_amounts_are_not() {
    let mut order = order(false);
    let postings = &mut order.vouchers[1].postings;
    for (posting, text) in postings.iter_mut().zip(["=1+1", "+46", "-2", "@SUM(A1)", "1-2"]) {
        posting.text = text.into();
    }
    let file = String::from_utf8(csv(&order, &settings()).unwrap()).unwrap();
    for text in [";'=1+1", ";'+46", ";'-2", ";'@SUM(A1)", ";1-2"] {
        assert!(file.contains(&format!("{text}\r\n")), "{text}");
    }
    assert!(file.contains(";39260,00;'=1+1"));
}
