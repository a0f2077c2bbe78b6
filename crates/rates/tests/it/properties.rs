//! What must hold of amounts whatever the facts: sums, more days, split periods, and the explanation.

use std::sync::LazyLock;

use chrono::{Days, Months, NaiveDate};
use domain::codes::CompensationCode;
use domain::entitlement::{Computed, Cost, Input, Question, Step, calculate};
use domain::facts::*;
use domain::law::{Catalogue, Choices, Refusal};
use domain::{Month, Ore};
use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::facts::{day, fact};

static LAW: LazyLock<Catalogue> = LazyLock::new(|| rates::shipped().unwrap());

fn city(name: &str) -> Municipality {
    Municipality(name.to_owned())
}

fn birth(date: NaiveDate) -> Fact {
    fact(FactContent::Birth(Birth { date, basis: AgeBasis::Stated }), None, None)
}

fn ground(ground: Ground) -> Fact {
    fact(FactContent::LegalGround(LegalGround::of(ground)), None, None)
}

fn received(on: NaiveDate) -> Fact {
    let reception = Reception { municipality: city("A"), housing: Some(Housing::Assigned) };
    fact(FactContent::Reception(reception), Some(on), None)
}

fn registered(name: &str, from: NaiveDate, until: Option<NaiveDate>) -> Fact {
    let registration = Registration::at(city(name));
    fact(FactContent::Registration(registration), Some(from), until)
}

fn placed(from: NaiveDate, until: NaiveDate, basis: CareBasis) -> Fact {
    let placement = Placement { form: PlacementForm::FosterHome, basis, care_begun: None };
    fact(FactContent::Placement(placement), Some(from), Some(until))
}

/// An unaccompanied child with a permit, assigned to A.
fn child() -> Vec<Fact> {
    vec![
        birth(day("2012-06-01")),
        ground(Ground::Permit),
        fact(FactContent::Unaccompanied(Unaccompanied { ended: None }), None, None),
        fact(FactContent::Assignment(Assignment::to(city("A"))), Some(day("2020-01-01")), None),
    ]
}

fn computed(code: &str, mut facts: Vec<Fact>, costs: &[Cost]) -> Computed {
    facts.sort_by_key(|fact| (fact.kind(), fact.validity.valid_from));
    let facts: Vec<&Fact> = facts.iter().collect();
    let question = Question {
        law: &LAW,
        choices: &Choices::default(),
        input: Input { facts: &facts, costs, ..Input::default() },
        municipality: None,
        until: day("2028-12-31"),
    };
    calculate(&CompensationCode(code.to_owned()), &question).unwrap()
}

fn total(computed: &Computed) -> Ore {
    computed.amounts.iter().map(|amount| amount.amount).sum()
}

fn cost(from: NaiveDate, until: NaiveDate, ore: i64) -> Cost {
    let cost = serde_json::json!({ "from": from, "until": until, "amount_ore": ore });
    serde_json::from_value(cost).unwrap()
}

/// Every step of arithmetic and rounding, done again, and the last one is the amount.
fn is_explained(computed: &Computed) -> bool {
    computed.amounts.iter().all(|amount| {
        let mut last = Decimal::ZERO;
        let holds = amount.explanation.steps().iter().all(|step| match step {
            Step::Arithmetic { operation, operands, result } => {
                last = *result;
                operation.of(operands) == *result
            }
            Step::Rounding { rounding, before, after } => {
                last = *after;
                rounding.of(*before) == *after
            }
            _ => true,
        });
        holds && last == amount.amount.kronor()
    })
}

fn any_day(from: &'static str, days: u64) -> impl Strategy<Value = NaiveDate> {
    (0..days).prop_map(move |number| day(from) + Days::new(number))
}

