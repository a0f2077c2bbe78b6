//! Looking back is replaying: over random entries, corrections, endings, merges and splits, what was
//! known on a day is what the register said on that day, and nothing is ever lost.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::collections::{BTreeMap, BTreeSet};

use acceptance::{Desk, text};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

/// Boards of the register.
const CENTRES: [&str; 2] = ["7110", "7120"];
/// Persons of the register, by their ids.
const PERSONS: [&str; 3] = ["P01", "P02", "P03"];
/// Days of facts are so many thirty days after the first one.
const STEPS_OF_DAYS: u64 = 18;

/// What somebody does with the register.
#[derive(Clone, Debug)]
enum Act {
    /// Enters a fact, or corrects one of those that are known.
    Enter {
        said: usize,
        from: Option<u64>,
        until: Option<u64>,
        corrects: Option<Index>,
    },
    /// Ends a known fact, or takes it back.
    End {
        which: Index,
        last: Option<u64>,
    },
    Merge {
        into: usize,
    },
    Split,
}

/// An act about a person, some days after the one before.
#[derive(Clone, Debug)]
struct Step {
    later: u64,
    person: usize,
    act: Act,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let day = || prop::option::weighted(0.8, 0..STEPS_OF_DAYS);
    let until = prop::option::weighted(0.3, 0..STEPS_OF_DAYS);
    let corrects = prop::option::weighted(0.3, any::<Index>());
    // Boards more often than the rest: lists show them.
    let said = prop_oneof![0..3_usize, 0..facts().len()];
    let entering = (said, day(), until, corrects);
    let act = prop_oneof![
        5 => entering.prop_map(|(said, from, until, corrects)| {
            Act::Enter { said, from, until, corrects }
        }),
        2 => (any::<Index>(), day()).prop_map(|(which, last)| Act::End { which, last }),
        3 => (0..PERSONS.len()).prop_map(|into| Act::Merge { into }),
        2 => Just(Act::Split),
    ];
    let step = (0..3_u64, 0..PERSONS.len(), act);
    let step = step.prop_map(|(later, person, act)| Step { later, person, act });
    prop::collection::vec(step, 1..16)
}

/// What facts say; their days are drawn.
fn facts() -> Vec<Value> {
    let municipality = "Exempelstads kommun";
    vec![
        json!({ "kind": "responsible-board", "cost_centre": CENTRES[0] }),
        json!({ "kind": "responsible-board", "cost_centre": CENTRES[1] }),
        json!({ "kind": "responsible-board", "cost_centre": CENTRES[1], "district": "Öst" }),
        json!({ "kind": "housing", "form": "own" }),
        json!({ "kind": "housing", "form": "assigned" }),
        json!({ "kind": "household", "household": "H1", "role": "child", "quota": false }),
        json!({ "kind": "legal-ground", "ground": "asylum-seeker" }),
        json!({ "kind": "registration", "municipality": municipality }),
        json!({ "kind": "reception", "municipality": municipality }),
        json!({ "kind": "birth", "date": "2025-03-01", "basis": "stated" }),
    ]
}

fn day(steps: u64) -> NaiveDate {
    let first: NaiveDate = "2025-01-15".parse().unwrap();
    first.checked_add_days(Days::new(30 * steps)).unwrap()
}

/// A register with three persons, who have nothing but a name and a board.
fn register() -> Desk {
    let mut desk = Desk::new();
    for (at, centre) in CENTRES.iter().enumerate() {
        desk.call("boards.put", json!({ "cost_centre": centre, "name": format!("Nämnd {at}") }));
    }
    for (person, centre) in PERSONS.iter().zip(["7110", "7120", ""]) {
        desk.call(
            "persons.add",
            json!({ "person": person, "family_name": person, "cost_centre": centre }),
        );
    }
    desk
}

/// Does a step on its day. Says whether a rule said no.
fn act(desk: &mut Desk, step: &Step, on: NaiveDate) -> bool {
    desk.on(&on.to_string());
    let person = PERSONS[step.person];
    let known = desk.call("persons.facts", json!({ "person": person }))["facts"].clone();
    let known = known.as_array().unwrap();
    let one = |which: &Index| (!known.is_empty()).then(|| known[which.index(known.len())].clone());
    let (name, request) = match &step.act {
        Act::Enter { said, from, until, corrects } => {
            let mut fact = facts().swap_remove(*said);
            // What corrects says the same kind of thing more often than not.
            if let Some(corrected) = corrects.as_ref().and_then(one) {
                let same = facts().into_iter().find(|fact| fact["kind"] == corrected["kind"]);
                fact = same.unwrap_or(fact);
                fact["corrects"] = corrected["id"].clone();
            }
            if fact["kind"] != "birth" {
                fact["valid_from"] = json!(from.map(day));
            }
            if !["birth", "reception"].contains(&fact["kind"].as_str().unwrap()) {
                let last = |until| Some(day(from.unwrap_or_default() + until));
                fact["valid_until"] = json!(until.and_then(last));
            }
            ("persons.enter", json!({ "person": person, "facts": [fact] }))
        }
        Act::End { which, last } => {
            let Some(fact) = one(which) else { return true };
            let request =
                json!({ "person": person, "fact": fact["id"], "last_day": last.map(day) });
            ("persons.end", request)
        }
        Act::Merge { into } => {
            let request = json!({ "person": person, "into": PERSONS[*into], "confirmed": true });
            ("persons.merge", request)
        }
        Act::Split => {
            let all = pictures(desk, None);
            let mut others = (0..PERSONS.len()).map(|at| (step.person + at) % PERSONS.len());
            let merged = others.find(|at| all[*at]["person"] != PERSONS[*at]);
            ("persons.split", json!({ "person": PERSONS[merged.unwrap_or(step.person)] }))
        }
    };
    match desk.answer(name, request) {
        Ok(_) => false,
        Err(reply) => {
            assert!(reply.by_rule, "{name}: {} {}", reply.code, reply.message);
            true
        }
    }
}

