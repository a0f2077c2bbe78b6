//! Which person each row is about.

use chrono::NaiveDate;
use domain::Ore;
use domain::identity::{DossierNumber, NationalNumber};
use domain::matching::MatchReason;
use domain::person::PersonId;
use rusqlite::{OptionalExtension, Row};

use crate::columns::{day_of, from_json, json};
use crate::lists::{ListNo, RowRecord, row_of};
use crate::persons::PersonNo;
use crate::{Read, Result, StoreError, Write};

/// The present match of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowMatch {
    /// Line of the row.
    pub line: u32,
    /// The person, if one has been found or chosen.
    pub person: Option<PersonNo>,
    /// Whether the row may go on to distribution.
    pub matched: bool,
    /// Why.
    pub reason: MatchReason,
    /// Everybody a number of the row points at; kept after a decision.
    pub candidates: Vec<PersonNo>,
}

/// How the payments of a list are matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MatchOverview {
    /// Not matched.
    pub unmatched: u64,
    /// Matched by the program.
    pub automatic: u64,
    /// Matched by a person.
    pub manual: u64,
    /// Sum of those not matched.
    pub unmatched_sum: Ore,
}

/// What matching needs to know of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnmatchedRow<'r> {
    /// Line of the row.
    pub line: u32,
    /// Dossier number.
    pub dossier: Option<DossierNumber>,
    /// Personal or coordination number.
    pub national: Option<NationalNumber>,
    /// Payment code.
    pub payment_code: &'r str,
    /// Payment date.
    pub payment_date: NaiveDate,
    /// Whether matching has looked at it before.
    pub seen: bool,
}

/// A match to be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMatch {
    /// The match.
    pub found: RowMatch,
    /// Whether it takes the place of another.
    pub replaces: bool,
}

fn match_of(row: &Row<'_>) -> Result<RowMatch> {
    let reason: String = row.get("reason")?;
    let person: Option<PersonNo> = row.get("person_no")?;
    let candidates: Option<String> = row.get("candidates")?;
    Ok(RowMatch {
        line: row.get("line")?,
        person,
        matched: row.get("matched")?,
        reason: MatchReason::parse(&reason).ok_or(StoreError::Damaged("row_match.reason"))?,
        candidates: match candidates {
            Some(text) => from_json(&text)?,
            None => person.into_iter().collect(),
        },
    })
}

