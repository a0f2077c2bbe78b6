//! A past month shared with a key that nobody has decided: what each board would have got. Nothing
//! is changed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use domain::codes::CompensationCode;
use domain::key::{DistributionKey, governing};
use domain::person::CostCentre;
use domain::{Finding, Month, Ore};

use crate::distributing::work_out_by;
use crate::error::{AppError, RefusalCode};
use crate::{App, Result};

/// A board and a compensation of which it would have got another amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrialCell {
    /// The board.
    pub cost_centre: CostCentre,
    /// The compensation.
    pub compensation: CompensationCode,
    /// What it has.
    pub was: Ore,
    /// What it would have got.
    pub would_be: Ore,
}

/// A month shared with another key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trial {
    /// What is wrong with the file; nothing was shared then.
    pub findings: Vec<Finding>,
    /// How many payments.
    pub rows: u64,
    /// Their sum.
    pub incoming: Ore,
    /// What the boards have of it.
    pub was_out: Ore,
    /// What they would have got.
    pub would_be_out: Ore,
    /// Where the two differ, by board and compensation.
    pub differs: Vec<TrialCell>,
    /// How many payments would stay on the observation account, by reason.
    pub stays: BTreeMap<String, (u64, Ore)>,
}

impl App {
    /// Shares a month's payments with the working copy, or with the keys of a file and what holds of
    /// other compensations, and tells what would differ.
    ///
    /// # Errors
    /// When the file cannot be read, there is no working copy, or its shares do not work out.
    pub fn try_key(&self, month: Month, file: Option<&Path>) -> Result<Trial> {
        let read = self.read();
        let keys = match file {
            Some(path) => {
                let holding = read.keys()?;
                let table = self.read_keys(&read, path, &[])?;
                if !table.findings.is_empty() {
                    return Ok(Trial::refused(table.findings));
                }
                overlaid(holding, table.lines, month)
            }
            None => vec![self.draft_as_key(month)?],
        };
        let rows = read.rows_of_month(month)?;
        let outcome = work_out_by(&read, &keys, &rows)?.outcome;
        let was: BTreeMap<_, Ore> = read
            .shares_of_month(month)?
            .into_iter()
            .map(|((centre, code), amount)| ((centre, CompensationCode(code)), amount))
            .collect();
        let of = |shares: &BTreeMap<_, Ore>, cell| shares.get(cell).copied().unwrap_or_default();
        let cells: BTreeSet<_> = was.keys().chain(outcome.shares.keys()).collect();
        let differs = cells.into_iter().filter_map(|cell| {
            let (was, would_be) = (of(&was, cell), of(&outcome.shares, cell));
            let (cost_centre, compensation) = cell.clone();
            (was != would_be).then_some(TrialCell { cost_centre, compensation, was, would_be })
        });
        let mut stays: BTreeMap<String, (u64, Ore)> = BTreeMap::new();
        for row in &outcome.suspended {
            let sum = stays.entry(row.reason.clone()).or_default();
            *sum = (sum.0 + 1, sum.1 + row.amount);
        }
        Ok(Trial {
            findings: Vec::new(),
            rows: rows.len() as u64,
            incoming: outcome.incoming,
            was_out: was.values().copied().sum(),
            would_be_out: outcome.outgoing,
            differs: differs.collect(),
            stays,
        })
    }

    /// The working copy as if it had held all the month.
    fn draft_as_key(&self, month: Month) -> Result<DistributionKey> {
        let draft = self.key_draft()?;
        if !draft.begun {
            return Err(AppError::refused(RefusalCode::NoKeyDraft));
        }
        let faults = draft.faults.iter().map(|fault| self.key_fault(fault));
        if let Some(fault) = AppError::all(faults.collect()) {
            return Err(fault);
        }
        Ok(DistributionKey {
            decision_number: String::new(),
            valid_from: month.first_day(),
            valid_until: None,
            example: true,
            lines: draft.lines,
        })
    }
}

/// The keys of a file, and what holds of other compensations. Where those of the file do not hold at
/// the end of the month yet, the first of them is taken as if it had held all of it.
fn overlaid(
    mut holding: Vec<DistributionKey>,
    mut tried: Vec<DistributionKey>,
    month: Month,
) -> Vec<DistributionKey> {
    let named: BTreeSet<CompensationCode> =
        tried.iter().flat_map(|key| &key.lines).map(|line| line.compensation.clone()).collect();
    for key in &mut holding {
        key.lines.retain(|line| !named.contains(&line.compensation));
    }
    for compensation in named {
        if governing(&tried, &compensation, month.last_day()).is_some() {
            continue;
        }
        let later = tried.iter().filter(|key| key.valid_from > month.last_day());
        let first = later.filter(|key| key.names(&compensation)).min_by_key(|key| key.valid_from);
        if let Some(key) = first {
            let lines = key.lines_for(&compensation).cloned().collect();
            let valid_from = month.first_day();
            holding.push(DistributionKey { valid_from, valid_until: None, lines, ..key.clone() });
        }
    }
    holding.append(&mut tried);
    holding
}

impl Trial {
    fn refused(findings: Vec<Finding>) -> Trial {
        Trial {
            findings,
            rows: 0,
            incoming: Ore::ZERO,
            was_out: Ore::ZERO,
            would_be_out: Ore::ZERO,
            differs: Vec::new(),
            stays: BTreeMap::new(),
        }
    }
}
