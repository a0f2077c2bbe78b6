//! What a placement costs the city after lump sums and claims, by person and month.

use std::collections::{BTreeMap, BTreeSet};

use domain::codes::CompensationCode;
use domain::{Month, Ore, Period};
use store::PersonNo;

use super::finding::Finder;
use crate::error::{AppError, RefusalCode};
use crate::{App, Result};

/// A person's month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NetRow {
    /// The person.
    pub person: PersonNo,
    /// The month.
    pub month: Month,
    /// What the city has borne.
    pub cost: Ore,
    /// Lump sums that came for its days.
    pub lump_sum: Ore,
    /// What claims that stand ask for.
    pub claimed: Ore,
}

impl NetRow {
    fn empty(person: PersonNo, month: Month) -> NetRow {
        NetRow { person, month, cost: Ore::ZERO, lump_sum: Ore::ZERO, claimed: Ore::ZERO }
    }

    /// What is left for the city.
    #[must_use]
    pub fn net(&self) -> Ore {
        self.cost - self.lump_sum - self.claimed
    }
}

/// What is left for the city.
#[derive(Clone, Debug, Default)]
pub struct Net {
    /// The worst first.
    pub rows: Vec<NetRow>,
}

impl App {
    /// What costs, lump sums and claims leave of the months `from` to `until`, of persons with costs in them.
    ///
    /// # Errors
    /// When the months are reversed, or the database cannot be read.
    pub fn net(&self, from: Month, until: Month) -> Result<Net> {
        let window = Period::new(from.first_day(), until.last_day()).ok_or_else(|| {
            AppError::refused(RefusalCode::FactEndsBeforeItBegins).in_field("until")
        })?;
        let read = self.read();
        let (law, ours) = (self.law_in_force()?, self.ours()?);
        let shares = read.live_shares(None)?;
        let mut months: BTreeMap<(PersonNo, Month), NetRow> = BTreeMap::new();
        let mut add = |person, period, amount, part: fn(&mut NetRow) -> &mut Ore| {
            for (month, share) in by_month(period, amount) {
                if window.from <= month.first_day() && month.last_day() <= window.until {
                    let row = months.entry((person, month));
                    *part(row.or_insert_with(|| NetRow::empty(person, month))) += share;
                }
            }
        };
        let mut with_cost: BTreeSet<PersonNo> = BTreeSet::new();
        let mut codes: BTreeSet<&CompensationCode> = BTreeSet::new();
        for share in &shares {
            with_cost.insert(share.person);
            codes.insert(&share.compensation);
            add(share.person, share.period, share.amount, |row| &mut row.cost);
        }
        let lump_sums = Finder::of(&law, &ours, self.today(), None).lump_sums(&shares);
        if !lump_sums.is_empty() {
            for (person, _, period, amount) in
                read.paid_beside(&lump_sums, window.from, window.until)?
            {
                if with_cost.contains(&person) {
                    add(person, period, amount, |row| &mut row.lump_sum);
                }
            }
        }
        for line in read.standing_claim_lines(None)? {
            if with_cost.contains(&line.person) && codes.contains(&line.compensation) {
                add(line.person, line.period, line.amount, |row| &mut row.claimed);
            }
        }
        let mut rows: Vec<NetRow> = months.into_values().collect();
        rows.sort_by_key(|row| (std::cmp::Reverse(row.net()), row.person, row.month));
        Ok(Net { rows })
    }
}

/// An amount of some days by the months they lie in: by days in whole öre, what is over on the last.
fn by_month(period: Period, amount: Ore) -> Vec<(Month, Ore)> {
    let mut parts: Vec<(Month, i64)> = Vec::new();
    let mut from = period.from;
    while from <= period.until {
        let month = Month::of(from);
        let until = month.last_day().min(period.until);
        parts.push((month, Period { from, until }.days()));
        let Some(next) = until.succ_opt() else { break };
        from = next;
    }
    let days = i128::from(period.days());
    let mut left = amount.0;
    let last = parts.len().saturating_sub(1);
    parts
        .into_iter()
        .enumerate()
        .map(|(place, (month, part))| {
            let share = i128::from(amount.0) * i128::from(part) / days.max(1);
            // A part of an amount is no larger than it.
            let share = if place == last { left } else { i64::try_from(share).unwrap_or(left) };
            left -= share;
            (month, Ore(share))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_shared_by_days_and_sums_to_itself() {
        let period =
            Period { from: "2026-01-16".parse().unwrap(), until: "2026-03-15".parse().unwrap() };
        let parts: Vec<i64> =
            by_month(period, Ore(100_001)).into_iter().map(|(_, part)| part.0).collect();
        // 16, 28 and 15 of 59 days.
        assert_eq!(parts, [27_118, 47_458, 25_425]);
        assert_eq!(parts.iter().sum::<i64>(), 100_001);
        let back: i64 = by_month(period, Ore(-100_001)).iter().map(|(_, part)| part.0).sum();
        assert_eq!(back, -100_001);
    }
}
