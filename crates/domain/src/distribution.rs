//! Sharing one payment row between boards, to the öre.

use chrono::NaiveDate;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

use crate::case::words;
use crate::codes::CompensationCode;
use crate::key::{DistributionKey, ShareTarget, governing};
use crate::person::{BoardSpan, CostCentre, board_on};
use crate::{Ore, Period};

words! {
    /// What a distribution does.
    DistributionKind {
        /// Shares payments that nothing has shared.
        Run = "run",
        /// Takes back the shares of a list that is reversed.
        Reversal = "reversal",
        /// Takes back a whole run, or a correction.
        TakingBack = "taking-back",
        /// Shares anew what was shared by what has changed since.
        Correction = "correction",
    }
}

/// A key line whose board is known: what a row is shared by, and what a clawback takes back by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResolvedLine {
    /// The board.
    pub cost_centre: CostCentre,
    /// Whether the key said "the person's board".
    pub persons_board: bool,
    /// Per cent of the row.
    pub percent: Decimal,
    /// Whether the remaining öre go here.
    pub takes_remainder: bool,
}

/// One board's part of one row, with the figures that explain it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// The line it follows.
    pub line: ResolvedLine,
    /// |amount| × percent ÷ 100 before rounding, in kronor.
    pub uncut: Decimal,
    /// The part rounded down to whole öre, with the sign of the row.
    pub rounded: Ore,
    /// The remaining öre that came on top, with the sign of the row.
    pub remainder: Ore,
}

impl Share {
    /// What the board gets, in öre.
    #[must_use]
    pub fn amount(&self) -> Ore {
        self.rounded + self.remainder
    }
}

/// Shares `amount` by `lines`: each part rounded down to whole öre, the öre that remain to the
/// line that takes them, then the sign of the row.
///
/// The parts always sum to `amount`; `lines` must come from a key without faults.
#[must_use]
pub fn share(amount: Ore, lines: &[ResolvedLine]) -> Vec<Share> {
    let sign = if amount.is_negative() { -1 } else { 1 };
    let size = Decimal::from(amount.abs().0);
    let mut rest = amount.abs();
    let mut shares: Vec<Share> = lines
        .iter()
        .map(|line| {
            let uncut_ore = size * line.percent / Decimal::ONE_HUNDRED;
            let whole = uncut_ore.round_dp_with_strategy(0, RoundingStrategy::ToZero);
            // A part is never larger than the whole, which is an i64.
            let part = Ore(i64::try_from(whole).unwrap_or(0));
            rest = rest - part;
            Share {
                line: line.clone(),
                uncut: (uncut_ore / Decimal::ONE_HUNDRED).normalize(),
                rounded: Ore(part.0 * sign),
                remainder: Ore::ZERO,
            }
        })
        .collect();
    let taker = shares.iter().position(|share| share.line.takes_remainder).unwrap_or(0);
    if let Some(share) = shares.get_mut(taker) {
        share.remainder = Ore(rest.0 * sign);
    }
    shares
}

/// Why a row stays on the observation account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SuspenseReason {
    /// The row is not matched.
    NotMatched,
    /// The payment code leads to no compensation.
    CodeUnmapped,
    /// No key holds for the payment date.
    NoKey,
    /// The key does not name the compensation.
    NotInKey,
    /// The key asks for the person's board, and none is known on the day.
    NoBoard,
}

impl SuspenseReason {
    /// The reason as it stands in contracts, texts and the store.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            SuspenseReason::NotMatched => "not-matched",
            SuspenseReason::CodeUnmapped => "code-unmapped",
            SuspenseReason::NoKey => "no-key",
            SuspenseReason::NotInKey => "not-in-key",
            SuspenseReason::NoBoard => "no-board",
        }
    }

    /// Whether the reason with that code is that nothing decided says how to share.
    #[must_use]
    pub fn is_for_want_of_key(reason: &str) -> bool {
        [SuspenseReason::NoKey, SuspenseReason::NotInKey].iter().any(|one| one.as_str() == reason)
    }
}

/// The key that shares `compensation` on `day`.
///
/// # Errors
/// Why there is none: no key holds at all, or none that does names the compensation.
pub fn key_on<'k>(
    keys: &'k [DistributionKey],
    compensation: &CompensationCode,
    day: NaiveDate,
) -> Result<&'k DistributionKey, SuspenseReason> {
    governing(keys, compensation, day).ok_or_else(|| {
        let some_key = keys.iter().any(|key| key.holds_on(day));
        if some_key { SuspenseReason::NotInKey } else { SuspenseReason::NoKey }
    })
}