/// What is known of everybody: now, or as known on a day.
fn pictures(desk: &mut Desk, as_known: Option<NaiveDate>) -> Vec<Value> {
    let one = |person: &&str| {
        let request = json!({ "person": person, "as_known": as_known });
        let mut document = desk.call("persons.facts", request);
        document.as_object_mut().unwrap().remove("as_known");
        document
    };
    PERSONS.iter().map(one).collect()
}

/// Pages of everybody without the days of the slider, which tell of merges too.
fn state(desk: &mut Desk) -> Vec<Value> {
    let one = |person: &&str| {
        let mut view = desk.call("persons.view", json!({ "person": person }));
        view.as_object_mut().unwrap().remove("days");
        view
    };
    PERSONS.iter().map(one).collect()
}

/// Every entry by its id, without whether it holds now.
fn entries(state: &[Value]) -> BTreeMap<String, Value> {
    let mut all = BTreeMap::new();
    for view in state {
        for entry in view["entries"].as_array().unwrap() {
            let mut entry = entry.clone();
            entry.as_object_mut().unwrap().remove("current");
            all.insert(text(&entry["id"]), entry);
        }
    }
    all
}

/// The same without the ids, which every register makes its own.
fn without_ids(mut pictures: Vec<Value>) -> Vec<Value> {
    for picture in &mut pictures {
        for list in ["facts", "earlier_births"] {
            picture[list].as_array_mut().unwrap().iter_mut().for_each(without_id);
        }
    }
    pictures
}

fn without_id(fact: &mut Value) {
    let fact = fact.as_object_mut().unwrap();
    fact.remove("id");
    let corrects = fact.remove("corrects").is_some_and(|id| !id.is_null());
    fact.insert("corrects".to_owned(), json!(corrects));
}

/// Whom lists show under each board today, and whom the facts do.
fn under_boards(
    desk: &mut Desk,
    pictures: &[Value],
    today: NaiveDate,
) -> [BTreeSet<(String, String)>; 2] {
    let (mut listed, mut known) = (BTreeSet::new(), BTreeSet::new());
    for centre in CENTRES {
        let found = desk.call("persons.find", json!({ "text": "", "cost_centre": centre }));
        for person in found["persons"].as_array().unwrap() {
            listed.insert((text(&person["person"]), centre.to_owned()));
        }
    }
    let today = today.to_string();
    for picture in pictures {
        for fact in picture["facts"].as_array().unwrap() {
            let from = fact["valid_from"].as_str().is_none_or(|from| *from <= *today);
            let until = fact["valid_until"].as_str().is_none_or(|until| *today <= *until);
            if fact["kind"] == "responsible-board" && from && until {
                known.insert((text(&picture["person"]), text(&fact["cost_centre"])));
            }
        }
    }
    [listed, known]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn looking_back_is_replaying_and_nothing_is_lost(
        steps in steps(),
        replayed in any::<Index>(),
        two in (0..PERSONS.len(), 1..PERSONS.len()),
    ) {
        let mut desk = register();
        let mut today: NaiveDate = "2026-11-02".parse().unwrap();
        let mut days: Vec<(NaiveDate, Vec<Value>)> = vec![(today, pictures(&mut desk, None))];
        let mut done: Vec<(NaiveDate, &Step)> = Vec::new();
        let mut now = state(&mut desk);
        for step in &steps {
            today = today.checked_add_days(Days::new(step.later)).unwrap();
            done.push((today, step));
            let refused = act(&mut desk, step, today);
            let before = std::mem::replace(&mut now, state(&mut desk));
            if refused {
                // Ages may change with the day, entries may not.
                prop_assert_eq!(entries(&now), entries(&before), "refused: {:?}", step);
            }
            let after = entries(&now);
            for (id, entry) in entries(&before) {
                prop_assert_eq!(after.get(&id), Some(&entry), "an entry was lost or changed");
            }
            let picture = pictures(&mut desk, None);
            // Lists are made from what is marked as superseded, pages from the facts: they agree.
            let [listed, known] = under_boards(&mut desk, &picture, today);
            prop_assert_eq!(listed, known, "lists after {:?}", step);
            if days.last().is_some_and(|(day, _)| *day == today) {
                days.pop();
            }
            days.push((today, picture));
        }

        // As known on each day is what the register said at its end.
        for (day, then) in &days {
            prop_assert_eq!(&pictures(&mut desk, Some(*day)), then, "as known on {}", day);
        }
        // And it is what another register says that got only the steps up to one of them.
        let (day, then) = &days[replayed.index(days.len())];
        let mut fresh = register();
        for (on, step) in done.iter().filter(|(on, _)| on <= day) {
            act(&mut fresh, step, *on);
        }
        let again = without_ids(pictures(&mut fresh, None));
        prop_assert_eq!(again, without_ids(then.clone()), "replayed up to {}", day);

        // Who is taken for somebody else and parted again is who it was.
        let before = state(&mut desk);
        let (person, into) = (two.0, (two.0 + two.1) % PERSONS.len());
        let roots: Vec<String> = before.iter().map(|view| text(&view["brief"]["person"])).collect();
        if roots[person] != roots[into] {
            let merge = json!({ "person": roots[person], "into": roots[into], "confirmed": true });
            desk.call("persons.merge", merge);
            desk.call("persons.split", json!({ "person": roots[person] }));
            prop_assert_eq!(state(&mut desk), before);
        }
    }
}
