//! Observationskontot: what lies there, and its print for the reconciliation.

use std::path::Path;

use chrono::NaiveDate;
use domain::Ore;
use domain::suspense::SuspenseKind;
use exporting::document::{Block, Document, Fact, Orientation};
use exporting::table::{Cell, Column, Row, Table};
use serde_json::json;
use store::suspense::{SuspenseItem, SuspenseSum};

use crate::booking::export_refusal;
use crate::print::{Print, day_text, number_format, print_head};
use crate::wording::TextValue;
use crate::{Action, App, Result};

/// What lies on the observation account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suspense {
    /// The day.
    pub as_of: NaiveDate,
    /// What the account holds: the sum of every item.
    pub balance: Ore,
    /// Reason by reason.
    pub sums: Vec<SuspenseSum>,
    /// The items that were asked for, the oldest first.
    pub items: Vec<SuspenseItem>,
}

/// Which items are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SuspenseAsked {
    /// All.
    All,
    /// Those of one kind or all, from the first on (from 0) so many.
    Part(Option<SuspenseKind>, (u32, u32)),
}

impl App {
    /// What lies on the observation account on a day; none: the business date.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn suspense(&self, as_of: Option<NaiveDate>, asked: SuspenseAsked) -> Result<Suspense> {
        let as_of = as_of.unwrap_or(self.today);
        let read = self.read();
        let (kind, offset, count) = match asked {
            SuspenseAsked::All => (None, 0, u32::MAX),
            SuspenseAsked::Part(kind, (offset, count)) => (kind, offset, count),
        };
        let balance = read.suspense_balance(as_of)?;
        let sums = read.suspense_sums(as_of)?;
        let all: Ore = sums.iter().map(|sum| sum.amount).sum();
        assert_eq!(all, balance, "the items of the observation account sum to its balance");
        Ok(Suspense {
            as_of,
            balance,
            sums,
            items: read.suspense_items(as_of, kind, offset, count)?,
        })
    }

    /// Prints what lies on the observation account on a day.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn print_suspense(&mut self, as_of: Option<NaiveDate>, target: &Path) -> Result<u64> {
        self.write_print(target, Action::PrintSuspense, || {
            let suspense = self.suspense(as_of, SuspenseAsked::All)?;
            let w = |id: &str, values: &[(&str, TextValue)]| self.wording.text(id, values);
            let subject = w("suspense-print-subject", &[("day", suspense.as_of.into())]);
            let document = Document {
                head: print_head(self, &w("suspense-print-title", &[]), &subject, false)?,
                orientation: Orientation::Landscape,
                numbers: number_format(),
                blocks: self.suspense_blocks(&suspense)?,
            };
            let data = exporting::pdf::write(&document)
                .map_err(|fault| export_refusal(self.wording.as_ref(), &fault, "pdf"))?;
            let detail = json!({
                "as_of": suspense.as_of, "balance_ore": suspense.balance,
                "items": suspense.items.len(), "bytes": data.len(),
            });
            Ok(Print { data, object: suspense.as_of.to_string(), detail })
        })
    }

    fn suspense_blocks(&self, suspense: &Suspense) -> Result<Vec<Block>> {
        let w = |id: &str| self.wording.text(id, &[]);
        let amount = |ore: Ore| self.wording.text("amount", &[("amount", ore.into())]);
        let mut facts = vec![
            Fact::new(&w("suspense-print-as-of"), &day_text(suspense.as_of)),
            Fact::new(&w("suspense-print-balance"), &amount(suspense.balance)),
        ];
        for sum in &suspense.sums {
            let label = w(&format!("suspense-kind-{}", sum.kind.as_str()));
            facts.push(Fact::new(&label, &amount(sum.amount)));
        }
        let mut rows = Vec::new();
        for item in &suspense.items {
            let days = (suspense.as_of - item.since).num_days();
            let file = item.file.clone().map(|file| self.masked(file)).transpose()?;
            rows.push(Row::body(vec![
                Cell::text(&w(&format!("suspense-kind-{}", item.kind.as_str()))),
                Cell::text(&day_text(item.since)),
                Cell::text(&days.to_string()),
                Cell::optional(file.as_deref()),
                Cell::optional(item.line.map(|line| line.to_string()).as_deref()),
                Cell::text(&self.masked(item.owner.clone())?),
                Cell::Amount(item.amount),
            ]));
        }
        if rows.is_empty() {
            return Ok(vec![Block::Facts(facts), Block::Paragraph(w("suspense-print-nothing"))]);
        }
        let mut sum = vec![Cell::text(&w("suspense-print-sum"))];
        sum.extend(std::iter::repeat_n(Cell::Empty, 5));
        sum.push(Cell::Amount(suspense.balance));
        rows.push(Row::sum(sum));
        let table = Table {
            columns: vec![
                Column::text(&w("suspense-print-kind")),
                Column::code(&w("suspense-print-since")),
                Column::code(&w("suspense-print-days")),
                Column::text(&w("suspense-print-file")),
                Column::code(&w("suspense-print-line")),
                Column::text(&w("suspense-print-owner")),
                Column::number(&w("suspense-print-amount")),
            ],
            rows,
        };
        Ok(vec![Block::Facts(facts), Block::Table(table)])
    }
}