/// Finds out which boards share a row of `compensation`, following `key`.
///
/// `boards` are the person's boards; `board_day` is the period's last day, or the payment date
/// where the row has no period.
///
/// # Errors
/// The reason why the row must stay on the observation account.
pub fn resolve(
    key: &DistributionKey,
    compensation: &CompensationCode,
    boards: &[BoardSpan],
    board_day: NaiveDate,
) -> Result<Vec<ResolvedLine>, SuspenseReason> {
    let lines: Vec<_> = key.lines_for(compensation).collect();
    if lines.is_empty() {
        return Err(SuspenseReason::NotInKey);
    }
    let mut resolved: Vec<ResolvedLine> = Vec::with_capacity(lines.len());
    for line in lines {
        let (cost_centre, persons_board) = match &line.target {
            ShareTarget::Board(cost_centre) => (cost_centre.clone(), false),
            ShareTarget::PersonsBoard => {
                (board_on(boards, board_day).ok_or(SuspenseReason::NoBoard)?.clone(), true)
            }
        };
        resolved.push(ResolvedLine {
            cost_centre,
            persons_board,
            percent: line.percent,
            takes_remainder: line.takes_remainder,
        });
    }
    Ok(resolved)
}

/// A distributed row that a clawback may take back from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Original {
    /// The row's place, for the explanation and for a fixed order: list number, line.
    pub place: (i64, u32),
    /// Its period.
    pub period: Period,
    /// Its payment date.
    pub payment_date: NaiveDate,
    /// How it was shared.
    pub lines: Vec<ResolvedLine>,
}

/// The original that a clawback for `period` takes back from: the one that shares most days with
/// it, then the one paid last, then the first by place. None when none overlaps.
#[must_use]
pub fn find_original(period: Period, originals: &[Original]) -> Option<&Original> {
    originals.iter().filter(|original| original.period.shared_days(period) > 0).max_by_key(
        |original| {
            let place = std::cmp::Reverse(original.place);
            (original.period.shared_days(period), original.payment_date, place)
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn line(cost_centre: &str, percent: &str, takes_remainder: bool) -> ResolvedLine {
        ResolvedLine {
            cost_centre: CostCentre(cost_centre.into()),
            persons_board: false,
            percent: percent.parse().unwrap(),
            takes_remainder,
        }
    }

    #[test]
    fn the_remaining_ore_goes_where_the_key_says() {
        let lines = [line("7110", "70", true), line("8200", "30", false)];
        let shares = share(Ore(6_143_783), &lines);
        assert_eq!(shares[0].uncut.to_string(), "43006.481");
        assert_eq!((shares[0].rounded, shares[0].remainder), (Ore(4_300_648), Ore(1)));
        assert_eq!((shares[1].rounded, shares[1].remainder), (Ore(1_843_134), Ore(0)));
        let back = share(Ore(-6_143_783), &lines);
        assert_eq!(back[0].amount(), Ore(-4_300_649));
    }

    #[test]
    fn a_clawback_finds_the_most_overlapping_original() {
        let original = |line, from: &str, until: &str, paid: &str| Original {
            place: (1, line),
            period: Period::new(from.parse().unwrap(), until.parse().unwrap()).unwrap(),
            payment_date: paid.parse().unwrap(),
            lines: Vec::new(),
        };
        let originals = [
            original(2, "2026-07-01", "2026-07-31", "2026-08-31"),
            original(3, "2026-08-01", "2026-08-31", "2026-09-30"),
            original(4, "2026-08-01", "2026-08-31", "2026-09-30"),
        ];
        let find = |from: &str, until: &str| {
            let period = Period::new(from.parse().unwrap(), until.parse().unwrap()).unwrap();
            find_original(period, &originals).map(|original| original.place.1)
        };
        assert_eq!(find("2026-08-20", "2026-08-31"), Some(3));
        assert_eq!(find("2026-07-20", "2026-08-05"), Some(2));
        assert_eq!(find("2026-09-01", "2026-09-30"), None);
    }

    proptest! {
        /// Nothing is lost and nothing invented, whatever the amount and the key.
        #[test]
        fn shares_sum_to_the_row(
            amount in -1_000_000_000_000i64..1_000_000_000_000,
            cuts in prop::collection::vec(1u32..1000, 1..8),
            taker in 0usize..8,
        ) {
            let total: u32 = cuts.iter().sum();
            let mut left = Decimal::ONE_HUNDRED;
            let taker = taker % cuts.len();
            let mut lines = Vec::new();
            for (index, cut) in cuts.iter().enumerate() {
                let percent = if index + 1 == cuts.len() {
                    left
                } else {
                    (Decimal::from(*cut) * Decimal::ONE_HUNDRED / Decimal::from(total))
                        .round_dp_with_strategy(2, RoundingStrategy::ToZero)
                };
                left -= percent;
                lines.push(line(&index.to_string(), &percent.to_string(), index == taker));
            }
            let shares = share(Ore(amount), &lines);
            prop_assert_eq!(shares.iter().map(Share::amount).sum::<Ore>(), Ore(amount));
            // Less than one öre per line is left over.
            let over: i64 = shares.iter().map(|share| share.remainder.0.abs()).sum();
            prop_assert!(over < lines.len() as i64);
        }
    }
}
