//! The register of persons, as far as payments need it.

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::path::Path;

use chrono::NaiveDate;
use domain::identity::{DossierNumber, NationalNumber};
use domain::person::{BoardSpan, CostCentre, Identity, PersonId, board_on};
use domain::{Finding, FindingCode};
use importing::{ProfileKind, RegisterFault, RegisterRow, Target};
use serde_json::json;
use store::persons::{Person, PersonFacts, PersonNo};
use store::{Changed, Write};

use crate::error::{AppError, RefusalCode};
use crate::matching::choose;
use crate::payments::{choose_profile, has_errors, open_file, unreadable};
use crate::{Action, App, Result};

/// What bringing the register in did.
#[derive(Clone, Debug, Default)]
pub struct RegisterImport {
    /// New persons.
    pub added: u64,
    /// Persons with something new.
    pub changed: u64,
    /// Persons as they were.
    pub unchanged: u64,
    /// What is wrong; with errors nothing has been changed.
    pub findings: Vec<Finding>,
}

/// A person to be added by hand.
#[derive(Clone, Debug, Default)]
pub struct NewPerson {
    /// The register's own id; none: the next free one.
    pub person_id: Option<String>,
    /// Family name.
    pub family_name: String,
    /// Given name.
    pub given_name: String,
    /// Birth date.
    pub birth_date: Option<NaiveDate>,
    /// Dossier number.
    pub dossier_number: Option<DossierNumber>,
    /// Personal or coordination number.
    pub national_number: Option<NationalNumber>,
    /// Cost centre of the board that answers for the person.
    pub cost_centre: Option<CostCentre>,
    /// From which day; none: from the beginning.
    pub board_from: Option<NaiveDate>,
}

struct PlacedRow {
    line: u32,
    row: RegisterRow,
    board_column: Option<(u16, String)>,
}

impl App {
    /// Brings the register in: adds and updates persons in one transaction. `board_from` is the
    /// day from which boards that differ hold, where the file does not say.
    ///
    /// # Errors
    /// When the file cannot be read or no single profile suits. Findings are no error: they are in
    /// the answer, and with errors among them nothing has been changed.
    pub fn import_register(
        &mut self,
        path: &Path,
        profile: Option<&str>,
        board_from: Option<NaiveDate>,
    ) -> Result<RegisterImport> {
        let mut opened = open_file(path)?;
        let limits = self.settings()?.limits.limits();
        let inspection = importing::inspect(opened.source.as_mut(), &limits, &mut |_| {})
            .map_err(|refusal| unreadable(&refusal, &opened.name))?;
        let profiles = self.profiles_of(ProfileKind::Register)?;
        let profile = choose_profile(profiles, profile, &mut opened, &inspection, &limits)?;
        let mut rows = Vec::new();
        let mut findings = Vec::new();
        importing::read_register(
            opened.source.as_mut(),
            &inspection,
            &profile,
            self.today,
            &limits,
            &mut |read| {
                let place = |fault: &RegisterFault| read.layout.place_register(fault, read.line);
                findings.extend(read.faults.iter().map(place));
                let column = read.layout.column(Target::CostCentre);
                let board_column = column.map(|column| {
                    (column, read.layout.name(column).unwrap_or_default().to_owned())
                });
                rows.push(PlacedRow { line: read.line, row: read.row, board_column });
                ControlFlow::Continue(())
            },
        )
        .map_err(|refusal| unreadable(&refusal, &opened.name))?;
        if has_errors(&findings) {
            return Ok(RegisterImport { findings, ..RegisterImport::default() });
        }
        let sha256 = inspection.sha256_hex();
        let import = |write: &Write<'_>| -> Result<Changed<RegisterImport>, Stop> {
            let mut outcome = RegisterImport { findings, ..RegisterImport::default() };
            let mut seen = HashMap::new();
            for placed in &rows {
                take(write, placed, board_from, &mut seen, &mut outcome)?;
            }
            if has_errors(&outcome.findings) {
                return Err(Stop::Findings(outcome.findings));
            }
            let detail = json!({
                "sha256": sha256, "added": outcome.added, "changed": outcome.changed,
                "unchanged": outcome.unchanged,
            });
            Ok(Changed { value: outcome, object: "register".to_owned(), detail })
        };
        let occasion = self.occasion(Action::ImportRegister);
        match self.store.change(&occasion, import) {
            Ok(outcome) => Ok(outcome),
            Err(Stop::Findings(findings)) => {
                Ok(RegisterImport { findings, ..RegisterImport::default() })
            }
            Err(Stop::Failed(error)) => Err(error),
        }
    }

    /// Adds one person.
    ///
    /// # Errors
    /// When the Person-id or a number is taken, or the person has neither name nor number.
    pub fn add_person(&mut self, new: &NewPerson) -> Result<PersonNo> {
        self.change(Action::AddPerson, |write| {
            let person_no = add_person(write, new)?;
            let id = write.person_id(person_no)?;
            Ok(Changed { value: person_no, object: id.0, detail: json!({}) })
        })
    }

    /// Adds the person that an unmatched payment is about and matches the payment; both or neither.
    ///
    /// # Errors
    /// As [`App::add_person`] and [`App::choose_match`].
    pub fn add_person_of_row(
        &mut self,
        list: &str,
        line: u32,
        new: &NewPerson,
    ) -> Result<PersonNo> {
        let list = self.committed_list(list)?;
        self.change(Action::AddPerson, |write| {
            let person_no = add_person(write, new)?;
            choose(write, &list, line, person_no)?;
            let id = write.person_id(person_no)?;
            let detail = json!({ "list": list.id, "line": line });
            Ok(Changed { value: person_no, object: id.0, detail })
        })
    }

    /// Gives a person another board from a day.
    ///
    /// # Errors
    /// When the board or the person is unknown.
    pub fn change_board(
        &mut self,
        person_no: PersonNo,
        cost_centre: &CostCentre,
        from: Option<NaiveDate>,
    ) -> Result<()> {
        self.change(Action::ChangeBoard, |write| {
            require_board(write, cost_centre)?;
            let id = write.person_id(person_no)?;
            let span = BoardSpan { from, cost_centre: cost_centre.clone() };
            write.add_board_span(person_no, &span)?;
            let detail = json!({ "cost_centre": cost_centre, "from": from });
            Ok(Changed { value: (), object: id.0, detail })
        })
    }

    /// The person with that Person-id.
    ///
    /// # Errors
    /// When there is none, or the database cannot be read.
    pub fn person(&self, id: &str) -> Result<Person> {
        let read = self.store.read();
        let person_no = read
            .person_no(&PersonId(id.to_owned()))?
            .ok_or_else(|| AppError::refused(RefusalCode::NoSuchPerson))?;
        Ok(read.person(person_no)?)
    }
}

