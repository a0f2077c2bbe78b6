//! From what may be claimed to a claim: lines taken from candidates, the next claim from the last one, the
//! intake that follows, and who is told of money at risk.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use acceptance::{Desk, KEY, ore, text};
use api::{Host, Unwatched};
use serde_json::{Value, json};

/// Three school children who seek asylum, one of them protected, of two boards.
fn desk() -> Desk {
    let mut desk = Desk::with_register();
    for (person, number, centre) in
        [("S1", "99-300001", "7110"), ("S2", "99-300002", "7110"), ("S3", "99-300003", "7120")]
    {
        let facts = json!([
            { "kind": "birth", "date": "2014-03-01", "basis": "stated" },
            { "kind": "legal-ground", "ground": "asylum-seeker", "valid_from": "2026-01-10" },
            { "kind": "schooling", "form": "compulsory", "municipality": "Exempelstads kommun",
              "valid_from": "2026-01-12" },
            { "kind": "responsible-board", "cost_centre": centre, "valid_from": "2026-01-10" },
        ]);
        let pupil = json!({
            "person": person, "family_name": format!("Skol-Test{person}"),
            "dossier_number": number, "facts": facts,
        });
        desk.call("persons.add", pupil);
    }
    let mut document = desk.call("settings.get", json!({}));
    let settings = &mut document["settings"];
    settings["school"]["terms"] = json!([
        { "from": "2026-01-12", "until": "2026-06-11" },
        { "from": "2026-08-17", "until": "2026-12-18" },
    ]);
    settings["claims"]["since"] = json!("2026-01-01");
    settings["intake"]["units"] = json!([
        { "unit": "7110", "recipient": "", "compensations": [SCHOOL, "ASYL-UTB-GYM"] },
    ]);
    desk.call("settings.put", document);
    desk.on("2026-09-20");
    desk
}

const SCHOOL: &str = "ASYL-UTB-GRU";

fn named(person: &str, period: &str) -> Value {
    json!({ "person": person, "period": period })
}

fn persons_of(view: &Value) -> Vec<String> {
    view["lines"].as_array().unwrap().iter().map(|line| text(&line["person"])).collect()
}

#[test]
fn marked_candidates_become_a_claim_with_a_line_each_in_one_step() {
    let mut desk = desk();
    let school = json!({ "compensation": SCHOOL, "state": "within-30" });
    let listed = desk.call("candidates.list", school);
    assert_eq!(listed["total"], 3, "{listed}");
    assert_eq!(ore(&listed["sum_ore"]), 3 * 5_040_000);
    assert_eq!(listed["rows"][0]["state"], "within-30");
    assert_eq!(listed["states"][2], json!({ "state": "within-7", "count": 0, "sum_ore": 0 }));
    assert_eq!(listed["states"][3]["count"], 3);

    let create = json!({
        "id": "A", "compensation": SCHOOL, "unit": "7110",
        "candidates": [named("S1", "2026Q1"), named("S2", "2026Q1")],
    });
    let claim = desk.call("claims.create", create.clone());
    assert_eq!(claim["period"], "2026Q1", "the period is that of what is named");
    assert_eq!(persons_of(&claim), ["S1", "S2"]);
    assert_eq!(ore(&claim["sum_ore"]), 2 * 5_040_000);
    let line = &claim["lines"][0];
    assert_eq!((&line["from"], &line["until"]), (&json!("2026-01-12"), &json!("2026-04-05")));
    assert!(line["explanation"].as_array().unwrap().len() > 3, "{line}");
    assert_eq!(desk.call("claims.create", create)["lines"].as_array().unwrap().len(), 2, "once");
    let left = desk.call("candidates.list", json!({ "compensation": SCHOOL, "period": "2026Q1" }));
    assert_eq!(left["total"], 1, "{left}");

    let twice = json!({ "compensation": SCHOOL, "candidates": [named("S1", "2026Q1")] });
    let refused = desk.refused("claims.create", twice);
    assert_eq!(refused.code, "no-such-candidate");
    assert_eq!(desk.call("claims.list", json!({}))["claims"].as_array().unwrap().len(), 1);
}

