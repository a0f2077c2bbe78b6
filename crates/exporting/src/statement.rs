//! The distribution statement (fördelningsbesked) of one board, as PDF and as XLSX.

use domain::Ore;

use crate::document::{Block, Document, Fact, Head, Orientation};
use crate::table::{Cell, Column, NumberFormat, Row, Table};
use crate::workbook::{self, Sheet, WorkbookInfo};
use crate::{Cause, ExportFault, pdf};

/// What one board gets from a run, and for which of its persons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Head of the pages; the subject names the board and its cost centre.
    pub head: Head,
    /// How numbers are printed.
    pub numbers: NumberFormat,
    /// Month, run, key decision, number of persons and the like.
    pub facts: Vec<Fact>,
    /// Sums per compensation.
    pub sums: StatementSums,
    /// What the reader should know, below the sums.
    pub notes: Vec<String>,
    /// The board's own persons, on pages of their own.
    pub appendix: Appendix,
}

/// The table of sums.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementSums {
    /// Heading.
    pub heading: String,
    /// Name of the sheet in the workbook.
    pub sheet: String,
    /// Column titles.
    pub columns: SumColumns,
    /// One row a compensation.
    pub rows: Vec<CompensationSum>,
    /// The last row; its amounts must be the sums of `rows`. Its number of persons is not a sum: a
    /// person with two compensations is one person.
    pub total: CompensationSum,
}

/// Column titles of the sums.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SumColumns {
    /// Compensation.
    pub compensation: String,
    /// Number of payment rows.
    pub rows: String,
    /// Number of persons.
    pub persons: String,
    /// Sum of the positive rows.
    pub paid: String,
    /// Sum of the negative rows.
    pub clawbacks: String,
    /// Both together.
    pub net: String,
}

/// What a board gets of one compensation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompensationSum {
    /// The compensation's name, or the total's label.
    pub compensation: String,
    /// Number of payment rows.
    pub rows: u32,
    /// Number of persons.
    pub persons: u32,
    /// Sum of the positive shares, in öre.
    pub paid: Ore,
    /// Sum of the negative shares, in öre.
    pub clawbacks: Ore,
    /// Both together, in öre.
    pub net: Ore,
}

/// The board's own persons: dossier numbers, never names or personal numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appendix {
    /// Heading.
    pub heading: String,
    /// Name of the sheet in the workbook.
    pub sheet: String,
    /// What the reader should know, above the table.
    pub note: Option<String>,
    /// Column titles.
    pub columns: AppendixColumns,
    /// One row a share.
    pub rows: Vec<AppendixRow>,
    /// Label of the sums below.
    pub total: String,
}

/// Column titles of the appendix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppendixColumns {
    /// Dossier number.
    pub dossier_number: String,
    /// Compensation.
    pub compensation: String,
    /// Period.
    pub period: String,
    /// The whole payment row.
    pub amount: String,
    /// The board's share of it.
    pub share: String,
}

/// A board's share of one payment row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppendixRow {
    /// Dossier number as it is printed; none for a row without person.
    pub dossier_number: Option<String>,
    /// The compensation's name.
    pub compensation: String,
    /// The period as it is printed.
    pub period: String,
    /// The whole payment row, in öre.
    pub amount: Ore,
    /// The board's share of it, in öre.
    pub share: Ore,
}

/// Prints a statement.
///
/// # Errors
/// A total that is not the sum of its rows, or what the PDF library refuses.
pub fn statement_pdf(statement: &Statement) -> Result<Vec<u8>, ExportFault> {
    check(&statement.sums)?;
    let mut blocks = vec![
        Block::Facts(statement.facts.clone()),
        Block::Heading(statement.sums.heading.clone()),
        Block::Table(sums_table(&statement.sums)),
    ];
    blocks.extend(statement.notes.iter().cloned().map(Block::Paragraph));
    let appendix = &statement.appendix;
    if !appendix.rows.is_empty() {
        blocks.push(Block::PageBreak);
        blocks.push(Block::Heading(appendix.heading.clone()));
        blocks.extend(appendix.note.clone().map(Block::Paragraph));
        blocks.push(Block::Table(appendix_table(appendix)));
    }
    pdf::write(&Document {
        head: statement.head.clone(),
        orientation: Orientation::Portrait,
        numbers: statement.numbers,
        blocks,
    })
}

