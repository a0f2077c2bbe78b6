#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]
//! What people read without `--json`, held against answers of the real commands.

use std::collections::BTreeSet;
use std::ffi::OsString;

use api::Host;
use api::texts::has;
use serde_json::{Value, json};

use crate::arguments::Arguments;
use crate::commands::{self, table};
use crate::people;

const KEY: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
/// Parts of answers that people never see.
const UNSEEN: [&str; 2] = ["fields", "according_to_import"];

/// A cost, but for whom it is for.
const COST: [&str; 10] = [
    "cost",
    "add",
    "--compensation",
    "EKB-VARD",
    "--from",
    "2026-07-01",
    "--until",
    "2026-07-31",
    "--amount-ore",
    "100",
];

fn desk(folder: &tempfile::TempDir) -> Host {
    let mut host = Host::new("EXEMPEL", "2026-11-20".parse().ok()).with_key(KEY);
    let request = json!({
        "path": folder.path().join("cli.db"), "municipality": "Exempelstads kommun",
        "organisation_number": "219999-9992",
    });
    commands::call(&mut host, "session.create", request).unwrap();
    host
}

fn answer(host: &mut Host, words: &[&str]) -> Value {
    let arguments = Arguments::parse(words.iter().map(OsString::from).collect(), table()).unwrap();
    let command = arguments.command.unwrap();
    (command.run)(host, &arguments).unwrap_or_else(|reply| panic!("{words:?}: {}", reply.message))
}

/// Names of fields that have no Swedish label.
fn unlabelled(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| unlabelled(value, found)),
        Value::Object(fields) => {
            for (name, value) in fields.iter().filter(|(name, _)| !UNSEEN.contains(&name.as_str()))
            {
                if !has(&format!("cli-field-{}", name.replace('_', "-"))) {
                    found.insert(name.clone());
                }
                unlabelled(value, found);
            }
        }
        _ => {}
    }
}

fn example(name: &str) -> String {
    format!("{}/../../assets/examples/{name}", env!("CARGO_MANIFEST_DIR"))
}