#[test]
fn a_draft_takes_what_fits_it_and_nothing_else() {
    let mut desk = desk();
    let create = json!({ "id": "A", "compensation": SCHOOL, "period": "2026Q1", "unit": "7110" });
    desk.call("claims.create", create);
    let fits = desk.call("claims.candidates", json!({ "claim": "A" }));
    let persons: Vec<String> =
        fits["rows"].as_array().unwrap().iter().map(|row| text(&row["person"])).collect();
    assert_eq!(persons, ["S1", "S2"], "of its unit and period alone");
    let taken =
        desk.call("claims.take", json!({ "claim": "A", "candidates": [named("S2", "2026Q1")] }));
    assert_eq!(persons_of(&taken), ["S2"]);
    let taken = desk.call("claims.take", json!({ "claim": "A" }));
    assert_eq!(persons_of(&taken), ["S2", "S1"]);
    let empty = desk.refused("claims.take", json!({ "claim": "A" }));
    assert_eq!(empty.code, "nothing-fits-claim");
    let old = json!({ "claim": "A", "version": 1, "candidates": [named("S3", "2026Q1")] });
    assert_eq!(desk.refused("claims.take", old).code, "claim-changed");
    // Whoever names somebody of another unit knows whose money it is.
    let other = json!({ "claim": "A", "candidates": [named("S3", "2026Q1")] });
    let taken = desk.call("claims.take", other);
    assert_eq!(taken["lines"][2]["unit"], "7120");
}

#[test]
fn what_has_no_cost_is_no_line() {
    let mut desk = desk();
    let cared = json!({
        "person": "V1", "family_name": "Vård-Test", "dossier_number": "99-300009", "facts": [
            { "kind": "birth", "date": "2011-05-01", "basis": "stated" },
            { "kind": "legal-ground", "ground": "permit", "valid_from": "2025-02-01" },
            { "kind": "reception", "municipality": "Exempelstads kommun", "valid_from": "2025-02-01" },
            { "kind": "registration", "municipality": "Exempelstads kommun", "valid_from": "2025-02-15" },
            { "kind": "unaccompanied", "valid_from": "2025-01-01" },
            { "kind": "assignment", "municipality": "Exempelstads kommun", "valid_from": "2025-02-01" },
            { "kind": "placement", "form": "residential-care", "basis": "lvu-2",
              "care_begun": "2026-04-01", "valid_from": "2026-04-01", "valid_until": "2026-06-30" },
            { "kind": "responsible-board", "cost_centre": "7120", "valid_from": "2025-02-15" },
        ],
    });
    desk.call("persons.add", cared);
    let create = json!({
        "id": "V", "compensation": "EKB-VARD", "candidates": [named("V1", "2026Q2")],
    });
    let refused = desk.refused("claims.create", create.clone());
    assert_eq!(refused.code, "candidate-without-cost");
    assert!(refused.message.contains("V1"), "{}", refused.message);
    for (id, from, until) in
        [("K1", "2026-04-01", "2026-04-30"), ("K2", "2026-05-01", "2026-05-31")]
    {
        let cost = json!({
            "id": id, "persons": [{ "person": "V1" }], "compensation": "EKB-VARD", "unit": "7120",
            "from": from, "until": until, "amount_ore": 9_000_000, "voucher": id,
        });
        desk.call("costs.add", cost);
    }
    let claim = desk.call("claims.create", create);
    let costs: Vec<String> = claim["lines"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|line| line["costs"].as_array().unwrap().iter().map(|cost| text(&cost["cost"])))
        .collect();
    assert_eq!(costs, ["K1", "K2"], "each once: {claim}");
    // 90 000 for thirty days and for thirty-one, above 1 000 a day.
    assert_eq!(ore(&claim["sum_ore"]), 6_000_000 + 5_900_000);
    assert!(
        !claim["findings"].as_array().unwrap().iter().any(|one| one["code"] == "amount-differs"),
        "{claim}"
    );
    assert_eq!(desk.call("costs.list", json!({ "open": true }))["total"], 0);

    // The lump sum comes first, and is passed with a reason.
    let lump_sum = |view: &Value| {
        let found = view["findings"].as_array().unwrap().clone();
        found.into_iter().find(|one| one["code"] == "lump-sum-first").unwrap()
    };
    let found = lump_sum(&claim);
    assert_eq!((&found["stops"], &found["may_be_passed"]), (&json!(true), &json!(true)));
    assert!(text(&found["message"]).contains("EKB-DYGN"), "{found}");
    let pass = json!({
        "claim": "V", "code": "lump-sum-first", "line": found["line"], "reason": "Schablonen är anmäld",
    });
    let passed = lump_sum(&desk.call("claims.pass", pass));
    assert_eq!(
        (&passed["stops"], &passed["passed"]),
        (&json!(false), &json!("Schablonen är anmäld"))
    );
}

