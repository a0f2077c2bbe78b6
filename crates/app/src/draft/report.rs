//! What was refused of a draft, as a file to be corrected.

use std::path::Path;

use domain::Finding;
use importing::Cells;
use serde_json::json;
use store::drafts::DraftKind;
use store::lists::RowState;

use super::{Draft, content};
use crate::print::Print;
use crate::wording::TextValue;
use crate::{App, Result};

impl App {
    /// Writes what was refused as CSV: the parked rows as they were written, under the file's own
    /// headers, each with its line and what was found. Corrected there, the file can be read again.
    /// Rows that point at protected persons have
    /// their line and findings only. Gives the size in bytes.
    ///
    /// # Errors
    /// When there is no such draft, or the file cannot be written.
    pub fn write_draft_report(&mut self, kind: DraftKind, id: &str, target: &Path) -> Result<u64> {
        self.write_print(target, content(kind).actions().report, || {
            let record = self.draft(kind, id)?;
            let draft = Draft::of(record.clone())?;
            let names = &draft.format.layout.names;
            let w = |id: &str| self.wording.text(id, &[]);
            let mut header: Vec<String> = names.clone();
            header.extend([w("register-report-line"), w("register-report-findings")]);
            let mut table = exporting::csv_table::CsvTable::new(Vec::new(), &header)?;
            let mut count = 0u64;
            for page in 0.. {
                let rows = self.read().draft_rows_in(
                    record.draft_no,
                    RowState::Parked,
                    None,
                    Some(page),
                )?;
                if rows.is_empty() {
                    break;
                }
                let meanings = self.draft_row_meanings(&record, &rows)?;
                for (row, meaning) in rows.iter().zip(meanings) {
                    let cells = Cells::from_joined(&row.written);
                    let shown = |at: usize| match meaning.protected {
                        true => String::new(),
                        false => cells.get(at).unwrap_or_default().to_owned(),
                    };
                    let mut line: Vec<String> = (0..names.len()).map(shown).collect();
                    line.push(row.line.to_string());
                    let texts = meaning.findings.iter().map(|finding| self.finding_text(finding));
                    line.push(texts.collect::<Vec<_>>().join(" "));
                    let about = meaning.person.as_ref().map(|id| id.0.as_str());
                    table.row(&self.masked_row(line, about)?)?;
                    count += 1;
                }
            }
            let data = table.finish()?;
            let detail = json!({ "sha256": record.sha256, "rows": count, "bytes": data.len() });
            Ok(Print { data, object: record.id, detail })
        })
    }

    /// Column, what is wrong and what to do.
    fn finding_text(&self, finding: &Finding) -> String {
        let id = format!("finding-{}", finding.code.as_str());
        let values = finding.values.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let values: Vec<(&str, TextValue)> = crate::named_values(values);
        let what = self.wording.in_its_sheet(finding, self.wording.text(&id, &values));
        let todo = self.wording.text(&format!("{id}.do"), &values);
        match &finding.column_name {
            Some(name) => format!("{name}: {what} {todo}"),
            None => format!("{what} {todo}"),
        }
    }
}
