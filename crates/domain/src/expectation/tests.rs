//! Every state, and what the other questions answer.

use super::sample::*;
use super::*;
use crate::entitlement::{Amount, Computed, Explanation, Refused, Unmet};
use crate::facts::Municipality;
use crate::law::NotComputed;
use crate::{Month, Ore};

const IN_TIME: State = State::Settled { late_days: 0 };

fn short(missing: i64) -> State {
    State::Short { missing: Ore(missing), uncovered: Vec::new(), cause: None }
}

fn extra(too_much: i64, cause: Option<Cause>) -> State {
    State::Extra { too_much: Ore(too_much), cause }
}

fn taken(taken: i64, missing: i64) -> State {
    State::TakenBack { taken: Ore(taken), missing: Ore(missing) }
}

fn unexpected(cause: Cause) -> State {
    State::Unexpected { cause }
}

/// January, February and March, 1000 each; what they become with `rows`, and then what was not
/// expected.
fn quarter(rows: &[PaidRow<'_>]) -> Vec<State> {
    let items = ["2026-01", "2026-02", "2026-03"].map(|month| expected(month, 1000));
    states(&compared(&items, rows, "2026-12-31"))
}

#[test]
fn what_came_is_settled_and_knows_how_late() {
    let item = [expected("2026-01", 1000)];
    for (rows, as_of, state) in [
        (vec![paid("a", "2026-01", "2026-02-27", 1000)], "2026-02-27", IN_TIME),
        (
            vec![paid("a", "2026-01", "2026-03-10", 1000)],
            "2026-03-10",
            State::Settled { late_days: 10 },
        ),
        (
            vec![paid("a", "2026-01", "2026-02-27", 400), paid("b", "2026-01", "2026-03-01", 600)],
            "2026-03-10",
            State::Settled { late_days: 1 },
        ),
        (vec![], "2026-02-28", State::NotYetDue),
        (vec![], "2026-03-01", State::Missing),
        (vec![paid("a", "2026-01", "2026-02-27", 400)], "2026-02-28", State::NotYetDue),
        (vec![paid("a", "2026-01", "2026-02-27", 400)], "2026-03-01", short(600)),
        (vec![paid("a", "2026-01", "2026-02-27", 1300)], "2026-02-27", extra(300, None)),
    ] {
        assert_eq!(states(&compared(&item, &rows, as_of)), [state], "{rows:?} {as_of}");
    }
}

#[test]
fn nothing_is_missing_that_no_rule_dates_and_nothing_is_expected_of_zero() {
    let item = [Expected { due: None, ..expected("2026-01", 1000) }, expected("2026-02", 0)];
    assert_eq!(states(&compared(&item, &[], "2030-01-01")), [State::NotYetDue]);
    let zero = [paid("a", "2026-01", "2026-02-27", 0)];
    assert_eq!(compared(&[], &zero, "2030-01-01"), []);
}

#[test]
fn one_payment_may_cover_several_amounts_and_several_one() {
    assert_eq!(
        quarter(&[paid("a", "2026-01-01/2026-03-31", "2026-04-28", 3000)]),
        [State::Settled { late_days: 59 }, State::Settled { late_days: 31 }, IN_TIME]
    );
    let late = quarter(&[paid("a", "2026-01-01/2026-03-31", "2026-02-28", 2500)]);
    assert_eq!(late, [IN_TIME, IN_TIME, short(500)]);
    let rest = quarter(&[paid("a", "2026-01-01/2026-03-31", "2026-02-28", 3300)]);
    assert_eq!(rest, [IN_TIME, IN_TIME, extra(300, None)]);
    // The long payment leaves to the short one what the short one alone can fill.
    let nested = quarter(&[
        paid("a", "2026-01-01/2026-03-31", "2026-02-28", 2000),
        paid("b", "2026-01-01/2026-02-28", "2026-02-28", 1000),
    ]);
    assert_eq!(nested, [IN_TIME, IN_TIME, IN_TIME]);
}

#[test]
fn a_row_without_period_is_for_what_began_before_it() {
    let rows = [paid("a", "", "2026-02-27", 1000), paid("b", "", "2026-02-28", 1000)];
    assert_eq!(quarter(&rows), [IN_TIME, IN_TIME, State::Missing]);
    let rows = [paid("a", "", "2026-01-27", 1200)];
    assert_eq!(quarter(&rows), [extra(200, None), State::Missing, State::Missing]);
    let rows = [paid("a", "", "2025-12-27", 100)];
    assert_eq!(quarter(&rows)[3], unexpected(Cause::NotYetEntitled));
}

fn daily(period: &str) -> Expected<'static> {
    let days = i64::from(i32::try_from(days(period).days()).unwrap());
    Expected { by_day: true, ..expected(period, days * 100) }
}

