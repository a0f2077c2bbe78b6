//! What holds for watches whatever the facts.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::tests::{day, fact, in_order, rules};
use super::{Watch, watches};
use crate::Period;
use crate::facts::{
    AgeBasis, Assignment, Birth, CareBasis, ConfirmedAbroad, Fact, FactContent, Ground,
    LegalGround, Municipality, Name, Placement, PlacementForm, Reception, Registration,
    ResponsibilityConfirmed, SchoolForm, Schooling, StudyGrant, Unaccompanied,
};

fn days() -> impl Strategy<Value = NaiveDate> {
    (0u64..4000).prop_map(|number| day("2019-01-01") + Days::new(number))
}

fn town(number: u8) -> Municipality {
    Municipality(format!("Exempel {number}"))
}

/// What a rule may look at.
fn content() -> impl Strategy<Value = FactContent> {
    let birth = days().prop_map(|date| {
        let date = date.checked_sub_months(chrono::Months::new(18 * 12)).unwrap();
        FactContent::Birth(Birth { date, basis: AgeBasis::Stated })
    });
    let ground = prop_oneof![
        Just(Ground::Permit),
        Just(Ground::TemporaryProtection),
        Just(Ground::AsylumSeeker)
    ];
    let form = prop_oneof![Just(PlacementForm::FosterHome), Just(PlacementForm::ResidentialCare)];
    prop_oneof![
        birth,
        ground.prop_map(|ground| { FactContent::LegalGround(LegalGround::of(ground)) }),
        form.prop_map(|form| {
            let basis = CareBasis::Sol;
            FactContent::Placement(Placement { form, basis, care_begun: None })
        }),
        (0u8..3).prop_map(|number| {
            let municipality = town(number);
            FactContent::Assignment(Assignment::to(municipality))
        }),
        (0u8..3).prop_map(|number| { FactContent::Registration(Registration::at(town(number))) }),
        Just(FactContent::Reception(Reception { municipality: town(0), housing: None })),
        Just(FactContent::Unaccompanied(Unaccompanied { ended: None })),
        Just(FactContent::ResponsibilityConfirmed(ResponsibilityConfirmed {})),
        Just(FactContent::ConfirmedAbroad(ConfirmedAbroad {})),
    ]
}

/// What no rule looks at.
fn unrelated() -> impl Strategy<Value = FactContent> {
    let name = Name { family_name: "Exempel".to_owned(), given_name: String::new() };
    let schooling = Schooling::of(SchoolForm::Compulsory);
    prop_oneof![
        Just(FactContent::Name(name)),
        Just(FactContent::Schooling(schooling)),
        Just(FactContent::StudyGrant(StudyGrant {})),
    ]
}

fn facts(content: impl Strategy<Value = FactContent>) -> impl Strategy<Value = Vec<Fact>> {
    let one =
        (content, days(), proptest::option::of(0u64..1500)).prop_map(|(content, from, length)| {
            let until = length.map(|length| (from + Days::new(length)).to_string());
            fact(content, Some(&from.to_string()), until.as_deref())
        });
    proptest::collection::vec(one, 0..10)
}

fn keys(found: &[Watch<'_>]) -> Vec<String> {
    found.iter().map(|watch| format!("{} {}", watch.key, watch.due)).collect()
}

proptest! {
    #[test]
    fn watches_lie_in_the_window_and_are_those_of_a_wider_one(
        facts in facts(content()), from in days(), length in 0u64..800, today in days(),
    ) {
        let rules = rules();
        let facts = in_order(&facts);
        let window = Period { from, until: from + Days::new(length) };
        let wide = Period { from: day("2000-01-01"), until: day("2060-01-01") };
        let inside = |watch: &Watch<'_>| window.from <= watch.due && watch.due <= window.until;
        let found = watches(&rules, &facts, window, today);
        prop_assert!(found.iter().all(inside));
        let mut of_wide = watches(&rules, &facts, wide, today);
        of_wide.retain(inside);
        prop_assert_eq!(&found, &of_wide);
    }

    #[test]
    fn keys_are_unique_and_the_same_beside_unrelated_facts(
        related in facts(content()), others in facts(unrelated()), today in days(),
    ) {
        let rules = rules();
        let wide = Period { from: day("2000-01-01"), until: day("2060-01-01") };
        let alone = watches(&rules, &in_order(&related), wide, today);
        let all: Vec<Fact> = related.iter().cloned().chain(others).collect();
        let beside = watches(&rules, &in_order(&all), wide, today);
        prop_assert_eq!(keys(&alone), keys(&beside));
        let mut unique: Vec<&str> = alone.iter().map(|watch| watch.key.as_str()).collect();
        unique.sort_unstable();
        unique.dedup();
        prop_assert_eq!(unique.len(), alone.len());
        prop_assert!(alone.windows(2).all(|pair| pair[0].due <= pair[1].due));
        prop_assert!(alone.iter().all(|watch| watch.later.is_none_or(|later| watch.due <= later)));
    }

    #[test]
    fn facts_with_other_ids_have_the_same_keys(related in facts(content()), today in days()) {
        let rules = rules();
        let wide = Period { from: day("2000-01-01"), until: day("2060-01-01") };
        let mut renamed = related.clone();
        for fact in &mut renamed {
            fact.id.0.push_str("-corrected");
        }
        let before = keys(&watches(&rules, &in_order(&related), wide, today));
        prop_assert_eq!(before, keys(&watches(&rules, &in_order(&renamed), wide, today)));
    }
}
