//! What the tests share: where the data lies, and how results are written down.

use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;
use std::ops::ControlFlow;
use std::path::PathBuf;

use chrono::NaiveDate;
use domain::checks::{Fault, faults_of_meaning};
use domain::codes::CodeTable;
use domain::{Finding, PaymentRow, Period};
use importing::{
    Cells, FileRefusal, Given, Inspection, Layout, Limits, Match, Profile, ReadSummary, built_in,
    inspect, read_codes, read_payments, recognise,
};
use serde_json::{Value, json};

/// Nothing but the business day is given.
pub(crate) fn given_days() -> importing::GivenDays {
    importing::GivenDays { reference: today(), day: None }
}

/// The business day of all tests.
pub(crate) fn today() -> NaiveDate {
    "2026-11-02".parse().unwrap()
}

pub(crate) fn data() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/data/importing")
}

pub(crate) fn bytes(path: &str) -> Vec<u8> {
    fs::read(data().join(path)).unwrap()
}

pub(crate) fn given(payment_date: Option<NaiveDate>) -> Given {
    Given { payment_date, reference: today(), usual_days: None }
}

pub(crate) fn look(bytes: &[u8]) -> Result<Inspection, FileRefusal> {
    inspect(&mut Cursor::new(bytes), &Limits::default(), &mut |_| {})
}

pub(crate) fn codes() -> CodeTable {
    let bytes = bytes("table-codes/input.csv");
    let inspection = look(&bytes).unwrap();
    let table = read_codes(&mut Cursor::new(&bytes), &inspection, &Limits::default()).unwrap();
    assert_eq!(table.findings, []);
    table.lines.into_iter().collect()
}

/// A row with everything that was found in it.
pub(crate) struct Row {
    pub(crate) line: u32,
    pub(crate) written: Cells,
    pub(crate) row: PaymentRow,
    pub(crate) of_form: Vec<Fault>,
    pub(crate) faults: Vec<Fault>,
}

pub(crate) struct List {
    pub(crate) inspection: Inspection,
    pub(crate) profile: Profile,
    pub(crate) layout: Layout,
    pub(crate) rows: Vec<Row>,
    pub(crate) summary: ReadSummary,
    pub(crate) usual_days: Option<Period>,
}

impl List {
    pub(crate) fn findings(&self) -> Vec<Finding> {
        let place = |row: &Row| {
            let line = row.line;
            row.faults.iter().map(|fault| self.layout.place(fault, line)).collect::<Vec<_>>()
        };
        self.rows.iter().flat_map(place).collect()
    }

    pub(crate) fn meant(&self) -> Vec<PaymentRow> {
        self.rows.iter().map(|row| row.row.clone()).collect()
    }
}

pub(crate) fn read_with(
    bytes: &[u8],
    profiles: &[Profile],
    given: Given,
    codes: &CodeTable,
) -> Result<List, FileRefusal> {
    let inspection = look(bytes)?;
    let limits = Limits::default();
    let mut source = Cursor::new(bytes);
    let Match { profile, layout } =
        recognise(&mut source, &inspection, profiles, &limits)?.only(profiles)?;
    let profile = profiles[profile].clone();
    let mut rows = Vec::new();
    let on_row = &mut |read: importing::ReadRow<'_>| {
        let mut faults = read.faults.clone();
        faults.extend(faults_of_meaning(&read.row, &read.faults, codes));
        let written = read.written.clone();
        rows.push(Row { line: read.line, written, row: read.row, of_form: read.faults, faults });
        ControlFlow::Continue(())
    };
    let read = read_payments(&mut source, &inspection, &profile, given, &limits, on_row)?;
    for (line, fault) in read.far {
        let row = rows.iter_mut().find(|row| row.line == line);
        row.expect("only rows are far").faults.push(fault);
    }
    let (summary, usual_days) = (read.summary, read.usual_days);
    assert_eq!(summary.layout, layout, "recognising and reading must see the same layout");
    Ok(List { inspection, profile, layout, rows, summary, usual_days })
}

pub(crate) fn read(bytes: &[u8]) -> Result<List, FileRefusal> {
    read_with(bytes, &built_in().unwrap(), given(None), &codes())
}

/// The row as JSON, without the fields that are empty.
pub(crate) fn row_json(row: &PaymentRow) -> Value {
    let text = |value: Option<String>| value.map_or(Value::Null, Value::from);
    let mut all = json!({
        "payment_date": text(row.payment_date.map(|v| v.to_string())),
        "decision_date": text(row.decision_date.map(|v| v.to_string())),
        "case_number": text(row.case_number.clone()),
        "payment_code": text(row.payment_code.clone()),
        "compensation_text": text(row.compensation_text.clone()),
        "dossier_number": text(row.dossier_number.map(|v| v.to_string())),
        "national_number": text(row.national_number.map(|v| v.to_string())),
        "family_name": text(row.family_name.clone()),
        "given_name": text(row.given_name.clone()),
        "period_from": text(row.period_from.map(|v| v.to_string())),
        "period_until": text(row.period_until.map(|v| v.to_string())),
        "days": row.days,
        "amount_ore": row.amount.map(|v| v.0),
    });
    without_nulls(&mut all);
    all
}

pub(crate) fn without_nulls(value: &mut Value) {
    if let Value::Object(map) = value {
        map.retain(|_, value| !value.is_null());
    }
}

pub(crate) fn finding_json(finding: &Finding) -> Value {
    let values: BTreeMap<_, _> = finding.values.iter().cloned().collect();
    let mut json = json!({
        "line": finding.line,
        "column": finding.column,
        "column_name": finding.column_name,
        "code": finding.code.as_str(),
        "values": values,
    });
    without_nulls(&mut json);
    json
}

pub(crate) fn refusal_json(refusal: &FileRefusal) -> Value {
    let values: BTreeMap<_, _> = refusal.values().into_iter().collect();
    json!({ "refused": refusal.code(), "values": values })
}
