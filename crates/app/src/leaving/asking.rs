//! Who may take everything out: one asks, and in a database with users another confirms, who may open
//! protected persons; what is written names everybody.

use serde_json::json;
use sha2::{Digest, Sha256};
use store::leaving::ExitRequest;
use store::{Changed, Ending, Read};

use crate::error::{AppError, RefusalCode};
use crate::typed::reason_typed;
use crate::users::{Waiting, WaitingKind};
use crate::{Action, App, Result, Right};

/// How far the taking out has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExitStands {
    /// What was asked for and is neither written nor given back; none: nobody has asked.
    pub request: Option<ExitRequest>,
    /// Whether another must confirm it.
    pub needs_second: bool,
    /// Protected persons, whom it names as all others.
    pub protected: u64,
}

impl App {
    /// How far the taking out has come.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn exit_stands(&self) -> Result<ExitStands> {
        Ok(ExitStands {
            request: self.read().exit_requests()?.pop(),
            needs_second: self.is_logged_in(),
            protected: self.read().protected_count(self.protection_day())?,
        })
    }

    /// Asks for everything to leave. Another confirms it under what waits for an attest.
    ///
    /// # Errors
    /// Without a reason, in one person's database, or where somebody has asked already.
    pub fn ask_exit(&self, id: &str, reason: &str) -> Result<()> {
        if !self.is_logged_in() {
            return Err(AppError::refused(RefusalCode::ExitNeedsNobody));
        }
        let reason = reason_typed(reason)?;
        self.change(Action::AskExit, |write| {
            if let Some(known) = write.exit_reason(id)? {
                AppError::require_same(known == reason, id)?;
                return Ok(Ending::Nothing(()));
            }
            if !write.exit_requests()?.is_empty() {
                return Err(AppError::refused(RefusalCode::ExitAskedAlready));
            }
            write.add_exit_request(id, reason)?;
            let detail = json!({ "reason": reason });
            Ok(Ending::Changed(Changed { value: (), object: id.to_owned(), detail }))
        })
    }

    /// Confirms what another has asked for. Signed.
    ///
    /// # Errors
    /// When nobody has asked, it is the acting user's own, or the password is missing.
    pub(crate) fn confirm_exit(&self, id: &str, proof: Option<&str>) -> Result<()> {
        let prover = self.prove(proof)?;
        self.change(Action::ConfirmExit, |write| {
            let request = open_request(write, id)?;
            self.may_confirm_exit(&request)?;
            write.confirm_exit(id)?;
            self.sign(write, &prover, Action::ConfirmExit, id)?;
            let detail = json!({ "asked_by": request.asked_by });
            Ok(Changed { value: (), object: id.to_owned(), detail })
        })
    }

    /// Gives back what was asked for: nothing leaves.
    ///
    /// # Errors
    /// When nobody has asked.
    pub(crate) fn return_exit(&self, id: &str, comment: &str) -> Result<()> {
        let comment = reason_typed(comment)?;
        self.change(Action::ReturnExit, |write| {
            open_request(write, id)?;
            write.end_exit(id)?;
            let detail = json!({ "comment": comment });
            Ok(Changed { value: (), object: id.to_owned(), detail })
        })
    }

    fn may_confirm_exit(&self, request: &ExitRequest) -> Result<()> {
        match request.asked_by.as_deref() == Some(self.actor()) {
            true => Err(AppError::refused(RefusalCode::SelfAttest)),
            false => Ok(()),
        }
    }

    /// What was asked for and waits for the acting user's word.
    pub(crate) fn exits_waiting(&self) -> Result<Vec<Waiting>> {
        if !self.has_right(Right::OpenProtected)? {
            return Ok(Vec::new());
        }
        let requests = self.read().exit_requests()?.into_iter();
        let waiting = requests.filter(|one| one.confirmed.is_none()).map(|one| Waiting {
            kind: WaitingKind::Exit,
            name: one.reason.clone(),
            amount: None,
            hindered: self.may_confirm_exit(&one).err(),
            by: one.asked_by.zip(one.asked_at).unwrap_or_default(),
            id: one.id,
        });
        Ok(waiting.collect())
    }
}

fn open_request(read: &Read<'_>, id: &str) -> Result<ExitRequest> {
    let found = read.exit_requests()?.into_iter().find(|one| one.id == id);
    found.ok_or_else(|| AppError::refused(RefusalCode::NothingWaits).in_field("id"))
}

/// SHA-256 over what is confirmed: its reason.
pub(crate) fn exit_digest(read: &Read<'_>, id: &str) -> Result<Option<[u8; 32]>> {
    let reason = read.exit_reason(id)?;
    Ok(reason.map(|reason| Sha256::digest(json!([id, reason]).to_string().as_bytes()).into()))
}
