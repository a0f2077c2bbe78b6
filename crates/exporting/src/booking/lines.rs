//! CSV and XLSX: one line a posting, for entry by hand and for people.

use domain::Ore;

use super::text::{Encoding, Texts};
use super::{BookingFile, BookingSettings, ExportFault, faults_of};
use crate::Cause;
use crate::table::{Cell, Column, ColumnKind, Row, Table};
use crate::workbook::{Sheet, WorkbookInfo};

/// Columns of both formats. The names are part of the format, as element names are in XML.
const COLUMNS: [(&str, ColumnKind); 10] = [
    ("Verifikation", ColumnKind::Code),
    ("Datum", ColumnKind::Code),
    ("Period", ColumnKind::Code),
    ("Konto", ColumnKind::Code),
    ("Ansvar", ColumnKind::Code),
    ("Verksamhet", ColumnKind::Code),
    ("Motpart", ColumnKind::Code),
    ("Debet", ColumnKind::Number),
    ("Kredit", ColumnKind::Number),
    ("Text", ColumnKind::Text),
];

/// What a cell of a spreadsheet holds at most (Excel's own limit), in characters.
const TEXT: usize = 32_767;

/// Writes an order as CSV: `;`, UTF-8 with byte order mark, CRLF, decimal comma.
///
/// A text that a spreadsheet would run as a formula gets a leading apostrophe (CWE-1236); amounts
/// are never touched.
///
/// # Errors
/// An [`ExportFault`] with all causes; nothing is written then.
pub fn csv(order: &BookingFile, settings: &BookingSettings) -> Result<Vec<u8>, ExportFault> {
    let table = table_of(order, settings)?;
    let mut writer = ::csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(::csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let fault = |reason: String| ExportFault::from(Cause::Writer { format: "csv", reason });
    writer
        .write_record(COLUMNS.map(|(title, _)| title))
        .map_err(|error| fault(error.to_string()))?;
    for row in &table.rows {
        let fields = row.cells.iter().map(|cell| match cell {
            Cell::Amount(amount) => amount.to_string().replace('.', ","),
            Cell::Text(text) => neutralised(text),
            Cell::Date(day) => day.to_string(),
            Cell::Count(count) => count.to_string(),
            Cell::Empty => String::new(),
        });
        writer.write_record(fields).map_err(|error| fault(error.to_string()))?;
    }
    writer.into_inner().map_err(|error| fault(error.to_string()))
}

/// Writes an order as XLSX: the columns of the CSV with typed cells.
///
/// Dates are dates and amounts numbers; codes and texts are strings, so that leading zeros survive
/// and nothing is a formula. The sheet is named after the order.
///
/// # Errors
/// An [`ExportFault`] with all causes; nothing is written then.
pub fn xlsx(order: &BookingFile, settings: &BookingSettings) -> Result<Vec<u8>, ExportFault> {
    let table = table_of(order, settings)?;
    let info = WorkbookInfo {
        title: order.number.clone(),
        author: order.municipality.name.clone(),
        created: order.producer.generated,
    };
    let sheet = Sheet { name: order.number.clone(), title: None, facts: Vec::new(), table };
    crate::workbook::write(&info, &[sheet])
}

fn table_of(order: &BookingFile, settings: &BookingSettings) -> Result<Table, ExportFault> {
    let mut texts = Texts::new(Encoding::Utf8, false, faults_of(order, settings));
    let mut rows = Vec::new();
    for (index, voucher) in order.vouchers.iter().enumerate() {
        let reference = texts.accept("reference", &order.reference(index + 1), TEXT);
        for posting in &voucher.postings {
            let account = &posting.account;
            let mut text = |field, text: &str| Cell::Text(texts.accept(field, text, TEXT));
            let mut code =
                |field, code: Option<&str>| code.map_or(Cell::Empty, |code| text(field, code));
            let cost_centre = account.cost_centre.as_ref().map(|code| code.0.as_str());
            let amount = posting.amount;
            let (debit, credit) = sides(amount);
            rows.push(Row::body(vec![
                Cell::Text(reference.clone()),
                Cell::Date(voucher.date),
                Cell::Text(voucher.period.compact()),
                code("account", Some(&account.account)),
                code("cost-centre", cost_centre),
                code("activity", account.activity.as_deref()),
                code("counterpart", account.counterpart.as_deref()),
                debit,
                credit,
                code("posting-text", Some(&posting.text)),
            ]));
        }
    }
    texts.finish("")?;
    let column = |(title, kind): (&str, _)| Column { title: title.to_owned(), kind };
    let columns = COLUMNS.into_iter().map(column).collect();
    Ok(Table { columns, rows })
}

/// The cells for debit and credit; the other one stays empty.
pub(crate) fn sides(amount: Ore) -> (Cell, Cell) {
    if amount.is_negative() {
        (Cell::Empty, Cell::Amount(-amount))
    } else {
        (Cell::Amount(amount), Cell::Empty)
    }
}

pub(crate) fn neutralised(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if formula { format!("'{text}") } else { text.to_owned() }
}
