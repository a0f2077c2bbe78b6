//! Any list as it is shown: written to a file, copied, printed; and how somebody has laid it out.
//!
//! The list is asked for by its own operation, with its own right and hiding: who may not see it may not
//! write it, and who is hidden in it is hidden in the file.

use std::collections::{BTreeMap, HashSet};
use std::path::PathBuf;

use app::listing::{ColumnKind, Row, ShownList, Table};
use app::model::{ColumnLayout, ListLayout};
use app::payments::Unwatched;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use ts_rs::TS;

pub use super::{Nothing, WrittenFile};
use crate::listing::{
    Column, Holds, List, Listing, SHOWN, as_html, as_text, in_words, key_of, rows_of,
};
use crate::{ErrorReply, Host, texts};

/// A list as it is shown.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ShownListRequest {
    /// The operation that answers with it.
    pub list: String,
    /// The operation's request; its field `shown` says how the list is sorted and what is looked for in
    /// it. Of the pages all are taken.
    #[ts(type = "Record<string, unknown>")]
    pub request: Value,
    /// The columns that are shown, in their order; none: all.
    #[serde(default)]
    pub columns: Vec<String>,
    /// Only the rows with these keys; none: all.
    #[serde(default)]
    pub rows: Option<Vec<String>>,
}

/// Writes a list to a file.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct WriteListRequest {
    /// The list.
    pub shown: ShownListRequest,
    /// By what the list is narrowed beside the search, in words.
    #[serde(default)]
    pub narrowed: String,
    /// Path of the XLSX file.
    pub path: String,
}

/// A list as a spreadsheet takes it from the clipboard.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CopiedList {
    /// Lines of cells with tabs between them, the headings first.
    pub text: String,
    /// The same as a table in HTML.
    pub html: String,
    /// How many rows.
    pub rows: u64,
}

/// A list in words, to be printed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PrintedList {
    /// What it is called.
    pub title: String,
    /// The columns' headings.
    pub heads: Vec<String>,
    /// Which columns hold numbers.
    pub numbers: Vec<bool>,
    /// The cells of each row.
    pub rows: Vec<Vec<String>>,
}

/// How somebody wants to see a list.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ListLayoutView {
    /// The columns in their order; those that are not named stand last, as the list has them.
    pub columns: Vec<ColumnLayoutView>,
}

/// One column of it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ColumnLayoutView {
    /// Which.
    pub id: String,
    /// Its width in pixels at 100 %; none: as the list has it.
    pub width: Option<u16>,
    /// Whether it is not shown.
    pub hidden: bool,
}

/// Keeps how somebody wants to see a list.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct KeepLayoutRequest {
    /// The operation that answers with it.
    pub list: String,
    /// How.
    pub layout: ListLayoutView,
}

/// The lists that somebody has laid out, by the operation that answers with each.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ListLayouts {
    /// The lists.
    pub layouts: BTreeMap<String, ListLayoutView>,
}

fn list_named(name: &str) -> Result<&'static List, ErrorReply> {
    let list = crate::operation(name).and_then(|operation| operation.list);
    list.ok_or_else(|| ErrorReply::bad_request("list", name))
}

/// The rows and columns that are shown of a list.
fn table_of(host: &mut Host, shown: &ShownListRequest) -> Result<Table, ErrorReply> {
    let list = list_named(&shown.list)?;
    let columns: Vec<&Column> = match shown.columns.is_empty() {
        true => list.columns.iter().collect(),
        false => shown.columns.iter().map(|id| list.column(id)).collect::<Result<_, _>>()?,
    };
    let listing = Listing { page: 0, at: None, all: true, ..Listing::of(&shown.request)? };
    let mut request = match &shown.request {
        Value::Object(fields) => Value::Object(fields.clone()),
        _ => json!({}),
    };
    request[SHOWN] = serde_json::to_value(listing).unwrap_or_default();
    let mut answer = host.call(&shown.list, request, &Unwatched)?;
    let rows = rows_of(list, &mut answer).map(std::mem::take).unwrap_or_default();
    let only: Option<HashSet<&String>> = shown.rows.as_ref().map(|keys| keys.iter().collect());
    let wanted = |row: &&Value| only.as_ref().is_none_or(|keys| keys.contains(&key_of(list, row)));
    let cells = |row: &Value| Row::body(columns.iter().map(|column| column.cell(row)).collect());
    Ok(Table {
        rows: rows.iter().filter(wanted).map(cells).collect(),
        columns: columns.into_iter().map(heading).collect(),
    })
}

