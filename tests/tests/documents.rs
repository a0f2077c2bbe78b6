//! Documents that must not lag behind the code. `UPDATE=1` writes them anew.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use api::texts;

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
