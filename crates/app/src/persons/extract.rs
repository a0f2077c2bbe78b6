//! What is kept about one person: everything, for the person's own eyes or to be handed to somebody else
//! with others left out. A PDF to read, and beside it every row as JSON.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use domain::Ore;
use exporting::document::{Block, Document, Fact, Orientation};
use exporting::table::{Cell, Column, Row, Table};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use store::leaving::Cell as Kept;
use store::{Changed, PersonNo, StoreError};

use crate::booking::export_refusal;
use crate::error::AppError;
use crate::masking::Shown;
use crate::print::{number_format, print_head};
use crate::register::{Relatives, Teller};
use crate::typed::reason_typed;
use crate::{Action, App, Result};

/// Fields of facts that point at somebody else.
const OTHERS: [&str; 3] = ["person", "anchor", "household"];

/// An extract that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extracted {
    /// The PDF and the JSON beside it.
    pub files: Vec<PathBuf>,
    /// Rows in them.
    pub rows: u64,
    /// Size of both in bytes.
    pub bytes: u64,
}

/// The rows of one table about a person.
struct OfTable {
    name: String,
    about: String,
    rows: Vec<Map<String, Value>>,
}

impl App {
    /// Writes everything that is kept about a person as PDF to `target` and as JSON beside it. With
    /// `others_masked` nobody else is pointed at, for a copy that somebody else gets; protected persons
    /// other than this one are hidden in any case. Free text is not read: whoever hands a copy out does.
    ///
    /// # Errors
    /// When there is no such person, it is protected and not open, there is no reason, or the files
    /// cannot be written.
    pub fn extract_person(
        &mut self,
        id: &str,
        target: &Path,
        others_masked: bool,
        reason: &str,
    ) -> Result<Extracted> {
        let person_no = self.person_no(id)?;
        self.require_open(person_no)?;
        let reason = reason_typed(reason)?;
        let beside = target.with_extension("json");
        let places = (self.place_for(target)?, self.place_for(&beside)?);
        let (placed, extracted) = self.change(Action::ExtractPerson, |_| {
            let tables = self.rows_about(person_no, others_masked)?;
            let card = self.card_of(person_no)?;
            let rows = tables.iter().map(|table| table.rows.len() as u64).sum();
            let pdf = self.extract_print(&tables, id, others_masked)?;
            let json = self.extract_json(&tables, &card.id.0)?;
            let detail = json!({
                "reason": reason, "others_masked": others_masked, "rows": rows,
                "sha256": digest(&json), "pdf_sha256": digest(&pdf),
            });
            let bytes = (pdf.len() + json.len()) as u64;
            let placed = (places.0.write(&pdf)?, places.1.write(&json)?);
            let files = vec![target.to_owned(), beside.clone()];
            let value = (placed, Extracted { files, rows, bytes });
            Ok(Changed { value, object: card.id.0, detail })
        })?;
        placed.0.place()?;
        placed.1.place()?;
        Ok(extracted)
    }

    /// Every row about a person and those who turned out to be it, table by table.
    fn rows_about(&self, person_no: PersonNo, others_masked: bool) -> Result<Vec<OfTable>> {
        let read = self.read();
        let mut persons = vec![person_no];
        persons.extend(read.merged_into(person_no)?);
        let id = read.person_id(person_no)?;
        let mut tables = Vec::new();
        for table in read.tables()? {
            let mut rows = Vec::new();
            read.each_cells_of_persons::<AppError>(&table, &persons, &mut |cells| {
                let named = table.columns.iter().zip(cells);
                rows.push(named.map(|(column, cell)| (column.name.clone(), value(cell))).collect());
                Ok(())
            })?;
            if rows.is_empty() {
                continue;
            }
            let name = table.name.replace('_', "-");
            let about = self.wording.known(&format!("schema-table-{name}")).unwrap_or_default();
            tables.push(OfTable { name: table.name, about, rows });
        }
        let somebody = self.wording.text("extract-somebody", &[]);
        let told = self.told_of_others(person_no)?;
        for table in &mut tables {
            for row in &mut table.rows {
                let id_of_row = row.get("id").and_then(Value::as_str).unwrap_or_default();
                if table.name == "fact"
                    && let Some(content) = told.get(id_of_row)
                {
                    row.insert("content".to_owned(), json!(content));
                    row.insert("lookup".to_owned(), Value::Null);
                }
                if others_masked && table.name == "fact" {
                    mask_others(row, &somebody);
                }
                let mut part = json!({ "person": id.0, "row": row });
                let shown = Shown { opened: &persons, parts: &[] };
                self.hide_protected(&mut part, shown)?;
                if let Value::Object(masked) = part["row"].take() {
                    *row = masked;
                }
            }
        }
        Ok(tables)
    }

