//! Fördela: a month's payments shared between the boards, and why.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use app::App;
use app::distributing::{DistributionOutcome, ShareExplanation};
use app::model::{AccountRow, DistributionRecord, Entry};
use app::payments::Watch;
use app::statement::{StatementFormat, WriteStatement};
use domain::{Month, Ore};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use super::Nothing;
use super::booking::{OrderBrief, brief_of};
use super::{WrittenFile, day_text};
use crate::error::Outcome;
use crate::{ErrorReply, Host, texts};

/// Distributes a month.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct DistributeRequest {
    /// The month of payment, `yyyy-mm`.
    pub month: String,
    /// The client's id for the run, a UUID; none: a new one.
    pub id: Option<String>,
}

/// What one board gets of one compensation.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ShareSum {
    /// Cost centre.
    pub cost_centre: String,
    /// Compensation.
    pub compensation: String,
    /// Net amount.
    pub amount_ore: i64,
}

/// A row that stays on the observation account.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Suspended {
    /// The list's id.
    pub list: String,
    /// The file's own name.
    pub file: String,
    /// Line in the file.
    pub line: u32,
    /// Amount.
    pub amount_ore: i64,
    /// Stable code of the reason.
    pub reason_code: String,
    /// The reason in words.
    pub reason: String,
}

/// What a run did.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Distributed {
    /// How it ended: findings where nothing could be distributed of what there is.
    pub outcome: Outcome,
    /// The run's id; none when nothing could be distributed.
    pub distribution: Option<String>,
    /// The month's run number.
    pub run: Option<u32>,
    /// Payments that were free.
    pub in_ore: i64,
    /// What the boards got.
    pub out_ore: i64,
    /// What stays on the observation account.
    pub suspense_ore: i64,
    /// Net per board and compensation.
    pub shares: Vec<ShareSum>,
    /// What stays, row by row.
    pub suspended: Vec<Suspended>,
}

/// A run in short.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RunBrief {
    /// Its id.
    pub distribution: String,
    /// The month, `yyyy-mm`.
    pub month: String,
    /// The month's run number.
    pub run: u32,
    /// Whether it takes back.
    pub reversal: bool,
    /// What the boards got.
    pub out_ore: i64,
    /// What stayed on the observation account.
    pub suspense_ore: i64,
    /// Moment of the run, UTC.
    pub at: String,
    /// Whether something of it waits for a booking order.
    pub unbooked: bool,
}

/// A month with payments or runs.
#[derive(Clone, Debug, Serialize, TS)]
pub struct MonthView {
    /// `yyyy-mm`.
    pub month: String,
    /// `oktober 2026`.
    pub name: String,
    /// Payments that no run has distributed.
    pub free_rows: u64,
    /// Their sum.
    pub free_ore: i64,
    /// Of them, matched.
    pub ready_rows: u64,
    /// The month's runs, the newest first.
    pub runs: Vec<RunBrief>,
}

/// Months with payments or runs, the newest first.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Months {
    /// The months.
    pub months: Vec<MonthView>,
}

/// Names a run.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct DistributionRequest {
    /// Its id.
    pub distribution: String,
}

/// A board as a column.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BoardColumn {
    /// Cost centre.
    pub cost_centre: String,
    /// The board's name.
    pub board: String,
    /// Positive rows.
    pub paid_ore: i64,
    /// Negative rows.
    pub clawback_ore: i64,
    /// Both.
    pub net_ore: i64,
}

/// What one board gets of one compensation.
#[derive(Clone, Debug, Serialize, TS)]
pub struct MatrixCell {
    /// Cost centre.
    pub cost_centre: String,
    /// Net amount.
    pub amount_ore: i64,
    /// Whether it holds öre that rounding left.
    pub remainder: bool,
}

/// A compensation as a row.
#[derive(Clone, Debug, Serialize, TS)]
pub struct MatrixRow {
    /// Compensation.
    pub compensation: String,
    /// Its short name.
    pub name: String,
    /// The key's shares in words.
    pub key: String,
    /// Payment rows.
    pub rows: u64,
    /// Boards that get something.
    pub cells: Vec<MatrixCell>,
    /// Sum over the boards.
    pub sum_ore: i64,
}

