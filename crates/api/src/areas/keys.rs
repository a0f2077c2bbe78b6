//! Fördelningsnycklar: brought in, made here, tried on a past month, decided, saved as templates.

use app::App;
use app::keys::{Decide, EditKey, KeyImport};
use domain::codes::CompensationCode;
use domain::key::{KeyChange, KeyLine, ShareTarget};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::catalogue::imported;
pub use super::catalogue::{FileRequest, KeyLineView, KeyView, Keys};
use super::{Diagnostic, certain_day_of, day_of, day_text, diagnostics};
pub use super::{Nothing, WrittenFile};
use crate::ErrorReply;
use crate::error::Outcome;
use crate::texts::{named_values, text};

/// A compensation whose key is another one on some payment dates.
#[derive(Clone, Debug, Serialize, TS)]
pub struct KeyChangeView {
    /// The compensation.
    pub compensation: String,
    /// Its short name.
    pub name: String,
    /// First payment date.
    pub from: String,
    /// Last payment date; none until further notice.
    pub until: Option<String>,
    /// The decision that held, where one did.
    pub was: Option<String>,
    /// The decision that holds; none: the compensation has lost its key.
    pub is: Option<String>,
    /// The same in words.
    pub text: String,
}

/// What a file of keys brought in.
#[derive(Clone, Debug, Serialize, TS)]
pub struct KeyImported {
    /// How it ended; with findings nothing has been changed.
    pub outcome: Outcome,
    /// Lines taken in.
    pub lines: u64,
    /// The compensations that get another key, and those that lose theirs.
    pub changes: Vec<KeyChangeView>,
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// A line of a key as somebody sets it.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct SetKeyLine {
    /// Compensation.
    pub compensation: String,
    /// A cost centre, or `personens nämnd`.
    pub target: String,
    /// Per cent, with comma or full stop before its decimals.
    pub percent: String,
    /// Whether the öre that rounding leaves go here.
    #[serde(default)]
    pub takes_remainder: bool,
}

/// Changes the working copy of a key.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct EditKeyRequest {
    /// Begin anew from what holds.
    pub anew: bool,
    /// Throw the working copy away.
    pub discard: bool,
    /// Lines that take the place of all lines of the compensations that they name.
    pub set: Vec<SetKeyLine>,
    /// Compensations that the key is not to share.
    pub remove: Vec<String>,
}

/// What is wrong with the working copy.
#[derive(Clone, Debug, Serialize, TS)]
pub struct KeyFaultView {
    /// The compensation, where it is about one.
    pub compensation: Option<String>,
    /// In words.
    pub text: String,
}

/// The working copy of a key.
#[derive(Clone, Debug, Serialize, TS)]
pub struct KeyDraftView {
    /// Done, or findings where it does not work out.
    pub outcome: Outcome,
    /// Whether somebody has begun one; else it is what holds.
    pub begun: bool,
    /// Its lines, by compensation.
    pub lines: Vec<KeyLineView>,
    /// What is wrong with it.
    pub faults: Vec<KeyFaultView>,
    /// Compensations that it shares otherwise than what holds.
    pub differs: Vec<String>,
    /// Compensations that the city is still paid and that it does not share.
    pub without: Vec<String>,
}

/// Shares a past month with another key.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct TryKey {
    /// Month of payment, `yyyy-mm`.
    pub month: String,
    /// A file of keys; none: the working copy.
    pub path: Option<String>,
}

/// A board and a compensation of which it would have got another amount.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TrialCellView {
    /// The board.
    pub cost_centre: String,
    /// Its name.
    pub board: String,
    /// The compensation.
    pub compensation: String,
    /// Its short name.
    pub name: String,
    /// What the board has.
    pub was_ore: i64,
    /// What it would have got.
    pub would_be_ore: i64,
    /// The one less the other.
    pub difference_ore: i64,
}

/// Payments that would stay on the observation account.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TrialStays {
    /// Code of the reason.
    pub reason_code: String,
    /// The reason.
    pub reason: String,
    /// How many payments.
    pub rows: u64,
    /// Their sum.
    pub amount_ore: i64,
}

/// A past month shared with another key; nothing has been changed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct KeyTried {
    /// How it ended; findings where the file is wrong or money would stay for want of a key.
    pub outcome: Outcome,
    /// How many payments the month has.
    pub rows: u64,
    /// Their sum.
    pub in_ore: i64,
    /// What the boards have of it.
    pub was_out_ore: i64,
    /// What they would have got.
    pub would_be_out_ore: i64,
    /// Where the two differ.
    pub differs: Vec<TrialCellView>,
    /// What would stay on the observation account.
    pub stays: Vec<TrialStays>,
    /// What is wrong with the file.
    pub diagnostics: Vec<Diagnostic>,
}

/// Enters a decision with what the working copy says.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct DecideKey {
    /// The decision's number.
    pub number: String,
    /// First payment date.
    pub from: String,
    /// Last payment date; none until further notice.
    pub until: Option<String>,
    /// What it is about; none: what the working copy shares otherwise than what holds.
    pub compensations: Option<Vec<String>>,
    /// The whole working copy.
    #[serde(default)]
    pub whole: bool,
}

