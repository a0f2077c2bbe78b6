//! Cases: what the city handles about a person's compensation, their due days and their log.

use chrono::NaiveDate;
use domain::case::{CaseKind, CaseNumber, CaseState};
use domain::codes::CompensationCode;
use domain::person::CostCentre;
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Row, params_from_iter};

use crate::columns::{IsoDay, certain_day, day_of};
use crate::persons::PersonNo;
use crate::{Read, Result, StoreError, Write};

/// This database's own number of a case.
pub type CaseNo = i64;

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

fn case_of(row: &Row<'_>) -> Result<CaseRecord> {
    let damaged = StoreError::Damaged("case_file");
    let (kind, state): (String, String) = (row.get("kind")?, row.get("state")?);
    let due: String = row.get("next_due")?;
    Ok(CaseRecord {
        case_no: row.get("case_no")?,
        id: row.get("id")?,
        number: CaseNumber { year: row.get("year")?, sequence: row.get("sequence")? },
        person_no: row.get("person_no")?,
        kind: CaseKind::parse(&kind).ok_or(damaged)?,
        compensation: row.get::<_, Option<String>>("compensation")?.map(CompensationCode),
        state: CaseState::parse(&state).ok_or(StoreError::Damaged("case_file"))?,
        officer: row.get("officer")?,
        cost_centre: CostCentre(row.get("cost_centre")?),
        next_due: if due == NONE_DUE { None } else { Some(day_of(&due)?) },
    })
}

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

    /// One selection per state, each answered by one index in the order of due days; the outer query
    /// merges their first rows.
    fn selection(&self, most: u32) -> (String, Vec<Value>) {
        let mut values: Vec<Value> = Vec::new();
        let mut conditions = String::new();
        // A person has few cases: the plus keeps the indexes of the work list out of it.
        let plus = if self.person.is_some() { "+" } else { "" };
        let mut condition = |sql: &str, value: Value| {
            values.push(value);
            conditions.push_str(&format!(" AND {plus}{sql} ?{}", values.len()));
        };
        if let Some(officer) = &self.officer {
            condition("officer =", officer.clone().into());
        }
        if let Some(centre) = &self.cost_centre {
            condition("cost_centre =", centre.0.clone().into());
        }
        if let Some(day) = self.due_until {
            condition("next_due <=", day.to_string().into());
        }
        if let Some(person_no) = self.person {
            values.push(person_no.into());
            let place = values.len();
            conditions.push_str(&format!(
                " AND person_no IN (SELECT ?{place} UNION ALL
                      SELECT person_no FROM person WHERE merged_into = ?{place})"
            ));
        }
        if let Some(day) = self.unprotected_on {
            values.push(day.to_string().into());
            conditions.push_str(&format!(
                " AND person_no NOT IN (
                      SELECT person_no FROM person WHERE protected_until >= ?{day}
                      UNION ALL SELECT m.person_no FROM person r
                          JOIN person m ON m.merged_into = r.person_no
                          WHERE r.protected_until >= ?{day})",
                day = values.len()
            ));
        }
        let of_state = |state: &CaseState| {
            format!(
                "SELECT * FROM (SELECT case_no, next_due FROM case_file
                 WHERE {plus}state = '{}'{conditions} ORDER BY next_due, case_no LIMIT {most})",
                state.as_str()
            )
        };
        let states: Vec<String> = self.states().iter().map(of_state).collect();
        (states.join(" UNION ALL "), values)
    }
}

