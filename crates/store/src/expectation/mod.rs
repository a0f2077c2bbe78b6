//! What expectations are computed from and compared with, for everybody at once or for one, and the
//! reports about what is missing.

mod checks;
mod decisions;
mod faults;
mod reports;

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::Ore;
use domain::codes::CompensationCode;
use domain::facts::{Fact, FactKind};

pub use checks::CheckedDecision;
pub use decisions::GrantRecord;
pub use faults::KnownFault;
pub use reports::{MissingRowRecord, NewMissingRow, ReportRecord};

use crate::db::{FromRow, Params, from_row};
use crate::persons::facts::FACT;
use crate::{PersonNo, Read, Result};

/// A row that was paid, as expectations are compared with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaidRecord {
    /// Whom it was matched with, or whom that one was merged into; none: nobody.
    pub person: Option<PersonNo>,
    /// The compensation that its payment code means.
    pub compensation: CompensationCode,
    /// First day of the period.
    pub period_from: Option<NaiveDate>,
    /// Last day of the period, inclusive.
    pub period_until: Option<NaiveDate>,
    /// Day of payment.
    pub payment_date: NaiveDate,
    /// The amount, negative where it takes back.
    pub amount: Ore,
    /// The list's id.
    pub list: String,
    /// Line in the file.
    pub line: u32,
}

from_row!(PaidRecord {
    person = "root", compensation, period_from, period_until, payment_date, amount = "amount_ore",
    list = "id", line,
});

/// What a list that was taken in holds of a compensation on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaidOfList {
    /// The list's id.
    pub list: String,
    /// The compensation.
    pub compensation: CompensationCode,
    /// Day of payment.
    pub payment_date: NaiveDate,
}

from_row!(PaidOfList { list = "id", compensation, payment_date });

const PAID: &str = "
    SELECT coalesce(p.merged_into, p.person_no) AS root, e.compensation, e.period_from,
           e.period_until, coalesce(r.payment_date, l.payment_date) AS payment_date, e.amount_ore,
           l.id, e.line
    FROM entry e
    JOIN payment_list l ON l.list_no = e.list_no
    JOIN payment_row r ON r.list_no = e.list_no AND r.line = e.line
    LEFT JOIN row_match m ON m.list_no = e.list_no AND m.line = e.line
    LEFT JOIN person p ON p.person_no = m.person_no
    WHERE e.kind = 'paid' AND e.person_no IS NULL AND e.corrects IS NULL
      AND e.compensation IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM entry c WHERE c.corrects = e.entry_no)";

/// What is known of one person: the facts, and births that were corrected.
type KnownOf = (PersonNo, Vec<Fact>, Vec<Fact>);

/// What is known of each of several persons: the facts, and births that were corrected.
type KnownOfEach = HashMap<PersonNo, (Vec<Fact>, Vec<Fact>)>;

