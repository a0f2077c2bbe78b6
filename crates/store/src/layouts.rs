//! How somebody has laid out the columns of a list: each person's own, outside of what the city has
//! taken in.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{Read, Result, Store, StoreError};

/// A list as somebody wants to see it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListLayout {
    /// The columns in their order; those that are not named stand last, as the list has them.
    pub columns: Vec<ColumnLayout>,
}

/// One column of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnLayout {
    /// Which.
    pub id: String,
    /// Its width in pixels at 100 %; none: as the list has it.
    pub width: Option<u16>,
    /// Whether it is not shown.
    pub hidden: bool,
}

impl Read<'_> {
    /// The lists that the acting person has laid out, by name.
    pub fn list_layouts(&self, actor: &str) -> Result<BTreeMap<String, ListLayout>> {
        let sql = "SELECT list, content FROM list_layout WHERE actor = ?1 ORDER BY list";
        let rows = self.db.map(sql, &[&actor], |row| Ok((row.get("list")?, row.json("content")?)));
        Ok(rows?.into_iter().collect())
    }
}

impl Store {
    /// Keeps how the acting person wants to see a list. No event: nothing of the city's has changed.
    pub fn keep_list_layout(&self, actor: &str, list: &str, layout: &ListLayout) -> Result<()> {
        let content =
            serde_json::to_string(layout).map_err(|_| StoreError::Damaged("list-layout"))?;
        self.aside(|db| {
            db.run(
                "INSERT INTO list_layout (actor, list, content) VALUES (?1, ?2, ?3)
                 ON CONFLICT (actor, list) DO UPDATE SET content = excluded.content",
                &[&actor, &list, &content],
            )?;
            Ok(())
        })
    }
}
