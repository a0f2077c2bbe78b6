//! Samples of claims: what their lists, their ledger and what was claimed leave out or say wrongly is found by
//! candidates and checks, and nothing else is.
//!
//! `ATERSOK_PERSONS` and `ATERSOK_SEEDS` say how many persons and seeds.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use acceptance::{Desk, ore, text};
use serde_json::{Value, json};

fn from_environment(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

fn seeds() -> std::ops::RangeInclusive<u64> {
    1..=from_environment("ATERSOK_SEEDS", 3)
}

fn list_of<'k>(key: &'k Value, field: &str) -> &'k Vec<Value> {
    key[field].as_array().unwrap()
}

/// A desk with the register of a sample, and its key.
struct Sample {
    desk: Desk,
    key: Value,
    folder: PathBuf,
}

fn sample(seed: u64) -> Sample {
    let mut desk = Desk::new();
    let folder = desk.path("sample");
    let persons = from_environment("ATERSOK_PERSONS", 80);
    let order = json!({
        "persons": persons, "seed": seed, "anomalies": persons / 2, "claims": true, "folder": folder,
    });
    desk.sample(order).unwrap();
    let key = std::fs::read(folder.join("facit.json")).unwrap();
    let key: Value = serde_json::from_slice(&key).unwrap();
    desk.on(key["as_of"].as_str().unwrap());
    let mut document = desk.call("settings.get", json!({}));
    let settings = &mut document["settings"];
    let terms = list_of(&key, "terms").iter();
    settings["school"]["terms"] =
        terms.map(|days| json!({ "from": days[0], "until": days[1] })).collect();
    settings["claims"]["since"] = key["since"].clone();
    desk.call("settings.put", document);
    let done = desk.call("register.import", json!({ "path": folder.join("register.csv") }));
    assert_eq!(done["persons_added"], key["persons"], "{done}");
    Sample { desk, key, folder }
}

impl Sample {
    /// What is found in the open rows of a draft: lines and codes.
    fn found(&mut self, area: &str, draft: &str) -> BTreeSet<(i64, String)> {
        let mut found = BTreeSet::new();
        for page in 0.. {
            let request = json!({ "draft": draft, "filter": "open", "shown": { "page": page } });
            let rows = self.desk.call(&format!("{area}.rows"), request);
            let rows = list_of(&rows, "rows").clone();
            if rows.is_empty() {
                break;
            }
            for row in rows {
                let request = json!({ "draft": draft, "line": row["line"] });
                let row = self.desk.call(&format!("{area}.row"), request);
                let codes = list_of(&row, "findings").iter();
                found.extend(codes.map(|one| (ore(&one["line"]), text(&one["code"]))));
            }
        }
        found
    }

    /// Reads a file, holds what is found against the key, decides as it says, and takes it in.
    fn take_in(&mut self, area: &str, file: &Value, period: &Value) {
        let (id, path) = (text(&file["file"]), self.folder.join(text(&file["file"])));
        let mut request = json!({ "id": id, "path": path });
        if area == "school" {
            request["period"] = period.clone();
        }
        self.desk.call(&format!("{area}.read"), request);
        let keys = list_of(file, "findings").clone();
        let expected = keys.iter().map(|one| (ore(&one["line"]), text(&one["code"]))).collect();
        assert_eq!(self.found(area, &id), expected, "{id}");
        let decisions = keys.iter().map(|one| {
            let decision = if one["accepted"] == true { "accept" } else { "park" };
            json!({ "line": one["line"], "decision": decision })
        });
        let decisions: Vec<Value> = decisions.collect();
        if !decisions.is_empty() {
            let request = json!({ "draft": id, "decisions": decisions });
            self.desk.call(&format!("{area}.decide"), request);
        }
        self.desk.call(&format!("{area}.commit"), json!({ "draft": id }));
    }

    fn take_all_in(&mut self) {
        for file in list_of(&self.key, "school_lists").clone() {
            self.take_in("school", &file, &file["period"]);
        }
        let costs = self.key["costs"].clone();
        self.take_in("costs", &costs, &Value::Null);
    }

    /// The costs of a person in a quarter's days.
    fn costs(&mut self, line: &Value) -> Vec<Value> {
        let request = json!({
            "person": line["person"], "from": line["from"], "until": line["until"],
            "compensation": line["compensation"],
        });
        let costs = self.desk.call("costs.list", request);
        list_of(&costs, "costs").iter().map(|cost| cost["cost"].clone()).collect()
    }

