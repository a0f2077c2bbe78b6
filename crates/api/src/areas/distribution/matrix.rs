//! The matrix of a run: compensations by activity as rows, boards as columns.

use std::collections::{BTreeMap, BTreeSet};

use app::App;
use app::distributing::{RowShare, ShareBasis};
use app::model::{AccountRow, Place};
use domain::Ore;
use domain::codes::CompensationCode;
use domain::key::{DistributionKey, ShareTarget};

use super::{BoardColumn, MatrixCell, MatrixGroup, MatrixRow};
use crate::{ErrorReply, texts};

/// Payment rows in all, positive and negative.
pub(super) fn row_counts(shares: &[RowShare]) -> (u64, u64, u64) {
    let mut sums: BTreeMap<Place, Ore> = BTreeMap::new();
    for share in shares {
        // A share that takes another back counts where that one stood.
        let amount = if share.takes_back { -share.amount } else { share.amount };
        *sums.entry(share.row).or_default() += amount;
    }
    let negative = sums.values().filter(|amount| amount.is_negative()).count() as u64;
    let all = sums.len() as u64;
    (all, all - negative, negative)
}

pub(super) fn board_columns(
    app: &App,
    shares: &[RowShare],
) -> Result<Vec<BoardColumn>, ErrorReply> {
    let mut sums: BTreeMap<String, (Ore, Ore)> = BTreeMap::new();
    for share in shares {
        let sum = sums.entry(share.cost_centre.0.clone()).or_default();
        // A share that takes another back belongs where that one stood.
        if share.amount.is_negative() != share.takes_back {
            sum.1 += share.amount;
        } else {
            sum.0 += share.amount;
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
    shares: &[RowShare],
    accounts: &[AccountRow],
) -> Result<Vec<MatrixGroup>, ErrorReply> {
    let law = app.law()?;
    let mut by_compensation: BTreeMap<&CompensationCode, Vec<&RowShare>> = BTreeMap::new();
    for share in shares {
        by_compensation.entry(&share.compensation).or_default().push(share);
    }
    let keys = app.entered_keys()?;
    let mut groups: BTreeMap<(String, String), Vec<(usize, MatrixRow)>> = BTreeMap::new();
    for (code, shares) in by_compensation {
        let place = accounts.iter().position(|account| account.subject == code.0);
        let account = place.map(|place| &accounts[place]);
        let row = MatrixRow {
            key: key_text(&keys, code, &shares),
            rows: shares.iter().map(|share| share.row).collect::<BTreeSet<_>>().len() as u64,
            cells: cells(&shares),
            sum_ore: shares.iter().map(|share| share.amount).sum::<Ore>().0,
            name: law.get(code).map_or_else(|| code.0.clone(), |found| found.short_name.clone()),
            compensation: code.0.clone(),
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

fn cells(shares: &[&RowShare]) -> Vec<MatrixCell> {
    let mut sums: BTreeMap<&str, (Ore, bool)> = BTreeMap::new();
    for share in shares {
        let sum = sums.entry(&share.cost_centre.0).or_default();
        sum.0 += share.amount;
        sum.1 |= !share.remainder().is_zero();
    }
    sums.into_iter()
        .map(|(cost_centre, (amount, remainder))| MatrixCell {
            cost_centre: cost_centre.to_owned(),
            amount_ore: amount.0,
            remainder,
        })
        .collect()
}

/// The key's shares in words: `70 % nämnd · 30 % 8200`.
fn key_text(
    keys: &[DistributionKey],
    compensation: &CompensationCode,
    shares: &[&RowShare],
) -> String {
    // The key that was used stands in the explanations; its lines are those of the first row.
    let explained = shares.iter().filter_map(|share| share.explanation.as_ref());
    let used = explained.map(|explanation| &explanation.basis).find_map(|basis| match basis {
        ShareBasis::Key { key, .. } => Some(key),
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