impl Read<'_> {
    /// A page of cases by due day, those without one last, and how many there are; more than
    /// [`MOST_LISTED`] are not counted.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn cases(
        &self,
        filter: &CaseFilter,
        offset: u32,
        count: u32,
    ) -> Result<(Vec<CaseRecord>, u32)> {
        let (selection, values) = filter.selection(MOST_LISTED + 1);
        let total: u32 = self
            .connection
            .prepare_cached(&format!("SELECT count(*) FROM ({selection})"))?
            .query_row(params_from_iter(&values), |row| row.get(0))?;
        let reach = offset.saturating_add(count).min(MOST_LISTED);
        let (selection, values) = filter.selection(reach);
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT c.* FROM (SELECT case_no FROM ({selection})
                              ORDER BY next_due, case_no LIMIT {count} OFFSET {offset}) f
             JOIN case_file c USING (case_no) ORDER BY c.next_due, c.case_no"
        ))?;
        let mut rows = statement.query(params_from_iter(&values))?;
        let mut cases = Vec::new();
        while let Some(row) = rows.next()? {
            cases.push(case_of(row)?);
        }
        Ok((cases, total))
    }

    /// Everybody who handles a case, by name.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn case_officers(&self) -> Result<Vec<String>> {
        // From one name to the next by the index, however many cases each has.
        let officers = self
            .connection
            .prepare_cached(
                "WITH RECURSIVE each (officer) AS (
                     SELECT min(officer) FROM case_file
                     UNION ALL
                     SELECT (SELECT min(officer) FROM case_file WHERE officer > each.officer)
                     FROM each WHERE officer IS NOT NULL)
                 SELECT officer FROM each WHERE officer IS NOT NULL",
            )?
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(officers)
    }

    /// The case with that id.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn case(&self, id: &str) -> Result<Option<CaseRecord>> {
        self.one_case("id = ?1", [id])
    }

    /// The case with that number of this database.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn case_at(&self, case_no: CaseNo) -> Result<Option<CaseRecord>> {
        self.one_case("case_no = ?1", [case_no])
    }

    /// The case with that number.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn case_numbered(&self, number: CaseNumber) -> Result<Option<CaseRecord>> {
        self.one_case("year = ?1 AND sequence = ?2", (number.year, number.sequence))
    }

    fn one_case(
        &self,
        condition: &str,
        values: impl rusqlite::Params,
    ) -> Result<Option<CaseRecord>> {
        let mut statement = self
            .connection
            .prepare_cached(&format!("SELECT * FROM case_file WHERE {condition}"))?;
        let found = statement.query_row(values, |row| Ok(case_of(row))).optional()?;
        found.transpose()
    }

    /// The due days of a case, by day.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn case_dues(&self, case_no: CaseNo) -> Result<Vec<CaseDue>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT d.id, d.due_on, d.what, e.actor, e.at
             FROM case_due d LEFT JOIN audit_event e ON e.event_no = d.done_event_no
             WHERE d.case_no = ?1 ORDER BY d.due_on, d.due_no",
        )?;
        let mut rows = statement.query([case_no])?;
        let mut dues = Vec::new();
        while let Some(row) = rows.next()? {
            let (actor, at): (Option<String>, Option<String>) = (row.get(3)?, row.get(4)?);
            dues.push(CaseDue {
                id: row.get(0)?,
                due_on: certain_day(row, "due_on")?,
                what: row.get(2)?,
                done: actor.zip(at),
            });
        }
        Ok(dues)
    }

    /// What is due next of a case.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn next_due(&self, case_no: CaseNo) -> Result<Option<String>> {
        let what = self
            .connection
            .prepare_cached(
                "SELECT what FROM case_due WHERE case_no = ?1 AND done_event_no IS NULL
                 ORDER BY due_on, due_no LIMIT 1",
            )?
            .query_row([case_no], |row| row.get(0))
            .optional()?;
        Ok(what)
    }

    /// The log of a case, the oldest step first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn case_events(&self, case_no: CaseNo) -> Result<Vec<CaseEvent>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT e.at, e.actor, c.content FROM case_event c JOIN audit_event e USING (event_no)
             WHERE c.case_no = ?1 ORDER BY c.log_no",
        )?;
        let mut rows = statement.query([case_no])?;
        let mut events = Vec::new();
        while let Some(row) = rows.next()? {
            let content: String = row.get(2)?;
            events.push(CaseEvent {
                at: row.get(0)?,
                actor: row.get(1)?,
                content: crate::columns::from_json(&content)?,
            });
        }
        Ok(events)
    }

    /// Whether the step with that id has been taken: it is asked for again.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn case_step_taken(&self, id: &str) -> Result<bool> {
        let taken = self
            .connection
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM case_event WHERE id = ?1)")?
            .query_row([id], |row| row.get(0))?;
        Ok(taken)
    }
}

