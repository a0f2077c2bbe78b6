//! Entries of another register, entered as they were made there.

use std::collections::HashSet;

use chrono::NaiveDate;
use domain::FindingCode;
use domain::facts::{Fact, FactId, FactKind, Holding, NewFact, known_on, place};

use super::judging::Judge;
use super::wanted::Wanted;
use crate::Result;
use crate::draft::Findings;

impl Judge<'_> {
    /// Entries of another register, as they were made there: nothing gives way, since what gave way
    /// is among them. What this register knew `before` stays as it is where it protects somebody, and
    /// nothing is entered that holds at the same time.
    pub(super) fn enter_as_made(
        &self,
        mut made: Vec<Wanted>,
        before: &HashSet<FactId>,
        entries: &mut Vec<Fact>,
        findings: &mut Findings<'_>,
    ) -> Result<()> {
        let mut entered = Vec::new();
        // What is corrected comes before what corrects it.
        while !made.is_empty() {
            let mut waiting = Vec::new();
            let left = made.len();
            for fact in made {
                let corrects = fact.entry.as_ref().and_then(|entry| entry.corrects.as_ref());
                let ready = corrects.is_none_or(|id| entries.iter().any(|f| f.id.0 == *id));
                if !ready {
                    waiting.push(fact);
                } else if let Some(entry) = self.as_made(&fact, before, entries, findings)? {
                    entered.push((entry.id.clone(), fact));
                    entries.push(entry);
                }
            }
            if waiting.len() == left {
                for fact in &waiting {
                    findings.tell(fact.line, fact.reference, FindingCode::EntryNotKnown, &[]);
                }
                break;
            }
            made = waiting;
        }
        let present = known_on(entries, NaiveDate::MAX);
        for (id, fact) in &entered {
            if present.iter().any(|now| now.id == *id && holds_beside(now, &present, before)) {
                let kind = fact.content.kind().name();
                let values: [(&str, &dyn std::fmt::Display); 1] = [("kind", &kind)];
                let code = FindingCode::FactsAtTheSameTime;
                findings.tell(fact.line, fact.column, code, &values);
            }
        }
        Ok(())
    }

    /// An entry as it was made, where it is not here yet and may be entered.
    fn as_made(
        &self,
        fact: &Wanted,
        before: &HashSet<FactId>,
        entries: &[Fact],
        findings: &mut Findings<'_>,
    ) -> Result<Option<Fact>> {
        let Some(entry) = &fact.entry else { return Ok(None) };
        let id = FactId(entry.id.clone().unwrap_or_default());
        let corrects = entry.corrects.clone().map(FactId);
        if entries.iter().any(|known| known.id == id) {
            return Ok(None);
        }
        if let Some(owner) = self.read.person_of_fact(&id)? {
            let person = self.read.person_id(owner)?;
            let code = FindingCode::NumberOfOther;
            findings.tell(fact.line, fact.column, code, &[("person", &person)]);
            return Ok(None);
        }
        let corrected = corrects.as_ref().and_then(|id| entries.iter().find(|f| f.id == *id));
        if let Some(code) = wrong_correction(corrected, entry.content.kind(), before) {
            findings.tell(fact.line, fact.reference, code, &[]);
            return Ok(None);
        }
        let (content, validity) = (entry.content.clone(), entry.validity);
        let new = NewFact { content, validity, corrects: None };
        if let Err(faults) = place(&[], &new, self.today)
            && !entry.withdrawn
        {
            faults.iter().for_each(|fault| fact.tell(findings, fault));
            return Ok(None);
        }
        Ok(Some(Fact {
            id,
            content: new.content,
            validity,
            known_since: entry.known_since.unwrap_or(self.today),
            according_to_import: entry.known_since.is_some(),
            document_date: entry.document_date,
            source: entry.source.clone(),
            entered_by: self.actor.to_owned(),
            corrects,
            withdrawn: entry.withdrawn,
        }))
    }
}

/// What is wrong with an entry that corrects another: it is of another kind, or would change a
/// protection that the register had before.
fn wrong_correction(
    corrected: Option<&Fact>,
    kind: FactKind,
    before: &HashSet<FactId>,
) -> Option<FindingCode> {
    let corrected = corrected?;
    let known = corrected.kind();
    match known == FactKind::Protection && before.contains(&corrected.id) {
        true => Some(FindingCode::ProtectionByHand),
        false => (known != kind).then_some(FindingCode::EntryNotKnown),
    }
}

/// Whether an entry made elsewhere holds at the same time as what this register knew before.
fn holds_beside(fact: &Fact, present: &[&Fact], before: &HashSet<FactId>) -> bool {
    let kind = fact.kind();
    kind.holding() != Holding::Several
        && present.iter().any(|other| {
            let meets = kind.holding() == Holding::Once || other.validity.meets(fact.validity);
            let strand = other.content.strand() == fact.content.strand();
            other.kind() == kind && strand && before.contains(&other.id) && meets
        })
}
