//! The steps of a session: kept with the host, and known to nobody else.

use serde::Serialize;
use serde_json::Value;

/// Steps that are kept.
const MOST: usize = 200;

/// A request of the contract.
pub(crate) type Asked = (&'static str, Value);

/// Whether a step that was taken back can be done again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) enum Again {
    /// By the same request.
    Same,
    /// By the same request with ids of its own.
    Fresh,
    /// Not: what it was about is not what it was.
    No,
}

/// A change that was made.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Step {
    /// Counts the steps of a session.
    pub(crate) number: u64,
    /// The event's moment, UTC.
    pub(crate) at: String,
    /// The use case in the audit chain.
    pub(crate) action: String,
    /// The id of what it touched.
    pub(crate) object: String,
    pub(super) operation: &'static str,
    pub(super) request: Value,
    /// What takes it back, or why nothing does.
    pub(crate) back: Result<Vec<Asked>, &'static str>,
    pub(super) again: Again,
}

/// What was done since the database was opened, and what of it was taken back.
#[derive(Debug, Default)]
pub(crate) struct Steps {
    /// The oldest first.
    pub(crate) done: Vec<Step>,
    /// What was taken back last, last.
    pub(crate) undone: Vec<Step>,
    pub(super) count: u64,
    /// While steps are taken back, what does it is no step of its own.
    pub(super) replaying: bool,
}

impl Steps {
    pub(super) fn push(&mut self, step: Step) {
        self.done.push(step);
        if self.done.len() > MOST {
            self.done.remove(0);
        }
    }

    /// The step that is taken back next; none where the newest cannot be.
    pub(crate) fn next(&self) -> Option<&Step> {
        self.done.last().filter(|step| step.back.is_ok())
    }
}
