//! Bringing decisions of the agency in as a draft. What is typed and what stands is in
//! [`super::expectation`].

use app::App;
use app::draft::ReadDraft;
use app::model::DraftKind;
use app::payments::{ListSource, Watch};
use serde::Deserialize;
use ts_rs::TS;

pub use super::draft::{
    DecideDraftRequest, DraftReportRequest, DraftRequest, DraftRowDetail, DraftRowRequest,
    DraftRowsPage, DraftRowsRequest, DraftUndone, DraftView, Drafts, GiveDayRequest,
    UndoDraftRequest,
};
use super::draft::{draft_handlers, view};
pub use super::{Nothing, WrittenFile};
use super::{certain_day_of, day_of};
use crate::ErrorReply;

/// What the rows are about.
const KIND: DraftKind = DraftKind::Decisions;

/// Reads decisions into a draft.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ReadDecisionsDraft {
    /// The client's id for the draft; none: a new one. The same id again is the same draft.
    pub id: Option<String>,
    /// Path of the file: CSV or XLSX.
    pub path: String,
    /// The import profile's name, of decisions or of payment lists; none: the one that suits.
    pub profile: Option<String>,
    /// The day of the decisions, where the file has none; none: the business date.
    pub decided_on: Option<String>,
}

/// Reads decisions into a draft.
///
/// # Errors
/// When the file cannot be read, or no single profile suits.
pub fn read(
    app: &mut App,
    request: ReadDecisionsDraft,
    watch: &dyn Watch,
) -> Result<DraftView, ErrorReply> {
    let asked = ReadDraft {
        about: Default::default(),
        given_day: day_of("decided_on", request.decided_on.as_deref())?,
        id: request.id.unwrap_or_else(crate::new_id),
        source: ListSource::File(request.path.into()),
        profile: request.profile,
    };
    let id = app.read_draft(KIND, &asked, watch)?;
    view(app, KIND, &id)
}

/// Gives the day of the decisions, where the file leaves it out.
///
/// # Errors
/// When the file says it itself, the day has not come, or the draft has been taken in.
pub fn give_day(app: &mut App, request: GiveDayRequest) -> Result<DraftView, ErrorReply> {
    let day = certain_day_of("day", &request.day)?;
    app.give_draft_day(KIND, &request.draft, day)?;
    view(app, KIND, &request.draft)
}

draft_handlers!(KIND);
