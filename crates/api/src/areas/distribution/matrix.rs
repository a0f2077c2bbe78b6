//! The matrix of a run: compensations by activity as rows, boards as columns.

use std::collections::{BTreeMap, BTreeSet};

use app::App;
use app::distributing::{ShareBasis, ShareExplanation};
use app::model::{AccountRow, Entry, Place};
use domain::Ore;
use domain::codes::CompensationCode;
use domain::key::{DistributionKey, ShareTarget};

use super::{BoardColumn, MatrixCell, MatrixGroup, MatrixRow};
use crate::{ErrorReply, texts};

/// Entries that carry an explanation, with it.
pub(super) fn explanations(entries: &[Entry]) -> Vec<(&Entry, ShareExplanation)> {
    entries
        .iter()
        .filter_map(|entry| {
            let data = entry.explanation.as_deref()?;
            Some((entry, serde_json::from_str(data).ok()?))
        })
        .collect()
}

/// Payment rows in all, positive and negative.
pub(super) fn row_counts(entries: &[Entry]) -> (u64, u64, u64) {
    let mut sums: BTreeMap<Place, Ore> = BTreeMap::new();
    for entry in entries {
        if let Some(row) = entry.origin.payment() {
            // A share that takes another back counts where that one stood.
            let amount = if entry.corrects.is_some() { -entry.amount } else { entry.amount };
            *sums.entry(row).or_default() += amount;
        }
    }
    let negative = sums.values().filter(|amount| amount.is_negative()).count() as u64;
    let all = sums.len() as u64;
    (all, all - negative, negative)
}

pub(super) fn board_columns(app: &App, entries: &[Entry]) -> Result<Vec<BoardColumn>, ErrorReply> {
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
    let names = app.boards()?;
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

pub(super) fn matrix(
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
    let keys = app.entered_keys()?;
    let mut groups: BTreeMap<(String, String), Vec<(usize, MatrixRow)>> = BTreeMap::new();
    for (compensation, entries) in by_compensation {
        let place = accounts.iter().position(|account| account.subject == compensation);
        let account = place.map(|place| &accounts[place]);
        let code = CompensationCode(compensation.clone());
        let name = law.get(&code).map_or_else(|| compensation.clone(), |c| c.short_name.clone());
        let row = MatrixRow {
            key: key_text(&keys, &code, &entries),
            rows: entries
                .iter()
                .filter_map(|entry| entry.origin.payment())
                .collect::<BTreeSet<_>>()
                .len() as u64,
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
    keys: &[DistributionKey],
    compensation: &CompensationCode,
    entries: &[&Entry],
) -> String {
    // The key that was used is kept in the explanations; its lines are those of the first row.
    let explained: Vec<ShareExplanation> = entries
        .iter()
        .filter_map(|entry| serde_json::from_str(entry.explanation.as_deref()?).ok())
        .collect();
    let used = explained.iter().find_map(|explanation| match &explanation.basis {
        ShareBasis::Key { key, .. } => Some(key.clone()),
        ShareBasis::Original { .. } => None,
    });
    let key = used.and_then(|used| {
        keys.iter().rev().find(|key| {
            key.decision_number == used.decision_number
                && key.valid_from == used.valid_from
                && key.names(compensation)
        })
    });
    let Some(key) = key else { return String::new() };
    let parts: Vec<String> = key
        .lines_for(compensation)
        .map(|line| {
            let target = match &line.target {
                ShareTarget::PersonsBoard => texts::text("key-persons-board", &[]),
                ShareTarget::Board(centre) => centre.0.clone(),
            };
            format!("{} % {target}", crate::format::decimal(line.percent))
        })
        .collect();
    parts.join(" · ")
}
