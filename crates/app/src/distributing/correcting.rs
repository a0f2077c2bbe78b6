//! What was shared by what is not so any more, and the run that corrects it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use domain::codes::{CodeTable, CompensationCode};
use domain::distribution::{
    DistributionKind, Original, ResolvedLine, Share, SuspenseReason, find_original, share,
};
use domain::key::DistributionKey;
use domain::matching::{MatchProposal, MatchReason};
use domain::person::{BoardSpan, CostCentre, board_on};
use domain::{Month, Ore};
use serde_json::json;
use store::distributions::{ChangedRow, ChangedShare, FreeRow, NewDistribution, SuspendedRow};
use store::matches::{NewMatch, RowMatch};
use store::{Changed, DistributionNo, Ending, ListNo, PersonNo, Place, Read, Write};

use super::run::{SharedRow, basis_of, by_key, files, keep_shared, used_keys};
use super::{DistributionOutcome, ShareBasis};
use crate::backup::refuse_while_restored;
use crate::error::{AppError, RefusalCode};
use crate::reopening::{Identities, Rests};
use crate::{Action, App, Result};

/// What has changed since a row was shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// The person's board on the day that decides.
    Board,
    /// Whom the row is about: persons merged or parted, numbers corrected.
    Identity,
    /// How the payment was shared that a clawback takes back from.
    Original,
}

impl Cause {
    /// Its name in contracts.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Cause::Board => "board",
            Cause::Identity => "identity",
            Cause::Original => "original",
        }
    }
}

/// How a row that was shared wrongly is put right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remedy {
    /// Its shares have been handed over: by a correction.
    Correct,
    /// They have not: the distribution is taken back and made again.
    TakeBack,
}

impl Remedy {
    /// Its name in contracts.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Remedy::Correct => "correct",
            Remedy::TakeBack => "take-back",
        }
    }
}

/// How a row would be shared now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Settled {
    /// By these lines.
    Shared {
        /// The boards and shares.
        lines: Vec<ResolvedLine>,
        /// What decides them.
        basis: ShareBasis,
    },
    /// Not at all: it goes back to the observation account. The code of the reason.
    Suspended(String),
}

/// A row whose share stands and is not as it would be now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongRow {
    /// How it was shared, and by what.
    pub changed: ChangedRow,
    /// The shares that stand.
    pub shares: Vec<ChangedShare>,
    /// What has changed.
    pub cause: Cause,
    /// Whom it is about now.
    pub person: Option<PersonNo>,
    /// How it would be shared now.
    pub settled: Settled,
    /// How it is put right.
    pub remedy: Remedy,
    /// The match that takes the place of the present one, where that no longer holds.
    rematch: Option<RowMatch>,
}

impl WrongRow {
    /// The row's place.
    #[must_use]
    pub fn place(&self) -> Place {
        (self.changed.row.list_no, self.changed.row.line)
    }

    /// What each board would get; nothing where the row goes back to the observation account.
    #[must_use]
    pub fn now(&self) -> Vec<Share> {
        match &self.settled {
            Settled::Shared { lines, .. } => share(self.changed.row.amount, lines),
            Settled::Suspended(_) => Vec::new(),
        }
    }
}

/// What a correction did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corrected {
    /// The correction.
    pub outcome: DistributionOutcome,
    /// How many rows it shared anew or took back.
    pub rows: u64,
}

