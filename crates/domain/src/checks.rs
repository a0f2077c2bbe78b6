//! What a row must satisfy once its fields have been read.
//!
//! Reading a field (digits, dates, amounts) finds faults of form; the checks here find faults of
//! meaning. One cause gives one finding: a field that could not be read is not also missing, and a
//! row whose fields cannot be told apart is not judged at all.

use chrono::NaiveDate;

use crate::calendar::Period;
use crate::codes::CodeTable;
use crate::finding::FindingCode;
use crate::payment::{Field, PaymentRow};
use crate::spelling::has_invisible;

/// Something wrong with a row, before it has been given its place in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The field it lies in; none when the whole row is meant.
    pub field: Option<Field>,
    /// What it is.
    pub code: FindingCode,
    /// Named values for the text; never names or identity numbers.
    pub values: Vec<(String, String)>,
}

impl Fault {
    /// A fault in one field, without values.
    #[must_use]
    pub fn in_field(field: Field, code: FindingCode) -> Fault {
        Fault { field: Some(field), code, values: Vec::new() }
    }

    /// A fault of the whole row, without values.
    #[must_use]
    pub fn in_row(code: FindingCode) -> Fault {
        Fault { field: None, code, values: Vec::new() }
    }

    /// The same fault with one more named value.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Fault {
        self.values.push((name.to_owned(), value.to_string()));
        self
    }
}

/// The faults of meaning in `row`, given the faults of form already found in it.
#[must_use]
pub fn faults_of_meaning(row: &PaymentRow, of_form: &[Fault], codes: &CodeTable) -> Vec<Fault> {
    if of_form.iter().any(|fault| fault.field.is_none()) {
        return Vec::new();
    }
    let unread = |field: Field| of_form.iter().any(|fault| fault.field == Some(field));
    let mut faults = Vec::new();
    missing_values(row, &unread, &mut faults);
    invisible_texts(row, &mut faults);
    code_and_person(row, &unread, codes, &mut faults);
    period(row, &mut faults);
    formula_texts(row, &mut faults);
    faults
}

fn missing_values(row: &PaymentRow, unread: &impl Fn(Field) -> bool, faults: &mut Vec<Fault>) {
    let required = [
        (Field::PaymentDate, row.payment_date.is_none()),
        (Field::PaymentCode, row.payment_code.is_none()),
        (Field::Amount, row.amount.is_none()),
    ];
    for (field, missing) in required {
        if missing && !unread(field) {
            faults.push(Fault::in_field(field, FindingCode::MissingValue).with("field", field));
        }
    }
    if row.amount.is_some_and(|amount| amount.is_zero()) {
        faults.push(Fault::in_field(Field::Amount, FindingCode::AmountZero));
    }
}

fn code_and_person(
    row: &PaymentRow,
    unread: &impl Fn(Field) -> bool,
    codes: &CodeTable,
    faults: &mut Vec<Fault>,
) {
    let (Some(payment_code), Some(payment_date)) = (&row.payment_code, row.payment_date) else {
        return;
    };
    if has_invisible(payment_code) {
        return;
    }
    let Some(entry) = codes.get(payment_code, payment_date) else {
        faults.push(
            Fault::in_field(Field::PaymentCode, FindingCode::UnknownPaymentCode)
                .with("payment_code", quotable_code(payment_code)),
        );
        return;
    };
    let identity_unread = unread(Field::DossierNumber) || unread(Field::PersonalNumber);
    if entry.person_bound && !row.has_identity() && !identity_unread {
        faults.push(Fault::in_field(Field::DossierNumber, FindingCode::MissingIdentity));
    }
    if entry.clawback && row.amount.is_some_and(|amount| amount.0 > 0) {
        faults.push(Fault::in_field(Field::Amount, FindingCode::ClawbackPositive));
    }
}