#[test]
fn the_next_claim_is_made_from_the_last_one() {
    let mut desk = desk();
    let create = json!({
        "id": "A", "compensation": SCHOOL, "unit": "7110", "period": "2026Q1", "candidates": [],
    });
    assert_eq!(persons_of(&desk.call("claims.create", create)), ["S1", "S2"]);
    // One of them went to school in the first quarter alone.
    let facts = desk.call("persons.facts", json!({ "person": "S2" }));
    let facts = facts["facts"].as_array().unwrap();
    let school = facts.iter().find(|fact| fact["kind"] == "schooling").unwrap()["id"].clone();
    let end = json!({ "person": "S2", "fact": school, "last_day": "2026-03-31" });
    desk.call("persons.end", end);
    let next = desk.call("claims.create", json!({ "id": "B", "from": "A" }));
    assert_eq!(
        (&next["compensation"], &next["period"], &next["unit"]),
        (&json!(SCHOOL), &json!("2026Q2"), &json!("7110"))
    );
    assert_eq!(persons_of(&next), ["S1"]);
    let told = text(&next["log"][0]["what"]);
    assert!(told.contains("Å2026-0001") && told.contains("S2"), "{told}");
    assert_eq!(desk.call("claims.create", json!({ "id": "B", "from": "A" }))["version"], 2);
    assert_eq!(desk.refused("claims.create", json!({ "from": "X" })).code, "no-such-claim");
}

#[test]
fn days_on_which_another_municipality_is_named_are_told() {
    let mut desk = desk();
    let found = |desk: &mut Desk| {
        let view = desk.call("claims.view", json!({ "claim": "A" }));
        let all = view["findings"].as_array().unwrap().clone();
        all.into_iter().find(|one| one["code"] == "other-municipality")
    };
    let create = json!({
        "id": "A", "compensation": SCHOOL, "candidates": [named("S1", "2026Q1")],
    });
    desk.call("claims.create", create);
    assert_eq!(found(&mut desk), None);
    let home = json!({
        "kind": "home-municipality", "municipality": "Grannköpings kommun", "basis": "stays-for-now",
        "valid_from": "2026-03-01", "valid_until": "2026-03-15",
    });
    desk.call("persons.enter", json!({ "person": "S1", "facts": [home] }));
    let told = found(&mut desk).unwrap();
    let words = text(&told["message"]);
    assert_eq!(told["stops"], false);
    assert!(words.contains("Grannköpings kommun 2026-03-01–2026-03-15"), "{words}");
}

fn row_state(desk: &mut Desk, period: &str) -> Value {
    let rows = desk.call("intake.list", json!({ "unit": "7110", "period": period }));
    let rows = rows["rows"].as_array().unwrap().clone();
    let row = rows.into_iter().find(|row| row["compensation"] == SCHOOL).unwrap();
    json!([row["state"], row["from"], row["group"]])
}

