//! Wordings: one for a person and day, cut anywhere without changing a sum, and daily sums for housing that
//! never meet.

use chrono::{Days, NaiveDate};
use domain::codes::CompensationCode;
use domain::entitlement::{Amount, Cost, Input, Person, Question, Spans, calculate};
use domain::facts::*;
use domain::law::{Catalogue, Choice, Choices, Compensation, QUESTIONS};
use domain::{Ore, Period};
use proptest::prelude::*;

use crate::facts::{day, fact};
use crate::life::LAW;

/// A day of 2026 or 2027, by its number.
fn number(days: u64) -> NaiveDate {
    day("2026-01-01") + Days::new(days)
}

fn town(name: &str) -> Municipality {
    Municipality(name.to_owned())
}

/// The life of somebody around October 2026, each part with a day of its own.
#[derive(Clone, Debug)]
struct Life {
    age: u32,
    ground: Ground,
    permit: Option<u64>,
    alone: bool,
    assigned: Option<(AssignmentLaw, u64)>,
    settled: Option<(AssignmentLaw, u64)>,
    received: Option<u64>,
    registered: Option<(u64, u64)>,
    housing: Option<(Housing, u64)>,
    placed: Option<(CareBasis, u64)>,
    hides: Option<u64>,
    stayed: Option<u64>,
    left: Option<u64>,
    died: Option<u64>,
    school: bool,
}

impl Life {
    fn facts(&self) -> Vec<Fact> {
        let born = day("2026-10-01") - Days::new(u64::from(self.age) * 365);
        let mut facts = vec![
            fact(FactContent::Birth(Birth { date: born, basis: AgeBasis::Stated }), None, None),
            fact(
                FactContent::Residence(Residence { municipality: town("A"), address: None }),
                None,
                None,
            ),
        ];
        let ground = |ground| FactContent::LegalGround(LegalGround::of(ground));
        let permitted = self.permit.map(number);
        let until = permitted.and_then(|day| day.pred_opt());
        facts.push(fact(ground(self.ground), Some(day("2025-01-01")), until));
        facts.extend(permitted.map(|from| fact(ground(Ground::Permit), Some(from), None)));
        if self.alone {
            let alone = FactContent::Unaccompanied(Unaccompanied { ended: None });
            facts.push(fact(alone, Some(day("2025-01-01")), None));
        }
        for (law, from) in self.assigned.into_iter().chain(self.settled) {
            let assignment = Assignment { law: Some(law), ..Assignment::to(town("A")) };
            facts.push(fact(FactContent::Assignment(assignment), Some(number(from)), None));
        }
        facts.extend(self.received.map(|on| {
            let housing = Some(Housing::Assigned);
            let reception = Reception { municipality: town("A"), housing };
            fact(FactContent::Reception(reception), Some(number(on)), None)
        }));
        facts.extend(self.registered.map(|(from, decided)| {
            let decided = Some(number(from + decided));
            let registration = Registration { municipality: town("A"), decided };
            fact(FactContent::Registration(registration), Some(number(from)), None)
        }));
        facts.extend(self.housing.map(|(form, from)| {
            fact(FactContent::HousingForm(HousingForm { form }), Some(number(from)), None)
        }));
        facts.extend(self.placed.map(|(basis, from)| {
            let form = PlacementForm::FosterHome;
            let placement = Placement { form, basis, care_begun: None };
            fact(FactContent::Placement(placement), Some(number(from)), None)
        }));
        facts.extend(self.hides.map(|from| {
            fact(FactContent::Hiding(domain::facts::Hiding {}), Some(number(from)), None)
        }));
        facts.extend(self.stayed.map(|from| {
            let inhibition = Inhibition { by_section: InhibitionSection::Section17a };
            fact(FactContent::Inhibition(inhibition), Some(number(from)), Some(number(from + 40)))
        }));
        facts.extend(self.left.map(|from| {
            fact(FactContent::ConfirmedAbroad(ConfirmedAbroad {}), Some(number(from)), None)
        }));
        facts.extend(self.died.map(|on| fact(FactContent::Died(Died {}), Some(number(on)), None)));
        if self.school {
            let school = FactContent::Schooling(Schooling::of(SchoolForm::Compulsory));
            facts.push(fact(school, Some(day("2026-01-12")), None));
        }
        facts.sort_by_key(|fact| (fact.kind(), fact.validity.valid_from));
        facts
    }
}

