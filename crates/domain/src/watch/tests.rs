//! How days are counted, events found and marks kept. The rules that ship are tested in `rates`.

use chrono::NaiveDate;

use super::*;
use crate::codes::CompensationCode;
use crate::facts::{
    AgeBasis, Assignment, Birth, CareBasis, ConfirmedAbroad, Died, Ground, Household,
    HouseholdRole, LegalGround, Placement, PlacementForm, Reception, Registration,
    ResponsibilityConfirmed, Unaccompanied, Validity,
};
use crate::law::{self, Catalogue, Choices};

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn rule(id: &str, trigger: Trigger, due: DueRule) -> WatchRule {
    WatchRule {
        id: id.to_owned(),
        text: format!("watch-{id}"),
        trigger,
        due,
        later: None,
        compensations: vec![CompensationCode("EKB-DYGN".to_owned())],
        who: Vec::new(),
        answered_by: Vec::new(),
        by_household: false,
        valid_from: day("2010-01-01"),
        valid_until: None,
        source: "test".to_owned(),
        verified: true,
        checked_on: day("2026-11-28"),
        note: None,
    }
}

/// One rule of each trigger.
pub(super) fn rules() -> Vec<WatchRule> {
    let seventh = DueRule::DayOfMonthAfterQuarter { day: 7, months: 1 };
    let change = Trigger::ResponsibilityChange {
        begins: vec![FactKind::Unaccompanied, FactKind::Absconded],
        follows: vec![FactKind::Assignment, FactKind::Placement, FactKind::ResponsibleBoard],
        ends: vec![FactKind::Unaccompanied, FactKind::Assignment],
    };
    let permit = Trigger::GroundEnds { grounds: vec![Ground::Permit], each_year: None };
    let protection = Trigger::GroundEnds {
        grounds: vec![Ground::TemporaryProtection],
        each_year: DayOfYear::try_from("03-04".to_owned()).ok(),
    };
    let later = DueRule::DayOfMonthAfterQuarter { day: 7, months: 2 };
    let later = LaterDue { due: later, source: "test".to_owned(), verified: true, note: None };
    let confirm = rule("confirm", Trigger::Turns { years: 18 }, DueRule::DaysBefore { days: 21 });
    let alone = Who { unaccompanied: Some(law::Unaccompanied::Is), ..Who::default() };
    let instalment =
        rule("instalment", Trigger::AfterReception { months: 24 }, DueRule::MonthEnd {});
    vec![
        WatchRule { later: Some(later), ..rule("change", change, seventh) },
        WatchRule {
            who: vec![alone],
            answered_by: vec![FactKind::ResponsibilityConfirmed],
            ..confirm
        },
        rule("turns-21", Trigger::Turns { years: 21 }, DueRule::OnTheDay {}),
        WatchRule { by_household: true, ..instalment },
        rule("permit-soon", permit.clone(), DueRule::DaysBefore { days: 90 }),
        rule("permit", permit, DueRule::OnTheDay {}),
        rule("protection", protection, DueRule::OnTheDay {}),
        rule("number", Trigger::NationalNumberMissing {}, DueRule::DaysAfter { days: 60 }),
        rule("hole", Trigger::Hole {}, DueRule::DaysAfter { days: 14 }),
    ]
}

pub(super) fn fact(content: FactContent, from: Option<&str>, until: Option<&str>) -> Fact {
    let validity = Validity { valid_from: from.map(day), valid_until: until.map(day) };
    let id = format!("{}-{}", content.kind().name(), from.unwrap_or("always"));
    Fact {
        id: FactId(id),
        content,
        validity,
        known_since: day("2010-01-01"),
        according_to_import: false,
        document_date: None,
        source: None,
        entered_by: "EXEMPEL".to_owned(),
        corrects: None,
        withdrawn: false,
    }
}

fn born(on: &str) -> Fact {
    let birth = Birth { date: day(on), basis: AgeBasis::Stated };
    fact(FactContent::Birth(birth), None, None)
}

fn alone() -> Fact {
    fact(FactContent::Unaccompanied(Unaccompanied { ended: None }), None, None)
}

fn ground(ground: Ground, from: &str, until: Option<&str>) -> Fact {
    let legal = LegalGround::of(ground);
    fact(FactContent::LegalGround(legal), Some(from), until)
}

fn town(name: &str) -> Municipality {
    Municipality(format!("{name} kommun"))
}

