//! Persons that may be one.

use app::App;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::facts::{FactView, fact_view};
use super::view::{PersonView, view_of};
use super::{PersonBrief, PersonRequest, brief, only_id, shown_of};
use crate::areas::Nothing;
use crate::{ErrorReply, texts};

/// Persons that may be one.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DuplicateGroup {
    /// Why: `dossier-number`, `national-number` or `name-and-birth`.
    pub reason: String,
    /// Why, in words.
    pub reason_text: String,
    /// The persons, two or more.
    pub persons: Vec<PersonBrief>,
}

/// All such groups.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Duplicates {
    /// The groups; one pair of persons may be in several.
    pub groups: Vec<DuplicateGroup>,
}

/// The reason that is no number.
const BY_NAME: &str = "name-and-birth";

/// Notes that two persons are one.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct MergeRequest {
    /// The person that turns out to be the other.
    pub person: String,
    /// The person that stands for both.
    pub into: String,
    /// The second confirmation.
    #[serde(default)]
    pub confirmed: bool,
    /// Why; needed where one of the two is protected.
    #[serde(default)]
    pub reason: String,
}

/// What a split did.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SplitView {
    /// The person that is somebody else after all.
    pub person: PersonView,
    /// The Person-id of the one it was taken for.
    pub from: String,
    /// Facts entered while they were one that stay with the latter; none where that one is closed.
    pub stay: Vec<FactView>,
    /// How many these are.
    pub stay_count: u32,
    /// Person-ids of those that got a protection of their own, so that none is lost.
    pub protected: Vec<String>,
}

/// Persons that may be one. A group with a protected person whom nobody has opened is there only for
/// a number that they have in common, and shows nothing but the ids and the reason: the others' data
/// would tell whose they are.
///
/// # Errors
/// When the database cannot be read.
pub fn duplicates(app: &mut App, _: Nothing) -> Result<Duplicates, ErrorReply> {
    let mut groups = Vec::new();
    for group in app.duplicates()? {
        let mut closed =
            group.persons.iter().map(|person| app.is_closed(person.person_no, &person.card));
        let hidden = closed.any(|closed| closed);
        if hidden && group.reason == BY_NAME {
            continue;
        }
        let persons = group.persons.iter().map(|person| {
            let shown = shown_of(app, person.person_no)?;
            if hidden { Ok(only_id(&shown)) } else { Ok(brief(&shown, false)) }
        });
        groups.push(DuplicateGroup {
            reason_text: texts::text(&format!("duplicate-{}", group.reason), &[]),
            persons: persons.collect::<Result<_, ErrorReply>>()?,
            reason: group.reason,
        });
    }
    Ok(Duplicates { groups })
}

/// Notes that two persons are one.
///
/// # Errors
/// When they are one already, it has not been confirmed a second time, or a reason is missing.
pub fn merge(app: &mut App, request: MergeRequest) -> Result<PersonView, ErrorReply> {
    let MergeRequest { person, into, confirmed, reason } = request;
    let merged = app.merge_persons(&person, &into, confirmed, &reason)?;
    view_of(app, merged.into)
}

/// Notes that a merged person is somebody else after all, and says what stays where it stands.
///
/// # Errors
/// When it is not merged.
pub fn split(app: &mut App, request: PersonRequest) -> Result<SplitView, ErrorReply> {
    let parted = app.split_person(&request.person)?;
    let card = app.card_of(parted.from)?;
    let stay_count = u32::try_from(parted.stay.len()).unwrap_or(u32::MAX);
    let shown = if app.is_closed(parted.from, &card) { Vec::new() } else { parted.stay };
    let boards = app.boards()?;
    let stay = shown.iter().map(|fact| fact_view(app, &boards, fact, true));
    let stay = stay.collect::<Result<_, _>>()?;
    let protected = app.person_ids(&parted.protected)?;
    Ok(SplitView {
        person: view_of(app, parted.person)?,
        from: card.id.0,
        stay,
        stay_count,
        protected: protected.into_iter().map(|id| id.0).collect(),
    })
}
