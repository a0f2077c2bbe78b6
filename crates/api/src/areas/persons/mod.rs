//! Personkretsen: finding, adding and showing persons; their facts, duplicates and protection.

mod comparing;
mod duplicates;
mod extract;
mod facts;
mod money;
mod view;
mod views;

use std::collections::HashMap;

use app::App;
use app::model::{BoardFilter, PersonFilter, PersonNo};
use app::persons::{NewPerson, PersonShown, read_facts};
use domain::identity::{DossierNumber, NationalNumber};
use domain::person::CostCentre;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

pub use self::comparing::{CompareRequest, Compared, ComparedKind, compare};
pub use self::duplicates::{
    DuplicateGroup, Duplicates, MergeRequest, SplitView, duplicates, merge, split,
};
pub use self::extract::{ExtractPerson, PersonExtract, extract};
pub(super) use self::facts::fact_sentences;
pub use self::facts::{
    AsKnown, AsKnownRequest, DisorderView, EndFact, EnterFacts, FactKindView, FactKinds, FactView,
    FactsDocument, FactsRequest, TakeBackEntries, as_known, document, end, enter, kinds, take_back,
};
pub use self::money::{PaidMonth, PersonMoney};
use self::view::view_of;
pub use self::view::{BoardSpanView, OpenPerson, PersonView, close, open, view};
pub use self::views::{NamedView, NamedViews, ViewRequest, forget_view, save_view, views};
pub use super::Nothing;
use super::{day_of, day_text};
use crate::listing::Part;
use crate::{ErrorReply, texts};

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
    /// How many there are in all; where something was typed no more than a thousand are counted.
    pub total: u64,
    /// Whether more fit than were counted: more has to be typed.
    pub more: bool,
    /// Page from 0.
    pub page: u32,
    /// Protected persons, whom what is narrowed to a board leaves out: all there are, whichever
    /// board answers for them.
    pub left_out: u64,
    /// The same in words; empty where nobody is left out.
    pub left_out_text: String,
}

/// Finds persons.
#[derive(Clone, Debug, Default, Deserialize, TS)]
pub struct FindRequest {
    /// Name parts in any order, the beginning of a number, a board, a district or the number of a
    /// case; empty: everybody.
    #[serde(default)]
    pub text: String,
    /// The board that answers today; none: any.
    #[serde(default)]
    pub cost_centre: Option<String>,
    /// In place of `cost_centre`: only persons that no board answers for today.
    #[serde(default)]
    pub without_board: bool,
    /// The legal ground today, as in facts; none: any.
    #[serde(default)]
    pub ground: Option<String>,
    /// Only those of this age today or older, in whole years.
    #[serde(default)]
    pub age_from: Option<u8>,
    /// Only those of this age today or younger, in whole years.
    #[serde(default)]
    pub age_until: Option<u8>,
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
    /// Whether somebody has looked at those of the same name and says that it is another person.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub confirmed: bool,
}

/// Persons whom a new one may be.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Namesakes {
    /// The persons.
    pub persons: Vec<PersonBrief>,
}

/// What lists show of these persons; somebody protected with nothing but the id.
///
/// # Errors
/// When there is no such person, or the database cannot be read.
pub(crate) fn briefs_of(
    app: &App,
    persons: impl IntoIterator<Item = PersonNo>,
) -> Result<HashMap<PersonNo, PersonBrief>, ErrorReply> {
    let shown = app.persons_shown(persons)?.into_iter();
    Ok(shown.map(|(no, shown)| (no, brief(&shown, shown.protected))).collect())
}

/// The same of persons in a list, in its order.
fn briefs_in_order(app: &App, persons: &[PersonNo]) -> Result<Vec<PersonBrief>, ErrorReply> {
    let briefs = briefs_of(app, persons.iter().copied())?;
    Ok(persons.iter().filter_map(|person_no| briefs.get(person_no).cloned()).collect())
}

/// What lists show of one person, to be hidden or not.
fn shown_of(app: &App, person_no: PersonNo) -> Result<PersonShown, ErrorReply> {
    let shown = app.persons_shown([person_no])?.remove(&person_no);
    shown.ok_or_else(|| ErrorReply::new("internal", &[]))
}

/// The same, hidden or not.
pub(crate) fn brief(shown: &PersonShown, hidden: bool) -> PersonBrief {
    if hidden {
        let family_name = texts::text("protected-person", &[]);
        return PersonBrief { family_name, ..only_id(shown) };
    }
    let line = &shown.line;
    PersonBrief {
        family_name: line.card.family_name.clone(),
        given_name: line.card.given_name.clone(),
        birth_date: day_text(line.card.birth_date),
        dossier_number: line.dossier_number.map(|number| number.to_string()),
        personal_number: line.national_number.map(|number| number.to_string()),
        cost_centre: shown.cost_centre.as_ref().map(|centre| centre.0.clone()),
        board: shown.board.clone(),
        ..only_id(shown)
    }
}

