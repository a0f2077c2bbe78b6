//! Documents that must not lag behind the code. `UPDATE=1` writes them anew.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use acceptance::Desk;
use api::texts;
use domain::facts::{Days, FactKind, FieldType, Holding};
use serde_json::{Value, json};

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// Compares a generated document with the one in the tree, or writes it.
fn hold(path: &str, text: &str) {
    let path = root().join(path);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, text).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(kept == text, "{} is stale; run with UPDATE=1", path.display());
}

#[test]
fn errors_lists_every_code_with_its_text() {
    let mut page = String::from(
        "# Errors and findings\n\n\
         Made from the code and `assets/texts/sv` by `UPDATE=1 cargo test -p acceptance --test documents`.\n\
         Codes are stable: they stand in contracts, decisions and audit events.\n\n\
         ## Findings in files\n\n\
         An error must be corrected or the row parked; a warning may also be accepted.\n\n\
         | code | kind | what | what to do |\n|---|---|---|---|\n",
    );
    for code in domain::FindingCode::ALL {
        let id = format!("finding-{}", code.as_str());
        let kind = match code.severity() {
            domain::Severity::Error => "error",
            domain::Severity::Warning => "warning",
        };
        let (what, todo) = (texts::text(&id, &[]), texts::text(&format!("{id}.do"), &[]));
        writeln!(page, "| `{}` | {kind} | {what} | {todo} |", code.as_str()).unwrap();
    }
    page.push_str(
        "\n## Rules that say no\n\nNothing has been changed, but that `rows-undecided` may keep doubles it has found. Exit status 1.\n\n| code | text |\n|---|---|\n",
    );
    for code in app::RefusalCode::ALL {
        let text = texts::text(&format!("error-{}", code.as_str()), &[]);
        writeln!(page, "| `{}` | {text} |", code.as_str()).unwrap();
    }
    page.push_str(
        "\n## Everything else\n\nFiles, the database, usage. Exit status 2, or 1 where a profile or a limit says no.\n\n\
         | code | text |\n|---|---|\n",
    );
    let rules: Vec<&str> = app::RefusalCode::ALL.iter().map(|code| code.as_str()).collect();
    for (code, text) in error_texts() {
        if !rules.contains(&code.as_str()) {
            writeln!(page, "| `{code}` | {text} |").unwrap();
        }
    }
    hold("docs/ERRORS.md", &page);
}

/// Every text whose id begins with `error-`, by code.
fn error_texts() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(root().join("assets/texts/sv")).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        for line in text.lines() {
            let id = line.split_once(" =").map(|(id, _)| id);
            if let Some(code) = id.and_then(|id| id.strip_prefix("error-")) {
                found.insert(code.to_owned(), texts::text(&format!("error-{code}"), &[]));
            }
        }
    }
    found
}

#[test]
fn every_code_of_the_layers_below_has_a_text() {
    let all = error_texts();
    let mut missing = Vec::new();
    let mut must = |code: &str| {
        if !all.contains_key(code) {
            missing.push(code.to_owned());
        }
    };
    for code in importing::FileRefusal::CODES {
        must(code);
    }
    for code in
        ["database-in-use", "database-wrong-key", "database-newer", "disk-full", "cancelled"]
    {
        must(code);
    }
    for code in importing::ProfileFaultCode::ALL {
        if !texts::has(code.as_str()) {
            missing.push(code.as_str().to_owned());
        }
    }
    assert_eq!(missing, Vec::<String>::new());
}

/// The variants of an enum of the core, in the words that contracts have for them.
fn variants(file: &str, name: &str) -> Vec<String> {
    let text = fs::read_to_string(root().join(file)).unwrap();
    let body = text.split_once(&format!("pub enum {name} {{\n")).unwrap().1;
    let body = body.split_once("\n}\n").unwrap().0;
    let is_variant = |line: &&str| {
        line.starts_with("    ")
            && line.chars().nth(4).is_some_and(|sign| sign.is_ascii_uppercase())
    };
    let word = |line: &str| {
        let name: String = line.trim().chars().take_while(char::is_ascii_alphanumeric).collect();
        let mut word = String::new();
        for sign in name.chars() {
            if sign.is_ascii_uppercase() && !word.is_empty() {
                word.push('-');
            }
            word.push(sign.to_ascii_lowercase());
        }
        word
    };
    body.lines().filter(is_variant).map(word).collect()
}

#[test]
fn every_reason_for_nothing_has_a_sentence() {
    let mut missing = Vec::new();
    let conditions = "crates/domain/src/entitlement/conditions/mod.rs";
    for (file, name, id) in [
        (conditions, "Unmet", "law-unmet"),
        ("crates/domain/src/law/compensation.rs", "NotComputed", "law-not-computed"),
        ("crates/domain/src/law/catalogue.rs", "Refusal", "law-refusal"),
    ] {
        let words = variants(file, name);
        assert!(words.len() > 3, "{name}: {words:?}");
        let ids = words.into_iter().map(|word| format!("{id}-{word}"));
        missing.extend(ids.filter(|id| !texts::has(id)));
    }
    assert_eq!(missing, Vec::<String>::new());
}

