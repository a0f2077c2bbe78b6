//! What is known now of the persons of rows that were shared, and how each would be shared by it.

use std::collections::{BTreeSet, HashMap};

use domain::codes::{CodeTable, CompensationCode};
use domain::distribution::{Original, ResolvedLine, SuspenseReason, find_original};
use domain::key::DistributionKey;
use domain::matching::{MatchProposal, MatchReason};
use domain::person::{BoardSpan, CostCentre, board_on};
use store::distributions::{ChangedRow, ChangedShare};
use store::matches::RowMatch;
use store::{ListNo, PersonNo, Place, Read};

use super::ShareBasis;
use super::correcting::{Cause, Remedy, Settled, WrongRow};
use super::run::{basis_of, by_key, files};
use crate::Result;
use crate::reopening::{Identities, Rests};

/// Rows that were shared by what is not so any more, by list and line.
pub(super) fn wrong_rows(read: &Read<'_>) -> Result<Vec<WrongRow>> {
    let changed = read.changed_rows()?;
    if changed.is_empty() {
        return Ok(Vec::new());
    }
    let mut shares: HashMap<Place, Vec<ChangedShare>> = HashMap::new();
    for share in read.changed_shares()? {
        if let Some(place) = share.entry.origin.payment() {
            shares.entry(place).or_default().push(share);
        }
    }
    let keys = read.keys()?;
    let mut now = Now::of(read, &changed, &keys)?;
    // Clawbacks last: each follows its original as that is put right.
    let (clawbacks, payments): (Vec<_>, Vec<_>) =
        changed.into_iter().partition(|changed| changed.row.clawback);
    let mut wrong = Vec::new();
    for row in payments.into_iter().chain(clawbacks) {
        let of_row = shares.remove(&(row.row.list_no, row.row.line)).unwrap_or_default();
        wrong.extend(now.judge(row, of_row));
    }
    wrong.sort_by_key(WrongRow::place);
    Ok(wrong)
}

/// What is known now of the persons of some rows.
struct Now<'a> {
    keys: &'a [DistributionKey],
    codes: CodeTable,
    identities: Identities,
    boards: HashMap<PersonNo, Vec<BoardSpan>>,
    originals: HashMap<(PersonNo, String), Vec<Original>>,
    files: HashMap<ListNo, String>,
}

