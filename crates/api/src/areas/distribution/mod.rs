//! Fördela: a month's payments shared between the boards, and why.

mod correcting;
mod matrix;
mod runs;
mod types;

use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;

use app::App;
use app::distributing::{DistributionOutcome, RowShare};
use app::model::{
    DistributionRecord, ListNo, ListRecord, PersonNo, Place, RunStanding, StoreError, SuspendedRow,
};
use app::payments::Watch;
use app::persons::PersonShown;
use app::statement::{StatementFormat, WriteStatement};
use domain::person::CostCentre;
use domain::{Month, Ore};

pub use super::Nothing;
use super::booking::brief_of;
use super::{WrittenFile, day_text};
use crate::{ErrorReply, texts};

pub use correcting::*;
use matrix::{board_columns, matrix, row_counts};
pub use runs::*;
use runs::{compared, distributed, takes_back};
pub use types::*;

fn month_of(text: &str) -> Result<Month, ErrorReply> {
    text.parse().map_err(|_| ErrorReply::bad_request("month", "månad"))
}

/// The words for a match or suspense reason.
pub(super) fn reason_text(reason: &str) -> String {
    let own = format!("suspense-{reason}");
    let id = if texts::has(&own) { own } else { format!("match-{reason}") };
    texts::text(&id, &[])
}

fn suspended(app: &App, outcome: &DistributionOutcome) -> Result<Vec<Suspended>, ErrorReply> {
    if outcome.suspended.is_empty() {
        return Ok(Vec::new());
    }
    let lists = app.lists_by_number()?;
    let row = |row: &SuspendedRow| {
        let list = lists.get(&row.list_no).ok_or(StoreError::Damaged("payment_list"))?;
        Ok(Suspended {
            list: list.id.clone(),
            file: list.file_name.clone(),
            line: row.line,
            amount_ore: row.amount.0,
            reason_code: row.reason.clone(),
            reason: reason_text(&row.reason),
        })
    };
    outcome.suspended.iter().map(row).collect()
}

/// Distributes a month's payments that no run has distributed.
///
/// # Errors
/// When it is no month, or the database cannot be written.
pub fn run(app: &mut App, request: DistributeRequest) -> Result<Distributed, ErrorReply> {
    let month = month_of(&request.month)?;
    let id = request.id.unwrap_or_else(app::new_id);
    let outcome = if request.draft {
        app.draft_distribution(month, &id)?
    } else {
        app.distribute(month, &id)?
    };
    distributed(app, month, &outcome)
}

fn run_brief(record: &DistributionRecord, standing: &RunStanding) -> RunBrief {
    RunBrief {
        distribution: record.id.clone(),
        month: record.month.to_string(),
        run: record.run,
        kind: record.kind.as_str().to_owned(),
        reversal: takes_back(record.kind),
        state: if standing.taken_back_by.is_some() { "taken-back" } else { "locked" }.to_owned(),
        taken_back_by: standing.taken_back_by.clone(),
        handed_over: standing.handed_over,
        out_ore: record.outgoing.0,
        suspense_ore: record.suspense.0,
        at: standing.at.clone(),
        unbooked: standing.unbooked,
    }
}

/// Months with payments or runs, the newest first.
///
/// # Errors
/// When the database cannot be read.
pub fn months(app: &mut App, _: Nothing) -> Result<Months, ErrorReply> {
    let month = |month: app::distributing::MonthStands| MonthView {
        name: crate::format::month(month.month),
        free_rows: month.free.rows,
        free_ore: month.free.amount.0,
        ready_rows: month.free.matched_rows,
        draft: month.draft.as_ref().map(DraftBrief::from),
        runs: month.runs.iter().map(|(record, standing)| run_brief(record, standing)).collect(),
        month: month.month.to_string(),
    };
    Ok(Months { months: app.months_standing()?.into_iter().map(month).collect() })
}

/// A run with its matrix.
///
/// # Errors
/// When there is no such run, or the database cannot be read.
pub fn view(app: &mut App, request: DistributionRequest) -> Result<DistributionView, ErrorReply> {
    let record = app.distribution(&request.distribution)?;
    let outcome = app.distribution_outcome(record.clone())?;
    let app::distributing::RunContent { shares, made, orders, standing } =
        app.run_content(&record)?;
    let settings = app.settings()?;
    let accounts = app.accounts()?;
    let (rows, paid_rows, clawback_rows) = row_counts(&shares);
    let left = || shares.iter().filter(|share| !share.remainder().is_zero());
    let remainder_rows: BTreeSet<_> = left().map(|share| share.row).collect();
    let remainder: Ore = left().map(|share| share.remainder().abs()).sum();
    let next = app.proposed_order(&record)?;
    let (proposed_vouchers, order_fault) = match app.proposed_vouchers(&record) {
        Ok(vouchers) => (vouchers.iter().map(proposed_voucher).collect(), None),
        Err(error) => (Vec::new(), Some(ErrorReply::from(error))),
    };
    let boards = board_columns(app, &shares)?;
    let written: Vec<String> =
        app.statements_of(&record.id)?.into_iter().map(|centre| centre.0).collect();
    let is_void = standing.taken_back_by.is_some();
    Ok(DistributionView {
        brief: run_brief(&record, &standing),
        month_name: crate::format::month(record.month),
        at: made.at,
        actor: made.actor,
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
        lists: run_lists(app, &shares)?,
        paid_ore: boards.iter().map(|board| board.paid_ore).sum(),
        clawback_ore: boards.iter().map(|board| board.clawback_ore).sum(),
        boards,
        groups: matrix(app, &shares, &accounts)?,
        suspended: suspended(app, &outcome)?,
        orders: app.standing(orders)?.into_iter().map(brief_of).collect(),
        observation_account: accounts
            .iter()
            .find(|account| account.subject == app::model::OBSERVATION)
            .map(|account| account.account.clone()),
        bank_already_booked: settings.booking.bank_already_booked,
        next_number: next.0,
        proposed_period: next.1.compact(),
        proposed_vouchers,
        order_fault,
        void_statements: if is_void { written.clone() } else { Vec::new() },
        statements_written: written,
        compared: compared(app, record.month, &app::distributing::Shares::new())?,
    })
}

