//! By when a decision must be appealed.

use app::{AppError, RefusalCode};
use chrono::NaiveDate;
use domain::deadline::{AppealFault, last_days_to_appeal};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::{certain_day_of, day_of, day_text};
use crate::{ErrorReply, Host, texts};

/// Asks for the last days to appeal a decision.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct AppealQuestion {
    /// The day of the decision.
    pub decided: String,
    /// The day on which it was received; none while that is not known.
    #[serde(default)]
    pub served: Option<String>,
}

/// The last days to appeal a decision (förvaltningslag (2017:900) 44 §).
#[derive(Clone, Debug, Serialize, TS)]
pub struct AppealDaysView {
    /// The day of the decision.
    pub decided: String,
    /// The day on which it was received; none while that is not known.
    pub served: Option<String>,
    /// Three weeks from the decision: plan by this one.
    pub cautious: String,
    /// The same, moved to the next working day.
    pub cautious_statutory: String,
    /// Three weeks from the day on which it was received; none while that is not known.
    pub ordinary: Option<String>,
    /// The same, moved to the next working day.
    pub ordinary_statutory: Option<String>,
    /// Why there are two, in a sentence.
    pub appeal_text: String,
}

/// The last days to appeal what was decided on `decided` and received on `served`.
///
/// # Errors
/// When it would have been received before it was decided.
pub(in crate::areas) fn appeal_days(
    decided: NaiveDate,
    served: Option<NaiveDate>,
) -> Result<AppealDaysView, ErrorReply> {
    let days = last_days_to_appeal(decided, served).map_err(|fault| match fault {
        AppealFault::ReceivedBeforeDecision => AppError::refused(RefusalCode::ServedBeforeDecided)
            .with("decided", decided)
            .in_field("served"),
    })?;
    Ok(AppealDaysView {
        decided: decided.to_string(),
        served: day_text(served),
        cautious: days.cautious.nominal.to_string(),
        cautious_statutory: days.cautious.statutory.to_string(),
        ordinary: day_text(days.from_receipt.map(|day| day.nominal)),
        ordinary_statutory: day_text(days.from_receipt.map(|day| day.statutory)),
        appeal_text: texts::text("law-days-to-appeal", &[]),
    })
}

/// By when a decision must be appealed. Whether it can be appealed at all is a matter of its ordinance.
///
/// # Errors
/// Days that are none, each in its field, and a decision that was received before it was made.
pub fn appeal(_: &mut Host, request: AppealQuestion) -> Result<AppealDaysView, ErrorReply> {
    let decided = certain_day_of("decided", &request.decided).map_err(ErrorReply::from);
    let served = day_of("served", request.served.as_deref());
    match (decided, served) {
        (Ok(decided), Ok(served)) => appeal_days(decided, served),
        (Err(decided), Err(served)) => Err(ErrorReply { also: vec![served], ..decided }),
        (Err(fault), Ok(_)) | (Ok(_), Err(fault)) => Err(fault),
    }
}
