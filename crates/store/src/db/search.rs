//! The full text index of persons: one document of folded words for each.

use super::Db;
use crate::{PersonNo, Result};

/// The index keeps short beginnings of words by themselves: the first letters that somebody types
/// fit nearly everybody.
pub(super) const SCHEMA: &str = "
CREATE VIRTUAL TABLE person_search USING fts5(
    words, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3 4',
    tokenize = \"ascii tokenchars '~=@_'\"
);
";

/// The persons that fit the expression at `place`, to be joined: `(…)`, with `person_no`. Words stand
/// in quotes, `*` after one lets it go on, and `AND`, `OR` and parentheses bind them.
pub(crate) fn fitting(place: &str) -> String {
    format!("(SELECT rowid AS person_no FROM person_search WHERE person_search MATCH {place})")
}

impl Db<'_> {
    /// Gives the words of a person who has none to the index.
    pub(crate) fn add_words(self, person_no: PersonNo, words: &str) -> Result<()> {
        self.run(
            "INSERT INTO person_search (rowid, words) VALUES (?1, ?2)",
            &[&person_no, &words],
        )?;
        Ok(())
    }

    /// Makes the words of a person those of the index, in place of others.
    pub(crate) fn put_words(self, person_no: PersonNo, words: &str) -> Result<()> {
        self.run(
            "INSERT OR REPLACE INTO person_search (rowid, words) VALUES (?1, ?2)",
            &[&person_no, &words],
        )?;
        Ok(())
    }
}

/// The index as a table of PostgreSQL.
#[cfg(test)]
pub(super) const POSTGRES: &str =
    "CREATE TABLE person_search (person_no BIGINT PRIMARY KEY, words TSVECTOR NOT NULL);\n";

/// A statement that asks the index, in the words of PostgreSQL.
#[cfg(test)]
pub(super) fn in_postgres(sql: &str) -> String {
    let asks = fitting("");
    let mut parts = sql.split(asks.trim_end_matches(')'));
    let mut translated = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (place, rest) = part.split_once(')').unwrap_or_default();
        let words = format!("words @@ to_tsquery('simple', {place})");
        translated += &format!("(SELECT person_no FROM person_search WHERE {words}){rest}");
    }
    translated
}
