//! The report of what is missing, and what became of what was reported.

use app::App;
use std::path::PathBuf;

use app::expecting::{Chosen, MayBeRow, PrintMissing as PrintedMissing, ReportedState};
use app::model::MissingRowNo;
use domain::codes::CompensationCode;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::overview::count_text;
use super::super::persons::{PersonBrief, briefs_of};
use super::super::{Diagnostic, WrittenFile, certain_day_of, day_text, diagnostics};
use super::awaited::{AwaitedView, awaited_view};
use super::line::{LineView, line_view};
use super::{AsOf, Nothing, day_of_report};
use crate::explanation::word;
use crate::{ErrorReply, texts};

/// A payment row without person that may be what is missing.
#[derive(Clone, Debug, Serialize, TS)]
pub struct MayBeView {
    /// The list's id.
    pub list: String,
    /// Line in the file.
    pub line: u32,
    /// Day of payment.
    pub payment_date: String,
    /// Its amount.
    pub amount_ore: i64,
    /// In what it is alike: `amount-and-period`, `amount` or `period`.
    pub likeness: String,
}

/// A row of the report.
#[derive(Clone, Debug, Serialize, TS)]
pub struct MissingRow {
    /// What it is called when it is reported or printed.
    pub row: String,
    /// What is wrong.
    #[serde(flatten)]
    pub line: LineView,
    /// The day of the report that asked for it first; none: not yet.
    pub reported_on: Option<String>,
    /// Rows without person that may be what is missing.
    pub may_be: Vec<MayBeView>,
    /// What the agency says, where a fault that it knows holds the row back.
    pub held_because: Option<String>,
}

/// What is missing or wrong of one compensation.
#[derive(Clone, Debug, Serialize, TS)]
pub struct MissingOf {
    /// Its code.
    pub compensation: String,
    /// How many rows, without what is held back.
    pub count: u64,
    /// What they miss together.
    pub missing_ore: i64,
}

/// What is missing or wrong.
#[derive(Clone, Debug, Serialize, TS)]
pub struct MissingView {
    /// The day as it stands on which it is told.
    pub as_of: String,
    /// The first day whose payments are in the program; none where there is no list.
    pub payments_since: Option<String>,
    /// By compensation, what misses most first, and person; after them what a fault of the agency's holds back, with its words.
    pub rows: Vec<MissingRow>,
    /// By compensation, what misses most first.
    pub groups: Vec<MissingOf>,
    /// What the rows miss together, without what is held back.
    pub missing_ore: i64,
    /// What is held back.
    pub held_ore: i64,
    /// How many rows are new: missing, and in no report.
    pub fresh: u64,
    /// What the new rows miss together.
    pub fresh_ore: i64,
    /// Lists that nobody has read, and values that nobody has checked.
    #[serde(flatten)]
    pub awaited: AwaitedView,
    /// Lists that are read and not taken in: what seems to be missing may stand in them.
    pub waiting_lists: u64,
    /// The same in words; empty where there is none.
    pub waiting_lists_text: String,
    /// Months before the day of which no list has been taken in.
    pub findings: Vec<Diagnostic>,
}

/// Keeps the report.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct KeepReport {
    /// The client's id; none: a new one.
    #[serde(default)]
    pub id: Option<String>,
    /// The day, inclusive; none: the business date.
    #[serde(default)]
    pub as_of: Option<String>,
    /// Names of rows; none: every row that is new.
    #[serde(default)]
    pub rows: Vec<String>,
    /// Of this compensation alone.
    #[serde(default)]
    pub compensation: Option<String>,
    /// Of this person alone, by the register's own Person-id.
    #[serde(default)]
    pub person: Option<String>,
}

/// A report that was kept.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Kept {
    /// Its id.
    pub id: String,
    /// How many rows are followed from now on.
    pub rows: u64,
}

