//! "Gjort i dag": what was done since the database was opened, taken back and done again.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use super::Nothing;
use crate::listing::event_words;
use crate::undo::steps::Step;
use crate::{ErrorReply, Host, texts};

/// Takes steps back.
#[derive(Clone, Debug, Default, Deserialize, TS)]
pub struct BackRequest {
    /// Down to the step with this number, it too; none: the newest alone.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub step: Option<u64>,
}

/// A change that was made.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DoneStep {
    /// Counts the steps since the database was opened.
    pub step: u64,
    /// When, in UTC.
    pub at: String,
    /// What was done, in words.
    pub text: String,
    /// The id of what it touched, where people have given it one.
    pub about: String,
    /// Why it cannot be taken back, in words; empty where it can.
    pub never: String,
}

/// What was done since the database was opened.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DoneSteps {
    /// The newest first.
    pub steps: Vec<DoneStep>,
    /// What is taken back next; none where nothing was done or the newest cannot be.
    pub next: Option<DoneStep>,
    /// What is done again next; none where nothing was taken back.
    pub again: Option<DoneStep>,
}

fn step_view(step: &Step) -> DoneStep {
    // A made id says nothing to anybody.
    let is_made = step.object.len() == 36 && step.object.matches('-').count() == 4;
    let never = step.back.as_ref().err().map(|why| texts::text(&format!("undo-never-{why}"), &[]));
    DoneStep {
        step: step.number,
        at: step.at.clone(),
        text: event_words(&step.action),
        about: if is_made { String::new() } else { step.object.clone() },
        never: never.unwrap_or_default(),
    }
}

/// What was done since the database was opened.
///
/// # Errors
/// None.
pub fn steps(host: &mut Host, _: Nothing) -> Result<DoneSteps, ErrorReply> {
    let steps = &host.steps;
    Ok(DoneSteps {
        steps: steps.done.iter().rev().map(step_view).collect(),
        next: steps.next().map(step_view),
        again: steps.undone.last().map(step_view),
    })
}

/// Takes what was done last back, by correcting it.
///
/// # Errors
/// When there is nothing, it cannot be taken back, or its correction is refused.
pub fn back(host: &mut Host, request: BackRequest) -> Result<DoneSteps, ErrorReply> {
    host.take_steps_back(request.step)?;
    steps(host, Nothing {})
}

/// Does again what was taken back last.
///
/// # Errors
/// When there is nothing, or it is refused now.
pub fn again(host: &mut Host, _: Nothing) -> Result<DoneSteps, ErrorReply> {
    host.do_step_again()?;
    steps(host, Nothing {})
}