/// Writes a statement as a workbook: one sheet with the sums, one with the appendix.
///
/// # Errors
/// A total that is not the sum of its rows, or what [`workbook::write`] refuses.
pub fn statement_xlsx(statement: &Statement) -> Result<Vec<u8>, ExportFault> {
    check(&statement.sums)?;
    let head = &statement.head;
    let mut title = head.whole_title();
    if !head.marks.is_empty() {
        title = format!("{title} ({})", head.marks.join(", "));
    }
    let info = WorkbookInfo {
        title: title.clone(),
        author: head.municipality.clone(),
        created: head.created,
    };
    let sheets = [
        Sheet {
            name: statement.sums.sheet.clone(),
            title: Some(title.clone()),
            facts: statement.facts.clone(),
            table: sums_table(&statement.sums),
        },
        Sheet {
            name: statement.appendix.sheet.clone(),
            title: Some(title),
            facts: Vec::new(),
            table: appendix_table(&statement.appendix),
        },
    ];
    workbook::write(&info, &sheets)
}

fn check(sums: &StatementSums) -> Result<(), ExportFault> {
    type Part = fn(&CompensationSum) -> Ore;
    let parts: [(&'static str, Part); 3] =
        [("paid", |sum| sum.paid), ("clawbacks", |sum| sum.clawbacks), ("net", |sum| sum.net)];
    let mut causes: Vec<Cause> = parts
        .into_iter()
        .map(|(field, part)| (field, part(&sums.total), sums.rows.iter().map(part).sum::<Ore>()))
        .filter(|(_, given, sum)| given != sum)
        .map(|(field, given, sum)| Cause::SumDiffers { field, given, sum })
        .collect();
    for row in sums.rows.iter().chain([&sums.total]) {
        let sum = row.paid + row.clawbacks;
        if row.net != sum {
            causes.push(Cause::SumDiffers { field: "net", given: row.net, sum });
        }
    }
    if causes.is_empty() { Ok(()) } else { Err(ExportFault(causes)) }
}

fn sums_table(sums: &StatementSums) -> Table {
    let cells = |sum: &CompensationSum| {
        vec![
            Cell::text(&sum.compensation),
            Cell::Count(sum.rows.into()),
            Cell::Count(sum.persons.into()),
            Cell::Amount(sum.paid),
            Cell::Amount(sum.clawbacks),
            Cell::Amount(sum.net),
        ]
    };
    let columns = &sums.columns;
    let rows = sums.rows.iter().map(|sum| Row::body(cells(sum)));
    Table {
        columns: vec![
            Column::text(&columns.compensation),
            Column::number(&columns.rows),
            Column::number(&columns.persons),
            Column::number(&columns.paid),
            Column::number(&columns.clawbacks),
            Column::number(&columns.net),
        ],
        rows: rows.chain([Row::sum(cells(&sums.total))]).collect(),
    }
}

fn appendix_table(appendix: &Appendix) -> Table {
    let columns = &appendix.columns;
    let rows = appendix.rows.iter().map(|row| {
        Row::body(vec![
            Cell::optional(row.dossier_number.as_deref()),
            Cell::text(&row.compensation),
            Cell::text(&row.period),
            Cell::Amount(row.amount),
            Cell::Amount(row.share),
        ])
    });
    let total = Row::sum(vec![
        Cell::text(&appendix.total),
        Cell::Empty,
        Cell::Empty,
        Cell::Amount(appendix.rows.iter().map(|row| row.amount).sum()),
        Cell::Amount(appendix.rows.iter().map(|row| row.share).sum()),
    ]);
    Table {
        columns: vec![
            Column::code(&columns.dossier_number),
            Column::text(&columns.compensation),
            Column::code(&columns.period),
            Column::number(&columns.amount),
            Column::number(&columns.share),
        ],
        rows: rows.chain([total]).collect(),
    }
}
