//! What is the same payment again, and what only looks so.

use super::*;
use crate::codes::{CodeEntry, CodeStatus, CompensationCode};

fn codes() -> CodeTable {
    let entry = |code: &str, compensation: &str, clawback| CodeEntry {
        payment_code: code.into(),
        compensation: Some(CompensationCode(compensation.into())),
        clawback,
        person_bound: true,
        text: String::new(),
        valid_from: None,
        valid_until: None,
        status: CodeStatus::Published,
    };
    [
        entry("GSKA", "ASYL-UTB-GRU", false),
        entry("GSKB", "ASYL-UTB-GRU", false),
        entry("Å-GSK", "ASYL-UTB-GRU", true),
    ]
    .into_iter()
    .collect()
}

/// A school payment for August.
fn school() -> PaymentRow {
    PaymentRow {
        payment_date: "2026-10-30".parse().ok(),
        decision_date: "2026-10-14".parse().ok(),
        case_number: Some("9.9.9-2026-00101".into()),
        payment_code: Some("GSKA".into()),
        dossier_number: DossierNumber::parse("99-000011").ok(),
        national_number: NationalNumber::from_stored("201701012393").ok(),
        family_name: Some("Testsson".into()),
        given_name: Some("Alfa".into()),
        period_from: "2026-08-17".parse().ok(),
        period_until: "2026-09-13".parse().ok(),
        amount: Some(Ore(1_680_000)),
        ..PaymentRow::default()
    }
}

fn with(change: impl FnOnce(&mut PaymentRow)) -> PaymentRow {
    let mut row = school();
    change(&mut row);
    row
}

fn paid_back() -> PaymentRow {
    with(|row| {
        row.payment_code = Some("Å-GSK".into());
        row.amount = Some(Ore(-1_680_000));
        row.case_number = Some("9.9.9-2026-00900".into());
    })
}

fn another_case(row: &PaymentRow) -> PaymentRow {
    PaymentRow { case_number: Some("9.9.9-2026-00777".into()), ..row.clone() }
}

/// What the rows of the last list are, each list's rows from line 2 on; nobody is in the register.
fn of_last(lists: &[&[PaymentRow]]) -> Vec<Option<Again<usize>>> {
    let claim = |list: usize, line: u32, row: &PaymentRow| {
        Claim::<_, u8>::of((list, line), list + 1 == lists.len(), None, row, &codes()).unwrap()
    };
    let claims = lists.iter().enumerate().flat_map(|(list, rows)| {
        (2..).zip(rows.iter()).map(move |(line, row)| claim(list, line, row))
    });
    let found = again(claims.collect(), BTreeSet::new());
    (2..).zip(lists[lists.len() - 1]).map(|(line, _)| found.get(&line).copied()).collect()
}

#[test]
fn trifles_do_not_part_a_payment_from_itself() {
    assert_eq!(of_last(&[&[school()], &[school()]]), [Some(Again::Exact(0, 2))]);
    let otherwise: [fn(&mut PaymentRow); 10] = [
        |row| row.case_number = None,
        |row| row.case_number = Some("9.9.9-2026-00555".into()),
        |row| row.case_number = Some("\u{feff}9.9.9-2026-\u{a0}00101".into()),
        |row| row.decision_date = None,
        |row| row.decision_date = "2026-10-20".parse().ok(),
        |row| row.payment_date = "2026-10-31".parse().ok(),
        |row| row.family_name = Some("TESTSSON".into()),
        |row| row.given_name = None,
        |row| row.national_number = None,
        |row| row.dossier_number = None,
    ];
    for (number, change) in otherwise.into_iter().enumerate() {
        let list = [with(change)];
        assert_eq!(of_last(&[&[school()], &list]), [Some(Again::Same(0, 2))], "{number}");
        assert_eq!(of_last(&[&list, &[school()]]), [Some(Again::Same(0, 2))], "{number}");
    }
}

