//! The printed booking order (bokföringsorder): what is booked, on what basis, and who signs.

use domain::Ore;
use domain::voucher::{Posting, Voucher};

use crate::booking::sides;
use crate::document::{Block, Document, Fact, Head, Orientation, Signature};
use crate::table::{Cell, Column, NumberFormat, Row, Table};
use crate::{Cause, ExportFault, pdf};

/// A booking order to be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderPrint {
    /// Head of the pages; the subject is the order's number.
    pub head: Head,
    /// How numbers are printed.
    pub numbers: NumberFormat,
    /// Date, period, state and the like.
    pub facts: Vec<Fact>,
    /// Heading and text of the basis (underlag).
    pub basis: Section<String>,
    /// Column titles of the vouchers.
    pub columns: PostingColumns,
    /// The vouchers, each under its heading.
    pub vouchers: Vec<Section<Voucher>>,
    /// Label of the sums below each voucher.
    pub total: String,
    /// Totals of the order and, once it has been handed over, the file and its SHA-256.
    pub closing: Section<Vec<Fact>>,
    /// Who drew it up, who attests.
    pub signatures: Vec<Signature>,
}

/// A heading with what stands below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section<T> {
    /// Heading.
    pub heading: String,
    /// What stands below it.
    pub content: T,
}

/// Column titles of the vouchers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostingColumns {
    /// Konto.
    pub account: String,
    /// Ansvar.
    pub cost_centre: String,
    /// Verksamhet.
    pub activity: String,
    /// Motpart.
    pub counterpart: String,
    /// Text of the line.
    pub text: String,
    /// Debet.
    pub debit: String,
    /// Kredit.
    pub credit: String,
}

/// Prints a booking order.
///
/// # Errors
/// Vouchers that do not balance, or what the PDF library refuses.
pub fn order_pdf(order: &OrderPrint) -> Result<Vec<u8>, ExportFault> {
    let mut blocks = vec![
        Block::Facts(order.facts.clone()),
        Block::Heading(order.basis.heading.clone()),
        Block::Paragraph(order.basis.content.clone()),
    ];
    let mut causes = Vec::new();
    for (index, section) in order.vouchers.iter().enumerate() {
        let voucher = &section.content;
        let difference: Ore = voucher.postings.iter().map(|posting| posting.amount).sum();
        if !difference.is_zero() {
            causes.push(Cause::Unbalanced { voucher: index + 1, difference });
        }
        blocks.push(Block::Heading(section.heading.clone()));
        blocks.push(Block::Table(voucher_table(order, voucher)));
    }
    if !causes.is_empty() {
        return Err(ExportFault(causes));
    }
    blocks.push(Block::Heading(order.closing.heading.clone()));
    blocks.push(Block::Facts(order.closing.content.clone()));
    blocks.push(Block::Signatures(order.signatures.clone()));
    pdf::write(&Document {
        head: order.head.clone(),
        orientation: Orientation::Portrait,
        numbers: order.numbers,
        blocks,
    })
}

fn voucher_table(order: &OrderPrint, voucher: &Voucher) -> Table {
    let columns = &order.columns;
    let amounts = || voucher.postings.iter().map(|posting| posting.amount);
    let debit = amounts().filter(|amount| !amount.is_negative()).sum();
    let credit = -amounts().filter(|amount| amount.is_negative()).sum::<Ore>();
    let mut total = vec![Cell::Empty; 4];
    total.extend([Cell::text(&order.total), Cell::Amount(debit), Cell::Amount(credit)]);
    let rows = voucher.postings.iter().map(posting_row);
    Table {
        columns: vec![
            Column::code(&columns.account),
            Column::code(&columns.cost_centre),
            Column::code(&columns.activity),
            Column::code(&columns.counterpart),
            Column::text(&columns.text),
            Column::number(&columns.debit),
            Column::number(&columns.credit),
        ],
        rows: rows.chain([Row::sum(total)]).collect(),
    }
}

fn posting_row(posting: &Posting) -> Row {
    let account = &posting.account;
    let (debit, credit) = sides(posting.amount);
    Row::body(vec![
        Cell::text(&account.account),
        Cell::optional(account.cost_centre.as_ref().map(|code| code.0.as_str())),
        Cell::optional(account.activity.as_deref()),
        Cell::optional(account.counterpart.as_deref()),
        Cell::text(&posting.text),
        debit,
        credit,
    ])
}
