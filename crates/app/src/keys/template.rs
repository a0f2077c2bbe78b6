//! Key, accounts and codes as tables that somebody fills in with a spreadsheet and reads back.

use std::collections::HashMap;
use std::path::Path;

use domain::codes::CompensationCode;
use exporting::csv_table::CsvTable;
use importing::{
    account_cells, account_cells_left_open, account_headings, code_cells, code_cells_left_open,
    code_headings, key_cells, key_cells_left_open, key_headings,
};
use serde_json::json;

use crate::catalogue::{account_line, compensations_living};
use crate::law::compensation_names;
use crate::print::Print;
use crate::{Action, App, Result};

/// A table before it is written.
struct Template {
    headings: Vec<&'static str>,
    /// Rows that read back, each with its compensation.
    rows: Vec<(Option<CompensationCode>, Vec<String>)>,
    /// The row of a compensation that has none.
    left_open: fn(&CompensationCode) -> Vec<String>,
}

impl Template {
    /// Bytes that open in a spreadsheet. The name of each compensation stands last, for people.
    fn written(mut self, name_heading: &str) -> Result<Vec<u8>> {
        let names: HashMap<String, String> = compensation_names()?;
        for compensation in compensations_living()? {
            if self.rows.iter().all(|(of, _)| of.as_ref() != Some(&compensation)) {
                let row = (self.left_open)(&compensation);
                self.rows.push((Some(compensation), row));
            }
        }
        let headings: Vec<&str> = self.headings.into_iter().chain([name_heading]).collect();
        let mut table = CsvTable::new(Vec::new(), &headings)?;
        for (compensation, mut cells) in self.rows {
            let name = compensation.and_then(|code| names.get(&code.0).cloned());
            cells.push(name.unwrap_or_default());
            table.row(&cells)?;
        }
        Ok(table.finish()?)
    }
}

impl App {
    fn write_template(
        &self,
        target: &Path,
        object: &str,
        make: impl FnOnce() -> Result<Template>,
    ) -> Result<u64> {
        self.write_print(target, Action::SaveTemplate, || {
            let template = make()?;
            let detail = json!({ "lines": template.rows.len() });
            let data = template.written(&self.wording.text("template-name-heading", &[]))?;
            Ok(Print { data, object: object.to_owned(), detail })
        })
    }

    /// Writes the keys in force, and a line to fill in for each compensation without one.
    ///
    /// # Errors
    /// When nothing may be written there, or the disk says no.
    pub fn export_key(&mut self, target: &Path) -> Result<u64> {
        self.write_template(target, "key", || {
            let keys = self.read().keys()?;
            let rows = keys.iter().flat_map(|key| {
                let cells = |line| key_cells(key, line);
                key.lines.iter().map(move |line| (Some(line.compensation.clone()), cells(line)))
            });
            let rows = rows.collect();
            Ok(Template { headings: key_headings(), rows, left_open: key_cells_left_open })
        })
    }

    /// Writes the accounts, and a line to fill in for each compensation without one.
    ///
    /// # Errors
    /// When nothing may be written there, or the disk says no.
    pub fn export_accounts(&mut self, target: &Path) -> Result<u64> {
        self.write_template(target, "accounts", || {
            let rows = self.read().accounts()?.into_iter().map(|row| {
                let line = account_line(row);
                let compensation = match &line.purpose {
                    importing::AccountPurpose::Income(compensation) => Some(compensation.clone()),
                    _ => None,
                };
                (compensation, account_cells(&line))
            });
            let rows = rows.collect();
            Ok(Template { headings: account_headings(), rows, left_open: account_cells_left_open })
        })
    }

    /// Writes the payment codes, and a line to fill in for each compensation without one.
    ///
    /// # Errors
    /// When nothing may be written there, or the disk says no.
    pub fn export_codes(&mut self, target: &Path) -> Result<u64> {
        self.write_template(target, "codes", || {
            let codes = self.read().codes()?.into_iter();
            let rows = codes.map(|code| (code.compensation.clone(), code_cells(&code))).collect();
            Ok(Template { headings: code_headings(), rows, left_open: code_cells_left_open })
        })
    }
}