/// Writes the report to a file: what is new, certain rows, or a report that was kept.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct PrintMissing {
    /// Where: a workbook where it ends in `.xlsx`, otherwise PDF.
    pub path: String,
    /// The day, inclusive; none: the business date.
    #[serde(default)]
    pub as_of: Option<String>,
    /// The id of a report that was kept; none: what is missing now.
    #[serde(default)]
    pub report: Option<String>,
    /// Names of rows; none: every row that is new.
    #[serde(default)]
    pub rows: Vec<String>,
    /// Of this compensation alone.
    #[serde(default)]
    pub compensation: Option<String>,
    /// Of this person alone, by the register's own Person-id.
    #[serde(default)]
    pub person: Option<String>,
}

/// A row that was reported.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ReportedRowView {
    /// Its number.
    pub row: i64,
    /// The report's id.
    pub report: String,
    /// The report's day.
    pub reported_on: String,
    /// Who it is about; none: the city itself.
    pub brief: Option<PersonBrief>,
    /// The compensation's code.
    pub compensation: String,
    /// First day that it is for.
    pub period_from: String,
    /// Last day that it is for, inclusive.
    pub period_until: String,
    /// What should have come.
    pub expected_ore: i64,
    /// What was missing.
    pub missing_ore: i64,
    /// `open`, `came`, `not-expected` (the facts or the law say otherwise now) or `written-off`.
    pub state: String,
    /// Why it was given up.
    pub reason: Option<String>,
    /// Why it should have come, as it was worded then, line by line; empty for protected persons whom
    /// nobody has opened.
    pub explanation: Vec<String>,
}

/// Everything that was reported.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ReportedView {
    /// The latest first.
    pub rows: Vec<ReportedRowView>,
    /// How much of it is open.
    pub open_ore: i64,
    /// How much came.
    pub came_ore: i64,
    /// How much is not expected any more.
    pub not_expected_ore: i64,
    /// How much was given up.
    pub written_off_ore: i64,
}

/// Gives a reported row up, or takes it up again.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct WriteOff {
    /// The row's number.
    pub row: i64,
    /// Whether it is given up.
    pub written_off: bool,
    /// Why.
    pub reason: String,
}

/// A fault that the agency knows.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FaultView {
    /// Its id.
    pub id: String,
    /// The compensation's code; none: all.
    pub compensation: Option<String>,
    /// First day that it is about.
    pub period_from: String,
    /// Last day that it is about, inclusive.
    pub period_until: String,
    /// What the agency says.
    pub words: String,
}

/// Faults that have not ended.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Faults {
    /// In the order of entering.
    pub faults: Vec<FaultView>,
}

/// Notes a fault that the agency knows.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct NoteFault {
    /// The client's id.
    pub id: String,
    /// The compensation's code; none: all.
    #[serde(default)]
    pub compensation: Option<String>,
    /// First day that it is about.
    pub period_from: String,
    /// Last day that it is about, inclusive.
    pub period_until: String,
    /// What the agency says.
    pub words: String,
}

/// Ends a fault.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct EndFault {
    /// Its id.
    pub id: String,
}

fn may_be_view(row: &MayBeRow) -> MayBeView {
    MayBeView {
        list: row.part.list.clone(),
        line: row.part.line,
        payment_date: row.part.payment_date.to_string(),
        amount_ore: row.part.amount.0,
        likeness: word(&row.likeness),
    }
}

/// Compensations with what they miss, the most first.
fn groups_of(rows: &[MissingRow]) -> Vec<MissingOf> {
    let mut groups: Vec<MissingOf> = Vec::new();
    for MissingRow { line, .. } in rows {
        match groups.iter_mut().find(|group| group.compensation == line.compensation) {
            Some(group) => {
                group.count += 1;
                group.missing_ore += line.missing_ore;
            }
            None => groups.push(MissingOf {
                compensation: line.compensation.clone(),
                count: 1,
                missing_ore: line.missing_ore,
            }),
        }
    }
    groups.sort_by_key(|group| std::cmp::Reverse(group.missing_ore));
    groups
}