proptest! {
    #[test]
    fn instalments_of_whoever_never_moves_sum_to_the_whole(
        on in any_day("2022-01-01", 1_400),
        born in any_day("1940-01-01", 25_000),
    ) {
        let facts = vec![birth(born), ground(Ground::Permit), received(on), registered("A", on, None)];
        let computed = computed("NYA-SCHABLON", facts, &[]);
        prop_assert_eq!(computed.amounts.len(), 9);
        prop_assert!(is_explained(&computed));
        // Each instalment is its share of a whole sum of the law; where one sum held all along, they
        // are that sum.
        let wholes: Vec<i64> = computed.amounts.iter().zip([10, 20, 10, 10, 10, 10, 10, 10, 10])
            .map(|(amount, percent)| amount.amount.0 * 100 / percent)
            .collect();
        let known = [15_180_000, 8_520_000, 16_500_000, 9_260_000];
        let all_known = wholes.iter().all(|whole| known.contains(whole));
        prop_assert!(all_known, "{:?}", wholes);
        if wholes.iter().all(|whole| *whole == wholes[0]) {
            prop_assert_eq!(total(&computed).0, wholes[0]);
        }
    }

    #[test]
    fn a_move_takes_nothing_from_what_the_two_municipalities_get_together(
        on in any_day("2023-01-01", 700),
        after in 1u64..800,
    ) {
        let moved = on + Days::new(after);
        let facts = |moves: bool| {
            let mut facts = vec![birth(day("1990-01-01")), ground(Ground::Permit), received(on)];
            if moves {
                facts.push(registered("A", on, moved.pred_opt()));
                facts.push(registered("B", moved, None));
            } else {
                facts.push(registered("A", on, None));
            }
            facts
        };
        let (stayed, moved_here) = (computed("NYA-SCHABLON", facts(false), &[]), computed("NYA-SCHABLON", facts(true), &[]));
        let extra = total(&moved_here) - total(&stayed);
        // Ten per cent more at the most, and only where the move was in time (13, 14 §§).
        prop_assert!(extra == Ore::ZERO || extra == Ore(1_650_000));
        let in_time = moved <= on.checked_add_months(Months::new(18)).unwrap();
        prop_assert!(in_time || extra == Ore::ZERO);
        prop_assert!(is_explained(&moved_here));
    }

    #[test]
    fn more_days_never_give_less_and_splitting_them_changes_nothing(
        from in any_day("2023-06-01", 900),
        length in 1u64..400,
        cut in 0u64..400,
    ) {
        let until = from + Days::new(length);
        let care = |spans: &[(NaiveDate, NaiveDate)]| {
            let mut facts = child();
            facts.extend(spans.iter().map(|(from, until)| placed(*from, *until, CareBasis::Sol)));
            let computed = computed("EKB-DYGN", facts, &[]);
            prop_assert!(is_explained(&computed));
            Ok(total(&computed))
        };
        let whole = care(&[(from, until)])?;
        prop_assert!(care(&[(from, until + Days::new(1))])? >= whole);
        let cut = from + Days::new(cut % length);
        prop_assert_eq!(care(&[(from, cut), (cut + Days::new(1), until)])?, whole);
    }

    #[test]
    fn a_cost_split_by_day_gives_the_same_above_the_lump_sum(
        from in any_day("2024-02-01", 600),
        length in 1i64..120,
        per_day in 0i64..600_000,
        cut in 0i64..120,
    ) {
        let days = |number: i64| from + Days::new(u64::try_from(number).unwrap());
        let mut facts = child();
        facts.push(placed(from, days(length), CareBasis::Lvu2));
        let whole = [cost(from, days(length), per_day * (length + 1))];
        let cut = cut % length;
        let split = [
            cost(from, days(cut), per_day * (cut + 1)),
            cost(days(cut + 1), days(length), per_day * (length - cut)),
        ];
        let (whole, split) =
            (computed("EKB-VARD", facts.clone(), &whole), computed("EKB-VARD", facts, &split));
        prop_assert!(is_explained(&whole) && is_explained(&split));
        prop_assert_eq!(total(&whole), total(&split));
        prop_assert_eq!(total(&whole).0, (per_day - 100_000).max(0) * (length + 1));
    }

    #[test]
    fn initial_costs_are_explained_whatever_the_age(
        on in any_day("2024-07-01", 900),
        born in any_day("1940-01-01", 30_000),
    ) {
        let facts = vec![birth(born), ground(Ground::Permit), received(on)];
        let computed = computed("NYA-INIT-16", facts, &[]);
        prop_assert_eq!(computed.amounts.len(), 1);
        prop_assert!(is_explained(&computed));
        prop_assert_eq!(computed.amounts[0].amount.0 % 100, 0);
    }
}