/// Compensations that share an activity.
#[derive(Clone, Debug, Serialize, TS)]
pub struct MatrixGroup {
    /// Activity; empty where none is set.
    pub activity: String,
    /// Its name.
    pub name: String,
    /// Compensations.
    pub rows: Vec<MatrixRow>,
}

/// A key that a run used.
#[derive(Clone, Debug, Serialize, TS)]
pub struct UsedKey {
    /// The decision's number.
    pub decision_number: String,
    /// First payment date it holds for.
    pub valid_from: String,
    /// Whether it is an example.
    pub example: bool,
}

/// A list of a run.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RunList {
    /// The list's id.
    pub list: String,
    /// The file's own name.
    pub file: String,
    /// Last payment date.
    pub payment_date: Option<String>,
    /// What the bank credited.
    pub bank_ore: Option<i64>,
    /// List less bank.
    pub difference_ore: Option<i64>,
}

/// A run with its matrix.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DistributionView {
    /// In short.
    pub brief: RunBrief,
    /// `oktober 2026`.
    pub month_name: String,
    /// Moment of the run, UTC.
    pub at: String,
    /// Who.
    pub actor: String,
    /// Payments that were free.
    pub in_ore: i64,
    /// Payment rows.
    pub rows: u64,
    /// Sum of the positive rows over all boards.
    pub paid_ore: i64,
    /// Sum of the negative rows over all boards.
    pub clawback_ore: i64,
    /// Of them, positive.
    pub paid_rows: u64,
    /// Of them, negative.
    pub clawback_rows: u64,
    /// Öre that rounding left, in all.
    pub remainder_ore: i64,
    /// Rows in which it left some.
    pub remainder_rows: u64,
    /// The keys used.
    pub keys: Vec<UsedKey>,
    /// The lists.
    pub lists: Vec<RunList>,
    /// Boards as columns.
    pub boards: Vec<BoardColumn>,
    /// Compensations as rows, by activity.
    pub groups: Vec<MatrixGroup>,
    /// What stayed on the observation account.
    pub suspended: Vec<Suspended>,
    /// Its orders, the newest first.
    pub orders: Vec<OrderBrief>,
    /// The observation account.
    pub observation_account: Option<String>,
    /// Whether the bank's own file has booked the credit.
    pub bank_already_booked: bool,
    /// The number that the next order gets.
    pub next_number: String,
    /// The accounting period that is proposed, `yyyymm`.
    pub proposed_period: String,
    /// The vouchers that the next order would hold; none where nothing is left to book.
    pub proposed_vouchers: Vec<ProposedVoucher>,
    /// Why no order can be made as things are set.
    pub order_fault: Option<ErrorReply>,
    /// Cost centres of the boards whose statements have been written.
    pub statements_written: Vec<String>,
}

/// A voucher that the next order would hold.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ProposedVoucher {
    /// Its text.
    pub text: String,
    /// How many postings.
    pub postings: u64,
    /// Sum of the debit postings.
    pub debit_ore: i64,
}

/// Names a cell of the matrix.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct CellRequest {
    /// The run's id.
    pub distribution: String,
    /// Cost centre.
    pub cost_centre: String,
    /// Compensation.
    pub compensation: String,
}

/// One board's part of a row.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SharePart {
    /// Cost centre.
    pub cost_centre: String,
    /// The board's name.
    pub board: String,
    /// Whether the key said "the person's board".
    pub persons_board: bool,
    /// Per cent.
    pub percent: String,
    /// Before rounding, in kronor, as it is written.
    pub uncut: String,
    /// Rounded down.
    pub rounded_ore: i64,
    /// Öre that came on top.
    pub remainder_ore: i64,
}