#[test]
fn days_that_no_row_is_about_are_told() {
    let item = [daily("2026-06")];
    let state = |missing, uncovered: &[&str]| State::Short {
        missing: Ore(missing),
        uncovered: uncovered.iter().map(|text| days(text)).collect(),
        cause: None,
    };
    for (rows, expected) in [
        (
            vec![paid("a", "2026-06-01/2026-06-20", "2026-07-28", 2000)],
            state(1000, &["2026-06-21/2026-06-30"]),
        ),
        (
            vec![
                paid("a", "2026-06-06/2026-06-10", "2026-07-28", 500),
                paid("b", "2026-06-20/2026-06-30", "2026-07-28", 1100),
            ],
            state(1400, &["2026-06-01/2026-06-05", "2026-06-11/2026-06-19"]),
        ),
        (vec![paid("a", "2026-06", "2026-07-28", 2900)], state(100, &[])),
    ] {
        assert_eq!(states(&compared(&item, &rows, "2026-12-31")), [expected], "{rows:?}");
    }
}

#[test]
fn a_payment_by_days_goes_to_the_months_of_its_days() {
    let items = [daily("2026-06"), daily("2026-07")];
    let rows = [paid("a", "2026-06-16/2026-07-15", "2026-07-28", 3000)];
    let found = compared(&items, &rows, "2026-12-31");
    assert_eq!(found.iter().map(|one| one.paid).collect::<Vec<_>>(), [Ore(1500), Ore(1500)]);
    assert!(matches!(&found[0].state, State::Short { uncovered, .. }
        if *uncovered == [days("2026-06-01/2026-06-15")]));
    // Where the value changes within the month, rows that fit one month only come first.
    let dearer = Expected { amount: Ore(3000 + 1500), ..items[0] };
    let rows = [
        paid("a", "2026-06-01/2026-06-15", "2026-07-28", 3000),
        paid("b", "2026-06-16/2026-07-15", "2026-07-28", 1500 + 1500),
        paid("c", "2026-07-16/2026-07-31", "2026-07-28", 1600),
    ];
    let items = [dearer, items[1]];
    assert_eq!(states(&compared(&items, &rows, "2026-12-31")), [IN_TIME, IN_TIME]);
}

#[test]
fn clawbacks_take_from_the_newest_days_and_leave_no_fault() {
    let all = paid("a", "2026-01-01/2026-03-31", "2026-02-28", 3000);
    let back = |amount: i64| paid("b", "2026-01-01/2026-03-31", "2026-09-28", -amount);
    assert_eq!(quarter(&[all, back(300)]), [IN_TIME, IN_TIME, taken(300, 0)]);
    assert_eq!(quarter(&[all, back(1300)]), [IN_TIME, taken(300, 0), taken(1000, 0)]);
    assert_eq!(quarter(&[all, back(3000)]), [taken(1000, 0), taken(1000, 0), taken(1000, 0)]);
    let more = quarter(&[all, back(3300)]);
    assert_eq!(more[2..], [taken(1000, 0), unexpected(Cause::ClawbackWithoutPayment)]);

    // One that may take elsewhere leaves to the other its only choice.
    let march = paid("c", "2026-03", "2026-09-28", -1000);
    assert_eq!(quarter(&[all, back(1000), march]), [IN_TIME, taken(1000, 0), taken(1000, 0)]);
    // Paid, taken and paid again is paid; too much that is taken back was never missing.
    let again = paid("d", "2026-01-01/2026-03-31", "2026-02-28", 3000);
    assert_eq!(quarter(&[all, back(3000), again]), [IN_TIME, IN_TIME, IN_TIME]);
    let double = paid("e", "2026-01", "2026-02-28", 1000);
    assert_eq!(quarter(&[all, double, back(1000)]), [IN_TIME, IN_TIME, IN_TIME]);
    // What never came stays missing.
    let part = paid("f", "2026-01", "2026-02-28", 700);
    let some = paid("g", "2026-01", "2026-03-28", -200);
    assert_eq!(quarter(&[part, some])[0], taken(200, 300));
}

