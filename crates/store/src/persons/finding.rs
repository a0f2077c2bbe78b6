//! Finding persons: as somebody types, and as pages of a list.

use domain::person::CostCentre;

use super::words::sound_word;
use super::{Person, PersonNo};
use crate::columns::fold;
use crate::{Read, Result, Store};

/// Persons looked through for one word, before the other words are asked; what is typed so far says
/// too little when there are more.
const MOST_CANDIDATES: u32 = 5_000;
/// Persons used last, who come first.
const MOST_USED: u32 = 200;

/// Which persons a list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonFilter {
    /// Name parts in any order, or the beginning of a number; empty: everybody.
    pub text: String,
    /// The board that answers on `day`.
    pub board: Option<CostCentre>,
    /// The day for the board.
    pub day: Option<chrono::NaiveDate>,
    /// Persons protected on this day or from a later one are left out where a board is asked for:
    /// which one answers for them is protected too.
    pub protection_day: chrono::NaiveDate,
}

/// The words of what somebody typed, folded; digits and hyphens of numbers together.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for part in fold(text).split_whitespace() {
        let digits: String = part.chars().filter(char::is_ascii_digit).collect();
        if !digits.is_empty() && part.chars().all(|c| c.is_ascii_digit() || "-+/".contains(c)) {
            words.push(digits);
        } else {
            words.extend(
                part.split(['-', '\'', '’']).filter(|part| !part.is_empty()).map(str::to_owned),
            );
        }
    }
    // The longest word leaves fewest.
    words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    words
}

/// The first text after every text that begins with `word`.
fn after(word: &str) -> String {
    format!("{word}\u{10FFFF}")
}

