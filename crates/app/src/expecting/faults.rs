//! Faults that the agency knows and has asked us to wait with.

use chrono::Months;
use serde_json::json;
use store::expectation::KnownFault;
use store::{Changed, Ending};

use crate::error::{AppError, RefusalCode};
use crate::typed::text_typed;
use crate::{Action, App, Result};

/// Longest words, in characters.
const LONGEST: usize = 500;

/// Longest time that a known fault holds rows back: whoever types a year wrong hides them for ever.
const LONGEST_FAULT: Months = Months::new(10 * 12);

impl App {
    /// Faults that the agency knows and that have not ended.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn known_faults(&self) -> Result<Vec<KnownFault>> {
        Ok(self.read().known_faults()?)
    }

    /// Notes a fault that the agency knows and has asked us to wait with.
    ///
    /// # Errors
    /// When it ends before it begins, or says nothing.
    pub fn note_fault(&mut self, fault: &KnownFault) -> Result<()> {
        if fault.period_until < fault.period_from {
            let refused = AppError::refused(RefusalCode::FactEndsBeforeItBegins);
            return Err(refused.in_field("period_until"));
        }
        let latest = fault.period_from.checked_add_months(LONGEST_FAULT);
        if latest.is_some_and(|latest| fault.period_until > latest) {
            return Err(AppError::refused(RefusalCode::SpanTooLong)
                .with("from", fault.period_from)
                .with("until", fault.period_until)
                .in_field("period_until"));
        }
        let words = text_typed(&fault.words, LONGEST)?;
        if words.is_empty() {
            return Err(AppError::refused(RefusalCode::ReasonMissing).in_field("words"));
        }
        self.change(Action::NoteFault, |write| {
            if write.known_faults()?.contains(fault) {
                return Ok(Ending::Nothing(()));
            }
            let fault = KnownFault { words, ..fault.clone() };
            write.add_known_fault(&fault)?;
            let detail = json!({
                "compensation": fault.compensation, "period_from": fault.period_from,
                "period_until": fault.period_until,
            });
            Ok(Ending::Changed(Changed { value: (), object: fault.id.clone(), detail }))
        })
    }

    /// Ends a fault: its rows are reported again.
    ///
    /// # Errors
    /// When there is none.
    pub fn end_fault(&mut self, id: &str) -> Result<()> {
        self.change(Action::NoteFault, |write| {
            if !write.known_faults()?.iter().any(|fault| fault.id == id) {
                return Err(AppError::refused(RefusalCode::NoSuchFault).in_field("id"));
            }
            write.end_known_fault(id)?;
            let detail = json!({ "ended": true });
            Ok(Changed { value: (), object: id.to_owned(), detail })
        })
    }
}
