//! Taking a list in, and what the bank credited.

use domain::Ore;
use serde_json::{Value, json};
use store::lists::{ListRecord, ListState, RowState, SUM_LIMIT, StateSum};
use store::{Changed, Ending, Read, Write};

use super::doubles::look_for_doubles;
use super::settling::open_list_findings;
use crate::error::{AppError, RefusalCode};
use crate::typed::{amount_typed, reason_typed};
use crate::{Action, App, Result};

/// What the bank credited for a list, as it is asked for or kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BankAmount {
    /// In öre; none while it is not known.
    pub bank: Option<Ore>,
    /// Why it differs from the list.
    pub reason: Option<String>,
}

impl BankAmount {
    fn kept(list: &ListRecord) -> BankAmount {
        BankAmount { bank: list.bank, reason: list.bank_reason.clone() }
    }

    /// What was asked for; where no amount was, what the draft keeps, with the reason asked for.
    fn or_kept(&self, list: &ListRecord) -> BankAmount {
        if self.bank.is_some() {
            return self.clone();
        }
        let kept = BankAmount::kept(list);
        BankAmount { bank: kept.bank, reason: self.reason.clone().or(kept.reason) }
    }

    /// Refuses an amount that no list can sum to.
    fn check_size(&self) -> Result<()> {
        let limits = -SUM_LIMIT..=SUM_LIMIT;
        let sized = self.bank.map(|bank| amount_typed(bank, limits)).transpose();
        sized.map(drop).map_err(|fault| fault.in_field("bank_ore"))
    }

    /// Refuses an amount that differs from the payments' without a reason.
    fn check_difference(&self, net: Ore) -> Result<()> {
        let reason = self.reason.as_deref().unwrap_or_default();
        match self.bank {
            Some(bank) if bank != net && reason_typed(reason).is_err() => {
                let difference = net - bank;
                Err(AppError::refused(RefusalCode::DifferenceNeedsReason)
                    .with("difference_ore", difference.0)
                    .in_field("reason"))
            }
            _ => Ok(()),
        }
    }
}

/// What the rows that become payments sum to.
pub(crate) fn payments_sum(read: &Read<'_>, list: &ListRecord) -> Result<StateSum> {
    let sums = read.state_sums(list.list_no)?;
    let payments = sums.iter().filter(|(state, _)| state.becomes_payment());
    Ok(payments.fold(StateSum::default(), |sum, (_, state)| sum.plus(*state)))
}

impl App {
    /// Takes a draft in: from here its payments exist, on the observation account. Without a bank
    /// amount the one that the draft keeps is used.
    ///
    /// # Errors
    /// When rows wait for a decision, also such as have turned out to be payments of a list that was
    /// taken in meanwhile; or a difference against the bank has no reason.
    pub fn commit_list(&mut self, id: &str, asked: &BankAmount) -> Result<()> {
        asked.check_size()?;
        self.change(Action::CommitList, |write| {
            let list = self.draft_list(id)?;
            refuse_undecided(write, &list)?;
            // Others may have been taken in since this one was read. What is found then is kept,
            // whatever becomes of the draft.
            let rows_looked_at = look_for_doubles(write, &list)?;
            if let Err(refused) = refuse_undecided(write, &list) {
                let detail = json!({ "rows": rows_looked_at });
                let found = Changed { value: Err(refused), object: list.id, detail };
                return self.as_another(Action::FindDoubles, found);
            }
            let taken = take_in(write, &list, asked)?;
            Ok(Ending::Changed(Changed { value: Ok(()), object: list.id, detail: taken }))
        })?
    }

    /// The list with that id, which must be a draft.
    fn draft_list(&self, id: &str) -> Result<ListRecord> {
        let list = self.list(id)?;
        if list.state != ListState::Draft {
            return Err(AppError::refused(RefusalCode::ListNotDraft));
        }
        Ok(list)
    }

    /// Sets what the bank credited for a list. A draft keeps it until it is taken in, and is not
    /// asked for a reason: what its rows sum to is still being found out. The same amount and
    /// reason again change nothing.
    ///
    /// # Errors
    /// When the list has been taken back, or a difference of a committed list has no reason.
    pub fn set_bank_amount(&mut self, id: &str, asked: &BankAmount) -> Result<()> {
        asked.check_size()?;
        self.change(Action::SetBankAmount, |write| {
            let list = self.list(id)?;
            if list.state != ListState::Draft {
                let list = self.committed_list(id)?;
                asked.check_difference(payments_sum(write, &list)?.net())?;
            }
            if *asked == BankAmount::kept(&list) {
                return Ok(Ending::Nothing(()));
            }
            if asked.bank != list.bank && write.bank_amount_is_booked(list.list_no)? {
                return Err(AppError::refused(RefusalCode::BankAmountBooked).in_field("bank_ore"));
            }
            write.set_bank_amount(list.list_no, asked.bank, asked.reason.as_deref())?;
            let detail =
                json!({ "bank_ore": asked.bank, "was_ore": list.bank, "reason": asked.reason });
            Ok(Ending::Changed(Changed { value: (), object: list.id.clone(), detail }))
        })
    }

    /// Throws a draft away, original and all: nothing was paid.
    ///
    /// # Errors
    /// When the list is no draft any more.
    pub fn discard_list(&mut self, id: &str) -> Result<()> {
        self.change(Action::DiscardList, |write| {
            let list = self.draft_list(id)?;
            write.discard_draft(&list)?;
            let detail = json!({ "sha256": list.sha256, "rows": list.rows });
            Ok(Changed { value: (), object: list.id.clone(), detail })
        })
    }
}

fn refuse_undecided(read: &Read<'_>, list: &ListRecord) -> Result<()> {
    let sums = read.state_sums(list.list_no)?;
    let open = sums.get(&RowState::Open).map_or(0, |sum| sum.rows);
    let of_list = open_list_findings(read, list)?.len() as u64;
    if open + of_list == 0 {
        return Ok(());
    }
    let (errors, warnings) = read.open_finding_counts(list.list_no)?;
    Err(AppError::refused(RefusalCode::RowsUndecided)
        .with("rows", open + of_list)
        .with("errors", errors)
        .with("warnings", warnings + of_list))
}

/// Makes payments of the rows of a draft that nothing stops; says what its event says.
fn take_in(write: &Write<'_>, list: &ListRecord, asked: &BankAmount) -> Result<Value> {
    let payments = payments_sum(write, list)?;
    let mut asked = asked.or_kept(list);
    asked.check_difference(payments.net())?;
    if asked.bank.is_none_or(|bank| bank == payments.net()) {
        // Kept while the draft still differed; there is nothing left to explain.
        asked.reason = None;
    }
    write.settle_payment_date(list.list_no)?;
    write.set_list_state(list.list_no, ListState::Committed)?;
    write.set_bank_amount(list.list_no, asked.bank, asked.reason.as_deref())?;
    let entered = write.enter_payments(list.list_no, write.code_table()?)?;
    assert_eq!(entered, payments.rows, "every row that is not parked becomes a payment");
    Ok(json!({
        "sha256": list.sha256, "payments": entered, "net_ore": payments.net(),
        "bank_ore": asked.bank, "reason": asked.reason,
    }))
}
