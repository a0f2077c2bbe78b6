//! Observationskontot: what came and has not been handed over, with age, owner and what to do.

use std::path::PathBuf;

use app::App;
use app::suspense::SuspenseAsked;
use domain::suspense::SuspenseKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use super::WrittenFile;
use super::day_of;
use crate::error::Outcome;
use crate::listing::Part;
use crate::{ErrorReply, texts};

/// Asks what lies on the observation account.
#[derive(Clone, Debug, Default, Deserialize, TS)]
pub struct SuspenseRequest {
    /// On which day; none: the business date.
    #[serde(default)]
    pub as_of: Option<String>,
    /// Of one kind; none: all.
    #[serde(default)]
    pub kind: Option<String>,
}

/// Prints what lies on the observation account.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct PrintSuspenseRequest {
    /// On which day; none: the business date.
    #[serde(default)]
    pub as_of: Option<String>,
    /// Where.
    pub path: String,
}

/// What lies there for one reason.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SuspenseSumView {
    /// Kind.
    pub kind: String,
    /// The same in words.
    pub text: String,
    /// How many.
    pub rows: u64,
    /// Their sum.
    pub amount_ore: i64,
}

/// Something that lies there.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SuspenseRow {
    /// Kind.
    pub kind: String,
    /// More exactly why: a code.
    pub reason_code: String,
    /// The same in words.
    pub reason: String,
    /// Amount.
    pub amount_ore: i64,
    /// Since when.
    pub since: String,
    /// Days since then, on the day that is asked about.
    pub days: i64,
    /// Who left it so.
    pub owner: String,
    /// The list's id.
    pub list: Option<String>,
    /// The list's own file name.
    pub file: Option<String>,
    /// Line in the file.
    pub line: Option<u32>,
    /// The id of the distribution.
    pub distribution: Option<String>,
    /// What to do, a code.
    pub todo_code: String,
    /// The same in words.
    pub todo: String,
}

/// What lies on the observation account.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SuspenseView {
    /// `findings` where anything lies there.
    pub outcome: Outcome,
    /// The day.
    pub as_of: String,
    /// What the account holds: the sum of everything that lies there.
    pub balance_ore: i64,
    /// Reason by reason.
    pub sums: Vec<SuspenseSumView>,
    /// Rows of what was asked for, on all pages.
    pub total: u64,
    /// The page, the oldest first.
    pub rows: Vec<SuspenseRow>,
}

fn kind_of(text: &str) -> Result<SuspenseKind, ErrorReply> {
    SuspenseKind::parse(text).ok_or_else(|| ErrorReply::bad_request("kind", "slag"))
}

/// What is to be done about a reason: a code.
fn todo(kind: SuspenseKind, reason: &str) -> &'static str {
    match (kind, reason) {
        (SuspenseKind::Unmatched, _) => "match",
        (SuspenseKind::Disputed, _) => "settle-person",
        (SuspenseKind::WithoutBoardOrKey, "no-board") => "enter-board",
        (SuspenseKind::WithoutBoardOrKey, "code-unmapped") => "map-code",
        (SuspenseKind::WithoutBoardOrKey, _) => "add-to-key",
        (SuspenseKind::NotDistributed, _) => "distribute",
        (SuspenseKind::Parked, _) => "settle-row",
        (SuspenseKind::BankDifference, _) => "ask-bank",
        (SuspenseKind::NotHandedOver, _) => "hand-over",
    }
}

/// What lies on the observation account.
///
/// # Errors
/// When the day or the kind is none, or the database cannot be read.
pub fn page(
    app: &mut App,
    request: SuspenseRequest,
    part: Part,
) -> Result<SuspenseView, ErrorReply> {
    let as_of = day_of("as_of", request.as_of.as_deref())?;
    let kind = request.kind.as_deref().filter(|kind| !kind.is_empty());
    let kind = kind.map(kind_of).transpose()?;
    let asked = SuspenseAsked::Part(kind, part.span(u32::MAX));
    let found = app.suspense(as_of, asked)?;
    let words = |kind: SuspenseKind| texts::text(&format!("suspense-kind-{}", kind.as_str()), &[]);
    let sums: Vec<SuspenseSumView> = found
        .sums
        .iter()
        .map(|sum| SuspenseSumView {
            kind: sum.kind.as_str().to_owned(),
            text: words(sum.kind),
            rows: sum.items,
            amount_ore: sum.amount.0,
        })
        .collect();
    let wanted = |sum: &&SuspenseSumView| kind.is_none_or(|kind| kind.as_str() == sum.kind);
    let total = sums.iter().filter(wanted).map(|sum| sum.rows).sum();
    let row = |item: app::model::SuspenseItem| {
        let todo = todo(item.kind, &item.reason);
        SuspenseRow {
            kind: item.kind.as_str().to_owned(),
            reason: if item.reason == item.kind.as_str() {
                words(item.kind)
            } else {
                super::distribution::reason_text(&item.reason)
            },
            reason_code: item.reason,
            amount_ore: item.amount.0,
            since: item.since.to_string(),
            days: (found.as_of - item.since).num_days(),
            owner: item.owner,
            list: item.list,
            file: item.file,
            line: item.line,
            distribution: item.distribution,
            todo_code: todo.to_owned(),
            todo: texts::text(&format!("suspense-todo-{todo}"), &[]),
        }
    };
    Ok(SuspenseView {
        outcome: if sums.is_empty() { Outcome::Done } else { Outcome::Findings },
        as_of: found.as_of.to_string(),
        balance_ore: found.balance.0,
        sums,
        total,
        rows: found.items.into_iter().map(row).collect(),
    })
}

/// Prints what lies on the observation account.
///
/// # Errors
/// When the day is none, or the file cannot be written.
pub fn print(app: &mut App, request: PrintSuspenseRequest) -> Result<WrittenFile, ErrorReply> {
    let as_of = day_of("as_of", request.as_of.as_deref())?;
    let bytes = app.print_suspense(as_of, &PathBuf::from(&request.path))?;
    Ok(WrittenFile { path: request.path, bytes })
}