/// The code if it can be shown in a finding, else an ellipsis.
///
/// A profile that takes the wrong column for the code would otherwise put names and identity numbers
/// into findings, which end up in messages and audit events. Codes are short capitals; a name is
/// written with small letters, a date of birth has six digits, and a dossier number that has lost
/// its zeros as few.
fn quotable_code(code: &str) -> &str {
    let of_a_code = |letter: char| {
        letter.is_alphanumeric() && !letter.is_lowercase() || matches!(letter, '-' | '_' | '.')
    };
    let letters = code.chars().count();
    let digits = code.chars().filter(|letter| letter.is_numeric()).count();
    if letters <= 10 && digits < 6 && code.chars().all(of_a_code) { code } else { "…" }
}

fn period(row: &PaymentRow, faults: &mut Vec<Fault>) {
    let (Some(from), Some(until)) = (row.period_from, row.period_until) else { return };
    match (row.period(), row.days) {
        (None, _) => faults.push(
            Fault::in_field(Field::PeriodFrom, FindingCode::PeriodReversed)
                .with("from", from)
                .with("until", until),
        ),
        _ if is_unlikely(row) => faults.push(
            Fault::in_field(Field::PeriodFrom, FindingCode::PeriodUnlikely)
                .with("from", from)
                .with("until", until),
        ),
        (Some(period), Some(stated)) if period.days() != i64::from(stated) => faults.push(
            Fault::in_field(Field::Days, FindingCode::DaysDiffer)
                .with("stated", stated)
                .with("counted", period.days()),
        ),
        _ => {}
    }
}

/// Whether the period of a row is unlikely ([`is_unlikely_period`]).
#[must_use]
pub fn is_unlikely(row: &PaymentRow) -> bool {
    // The payment day may be what is wrong, and has a finding of its own then.
    let decided = row.decision_date.or(row.payment_date);
    row.period().is_some_and(|period| is_unlikely_period(period, decided))
}

/// Whether the period is longer than any compensation is paid for at a time, or lies years from the
/// decision: one of its years was probably typed wrong. The longest known is a lump sum over two
/// years; corrections reach further back than forward.
#[must_use]
pub fn is_unlikely_period(period: Period, decided: Option<NaiveDate>) -> bool {
    const YEAR: i64 = 366;
    let after = |day: NaiveDate| decided.map_or(0, |decided| (day - decided).num_days());
    period.days() > 3 * YEAR || after(period.from) > YEAR || after(period.until) < -10 * YEAR
}

/// The texts of a row that stand as they were written.
fn texts(row: &PaymentRow) -> [(Field, Option<&str>); 5] {
    [
        (Field::PaymentCode, row.payment_code.as_deref()),
        (Field::CaseNumber, row.case_number.as_deref()),
        (Field::CompensationText, row.compensation_text.as_deref()),
        (Field::FamilyName, row.family_name.as_deref()),
        (Field::GivenName, row.given_name.as_deref()),
    ]
}

fn invisible_texts(row: &PaymentRow, faults: &mut Vec<Fault>) {
    for (field, text) in texts(row) {
        if text.is_some_and(has_invisible) {
            faults.push(Fault::in_field(field, FindingCode::InvisibleText));
        }
    }
}

fn formula_texts(row: &PaymentRow, faults: &mut Vec<Fault>) {
    // An unknown code is a fault of its own.
    for (field, text) in texts(row).into_iter().filter(|(field, _)| *field != Field::PaymentCode) {
        if text.is_some_and(is_formula) {
            faults.push(Fault::in_field(field, FindingCode::FormulaText));
        }
    }
}

