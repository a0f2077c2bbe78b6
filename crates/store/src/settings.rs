//! Settings: one JSON value per name.

use serde_json::Value;

use crate::db::{FromRow, Row};
use crate::{Read, Result, Write};

/// The value of a setting.
struct Setting(Value);

impl FromRow for Setting {
    fn from_row(row: &Row<'_>) -> Result<Setting> {
        row.json("value").map(Setting)
    }
}

impl Read<'_> {
    /// The value of a setting, if it has been set.
    pub fn setting(&self, name: &str) -> Result<Option<Value>> {
        let found = self.db.one("SELECT value FROM setting WHERE name = ?1", &[&name])?;
        Ok(found.map(|Setting(value)| value))
    }
}

impl Write<'_> {
    /// Sets a setting.
    pub fn put_setting(&self, name: &str, value: &Value) -> Result<()> {
        self.db.run(
            "INSERT INTO setting (name, value) VALUES (?1, ?2)
             ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            &[&name, &value.to_string()],
        )?;
        Ok(())
    }
}
