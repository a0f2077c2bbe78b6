//! A key that is made here: a working copy of what holds, changed, tried and decided.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::Finding;
use domain::codes::CompensationCode;
use domain::key::{DistributionKey, KeyChange, KeyFault, KeyLine, ShareTarget, changes, governing};
use domain::person::CostCentre;
use serde_json::json;
use store::{Changed, Ending, Read, Write};

use super::{left_without, told};
use crate::error::{AppError, RefusalCode};
use crate::typed::{keep, refuse_far, text_typed};
use crate::{Action, App, Result};

/// Longest number of a decision, in characters.
const NUMBER: usize = 60;

/// The working copy as it stands.
#[derive(Clone, Debug)]
pub struct KeyDraft {
    /// Whether somebody has begun one; else it is what holds.
    pub begun: bool,
    /// Its lines, by compensation.
    pub lines: Vec<KeyLine>,
    /// What is wrong with it.
    pub faults: Vec<KeyFault>,
    /// Compensations that it shares otherwise than what holds.
    pub differs: Vec<CompensationCode>,
    /// Living compensations that it does not share.
    pub without: Vec<CompensationCode>,
}

/// A change of the working copy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EditKey {
    /// Begin anew from what holds.
    pub anew: bool,
    /// Throw the working copy away.
    pub discard: bool,
    /// Lines that take the place of all lines of the compensations that they name.
    pub set: Vec<KeyLine>,
    /// Compensations that the key is not to share.
    pub remove: Vec<CompensationCode>,
}

/// A decision that is entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decide {
    /// Its number.
    pub number: String,
    /// First payment date.
    pub from: NaiveDate,
    /// Last payment date; none until further notice.
    pub until: Option<NaiveDate>,
    /// What it is about; none: what the working copy shares otherwise than what holds.
    pub compensations: Option<Vec<CompensationCode>>,
    /// The whole working copy.
    pub whole: bool,
}

/// What holds on `day`, as the lines of one key.
fn holding(read: &Read<'_>, day: NaiveDate) -> Result<Vec<KeyLine>> {
    let keys = read.keys()?;
    let named: BTreeSet<&CompensationCode> =
        keys.iter().flat_map(|key| &key.lines).map(|line| &line.compensation).collect();
    let lines = named.into_iter().flat_map(|compensation| {
        let key = governing(&keys, compensation, day);
        key.into_iter().flat_map(move |key| key.lines_for(compensation)).cloned()
    });
    Ok(lines.collect())
}

fn of<'k>(lines: &'k [KeyLine], code: &CompensationCode) -> Vec<&'k KeyLine> {
    lines.iter().filter(|line| line.compensation == *code).collect()
}

/// Compensations that the lines share otherwise than others do.
fn differing(lines: &[KeyLine], others: &[KeyLine]) -> Vec<CompensationCode> {
    let named = lines.iter().chain(others).map(|line| &line.compensation);
    let named: BTreeSet<&CompensationCode> = named.collect();
    let differs = named.into_iter().filter(|code| of(lines, code) != of(others, code));
    differs.cloned().collect()
}

fn as_key(lines: Vec<KeyLine>, asked: &Decide) -> DistributionKey {
    DistributionKey {
        decision_number: asked.number.clone(),
        valid_from: asked.from,
        valid_until: asked.until,
        example: false,
        lines,
    }
}

