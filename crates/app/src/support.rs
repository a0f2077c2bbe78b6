//! What somebody who helps needs to know, and nothing about anybody: a log of what was refused, by codes
//! alone, and a paper of versions, sizes and checks that is read before it is saved.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};
use store::open_for_owner;

use crate::files::target;
use crate::{App, Result};

/// A log file is begun anew when it is larger, in bytes.
const LARGEST: u64 = 256 * 1024;
/// Older log files that are kept beside it.
const KEPT: u32 = 3;
/// Lines of the log that come into the paper.
const LINES: usize = 50;

/// A log of what was refused or went wrong: when, which operation, which code. Texts and values, which
/// could name somebody, never come here.
#[derive(Clone, Debug)]
pub struct Log {
    folder: PathBuf,
}

impl Log {
    /// A log in that folder, which is made when the first line is written.
    #[must_use]
    pub fn in_folder(folder: &Path) -> Log {
        Log { folder: folder.to_owned() }
    }

    /// Where it lies.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    fn file(&self, older: u32) -> PathBuf {
        match older {
            0 => self.folder.join("atersok.log"),
            older => self.folder.join(format!("atersok.{older}.log")),
        }
    }

    /// Writes a line. What cannot be written is let go: no work stops because of its log.
    pub fn note(&self, at: &str, operation: &str, code: &str) {
        let _ = self.append(&format!("{at} {operation} {code}\n"));
    }

    fn append(&self, line: &str) -> std::io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        let file = self.file(0);
        if fs::metadata(&file).is_ok_and(|there| there.len() > LARGEST) {
            for older in (0..KEPT).rev() {
                let _ = fs::rename(self.file(older), self.file(older + 1));
            }
        }
        open_for_owner(File::options().create(true).append(true), &file)?.write_all(line.as_bytes())
    }

    /// The last lines, the newest last.
    #[must_use]
    pub fn last(&self) -> Vec<String> {
        let text = fs::read_to_string(self.file(1)).unwrap_or_default()
            + &fs::read_to_string(self.file(0)).unwrap_or_default();
        let lines: Vec<&str> = text.lines().collect();
        lines[lines.len().saturating_sub(LINES)..].iter().map(|line| (*line).to_owned()).collect()
    }
}

/// The version of the library that keeps the database.
#[must_use]
pub fn library() -> &'static str {
    store::library_version()
}

/// Writes the paper as it was read. `database` is the one that is open.
///
/// # Errors
/// When nothing may be written there, or the disk says no.
pub fn save_paper(target: &Path, text: &str, database: Option<&Path>) -> Result<u64> {
    target::refuse(target, database)?;
    let mut file = open_for_owner(File::options().create(true).write(true).truncate(true), target)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    Ok(text.len() as u64)
}

/// The database in numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatabaseTold {
    /// Size in bytes, with what its log holds.
    pub bytes: u64,
    /// How many versions its tables have had.
    pub version: u32,
    /// Rows by table.
    pub rows: Vec<(String, u64)>,
}

impl App {
    /// The database in numbers.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn database_told(&self) -> Result<DatabaseTold> {
        let log = {
            let mut name = self.path().as_os_str().to_owned();
            name.push("-wal");
            PathBuf::from(name)
        };
        let size = |path: &Path| fs::metadata(path).map(|there| there.len()).unwrap_or_default();
        let read = self.read();
        Ok(DatabaseTold {
            bytes: size(self.path()) + size(&log),
            version: read.tables_version()?,
            rows: read.row_counts()?,
        })
    }

    /// What the paper says of the database: sizes, settings without words, and what a look through it
    /// has shown.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn database_paper(&self) -> Result<Value> {
        let (told, checked) = (self.database_told()?, self.check()?);
        let settings = serde_json::to_value(self.settings()?).unwrap_or_default();
        let rows: Map<String, Value> =
            told.rows.into_iter().map(|(table, rows)| (table, json!(rows))).collect();
        let (structure, contents) = (&checked.structure, &checked.contents);
        Ok(json!({
            "bytes": told.bytes,
            "tables_version": told.version,
            "rows": rows,
            "users": self.is_logged_in(),
            "settings": without_words(&settings),
            "check": {
                "whole": checked.is_whole(),
                "pages": structure.sound,
                "schema_differs": structure.schema.differs.len(),
                "events": structure.chain.events,
                "head": structure.chain.hash,
                "chain_broken_at": structure.chain.first_broken.map(|event| event.to_string()),
                "kept_broken": contents.kept.broken.len(),
                "sums_broken": contents.sums.broken.len(),
                "rows_broken": contents.rows.faults,
            },
        }))
    }
}

/// Settings as far as they are numbers or a choice of yes and no. Of words it is told whether there are
/// any: names, addresses and folders are words.
fn without_words(value: &Value) -> Value {
    match value {
        Value::String(text) if text.trim().is_empty() => json!("–"),
        Value::String(_) => json!("…"),
        Value::Array(values) => json!({ "count": values.len() }),
        Value::Object(fields) => {
            let told = fields.iter().map(|(name, value)| (name.clone(), without_words(value)));
            Value::Object(told.collect())
        }
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_is_begun_anew_and_a_few_older_ones_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        let log = Log::in_folder(&folder.path().join("logg"));
        assert_eq!(log.last(), Vec::<String>::new());
        let line = "x".repeat(1000);
        for number in 0..2000 {
            log.note(&number.to_string(), &line, "code");
        }
        let names = fs::read_dir(folder.path().join("logg")).unwrap().count();
        assert_eq!(names, 4);
        for older in 0..4 {
            assert!(fs::metadata(log.file(older)).unwrap().len() <= LARGEST + 2000, "{older}");
        }
        let last = log.last();
        assert_eq!(last.len(), LINES);
        assert!(last[LINES - 1].starts_with("1999 "));
    }

    #[test]
    fn no_word_of_the_settings_is_told() {
        let settings = json!({
            "municipality": { "name": "Exempelstads kommun", "training": false },
            "limit": 7, "terms": [{ "name": "Test Testsson" }], "folder": "",
        });
        let told = without_words(&settings).to_string();
        assert!(!told.contains("Exempel") && !told.contains("Test"), "{told}");
        assert_eq!(without_words(&settings)["limit"], 7);
        assert_eq!(without_words(&settings)["terms"]["count"], 1);
    }
}