/// A person with nothing but the id.
fn only_id(shown: &PersonShown) -> PersonBrief {
    PersonBrief {
        person: shown.line.card.id.0.clone(),
        family_name: String::new(),
        given_name: String::new(),
        birth_date: None,
        dossier_number: None,
        personal_number: None,
        cost_centre: None,
        board: None,
        protected: shown.protected,
    }
}

/// Persons shown while somebody types.
const SEARCHED: usize = 12;

/// Finds persons by what they are called or numbered, and by the board that answers today.
///
/// # Errors
/// When the database cannot be read.
pub fn find(app: &mut App, request: FindRequest, part: Part) -> Result<PersonsPage, ErrorReply> {
    let today = app.today();
    let years_ago =
        |years: u8| today.checked_sub_months(chrono::Months::new(12 * u32::from(years)));
    let board = match request.cost_centre.filter(|centre| !centre.is_empty()) {
        _ if request.without_board => BoardFilter::None,
        Some(centre) => BoardFilter::Of(CostCentre(centre)),
        None => BoardFilter::Any,
    };
    let filter = PersonFilter {
        text: request.text,
        board,
        ground: request.ground.filter(|ground| !ground.is_empty()),
        // Whoever turns 18 today is 18.
        born_until: request.age_from.and_then(years_ago),
        born_from: request
            .age_until
            .and_then(|years| years_ago(years.saturating_add(1))?.succ_opt()),
        day: today,
        protection_day: app.protection_day(),
    };
    let left_out = if filter.narrows() { app.left_out()? } else { 0 };
    let page = part.page();
    let found = app.find_persons(&filter, part.skip(), part.most())?;
    let mut persons = found.persons;
    let mut total = found.total;
    if page == 0
        && let Some(case) = super::cases::case_numbered(app, &filter.text)?
    {
        let person_no = app.person_of_case(&case)?;
        if !persons.contains(&person_no) && app.lets_through(&filter, person_no)? {
            persons.insert(0, person_no);
            total += 1;
        }
    }
    let persons = briefs_in_order(app, &persons)?;
    let left_out_text = left_out_text(left_out);
    Ok(PersonsPage { persons, total, more: found.more, page, left_out, left_out_text })
}

/// How many protected persons a list leaves out, in words.
pub(crate) fn left_out_text(count: u64) -> String {
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    match count {
        0 => String::new(),
        _ => texts::text("protected-left-out", &[("count", app::TextValue::Count(count))]),
    }
}

/// Persons whom everything typed so far fits, those used last first.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn searched(app: &App, text: &str) -> Result<Vec<PersonBrief>, ErrorReply> {
    let found = app.search_persons(text, SEARCHED)?;
    briefs_in_order(app, &found)
}

/// The person of a request, its numbers read.
pub(crate) fn new_person(app: &App, request: AddPerson) -> Result<NewPerson, ErrorReply> {
    let wrong = |field: &str, fault: &str, sign: String| {
        let error = app::AppError::refused(app::RefusalCode::NumberWrong)
            .with("field", crate::texts::text(&format!("field-{field}"), &[]))
            .with("fault", fault)
            .with("sign", sign);
        ErrorReply::from(error.in_field(&field.replace('-', "_")))
    };
    let filled = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
    let dossier_number = filled(request.dossier_number)
        .map(|text| DossierNumber::parse(&text))
        .transpose()
        .map_err(|fault| wrong("dossier-number", &fault.to_string(), fault.sign()))?;
    let national_number = filled(request.personal_number)
        .map(|text| NationalNumber::parse(&text, app.today()))
        .transpose()
        .map_err(|fault| wrong("personal-number", &fault.to_string(), fault.sign()))?;
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
            facts => read_facts(facts, app.today()).all()?,
        },
        confirmed: request.confirmed,
    })
}

/// Persons of the same name as a new one, who may be born on the same day.
///
/// # Errors
/// When a field of the new person cannot be read.
pub fn namesakes(app: &mut App, request: AddPerson) -> Result<Namesakes, ErrorReply> {
    let found = app.namesakes(&new_person(app, request)?)?;
    Ok(Namesakes { persons: briefs_in_order(app, &found)? })
}

/// Adds a person.
///
/// # Errors
/// When a number is wrong or taken, or the board is unknown; and, until it is confirmed, when the
/// person may be there already (`persons.namesakes`).
pub fn add(app: &mut App, request: AddPerson) -> Result<PersonView, ErrorReply> {
    let new = new_person(app, request)?;
    let person_no = app.add_person(&new)?;
    view_of(app, person_no)
}
