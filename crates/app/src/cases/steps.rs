//! What happens to a case: moves, changes, due days, notes. Each step is one entry of its log.

use chrono::NaiveDate;
use domain::case::CaseState;
use serde_json::{Value, json};
use store::cases::{CaseDue, CaseRecord};
use store::{Changed, Ending};

use super::{NOTE_LENGTH, WORDS_LENGTH};
use crate::error::{AppError, RefusalCode};
use crate::typed::{keep, name_typed, near_day_typed, text_typed};
use crate::{Action, App, Result};

/// A due day as somebody has typed it.
#[derive(Clone, Debug)]
pub struct TypedDue {
    /// The client's id.
    pub id: String,
    /// ISO day.
    pub due_on: String,
    /// What is due.
    pub what: String,
}

/// What somebody changes about a case in one step.
#[derive(Clone, Debug, Default)]
pub struct CaseChange {
    /// The client's id of the step.
    pub id: String,
    /// Another officer.
    pub officer: Option<String>,
    /// Cost centre of another board.
    pub cost_centre: Option<String>,
    /// A new due day.
    pub due: Option<TypedDue>,
    /// The id of a due day that is settled.
    pub settle: Option<String>,
    /// A note.
    pub note: String,
}

/// What a step does, checked.
struct Step {
    case: CaseRecord,
    due: Option<CaseDue>,
    settle: Option<CaseDue>,
    content: Value,
}

impl App {
    /// Moves a case to another state. The same step once more moves nothing.
    ///
    /// # Errors
    /// When the table of moves does not allow it, or a case with open due days is to be closed.
    pub fn move_case(
        &mut self,
        case: &str,
        step: &str,
        to: CaseState,
        note: &str,
    ) -> Result<CaseRecord> {
        self.change(Action::MoveCase, |write| {
            let mut case = self.case(case)?;
            if write.case_step_taken(step)? {
                return Ok(Ending::Nothing(case));
            }
            let from = case.state;
            if !from.may_become(to) {
                return Err(AppError::refused(RefusalCode::CaseMove)
                    .with("from", from.as_str())
                    .with("to", to.as_str())
                    .in_field("to"));
            }
            let open = write.case_dues(case.case_no)?;
            let open = open.iter().filter(|due| due.done.is_none()).count();
            if to == CaseState::Closed && open > 0 {
                return Err(AppError::refused(RefusalCode::CaseDuesOpen).with("count", open));
            }
            let note = text_typed(note, NOTE_LENGTH).map_err(|fault| fault.in_field("note"))?;
            let mut content = json!({ "step": "moved", "from": from.as_str(), "to": to.as_str() });
            if !note.is_empty() {
                content["note"] = json!(note);
            }
            case.state = to;
            write.keep_case(&case)?;
            write.log_case(case.case_no, step, &content)?;
            let detail = json!({
                "number": case.number.to_string(), "from": from.as_str(), "to": to.as_str(),
            });
            Ok(Ending::Changed(Changed { value: self.case(&case.id)?, object: case.id, detail }))
        })
    }

    /// Changes officer, board, due days or notes of a case in one step. What changes nothing leaves
    /// no event.
    ///
    /// # Errors
    /// All faults of the fields at once; or the case is closed.
    pub fn change_case(&mut self, case: &str, change: &CaseChange) -> Result<CaseRecord> {
        self.change(Action::ChangeCase, |write| {
            let before = self.open_to_change(case)?;
            if write.case_step_taken(&change.id)? {
                return Ok(Ending::Nothing(before));
            }
            let step = self.case_step(&before, change)?;
            let fields: Vec<String> = match step.content.as_object() {
                Some(content) => content.keys().filter(|key| *key != "step").cloned().collect(),
                None => Vec::new(),
            };
            if fields.is_empty() {
                return Ok(Ending::Nothing(before));
            }
            let case_no = before.case_no;
            write.keep_case(&step.case)?;
            if let Some(due) = &step.due {
                write.add_case_due(case_no, due)?;
            }
            if let Some(due) = &step.settle {
                write.settle_case_due(case_no, &due.id)?;
            }
            write.log_case(case_no, &change.id, &step.content)?;
            let detail = json!({ "number": before.number.to_string(), "fields": fields });
            Ok(Ending::Changed(Changed {
                value: self.case(&before.id)?,
                object: before.id,
                detail,
            }))
        })
    }

