//! Rows corrected by hand, and corrections proposed.

use domain::{Field, FindingCode, Ore, PaymentRow};
use importing::{Cells, Interpreter, Layout, Overrides, Profile};

use crate::support::{List, bytes, given, read};

fn broken() -> List {
    read(&bytes("broken-15/input.csv")).unwrap()
}

struct Corrected {
    row: PaymentRow,
    faults: Vec<(Option<Field>, FindingCode)>,
}

fn correct(list: &List, line: u32, overrides: &[(Field, &str)]) -> Corrected {
    let written = &list.rows.iter().find(|row| row.line == line).unwrap().written;
    correct_cells(&list.profile, &list.layout, written, overrides)
}

fn correct_cells(
    profile: &Profile,
    layout: &Layout,
    written: &Cells,
    overrides: &[(Field, &str)],
) -> Corrected {
    let overrides: Overrides =
        overrides.iter().map(|(field, text)| (*field, (*text).to_owned())).collect();
    let interpreter = Interpreter::new(profile, layout, given(None));
    let (row, faults) = interpreter.interpret(written, &overrides);
    Corrected { row, faults: faults.into_iter().map(|fault| (fault.field, fault.code)).collect() }
}

#[test]
fn a_correction_is_read_as_the_list_is() {
    let list = broken();
    let fixed = correct(&list, 4, &[(Field::PersonalNumber, "201701012393")]);
    assert_eq!(fixed.faults, []);
    assert_eq!(fixed.row.national_number.unwrap().to_string(), "201701012393");

    for text in ["97 429,65", "97\u{A0}429,65", "97429,65", "97429.65"] {
        let fixed = correct(&list, 12, &[(Field::Amount, text)]);
        assert_eq!((fixed.row.amount, fixed.faults), (Some(Ore(9_742_965)), vec![]), "{text}");
    }
    let wrong = correct(&list, 12, &[(Field::Amount, "97.429,65")]);
    assert_eq!(wrong.faults, [(Some(Field::Amount), FindingCode::AmountAmbiguous)]);

    let fixed = correct(&list, 15, &[(Field::PeriodFrom, "2026-04-01")]);
    assert_eq!((fixed.row.period_from, fixed.faults), ("2026-04-01".parse().ok(), vec![]));
}

#[test]
fn an_iso_date_is_a_correction_in_every_layout() {
    let list = read(&bytes("list-c/input.txt")).unwrap();
    for text in ["20260401", "2026-04-01"] {
        let fixed = correct(&list, 2, &[(Field::PeriodFrom, text)]);
        assert_eq!((fixed.row.period_from, fixed.faults), ("2026-04-01".parse().ok(), vec![]));
    }
}

#[test]
fn an_empty_correction_empties_the_field() {
    let fixed = correct(&broken(), 8, &[(Field::DossierNumber, " ")]);
    assert_eq!((fixed.row.dossier_number, fixed.faults), (None, vec![]));
}

#[test]
fn a_name_in_one_column_can_be_corrected_in_parts() {
    let list = read(&bytes("list-b/input.csv")).unwrap();
    let fixed = correct(&list, 6, &[(Field::GivenName, "Beta")]);
    assert_eq!(fixed.row.family_name.as_deref(), Some("Testsson"));
    assert_eq!(fixed.row.given_name.as_deref(), Some("Beta"));
}

#[test]
fn a_short_row_is_completed() {
    let fixed = correct(&broken(), 17, &[(Field::Amount, "33 000,00"), (Field::Days, "61")]);
    assert_eq!(fixed.faults, []);
    assert_eq!((fixed.row.amount, fixed.row.days), (Some(Ore(3_300_000)), Some(61)));
    assert_eq!(fixed.row.period_until, "2026-09-30".parse().ok());
    assert_eq!(fixed.row.dossier_number.unwrap().to_string(), "99000086");
}

#[test]
fn a_long_row_is_read_under_the_merge_that_reads_best() {
    let list = broken();
    // The row's own text, another text for the same field, and a field elsewhere.
    for (family_name, overrides) in [
        ("Test; Semikolon", (Field::FamilyName, "Test; Semikolon")),
        ("Testsson", (Field::FamilyName, "Testsson")),
        ("Test; Semikolon", (Field::Days, "30")),
    ] {
        let fixed = correct(&list, 18, &[overrides]);
        assert_eq!(fixed.faults, []);
        assert_eq!(fixed.row.family_name.as_deref(), Some(family_name));
        assert_eq!(fixed.row.given_name.as_deref(), Some("Juliett"));
        assert_eq!(fixed.row.amount, Some(Ore(1_650_000)));
        assert_eq!(fixed.row.national_number.unwrap().to_string(), "200607092384");
    }
    let fixed = correct(&list, 18, &[(Field::GivenName, "Juliett Maria")]);
    assert_eq!(fixed.row.period_from, "2026-09-01".parse().ok());
    assert_eq!(fixed.row.given_name.as_deref(), Some("Juliett Maria"));
}

#[test]
fn cells_can_be_kept_as_one_text() {
    let list = broken();
    for row in &list.rows {
        let kept = Cells::from_joined(row.written.joined());
        let again = correct_cells(&list.profile, &list.layout, &kept, &[]);
        assert_eq!(again.row, row.row);
        let of_form: Vec<_> = row.of_form.iter().map(|fault| (fault.field, fault.code)).collect();
        assert_eq!(again.faults, of_form);
    }
}

#[test]
fn nothing_is_proposed_where_there_is_a_choice() {
    let list = broken();
    let interpreter = Interpreter::new(&list.profile, &list.layout, given(None));
    let proposed: Vec<_> = list
        .rows
        .iter()
        .filter(|row| interpreter.propose(&row.written, &row.faults).is_some())
        .map(|row| row.line)
        .collect();
    assert_eq!(proposed, [8, 11, 12, 14, 18]);
    for row in list.rows.iter().filter(|row| row.faults.is_empty()) {
        assert_eq!(interpreter.propose(&row.written, &row.faults), None);
    }
    // Swapped, the period still disagrees with the days: then something else is wrong.
    let row = list.rows.iter().find(|row| row.line == 14).unwrap();
    let shorter: Cells =
        row.written.iter().map(|cell| if cell == "92" { "91" } else { cell }).collect();
    assert_eq!(interpreter.propose(&shorter, &row.faults), None);
}
