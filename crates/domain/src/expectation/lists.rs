//! Which lists have been taken in, by what they hold: what should have come in a month whose list
//! nobody has read is awaited, and not missing.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;

use crate::Month;
use crate::codes::CompensationCode;
use crate::deadline::is_working_day;

/// Working days after the day of payment on which its list is there to be fetched; one that has not
/// been read by then is late.
pub const WORKING_DAYS_TO_READ: usize = 5;

/// The day from which a list with money of `payment` is late, where nobody has read it.
#[must_use]
pub fn list_is_late_from(payment: NaiveDate) -> NaiveDate {
    let after = payment.iter_days().skip(1).filter(|day| is_working_day(*day));
    after.take(WORKING_DAYS_TO_READ).last().unwrap_or(payment)
}

/// Months by compensation that the lists which have been taken in answer for.
///
/// Lists come by type, and what a type holds is nowhere written down. A list answers for the
/// compensations it holds, and for those that came in the same list as one of them the last time they
/// came: that nobody got one of these is a loss, and no list that somebody has not read.
#[derive(Clone, Debug, Default)]
pub struct ListsRead {
    /// None: every list is read.
    months: Option<HashMap<CompensationCode, BTreeSet<Month>>>,
}

/// A list, and the month that money of it was paid in.
type ListOfMonth<K> = (Month, K);

impl ListsRead {
    /// As if every list had been taken in.
    #[must_use]
    pub fn every() -> ListsRead {
        ListsRead::default()
    }

    /// What the lists answer for on `as_of`, by the rows that stand in them: list, compensation and day
    /// of payment.
    pub fn of<'r, K: Ord + Copy>(
        rows: impl IntoIterator<Item = (K, &'r CompensationCode, NaiveDate)>,
        as_of: NaiveDate,
    ) -> ListsRead {
        let mut lists: BTreeMap<ListOfMonth<K>, BTreeSet<&CompensationCode>> = BTreeMap::new();
        let mut here: BTreeSet<ListOfMonth<K>> = BTreeSet::new();
        for (list, compensation, paid) in rows {
            let list = (Month::of(paid), list);
            lists.entry(list).or_default().insert(compensation);
            if paid <= as_of {
                here.insert(list);
            }
        }
        let mut months: HashMap<CompensationCode, BTreeSet<Month>> = HashMap::new();
        let codes: BTreeSet<&CompensationCode> = lists.values().flatten().copied().collect();
        for code in codes {
            let came: BTreeSet<Month> = lists
                .iter()
                .filter(|(_, held)| held.contains(code))
                .map(|((month, _), _)| *month)
                .collect();
            let answered = here.iter().filter(|list| {
                let (month, held) = (list.0, &lists[*list]);
                held.contains(code)
                    || last_time(&came, month).is_some_and(|last| {
                        let alike = lists
                            .iter()
                            .filter(|((of, _), other)| *of == last && other.contains(code));
                        alike.into_iter().any(|(_, other)| !other.is_disjoint(held))
                    })
            });
            let answered = answered.map(|(month, _)| *month).collect();
            months.insert(code.clone(), answered);
        }
        ListsRead { months: Some(months) }
    }

    /// Whether a list that answers for the compensation has been taken in of the month of a day.
    #[must_use]
    pub fn hold(&self, compensation: &CompensationCode, day: NaiveDate) -> bool {
        let Some(months) = &self.months else { return true };
        months.get(compensation).is_some_and(|months| months.contains(&Month::of(day)))
    }
}

/// The last month before `month` in which it came, or the first after it.
fn last_time(came: &BTreeSet<Month>, month: Month) -> Option<Month> {
    came.range(..month).next_back().or_else(|| came.range(month..).next()).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Whether `asked` is answered for by lists of days and compensations.
    fn holds(lists: &[(&str, &str)], as_of: &str, asked: (&str, &str)) -> bool {
        let rows: Vec<(usize, CompensationCode, NaiveDate)> = lists
            .iter()
            .enumerate()
            .flat_map(|(list, (paid, codes))| {
                codes.split(' ').map(move |code| (list, CompensationCode(code.into()), day(paid)))
            })
            .collect();
        let rows = rows.iter().map(|(list, code, paid)| (*list, code, *paid));
        ListsRead::of(rows, day(as_of)).hold(&CompensationCode(asked.1.into()), day(asked.0))
    }

    #[test]
    fn a_list_answers_for_its_month_and_for_what_came_with_it_before() {
        let both = ("2026-10-30", "A B");
        let one = ("2026-11-30", "A");
        for (lists, as_of, asked, expected) in [
            (&[][..], "2026-12-01", ("2026-11-30", "A"), false),
            (&[one], "2026-12-01", ("2026-11-27", "A"), true),
            (&[one], "2026-12-01", ("2026-11-30", "B"), false),
            (&[one], "2026-12-01", ("2026-10-30", "A"), false),
            (&[one], "2026-11-29", ("2026-11-27", "A"), false),
            (&[both, one], "2026-12-01", ("2026-11-30", "B"), true),
            (&[one, ("2026-12-30", "A B")], "2026-12-31", ("2026-11-30", "B"), true),
            (
                &[("2026-10-30", "A"), ("2026-10-30", "B"), one],
                "2026-12-01",
                ("2026-11-30", "B"),
                false,
            ),
            // What once came together and does so no more is another list.
            (
                &[both, ("2026-11-30", "B"), ("2026-11-30", "A"), ("2026-12-30", "A")],
                "2026-12-31",
                ("2026-12-30", "B"),
                false,
            ),
        ] {
            assert_eq!(holds(lists, as_of, asked), expected, "{lists:?} {as_of} {asked:?}");
        }
    }

    #[test]
    fn a_list_is_late_on_the_fifth_working_day_after_the_payment() {
        for (payment, late) in [
            ("2026-11-30", "2026-12-07"),
            ("2026-10-30", "2026-11-06"),
            // New Year's Eve, New Year's Day, Saturdays, Sundays and Epiphany do not count.
            ("2026-12-30", "2027-01-11"),
        ] {
            assert_eq!(list_is_late_from(day(payment)), day(late), "{payment}");
        }
    }
}
