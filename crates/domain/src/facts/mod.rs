//! Facts about a person, in two times: when they hold, and since when they are known here.
//!
//! A fact is never changed. It is ended or corrected by a new one that names it; both stay. What was
//! known on a day is what had been entered by then and had not been corrected by then.

mod boards;
mod choices;
mod entering;
mod history;
mod kinds;
mod merging;
mod order;
mod relations;
mod sense;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use boards::boards_of;
pub use choices::*;
pub use entering::{EntryFault, GivesWay, NewFact, ending, place};
pub use history::{Difference, Disorder, difference, disorders, known_on};
pub use kinds::*;
pub use merging::{Merge, members_on, root_on};
pub use order::{is_of_the_living, newly_out_of_order};
pub use relations::{RelationFault, Side, relation_fault};

/// The id of a fact: a UUID that whoever entered it made, so that a retry is never a second fact.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FactId(pub String);

/// When something holds. Both days belong to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Validity {
    /// First day; none: from the beginning.
    pub valid_from: Option<NaiveDate>,
    /// Last day, inclusive; none: until further notice.
    pub valid_until: Option<NaiveDate>,
}

impl Validity {
    /// Whether it holds on `day`.
    #[must_use]
    pub fn holds_on(self, day: NaiveDate) -> bool {
        self.valid_from.is_none_or(|from| from <= day)
            && self.valid_until.is_none_or(|until| day <= until)
    }

    /// One day.
    #[must_use]
    pub fn on(day: NaiveDate) -> Validity {
        Validity { valid_from: Some(day), valid_until: Some(day) }
    }

    /// Whether the two share a day.
    #[must_use]
    pub fn meets(self, other: Validity) -> bool {
        let begins_in_time = |from: Option<NaiveDate>, until: Option<NaiveDate>| match (from, until)
        {
            (Some(from), Some(until)) => from <= until,
            _ => true,
        };
        begins_in_time(self.valid_from, other.valid_until)
            && begins_in_time(other.valid_from, self.valid_until)
    }
}

/// One entry of the register: a fact, as somebody entered it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// Its id.
    pub id: FactId,
    /// What it says.
    #[serde(flatten)]
    pub content: FactContent,
    /// When it holds.
    #[serde(flatten)]
    pub validity: Validity,
    /// The day on which it was entered here; an import may state an earlier one.
    pub known_since: NaiveDate,
    /// Whether `known_since` is an import's statement and not this program's.
    #[serde(default)]
    pub according_to_import: bool,
    /// The day on the letter that says so.
    pub document_date: Option<NaiveDate>,
    /// Where it comes from, in the words of whoever entered it.
    pub source: Option<String>,
    /// Who entered it.
    pub entered_by: String,
    /// The fact that it corrects or ends.
    pub corrects: Option<FactId>,
    /// Whether it takes the corrected fact back without putting anything in its place.
    #[serde(default)]
    pub withdrawn: bool,
}

impl Fact {
    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> FactKind {
        self.content.kind()
    }

    /// The municipality that it names.
    #[must_use]
    pub fn municipality(&self) -> Option<&Municipality> {
        match &self.content {
            FactContent::Registration(fact) => Some(&fact.municipality),
            FactContent::Reception(fact) => Some(&fact.municipality),
            FactContent::Assignment(fact) => Some(&fact.municipality),
            FactContent::Residence(fact) => Some(&fact.municipality),
            FactContent::Schooling(fact) => fact.municipality.as_ref(),
            FactContent::HomeMunicipality(fact) => Some(&fact.municipality),
            _ => None,
        }
    }
}

#[cfg(test)]
mod samples {
    use super::*;
    use crate::person::CostCentre;

    pub(super) fn span(from: Option<&str>, until: Option<&str>) -> Validity {
        let day = |text: &str| text.parse().unwrap();
        Validity { valid_from: from.map(day), valid_until: until.map(day) }
    }

    pub(super) fn board_of(cost_centre: &str) -> FactContent {
        let cost_centre = CostCentre(cost_centre.to_owned());
        FactContent::ResponsibleBoard(ResponsibleBoard { cost_centre, district: None })
    }

    pub(super) fn fact(id: &str, content: FactContent, validity: Validity, known: &str) -> Fact {
        Fact {
            id: FactId(id.to_owned()),
            content,
            validity,
            known_since: known.parse().unwrap(),
            according_to_import: false,
            document_date: None,
            source: None,
            entered_by: "EXEMPEL".to_owned(),
            corrects: None,
            withdrawn: false,
        }
    }
}
