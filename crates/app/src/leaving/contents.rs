//! What stands beside the tables: contents and descriptions for people and programs.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use store::leaving::{Holds, Table};

use super::pouring::TableTold;
use crate::wording::{TextValue, Wording};

/// The form of the folder.
pub(super) const FORM: &str = "atersok-utlamning-1";
/// What the folder holds, for programs.
pub(super) const CONTENTS: &str = "innehall.json";
/// The same for people.
pub(super) const DESCRIPTION: &str = "beskrivning.md";
/// How to read it.
pub(super) const README: &str = "LASMIG.txt";
/// SHA-256 of every other file.
pub(super) const SUMS: &str = "SHA256SUMS";

/// What the folder holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Contents {
    pub(super) format: String,
    pub(super) program: String,
    pub(super) municipality: String,
    pub(super) training: bool,
    pub(super) made_on: String,
    pub(super) events: i64,
    pub(super) head: String,
    pub(super) protected: u64,
    pub(super) documents: u64,
    pub(super) tables: Vec<TableContents>,
}

/// What a table holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct TableContents {
    pub(super) name: String,
    pub(super) about: String,
    pub(super) rows: u64,
    pub(super) sums: BTreeMap<String, i64>,
    pub(super) columns: Vec<ColumnContents>,
}

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ColumnContents {
    pub(super) name: String,
    pub(super) holds: String,
    pub(super) about: String,
}

/// A table with what stands in it.
pub(super) fn table_contents(
    wording: &dyn Wording,
    table: &Table,
    told: &TableTold,
) -> TableContents {
    let id = |name: &str| name.replace('_', "-");
    let text = |id: String| wording.known(&id).unwrap_or_default();
    let columns = table.columns.iter().map(|column| {
        let own = format!("schema-{}-{}", id(&table.name), id(&column.name));
        let shared = format!("schema-column-{}", id(&column.name));
        ColumnContents {
            name: column.name.clone(),
            holds: holds(column.holds).to_owned(),
            about: wording.known(&own).unwrap_or_else(|| text(shared)),
        }
    });
    TableContents {
        name: table.name.clone(),
        about: text(format!("schema-table-{}", id(&table.name))),
        rows: told.rows,
        sums: told.sums.clone(),
        columns: columns.collect(),
    }
}

fn holds(holds: Holds) -> &'static str {
    match holds {
        Holds::Text => "text",
        Holds::Integer => "integer",
        Holds::Bytes => "bytes",
    }
}

/// The description for people, in Markdown.
pub(super) fn description(wording: &dyn Wording, contents: &Contents) -> String {
    let w = |id: &str, values: &[(&str, TextValue)]| wording.text(id, values);
    let mut page = format!("# {}\n\n{}\n", w("exit-about-title", &[]), w("exit-about", &[]));
    for table in &contents.tables {
        let rows = TextValue::Count(i64::try_from(table.rows).unwrap_or(i64::MAX));
        page.push_str(&format!("\n## {}\n\n{} ", table.name, table.about));
        page.push_str(&w("exit-about-rows", &[("count", rows)]));
        page.push_str(&format!("\n\n{}\n|---|---|---|\n", w("exit-about-head", &[])));
        for column in &table.columns {
            let kind = w(&format!("exit-holds-{}", column.holds), &[]);
            page.push_str(&format!("| {} | {kind} | {} |\n", column.name, column.about));
        }
    }
    page
}
