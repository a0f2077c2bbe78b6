//! Rows of an XLSX workbook, their typed cells put in writing.

use std::collections::BTreeMap;
use std::collections::btree_map::IntoIter;
use std::io::{Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::str::FromStr;
use std::sync::Arc;

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx};
use chrono::NaiveDate;
use rust_decimal::{Decimal, RoundingStrategy};
use sha2::{Digest, Sha256};
use zip::ZipArchive;

use super::Record;
use super::unseen::{Parts, Unseen};
use crate::inspect::Inspection;
use crate::limits::{CELLS, Limits};
use crate::refusal::FileRefusal;
use crate::source::Source;
use crate::values::DateForm;

/// How the typed cells of a sheet are put in writing, so that one reading serves text and sheets.
pub(crate) struct CellForms {
    /// For cells that are dates.
    pub(crate) date: DateForm,
    /// For cells that are numbers.
    pub(crate) decimal_sign: char,
}

impl CellForms {
    /// For a look at cells whose meaning does not matter yet.
    pub(crate) fn plain() -> CellForms {
        CellForms { date: DateForm::iso(), decimal_sign: ',' }
    }
}

/// The bytes of a workbook, read by two readers.
type Bytes = Cursor<Arc<[u8]>>;

/// A workbook in memory.
pub(crate) struct Book {
    workbook: Xlsx<Bytes>,
    archive: ZipArchive<Bytes>,
    parts: Parts,
    limits: Limits,
}

impl Book {
    /// Reads the whole file and compares it with what was inspected.
    pub(crate) fn open(
        source: &mut dyn Source,
        inspection: &Inspection,
        limits: &Limits,
    ) -> Result<Book, FileRefusal> {
        source.rewind()?;
        let mut bytes = Vec::new();
        source.take(inspection.bytes + 1).read_to_end(&mut bytes)?;
        if <[u8; 32]>::from(Sha256::digest(&bytes)) != inspection.sha256 {
            return Err(FileRefusal::Changed);
        }
        let bytes: Arc<[u8]> = bytes.into();
        let mut archive =
            ZipArchive::new(Cursor::new(bytes.clone())).map_err(|_| FileRefusal::Damaged)?;
        let parts = Parts::read(&mut archive)?;
        let workbook = caught(|| Xlsx::new(Cursor::new(bytes)).map_err(|_| FileRefusal::Damaged))?;
        Ok(Book { workbook, archive, parts, limits: limits.clone() })
    }

    /// Names of all visible sheets, in order.
    pub(crate) fn sheets(&self) -> Vec<String> {
        self.named(|visible| visible == SheetVisible::Visible)
    }

    /// Names of all hidden sheets, in order.
    pub(crate) fn hidden_sheets(&self) -> Vec<String> {
        self.named(|visible| visible != SheetVisible::Visible)
    }

    fn named(&self, is_meant: impl Fn(SheetVisible) -> bool) -> Vec<String> {
        let sheets = self.workbook.sheets_metadata().iter();
        let meant = sheets.filter(|s| s.typ == SheetType::WorkSheet && is_meant(s.visible));
        meant.map(|sheet| sheet.name.clone()).collect()
    }

    /// The rows of a sheet, at most `first` of them.
    pub(crate) fn rows(
        &mut self,
        sheet: &str,
        forms: &CellForms,
        first: Option<usize>,
    ) -> Result<SheetRows, FileRefusal> {
        let place = self.workbook.sheets_metadata().iter().position(|s| s.name == sheet);
        let place = place.ok_or(FileRefusal::Damaged)?;
        let unseen = self.parts.unseen(&mut self.archive, place, first)?;
        let (workbook, limits) = (&mut self.workbook, &self.limits);
        let rows = caught(|| cells_of(workbook, sheet, forms, first, &unseen, limits))?;
        Ok(SheetRows { rows: rows.into_iter(), unseen, field_bytes: limits.field_bytes })
    }
}

/// The cells of a row, by column.
type RowCells = Vec<(u16, String)>;

