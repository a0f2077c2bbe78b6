//! The summary of a claim on paper: what is asked for, how it was counted, and what proves it.

use domain::Ore;
use domain::claim::ClaimState;
use exporting::document::{Block, Document, Fact, Orientation, Signature};
use exporting::table::{Cell, Column, Row, Table};
use store::claims::{ClaimEvent, ClaimRecord};

use super::ClaimLineShown;
use super::package::Numbered;
use crate::print::{number_format, print_head};
use crate::wording::TextValue;
use crate::{App, Result};

impl App {
    /// The summary; `attached` says whether the evidence lies in the same file.
    pub(super) fn claim_document(
        &self,
        claim: &ClaimRecord,
        lines: &[ClaimLineShown],
        evidence: &[Numbered],
        attached: bool,
    ) -> Result<Document> {
        let w = |id: &str| self.wording.text(id, &[]);
        let mut head = print_head(self, &w("claim-print-title"), &claim.number.to_string(), false)?;
        // A package is the same file each time it is written: it does not say where the chain was.
        head.footer = self.wording.text("claim-print-footer", &[("day", self.today().into())]);
        if !matches!(claim.state, ClaimState::Approved | ClaimState::Submitted) {
            head.marks.push(w("claim-print-draft"));
        }
        let mut blocks = vec![
            Block::Facts(self.claim_facts(claim, lines)?),
            Block::Heading(w("claim-print-lines")),
            Block::Table(self.summed_lines(lines)),
            Block::Heading(w("claim-print-evidence")),
            self.evidence_block(lines, evidence),
        ];
        if !evidence.is_empty() {
            let where_it_lies =
                if attached { "claim-print-attached" } else { "claim-print-beside" };
            blocks.push(Block::Paragraph(w(where_it_lies)));
        }
        blocks.push(Block::Signatures(self.signatures(claim)?));
        if lines.iter().any(|line| !line.line.rendered.is_empty()) {
            blocks.push(Block::PageBreak);
            blocks.extend(self.counted(lines));
        }
        Ok(Document { head, orientation: Orientation::Portrait, numbers: number_format(), blocks })
    }

    fn claim_facts(&self, claim: &ClaimRecord, lines: &[ClaimLineShown]) -> Result<Vec<Fact>> {
        let w = |id: &str, values: &[(&str, TextValue)]| self.wording.text(id, values);
        let law = self.law_in_force()?;
        let found = law.catalogue.get(&claim.compensation);
        let name = found.map_or_else(String::new, |found| found.name.clone());
        let ground = found.map_or_else(String::new, |found| {
            let values = [
                ("ordinance", (*found.ordinance).into()),
                ("section", found.section.as_str().into()),
            ];
            w("law-section", &values)
        });
        let boards = self.read().boards()?;
        let unit = match &claim.cost_centre {
            None => w("claim-print-several-units", &[]),
            Some(centre) => {
                let known = boards.iter().find(|(known, _)| known == centre);
                known.map_or(centre.0.clone(), |(_, name)| format!("{} {name}", centre.0))
            }
        };
        let sum: Ore = lines.iter().map(|line| line.line.amount).sum();
        let period = format!("{}\u{2013}{}", claim.period.from, claim.period.until);
        let facts = [
            ("claim-print-claim", claim.number.to_string()),
            ("claim-print-compensation", format!("{name} ({})", claim.compensation.0)),
            ("claim-print-ground", ground),
            ("claim-print-period", period),
            ("claim-print-unit", unit),
            ("claim-print-diary", claim.diary_number.clone()),
            ("claim-print-agency", claim.agency_number.clone()),
            ("claim-print-count", lines.len().to_string()),
            ("claim-print-sum", w("amount", &[("amount", sum.into())])),
        ];
        let filled = facts.into_iter().filter(|(_, value)| !value.is_empty());
        Ok(filled.map(|(label, value)| Fact::new(&w(label, &[]), &value)).collect())
    }

    fn summed_lines(&self, lines: &[ClaimLineShown]) -> Table {
        let mut table = self.service_table(lines);
        let sum = lines.iter().map(|line| line.line.amount).sum();
        let mut total = vec![Cell::Empty; 3];
        total.push(Cell::text(&self.wording.text("claim-print-sum", &[])));
        total.extend([Cell::Amount(sum), Cell::Empty, Cell::Empty]);
        table.rows.push(Row::sum(total));
        table
    }

    fn evidence_block(&self, lines: &[ClaimLineShown], evidence: &[Numbered]) -> Block {
        let w = |id: &str| self.wording.text(id, &[]);
        if evidence.is_empty() {
            return Block::Paragraph(w("claim-print-no-evidence"));
        }
        let place = |one: &Numbered| {
            let of_line = |line: &ClaimLineShown| Some(line.line.line_no) == one.document.line_no;
            lines.iter().position(of_line).and_then(|place| i64::try_from(place + 1).ok())
        };
        let rows = evidence.iter().map(|one| {
            Row::body(vec![
                Cell::text(&one.file.name),
                Cell::text(&self.evidence_words(&one.document.evidence)),
                place(one).map_or(Cell::Empty, Cell::Count),
                i64::try_from(one.document.bytes).map_or(Cell::Empty, Cell::Count),
            ])
        });
        Block::Table(Table {
            columns: vec![
                Column::text(&w("claim-print-file")),
                Column::text(&w("claim-print-proves")),
                Column::number(&w("claim-print-line")),
                Column::number(&w("claim-print-bytes")),
            ],
            rows: rows.collect(),
        })
    }

    /// How each amount was counted, as it was worded when the line was made.
    fn counted(&self, lines: &[ClaimLineShown]) -> Vec<Block> {
        let mut blocks = Vec::new();
        for (number, line) in (1_i64..).zip(lines) {
            if line.line.rendered.is_empty() {
                continue;
            }
            let values = [
                ("line", TextValue::Count(number)),
                ("number", line.number().unwrap_or_default().as_str().into()),
                ("amount", line.line.amount.into()),
            ];
            blocks.push(Block::Heading(self.wording.text("claim-print-counted", &values)));
            let steps = line.line.rendered.lines().map(str::to_owned);
            blocks.extend(steps.map(Block::Paragraph));
            if !line.line.difference.is_empty() {
                let words = [("words", line.line.difference.as_str().into())];
                let difference = self.wording.text("claim-print-difference", &words);
                blocks.push(Block::Paragraph(difference));
            }
        }
        blocks
    }

    fn signatures(&self, claim: &ClaimRecord) -> Result<Vec<Signature>> {
        let events = self.read().claim_events(claim.claim_no)?;
        let last = |step: &str| events.iter().rev().find(|event| event.content["step"] == step);
        let approved = last("approved")
            .filter(|_| matches!(claim.state, ClaimState::Approved | ClaimState::Submitted));
        let line = |role: &str, event: Option<&ClaimEvent>| Signature {
            role: self.wording.text(role, &[]),
            name_label: self.wording.text("claim-print-name", &[]),
            date_label: self.wording.text("claim-print-date", &[]),
            name: event.map(|event| event.actor.clone()),
            date: event.and_then(|event| event.at.get(..10)).map(str::to_owned),
            mark: event
                .filter(|event| event.content["alone"] == true)
                .map(|_| self.wording.text("print-no-second-person", &[])),
        };
        Ok(vec![line("claim-print-prepared", last("sent")), line("claim-print-approved", approved)])
    }
}
