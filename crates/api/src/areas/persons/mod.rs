//! Personkretsen: finding, adding and showing persons; their facts, duplicates and protection.

mod duplicates;
mod facts;
mod money;
mod view;

use app::App;
use app::model::{Person, PersonFilter, PersonNo};
use app::payments::Watch;
use app::persons::NewPerson;
use domain::identity::{DossierNumber, NationalNumber};
use domain::person::{CostCentre, board_on};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

pub use self::duplicates::{
    DuplicateGroup, Duplicates, MergeRequest, SplitView, duplicates, merge, split,
};
pub use self::facts::{
    AsKnown, AsKnownRequest, DisorderView, EndFact, EnterFacts, FactKindView, FactKinds, FactView,
    FactsDocument, FactsRequest, as_known, document, end, enter, kinds,
};
pub use self::money::{PaidMonth, PersonMoney};
use self::view::view_of;
pub use self::view::{BoardSpanView, OpenPerson, PersonView, close, open, view};
pub use super::Nothing;
use super::{day_of, day_text};
use crate::{ErrorReply, Host, texts};

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
    /// Whether personal data are protected; then all of the above is hidden but the Person-id.
    pub protected: bool,
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
    /// The board that answers today; none: any.
    #[serde(default)]
    pub cost_centre: Option<String>,
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

/// Adds a person.
#[derive(Clone, Debug, Default, Deserialize, TS)]
pub struct AddPerson {
    /// The client's id, a UUID: the same once more adds no second person; none: a new one.
    #[serde(default)]
    pub id: Option<String>,
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
    /// Further facts, as `docs/FACTS.md` describes: one, a list or a document.
    #[serde(default)]
    #[ts(type = "Record<string, unknown>[]")]
    pub facts: Value,
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

/// What stands in lists: of a protected person nothing but the register's own id.
pub(crate) fn brief(app: &App, person: &Person) -> Result<PersonBrief, ErrorReply> {
    shown(app, person, app.hides(&person.card))
}

/// The same, hidden or not.
fn shown(app: &App, person: &Person, hidden: bool) -> Result<PersonBrief, ErrorReply> {
    let id = person.card.id.0.clone();
    let protected = app.hides(&person.card);
    if hidden {
        return Ok(PersonBrief {
            person: id,
            family_name: texts::text("protected-person", &[]),
            given_name: String::new(),
            birth_date: None,
            dossier_number: None,
            personal_number: None,
            cost_centre: None,
            board: None,
            protected,
        });
    }
    let centre = board_on(&person.boards(), app.today()).cloned();
    let boards = app.read().boards()?;
    let board = centre.as_ref().and_then(|centre| {
        boards.iter().find(|(known, _)| known == centre).map(|(_, name)| name.clone())
    });
    Ok(PersonBrief {
        person: id,
        family_name: person.card.family_name.clone(),
        given_name: person.card.given_name.clone(),
        birth_date: day_text(person.card.birth_date),
        dossier_number: person.dossier_numbers().first().map(ToString::to_string),
        personal_number: person.national_numbers().first().map(ToString::to_string),
        cost_centre: centre.map(|centre| centre.0),
        board,
        protected,
    })
}

pub(crate) fn brief_of(app: &App, person_no: PersonNo) -> Result<PersonBrief, ErrorReply> {
    brief(app, &app.read().person(person_no)?)
}

/// Persons on a page.
const PAGE: u32 = 100;
/// Persons shown while somebody types.
const SEARCHED: u32 = 12;

/// Finds persons by what they are called or numbered, and by the board that answers today.
///
/// # Errors
/// When the database cannot be read.
pub fn find(
    host: &mut Host,
    request: FindRequest,
    _: &dyn Watch,
) -> Result<PersonsPage, ErrorReply> {
    let app = host.app()?;
    let filter = PersonFilter {
        text: request.text,
        board: request.cost_centre.filter(|centre| !centre.is_empty()).map(CostCentre),
        day: Some(app.today()),
    };
    let (found, total) =
        app.read().find_persons(&filter, request.page.saturating_mul(PAGE), PAGE)?;
    let persons = found.iter().map(|person| brief(app, person)).collect::<Result<_, _>>()?;
    Ok(PersonsPage { persons, total, page: request.page })
}

/// Persons whom everything typed so far fits, those used last first.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn searched(app: &App, text: &str) -> Result<Vec<PersonBrief>, ErrorReply> {
    let found = app.read().search_persons(text, app.actor(), SEARCHED)?;
    found.into_iter().map(|person_no| brief_of(app, person_no)).collect()
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
    let entry = filled(request.id).map(|id| {
        app::persons::read_id(&id)
            .map_err(|code| app::AppError::refused(code).with("text", &id).in_field("id"))
    });
    Ok(NewPerson {
        entry: entry.transpose()?,
        person_id: filled(request.person),
        family_name: request.family_name,
        given_name: request.given_name,
        birth_date: day_of("birth_date", request.birth_date.as_deref())?,
        dossier_number,
        national_number: national_number.map(|(number, _)| number),
        cost_centre: filled(request.cost_centre).map(CostCentre),
        board_from: day_of("board_from", request.board_from.as_deref())?,
        facts: match &request.facts {
            Value::Null => Vec::new(),
            facts => facts::read(app, facts)?,
        },
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
    view_of(app, person_no)
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
    let person_no = app.person_no(&request.person)?;
    app.change_board(person_no, &CostCentre(request.cost_centre), from)?;
    view_of(app, person_no)
}
