//! Matcha: whom each payment is about.

use std::collections::HashMap;

use app::App;
use app::matching::MatchesOfRows;
use app::model::{ListRecord, PaymentFilter, PersonNo, RowMatch, RowRecord};
use domain::matching::MatchReason;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::day_text;
use super::persons::{AddPerson, PersonBrief, briefs_of, new_person};
pub use super::{ListRequest, RowRequest};
use crate::error::Outcome;
use crate::listing::Part;
use crate::{ErrorReply, texts};

/// What an automatic run did.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Matched {
    /// How it ended: findings while payments stay on the observation account.
    pub outcome: Outcome,
    /// The list's id.
    pub list: String,
    /// Payments that are matched.
    pub matched: u64,
    /// Payments that stay on the observation account.
    pub suspense: u64,
    /// Every payment.
    pub rows: Vec<MatchLine>,
}

/// A payment with its person, in short.
#[derive(Clone, Debug, Serialize, TS)]
pub struct MatchLine {
    /// Line in the file.
    pub line: u32,
    /// The register's own Person-id; none where none.
    pub person: Option<String>,
    /// Why, in words.
    pub reason: String,
}

/// Which payments a page shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum MatchFilter {
    /// All payments.
    #[default]
    All,
    /// Payments without match.
    Unmatched,
    /// Payments matched by the program.
    Automatic,
    /// Payments matched by a person.
    Manual,
}

/// A page of payments.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct MatchRowsRequest {
    /// The list's id.
    pub list: String,
    /// Which payments.
    #[serde(default)]
    pub filter: MatchFilter,
}

/// A payment with its match.
#[derive(Clone, Debug, Serialize, TS)]
pub struct MatchRow {
    /// Line in the file.
    pub line: u32,
    /// Payment code.
    pub payment_code: Option<String>,
    /// Family and given name as the list has them.
    pub list_family_name: Option<String>,
    /// Given name as the list has it.
    pub list_given_name: Option<String>,
    /// Eight digits.
    pub dossier_number: Option<String>,
    /// Twelve digits.
    pub personal_number: Option<String>,
    /// First day of the period.
    pub period_from: Option<String>,
    /// Last day of the period, inclusive.
    pub period_until: Option<String>,
    /// Amount.
    pub amount_ore: Option<i64>,
    /// Whether it may go on to distribution.
    pub matched: bool,
    /// Stable code of the reason; none before matching.
    pub reason_code: Option<String>,
    /// The reason in words.
    pub reason: String,
    /// The reason in two or three words, for a column.
    pub reason_short: String,
    /// The person.
    pub person: Option<PersonBrief>,
    /// Everybody a number of the row points at.
    pub candidates: Vec<PersonBrief>,
    /// Whether it is distributed, so that the match stands.
    pub locked: bool,
    /// Whether it is matched, and has a number that nobody in the register has: it can be added, so that
    /// what comes with that number next time is found.
    pub has_new_number: bool,
}

/// A page of payments.
#[derive(Clone, Debug, Serialize, TS)]
pub struct MatchPage {
    /// The payments.
    pub rows: Vec<MatchRow>,
    /// Payments in the filter.
    pub total: u64,
    /// Payments in all.
    pub all: u64,
    /// Payments without match.
    pub unmatched: u64,
    /// Payments matched by the program.
    pub automatic: u64,
    /// Payments matched by a person.
    pub manual: u64,
    /// Sum of the payments without match.
    pub unmatched_ore: i64,
    /// Page from 0.
    pub page: u32,
}

/// Says whom a payment is about.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ChooseRequest {
    /// The list's id.
    pub list: String,
    /// Line in the file.
    pub line: u32,
    /// The register's own Person-id.
    pub person: String,
}

/// Adds the person that a payment is about.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct AddPersonOfRow {
    /// The list's id.
    pub list: String,
    /// Line in the file.
    pub line: u32,
    /// The person; fields that are not given are taken from the row.
    #[serde(default)]
    pub with: AddPerson,
}

/// Rows with their matches, in their order.
fn match_rows(
    app: &App,
    list: &ListRecord,
    records: &[RowRecord],
) -> Result<Vec<MatchRow>, ErrorReply> {
    let MatchesOfRows { matches, locked, known } = app.matches_of_rows(list, records)?;
    let persons = matches.values().flat_map(|found| found.candidates.iter().chain(&found.person));
    let briefs = briefs_of(app, persons.copied())?;
    let row = |record: &RowRecord| {
        let found = matches.get(&record.line);
        let row = match_row(record, found, &briefs, locked.contains(&record.line));
        // Of whom nothing is shown this is not told either.
        let is_shown = row.matched && row.person.as_ref().is_some_and(|person| !person.protected);
        let is_new = |number| !known.contains(&number);
        MatchRow { has_new_number: is_shown && record.row.numbers().any(is_new), ..row }
    };
    Ok(records.iter().map(row).collect())
}

