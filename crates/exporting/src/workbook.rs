//! Tables as an XLSX workbook with typed cells.

use chrono::{Datelike, NaiveDate};
use domain::Ore;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::document::Fact;
use crate::table::{Cell, Column, ColumnKind, Table};
use crate::{Cause, ExportFault};

/// From this size on a double no longer holds every öre (15 significant digits, as in Excel).
const TOO_LARGE: u64 = 1_000_000_000_000_000;

/// One sheet: title and facts, if any, above a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its name, at most 31 characters, without `[ ] : * ? / \`.
    pub name: String,
    /// Title in the first row, or nothing.
    pub title: Option<String>,
    /// Label and value, one row each, below the title.
    pub facts: Vec<Fact>,
    /// The table; its heading row stays in sight.
    pub table: Table,
}

/// What a workbook says about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkbookInfo {
    /// Title.
    pub title: String,
    /// Author: the municipality.
    pub author: String,
    /// Creation date, given so that the same workbook has the same bytes.
    pub created: NaiveDate,
}

/// Writes sheets as an XLSX file.
///
/// Amounts are numbers in kronor with two decimals, days are dates; texts and codes are strings,
/// so that leading zeros survive and nothing is a formula.
///
/// # Errors
/// Rows of the wrong width, amounts of more than 15 digits, what the writer refuses (sheet names,
/// texts over 32 767 characters).
pub fn write(info: &WorkbookInfo, sheets: &[Sheet]) -> Result<Vec<u8>, ExportFault> {
    for sheet in sheets {
        sheet.table.check()?;
        check_amounts(&sheet.table)?;
    }
    written(info, sheets)
        .map_err(|error| Cause::Writer { format: "xlsx", reason: error.to_string() }.into())
}

fn check_amounts(table: &Table) -> Result<(), ExportFault> {
    let cells = table.rows.iter().flat_map(|row| &row.cells);
    let causes: Vec<Cause> = cells
        .filter_map(|cell| match cell {
            Cell::Amount(amount) if amount.0.unsigned_abs() >= TOO_LARGE => {
                Some(Cause::AmountTooLarge { amount: *amount })
            }
            _ => None,
        })
        .collect();
    if causes.is_empty() { Ok(()) } else { Err(ExportFault(causes)) }
}

fn written(info: &WorkbookInfo, sheets: &[Sheet]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let created = excel_date(info.created)?;
    workbook.set_properties(
        &DocProperties::new()
            .set_title(&info.title)
            .set_author(&info.author)
            .set_creation_datetime(&created),
    );
    for sheet in sheets {
        write_sheet(workbook.add_worksheet(), sheet)?;
    }
    workbook.save_to_buffer()
}

fn write_sheet(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    page.set_name(&sheet.name)?;
    page.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    let mut row = 0;
    if let Some(title) = &sheet.title {
        page.write_string_with_format(row, 0, title, &bold.clone().set_font_size(14))?;
        row += 1;
    }
    for fact in &sheet.facts {
        page.write_string(row, 0, &fact.label)?;
        page.write_string(row, 1, &fact.value)?;
        row += 1;
    }
    if row > 0 {
        row += 1;
    }
    write_head(page, row, &sheet.table)?;
    for (line, body) in (row + 1..).zip(&sheet.table.rows) {
        for (column, cell) in (0..).zip(&body.cells) {
            write_cell(page, line, column, cell, body.sum)?;
        }
    }
    Ok(())
}

fn write_head(page: &mut Worksheet, row: u32, table: &Table) -> Result<(), XlsxError> {
    let head = Format::new().set_bold().set_border_bottom(FormatBorder::Thin);
    for (index, column) in (0..).zip(&table.columns) {
        let head = match column.kind {
            ColumnKind::Number => head.clone().set_align(FormatAlign::Right),
            ColumnKind::Text | ColumnKind::Code => head.clone(),
        };
        page.write_string_with_format(row, index, &column.title, &head)?;
        page.set_column_width(index, width(column, usize::from(index), table))?;
    }
    page.set_repeat_rows(row, row)?;
    page.set_freeze_panes(row + 1, 0)?;
    Ok(())
}

/// Width in characters: the longest cell, within what reads well.
fn width(column: &Column, index: usize, table: &Table) -> u32 {
    let cells = table.rows.iter().filter_map(|row| row.cells.get(index));
    let longest = cells
        .map(|cell| match cell {
            Cell::Empty => 0,
            Cell::Text(text) => text.chars().count(),
            // Room for the grouping that the cell's number format adds.
            Cell::Amount(amount) => amount.to_string().chars().count() * 4 / 3,
            Cell::Count(count) => count.to_string().chars().count(),
            Cell::Date(_) => 10,
        })
        .chain([column.title.chars().count()])
        .max();
    u32::try_from(longest.unwrap_or(0) + 2).unwrap_or(60).clamp(8, 60)
}

fn write_cell(
    page: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    sum: bool,
) -> Result<(), XlsxError> {
    let plain = if sum {
        Format::new().set_bold().set_border_top(FormatBorder::Thin)
    } else {
        Format::new()
    };
    match cell {
        Cell::Empty if sum => page.write_blank(row, column, &plain)?,
        Cell::Empty => page,
        // Format `@`: a code stays text when somebody edits the cell.
        Cell::Text(text) => {
            page.write_string_with_format(row, column, text, &plain.set_num_format("@"))?
        }
        Cell::Amount(amount) => {
            let format = plain.set_num_format("#,##0.00");
            page.write_number_with_format(row, column, kronor(*amount), &format)?
        }
        Cell::Count(count) => {
            let count = count.to_f64().unwrap_or(f64::NAN);
            page.write_number_with_format(row, column, count, &plain.set_num_format("0"))?
        }
        Cell::Date(day) => {
            let format = plain.set_num_format("yyyy-mm-dd");
            page.write_datetime_with_format(row, column, excel_date(*day)?, &format)?
        }
    };
    Ok(())
}

/// The nearest double, which is what the format holds; exact to the öre below [`TOO_LARGE`].
fn kronor(amount: Ore) -> f64 {
    amount.kronor().to_f64().unwrap_or(f64::NAN)
}

fn excel_date(day: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let year =
        u16::try_from(day.year()).map_err(|_| XlsxError::DateTimeRangeError(day.to_string()))?;
    let part = |number: u32| u8::try_from(number).unwrap_or(0);
    ExcelDateTime::from_ymd(year, part(day.month()), part(day.day()))
}