/// The age test on the cut-off day itself: 65 to 67, the day before, on and after the birthday.
#[test]
fn the_age_limit_counts_at_the_end_of_the_month_before_payment() {
    for (received_on, turns, years, payment, below) in [
        // 66 in 2023–2025.
        ("2025-03-10", "2025-08-31", 66, "2025-06-01", false),
        ("2025-03-10", "2025-09-01", 66, "2025-06-01", true),
        // Received from 2026: 67, the day before, on and after the birthday.
        ("2026-01-10", "2026-06-30", 67, "2026-04-01", false),
        ("2026-01-10", "2026-07-01", 67, "2026-04-01", true),
        // Received before 2026: 66 for every instalment, whenever it is paid (2022:1457 p. 3).
        ("2025-11-10", "2025-12-15", 66, "2026-02-01", false),
        ("2025-11-10", "2026-01-15", 66, "2026-02-01", false),
        ("2025-12-31", "2027-05-31", 66, "2027-03-01", false),
        ("2025-12-31", "2027-06-01", 66, "2027-03-01", true),
    ] {
        let on = day(received_on);
        let born = day(turns).checked_sub_months(Months::new(years * 12)).unwrap();
        let facts =
            vec![birth(born), ground(Ground::Permit), received(on), registered("A", on, None)];
        let computed = computed("NYA-SCHABLON", facts, &[]);
        let amount =
            computed.amounts.iter().find(|amount| amount.period.from == day(payment)).unwrap();
        let whole = if below { 16_500_000 } else { 9_260_000 };
        assert_eq!(amount.amount.0 * 10, whole, "{received_on} {turns} {payment}");
    }
}

#[test]
fn day_rates_change_on_their_day_and_stop_at_18() {
    let days = |from: &str, until: &str, born: &str| {
        let mut facts = child();
        facts[0] = birth(day(born));
        facts.push(placed(day(from), day(until), CareBasis::Sol));
        total(&computed("EKB-DYGN", facts, &[])).0
    };
    // The last day of 1 350 and the first of 1 000.
    assert_eq!(days("2023-12-31", "2024-01-01", "2012-06-01"), 135_000 + 100_000);
    // Leap day.
    assert_eq!(days("2024-02-28", "2024-03-01", "2012-06-01"), 300_000);
    // The day before the eighteenth birthday is the last.
    assert_eq!(days("2026-03-01", "2026-03-31", "2008-03-15"), 14 * 100_000);
    assert_eq!(days("2026-02-01", "2026-03-31", "2008-02-29"), 27 * 100_000);
}

#[test]
fn a_move_on_the_cut_off_day_counts_as_registered_there() {
    let on = day("2025-03-10");
    for (moved, second) in [("2025-05-31", "B"), ("2025-06-01", "A")] {
        let facts = vec![
            birth(day("1990-01-01")),
            ground(Ground::Permit),
            received(on),
            registered("A", on, day(moved).pred_opt()),
            registered("B", day(moved), None),
        ];
        let computed = computed("NYA-SCHABLON", facts, &[]);
        assert_eq!(computed.amounts[1].municipality, city(second), "{moved}");
        assert_eq!(Month::of(computed.amounts[1].period.until), Month::of(day("2025-05-31")));
    }
}

#[test]
fn nothing_is_computed_on_a_value_that_is_missing() {
    let facts = [birth(day("1990-01-01")), ground(Ground::Permit), received(day("2023-05-01"))];
    let facts: Vec<&Fact> = facts.iter().collect();
    let question = Question {
        law: &LAW,
        choices: &Choices::default(),
        input: Input { facts: &facts, ..Input::default() },
        municipality: None,
        until: day("2026-12-31"),
    };
    let refused = calculate(&CompensationCode("NYA-INIT-OLD".to_owned()), &question);
    let hole = domain::entitlement::Refused::NoRate(Refusal::Hole {
        from: day("2018-01-01"),
        until: Some(day("2024-06-30")),
    });
    assert!(
        refused == Err(hole) || refused.as_ref().is_ok_and(|none| none.unmet.is_some()),
        "{refused:?}"
    );
}