/// Why an import ends without a change.
enum Stop {
    Findings(Vec<Finding>),
    Failed(AppError),
}

impl<E: Into<AppError>> From<E> for Stop {
    fn from(error: E) -> Stop {
        Stop::Failed(error.into())
    }
}

fn require_board(write: &Write<'_>, cost_centre: &CostCentre) -> Result<()> {
    if write.boards()?.iter().any(|(known, _)| known == cost_centre) {
        return Ok(());
    }
    let refused = AppError::refused(RefusalCode::NoSuchBoard).with("cost_centre", cost_centre);
    Err(refused.in_field("cost_centre"))
}

fn add_person(write: &Write<'_>, new: &NewPerson) -> Result<PersonNo> {
    let numbers: Vec<Identity> = new
        .dossier_number
        .map(Identity::Dossier)
        .into_iter()
        .chain(new.national_number.map(Identity::National))
        .collect();
    if new.family_name.trim().is_empty() && new.given_name.trim().is_empty() && numbers.is_empty() {
        return Err(AppError::refused(RefusalCode::PersonWithoutIdentity));
    }
    for number in &numbers {
        if !write.persons_with(*number)?.is_empty() {
            let field = match number {
                Identity::Dossier(_) => "dossier_number",
                Identity::National(_) => "personal_number",
            };
            return Err(AppError::refused(RefusalCode::NumberTaken).in_field(field));
        }
    }
    let id = match &new.person_id {
        Some(id) if write.person_no(&PersonId(id.clone()))?.is_some() => {
            let refused = AppError::refused(RefusalCode::PersonIdTaken).with("person", id);
            return Err(refused.in_field("person"));
        }
        Some(id) => PersonId(id.clone()),
        None => next_person_id(write)?,
    };
    let person_no = write.add_person(&PersonFacts {
        id,
        family_name: new.family_name.trim().to_owned(),
        given_name: new.given_name.trim().to_owned(),
        birth_date: new.birth_date,
        group: None,
        received: None,
    })?;
    for number in numbers {
        write.add_identity(person_no, number)?;
    }
    if let Some(cost_centre) = &new.cost_centre {
        require_board(write, cost_centre)?;
        let span = BoardSpan { from: new.board_from, cost_centre: cost_centre.clone() };
        write.add_board_span(person_no, &span)?;
    }
    Ok(person_no)
}

/// The next free Person-id of the form `P20`.
fn next_person_id(write: &Write<'_>) -> Result<PersonId> {
    let mut number = write.person_count()? + 1;
    loop {
        let id = PersonId(format!("P{number:02}"));
        if write.person_no(&id)?.is_none() {
            return Ok(id);
        }
        number += 1;
    }
}

