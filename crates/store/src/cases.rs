//! Cases: what the city handles about a person's compensation, their due days and their log.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::case::{CaseKind, CaseNumber, CaseState};
use domain::codes::CompensationCode;
use domain::person::CostCentre;

use crate::db::{FromRow, Row, Values, from_row};
use crate::{CaseNo, PersonNo, Read, Result, StoreError, Write};

/// What stands in `next_due` where no due day is open.
const NONE_DUE: &str = "9999-12-31";
/// How many cases a list reaches: whoever wants to see further wants a filter.
pub const MOST_LISTED: u32 = 5_000;

/// A case as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseRecord {
    /// This database's number.
    pub case_no: CaseNo,
    /// The client's id.
    pub id: String,
    /// Its number.
    pub number: CaseNumber,
    /// The person it was opened for.
    pub person_no: PersonNo,
    /// What it is about.
    pub kind: CaseKind,
    /// The compensation, where it is about one.
    pub compensation: Option<CompensationCode>,
    /// How far it has come.
    pub state: CaseState,
    /// Who handles it.
    pub officer: String,
    /// The board that answers for it.
    pub cost_centre: CostCentre,
    /// The nearest open due day.
    pub next_due: Option<NaiveDate>,
}

/// A case to be opened; its number is given by the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCase {
    /// The client's id.
    pub id: String,
    /// The year of its number.
    pub year: i32,
    /// The person.
    pub person_no: PersonNo,
    /// What it is about.
    pub kind: CaseKind,
    /// The compensation, where it is about one.
    pub compensation: Option<CompensationCode>,
    /// Its first state.
    pub state: CaseState,
    /// Who handles it.
    pub officer: String,
    /// The board that answers for it.
    pub cost_centre: CostCentre,
}

/// A day on which something about a case is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseDue {
    /// The client's id.
    pub id: String,
    /// The last day, inclusive.
    pub due_on: NaiveDate,
    /// What is due.
    pub what: String,
    /// Who settled it and when in UTC.
    pub done: Option<(String, String)>,
}

/// A step of a case's log.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseEvent {
    /// When, in UTC.
    pub at: String,
    /// Who.
    pub actor: String,
    /// What changed.
    pub content: serde_json::Value,
}

/// Which cases a list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseFilter {
    /// Of this person and those merged into it.
    pub person: Option<PersonNo>,
    /// Handled by this officer.
    pub officer: Option<String>,
    /// Of this board.
    pub cost_centre: Option<CostCentre>,
    /// With something due up to this day, inclusive.
    pub due_until: Option<NaiveDate>,
    /// In this state; none: in every one but closed.
    pub state: Option<CaseState>,
    /// Only of persons who are not protected on this day or from a later one; none: of everybody.
    pub unprotected_on: Option<NaiveDate>,
}

const CASE: &str = "
    SELECT c.case_no, c.id, c.year, c.sequence, c.person_no, c.kind, c.compensation, c.state,
           c.officer, c.cost_centre, c.next_due
    FROM case_file c";

impl FromRow for CaseRecord {
    fn from_row(row: &Row<'_>) -> Result<CaseRecord> {
        Ok(CaseRecord {
            case_no: row.get("case_no")?,
            id: row.get("id")?,
            number: CaseNumber { year: row.get("year")?, sequence: row.get("sequence")? },
            person_no: row.get("person_no")?,
            kind: row.get("kind")?,
            compensation: row.get("compensation")?,
            state: row.get("state")?,
            officer: row.get("officer")?,
            cost_centre: row.get("cost_centre")?,
            next_due: match row.text("next_due")? {
                NONE_DUE => None,
                _ => Some(row.get("next_due")?),
            },
        })
    }
}

impl FromRow for CaseDue {
    fn from_row(row: &Row<'_>) -> Result<CaseDue> {
        Ok(CaseDue {
            id: row.get("id")?,
            due_on: row.get("due_on")?,
            what: row.get("what")?,
            done: row.get::<Option<_>>("actor")?.zip(row.get("at")?),
        })
    }
}

