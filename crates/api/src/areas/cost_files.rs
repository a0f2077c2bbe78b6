//! Bringing costs in from files as a draft. What is typed and what stands is in [`super::costs`].

use app::App;
use app::draft::ReadDraft;
use app::model::DraftKind;
use app::payments::{ListSource, Watch};
use serde::Deserialize;
use ts_rs::TS;

pub use super::draft::{
    DecideDraftRequest, DraftReportRequest, DraftRequest, DraftRowDetail, DraftRowRequest,
    DraftRowsPage, DraftRowsRequest, DraftUndone, DraftView, Drafts, UndoDraftRequest,
};
use super::draft::{draft_handlers, view};
pub use super::{Nothing, WrittenFile};
use crate::ErrorReply;

/// What the rows are about.
const KIND: DraftKind = DraftKind::Costs;

/// Reads costs into a draft.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ReadCosts {
    /// The client's id for the draft; none: a new one. The same id again is the same draft.
    #[serde(default)]
    pub id: Option<String>,
    /// Path of the file: CSV or XLSX.
    pub path: String,
    /// The import profile's name; none: the one that suits.
    #[serde(default)]
    pub profile: Option<String>,
}

/// Reads costs into a draft.
///
/// # Errors
/// When the file cannot be read, or no single profile suits.
pub fn read(app: &mut App, request: ReadCosts, watch: &dyn Watch) -> Result<DraftView, ErrorReply> {
    let asked = ReadDraft {
        about: Default::default(),
        given_day: None,
        id: request.id.unwrap_or_else(crate::new_id),
        source: ListSource::File(request.path.into()),
        profile: request.profile,
    };
    let id = app.read_draft(KIND, &asked, watch)?;
    view(app, KIND, &id)
}

draft_handlers!(KIND);
