//! What the rows of operations that are cut to boards change, by the fields of their requests.

use app::Target::{self, Board, Case, Cost, Document, Person};

/// A case that is opened.
pub(crate) const CASE_OPENED: &[(&str, Target)] = &[("person", Person), ("cost_centre", Board)];
/// A case that is there.
pub(crate) const CASE: &[(&str, Target)] = &[("case", Case)];
/// A case that is given to somebody else, or another board.
pub(crate) const CASE_CHANGED: &[(&str, Target)] = &[("case", Case), ("cost_centre", Board)];
/// A document of a case that leaves.
pub(crate) const DOCUMENT: &[(&str, Target)] = &[("document", Document)];
/// A cost that is entered.
pub(crate) const COST_ADDED: &[(&str, Target)] = &[("persons", Person), ("unit", Board)];
/// A cost that another takes the place of.
pub(crate) const COST_CORRECTED: &[(&str, Target)] =
    &[("cost", Cost), ("persons", Person), ("unit", Board)];
/// A cost that is there.
pub(crate) const COST: &[(&str, Target)] = &[("cost", Cost)];
/// Something that is due of a person.
pub(crate) const OF_PERSON: &[(&str, Target)] = &[("person", Person)];
