//! What taking a register in enters.

use domain::Finding;
use domain::person::{CostCentre, PersonId};
use store::Write;

use super::judging::Plan;
use super::together::Together;
use crate::Result;
use crate::draft::{Pass, Taken, Undecided};

/// Takes every row in, and the boards that they bring.
pub(super) fn take_all(pass: &Pass<'_>, undecided: &mut Undecided) -> Result<Taken> {
    let together = pass.gather()?;
    let mut taken = Taken::default();
    let mut next_no = pass.write.highest_person_no()?.0 + 1;
    pass.each_judged(&together, None, |rows, findings, plan| {
        let mut waits = false;
        for row in rows {
            let of_row: Vec<&Finding> = findings.iter().filter(|f| f.line == row.line).collect();
            waits |= undecided.note(pass.standing, row.line, &of_row);
        }
        if !waits && undecided.is_none() {
            take(pass.write, plan, &mut next_no, &mut taken)?;
        }
        Ok(())
    })?;
    put_boards(pass.write, &together)?;
    Ok(taken)
}

fn take(write: &Write<'_>, plan: Plan, next_no: &mut i64, taken: &mut Taken) -> Result<()> {
    let Some(owner) = plan.owner else {
        let id = match plan.id {
            Some(id) => id,
            None => free_id(write, next_no)?,
        };
        write.add_person_with(&id, plan.group.as_deref(), &plan.entries)?;
        taken.added += 1;
        return Ok(());
    };
    if plan.entries.is_empty() && plan.group.is_none() {
        taken.unchanged += 1;
        return Ok(());
    }
    taken.changed += 1;
    if let Some(group) = &plan.group {
        write.put_group(owner, group)?;
    }
    for fact in &plan.entries {
        write.add_fact(owner, fact)?;
    }
    if !plan.entries.is_empty() {
        write.refresh_person(owner)?;
    }
    Ok(())
}

/// The next free Person-id of the form `P20`.
fn free_id(write: &Write<'_>, next_no: &mut i64) -> Result<PersonId> {
    loop {
        let id = PersonId(format!("P{next_no:02}"));
        *next_no += 1;
        if write.person_no(&id)?.is_none() {
            return Ok(id);
        }
    }
}

/// Adds the boards that are new. What a board is called is decided in the settings: one that is
/// there keeps its name.
fn put_boards(write: &Write<'_>, together: &Together) -> Result<()> {
    let known = write.boards()?;
    let is_new = |centre: &CostCentre| known.iter().all(|(other, _)| other != centre);
    for (centre, name) in together.boards().filter(|(centre, _)| is_new(centre)) {
        write.put_board(centre, name)?;
    }
    Ok(())
}
