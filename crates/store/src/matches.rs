//! Which person each row is about.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use domain::Ore;
use domain::identity::{DossierNumber, NationalNumber};
use domain::matching::MatchReason;
use domain::person::PersonId;

use crate::db::{FromRow, Row, from_row, json};
use crate::lists::{ROW, RowRecord};
use crate::{DistributionNo, EventNo, ListNo, PersonNo, Read, Result, Write};

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

/// Which payments of a list are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaymentFilter {
    /// All.
    All,
    /// Not matched.
    Unmatched,
    /// Matched by the program.
    Automatic,
    /// Matched by a person.
    Manual,
}

impl PaymentFilter {
    /// The condition on the match `m` of a payment.
    fn condition(self) -> &'static str {
        match self {
            PaymentFilter::All => "1 = 1",
            PaymentFilter::Unmatched => "coalesce(m.matched, 0) = 0",
            PaymentFilter::Automatic => "m.matched = 1 AND m.reason <> 'manual'",
            PaymentFilter::Manual => "m.matched = 1 AND m.reason = 'manual'",
        }
    }
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

/// A match that has not been shared yet, with what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenMatch {
    /// Its list.
    pub list_no: ListNo,
    /// The match.
    pub found: RowMatch,
    /// The event that made it.
    pub event_no: EventNo,
    /// Dossier number.
    pub dossier: Option<DossierNumber>,
    /// Personal or coordination number.
    pub national: Option<NationalNumber>,
    /// Payment code.
    pub payment_code: String,
    /// Payment date.
    pub payment_date: NaiveDate,
}

impl FromRow for OpenMatch {
    fn from_row(row: &Row<'_>) -> Result<OpenMatch> {
        Ok(OpenMatch {
            list_no: row.get("list_no")?,
            found: RowMatch::from_row(row)?,
            event_no: row.get("event_no")?,
            dossier: row.get("dossier_number")?,
            national: row.get("national_number")?,
            payment_code: row.get("payment_code")?,
            payment_date: row.get("payment_date")?,
        })
    }
}

/// Matches of lists that stand, of rows that nothing has shared.
const OPEN_MATCH: &str = "
    SELECT m.list_no, m.line, m.person_no, m.matched, m.reason, m.candidates, m.event_no,
           r.dossier_number, r.national_number, r.payment_code, r.payment_date
    FROM row_match m JOIN payment_list l ON l.list_no = m.list_no AND l.state = 'committed'
    JOIN payment r ON r.list_no = m.list_no AND r.line = m.line
    WHERE m.matched = 1
      AND NOT EXISTS (SELECT 1 FROM standing_row d WHERE d.list_no = m.list_no AND d.line = m.line)";

/// A match to be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMatch {
    /// The match.
    pub found: RowMatch,
    /// Whether it takes the place of another.
    pub replaces: bool,
}

impl FromRow for RowMatch {
    fn from_row(row: &Row<'_>) -> Result<RowMatch> {
        let person: Option<PersonNo> = row.get("person_no")?;
        let several: Option<String> = row.get("candidates")?;
        Ok(RowMatch {
            line: row.get("line")?,
            person,
            matched: row.get("matched")?,
            reason: row.get("reason")?,
            candidates: match several {
                Some(_) => row.json("candidates")?,
                None => person.into_iter().collect(),
            },
        })
    }
}

from_row!(MatchOverview { unmatched, automatic, manual, unmatched_sum = "unmatched_ore" });

impl<'r> UnmatchedRow<'r> {
    fn of(row: &Row<'r>) -> Result<UnmatchedRow<'r>> {
        Ok(UnmatchedRow {
            line: row.get("line")?,
            dossier: row.get("dossier_number")?,
            national: row.get("national_number")?,
            payment_code: row.text("payment_code")?,
            payment_date: row.get("payment_date")?,
            seen: row.get("seen")?,
        })
    }
}

/// The payments of a list with their matches, if they have any.
const PAYMENTS: &str = "FROM payment r
    LEFT JOIN row_match m ON m.list_no = r.list_no AND m.line = r.line WHERE r.list_no = ?1";

impl Read<'_> {
    /// The present match of a row, if matching has looked at it.
    pub fn row_match(&self, list_no: ListNo, line: u32) -> Result<Option<RowMatch>> {
        self.db.one(
            "SELECT line, person_no, matched, reason, candidates FROM row_match
             WHERE list_no = ?1 AND line = ?2",
            &[&list_no, &line],
        )
    }