const KINDS_BEGIN: &str =
    "<!-- kinds: written by `UPDATE=1 cargo test -p acceptance --test documents` -->\n";
const KINDS_END: &str = "<!-- end of kinds -->\n";

/// A value that a field may hold.
fn example_value(holds: FieldType) -> Value {
    match holds {
        FieldType::Text => json!("2026/17"),
        FieldType::Day => json!("2010-05-01"),
        FieldType::Choice(words) => json!(words[0]),
        FieldType::Truth => json!(true),
        FieldType::DossierNumber => json!("99-123456"),
        FieldType::NationalNumber => json!("19900101-2393"),
        FieldType::CostCentre => json!("7120"),
        FieldType::Municipality => json!("Exempelstads kommun"),
        FieldType::Person => json!("P01"),
        FieldType::Amount => json!(2_167_000),
    }
}

/// A fact of the kind with every field filled in.
fn example(kind: FactKind) -> Value {
    let mut fact = serde_json::Map::new();
    fact.insert("kind".to_owned(), json!(kind.name()));
    for field in kind.fields() {
        fact.insert(field.name.to_owned(), example_value(field.holds));
    }
    if kind == FactKind::Assignment {
        // Of the laws the one that was in force on the days of the examples.
        fact.insert("law".to_owned(), json!("lma-3-2"));
    }
    match kind.days() {
        Days::None => {}
        Days::One => drop(fact.insert("valid_from".to_owned(), json!("2026-02-01"))),
        Days::Span => {
            // What rests on a law is not older than the law.
            let (from, until) = match kind {
                FactKind::Coverage => ("2026-10-01", "2026-12-31"),
                FactKind::HousingRight => ("2027-01-01", "2027-09-30"),
                _ => ("2026-02-01", "2026-09-30"),
            };
            fact.insert("valid_from".to_owned(), json!(from));
            fact.insert("valid_until".to_owned(), json!(until));
        }
    }
    Value::Object(fact)
}

fn kinds_table() -> String {
    let mut text =
        String::from("| kind | what | how many | days | fields |\n|---|---|---|---|---|\n");
    for &kind in FactKind::ALL {
        let how_many = match kind.holding() {
            Holding::Once => "one",
            Holding::OneAtATime => "one at a time",
            Holding::Several => "several",
        };
        let days = match kind.days() {
            Days::None => "none",
            Days::One => "one",
            Days::Span => "span",
        };
        let fields = kind.fields().iter().map(|field| {
            let words = match field.holds {
                FieldType::Choice(words) => format!(" ({})", words.join(", ")),
                _ => String::new(),
            };
            let name = format!("`{}`{words}", field.name);
            if field.required { name } else { format!("[{name}]") }
        });
        let fields = fields.collect::<Vec<_>>().join("; ");
        let what = texts::text(&format!("fact-{}", kind.name()), &[]);
        writeln!(text, "| `{}` | {what} | {how_many} | {days} | {fields} |", kind.name()).unwrap();
    }
    text.push_str("\n## An example of each\n\n```json\n[\n");
    let examples: Vec<String> =
        FactKind::ALL.iter().map(|&kind| format!("  {}", example(kind))).collect();
    text.push_str(&examples.join(",\n"));
    text.push_str("\n]\n```\n\n");
    text
}

#[test]
fn facts_lists_every_kind_with_an_example() {
    let page = fs::read_to_string(root().join("docs/FACTS.md")).unwrap().replace("\r\n", "\n");
    let (before, rest) = page.split_once(KINDS_BEGIN).unwrap();
    let (_, after) = rest.split_once(KINDS_END).unwrap();
    let table = kinds_table();
    hold("docs/FACTS.md", &format!("{before}{KINDS_BEGIN}\n{table}{KINDS_END}{after}"));
}

const RIGHTS_BEGIN: &str =
    "<!-- rights: written by `UPDATE=1 cargo test -p acceptance --test documents` -->\n";
const RIGHTS_END: &str = "<!-- end of rights -->\n";

/// Every operation with the roles that it is handed to, from the operations' rows and the roles' rights.
fn rights_table() -> String {
    let roles = domain::user::Role::ALL;
    let mut text = String::from("| operation | needs |");
    roles.iter().for_each(|role| write!(text, " {} |", role.as_str()).unwrap());
    text.push_str(&format!("\n|---|---|{}\n", "---|".repeat(roles.len())));
    for operation in api::operations() {
        write!(text, "| `{}` | {} |", operation.name, operation.needs.as_str()).unwrap();
        for role in roles {
            let has = role.rights().contains(&operation.needs);
            let word = match (has, role.is_of_boards()) {
                (false, _) => "–",
                (true, true) if operation.of_boards => "its boards",
                (true, true) if !operation.is_for_boards() => "–",
                (true, _) => "yes",
            };
            write!(text, " {word} |").unwrap();
        }
        text.push('\n');
    }
    text.push('\n');
    text
}

