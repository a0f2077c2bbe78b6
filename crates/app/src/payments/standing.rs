//! How lists stand: what each waits for, and what its rows sum to.

use std::collections::{BTreeMap, HashMap};

use domain::{AccountingPeriod, Ore};
use store::ListNo;
use store::lists::{ListProgress, ListRecord, ListState, RowState, StateSum};

use crate::{App, Result};

/// The step of the main job that a list waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListStep {
    /// Rows wait for decisions, or the list for being taken in.
    Review,
    /// Payments wait for being matched.
    Match,
    /// Payments wait for being shared.
    Distribute,
    /// Shares wait for an order.
    Book,
    /// Orders wait for being handed over.
    HandOver,
    /// Everything is handed over.
    Done,
    /// Taken back.
    Reversed,
}

impl ListStep {
    fn of(state: ListState, progress: &ListProgress) -> ListStep {
        match state {
            ListState::Draft => return ListStep::Review,
            ListState::Reversed => return ListStep::Reversed,
            ListState::Committed => {}
        }
        let ListProgress { payments, looked_at, matched, distributed, .. } = *progress;
        if matched < payments && distributed == matched || looked_at < payments {
            ListStep::Match
        } else if distributed < matched {
            ListStep::Distribute
        } else if progress.unbooked > 0 {
            ListStep::Book
        } else if progress.handed_over < distributed {
            ListStep::HandOver
        } else {
            ListStep::Done
        }
    }
}

/// What the rows of a list sum to, state by state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListSums(BTreeMap<RowState, StateSum>);

impl ListSums {
    /// Rows in one state.
    #[must_use]
    pub fn of(&self, state: RowState) -> StateSum {
        self.0.get(&state).copied().unwrap_or_default()
    }

    /// Rows that are payments, or become them.
    #[must_use]
    pub fn taken(&self) -> StateSum {
        self.sum(RowState::becomes_payment)
    }

    /// Every row.
    #[must_use]
    pub fn file(&self) -> StateSum {
        self.sum(|_| true)
    }

    fn sum(&self, counts: fn(RowState) -> bool) -> StateSum {
        let states = self.0.iter().filter(|(state, _)| counts(**state));
        states.fold(StateSum::default(), |sum, (_, part)| sum.plus(*part))
    }
}

/// A list as it stands.
#[derive(Clone, Debug)]
pub struct ListStands {
    /// The list.
    pub list: ListRecord,
    /// What it waits for.
    pub step: ListStep,
    /// Payments that are not matched.
    pub unmatched: u64,
    /// What its rows sum to.
    pub sums: ListSums,
}

impl ListStands {
    fn of(list: ListRecord, progress: &ListProgress, sums: BTreeMap<RowState, StateSum>) -> Self {
        ListStands {
            step: ListStep::of(list.state, progress),
            unmatched: progress.payments.saturating_sub(progress.matched),
            sums: ListSums(sums),
            list,
        }
    }

    /// What the payments sum to above what the bank credited, where that is known. What a draft will
    /// take in is still being found out: the bank is compared with all of it.
    #[must_use]
    pub fn difference(&self) -> Option<Ore> {
        let compared = match self.list.state {
            ListState::Draft => self.sums.file(),
            _ => self.sums.taken(),
        };
        self.list.bank.map(|bank| compared.net() - bank)
    }
}

/// How much waits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Persons in the register.
    pub persons: u64,
    /// Lists to review or match.
    pub to_settle: u64,
    /// Lists to share.
    pub to_distribute: u64,
    /// Lists to book, and orders to hand over.
    pub to_book: u64,
    /// Vouchers of this year that were handed over and have no number yet.
    pub without_number: u64,
}

impl App {
    /// Every list, the newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn payment_lists(&self) -> Result<Vec<ListRecord>> {
        Ok(self.read().lists()?)
    }

    /// Every list by its number.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn lists_by_number(&self) -> Result<HashMap<ListNo, ListRecord>> {
        Ok(self.payment_lists()?.into_iter().map(|list| (list.list_no, list)).collect())
    }

    /// How many rows of a list wait with an error, and how many with warnings alone.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn open_row_counts(&self, list: &ListRecord) -> Result<(u64, u64)> {
        Ok(self.read().open_row_counts(list.list_no)?)
    }

    /// The ids of the runs that a list's rows lie in, the first first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn distributions_of_list(&self, list: &ListRecord) -> Result<Vec<String>> {
        Ok(self.read().distributions_of_list(list.list_no)?)
    }

    /// How every list stands, the newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn lists_standing(&self) -> Result<Vec<ListStands>> {
        let read = self.read();
        let mut sums = read.all_state_sums()?;
        let standings = read.list_standings()?.into_iter();
        let progress: BTreeMap<_, _> =
            standings.map(|standing| (standing.list_no, standing.progress)).collect();
        let stands = |list: ListRecord| {
            let sums = sums.remove(&list.list_no).unwrap_or_default();
            let progress = progress.get(&list.list_no).copied().unwrap_or_default();
            ListStands::of(list, &progress, sums)
        };
        Ok(read.lists()?.into_iter().map(stands).collect())
    }

    /// How a list stands.
    ///
    /// # Errors
    /// When there is no such list, or the database cannot be read.
    pub fn list_standing(&self, id: &str) -> Result<ListStands> {
        let list = self.list(id)?;
        let read = self.read();
        let progress = read.list_standing(list.list_no)?.progress;
        let sums = read.state_sums(list.list_no)?;
        Ok(ListStands::of(list, &progress, sums))
    }

    /// Lists that are read and not taken in.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn lists_to_take_in(&self) -> Result<u64> {
        let standings = self.read().list_standings()?;
        let drafts = standings.iter().filter(|standing| standing.state == ListState::Draft);
        Ok(drafts.count() as u64)
    }

    /// How much waits where.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn waiting(&self) -> Result<Waiting> {
        let read = self.read();
        let mut waiting = Waiting { persons: read.person_count()?, ..Waiting::default() };
        for standing in read.list_standings()? {
            match ListStep::of(standing.state, &standing.progress) {
                ListStep::Review | ListStep::Match => waiting.to_settle += 1,
                ListStep::Distribute => waiting.to_distribute += 1,
                ListStep::Book => waiting.to_book += 1,
                ListStep::HandOver | ListStep::Done | ListStep::Reversed => {}
            }
        }
        waiting.to_book += read.open_order_count()?;
        waiting.without_number =
            read.vouchers_without_number(AccountingPeriod::of(self.today).year())?;
        Ok(waiting)
    }
}