fn take(
    write: &Write<'_>,
    placed: &PlacedRow,
    board_from: Option<NaiveDate>,
    seen: &mut HashMap<PersonNo, u32>,
    outcome: &mut RegisterImport,
) -> Result<()> {
    let row = &placed.row;
    let numbers: Vec<Identity> = row
        .dossier_number
        .map(Identity::Dossier)
        .into_iter()
        .chain(row.national_number.map(Identity::National))
        .collect();
    let mut owners = Vec::new();
    if let Some(id) = &row.person_id {
        owners.extend(write.person_no(id)?);
    }
    for number in &numbers {
        owners.extend(write.persons_with(*number)?);
    }
    owners.sort_unstable();
    owners.dedup();
    let finding =
        |code, values| Finding { line: placed.line, column: None, column_name: None, code, values };
    if owners.len() > 1 {
        outcome.findings.push(finding(FindingCode::ConflictingIdentity, Vec::new()));
        return Ok(());
    }
    if let Some(first) = owners.first().and_then(|owner| seen.get(owner)) {
        let values = vec![("line".to_owned(), first.to_string())];
        outcome.findings.push(finding(FindingCode::DuplicatePerson, values));
        return Ok(());
    }
    let known = owners.first().map(|owner| write.person(*owner)).transpose()?;
    let facts = facts_of(write, row, known.as_ref())?;
    let (person_no, mut changed) = match &known {
        None => (write.add_person(&facts)?, false),
        Some(person) if person.facts == facts => (person.person_no, false),
        Some(person) => {
            write.update_person(person.person_no, &facts)?;
            (person.person_no, true)
        }
    };
    seen.insert(person_no, placed.line);
    for number in numbers {
        changed |= write.add_identity(person_no, number)?;
    }
    match take_board(write, row, person_no, known.as_ref(), board_from)? {
        BoardTaken::Unchanged => {}
        BoardTaken::Changed => changed = true,
        BoardTaken::DayMissing => {
            let (column, name) = placed.board_column.clone().unzip();
            let mut missing = finding(FindingCode::BoardChangeWithoutDay, Vec::new());
            (missing.column, missing.column_name) = (column, name);
            outcome.findings.push(missing);
        }
    }
    match (known.is_none(), changed) {
        (true, _) => outcome.added += 1,
        (false, true) => outcome.changed += 1,
        (false, false) => outcome.unchanged += 1,
    }
    Ok(())
}

/// What the register says now; a field that the file leaves empty stays as it was known.
fn facts_of(write: &Write<'_>, row: &RegisterRow, known: Option<&Person>) -> Result<PersonFacts> {
    let before = known.map(|person| &person.facts);
    let id = match (&row.person_id, before) {
        (_, Some(before)) => before.id.clone(),
        (Some(id), None) => id.clone(),
        (None, None) => next_person_id(write)?,
    };
    let text = |new: &Option<String>, old: Option<&String>| {
        new.clone().or_else(|| old.cloned()).unwrap_or_default()
    };
    Ok(PersonFacts {
        id,
        family_name: text(&row.family_name, before.map(|facts| &facts.family_name)),
        given_name: text(&row.given_name, before.map(|facts| &facts.given_name)),
        birth_date: row.birth_date.or_else(|| before.and_then(|facts| facts.birth_date)),
        group: row.group.clone().or_else(|| before.and_then(|facts| facts.group.clone())),
        received: row.received.or_else(|| before.and_then(|facts| facts.received)),
    })
}

enum BoardTaken {
    Unchanged,
    Changed,
    DayMissing,
}

/// The first board of a person holds from the beginning; a changed one needs its first day.
fn take_board(
    write: &Write<'_>,
    row: &RegisterRow,
    person_no: PersonNo,
    known: Option<&Person>,
    board_from: Option<NaiveDate>,
) -> Result<BoardTaken> {
    let Some(cost_centre) = &row.cost_centre else { return Ok(BoardTaken::Unchanged) };
    let name = row.board_name.as_deref().unwrap_or(&cost_centre.0);
    if row.board_name.is_some() || write.boards()?.iter().all(|(centre, _)| centre != cost_centre) {
        write.put_board(cost_centre, name)?;
    }
    let spans = known.map_or(&[][..], |person| person.boards.as_slice());
    let from = row.board_from.or(board_from);
    let span = match (spans.is_empty(), from) {
        (true, _) => BoardSpan { from: row.board_from, cost_centre: cost_centre.clone() },
        (false, from) => {
            let day = from.unwrap_or(NaiveDate::MAX);
            if board_on(spans, day) == Some(cost_centre) {
                return Ok(BoardTaken::Unchanged);
            }
            if from.is_none() {
                return Ok(BoardTaken::DayMissing);
            }
            BoardSpan { from, cost_centre: cost_centre.clone() }
        }
    };
    write.add_board_span(person_no, &span)?;
    Ok(BoardTaken::Changed)
}