#[test]
#[allow(clippy::too_many_lines, reason = "a list of commands, in the order of a month")]
fn every_answer_is_told_in_swedish() {
    let folder = tempfile::tempdir().unwrap();
    let mut host = desk(&folder);
    let register = example("register-exempel.csv");
    let list = example("utbetalningslista-exempel.csv");
    answer(&mut host, &["register", "import", &register]);
    let taken = answer(&mut host, &["payments", "import", &list, "--bank-ore", "90925010"]);
    let list = taken["list"].as_str().unwrap().to_owned();
    let board = ["person", "board", "--person", "P07", "--cost-centre", "7120"];
    answer(&mut host, &[&board[..], &["--from", "2026-05-01"]].concat());
    let due = ["--due", "2026-12-01", "--due-text", "Ring"];
    let open = ["case", "open", "--person", "P07", "--kind", "claim", "--cost-centre", "7110"];
    let case = answer(&mut host, &[&open[..], &due].concat());
    let case = case["brief"]["number"].as_str().unwrap().to_owned();
    let mut missing = BTreeSet::new();
    for words in [
        &["person", "find", "test"][..],
        &["person", "show", "--person", "P07"],
        &["person", "facts", "--person", "P07"],
        &["person", "facts", "--person", "P07", "--as-known", "2026-01-01"],
        &["person", "history", "--person", "P07"],
        &["person", "kinds"],
        &["person", "add", "--family-name", "Müller-Test", "--given-name", "Golf"],
        &["person", "merge", "--person", "P07", "--into", "P08"],
        &["duplicates"],
        &["case", "list"],
        &["case", "show", "--case", &case],
        &["exit", "state"],
        &["last-days", "list"],
        &["intake", "open", "--period", "2026Q3", "--plan"],
        &["intake", "open", "--period", "2026Q3"],
        &["intake", "list", "--unit", "8100"],
        &["intake", "remind", "--unit", "8100"],
        &["last-day", "EKB-VARD", "--period", "2026Q3"],
        &["last-day", "--decided", "2026-11-02"],
        &["last-day", "--decided", "2026-11-02", "--served", "2026-11-04"],
        &["decisions", "list"],
        &["decisions", "check", "--month", "2026-10"],
        &["rates", "year", "--year", "2027"],
        &["law", "effect", "--on", "2026-10-01"],
        &["codes", "list"],
        &["compensations"],
        &["boards", "list"],
        &["key", "list"],
        &["key", "draft"],
        &["key", "draft", "--set", "NYA-SCHABLON=personens nämnd:60,5+8100:39,5*"],
        &["key", "draft", "--set", "NYA-EKB=8100:101;EKB-DYGN=8200:100"],
        &["key", "draft", "--discard"],
        &["key", "draft", "--remove", "EKB-DYGN"],
        &["period", "list"],
        &["period", "close", "2026-09"],
        &["accounts", "list"],
        &["profile", "list"],
        &["payments", "list"],
        &["payments", "show", "--list", &list],
        &["register", "read", &register],
        &["register", "proposals", "--list", &list],
        &["match", "--list", &list],
        &["distribute", "--month", "2026-10", "--draft", "--id", "utkast"],
        &["distribution", "list"],
        &["distribution", "show", "--distribution", "utkast"],
        &["distribution", "lock", "--distribution", "utkast"],
        &["distribution", "list"],
        &["report", "suspense"],
        &["person", "board", "--person", "P06", "--cost-centre", "7120", "--from", "2026-01-01"],
        &["distribution", "wrong"],
        &["distribution", "take-back", "--distribution", "utkast", "--reason", "Fel nämnd"],
        &["log", "sample", "--id", "urval", "--size", "1"],
        &["log", "review"],
        &["log", "review", "urval"],
        &["log", "extract", "--person", "P01"],
        &["audit", "verify"],
        &["check"],
    ] {
        let answer = answer(&mut host, words);
        unlabelled(&answer, &mut missing);
        let told = people::document(&answer);
        for sign in ["{", "}", "[", "null", "true", "false"] {
            assert!(!told.contains(sign), "{words:?}: {sign} in\n{told}");
        }
    }
    assert!(missing.is_empty(), "no label: {missing:?}");
}

#[test]
fn users_are_told_in_swedish() {
    let folder = tempfile::tempdir().unwrap();
    let mut host = Host::new("INGEN", "2026-11-20".parse().ok()).with_key("").signing();
    let user = |name: &str| json!({ "name": name, "password": "ett långt lösenord" });
    let request = json!({
        "path": folder.path().join("cli.db"), "municipality": "Exempelstads kommun",
        "organisation_number": "219999-9992", "first": user("anna"), "second": user("bo"),
    });
    let mut missing = BTreeSet::new();
    unlabelled(
        &commands::call(&mut host, "session.create", request).unwrap()["open"],
        &mut missing,
    );
    let cilla = json!({ "name": "cilla", "user_password": "ett långt lösenord" });
    commands::call(&mut host, "users.add", cilla).unwrap();
    let attest = ["attestregister", "add", "--name", "bo", "--number", "KS 1", "--id", "a"];
    for words in [
        &["role", "grant", "--name", "cilla", "--role", "auditor", "--id", "r"][..],
        &[&attest[..], &["--kind", "claim", "--limit-ore", "100"]].concat(),
        &["user", "list"],
        &["attestregister", "list"],
        &["attest", "list"],
        &["audit", "head"],
        &["audit", "verify", "--against", "1", "0123456789abcdef"],
    ] {
        let answer = answer(&mut host, words);
        unlabelled(&answer, &mut missing);
        let told = people::document(&answer);
        for sign in ["{", "}", "null", "true", "false"] {
            assert!(!told.contains(sign), "{words:?}: {sign} in\n{told}");
        }
    }
    assert!(missing.is_empty(), "no label: {missing:?}");
}

