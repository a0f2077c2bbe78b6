//! The printed protocol of a review: what a colleague can check.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use exporting::document::{Block, Document, Fact, Orientation};
use exporting::table::{Cell, Column, Row, Table};
use serde_json::json;
use store::lists::ListRecord;

use super::commit::payments_sum;
use super::format::read_with;
use crate::booking::export_refusal;
use crate::print::{Print, day_text, number_format, print_head};
use crate::wording::TextValue;
use crate::{Action, App, Result};

impl App {
    /// Writes the protocol of a list's review as PDF: file, digest, totals, every finding and every
    /// decision with its time and person. It names lines, never persons of the list.
    ///
    /// # Errors
    /// When there is no such list, or the file cannot be written.
    pub fn write_protocol(&mut self, id: &str, target: &Path) -> Result<u64> {
        self.write_print(target, Action::WriteProtocol, || {
            let list = self.list(id)?;
            let title = self.wording.text("protocol-title", &[]);
            let document = Document {
                head: print_head(self, &title, &self.masked(list.file_name.clone())?, false)?,
                orientation: Orientation::Portrait,
                numbers: number_format(),
                blocks: self.protocol_blocks(&list)?,
            };
            let data = exporting::pdf::write(&document)
                .map_err(|fault| export_refusal(self.wording.as_ref(), &fault, "pdf"))?;
            let detail = json!({ "sha256": list.sha256, "bytes": data.len() });
            Ok(Print { data, object: list.id, detail })
        })
    }

    fn protocol_blocks(&self, list: &ListRecord) -> Result<Vec<Block>> {
        let w = |id: &str| self.wording.text(id, &[]);
        let amount = |ore: domain::Ore| self.wording.text("amount", &[("amount", ore.into())]);
        let read = self.read();
        let sums = read.state_sums(list.list_no)?;
        let all: domain::Ore = sums.values().map(|sum| sum.net()).sum();
        let taken = payments_sum(&read, list)?;
        let parked = sums.get(&store::lists::RowState::Parked).copied().unwrap_or_default();
        let sum_text = |sum: store::lists::StateSum| {
            let rows = TextValue::Count(i64::try_from(sum.rows).unwrap_or(i64::MAX));
            self.wording.text("protocol-sum", &[("amount", sum.net().into()), ("rows", rows)])
        };
        let mut facts = vec![
            Fact::new(&w("protocol-file"), &self.masked(list.file_name.clone())?),
            Fact::new(&w("protocol-sha256"), &list.sha256),
            Fact::new(&w("protocol-profile"), &list.profile_name),
            Fact::new(&w("protocol-read"), &day_text(list.read_on)),
            Fact::new(&w("protocol-rows"), &list.rows.to_string()),
            Fact::new(&w("protocol-file-sum"), &amount(all)),
            Fact::new(&w("protocol-taken"), &sum_text(taken)),
            Fact::new(&w("protocol-parked"), &sum_text(parked)),
        ];
        if let Some(bank) = list.bank {
            facts.push(Fact::new(&w("protocol-bank-sum"), &amount(bank)));
            facts.push(Fact::new(&w("protocol-difference"), &amount(taken.net() - bank)));
        }
        if let Some(reason) = &list.bank_reason {
            facts.push(Fact::new(&w("protocol-reason"), &self.masked(reason.clone())?));
        }
        let mut blocks = vec![Block::Facts(facts), Block::Heading(w("protocol-decisions"))];
        let rows = self.protocol_rows(list)?;
        if rows.is_empty() {
            blocks.push(Block::Paragraph(w("protocol-none")));
        } else {
            blocks.push(Block::Table(Table {
                columns: vec![
                    Column::code(&w("protocol-line")),
                    Column::text(&w("protocol-finding")),
                    Column::text(&w("protocol-decision")),
                    Column::text(&w("protocol-by")),
                    Column::code(&w("protocol-at")),
                ],
                rows,
            }));
        }
        Ok(blocks)
    }

    /// One row per finding that has no decision, and one per decision.
    fn protocol_rows(&self, list: &ListRecord) -> Result<Vec<Row>> {
        let read = self.read();
        let mut findings = read.findings(list.list_no, None)?;
        findings.extend(read_with(list)?.0.findings());
        let decisions = read.decisions(list.list_no, None)?;
        let decided: BTreeSet<u32> = decisions.iter().map(|decision| decision.line).collect();
        let mut texts: BTreeMap<u32, String> = BTreeMap::new();
        for finding in findings.iter().filter(|finding| decided.contains(&finding.line)) {
            let text = texts.entry(finding.line).or_default();
            text.push_str(if text.is_empty() { "" } else { "; " });
            text.push_str(&self.wording.finding(finding));
        }
        let mut rows: Vec<(u32, Row)> = Vec::new();
        for finding in &findings {
            if !decided.contains(&finding.line) {
                let cells = vec![
                    Cell::text(&finding.line.to_string()),
                    Cell::text(&self.masked(self.wording.finding(finding))?),
                    Cell::Empty,
                    Cell::Empty,
                    Cell::Empty,
                ];
                rows.push((finding.line, Row::body(cells)));
            }
        }
        for decision in &decisions {
            let text = texts.get(&decision.line).cloned().unwrap_or_default();
            let kind =
                self.wording.text(&format!("protocol-decision-{}", decision.kind.as_str()), &[]);
            let cells = vec![
                Cell::text(&decision.line.to_string()),
                Cell::text(&self.masked(text)?),
                Cell::text(&kind),
                Cell::text(&decision.actor),
                Cell::text(&decision.at.chars().take(19).collect::<String>().replace('T', " ")),
            ];
            rows.push((decision.line, Row::body(cells)));
        }
        rows.sort_by_key(|(line, _)| *line);
        Ok(rows.into_iter().map(|(_, row)| row).collect())
    }
}
