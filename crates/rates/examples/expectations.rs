//! Computes what should come for many invented persons over 24 months, with every explanation, and
//! says how long it took: `expectations PERSONS`. For `cargo xtask bench`.

#![allow(clippy::expect_used, clippy::print_stdout, reason = "a measurement that cannot go on")]

use std::time::Instant;

use chrono::{Days, NaiveDate};
use domain::entitlement::{Amount, Input, Person, Question};
use domain::facts::CareBasis;
use domain::facts::{
    AgeBasis, Assignment, Birth, Fact, FactContent, FactId, Ground, Housing, HousingForm,
    LegalGround, Municipality, Placement, PlacementForm, Reception, Registration, Unaccompanied,
    Validity,
};
use domain::law::{Ask, Catalogue, Choices};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn fact(number: u64, content: FactContent, from: Option<NaiveDate>) -> Fact {
    Fact {
        id: FactId(format!("{number}-{}", content.kind().name())),
        content,
        validity: Validity { valid_from: from, valid_until: None },
        known_since: day("2026-11-20"),
        according_to_import: false,
        document_date: None,
        source: None,
        entered_by: "EXEMPEL".to_owned(),
        corrects: None,
        withdrawn: false,
    }
}

/// Five or six facts of one of three kinds of persons, in the order of kinds.
fn facts(number: u64) -> Vec<Fact> {
    let city = || Municipality("Exempelstads kommun".to_owned());
    let on = day("2024-11-01") + Days::new(number % 300);
    let ground = |ground| FactContent::LegalGround(LegalGround::of(ground));
    let birth = |date| FactContent::Birth(Birth { date, basis: AgeBasis::Stated });
    let grown = day("1950-01-01") + Days::new(number * 37 % 20_000);
    let child = day("2010-01-01") + Days::new(number * 37 % 2_500);
    let contents = match number % 3 {
        0 => vec![
            (birth(grown), None),
            (ground(Ground::Permit), Some(on)),
            (
                FactContent::Reception(Reception {
                    municipality: city(),
                    housing: Some(Housing::Assigned),
                }),
                Some(on),
            ),
            (FactContent::Registration(Registration::at(city())), Some(on)),
        ],
        1 => vec![
            (birth(child), None),
            (ground(Ground::AsylumSeeker), Some(on)),
            (FactContent::Unaccompanied(Unaccompanied { ended: None }), Some(on)),
            (FactContent::Assignment(Assignment::to(city())), Some(on)),
            (FactContent::HousingForm(HousingForm { form: Housing::Municipal }), Some(on)),
            (
                FactContent::Placement(Placement {
                    form: PlacementForm::FosterHome,
                    basis: CareBasis::Sol,
                    care_begun: None,
                }),
                Some(on),
            ),
        ],
        _ => vec![
            (birth(grown), None),
            (ground(Ground::TemporaryProtection), Some(on)),
            (FactContent::Assignment(Assignment::to(city())), Some(on)),
            (FactContent::HousingForm(HousingForm { form: Housing::Municipal }), Some(on)),
        ],
    };
    let mut facts: Vec<Fact> =
        contents.into_iter().map(|(content, from)| fact(number, content, from)).collect();
    facts.sort_by_key(Fact::kind);
    facts
}

/// Everything that should come for a person without application.
fn amounts(law: &Catalogue, choices: &Choices, facts: &[Fact]) -> Vec<Amount> {
    let facts: Vec<&Fact> = facts.iter().collect();
    let input = Input { facts: &facts, ..Input::default() };
    let until = day("2026-12-31");
    let question = Question { law, choices, input, municipality: None, until };
    let person = Person::of(&question);
    law.iter()
        .filter(|compensation| compensation.ask == Ask::WithoutApplication)
        .filter_map(|compensation| person.calculate(compensation).ok())
        .flat_map(|computed| computed.amounts)
        .collect()
}

fn main() {
    let persons: u64 =
        std::env::args().nth(1).and_then(|count| count.parse().ok()).unwrap_or(200_000);
    let law = rates::shipped().expect("a sound law");
    let choices = Choices::default();
    let people: Vec<Vec<Fact>> = (0..persons).map(facts).collect();
    let begun = Instant::now();
    let work = |people: &[Vec<Fact>]| {
        let mut found = (0u64, 0u64);
        for facts in people {
            for amount in amounts(&law, &choices, facts) {
                found.0 += 1;
                found.1 += amount.explanation.steps().len() as u64;
            }
        }
        found
    };
    let (first, second) = people.split_at(people.len() / 2);
    let (amounts_found, steps) = std::thread::scope(|scope| {
        let other = scope.spawn(|| work(second));
        let mine = work(first);
        let other = other.join().expect("a thread");
        (mine.0 + other.0, mine.1 + other.1)
    });
    let all = begun.elapsed();
    let begun = Instant::now();
    let _ = amounts(&law, &choices, &people[0]);
    let one = begun.elapsed();
    println!(
        "{{\"persons\":{persons},\"amounts\":{amounts_found},\"steps\":{steps},\
         \"seconds\":{:.3},\"one_person_ms\":{}.{:03}}}",
        all.as_secs_f64(),
        one.as_millis(),
        one.as_micros() % 1000
    );
}