    /// A case that is not closed.
    pub(super) fn open_to_change(&self, case: &str) -> Result<CaseRecord> {
        let case = self.case(case)?;
        if case.state == CaseState::Closed {
            return Err(AppError::refused(RefusalCode::CaseClosed));
        }
        Ok(case)
    }

    fn case_step(&self, before: &CaseRecord, change: &CaseChange) -> Result<Step> {
        let mut faults = Vec::new();
        let mut content = json!({ "step": "changed" });
        let mut case = before.clone();
        if let Some(officer) = &change.officer
            && let Some(officer) = keep(self.officer_meant(officer, before), "officer", &mut faults)
            && officer != before.officer
        {
            content["officer"] = json!({ "from": before.officer, "to": officer });
            case.officer = officer;
        }
        if let Some(centre) = &change.cost_centre
            && let Some(centre) = keep(self.unit_typed(centre), "cost_centre", &mut faults)
            && centre != before.cost_centre
        {
            content["cost_centre"] = json!({ "from": before.cost_centre, "to": centre });
            case.cost_centre = centre;
        }
        let due = change.due.as_ref().and_then(|due| due_typed(due, self.today, &mut faults));
        if let Some(due) = &due {
            content["due"] = json!({ "due_on": due.due_on, "what": due.what });
        }
        let settle = match &change.settle {
            Some(id) => keep(self.due_of(before, id), "settle", &mut faults),
            None => None,
        };
        let settle = settle.filter(|due| due.done.is_none());
        if let Some(due) = &settle {
            content["settled"] = json!({ "due_on": due.due_on, "what": due.what });
        }
        match keep(text_typed(&change.note, NOTE_LENGTH), "note", &mut faults) {
            Some(note) if !note.is_empty() => content["note"] = json!(note),
            _ => {}
        }
        match AppError::all(faults) {
            Some(fault) => Err(fault),
            None => Ok(Step { case, due, settle, content }),
        }
    }

    fn officer_meant(&self, text: &str, before: &CaseRecord) -> Result<String> {
        self.as_meant(officer_typed(text)?, Some(&before.officer))
    }

    fn due_of(&self, case: &CaseRecord, id: &str) -> Result<CaseDue> {
        let dues = self.read().case_dues(case.case_no)?;
        let found = dues.into_iter().find(|due| due.id == id);
        found.ok_or_else(|| AppError::refused(RefusalCode::NoSuchDue))
    }
}

pub(super) fn officer_typed(text: &str) -> Result<String> {
    let officer = text_typed(name_typed(text)?, WORDS_LENGTH)?;
    if officer.is_empty() {
        return Err(AppError::refused(RefusalCode::OfficerMissing));
    }
    Ok(officer)
}

/// A due day; its faults go to the others.
pub(super) fn due_typed(
    typed: &TypedDue,
    today: NaiveDate,
    faults: &mut Vec<AppError>,
) -> Option<CaseDue> {
    let due_on = keep(near_day_typed(&typed.due_on, today), "due_on", faults);
    let what = text_typed(&typed.what, WORDS_LENGTH).and_then(|what| {
        let missing = || AppError::refused(RefusalCode::DueWordsMissing);
        (!what.is_empty()).then_some(what).ok_or_else(missing)
    });
    let what = keep(what, "what", faults);
    Some(CaseDue { id: typed.id.clone(), due_on: due_on?, what: what?, done: None })
}
