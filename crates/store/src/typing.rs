//! Rows that somebody is typing: kept from the first key on, outside of what the city has taken in.

use serde::{Deserialize, Serialize};

use crate::{Read, Result, Store};

/// What somebody has typed and not read in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedRows {
    /// What the rows are called.
    pub name: String,
    /// The payment day, as typed.
    pub payment_date: String,
    /// The fields that stand in the columns, by name.
    pub fields: Vec<String>,
    /// The cells of each row.
    pub rows: Vec<Vec<String>>,
}

impl Read<'_> {
    /// What the acting person has typed and not read in; nothing where that is none.
    pub fn typed_rows(&self, actor: &str) -> Result<Option<TypedRows>> {
        let sql = "SELECT content FROM typed_rows WHERE actor = ?1";
        Ok(self.db.map(sql, &[&actor], |row| row.json("content"))?.pop())
    }
}

impl Store {
    /// Keeps what the acting person has typed in place of what was kept before. No event: nothing of the
    /// city's has changed.
    pub fn keep_typed_rows(&self, actor: &str, typed: &TypedRows) -> Result<()> {
        let content =
            serde_json::to_string(typed).map_err(|_| crate::StoreError::Damaged("typed"))?;
        self.aside(|db| {
            db.run(
                "INSERT INTO typed_rows (actor, content) VALUES (?1, ?2)
                 ON CONFLICT (actor) DO UPDATE SET content = excluded.content",
                &[&actor, &content],
            )?;
            Ok(())
        })
    }

    /// Forgets what the acting person has typed: it was read in, or taken away.
    pub fn forget_typed_rows(&self, actor: &str) -> Result<()> {
        self.aside(|db| {
            db.run("DELETE FROM typed_rows WHERE actor = ?1", &[&actor])?;
            Ok(())
        })
    }
}
