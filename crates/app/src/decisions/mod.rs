//! Bringing decisions of the agency in: a kind of draft.

mod at_once;
mod judging;

use std::collections::{BTreeMap, BTreeSet};

use domain::{Finding, FindingCode, Ore};
use importing::{Decisions, Profile, ProfileKind, RowFields, RowInterpreter, RowKind};
use store::{DraftNo, PersonNo, Read, StoreError};

use self::judging::{Judge, Judged};
use crate::draft::{
    About, Actions, AskedRow, Content, Draft, Pass, Reading, Settling, Taken, Undecided,
};
use crate::payments::OpenSource;
use crate::{Action, Result};

pub use at_once::DecisionsRead;

impl Content for Decisions {
    fn profiles(&self) -> &'static [ProfileKind] {
        Decisions::PROFILES
    }

    fn actions(&self) -> Actions {
        Actions {
            read: Action::ReadDecisions,
            decide: Action::DecideDecisions,
            undo: Action::UndoDecisions,
            discard: Action::DiscardDecisions,
            report: Action::ReportDecisions,
            take_in: Action::ImportDecisions,
        }
    }

    fn is_of_form(&self, code: FindingCode) -> bool {
        matches!(code, FindingCode::CenturyGuessed | FindingCode::FormulaText)
    }

    fn read(
        &self,
        reading: &Reading<'_>,
        opened: &mut OpenSource,
        draft_no: DraftNo,
        profile: Profile,
    ) -> Result<Draft> {
        let (draft, standing) =
            reading.rows::<Decisions>(opened, draft_no, profile, |_, _, _| ())?;
        reading.end(&draft)?;
        let (write, actor, today) = (reading.write, reading.actor, reading.today);
        let pass = Pass { write, draft: &draft, standing: &standing, actor, today };
        self.judge(&pass, None)?;
        Ok(draft)
    }

    fn fields<'d>(&self, draft: &'d Draft) -> Box<dyn RowFields + 'd> {
        Box::new(draft.interpreter::<Decisions>())
    }

    fn judge(&self, pass: &Pass<'_>, lines: Option<&BTreeSet<u32>>) -> Result<()> {
        let mut settling = Settling::of(pass)?;
        // Any row may be the first now that says what another does.
        each_judged(pass, |line, judged| settling.judged(line, judged.findings))?;
        settling.keep(lines)
    }

    fn take_in(&self, pass: &Pass<'_>, undecided: &mut Undecided) -> Result<Taken> {
        let mut taken = Taken { amount: Some(Ore(0)), ..Taken::default() };
        let mut new = Vec::new();
        each_judged(pass, |line, judged| {
            let findings: Vec<&Finding> = judged.findings.iter().collect();
            if undecided.note(pass.standing, line, &findings) {
                return;
            }
            match judged.grant {
                Some(grant) if judged.is_new => new.push(grant),
                _ => taken.unchanged += 1,
            }
        })?;
        if !undecided.is_none() {
            return Ok(taken);
        }
        taken.added = new.len() as u64;
        taken.amount = Some(new.iter().map(|grant| grant.amount).sum());
        for grant in &new {
            pass.write.add_grant(grant)?;
        }
        Ok(taken)
    }

    fn about(&self, read: &Read<'_>, draft: &Draft, rows: &[AskedRow]) -> Result<Vec<About>> {
        let interpreter = draft.interpreter::<Decisions>();
        let index = read.identity_index()?;
        let meanings = rows.iter().map(|row| interpreter.explain(&row.written, &row.overrides));
        let mut all: Vec<About> = meanings
            .map(|meaning| {
                let row = &meaning.row.row;
                let pointed = index.propose(row.dossier_number, row.national_number, true);
                let names = [&row.family_name, &row.given_name];
                let names: Vec<&str> =
                    names.into_iter().filter_map(|name| name.as_deref()).collect();
                About {
                    name: names.join(", "),
                    owner: pointed.person,
                    persons: pointed.candidates.into_iter().collect(),
                    meant: meaning.meant,
                    ..About::default()
                }
            })
            .collect();
        let owners: BTreeSet<PersonNo> = all.iter().filter_map(|about| about.owner).collect();
        let owners: Vec<PersonNo> = owners.into_iter().collect();
        let lines: BTreeMap<PersonNo, _> = read.person_lines(&owners)?.into_iter().collect();
        for about in &mut all {
            let line = about.owner.and_then(|owner| lines.get(&owner));
            about.id = line.map(|line| line.card.id.clone());
        }
        Ok(all)
    }
}

/// Judges every row that is not parked, in order.
fn each_judged(pass: &Pass<'_>, mut each: impl FnMut(u32, Judged)) -> Result<()> {
    let interpreter = pass.draft.interpreter::<Decisions>();
    let mut judge = Judge::of(pass)?;
    pass.write.each_draft_row(pass.draft.record.draft_no, |line, written, _| {
        let meant = pass.draft.meant(&interpreter, pass.standing, line, written);
        if !meant.parked {
            each(line, judge.judge(&meant));
        }
        Ok::<(), StoreError>(())
    })?;
    Ok(())
}
