//! The distribution key: how each compensation is shared between the boards.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::codes::CompensationCode;
use crate::finding::FindingCode;
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
    EndsBeforeBeginning {
        /// First payment date.
        from: NaiveDate,
        /// Last payment date.
        until: NaiveDate,
    },
}

impl KeyFault {
    /// The finding that tells it, with its values.
    #[must_use]
    pub fn finding(&self) -> (FindingCode, Vec<(String, String)>) {
        let of = |code, compensation: &CompensationCode, more: Option<(&str, String)>| {
            let compensation = ("compensation".to_owned(), compensation.0.clone());
            let more = more.map(|(name, value)| (name.to_owned(), value));
            (code, std::iter::once(compensation).chain(more).collect())
        };
        let per_cent = |percent: &Decimal| Some(("percent", percent.normalize().to_string()));
        match self {
            KeyFault::NotHundred { compensation, percent } => {
                of(FindingCode::KeyNotHundred, compensation, per_cent(percent))
            }
            KeyFault::ShareOutOfRange { compensation, percent } => {
                of(FindingCode::KeyShareSize, compensation, per_cent(percent))
            }
            KeyFault::Remainder { compensation, lines } => {
                of(FindingCode::KeyRemainder, compensation, Some(("lines", lines.to_string())))
            }
            KeyFault::TargetTwice { compensation } => {
                of(FindingCode::KeyTargetTwice, compensation, None)
            }
            KeyFault::EndsBeforeBeginning { from, until } => {
                let values = [("from", from), ("until", until)];
                let values = values.map(|(name, day)| (name.to_owned(), day.to_string()));
                (FindingCode::PeriodReversed, values.into())
            }
        }
    }

    /// The compensation that it is about, where it is about one.
    #[must_use]
    pub fn compensation(&self) -> Option<&CompensationCode> {
        match self {
            KeyFault::NotHundred { compensation, .. }
            | KeyFault::ShareOutOfRange { compensation, .. }
            | KeyFault::Remainder { compensation, .. }
            | KeyFault::TargetTwice { compensation } => Some(compensation),
            KeyFault::EndsBeforeBeginning { .. } => None,
        }
    }
}

impl DistributionKey {
    /// Whether the key holds for the payment date `day`.
    #[must_use]
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.valid_from <= day && self.valid_until.is_none_or(|until| day <= until)
    }

    /// Whether the key says anything of `compensation`.
    #[must_use]
    pub fn names(&self, compensation: &CompensationCode) -> bool {
        self.lines_for(compensation).next().is_some()
    }

    /// The first compensation that two keys share on a common day.
    #[must_use]
    pub fn overlap(&self, other: &DistributionKey) -> Option<&CompensationCode> {
        let begins = self.valid_from.max(other.valid_from);
        let shares_days = self.holds_on(begins) && other.holds_on(begins);
        let named = self.lines.iter().map(|line| &line.compensation);
        named.filter(|_| shares_days).find(|compensation| other.names(compensation))
    }

    /// The lines that share `compensation`, in the key's order.
    pub fn lines_for(&self, compensation: &CompensationCode) -> impl Iterator<Item = &KeyLine> {
        self.lines.iter().filter(move |line| line.compensation == *compensation)
    }

    /// Everything wrong with the key; an empty list means that it can be used.
    #[must_use]
    pub fn faults(&self) -> Vec<KeyFault> {
        let mut faults = Vec::new();
        if let Some(until) = self.valid_until.filter(|until| *until < self.valid_from) {
            faults.push(KeyFault::EndsBeforeBeginning { from: self.valid_from, until });
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

/// What holds of the keys that have ever been entered, in the order of entry: the oldest first day
/// first, and of each key the lines that nothing later has taken the place of.
///
/// A decision on a compensation leaves the others alone. It takes the place of one that begins on the
/// same day, and of every example: what the city has decided on is never shared by an example again.
#[must_use]
pub fn in_force(entered: Vec<DistributionKey>) -> Vec<DistributionKey> {
    let stands = |at: usize, line: &KeyLine| {
        let own = &entered[at];
        let decided =
            own.example && entered.iter().any(|key| !key.example && key.names(&line.compensation));
        let replaced = entered[at + 1..].iter().any(|later| {
            (later.valid_from, later.example) == (own.valid_from, own.example)
                && later.names(&line.compensation)
        });
        !decided && !replaced
    };
    let standing = |at: usize| {
        let lines = entered[at].lines.iter().filter(|line| stands(at, line));
        DistributionKey { lines: lines.cloned().collect(), ..entered[at].clone() }
    };
    let mut keys: Vec<DistributionKey> = (0..entered.len()).map(standing).collect();
    keys.retain(|key| !key.lines.is_empty());
    keys.sort_by_key(|key| key.valid_from);
    keys
}

/// The key in force that shares `compensation` on `day`: of those that name it, the one that began
/// last.
#[must_use]
pub fn governing<'k>(
    keys: &'k [DistributionKey],
    compensation: &CompensationCode,
    day: NaiveDate,
) -> Option<&'k DistributionKey> {
    let holding = keys.iter().filter(|key| key.holds_on(day) && key.names(compensation));
    holding.max_by_key(|key| key.valid_from)
}

/// A compensation whose key is another one on some payment dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyChange {
    /// Which.
    pub compensation: CompensationCode,
    /// First payment date.
    pub from: NaiveDate,
    /// Last payment date; none until further notice.
    pub until: Option<NaiveDate>,
    /// The decision that held, where one did.
    pub was: Option<String>,
    /// The decision that holds; none: nothing shares the compensation on these days any more.
    pub is: Option<String>,
}