impl Read<'_> {
    /// The present match of a row, if matching has looked at it.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn row_match(&self, list_no: ListNo, line: u32) -> Result<Option<RowMatch>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT * FROM row_match WHERE list_no = ?1 AND line = ?2")?;
        let mut rows = statement.query((list_no, line))?;
        rows.next()?.map(match_of).transpose()
    }

    /// Every match of a list with the Person-id of its person, by line.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn matched_persons(
        &self,
        list_no: ListNo,
    ) -> Result<Vec<(u32, Option<PersonId>, MatchReason)>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT m.line, p.register_id, m.reason
             FROM row_match m LEFT JOIN person p USING (person_no)
             WHERE m.list_no = ?1 ORDER BY m.line",
        )?;
        let mut rows = statement.query([list_no])?;
        let mut matches = Vec::new();
        while let Some(row) = rows.next()? {
            let reason = MatchReason::parse(row.get_ref(2)?.as_str().unwrap_or_default());
            let reason = reason.ok_or(StoreError::Damaged("row_match.reason"))?;
            matches.push((row.get(0)?, row.get::<_, Option<String>>(1)?.map(PersonId), reason));
        }
        Ok(matches)
    }

    /// How many payments of a list are matched, and how many are not.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn match_counts(&self, list_no: ListNo) -> Result<(u64, u64)> {
        let counts = self
            .connection
            .prepare_cached(
                "SELECT count(*) FILTER (WHERE matched = 1), count(*) FILTER (WHERE matched = 0)
                 FROM row_match WHERE list_no = ?1",
            )?
            .query_row([list_no], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(counts)
    }

    /// How many payments are matched by whom, and the sum of those that are not.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn match_overview(&self, list_no: ListNo) -> Result<MatchOverview> {
        let overview = self
            .connection
            .prepare_cached(
                "SELECT count(*) FILTER (WHERE coalesce(m.matched, 0) = 0),
                        count(*) FILTER (WHERE m.matched = 1 AND m.reason <> 'manual'),
                        count(*) FILTER (WHERE m.matched = 1 AND m.reason = 'manual'),
                        coalesce(sum(r.amount_ore) FILTER (WHERE coalesce(m.matched, 0) = 0), 0)
                 FROM payment_row r
                 LEFT JOIN row_match m ON m.list_no = r.list_no AND m.line = r.line
                 WHERE r.list_no = ?1 AND r.state IN (0, 2, 4)",
            )?
            .query_row([list_no], |row| {
                Ok(MatchOverview {
                    unmatched: row.get(0)?,
                    automatic: row.get(1)?,
                    manual: row.get(2)?,
                    unmatched_sum: Ore(row.get(3)?),
                })
            })?;
        Ok(overview)
    }

    /// Payments of a list by line: all, or those `unmatched`, `automatic` or `manual`.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn payment_rows(
        &self,
        list_no: ListNo,
        filter: Option<&str>,
        offset: u32,
        count: u32,
    ) -> Result<Vec<RowRecord>> {
        let condition = match filter {
            Some("unmatched") => "coalesce(m.matched, 0) = 0",
            Some("automatic") => "m.matched = 1 AND m.reason <> 'manual'",
            Some("manual") => "m.matched = 1 AND m.reason = 'manual'",
            _ => "1",
        };
        let sql = format!(
            "SELECT r.* FROM payment_row r
             LEFT JOIN row_match m ON m.list_no = r.list_no AND m.line = r.line
             WHERE r.list_no = ?1 AND r.state IN (0, 2, 4) AND {condition}
             ORDER BY r.line LIMIT ?2 OFFSET ?3"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query((list_no, count, offset))?;
        let mut records = Vec::new();
        while let Some(row) = rows.next()? {
            records.push(row_of(row)?);
        }
        Ok(records)
    }

    /// Hands `each` the next payments of a list that an automatic run may match, at most `count`,
    /// from the line `from` on: those it has not looked at, and those nobody was found for.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn each_unmatched(
        &self,
        list_no: ListNo,
        from: u32,
        count: u32,
        mut each: impl FnMut(UnmatchedRow<'_>),
    ) -> Result<()> {
        // Nothing need be looked up beyond the last row that has a match: in a new list, nowhere.
        let last: Option<u32> = self
            .connection
            .prepare_cached("SELECT max(line) FROM row_match WHERE list_no = ?1")?
            .query_row([list_no], |row| row.get(0))?;
        let sql = if last.is_some_and(|last| last >= from) {
            "SELECT r.line, r.dossier_number, r.national_number, r.payment_code, r.payment_date,
                    m.reason IS NOT NULL
             FROM payment_row r LEFT JOIN row_match m ON m.list_no = r.list_no AND m.line = r.line
             WHERE r.list_no = ?1 AND r.line >= ?2 AND r.state IN (0, 2, 4)
               AND (m.reason IS NULL OR (m.matched = 0 AND m.reason <> 'undone'))
             ORDER BY r.line LIMIT ?3"
        } else {
            "SELECT line, dossier_number, national_number, payment_code, payment_date, 0
             FROM payment_row WHERE list_no = ?1 AND line >= ?2 AND state IN (0, 2, 4)
             ORDER BY line LIMIT ?3"
        };
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query((list_no, from, count))?;
        while let Some(row) = rows.next()? {
            let text = |place| row.get_ref(place).and_then(|value| Ok(value.as_str_or_null()?));
            let dossier = text(1)?.map(DossierNumber::parse).transpose();
            let national = text(2)?.map(NationalNumber::from_stored).transpose();
            let damaged = |column| StoreError::Damaged(column);
            each(UnmatchedRow {
                line: row.get(0)?,
                dossier: dossier.map_err(|_| damaged("payment_row.dossier_number"))?,
                national: national.map_err(|_| damaged("payment_row.national_number"))?,
                payment_code: text(3)?.ok_or(damaged("payment_row.payment_code"))?,
                payment_date: day_of(text(4)?.ok_or(damaged("payment_row.payment_date"))?)?,
                seen: row.get(5)?,
            });
        }
        Ok(())
    }

    /// Whether a row has been distributed, and in which run.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn distribution_of_row(&self, list_no: ListNo, line: u32) -> Result<Option<i64>> {
        let found = self
            .connection
            .prepare_cached(
                "SELECT distribution_no FROM distributed_row WHERE list_no = ?1 AND line = ?2",
            )?
            .query_row((list_no, line), |row| row.get(0))
            .optional()?;
        Ok(found)
    }
}

impl Write<'_> {
    /// Sets matches of rows. A match with a person moves the payment of its row from nobody to the
    /// person in the ledger, and back when it is replaced.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn put_matches(&self, list_no: ListNo, matches: &[NewMatch]) -> Result<()> {
        // A replaced match may have moved its payment, and then takes it back.
        let numbers = |one: &NewMatch| -> i64 {
            2 * (i64::from(one.found.person.is_some()) + i64::from(one.replaces))
        };
        let mut number = self.take_entry_numbers(matches.iter().map(numbers).sum())?;
        let mut insert = self
            .connection
            .prepare_cached("INSERT INTO row_match VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")?;
        let mut keep = self.connection.prepare_cached(
            "INSERT INTO former_match
             SELECT entry_no, list_no, line, person_no, event_no, ?3, ?4
             FROM row_match WHERE list_no = ?1 AND line = ?2 AND person_no IS NOT NULL",
        )?;
        let mut update = self.connection.prepare_cached(
            "UPDATE row_match SET person_no = ?3, matched = ?4, reason = ?5, candidates = ?6,
                                  entry_no = ?7, event_no = ?8
             WHERE list_no = ?1 AND line = ?2",
        )?;
        for one in matches {
            let found = &one.found;
            if one.replaces {
                keep.execute((list_no, found.line, number, self.event_no()))?;
                number += 2;
            }
            let only_the_person = found.candidates.iter().copied().eq(found.person);
            let candidates = if only_the_person { None } else { Some(json(&found.candidates)?) };
            let put = if one.replaces { &mut update } else { &mut insert };
            put.execute((
                list_no,
                found.line,
                found.person,
                found.matched,
                found.reason.as_str(),
                candidates,
                found.person.map(|_| number),
                self.event_no(),
            ))?;
            number += 2 * i64::from(found.person.is_some());
        }
        Ok(())
    }
}