impl Read<'_> {
    /// Persons whom everything typed so far fits, those used last by `actor` first; at most `count`.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn search_persons(&self, text: &str, actor: &str, count: u32) -> Result<Vec<PersonNo>> {
        let words = words(text);
        if words.is_empty() {
            return self.used_persons(&[], actor, count);
        }
        let mut found = self.used_persons(&words, actor, count)?;
        self.add_candidates(&words, count, &mut found)?;
        if u32::try_from(found.len()).unwrap_or(u32::MAX) < count {
            let sounds: Vec<String> =
                words.iter().map(|word| sound_word(word).unwrap_or_else(|| word.clone())).collect();
            if sounds != words {
                self.add_candidates(&sounds, count, &mut found)?;
            }
        }
        Ok(found)
    }

    fn used_persons(&self, words: &[String], actor: &str, count: u32) -> Result<Vec<PersonNo>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT coalesce(p.merged_into, p.person_no)
             FROM (SELECT person_no, used FROM person_use WHERE actor = ?1
                   ORDER BY used DESC LIMIT ?2) u JOIN person p USING (person_no)
             ORDER BY u.used DESC",
        )?;
        let used = statement
            .query_map((actor, MOST_USED), |row| row.get::<_, PersonNo>(0))?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        let mut found = Vec::new();
        for person_no in used {
            if found.len() < count as usize
                && !found.contains(&person_no)
                && self.has_words(person_no, words)?
            {
                found.push(person_no);
            }
        }
        Ok(found)
    }

    fn has_words(&self, person_no: PersonNo, words: &[String]) -> Result<bool> {
        let mut statement = self.connection.prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM person_word
                            WHERE person_no = ?1 AND word >= ?2 AND word < ?3)",
        )?;
        for word in words {
            if !statement.query_row((person_no, word, after(word)), |row| row.get(0))? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn add_candidates(
        &self,
        words: &[String],
        count: u32,
        found: &mut Vec<PersonNo>,
    ) -> Result<()> {
        let Some((first, others)) = words.split_first() else { return Ok(()) };
        let mut statement = self.connection.prepare_cached(
            "SELECT person_no FROM person_word WHERE word >= ?1 AND word < ?2
             ORDER BY word, person_no LIMIT ?3",
        )?;
        let mut rows = statement.query((first, after(first), MOST_CANDIDATES))?;
        while let Some(row) = rows.next()? {
            if found.len() >= count as usize {
                break;
            }
            let person_no: PersonNo = row.get(0)?;
            if !self.has_words(person_no, others)? {
                continue;
            }
            // Words of merged persons lead to the one they turned out to be.
            let root: PersonNo = self
                .connection
                .prepare_cached(
                    "SELECT coalesce(merged_into, person_no) FROM person WHERE person_no = ?1",
                )?
                .query_row([person_no], |row| row.get(0))?;
            if !found.contains(&root) {
                found.push(root);
            }
        }
        Ok(())
    }

    /// A page of the persons that `filter` lets through, by name, and how many there are in all.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn find_persons(
        &self,
        filter: &PersonFilter,
        offset: u32,
        count: u32,
    ) -> Result<(Vec<Person>, u64)> {
        let mut conditions = vec!["p.merged_into IS NULL".to_owned()];
        let mut values: Vec<String> = Vec::new();
        for word in words(&filter.text) {
            let first = values.len() + 1;
            conditions.push(format!(
                "p.person_no IN (SELECT coalesce(m.merged_into, m.person_no)
                     FROM person_word w JOIN person m USING (person_no)
                     WHERE w.word >= ?{first} AND w.word < ?{})",
                first + 1
            ));
            values.extend([word.clone(), after(&word)]);
        }
        if let Some(board) = &filter.board {
            let first = values.len() + 1;
            let day = filter.day.unwrap_or_default();
            conditions.push(format!(
                "p.person_no IN (SELECT coalesce(m.merged_into, m.person_no)
                     FROM fact f JOIN person m USING (person_no)
                     WHERE f.kind = 'responsible-board' AND f.lookup = ?{first}
                       AND f.superseded = 0
                       AND coalesce(f.valid_from, '') <= ?{second}
                       AND coalesce(f.valid_until, '9999-12-31') >= ?{second})",
                second = first + 1
            ));
            values.extend([board.0.clone(), day.to_string(), filter.protection_day.to_string()]);
            conditions.push(format!("coalesce(p.protected_until, '') < ?{}", first + 2));
        }
        let condition = conditions.join(" AND ");
        let total = self
            .connection
            .prepare_cached(&format!("SELECT count(*) FROM person p WHERE {condition}"))?
            .query_row(rusqlite::params_from_iter(&values), |row| row.get(0))?;
        let page = format!(
            "SELECT p.person_no FROM person p WHERE {condition}
             ORDER BY p.sort_name, p.person_no LIMIT {count} OFFSET {offset}"
        );
        let found: Vec<PersonNo> = self
            .connection
            .prepare_cached(&page)?
            .query_map(rusqlite::params_from_iter(&values), |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let persons = found.into_iter().map(|no| self.person(no)).collect::<Result<_>>()?;
        Ok((persons, total))
    }

    /// Groups of persons that may be one: with the same number, or the same folded name and birth
    /// date. Each group once, by why it is one; at most `count` groups.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn duplicate_candidates(&self, count: u32) -> Result<Vec<(String, Vec<PersonNo>)>> {
        let mut found: Vec<(String, Vec<PersonNo>)> = Vec::new();
        for (reason, sql) in [
            (
                "",
                "SELECT f.kind, group_concat(DISTINCT coalesce(p.merged_into, p.person_no))
                 FROM fact f JOIN person p USING (person_no)
                 WHERE f.kind IN ('dossier-number', 'national-number')
                   AND f.superseded = 0 AND f.lookup IS NOT NULL
                 GROUP BY f.kind, f.lookup
                 HAVING count(DISTINCT coalesce(p.merged_into, p.person_no)) > 1 LIMIT ?1",
            ),
            (
                "name-and-birth",
                "SELECT '', group_concat(person_no) FROM person
                 WHERE merged_into IS NULL AND birth_date IS NOT NULL AND search_text <> ''
                 GROUP BY birth_date, search_text HAVING count(*) > 1 LIMIT ?1",
            ),
        ] {
            let mut statement = self.connection.prepare_cached(sql)?;
            let mut rows = statement.query([count])?;
            while let Some(row) = rows.next()? {
                let kind: String = row.get(0)?;
                let text: String = row.get(1)?;
                let mut persons: Vec<PersonNo> =
                    text.split(',').filter_map(|no| no.parse().ok()).collect();
                persons.sort_unstable();
                let reason = if reason.is_empty() { kind } else { reason.to_owned() };
                found.push((reason, persons));
            }
        }
        Ok(found)
    }
}

/// The statement that notes a look.
const NOTE_USE: &str = "INSERT INTO person_use VALUES (?1, ?2,
         (SELECT coalesce(max(used), 0) + 1 FROM person_use WHERE actor = ?1))
     ON CONFLICT (actor, person_no) DO UPDATE SET used = excluded.used";

impl Store {
    /// Notes that `actor` has looked at a person. The only thing that is written without an event:
    /// it orders what is found, and says nothing of anybody.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn note_use(&self, actor: &str, person_no: PersonNo) -> Result<()> {
        self.read().connection.prepare_cached(NOTE_USE)?.execute((actor, person_no))?;
        Ok(())
    }
}
