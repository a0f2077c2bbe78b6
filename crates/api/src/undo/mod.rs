//! Undoing and doing again: what was done since the database was opened, a step for each change, and what
//! takes it back.
//!
//! Nothing is ever taken away: a step is taken back by requests of the contract that correct it, with
//! their own rights and rules, worked out by the row of its operation (`rules`) when it was done. What a
//! row says cannot be taken back is told with its reason.

mod backs;
mod rules;
pub(crate) mod steps;

use app::payments::Unwatched;
use app::{AppError, RefusalCode};
use serde_json::{Value, json};

use self::rules::Seen;
use self::rules::rule;
pub(crate) use self::rules::{RULES, Rule, Undo};
use self::steps::{Again, Asked, Step};
use crate::error::ErrorReply;
use crate::host::Host;
use crate::operation::Operation;
use crate::operations::operation;

/// What was seen before a change.
pub(crate) struct Before {
    rule: &'static Rule,
    request: Value,
    answer: Value,
    newest: i64,
}

impl Host {
    /// What a change needs to be taken back; none where it is no change, or is one that takes steps back.
    pub(crate) fn before(&mut self, operation: &Operation, request: &Value) -> Option<Before> {
        let rule = rule(operation.name).filter(|_| !self.steps.replaying)?;
        let newest = self.opened()?.newest().ok()?.0.0;
        let asked = match &rule.undo {
            Undo::By { seeing: Some(seeing), .. } => Some(seeing(request)),
            _ => None,
        };
        let answer = asked.and_then(|(name, request)| self.plainly(name, request).ok());
        let answer = answer.unwrap_or_default();
        Some(Before { rule, request: request.clone(), answer, newest })
    }

    /// What a reading operation answers before anybody is hidden: kept to take a change back, and never
    /// shown.
    fn plainly(&mut self, name: &str, request: Value) -> Result<Value, ErrorReply> {
        let operation = operation(name).ok_or_else(|| ErrorReply::new("unknown-operation", &[]))?;
        (operation.answer)(self, request, &Unwatched)
    }

    /// Notes what was done, where it left an event.
    pub(crate) fn note_step(&mut self, before: Before, answer: &Value) -> Option<()> {
        let app = self.opened()?;
        let event = app.events((0, 1)).ok()?.pop()?;
        if event.event_no.0 == before.newest {
            return None;
        }
        let Before { rule, request, answer: seen, .. } = before;
        let seen = Seen { request: &request, answer, before: &seen, detail: &event.detail };
        let (back, again) = match &rule.undo {
            Undo::By { back, again, .. } => (back(&seen).ok_or("hidden"), *again),
            Undo::Never(why) => (Err(*why), Again::No),
            Undo::TakesBack(what) => {
                // A screen has taken its own last step back.
                if self.steps.done.last().is_some_and(|step| what.contains(&step.operation)) {
                    self.steps.done.pop();
                }
                return Some(());
            }
        };
        if self.is_taking_back(rule.operation, &request) {
            let step = self.steps.done.pop()?;
            self.steps.undone.push(step);
            return Some(());
        }
        self.steps.undone.clear();
        self.steps.count += 1;
        self.steps.push(Step {
            number: self.steps.count,
            at: event.at,
            action: event.action,
            object: event.object,
            operation: rule.operation,
            request,
            back,
            again,
        });
        Some(())
    }

    /// Whether a screen has asked for what takes its last step back: that is no new step.
    fn is_taking_back(&self, name: &str, request: &Value) -> bool {
        let Some(Step { back: Ok(asked), .. }) = self.steps.done.last() else { return false };
        let [(operation, wanted)] = asked.as_slice() else { return false };
        *operation == name && holds_all(request, wanted)
    }

    /// Takes steps back, the newest first, down to the one with that number; none: the newest alone. What
    /// has been taken back stays so where one cannot be.
    ///
    /// # Errors
    /// When there is nothing to take back, a step cannot be, or its correction is refused.
    pub(crate) fn take_steps_back(&mut self, until: Option<u64>) -> Result<(), ErrorReply> {
        loop {
            let step = self.steps.done.last().cloned();
            let step = step.ok_or_else(|| AppError::refused(RefusalCode::NothingToUndo))?;
            let asked = step.back.clone().map_err(|why| {
                let reason = crate::texts::text(&format!("undo-never-{why}"), &[]);
                AppError::refused(RefusalCode::CannotUndo).with("reason", reason)
            })?;
            self.replayed(&asked)?;
            self.steps.done.pop();
            let number = step.number;
            if matches!(step.again, Again::No) {
                self.steps.undone.clear();
            } else {
                self.steps.undone.push(step);
            }
            if until.is_none_or(|until| number <= until) {
                return Ok(());
            }
        }
    }

    /// Does again what was taken back last.
    ///
    /// # Errors
    /// When there is nothing, or it is refused now.
    pub(crate) fn do_step_again(&mut self) -> Result<(), ErrorReply> {
        let step = self.steps.undone.last().cloned();
        let step = step.ok_or_else(|| AppError::refused(RefusalCode::NothingToRedo))?;
        let rest: Vec<Step> = self.steps.undone.drain(..).rev().skip(1).collect();
        let request = match step.again {
            Again::Fresh => fresh(step.request),
            _ => step.request,
        };
        let done = self.call(step.operation, request, &Unwatched);
        // What was done again is a new step; what had been taken back before it can still be.
        self.steps.undone = rest.into_iter().rev().collect();
        done.map(|_| ())
    }

    fn replayed(&mut self, asked: &[Asked]) -> Result<(), ErrorReply> {
        self.steps.replaying = true;
        let done = asked.iter().try_for_each(|(name, request)| {
            self.call(name, request.clone(), &Unwatched).map(|_| ())
        });
        self.steps.replaying = false;
        done
    }
}

/// Whether every field that is wanted stands so in a request.
fn holds_all(request: &Value, wanted: &Value) -> bool {
    let Some(fields) = wanted.as_object() else { return request == wanted };
    let is_nothing = |value: &Value| value.is_null() || value == "";
    fields.iter().all(|(name, value)| {
        let given = &request[name.as_str()];
        given == value || is_nothing(given) && is_nothing(value)
    })
}

/// The request as a new one: the same id once more would be the same thing once more.
fn fresh(mut request: Value) -> Value {
    if request.get("id").is_some() {
        request["id"] = json!(crate::new_id());
    }
    for fact in request.get_mut("facts").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Some(fields) = fact.as_object_mut() {
            fields.remove("id");
        }
    }
    request
}
