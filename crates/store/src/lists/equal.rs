//! Rows that may be the same payment: those that share a key, within a list and with payments that
//! stand.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use chrono::NaiveDate;
use domain::Ore;
use domain::calendar::Month;
use domain::identity::{DossierNumber, NationalNumber};
use domain::matching::IdentityIndex;
use domain::payment::PaymentRow;
use domain::person::Identity;

use super::{ListRecord, ROW, RowRecord};
use crate::db::{FromRow, Row, from_row};
use crate::persons::{identity_of, lookup_of};
use crate::{ListNo, PersonNo, Place, Read, Result};

/// A row that shares a key with another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    /// Its list.
    pub list_no: ListNo,
    /// The row.
    pub record: RowRecord,
    /// The person that it is matched with.
    pub person: Option<PersonNo>,
}

/// First and last day of what a list pays for; where no row has a period, the month of payment.
#[derive(PartialEq, Eq)]
struct DaysPaidFor {
    first: Option<NaiveDate>,
    last: Option<NaiveDate>,
    month: Option<String>,
}

from_row!(DaysPaidFor { first, last, month });

/// What rows that lie in no list are compared with a list by.
#[derive(Default)]
pub struct RowsSeen {
    rows: u64,
    first: Option<NaiveDate>,
    last: Option<NaiveDate>,
    paid: Option<NaiveDate>,
    numbers: HashSet<Identity>,
}

impl RowsSeen {
    /// Looks at one more row.
    pub fn add(&mut self, row: &PaymentRow) {
        self.rows += 1;
        self.first = self.first.into_iter().chain(row.period_from).min();
        self.last = self.last.max(row.period_until);
        self.paid = self.paid.max(row.payment_date);
        self.numbers.extend(row.numbers());
    }

    /// How many rows there were.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.rows
    }

    fn days(&self) -> DaysPaidFor {
        let (first, last) = (self.first, self.last);
        let without = first.is_none() && last.is_none();
        let month = self.paid.filter(|_| without).map(|day| Month::of(day).to_string());
        DaysPaidFor { first, last, month }
    }
}

impl FromRow for Alike {
    fn from_row(row: &Row<'_>) -> Result<Alike> {
        Ok(Alike {
            record: RowRecord::from_row(row)?,
            list_no: row.get("list_no")?,
            person: row.get("person_no")?,
        })
    }
}

/// The rows of list `?1` and the payments that stand, each with the person that it is matched with.
fn alike(condition: &str) -> String {
    format!(
        "SELECT {ROW}, r.list_no,
                (SELECT coalesce(p.merged_into, p.person_no)
                 FROM row_match m JOIN person p ON p.person_no = m.person_no
                 WHERE m.list_no = r.list_no AND m.line = r.line AND m.matched = 1) AS person_no
         FROM payment_row r JOIN payment_list l ON l.list_no = r.list_no
         WHERE (r.list_no = ?1 OR (l.state = 'committed' AND r.state IN (0, 2, 4)))
           AND {condition}"
    )
}

/// The columns of [`domain::payment::Keys`].
const KEYS: [&str; 2] = ["dossier_key", "national_key"];

/// Persons by their numbers, and their numbers.
#[derive(Debug, Default)]
pub struct NumbersOfPersons {
    /// Whose a number is.
    pub index: IdentityIndex<PersonNo>,
    /// Everybody's numbers; of merged persons together.
    pub numbers: BTreeMap<PersonNo, Vec<Identity>>,
}

impl NumbersOfPersons {
    fn add(&mut self, row: &Row<'_>) -> Result<()> {
        let identity = identity_of(row.text("kind")?, row.text("lookup")?)?;
        let person: PersonNo = row.get("person_no")?;
        self.index.add(identity, &person);
        let numbers = self.numbers.entry(person).or_default();
        if !numbers.contains(&identity) {
            numbers.push(identity);
        }
        Ok(())
    }
}

/// The numbers that stand, with the person that their person has turned out to be.
const NUMBERS: &str = "
    SELECT f.kind, f.lookup, coalesce(p.merged_into, p.person_no) AS person_no
    FROM fact f JOIN person p ON p.person_no = f.person_no
    WHERE f.kind IN ('dossier-number', 'national-number')
      AND f.superseded = 0 AND f.lookup IS NOT NULL";