/// Whether a spreadsheet would run the text as a formula (CWE-1236, OWASP ASVS 5.0 1.2.10).
#[must_use]
pub fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Ore;
    use crate::codes::{CodeEntry, CodeStatus, CompensationCode};
    use crate::identity::DossierNumber;

    fn codes() -> CodeTable {
        [("GSKA", false), ("Å-GSK", true)]
            .map(|(code, clawback)| CodeEntry {
                payment_code: code.into(),
                compensation: Some(CompensationCode("ASYL-UTB-GRU".into())),
                clawback,
                person_bound: true,
                text: String::new(),
                valid_from: None,
                valid_until: None,
                status: CodeStatus::Published,
            })
            .into_iter()
            .collect()
    }

    fn good() -> PaymentRow {
        PaymentRow {
            payment_date: "2026-10-30".parse().ok(),
            payment_code: Some("GSKA".into()),
            dossier_number: DossierNumber::parse("99-000011").ok(),
            period_from: "2026-08-17".parse().ok(),
            period_until: "2026-09-13".parse().ok(),
            days: Some(28),
            amount: Some(Ore(1_680_000)),
            ..PaymentRow::default()
        }
    }

    fn codes_of(row: &PaymentRow, of_form: &[Fault]) -> Vec<(FindingCode, Option<Field>)> {
        faults_of_meaning(row, of_form, &codes()).iter().map(|f| (f.code, f.field)).collect()
    }

    #[test]
    fn a_good_row_has_none() {
        assert_eq!(codes_of(&good(), &[]), []);
    }

    fn move_period(row: &mut PaymentRow) {
        row.period_from = "2028-08-17".parse().ok();
        row.period_until = "2028-09-13".parse().ok();
    }

    #[test]
    fn each_cause_gives_one_finding() {
        use FindingCode as C;
        type Change = fn(&mut PaymentRow);
        let cases: [(Change, C, Field); 13] = [
            (|r| r.period_from = "1926-08-17".parse().ok(), C::PeriodUnlikely, Field::PeriodFrom),
            (|r| r.period_until = "2062-09-13".parse().ok(), C::PeriodUnlikely, Field::PeriodFrom),
            (move_period, C::PeriodUnlikely, Field::PeriodFrom),
            (|r| r.payment_code = Some("ZZZ9".into()), C::UnknownPaymentCode, Field::PaymentCode),
            (|r| r.payment_code = Some("Å-GSK".into()), C::ClawbackPositive, Field::Amount),
            (|r| r.dossier_number = None, C::MissingIdentity, Field::DossierNumber),
            (|r| r.period_until = "2026-08-01".parse().ok(), C::PeriodReversed, Field::PeriodFrom),
            (|r| r.days = Some(30), C::DaysDiffer, Field::Days),
            (|r| r.family_name = Some("=1+1".into()), C::FormulaText, Field::FamilyName),
            (|r| r.amount = None, C::MissingValue, Field::Amount),
            (
                |r| r.payment_code = Some("GS\u{200b}KA".into()),
                C::InvisibleText,
                Field::PaymentCode,
            ),
            (|r| r.case_number = Some("9.9\u{ad}.9".into()), C::InvisibleText, Field::CaseNumber),
            (|r| r.given_name = Some("Alfa\u{202e}".into()), C::InvisibleText, Field::GivenName),
        ];
        for (change, code, field) in cases {
            let mut row = good();
            change(&mut row);
            assert_eq!(codes_of(&row, &[]), [(code, Some(field))]);
        }
    }

    #[test]
    fn an_unread_field_is_not_also_missing() {
        let mut row = good();
        row.amount = None;
        row.dossier_number = None;
        let of_form = [
            Fault::in_field(Field::Amount, FindingCode::AmountNotANumber),
            Fault::in_field(Field::DossierNumber, FindingCode::LeadingZeroLost),
        ];
        assert_eq!(codes_of(&row, &of_form), []);
    }

    #[test]
    fn findings_quote_codes_but_neither_names_nor_numbers() {
        for code in ["ZZZ9", "Å-GSK", "XINI6", "A_B.1", "12345"] {
            assert_eq!(quotable_code(code), code);
        }
        for text in [
            "Testsson",
            "test",
            "GRUNDSKOLA ASYL",
            "GRUNDSKOLAN",
            "99-000011",
            "99000011",
            "0000136",
            "201701",
            "170101-239",
            "201701012393",
            "20170101-2394",
            "A B",
            "",
        ] {
            let row = PaymentRow { payment_code: Some(text.into()), ..good() };
            let faults = faults_of_meaning(&row, &[], &codes());
            let shown = if text.is_empty() { "" } else { "…" };
            assert_eq!(faults[0].values, [("payment_code".to_owned(), shown.to_owned())], "{text}");
        }
    }

    #[test]
    fn a_row_out_of_shape_is_not_judged() {
        let faults = [Fault::in_row(FindingCode::TooFewFields)];
        assert_eq!(codes_of(&PaymentRow::default(), &faults), []);
    }
}