from_row!(CaseEvent { at, actor, content: json });

impl CaseFilter {
    fn states(&self) -> Vec<CaseState> {
        match self.state {
            Some(state) => vec![state],
            None => {
                let open = CaseState::ALL.iter().copied();
                open.filter(|state| *state != CaseState::Closed).collect()
            }
        }
    }

    /// One selection per state, each answered by one index in the order of due days, at most `most`
    /// rows long; whoever asks merges their first rows. The cases of a person are few: they are found
    /// first, so that no index of the work list is chosen for them.
    fn selection(&self, most: u32) -> Result<(String, Values)> {
        let mut values = Values::default();
        let mut conditions = String::new();
        if let Some(officer) = &self.officer {
            conditions += &format!(" AND officer = {}", values.add(officer)?);
        }
        if let Some(centre) = &self.cost_centre {
            conditions += &format!(" AND cost_centre = {}", values.add(centre)?);
        }
        if let Some(day) = &self.due_until {
            conditions += &format!(" AND next_due <= {}", values.add(day)?);
        }
        if let Some(day) = &self.unprotected_on {
            let day = values.add(day)?;
            conditions += &format!(
                " AND person_no NOT IN (
                      SELECT person_no FROM person WHERE protected_until >= {day}
                      UNION ALL SELECT m.person_no FROM person r
                          JOIN person m ON m.merged_into = r.person_no
                          WHERE r.protected_until >= {day})"
            );
        }
        let (mut first, mut from) = (String::new(), "case_file");
        if let Some(person) = &self.person {
            let person = values.add(person)?;
            from = "of_person";
            first = format!(
                "WITH of_person AS MATERIALIZED (
                     SELECT case_no, state, officer, cost_centre, next_due, person_no FROM case_file
                     WHERE person_no = {person} OR person_no IN
                         (SELECT person_no FROM person WHERE merged_into = {person})) "
            );
        }
        let of_state = |state: &CaseState| {
            format!(
                "SELECT case_no, next_due FROM (SELECT case_no, next_due FROM {from}
                 WHERE state = '{word}'{conditions} ORDER BY next_due, case_no LIMIT {most}) AS {name}",
                word = state.as_str(),
                name = format_args!("in_{}", state.as_str()),
            )
        };
        let states: Vec<String> = self.states().iter().map(of_state).collect();
        Ok((format!("{first}{}", states.join(" UNION ALL ")), values))
    }
}

