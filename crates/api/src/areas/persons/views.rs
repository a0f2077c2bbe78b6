//! Saved views of the list of persons.

use app::App;
use app::persons::SavedView;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ErrorReply;
use crate::areas::Nothing;

/// A filter of the list of persons that has a name; it holds no searched text.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct NamedView {
    /// What it is called.
    pub name: String,
    /// Cost centre of the board; none: any.
    #[serde(default)]
    pub cost_centre: Option<String>,
    /// Whether only persons without a board are shown.
    #[serde(default)]
    pub without_board: bool,
    /// The legal ground, as in facts; none: any.
    #[serde(default)]
    pub ground: Option<String>,
    /// Lowest age in whole years.
    #[serde(default)]
    pub age_from: Option<u8>,
    /// Highest age in whole years.
    #[serde(default)]
    pub age_until: Option<u8>,
}

/// Every saved view.
#[derive(Clone, Debug, Serialize, TS)]
pub struct NamedViews {
    /// By name.
    pub views: Vec<NamedView>,
}

/// Names a saved view.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ViewRequest {
    /// Its name.
    pub name: String,
}

/// Every saved view.
///
/// # Errors
/// When the database cannot be read.
pub fn views(app: &mut App, _: Nothing) -> Result<NamedViews, ErrorReply> {
    let views = app.saved_views()?.into_iter().map(|view| NamedView {
        name: view.name,
        cost_centre: view.cost_centre,
        without_board: view.without_board,
        ground: view.ground,
        age_from: view.age_from,
        age_until: view.age_until,
    });
    Ok(NamedViews { views: views.collect() })
}

/// Saves a view; one of the same name gives way.
///
/// # Errors
/// When it has no name or too long a one.
pub fn save_view(app: &mut App, request: NamedView) -> Result<NamedViews, ErrorReply> {
    app.save_view(SavedView {
        name: request.name,
        cost_centre: request.cost_centre,
        without_board: request.without_board,
        ground: request.ground,
        age_from: request.age_from,
        age_until: request.age_until,
    })?;
    views(app, Nothing {})
}

/// Forgets a view.
///
/// # Errors
/// When the database cannot be written.
pub fn forget_view(app: &mut App, request: ViewRequest) -> Result<NamedViews, ErrorReply> {
    app.forget_view(&request.name)?;
    views(app, Nothing {})
}