/// A decision that has been entered.
#[derive(Clone, Debug, Serialize, TS)]
pub struct KeyDecided {
    /// How it ended.
    pub outcome: Outcome,
    /// The compensations that get another key, and those that lose theirs.
    pub changes: Vec<KeyChangeView>,
}

fn target_text(target: ShareTarget) -> String {
    match target {
        ShareTarget::PersonsBoard => text("key-persons-board", &[]),
        ShareTarget::Board(centre) => centre.0,
    }
}

fn line_view(line: KeyLine) -> KeyLineView {
    KeyLineView {
        compensation: line.compensation.0,
        target: target_text(line.target),
        percent: crate::format::decimal(line.percent),
        takes_remainder: line.takes_remainder,
    }
}

fn name_of(app: &App, code: &CompensationCode) -> Result<String, ErrorReply> {
    let law = app.law()?;
    Ok(law.get(code).map_or_else(|| code.0.clone(), |found| found.short_name.clone()))
}

fn change_views(app: &App, changes: Vec<KeyChange>) -> Result<Vec<KeyChangeView>, ErrorReply> {
    let view = |change: KeyChange| {
        let name = name_of(app, &change.compensation)?;
        let until = day_text(change.until);
        let id = match (&change.was, &change.is, &until) {
            (_, None, None) => "key-change-lost",
            (_, None, Some(_)) => "key-change-lost-until",
            (None, Some(_), None) => "key-change-gets",
            (None, Some(_), Some(_)) => "key-change-gets-until",
            (Some(_), Some(_), None) => "key-change-another",
            (Some(_), Some(_), Some(_)) => "key-change-another-until",
        };
        let values = [
            ("name", name.clone()),
            ("from", change.from.to_string()),
            ("until", until.clone().unwrap_or_default()),
            ("was", change.was.clone().unwrap_or_default()),
            ("is", change.is.clone().unwrap_or_default()),
        ];
        let values = values.map(|(name, value)| (name.to_owned(), value));
        Ok(KeyChangeView {
            text: text(id, &named_values(&values)),
            compensation: change.compensation.0,
            name,
            from: change.from.to_string(),
            until,
            was: change.was,
            is: change.is,
        })
    };
    changes.into_iter().map(view).collect()
}

/// Every key in force.
///
/// # Errors
/// When the database cannot be read.
pub fn list(app: &mut App, _: Nothing) -> Result<Keys, ErrorReply> {
    let found = app.keys()?;
    let keys = found.into_iter().map(|key| KeyView {
        decision_number: key.decision_number,
        valid_from: key.valid_from.to_string(),
        valid_until: day_text(key.valid_until),
        example: key.example,
        lines: key.lines.into_iter().map(line_view).collect(),
    });
    Ok(Keys { keys: keys.collect() })
}

/// Brings distribution keys in, and tells which compensations get another key or lose theirs.
///
/// # Errors
/// When the file cannot be read.
pub fn import(app: &mut App, request: FileRequest) -> Result<KeyImported, ErrorReply> {
    let KeyImport { table, changes } = app.import_key(request.path.as_ref())?;
    let table = imported(table);
    Ok(KeyImported {
        outcome: table.outcome,
        lines: table.lines,
        changes: change_views(app, changes)?,
        diagnostics: table.diagnostics,
    })
}

fn draft_view(app: &App) -> Result<KeyDraftView, ErrorReply> {
    let draft = app.key_draft()?;
    let codes = |codes: Vec<CompensationCode>| codes.into_iter().map(|code| code.0).collect();
    let faults: Vec<KeyFaultView> = draft
        .faults
        .iter()
        .map(|fault| KeyFaultView {
            compensation: fault.compensation().map(|code| code.0.clone()),
            text: app.key_fault_in_words(fault),
        })
        .collect();
    Ok(KeyDraftView {
        outcome: if faults.is_empty() { Outcome::Done } else { Outcome::Findings },
        begun: draft.begun,
        lines: draft.lines.into_iter().map(line_view).collect(),
        faults,
        differs: codes(draft.differs),
        without: codes(draft.without),
    })
}

/// The working copy, or what holds where nobody has begun one.
///
/// # Errors
/// When the database cannot be read.
pub fn draft(app: &mut App, _: Nothing) -> Result<KeyDraftView, ErrorReply> {
    draft_view(app)
}

/// Digits, with comma or full stop before the decimals.
fn percent_of(at: usize, text: &str) -> Result<Decimal, ErrorReply> {
    let plain = text.trim().replace(',', ".");
    let signs = |sign: char| sign.is_ascii_digit() || sign == '.';
    let percent = plain.parse::<Decimal>().ok().filter(|_| plain.chars().all(signs));
    percent.filter(|percent| percent.scale() <= 6).ok_or_else(|| {
        let mut reply = ErrorReply::new("percent-wrong", &[("text".to_owned(), text.to_owned())]);
        reply.by_rule = true;
        reply.at_field(&format!("set[{at}].percent"))
    })
}