#[test]
fn claims_are_told_in_swedish() {
    let folder = tempfile::tempdir().unwrap();
    let mut host = desk(&folder);
    answer(&mut host, &["register", "import", &example("register-exempel.csv")]);
    let line = ["claim", "line", "add", "--claim", "2026-1", "--person", "P06"];
    let days = ["--amount-ore", "100", "--from", "2026-07-01", "--until", "2026-07-31"];
    let mut missing = BTreeSet::new();
    for words in [
        &["claim", "create", "--compensation", "NYA-SARSK", "--period", "2026Q3"][..],
        &[&line[..], &days].concat(),
        &["claim", "list"],
        &["claim", "check", "--claim", "2026-1"],
        &["claim", "create", "--from", "2026-1"],
    ] {
        unlabelled(&answer(&mut host, words), &mut missing);
    }
    assert!(missing.is_empty(), "no label: {missing:?}");
}

#[test]
fn costs_are_told_in_swedish() {
    let folder = tempfile::tempdir().unwrap();
    let mut host = desk(&folder);
    answer(&mut host, &["register", "import", &example("register-exempel.csv")]);
    let file = folder.path().join("kostnader.csv");
    let rows =
        "Person-id;Ersättning;Från;Till;Kostnad\r\nP03;EKB-VARD;2026-08-01;2026-08-31;9,00\r\n";
    std::fs::write(&file, rows).unwrap();
    let mut missing = BTreeSet::new();
    for words in [
        &[&COST[..], &["--id", "K", "--person", "P03", "--person", "P04"]].concat()[..],
        &[&COST[..], &["--id", "L", "--share", "P03=40", "--share", "P04=60", "--voucher", "2"]]
            .concat(),
        &["cost", "list", "--open"],
        &["cost", "correct", "--cost", "K", "--amount-ore", "90", "--reason", "Fel"],
        &["cost", "show", "--cost", "K"],
        &["cost", "import", file.to_str().unwrap()],
        &["claim", "candidates"],
        &["claim", "candidates", "--person", "P04"],
        &["report", "risk"],
        &["report", "risk", "--escalations"],
        &["report", "net", "--from", "2026-07", "--until", "2026-09"],
    ] {
        let answer = answer(&mut host, words);
        if let Some(costs) = answer["costs"].as_array() {
            assert!(!costs.is_empty(), "{answer}");
        }
        unlabelled(&answer, &mut missing);
    }
    assert!(missing.is_empty(), "no label: {missing:?}");
    let costs = answer(&mut host, &["cost", "list"]);
    let shared =
        &costs["costs"].as_array().unwrap().iter().find(|cost| cost["cost"] == "L").unwrap();
    assert_eq!(shared["persons"], json!(["P03", "P04"]));
    assert_eq!(shared["shares"][1]["amount_ore"], 60);
}

#[test]
fn pupils_are_told_in_swedish() {
    let folder = tempfile::tempdir().unwrap();
    let mut host = desk(&folder);
    answer(&mut host, &["register", "import", &example("register-exempel.csv")]);
    let terms = json!([{ "from": "2026-08-17", "until": "2026-12-18" }]);
    let mut document = commands::call(&mut host, "settings.get", json!({})).unwrap();
    document["settings"]["school"]["terms"] = terms;
    commands::call(&mut host, "settings.put", document).unwrap();
    let ground = json!({ "person": "P06", "facts": [
        { "kind": "legal-ground", "ground": "asylum-seeker", "valid_from": "2026-01-10" },
    ] });
    commands::call(&mut host, "persons.enter", ground).unwrap();
    let file = folder.path().join("elever.csv");
    let head = "Person-id;Efternamn;Förnamn;Skolform;Från;Till\r\n";
    std::fs::write(&file, format!("{head}P06;;;Gymnasieskola;2026-08-17;\r\n")).unwrap();
    let list = file.to_str().unwrap();
    let mut missing = BTreeSet::new();
    for words in [
        &["school", "import", list, "--period", "2026Q3", "--unit", "7120"][..],
        &["school", "list", "--period", "2026Q3"],
        &["school", "periods", "--period", "2026Q3"],
        &["school", "drafts"],
    ] {
        let answer = answer(&mut host, words);
        if let Some(rows) = answer["rows"].as_array() {
            assert!(!rows.is_empty(), "{answer}");
        }
        unlabelled(&answer, &mut missing);
    }
    assert!(missing.is_empty(), "no label: {missing:?}");
}

