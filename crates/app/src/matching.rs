//! Matching payments with persons.

use std::collections::{HashMap, HashSet};

use domain::codes::CodeTable;
use domain::matching::{IdentityIndex, MatchReason};
use domain::person::{Identity, PersonId};
use serde_json::json;
use store::lists::{ListRecord, ListState, RowRecord};
use store::matches::{MatchOverview, NewMatch, PaymentFilter, RowMatch};
use store::{Changed, ListNo, PersonNo, Read, Write};

use crate::error::{AppError, RefusalCode};
use crate::reopening::reopen_list;
use crate::{Action, App, Result};

/// Rows that are held in memory while a list is matched.
const ROWS_AT_A_TIME: u32 = 10_000;

/// What an automatic run did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MatchOutcome {
    /// Payments of the list that are matched after the run.
    pub matched: u64,
    /// Payments of the list that stay on the observation account.
    pub suspense: u64,
}

/// What stands about some payments of a list.
#[derive(Clone, Debug)]
pub struct MatchesOfRows {
    /// Their matches, by line.
    pub matches: HashMap<u32, RowMatch>,
    /// Lines that are shared between the boards: their matches stand.
    pub locked: HashSet<u32>,
    /// Their numbers that somebody in the register has.
    pub known: HashSet<Identity>,
}

impl App {
    /// What stands about `records`.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn matches_of_rows(
        &self,
        list: &ListRecord,
        records: &[RowRecord],
    ) -> Result<MatchesOfRows> {
        let read = self.read();
        let lines: Vec<u32> = records.iter().map(|record| record.line).collect();
        let numbers: Vec<_> = records.iter().flat_map(|record| record.row.numbers()).collect();
        Ok(MatchesOfRows {
            matches: read.row_matches(list.list_no, &lines)?,
            locked: read.distributed_among(list.list_no, &lines)?,
            known: read.known_numbers(&numbers)?,
        })
    }

    /// Whom each payment of a list is about, and why; by line.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn matched_persons(
        &self,
        list: &ListRecord,
    ) -> Result<Vec<(u32, Option<PersonId>, MatchReason)>> {
        Ok(self.read().matched_persons(list.list_no)?)
    }

    /// How many payments of a list are matched by whom, and the sum of those that are not.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn match_overview(&self, list: &ListRecord) -> Result<MatchOverview> {
        Ok(self.read().match_overview(list.list_no)?)
    }

    /// Some of the payments that a filter lets through, in order of line: `span` is how many to leave out
    /// and how many to give.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn payments_span(
        &self,
        list: &ListRecord,
        filter: PaymentFilter,
        span: (u32, u32),
    ) -> Result<Vec<RowRecord>> {
        Ok(self.read().payment_rows(list.list_no, filter, span.0, span.1)?)
    }

    /// The list with that id.
    pub(crate) fn list(&self, id: &str) -> Result<ListRecord> {
        self.read().list(id)?.ok_or_else(|| AppError::refused(RefusalCode::NoSuchList))
    }

    /// The list with that id, which must be committed.
    pub(crate) fn committed_list(&self, id: &str) -> Result<ListRecord> {
        let list = self.list(id)?;
        if list.state != ListState::Committed {
            return Err(AppError::refused(RefusalCode::ListNotCommitted));
        }
        Ok(list)
    }

    /// Matches the payments of a committed list that are not matched yet, and those whose match no
    /// longer rests on the register; what a person has chosen or undone is left alone. Running it again changes nothing unless the register has.
    ///
    /// # Errors
    /// When the list is not committed, or the database cannot be written.
    pub fn match_list(&mut self, id: &str) -> Result<MatchOutcome> {
        self.change(Action::MatchList, |write| {
            let list = self.committed_list(id)?;
            let list_no = list.list_no;
            let reopened = reopen_list(write, list_no)?;
            let codes = write.code_table()?;
            let index = write.identity_index()?;
            let (mut matched, mut suspense) = write.match_counts(list_no)?;
            let before = matched;
            let mut next = 0;
            loop {
                let found = propose_from(write, list_no, next, &codes, &index)?;
                let Some(last) = found.last() else { break };
                next = last.found.line + 1;
                for one in &found {
                    suspense -= u64::from(one.replaces);
                    matched += u64::from(one.found.matched);
                    suspense += u64::from(!one.found.matched);
                }
                write.put_matches(list_no, &found)?;
            }
            let newly = matched - before;
            Ok(Changed {
                value: MatchOutcome { matched, suspense },
                object: list.id.clone(),
                detail: json!({
                    "newly_matched": newly, "matched": matched, "suspense": suspense,
                    "reopened": reopened,
                }),
            })
        })
    }

    /// Says whom a payment is about, where matching could not or should not.
    ///
    /// # Errors
    /// When the row is parked, matched or distributed already, or the person is unknown.
    pub fn choose_match(&mut self, id: &str, line: u32, person: &str) -> Result<()> {
        self.change(Action::ChooseMatch, |write| {
            let list = self.committed_list(id)?;
            let person = self.person_no(person)?;
            choose(write, &list, line, person)?;
            let person_id = write.person_id(person)?;
            let detail = json!({ "line": line, "person": person_id });
            Ok(Changed { value: (), object: list.id.clone(), detail })
        })
    }

    /// Undoes the match of one payment; the candidates stay.
    ///
    /// # Errors
    /// When the row is distributed, or has no match to undo.
    pub fn undo_match(&mut self, id: &str, line: u32) -> Result<()> {
        self.change(Action::UndoMatch, |write| {
            let list = self.committed_list(id)?;
            let before = unlocked_match(write, &list, line)?
                .filter(|found| found.person.is_some())
                .ok_or_else(|| AppError::refused(RefusalCode::NothingToUndo))?;
            let undone = RowMatch {
                person: None,
                matched: false,
                reason: MatchReason::Undone,
                ..before.clone()
            };
            write.put_matches(list.list_no, &[NewMatch { found: undone, replaces: true }])?;
            let detail = json!({ "line": line, "was": before.reason.as_str() });
            Ok(Changed { value: (), object: list.id.clone(), detail })
        })
    }
}