fn assigned(name: &str, case: Option<&str>, from: &str, until: Option<&str>) -> Fact {
    let case_number = case.map(str::to_owned);
    let content = FactContent::Assignment(Assignment { case_number, ..Assignment::to(town(name)) });
    fact(content, Some(from), until)
}

fn placed(form: PlacementForm, from: &str, until: Option<&str>) -> Fact {
    let placement = Placement { form, basis: CareBasis::Sol, care_begun: None };
    fact(FactContent::Placement(placement), Some(from), until)
}

fn received(from: &str) -> Fact {
    let reception = Reception { municipality: town("Exempelstads"), housing: None };
    fact(FactContent::Reception(reception), Some(from), None)
}

fn registered(name: &str, from: &str, until: Option<&str>) -> Fact {
    let registration = Registration::at(town(name));
    fact(FactContent::Registration(registration), Some(from), until)
}

/// The facts in the order in which they are known.
pub(super) fn in_order(facts: &[Fact]) -> Vec<&Fact> {
    crate::facts::known_on(facts, NaiveDate::MAX)
}

const TODAY: &str = "2026-11-20";

fn window() -> Period {
    Period { from: day("2020-01-01"), until: day("2040-12-31") }
}

/// Key and day of what the rules give.
fn found(facts: &[Fact]) -> Vec<String> {
    let rules = rules();
    let found = watches(&rules, &in_order(facts), window(), day(TODAY));
    found.iter().map(|watch| format!("{} {}", watch.key, watch.due)).collect()
}

#[test]
fn days_are_counted_from_the_event() {
    let month = |months| DueRule::DayOfMonthAfter { day: 7, months };
    let quarter = |months| DueRule::DayOfMonthAfterQuarter { day: 7, months };
    for (due, event, day_of_due) in [
        (month(1), "2026-03-01", "2026-04-07"),
        (month(1), "2026-03-31", "2026-04-07"),
        (month(1), "2026-04-01", "2026-05-07"),
        (month(1), "2026-12-31", "2027-01-07"),
        (month(1), "2028-02-29", "2028-03-07"),
        (quarter(1), "2026-01-01", "2026-04-07"),
        (quarter(1), "2026-03-31", "2026-04-07"),
        (quarter(1), "2026-04-01", "2026-07-07"),
        (quarter(1), "2026-08-31", "2026-10-07"),
        (quarter(1), "2026-12-31", "2027-01-07"),
        (quarter(2), "2026-01-31", "2026-05-07"),
        (quarter(2), "2026-11-30", "2027-02-07"),
        (quarter(2), "2026-12-31", "2027-02-07"),
        (DueRule::DaysBefore { days: 21 }, "2026-03-01", "2026-02-08"),
        (DueRule::DaysBefore { days: 21 }, "2028-03-01", "2028-02-09"),
        (DueRule::DaysAfter { days: 60 }, "2026-12-31", "2027-03-01"),
        (DueRule::MonthEnd {}, "2028-02-01", "2028-02-29"),
        (DueRule::OnTheDay {}, "2028-02-29", "2028-02-29"),
    ] {
        assert_eq!(due.day(day(event)), day(day_of_due), "{due:?} {event}");
        assert!(due.is_possible());
    }
    for due in [
        DueRule::DayOfMonthAfter { day: 29, months: 1 },
        DueRule::DayOfMonthAfter { day: 0, months: 1 },
        DueRule::DayOfMonthAfterQuarter { day: 7, months: 13 },
        DueRule::DayOfMonthAfterQuarter { day: 7, months: 0 },
        DueRule::DaysBefore { days: 0 },
        DueRule::DaysAfter { days: 367 },
    ] {
        assert!(!due.is_possible(), "{due:?}");
    }
}

#[test]
fn a_day_of_every_year_is_in_every_year() {
    let read = |text: &str| DayOfYear::try_from(text.to_owned());
    assert_eq!(read("03-04").unwrap().in_year(2027), Some(day("2027-03-04")));
    for wrong in ["02-29", "3-4", "13-01", "03-32", "", "2027-03-04", "mars"] {
        assert_eq!(read(wrong), Err(NotADayOfYear), "{wrong}");
    }
}