/// How one row was shared.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CellBlock {
    /// The list's id.
    pub list: String,
    /// The file's own name.
    pub file: String,
    /// Line in the file.
    pub line: u32,
    /// The register's own Person-id.
    pub person: Option<String>,
    /// Family and given name.
    pub person_name: Option<String>,
    /// First day of the period.
    pub period_from: Option<String>,
    /// Last day of the period, inclusive.
    pub period_until: Option<String>,
    /// The whole row.
    pub row_ore: i64,
    /// Every board's part.
    pub parts: Vec<SharePart>,
    /// The explanation of the board's part as it was kept.
    pub text: String,
    /// What the board got.
    pub amount_ore: i64,
}

/// Why a board gets what it gets of a compensation.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CellExplanation {
    /// Compensation.
    pub compensation: String,
    /// Its short name.
    pub name: String,
    /// Its full name.
    pub full_name: String,
    /// Ordinance and section.
    pub law: String,
    /// Cost centre.
    pub cost_centre: String,
    /// The board's name.
    pub board: String,
    /// One block per row.
    pub blocks: Vec<CellBlock>,
    /// Sum.
    pub amount_ore: i64,
}

/// Writes distribution statements.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct StatementRequest {
    /// The run's id.
    pub distribution: String,
    /// Cost centre; none: every board.
    pub cost_centre: Option<String>,
    /// File of the one board's statement: its ending decides the format (`pdf` or `xlsx`). For
    /// every board: the folder, in which both formats are written.
    pub path: String,
}

/// Files that have been written.
#[derive(Clone, Debug, Serialize, TS)]
pub struct WrittenFiles {
    /// The files.
    pub files: Vec<WrittenFile>,
}

fn month_of(text: &str) -> Result<Month, ErrorReply> {
    text.parse().map_err(|_| ErrorReply::bad_request("month", "månad"))
}

fn suspended(app: &App, outcome: &DistributionOutcome) -> Result<Vec<Suspended>, ErrorReply> {
    let read = app.read();
    outcome
        .suspended
        .iter()
        .map(|row| {
            let list = read.list_by_no(row.list_no)?;
            let own = format!("suspense-{}", row.reason);
            let id = if texts::has(&own) { own } else { format!("match-{}", row.reason) };
            Ok(Suspended {
                list: list.id,
                file: list.file_name,
                line: row.line,
                amount_ore: row.amount.0,
                reason_code: row.reason.clone(),
                reason: texts::text(&id, &[]),
            })
        })
        .collect()
}

/// Distributes a month's payments that no run has distributed.
///
/// # Errors
/// When it is no month, or the database cannot be written.
pub fn run(
    host: &mut Host,
    request: DistributeRequest,
    _: &dyn Watch,
) -> Result<Distributed, ErrorReply> {
    let month = month_of(&request.month)?;
    let id = request.id.unwrap_or_else(app::new_id);
    let app = host.app()?;
    let outcome = app.distribute(month, &id)?;
    let shares = outcome.shares.iter().map(|((centre, compensation), amount)| ShareSum {
        cost_centre: centre.0.clone(),
        compensation: compensation.0.clone(),
        amount_ore: amount.0,
    });
    Ok(Distributed {
        outcome: if outcome.distribution.is_some() || outcome.suspended.is_empty() {
            Outcome::Done
        } else {
            Outcome::Findings
        },
        distribution: outcome.distribution.as_ref().map(|record| record.id.clone()),
        run: outcome.distribution.as_ref().map(|record| record.run),
        in_ore: outcome.incoming.0,
        out_ore: outcome.outgoing.0,
        suspense_ore: outcome.suspense.0,
        shares: shares.collect(),
        suspended: suspended(app, &outcome)?,
    })
}

fn run_brief(app: &App, record: &DistributionRecord) -> Result<RunBrief, ErrorReply> {
    Ok(RunBrief {
        distribution: record.id.clone(),
        month: record.month.to_string(),
        run: record.run,
        reversal: record.reversal,
        out_ore: record.outgoing.0,
        suspense_ore: record.suspense.0,
        at: app.read().audit_event(record.event_no)?.at,
        unbooked: !app.read().unbooked_entries(record.distribution_no)?.is_empty(),
    })
}