    /// The person's facts, by their ids, that would tell who or where a protected person is, as they may
    /// be told.
    fn told_of_others(&self, person_no: PersonNo) -> Result<HashMap<String, String>> {
        let read = self.read();
        let facts = read.facts_of(person_no)?;
        let relatives = Relatives::of(&read, self.protection_day())?;
        let own = self.hides(&self.card_of(person_no)?);
        let by = Teller { hidden: false, shares: relatives.share(&facts) };
        let mut told = HashMap::new();
        for fact in &facts {
            // Who is protected may see the own household; others who are protected stay hidden by id.
            let shown = match own {
                true => self.shown_fact(fact.clone())?,
                false => relatives.told(fact, by).into_owned(),
            };
            if shown.content != fact.content {
                let content = serde_json::to_string(&shown.content);
                let content = content.map_err(|_| StoreError::Damaged("fact"))?;
                told.insert(fact.id.0.clone(), content);
            }
        }
        Ok(told)
    }

    fn extract_json(&self, tables: &[OfTable], id: &str) -> Result<Vec<u8>> {
        let table = |table: &OfTable| json!({ "name": table.name, "about": table.about, "rows": table.rows });
        let document = json!({
            "format": "atersok-registerutdrag-1",
            "municipality": self.settings()?.municipality.name,
            "person": id,
            "made_on": self.today.to_string(),
            "tables": tables.iter().map(table).collect::<Vec<Value>>(),
        });
        let text = serde_json::to_vec_pretty(&document);
        Ok(text.map_err(|_| StoreError::Damaged("extract"))?)
    }

    fn extract_print(&self, tables: &[OfTable], id: &str, others_masked: bool) -> Result<Vec<u8>> {
        let w = |id: &str| self.wording.text(id, &[]);
        let title = if others_masked { "extract-copy-title" } else { "extract-title" };
        let mut blocks = vec![Block::Paragraph(w("extract-words"))];
        if others_masked {
            blocks.push(Block::Paragraph(w("extract-copy-words")));
        }
        for (name, columns) in PRINTED {
            if let Some(table) = tables.iter().find(|table| table.name == name) {
                blocks.push(Block::Heading(table.about.clone()));
                blocks.push(Block::Table(self.printed_table(table, columns)));
            }
        }
        let is_printed =
            |table: &&OfTable| PRINTED.iter().all(|(name, _)| *name != table.name.as_str());
        let rest: Vec<Fact> = tables
            .iter()
            .filter(is_printed)
            .map(|table| Fact::new(&table.about, &table.rows.len().to_string()))
            .collect();
        if !rest.is_empty() {
            blocks.push(Block::Heading(w("extract-rest")));
            blocks.push(Block::Facts(rest));
        }
        let document = Document {
            head: print_head(self, &w(title), id, false)?,
            orientation: Orientation::Landscape,
            numbers: number_format(),
            blocks,
        };
        exporting::pdf::write(&document)
            .map_err(|fault| export_refusal(self.wording.as_ref(), &fault, "pdf"))
    }