    /// The matches of some payments of a list, by line.
    pub fn row_matches(&self, list_no: ListNo, lines: &[u32]) -> Result<HashMap<u32, RowMatch>> {
        let mut matches = HashMap::new();
        let sql = |places: &str| {
            format!(
                "SELECT line, person_no, matched, reason, candidates FROM row_match
                 WHERE list_no = ?1 AND line IN ({places})"
            )
        };
        self.db.each_among(sql, &[&list_no], lines, |row| {
            let found = RowMatch::from_row(row)?;
            matches.insert(found.line, found);
            Ok(())
        })?;
        Ok(matches)
    }

    /// The matches of a list that have not been shared yet, by line.
    pub fn open_matches(&self, list_no: ListNo) -> Result<Vec<OpenMatch>> {
        self.db.all(&format!("{OPEN_MATCH} AND m.list_no = ?1 ORDER BY m.line"), &[&list_no])
    }

    /// The matches with some persons, whoever they were merged into, that have not been shared yet.
    pub fn open_matches_with(&self, persons: &[PersonNo]) -> Result<Vec<OpenMatch>> {
        let mut matches = Vec::new();
        let sql = |places: &str| {
            format!("{OPEN_MATCH} AND m.person_no IN ({places}) ORDER BY m.list_no, m.line")
        };
        self.db.each_among(sql, &[], persons, |row| {
            matches.push(OpenMatch::from_row(row)?);
            Ok(())
        })?;
        Ok(matches)
    }

    /// Which of some rows of a list have been distributed.
    pub fn distributed_among(&self, list_no: ListNo, lines: &[u32]) -> Result<HashSet<u32>> {
        let mut distributed = HashSet::new();
        let sql = |places: &str| {
            format!("SELECT line FROM standing_row WHERE list_no = ?1 AND line IN ({places})")
        };
        self.db.each_among(sql, &[&list_no], lines, |row| {
            distributed.insert(row.get("line")?);
            Ok(())
        })?;
        Ok(distributed)
    }

    /// Every match of a list with the Person-id of its person, by line.
    pub fn matched_persons(
        &self,
        list_no: ListNo,
    ) -> Result<Vec<(u32, Option<PersonId>, MatchReason)>> {
        self.db.map(
            "SELECT m.line, p.register_id, m.reason
             FROM row_match m LEFT JOIN person p ON p.person_no = m.person_no
             WHERE m.list_no = ?1 ORDER BY m.line",
            &[&list_no],
            |row| Ok((row.get("line")?, row.get("register_id")?, row.get("reason")?)),
        )
    }

    /// How many payments of a list are matched, and how many are not.
    pub fn match_counts(&self, list_no: ListNo) -> Result<(u64, u64)> {
        let matched = "SELECT count(*) FROM row_match WHERE list_no = ?1 AND matched = ?2";
        Ok((
            self.db.only(matched, &[&list_no, &true])?,
            self.db.only(matched, &[&list_no, &false])?,
        ))
    }

    /// How many payments are matched by whom, and the sum of those that are not.
    pub fn match_overview(&self, list_no: ListNo) -> Result<MatchOverview> {
        let [unmatched, automatic, manual] =
            [PaymentFilter::Unmatched, PaymentFilter::Automatic, PaymentFilter::Manual]
                .map(PaymentFilter::condition);
        self.db.only(
            &format!(
                "SELECT count(*) FILTER (WHERE {unmatched}) AS unmatched,
                        count(*) FILTER (WHERE {automatic}) AS automatic,
                        count(*) FILTER (WHERE {manual}) AS manual,
                        coalesce(sum(r.amount_ore) FILTER (WHERE {unmatched}), 0) AS unmatched_ore
                 {PAYMENTS}"
            ),
            &[&list_no],
        )
    }

    /// A page of the payments of a list, by line.
    pub fn payment_rows(
        &self,
        list_no: ListNo,
        filter: PaymentFilter,
        offset: u32,
        count: u32,
    ) -> Result<Vec<RowRecord>> {
        self.db.all(
            &format!(
                "SELECT {ROW} {PAYMENTS} AND {} ORDER BY r.line LIMIT ?2 OFFSET ?3",
                filter.condition()
            ),
            &[&list_no, &count, &offset],
        )
    }

