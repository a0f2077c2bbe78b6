//! Which boards answer for a person, by the facts.

use super::{Fact, FactContent};
use crate::person::BoardSpan;

/// Which board answers when, in the order of the facts.
#[must_use]
pub fn boards_of<'f>(facts: impl IntoIterator<Item = &'f Fact>) -> Vec<BoardSpan> {
    let boards = facts.into_iter().filter_map(|fact| match &fact.content {
        FactContent::ResponsibleBoard(board) => Some(BoardSpan {
            from: fact.validity.valid_from,
            until: fact.validity.valid_until,
            cost_centre: board.cost_centre.clone(),
        }),
        _ => None,
    });
    boards.collect()
}