#[test]
fn a_leap_day_is_turned_on_28_february() {
    let facts = [born("2008-02-29"), alone()];
    assert_eq!(found(&facts), ["confirm/2026-02-28 2026-02-07", "turns-21/2029-02-28 2029-02-28"]);
    assert_eq!(found(&[born("2008-02-29")]), ["turns-21/2029-02-28 2029-02-28"]);
    let confirmed = FactContent::ResponsibilityConfirmed(ResponsibilityConfirmed {});
    let facts = [born("2008-02-29"), alone(), fact(confirmed, Some("2026-02-01"), None)];
    assert_eq!(found(&facts), ["turns-21/2029-02-28 2029-02-28"]);
}

#[test]
fn a_change_is_due_after_its_quarter_and_a_day_makes_another_one() {
    let moved = |on: &str| {
        let before = day(on).pred_opt().unwrap().to_string();
        found(&[
            assigned("Exempelstads", None, "2025-01-01", Some(&before)),
            assigned("Provköpings", None, on, None),
        ])
    };
    assert_eq!(moved("2026-03-31"), ["change/2026-03-31 2026-04-07"]);
    assert_eq!(moved("2026-04-01"), ["change/2026-04-01 2026-07-07"]);
    assert_eq!(moved("2026-12-31"), ["change/2026-12-31 2027-01-07"]);
    let rules = rules();
    let facts = [placed(PlacementForm::FosterHome, "2026-01-01", Some("2026-05-31"))]
        .into_iter()
        .chain([placed(PlacementForm::ResidentialCare, "2026-06-01", None)]);
    let facts: Vec<Fact> = facts.collect();
    let found = watches(&rules, &in_order(&facts), window(), day(TODAY));
    assert_eq!((found[0].due, found[0].later), (day("2026-07-07"), Some(day("2026-08-07"))));
    assert_eq!(found[0].because.len(), 2);
    assert_eq!(found[0].nearness, Nearness::Passed);
}

#[test]
fn what_only_goes_on_is_no_change() {
    let facts = [
        assigned("Exempelstads", None, "2025-01-01", Some("2026-03-31")),
        assigned("Exempelstads", Some("8.2.1-1"), "2026-04-01", None),
        placed(PlacementForm::FosterHome, "2025-01-01", None),
    ];
    assert_eq!(found(&facts), [""; 0]);
    // With days between, it ended and began anew.
    let facts = [
        assigned("Exempelstads", None, "2025-01-01", Some("2026-03-31")),
        assigned("Exempelstads", None, "2026-04-02", None),
    ];
    let both = ["change/2026-03-31 2026-04-07", "change/2026-04-02 2026-07-07"];
    assert_eq!(found(&facts), both);
}

#[test]
fn two_changes_of_a_day_are_one_watch() {
    let facts = [
        assigned("Exempelstads", None, "2025-01-01", Some("2026-03-31")),
        assigned("Provköpings", None, "2026-04-01", None),
        placed(PlacementForm::FosterHome, "2025-01-01", Some("2026-03-31")),
        placed(PlacementForm::ResidentialCare, "2026-04-01", None),
    ];
    let rules = rules();
    let found = watches(&rules, &in_order(&facts), window(), day(TODAY));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].because.len(), 4);
}

#[test]
fn unaccompanied_late_or_no_longer_is_a_change_and_coming_of_age_is_none() {
    let unaccompanied = |from: Option<&str>, until: Option<&str>| {
        fact(FactContent::Unaccompanied(Unaccompanied { ended: None }), from, until)
    };
    let late = [received("2026-01-10"), unaccompanied(Some("2026-02-01"), None)];
    assert_eq!(found(&late)[0], "change/2026-02-01 2026-04-07");
    let at_once = [received("2026-01-10"), unaccompanied(Some("2026-01-10"), None)];
    assert_eq!(found(&at_once), ["instalment/2028-01-10 2028-01-31"]);
    let united = [born("2012-05-01"), unaccompanied(None, Some("2026-06-30"))];
    assert_eq!(found(&united)[0], "change/2026-06-30 2026-07-07");
    let of_age = [born("2008-05-01"), unaccompanied(None, Some("2026-04-30"))];
    assert_eq!(found(&of_age)[0], "confirm/2026-05-01 2026-04-10");
}

#[test]
fn a_permit_that_ends_is_told_until_a_later_ground_is_entered() {
    let permit = || ground(Ground::Permit, "2025-06-01", Some("2027-05-31"));
    assert_eq!(
        found(&[permit()]),
        ["permit-soon/2027-05-31 2027-03-02", "permit/2027-05-31 2027-05-31"]
    );
    let pending = ground(Ground::RenewalPending, "2027-06-01", None);
    assert_eq!(found(&[permit(), pending]), [""; 0]);
    let without_end = ground(Ground::Permit, "2025-06-01", None);
    assert_eq!(found(&[without_end]), [""; 0]);
}