/// What is missing or wrong.
///
/// # Errors
/// When the database cannot be read.
pub fn missing(app: &mut App, request: AsOf) -> Result<MissingView, ErrorReply> {
    let as_of = day_of_report(app, request.as_of.as_deref())?;
    let report = app.missing_report(as_of)?;
    let city = app.city_expectation(as_of)?;
    let wanted = report.rows.iter().map(|row| &row.line);
    let lines = wanted.chain(report.held.iter().map(|row| &row.line));
    let briefs = briefs_of(app, lines.filter_map(|line| line.person))?;
    let mut rows = Vec::with_capacity(report.rows.len() + report.held.len());
    for wanted in &report.rows {
        let may_be = city.may_be.get(&wanted.place);
        rows.push(MissingRow {
            row: wanted.id.clone(),
            line: line_view(app, &briefs, &wanted.line)?,
            reported_on: day_text(wanted.reported_on),
            may_be: may_be.into_iter().flatten().map(may_be_view).collect(),
            held_because: None,
        });
        // Money that may be here already is looked for before the agency is asked.
        if let Some(row) = rows.last_mut().filter(|row| !row.may_be.is_empty()) {
            row.line.text = texts::text("expected-missing-may-be", &[]);
        }
    }
    let groups = groups_of(&rows);
    let rank = |row: &MissingRow| {
        groups.iter().position(|group| group.compensation == row.line.compensation)
    };
    rows.sort_by_key(rank);
    let fresh: Vec<i64> = rows
        .iter()
        .filter(|row: &&MissingRow| row.reported_on.is_none() && row.line.missing_ore > 0)
        .map(|row| row.line.missing_ore)
        .collect();
    for row in &report.held {
        let text = texts::text("expected-missing-held", &[]);
        rows.push(MissingRow {
            row: row.id.clone(),
            line: LineView { text, ..line_view(app, &briefs, &row.line)? },
            reported_on: None,
            may_be: Vec::new(),
            held_because: Some(row.fault.words.clone()),
        });
    }
    let waiting_lists = app.lists_to_take_in()?;
    let waiting_lists_text = match waiting_lists {
        0 => String::new(),
        lists => count_text("expected-waiting-lists", lists),
    };
    Ok(MissingView {
        as_of: as_of.to_string(),
        payments_since: day_text(app.payments_since()?),
        missing_ore: report.missing.0,
        held_ore: report.held.iter().map(|row| row.line.missing.0).sum(),
        fresh: fresh.len() as u64,
        fresh_ore: fresh.iter().sum(),
        waiting_lists,
        waiting_lists_text,
        findings: diagnostics(&app.months_without_list(as_of)?),
        awaited: awaited_view(app, &city.awaited, as_of)?,
        rows,
        groups,
    })
}

/// Keeps the report: its rows are followed from now on.
///
/// # Errors
/// When nothing new is missing, or a row that is named cannot be reported.
pub fn keep(app: &mut App, request: KeepReport) -> Result<Kept, ErrorReply> {
    let as_of = day_of_report(app, request.as_of.as_deref())?;
    let id = request.id.unwrap_or_else(crate::new_id);
    let (compensation, person) = (request.compensation, request.person);
    let chosen = Chosen { rows: request.rows, compensation, person };
    let rows = app.keep_missing_report(&id, as_of, &chosen)?;
    Ok(Kept { id, rows })
}

/// Writes the report as PDF or as a workbook.
///
/// # Errors
/// When the file cannot be written.
pub fn print(app: &mut App, request: PrintMissing) -> Result<WrittenFile, ErrorReply> {
    let as_of = day_of_report(app, request.as_of.as_deref())?;
    let (compensation, person) = (request.compensation, request.person);
    let bytes = app.print_missing(&PrintedMissing {
        as_of,
        report: request.report,
        chosen: Chosen { rows: request.rows, compensation, person },
        target: PathBuf::from(&request.path),
    })?;
    Ok(WrittenFile { path: request.path, bytes })
}

