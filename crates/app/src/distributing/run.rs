//! Working a run out: rows to shares, or to the reason why there are none.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use domain::codes::{CodeEntry, CodeTable, CompensationCode};
use domain::distribution::{
    Original, ResolvedLine, Share, SuspenseReason, find_original, key_on, resolve, share,
};
use domain::key::DistributionKey;
use domain::ledger::EntryKind;
use domain::matching::MatchReason;
use domain::person::BoardSpan;
use domain::{Month, Period};
use serde_json::{Value, json};
use store::distributions::{DistributedRow, FreeRow, SuspendedRow, UsedKey};
use store::ledger::{NewEntry, Origin};
use store::matches::{NewMatch, RowMatch};
use store::{DistributionNo, ListNo, PersonNo, Read, Write};

use super::explaining::share_text;
use super::{DistributionOutcome, ShareBasis, ShareExplanation, Shares};
use crate::reopening::{Identities, Rests, opened};
use crate::{Result, Wording};

/// A run that has been worked out.
pub(crate) struct WorkedOut {
    pub(super) shared: Vec<SharedRow>,
    /// Matches that no longer hold.
    pub(super) reopened: BTreeMap<ListNo, Vec<NewMatch>>,
    pub(crate) outcome: DistributionOutcome,
}

/// Works out a run of the month: the rows with their shares, and what comes of them.
pub(super) fn work_out(read: &Read<'_>, month: Month) -> Result<WorkedOut> {
    work_out_by(read, &read.keys()?, &read.free_rows(month)?)
}

/// Works out how these rows are shared by these keys.
pub(crate) fn work_out_by(
    read: &Read<'_>,
    keys: &[DistributionKey],
    free: &[FreeRow],
) -> Result<WorkedOut> {
    let codes = read.code_table()?;
    // Clawbacks last, so that one finds its original in the same run whatever their order.
    let is_clawback = |row: &FreeRow| {
        codes.get(&row.payment_code, row.payment_date).is_some_and(|code| code.clawback)
    };
    let (clawbacks, payments): (Vec<&FreeRow>, Vec<&FreeRow>) =
        free.iter().partition(|row| is_clawback(row));
    let identities = Identities::all(read)?;
    let about: BTreeSet<PersonNo> =
        clawbacks.iter().filter_map(|row| Some(identities.now(row.person?))).collect();
    let originals = read.originals(&about.into_iter().collect::<Vec<_>>())?;
    let mut run = Run {
        keys,
        codes,
        boards: read.all_boards()?,
        files: files(read)?,
        identities,
        shared: Vec::new(),
        suspended: Vec::new(),
        reopened: BTreeMap::new(),
        originals,
    };
    for row in payments.into_iter().chain(clawbacks) {
        run.take(row);
    }
    let Run { shared, mut suspended, reopened, .. } = run;
    suspended.sort_by_key(|row| (row.list_no, row.line));
    let mut shares = Shares::new();
    for row in &shared {
        for share in &row.shares {
            let of = (share.line.cost_centre.clone(), row.compensation.clone());
            *shares.entry(of).or_default() += share.amount();
        }
    }
    let outcome = DistributionOutcome {
        distribution: None,
        draft: None,
        incoming: free.iter().map(|row| row.amount).sum(),
        outgoing: shared.iter().flat_map(|row| &row.shares).map(Share::amount).sum(),
        suspense: suspended.iter().map(|row| row.amount).sum(),
        suspended,
        shares,
    };
    assert_eq!(
        outcome.incoming,
        outcome.outgoing + outcome.suspense,
        "in = out + observation account"
    );
    Ok(WorkedOut { shared, reopened, outcome })
}

/// The file of each list, for explanations.
pub(super) fn files(read: &Read<'_>) -> Result<HashMap<ListNo, String>> {
    Ok(read.lists()?.into_iter().map(|list| (list.list_no, list.file_name)).collect())
}

/// A row with its shares.
pub(super) struct SharedRow {
    pub(super) row: FreeRow,
    pub(super) compensation: CompensationCode,
    pub(super) clawback: bool,
    pub(super) lines: Vec<ResolvedLine>,
    pub(super) shares: Vec<Share>,
    pub(super) basis: ShareBasis,
    pub(super) board_day: NaiveDate,
}

impl SharedRow {
    fn period(&self) -> Option<Period> {
        period_of(&self.row)
    }

    /// Why a board gets its share.
    pub(super) fn explanation(&self, share: &Share) -> ShareExplanation {
        ShareExplanation {
            compensation: self.compensation.clone(),
            row_amount: self.row.amount,
            basis: self.basis.clone(),
            board_day: self.board_day,
            board_day_is_period_end: self.row.period_until.is_some(),
            share: share.clone(),
        }
    }

    /// What it says, for a digest.
    pub(super) fn told(&self) -> Value {
        let person = self.row.person.map(|person| person.0);
        json!([self.row.list_no.0, self.row.line, person, self.compensation.0, self.shares])
    }
}

fn period_of(row: &FreeRow) -> Option<Period> {
    Period::new(row.period_from?, row.period_until?)
}

/// One run while it is being worked out.
struct Run<'a> {
    keys: &'a [DistributionKey],
    codes: CodeTable,
    boards: HashMap<PersonNo, Vec<BoardSpan>>,
    files: HashMap<ListNo, String>,
    identities: Identities,
    shared: Vec<SharedRow>,
    suspended: Vec<SuspendedRow>,
    reopened: BTreeMap<ListNo, Vec<NewMatch>>,
    originals: HashMap<(PersonNo, String), Vec<Original>>,
}