impl App {
    /// Rows that were shared by what is not so any more ("fördelat till fel nämnd"), by list and line.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn wrong_rows(&self) -> Result<Vec<WrongRow>> {
        wrong_rows(&self.read())
    }

    /// Corrects what was shared wrongly of a month and has been handed over: a distribution that
    /// takes back and gives what differs, and nothing else. `places` are the rows; none: all.
    ///
    /// # Errors
    /// When the id stands for something else, a row that is named is not wrong or has not been
    /// handed over, or there is nothing to correct.
    pub fn correct_distribution(
        &mut self,
        month: Month,
        id: &str,
        places: Option<&[(String, u32)]>,
    ) -> Result<Corrected> {
        self.change(Action::CorrectDistribution, |write| {
            if let Some(done) = write.distribution(id)? {
                let same = done.month == month && done.kind == DistributionKind::Correction;
                AppError::require_same(same, id)?;
                return Ok(Ending::Nothing(self.corrected(write, id)?));
            }
            refuse_while_restored(write)?;
            let wrong = chosen(write, month, places)?;
            let rows = wrong.len();
            let record = self.keep_correction(write, month, id, wrong)?;
            let value = self.corrected(write, id)?;
            let detail = json!({
                "month": month, "run": record.run, "rows": rows, "correction_ore": record.outgoing,
                "suspense_ore": record.suspense,
            });
            Ok(Ending::Changed(Changed { value, object: id.to_owned(), detail }))
        })
    }

    fn corrected(&self, read: &Read<'_>, id: &str) -> Result<Corrected> {
        let record = self.distribution(id)?;
        let shared = read.distributed_rows(record.distribution_no)?.len() as u64;
        let outcome = self.distribution_outcome(record)?;
        let rows = shared + outcome.suspended.len() as u64;
        Ok(Corrected { outcome, rows })
    }

    fn keep_correction(
        &self,
        write: &Write<'_>,
        month: Month,
        id: &str,
        wrong: Vec<WrongRow>,
    ) -> Result<store::distributions::DistributionRecord> {
        let back: Ore = wrong
            .iter()
            .filter(|row| matches!(row.settled, Settled::Suspended(_)))
            .map(|row| row.changed.row.amount)
            .sum();
        let shared: Vec<(WrongRow, Option<SharedRow>)> = wrong
            .into_iter()
            .map(|row| {
                let shared = shared_anew(&row);
                (row, shared)
            })
            .collect();
        let record = write.add_distribution(NewDistribution {
            id: id.to_owned(),
            month,
            kind: DistributionKind::Correction,
            takes_back: None,
            business_date: self.today,
            incoming: Ore::ZERO,
            outgoing: -back,
            suspense: back,
            keys: used_keys(shared.iter().filter_map(|(_, shared)| shared.as_ref())),
        })?;
        let mut rematched: BTreeMap<ListNo, Vec<NewMatch>> = BTreeMap::new();
        for (row, shared) in &shared {
            if let Some(found) = &row.rematch {
                let one = NewMatch { found: found.clone(), replaces: true };
                rematched.entry(row.changed.row.list_no).or_default().push(one);
            }
            self.keep_differences(write, record.distribution_no, row, shared.as_ref())?;
        }
        for (list_no, matches) in &rematched {
            write.put_matches(*list_no, matches)?;
        }
        write.end_distribution(record.distribution_no)?;
        Ok(record)
    }

    /// Takes back the shares of a row that do not stand any more, and gives those that are new.
    fn keep_differences(
        &self,
        write: &Write<'_>,
        correction: DistributionNo,
        wrong: &WrongRow,
        shared: Option<&SharedRow>,
    ) -> Result<()> {
        let same_person = wrong.cause != Cause::Identity;
        let mut new = wrong.now();
        for old in &wrong.shares {
            let stays = new.iter().position(|share| {
                same_person
                    && old.entry.cost_centre.as_ref() == Some(&share.line.cost_centre)
                    && old.entry.amount == share.amount()
            });
            match stays {
                Some(place) => drop(new.remove(place)),
                None => write.take_back_share(old.entry.entry_no, correction)?,
            }
        }
        write.end_row(wrong.place(), correction)?;
        match (&wrong.settled, shared) {
            (Settled::Suspended(reason), _) => {
                let (list_no, line) = wrong.place();
                let (amount, reason) = (wrong.changed.row.amount, reason.clone());
                let row = SuspendedRow { list_no, line, amount, reason };
                Ok(write.add_suspended_row(correction, &row)?)
            }
            (_, Some(shared)) => {
                keep_shared(write, correction, shared, &new, self.wording.as_ref())
            }
            (_, None) => Ok(()),
        }
    }
}

/// The row as a correction shares it; none where it goes back to the observation account.
fn shared_anew(wrong: &WrongRow) -> Option<SharedRow> {
    let Settled::Shared { lines, basis } = &wrong.settled else { return None };
    let row = &wrong.changed.row;
    Some(SharedRow {
        row: FreeRow {
            list_no: row.list_no,
            line: row.line,
            person: wrong.person,
            match_event: Some(wrong.changed.match_event),
            dossier: wrong.changed.dossier,
            national: wrong.changed.national,
            matched: true,
            reason: Some(wrong.changed.reason),
            payment_code: wrong.changed.payment_code.clone(),
            payment_date: row.payment_date,
            period_from: row.period.map(|period| period.from),
            period_until: row.period.map(|period| period.until),
            amount: row.amount,
        },
        compensation: CompensationCode(row.compensation.clone()),
        clawback: row.clawback,
        lines: lines.clone(),
        shares: wrong.now(),
        basis: basis.clone(),
        board_day: row.period.map_or(row.payment_date, |period| period.until),
    })
}

/// The rows of the month that a correction is asked for.
fn chosen(
    write: &Write<'_>,
    month: Month,
    places: Option<&[(String, u32)]>,
) -> Result<Vec<WrongRow>> {
    let mut wrong = wrong_rows(write)?;
    wrong.retain(|row| row.changed.month == month);
    if let Some(places) = places {
        let mut wanted = BTreeSet::new();
        for (list, line) in places {
            let list = write.list(list)?;
            let list = list.ok_or_else(|| AppError::refused(RefusalCode::NoSuchList))?;
            let place = (list.list_no, *line);
            let found = wrong.iter().find(|row| row.place() == place);
            let refused = |code| AppError::refused(code).with("line", line).in_field("rows");
            match found.map(|row| row.remedy) {
                None => return Err(refused(RefusalCode::RowSharedRightly)),
                Some(Remedy::TakeBack) => return Err(refused(RefusalCode::RowNotHandedOver)),
                Some(Remedy::Correct) => wanted.insert(place),
            };
        }
        wrong.retain(|row| wanted.contains(&row.place()));
    }
    let waits = wrong.iter().any(|row| row.remedy == Remedy::TakeBack);
    wrong.retain(|row| row.remedy == Remedy::Correct);
    match (wrong.is_empty(), waits) {
        (false, _) => Ok(wrong),
        (true, true) => Err(AppError::refused(RefusalCode::CorrectionNotHandedOver)),
        (true, false) => Err(AppError::refused(RefusalCode::NothingToCorrect)),
    }
}

fn wrong_rows(read: &Read<'_>) -> Result<Vec<WrongRow>> {
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
