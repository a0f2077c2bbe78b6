//! Saved views: filters of the list of persons that have a name. They hold no text that somebody has
//! searched for, so that nobody's name lies in a setting.

use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{Changed, Ending, Write};

use crate::error::{AppError, RefusalCode};
use crate::typed::name_typed;
use crate::{Action, App, Result};

/// The setting that holds them.
const SETTING: &str = "person-views";
/// Characters of a name at most.
const NAME_LENGTH: usize = 60;

/// A filter of the list of persons that has a name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedView {
    /// What it is called.
    pub name: String,
    /// Cost centre of the board; none: any.
    pub cost_centre: Option<String>,
    /// Whether only persons without a board are shown.
    pub without_board: bool,
    /// The legal ground; none: any.
    pub ground: Option<String>,
    /// Lowest age in whole years.
    pub age_from: Option<u8>,
    /// Highest age in whole years.
    pub age_until: Option<u8>,
}

impl App {
    /// Every saved view, by name.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn saved_views(&self) -> Result<Vec<SavedView>> {
        match self.read().setting(SETTING)? {
            Some(value) => Ok(serde_json::from_value(value)
                .map_err(|_| store::StoreError::Damaged("person-views"))?),
            None => Ok(Vec::new()),
        }
    }

    /// Saves a view; one of the same name gives way.
    ///
    /// # Errors
    /// When it has no name or too long a one, or the database cannot be written.
    pub fn save_view(&mut self, mut view: SavedView) -> Result<()> {
        view.name = name_typed(&view.name).map_err(|fault| fault.in_field("name"))?.to_owned();
        if view.name.is_empty() || view.name.chars().count() > NAME_LENGTH {
            let refused = AppError::refused(RefusalCode::ViewName).with("most", NAME_LENGTH);
            return Err(refused.in_field("name"));
        }
        self.change(Action::SaveView, |write| {
            let mut views = self.saved_views()?;
            views.retain(|one| one.name != view.name);
            views.push(view);
            views.sort_by_key(|one| one.name.to_lowercase());
            put_views(write, &views)
        })
    }

    /// Forgets a view; one that is not there is forgotten already.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn forget_view(&mut self, name: &str) -> Result<()> {
        self.change(Action::SaveView, |write| {
            let mut views = self.saved_views()?;
            let before = views.len();
            views.retain(|one| one.name != name);
            if views.len() == before {
                return Ok(Ending::Nothing(()));
            }
            Ok(Ending::Changed(put_views(write, &views)?))
        })
    }
}

fn put_views(write: &Write<'_>, views: &[SavedView]) -> Result<Changed<()>> {
    write.put_setting(SETTING, &json!(views))?;
    let detail = json!({ "views": views.len() });
    Ok(Changed { value: (), object: "person-views".to_owned(), detail })
}
