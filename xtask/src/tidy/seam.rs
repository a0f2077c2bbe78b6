//! SQL passes through one seam. What only one database understands stands in its folder, and nothing
//! is read or written by the places of columns.

use super::Finding;
use super::tree::Tree;

/// The crate that speaks SQL, and the folder that may name its library.
const STORE: &str = "crates/store/src/";
const SEAM: &str = "crates/store/src/db/";
/// The library, and words that SQLite alone understands; in small letters.
const ONLY_IN_SEAM: [&str; 11] = [
    "rusqlite",
    "group_concat",
    "iif(",
    "indexed by",
    "json_each",
    "json_extract",
    "last_insert_rowid",
    "person_search",
    "pragma",
    "rowid",
    "sqlite_",
];

/// Looks at code; comments may say what is not used.
pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let outside = tree.files().iter().filter(|file| {
        file.path.starts_with(STORE) && !file.path.starts_with(SEAM) && file.ending() == "rs"
    });
    let mut findings = Vec::new();
    for file in outside {
        let code = file.text.lines().filter(|line| !line.trim_start().starts_with("//"));
        let code = code.collect::<Vec<_>>().join(" ").to_lowercase();
        findings.extend(
            ONLY_IN_SEAM
                .iter()
                .filter(|word| code.contains(*word))
                .map(|word| Finding::error(&file.path, format!("{word} is for {SEAM}"))),
        );
        if code.contains("select *") {
            findings.push(Finding::error(&file.path, "SELECT * does not say what is read"));
        }
        findings.extend(by_place(&code).map(|table| {
            let words = format!("INSERT INTO {table} does not say which columns");
            Finding::error(&file.path, words)
        }));
    }
    findings
}

/// The tables that are written without a list of columns.
fn by_place(code: &str) -> impl Iterator<Item = &str> {
    code.split("insert into ").skip(1).filter_map(|rest| {
        let end = rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_')?;
        let (table, rest) = rest.split_at(end);
        (!rest.trim_start().starts_with('(')).then_some(table)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> Vec<String> {
        let findings = check(&Tree::of(&[(path, text)]));
        findings.into_iter().map(|finding| finding.words).collect()
    }

    #[test]
    fn what_one_database_has_stands_in_the_seam() {
        let code = "use rusqlite::Row;\nconst A: &str = \"PRAGMA quick_check\";";
        assert_eq!(
            found("crates/store/src/a.rs", code),
            ["rusqlite is for crates/store/src/db/", "pragma is for crates/store/src/db/"]
        );
        assert_eq!(found("crates/store/src/db/a.rs", code), [""; 0]);
        assert_eq!(found("crates/store/src/a.rs", "// rusqlite is not named"), [""; 0]);
    }

    #[test]
    fn columns_are_named() {
        let words = found(
            "crates/store/src/a.rs",
            "\"SELECT * FROM a\" \"INSERT INTO b VALUES (?1)\" \"INSERT INTO c (d)\n VALUES (?1)\"
             \"INSERT INTO e\n    (f) SELECT g\"",
        );
        assert_eq!(
            words,
            ["SELECT * does not say what is read", "INSERT INTO b does not say which columns"]
        );
    }
}