#[test]
fn temporary_protection_ends_each_year_while_nothing_else_is_known() {
    let rules = rules();
    let protection = |until| ground(Ground::TemporaryProtection, "2024-03-04", until);
    let found = |facts: &[Fact]| -> Vec<String> {
        let window = Period { from: day("2020-01-01"), until: day("2027-12-31") };
        let found = watches(&rules, &in_order(facts), window, day(TODAY));
        found.into_iter().map(|watch| watch.key).collect()
    };
    let years = ["protection/2025-03-04", "protection/2026-03-04", "protection/2027-03-04"];
    assert_eq!(found(&[protection(None)]), years);
    assert_eq!(found(&[protection(Some("2027-03-04"))]), ["protection/2027-03-04"]);
    let permit = ground(Ground::Permit, "2025-06-02", None);
    assert_eq!(found(&[protection(Some("2025-06-01")), permit]), [""; 0]);
    let new = ground(Ground::TemporaryProtection, "2026-03-05", Some("2027-03-04"));
    assert_eq!(found(&[protection(Some("2026-03-04")), new]), ["protection/2027-03-04"]);
}

#[test]
fn a_missing_number_is_counted_from_the_first_arrival() {
    let dossier = || {
        let number = crate::identity::DossierNumber::parse("99123456").unwrap();
        fact(FactContent::Dossier(crate::facts::Dossier { number }), None, None)
    };
    let came = [dossier(), received("2026-03-10"), registered("Exempelstads", "2026-02-01", None)];
    assert!(found(&came).contains(&"number/2026-02-01 2026-04-02".to_owned()));
    assert_eq!(found(&[dossier()]), [""; 0]);
    let parsed = crate::identity::NationalNumber::parse("201701012393", day(TODAY)).unwrap();
    let number = FactContent::National(crate::facts::National { number: parsed.0 });
    let has_one = [dossier(), received("2026-03-10"), fact(number, None, None)];
    assert!(!found(&has_one).iter().any(|key| key.starts_with("number")));

    // An asylum seeker is not asked about it; whoever may stay is, from then on.
    let seeks = || ground(Ground::AsylumSeeker, "2026-01-10", None);
    let seeker = [dossier(), received("2026-02-01"), seeks()];
    assert!(!found(&seeker).iter().any(|key| key.starts_with("number")));
    let ended = ground(Ground::AsylumSeeker, "2026-01-10", Some("2026-02-28"));
    let permit = ground(Ground::Permit, "2026-03-01", None);
    let stays = [dossier(), received("2026-02-01"), ended, permit];
    assert!(found(&stays).contains(&"number/2026-03-01 2026-04-30".to_owned()));
}

#[test]
fn a_hole_is_told_by_kind_and_first_day() {
    let facts = [
        registered("Exempelstads", "2026-01-01", Some("2026-06-30")),
        registered("Exempelstads", "2026-07-10", Some("2026-11-10")),
    ];
    let holes =
        ["hole/registration/2026-07-01 2026-07-15", "hole/registration/2026-11-11 2026-11-25"];
    assert_eq!(found(&facts), holes);
    let rules = rules();
    let found = watches(&rules, &in_order(&facts), window(), day(TODAY));
    assert_eq!((found[0].about, found[0].because.len()), (Some(FactKind::Registration), 2));
    assert_eq!(found[1].because.len(), 1);
}

#[test]
fn the_dead_and_those_abroad_have_none() {
    let with = |content: FactContent, from: &str, until: Option<&str>| {
        found(&[born("2008-12-24"), alone(), fact(content, Some(from), until)])
    };
    let all = found(&[born("2008-12-24"), alone()]);
    assert_eq!(all.len(), 2);
    let abroad = || FactContent::ConfirmedAbroad(ConfirmedAbroad {});
    assert_eq!(with(abroad(), "2026-11-20", None), [""; 0]);
    assert_eq!(with(abroad(), "2026-11-01", Some("2026-11-19")), all);
    assert_eq!(with(abroad(), "2026-12-01", Some("2026-12-31")), all[1..]);
    assert_eq!(with(FactContent::Died(Died {}), "2026-11-20", None), [""; 0]);
    assert_eq!(with(FactContent::Died(Died {}), "2026-12-24", None), [""; 0]);
}