impl Read<'_> {
    /// A page of cases by due day, those without one last, and how many there are; more than
    /// [`MOST_LISTED`] are not counted.
    pub fn cases(
        &self,
        filter: &CaseFilter,
        offset: u32,
        count: u32,
    ) -> Result<(Vec<CaseRecord>, u32)> {
        let (selection, values) = filter.selection(MOST_LISTED + 1)?;
        let counted = format!("SELECT count(*) FROM ({selection}) AS s");
        let total = self.db.only(&counted, &values.params())?;
        let reach = offset.saturating_add(count).min(MOST_LISTED);
        let (selection, mut values) = filter.selection(reach)?;
        let (count, offset) = (values.add(&count)?, values.add(&offset)?);
        let page = format!(
            "{CASE} JOIN (SELECT case_no FROM ({selection}) AS s
                          ORDER BY next_due, case_no LIMIT {count} OFFSET {offset}) f
                 ON f.case_no = c.case_no
             ORDER BY c.next_due, c.case_no"
        );
        Ok((self.db.all(&page, &values.params())?, total))
    }

    /// Everybody who handles a case, by name.
    pub fn case_officers(&self) -> Result<Vec<String>> {
        // From one name to the next by the index, however many cases each has.
        self.db.all(
            "WITH RECURSIVE one (officer) AS (
                 SELECT min(officer) FROM case_file
                 UNION ALL
                 SELECT (SELECT min(c.officer) FROM case_file c WHERE c.officer > one.officer)
                 FROM one WHERE one.officer IS NOT NULL)
             SELECT officer FROM one WHERE officer IS NOT NULL",
            &[],
        )
    }

    /// Who handles the open cases of whom, the earliest first: the person now, the compensation where
    /// the case is about one, and the officer.
    pub fn officers_of_persons(&self) -> Result<Vec<(PersonNo, Option<CompensationCode>, String)>> {
        self.db.map(
            "SELECT coalesce(p.merged_into, p.person_no) AS root, c.compensation, c.officer
             FROM case_file c JOIN person p ON p.person_no = c.person_no
             WHERE c.state <> ?1 ORDER BY c.case_no",
            &[&CaseState::Closed],
            |row| Ok((row.get("root")?, row.get("compensation")?, row.get("officer")?)),
        )
    }

    /// The case with that id.
    pub fn case(&self, id: &str) -> Result<Option<CaseRecord>> {
        self.db.one(&format!("{CASE} WHERE c.id = ?1"), &[&id])
    }

    /// The case with that number of this database.
    pub fn case_at(&self, case_no: CaseNo) -> Result<Option<CaseRecord>> {
        self.db.one(&format!("{CASE} WHERE c.case_no = ?1"), &[&case_no])
    }

    /// The case with that number.
    pub fn case_numbered(&self, number: CaseNumber) -> Result<Option<CaseRecord>> {
        let numbered = format!("{CASE} WHERE c.year = ?1 AND c.sequence = ?2");
        self.db.one(&numbered, &[&number.year, &number.sequence])
    }

    /// The due days of a case, by day.
    pub fn case_dues(&self, case_no: CaseNo) -> Result<Vec<CaseDue>> {
        self.db.all(
            "SELECT d.id, d.due_on, d.what, e.actor, e.at
             FROM case_due d LEFT JOIN audit_event e ON e.event_no = d.done_event_no
             WHERE d.case_no = ?1 ORDER BY d.due_on, d.due_no",
            &[&case_no],
        )
    }

    /// What is due next of each case that has anything due.
    pub fn next_dues(&self, cases: &[CaseNo]) -> Result<HashMap<CaseNo, String>> {
        let mut dues = HashMap::new();
        let sql = |places: &str| {
            format!(
                "SELECT case_no, what FROM case_due
                 WHERE done_event_no IS NULL AND case_no IN ({places})
                 ORDER BY case_no, due_on, due_no"
            )
        };
        self.db.each_among(sql, &[], cases, |row| {
            let what: String = row.get("what")?;
            dues.entry(row.get("case_no")?).or_insert(what);
            Ok(())
        })?;
        Ok(dues)
    }

    /// The log of a case, the oldest step first.
    pub fn case_events(&self, case_no: CaseNo) -> Result<Vec<CaseEvent>> {
        self.db.all(
            "SELECT e.at, e.actor, c.content
             FROM case_event c JOIN audit_event e ON e.event_no = c.event_no
             WHERE c.case_no = ?1 ORDER BY c.log_no",
            &[&case_no],
        )
    }

    /// Whether the step with that id has been taken: it is asked for again.
    pub fn case_step_taken(&self, id: &str) -> Result<bool> {
        self.db.only("SELECT EXISTS (SELECT 1 FROM case_event WHERE id = ?1)", &[&id])
    }
}

