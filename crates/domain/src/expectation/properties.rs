//! What holds whatever is expected and paid.

use std::collections::BTreeMap;

use chrono::{Days, Months, NaiveDate};
use proptest::prelude::*;
use proptest::sample::Index;

use super::sample::*;
use super::*;
use crate::codes::CompensationCode;
use crate::{Month, Ore, Period};

const IDS: [&str; 16] =
    ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p"];
const PART: &str = "part";

fn month(number: u32) -> Month {
    Month::of(day("2025-01-01").checked_add_months(Months::new(number)).unwrap())
}

fn some_day(number: u64) -> NaiveDate {
    day("2024-12-01") + Days::new(number)
}

fn item(number: u32, place: usize) -> Expected<'static> {
    let month = month(number);
    Expected {
        period: Period { from: month.first_day(), until: month.last_day() },
        place,
        ..expected(&month.to_string(), 0)
    }
}

fn code(daily: bool) -> &'static CompensationCode {
    if daily { &DAILY } else { &SUM }
}

/// Amounts that are often the same, as instalments are.
fn amount() -> impl Strategy<Value = Ore> {
    prop_oneof![Just(Ore(1000)), Just(Ore(2000)), (1i64..5000).prop_map(Ore)]
}

/// At most one for each month and compensation.
fn any_expected() -> impl Strategy<Value = Vec<Expected<'static>>> {
    let one = (0u32..12, any::<bool>(), amount(), 0u8..8);
    prop::collection::vec(one, 0..10).prop_map(|ones| {
        let mut items = BTreeMap::new();
        for (place, (number, by_day, amount, kind)) in ones.into_iter().enumerate() {
            let one = Expected {
                compensation: code(by_day),
                municipality: if kind == 0 { &THEIRS } else { &OURS },
                amount: if kind == 1 { Ore(0) } else { amount },
                estimated: kind == 2,
                on_application: kind == 3,
                by_day,
                ..item(number, place)
            };
            items.insert((number, by_day), one);
        }
        items.into_values().collect()
    })
}

/// With others for the same days.
fn any_expected_twice() -> impl Strategy<Value = Vec<Expected<'static>>> {
    (any_expected(), prop::collection::vec(amount(), 0..5)).prop_map(|(mut items, amounts)| {
        let again = items.clone().into_iter().zip(amounts).zip(100..);
        items.extend(again.map(|((item, amount), place)| Expected { amount, place, ..item }));
        items
    })
}

fn any_paid() -> impl Strategy<Value = Vec<PaidRow<'static>>> {
    let days = (0u64..420, prop_oneof![0u64..30, 28u64..120]);
    let whole_month = (0u32..13).prop_map(|number| {
        Some(Period { from: month(number).first_day(), until: month(number).last_day() })
    });
    let any_days =
        days.prop_map(|(from, length)| Period::new(some_day(from), some_day(from + length)));
    let period = prop_oneof![4 => whole_month, 2 => any_days, 1 => Just(None)];
    let signed =
        (amount(), 0u8..4).prop_map(|(amount, sign)| if sign == 0 { -amount } else { amount });
    let one = (any::<bool>(), period, 30u64..500, signed);
    prop::collection::vec(one, 0..14).prop_map(|ones| {
        let row = |((daily, period, on, amount), id)| PaidRow {
            id,
            compensation: code(daily),
            period,
            payment_date: some_day(on),
            amount,
            clawback: Ore::is_negative(amount),
            without_person: false,
        };
        ones.into_iter().zip(IDS).map(row).collect()
    })
}

fn any_granted() -> impl Strategy<Value = Vec<GrantedRow<'static>>> {
    let one = (any::<bool>(), 0u32..13, 0u32..3, 60u64..400, amount());
    prop::collection::vec(one, 0..4).prop_map(|ones| {
        let row = |((daily, from, months, decided, amount), id)| GrantedRow {
            id,
            compensation: code(daily),
            period: Period {
                from: month(from).first_day(),
                until: month(from + months).last_day(),
            },
            decided: some_day(decided),
            amount,
        };
        ones.into_iter().zip(IDS).map(row).collect()
    })
}

type All = (Vec<Expected<'static>>, Vec<PaidRow<'static>>, Vec<GrantedRow<'static>>, NaiveDate);

fn anything() -> impl Strategy<Value = All> {
    (any_expected(), any_paid(), any_granted(), (0u64..600).prop_map(some_day))
}

fn anything_twice() -> impl Strategy<Value = All> {
    (any_expected_twice(), any_paid(), any_granted(), (0u64..600).prop_map(some_day))
}

/// Items of consecutive months, all due.
fn due_items(by_day: bool) -> impl Strategy<Value = Vec<Expected<'static>>> {
    prop::collection::vec(amount(), 1..12).prop_map(move |amounts| {
        let one = |(place, amount)| {
            let item = item(u32::try_from(place).unwrap(), place);
            Expected { amount, by_day, ..item }
        };
        amounts.into_iter().enumerate().map(one).collect()
    })
}