/// The cells of a sheet, its first rows or all of them.
///
/// Cells are streamed into a sparse table: calamine's own range is dense, so that one cell in the
/// last corner of the sheet would claim all memory.
fn cells_of(
    workbook: &mut Xlsx<Bytes>,
    sheet: &str,
    forms: &CellForms,
    first: Option<usize>,
    unseen: &Unseen,
    limits: &Limits,
) -> Result<BTreeMap<u32, RowCells>, FileRefusal> {
    let mut cells = workbook.worksheet_cells_reader(sheet).map_err(|_| FileRefusal::Damaged)?;
    let mut rows: BTreeMap<u32, RowCells> = BTreeMap::new();
    let mut left = limits.xlsx_unpacked_bytes;
    while let Some(cell) = cells.next_cell().map_err(|_| FileRefusal::Damaged)? {
        let (row, column) = cell.get_position();
        let written = match unseen.texts.get(&(row, column)) {
            Some(text) => text.clone(),
            None => written(cell.get_value(), forms),
        };
        let Ok(column) = u16::try_from(column) else { continue };
        if written.is_empty() || usize::from(column) >= CELLS {
            continue;
        }
        // One long text may be shared by many cells: what counts is what is held here.
        left = left
            .checked_sub(written.len() as u64)
            .ok_or(FileRefusal::UnpackedTooLarge { limit: limits.xlsx_unpacked_bytes })?;
        rows.entry(row).or_default().push((column, written));
        if first.is_some_and(|first| rows.len() > first) {
            break;
        }
        if rows.len() > limits.xlsx_rows as usize {
            return Err(FileRefusal::TooManySheetRows { limit: limits.xlsx_rows });
        }
    }
    Ok(rows)
}

/// Reads with code that panics on some files: what it cannot cope with is a damaged workbook.
fn caught<T>(read: impl FnOnce() -> Result<T, FileRefusal>) -> Result<T, FileRefusal> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or(Err(FileRefusal::Damaged))
}

/// The rows of a sheet that hold anything, in order.
pub(crate) struct SheetRows {
    rows: IntoIter<u32, RowCells>,
    pub(crate) unseen: Unseen,
    field_bytes: usize,
}

impl SheetRows {
    /// Puts the next row into `record`; false at the end.
    pub(crate) fn next(&mut self, record: &mut Record) -> bool {
        record.clear();
        let Some((row, mut cells)) = self.rows.next() else { return false };
        record.line = row + 1;
        record.hidden = self.unseen.hidden_rows.binary_search(&row).is_ok();
        cells.sort_by_key(|(column, _)| *column);
        for (column, text) in cells {
            while record.cells.len() < usize::from(column) {
                record.cells.push_clean("");
            }
            if record.cells.len() == usize::from(column) {
                record.cells.push(&text);
            }
        }
        record.cut_long_cells(self.field_bytes);
        true
    }
}

fn written(value: &DataRef<'_>, forms: &CellForms) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number_text(*number, forms.decimal_sign),
        DataRef::Bool(truth) => truth.to_string(),
        DataRef::DateTime(moment) => moment_text(moment, forms),
        DataRef::DateTimeIso(text) => match NaiveDate::from_str(text.trim_end_matches("T00:00:00"))
        {
            Ok(day) => forms.date.write(day),
            Err(_) => text.clone(),
        },
        DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
    }
}

/// A cell that is formatted as a date; with a time of day it is no date that a list can hold, and
/// is written so that it will not be taken for one.
fn moment_text(moment: &ExcelDateTime, forms: &CellForms) -> String {
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let date = NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day));
    match date {
        Some(date) if moment.is_datetime() && (hour, minute, second) == (0, 0, 0) => {
            forms.date.write(date)
        }
        Some(date) if moment.is_datetime() => {
            format!("{date} {hour:02}:{minute:02}:{second:02}")
        }
        _ => number_text(moment.as_f64(), forms.decimal_sign),
    }
}

/// Every number of a sheet is a binary float. One that lies within a millionth of whole öre is
/// written as these; any other with all its digits, so that reading it as an amount refuses it.
fn number_text(number: f64, decimal_sign: char) -> String {
    // Display never uses an exponent and gives the shortest digits that read back the same.
    let digits = number.to_string();
    let Ok(exact) = Decimal::from_str(&digits) else { return digits };
    let ore = exact.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
    let shown = if (exact - ore).abs() <= Decimal::new(1, 6) { ore } else { exact };
    shown.normalize().to_string().replace('.', decimal_sign.encode_utf8(&mut [0; 4]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_become_ore_only_within_a_millionth() {
        for (number, text) in [
            (16_800.0, "16800"),
            (97_429.65, "97429,65"),
            (0.1 + 0.2, "0,3"),
            (-1_200.0, "-1200"),
            (-0.0, "0"),
            (1.005, "1,005"),
            (0.010_002, "0,010002"),
            (201_701_012_393.0, "201701012393"),
            (136.0, "136"),
            (1e15, "1000000000000000"),
        ] {
            assert_eq!(number_text(number, ','), text);
        }
    }
}
