//! Bringing the register in and out: a kind of draft, persons proposed by a payment list, and the
//! whole register in open formats.

mod as_made;
mod export;
mod faults;
mod judging;
mod naming;
mod passing;
mod pointing;
mod proposals;
mod relatives;
mod taking;
mod together;
mod wanted;

use std::collections::BTreeSet;

use importing::{Profile, ProfileKind, Register, RegisterRow, RowFields, RowInterpreter, RowKind};
use store::{DraftNo, Read, StoreError};

use self::naming::Named;
use self::passing::judge_again;
use self::pointing::persons_named_by;
use self::together::Together;
use crate::draft::{
    About, Actions, AskedRow, Content, Draft, MeantRow, Pass, Reading, Standing, Taken, Undecided,
    Words,
};
use crate::payments::OpenSource;
use crate::{Action, Result};

pub(crate) use faults::tell_fault;
pub(crate) use judging::differs_from;

pub use export::{Exported, FACTS_FILE, GUIDE_FILE, PERSONS_FILE};
pub use proposals::{Proposed, TakeProposals, TakenProposals};
pub(crate) use relatives::{Relatives, Teller};

/// A row of a register as it is meant now.
type RegisterMeant = MeantRow<RegisterRow>;

impl Content for Register {
    fn profiles(&self) -> &'static [ProfileKind] {
        Register::PROFILES
    }

    fn actions(&self) -> Actions {
        Actions {
            read: Action::ReadRegister,
            decide: Action::DecideRegister,
            undo: Action::UndoRegister,
            discard: Action::DiscardRegister,
            report: Action::ReportRegister,
            take_in: Action::ImportRegister,
        }
    }

    fn read(
        &self,
        reading: &Reading<'_>,
        opened: &mut OpenSource,
        draft_no: DraftNo,
        profile: Profile,
    ) -> Result<Draft> {
        let mut together = Together::new(profile.several_rows);
        let read = |draft: &mut Draft, line, row: RegisterRow| {
            if row.protects {
                draft.format.protected.extend(Named::by_row(&row).words());
            }
            together.gather(draft, &MeantRow { line, row, findings: Vec::new(), parked: false });
        };
        let (mut draft, standing) = reading.rows::<Register>(opened, draft_no, profile, read)?;
        name_protected(reading, &mut draft, &standing)?;
        reading.end(&draft)?;
        let (write, actor, today) = (reading.write, reading.actor, reading.today);
        let pass = Pass { write, draft: &draft, standing: &standing, actor, today };
        judge_again(&pass, &together, None)?;
        Ok(draft)
    }

    fn fields<'d>(&self, draft: &'d Draft) -> Box<dyn RowFields + 'd> {
        Box::new(draft.interpreter::<Register>())
    }

    fn judge(&self, pass: &Pass<'_>, lines: Option<&BTreeSet<u32>>) -> Result<()> {
        judge_again(pass, &pass.gather()?, lines)
    }

    fn take_in(&self, pass: &Pass<'_>, undecided: &mut Undecided) -> Result<Taken> {
        taking::take_all(pass, undecided)
    }

    fn about(&self, read: &Read<'_>, draft: &Draft, rows: &[AskedRow]) -> Result<Vec<About>> {
        let interpreter = draft.interpreter::<Register>();
        let each = rows.iter().map(|asked| {
            let meaning = interpreter.explain(&asked.written, &asked.overrides);
            let row = &meaning.row;
            let (owner, persons) = persons_named_by(read, row, &asked.findings)?;
            // Who is protected by the file itself has no page yet on which to be opened.
            let in_file = Named::by_row(row).is_among(&draft.format.protected);
            // What is a number is shown of nobody who may be protected.
            let is_plain = |id: &&domain::person::PersonId| {
                !id.holds_identity_number(|number| row.has_dossier(number))
            };
            let names = [&row.family_name, &row.given_name];
            let names: Vec<&str> = names.into_iter().filter_map(|name| name.as_deref()).collect();
            Ok(About {
                id: row.person_id.as_ref().filter(is_plain).cloned(),
                name: names.join(", "),
                owner,
                persons,
                by_file: owner.is_none() && (in_file || row.protects),
                meant: meaning.meant,
                outcome: None,
            })
        });
        each.collect()
    }
}

/// Adds by what else those are known whom a row protects: rows may share a number with it, and an
/// id with others.
fn name_protected(reading: &Reading<'_>, draft: &mut Draft, standing: &Standing) -> Result<()> {
    if draft.format.protected.is_empty() {
        return Ok(());
    }
    let interpreter = draft.interpreter::<Register>();
    let mut words = Words::new();
    reading.write.each_draft_row(draft.record.draft_no, |line, written, _| {
        let named = Named::by_row(&draft.meant(&interpreter, standing, line, written).row);
        if named.is_among(&draft.format.protected) {
            words.extend(named.words());
        }
        Ok::<(), StoreError>(())
    })?;
    drop(interpreter);
    draft.format.protected.extend(words);
    Ok(())
}