#[test]
fn the_intake_follows_its_claims() {
    let mut desk = desk();
    desk.call("intake.open", json!({ "period": "2026Q1" }));
    desk.call("intake.open", json!({ "period": "2026Q2" }));
    let rows = desk.call("intake.list", json!({ "unit": "7110", "period": "2026Q1" }));
    let row = rows["rows"].as_array().unwrap().iter().find(|row| row["compensation"] == SCHOOL);
    let mark = json!({
        "rows": [row.unwrap()["row"]], "state": "received", "from": "rektorn", "on": "2026-09-01",
    });
    desk.call("intake.mark", mark);
    let create = json!({ "id": "A", "compensation": SCHOOL, "unit": "7110", "period": "2026Q1" });
    desk.call("claims.create", create);
    assert_eq!(
        row_state(&mut desk, "2026Q1")[0],
        "received",
        "a claim without lines asks for nothing"
    );
    let taken = desk.call("claims.take", json!({ "claim": "A" }));
    assert_eq!(row_state(&mut desk, "2026Q1")[0], "in-claim");
    assert_eq!(row_state(&mut desk, "2026Q2")[0], "waiting", "of the claim's days alone");
    for line in taken["lines"].as_array().unwrap() {
        desk.call("claims.remove_line", json!({ "claim": "A", "line": line["line"] }));
    }
    let before = row_state(&mut desk, "2026Q1");
    assert_eq!((&before[0], &before[1]), (&json!("received"), &json!("rektorn")));
    desk.call("claims.take", json!({ "claim": "A" }));
    desk.call("claims.withdraw", json!({ "claim": "A", "reason": "Fel skola" }));
    assert_eq!(row_state(&mut desk, "2026Q1")[0], "received");

    let again = json!({ "id": "B", "compensation": SCHOOL, "unit": "7110", "period": "2026Q1", "candidates": [] });
    let view = desk.call("claims.create", again);
    for found in view["findings"].as_array().unwrap().iter().filter(|one| one["stops"] == true) {
        let pass = json!({ "claim": "B", "code": found["code"], "line": found["line"], "reason": "Finns i akten" });
        desk.call("claims.pass", pass);
    }
    desk.call("claims.send", json!({ "claim": "B" }));
    desk.call("claims.approve", json!({ "claim": "B" }));
    assert_eq!(row_state(&mut desk, "2026Q1")[0], "in-claim");
    let submit = json!({ "claim": "B", "receipt": "K-1", "on": "2026-09-20" });
    desk.call("claims.submit", submit);
    let sent = row_state(&mut desk, "2026Q1");
    assert_eq!((&sent[0], &sent[2]), (&json!("submitted"), &json!("done")));
}

#[test]
fn a_compensation_has_an_inner_deadline_of_its_own() {
    let mut desk = desk();
    desk.call("intake.open", json!({ "period": "2026Q2" }));
    let inner = |desk: &mut Desk, code: &str| {
        let rows = desk.call("intake.list", json!({ "period": "2026Q2" }));
        let rows = rows["rows"].as_array().unwrap().clone();
        rows.into_iter().find(|row| row["compensation"] == code).unwrap()["inner"].clone()
    };
    assert_eq!(inner(&mut desk, SCHOOL), "2026-08-14");
    let mut document = desk.call("settings.get", json!({}));
    document["settings"]["intake"]["inner"] = json!([{ "compensation": SCHOOL, "days": 61 }]);
    desk.call("settings.put", document.clone());
    assert_eq!(inner(&mut desk, SCHOOL), "2026-08-31");
    assert_eq!(inner(&mut desk, "ASYL-UTB-GYM"), "2026-08-14");
    document["settings"]["intake"]["inner"] = json!([
        { "compensation": SCHOOL, "days": 181 }, { "compensation": SCHOOL, "days": 10 },
        { "compensation": "FINNS-INTE", "days": 10 },
    ]);
    let refused = desk.refused("settings.put", document);
    let also: Vec<&str> = refused.also.iter().map(|one| one.code.as_str()).collect();
    assert_eq!(refused.code, "intake-days");
    assert_eq!(also, ["intake-compensation-twice", "unknown-compensation"]);
}

#[test]
fn a_reminder_is_written_as_a_tagged_pdf() {
    let mut desk = desk();
    desk.call("intake.open", json!({ "period": "2026Q1" }));
    let path = desk.path("paminnelse.pdf");
    desk.call("intake.save_reminder", json!({ "unit": "7110", "path": path }));
    let document = lopdf::Document::load(&path).unwrap();
    let catalog = document.catalog().unwrap();
    assert!(catalog.has(b"StructTreeRoot") && catalog.has(b"MarkInfo"));
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    let words = document.extract_text(&pages).unwrap();
    assert!(words.contains("Påminnelse") && words.contains(SCHOOL), "{words}");
}

