//! Generated samples: what reading and matching finds is what the answer key says, no more, no less.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use acceptance::Desk;
use serde_json::{Value, json};

/// A sample in the desk's folder, with its answer key; the register is brought in.
fn sample(desk: &mut Desk, order: &Value) -> Value {
    let folder = desk.path("sample");
    let mut request = order.clone();
    request["folder"] = json!(folder);
    desk.sample(request).unwrap();
    let done = desk.call("register.import", json!({ "path": folder.join("register.csv") }));
    let key: Value =
        serde_json::from_slice(&std::fs::read(folder.join("facit.json")).unwrap()).unwrap();
    assert_eq!(done["persons_added"], key["persons"], "{done}");
    key
}

fn anomalies<'k>(list: &'k Value, field: &str) -> Vec<&'k Value> {
    let all = list["anomalies"].as_array().unwrap();
    all.iter().filter(|anomaly| !anomaly[field].is_null()).collect()
}

/// Previews, imports and matches one list, and holds each step against the answer key.
fn hold(desk: &mut Desk, list: &Value) {
    let path = desk.path("sample").join(list["file"].as_str().unwrap());
    let preview = desk.call("payments.preview", json!({ "path": path }));
    for sum in ["rows", "net_ore", "positive_ore", "negative_ore"] {
        assert_eq!(preview[sum], list[sum], "{sum}");
    }
    assert_eq!(preview["profile"], "utbetalningslista-a");
    let found: Vec<Value> = preview["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .map(|found| json!([found["line"], found["code"], found["column"]]))
        .collect();
    let expected: Vec<Value> = anomalies(list, "finding")
        .into_iter()
        .map(|anomaly| json!([anomaly["line"], anomaly["finding"], anomaly["column"]]))
        .collect();
    assert_eq!(found, expected);

    let done =
        desk.import(&path, json!({ "park_faulty": true, "bank_ore": list["clean_net_ore"] }));
    assert_eq!(done["outcome"], "done", "{done}");
    assert_eq!(done["rows"], list["rows"]);
    assert_eq!(done["parked"], expected.len());
    assert_eq!(done["net_ore"], list["clean_net_ore"]);
    assert_eq!(done["difference_ore"], 0);

    let matched = desk.call("match.run", json!({ "list": done["list"] }));
    assert_eq!(matched["matched"], list["matched"]);
    assert_eq!(matched["suspense"], list["suspense"]);
    for anomaly in anomalies(list, "reason") {
        let rows = matched["rows"].as_array().unwrap();
        let row = rows.iter().find(|row| row["line"] == anomaly["line"]).unwrap();
        assert_eq!(row["person"], Value::Null, "{row}");
    }
    let unmatched = desk.call("match.rows", json!({ "list": done["list"], "filter": "unmatched" }));
    let found: Vec<Value> = unmatched["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| json!([row["line"], row["reason_code"]]))
        .collect();
    let expected: Vec<Value> = anomalies(list, "reason")
        .into_iter()
        .map(|anomaly| json!([anomaly["line"], anomaly["reason"]]))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn one_list_with_every_fault_is_as_the_answer_key_says() {
    let mut desk = Desk::new();
    let key =
        sample(&mut desk, &json!({ "persons": 60, "rows": 700, "seed": 11, "anomalies": 120 }));
    let list = &key["lists"][0];
    let mut codes: Vec<&str> =
        anomalies(list, "finding").iter().map(|one| one["finding"].as_str().unwrap()).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), 16, "fifteen faults and the double row: {codes:?}");
    hold(&mut desk, list);
}

#[test]
fn months_follow_each_other_and_are_distributed_whole() {
    let mut desk = Desk::new();
    let key =
        sample(&mut desk, &json!({ "persons": 120, "months": 3, "seed": 4, "anomalies": 24 }));
    let lists = key["lists"].as_array().unwrap();
    assert_eq!(lists.len(), 3);
    for list in lists {
        hold(&mut desk, list);
        let done = desk.call("distribution.run", json!({ "month": list["month"] }));
        assert_eq!(done["in_ore"], list["clean_net_ore"]);
        let (out, suspense) = (done["out_ore"].as_i64(), done["suspense_ore"].as_i64());
        assert_eq!(out.zip(suspense).map(|(out, rest)| out + rest), done["in_ore"].as_i64());
        let unmatched = done["suspended"].as_array().unwrap().len();
        assert_eq!(json!(unmatched), list["suspense"], "the key knows every compensation");
    }
}

#[test]
fn a_sample_that_does_not_work_out_is_refused() {
    let desk = Desk::new();
    let folder = desk.path("sample");
    let refused = desk
        .sample(json!({ "persons": 60, "rows": 10, "anomalies": 6, "folder": folder }))
        .unwrap_err();
    assert_eq!(refused.code(), "sample-size");
    assert!(!folder.exists());
    let both = json!({ "persons": 60, "rows": 10, "months": 1, "folder": folder });
    assert_eq!(desk.sample(both).unwrap_err().code(), "bad-request");
}
