//! What the municipality adds to the law that ships: amounts, checks and answers.

use chrono::NaiveDate;
use domain::codes::CompensationCode;
use domain::law::Choice;

use crate::db::from_row;
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

from_row!(OwnRateRecord {
    id, compensation, case = "case_name", valid_from, valid_until, value, source, checked_on, note,
});

from_row!(LawCheck { compensation, checked_on, source });

from_row!(Choice { question, answer, valid_from });

impl Read<'_> {
    /// The municipality's own amounts that stand, in the order in which they were entered.
    pub fn own_rates(&self) -> Result<Vec<OwnRateRecord>> {
        self.db.all(
            "SELECT id, compensation, case_name, valid_from, valid_until, value, source, checked_on,
                    note
             FROM own_rate WHERE withdrawn_event_no IS NULL ORDER BY own_rate_no",
            &[],
        )
    }

    /// The latest check of each compensation.
    pub fn law_checks(&self) -> Result<Vec<LawCheck>> {
        self.db.all(
            "SELECT compensation, checked_on, source FROM (
                 SELECT compensation, checked_on, source, row_number() OVER (
                     PARTITION BY compensation ORDER BY checked_on DESC, check_no DESC) AS place
                 FROM law_check) c
             WHERE place = 1 ORDER BY compensation",
            &[],
        )
    }

    /// The answers that stand, by question and first day.
    pub fn law_choices(&self) -> Result<Vec<Choice>> {
        self.db.all(
            "SELECT question, answer, valid_from FROM law_choice
             WHERE choice_no IN (SELECT max(choice_no) FROM law_choice
                                 GROUP BY question, valid_from)
             ORDER BY question, valid_from",
            &[],
        )
    }
}

impl Write<'_> {
    /// Adds an amount of the municipality's own.
    pub fn add_own_rate(&self, rate: &OwnRateRecord) -> Result<()> {
        self.db.run(
            "INSERT INTO own_rate (id, compensation, case_name, valid_from, valid_until, value,
                                   source, checked_on, note, event_no)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            &[
                &rate.id,
                &rate.compensation,
                &rate.case,
                &rate.valid_from,
                &rate.valid_until,
                &rate.value,
                &rate.source,
                &rate.checked_on,
                &rate.note,
                &self.event_no(),
            ],
        )?;
        Ok(())
    }

    /// Takes an amount of the municipality's own back.
    pub fn withdraw_own_rate(&self, id: &str) -> Result<()> {
        self.db.run(
            "UPDATE own_rate SET withdrawn_event_no = ?2
             WHERE id = ?1 AND withdrawn_event_no IS NULL",
            &[&id, &self.event_no()],
        )?;
        Ok(())
    }

    /// Notes that the open values of a compensation still hold.
    pub fn add_law_check(&self, check: &LawCheck) -> Result<()> {
        self.db.run(
            "INSERT INTO law_check (compensation, checked_on, source, event_no)
             VALUES (?1, ?2, ?3, ?4)",
            &[&check.compensation, &check.checked_on, &check.source, &self.event_no()],
        )?;
        Ok(())
    }

    /// Answers an open question from a day on.
    pub fn add_law_choice(&self, choice: &Choice, reason: &str) -> Result<()> {
        self.db.run(
            "INSERT INTO law_choice (question, answer, valid_from, reason, event_no)
             VALUES (?1, ?2, ?3, ?4, ?5)",
            &[&choice.question, &choice.answer, &choice.valid_from, &reason, &self.event_no()],
        )?;
        Ok(())
    }
}
