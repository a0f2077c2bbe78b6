//! One person's page, closed while the person is protected and nobody has opened it with a reason.

use app::App;
use app::model::{Person, PersonNo};
use chrono::NaiveDate;
use domain::facts::FactContent;
use domain::person::CostCentre;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::facts::{DisorderView, FactView, disorder_view, fact_view};
use super::money::{PaidMonth, PersonMoney, money_of, paid_of};
use super::{PersonBrief, PersonRequest, brief, shown_of};
use crate::ErrorReply;
use crate::areas::day_text;

/// From which day a board answers for a person.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BoardSpanView {
    /// First day; none from the beginning.
    pub from: Option<String>,
    /// Last day, inclusive; none until further notice.
    pub until: Option<String>,
    /// Cost centre.
    pub cost_centre: String,
    /// The board's name.
    pub board: String,
}

/// A person.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PersonView {
    /// What stands in lists.
    pub brief: PersonBrief,
    /// Whether everything below is hidden until somebody opens the person with a reason.
    pub closed: bool,
    /// Whole years of age on the business date, by the birth date.
    pub age: Option<u32>,
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
    /// Facts that hold by what is known now.
    pub facts: Vec<FactView>,
    /// Every entry in the order it was made, corrected and taken-back ones too.
    pub entries: Vec<FactView>,
    /// Days on which what is known changed, earliest first.
    pub days: Vec<String>,
    /// What does not fit together.
    pub disorders: Vec<DisorderView>,
    /// Ids of persons that turned out to be this one.
    pub merged: Vec<String>,
    /// The others of the household on the business date; protected ones only where somebody has
    /// opened them, since the page tells where this person lives.
    pub household: Vec<PersonBrief>,
    /// The household's name, where the person belongs to one on the business date.
    pub household_name: Option<String>,
    /// The ledger's entries.
    pub money: Vec<PersonMoney>,
    /// What was paid, by month, the oldest first.
    pub paid_months: Vec<PaidMonth>,
    /// What was paid in all.
    pub paid_ore: i64,
}

/// Opens a protected person.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct OpenPerson {
    /// The register's own Person-id.
    pub person: String,
    /// Why.
    pub reason: String,
}

/// A person with facts, boards, household and money. Whoever looks is noted for the order in which
/// persons are found.
///
/// # Errors
/// When there is none, or the database cannot be read.
pub fn view(app: &mut App, request: PersonRequest) -> Result<PersonView, ErrorReply> {
    let person_no = app.person_no(&request.person)?;
    app.note_use(person_no)?;
    view_of(app, person_no)
}

/// Opens a protected person for a quarter of an hour and leaves an event.
///
/// # Errors
/// When no reason is given.
pub fn open(app: &mut App, request: OpenPerson) -> Result<PersonView, ErrorReply> {
    let person_no = app.open_protected(&request.person, &request.reason)?;
    view_of(app, person_no)
}

/// Closes an opened person.
///
/// # Errors
/// When there is no such person.
pub fn close(app: &mut App, request: PersonRequest) -> Result<PersonView, ErrorReply> {
    let person_no = app.person_no(&request.person)?;
    app.close_protected(person_no);
    view_of(app, person_no)
}

pub(super) fn view_of(app: &App, person_no: PersonNo) -> Result<PersonView, ErrorReply> {
    let person = app.person_numbered(person_no)?;
    let closed = app.is_closed(person_no, &person.card);
    let brief = brief(&shown_of(app, person_no)?, closed);
    if closed {
        return Ok(PersonView {
            brief,
            closed,
            age: None,
            dossier_numbers: Vec::new(),
            personal_numbers: Vec::new(),
            group: None,
            received: None,
            boards: Vec::new(),
            facts: Vec::new(),
            entries: Vec::new(),
            days: Vec::new(),
            disorders: Vec::new(),
            merged: Vec::new(),
            household: Vec::new(),
            household_name: None,
            money: Vec::new(),
            paid_months: Vec::new(),
            paid_ore: 0,
        });
    }
    let history = app.person_history(person_no)?;
    let known = person.known();
    let names = app.boards()?;
    let household_name = household_of(&person, app.today());
    let money = money_of(app, person_no)?;
    let (paid_months, paid_ore) = paid_of(&money);
    Ok(PersonView {
        brief,
        closed,
        age: person.card.birth_date.and_then(|born| app.today().years_since(born)),
        dossier_numbers: person.dossier_numbers().iter().map(ToString::to_string).collect(),
        personal_numbers: person.national_numbers().iter().map(ToString::to_string).collect(),
        group: person.card.group.clone(),
        received: day_text(person.card.received),
        boards: boards_of(&names, &person),
        facts: known
            .iter()
            .map(|fact| fact_view(app, &names, fact, true))
            .collect::<Result<_, _>>()?,
        entries: history
            .entries
            .iter()
            .map(|fact| fact_view(app, &names, fact, known.iter().any(|other| other.id == fact.id)))
            .collect::<Result<_, _>>()?,
        days: history.days.iter().map(ToString::to_string).collect(),
        disorders: history.disorders.iter().map(disorder_view).collect(),
        merged: history.merged.into_iter().map(|id| id.0).collect(),
        household: match &household_name {
            None => Vec::new(),
            Some(name) => household(app, name, person_no)?,
        },
        household_name,
        money,
        paid_months,
        paid_ore,
    })
}

/// The household the person belongs to on `day` by what is known now; of several the last.
fn household_of(person: &Person, day: NaiveDate) -> Option<String> {
    let known = person.known();
    let held = known.iter().rev().filter(|fact| fact.validity.holds_on(day));
    held.into_iter().find_map(|fact| match &fact.content {
        FactContent::Household(household) => Some(household.household.clone()),
        _ => None,
    })
}

/// The others of a household, but for protected persons whom nobody has opened.
fn household(app: &App, name: &str, person_no: PersonNo) -> Result<Vec<PersonBrief>, ErrorReply> {
    let mut others = app.household(name)?;
    others.retain(|no| *no != person_no);
    let shown = app.persons_shown(others.iter().copied())?;
    let open = |no: &PersonNo| {
        let other = shown.get(no)?;
        let closed = app.is_closed(*no, &other.line.card);
        (!closed).then(|| brief(other, other.protected))
    };
    Ok(others.iter().filter_map(open).collect())
}

fn boards_of(names: &[(CostCentre, String)], person: &Person) -> Vec<BoardSpanView> {
    let name_of = |centre: &CostCentre| {
        names.iter().find(|(known, _)| known == centre).map(|(_, name)| name.clone())
    };
    let spans = person.boards();
    spans
        .into_iter()
        .map(|span| BoardSpanView {
            from: day_text(span.from),
            until: day_text(span.until),
            board: name_of(&span.cost_centre).unwrap_or_default(),
            cost_centre: span.cost_centre.0,
        })
        .collect()
}