#[test]
fn security_lists_what_every_role_may_do() {
    let page = fs::read_to_string(root().join("docs/SECURITY.md")).unwrap().replace("\r\n", "\n");
    let (before, rest) = page.split_once(RIGHTS_BEGIN).unwrap();
    let (_, after) = rest.split_once(RIGHTS_END).unwrap();
    let table = rights_table();
    hold("docs/SECURITY.md", &format!("{before}{RIGHTS_BEGIN}\n{table}{RIGHTS_END}{after}"));
}

#[test]
fn every_example_can_be_entered() {
    let mut desk = Desk::with_register();
    for &kind in FactKind::ALL {
        let added = desk.call("persons.add", json!({ "family_name": kind.name() }));
        let person = added["brief"]["person"].clone();
        if kind == FactKind::Name {
            // The name that the person was added with holds from the beginning.
            continue;
        }
        let mut facts = vec![example(kind)];
        if kind == FactKind::Hiding {
            // Nobody hides without a decision to hide from.
            facts.insert(0, example(FactKind::RemovalDecision));
        }
        let entered = desk.call("persons.enter", json!({ "person": person, "facts": facts }));
        let closed = entered["closed"] == true;
        let facts = entered["facts"].as_array().unwrap();
        assert!(closed || facts.iter().any(|fact| fact["kind"] == kind.name()), "{entered}");
    }
}

/// What is exported can be read again: each field of a fact is a column of the profile that reads it.
#[test]
fn every_field_of_a_fact_is_a_column() {
    let profiles = importing::built_in().unwrap();
    let profile = profiles.iter().find(|profile| profile.name == "uppgifter").unwrap();
    let columns = &profile.facts[0].fields;
    let fields = FactKind::ALL.iter().flat_map(|kind| kind.fields());
    let missing: Vec<&str> =
        fields.map(|field| field.name).filter(|name| !columns.contains_key(*name)).collect();
    assert_eq!(missing, Vec::<&str>::new());
}

#[test]
fn every_kind_field_and_choice_has_its_words() {
    let mut missing = Vec::new();
    let mut must = |id: String| {
        if !texts::has(&id) {
            missing.push(id);
        }
    };
    for &kind in FactKind::ALL {
        must(format!("fact-{}", kind.name()));
        for field in kind.fields() {
            must(format!("fact-field-{}", field.name.replace('_', "-")));
            must(format!("export-field-{}", field.name.replace('_', "-")));
            if let FieldType::Choice(words) = field.holds {
                words.iter().for_each(|word| must(app::choice_id(word)));
            }
        }
    }
    assert_eq!(missing, Vec::<String>::new());
}

/// Every source of the project where a test may stand.
fn sources() -> String {
    let mut text = String::new();
    let mut folders: Vec<_> = ["crates", "tests", "src-tauri/src", "xtask/src", "ui/src"]
        .iter()
        .map(|folder| root().join(folder))
        .collect();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() && !["node_modules", "data", "target"].contains(&name.as_str()) {
                folders.push(path);
            } else if name.ends_with(".rs") || name.ends_with(".test.ts") {
                text += &fs::read_to_string(&path).unwrap();
            }
        }
    }
    text
}

#[test]
fn security_answers_every_line_and_names_tests_that_exist() {
    let sources = sources();
    for (file, lines) in [("docs/SECURITY.md", 10), ("docs/ASVS.md", 253)] {
        let page = fs::read_to_string(root().join(file)).unwrap();
        let mut answered = std::collections::BTreeSet::new();
        for line in page.lines().filter(|line| line.starts_with("| ")) {
            let cells: Vec<&str> =
                line.split(" |").map(|cell| cell.trim_start_matches('|').trim()).collect();
            let &[what, answer, how, test, ""] = cells.as_slice() else { continue };
            if what == "risk" || what == "requirement" {
                continue;
            }
            assert!(["yes", "no", "partly", "–"].contains(&answer), "{file}: {line}");
            assert!(!how.is_empty(), "{file}: {line}");
            assert!(answered.insert(what.to_owned()), "{file}: {what} twice");
            let Some(test) = test.strip_prefix('`').and_then(|test| test.strip_suffix('`')) else {
                assert_eq!(test, "", "{file}: {line}");
                continue;
            };
            let there = sources.contains(&format!("fn {test}("))
                || sources.contains(&format!("it(\"{test}\""));
            assert!(there, "{file}: there is no test {test}");
        }
        assert_eq!(answered.len(), lines, "{file}");
    }
}
