//! New cases.

use chrono::Datelike;
use domain::case::{CaseKind, CaseState};
use domain::person::board_on;
use serde_json::json;
use store::cases::{CaseRecord, NewCase};
use store::{Changed, Ending};

use super::steps::{due_typed, officer_typed};
use super::{NOTE_LENGTH, TypedDue};
use crate::error::{AppError, RefusalCode};
use crate::typed::{keep, text_typed};
use crate::{Action, App, Result};

/// A case to be opened, as somebody has typed it.
#[derive(Clone, Debug)]
pub struct OpenCase {
    /// The client's id.
    pub id: String,
    /// The register's own Person-id.
    pub person: String,
    /// What it is about.
    pub kind: CaseKind,
    /// Code of the law; empty: none.
    pub compensation: String,
    /// Who handles it; empty: the acting person.
    pub officer: String,
    /// Cost centre of the board; empty: the one that answers for the person today.
    pub cost_centre: String,
    /// What is due, where something is.
    pub due: Option<TypedDue>,
    /// A note.
    pub note: String,
}

impl App {
    /// Opens a case as a draft with the next number of the year. The same id once more opens no
    /// second one.
    ///
    /// # Errors
    /// All faults of the fields at once.
    pub fn open_case(&mut self, open: &OpenCase) -> Result<CaseRecord> {
        self.change(Action::OpenCase, |write| {
            if let Some(kept) = write.case(&open.id)? {
                return Ok(Ending::Nothing(kept));
            }
            let mut faults = Vec::new();
            let person_no = keep(self.person_no(&open.person), "person", &mut faults);
            let compensation = Some(open.compensation.trim()).filter(|code| !code.is_empty());
            let compensation = compensation.map(|code| self.compensation_typed(code)).transpose();
            let compensation = keep(compensation, "compensation", &mut faults);
            let officer = match open.officer.trim() {
                "" => Ok(self.actor().to_owned()),
                officer => officer_typed(officer),
            };
            let officer = keep(officer, "officer", &mut faults);
            let centre = match (open.cost_centre.trim(), person_no) {
                ("", Some(person_no)) => self.board_today(person_no)?,
                (typed, _) => typed.to_owned(),
            };
            let cost_centre = keep(self.unit_typed(&centre), "cost_centre", &mut faults);
            let note = keep(text_typed(&open.note, NOTE_LENGTH), "note", &mut faults);
            let due = open.due.as_ref().and_then(|due| due_typed(due, self.today, &mut faults));
            let (
                Some(person_no),
                Some(compensation),
                Some(officer),
                Some(cost_centre),
                Some(note),
                true,
            ) = (person_no, compensation, officer, cost_centre, note, faults.is_empty())
            else {
                return Err(AppError::one_or_several(faults));
            };
            let new = NewCase {
                id: open.id.clone(),
                year: self.today().year(),
                person_no,
                kind: open.kind,
                compensation,
                state: CaseState::Draft,
                officer,
                cost_centre,
            };
            let case = write.open_case(&new)?;
            let mut content = json!({ "step": "opened", "officer": { "to": new.officer } });
            if !note.is_empty() {
                content["note"] = json!(note);
            }
            if let Some(due) = &due {
                write.add_case_due(case.case_no, due)?;
                content["due"] = json!({ "due_on": due.due_on, "what": due.what });
            }
            write.log_case(case.case_no, &open.id, &content)?;
            let detail = json!({
                "number": case.number.to_string(), "kind": case.kind.as_str(),
                "person": write.person_id(person_no)?.0,
            });
            let object = case.id;
            Ok(Ending::Changed(Changed { value: self.case(&open.id)?, object, detail }))
        })
    }

    /// The cost centre of the board that answers for a person today; empty where none does.
    fn board_today(&self, person_no: store::PersonNo) -> Result<String> {
        let person = self.read().person(person_no)?;
        let boards = person.boards();
        let centre = board_on(&boards, self.today()).map(|centre| centre.0.clone());
        match centre {
            Some(centre) => Ok(centre),
            None => Err(AppError::refused(RefusalCode::NoSuchBoard)
                .with("cost_centre", "")
                .in_field("cost_centre")),
        }
    }
}