    fn printed_table(&self, table: &OfTable, columns: &[&str]) -> Table {
        let title = |column: &&str| {
            let title = self.wording.text(&format!("extract-{}", column.replace('_', "-")), &[]);
            match *column {
                name if name.ends_with("_ore") => Column::number(&title),
                "content" | "source" | "text" | "officer" => Column::text(&title),
                _ => Column::code(&title),
            }
        };
        let row = |row: &Map<String, Value>| {
            let cell = |column: &&str| match row.get(*column) {
                Some(Value::Number(number)) if column.ends_with("_ore") => {
                    Cell::Amount(Ore(number.as_i64().unwrap_or_default()))
                }
                Some(Value::Number(number)) => Cell::text(&number.to_string()),
                Some(Value::String(text)) if *column == "content" => {
                    Cell::text(&self.content_words(text))
                }
                Some(Value::String(text)) if *column == "kind" && table.name == "fact" => {
                    Cell::text(&self.wording.text(&format!("fact-{text}"), &[]))
                }
                Some(Value::String(text)) => Cell::text(text),
                _ => Cell::Empty,
            };
            Row::body(columns.iter().map(cell).collect())
        };
        Table {
            columns: columns.iter().map(title).collect(),
            rows: table.rows.iter().map(row).collect(),
        }
    }

    /// What a fact says, field by field.
    fn content_words(&self, content: &str) -> String {
        let Ok(Value::Object(fields)) = serde_json::from_str(content) else {
            return content.to_owned();
        };
        let field = |(name, value): (&String, &Value)| {
            if name == "kind" || value.is_null() {
                return None;
            }
            let id = format!("fact-field-{}", name.replace('_', "-"));
            let label = self.wording.known(&id).unwrap_or_else(|| name.clone());
            let value = match value {
                Value::String(text) => {
                    let choice = self.wording.known(&crate::choice_id(text));
                    choice.unwrap_or_else(|| text.clone())
                }
                Value::Bool(said) => {
                    self.wording.text(if *said { "export-yes" } else { "export-no" }, &[])
                }
                other => other.to_string(),
            };
            Some(format!("{label}: {value}"))
        };
        fields.iter().filter_map(field).collect::<Vec<_>>().join("; ")
    }
}

/// Tables that are printed, with the columns of each; of the others it is said how many rows there are.
const PRINTED: [(&str, &[&str]); 6] = [
    ("fact", &["kind", "content", "valid_from", "valid_until", "known_since", "source"]),
    ("payment_row", &["payment_date", "payment_code", "period_from", "period_until", "amount_ore"]),
    (
        "grant_decision",
        &["decided_on", "compensation", "period_from", "period_until", "amount_ore"],
    ),
    ("cost", &["compensation", "period_from", "period_until", "cost_centre"]),
    ("claim_line", &["period_from", "period_until", "cost_centre", "amount_ore"]),
    ("case_file", &["year", "sequence", "compensation", "state", "officer"]),
];

fn value(cell: &Kept<'_>) -> Value {
    match cell {
        Kept::Null => Value::Null,
        Kept::Integer(number) => json!(number),
        Kept::Text(text) => json!(text),
        Kept::Bytes(bytes) => json!({ "bytes": bytes.len() }),
    }
}

fn digest(data: &[u8]) -> String {
    Sha256::digest(data).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Puts a word in place of whom a fact points at.
fn mask_others(row: &mut Map<String, Value>, somebody: &str) {
    let content = row.get("content").and_then(Value::as_str).unwrap_or_default();
    let Ok(Value::Object(mut fields)) = serde_json::from_str::<Value>(content) else { return };
    let mut hid = false;
    for name in OTHERS {
        if fields.get(name).is_some_and(Value::is_string) {
            fields.insert(name.to_owned(), json!(somebody));
            hid = true;
        }
    }
    if hid {
        row.insert("content".to_owned(), json!(Value::Object(fields).to_string()));
        row.insert("lookup".to_owned(), Value::Null);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_else_is_left_in_a_fact() {
        let content = r#"{"kind":"relation","relationship":"parent","person":"P09"}"#;
        let Value::Object(mut row) = json!({ "content": content, "lookup": "P09" }) else { return };
        mask_others(&mut row, "någon");
        let text = Value::Object(row).to_string();
        assert!(!text.contains("P09") && text.contains("parent") && text.contains("någon"));
    }
}
