//! Cases: the work list, and what happens to a case.

mod documents;
mod view;

use app::App;
use app::cases::{CaseChange as Change, CaseShown, OpenCase as Open, TypedDue};
use app::model::{CaseFilter, CaseRecord, MOST_LISTED};
use domain::case::{CaseKind, CaseState};
use domain::last_day::days_left;
use domain::person::CostCentre;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use self::documents::{AttachDocument, SaveDocument, attach, save_document};
use self::view::view_of;
pub use self::view::{
    CaseDocumentView, CaseDueView, CaseEventView, CaseMoveView, CaseRequest, CaseView, view,
};
pub use super::WrittenFile;
use super::day_of;
use super::persons::{PersonBrief, brief, left_out_text};
use crate::listing::Part;
use crate::{ErrorReply, texts};

/// A case in a list. Of a protected person's neither board nor what is due is told.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CaseBrief {
    /// Its id.
    pub case: String,
    /// Its number, such as `Ä2026-0001`.
    pub number: String,
    /// The person.
    pub person: PersonBrief,
    /// `lump-sum`, `claim`, `responsibility-change` or `other`.
    pub kind: String,
    /// Code of the law, where it is about one.
    pub compensation: Option<String>,
    /// `draft`, `active`, `changed`, `ended` or `closed`.
    pub state: String,
    /// Who handles it.
    pub officer: String,
    /// Cost centre of the board that answers for it.
    pub cost_centre: Option<String>,
    /// The board's name.
    pub board: Option<String>,
    /// The nearest open due day.
    pub due_on: Option<String>,
    /// Days left on the business date; 0 is today, negative where the day has passed.
    pub days_left: Option<i64>,
    /// What is due then.
    pub due_what: Option<String>,
}

/// A page of cases.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CasesPage {
    /// By due day; those without one last.
    pub cases: Vec<CaseBrief>,
    /// How many there are, as far as the list reaches.
    pub total: u32,
    /// Whether there are more than the list reaches: a filter leads to them.
    pub more: bool,
    /// Page from 0.
    pub page: u32,
    /// Everybody who handles a case.
    pub officers: Vec<String>,
    /// Protected persons, whose cases a list of one board leaves out: all there are, wherever their
    /// cases are handled.
    pub left_out: u64,
    /// The same in words; empty where nobody is left out.
    pub left_out_text: String,
}

/// Asks for cases.
#[derive(Clone, Debug, Default, Deserialize, TS)]
pub struct CasesRequest {
    /// Person-id; none: everybody.
    #[serde(default)]
    pub person: Option<String>,
    /// Who handles them; none: anybody.
    #[serde(default)]
    pub officer: Option<String>,
    /// Cost centre of the board; none: any.
    #[serde(default)]
    pub cost_centre: Option<String>,
    /// With something due up to this day, inclusive; none: all.
    #[serde(default)]
    pub due_until: Option<String>,
    /// In this state; none: in every one but `closed`.
    #[serde(default)]
    pub state: Option<String>,
}

/// A due day to be added.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct NewDue {
    /// The client's id; none: a new one.
    pub id: Option<String>,
    /// ISO day.
    pub due_on: String,
    /// What is due.
    pub what: String,
}

/// Opens a case.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct OpenCase {
    /// The client's id; none: a new one.
    pub id: Option<String>,
    /// Person-id.
    pub person: String,
    /// `lump-sum`, `claim`, `responsibility-change` or `other`.
    pub kind: String,
    /// Code of the law, where it is about one.
    #[serde(default)]
    pub compensation: Option<String>,
    /// Who handles it; none: the acting person.
    #[serde(default)]
    pub officer: Option<String>,
    /// Cost centre of the board; none: the one that answers for the person today.
    #[serde(default)]
    pub cost_centre: Option<String>,
    /// What is due.
    #[serde(default)]
    pub due: Option<NewDue>,
    /// A note.
    #[serde(default)]
    pub note: String,
}

/// Moves a case to another state.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct MoveCase {
    /// The client's id of the step; none: a new one.
    pub id: Option<String>,
    /// The case's id or number.
    pub case: String,
    /// The state.
    pub to: String,
    /// A note.
    #[serde(default)]
    pub note: String,
}

/// Changes a case; what is absent stays.
#[derive(Clone, Debug, Default, Deserialize, TS)]
pub struct ChangeCase {
    /// The client's id of the step; none: a new one.
    #[serde(default)]
    pub id: Option<String>,
    /// The case's id or number.
    pub case: String,
    /// Another officer.
    #[serde(default)]
    pub officer: Option<String>,
    /// Cost centre of another board.
    #[serde(default)]
    pub cost_centre: Option<String>,
    /// A new due day.
    #[serde(default)]
    pub due: Option<NewDue>,
    /// The id of a due day that is settled.
    #[serde(default)]
    pub settle: Option<String>,
    /// A note.
    #[serde(default)]
    pub note: String,
}

fn filled(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.trim().is_empty())
}

fn id_or_new(id: Option<String>) -> String {
    filled(id).unwrap_or_else(app::new_id)
}

fn due_of(due: NewDue) -> TypedDue {
    TypedDue { id: id_or_new(due.id), due_on: due.due_on, what: due.what }
}

/// One of the words that a field takes.
fn word<T>(field: &str, text: &str, parse: impl Fn(&str) -> Option<T>) -> Result<T, ErrorReply> {
    parse(text).ok_or_else(|| ErrorReply::bad_request(field, text))
}