/// Everything that was reported, and what became of it.
///
/// # Errors
/// When the database cannot be read.
pub fn reported(app: &mut App, request: AsOf) -> Result<ReportedView, ErrorReply> {
    let as_of = day_of_report(app, request.as_of.as_deref())?;
    let reports = app.missing_reports()?;
    let mut view = ReportedView {
        rows: Vec::new(),
        open_ore: 0,
        came_ore: 0,
        not_expected_ore: 0,
        written_off_ore: 0,
    };
    let rows = app.reported_rows(as_of)?;
    let briefs = briefs_of(app, rows.iter().filter_map(|row| row.record.person))?;
    for row in rows {
        let record = row.record;
        let brief = record.person.and_then(|person| briefs.get(&person).cloned());
        let closed = brief.as_ref().is_some_and(|brief| brief.protected);
        let report = reports.iter().find(|report| report.report_no == record.report_no);
        let (state, sum) = match row.state {
            ReportedState::Open => ("open", &mut view.open_ore),
            ReportedState::Came => ("came", &mut view.came_ore),
            ReportedState::NotExpected => ("not-expected", &mut view.not_expected_ore),
            ReportedState::WrittenOff => ("written-off", &mut view.written_off_ore),
        };
        *sum += record.missing.0;
        view.rows.push(ReportedRowView {
            row: record.missing_row_no.0,
            report: report.map(|report| report.id.clone()).unwrap_or_default(),
            reported_on: report.map(|report| report.as_of.to_string()).unwrap_or_default(),
            brief,
            compensation: record.compensation.0,
            period_from: record.period.from.to_string(),
            period_until: record.period.until.to_string(),
            expected_ore: record.expected.0,
            missing_ore: record.missing.0,
            state: state.to_owned(),
            reason: record.written_off,
            explanation: match closed {
                true => Vec::new(),
                false => record.rendered.lines().map(str::to_owned).collect(),
            },
        });
    }
    Ok(view)
}

/// Gives a reported row up, or takes it up again.
///
/// # Errors
/// When there is no such row, or no reason.
pub fn write_off(app: &mut App, request: WriteOff) -> Result<ReportedView, ErrorReply> {
    app.write_off_missing(MissingRowNo(request.row), request.written_off, &request.reason)?;
    reported(app, AsOf::default())
}

/// Faults that the agency knows and that have not ended.
///
/// # Errors
/// When the database cannot be read.
pub fn faults(app: &mut App, _: Nothing) -> Result<Faults, ErrorReply> {
    let faults = app.known_faults()?.into_iter().map(|fault| FaultView {
        id: fault.id,
        compensation: fault.compensation.map(|code| code.0),
        period_from: fault.period_from.to_string(),
        period_until: fault.period_until.to_string(),
        words: fault.words,
    });
    Ok(Faults { faults: faults.collect() })
}

/// Notes a fault that the agency knows and has asked us to wait with.
///
/// # Errors
/// When it ends before it begins, says nothing, or names no compensation.
pub fn note_fault(app: &mut App, request: NoteFault) -> Result<Faults, ErrorReply> {
    let code = request.compensation.filter(|code| !code.trim().is_empty());
    if let Some(code) = &code {
        app.law_in_force()?.compensation(code)?;
    }
    app.note_fault(&app::model::KnownFault {
        id: request.id,
        compensation: code.map(CompensationCode),
        period_from: certain_day_of("period_from", &request.period_from)?,
        period_until: certain_day_of("period_until", &request.period_until)?,
        words: request.words,
    })?;
    faults(app, Nothing {})
}

/// Ends a fault: its rows are reported again.
///
/// # Errors
/// When there is none.
pub fn end_fault(app: &mut App, request: EndFault) -> Result<Faults, ErrorReply> {
    app.end_fault(&request.id)?;
    faults(app, Nothing {})
}
