//! What the municipality adds to the law that ships: amounts, checks and answers.

use chrono::NaiveDate;
use domain::codes::CompensationCode;
use domain::law::Choice;
use rusqlite::Row;

use crate::columns::{IsoDay, certain_day, day};
use crate::{Read, Result, Write};

/// An amount of the municipality's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnRateRecord {
    /// The client's id.
    pub id: String,
    /// The compensation or reference amount.
    pub compensation: CompensationCode,
    /// The case, by name.
    pub case: String,
    /// First day.
    pub valid_from: NaiveDate,
    /// Last day, inclusive; none: until further notice.
    pub valid_until: Option<NaiveDate>,
    /// The value as written, in the compensation's unit.
    pub value: String,
    /// Where it was read.
    pub source: String,
    /// The day on which it was held against the source.
    pub checked_on: NaiveDate,
    /// What to know about it.
    pub note: Option<String>,
}

/// That the open values of a compensation still hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LawCheck {
    /// The compensation or reference amount.
    pub compensation: CompensationCode,
    /// The day on which somebody looked.
    pub checked_on: NaiveDate,
    /// Where.
    pub source: String,
}

fn rate_of(row: &Row<'_>) -> Result<OwnRateRecord> {
    Ok(OwnRateRecord {
        id: row.get("id")?,
        compensation: CompensationCode(row.get("compensation")?),
        case: row.get("case_name")?,
        valid_from: certain_day(row, "valid_from")?,
        valid_until: day(row, "valid_until")?,
        value: row.get("value")?,
        source: row.get("source")?,
        checked_on: certain_day(row, "checked_on")?,
        note: row.get("note")?,
    })
}

impl Read<'_> {
    /// The municipality's own amounts that stand, in the order in which they were entered.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn own_rates(&self) -> Result<Vec<OwnRateRecord>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT * FROM own_rate WHERE withdrawn_event_no IS NULL ORDER BY own_rate_no",
        )?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(rate_of(row)?);
        }
        Ok(found)
    }

    /// The latest check of each compensation.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn law_checks(&self) -> Result<Vec<LawCheck>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT compensation, max(checked_on) AS checked_on, source FROM law_check
             GROUP BY compensation ORDER BY compensation",
        )?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(LawCheck {
                compensation: CompensationCode(row.get("compensation")?),
                checked_on: certain_day(row, "checked_on")?,
                source: row.get("source")?,
            });
        }
        Ok(found)
    }

    /// The answers that stand, by question and first day.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn law_choices(&self) -> Result<Vec<Choice>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT question, answer, valid_from, max(choice_no) FROM law_choice
             GROUP BY question, valid_from ORDER BY question, valid_from",
        )?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(Choice {
                question: row.get("question")?,
                answer: row.get("answer")?,
                valid_from: certain_day(row, "valid_from")?,
            });
        }
        Ok(found)
    }
}

impl Write<'_> {
    /// Adds an amount of the municipality's own.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn add_own_rate(&self, rate: &OwnRateRecord) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO own_rate (id, compensation, case_name, valid_from, valid_until, value,
                                       source, checked_on, note, event_no)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            )?
            .execute((
                &rate.id,
                &rate.compensation.0,
                &rate.case,
                IsoDay::of(rate.valid_from),
                rate.valid_until.map(IsoDay::of),
                &rate.value,
                &rate.source,
                IsoDay::of(rate.checked_on),
                &rate.note,
                self.event_no(),
            ))?;
        Ok(())
    }

    /// Takes an amount of the municipality's own back.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn withdraw_own_rate(&self, id: &str) -> Result<()> {
        self.connection
            .prepare_cached(
                "UPDATE own_rate SET withdrawn_event_no = ?2
                 WHERE id = ?1 AND withdrawn_event_no IS NULL",
            )?
            .execute((id, self.event_no()))?;
        Ok(())
    }

    /// Notes that the open values of a compensation still hold.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn add_law_check(&self, check: &LawCheck) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO law_check (compensation, checked_on, source, event_no)
                 VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute((
                &check.compensation.0,
                IsoDay::of(check.checked_on),
                &check.source,
                self.event_no(),
            ))?;
        Ok(())
    }

    /// Answers an open question from a day on.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn add_law_choice(&self, choice: &Choice, reason: &str) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO law_choice (question, answer, valid_from, reason, event_no)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute((
                &choice.question,
                &choice.answer,
                IsoDay::of(choice.valid_from),
                reason,
                self.event_no(),
            ))?;
        Ok(())
    }
}