/// Months with payments or runs, the newest first.
///
/// # Errors
/// When the database cannot be read.
pub fn months(host: &mut Host, _: Nothing, _: &dyn Watch) -> Result<Months, ErrorReply> {
    let app = host.app()?;
    let read = app.read();
    let mut by_month: BTreeMap<Month, Vec<RunBrief>> = BTreeMap::new();
    for list in read.lists()? {
        if list.state == app::model::ListState::Committed
            && let Some(date) = list.payment_date
        {
            by_month.entry(Month::of(date)).or_default();
        }
    }
    for record in read.distributions()? {
        by_month.entry(record.month).or_default().push(run_brief(app, &record)?);
    }
    let months = by_month
        .into_iter()
        .rev()
        .map(|(month, runs)| {
            let free = read.free_sums(month)?;
            Ok(MonthView {
                month: month.to_string(),
                name: crate::format::month(month),
                free_rows: free.rows,
                free_ore: free.amount.0,
                ready_rows: free.matched_rows,
                runs,
            })
        })
        .collect::<Result<_, ErrorReply>>()?;
    Ok(Months { months })
}

/// A run with its matrix.
///
/// # Errors
/// When there is no such run, or the database cannot be read.
pub fn view(
    host: &mut Host,
    request: DistributionRequest,
    _: &dyn Watch,
) -> Result<DistributionView, ErrorReply> {
    let app = host.app()?;
    let record = app.distribution(&request.distribution)?;
    let outcome = app.distribution_outcome(record.clone())?;
    let read = app.read();
    let entries = read.distributed_entries(record.distribution_no)?;
    let event = read.audit_event(record.event_no)?;
    let settings = app.settings()?;
    let accounts = read.accounts()?;
    let explained = explanations(&entries);
    let (rows, paid_rows, clawback_rows) = row_counts(&entries);
    let remainder_rows: BTreeSet<_> = explained
        .iter()
        .filter(|(_, explanation)| !explanation.share.remainder.is_zero())
        .filter_map(|(entry, _)| entry.row)
        .collect();
    let remainder: Ore =
        explained.iter().map(|(_, explanation)| explanation.share.remainder.abs()).sum();
    let orders = read.orders_of(record.distribution_no)?;
    let next = app.proposed_order(&record)?;
    let (proposed_vouchers, order_fault) = match app.proposed_vouchers(&record) {
        Ok(vouchers) => (vouchers.iter().map(proposed_voucher).collect(), None),
        Err(error) => (Vec::new(), Some(ErrorReply::from(error))),
    };
    let boards = board_columns(app, &entries)?;
    Ok(DistributionView {
        brief: run_brief(app, &record)?,
        month_name: crate::format::month(record.month),
        at: event.at,
        actor: event.actor,
        in_ore: record.incoming.0,
        rows,
        paid_rows,
        clawback_rows,
        remainder_ore: remainder.0,
        remainder_rows: remainder_rows.len() as u64,
        keys: record
            .keys
            .iter()
            .map(|key| UsedKey {
                decision_number: key.decision_number.clone(),
                valid_from: key.valid_from.to_string(),
                example: key.example,
            })
            .collect(),
        lists: run_lists(app, &entries)?,
        paid_ore: boards.iter().map(|board| board.paid_ore).sum(),
        clawback_ore: boards.iter().map(|board| board.clawback_ore).sum(),
        boards,
        groups: matrix(app, &entries, &accounts)?,
        suspended: suspended(app, &outcome)?,
        orders: orders.iter().map(|order| brief_of(app, order)).collect::<Result<_, _>>()?,
        observation_account: accounts
            .iter()
            .find(|account| account.subject == app::model::OBSERVATION)
            .map(|account| account.account.clone()),
        bank_already_booked: settings.booking.bank_already_booked,
        next_number: next.0,
        proposed_period: next.1.compact(),
        proposed_vouchers,
        order_fault,
        statements_written: statements_written(app, &record)?,
    })
}

fn proposed_voucher(voucher: &domain::voucher::Voucher) -> ProposedVoucher {
    ProposedVoucher {
        text: voucher.text.clone(),
        postings: voucher.postings.len() as u64,
        debit_ore: voucher.postings.iter().map(|posting| posting.amount.0.max(0)).sum(),
    }
}

