//! A file as it was read: kept with its rows, so that a row can be understood again.

use std::collections::{BTreeMap, BTreeSet};

use domain::finding::DecisionKind;
use domain::person::PersonId;
use domain::{Finding, FindingCode};
use importing::{Cells, GivenDays, Layout, Profile, RowInterpreter, RowKind, RowOverrides};
use serde::{Deserialize, Serialize};
use store::drafts::{DraftDecision, DraftRecord};
use store::lists::RowState;
use store::{Read, StoreError};

use super::{Content, ListAbout, content};
use crate::Result;
use crate::payments::has_errors;

/// Words by which persons are known who may be the same; kept with a draft.
pub(crate) type Words = BTreeSet<String>;

/// What the bytes said, and where the columns stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct DraftFormat {
    /// `text` or `xlsx`.
    pub container: String,
    /// Encoding of a text.
    pub encoding: Option<String>,
    /// Size of the file in bytes.
    pub bytes: u64,
    /// Where the columns stand.
    pub layout: Layout,
    /// By which words those are known whom a row protects: their other rows are hidden too.
    #[serde(default)]
    pub protected: Words,
    /// What it is about, as whoever read it has said.
    #[serde(default, skip_serializing_if = "ListAbout::is_nothing")]
    pub about: ListAbout,
    /// Rows that the program has made, each with whom it is about.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub made: BTreeMap<u32, PersonId>,
    /// What was found about the file as a whole; none of it lies in a row.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Finding>,
}

/// A draft with the profile and the layout that it was read with.
pub(crate) struct Draft {
    pub(crate) record: DraftRecord,
    pub(crate) format: DraftFormat,
    pub(crate) profile: Profile,
}

impl Draft {
    pub(crate) fn of(record: DraftRecord) -> Result<Draft> {
        let format = serde_json::from_str(&record.format)
            .map_err(|_| StoreError::Damaged("draft.format"))?;
        let profile = Profile::from_toml(&record.profile)
            .map_err(|_| StoreError::Damaged("draft.profile"))?;
        Ok(Draft { record, format, profile })
    }

    /// What only its kind knows.
    pub(crate) fn content(&self) -> &'static dyn Content {
        content(self.record.kind)
    }

    /// What understands its rows.
    pub(crate) fn interpreter<Kind: RowKind>(&self) -> Kind::Interpreter<'_> {
        let given = GivenDays { reference: self.record.read_on, day: self.record.given_day };
        Kind::interpreter(&self.profile, &self.format.layout, given)
    }

    /// What was found about the file as a whole and nobody has accepted.
    pub(crate) fn open_findings(&self, standing: &Standing) -> Vec<Finding> {
        let findings = self.format.findings.iter();
        findings.filter(|finding| standing.about(finding.line).is_empty()).cloned().collect()
    }

    /// A finding in a column of the file.
    pub(crate) fn finding(
        &self,
        line: u32,
        column: Option<u16>,
        code: FindingCode,
        values: Vec<(String, String)>,
    ) -> Finding {
        self.format.layout.finding(line, column, code, values)
    }
}

/// Decisions in force about the rows of a draft, and what only reading the file could tell.
#[derive(Default)]
pub(crate) struct Standing {
    by_line: BTreeMap<u32, Vec<DraftDecision>>,
    /// Faults of the file itself, such as a quote that is not closed: once read, the text of the
    /// row does not show them.
    of_file: BTreeMap<u32, Vec<Finding>>,
}

impl Standing {
    pub(crate) fn of(read: &Read<'_>, draft: &DraftRecord) -> Result<Standing> {
        let mut standing = Standing::default();
        for decision in read.draft_decisions(draft.draft_no, None)? {
            let of_line = standing.by_line.entry(decision.line).or_default();
            match decision.kind {
                DecisionKind::Undo => drop(of_line.pop()),
                _ => of_line.push(decision),
            }
        }
        for finding in read.draft_findings(draft.draft_no, None)? {
            standing.keep(finding);
        }
        Ok(standing)
    }

    /// Keeps a finding that only the file shows.
    pub(crate) fn keep(&mut self, finding: Finding) {
        if matches!(finding.code, FindingCode::UnclosedQuote | FindingCode::FieldTooLong) {
            self.of_file.entry(finding.line).or_default().push(finding);
        }
    }

    /// The decisions about a row.
    pub(crate) fn about(&self, line: u32) -> &[DraftDecision] {
        self.by_line.get(&line).map_or(&[], Vec::as_slice)
    }

    /// Corrections of a row: later ones go before earlier ones, field by field.
    pub(crate) fn overrides(&self, line: u32) -> RowOverrides {
        self.about(line).iter().flat_map(|decision| decision.overrides.clone()).collect()
    }

    pub(crate) fn is_parked(&self, line: u32) -> bool {
        self.about(line).last().is_some_and(|decision| decision.kind == DecisionKind::Park)
    }

    /// The decisions in force that were made last, in one step: about this row, or about any.
    pub(crate) fn last_step(&self, line: Option<u32>) -> Vec<&DraftDecision> {
        let lines = self.by_line.iter().filter(|(at, _)| line.is_none_or(|line| line == **at));
        let last: Vec<_> = lines.filter_map(|(_, of_line)| of_line.last()).collect();
        let step = last.iter().map(|decision| decision.event_no).max();
        last.into_iter().filter(|decision| Some(decision.event_no) == step).collect()
    }

    /// Where a row with these findings stands.
    pub(crate) fn state(&self, line: u32, findings: &[Finding]) -> RowState {
        match self.about(line).last().map(|decision| decision.kind) {
            Some(DecisionKind::Park) => RowState::Parked,
            Some(DecisionKind::Accept) if !has_errors(findings) => RowState::Accepted,
            Some(DecisionKind::Correct) if findings.is_empty() => RowState::Corrected,
            _ if findings.is_empty() => RowState::Clean,
            _ => RowState::Open,
        }
    }
}

/// A row as it is meant now.
pub(crate) struct MeantRow<Row> {
    pub(crate) line: u32,
    pub(crate) row: Row,
    /// What is wrong with it on its own.
    pub(crate) findings: Vec<Finding>,
    pub(crate) parked: bool,
}

impl Draft {
    /// What a row means under the decisions in force.
    pub(crate) fn meant<Interpreter: RowInterpreter>(
        &self,
        interpreter: &Interpreter,
        standing: &Standing,
        line: u32,
        written: &str,
    ) -> MeantRow<Interpreter::Row> {
        let overrides = standing.overrides(line);
        let parked = standing.is_parked(line);
        let of_file = match overrides.is_empty() {
            true => standing.of_file.get(&line).map_or(&[][..], Vec::as_slice),
            false => &[],
        };
        if of_file.iter().any(|finding| finding.column.is_none()) {
            let (row, findings) = (Interpreter::Row::default(), of_file.to_vec());
            return MeantRow { line, row, findings, parked };
        }
        let (row, faults) = interpreter.interpret(&Cells::from_joined(written), &overrides);
        let told: BTreeSet<_> = of_file.iter().map(|finding| finding.column).collect();
        let faults = faults.into_iter().filter(|fault| !told.contains(&fault.column));
        let place = |fault| self.format.layout.place_row(&fault, line);
        let findings = of_file.iter().cloned().chain(faults.map(place)).collect();
        MeantRow { line, row, findings, parked }
    }
}
