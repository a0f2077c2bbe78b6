//! Settings: one JSON value per name.

use rusqlite::OptionalExtension;
use serde_json::Value;

use crate::columns::from_json;
use crate::{Read, Result, Write};

impl Read<'_> {
    /// The value of a setting, if it has been set.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn setting(&self, name: &str) -> Result<Option<Value>> {
        let text: Option<String> = self
            .connection
            .prepare_cached("SELECT value FROM setting WHERE name = ?1")?
            .query_row([name], |row| row.get(0))
            .optional()?;
        text.as_deref().map(from_json).transpose()
    }
}

impl Write<'_> {
    /// Sets a setting.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn put_setting(&self, name: &str, value: &Value) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO setting VALUES (?1, ?2)
                 ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            )?
            .execute((name, value.to_string()))?;
        Ok(())
    }
}