#[test]
fn a_clawback_may_answer_to_what_came_unexpected() {
    let item = [expected("2026-01", 1000)];
    let right = paid("a", "2026-01", "2026-02-28", 1000);
    let wrong = paid("b", "2026-05", "2026-06-28", 700);
    let back = paid("c", "2026-05", "2026-07-28", -700);
    let some = paid("d", "2026-05", "2026-07-28", -200);
    let states_of = |rows: &[PaidRow<'_>]| states(&compared(&item, rows, "2026-12-31"));
    assert_eq!(states_of(&[right, wrong, back]), [IN_TIME, taken(700, 0)]);
    assert_eq!(states_of(&[right, wrong, some]), [IN_TIME, unexpected(Cause::NoLongerEntitled)]);
    assert_eq!(states_of(&[right, back]), [IN_TIME, unexpected(Cause::ClawbackWithoutPayment)]);
    let same_days = [right, back, PaidRow { id: "e", ..some }];
    assert_eq!(compared(&item, &same_days, "2026-12-31")[1].paid, Ore(-900));
}

#[test]
fn payments_for_the_wrong_months_are_one_finding() {
    let wrong = State::WrongPeriod { late_days: 0 };
    let january = paid("a", "2026-01", "2026-02-28", 1000);
    let february = paid("b", "2026-02", "2026-02-28", 1000);
    let february_twice = PaidRow { id: "c", ..february };
    let later = paid("d", "2026-08", "2026-02-28", 1000);
    // Paid for a month in which nothing is expected, or twice for another one.
    assert_eq!(quarter(&[january, february, later]), [IN_TIME, IN_TIME, wrong.clone()]);
    let twice = quarter(&[january, february, february_twice]);
    assert_eq!(twice, [IN_TIME, IN_TIME, wrong.clone()]);
    // The sum of several months named as one of them.
    let all = paid("e", "2026-02", "2026-02-28", 3000);
    assert_eq!(quarter(&[all]), [wrong.clone(), IN_TIME, wrong.clone()]);
    // Once it is taken back, it is missing again.
    let back = paid("f", "2026-02", "2026-09-28", -1000);
    assert_eq!(
        quarter(&[january, february, february_twice, back]),
        [IN_TIME, IN_TIME, State::Missing]
    );
    // Nothing is settled whose day has not come, and no part of an amount.
    let items = [expected("2026-01", 1000), expected("2026-02", 1000)];
    let rows = [january, PaidRow { id: "g", ..january }];
    assert_eq!(
        states(&compared(&items, &rows, "2026-03-01")),
        [extra(1000, None), State::NotYetDue]
    );
    let half = paid("h", "2026-08", "2026-02-28", 500);
    let found = quarter(&[january, february, half]);
    assert_eq!(found[2..], [State::Missing, unexpected(Cause::NoLongerEntitled)]);
}

#[test]
fn the_cause_is_told_where_it_can_be_seen() {
    let items = [
        expected("2026-02", 1000),
        Expected { other_values: &[Ore(560)], ..expected("2026-03", 1000) },
        Expected { municipality: &THEIRS, ..expected("2026-04", 1000) },
        expected("2026-06", 900),
    ];
    let first = paid("a", "2026-02", "2026-03-28", 1000);
    let (missing, wrong_value) = (Ore(440), Some(Cause::WrongValue));
    for (row, state) in [
        (paid("b", "2026-01", "2026-05-28", 100), unexpected(Cause::NotYetEntitled)),
        (paid("b", "2026-05", "2026-05-28", 100), unexpected(Cause::NotEntitled)),
        (paid("b", "2026-07", "2026-05-28", 100), unexpected(Cause::NoLongerEntitled)),
        (paid("b", "2026-04", "2026-05-28", 1000), unexpected(Cause::OtherMunicipality)),
        (
            PaidRow { clawback: true, ..paid("b", "2026-05", "2026-05-28", 100) },
            unexpected(Cause::ClawbackPositive),
        ),
        (
            paid("b", "2026-03", "2026-05-28", 560),
            State::Short { missing, uncovered: Vec::new(), cause: wrong_value },
        ),
        (
            paid("b", "2026-03-01/2026-04-30", "2026-05-28", 2000),
            extra(1000, Some(Cause::OtherMunicipality)),
        ),
    ] {
        let rows = [first, row];
        let found = compared(&items, &rows, "2026-12-31");
        let answer = found.iter().find(|one| one.parts.iter().any(|part| part.row.id == "b"));
        assert_eq!(answer.map(|one| &one.state), Some(&state), "{row:?}");
    }
}

#[test]
fn estimates_are_never_missing() {
    let item = [Expected { estimated: true, ..expected("2026-01", 1000) }];
    for (amount, as_of, state) in [
        (0, "2026-02-28", State::NotYetDue),
        (0, "2026-03-01", State::Estimated),
        (980, "2026-03-01", State::Estimated),
        (1000, "2026-03-01", IN_TIME),
        (1020, "2026-03-01", State::Estimated),
        (2000, "2026-03-01", extra(1000, None)),
    ] {
        let rows = [paid("a", "2026-01", "2026-02-27", amount)];
        let found = compared(&item, &rows, as_of);
        assert_eq!((&found[0].state, found[0].missing()), (&state, Ore(0)), "{amount} {as_of}");
    }
    let rows = [paid("a", "2026-01", "2026-02-27", 900), paid("b", "2026-01", "2026-02-27", -400)];
    assert_eq!(states(&compared(&item, &rows, "2026-03-01")), [taken(400, 0)]);
}

#[test]
fn what_must_be_applied_for_waits_for_its_decision() {
    let item = [Expected { on_application: true, ..expected("2026-01", 1000) }];
    let decided = |amount| granted("2026-01", "2026-05-12", amount);
    let late = GrantedRow { decided: day("2026-05-25"), ..decided(1000) };
    let as_granted = |missing| State::Short {
        missing: Ore(missing),
        uncovered: Vec::new(),
        cause: Some(Cause::AsGranted),
    };
    for (grants, amount, as_of, state) in [
        (vec![], 0, "2027-01-01", State::NotDecided),
        (vec![decided(1000)], 0, "2026-05-29", State::NotYetDue),
        (vec![decided(1000)], 0, "2026-05-30", State::GrantedNotPaid),
        (vec![late], 0, "2026-06-30", State::NotYetDue),
        (vec![late], 0, "2026-07-01", State::GrantedNotPaid),
        (vec![decided(800)], 800, "2026-05-29", as_granted(200)),
        (vec![decided(1000)], 1000, "2026-05-29", IN_TIME),
        (vec![decided(1200)], 1200, "2026-05-29", extra(200, Some(Cause::AsGranted))),
        (vec![], 1000, "2026-05-29", IN_TIME),
    ] {
        let rows = [paid("a", "2026-01", "2026-05-29", amount)];
        let found = compare(&OURS, &item, &rows, &grants, &ListsRead::every(), day(as_of));
        assert_eq!(states(&found), [state], "{grants:?} {amount} {as_of}");
    }
}

#[test]
fn a_decision_that_nothing_computed_answers_to_is_expected_itself() {
    let grants = [granted("2026-01", "2026-05-12", 1000)];
    let found = |amount, as_of| {
        let rows = [paid("a", "2026-01", "2026-05-29", amount)];
        let found = compare(&OURS, &[], &rows, &grants, &ListsRead::every(), day(as_of));
        assert_eq!(found[0].basis, Basis::Granted(&grants[0]));
        states(&found)
    };
    assert_eq!(found(0, "2026-05-29"), [State::NotYetDue]);
    assert_eq!(found(0, "2026-05-30"), [State::GrantedNotPaid]);
    assert_eq!(found(1000, "2026-05-30"), [IN_TIME]);
    assert_eq!(found(400, "2026-05-30"), [short(600)]);
}

#[test]
fn amounts_for_the_same_days_get_their_own_rows() {
    let items = [expected("2026-01", 1000), expected("2026-01", 1700)];
    let rows = [paid("a", "2026-01", "2026-02-28", 1700)];
    assert_eq!(states(&compared(&items, &rows, "2026-12-31")), [State::Missing, IN_TIME]);
    let items = [items[0], items[1], expected("2026-01", 1800)];
    let rows = [rows[0], paid("b", "2026-01", "2026-02-28", 1000)];
    let found = states(&compared(&items, &rows, "2026-12-31"));
    assert_eq!(found, [IN_TIME, IN_TIME, State::Missing]);
    let rows = [paid("a", "2026-01", "2026-02-28", 4000), paid("b", "2026-01", "2026-02-28", 500)];
    assert_eq!(states(&compared(&items, &rows, "2026-12-31")), [IN_TIME, IN_TIME, IN_TIME]);
}

#[test]
fn compensations_are_kept_apart() {
    let items = [expected("2026-01", 1000)];
    let rows = [PaidRow { compensation: &DAILY, ..paid("a", "2026-01", "2026-02-28", 1000) }];
    let found = compared(&items, &rows, "2026-12-31");
    assert_eq!(states(&found), [unexpected(Cause::NotEntitled), State::Missing]);
}

#[test]
fn rows_that_name_nobody_may_be_what_is_missing() {
    let items = [expected("2026-01", 1000), expected("2026-02", 1000)];
    let came = [paid("a", "2026-01", "2026-02-28", 1000)];
    let found = compared(&items, &came, "2026-12-31");
    let nobody = |row| PaidRow { without_person: true, ..row };
    let rows = [
        nobody(paid("amount", "2026-05", "2026-03-28", 1000)),
        nobody(paid("both", "2026-02", "2026-08-28", 1000)),
        nobody(paid("period", "2026-02", "2026-03-28", 900)),
        nobody(paid("neither", "2026-05", "2026-03-28", 900)),
        nobody(paid("back", "2026-02", "2026-03-28", -1000)),
        PaidRow { compensation: &DAILY, ..nobody(paid("other", "2026-02", "2026-03-28", 1000)) },
        paid("somebody", "2026-02", "2026-03-28", 1000),
    ];
    let may_be = may_be_unmatched(&found, &rows);
    let named: Vec<_> =
        may_be.iter().map(|one| (one.comparison, one.row.id, one.likeness)).collect();
    assert_eq!(
        named,
        [
            (1, "both", Likeness::AmountAndPeriod),
            (1, "amount", Likeness::Amount),
            (1, "period", Likeness::Period),
        ]
    );
}

#[test]
fn no_more_rows_are_named_than_somebody_looks_through() {
    let items = [expected("2026-01", 1000)];
    let found = compared(&items, &[], "2026-12-31");
    let row = PaidRow { without_person: true, ..paid("a", "2026-05", "2026-03-28", 1000) };
    let ids: Vec<String> = (0..50).map(|number| number.to_string()).collect();
    let rows: Vec<_> = ids.iter().map(|id| PaidRow { id, ..row }).collect();
    assert_eq!(may_be_unmatched(&found, &rows).len(), 10);
}

#[test]
fn why_nothing_is_expected_is_told() {
    let unmet = Ok(Computed { amounts: Vec::new(), unmet: Some(Unmet::Housing) });
    let refused = Err(Refused::NotComputed(NotComputed::Region));
    let nothing = Ok(Computed::default());
    let of = |municipality: &Municipality| {
        let amount = Amount {
            compensation: SUM.clone(),
            municipality: municipality.clone(),
            period: days("2026-01"),
            due: None,
            amount: Ore(1000),
            estimated: false,
            explanation: Explanation::default(),
        };
        Ok(Computed { amounts: vec![amount], unmet: Some(Unmet::NotHere) })
    };
    let (ours, theirs) = (of(&OURS), of(&THEIRS));
    let outcomes = [&unmet, &refused, &nothing, &ours, &theirs];
    let found = not_triggered(&OURS, outcomes.map(|outcome| (&*SUM, outcome)));
    let because: Vec<_> = found.into_iter().map(|one| one.because).collect();
    assert_eq!(
        because,
        [
            Untriggered::Unmet { unmet: Unmet::Housing },
            Untriggered::NotComputed { why: NotComputed::Region },
            Untriggered::Unmet { unmet: Unmet::NothingToCount },
            Untriggered::OtherMunicipality,
        ]
    );
}

#[test]
fn months_sum_what_is_due_in_them() {
    let items = [
        expected("2026-01", 1000),
        expected("2026-02", 1000),
        Expected { due: None, ..expected("2026-05", 1000) },
    ];
    let rows = [paid("a", "2026-01", "2026-02-28", 700), paid("b", "2026-08", "2026-09-28", 50)];
    let sums = by_due_month(&compared(&items, &rows, "2026-12-31"));
    let month = |text: &str| sums.months[&text.parse::<Month>().unwrap()];
    let (ore, nothing) = (Ore(1000), Sums::default());
    assert_eq!(
        month("2026-02"),
        Sums { expected: ore, paid: Ore(700), short: Ore(300), ..nothing }
    );
    assert_eq!(month("2026-03"), Sums { expected: ore, missing: ore, ..nothing });
    assert_eq!(month("2026-09"), Sums { paid: Ore(50), too_much: Ore(50), ..nothing });
    assert_eq!(sums.without_day, Sums { expected: ore, not_yet_due: ore, ..nothing });
}

#[test]
fn changes_are_told_by_compensation_and_period() {
    let (january, february) = (expected("2026-01", 1000), expected("2026-02", 1000));
    let moved = Expected { municipality: &THEIRS, amount: Ore(2000), ..february };
    let later = Expected { due: None, ..january };
    let told = |before: &[Expected<'static>], after: &[Expected<'static>]| {
        let describe = |one: &Change<'_>| match one.changed {
            Changed::Added(_) => "added",
            Changed::Removed(_) => "removed",
            Changed::Amount { .. } => "amount",
            Changed::Due { .. } => "due",
            Changed::Municipality { .. } => "municipality",
        };
        change(before, after).iter().map(describe).collect::<Vec<_>>()
    };
    assert_eq!(told(&[january, february], &[february, january]), [""; 0]);
    assert_eq!(told(&[january], &[february]), ["removed", "added"]);
    assert_eq!(told(&[january], &[later]), ["due"]);
    assert_eq!(told(&[february], &[moved]), ["municipality", "amount"]);
    assert_eq!(told(&[], &[expected("2026-01", 0)]), [""; 0]);
    // Of several for the same days, those that stayed answer to each other.
    assert_eq!(told(&[february, moved], &[moved]), ["removed"]);
    assert_eq!(told(&[february, february], &[february, moved]), ["municipality", "amount"]);
}