    /// The next payments of a list after a line, by line; at most `count`.
    pub fn payment_rows_after(
        &self,
        list_no: ListNo,
        filter: PaymentFilter,
        line: u32,
        count: u32,
    ) -> Result<Vec<RowRecord>> {
        self.db.all(
            &format!(
                "SELECT {ROW} {PAYMENTS} AND r.line > ?2 AND {} ORDER BY r.line LIMIT ?3",
                filter.condition()
            ),
            &[&list_no, &line, &count],
        )
    }

    /// Hands `each` the next payments of a list that an automatic run may match, at most `count`,
    /// from the line `from` on: those it has not looked at, and those nobody was found for.
    pub fn each_unmatched(
        &self,
        list_no: ListNo,
        from: u32,
        count: u32,
        mut each: impl FnMut(UnmatchedRow<'_>),
    ) -> Result<()> {
        // Nothing need be looked up beyond the last row that has a match: in a new list, nowhere.
        let last: Option<u32> =
            self.db.only("SELECT max(line) FROM row_match WHERE list_no = ?1", &[&list_no])?;
        let sql = if last.is_some_and(|last| last >= from) {
            "SELECT r.line, r.dossier_number, r.national_number, r.payment_code, r.payment_date,
                    CASE WHEN m.reason IS NULL THEN 0 ELSE 1 END AS seen
             FROM payment r LEFT JOIN row_match m ON m.list_no = r.list_no AND m.line = r.line
             WHERE r.list_no = ?1 AND r.line >= ?2
               AND (m.reason IS NULL OR (m.matched = 0 AND m.reason <> 'undone'))
             ORDER BY r.line LIMIT ?3"
        } else {
            "SELECT line, dossier_number, national_number, payment_code, payment_date, 0 AS seen
             FROM payment WHERE list_no = ?1 AND line >= ?2 ORDER BY line LIMIT ?3"
        };
        self.db.each(sql, &[&list_no, &from, &count], |row| {
            each(UnmatchedRow::of(row)?);
            Ok(())
        })
    }

    /// Whether a row has been distributed, and in which run.
    pub fn distribution_of_row(
        &self,
        list_no: ListNo,
        line: u32,
    ) -> Result<Option<DistributionNo>> {
        self.db.one(
            "SELECT distribution_no FROM standing_row WHERE list_no = ?1 AND line = ?2",
            &[&list_no, &line],
        )
    }
}

impl Write<'_> {
    /// Sets matches of rows. A match with a person moves the payment of its row from nobody to the
    /// person in the ledger, and back when it is replaced.
    pub fn put_matches(&self, list_no: ListNo, matches: &[NewMatch]) -> Result<()> {
        let mut insert = self.db.prepare(
            "INSERT INTO row_match (list_no, line, person_no, matched, reason, candidates, entry_no,
                                    event_no)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?;
        let mut keep = self.db.prepare(
            "INSERT INTO former_match (entry_no, list_no, line, person_no, event_no,
                                       undone_entry_no, undone_event_no)
             SELECT entry_no, list_no, line, person_no, event_no, ?3, ?4
             FROM row_match WHERE list_no = ?1 AND line = ?2 AND person_no IS NOT NULL",
        )?;
        let mut update = self.db.prepare(
            "UPDATE row_match SET person_no = ?3, matched = ?4, reason = ?5, candidates = ?6,
                                  entry_no = ?7, event_no = ?8
             WHERE list_no = ?1 AND line = ?2",
        )?;
        let (mut looked_at, mut matched) = (0, 0);
        for one in matches {
            let found = &one.found;
            looked_at += i64::from(!one.replaces);
            matched += i64::from(found.matched);
            if one.replaces {
                let before = "SELECT count(*) FROM row_match
                              WHERE list_no = ?1 AND line = ?2 AND matched = 1";
                matched -= self.db.only::<i64>(before, &[&list_no, &found.line])?;
                // A replaced match may have moved its payment, and then takes it back.
                let number = self.take_entry_numbers(2)?;
                keep.run(&[&list_no, &found.line, &number, &self.event_no()])?;
            }
            let number = match found.person {
                Some(_) => Some(self.take_entry_numbers(2)?),
                None => None,
            };
            let only_the_person = found.candidates.iter().copied().eq(found.person);
            let candidates = if only_the_person { None } else { Some(json(&found.candidates)?) };
            let put = if one.replaces { &mut update } else { &mut insert };
            put.run(&[
                &list_no,
                &found.line,
                &found.person,
                &found.matched,
                &found.reason,
                &candidates,
                &number,
                &self.event_no(),
            ])?;
        }
        self.count_matches(list_no, looked_at, matched)
    }
}
