//! The sheet with the recovery code: what is printed, put under lock, and opens when a password is lost.

use std::path::Path;

use serde_json::json;
use store::Changed;
use store::key::DatabaseKey;
use store::key::slots::{Slots, new_recovery_code};

use crate::session::Secret;
use crate::{Action, App, Result, clock};

/// When a new recovery code counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// At once, tried by the program itself: a command prints it and ends.
    AtOnce,
    /// When somebody has typed it from the sheet: what is misprinted or was never printed counts for
    /// nothing.
    WhenTried,
}

impl Sheet {
    pub(super) fn put(
        self,
        slots: &mut Slots,
        path: &Path,
        code: &Secret,
        keys: &[DatabaseKey],
    ) -> Result<()> {
        match self {
            Sheet::WhenTried => Ok(slots.propose_recovery(code, keys)?),
            Sheet::AtOnce => {
                slots.put_recovery(code, keys)?;
                slots.open_by_recovery(path, code, clock::now().timestamp())?;
                Ok(())
            }
        }
    }
}

/// Lets the code that was told last count, as it was typed from the sheet. No database need be open.
///
/// # Errors
/// When it is another, or nothing waits to be tried.
pub fn try_sheet(path: &Path, code: &Secret, at: i64) -> Result<()> {
    let mut slots = Slots::read(path)?;
    slots.try_recovery(path, code, at)?;
    Ok(slots.write(path)?)
}

impl App {
    /// Makes a new recovery code, told once. The one before it is spent when the new one counts.
    ///
    /// # Errors
    /// When the acting person's password is missing or wrong.
    pub fn new_sheet(&mut self, sheet: Sheet, proof: Option<&str>) -> Result<Secret> {
        let prover = self.prove(proof)?;
        let (mut slots, code) = (self.slots()?, new_recovery_code()?);
        sheet.put(&mut slots, self.path(), &code, &prover.keys)?;
        self.change(Action::MakeSheet, |_| {
            slots.write(self.path())?;
            Ok(Changed { value: (), object: "recovery".to_owned(), detail: json!({}) })
        })?;
        Ok(code)
    }

    /// Whether the database has a recovery code that counts; one person's needs none.
    ///
    /// # Errors
    /// When the key file cannot be read.
    pub fn has_sheet(&self) -> Result<bool> {
        Ok(self.user.is_none() || self.slots()?.has_recovery())
    }
}
