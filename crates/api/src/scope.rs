//! What the rows of operations that are cut to boards change, by the fields of their requests.

use app::Target::{self, Board, Case, Cost, Person};

/// A case that is opened.
pub(crate) const CASE_OPENED: &[(&str, Target)] = &[("person", Person), ("cost_centre", Board)];
/// A case that is there.
pub(crate) const CASE: &[(&str, Target)] = &[("case", Case), ("cost_centre", Board)];
/// A cost that is entered.
pub(crate) const COST_ADDED: &[(&str, Target)] = &[("persons", Person), ("unit", Board)];
/// A cost that is there.
pub(crate) const COST: &[(&str, Target)] = &[("cost", Cost), ("persons", Person), ("unit", Board)];
/// Something that is due of a person.
pub(crate) const ANSWERED: &[(&str, Target)] = &[("person", Person), ("unit", Board)];
