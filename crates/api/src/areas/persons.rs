//! Personkretsen, as far as payments need it.

use app::App;
use app::model::{Person, PersonNo};
use app::payments::Watch;
use app::register::NewPerson;
use domain::identity::{DossierNumber, NationalNumber};
use domain::person::{CostCentre, board_on};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Diagnostic, day_of, day_text, diagnostics};
use crate::error::Outcome;
use crate::{ErrorReply, Host};

/// A person in a list.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PersonBrief {
    /// The register's own Person-id.
    pub person: String,
    /// Family name.
    pub family_name: String,
    /// Given name.
    pub given_name: String,
    /// Birth date.
    pub birth_date: Option<String>,
    /// Eight digits, of several the first.
    pub dossier_number: Option<String>,
    /// Twelve digits, of several the first.
    pub personal_number: Option<String>,
    /// Cost centre of the board that answers for the person today.
    pub cost_centre: Option<String>,
    /// Its name.
    pub board: Option<String>,
}

/// A page of persons.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PersonsPage {
    /// The persons.
    pub persons: Vec<PersonBrief>,
    /// How many there are in all.
    pub total: u64,
    /// Page from 0.
    pub page: u32,
}

/// Finds persons.
#[derive(Clone, Debug, Default, Deserialize, TS)]
pub struct FindRequest {
    /// Name parts in any order, or the beginning of a number; empty: everybody.
    #[serde(default)]
    pub text: String,
    /// Page from 0.
    #[serde(default)]
    pub page: u32,
}

/// Names a person.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct PersonRequest {
    /// The register's own Person-id.
    pub person: String,
}

/// From which day a board answers for a person.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BoardSpanView {
    /// First day; none from the beginning.
    pub from: Option<String>,
    /// Cost centre.
    pub cost_centre: String,
    /// The board's name.
    pub board: String,
}

/// Money of a person: one distributed or paid row.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PersonMoney {
    /// `paid`, `distributed`, `handed-over` or `booked`.
    pub kind: String,
    /// Compensation.
    pub compensation: Option<String>,
    /// Its short name.
    pub compensation_name: Option<String>,
    /// First day of the period.
    pub period_from: Option<String>,
    /// Last day of the period, inclusive.
    pub period_until: Option<String>,
    /// Cost centre of the board that got it.
    pub cost_centre: Option<String>,
    /// Amount.
    pub amount_ore: i64,
    /// The list's id.
    pub list: Option<String>,
    /// Line in the file.
    pub line: Option<u32>,
}

/// A person.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PersonView {
    /// What stands in lists.
    pub brief: PersonBrief,
    /// Every dossier number.
    pub dossier_numbers: Vec<String>,
    /// Every personal and coordination number.
    pub personal_numbers: Vec<String>,
    /// The register's label.
    pub group: Option<String>,
    /// Day of reception.
    pub received: Option<String>,
    /// Boards in the order of their first days.
    pub boards: Vec<BoardSpanView>,
    /// The ledger's entries.
    pub money: Vec<PersonMoney>,
}

/// Adds a person.
#[derive(Clone, Debug, Default, Deserialize, TS)]
pub struct AddPerson {
    /// The register's own Person-id; none: the next free one.
    pub person: Option<String>,
    /// Family name.
    #[serde(default)]
    pub family_name: String,
    /// Given name.
    #[serde(default)]
    pub given_name: String,
    /// Birth date.
    pub birth_date: Option<String>,
    /// Dossier number in any written form.
    pub dossier_number: Option<String>,
    /// Personal or coordination number in any written form.
    pub personal_number: Option<String>,
    /// Cost centre of the board that answers for the person.
    pub cost_centre: Option<String>,
    /// From which day; none from the beginning.
    pub board_from: Option<String>,
}

/// Gives a person another board.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ChangeBoard {
    /// The register's own Person-id.
    pub person: String,
    /// Cost centre.
    pub cost_centre: String,
    /// First day; none from the beginning.
    pub from: Option<String>,
}

/// Brings the register in.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct RegisterRequest {
    /// Path of the file.
    pub path: String,
    /// The import profile's name; none: the one that suits.
    pub profile: Option<String>,
    /// The day from which boards that differ hold, where the file does not say.
    pub board_from: Option<String>,
}

/// What bringing the register in did.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RegisterImported {
    /// How it ended; with errors among the findings nothing has been changed.
    pub outcome: Outcome,
    /// New persons.
    pub persons_added: u64,
    /// Persons with something new.
    pub persons_changed: u64,
    /// Persons as they were.
    pub persons_unchanged: u64,
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
}

pub(crate) fn brief(app: &App, person: &Person) -> Result<PersonBrief, ErrorReply> {
    let centre = board_on(&person.boards, app.today()).cloned();
    let boards = app.read().boards()?;
    let board = centre.as_ref().and_then(|centre| {
        boards.iter().find(|(known, _)| known == centre).map(|(_, name)| name.clone())
    });
    Ok(PersonBrief {
        person: person.facts.id.0.clone(),
        family_name: person.facts.family_name.clone(),
        given_name: person.facts.given_name.clone(),
        birth_date: day_text(person.facts.birth_date),
        dossier_number: person.dossier_numbers.first().map(ToString::to_string),
        personal_number: person.national_numbers.first().map(ToString::to_string),
        cost_centre: centre.map(|centre| centre.0),
        board,
    })
}

pub(crate) fn brief_of(app: &App, person_no: PersonNo) -> Result<PersonBrief, ErrorReply> {
    brief(app, &app.read().person(person_no)?)
}

/// Persons on a page.
const PAGE: u32 = 100;

