//! Persons that may be one.

use app::payments::Watch;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::view::{PersonView, view_of};
use super::{PersonBrief, PersonRequest, only_id, shown};
use crate::areas::Nothing;
use crate::{ErrorReply, Host, texts};

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
}

/// Persons that may be one. A group with a protected person whom nobody has opened is there only for
/// a number that they have in common, and shows nothing but the ids and the reason: the others' data
/// would tell whose they are.
///
/// # Errors
/// When the database cannot be read.
pub fn duplicates(host: &mut Host, _: Nothing, _: &dyn Watch) -> Result<Duplicates, ErrorReply> {
    let app = host.app()?;
    let mut groups = Vec::new();
    for group in app.duplicates()? {
        let mut closed =
            group.persons.iter().map(|person| app.is_closed(person.person_no, &person.card));
        let hidden = closed.any(|closed| closed);
        if hidden && group.reason == BY_NAME {
            continue;
        }
        let persons = group.persons.iter().map(|person| {
            let line = app.read().person_line(person.person_no)?;
            if hidden { Ok(only_id(app, &line)) } else { shown(app, &line, false) }
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
/// When they are one already, or it has not been confirmed a second time.
pub fn merge(
    host: &mut Host,
    request: MergeRequest,
    _: &dyn Watch,
) -> Result<PersonView, ErrorReply> {
    let app = host.app()?;
    let (person, into) = (app.person_no(&request.person)?, app.person_no(&request.into)?);
    let merged = app.merge_persons(person, into, request.confirmed)?;
    view_of(app, merged.into)
}

/// Notes that a merged person is somebody else after all.
///
/// # Errors
/// When it is not merged.
pub fn split(
    host: &mut Host,
    request: PersonRequest,
    _: &dyn Watch,
) -> Result<PersonView, ErrorReply> {
    let app = host.app()?;
    let person_no = app.split_person(&request.person)?;
    view_of(app, person_no)
}