/// Proposals for the next rows of a list from the line `from` on; none when there are no more.
///
/// # Errors
/// When the database cannot be read.
pub fn propose_from(
    read: &Read<'_>,
    list_no: ListNo,
    from: u32,
    codes: &CodeTable,
    index: &IdentityIndex<PersonNo>,
) -> Result<Vec<NewMatch>> {
    let mut found = Vec::new();
    read.each_unmatched(list_no, from, ROWS_AT_A_TIME, |row| {
        let entry = codes.get(row.payment_code, row.payment_date);
        let person_bound = entry.is_none_or(|entry| entry.person_bound);
        let proposal = index.propose(row.dossier, row.national, person_bound);
        let proposed = RowMatch {
            line: row.line,
            person: proposal.person,
            matched: proposal.matched,
            reason: proposal.reason,
            candidates: proposal.candidates,
        };
        found.push(NewMatch { found: proposed, replaces: row.seen });
    })?;
    Ok(found)
}

/// Matches a payment that has no match with a person, inside a transaction.
pub(crate) fn choose(
    write: &Write<'_>,
    list: &ListRecord,
    line: u32,
    person: PersonNo,
) -> Result<()> {
    let before = unlocked_match(write, list, line)?;
    if before.as_ref().is_some_and(|found| found.person.is_some()) {
        return Err(AppError::refused(RefusalCode::RowMatched).with("line", line));
    }
    let replaces = before.is_some();
    let found = RowMatch {
        line,
        person: Some(person),
        matched: true,
        reason: MatchReason::Manual,
        candidates: before.map(|found| found.candidates).unwrap_or_default(),
    };
    Ok(write.put_matches(list.list_no, &[NewMatch { found, replaces }])?)
}

/// The present match of a payment that may still be changed.
fn unlocked_match(write: &Write<'_>, list: &ListRecord, line: u32) -> Result<Option<RowMatch>> {
    let row = write
        .row(list.list_no, line)?
        .ok_or_else(|| AppError::refused(RefusalCode::NoSuchRow).with("line", line))?;
    if !row.state.becomes_payment() {
        return Err(AppError::refused(RefusalCode::RowParked).with("line", line));
    }
    if write.distribution_of_row(list.list_no, line)?.is_some() {
        return Err(AppError::refused(RefusalCode::RowDistributed).with("line", line));
    }
    Ok(write.row_match(list.list_no, line)?)
}
