//! Lists as they are shown: written to a file, and laid out by each person as that person likes.

use std::collections::BTreeMap;
use std::path::Path;

use exporting::document::Fact;
use exporting::workbook::{self, Sheet, WorkbookInfo};
use serde_json::json;
use store::layouts::ListLayout;

use crate::booking::export_refusal;
use crate::print::Print;
use crate::{Action, App, Result};

pub use exporting::table::{Cell, Column, ColumnKind, Row, Table};

/// A list with all its rows, hidden already what is not to be seen of it.
#[derive(Clone, Debug)]
pub struct ShownList {
    /// The operation that answers with it.
    pub name: String,
    /// What it is called, in words.
    pub title: String,
    /// By what it is narrowed and sorted, in words: label and value.
    pub facts: Vec<(String, String)>,
    /// The columns that are shown, in their order, and every row.
    pub table: Table,
}

impl App {
    /// Writes a list as it is shown to an XLSX file: the rows on the first sheet from its first row on,
    /// what was asked for on the second. Gives the file's size in bytes; its event says how many rows
    /// went out, and nothing about whom.
    ///
    /// # Errors
    /// When the file cannot be written there, or holds what no workbook can.
    pub fn write_list(&mut self, list: ShownList, target: &Path) -> Result<u64> {
        self.write_print(target, Action::WriteList, || {
            let w = |id: &str| self.wording.text(id, &[]);
            let city = self.settings()?.municipality;
            let about = |id: &str, value: String| Fact::new(&w(id), &value);
            let mut facts = vec![
                about("list-file-city", city.name.clone()),
                about("list-file-day", self.today.to_string()),
                about("list-file-by", self.actor.clone()),
                about("list-file-rows", list.table.rows.len().to_string()),
            ];
            if city.training {
                facts.push(Fact::new(&w("list-file-mark"), &w("print-training")));
            }
            for (label, value) in list.facts {
                facts.push(Fact::new(&label, &self.masked(value)?));
            }
            let (rows, columns) = (list.table.rows.len(), list.table.columns.len());
            let sheet = |name: String, title, facts, table| Sheet { name, title, facts, table };
            let sheets = [
                sheet(w("list-file-sheet"), None, Vec::new(), list.table),
                sheet(w("list-file-about"), Some(list.title.clone()), facts, Table::default()),
            ];
            let info = WorkbookInfo { title: list.title, author: city.name, created: self.today };
            let data = workbook::write(&info, &sheets)
                .map_err(|fault| export_refusal(self.wording.as_ref(), &fault, "xlsx"))?;
            let detail = json!({ "rows": rows, "columns": columns, "bytes": data.len() });
            Ok(Print { data, object: list.name, detail })
        })
    }

    /// The lists that the acting person has laid out, by the operation that answers with them.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn list_layouts(&self) -> Result<BTreeMap<String, ListLayout>> {
        Ok(self.read().list_layouts(&self.actor)?)
    }

    /// Keeps how the acting person wants to see a list. It leaves no event: nothing of the city's has
    /// changed.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn keep_list_layout(&mut self, list: &str, layout: &ListLayout) -> Result<()> {
        self.note_layout(list, layout)
    }
}