#[test]
fn what_is_paid_on_good_grounds_is_no_double() {
    let grounds: [fn(&mut PaymentRow); 6] = [
        |row| row.period_from = "2026-08-18".parse().ok(),
        |row| row.payment_code = Some("GSKB".into()),
        |row| {
            row.dossier_number = DossierNumber::parse("99-000029").ok();
            row.national_number = None;
        },
        // Brothers and sisters may share a dossier number.
        |row| row.national_number = NationalNumber::from_stored("199001012385").ok(),
        // A decision of its own about the same period.
        |row| {
            row.amount = Some(Ore(50_000));
            row.case_number = Some("9.9.9-2026-00777".into());
        },
        |row| row.amount = Some(Ore(-1_680_000)),
    ];
    for (number, change) in grounds.into_iter().enumerate() {
        assert_eq!(of_last(&[&[school()], &[with(change)]]), [None], "{number}");
    }
    // Two instalments, neither with a period.
    let instalment = |day: &str| {
        with(|row| {
            (row.period_from, row.period_until, row.payment_date) = (None, None, day.parse().ok())
        })
    };
    assert_eq!(of_last(&[&[instalment("2026-10-30")], &[instalment("2026-11-30")]]), [None]);
    // In one list each case is a decision of its own.
    assert_eq!(of_last(&[&[school(), another_case(&school())]]), [None, None]);
    let without = with(|row| row.case_number = None);
    assert_eq!(of_last(&[&[school(), without]]), [None, Some(Again::Same(0, 2))]);
}

#[test]
fn a_clawback_lets_its_payment_be_made_again_once() {
    let again = another_case(&school());
    let (first, back) = ([school()], [paid_back()]);
    assert_eq!(of_last(&[&first, &back]), [None]);
    assert_eq!(of_last(&[&first, &back, std::slice::from_ref(&again)]), [None]);
    for both in [[paid_back(), again.clone()], [again.clone(), paid_back()]] {
        assert_eq!(of_last(&[&first, &both]), [None, None]);
    }
    let twice = of_last(&[
        &first,
        &back,
        std::slice::from_ref(&again),
        &[with(|row| row.case_number = None)],
    ]);
    assert_eq!(twice, [Some(Again::Same(2, 2))]);
    // The clawback itself once more.
    let back_again = [another_case(&paid_back())];
    assert_eq!(of_last(&[&first, &back, &back_again]), [Some(Again::Same(1, 2))]);
    assert_eq!(of_last(&[&first, &back, &[again], &back_again]), [None]);
}

#[test]
fn another_amount_for_the_same_is_told_with_what_has_been_paid() {
    let more = with(|row| row.amount = Some(Ore(1_700_000)));
    let changed = Some(Again::Changed(0, 2, Ore(1_680_000)));
    assert_eq!(of_last(&[&[school()], std::slice::from_ref(&more)]), [changed]);
    // Where nothing in the rows ties them together, that the rest of the list comes again does.
    let bare = |amount, day: &str| PaymentRow {
        case_number: None,
        decision_date: None,
        amount: Some(Ore(amount)),
        period_from: day.parse().ok(),
        ..school()
    };
    let (one, two) = ("2026-08-17", "2026-08-18");
    assert_eq!(of_last(&[&[bare(900, one)], &[bare(950, one)]]), [None]);
    let found = of_last(&[&[bare(700, two), bare(900, one)], &[bare(700, two), bare(950, one)]]);
    assert_eq!(found, [Some(Again::Exact(0, 2)), Some(Again::Changed(0, 3, Ore(900)))]);
    // What another row of the list repeats has not changed.
    assert_eq!(of_last(&[&[bare(900, one)], &[bare(900, one), bare(50, one)]])[1], None);
    // Once the difference has been paid the corrected list is the same payment again.
    let difference = with(|row| row.amount = Some(Ore(20_000)));
    let lists: [&[PaymentRow]; 3] = [&[school()], &[difference], &[more]];
    assert_eq!(of_last(&lists), [Some(Again::Same(0, 2))]);
}

#[test]
fn rows_about_nobody_are_told_apart_by_their_case() {
    let nobody = with(|row| (row.dossier_number, row.national_number) = (None, None));
    assert_eq!(of_last(&[std::slice::from_ref(&nobody), &[another_case(&nobody)]]), [None]);
    let without = PaymentRow { case_number: None, ..nobody.clone() };
    assert_eq!(of_last(&[&[nobody], &[without]]), [Some(Again::Same(0, 2))]);
}

#[test]
fn numbers_of_one_person_are_one() {
    let other = with(|row| row.dossier_number = DossierNumber::parse("99-000029").ok());
    let other = PaymentRow { national_number: None, ..other };
    let claim = |list, asked, person, row: PaymentRow| {
        Claim::of((list, 2), asked, person, &row, &codes()).unwrap()
    };
    let first = claim(0, false, Some(7), school());
    let found = |person| again(vec![first, claim(1, true, person, other.clone())], BTreeSet::new());
    assert_eq!(found(Some(7)), BTreeMap::from([(2, Again::Same(0, 2))]));
    assert_eq!(found(Some(8)), BTreeMap::new());
    assert_eq!(found(None), BTreeMap::new());
}
