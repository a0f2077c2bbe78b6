//! Each file in `tests/data` is a small catalogue with faults, and beside it stands what is said
//! about it. A line `# file: name.toml` begins a file.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rates::{CatalogueFault, from_texts};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data");
const MARK: &str = "# file: ";

/// Every code of a fault that a file can have; `unknown-case` is for additions only.
const CODES: &[&str] = &[
    "case-without-values",
    "cases-overlap",
    "duplicate-case",
    "duplicate-code",
    "empty",
    "file-name",
    "first-wording-lacks",
    "format",
    "gap",
    "hole-with-value",
    "hole-without-note",
    "negative",
    "no-age",
    "no-cases",
    "no-value",
    "not-a-day",
    "not-as-written",
    "not-kebab-case",
    "outside-calendar",
    "overlap",
    "unknown-code",
    "unknown-word",
    "until-before-from",
    "unverified-without-note",
    "verified-without-source",
    "without-source",
    "wording-without-change",
    "wordings-do-not-follow",
];

fn catalogues() -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(FOLDER)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    paths.sort();
    paths
}

fn faults(path: &Path) -> Vec<CatalogueFault> {
    let text = std::fs::read_to_string(path).unwrap();
    let files = text.split(MARK).skip(1).map(|file| {
        let (name, text) = file.split_once('\n').unwrap();
        (name.to_owned(), text)
    });
    from_texts(files).err().unwrap_or_default()
}

/// What is said, without the words that could have stood there: they are the format's.
fn line(fault: &CatalogueFault) -> String {
    let said = fault.to_string();
    let short = said.split_once(", expected one of").map_or(said.as_str(), |(said, _)| said);
    format!("{short}\n")
}

/// `UPDATE=1 cargo test -p rates` writes what is expected anew; look at the difference.
#[test]
fn each_faulty_catalogue_is_refused_with_every_fault() {
    for path in catalogues() {
        let found: String = faults(&path).iter().map(line).collect();
        let expected = path.with_extension("txt");
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&expected, &found).unwrap();
        }
        let expected = std::fs::read_to_string(&expected).unwrap_or_default();
        assert_eq!(found, expected, "{}", path.display());
        assert_eq!(found.is_empty(), path.ends_with("sound.toml"), "{}", path.display());
    }
}

#[test]
fn each_fault_has_a_catalogue() {
    let mut codes = BTreeSet::new();
    for fault in catalogues().iter().flat_map(|path| faults(path)) {
        let reason = serde_json::to_value(&fault.reason).unwrap();
        codes.insert(reason["code"].as_str().unwrap().to_owned());
    }
    assert_eq!(codes.iter().map(String::as_str).collect::<Vec<_>>(), CODES);
}
