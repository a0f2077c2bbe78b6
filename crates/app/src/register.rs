//! The register of persons, as far as payments need it.

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::path::Path;

use chrono::NaiveDate;
use domain::facts::{
    AgeBasis, Birth, Dossier, FactContent, Municipality, Name, National, Reception,
    ResponsibleBoard, Validity,
};
use domain::person::{Identity, board_on};
use domain::{Finding, FindingCode};
use importing::{ProfileKind, RegisterFault, RegisterRow, Target};
use serde_json::json;
use store::persons::{Person, PersonNo};
use store::{Changed, Write};

use crate::error::{AppError, RefusalCode};
use crate::persons::{FactRequest, enter, next_person_id};
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

/// What every row of an import is taken in with.
struct Importing<'i> {
    board_from: Option<NaiveDate>,
    municipality: &'i str,
    actor: &'i str,
    today: NaiveDate,
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
        let municipality = self.settings()?.municipality.name;
        let (actor, today) = (self.actor.clone(), self.today);
        let importing =
            Importing { board_from, municipality: &municipality, actor: &actor, today };
        let import = |write: &Write<'_>| -> Result<Changed<RegisterImport>, Stop> {
            let mut outcome = RegisterImport { findings, ..RegisterImport::default() };
            let mut seen = HashMap::new();
            for placed in &rows {
                take(write, placed, &importing, &mut seen, &mut outcome)?;
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

/// Takes one row in: a new person, or what is new about a known one.
fn take(
    write: &Write<'_>,
    placed: &PlacedRow,
    import: &Importing<'_>,
    seen: &mut HashMap<PersonNo, u32>,
    outcome: &mut RegisterImport,
) -> Result<()> {
    let row = &placed.row;
    let finding =
        |code, values| Finding { line: placed.line, column: None, column_name: None, code, values };
    let owners = owners_of(write, row)?;
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
    let mut facts = facts_of(row, known.as_ref(), import.municipality);
    match board_of(write, row, known.as_ref(), import.board_from)? {
        BoardTaken::Unchanged => {}
        BoardTaken::Changed(board) => facts.push(board),
        BoardTaken::DayMissing => {
            let (column, name) = placed.board_column.clone().unzip();
            let mut missing = finding(FindingCode::BoardChangeWithoutDay, Vec::new());
            (missing.column, missing.column_name) = (column, name);
            outcome.findings.push(missing);
        }
    }
    let group_changed = row.group.is_some()
        && row.group != known.as_ref().and_then(|person| person.card.group.clone());
    let person_no = match &known {
        Some(person) => person.person_no,
        None => {
            let id = row.person_id.clone().map_or_else(|| next_person_id(write), Ok)?;
            write.add_person(&id, row.group.as_deref())?
        }
    };
    seen.insert(person_no, placed.line);
    if let (Some(_), true, Some(group)) = (&known, group_changed, &row.group) {
        write.put_group(person_no, group)?;
    }
    if !facts.is_empty() || known.is_none() {
        match enter(write, person_no, &facts, import.actor, import.today) {
            Ok(_) => {}
            Err(error @ (AppError::Refused(_) | AppError::Several(_))) => {
                outcome.findings.extend(findings_of(&error, placed.line));
            }
            Err(error) => return Err(error),
        }
    }
    match (known.is_none(), group_changed || !facts.is_empty()) {
        (true, _) => outcome.added += 1,
        (false, true) => outcome.changed += 1,
        (false, false) => outcome.unchanged += 1,
    }
    Ok(())
}

/// Everybody that the row's id and numbers point at.
fn owners_of(write: &Write<'_>, row: &RegisterRow) -> Result<Vec<PersonNo>> {
    let mut owners = Vec::new();
    if let Some(id) = &row.person_id {
        owners.extend(write.person_no(id)?);
    }
    let dossier = row.dossier_number.map(Identity::Dossier);
    let national = row.national_number.map(Identity::National);
    for number in dossier.into_iter().chain(national) {
        owners.extend(write.persons_with(number)?);
    }
    owners.sort_unstable();
    owners.dedup();
    Ok(owners)
}

/// What the row says that is not known yet, the board aside; a field that the file leaves empty
/// stays as it was known.
fn facts_of(row: &RegisterRow, known: Option<&Person>, municipality: &str) -> Vec<FactRequest> {
    let mut facts = Vec::new();
    let present = known.map(Person::known).unwrap_or_default();
    // What differs corrects the last one of its kind.
    let mut say = |content: FactContent, validity: Validity| {
        let last = present.iter().rev().find(|fact| fact.kind() == content.kind());
        if last.is_some_and(|fact| fact.content == content && fact.validity == validity) {
            return;
        }
        let mut fact = FactRequest::of(content, validity);
        fact.new.corrects = last.map(|fact| fact.id.clone());
        facts.push(fact);
    };
    let before = known.map(|person| &person.card);
    let text = |new: &Option<String>, old: Option<&String>| {
        new.clone().or_else(|| old.cloned()).unwrap_or_default()
    };
    let family_name = text(&row.family_name, before.map(|card| &card.family_name));
    let given_name = text(&row.given_name, before.map(|card| &card.given_name));
    if !family_name.is_empty() || !given_name.is_empty() {
        say(FactContent::Name(Name { family_name, given_name }), Validity::default());
    }
    if let Some(date) = row.birth_date
        && before.and_then(|card| card.birth_date) != Some(date)
    {
        let birth = Birth { date, basis: AgeBasis::Stated };
        say(FactContent::Birth(birth), Validity::default());
    }
    if let Some(received) = row.received
        && before.and_then(|card| card.received) != Some(received)
    {
        let municipality = Municipality(municipality.to_owned());
        let validity = Validity { valid_from: Some(received), valid_until: None };
        say(FactContent::Reception(Reception { municipality, housing: None }), validity);
    }
    let new_dossier = row.dossier_number.filter(|number| {
        known.is_none_or(|person| !person.dossier_numbers().contains(number))
    });
    let new_national = row.national_number.filter(|number| {
        known.is_none_or(|person| !person.national_numbers().contains(number))
    });
    // A number more is no correction of the one before.
    let dossier = new_dossier.map(|number| FactContent::Dossier(Dossier { number }));
    let national = new_national.map(|number| FactContent::National(National { number }));
    let numbers = dossier.into_iter().chain(national);
    facts.extend(numbers.map(|content| FactRequest::of(content, Validity::default())));
    facts
}

enum BoardTaken {
    Unchanged,
    Changed(FactRequest),
    DayMissing,
}

/// The first board of a person holds from the beginning; a changed one needs its first day.
fn board_of(
    write: &Write<'_>,
    row: &RegisterRow,
    known: Option<&Person>,
    board_from: Option<NaiveDate>,
) -> Result<BoardTaken> {
    let Some(cost_centre) = &row.cost_centre else { return Ok(BoardTaken::Unchanged) };
    let name = row.board_name.as_deref().unwrap_or(&cost_centre.0);
    if row.board_name.is_some() || write.boards()?.iter().all(|(centre, _)| centre != cost_centre) {
        write.put_board(cost_centre, name)?;
    }
    let spans = known.map(Person::boards).unwrap_or_default();
    let from = row.board_from.or(board_from);
    if !spans.is_empty() {
        if board_on(&spans, from.unwrap_or(NaiveDate::MAX)) == Some(cost_centre) {
            return Ok(BoardTaken::Unchanged);
        }
        if from.is_none() {
            return Ok(BoardTaken::DayMissing);
        }
    }
    let valid_from = if spans.is_empty() { row.board_from } else { from };
    let board = ResponsibleBoard { cost_centre: cost_centre.clone(), district: None };
    let validity = Validity { valid_from, valid_until: None };
    let fact = FactRequest::of(FactContent::ResponsibleBoard(board), validity);
    Ok(BoardTaken::Changed(fact))
}

/// A refused fact as findings of its row.
fn findings_of(error: &AppError, line: u32) -> Vec<Finding> {
    let each = match error {
        AppError::Several(errors) => errors.as_slice(),
        one => std::slice::from_ref(one),
    };
    let finding = |error: &AppError| {
        let code = match error {
            AppError::Refused(refusal) => match refusal.code {
                RefusalCode::FactBeforeBirth => FindingCode::BeforeBirth,
                RefusalCode::FactBeforeReception => FindingCode::BeforeReception,
                RefusalCode::FactNotYet => FindingCode::NotYetHappened,
                RefusalCode::FactEndsBeforeItBegins => FindingCode::PeriodReversed,
                _ => FindingCode::FactsAtTheSameTime,
            },
            _ => FindingCode::FactsAtTheSameTime,
        };
        Finding { line, column: None, column_name: None, code, values: error.values() }
    };
    each.iter().map(finding).collect()
}