    /// Makes the claims of the key, one for each compensation and quarter; gives their ids.
    fn claim_all(&mut self) -> BTreeMap<(String, String), Value> {
        let mut claims = BTreeMap::new();
        for line in list_of(&self.key, "claimed").clone() {
            let of = (text(&line["compensation"]), text(&line["period"]));
            if !claims.contains_key(&of) {
                let request = json!({ "compensation": of.0, "period": of.1, "unit": null });
                let claim = self.desk.call("claims.create", request)["claim"].clone();
                claims.insert(of.clone(), claim);
            }
            let costs = self.costs(&line);
            let request = json!({
                "claim": claims[&of], "person": line["person"], "from": line["from"],
                "until": line["until"], "costs": costs,
            });
            let view = self.desk.call("claims.add_line", request);
            let mut lines = list_of(&view, "lines").iter();
            let own = lines.rfind(|one| one["person"] == line["person"]).unwrap();
            assert_eq!(own["amount_ore"], line["amount_ore"], "{line}\n{own}");
        }
        claims
    }
}

/// A candidate or an answer of the key, as one text.
fn told(row: &Value) -> String {
    let fields = ["person", "compensation", "period", "amount_ore"];
    fields.map(|field| row[field].to_string()).join(" ")
}

fn sorted(rows: &[Value], tell: impl Fn(&Value) -> String) -> Vec<String> {
    let mut all: Vec<String> = rows.iter().map(tell).collect();
    all.sort();
    all
}

#[test]
fn what_was_not_claimed_is_a_candidate_and_nothing_else_is() {
    for seed in seeds() {
        let mut sample = sample(seed);
        sample.take_all_in();
        let as_of = json!({ "as_of": sample.key["as_of"], "shown": { "all": true } });
        let before = sample.desk.call("candidates.list", as_of.clone());
        let mut all = list_of(&sample.key, "claimed").clone();
        all.extend(list_of(&sample.key, "forgotten").clone());
        assert_eq!(sorted(list_of(&before, "rows"), told), sorted(&all, told), "seed {seed}");
        sample.claim_all();
        let found = sample.desk.call("candidates.list", as_of.clone());
        let forgotten = list_of(&sample.key, "forgotten");
        assert!(!forgotten.is_empty());
        assert_eq!(sorted(list_of(&found, "rows"), told), sorted(forgotten, told), "seed {seed}");
        let without = |row: &Value| {
            ["person", "compensation", "from", "until", "amount_ore"]
                .map(|field| row[field].to_string())
                .join(" ")
        };
        let expected = sorted(list_of(&sample.key, "without_right"), without);
        assert!(!expected.is_empty());
        let rightless = sample.desk.call("candidates.without_right", as_of);
        let of_candidates = sorted(list_of(&rightless, "rows"), without);
        assert_eq!(of_candidates, expected, "seed {seed}");
    }
}

/// Findings about what lines ask for, and not about papers that a sample has none of.
const OF_LINES: [&str; 5] =
    ["days-claimed", "days-shared", "days-without-right", "not-entitled", "amount-differs"];

#[test]
fn a_line_that_asks_again_is_stopped_and_no_other_is() {
    for seed in seeds() {
        let mut sample = sample(seed);
        sample.take_all_in();
        let claims = sample.claim_all();
        let mut again: Vec<Value> = Vec::new();
        for line in list_of(&sample.key, "overlaps").clone() {
            let of = json!({ "compensation": line["compensation"], "period": line["period"] });
            let claim = sample.desk.call("claims.create", of)["claim"].clone();
            let request = json!({
                "claim": claim, "person": line["person"], "from": line["from"],
                "until": line["until"], "amount_ore": line["amount_ore"],
            });
            sample.desk.call("claims.add_line", request);
            again.push(claim);
        }
        assert!(!again.is_empty());
        let asked: BTreeSet<String> =
            list_of(&sample.key, "overlaps").iter().map(|line| text(&line["person"])).collect();
        for claim in claims.values().chain(&again) {
            let view = sample.desk.call("claims.view", json!({ "claim": claim }));
            let lines: BTreeMap<String, String> = list_of(&view, "lines")
                .iter()
                .map(|line| (text(&line["line"]), text(&line["person"])))
                .collect();
            let found = list_of(&view, "findings").iter();
            let of_lines = found.filter(|one| OF_LINES.contains(&text(&one["code"]).as_str()));
            for finding in of_lines {
                let person = lines.get(&text(&finding["line"])).cloned().unwrap_or_default();
                assert!(asked.contains(&person), "seed {seed}: {finding}");
            }
            if again.contains(claim) {
                let stops = list_of(&view, "findings").iter();
                let stops: Vec<String> = stops.map(|one| text(&one["code"])).collect();
                assert!(stops.contains(&"days-claimed".to_owned()), "seed {seed}: {stops:?}");
            }
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let desk = Desk::new();
    let written = |name: &str, seed: u64| {
        let folder = desk.path(name);
        let order = json!({
            "persons": 40, "seed": seed, "anomalies": 20, "claims": true, "folder": folder,
        });
        desk.sample(order).unwrap();
        let mut files: Vec<_> =
            std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        files.into_iter().map(|file| std::fs::read(file).unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(written("a", 5), written("b", 5));
    assert!(written("a", 5) != written("c", 6));
    let wrong = json!({ "persons": 4, "anomalies": 5, "claims": true, "folder": desk.path("d") });
    assert_eq!(desk.sample(wrong).unwrap_err().code(), "sample-size");
}