fn proposed_voucher(voucher: &domain::voucher::Voucher) -> ProposedVoucher {
    ProposedVoucher {
        text: voucher.text.clone(),
        postings: voucher.postings.len() as u64,
        debit_ore: voucher.postings.iter().map(|posting| posting.amount.0.max(0)).sum(),
    }
}

fn run_lists(app: &App, shares: &[RowShare]) -> Result<Vec<RunList>, ErrorReply> {
    let numbers: BTreeSet<ListNo> = shares.iter().map(|share| share.row.0).collect();
    let mut lists = app.lists_standing()?;
    lists.retain(|stands| numbers.contains(&stands.list.list_no));
    lists.reverse();
    let list = |stands| {
        let summary = super::payments::summary_of(stands);
        RunList {
            list: summary.list,
            file: summary.file,
            payment_date: summary.payment_date,
            bank_ore: summary.bank_ore,
            difference_ore: summary.difference_ore,
        }
    };
    Ok(lists.iter().map(list).collect())
}

/// Why a board gets what it gets of a compensation.
///
/// # Errors
/// When there is no such run, or the database cannot be read.
pub fn cell(app: &mut App, request: CellRequest) -> Result<CellExplanation, ErrorReply> {
    let mut shares = app.row_shares(&request.distribution)?;
    shares.retain(|share| share.compensation.0 == request.compensation);
    let boards = app.boards()?;
    let people = app.persons_shown(shares.iter().filter_map(|share| share.person))?;
    let lists = app.lists_by_number()?;
    let around = Around { app, boards: &boards, people: &people, lists: &lists };
    let of_board = shares.iter().filter(|share| share.cost_centre.0 == request.cost_centre);
    let mut of_row: HashMap<Place, Vec<&RowShare>> = HashMap::new();
    for share in &shares {
        of_row.entry(share.row).or_default().push(share);
    }
    let blocks = of_board.map(|share| around.block(share, &of_row[&share.row]));
    let blocks = blocks.collect::<Result<Vec<_>, _>>()?;
    let code = domain::codes::CompensationCode(request.compensation.clone());
    let law = app.law()?;
    let found = law.get(&code);
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

/// What the blocks of a cell point at.
struct Around<'a> {
    app: &'a App,
    boards: &'a [(CostCentre, String)],
    people: &'a HashMap<PersonNo, PersonShown>,
    lists: &'a HashMap<ListNo, ListRecord>,
}

impl Around<'_> {
    /// How a row was shared; `beside` is every share of it.
    fn block(&self, share: &RowShare, beside: &[&RowShare]) -> Result<CellBlock, ErrorReply> {
        let app = self.app;
        let (list_no, line) = share.row;
        let list = self.lists.get(&list_no).ok_or(StoreError::Damaged("payment_list"))?;
        let person = share.person.and_then(|person| self.people.get(&person));
        let card = person.map(|person| &person.line.card);
        let parts = beside.iter().filter_map(|share| share.explanation.as_ref());
        Ok(CellBlock {
            list: list.id.clone(),
            file: list.file_name.clone(),
            line,
            person_name: card.map(|card| app.shown_name(card)),
            // The board stands in the request: whose the row is would tell where the person lives.
            person: share
                .person
                .zip(card)
                .filter(|(person, card)| !app.is_closed(*person, card))
                .map(|(_, card)| card.id.0.clone()),
            period_from: day_text(share.period_from),
            period_until: day_text(share.period_until),
            row_ore: beside.iter().map(|share| share.amount).sum::<Ore>().0,
            parts: parts.map(|explanation| self.part(&explanation.share)).collect(),
            text: app.share_words(share),
            amount_ore: share.amount.0,
        })
    }

    fn part(&self, share: &domain::distribution::Share) -> SharePart {
        let centre = &share.line.cost_centre;
        let board = self.boards.iter().find(|(known, _)| known == centre);
        SharePart {
            board: board.map_or_else(String::new, |(_, name)| name.clone()),
            cost_centre: centre.0.clone(),
            persons_board: share.line.persons_board,
            percent: crate::format::decimal(share.line.percent),
            uncut: crate::format::decimal(share.uncut),
            rounded_ore: share.rounded.0,
            remainder_ore: share.remainder.0,
        }
    }
}

/// Writes distribution statements: one board's, or every board's.
///
/// # Errors
/// When the board has nothing in the run, or a file cannot be written.
pub fn statement(
    app: &mut App,
    request: StatementRequest,
    watch: &dyn Watch,
) -> Result<WrittenFiles, ErrorReply> {
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
