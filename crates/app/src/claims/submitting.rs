//! That a claim was submitted: the receipt, the moment, and what was sent, byte for byte.

use chrono::NaiveDateTime;
use domain::claim::ClaimState;
use serde_json::json;
use store::claims::{ClaimRecord, NewSubmission};

use super::making::number_typed;
use super::{StepAt, go_on};
use crate::error::{AppError, RefusalCode};
use crate::typed::{day_typed, keep};
use crate::{Action, App, Result};

/// Forms of a moment: as a receipt prints it, and as programs write it.
const FORMS: [&str; 4] =
    ["%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"];

impl App {
    /// Notes that an approved claim was submitted, and freezes its package as it is now. From here
    /// nothing of it changes, and what it asks for stands in the ledger.
    ///
    /// # Errors
    /// All faults of the fields at once; or the claim is not approved, or another has the receipt.
    pub fn submit_claim(&mut self, at: &StepAt, receipt: &str, on: &str) -> Result<ClaimRecord> {
        self.claim_step(Action::SubmitClaim, at, |write, claim| {
            let approved = claim.clone();
            go_on(claim, ClaimState::Submitted)?;
            let mut faults = Vec::new();
            let receipt = keep(self.receipt_typed(receipt), "receipt", &mut faults);
            let on = keep(self.moment_typed(on), "on", &mut faults);
            let (Some(receipt), Some(on)) = (receipt, on) else {
                return Err(AppError::one_or_several(faults));
            };
            let files = self.claim_package(&approved)?;
            write.submit_claim(&NewSubmission {
                claim_no: claim.claim_no,
                receipt: &receipt,
                submitted_at: &on,
            })?;
            for file in &files {
                write.add_claim_file(claim.claim_no, &file.name, &file.sha256, &file.data)?;
            }
            Ok(json!({
                "step": "submitted", "receipt": receipt, "at": on, "files": files.len(),
            }))
        })
    }

    /// A receipt number, or proof of dispatch, that no other claim has.
    fn receipt_typed(&self, text: &str) -> Result<String> {
        let receipt = number_typed(text)?;
        if receipt.is_empty() {
            return Err(AppError::refused(RefusalCode::ReceiptMissing));
        }
        match self.read().claim_with_receipt(&receipt)? {
            Some(other) => Err(AppError::refused(RefusalCode::ReceiptUsed).with("claim", other)),
            None => Ok(receipt),
        }
    }

    /// A moment that does not lie ahead of the business date: a day, with the time where it is known.
    fn moment_typed(&self, text: &str) -> Result<String> {
        let text = text.trim();
        let wrong = || AppError::refused(RefusalCode::MomentWrong).with("text", text);
        let moment = FORMS.iter().find_map(|form| NaiveDateTime::parse_from_str(text, form).ok());
        let (day, written) = match moment {
            Some(moment) => (moment.date(), moment.format("%Y-%m-%d %H:%M").to_string()),
            None => {
                let day = day_typed(text).map_err(|_| wrong())?;
                (day, day.to_string())
            }
        };
        if self.today() < day {
            return Err(AppError::refused(RefusalCode::MomentAhead).with("text", text));
        }
        Ok(written)
    }
}