fn statements_written(app: &App, record: &DistributionRecord) -> Result<Vec<String>, ErrorReply> {
    let action = app::Action::WriteStatement.name();
    let written: BTreeSet<String> = app
        .read()
        .audit_events_about(&record.id, action)?
        .iter()
        .filter_map(|event| event.detail["cost_centre"].as_str().map(str::to_owned))
        .collect();
    Ok(written.into_iter().collect())
}

/// Entries that carry an explanation, with it.
fn explanations(entries: &[Entry]) -> Vec<(&Entry, ShareExplanation)> {
    entries
        .iter()
        .filter_map(|entry| {
            let data = entry.explanation.as_deref()?;
            Some((entry, serde_json::from_str(data).ok()?))
        })
        .collect()
}

/// Payment rows in all, positive and negative.
fn row_counts(entries: &[Entry]) -> (u64, u64, u64) {
    let mut sums: BTreeMap<(i64, u32), Ore> = BTreeMap::new();
    for entry in entries {
        if let Some(row) = entry.row {
            *sums.entry(row).or_default() += entry.amount;
        }
    }
    let negative = sums.values().filter(|amount| amount.is_negative()).count() as u64;
    let all = sums.len() as u64;
    (all, all - negative, negative)
}

fn run_lists(app: &App, entries: &[Entry]) -> Result<Vec<RunList>, ErrorReply> {
    let numbers: BTreeSet<i64> =
        entries.iter().filter_map(|entry| entry.row.map(|(list, _)| list)).collect();
    numbers
        .into_iter()
        .map(|list_no| {
            let list = app.read().list_by_no(list_no)?;
            let summary = super::payments::summary_of(app, &list)?;
            Ok(RunList {
                list: summary.list,
                file: summary.file,
                payment_date: summary.payment_date,
                bank_ore: summary.bank_ore,
                difference_ore: summary.difference_ore,
            })
        })
        .collect()
}

fn board_columns(app: &App, entries: &[Entry]) -> Result<Vec<BoardColumn>, ErrorReply> {
    let mut sums: BTreeMap<String, (Ore, Ore)> = BTreeMap::new();
    for entry in entries {
        let Some(centre) = &entry.cost_centre else { continue };
        let sum = sums.entry(centre.0.clone()).or_default();
        // A share that takes another back belongs where that one stood.
        if entry.amount.is_negative() == entry.corrects.is_none() {
            sum.1 += entry.amount;
        } else {
            sum.0 += entry.amount;
        }
    }
    let names = app.read().boards()?;
    let name = |centre: &str| {
        let found = names.iter().find(|(known, _)| known.0 == centre);
        found.map_or_else(|| centre.to_owned(), |(_, name)| name.clone())
    };
    let columns = sums.into_iter().map(|(centre, (paid, clawback))| BoardColumn {
        board: name(&centre),
        cost_centre: centre,
        paid_ore: paid.0,
        clawback_ore: clawback.0,
        net_ore: (paid + clawback).0,
    });
    Ok(columns.collect())
}

fn matrix(
    app: &App,
    entries: &[Entry],
    accounts: &[AccountRow],
) -> Result<Vec<MatrixGroup>, ErrorReply> {
    let law = app.law()?;
    let mut by_compensation: BTreeMap<String, Vec<&Entry>> = BTreeMap::new();
    for entry in entries {
        let compensation = entry.compensation.clone().unwrap_or_default();
        by_compensation.entry(compensation).or_default().push(entry);
    }
    let keys = app.read().keys()?;
    let mut groups: BTreeMap<(String, String), Vec<(usize, MatrixRow)>> = BTreeMap::new();
    for (compensation, entries) in by_compensation {
        let place = accounts.iter().position(|account| account.subject == compensation);
        let account = place.map(|place| &accounts[place]);
        let code = domain::codes::CompensationCode(compensation.clone());
        let name = law.get(&code).map_or_else(|| compensation.clone(), |c| c.short_name.clone());
        let row = MatrixRow {
            key: key_text(&keys, &code, &entries),
            rows: entries.iter().filter_map(|entry| entry.row).collect::<BTreeSet<_>>().len()
                as u64,
            cells: cells(&entries),
            sum_ore: entries.iter().map(|entry| entry.amount).sum::<Ore>().0,
            compensation,
            name,
        };
        let group = (
            account.and_then(|account| account.activity.clone()).unwrap_or_default(),
            account.and_then(|account| account.activity_name.clone()).unwrap_or_default(),
        );
        groups.entry(group).or_default().push((place.unwrap_or(usize::MAX), row));
    }
    Ok(groups
        .into_iter()
        .map(|((activity, name), mut rows)| {
            rows.sort_by_key(|(place, _)| *place);
            let rows = rows.into_iter().map(|(_, row)| row).collect();
            MatrixGroup { activity, name, rows }
        })
        .collect())
}