fn match_row(
    record: &RowRecord,
    found: Option<&RowMatch>,
    briefs: &HashMap<PersonNo, PersonBrief>,
    locked: bool,
) -> MatchRow {
    let row = &record.row;
    let candidates = found.map_or(&[][..], |found| found.candidates.as_slice());
    let person = found.and_then(|found| found.person);
    MatchRow {
        line: record.line,
        payment_code: row.payment_code.clone(),
        list_family_name: row.family_name.clone(),
        list_given_name: row.given_name.clone(),
        dossier_number: row.dossier_number.map(|number| number.to_string()),
        personal_number: row.national_number.map(|number| number.to_string()),
        period_from: day_text(row.period_from),
        period_until: day_text(row.period_until),
        amount_ore: row.amount.map(|amount| amount.0),
        matched: found.is_some_and(|found| found.matched),
        reason_code: found.map(|found| found.reason.as_str().to_owned()),
        reason: found.map_or_else(String::new, reason_text),
        reason_short: found.map_or_else(String::new, |found| {
            texts::text(&format!("match-{}.short", found.reason.as_str()), &[])
        }),
        person: person.and_then(|person| briefs.get(&person).cloned()),
        candidates: candidates.iter().filter_map(|no| briefs.get(no).cloned()).collect(),
        locked,
        has_new_number: false,
    }
}

fn reason_text(found: &RowMatch) -> String {
    reason_words(found.reason)
}

fn reason_words(reason: MatchReason) -> String {
    texts::text(&format!("match-{}", reason.as_str()), &[])
}

/// Matches the payments of a committed list.
///
/// # Errors
/// When the list is not committed.
pub fn run(app: &mut App, request: ListRequest) -> Result<Matched, ErrorReply> {
    let outcome = app.match_list(&request.list)?;
    let list = app.payment_list(&request.list)?;
    // A list has many rows and few reasons.
    let words = MatchReason::ALL.map(|reason| (reason, reason_words(reason)));
    let words: HashMap<MatchReason, String> = words.into_iter().collect();
    let rows = app.matched_persons(&list)?.into_iter().map(|row| {
        let (line, person, reason) = row;
        let reason = words.get(&reason).cloned().unwrap_or_default();
        MatchLine { line, person: person.map(|id| id.0), reason }
    });
    let rows = rows.collect();
    Ok(Matched {
        outcome: if outcome.suspense == 0 { Outcome::Done } else { Outcome::Findings },
        list: request.list,
        matched: outcome.matched,
        suspense: outcome.suspense,
        rows,
    })
}

/// A page of payments with their matches.
///
/// # Errors
/// When there is no such list, or the database cannot be read.
pub fn rows(app: &mut App, request: MatchRowsRequest, part: Part) -> Result<MatchPage, ErrorReply> {
    let list = app.payment_list(&request.list)?;
    let counts = app.match_overview(&list)?;
    let filter = match request.filter {
        MatchFilter::All => PaymentFilter::All,
        MatchFilter::Unmatched => PaymentFilter::Unmatched,
        MatchFilter::Automatic => PaymentFilter::Automatic,
        MatchFilter::Manual => PaymentFilter::Manual,
    };
    let records = app.payments_span(&list, filter, part.span(u32::MAX))?;
    let rows = match_rows(app, &list, &records)?;
    let all = counts.unmatched + counts.automatic + counts.manual;
    Ok(MatchPage {
        rows,
        total: match request.filter {
            MatchFilter::All => all,
            MatchFilter::Unmatched => counts.unmatched,
            MatchFilter::Automatic => counts.automatic,
            MatchFilter::Manual => counts.manual,
        },
        all,
        unmatched: counts.unmatched,
        automatic: counts.automatic,
        manual: counts.manual,
        unmatched_ore: counts.unmatched_sum.0,
        page: part.page(),
    })
}

fn one_row(app: &App, list: &str, line: u32) -> Result<MatchRow, ErrorReply> {
    let list = app.payment_list(list)?;
    let record = app.row_of_list(&list, line)?;
    let row = match_rows(app, &list, &[record])?.pop();
    row.ok_or_else(|| ErrorReply::new("internal", &[]))
}

/// Says whom a payment is about.
///
/// # Errors
/// When the payment is matched or distributed already, or the person is unknown.
pub fn choose(app: &mut App, request: ChooseRequest) -> Result<MatchRow, ErrorReply> {
    app.choose_match(&request.list, request.line, &request.person)?;
    one_row(app, &request.list, request.line)
}

/// Undoes the match of one payment.
///
/// # Errors
/// When the payment is distributed, or has no match.
pub fn undo(app: &mut App, request: RowRequest) -> Result<MatchRow, ErrorReply> {
    app.undo_match(&request.list, request.line)?;
    one_row(app, &request.list, request.line)
}

/// Adds the person that a payment is about, from the row's own fields, and matches it.
///
/// # Errors
/// When a number is wrong or taken, or the payment is matched already.
pub fn add_person(app: &mut App, request: AddPersonOfRow) -> Result<MatchRow, ErrorReply> {
    let row = one_row(app, &request.list, request.line)?;
    let given = request.with;
    let or = |given: String, row: Option<String>| {
        if given.trim().is_empty() { row.unwrap_or_default() } else { given }
    };
    let new = new_person(
        app,
        AddPerson {
            family_name: or(given.family_name.clone(), row.list_family_name),
            given_name: or(given.given_name.clone(), row.list_given_name),
            dossier_number: given.dossier_number.clone().or(row.dossier_number),
            personal_number: given.personal_number.clone().or(row.personal_number),
            ..given
        },
    )?;
    app.add_person_of_row(&request.list, request.line, &new)?;
    one_row(app, &request.list, request.line)
}

/// Adds the numbers of a payment that nobody has to the person that it is matched with.
///
/// # Errors
/// When the payment is not matched, or the person's page is closed.
pub fn add_numbers(app: &mut App, request: RowRequest) -> Result<MatchRow, ErrorReply> {
    app.add_numbers_of_row(&request.list, request.line)?;
    one_row(app, &request.list, request.line)
}