fn assigned(name: &str, from: &str) -> Fact {
    let assignment = Assignment::to(city(name));
    fact(FactContent::Assignment(assignment), Some(day(from)), None)
}

fn grounded(ground: Ground, from: &str, until: Option<&str>) -> Fact {
    let content = FactContent::LegalGround(LegalGround::of(ground));
    fact(content, Some(day(from)), until.map(day))
}

#[test]
fn the_same_municipality_in_other_words_is_no_move() {
    let on = day("2025-03-10");
    let facts = vec![
        birth(day("1990-01-01")),
        ground(Ground::Permit),
        received(on),
        registered("A kommun", day("2025-03-20"), None),
    ];
    assert_eq!(computed("NYA-SCHABLON", facts, &[]).amounts[1].amount, Ore(3_300_000));
}

#[test]
fn facts_that_merged_persons_both_have_count_once() {
    let home = || {
        let form = FactContent::HousingForm(HousingForm { form: Housing::Municipal });
        fact(form, Some(day("2025-11-01")), Some(day("2025-11-30")))
    };
    let facts = vec![
        birth(day("1990-01-01")),
        birth(day("1990-01-01")),
        grounded(Ground::TemporaryProtection, "2025-01-01", None),
        grounded(Ground::TemporaryProtection, "2025-01-01", None),
        assigned("A", "2025-05-01"),
        assigned("A", "2025-05-01"),
        home(),
        home(),
    ];
    assert_eq!(total(&computed("MASS-DYGN", facts, &[])), Ore(30 * 30_000));
}

#[test]
fn receipts_under_one_cap_are_one() {
    let facts = || {
        vec![
            birth(day("1990-01-01")),
            ground(Ground::PermitApplicant),
            fact(
                FactContent::Residence(Residence { municipality: city("A"), address: None }),
                Some(day("2024-01-01")),
                None,
            ),
        ]
    };
    let april = |ore| cost(day("2024-04-01"), day("2024-04-30"), ore);
    let computed = computed("LMA-BISTAND", facts(), &[april(150_000), april(150_000)]);
    assert_eq!((total(&computed), computed.unmet), (Ore(213_000), None));
    // Without a birth date nobody knows which daily amount it is.
    let without = facts().split_off(1);
    let computed = self::computed("LMA-BISTAND", without, &[april(150_000)]);
    assert_eq!(computed.unmet, Some(domain::entitlement::Unmet::NoBirthDate));
}

fn lives(name: &str) -> Fact {
    let residence = Residence { municipality: city(name), address: None };
    fact(FactContent::Residence(residence), Some(day("2025-01-01")), None)
}

#[test]
fn ten_periods_a_year_are_those_of_the_child_whatever_the_school() {
    let school = |form, from: &str, until: &str| {
        let schooling = Schooling { municipality: Some(city("A")), ..Schooling::of(form) };
        fact(FactContent::Schooling(schooling), Some(day(from)), Some(day(until)))
    };
    let mut facts = [
        birth(day("2019-03-01")),
        ground(Ground::AsylumSeeker),
        lives("A"),
        school(SchoolForm::PreschoolClass, "2026-01-12", "2026-06-11"),
        school(SchoolForm::Compulsory, "2026-08-17", "2026-12-18"),
    ];
    facts.sort_by_key(|fact| (fact.kind(), fact.validity.valid_from));
    let facts: Vec<&Fact> = facts.iter().collect();
    let term = |from: &str, until: &str| domain::Period::new(day(from), day(until)).unwrap();
    let terms = [term("2026-01-12", "2026-06-11"), term("2026-08-17", "2026-12-18")];
    let of = |code: &str, granted: &[domain::entitlement::Granted]| {
        let input = Input { facts: &facts, school_terms: &terms, granted, ..Input::default() };
        let until = day("2026-12-31");
        let question =
            Question { law: &LAW, choices: &Choices::default(), input, municipality: None, until };
        total(&calculate(&CompensationCode(code.to_owned()), &question).unwrap()).0
    };
    // Six periods of 6 500 in spring, and four of the five of 16 800 in autumn.
    assert_eq!(of("ASYL-UTB-FKL", &[]), 6 * 650_000);
    assert_eq!(of("ASYL-UTB-GRU", &[]), 4 * 1_680_000);
    // What another municipality was granted is counted by its days.
    let granted = domain::entitlement::Granted {
        compensation: CompensationCode("ASYL-UTB-FKL".to_owned()),
        municipality: city("B"),
        from: day("2026-01-12"),
        until: day("2026-06-11"),
    };
    assert_eq!(of("ASYL-UTB-FKL", std::slice::from_ref(&granted)), 0);
    assert_eq!(of("ASYL-UTB-GRU", &[granted]), 4 * 1_680_000);
}