#[test]
fn rhythms_have_their_days_in_a_month() {
    use crate::deadline::PaymentRhythm::*;
    let rhythms = |text: &str| -> Vec<_> {
        expected_days(day(text)).into_iter().map(|days| days.rhythm).collect()
    };
    assert_eq!(rhythms("2026-01-07"), [MonthAfter, QuarterPlusOne, January, MonthAfterReception]);
    assert_eq!(rhythms("2026-02-07"), [MonthAfter, QuarterPlusTwo, MonthAfterReception]);
    assert_eq!(
        rhythms("2026-03-31"),
        [MonthAfter, QuarterPlusThree, EndOfMarch, MonthAfterReception]
    );
    assert_eq!(rhythms("2026-07-01"), [MonthAfter, QuarterPlusOne, MonthAfterReception]);
    let march = expected_days(day("2026-03-01"));
    assert_eq!(march[0].concerned, days("2026-02"));
    assert_eq!(march[1].concerned, days("2025-10-01/2025-12-31"));
    assert_eq!((march[1].decision, march[1].payment), (day("2026-03-16"), day("2026-03-31")));
}

#[test]
fn a_month_without_a_list_is_told_once_its_day_has_passed() {
    let items = [
        expected("2026-01", 1000),
        expected("2026-01", 500),
        expected("2026-02", 1000),
        Expected { municipality: &THEIRS, ..expected("2026-02", 700) },
        Expected { on_application: true, ..expected("2026-02", 700) },
    ];
    let groups = due_groups(&OURS, &items);
    assert_eq!(
        groups.iter().map(|group| (group.count, group.amount)).collect::<Vec<_>>(),
        [(2, Ore(1500)), (1, Ore(1000))]
    );
    let gone = |lists: &[&str], as_of| {
        let lists: Vec<_> = lists.iter().map(|text| day(text)).collect();
        expected_but_not_here(&groups, &lists, day(as_of)).len()
    };
    assert_eq!(gone(&[], "2026-02-28"), 0);
    assert_eq!(gone(&[], "2026-03-01"), 1);
    assert_eq!(gone(&["2026-03-28"], "2026-12-31"), 1);
    assert_eq!(gone(&["2026-02-26", "2026-03-28"], "2026-12-31"), 0);
}
