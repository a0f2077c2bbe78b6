//! The distribution key: how each compensation is shared between the boards.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::codes::CompensationCode;
use crate::person::CostCentre;

/// Who gets a share.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ShareTarget {
    /// The board that answers for the person on the period's last day.
    PersonsBoard,
    /// A named board.
    Board(CostCentre),
}

/// One line of a key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyLine {
    /// Which compensation it shares.
    pub compensation: CompensationCode,
    /// Who gets it.
    pub target: ShareTarget,
    /// How much, in per cent of the row.
    pub percent: Decimal,
    /// Whether the öre that rounding leaves go here.
    pub takes_remainder: bool,
}

/// A decided key with the payment dates it holds for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DistributionKey {
    /// The decision's number.
    pub decision_number: String,
    /// First payment date.
    pub valid_from: NaiveDate,
    /// Last payment date; none until further notice.
    pub valid_until: Option<NaiveDate>,
    /// Whether it is an example and no decision of the municipality.
    pub example: bool,
    /// All its lines.
    pub lines: Vec<KeyLine>,
}

/// What is wrong with a key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyFault {
    /// The lines of a compensation do not sum to 100 per cent.
    #[error("{compensation} sums to {percent} per cent")]
    NotHundred {
        /// Which.
        compensation: CompensationCode,
        /// What they sum to.
        percent: Decimal,
    },
    /// A share of zero, below zero or above 100 per cent.
    #[error("{compensation} has a share of {percent} per cent")]
    ShareOutOfRange {
        /// Which.
        compensation: CompensationCode,
        /// The share.
        percent: Decimal,
    },
    /// None or several lines of a compensation take the remaining öre.
    #[error("{compensation} has {lines} lines that take the remainder")]
    Remainder {
        /// Which.
        compensation: CompensationCode,
        /// How many lines take it.
        lines: usize,
    },
    /// The same target twice.
    #[error("{compensation} names a target twice")]
    TargetTwice {
        /// Which.
        compensation: CompensationCode,
    },
    /// It ends before it begins.
    #[error("ends before it begins")]
    EndsBeforeBeginning,
}

impl DistributionKey {
    /// Whether the key holds for the payment date `day`.
    #[must_use]
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.valid_from <= day && self.valid_until.is_none_or(|until| day <= until)
    }

    /// The lines that share `compensation`, in the key's order.
    pub fn lines_for(&self, compensation: &CompensationCode) -> impl Iterator<Item = &KeyLine> {
        self.lines.iter().filter(move |line| line.compensation == *compensation)
    }

    /// Everything wrong with the key; an empty list means that it can be used.
    #[must_use]
    pub fn faults(&self) -> Vec<KeyFault> {
        let mut faults = Vec::new();
        if self.valid_until.is_some_and(|until| until < self.valid_from) {
            faults.push(KeyFault::EndsBeforeBeginning);
        }
        let mut compensations: Vec<&CompensationCode> =
            self.lines.iter().map(|line| &line.compensation).collect();
        compensations.sort();
        compensations.dedup();
        for compensation in compensations {
            self.check_compensation(compensation, &mut faults);
        }
        faults
    }

    fn check_compensation(&self, compensation: &CompensationCode, faults: &mut Vec<KeyFault>) {
        let lines: Vec<&KeyLine> = self.lines_for(compensation).collect();
        let compensation = compensation.clone();
        if let Some(line) = lines
            .iter()
            .find(|line| line.percent <= Decimal::ZERO || line.percent > Decimal::ONE_HUNDRED)
        {
            let percent = line.percent;
            faults.push(KeyFault::ShareOutOfRange { compensation, percent });
            return;
        }
        let percent: Decimal = lines.iter().map(|line| line.percent).sum();
        if percent != Decimal::ONE_HUNDRED {
            faults.push(KeyFault::NotHundred { compensation, percent });
            return;
        }
        let takers = lines.iter().filter(|line| line.takes_remainder).count();
        if takers != 1 {
            faults.push(KeyFault::Remainder { compensation, lines: takers });
            return;
        }
        let mut targets: Vec<&ShareTarget> = lines.iter().map(|line| &line.target).collect();
        targets.sort();
        if targets.windows(2).any(|pair| pair[0] == pair[1]) {
            faults.push(KeyFault::TargetTwice { compensation });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(lines: &[(&str, i64, bool)]) -> DistributionKey {
        DistributionKey {
            decision_number: "1".into(),
            valid_from: "2026-01-01".parse().unwrap(),
            valid_until: None,
            example: false,
            lines: lines
                .iter()
                .map(|(target, percent, takes_remainder)| KeyLine {
                    compensation: CompensationCode("X".into()),
                    target: ShareTarget::Board(CostCentre((*target).into())),
                    percent: Decimal::from(*percent),
                    takes_remainder: *takes_remainder,
                })
                .collect(),
        }
    }

    #[test]
    fn a_key_must_share_everything_once() {
        assert_eq!(key(&[("1", 60, true), ("2", 40, false)]).faults(), []);
        assert!(matches!(key(&[("1", 60, true)]).faults()[..], [KeyFault::NotHundred { .. }]));
        assert!(matches!(
            key(&[("1", 60, false), ("2", 40, false)]).faults()[..],
            [KeyFault::Remainder { lines: 0, .. }]
        ));
        assert!(matches!(
            key(&[("1", 60, true), ("1", 40, false)]).faults()[..],
            [KeyFault::TargetTwice { .. }]
        ));
        assert!(matches!(
            key(&[("1", 110, true), ("2", -10, false)]).faults()[..],
            [KeyFault::ShareOutOfRange { .. }]
        ));
    }
}
