//! What a draft and its rows are as they stand.

use std::collections::{BTreeMap, BTreeSet};

use domain::finding::DecisionKind;
use domain::person::PersonId;
use domain::schooling::Outcome;
use domain::{Finding, Severity};
use importing::{Cells, RowField, RowOverrides};
use store::PersonNo;
use store::drafts::{DraftDecision, DraftRecord, DraftRow};
use store::lists::RowState;

use super::{AskedRow, Draft, ListAbout, Standing};
use crate::error::{AppError, RefusalCode};
use crate::payments::RowsShown;
use crate::{App, Result};

/// A field of a row, as written and as meant.
#[derive(Clone, Debug)]
pub struct FieldMeaning {
    /// The field.
    pub field: RowField,
    /// The header text of its column.
    pub title: Option<String>,
    /// As written; empty where it has no column.
    pub written: String,
    /// As meant, in plain form; none where it is empty or cannot be read.
    pub meant: Option<String>,
    /// The text that stands in place of what is written.
    pub corrected: Option<String>,
}

/// A row with everything that can be said about it.
#[derive(Clone, Debug)]
pub struct RowMeaning {
    /// Line in the file.
    pub line: u32,
    /// Where it stands.
    pub state: RowState,
    /// The Person-id that it says, else that of the person its numbers are of.
    pub person: Option<PersonId>,
    /// Family and given name.
    pub name: String,
    /// Whether it points at a protected person: lists and files show nothing but the id.
    pub protected: bool,
    /// Whether nobody has opened that person or the row with a reason.
    pub closed: bool,
    /// Whether a reason opens the row itself: whom it is about has no protected page of its own.
    pub opens_by_reason: bool,
    /// The person in the register.
    pub owner: Option<PersonNo>,
    /// Every field.
    pub fields: Vec<FieldMeaning>,
    /// What is wrong with it.
    pub findings: Vec<Finding>,
    /// Decisions about it, in order.
    pub decisions: Vec<DraftDecision>,
    /// What becomes of what is known, where the kind tells.
    pub outcome: Option<Outcome>,
}

/// How many rows of a draft stand where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DraftCounts {
    /// Without remark.
    pub clean: u64,
    /// With an error that nobody has decided about.
    pub errors: u64,
    /// With warnings only that nobody has decided about.
    pub warnings: u64,
    /// Corrected.
    pub corrected: u64,
    /// Parked.
    pub parked: u64,
    /// Warnings accepted.
    pub accepted: u64,
}

/// What was found about a file as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileFindings {
    /// Everything.
    pub all: Vec<Finding>,
    /// What nobody has accepted.
    pub open: Vec<Finding>,
}

/// Decisions about each row.
type ByLine = BTreeMap<u32, Vec<DraftDecision>>;

/// What is known of the file of a draft as a whole.
#[derive(Clone, Debug)]
pub struct DraftAbout {
    /// What a list is about.
    pub list: ListAbout,
    /// How many of its rows the program has made.
    pub made: u64,
    /// Whether it leaves out the day that is given for all its rows.
    pub lacks_day: bool,
}