/// Changes the working copy of the key.
///
/// # Errors
/// When a compensation, a board or a percentage is not known: every fault at once.
pub fn edit(app: &mut App, request: EditKeyRequest) -> Result<KeyDraftView, ErrorReply> {
    let persons_board = text("key-persons-board", &[]);
    let mut faults = Vec::new();
    let mut set = Vec::new();
    for (at, line) in request.set.into_iter().enumerate() {
        let target = line.target.trim();
        let target = match target == persons_board {
            true => ShareTarget::PersonsBoard,
            false => app::keys::target_of(target),
        };
        let percent = percent_of(at, &line.percent).map_err(|fault| faults.push(fault));
        set.push(KeyLine {
            compensation: CompensationCode(line.compensation.trim().to_uppercase()),
            target,
            percent: percent.unwrap_or_default(),
            takes_remainder: line.takes_remainder,
        });
    }
    let mut faults = faults.into_iter();
    if let Some(first) = faults.next() {
        return Err(ErrorReply { also: faults.collect(), ..first });
    }
    let remove = request.remove.into_iter();
    let remove = remove.map(|code| CompensationCode(code.trim().to_uppercase())).collect();
    app.edit_key(&EditKey { anew: request.anew, discard: request.discard, set, remove })?;
    draft_view(app)
}

/// Shares a past month with the working copy or the keys of a file. Nothing is changed.
///
/// # Errors
/// When the file cannot be read, or the working copy does not work out.
pub fn try_month(app: &mut App, request: TryKey) -> Result<KeyTried, ErrorReply> {
    let month =
        request.month.parse().map_err(|_| ErrorReply::bad_request("month", &request.month))?;
    let tried = app.try_key(month, request.path.as_deref().map(AsRef::as_ref))?;
    let boards: std::collections::BTreeMap<_, _> = app.boards()?.into_iter().collect();
    let differs = tried.differs.into_iter().map(|cell| {
        Ok(TrialCellView {
            board: boards.get(&cell.cost_centre).cloned().unwrap_or_default(),
            name: name_of(app, &cell.compensation)?,
            cost_centre: cell.cost_centre.0,
            compensation: cell.compensation.0,
            was_ore: cell.was.0,
            would_be_ore: cell.would_be.0,
            difference_ore: (cell.would_be - cell.was).0,
        })
    });
    let differs = differs.collect::<Result<_, ErrorReply>>()?;
    let wants_key =
        |reason: &String| domain::distribution::SuspenseReason::is_for_want_of_key(reason);
    let clean = tried.findings.is_empty() && !tried.stays.keys().any(wants_key);
    let stays = tried.stays.into_iter().map(|(reason_code, (rows, amount))| TrialStays {
        reason: super::distribution::reason_text(&reason_code),
        reason_code,
        rows,
        amount_ore: amount.0,
    });
    Ok(KeyTried {
        outcome: if clean { Outcome::Done } else { Outcome::Findings },
        rows: tried.rows,
        in_ore: tried.incoming.0,
        was_out_ore: tried.was_out.0,
        would_be_out_ore: tried.would_be_out.0,
        differs,
        stays: stays.collect(),
        diagnostics: diagnostics(&tried.findings),
    })
}

/// Enters a decision with what the working copy says of its compensations.
///
/// # Errors
/// When it does not work out or leaves a compensation without a key: every fault at once.
pub fn decide(app: &mut App, request: DecideKey) -> Result<KeyDecided, ErrorReply> {
    let codes = |codes: Vec<String>| {
        let codes = codes.into_iter();
        codes.map(|code| CompensationCode(code.trim().to_uppercase())).collect()
    };
    let decide = Decide {
        number: request.number,
        from: certain_day_of("from", &request.from)?,
        until: day_of("until", request.until.as_deref())?,
        compensations: request.compensations.map(codes),
        whole: request.whole,
    };
    let changes = app.decide_key(&decide)?;
    Ok(KeyDecided { outcome: Outcome::Done, changes: change_views(app, changes)? })
}

/// Writes the keys in force as a table that can be filled in and read back.
///
/// # Errors
/// When nothing may be written there, or the disk says no.
pub fn export(app: &mut App, request: FileRequest) -> Result<WrittenFile, ErrorReply> {
    let bytes = app.export_key(request.path.as_ref())?;
    Ok(WrittenFile { path: request.path, bytes })
}

/// Writes the accounts as such a table.
///
/// # Errors
/// As [`export`].
pub fn export_accounts(app: &mut App, request: FileRequest) -> Result<WrittenFile, ErrorReply> {
    let bytes = app.export_accounts(request.path.as_ref())?;
    Ok(WrittenFile { path: request.path, bytes })
}

/// Writes the payment codes as such a table.
///
/// # Errors
/// As [`export`].
pub fn export_codes(app: &mut App, request: FileRequest) -> Result<WrittenFile, ErrorReply> {
    let bytes = app.export_codes(request.path.as_ref())?;
    Ok(WrittenFile { path: request.path, bytes })
}
