//! Sharing a month's payments between the boards.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use domain::codes::{CodeEntry, CodeTable, CompensationCode};
use domain::distribution::{
    Original, ResolvedLine, Share, SuspenseReason, find_original, key_on, resolve, share,
};
use domain::key::DistributionKey;
use domain::ledger::EntryKind;
use domain::matching::MatchReason;
use domain::person::{BoardSpan, CostCentre};
use domain::{Month, Ore, Period};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::distributions::{
    DistributedRow, DistributionRecord, FreeRow, NewDistribution, SuspendedRow, UsedKey,
};
use store::ledger::{NewEntry, Origin};
use store::{Changed, DistributionNo, Ending, ListNo, PersonNo, Read, Write};

use crate::backup::refuse_while_restored;
use crate::error::{AppError, RefusalCode};
use crate::wording::share_text;
use crate::{Action, App, Result, Wording};

/// Why a board gets what it gets of one row: data that is kept with the ledger entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShareExplanation {
    /// Compensation.
    pub compensation: CompensationCode,
    /// The whole row, in öre.
    pub row_amount: Ore,
    /// What decides the shares.
    pub basis: ShareBasis,
    /// The day that decides the person's board.
    pub board_day: NaiveDate,
    /// Whether that day is the period's last day; else the payment date.
    pub board_day_is_period_end: bool,
    /// The share with its figures.
    pub share: Share,
}

/// What decides how a row is shared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ShareBasis {
    /// The key that holds on the payment date.
    Key {
        /// Which.
        key: UsedKey,
        /// For a clawback: that no original was found.
        original_missing: bool,
    },
    /// The row that a clawback takes back from.
    Original {
        /// Its list's file.
        file: String,
        /// Its line.
        line: u32,
    },
}

/// What a run did, or would have done had anything been free.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DistributionOutcome {
    /// The run; none when no payment could be distributed.
    pub distribution: Option<DistributionRecord>,
    /// Payments that were free, in öre.
    pub incoming: Ore,
    /// What the boards got.
    pub outgoing: Ore,
    /// What stays on the observation account.
    pub suspense: Ore,
    /// What stays, row by row.
    pub suspended: Vec<SuspendedRow>,
    /// Net per board and compensation.
    pub shares: BTreeMap<(CostCentre, CompensationCode), Ore>,
}

impl App {
    /// Distributes the payments of the month's lists that no run has distributed. Everything that
    /// cannot be distributed stays on the observation account with its reason; in = out + suspense.
    ///
    /// `id` is the client's: asked for again, the run that has it is told and nothing is done.
    ///
    /// # Errors
    /// When the id is that of a run of another month, or the database cannot be written.
    pub fn distribute(&mut self, month: Month, id: &str) -> Result<DistributionOutcome> {
        self.change(Action::Distribute, |write| {
            if let Some(done) = write.distribution(id)? {
                AppError::require_same(done.month == month, id)?;
                return Ok(Ending::Nothing(self.distribution_outcome(done)?));
            }
            refuse_while_restored(write)?;
            let (shared, outcome) = work_out(write, month)?;
            if shared.is_empty() {
                return Ok(Ending::Nothing(outcome));
            }
            let (record, detail) = self.keep_run(write, month, id, &shared, outcome)?;
            let object = record.made.id.clone();
            let value = self.distribution_outcome(record)?;
            Ok(Ending::Changed(Changed { value, object, detail }))
        })
    }

    /// Keeps a run; gives it with what its event says.
    fn keep_run(
        &self,
        write: &Write<'_>,
        month: Month,
        id: &str,
        shared: &[SharedRow],
        outcome: DistributionOutcome,
    ) -> Result<(DistributionRecord, Value)> {
        let record = write.add_distribution(NewDistribution {
            id: id.to_owned(),
            month,
            reversal: false,
            business_date: self.today,
            incoming: outcome.incoming,
            outgoing: outcome.outgoing,
            suspense: outcome.suspense,
            keys: used_keys(shared),
        })?;
        for row in shared {
            keep_shared(write, record.distribution_no, row, self.wording.as_ref())?;
        }
        for row in &outcome.suspended {
            write.add_suspended_row(record.distribution_no, row)?;
        }
        write.end_distribution(record.distribution_no)?;
        let detail = json!({
            "month": record.month, "run": record.run, "rows": shared.len(),
            "suspended": outcome.suspended.len(), "in_ore": record.incoming,
            "out_ore": record.outgoing, "suspense_ore": record.suspense,
        });
        Ok((record, detail))
    }