fn name_of(boards: &[(CostCentre, String)], centre: &CostCentre) -> Option<String> {
    boards.iter().find(|(known, _)| known == centre).map(|(_, name)| name.clone())
}

/// What stands in lists; `hidden` of a person whom nobody has opened.
fn brief_of_case(
    app: &App,
    boards: &[(CostCentre, String)],
    case: &CaseRecord,
    shown: CaseShown,
    hidden: Option<bool>,
) -> CaseBrief {
    let person = brief(&shown.person, shown.person.protected);
    let hidden = hidden.unwrap_or(person.protected);
    let told = |value: Option<String>| if hidden { None } else { value };
    CaseBrief {
        case: case.id.clone(),
        number: case.number.to_string(),
        person,
        kind: case.kind.as_str().to_owned(),
        compensation: case.compensation.as_ref().map(|code| code.0.clone()),
        state: case.state.as_str().to_owned(),
        officer: case.officer.clone(),
        cost_centre: told(Some(case.cost_centre.0.clone())),
        board: told(name_of(boards, &case.cost_centre)),
        due_on: case.next_due.map(|day| day.to_string()),
        days_left: case.next_due.map(|day| days_left(day, app.today())),
        due_what: told(shown.next_due),
    }
}

/// The work list: cases by due day.
///
/// # Errors
/// When a filter cannot be read, or the database cannot be read.
pub fn list(app: &mut App, request: CasesRequest, part: Part) -> Result<CasesPage, ErrorReply> {
    let cost_centre = filled(request.cost_centre).map(CostCentre);
    let of_board = cost_centre.is_some();
    let filter = CaseFilter {
        person: filled(request.person).map(|person| app.person_no(&person)).transpose()?,
        officer: filled(request.officer),
        // Which board answers for somebody is protected too.
        unprotected_on: of_board.then(|| app.protection_day()),
        cost_centre,
        due_until: day_of("due_until", request.due_until.as_deref())?,
        state: filled(request.state)
            .map(|state| word("state", &state, CaseState::parse))
            .transpose()?,
    };
    let (found, total) = app.cases(&filter, part.span(MOST_LISTED))?;
    let boards = app.boards()?;
    let shown = app.cases_shown(&found)?;
    let cases = found.iter().zip(shown);
    let cases = cases.map(|(case, shown)| brief_of_case(app, &boards, case, shown, None));
    let left_out = if of_board { app.left_out()? } else { 0 };
    Ok(CasesPage {
        cases: cases.collect(),
        total: total.min(MOST_LISTED),
        more: total > MOST_LISTED,
        page: part.page(),
        officers: app.case_officers()?,
        left_out_text: left_out_text(left_out),
        left_out,
    })
}

/// Opens a case as a draft. The same id once more opens no second one.
///
/// # Errors
/// All faults of the fields at once.
pub fn open(app: &mut App, request: OpenCase) -> Result<CaseView, ErrorReply> {
    let case = app.open_case(&Open {
        id: id_or_new(request.id),
        person: request.person,
        kind: word("kind", &request.kind, CaseKind::parse)?,
        compensation: request.compensation.unwrap_or_default(),
        officer: request.officer.unwrap_or_default(),
        cost_centre: request.cost_centre.unwrap_or_default(),
        due: request.due.map(due_of),
        note: request.note,
    })?;
    view_of(app, &case)
}

/// Moves a case to another state.
///
/// # Errors
/// When the move is not allowed, or a case with open due days is to be closed.
pub fn move_to(app: &mut App, request: MoveCase) -> Result<CaseView, ErrorReply> {
    let to = word("to", &request.to, CaseState::parse)?;
    let case = app.move_case(&request.case, &id_or_new(request.id), to, &request.note)?;
    view_of(app, &case)
}

/// Changes officer, board, due days or notes of a case in one step.
///
/// # Errors
/// All faults of the fields at once; or the case is closed.
pub fn change(app: &mut App, request: ChangeCase) -> Result<CaseView, ErrorReply> {
    let change = Change {
        id: id_or_new(request.id),
        officer: request.officer,
        cost_centre: request.cost_centre,
        due: request.due.map(due_of),
        settle: filled(request.settle),
        note: request.note,
    };
    let case = app.change_case(&request.case, &change)?;
    view_of(app, &case)
}

/// The case whose number a text is.
pub(crate) fn case_numbered(
    app: &App,
    text: &str,
) -> Result<Option<app::model::CaseRecord>, ErrorReply> {
    let Ok(number) = text.trim().parse::<domain::case::CaseNumber>() else { return Ok(None) };
    Ok(app.case_numbered(number)?)
}

/// Cases that the search finds by their number: number, id and words about each.
pub(crate) fn numbered(
    app: &App,
    text: &str,
) -> Result<Option<super::overview::FoundThing>, ErrorReply> {
    let Some(case) = case_numbered(app, text)? else { return Ok(None) };
    let kind = texts::text(&format!("case-kind-{}", case.kind.as_str()), &[]);
    let state = texts::text(&format!("case-state-{}", case.state.as_str()), &[]);
    Ok(Some(super::overview::FoundThing {
        kind: "case".to_owned(),
        id: case.id,
        title: case.number.to_string(),
        detail: format!("{kind}, {state}"),
    }))
}