impl<'a> Now<'a> {
    fn of(read: &Read<'_>, rows: &[ChangedRow], keys: &'a [DistributionKey]) -> Result<Now<'a>> {
        let codes = read.code_table()?;
        let numbers = rows.iter().map(|row| (row.dossier, row.national));
        let identities = Identities::of(read, numbers)?;
        let mut persons = BTreeSet::new();
        for row in rows {
            persons.extend(row.row.person.map(|person| identities.now(person)));
            persons.extend(identities.propose(rests(row, &codes)).person);
        }
        let persons: Vec<PersonNo> = persons.into_iter().collect();
        Ok(Now {
            keys,
            boards: read.boards_of_persons(&persons)?,
            originals: read.originals(&persons)?,
            files: files(read)?,
            codes,
            identities,
        })
    }

    /// What is wrong with a row; nothing where it would be shared as it is.
    fn judge(&mut self, changed: ChangedRow, shares: Vec<ChangedShare>) -> Option<WrongRow> {
        let rests = rests(&changed, &self.codes);
        let holds = self.identities.hold(rests);
        let before = changed.row.person.map(|person| self.identities.now(person));
        let proposal = self.identities.propose(rests);
        let (person, rematch) = if holds {
            (before, None)
        } else {
            (proposal.person, Some(rematch_of(&changed, proposal)))
        };
        let unmatched = rematch.as_ref().filter(|found| !found.matched);
        let settled = match unmatched {
            Some(found) => Settled::Suspended(found.reason.as_str().to_owned()),
            None => self.settle(&changed, person),
        };
        self.put_original(&changed, before, person, &settled);
        let same_lines = match &settled {
            Settled::Shared { lines, .. } => same_shares(lines, &changed.row.lines),
            Settled::Suspended(_) => false,
        };
        if person == before && rematch.as_ref().is_none_or(|found| found.matched) && same_lines {
            return None;
        }
        let cause = match &settled {
            _ if person != before || unmatched.is_some() => Cause::Identity,
            Settled::Shared { basis: ShareBasis::Original { .. }, .. } => Cause::Original,
            _ => Cause::Board,
        };
        let handed_over = !shares.is_empty() && shares.iter().all(|share| share.handed_over);
        let remedy = if handed_over { Remedy::Correct } else { Remedy::TakeBack };
        Some(WrongRow { changed, shares, cause, person, settled, remedy, rematch })
    }

    /// How the row would be shared now: as it was, with the person's board of now.
    fn settle(&self, changed: &ChangedRow, person: Option<PersonNo>) -> Settled {
        let row = &changed.row;
        let board_day = row.period.map_or(row.payment_date, |period| period.until);
        let boards = person.and_then(|person| self.boards.get(&person));
        let boards = boards.map_or(&[][..], Vec::as_slice);
        if let (true, Some(person), Some(period)) = (row.clawback, person, row.period)
            && let Some(originals) = self.originals.get(&(person, row.compensation.clone()))
            && let Some(original) = find_original(period, originals)
        {
            let basis = basis_of(original, &self.files);
            return Settled::Shared { lines: original.lines.clone(), basis };
        }
        let basis: Option<ShareBasis> = serde_json::from_str(&row.basis).ok();
        if let Some(basis @ ShareBasis::Key { .. }) = basis {
            return match with_board(&row.lines, board_on(boards, board_day)) {
                Some(lines) => Settled::Shared { lines, basis },
                None => Settled::Suspended(SuspenseReason::NoBoard.as_str().to_owned()),
            };
        }
        // Its original was somebody else's, or is free again.
        let compensation = CompensationCode(row.compensation.clone());
        match by_key(self.keys, row.payment_date, &compensation, boards, board_day) {
            Ok((lines, key)) => {
                let basis = ShareBasis::Key { key, original_missing: row.clawback };
                Settled::Shared { lines, basis }
            }
            Err(reason) => Settled::Suspended(reason.as_str().to_owned()),
        }
    }

    /// Puts a payment in its place among what clawbacks take back from.
    fn put_original(
        &mut self,
        changed: &ChangedRow,
        before: Option<PersonNo>,
        person: Option<PersonNo>,
        settled: &Settled,
    ) {
        let row = &changed.row;
        let (false, Some(period)) = (row.clawback, row.period) else { return };
        let place = (row.list_no.0, row.line);
        if let Some(before) = before
            && let Some(of_before) = self.originals.get_mut(&(before, row.compensation.clone()))
        {
            of_before.retain(|original| original.place != place);
        }
        if let (Some(person), Settled::Shared { lines, .. }) = (person, settled) {
            let (payment_date, lines) = (row.payment_date, lines.clone());
            let original = Original { place, period, payment_date, lines };
            self.originals.entry((person, row.compensation.clone())).or_default().push(original);
        }
    }
}

fn rests(changed: &ChangedRow, codes: &CodeTable) -> Rests {
    let code = codes.get(&changed.payment_code, changed.row.payment_date);
    Rests {
        reason: changed.reason,
        person: changed.row.person,
        event_no: changed.match_event,
        dossier: changed.dossier,
        national: changed.national,
        person_bound: code.is_none_or(|code| code.person_bound),
    }
}

/// The match that takes the place of one that no longer holds.
fn rematch_of(changed: &ChangedRow, proposal: MatchProposal<PersonNo>) -> RowMatch {
    let reason = if proposal.matched { proposal.reason } else { MatchReason::Reopened };
    RowMatch {
        line: changed.row.line,
        person: proposal.person,
        matched: proposal.matched,
        reason,
        candidates: proposal.candidates,
    }
}

/// The lines with the person's board; none where they need one that is not known.
fn with_board(lines: &[ResolvedLine], board: Option<&CostCentre>) -> Option<Vec<ResolvedLine>> {
    let line = |line: &ResolvedLine| {
        let cost_centre =
            if line.persons_board { board?.clone() } else { line.cost_centre.clone() };
        Some(ResolvedLine { cost_centre, ..line.clone() })
    };
    lines.iter().map(line).collect()
}

/// Whether two ways of sharing give every board the same of every amount.
fn same_shares(one: &[ResolvedLine], other: &[ResolvedLine]) -> bool {
    let told = |line: &ResolvedLine| {
        (line.cost_centre.clone(), line.percent.normalize(), line.takes_remainder)
    };
    one.iter().map(told).eq(other.iter().map(told))
}
