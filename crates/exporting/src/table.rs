//! Typed tables: the same table is printed by [`crate::pdf`] and written by [`crate::workbook`].

use chrono::NaiveDate;
use domain::Ore;

use crate::{Cause, ExportFault};

/// Columns and rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The columns, left to right.
    pub columns: Vec<Column>,
    /// The rows, top to bottom; each with one cell a column.
    pub rows: Vec<Row>,
}

/// A column's heading and what stands in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Heading.
    pub title: String,
    /// What stands in the column; decides alignment and whether it may be broken.
    pub kind: ColumnKind,
}

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// Running text, broken over lines where it must.
    Text,
    /// Codes and dates: to the left, never broken.
    Code,
    /// Amounts and counts: to the right, never broken.
    Number,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its cells.
    pub cells: Vec<Cell>,
    /// Whether it sums what stands above it.
    pub sum: bool,
}

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text or code; leading zeros survive and nothing is a formula.
    Text(String),
    /// An amount in öre.
    Amount(Ore),
    /// A whole number.
    Count(i64),
    /// A day.
    Date(NaiveDate),
}

impl Column {
    /// A column of running text.
    #[must_use]
    pub fn text(title: &str) -> Column {
        Column { title: title.to_owned(), kind: ColumnKind::Text }
    }

    /// A column of codes or dates.
    #[must_use]
    pub fn code(title: &str) -> Column {
        Column { title: title.to_owned(), kind: ColumnKind::Code }
    }

    /// A column of amounts or counts.
    #[must_use]
    pub fn number(title: &str) -> Column {
        Column { title: title.to_owned(), kind: ColumnKind::Number }
    }
}

impl Row {
    /// A row of the body.
    #[must_use]
    pub fn body(cells: Vec<Cell>) -> Row {
        Row { cells, sum: false }
    }

    /// A row that sums those above it.
    #[must_use]
    pub fn sum(cells: Vec<Cell>) -> Row {
        Row { cells, sum: true }
    }
}

impl Cell {
    /// A text cell.
    #[must_use]
    pub fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    /// A text cell, empty where there is none.
    #[must_use]
    pub fn optional(text: Option<&str>) -> Cell {
        text.map_or(Cell::Empty, Cell::text)
    }
}

impl Table {
    /// Refuses rows that do not have one cell a column.
    pub(crate) fn check(&self) -> Result<(), ExportFault> {
        let wrong = (1..)
            .zip(&self.rows)
            .filter(|(_, row)| row.cells.len() != self.columns.len())
            .map(|(row, _)| Cause::RowWidth { row });
        let causes: Vec<Cause> = wrong.collect();
        if causes.is_empty() { Ok(()) } else { Err(ExportFault(causes)) }
    }
}

/// How numbers are printed; XLSX cells hold the number itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberFormat {
    /// Between groups of three digits; U+00A0 in Swedish.
    pub group: char,
    /// Decimal sign; a comma in Swedish.
    pub decimal: char,
    /// Before negative numbers; U+2212 in Swedish.
    pub minus: char,
}

impl NumberFormat {
    /// The amount in kronor with two decimals.
    #[must_use]
    pub fn amount(self, amount: Ore) -> String {
        let size = amount.0.unsigned_abs();
        let mut text = if amount.is_negative() { self.minus.to_string() } else { String::new() };
        text.push_str(&self.grouped(size / 100));
        text.push(self.decimal);
        text.push_str(&format!("{:02}", size % 100));
        text
    }

    /// The whole number.
    #[must_use]
    pub fn count(self, count: i64) -> String {
        let sign = if count < 0 { self.minus.to_string() } else { String::new() };
        sign + &self.grouped(count.unsigned_abs())
    }

    /// What is printed for a cell.
    pub(crate) fn cell(self, cell: &Cell) -> String {
        match cell {
            Cell::Empty => String::new(),
            Cell::Text(text) => text.clone(),
            Cell::Amount(amount) => self.amount(*amount),
            Cell::Count(count) => self.count(*count),
            Cell::Date(day) => day.to_string(),
        }
    }

    fn grouped(self, number: u64) -> String {
        let digits = number.to_string();
        let mut text = String::with_capacity(digits.len() * 2);
        for (index, digit) in digits.char_indices() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                text.push(self.group);
            }
            text.push(digit);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_printed_as_the_format_says() {
        let format = NumberFormat { group: '.', decimal: ',', minus: '−' };
        for (ore, text) in [
            (0, "0,00"),
            (-5, "−0,05"),
            (99_999, "999,99"),
            (100_000, "1.000,00"),
            (-123_456_789, "−1.234.567,89"),
            (i64::MIN, "−92.233.720.368.547.758,08"),
        ] {
            assert_eq!(format.amount(Ore(ore)), text);
        }
        assert_eq!(format.count(1_000_000), "1.000.000");
    }
}