/// What comes of it when the keys in force are `after` and were `before`, by compensation and day.
#[must_use]
pub fn changes(before: &[DistributionKey], after: &[DistributionKey]) -> Vec<KeyChange> {
    let both = || before.iter().chain(after);
    let named: BTreeSet<&CompensationCode> =
        both().flat_map(|key| &key.lines).map(|line| &line.compensation).collect();
    let begins = both().map(|key| key.valid_from);
    let ends = both().filter_map(|key| key.valid_until?.succ_opt());
    let edges: Vec<NaiveDate> = begins.chain(ends).collect::<BTreeSet<_>>().into_iter().collect();
    let mut changes: Vec<KeyChange> = Vec::new();
    for compensation in named {
        for (at, from) in edges.iter().enumerate() {
            let was = governing(before, compensation, *from);
            let is = governing(after, compensation, *from);
            let same = match (was, is) {
                (Some(was), Some(is)) => {
                    was.decision_number == is.decision_number
                        && was.valid_from == is.valid_from
                        && was.lines_for(compensation).eq(is.lines_for(compensation))
                }
                (was, is) => was.is_none() && is.is_none(),
            };
            if same {
                continue;
            }
            let number = |key: Option<&DistributionKey>| key.map(|key| key.decision_number.clone());
            let change = KeyChange {
                compensation: compensation.clone(),
                from: *from,
                until: edges.get(at + 1).and_then(|next| next.pred_opt()),
                was: number(was),
                is: number(is),
            };
            match changes.last_mut() {
                Some(last) if last.goes_on_as(&change) => last.until = change.until,
                _ => changes.push(change),
            }
        }
    }
    changes
}

impl KeyChange {
    fn goes_on_as(&self, next: &KeyChange) -> bool {
        self.compensation == next.compensation
            && (&self.was, &self.is) == (&next.was, &next.is)
            && self.until.and_then(|until| until.succ_opt()) == Some(next.from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decided(number: &str, from: &str, example: bool, named: &[&str]) -> DistributionKey {
        let line = |code: &&str| KeyLine {
            compensation: CompensationCode((*code).into()),
            target: ShareTarget::PersonsBoard,
            percent: Decimal::ONE_HUNDRED,
            takes_remainder: true,
        };
        DistributionKey {
            decision_number: number.into(),
            valid_from: from.parse().unwrap(),
            valid_until: None,
            example,
            lines: named.iter().map(line).collect(),
        }
    }

    fn on(keys: &[DistributionKey], code: &str, day: &str) -> Option<String> {
        let code = CompensationCode(code.into());
        let key = governing(keys, &code, day.parse().unwrap());
        key.map(|key| key.decision_number.clone())
    }

    #[test]
    fn a_decision_on_one_compensation_leaves_the_others_alone() {
        let keys = in_force(vec![
            decided("exempel", "2026-01-01", true, &["X", "Y"]),
            decided("1", "2026-02-01", false, &["Y"]),
            decided("2", "2026-07-01", false, &["X"]),
        ]);
        assert_eq!(on(&keys, "Y", "2026-10-30").as_deref(), Some("1"));
        assert_eq!(on(&keys, "X", "2026-10-30").as_deref(), Some("2"));
        // What is decided on is not shared by an example, not even before the decision holds.
        assert_eq!(on(&keys, "X", "2026-05-30"), None);
        // An example that comes later changes nothing of it.
        let mut entered = keys.clone();
        entered.push(decided("exempel", "2027-01-01", true, &["X", "Z"]));
        let keys = in_force(entered);
        assert_eq!(on(&keys, "X", "2027-02-01").as_deref(), Some("2"));
        assert_eq!(on(&keys, "Z", "2027-02-01").as_deref(), Some("exempel"));
    }

    #[test]
    fn a_decision_of_the_same_day_takes_the_place_of_what_it_names() {
        let keys = in_force(vec![
            decided("1", "2026-01-01", false, &["X", "Y"]),
            decided("1 rättad", "2026-01-01", false, &["Y"]),
        ]);
        assert_eq!(on(&keys, "X", "2026-10-30").as_deref(), Some("1"));
        assert_eq!(on(&keys, "Y", "2026-10-30").as_deref(), Some("1 rättad"));
    }

    #[test]
    fn what_gets_another_key_or_loses_its_own_is_told_by_day() {
        let before = vec![decided("exempel", "2026-01-01", true, &["X", "Y"])];
        let mut decision = decided("1", "2026-07-01", false, &["X"]);
        decision.valid_until = "2026-12-31".parse().ok();
        let after = in_force([before.clone(), vec![decision]].concat());
        let told: Vec<String> = changes(&before, &after)
            .iter()
            .map(|change| {
                let day =
                    |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
                let (was, is) = (change.was.as_deref(), change.is.as_deref());
                let (from, until) = (change.from, day(change.until));
                format!(
                    "{} {from} {until} {} {}",
                    change.compensation,
                    was.unwrap_or("-"),
                    is.unwrap_or("-")
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                "X 2026-01-01 2026-06-30 exempel -",
                "X 2026-07-01 2026-12-31 exempel 1",
                "X 2027-01-01  exempel -",
            ]
        );
        assert_eq!(changes(&after, &after), []);
    }

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