impl Run<'_> {
    fn take(&mut self, row: &FreeRow) {
        match self.work_out(row) {
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
                    let key = (self.identities.now(person), shared.compensation.0.clone());
                    self.originals.entry(key).or_default().push(own);
                }
                self.shared.push(shared);
            }
            Err(reason) => {
                if reason == MatchReason::Reopened.as_str() && row.matched {
                    let found = RowMatch {
                        line: row.line,
                        person: row.person,
                        matched: true,
                        reason: MatchReason::Reopened,
                        candidates: row.person.into_iter().collect(),
                    };
                    self.reopened.entry(row.list_no).or_default().push(opened(&found));
                }
                self.suspended.push(SuspendedRow {
                    list_no: row.list_no,
                    line: row.line,
                    amount: row.amount,
                    reason,
                });
            }
        }
    }

    /// The row's shares, or the code of the reason why it has none.
    fn work_out(&self, row: &FreeRow) -> std::result::Result<SharedRow, String> {
        let code = self.codes.get(&row.payment_code, row.payment_date);
        let rests = row.reason.zip(row.match_event).map(|(reason, event_no)| Rests {
            reason,
            person: row.person,
            event_no,
            dossier: row.dossier,
            national: row.national,
            person_bound: code.is_none_or(|code| code.person_bound),
        });
        match rests {
            Some(rests) if row.matched && !self.identities.hold(rests) => {
                return Err(MatchReason::Reopened.as_str().to_owned());
            }
            Some(_) if row.matched => {}
            _ => {
                let why =
                    row.reason.map_or(SuspenseReason::NotMatched.as_str(), MatchReason::as_str);
                return Err(why.to_owned());
            }
        }
        let Some((code, compensation)) = code.and_then(with_compensation) else {
            return Err(SuspenseReason::CodeUnmapped.as_str().to_owned());
        };
        let board_day = row.period_until.unwrap_or(row.payment_date);
        let person = row.person.map(|person| self.identities.now(person));
        let found = match (code.clawback, person, period_of(row)) {
            (true, Some(person), Some(period)) => {
                let originals = self.originals.get(&(person, compensation.0.clone()));
                find_original(period, originals.map_or(&[][..], Vec::as_slice))
            }
            _ => None,
        };
        let (lines, basis) = match found {
            Some(original) => (original.lines.clone(), basis_of(original, &self.files)),
            None => match self.by_key(row, compensation, board_day) {
                Ok((lines, key)) => {
                    (lines, ShareBasis::Key { key, original_missing: code.clawback })
                }
                Err(reason) => return Err(reason.as_str().to_owned()),
            },
        };
        Ok(SharedRow {
            row: row.clone(),
            compensation: compensation.clone(),
            clawback: code.clawback,
            shares: share(row.amount, &lines),
            lines,
            basis,
            board_day,
        })
    }

    fn by_key(
        &self,
        row: &FreeRow,
        compensation: &CompensationCode,
        board_day: NaiveDate,
    ) -> std::result::Result<(Vec<ResolvedLine>, UsedKey), SuspenseReason> {
        let boards = row.person.and_then(|person| self.boards.get(&person));
        let boards = boards.map_or(&[][..], Vec::as_slice);
        by_key(self.keys, row.payment_date, compensation, boards, board_day)
    }
}

/// Shares a compensation by the key that holds on the payment date.
pub(super) fn by_key(
    keys: &[DistributionKey],
    payment_date: NaiveDate,
    compensation: &CompensationCode,
    boards: &[BoardSpan],
    board_day: NaiveDate,
) -> std::result::Result<(Vec<ResolvedLine>, UsedKey), SuspenseReason> {
    let key = key_on(keys, compensation, payment_date)?;
    let lines = resolve(key, compensation, boards, board_day)?;
    let used = UsedKey {
        decision_number: key.decision_number.clone(),
        valid_from: key.valid_from,
        example: key.example,
    };
    Ok((lines, used))
}

/// What decides a clawback that has found its original.
pub(super) fn basis_of(original: &Original, files: &HashMap<ListNo, String>) -> ShareBasis {
    let (list_no, line) = original.place;
    ShareBasis::Original { file: files.get(&ListNo(list_no)).cloned().unwrap_or_default(), line }
}

fn with_compensation(code: &CodeEntry) -> Option<(&CodeEntry, &CompensationCode)> {
    code.compensation.as_ref().map(|compensation| (code, compensation))
}

/// The keys that rows were shared by.
pub(super) fn used_keys<'a>(shared: impl IntoIterator<Item = &'a SharedRow>) -> Vec<UsedKey> {
    let keys: BTreeSet<&UsedKey> = shared
        .into_iter()
        .filter_map(|row| match &row.basis {
            ShareBasis::Key { key, .. } => Some(key),
            ShareBasis::Original { .. } => None,
        })
        .collect();
    keys.into_iter().cloned().collect()
}

/// Keeps how a row was shared, and those of its shares that are new.
pub(super) fn keep_shared(
    write: &Write<'_>,
    distribution_no: DistributionNo,
    shared: &SharedRow,
    shares: &[Share],
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
        basis: json_of(&shared.basis)?,
    })?;
    for share in shares {
        let explanation = shared.explanation(share);
        let data = json_of(&explanation)?;
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

fn json_of<T: serde::Serialize>(value: &T) -> Result<String> {
    Ok(serde_json::to_string(value).map_err(|_| store::StoreError::Damaged("explanation"))?)
}