#[test]
fn the_threshold_may_be_reached_in_any_twelve_months() {
    let on = day("2023-01-10");
    let facts = vec![
        birth(day("1990-01-01")),
        ground(Ground::Permit),
        received(on),
        registered("A", on, None),
    ];
    let costs = [
        cost(day("2024-01-01"), day("2024-12-31"), 4_800_000),
        cost(day("2025-06-01"), day("2025-06-30"), 4_000_000),
    ];
    assert!(total(&computed("NYA-STODHSL", facts, &costs)) > Ore(6_000_000));
}

#[test]
fn registration_begins_the_two_years_of_whoever_had_temporary_protection() {
    let facts = vec![
        birth(day("1990-01-01")),
        grounded(Ground::TemporaryProtection, "2022-05-01", None),
        received(day("2023-05-10")),
        registered("A", day("2024-09-02"), None),
    ];
    let computed = computed("NYA-SCHABLON", facts, &[]);
    assert_eq!((computed.amounts.len(), total(&computed)), (9, Ore(16_500_000)));
    assert_eq!(computed.amounts[0].period.from, day("2024-09-01"));
}

#[test]
fn initial_costs_go_by_the_day_of_reception() {
    let facts = vec![birth(day("1959-06-01")), ground(Ground::Permit), received(day("2025-12-10"))];
    // 66 at the end of December, and the limit of December is 66: 21.82 per cent of 58 800.
    assert_eq!(total(&computed("NYA-INIT-16", facts, &[])), Ore(1_283_000));
}

#[test]
fn a_corrected_birth_is_not_believed_after_its_correction() {
    let mut now = birth(day("2006-01-01"));
    now.document_date = Some(day("2025-03-01"));
    let mut later = birth(day("2010-01-01"));
    later.id = FactId("earlier".to_owned());
    later.document_date = Some(day("2025-05-01"));
    let mut facts = [
        now,
        grounded(Ground::AsylumSeeker, "2024-01-01", None),
        fact(FactContent::Unaccompanied(Unaccompanied { ended: None }), None, None),
        assigned("A", "2024-02-01"),
    ];
    facts.sort_by_key(Fact::kind);
    let (facts, earlier): (Vec<&Fact>, Vec<&Fact>) = (facts.iter().collect(), vec![&later]);
    let input = Input { facts: &facts, earlier_births: &earlier, ..Input::default() };
    let until = day("2025-12-31");
    let question =
        Question { law: &LAW, choices: &Choices::default(), input, municipality: None, until };
    let computed = calculate(&CompensationCode("ASYL-DYGN".to_owned()), &question).unwrap();
    assert!(computed.amounts.iter().all(|amount| amount.period.until < day("2025-05-01")));
}

#[test]
fn responsibility_must_be_confirmed_by_the_eighteenth_birthday() {
    let whose = |confirmed: &str| {
        let mut facts = child();
        facts[0] = birth(day("2008-03-01"));
        facts.push(registered("B", day("2025-01-01"), None));
        let grant = FactContent::StudyGrant(StudyGrant {});
        facts.push(fact(grant, Some(day("2026-07-01")), Some(day("2026-09-30"))));
        let confirmation = FactContent::ResponsibilityConfirmed(ResponsibilityConfirmed {});
        facts.push(fact(confirmation, Some(day(confirmed)), None));
        let computed = computed("EKU-DYGN", facts, &[]);
        let open: Vec<_> = computed.amounts[0].explanation.open_questions().collect();
        assert_eq!(open, ["study-grant-span"]);
        computed.amounts[0].municipality.clone()
    };
    assert_eq!(whose("2026-02-08"), city("A"));
    assert_eq!(whose("2026-06-01"), city("B"));
}