impl Write<'_> {
    /// Opens a case with the next number of its year.
    pub fn open_case(&self, new: &NewCase) -> Result<CaseRecord> {
        self.db.run(
            "INSERT INTO case_file (id, year, sequence, person_no, kind, compensation, state, officer,
                                    cost_centre, next_due, event_no)
             SELECT ?1, ?2, coalesce(max(sequence), 0) + 1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10
             FROM case_file WHERE year = ?2",
            &[
                &new.id,
                &new.year,
                &new.person_no,
                &new.kind,
                &new.compensation,
                &new.state,
                &new.officer,
                &new.cost_centre,
                &NONE_DUE,
                &self.event_no(),
            ],
        )?;
        self.case(&new.id)?.ok_or(StoreError::Damaged("case_file"))
    }

    /// Keeps what a case is now: state, officer and board.
    pub fn keep_case(&self, case: &CaseRecord) -> Result<()> {
        self.db.run(
            "UPDATE case_file SET state = ?2, officer = ?3, cost_centre = ?4 WHERE case_no = ?1",
            &[&case.case_no, &case.state, &case.officer, &case.cost_centre],
        )?;
        Ok(())
    }

    /// Adds a due day to a case.
    pub fn add_case_due(&self, case_no: CaseNo, due: &CaseDue) -> Result<()> {
        self.db.run(
            "INSERT INTO case_due (id, case_no, due_on, what, event_no) VALUES (?1, ?2, ?3, ?4, ?5)",
            &[&due.id, &case_no, &due.due_on, &due.what, &self.event_no()],
        )?;
        self.refresh_next_due(case_no)
    }

    /// Settles a due day of a case.
    ///
    /// # Errors
    /// When it is settled already.
    pub fn settle_case_due(&self, case_no: CaseNo, id: &str) -> Result<()> {
        self.db.run(
            "UPDATE case_due SET done_event_no = ?2 WHERE id = ?1",
            &[&id, &self.event_no()],
        )?;
        self.refresh_next_due(case_no)
    }

    fn refresh_next_due(&self, case_no: CaseNo) -> Result<()> {
        self.db.run(
            "UPDATE case_file SET next_due = coalesce(
                 (SELECT min(due_on) FROM case_due
                  WHERE case_no = ?1 AND done_event_no IS NULL), ?2)
             WHERE case_no = ?1",
            &[&case_no, &NONE_DUE],
        )?;
        Ok(())
    }

    /// Adds a step to the log of a case.
    ///
    /// # Errors
    /// When its id is taken.
    pub fn log_case(&self, case_no: CaseNo, id: &str, content: &serde_json::Value) -> Result<()> {
        self.db.run(
            "INSERT INTO case_event (id, case_no, content, event_no) VALUES (?1, ?2, ?3, ?4)",
            &[&id, &case_no, &content.to_string(), &self.event_no()],
        )?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How the database goes about a filter's selection, a line for each step.
    fn plan(filter: &CaseFilter) -> String {
        let (selection, values) = filter.selection(200).unwrap();
        crate::db::plan(&selection, &values.params())
    }

    /// However many cases there are, a page is read from an index in the order of due days.
    #[test]
    fn no_filter_of_the_work_list_sorts_or_scans() {
        let officer = Some("EXEMPEL".to_owned());
        let cost_centre = Some(CostCentre("7110".to_owned()));
        let none = CaseFilter::default();
        for (filter, index) in [
            (none.clone(), "case_due_order"),
            (CaseFilter { officer: officer.clone(), ..none.clone() }, "case_officer"),
            (CaseFilter { cost_centre: cost_centre.clone(), ..none.clone() }, "case_board"),
            (CaseFilter { officer, cost_centre, ..none.clone() }, "case_officer_board"),
        ] {
            for due_until in [None, NaiveDate::from_ymd_opt(2026, 11, 16)] {
                for state in [None, Some(CaseState::Closed)] {
                    let filter = CaseFilter { due_until, state, ..filter.clone() };
                    let plan = plan(&filter);
                    let used = format!("USING COVERING INDEX {index} (");
                    assert_eq!(plan.matches(&used).count(), filter.states().len(), "{plan}");
                    assert!(!plan.contains("TEMP B-TREE"), "{plan}");
                }
            }
        }
    }

    #[test]
    fn a_persons_cases_are_found_by_the_person() {
        let plan = plan(&CaseFilter { person: Some(PersonNo(1)), ..CaseFilter::default() });
        assert_eq!(plan.matches("case_person (person_no=?)").count(), 2, "{plan}");
    }
}