fn when() -> impl Strategy<Value = u64> {
    // Most of it near the days on which the law changes.
    prop_oneof![0u64..700, 255u64..300, 350u64..385]
}

fn life() -> impl Strategy<Value = Life> {
    let ground = prop_oneof![
        Just(Ground::AsylumSeeker),
        Just(Ground::TemporaryProtection),
        Just(Ground::PermitApplicant),
        Just(Ground::Quota),
        Just(Ground::FamilyTie),
    ];
    let reception_law = prop_oneof![
        Just(AssignmentLaw::Child),
        Just(AssignmentLaw::Protection),
        Just(AssignmentLaw::MassInflux),
        Just(AssignmentLaw::OlderChild),
        Just(AssignmentLaw::OlderProtection),
    ];
    let settlement_law =
        prop_oneof![Just(AssignmentLaw::Settlement2016), Just(AssignmentLaw::Settlement2026)];
    let housing = prop_oneof![Just(Housing::Municipal), Just(Housing::Agency), Just(Housing::Own)];
    let care =
        prop_oneof![Just(CareBasis::Sol), Just(CareBasis::Lvu3), Just(CareBasis::Care2026Home)];
    let first = (
        0u32..75,
        ground,
        proptest::option::of(when()),
        any::<bool>(),
        proptest::option::of((reception_law, when())),
        proptest::option::of((settlement_law, when())),
        proptest::option::of(when()),
        proptest::option::of((when(), 0u64..20)),
    );
    let second = (
        proptest::option::of((housing, when())),
        proptest::option::of((care, when())),
        proptest::option::weighted(0.2, when()),
        proptest::option::weighted(0.2, when()),
        proptest::option::weighted(0.1, when()),
        proptest::option::weighted(0.1, when()),
        any::<bool>(),
    );
    (first, second).prop_map(
        |(
            (age, ground, permit, alone, assigned, settled, received, registered),
            (housing, placed, hides, stayed, left, died, school),
        )| Life {
            age,
            ground,
            permit,
            alone,
            assigned,
            settled,
            received,
            registered,
            housing,
            placed,
            hides,
            stayed,
            left,
            died,
            school,
        },
    )
}

fn costs() -> Vec<Cost> {
    let cost = |from: &str, until: &str| -> Cost {
        serde_json::from_value(serde_json::json!({
            "from": from, "until": until, "amount_ore": 9_000_000,
        }))
        .unwrap()
    };
    vec![cost("2026-01-01", "2026-12-31"), cost("2027-01-01", "2027-12-31")]
}

fn amounts(law: &Catalogue, facts: &[Fact], code: &str) -> Vec<Amount> {
    amounts_by(law, facts, code, &Choices::default(), day("2027-12-31"))
}

fn amounts_by(
    law: &Catalogue,
    facts: &[Fact],
    code: &str,
    choices: &Choices,
    until: NaiveDate,
) -> Vec<Amount> {
    let facts: Vec<&Fact> = facts.iter().collect();
    let terms = [
        Period { from: day("2026-01-12"), until: day("2026-06-11") },
        Period { from: day("2026-08-17"), until: day("2026-12-18") },
        Period { from: day("2027-01-11"), until: day("2027-06-10") },
    ];
    let costs = costs();
    let input = Input { facts: &facts, school_terms: &terms, costs: &costs, ..Input::default() };
    let question = Question { law, choices, input, municipality: None, until };
    let computed = calculate(&CompensationCode(code.to_owned()), &question);
    computed.map(|computed| computed.amounts).unwrap_or_default()
}

/// The codes of persons that are counted.
fn codes() -> Vec<&'static str> {
    LAW.iter()
        .filter(|found| found.not_computed().is_none())
        .filter(|found| found.wordings.iter().any(|one| !one.entitled.is_empty()))
        .map(|found| found.code.0.as_str())
        .collect()
}

/// The catalogue with the wording of `day` of a code cut in two that say the same.
fn cut(code: &str, at: NaiveDate) -> Catalogue {
    let all = LAW.iter().map(|found| {
        let mut found = Compensation::clone(found);
        let place = found.wordings.iter().position(|one| one.holds_on(at));
        let begins = |place: usize| found.wordings[place].from == Some(at);
        if let Some(place) = place.filter(|place| found.code.0 == code && !begins(*place)) {
            let mut later = found.wordings[place].clone();
            found.wordings[place].until = at.pred_opt();
            later.from = Some(at);
            found.wordings.insert(place + 1, later);
        }
        found
    });
    Catalogue::of(all)
}

