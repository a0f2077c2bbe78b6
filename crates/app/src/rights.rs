//! What the acting person may be trusted with: in a database with users by the roles that are held on
//! the day, in one person's database by what the host was made with.
//!
//! It is asked before an operation is handed out, and again inside the transaction of a change, so that
//! a role that is ended in between gives nothing any more.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::person::CostCentre;
pub use domain::user::Right;

use crate::error::{AppError, RefusalCode};
use crate::{App, Result};

/// The rights of one person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rights(u32);

impl Rights {
    /// Every right.
    #[must_use]
    pub fn all() -> Rights {
        Right::ALL.iter().copied().collect()
    }

    /// Whether a right is among them.
    #[must_use]
    pub fn has(self, right: Right) -> bool {
        self.0 & bit(right) != 0
    }

    /// Refuses where a right is not among them.
    ///
    /// # Errors
    /// `right-missing`, with the right.
    pub fn need(self, right: Right) -> Result<()> {
        if self.has(right) { Ok(()) } else { Err(missing(right)) }
    }

    fn add(&mut self, rights: &[Right]) {
        self.0 |= rights.iter().fold(0, |all, right| all | bit(*right));
    }
}

impl FromIterator<Right> for Rights {
    fn from_iter<I: IntoIterator<Item = Right>>(rights: I) -> Rights {
        Rights(rights.into_iter().fold(0, |all, right| all | bit(right)))
    }
}

fn bit(right: Right) -> u32 {
    1 << right as u32
}

fn missing(right: Right) -> AppError {
    AppError::refused(RefusalCode::RightMissing).with("right", right.as_str())
}

/// What the acting person may do today.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Rights to the whole city.
    pub whole: Rights,
    /// Rights to what belongs to some boards.
    pub of_boards: Rights,
    /// Those boards.
    pub boards: BTreeSet<CostCentre>,
}

impl App {
    /// What the acting person may do today.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn standing_today(&self) -> Result<Standing> {
        let Some(user) = &self.user else {
            return Ok(Standing { whole: self.rights, ..Standing::default() });
        };
        let (read, day) = (self.read(), self.rights_day()?);
        let mut standing = Standing::default();
        let active = read.user(&self.actor)?.is_some_and(|found| found.is_active(day));
        if !active {
            return Ok(standing);
        }
        for held in read.roles_of(user.user_no)?.iter().filter(|role| role.is_held(day)) {
            if held.role.is_of_boards() {
                standing.of_boards.add(held.role.rights());
                standing.boards.extend(held.boards.iter().cloned());
            } else {
                standing.whole.add(held.role.rights());
            }
        }
        Ok(standing)
    }

    /// The day by which roles and attests are held: the system's, and never one before the last event, so
    /// that a clock that is set back gives nothing back. A business date gives nobody anything.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub(crate) fn rights_day(&self) -> Result<NaiveDate> {
        let last = self.read().last_event_day()?;
        Ok(last.map_or(self.system_day, |last| last.max(self.system_day)))
    }

    /// Refuses an operation that the acting person may not be handed, and cuts what it reads; where the right is held for boards
    /// alone, and the operation is not cut to boards, it is refused rather than shown whole.
    ///
    /// # Errors
    /// `right-missing` or `right-of-boards`.
    pub fn permit(&self, right: Right, cut_to_boards: bool) -> Result<()> {
        let standing = self.standing_today()?;
        let scope = if standing.whole.has(right) {
            None
        } else if !standing.of_boards.has(right) {
            return Err(missing(right));
        } else if cut_to_boards {
            Some(standing.boards)
        } else {
            return Err(AppError::refused(RefusalCode::RightOfBoards));
        };
        self.cut_to(scope)
    }

    /// Refuses a change that the acting person may not make. A right that is held for boards alone
    /// changes something only inside an operation that is cut to them.
    pub(crate) fn need(&self, right: Right) -> Result<()> {
        let standing = self.standing_today()?;
        let in_scope = self.scope.borrow().is_some() && standing.of_boards.has(right);
        if standing.whole.has(right) || in_scope { Ok(()) } else { Err(missing(right)) }
    }

    /// Refuses what a whole city's right is needed for.
    pub(crate) fn has_right(&self, right: Right) -> Result<bool> {
        Ok(self.standing_today()?.whole.has(right))
    }
}
