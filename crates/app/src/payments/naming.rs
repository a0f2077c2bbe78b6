//! Fields of a payment list as people name them: by their own names, or by the list's headings.

use std::collections::BTreeMap;

use domain::payment::Field;

use super::format::read_with;
use crate::error::{AppError, RefusalCode};
use crate::{App, Result};

impl App {
    /// Corrections by what they correct. The headings of `list` count where it has been read.
    ///
    /// # Errors
    /// When one names no field; the answer has the names of all.
    pub fn fields_named(
        &self,
        list: &str,
        named: &BTreeMap<String, String>,
    ) -> Result<BTreeMap<Field, String>> {
        let read = self.read().list(list)?;
        let layout =
            read.map(|list| read_with(&list)).transpose()?.map(|(format, _)| format.layout);
        let of_heading = |heading: &str| {
            let target = layout.as_ref()?.headed(heading)?;
            Field::from_name(target.name())
        };
        let mut fields = BTreeMap::new();
        for (name, text) in named {
            let plain = name.strip_suffix("_ore").unwrap_or(name);
            let Some(field) = Field::from_name(plain).or_else(|| of_heading(name)) else {
                return Err(unknown_field(name, Field::ALL.iter().map(|field| field.name())));
            };
            fields.insert(field, text.clone());
        }
        Ok(fields)
    }
}

/// A correction of what is no field; the names of those that there are, one on each line.
pub(crate) fn unknown_field<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> AppError {
    let known: Vec<&str> = known.collect();
    let refused = AppError::refused(RefusalCode::UnknownField).with("text", name);
    refused.with("fields", known.join("\n")).in_field("fields")
}