/// Finds persons.
///
/// # Errors
/// When the database cannot be read.
pub fn find(
    host: &mut Host,
    request: FindRequest,
    _: &dyn Watch,
) -> Result<PersonsPage, ErrorReply> {
    let app = host.app()?;
    let (found, total) =
        app.read().find_persons(&request.text, request.page.saturating_mul(PAGE), PAGE)?;
    let persons = found.iter().map(|person| brief(app, person)).collect::<Result<_, _>>()?;
    Ok(PersonsPage { persons, total, page: request.page })
}

/// A person with boards and money.
///
/// # Errors
/// When there is none, or the database cannot be read.
pub fn view(
    host: &mut Host,
    request: PersonRequest,
    _: &dyn Watch,
) -> Result<PersonView, ErrorReply> {
    let app = host.app()?;
    let person = app.person(&request.person)?;
    person_view(app, &person)
}

fn person_view(app: &App, person: &Person) -> Result<PersonView, ErrorReply> {
    let read = app.read();
    let names = read.boards()?;
    let mut boards: Vec<BoardSpanView> = person
        .boards
        .iter()
        .map(|span| BoardSpanView {
            from: day_text(span.from),
            cost_centre: span.cost_centre.0.clone(),
            board: names
                .iter()
                .find(|(centre, _)| *centre == span.cost_centre)
                .map(|(_, name)| name.clone())
                .unwrap_or_default(),
        })
        .collect();
    boards.sort_by(|a, b| a.from.cmp(&b.from));
    let law = app.law()?;
    let mut money = Vec::new();
    for entry in read.entries_of_person(person.person_no)? {
        let list = match entry.row {
            Some((list_no, _)) => Some(read.list_by_no(list_no)?.id),
            None => None,
        };
        money.push(PersonMoney {
            kind: entry.kind,
            compensation_name: entry.compensation.clone().and_then(|code| {
                let found = law.get(&domain::codes::CompensationCode(code))?;
                Some(found.short_name.clone())
            }),
            compensation: entry.compensation,
            period_from: day_text(entry.period_from),
            period_until: day_text(entry.period_until),
            cost_centre: entry.cost_centre.map(|centre| centre.0),
            amount_ore: entry.amount.0,
            list,
            line: entry.row.map(|(_, line)| line),
        });
    }
    Ok(PersonView {
        brief: brief(app, person)?,
        dossier_numbers: person.dossier_numbers.iter().map(ToString::to_string).collect(),
        personal_numbers: person.national_numbers.iter().map(ToString::to_string).collect(),
        group: person.facts.group.clone(),
        received: day_text(person.facts.received),
        boards,
        money,
    })
}

/// The person of a request, its numbers read.
pub(crate) fn new_person(app: &App, request: AddPerson) -> Result<NewPerson, ErrorReply> {
    let wrong = |field: &str, fault: &str| {
        let error = app::AppError::refused(app::RefusalCode::NumberWrong)
            .with("field", crate::texts::text(&format!("field-{field}"), &[]))
            .with("fault", fault);
        ErrorReply::from(error.in_field(&field.replace('-', "_")))
    };
    let filled = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
    let dossier_number = filled(request.dossier_number)
        .map(|text| DossierNumber::parse(&text))
        .transpose()
        .map_err(|fault| wrong("dossier-number", &fault.to_string()))?;
    let national_number = filled(request.personal_number)
        .map(|text| NationalNumber::parse(&text, app.today()))
        .transpose()
        .map_err(|fault| wrong("personal-number", &fault.to_string()))?;
    Ok(NewPerson {
        person_id: filled(request.person),
        family_name: request.family_name,
        given_name: request.given_name,
        birth_date: day_of("birth_date", request.birth_date.as_deref())?,
        dossier_number,
        national_number: national_number.map(|(number, _)| number),
        cost_centre: filled(request.cost_centre).map(CostCentre),
        board_from: day_of("board_from", request.board_from.as_deref())?,
    })
}

/// Adds a person.
///
/// # Errors
/// When a number is wrong or taken, or the board is unknown.
pub fn add(host: &mut Host, request: AddPerson, _: &dyn Watch) -> Result<PersonView, ErrorReply> {
    let app = host.app()?;
    let new = new_person(app, request)?;
    let person_no = app.add_person(&new)?;
    let person = app.read().person(person_no)?;
    person_view(app, &person)
}

/// Gives a person another board from a day.
///
/// # Errors
/// When the person or the board is unknown.
pub fn board(
    host: &mut Host,
    request: ChangeBoard,
    _: &dyn Watch,
) -> Result<PersonView, ErrorReply> {
    let app = host.app()?;
    let from = day_of("from", request.from.as_deref())?;
    let person = app.person(&request.person)?;
    app.change_board(person.person_no, &CostCentre(request.cost_centre), from)?;
    let person = app.person(&request.person)?;
    person_view(app, &person)
}

/// Brings the register in.
///
/// # Errors
/// When the file cannot be read, or no single profile suits.
pub fn import(
    host: &mut Host,
    request: RegisterRequest,
    _: &dyn Watch,
) -> Result<RegisterImported, ErrorReply> {
    let board_from = day_of("board_from", request.board_from.as_deref())?;
    let done = host.app()?.import_register(
        request.path.as_ref(),
        request.profile.as_deref(),
        board_from,
    )?;
    let errors = done.findings.iter().any(|found| found.severity() == domain::Severity::Error);
    Ok(RegisterImported {
        outcome: if errors { Outcome::Findings } else { Outcome::Done },
        persons_added: done.added,
        persons_changed: done.changed,
        persons_unchanged: done.unchanged,
        diagnostics: diagnostics(&done.findings),
    })
}