impl Read<'_> {
    /// Tells `visit` what is known now of each person that stands for itself, by number: the facts in
    /// the order of kinds and first days, and before them births that were corrected.
    pub fn each_persons_facts(
        &self,
        visit: &mut dyn FnMut(PersonNo, Vec<Fact>, Vec<Fact>),
    ) -> Result<()> {
        let mut tell = |of: Option<KnownOf>| {
            if let Some((person, mut facts, earlier)) = of {
                facts.sort_by_key(|fact| (fact.kind(), fact.validity.valid_from));
                visit(person, facts, earlier);
            }
        };
        let mut current: Option<KnownOf> = None;
        let facts = format!(
            "SELECT coalesce(p.merged_into, p.person_no) AS root, f.superseded, NULL AS corrected,
                    {FACT}
             FROM person p JOIN fact f ON f.person_no = p.person_no
             WHERE f.withdrawn = 0 AND (f.superseded = 0 OR f.kind = 'birth')
             ORDER BY root"
        );
        self.db.each(&facts, &[], |row| -> Result<()> {
            let root: PersonNo = row.get("root")?;
            let superseded: bool = row.get("superseded")?;
            if current.as_ref().is_none_or(|(person, ..)| *person != root) {
                tell(current.replace((root, Vec::new(), Vec::new())));
            }
            let Some((_, facts, earlier)) = &mut current else { return Ok(()) };
            let fact = Fact::from_row(row)?;
            match (superseded, fact.kind()) {
                (true, FactKind::Birth) => earlier.push(fact),
                (true, _) => {}
                (false, _) => facts.push(fact),
            }
            Ok(())
        })?;
        tell(current);
        Ok(())
    }

    /// What is known now of each of these persons that stand for themselves: the facts in the order of
    /// kinds and first days, and births that were corrected.
    pub fn known_facts_of(&self, persons: &[PersonNo]) -> Result<KnownOfEach> {
        let mut found = KnownOfEach::new();
        let sql = |places: &str| {
            format!(
                "SELECT coalesce(p.merged_into, p.person_no) AS root, f.superseded,
                        NULL AS corrected, {FACT}
                 FROM person p JOIN fact f ON f.person_no = p.person_no
                 WHERE f.withdrawn = 0 AND (f.superseded = 0 OR f.kind = 'birth')
                   AND (p.person_no IN ({places}) OR p.merged_into IN ({places}))"
            )
        };
        self.db.each_among(sql, &[], persons, |row| {
            let (facts, earlier) = found.entry(row.get("root")?).or_default();
            let fact = Fact::from_row(row)?;
            match (row.get::<bool>("superseded")?, fact.kind()) {
                (true, FactKind::Birth) => earlier.push(fact),
                (true, _) => {}
                (false, _) => facts.push(fact),
            }
            Ok(())
        })?;
        for (facts, _) in found.values_mut() {
            facts.sort_by_key(|fact| (fact.kind(), fact.validity.valid_from));
        }
        Ok(found)
    }

    /// What was paid of a compensation for these persons, with those merged into them.
    pub fn paid_among(
        &self,
        compensation: &CompensationCode,
        persons: &[PersonNo],
    ) -> Result<Vec<PaidRecord>> {
        let mut found = Vec::new();
        let sql = |places: &str| {
            format!(
                "{PAID} AND e.compensation = ?1 AND m.person_no IN
                     (SELECT person_no FROM person
                      WHERE person_no IN ({places}) OR merged_into IN ({places}))
                 ORDER BY root, payment_date, l.list_no, e.line"
            )
        };
        self.db.each_among(sql, &[compensation], persons, |row| {
            found.push(PaidRecord::from_row(row)?);
            Ok(())
        })?;
        Ok(found)
    }

    /// Every row that stands in the ledger as paid and whose compensation is known, by person.
    pub fn paid_rows(&self) -> Result<Vec<PaidRecord>> {
        self.paid_where("", &[])
    }

    /// Rows paid for a person that stands for itself, with those of persons merged into it.
    pub fn paid_rows_of(&self, person: PersonNo) -> Result<Vec<PaidRecord>> {
        let of_person = "AND m.person_no IN (SELECT person_no FROM person
                          WHERE person_no = ?1 OR merged_into = ?1)";
        self.paid_where(of_person, &[&person])
    }

    /// What each list that was taken in holds: its compensations by day of payment.
    pub fn paid_lists(&self) -> Result<Vec<PaidOfList>> {
        self.db.all(
            "SELECT DISTINCT l.id, e.compensation,
                    coalesce(r.payment_date, l.payment_date) AS payment_date
             FROM entry e
             JOIN payment_list l ON l.list_no = e.list_no
             JOIN payment_row r ON r.list_no = e.list_no AND r.line = e.line
             WHERE e.kind = 'paid' AND e.person_no IS NULL AND e.corrects IS NULL
               AND e.compensation IS NOT NULL
               AND NOT EXISTS (SELECT 1 FROM entry c WHERE c.corrects = e.entry_no)",
            &[],
        )
    }

    fn paid_where(&self, condition: &str, params: Params<'_>) -> Result<Vec<PaidRecord>> {
        let order = "ORDER BY root NULLS FIRST, payment_date, l.list_no, e.line";
        self.db.all(&format!("{PAID} {condition} {order}"), params)
    }

    /// Day of the first payment of a list that stands.
    pub fn first_payment_date(&self) -> Result<Option<NaiveDate>> {
        self.db.only("SELECT min(payment_date) FROM payment_list WHERE state = 'committed'", &[])
    }
}
