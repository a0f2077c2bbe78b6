//! Every rule that ships, on its first and last days.

use chrono::NaiveDate;
use domain::Period;
use domain::facts::{Fact, known_on};
use domain::law::Choices;
use domain::watch::{Asked, WatchRule, watches_asked};
use rates::{shipped, shipped_watches};

use crate::facts::{day, fact};
use crate::life::LAW;

const TODAY: &str = "2026-11-20";

fn rules() -> Vec<WatchRule> {
    shipped_watches(&shipped().unwrap()).unwrap_or_else(|faults| {
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("{}", lines.join("\n"))
    })
}

/// A fact as `kind from until` and its fields as JSON; a dash is no day.
fn written(text: &str) -> Fact {
    let (head, fields) = text.split_once('{').unwrap_or((text, "}"));
    let mut words = head.split_whitespace();
    let kind = words.next().unwrap();
    let mut date = || words.next().filter(|text| *text != "-").map(day);
    let (valid_from, valid_until) = (date(), date());
    let comma = if fields == "}" { "" } else { "," };
    let json = format!(r#"{{"kind":"{kind}"{comma}{fields}"#);
    let content = serde_json::from_str(&json).unwrap_or_else(|error| panic!("{text}: {error}"));
    fact(content, valid_from, valid_until)
}

const ALONE: &str = "unaccompanied";
const ASYLUM: &str = r#"legal-ground - - {"ground":"asylum-seeker"}"#;
const PERMIT: &str = r#"legal-ground - - {"ground":"permit"}"#;
const REGISTERED: &str = r#"registration 2020-01-01 - {"municipality":"Exempelstad"}"#;

fn born(on: &str) -> String {
    format!(r#"birth - - {{"date":"{on}","basis":"stated"}}"#)
}

/// A board that another follows upon on `day`.
fn board_change(on: &str) -> [String; 2] {
    let before = day(on).pred_opt().unwrap();
    [
        format!(r#"responsible-board 2020-01-01 {before} {{"cost_centre":"7110"}}"#),
        format!(r#"responsible-board {on} - {{"cost_centre":"7120"}}"#),
    ]
}

/// Keys with their days, of the rules whose id begins so.
fn found(prefix: &str, facts: &[&str]) -> Vec<String> {
    found_by(&Choices::default(), prefix, facts)
}

fn found_by(choices: &Choices, prefix: &str, facts: &[&str]) -> Vec<String> {
    let rules = rules();
    let facts: Vec<Fact> = facts.iter().map(|text| written(text)).collect();
    let window = Period { from: day("2015-01-01"), until: day("2045-12-31") };
    let asked = Asked { window, today: day(TODAY), ours: None, law: &LAW, choices };
    watches_asked(&rules, &known_on(&facts, NaiveDate::MAX), asked)
        .iter()
        .filter(|watch| watch.key.starts_with(prefix))
        .map(|watch| match watch.later {
            Some(later) => format!("{} {} {later}", watch.key, watch.due),
            None => format!("{} {}", watch.key, watch.due),
        })
        .collect()
}

#[test]
fn every_rule_has_a_text() {
    let texts = std::fs::read_to_string("../../assets/texts/sv/watches.ftl").unwrap();
    for rule in rules() {
        let name = format!("\n{} = ", rule.text);
        assert!(texts.contains(&name), "{}", rule.id);
    }
}

#[test]
fn care_by_the_act_that_replaced_the_older_is_watched_as_before() {
    let born = born("2008-12-15");
    let older = r#"placement 2026-10-01 2026-11-30 {"form":"residential-care","basis":"lvu-3"}"#;
    let newer = r#"placement 2026-12-01 - {"form":"residential-care","basis":"2026:1600-3-3"}"#;
    let home = r#"placement 2026-12-01 - {"form":"residential-care","basis":"2026:1600-3-2"}"#;
    for placed in [newer, home] {
        let keys = found("care-evidence-18", &[&born, ASYLUM, older, placed]);
        assert_eq!(keys, ["care-evidence-18/2026-12-15 2026-12-15"], "{placed}");
    }
    assert_eq!(found("turns-21", &[&born, ASYLUM, newer]), ["turns-21/2029-12-15 2029-12-15"]);
}

#[test]
fn watches_go_by_the_answers_of_the_municipality() {
    let answer = domain::law::Choice {
        question: "registration-day".to_owned(),
        answer: "counted-from".to_owned(),
        valid_from: day("2026-01-01"),
    };
    let facts = [
        r#"legal-ground 2026-01-01 2026-10-14 {"ground":"asylum-seeker"}"#,
        r#"legal-ground 2026-10-15 - {"ground":"permit"}"#,
        "coverage 2026-10-01 -",
        r#"registration 2026-11-01 - {"municipality":"Exempelstad","decided":"2026-11-10"}"#,
    ];
    let by = |choices: &Choices| found_by(choices, "coverage-ended", &facts);
    assert_eq!(by(&Choices::default()), ["coverage-ended/2026-11-10 2026-11-10"]);
    assert_eq!(by(&Choices::of(&[answer]).unwrap()), ["coverage-ended/2026-11-01 2026-11-01"]);
}

#[test]
fn each_change_is_due_by_the_compensation_that_hangs_on_it() {
    for (age, ground, on, expected) in [
        // Asylum: the seventh of the month after.
        (12, ASYLUM, "2026-03-31", &["asylum/2026-03-31 2026-04-07"][..]),
        (12, ASYLUM, "2026-04-01", &["asylum/2026-04-01 2026-05-07"]),
        (12, ASYLUM, "2026-12-31", &["asylum/2026-12-31 2027-01-07"]),
        (12, ASYLUM, "2020-12-31", &[]),
        (12, ASYLUM, "2021-01-01", &["asylum/2021-01-01 2021-02-07"]),
        // 29 §: the seventh of the month after the quarter.
        (12, PERMIT, "2026-01-01", &["permit/2026-01-01 2026-04-07"]),
        (12, PERMIT, "2026-03-31", &["permit/2026-03-31 2026-04-07"]),
        (12, PERMIT, "2026-04-01", &["permit/2026-04-01 2026-07-07"]),
        // 30 §: the same, and a month more by the regulation.
        (19, PERMIT, "2026-03-31", &["youth/2026-03-31 2026-04-07 2026-05-07"]),
        (19, PERMIT, "2026-12-31", &["youth/2026-12-31 2027-01-07 2027-02-07"]),
        (22, PERMIT, "2026-03-31", &[]),
        (19, ASYLUM, "2026-03-31", &[]),
    ] {
        let born = born(&format!("{}-01-15", 2026 - age));
        let [before, after] = board_change(on);
        let found = found("responsibility-", &[&born, ALONE, ground, &before, &after]);
        let expected: Vec<String> =
            expected.iter().map(|text| format!("responsibility-{text}")).collect();
        assert_eq!(found, expected, "{age} {ground} {on}");
    }
}

#[test]
fn a_change_is_reported_for_the_unaccompanied_only() {
    let [before, after] = board_change("2026-03-31");
    let born = born("2012-05-05");
    assert_eq!(found("responsibility-", &[&born, PERMIT, &before, &after]), [""; 0]);
    // Registered with temporary protection: förordning 2010:1122 and not 2017:193.
    let protection = r#"legal-ground - - {"ground":"temporary-protection"}"#;
    let asylum = found("responsibility-", &[&born, ALONE, protection, &before, &after]);
    assert_eq!(asylum, ["responsibility-asylum/2026-03-31 2026-04-07"]);
    let permit = found("responsibility-", &[&born, ALONE, protection, REGISTERED, &before, &after]);
    assert_eq!(permit, ["responsibility-permit/2026-03-31 2026-04-07"]);
}

#[test]
fn what_the_regulation_lists_is_a_change() {
    let born = born("2012-05-05");
    for (facts, on) in [
        (&["absconded 2026-02-03 -"][..], "2026-02-03"),
        (
            &[r#"guardian 2026-02-04 - {"specially_appointed":true,"foster_home":true}"#],
            "2026-02-04",
        ),
        (
            &[
                r#"assignment 2020-01-01 2026-02-05 {"municipality":"Exempelstad"}"#,
                r#"assignment 2026-02-06 - {"municipality":"Provby"}"#,
            ],
            "2026-02-06",
        ),
        (
            &[
                r#"placement 2020-01-01 2026-02-06 {"form":"foster-home","basis":"sol"}"#,
                r#"placement 2026-02-07 - {"form":"residential-care","basis":"sol"}"#,
            ],
            "2026-02-07",
        ),
        (
            &[r#"placement 2020-01-01 2026-02-08 {"form":"foster-home","basis":"sol"}"#],
            "2026-02-08",
        ),
    ] {
        let all: Vec<&str> = [born.as_str(), ALONE, PERMIT].iter().chain(facts).copied().collect();
        let expected = [format!("responsibility-permit/{on} 2026-04-07")];
        assert_eq!(found("responsibility-", &all), expected);
    }
    let god_man = r#"guardian 2026-02-04 - {"specially_appointed":false,"foster_home":false}"#;
    assert_eq!(found("responsibility-", &[&born, ALONE, PERMIT, god_man]), [""; 0]);
    let moved = [
        &born_of_age(),
        ALONE,
        PERMIT,
        r#"residence 2020-01-01 2026-02-28 {"municipality":"Exempelstad"}"#,
        r#"residence 2026-03-01 - {"municipality":"Provby"}"#,
    ];
    let youth = ["responsibility-youth/2026-03-01 2026-04-07 2026-05-07"];
    assert_eq!(found("responsibility-", &moved), youth);
}

fn born_of_age() -> String {
    born("2006-05-05")
}

#[test]
fn responsibility_is_confirmed_three_weeks_before_18() {
    for (born_on, expected) in [
        ("2009-01-01", "confirm-responsibility/2027-01-01 2026-12-11"),
        ("2008-02-29", "confirm-responsibility/2026-02-28 2026-02-07"),
        ("2010-03-01", "confirm-responsibility/2028-03-01 2028-02-09"),
        ("2002-10-01", "confirm-responsibility/2020-10-01 2020-09-10"),
    ] {
        assert_eq!(found("confirm", &[&born(born_on), ALONE]), [expected]);
        let confirmed = "responsibility-confirmed 2026-10-01";
        assert_eq!(found("confirm", &[&born(born_on), ALONE, confirmed]), [""; 0]);
        assert_eq!(found("confirm", &[&born(born_on)]), [""; 0]);
    }
    assert_eq!(found("confirm", &[&born("2002-09-30"), ALONE]), [""; 0]);
    // Whoever has been reunited is no longer meant, and whoever is until the birthday is.
    let until = |day: &str| format!("unaccompanied - {day}");
    assert_eq!(found("confirm", &[&born("2009-01-01"), &until("2026-06-30")]), [""; 0]);
    assert_eq!(found("confirm", &[&born("2009-01-01"), &until("2026-12-31")]).len(), 1);
}

#[test]
fn birthdays_are_told_to_those_whose_compensation_hangs_on_them() {
    let leap = born("2008-02-29");
    assert_eq!(
        found("turns-", &[&leap, ALONE]),
        [
            "turns-18/2026-02-28 2026-02-28",
            "turns-20/2028-02-29 2028-02-29",
            "turns-21/2029-02-28 2029-02-28",
        ]
    );
    assert_eq!(found("turns-", &[&leap]), [""; 0]);
    assert_eq!(found("turns-", &[ALONE]), [""; 0]);
    let care = r#"placement 2025-01-01 - {"form":"foster-home","basis":"lvu-3"}"#;
    assert_eq!(found("turns-", &[&leap, care]), ["turns-21/2029-02-28 2029-02-28"]);
}

#[test]
fn evidence_of_care_is_due_at_18_while_care_lasts() {
    let leap = born("2008-02-29");
    let placed = |basis: &str, until: &str| {
        let fields = format!(r#"{{"form":"foster-home","basis":"{basis}"}}"#);
        found("care", &[&leap, &format!("placement 2025-01-01 {until} {fields}")])
    };
    let due = ["care-evidence-18/2026-02-28 2026-02-28"];
    for basis in ["lvu-2", "lvu-3", "sol-as-lvu-3"] {
        assert_eq!(placed(basis, "-"), due);
    }
    assert_eq!(placed("lvu-3", "2026-02-27"), due);
    assert_eq!(placed("lvu-3", "2026-02-26"), [""; 0]);
    assert_eq!(placed("sol", "-"), [""; 0]);
}

#[test]
fn reception_is_followed_by_the_last_instalment_and_the_first_claims() {
    for (received, instalment, claim) in [
        ("2024-11-01", "2026-11-01 2026-11-30", "2027-11-01"),
        ("2024-02-29", "2026-02-28 2026-02-28", "2027-02-28"),
        ("2025-12-31", "2027-12-31 2027-12-31", "2028-12-31"),
    ] {
        let reception = format!(r#"reception {received} - {{"municipality":"Exempelstad"}}"#);
        let facts = [reception.as_str()];
        assert_eq!(found("last-instalment", &facts), [format!("last-instalment/{instalment}")]);
        assert_eq!(found("first-claim", &facts), [format!("first-claim/{claim} {claim}")]);
        let died = format!("died {claim}");
        assert_eq!(found("first-claim", &[&reception, &died]), [""; 0]);
    }
    // Registration with a ground of the target group is reception where none is entered.
    let registered = r#"registration 2025-05-10 - {"municipality":"Exempelstad"}"#;
    let expected = ["last-instalment/2027-05-10 2027-05-31"];
    assert_eq!(found("last-instalment", &[PERMIT, registered]), expected);
    assert_eq!(found("last-instalment", &[ASYLUM, registered]), [""; 0]);
}

#[test]
fn permits_are_told_before_they_end_and_until_there_is_another() {
    for ground in ["permit", "quota", "family-tie", "witness"] {
        let permit = format!(r#"legal-ground 2025-03-01 2027-02-28 {{"ground":"{ground}"}}"#);
        let expected =
            ["permit-ends-soon/2027-02-28 2026-11-30", "permit-ends/2027-02-28 2027-02-28"];
        assert_eq!(found("permit", &[&permit]), expected);
        let renewed = r#"legal-ground 2027-03-01 - {"ground":"renewal-pending"}"#;
        assert_eq!(found("permit", &[&permit, renewed]), [""; 0]);
    }
    let asylum = r#"legal-ground 2025-03-01 2027-02-28 {"ground":"asylum-seeker"}"#;
    assert_eq!(found("permit", &[asylum]), [""; 0]);
    let protection = |from: &str, until: &str| {
        format!(r#"legal-ground {from} {until} {{"ground":"temporary-protection"}}"#)
    };
    let soon = "temporary-protection-ends-soon/2027-03-04 2027-01-03";
    let ends = "temporary-protection-ends/2027-03-04 2027-03-04";
    let first = |facts: &[&str]| found("temporary", facts)[..2].to_vec();
    assert_eq!(first(&[&protection("2026-03-05", "-")]), [soon, ends]);
    assert_eq!(found("temporary", &[&protection("2026-03-05", "2027-03-04")]), [soon, ends]);
    let next = protection("2027-03-05", "2028-03-04");
    let renewed = found("temporary", &[&protection("2026-03-05", "2027-03-04"), &next]);
    assert_eq!(renewed.len(), 2);
    assert!(renewed.iter().all(|key| key.contains("2028-03-04")));
}

#[test]
fn the_register_itself_is_watched() {
    let dossier = r#"dossier-number - - {"number":"99123456"}"#;
    let missing = ["national-number-missing/2020-01-01 2020-03-01"];
    assert_eq!(found("national", &[dossier, REGISTERED]), missing);
    let national = r#"national-number - - {"number":"201701012393"}"#;
    assert_eq!(found("national", &[dossier, national, REGISTERED]), [""; 0]);
    assert_eq!(found("national", &[REGISTERED]), [""; 0]);
    let ended = r#"responsible-board 2026-01-01 2026-11-19 {"cost_centre":"7110"}"#;
    assert_eq!(found("hole", &[ended]), ["hole/responsible-board/2026-11-20 2026-12-04"]);
    let ends = r#"responsible-board 2026-01-01 2026-11-20 {"cost_centre":"7110"}"#;
    assert_eq!(found("hole", &[ends]), [""; 0]);
}

#[test]
fn coverage_that_was_left_open_is_watched_once_a_permit_and_a_registration_have_ended_it() {
    let covered = "coverage 2026-10-01 - {}";
    let asylum = r#"legal-ground 2025-01-01 2026-10-14 {"ground":"asylum-seeker"}"#;
    let permit = r#"legal-ground 2026-10-15 - {"ground":"permit","decided":"2026-10-15"}"#;
    let registered = r#"registration 2026-11-01 - {"municipality":"A","decided":"2026-11-10"}"#;
    assert_eq!(found("coverage-ended", &[asylum, permit, covered]), [""; 0]);
    let facts = [asylum, permit, covered, registered];
    assert_eq!(found("coverage-ended", &facts), ["coverage-ended/2026-11-10 2026-11-10"]);
    let ended = r#"coverage 2026-10-01 2026-11-09 {"ended":"registered-with-permit"}"#;
    assert_eq!(found("coverage-ended", &[asylum, permit, ended, registered]), [""; 0]);
}

#[test]
fn who_was_received_for_settlement_is_watched_until_registered() {
    let permit = r#"legal-ground 2026-09-15 - {"ground":"permit"}"#;
    let assigned = r#"assignment 2026-11-01 - {"municipality":"A","law":"2016:38"}"#;
    let received = r#"reception 2026-11-05 - {"municipality":"A"}"#;
    let facts = [permit, assigned, received];
    let watched = "settled-unregistered/2026-11-05 2026-12-05";
    assert_eq!(found("settled-unregistered", &facts), [watched]);
    let registered = r#"registration 2026-11-20 - {"municipality":"A"}"#;
    let facts = [permit, assigned, received, registered];
    assert_eq!(found("settled-unregistered", &facts), [""; 0]);
}

#[test]
fn hiding_and_the_end_of_an_inhibition_are_watched() {
    let refused = "removal-decision 2026-10-01 - {}";
    let hides = "hiding 2026-10-20 - {}";
    assert_eq!(found("hiding", &[ASYLUM, refused, hides]), ["hiding/2026-10-20 2026-11-07"]);
    let stayed = r#"inhibition 2026-07-01 2026-12-31 {"by_section":"12-17-a"}"#;
    let watched = "inhibition-ends-soon/2026-12-31 2026-12-01";
    assert_eq!(found("inhibition", &[stayed]), [watched]);
    let again = r#"inhibition 2027-01-01 - {"by_section":"12-17-a"}"#;
    assert_eq!(found("inhibition", &[stayed, again]), [""; 0]);
}

#[test]
fn the_age_limit_follows_the_reception() {
    let of = |born: &str, received: &str| {
        let reception = format!(r#"reception {received} - {{"municipality":"A"}}"#);
        found("age-limit", &[&self::born(born), PERMIT, &reception])
    };
    assert_eq!(of("1960-02-01", "2025-12-31"), ["age-limit/2026-02-01 2026-02-01"]);
    // 67 from 2026.
    assert_eq!(of("1959-06-01", "2026-01-01"), ["age-limit/2026-06-01 2026-06-01"]);
    // By then nothing is left to lower.
    assert_eq!(of("1975-02-01", "2025-12-31"), [""; 0]);
}

#[test]
fn what_ships_has_a_text_for_each_and_a_note_where_it_is_not_read() {
    let rules = rules();
    let ids: Vec<&str> = rules.iter().map(|rule| rule.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "age-limit",
            "care-evidence-18",
            "confirm-responsibility",
            "coverage-ended",
            "first-claim",
            "hiding",
            "hole",
            "inhibition-ends-soon",
            "last-instalment",
            "national-number-missing",
            "permit-ends",
            "permit-ends-soon",
            "responsibility-asylum",
            "responsibility-permit",
            "responsibility-youth",
            "settled-unregistered",
            "temporary-protection-ends",
            "temporary-protection-ends-soon",
            "turns-18",
            "turns-20",
            "turns-21",
        ]
    );
    for rule in &rules {
        assert!(rule.text.starts_with("watch-"), "{}", rule.id);
        assert!(rule.note.is_some(), "{}", rule.id);
        assert!(rule.checked_on <= day("2026-11-29"), "{}", rule.id);
    }
}