    /// The run with that id.
    ///
    /// # Errors
    /// When there is none, or the database cannot be read.
    pub fn distribution(&self, id: &str) -> Result<DistributionRecord> {
        self.read()
            .distribution(id)?
            .ok_or_else(|| AppError::refused(RefusalCode::NoSuchDistribution))
    }

    /// What a run that is kept did.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn distribution_outcome(&self, done: DistributionRecord) -> Result<DistributionOutcome> {
        let read = self.read();
        let mut shares = BTreeMap::new();
        for entry in read.distributed_entries(done.distribution_no)? {
            if let (Some(centre), Some(compensation)) = (entry.cost_centre, entry.compensation) {
                *shares.entry((centre, CompensationCode(compensation))).or_insert(Ore::ZERO) +=
                    entry.amount;
            }
        }
        Ok(DistributionOutcome {
            incoming: done.incoming,
            outgoing: done.outgoing,
            suspense: done.suspense,
            suspended: read.suspended_rows(done.distribution_no)?,
            shares,
            distribution: Some(done),
        })
    }
}

/// Works out a run of the month: the rows with their shares, and what comes of them.
fn work_out(read: &Read<'_>, month: Month) -> Result<(Vec<SharedRow>, DistributionOutcome)> {
    let keys = read.keys()?;
    let free = read.free_rows(month)?;
    let mut run = Run {
        read,
        keys: &keys,
        codes: read.code_table()?,
        boards: read.all_boards()?,
        shared: Vec::new(),
        suspended: Vec::new(),
        originals: HashMap::new(),
    };
    // Clawbacks last, so that one finds its original in the same run whatever their order.
    let is_clawback = |row: &FreeRow| {
        run.codes.get(&row.payment_code, row.payment_date).is_some_and(|code| code.clawback)
    };
    let (clawbacks, payments): (Vec<&FreeRow>, Vec<&FreeRow>) =
        free.iter().partition(|row| is_clawback(row));
    for row in payments.into_iter().chain(clawbacks) {
        run.take(row)?;
    }
    let Run { shared, mut suspended, .. } = run;
    suspended.sort_by_key(|row| (row.list_no, row.line));
    let outcome = DistributionOutcome {
        distribution: None,
        incoming: free.iter().map(|row| row.amount).sum(),
        outgoing: shared.iter().flat_map(|row| &row.shares).map(Share::amount).sum(),
        suspense: suspended.iter().map(|row| row.amount).sum(),
        suspended,
        shares: BTreeMap::new(),
    };
    assert_eq!(
        outcome.incoming,
        outcome.outgoing + outcome.suspense,
        "in = out + observation account"
    );
    Ok((shared, outcome))
}

/// A row with its shares.
struct SharedRow {
    row: FreeRow,
    compensation: CompensationCode,
    clawback: bool,
    lines: Vec<ResolvedLine>,
    shares: Vec<Share>,
    basis: ShareBasis,
    board_day: NaiveDate,
}

impl SharedRow {
    fn period(&self) -> Option<Period> {
        period_of(&self.row)
    }
}

fn period_of(row: &FreeRow) -> Option<Period> {
    Period::new(row.period_from?, row.period_until?)
}

/// One run while it is being worked out.
struct Run<'a> {
    read: &'a Read<'a>,
    keys: &'a [DistributionKey],
    codes: CodeTable,
    boards: HashMap<PersonNo, Vec<BoardSpan>>,
    shared: Vec<SharedRow>,
    suspended: Vec<SuspendedRow>,
    originals: HashMap<(PersonNo, CompensationCode), Vec<Original>>,
}