fn cells(entries: &[&Entry]) -> Vec<MatrixCell> {
    let mut sums: BTreeMap<String, (Ore, bool)> = BTreeMap::new();
    for entry in entries {
        let Some(centre) = &entry.cost_centre else { continue };
        let sum = sums.entry(centre.0.clone()).or_default();
        sum.0 += entry.amount;
        let explanation = entry.explanation.as_deref();
        let explanation: Option<ShareExplanation> =
            explanation.and_then(|data| serde_json::from_str(data).ok());
        sum.1 |= explanation.is_some_and(|found| !found.share.remainder.is_zero());
    }
    sums.into_iter()
        .map(|(cost_centre, (amount, remainder))| MatrixCell {
            cost_centre,
            amount_ore: amount.0,
            remainder,
        })
        .collect()
}

/// The key's shares in words: `70 % nämnd · 30 % 8200`.
fn key_text(
    keys: &[domain::key::DistributionKey],
    compensation: &domain::codes::CompensationCode,
    entries: &[&Entry],
) -> String {
    // The key that was used is kept in the explanations; its lines are those of the first row.
    let explained: Vec<ShareExplanation> = entries
        .iter()
        .filter_map(|entry| serde_json::from_str(entry.explanation.as_deref()?).ok())
        .collect();
    let used = explained.iter().find_map(|explanation| match &explanation.basis {
        app::distributing::ShareBasis::Key { key, .. } => Some(key.clone()),
        app::distributing::ShareBasis::Original { .. } => None,
    });
    let key = used.and_then(|used| {
        keys.iter().find(|key| {
            key.decision_number == used.decision_number && key.valid_from == used.valid_from
        })
    });
    let Some(key) = key else { return String::new() };
    let parts: Vec<String> = key
        .lines_for(compensation)
        .map(|line| {
            let target = match &line.target {
                domain::key::ShareTarget::PersonsBoard => texts::text("key-persons-board", &[]),
                domain::key::ShareTarget::Board(centre) => centre.0.clone(),
            };
            format!("{} % {target}", crate::format::decimal(line.percent))
        })
        .collect();
    parts.join(" · ")
}

/// Why a board gets what it gets of a compensation.
///
/// # Errors
/// When there is no such run, or the database cannot be read.
pub fn cell(
    host: &mut Host,
    request: CellRequest,
    _: &dyn Watch,
) -> Result<CellExplanation, ErrorReply> {
    let app = host.app()?;
    let record = app.distribution(&request.distribution)?;
    let read = app.read();
    let entries: Vec<Entry> = read
        .distributed_entries(record.distribution_no)?
        .into_iter()
        .filter(|entry| entry.compensation.as_deref() == Some(&request.compensation))
        .collect();
    let of_board = |entry: &&Entry| {
        entry.cost_centre.as_ref().is_some_and(|centre| centre.0 == request.cost_centre)
    };
    let blocks = entries
        .iter()
        .filter(of_board)
        .map(|entry| block(app, entry, &entries))
        .collect::<Result<Vec<_>, _>>()?;
    let code = domain::codes::CompensationCode(request.compensation.clone());
    let law = app.law()?;
    let found = law.get(&code);
    let boards = read.boards()?;
    let board = boards.iter().find(|(centre, _)| centre.0 == request.cost_centre);
    Ok(CellExplanation {
        name: found.map_or_else(|| code.0.clone(), |found| found.short_name.clone()),
        full_name: found.map_or_else(|| code.0.clone(), |found| found.name.clone()),
        law: found.map_or_else(String::new, |found| {
            format!("{} {}", found.ordinance, found.section).trim().to_owned()
        }),
        compensation: request.compensation,
        board: board.map_or_else(String::new, |(_, name)| name.clone()),
        cost_centre: request.cost_centre,
        amount_ore: blocks.iter().map(|block| block.amount_ore).sum(),
        blocks,
    })
}