#[test]
fn facts_and_history_are_lines_that_people_read() {
    let folder = tempfile::tempdir().unwrap();
    let mut host = desk(&folder);
    answer(&mut host, &["register", "import", &example("register-exempel.csv")]);
    let facts = people::document(&answer(&mut host, &["person", "facts", "--person", "P07"]));
    let head = facts.lines().find(|line| line.contains("Slag")).unwrap();
    assert!(head.starts_with("  Slag "), "{facts}");
    assert!(head.contains("Innehåll") && head.contains("Känt sedan"), "{facts}");
    assert!(facts.contains("Ansvarig nämnd"), "{facts}");
    assert!(facts.contains("7110 Exempel stadsdelsnämnd A"), "{facts}");
    // With --json it stays the document that programs read.
    let words = ["person", "facts", "--person", "P07", "--json"];
    let document = answer(&mut host, &words);
    assert_eq!(document["facts"][0]["kind"], "name");
    let merge = ["person", "merge", "--person", "P07", "--into", "P08"];
    let compared = answer(&mut host, &merge);
    assert_eq!(compared["outcome"], "findings");
    let told = people::document(&compared);
    assert!(told.contains("Namn gäller två gånger. Rätta den ena."), "{told}");
    assert!(told.contains("Den första") && told.contains("Den andra"), "{told}");
}

/// Who and what a row is about, and the key that the next command needs, stand before its sentence.
#[test]
fn rows_with_a_sentence_show_what_they_are_about() {
    let folder = tempfile::tempdir().unwrap();
    let mut host = desk(&folder);
    answer(&mut host, &["register", "import", &example("register-exempel.csv")]);
    let period = ["--from", "2026-09-01", "--until", "2026-09-30", "--decided", "2026-10-10"];
    let decide = ["decisions", "add", "--id", "g1", "--person", "P07", "--amount-ore", "12300"];
    let decide = [&decide[..], &["--compensation", "MASS-DYGN"], &period].concat();
    answer(&mut host, &decide);
    // Once a list of that kind is taken in, what it lacks is missing.
    let list = example("utbetalningslista-exempel.csv");
    answer(&mut host, &["payments", "import", &list, "--bank-ore", "90925010"]);
    let mut missing = BTreeSet::new();
    for (words, shown) in [
        (&["decisions", "list"][..], &["g1", "P07", "MASS-DYGN", "123,00"][..]),
        (&["report", "missing"], &["P07", "MASS-DYGN", "2026-09-01", "123,00", "beviljat"]),
        (&["expect", "--until", "2026-11-20"], &["Saknas", "2026-10"]),
        (&["expect", "--until", "2026-11-20", "--person", "P07"], &["MASS-DYGN", "123,00"]),
        (&["codes", "list"], &["Kod", "XDYGA", "ASYL-DYGN"]),
        (&["watches", "list", "--until", "2027-12-31"], &["Nyckel", "Person", "Dagar kvar"]),
        (&["accounts", "list"], &["Konto", "1940", "2898"]),
        (&["calendar"], &["Betalas", "Beslutas omkring"]),
        (&["rates", "show", "MASS-DYGN"], &["Fall:", "under 18 år", "150 kr"]),
        (&["rates", "questions"], &["Öppna frågor:", "Nyckel: instalment-year"]),
        (&["rates", "get", "MASS-DYGN", "--on", "2026-08-01"], &["Utfall: nekat"]),
    ] {
        let answer = answer(&mut host, words);
        unlabelled(&answer, &mut missing);
        let told = people::document(&answer);
        for one in shown {
            assert!(told.contains(one), "{words:?}: {one} not in\n{told}");
        }
    }
    assert!(missing.is_empty(), "no label: {missing:?}");
}

