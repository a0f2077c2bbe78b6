//! Bringing decisions of the agency in as a draft. What is typed and what stands is in
//! [`super::expectation`].

use app::App;
use app::draft::ReadDraft;
use app::model::DraftKind;
use app::payments::{ListSource, Watch};
use serde::Deserialize;
use ts_rs::TS;

use super::day_of;
pub use super::draft::{
    DecideDraftRequest, DraftReportRequest, DraftRequest, DraftRowDetail, DraftRowRequest,
    DraftRowsPage, DraftRowsRequest, DraftUndone, DraftView, Drafts, UndoDraftRequest,
};
use super::draft::{draft_handlers, view};
pub use super::{Nothing, WrittenFile};
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

draft_handlers!(KIND);