fn block(app: &App, entry: &Entry, all: &[Entry]) -> Result<CellBlock, ErrorReply> {
    let read = app.read();
    let boards = read.boards()?;
    let name_of = |centre: &str| {
        let found = boards.iter().find(|(known, _)| known.0 == centre);
        found.map_or_else(String::new, |(_, name)| name.clone())
    };
    let of_row: Vec<Entry> = all.iter().filter(|other| other.row == entry.row).cloned().collect();
    let parts = explanations(&of_row)
        .into_iter()
        .map(|(_, explanation)| {
            let share = explanation.share;
            SharePart {
                board: name_of(&share.line.cost_centre.0),
                cost_centre: share.line.cost_centre.0,
                persons_board: share.line.persons_board,
                percent: crate::format::decimal(share.line.percent),
                uncut: crate::format::decimal(share.uncut),
                rounded_ore: share.rounded.0,
                remainder_ore: share.remainder.0,
            }
        })
        .collect();
    let (list_no, line) = entry.row.unwrap_or_default();
    let list = read.list_by_no(list_no)?;
    let person = entry.person.map(|person| read.person(person)).transpose()?;
    Ok(CellBlock {
        list: list.id,
        file: list.file_name,
        line,
        person_name: person
            .as_ref()
            .map(|person| format!("{}, {}", person.facts.family_name, person.facts.given_name)),
        person: person.map(|person| person.facts.id.0),
        period_from: day_text(entry.period_from),
        period_until: day_text(entry.period_until),
        row_ore: of_row.iter().map(|share| share.amount).sum::<Ore>().0,
        parts,
        text: entry.rendered.clone().unwrap_or_default(),
        amount_ore: entry.amount.0,
    })
}

/// Writes distribution statements: one board's, or every board's.
///
/// # Errors
/// When the board has nothing in the run, or a file cannot be written.
pub fn statement(
    host: &mut Host,
    request: StatementRequest,
    watch: &dyn Watch,
) -> Result<WrittenFiles, ErrorReply> {
    let app = host.app()?;
    let record = app.distribution(&request.distribution)?;
    let target = PathBuf::from(&request.path);
    let asked: Vec<WriteStatement> = match request.cost_centre {
        Some(cost_centre) => {
            let xlsx = target.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"));
            let format = if xlsx { StatementFormat::Xlsx } else { StatementFormat::Pdf };
            vec![WriteStatement { cost_centre, format, target }]
        }
        None => app
            .boards_of(&record)?
            .into_iter()
            .flat_map(|centre| {
                [(StatementFormat::Pdf, "pdf"), (StatementFormat::Xlsx, "xlsx")].map(
                    |(format, ending)| {
                        let name = format!(
                            "fordelningsbesked-{}-{}-{}.{ending}",
                            record.month, record.run, centre
                        );
                        let cost_centre = centre.0.clone();
                        WriteStatement { cost_centre, format, target: target.join(name) }
                    },
                )
            })
            .collect(),
    };
    let mut files = Vec::new();
    for (done, one) in (0u64..).zip(&asked) {
        if !watch.at(done, asked.len() as u64) {
            return Err(app::AppError::Cancelled.into());
        }
        let bytes = app.write_statement(&request.distribution, one)?;
        files.push(WrittenFile { path: one.target.display().to_string(), bytes });
    }
    Ok(WrittenFiles { files })
}