impl Write<'_> {
    /// Opens a case with the next number of its year.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn open_case(&self, new: &NewCase) -> Result<CaseRecord> {
        self.connection
            .prepare_cached(
                "INSERT INTO case_file (id, year, sequence, person_no, kind, compensation, state,
                                        officer, cost_centre, next_due, event_no)
                 SELECT ?1, ?2, coalesce(max(sequence), 0) + 1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10
                 FROM case_file WHERE year = ?2",
            )?
            .execute((
                &new.id,
                new.year,
                new.person_no,
                new.kind.as_str(),
                new.compensation.as_ref().map(|code| &code.0),
                new.state.as_str(),
                &new.officer,
                &new.cost_centre.0,
                NONE_DUE,
                self.event_no(),
            ))?;
        self.case(&new.id)?.ok_or(StoreError::Damaged("case_file"))
    }

    /// Keeps what a case is now: state, officer and board.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn keep_case(&self, case: &CaseRecord) -> Result<()> {
        self.connection
            .prepare_cached(
                "UPDATE case_file SET state = ?2, officer = ?3, cost_centre = ?4
                 WHERE case_no = ?1",
            )?
            .execute((case.case_no, case.state.as_str(), &case.officer, &case.cost_centre.0))?;
        Ok(())
    }

    /// Adds a due day to a case.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn add_case_due(&self, case_no: CaseNo, due: &CaseDue) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO case_due (id, case_no, due_on, what, event_no)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute((&due.id, case_no, IsoDay::of(due.due_on), &due.what, self.event_no()))?;
        self.refresh_next_due(case_no)
    }

    /// Settles a due day of a case.
    ///
    /// # Errors
    /// When it is settled already, or the database cannot be written.
    pub fn settle_case_due(&self, case_no: CaseNo, id: &str) -> Result<()> {
        self.connection
            .prepare_cached("UPDATE case_due SET done_event_no = ?2 WHERE id = ?1")?
            .execute((id, self.event_no()))?;
        self.refresh_next_due(case_no)
    }

    fn refresh_next_due(&self, case_no: CaseNo) -> Result<()> {
        self.connection
            .prepare_cached(
                "UPDATE case_file SET next_due = coalesce(
                     (SELECT min(due_on) FROM case_due
                      WHERE case_no = ?1 AND done_event_no IS NULL), ?2)
                 WHERE case_no = ?1",
            )?
            .execute((case_no, NONE_DUE))?;
        Ok(())
    }

    /// Adds a step to the log of a case.
    ///
    /// # Errors
    /// When its id is taken, or the database cannot be written.
    pub fn log_case(&self, case_no: CaseNo, id: &str, content: &serde_json::Value) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO case_event (id, case_no, content, event_no) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute((id, case_no, content.to_string(), self.event_no()))?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How SQLite goes about a filter's selection, a line for each step.
    fn plan(filter: &CaseFilter) -> String {
        let mut connection = rusqlite::Connection::open_in_memory().unwrap();
        crate::migration::run(&mut connection).unwrap();
        let (selection, values) = filter.selection(200);
        let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {selection}")).unwrap();
        let steps = statement.query_map(params_from_iter(&values), |row| row.get(3)).unwrap();
        steps.collect::<rusqlite::Result<Vec<String>>>().unwrap().join("\n")
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
        let plan = plan(&CaseFilter { person: Some(1), ..CaseFilter::default() });
        assert_eq!(plan.matches("case_person (person_no=?)").count(), 4, "{plan}");
    }
}
