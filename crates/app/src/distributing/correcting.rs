//! What was shared by what is not so any more, and the run that corrects it.

use std::collections::{BTreeMap, BTreeSet};

use domain::codes::CompensationCode;
use domain::distribution::{DistributionKind, ResolvedLine, Share, share};
use domain::{Month, Ore};
use serde_json::json;
use store::distributions::{ChangedRow, ChangedShare, FreeRow, NewDistribution, SuspendedRow};
use store::matches::{NewMatch, RowMatch};
use store::{Changed, DistributionNo, Ending, ListNo, PersonNo, Place, Read, Write};

use super::judging::wrong_rows;
use super::run::{SharedRow, keep_shared, used_keys};
use super::{DistributionOutcome, ShareBasis};
use crate::backup::refuse_while_restored;
use crate::error::{AppError, RefusalCode};
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
    pub(super) rematch: Option<RowMatch>,
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
