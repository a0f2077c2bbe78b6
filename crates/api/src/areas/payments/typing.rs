//! Rows that are being typed.

use app::App;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Nothing;
use crate::ErrorReply;

/// What somebody has typed and not read in.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
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

/// What was kept.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TypedRowsKept {
    /// How many rows.
    pub kept: u64,
}

/// What the acting person has typed and not read in.
///
/// # Errors
/// When the database cannot be read.
pub fn typed(app: &mut App, _: Nothing) -> Result<TypedRows, ErrorReply> {
    let app::model::TypedRows { name, payment_date, fields, rows } = app.typed_rows()?;
    Ok(TypedRows { name, payment_date, fields, rows })
}

/// Keeps what the acting person has typed, in place of what was kept before.
///
/// # Errors
/// When it is too much.
pub fn keep_typed(app: &mut App, request: TypedRows) -> Result<TypedRowsKept, ErrorReply> {
    let kept = request.rows.len() as u64;
    let TypedRows { name, payment_date, fields, rows } = request;
    app.keep_typed_rows(&app::model::TypedRows { name, payment_date, fields, rows })?;
    Ok(TypedRowsKept { kept })
}
