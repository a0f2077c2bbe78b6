//! One case with its due days, documents and log.

use app::App;
use app::model::CaseRecord;
use domain::last_day::days_left;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use super::{CaseBrief, brief_of_case};
use crate::{ErrorReply, texts};

/// Names a case.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct CaseRequest {
    /// Its id or number.
    pub case: String,
}

/// A due day.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CaseDueView {
    /// Its id.
    pub id: String,
    /// The last day, inclusive.
    pub due_on: String,
    /// Days left on the business date; negative where the day has passed.
    pub days_left: i64,
    /// What is due.
    pub what: String,
    /// Who settled it; none where it is open.
    pub done_by: Option<String>,
    /// When, in UTC.
    pub done_at: Option<String>,
}

/// A document without its bytes.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CaseDocumentView {
    /// Its id.
    pub document: String,
    /// `decision`, `receipt` or `evidence`.
    pub kind: String,
    /// The file's own name.
    pub name: String,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
    /// Whether it holds what is secret.
    pub secret: bool,
    /// Who attached it.
    pub actor: String,
    /// When, in UTC.
    pub at: String,
}

/// A step of the log.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CaseEventView {
    /// When, in UTC.
    pub at: String,
    /// Who.
    pub actor: String,
    /// What happened, a sentence each.
    pub what: Vec<String>,
    /// The note; empty where none was written.
    pub note: String,
}

/// A state that the case may go on to.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CaseMoveView {
    /// The state.
    pub to: String,
}

/// A case.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CaseView {
    /// What stands in lists.
    pub brief: CaseBrief,
    /// Whether the lists below are hidden until somebody opens the person with a reason.
    pub closed: bool,
    /// The compensation's short name.
    pub compensation_name: Option<String>,
    /// The states that the case may go on to.
    pub moves: Vec<CaseMoveView>,
    /// Due days, by day.
    pub dues: Vec<CaseDueView>,
    /// Documents in the order in which they came.
    pub documents: Vec<CaseDocumentView>,
    /// The log, the oldest step first.
    pub log: Vec<CaseEventView>,
}

/// A case with its due days, documents and log.
///
/// # Errors
/// When there is none, or the database cannot be read.
pub fn view(app: &mut App, request: CaseRequest) -> Result<CaseView, ErrorReply> {
    let case = app.case(&request.case)?;
    view_of(app, &case)
}

pub(super) fn view_of(app: &App, case: &CaseRecord) -> Result<CaseView, ErrorReply> {
    let closed = app.is_case_closed_off(case)?;
    let compensation = match &case.compensation {
        Some(code) => app.law()?.get(code).map(|known| known.short_name.clone()),
        None => None,
    };
    let shown = app.cases_shown(std::slice::from_ref(case))?.pop();
    let shown = shown.ok_or_else(|| ErrorReply::new("internal", &[]))?;
    let mut view = CaseView {
        brief: brief_of_case(app, &app.boards()?, case, shown, Some(closed)),
        closed,
        compensation_name: compensation,
        moves: case.state.next().map(|to| CaseMoveView { to: to.as_str().to_owned() }).collect(),
        dues: Vec::new(),
        documents: Vec::new(),
        log: Vec::new(),
    };
    if closed {
        return Ok(view);
    }
    let content = app.case_content(case)?;
    for due in content.dues {
        let (done_by, done_at) = due.done.unzip();
        view.dues.push(CaseDueView {
            id: due.id,
            due_on: due.due_on.to_string(),
            days_left: days_left(due.due_on, app.today()),
            what: due.what,
            done_by,
            done_at,
        });
    }
    for document in content.documents {
        view.documents.push(CaseDocumentView {
            document: document.id,
            kind: document.kind.as_str().to_owned(),
            name: document.name,
            bytes: document.bytes,
            sha256: document.sha256,
            secret: document.secret,
            actor: document.actor,
            at: document.at,
        });
    }
    for event in content.log {
        view.log.push(CaseEventView {
            what: sentences(&event.content),
            note: event.content["note"].as_str().unwrap_or_default().to_owned(),
            at: event.at,
            actor: event.actor,
        });
    }
    Ok(view)
}

/// What a step of the log says, a sentence for each thing that changed.
fn sentences(content: &Value) -> Vec<String> {
    let said = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let state = |value: &Value| texts::text(&format!("case-state-{}", said(value)), &[]);
    let sentence = |id: &str, values: &[(&str, String)]| {
        let values: Vec<(&str, app::TextValue)> =
            values.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
        texts::text(id, &values)
    };
    let mut said_so = Vec::new();
    match content["step"].as_str() {
        Some("opened") => said_so.push(sentence("case-log-opened", &[])),
        Some("moved") => {
            let values = [("from", state(&content["from"])), ("to", state(&content["to"]))];
            said_so.push(sentence("case-log-moved", &values));
        }
        Some("attached") => {
            let document = &content["document"];
            let kind = texts::text(&format!("case-document-{}", said(&document["kind"])), &[]);
            let values = [("kind", kind), ("name", said(&document["name"]))];
            said_so.push(sentence("case-log-attached", &values));
        }
        _ => {}
    }
    if content["officer"]["to"].is_string() {
        let values = [("to", said(&content["officer"]["to"]))];
        said_so.push(sentence("case-log-officer", &values));
    }
    if content["cost_centre"]["to"].is_string() {
        let change = &content["cost_centre"];
        let values = [("from", said(&change["from"])), ("to", said(&change["to"]))];
        said_so.push(sentence("case-log-board", &values));
    }
    for (field, id) in [("due", "case-log-due"), ("settled", "case-log-settled")] {
        if content[field].is_object() {
            let due = &content[field];
            let values = [("day", said(&due["due_on"])), ("what", said(&due["what"]))];
            said_so.push(sentence(id, &values));
        }
    }
    said_so
}
