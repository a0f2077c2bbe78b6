//! Why a board gets what it gets of a row: as data, and in words.

use chrono::NaiveDate;
use domain::Ore;
use domain::codes::CompensationCode;
use domain::distribution::Share;
use serde::{Deserialize, Serialize};
use store::distributions::UsedKey;

use crate::wording::{TextValue, Wording};

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

/// The explanation of one share, as it is kept with its ledger entry.
pub(super) fn share_text(wording: &dyn Wording, explanation: &ShareExplanation) -> String {
    let share = &explanation.share;
    let values: Vec<(&str, TextValue)> = vec![
        ("cost-centre", share.line.cost_centre.0.as_str().into()),
        ("percent", share.line.percent.into()),
        ("row-amount", explanation.row_amount.abs().into()),
        ("uncut", share.uncut.into()),
        ("rounded", share.rounded.abs().into()),
        ("remainder", share.remainder.abs().into()),
        ("amount", share.amount().into()),
        ("day", explanation.board_day.into()),
    ];
    let cut = share.uncut != share.rounded.abs().kronor();
    let id = if cut { "explain-share" } else { "explain-share-whole" };
    let mut sentences = vec![wording.text(id, &values)];
    if !share.remainder.is_zero() {
        sentences.push(wording.text("explain-remainder", &values));
    }
    if share.line.persons_board {
        let id = if explanation.board_day_is_period_end {
            "explain-board-period-end"
        } else {
            "explain-board-payment-date"
        };
        sentences.push(wording.text(id, &values));
    }
    sentences.push(basis_text(wording, &explanation.basis));
    sentences.join(" ")
}

fn basis_text(wording: &dyn Wording, basis: &ShareBasis) -> String {
    match basis {
        ShareBasis::Key { key, original_missing } => {
            let values =
                [("decision", key.decision_number.as_str().into()), ("day", key.valid_from.into())];
            let id = match (original_missing, key.example) {
                (false, false) => "explain-key",
                (false, true) => "explain-key-example",
                (true, false) => "explain-key-no-original",
                (true, true) => "explain-key-example-no-original",
            };
            wording.text(id, &values)
        }
        ShareBasis::Original { file, line } => {
            let values =
                [("file", file.as_str().into()), ("line", TextValue::Count(i64::from(*line)))];
            wording.text("explain-original", &values)
        }
    }
}
