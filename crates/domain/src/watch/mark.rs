//! What somebody has said about watches. Watches are computed anew each time; only marks are kept.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Watch;
use crate::last_day::{Nearness, days_left};

/// What somebody has said about the watch with a key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "mark", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Mark {
    /// It is done.
    Done {},
    /// It is to be done by another day. The day by the rule stays beside it, and is the one that a window
    /// asks for: whoever shows moved watches asks from the day by the rule of the first of them.
    MovedTo {
        /// The other day.
        day: NaiveDate,
        /// Why.
        reason: String,
    },
    /// There is nothing to do.
    NotApplicable {
        /// Why.
        reason: String,
    },
}

/// A watch that is not settled, with the day on which it is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenWatch<'r> {
    /// The watch, with the day by the rule.
    pub watch: Watch<'r>,
    /// The day on which it is to be done: the moved one, or that by the rule.
    pub due: NaiveDate,
    /// How near that day is.
    pub nearness: Nearness,
    /// Why it was moved; none where it was not.
    pub moved: Option<String>,
}

/// Watches as they stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MarkedWatches<'r> {
    /// Those that are not settled, by day.
    pub open: Vec<OpenWatch<'r>>,
    /// How many are done.
    pub done: usize,
    /// How many there is nothing to do about.
    pub not_applicable: usize,
}

/// The watches of one person as they stand on `today`; `mark` gives the last mark of a key, if any. Marks
/// whose watches are gone, because a fact has answered them, count for nothing.
#[must_use]
pub fn apply<'r, 'm>(
    watches: Vec<Watch<'r>>,
    mark: impl Fn(&str) -> Option<&'m Mark>,
    today: NaiveDate,
) -> MarkedWatches<'r> {
    let mut standing = MarkedWatches::default();
    for watch in watches {
        let (due, moved) = match mark(&watch.key) {
            Some(Mark::Done {}) => {
                standing.done += 1;
                continue;
            }
            Some(Mark::NotApplicable { .. }) => {
                standing.not_applicable += 1;
                continue;
            }
            Some(Mark::MovedTo { day, reason }) => (*day, Some(reason.clone())),
            None => (watch.due, None),
        };
        let nearness = Nearness::of(days_left(due, today));
        standing.open.push(OpenWatch { watch, due, nearness, moved });
    }
    standing.open.sort_by(|a, b| (a.due, &a.watch.key).cmp(&(b.due, &b.watch.key)));
    standing
}