#[test]
fn who_is_told_of_money_at_risk_is_told_once_and_without_names() {
    let mut desk = desk();
    let mut document = desk.call("settings.get", json!({}));
    document["settings"]["claims"]["escalations"] = json!([
        { "days": 7, "recipient": "chefen" }, { "days": 30, "recipient": "handläggarna" },
        { "days": 120, "recipient": "" },
    ]);
    desk.call("settings.put", document);
    let told = desk.call("candidates.escalations", json!({ "as_of": "2026-09-20" }));
    let steps: Vec<(i64, i64)> = told["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| (ore(&step["days"]), ore(&step["count"])))
        .collect();
    // The first quarter's last day is 30 September, the second's 30 December.
    assert_eq!(steps, [(120, 3), (30, 3), (7, 0)]);
    let letter = &told["steps"][1];
    assert_eq!(
        (&letter["recipient"], ore(&letter["sum_ore"])),
        (&json!("handläggarna"), 3 * 5_040_000)
    );
    let words = text(&letter["text"]);
    assert!(
        words.contains("7110") && words.contains("2026-09-30") && words.contains("2 poster"),
        "{words}"
    );
    assert!(!told.to_string().contains("Skol-Test"), "{told}");
    let overdue = desk.call("candidates.escalations", json!({ "as_of": "2026-12-31" }));
    assert_eq!(overdue["steps"][2]["count"], 3, "what is overdue is told by the last step");
}

#[test]
fn money_at_risk_is_summed_by_officer() {
    let mut desk = desk();
    let case = json!({
        "id": "C1", "person": "S1", "kind": "claim", "cost_centre": "7110", "officer": "ANNA",
    });
    desk.call("cases.open", case);
    let risk = desk.call("candidates.risk", json!({ "as_of": "2026-09-25", "sums": true }));
    assert_eq!(risk["rows"], json!([]));
    let by_officer: Vec<(String, i64)> = risk["by_officer"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (text(&one["of"]), ore(&one["within_90_ore"])))
        .collect();
    assert_eq!(by_officer, [(String::new(), 2 * 5_040_000), ("ANNA".to_owned(), 5_040_000)]);
}

#[test]
fn another_person_stands_for_a_loss() {
    let mut desk = desk();
    desk.on("2026-10-15");
    let lose = json!({
        "id": "f", "person": "S1", "compensation": SCHOOL, "period": "2026Q1",
        "reason": "Underlaget kom för sent",
    });
    desk.call("candidates.lose", lose);
    let answers = desk.call("candidates.answers", json!({}));
    assert_eq!((&answers["total"], &answers["rows"][0]["answer"]), (&json!(1), &json!("f")));
    desk.call("session.close", json!({}));
    let mut other = Host::new("ANNAN", "2026-10-15".parse().ok()).with_key(KEY);
    let mut call = |name: &str, request: Value| other.call(name, request, &Unwatched).unwrap();
    call("session.open", json!({ "path": desk.path("desk.db") }));
    let confirmed = call("candidates.confirm_lost", json!({ "id": "f" }));
    assert_eq!(confirmed["confirmed_by"], "ANNAN");
    assert_eq!(call("candidates.risk", json!({}))["lost_confirmed_ore"], 5_040_000);
}

#[test]
fn the_navigation_tells_of_silent_units_and_passed_days() {
    let mut desk = desk();
    let reclaims = |desk: &mut Desk| {
        let navigation = desk.call("overview.navigation", json!({}));
        let sections = navigation["sections"].as_array().unwrap().clone();
        sections.into_iter().find(|one| one["section"] == "reclaims").unwrap()
    };
    assert_eq!(reclaims(&mut desk)["waits"], false);
    desk.call("intake.open", json!({ "period": "2026Q2" }));
    let told = reclaims(&mut desk);
    assert!(text(&told["text"]).contains("tyst"), "{told}");
    desk.on("2027-01-02");
    let told = reclaims(&mut desk);
    assert!(text(&told["text"]).contains("passerat"), "{told}");
}