const AFTER_ALL: &str = "2030-01-01";

fn row_for(id: &'static str, period: Period, amount: Ore) -> PaidRow<'static> {
    PaidRow { period: Some(period), amount, ..paid(id, "", "2025-01-31", 0) }
}

fn one_row_each(items: &[Expected<'static>]) -> Vec<PaidRow<'static>> {
    items.iter().zip(IDS).map(|(item, id)| row_for(id, item.period, item.amount)).collect()
}

fn all_settled(items: &[Expected<'_>], rows: &[PaidRow<'_>]) -> bool {
    let found = compared(items, rows, AFTER_ALL);
    found.len() == items.len() && found.iter().all(|one| matches!(one.state, State::Settled { .. }))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn money_is_conserved((items, rows, grants, as_of) in anything_twice()) {
        let found = compare(&OURS, &items, &rows, &grants, &ListsRead::every(), as_of);
        let mut used: BTreeMap<&str, Ore> = BTreeMap::new();
        let mut sums = Sums::default();
        for one in &found {
            prop_assert!(one.basis.is_expected() || !one.parts.is_empty());
            prop_assert_eq!(one.paid, one.parts.iter().map(|part| part.amount).sum::<Ore>());
            for part in &one.parts {
                prop_assert_eq!(part.amount.is_negative(), part.row.amount.is_negative());
                *used.entry(part.row.id).or_default() += part.amount;
            }
            let of_one = Sums::of(one);
            for part in [of_one.missing, of_one.short, of_one.not_yet_due, of_one.too_much] {
                prop_assert!(!part.is_negative(), "{:?}", one);
            }
            sums += of_one;
        }
        let paid: BTreeMap<&str, Ore> = rows.iter().map(|row| (row.id, row.amount)).collect();
        prop_assert_eq!(used, paid);

        let ours = items.iter().filter(|item| item.municipality == &*OURS && item.is_something());
        let mut places: Vec<usize> = ours.map(|item| item.place).collect();
        let computed = |one: &Comparison<'_>| match one.basis {
            Basis::Computed(item) => Some(item.place),
            _ => None,
        };
        let mut stand: Vec<usize> = found.iter().filter_map(computed).collect();
        places.sort_unstable();
        stand.sort_unstable();
        prop_assert_eq!(stand, places);
        let decided: Ore = grants.iter().map(|row| row.amount).sum();
        prop_assert_eq!(found.iter().map(|one| one.granted).sum::<Ore>(), decided);

        let open = sums.missing + sums.short + sums.not_yet_due + sums.estimated
            + sums.taken_back - sums.too_much;
        prop_assert_eq!(sums.expected - sums.paid, open);
        let by_month = by_due_month(&found);
        let mut total = by_month.without_day;
        by_month.months.values().for_each(|month| total += *month);
        prop_assert_eq!(total, sums);
    }

    #[test]
    fn estimates_are_in_no_report_of_missing_money((items, rows, _, as_of) in anything()) {
        for one in compare(&OURS, &items, &rows, &[], &ListsRead::every(), as_of) {
            if let Basis::Computed(Expected { estimated: true, .. }) = one.basis {
                prop_assert_eq!(one.missing(), Ore(0));
            }
        }
    }

    #[test]
    fn the_order_of_the_input_changes_nothing(
        ((items, rows, grants, as_of), (mixed_items, mixed_rows, mixed_grants)) in anything_twice()
            .prop_flat_map(|all| {
                let mixed = (
                    Just(all.0.clone()).prop_shuffle(),
                    Just(all.1.clone()).prop_shuffle(),
                    Just(all.2.clone()).prop_shuffle(),
                );
                (Just(all), mixed)
            })
    ) {
        prop_assert_eq!(
            compare(&OURS, &items, &rows, &grants, &ListsRead::every(), as_of),
            compare(&OURS, &mixed_items, &mixed_rows, &mixed_grants, &ListsRead::every(), as_of)
        );
        prop_assert_eq!(change(&items, &mixed_items), []);
    }

    #[test]
    fn a_payment_in_two_parts_is_as_good_as_in_one(
        (items, mut rows, grants, as_of) in anything_twice(),
        which: Index,
        share in 1i64..1000,
    ) {
        if rows.is_empty() {
            return Ok(());
        }
        let whole = rows.clone();
        let row = which.get_mut(&mut rows);
        let part = Ore(row.amount.0 * share / 1000);
        row.amount = row.amount - part;
        let other = PaidRow { id: PART, amount: part, ..*row };
        rows.push(other);
        let (whole, parts) = (
            compare(&OURS, &items, &whole, &grants, &ListsRead::every(), as_of),
            compare(&OURS, &items, &rows, &grants, &ListsRead::every(), as_of),
        );
        prop_assert_eq!(states(&whole), states(&parts));
    }

    /// However payments reach over months, and however they overlap: where each amount has been shared
    /// between payments that are about it, everything is settled.
    #[test]
    fn what_can_be_settled_is_settled(
        items in due_items(false),
        spans in prop::collection::vec((any::<Index>(), any::<Index>()), 0..6),
        shares in prop::collection::vec(0i64..100, 12 * 6),
    ) {
        let ends = |(a, b): &(Index, Index)| {
            let (a, b) = (a.index(items.len()), b.index(items.len()));
            (a.min(b), a.max(b))
        };
        let spans: Vec<(usize, usize)> = spans.iter().map(ends).collect();
        let mut sums = vec![Ore(0); spans.len()];
        let mut rows = Vec::new();
        let mut shares = shares.into_iter();
        for (place, item) in items.iter().enumerate() {
            let mut left = item.amount;
            for (span, sum) in spans.iter().zip(&mut sums) {
                if span.0 <= place && place <= span.1 {
                    let part = Ore(left.0 * shares.next().unwrap() / 100);
                    *sum += part;
                    left = left - part;
                }
            }
            rows.push(row_for(PART, item.period, left));
        }
        for ((first, last), sum) in spans.iter().zip(sums) {
            let period = Period { from: items[*first].period.from, until: items[*last].period.until };
            rows.push(row_for(IDS[0], period, sum));
        }
        prop_assert!(all_settled(&items, &rows));
    }

    /// Day rates, paid in payments cut on any day.
    #[test]
    fn day_rates_paid_in_any_pieces_are_settled(
        mut items in due_items(true),
        cuts in prop::collection::btree_set(1u64..360, 0..8),
    ) {
        for item in &mut items {
            item.amount = Ore(item.period.days() * 100);
        }
        let end = items[items.len() - 1].period.until;
        let mut rows = Vec::new();
        let mut from = items[0].period.from;
        let ends = cuts.into_iter().map(|days| items[0].period.from + Days::new(days));
        for (until, id) in ends.filter(|cut| *cut < end).chain([end]).zip(IDS) {
            let period = Period { from, until };
            rows.push(row_for(id, period, Ore(period.days() * 100)));
            from = until + Days::new(1);
        }
        prop_assert!(all_settled(&items, &rows));
        // Without one of them, exactly its days are open.
        if rows.len() < 2 {
            return Ok(());
        }
        let gone = rows.remove(rows.len() / 2);
        let (mut open, mut missing) = (0, Ore(0));
        for one in compared(&items, &rows, AFTER_ALL) {
            missing += one.missing();
            match one.state {
                State::Missing => open += one.period.unwrap().days(),
                State::Short { uncovered, .. } => {
                    open += uncovered.iter().map(|span| span.days()).sum::<i64>();
                }
                _ => {}
            }
        }
        prop_assert_eq!((open, missing), (gone.period.unwrap().days(), gone.amount));
    }

    #[test]
    fn without_one_payment_one_amount_is_missing(
        mut items in due_items(false),
        twins in 0usize..3,
        which: Index,
    ) {
        // Amounts for the same days are told from each other by being different.
        for (place, more) in (0..twins.min(items.len())).zip([5000, 10_000]) {
            let first = items[0];
            items.push(Expected { amount: first.amount + Ore(more), place: 100 + place, ..first });
        }
        let mut rows = one_row_each(&items);
        prop_assert!(all_settled(&items, &rows));
        let gone = rows.remove(which.index(rows.len()));
        let found = compared(&items, &rows, AFTER_ALL);
        prop_assert_eq!(found.len(), items.len());
        for one in found {
            let is_gone = one.period == gone.period && one.expected == gone.amount;
            prop_assert_eq!(one.state == State::Missing, is_gone);
            prop_assert_eq!(matches!(one.state, State::Settled { .. }), !is_gone);
        }
    }

    #[test]
    fn a_payment_taken_back_is_understood(
        items in due_items(false),
        which: Index,
        several in 1usize..4,
    ) {
        let mut rows: Vec<PaidRow<'_>> = items
            .chunks(several)
            .zip(IDS)
            .map(|(some, id)| {
                let period = Period { from: some[0].period.from, until: some[some.len() - 1].period.until };
                row_for(id, period, some.iter().map(|item| item.amount).sum())
            })
            .collect();
        prop_assert!(all_settled(&items, &rows));
        let back = *which.get(&rows);
        rows.push(PaidRow { id: PART, amount: -back.amount, clawback: true, ..back });
        for one in compared(&items, &rows, AFTER_ALL) {
            let is_taken = one.period.unwrap().shared_days(back.period.unwrap()) > 0;
            prop_assert_eq!(one.missing(), Ore(0));
            prop_assert_eq!(matches!(one.state, State::TakenBack { .. }), is_taken);
            prop_assert_eq!(matches!(one.state, State::Settled { .. }), !is_taken);
        }
    }
}