impl Read<'_> {
    /// Hands over every row of a list, and every payment that stands, that shares a key with another
    /// of them of which at least one is the list's; one that shares both keys comes twice.
    pub fn each_alike(&self, list_no: ListNo, mut each: impl FnMut(Alike)) -> Result<()> {
        // A list that is most of the database is compared fastest by walking the key's index in
        // order; a small list in a large database by looking each of its rows up.
        let large = self.is_large_part(list_no)?;
        for key in KEYS {
            let mine = format!(
                "AND {key} IN (SELECT {key} FROM payment_row WHERE list_no = ?1 AND {key} <> 0)"
            );
            let sql = alike(&format!(
                "r.{key} <> 0 AND r.{key} IN (
                     SELECT {key} FROM payment_row WHERE {key} <> 0 {mine}
                     GROUP BY {key} HAVING count(*) > 1
                        AND max(CASE WHEN list_no = ?1 THEN 1 ELSE 0 END) = 1)",
                mine = if large { "" } else { &mine },
            ));
            self.db.each(&sql, &[&list_no], |row| -> Result<()> {
                each(Alike::from_row(row)?);
                Ok(())
            })?;
        }
        Ok(())
    }

    /// Hands over every row of a list, and every payment that stands, that has one of the keys; one
    /// that has two comes twice.
    pub fn each_with_keys(
        &self,
        list_no: ListNo,
        keys: &[i64],
        mut each: impl FnMut(Alike),
    ) -> Result<()> {
        for key in KEYS {
            let sql = |places: &str| alike(&format!("r.{key} <> 0 AND r.{key} IN ({places})"));
            self.db.each_among(sql, &[&list_no], keys, |row| {
                each(Alike::from_row(row)?);
                Ok(())
            })?;
        }
        Ok(())
    }

    /// Lines of a list whose rows have one of the keys.
    pub fn lines_with_keys(&self, list_no: ListNo, keys: &[i64]) -> Result<BTreeSet<u32>> {
        let mut lines = BTreeSet::new();
        for key in KEYS {
            let sql = |places: &str| {
                format!(
                    "SELECT line FROM payment_row
                     WHERE {key} <> 0 AND {key} IN ({places}) AND list_no = ?1"
                )
            };
            self.db.each_among(sql, &[&list_no], keys, |row| {
                lines.insert(row.get("line")?);
                Ok(())
            })?;
        }
        Ok(lines)
    }

    /// Hands over every row of a list that is whole: it has a key.
    pub fn each_whole_row(
        &self,
        list_no: ListNo,
        mut each: impl FnMut(u32, PaymentRow),
    ) -> Result<()> {
        let whole = format!(
            "SELECT {ROW} FROM payment_row r
             WHERE r.list_no = ?1 AND (r.dossier_key <> 0 OR r.national_key <> 0) ORDER BY r.line"
        );
        self.db.each(&whole, &[&list_no], |row| -> Result<()> {
            let record = RowRecord::from_row(row)?;
            each(record.line, record.row);
            Ok(())
        })
    }

    /// Some rows of a list, by line.
    pub fn rows_at(&self, list_no: ListNo, lines: &[u32]) -> Result<BTreeMap<u32, RowRecord>> {
        let mut rows = BTreeMap::new();
        let sql = |places: &str| {
            format!("SELECT {ROW} FROM payment_row r WHERE r.list_no = ?1 AND r.line IN ({places})")
        };
        self.db.each_among(sql, &[&list_no], lines, |row| {
            let record = RowRecord::from_row(row)?;
            rows.insert(record.line, record);
            Ok(())
        })?;
        Ok(rows)
    }

    /// Those of some numbers that somebody in the register has, and all others of these persons.
    pub fn known_numbers(&self, numbers: &[Identity]) -> Result<HashSet<Identity>> {
        let owners = self.numbers_of_persons_with(numbers)?;
        Ok(owners.numbers.into_values().flatten().collect())
    }

    /// Every number of the register and whose it is.
    pub fn numbers_of_persons(&self) -> Result<NumbersOfPersons> {
        let mut all = NumbersOfPersons::default();
        self.db.each(NUMBERS, &[], |row| all.add(row))?;
        Ok(all)
    }

    /// The same for the persons that have one of these numbers.
    pub fn numbers_of_persons_with(&self, numbers: &[Identity]) -> Result<NumbersOfPersons> {
        let mut owners = BTreeSet::new();
        let dossier = |number: &Identity| matches!(number, Identity::Dossier(_));
        let (dossiers, nationals): (Vec<Identity>, Vec<Identity>) =
            numbers.iter().copied().partition(dossier);
        for (kind, some) in [("dossier-number", dossiers), ("national-number", nationals)] {
            let digits: Vec<String> = some.iter().map(|number| lookup_of(*number).1).collect();
            let sql =
                |places: &str| format!("{NUMBERS} AND f.kind = ?1 AND f.lookup IN ({places})");
            self.db.each_among(sql, &[&kind], &digits, |row| {
                owners.insert(row.get::<PersonNo>("person_no")?);
                Ok(())
            })?;
        }
        let owners: Vec<PersonNo> = owners.into_iter().collect();
        let mut found = NumbersOfPersons::default();
        for column in ["person_no", "merged_into"] {
            let sql = |places: &str| format!("{NUMBERS} AND p.{column} IN ({places})");
            self.db.each_among(sql, &[], &owners, |row| found.add(row))?;
        }
        Ok(found)
    }

    /// The first list in force, beside this one, that has as many rows, the same sum and the same first
    /// and last days of its periods (without periods, the same month of payment), and does not name
    /// other persons only.
    pub fn list_like(&self, list: &ListRecord, net: Ore) -> Result<Option<ListRecord>> {
        let alike = self.lists_of_as_many(list.list_no, list.rows, net)?;
        if alike.is_empty() {
            return Ok(None);
        }
        let mine = self.days_paid_for(list.list_no)?;
        for list_no in alike {
            if self.days_paid_for(list_no)? == mine && !self.names_others(list.list_no, list_no)? {
                return self.list_by_no(list_no).map(Some);
            }
        }
        Ok(None)
    }

    /// The same for rows that are only looked at and lie in no list.
    pub fn list_like_rows(&self, rows: &RowsSeen, net: Ore) -> Result<Option<ListRecord>> {
        for list_no in self.lists_of_as_many(ListNo(0), rows.rows, net)? {
            if self.days_paid_for(list_no)? == rows.days()
                && !self.names_none_of(list_no, &rows.numbers)?
            {
                return self.list_by_no(list_no).map(Some);
            }
        }
        Ok(None)
    }

    /// Lists in force, beside this one, that have so many rows with that sum.
    fn lists_of_as_many(&self, but: ListNo, rows: u64, net: Ore) -> Result<Vec<ListNo>> {
        self.db.all(
            "SELECT l.list_no FROM payment_list l
             WHERE l.state = 'committed' AND l.rows = ?2 AND l.list_no <> ?1
               AND l.clean_positive_ore + l.clean_negative_ore
                   + coalesce((SELECT sum(r.amount_ore) FROM payment_row r
                               WHERE r.list_no = l.list_no AND r.state <> 0), 0) = ?3
             ORDER BY l.list_no",
            &[&but, &rows, &net],
        )
    }

    /// Whether both lists name persons by numbers, and none of them in common.
    fn names_others(&self, one: ListNo, other: ListNo) -> Result<bool> {
        let shared = "SELECT count(*) FROM payment_row WHERE list_no = ?1 AND (
             dossier_number IN (SELECT dossier_number FROM payment_row WHERE list_no = ?2)
             OR national_number IN (SELECT national_number FROM payment_row WHERE list_no = ?2))";
        let both = self.is_numbered(one)? && self.is_numbered(other)?;
        Ok(both && self.db.only::<u64>(shared, &[&one, &other])? == 0)
    }

    /// Whether the list and these are both numbers of persons, and none of them in common.
    pub(crate) fn names_none_of(
        &self,
        list_no: ListNo,
        numbers: &HashSet<Identity>,
    ) -> Result<bool> {
        let (mut numbered, mut shared) = (false, false);
        let sql = "SELECT dossier_number, national_number FROM payment_row WHERE list_no = ?1";
        self.db.each(sql, &[&list_no], |row| -> Result<()> {
            let dossier: Option<DossierNumber> = row.get("dossier_number")?;
            let national: Option<NationalNumber> = row.get("national_number")?;
            let both = dossier.map(Identity::Dossier).into_iter();
            for number in both.chain(national.map(Identity::National)) {
                numbered = true;
                shared |= numbers.contains(&number);
            }
            Ok(())
        })?;
        Ok(numbered && !numbers.is_empty() && !shared)
    }

    fn is_numbered(&self, list_no: ListNo) -> Result<bool> {
        let numbered = "SELECT count(*) FROM payment_row
             WHERE list_no = ?1 AND (dossier_number IS NOT NULL OR national_number IS NOT NULL)";
        Ok(self.db.only::<u64>(numbered, &[&list_no])? > 0)
    }

    fn days_paid_for(&self, list_no: ListNo) -> Result<DaysPaidFor> {
        self.db.only(
            "SELECT min(period_from) AS first, max(period_until) AS last,
                    CASE WHEN min(period_from) IS NULL AND max(period_until) IS NULL
                         THEN max(substr(payment_date, 1, 7)) END AS month
             FROM payment_row WHERE list_no = ?1",
            &[&list_no],
        )
    }

    fn is_large_part(&self, list_no: ListNo) -> Result<bool> {
        self.db.only(
            "SELECT CASE WHEN coalesce(sum(rows) FILTER (WHERE list_no = ?1), 0) * 4
                              >= coalesce(sum(rows), 0) THEN 1 ELSE 0 END
             FROM payment_list",
            &[&list_no],
        )
    }
}

impl Alike {
    /// Its list and line.
    #[must_use]
    pub fn place(&self) -> Place {
        (self.list_no, self.record.line)
    }
}