#[test]
fn a_last_day_is_asked_of_a_claim_or_of_a_decision() {
    let mut host = Host::new("EXEMPEL", "2026-11-20".parse().ok());
    let asked = |host: &mut Host, line: &str| {
        let words = line.split(' ').map(OsString::from).collect();
        let arguments = Arguments::parse(words, table()).unwrap();
        (arguments.command.unwrap().run)(host, &arguments)
    };
    let both = asked(&mut host, "last-day --decided 2026-11-02 --served 2026-11-04").unwrap();
    let days = [&both["cautious"], &both["ordinary"], &both["decided"], &both["served"]];
    assert_eq!(days, ["2026-11-23", "2026-11-25", "2026-11-02", "2026-11-04"]);
    let told = people::document(&both);
    assert!(told.contains("Försiktig dag: 2026-11-23\n"), "{told}");
    assert!(told.contains("Räknat från delgivningen: 2026-11-25\n"), "{told}");
    let unserved = asked(&mut host, "last-day --decided 2026-12-10").unwrap();
    let days = [&unserved["cautious"], &unserved["cautious_statutory"], &unserved["ordinary"]];
    assert_eq!(days, [&json!("2026-12-31"), &json!("2027-01-04"), &Value::Null]);
    for (line, code) in [
        ("last-day", "usage-one-missing"),
        ("last-day EKB-VARD", "usage-option-missing"),
        ("last-day --served 2026-11-02", "usage-option-missing"),
        ("last-day EKB-VARD --decided 2026-11-02", "usage-not-understood"),
        ("last-day --decided 2026-11-02 --period 2026Q3", "usage-not-understood"),
        ("last-day --decided 2026-11-02 --served 2026-11-01", "served-before-decided"),
        ("last-day --decided igår --served imorgon", "day-wrong"),
    ] {
        let reply = asked(&mut host, line).unwrap_err();
        assert_eq!(reply.code, code, "{line}");
        assert!(!reply.message.is_empty() && !reply.message.contains('$'), "{}", reply.message);
    }
    let reply = asked(&mut host, "last-day --decided igår --served imorgon").unwrap_err();
    assert_eq!(reply.also.len(), 1, "{reply:?}");
}

#[test]
fn any_operation_is_called_by_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let mut host = desk(&folder);
    let asked = |host: &mut Host, words: &[&str]| {
        let words = words.iter().map(OsString::from).collect();
        let arguments = Arguments::parse(words, table()).unwrap();
        (arguments.command.unwrap().run)(host, &arguments)
    };
    let request = folder.path().join("namn.json");
    std::fs::write(&request, r#"{"cost_centre": "7199", "name": "Nämnd Ä"}"#).unwrap();
    let request = request.to_string_lossy();
    let done = asked(&mut host, &["call", "boards.put", "--request", &request]).unwrap();
    assert!(people::document(&done).contains("Nämnd Ä"));
    let read = asked(&mut host, &["call", "boards.list"]).unwrap();
    assert_eq!(read, done);
    // As the window is answered: an operation that is none, a request that is none, and a rule.
    for (words, code, by_rule) in [
        (&["call", "boards.fly"][..], "usage-unknown-operation", false),
        (&["call", "payments.list"], "bad-request", false),
        (&["call", "boards.put", "--request", "saknas.json"], "file-missing", false),
    ] {
        let reply = asked(&mut host, words).unwrap_err();
        assert_eq!((reply.code.as_str(), reply.by_rule), (code, by_rule), "{words:?}");
        assert!(!reply.message.contains('$'), "{}", reply.message);
    }
    let request = folder.path().join("lista.json");
    std::fs::write(&request, r#"{"list": "ingen"}"#).unwrap();
    let request = request.to_string_lossy();
    let reply = asked(&mut host, &["call", "payments.list", "--request", &request]).unwrap_err();
    assert_eq!((reply.code.as_str(), reply.by_rule), ("no-such-list", true));
    // Nothing of it goes past rights.
    let nobody = std::iter::empty().collect();
    let mut host = Host::new("REVISOR", "2026-11-20".parse().ok()).with_rights(nobody);
    let reply = asked(&mut host, &["call", "law.items"]).unwrap_err();
    assert_eq!((reply.code.as_str(), reply.by_rule), ("right-missing", true));
}