impl Run<'_> {
    fn take(&mut self, row: &FreeRow) -> Result<()> {
        match self.work_out(row)? {
            Ok(shared) => {
                if let (false, Some(person), Some(period)) =
                    (shared.clawback, row.person, shared.period())
                {
                    let own = Original {
                        place: (row.list_no.0, row.line),
                        period,
                        payment_date: row.payment_date,
                        lines: shared.lines.clone(),
                    };
                    let key = (person, shared.compensation.clone());
                    self.originals.entry(key).or_default().push(own);
                }
                self.shared.push(shared);
            }
            Err(reason) => self.suspended.push(SuspendedRow {
                list_no: row.list_no,
                line: row.line,
                amount: row.amount,
                reason,
            }),
        }
        Ok(())
    }

    /// The row's shares, or the code of the reason why it has none.
    fn work_out(&self, row: &FreeRow) -> Result<Result<SharedRow, String>> {
        if !row.matched {
            let reason =
                row.reason.map_or(SuspenseReason::NotMatched.as_str(), MatchReason::as_str);
            return Ok(Err(reason.to_owned()));
        }
        let code = self.codes.get(&row.payment_code, row.payment_date);
        let Some((code, compensation)) = code.and_then(with_compensation) else {
            return Ok(Err(SuspenseReason::CodeUnmapped.as_str().to_owned()));
        };
        let board_day = row.period_until.unwrap_or(row.payment_date);
        let found = match (code.clawback, row.person, period_of(row)) {
            (true, Some(person), Some(period)) => {
                let mut originals = self.read.originals(person, &compensation.0)?;
                let own = self.originals.get(&(person, compensation.clone()));
                originals.extend(own.into_iter().flatten().cloned());
                find_original(period, &originals).cloned()
            }
            _ => None,
        };
        let (lines, basis) = match found {
            Some(original) => {
                let (list_no, line) = original.place;
                let file = self.read.list_by_no(ListNo(list_no))?.file_name;
                (original.lines, ShareBasis::Original { file, line })
            }
            None => match self.by_key(row, compensation, board_day) {
                Ok((lines, key)) => {
                    (lines, ShareBasis::Key { key, original_missing: code.clawback })
                }
                Err(reason) => return Ok(Err(reason.as_str().to_owned())),
            },
        };
        Ok(Ok(SharedRow {
            row: row.clone(),
            compensation: compensation.clone(),
            clawback: code.clawback,
            shares: share(row.amount, &lines),
            lines,
            basis,
            board_day,
        }))
    }

    fn by_key(
        &self,
        row: &FreeRow,
        compensation: &CompensationCode,
        board_day: NaiveDate,
    ) -> std::result::Result<(Vec<ResolvedLine>, UsedKey), SuspenseReason> {
        let key = key_on(self.keys, row.payment_date).ok_or(SuspenseReason::NoKey)?;
        let boards = row.person.and_then(|person| self.boards.get(&person));
        let boards = boards.map_or(&[][..], Vec::as_slice);
        let lines = resolve(key, compensation, boards, board_day)?;
        let used = UsedKey {
            decision_number: key.decision_number.clone(),
            valid_from: key.valid_from,
            example: key.example,
        };
        Ok((lines, used))
    }
}

fn with_compensation(code: &CodeEntry) -> Option<(&CodeEntry, &CompensationCode)> {
    code.compensation.as_ref().map(|compensation| (code, compensation))
}

fn used_keys(shared: &[SharedRow]) -> Vec<UsedKey> {
    let keys: BTreeSet<&UsedKey> = shared
        .iter()
        .filter_map(|row| match &row.basis {
            ShareBasis::Key { key, .. } => Some(key),
            ShareBasis::Original { .. } => None,
        })
        .collect();
    keys.into_iter().cloned().collect()
}

fn keep_shared(
    write: &Write<'_>,
    distribution_no: DistributionNo,
    shared: &SharedRow,
    wording: &dyn Wording,
) -> Result<()> {
    let row = &shared.row;
    write.add_distributed_row(&DistributedRow {
        list_no: row.list_no,
        line: row.line,
        distribution_no,
        person: row.person,
        compensation: shared.compensation.0.clone(),
        clawback: shared.clawback,
        period: shared.period(),
        payment_date: row.payment_date,
        amount: row.amount,
        lines: shared.lines.clone(),
    })?;
    for share in &shared.shares {
        let explanation = ShareExplanation {
            compensation: shared.compensation.clone(),
            row_amount: row.amount,
            basis: shared.basis.clone(),
            board_day: shared.board_day,
            board_day_is_period_end: row.period_until.is_some(),
            share: share.clone(),
        };
        let data = serde_json::to_string(&explanation)
            .map_err(|_| store::StoreError::Damaged("explanation"))?;
        write.add_entry(&NewEntry {
            kind: EntryKind::Distributed,
            person: row.person,
            compensation: Some(&shared.compensation.0),
            period_from: row.period_from,
            period_until: row.period_until,
            cost_centre: Some(&share.line.cost_centre.0),
            amount: share.amount(),
            origin: Origin::Distribution(distribution_no, (row.list_no, row.line)),
            explanation: Some(&data),
            rendered: Some(&share_text(wording, &explanation)),
        })?;
    }
    Ok(())
}