fn heading(column: &Column) -> app::listing::Column {
    let kind = match column.holds {
        Holds::Amount(_) | Holds::Kronor(_) | Holds::Count(_) => ColumnKind::Number,
        Holds::Day(_) | Holds::Dossier(_) | Holds::Personal(_) => ColumnKind::Code,
        _ => ColumnKind::Text,
    };
    app::listing::Column { title: texts::text(column.title, &[]), kind }
}

/// Writes a list as it is shown, all its rows, to an XLSX file.
///
/// # Errors
/// Those of the list's own operation, or when the file cannot be written.
pub fn write(host: &mut Host, request: WriteListRequest) -> Result<WrittenFile, ErrorReply> {
    let table = table_of(host, &request.shown)?;
    let list = list_named(&request.shown.list)?;
    let listing = Listing::of(&request.shown.request)?;
    let mut facts = Vec::new();
    let mut fact = |id: &str, value: String| facts.push((texts::text(id, &[]), value));
    if !request.narrowed.trim().is_empty() {
        fact("list-file-narrowed", request.narrowed.trim().to_owned());
    }
    if !listing.find.trim().is_empty() {
        fact("list-file-find", listing.find.trim().to_owned());
    }
    if let Some(sort) = &listing.sort {
        let words = texts::text(list.column(&sort.column)?.title, &[]);
        let falling = if sort.descending { "list-file-falling" } else { "list-file-rising" };
        fact(falling, words);
    }
    let title = texts::text(list.title, &[]);
    let written = ShownList { name: request.shown.list, title, facts, table };
    let bytes = host.app()?.write_list(written, &PathBuf::from(&request.path))?;
    Ok(WrittenFile { path: request.path, bytes })
}

/// A list as it is shown, for the clipboard.
///
/// # Errors
/// Those of the list's own operation.
pub fn copy(host: &mut Host, request: ShownListRequest) -> Result<CopiedList, ErrorReply> {
    let table = table_of(host, &request)?;
    let rows = table.rows.len() as u64;
    Ok(CopiedList { text: as_text(&table), html: as_html(&table), rows })
}

/// A list as it is shown, all its rows in words.
///
/// # Errors
/// Those of the list's own operation.
pub fn print(host: &mut Host, request: ShownListRequest) -> Result<PrintedList, ErrorReply> {
    let table = table_of(host, &request)?;
    let cells = |row: &Row| row.cells.iter().map(in_words).collect();
    Ok(PrintedList {
        title: texts::text(list_named(&request.list)?.title, &[]),
        numbers: table.columns.iter().map(|column| column.kind == ColumnKind::Number).collect(),
        rows: table.rows.iter().map(cells).collect(),
        heads: table.columns.into_iter().map(|column| column.title).collect(),
    })
}

/// The lists that the acting person has laid out.
///
/// # Errors
/// When the database cannot be read.
pub fn layouts(app: &mut app::App, _: Nothing) -> Result<ListLayouts, ErrorReply> {
    let layouts = app.list_layouts()?.into_iter();
    Ok(ListLayouts { layouts: layouts.map(|(list, layout)| (list, view_of(layout))).collect() })
}

fn view_of(layout: ListLayout) -> ListLayoutView {
    let column = |ColumnLayout { id, width, hidden }| ColumnLayoutView { id, width, hidden };
    ListLayoutView { columns: layout.columns.into_iter().map(column).collect() }
}

/// Keeps how the acting person wants to see a list.
///
/// # Errors
/// When there is no such list or column, or the database cannot be written.
pub fn keep_layout(
    app: &mut app::App,
    request: KeepLayoutRequest,
) -> Result<ListLayouts, ErrorReply> {
    list_named(&request.list)?;
    let ListLayoutView { columns } = request.layout;
    // A list has some dozen columns; their names are short.
    let too_much = columns.len() > 100 || columns.iter().any(|column| column.id.len() > 100);
    if too_much {
        return Err(ErrorReply::bad_request("layout", "columns"));
    }
    let column = |ColumnLayoutView { id, width, hidden }| ColumnLayout { id, width, hidden };
    let layout = ListLayout { columns: columns.into_iter().map(column).collect() };
    app.keep_list_layout(&request.list, &layout)?;
    layouts(app, Nothing {})
}