impl App {
    /// The working copy, or what holds today where nobody has begun one.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn key_draft(&self) -> Result<KeyDraft> {
        let read = self.read();
        let holds = holding(&read, self.today)?;
        let kept = read.key_draft()?;
        let begun = kept.is_some();
        let lines = kept.unwrap_or_else(|| holds.clone());
        let asked = Decide {
            number: String::new(),
            from: self.today,
            until: None,
            compensations: None,
            whole: true,
        };
        Ok(KeyDraft {
            begun,
            faults: as_key(lines.clone(), &asked).faults(),
            differs: differing(&lines, &holds),
            without: left_without(lines.iter())?,
            lines,
        })
    }

    /// Changes the working copy, which is begun from what holds today.
    ///
    /// # Errors
    /// When a compensation or a board is not known: every fault at once.
    pub fn edit_key(&mut self, edit: &EditKey) -> Result<KeyDraft> {
        self.change(Action::DraftKey, |write| {
            if edit.discard {
                if write.key_draft()?.is_none() {
                    return Ok(Ending::Nothing(self.key_draft()?));
                }
                write.discard_key_draft()?;
                let value = self.key_draft()?;
                let detail = json!({ "discarded": true });
                return Ok(Ending::Changed(Changed { value, object: "key".to_owned(), detail }));
            }
            self.refuse_unknown(write, edit)?;
            let kept = if edit.anew { None } else { write.key_draft()? };
            let mut lines = kept.map_or_else(|| holding(write, self.today), Ok)?;
            let set = edit.set.iter().map(|line| &line.compensation);
            let changed: BTreeSet<&CompensationCode> = set.chain(&edit.remove).collect();
            lines.retain(|line| !changed.contains(&line.compensation));
            lines.extend(edit.set.iter().cloned());
            lines.sort_by(|one, other| one.compensation.cmp(&other.compensation));
            write.put_key_draft(&lines)?;
            let detail = json!({ "anew": edit.anew, "changed": changed, "lines": lines.len() });
            let value = self.key_draft()?;
            Ok(Ending::Changed(Changed { value, object: "key".to_owned(), detail }))
        })
    }

    fn refuse_unknown(&self, read: &Read<'_>, edit: &EditKey) -> Result<()> {
        let mut faults = Vec::new();
        let boards = read.boards()?;
        for (at, line) in edit.set.iter().enumerate() {
            let field = |name: &str| format!("set[{at}].{name}");
            keep(
                self.compensation_typed(&line.compensation.0),
                &field("compensation"),
                &mut faults,
            );
            if let ShareTarget::Board(centre) = &line.target {
                keep(known_board(&boards, centre), &field("target"), &mut faults);
            }
        }
        for (at, code) in edit.remove.iter().enumerate() {
            keep(self.compensation_typed(&code.0), &format!("remove[{at}]"), &mut faults);
        }
        AppError::all(faults).map_or(Ok(()), Err)
    }

    /// Enters a decision with what the working copy says of its compensations. The working copy is
    /// done then.
    ///
    /// # Errors
    /// When it does not work out, leaves a compensation without a key, shares days with itself, or
    /// nothing would be decided: every fault at once.
    pub fn decide_key(&mut self, asked: &Decide) -> Result<Vec<KeyChange>> {
        self.change(Action::DecideKey, |write| {
            let key = self.decided(write, asked)?;
            let before = write.keys()?;
            write.add_key(&key)?;
            write.discard_key_draft()?;
            let changes = changes(&before, &write.keys()?);
            let detail = json!({
                "keys": [key], "lines": key.lines.len(), "changes": told(&changes),
            });
            Ok(Changed { value: changes, object: "key".to_owned(), detail })
        })
    }

    fn decided(&self, write: &Write<'_>, asked: &Decide) -> Result<DistributionKey> {
        let mut faults = Vec::new();
        let number = keep(text_typed(&asked.number, NUMBER), "number", &mut faults);
        let number = number.unwrap_or_default();
        if number.is_empty() && faults.is_empty() {
            faults.push(AppError::refused(RefusalCode::DecisionNumberMissing).in_field("number"));
        }
        keep(refuse_far(asked.from, self.today), "from", &mut faults);
        let holds = holding(write, asked.from)?;
        let draft = match write.key_draft()? {
            Some(lines) => lines,
            None => holding(write, self.today)?,
        };
        let about: Vec<CompensationCode> = match &asked.compensations {
            Some(codes) => codes.clone(),
            None if asked.whole => draft.iter().map(|line| line.compensation.clone()).collect(),
            None => differing(&draft, &holds),
        };
        let about: BTreeSet<CompensationCode> = about.into_iter().collect();
        let without: Vec<&str> = about
            .iter()
            .filter(|code| of(&draft, code).is_empty())
            .map(|code| code.0.as_str())
            .collect();
        if !without.is_empty() {
            let refused = AppError::refused(RefusalCode::KeyLeavesWithout);
            faults
                .push(refused.with("compensations", without.join(", ")).in_field("compensations"));
        }
        let lines = draft.into_iter().filter(|line| about.contains(&line.compensation));
        let key = as_key(lines.collect(), &Decide { number, ..asked.clone() });
        if about.is_empty() {
            faults.push(AppError::refused(RefusalCode::NothingDecided));
        }
        for fault in key.faults() {
            faults.push(self.key_fault(&fault));
        }
        let boards = write.boards()?;
        for line in &key.lines {
            if let ShareTarget::Board(centre) = &line.target {
                keep(known_board(&boards, centre), "compensations", &mut faults);
            }
        }
        let itself = write.keys()?.into_iter().find_map(|other| {
            let same = other.decision_number == key.decision_number && !other.example;
            let shared = key.overlap(&other).filter(|_| same && other.valid_from != key.valid_from);
            Some((shared?.0.clone(), other.valid_from))
        });
        if let Some((compensation, from)) = itself {
            let refused = AppError::refused(RefusalCode::KeyDecisionOverlaps)
                .with("number", &key.decision_number)
                .with("compensation", compensation)
                .with("from", from);
            faults.push(refused.in_field("number"));
        }
        AppError::all(faults).map_or(Ok(key), Err)
    }

    /// What is wrong with a key that is in no file.
    pub(super) fn key_fault(&self, fault: &KeyFault) -> AppError {
        let compensation = fault.compensation().map_or("", |code| code.0.as_str());
        let refused = AppError::refused(RefusalCode::KeyFault).with("compensation", compensation);
        refused.with("fault", self.key_fault_in_words(fault))
    }

    /// The same in words.
    #[must_use]
    pub fn key_fault_in_words(&self, fault: &KeyFault) -> String {
        let (code, values) = fault.finding();
        self.wording.finding(&Finding { line: 0, column: None, column_name: None, code, values })
    }
}

fn known_board(boards: &[(CostCentre, String)], centre: &CostCentre) -> Result<()> {
    if boards.iter().any(|(known, _)| known == centre) {
        return Ok(());
    }
    Err(AppError::refused(RefusalCode::NoSuchBoard).with("cost_centre", &centre.0))
}