#[test]
fn who_has_moved_away_has_only_the_change_itself() {
    let facts = [
        born("2010-01-01"),
        alone(),
        assigned("Exempelstads", None, "2025-01-01", Some("2026-10-31")),
        assigned("Provköpings", None, "2026-11-01", Some("2026-11-10")),
        assigned("Testby", None, "2026-11-11", None),
    ];
    let ask = |ours: &Municipality| -> Vec<String> {
        let rules = rules();
        let (law, choices) = (&Catalogue::default(), &Choices::default());
        let asked = Asked { window: window(), today: day(TODAY), ours: Some(ours), law, choices };
        let found = watches_asked(&rules, &in_order(&facts), asked);
        found.into_iter().map(|watch| watch.key).collect()
    };
    assert_eq!(ask(&town("Exempelstads")), ["change/2026-11-01"]);
    assert_eq!(ask(&town("Provköpings")), ["change/2026-11-01", "change/2026-11-11"]);
    assert_eq!(
        ask(&town("Testby")),
        ["change/2026-11-11", "confirm/2028-01-01", "turns-21/2031-01-01"]
    );
}

#[test]
fn one_watch_does_for_a_household() {
    let member =
        Household { household: "H12".to_owned(), role: HouseholdRole::Adult, quota: false };
    let facts = [received("2025-01-31"), fact(FactContent::Household(member), None, None)];
    let rules = rules();
    let found = watches(&rules, &in_order(&facts), window(), day(TODAY));
    assert_eq!(found[0].household.as_deref(), Some("H12"));
    assert_eq!((found[0].event, found[0].due), (day("2027-01-31"), day("2027-01-31")));
}

#[test]
fn a_rule_holds_for_events_of_its_days() {
    let days = |from: &str, until: Option<&str>| WatchRule {
        valid_from: day(from),
        valid_until: until.map(day),
        ..rule("turns-18", Trigger::Turns { years: 18 }, DueRule::OnTheDay {})
    };
    // A rule that changes keeps its id; the key of an event stays the same.
    let rules = [days("2020-01-01", Some("2026-05-01")), days("2026-05-02", None)];
    for born_on in ["2008-05-01", "2008-05-02"] {
        let facts = [born(born_on)];
        let found = watches(&rules, &in_order(&facts), window(), day(TODAY));
        assert_eq!(found.len(), 1, "{born_on}");
    }
    let facts = [born("2001-12-31")];
    assert_eq!(watches(&rules, &in_order(&facts), window(), day(TODAY)), []);
}

#[test]
fn marks_settle_move_and_stick() {
    let facts = [born("2008-12-24"), alone(), received("2025-01-31")];
    let rules = rules();
    let compute = || watches(&rules, &in_order(&facts), window(), day(TODAY));
    let keys: Vec<String> = compute().into_iter().map(|watch| watch.key).collect();
    assert_eq!(keys, ["confirm/2026-12-24", "instalment/2027-01-31", "turns-21/2029-12-24"]);
    let standing = apply(compute(), |_| None, day(TODAY));
    assert_eq!((standing.open.len(), standing.done, standing.not_applicable), (3, 0, 0));
    let reason = "EXEMPEL".to_owned();
    let moved = Mark::MovedTo { day: day("2030-01-01"), reason: reason.clone() };
    let marks = [
        (keys[0].clone(), moved),
        (keys[1].clone(), Mark::Done {}),
        ("gone/2026-01-01".to_owned(), Mark::Done {}),
    ];
    let mark = |key: &str| marks.iter().find(|(of, _)| of == key).map(|(_, mark)| mark);
    let standing = apply(compute(), mark, day(TODAY));
    let open: Vec<(&str, NaiveDate)> =
        standing.open.iter().map(|one| (one.watch.key.as_str(), one.due)).collect();
    assert_eq!(open, [(keys[2].as_str(), day("2029-12-24")), (&keys[0], day("2030-01-01"))]);
    assert_eq!(standing.open[1].moved.as_ref(), Some(&reason));
    assert_eq!(standing.open[1].watch.due, day("2026-12-03"));
    assert_eq!(standing.open[1].nearness, Nearness::Later);
    assert_eq!((standing.done, standing.not_applicable), (1, 0));
    let nothing = Mark::NotApplicable { reason };
    let standing = apply(compute(), |_| Some(&nothing), day(TODAY));
    assert_eq!((standing.open.len(), standing.not_applicable), (0, 3));
}
