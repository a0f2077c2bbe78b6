//! How a compensation was worded through time: who is entitled, who claims, by when and with what.

use std::sync::Arc;

use chrono::NaiveDate;

use super::compensation::Whose;
use super::condition::Condition;
use crate::Period;
use crate::deadline::LastDayRule;

/// One wording of a compensation. Which one counts is decided by the day that the right is about: the
/// day lived, of the cost, of the decision, of death, the first day of a four-week period, and for
/// förordning 2010:1122 that of first reception. It counts for that day for ever.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// First day; none: from the beginning.
    pub from: Option<NaiveDate>,
    /// Last day, inclusive; none: until further notice.
    pub until: Option<NaiveDate>,
    /// The act that worded it so, by number in Svensk författningssamling.
    pub sfs: Arc<str>,
    /// What it changed, in a line; none for the first.
    pub changed: Option<String>,
    /// For whom it holds, where another wording holds on the same days for others.
    pub for_whom: Option<String>,
    /// Where it was read; none: where the values were.
    pub source: Option<String>,
    /// Which municipality has the right to it.
    pub whose: Whose,
    /// Who is entitled: any of these; empty where the way of counting says it all.
    pub entitled: Vec<Condition>,
    /// By when it is asked for; none where nobody asks or the text sets no limit.
    pub last_day: Option<LastDayRule>,
    /// Evidence that a claim needs, by code; `assets/texts` has the words.
    pub evidence: Vec<String>,
    /// Names of the open questions that its amounts may hang on.
    pub open: Vec<String>,
}

impl Wording {
    /// Whether it holds on `day`.
    #[must_use]
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Its days in `window`.
    #[must_use]
    pub fn within(&self, window: Period) -> Option<Period> {
        let from = self.from.map_or(window.from, |from| from.max(window.from));
        let until = self.until.map_or(window.until, |until| until.min(window.until));
        Period::new(from, until)
    }

    /// Whether its amounts may hang on the open question of that name.
    #[must_use]
    pub fn leaves_open(&self, question: &str) -> bool {
        self.open.iter().any(|open| open == question)
    }
}