fn sum(amounts: &[Amount]) -> Ore {
    amounts.iter().map(|amount| amount.amount).sum()
}

fn days_of(facts: &[Fact], code: &str) -> Spans {
    Spans::of(amounts(&LAW, facts, code).into_iter().map(|amount| amount.period))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn nobody_has_two_wordings_on_one_day(life in life(), at in 0u64..720) {
        let facts = life.facts();
        let facts: Vec<&Fact> = facts.iter().collect();
        let input = Input { facts: &facts, ..Input::default() };
        let choices = Choices::default();
        let until = day("2027-12-31");
        let question = Question { law: &LAW, choices: &choices, input, municipality: None, until };
        let person = Person::of(&question);
        for compensation in LAW.iter() {
            if compensation.wordings.iter().all(|one| one.entitled.is_empty()) {
                continue;
            }
            let found = person.wordings_on(compensation, number(at));
            prop_assert!(found.len() < 2, "{} {found:?}", compensation.code);
        }
    }

    #[test]
    fn daily_sums_for_housing_never_meet(life in life()) {
        let facts = life.facts();
        let days: Vec<Spans> =
            ["ASYL-DYGN", "MASS-DYGN", "BOS-DYGN"].iter().map(|code| days_of(&facts, code)).collect();
        for (one, other) in [(0, 1), (0, 2), (1, 2)] {
            prop_assert!(days[one].meet(&days[other]).is_empty(), "{one} {other} {days:?}");
        }
    }

    /// What is asked about later changes nothing of what was computed before, whatever is answered when.
    #[test]
    fn past_amounts_stay_whatever_is_asked_about_later(
        life in life(), question in 0..QUESTIONS.len(), answer in any::<prop::sample::Index>(),
        from in 0u64..720, until in 273u64..720, which in any::<prop::sample::Index>(),
    ) {
        let facts = life.facts();
        let question = QUESTIONS[question];
        let answer = (*answer.get(question.answers)).to_owned();
        let chosen = Choice { question: question.name.to_owned(), answer, valid_from: number(from) };
        let choices = Choices::of(std::slice::from_ref(&chosen)).unwrap();
        let codes = ["ASYL-DYGN", "MASS-DYGN", "BOS-DYGN", "EKB-DYGN", "MASS-EKU", "EKU-DYGN"];
        let code = *which.get(&codes);
        let past = Period::quarter_of(number(until)).from;
        let before = |until: NaiveDate| {
            let mut found = amounts_by(&LAW, &facts, code, &choices, until);
            found.retain(|amount| amount.period.until < past);
            found
        };
        prop_assert_eq!(before(number(until)), before(day("2027-12-31")), "{} {:?}", code, chosen);
    }

    /// The instalments are chosen by reception, and a threshold or a fee by its period: those that are
    /// counted day by day, cost by cost or period by period can be cut anywhere.
    #[test]
    fn a_rule_that_did_not_change_gives_the_same_however_it_is_cut(
        life in life(), at in 1u64..720, which in any::<prop::sample::Index>(),
    ) {
        let facts = life.facts();
        let codes = codes();
        let code = *which.get(&codes);
        let whole = amounts(&LAW, &facts, code);
        let parts = amounts(&cut(code, number(at)), &facts, code);
        prop_assert_eq!(sum(&whole), sum(&parts), "{} {}", code, number(at));
    }
}

#[test]
fn a_wording_holds_from_its_first_to_its_last_day() {
    let mut seen = 0;
    for compensation in LAW.iter() {
        for (place, wording) in compensation.wordings.iter().enumerate() {
            if let Some(from) = wording.from {
                assert!(wording.holds_on(from), "{}", compensation.code);
                let before = from.pred_opt().unwrap();
                assert!(!wording.holds_on(before), "{}", compensation.code);
                if place > 0 {
                    let earlier = &compensation.wordings[place - 1];
                    assert_eq!(compensation.wording_on(before), Some(earlier));
                }
                seen += 1;
            }
            if let Some(until) = wording.until {
                assert!(wording.holds_on(until), "{}", compensation.code);
                assert!(!wording.holds_on(until.succ_opt().unwrap()), "{}", compensation.code);
            }
        }
    }
    assert!(seen > 40, "{seen}");
}