impl App {
    /// How many rows of a draft stand where.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn draft_counts(&self, draft: &DraftRecord) -> Result<DraftCounts> {
        let read = self.read();
        let states = read.draft_states(draft.draft_no)?;
        let findings = read.draft_findings(draft.draft_no, None)?;
        let errors = findings.iter().filter(|finding| finding.severity() == Severity::Error);
        let faulty: BTreeSet<u32> = errors.map(|finding| finding.line).collect();
        let mut counts = DraftCounts { clean: draft.rows, ..DraftCounts::default() };
        for (line, state) in states {
            counts.clean -= 1;
            match state {
                RowState::Clean => counts.clean += 1,
                RowState::Open if faulty.contains(&line) => counts.errors += 1,
                RowState::Open => counts.warnings += 1,
                RowState::Corrected => counts.corrected += 1,
                RowState::Parked => counts.parked += 1,
                RowState::Accepted => counts.accepted += 1,
            }
        }
        Ok(counts)
    }

    /// The page (from 0) of all rows of a draft that a line stands on.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn page_of_draft_line(&self, draft: &DraftRecord, line: u32) -> Result<u32> {
        Ok(self.read().draft_page_of(draft.draft_no, line)?)
    }

    /// Page `page` (from 0; none: all) of some rows, with everything that can be said about them.
    ///
    /// # Errors
    /// When what is kept is damaged, or the database cannot be read.
    pub fn draft_rows(
        &self,
        draft: &DraftRecord,
        shown: RowsShown,
        page: Option<u32>,
    ) -> Result<Vec<RowMeaning>> {
        let (read, no) = (self.read(), draft.draft_no);
        let rows = match shown {
            RowsShown::All => read.draft_rows_page(no, page)?,
            RowsShown::Clean => read.draft_rows_in(no, RowState::Clean, None, page)?,
            RowsShown::OpenWith(worst) => {
                read.draft_rows_in(no, RowState::Open, Some(worst), page)?
            }
            RowsShown::In(state) => read.draft_rows_in(no, state, None, page)?,
        };
        self.draft_row_meanings(draft, &rows)
    }

    /// A row with everything that can be said about it.
    ///
    /// # Errors
    /// When there is no such row, what is kept is damaged, or the database cannot be read.
    pub fn draft_row(&self, draft: &DraftRecord, line: u32) -> Result<RowMeaning> {
        let row = self.read().draft_row(draft.draft_no, line)?;
        let meaning = match row {
            Some(row) => self.draft_row_meanings(draft, &[row])?.pop(),
            None => None,
        };
        meaning.ok_or_else(|| AppError::refused(RefusalCode::NoSuchRow).with("line", line))
    }

    /// What was found about the rows of a draft, by line.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn draft_row_findings(&self, draft: &DraftRecord) -> Result<Vec<Finding>> {
        let found = self.read().draft_findings(draft.draft_no, None)?.into_iter();
        found.map(|finding| self.shown_finding(finding)).collect()
    }

    pub(super) fn draft_row_meanings(
        &self,
        draft: &DraftRecord,
        rows: &[DraftRow],
    ) -> Result<Vec<RowMeaning>> {
        let draft = Draft::of(draft.clone())?;
        let (content, read) = (draft.content(), self.read());
        let fields = content.fields(&draft).fields();
        let (asked, mut decisions) = self.asked_rows(&draft, rows)?;
        let protected = self.protected_persons()?;
        let mut meanings = Vec::with_capacity(rows.len());
        let about = content.about(&read, &draft, &asked)?;
        for ((row, asked), about) in rows.iter().zip(asked).zip(about) {
            let owner = about.owner;
            let hidden: Vec<PersonNo> =
                about.persons.iter().copied().filter(|no| protected.contains(no)).collect();
            // A row that has nothing but the number of a protected person leads to the page where the
            // person is opened.
            let closed_owner = owner.filter(|owner| hidden.contains(owner));
            let known = match &about.id {
                None => closed_owner.map(|owner| read.person_id(owner)).transpose()?,
                Some(_) => None,
            };
            let all_open = !about.by_file && self.opened_persons_hold(&hidden);
            let opened = all_open || self.is_draft_row_open(&draft.record.id, row.line);
            let is_protected = about.by_file || !hidden.is_empty();
            let fields = fields.iter().map(|field| {
                let column = field.column.and_then(|column| usize::from(column).checked_sub(1));
                let written = column.and_then(|at| asked.written.get(at));
                FieldMeaning {
                    title: field
                        .column
                        .and_then(|column| draft.format.layout.name(column))
                        .map(str::to_owned),
                    written: written.unwrap_or_default().to_owned(),
                    meant: about.meant.get(&field.name).cloned(),
                    corrected: asked.overrides.get(&field.name).cloned(),
                    field: field.clone(),
                }
            });
            let fields = fields.collect();
            let findings = asked.findings.into_iter();
            meanings.push(RowMeaning {
                line: row.line,
                state: row.state,
                person: about.id.or(known),
                name: about.name,
                protected: is_protected,
                closed: is_protected && !opened,
                opens_by_reason: owner.is_none_or(|owner| !hidden.contains(&owner)),
                owner,
                fields,
                findings: findings
                    .map(|finding| self.shown_finding(finding))
                    .collect::<Result<_>>()?,
                decisions: decisions.remove(&row.line).unwrap_or_default(),
                outcome: about.outcome,
            });
        }
        Ok(meanings)
    }

    /// Rows with the corrections in force and their findings; and all decisions about them. One alone is
    /// asked for by itself, of several all that the draft has are read at once.
    pub(super) fn asked_rows(
        &self,
        draft: &Draft,
        rows: &[DraftRow],
    ) -> Result<(Vec<AskedRow>, ByLine)> {
        let (read, draft_no) = (self.read(), draft.record.draft_no);
        let line = rows.first().map(|row| row.line).filter(|_| rows.len() == 1);
        let mut decisions = ByLine::new();
        for decision in read.draft_decisions(draft_no, line)? {
            decisions.entry(decision.line).or_default().push(decision);
        }
        let mut findings: BTreeMap<u32, Vec<Finding>> = BTreeMap::new();
        for finding in read.draft_findings(draft_no, line)? {
            findings.entry(finding.line).or_default().push(finding);
        }
        let asked = rows.iter().map(|row| AskedRow {
            line: row.line,
            written: Cells::from_joined(&row.written),
            overrides: in_force(decisions.get(&row.line).map_or(&[], Vec::as_slice)),
            findings: findings.remove(&row.line).unwrap_or_default(),
        });
        Ok((asked.collect(), decisions))
    }

    /// What a list is about, as its reader has said.
    ///
    /// # Errors
    /// When what is kept is damaged.
    pub fn draft_about(&self, record: &DraftRecord) -> Result<DraftAbout> {
        let draft = Draft::of(record.clone())?;
        Ok(DraftAbout {
            lacks_day: draft.content().lacks_day(&draft),
            made: draft.format.made.len() as u64,
            list: draft.format.about,
        })
    }

    /// What was found about the file of a draft as a whole, and what of it nobody has accepted.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn draft_file_findings(&self, record: &DraftRecord) -> Result<FileFindings> {
        let draft = Draft::of(record.clone())?;
        let open = draft.open_findings(&Standing::of(&self.read(), record)?);
        Ok(FileFindings { all: draft.format.findings, open })
    }
}

/// Corrections in force.
fn in_force(decisions: &[DraftDecision]) -> RowOverrides {
    let mut standing: Vec<&DraftDecision> = Vec::new();
    for decision in decisions {
        match decision.kind {
            DecisionKind::Undo => drop(standing.pop()),
            _ => standing.push(decision),
        }
    }
    standing.into_iter().flat_map(|decision| decision.overrides.clone()).collect()
}
