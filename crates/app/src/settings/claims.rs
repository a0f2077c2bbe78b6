//! How the city claims its costs, and who is told when it is late.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{AppError, RefusalCode};

/// Who is told of money at risk when so many days are left.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct EscalationStep {
    /// Days to the cautious day.
    pub days: u16,
    /// To whom, such as a function's address; empty: nobody is named.
    pub recipient: String,
}

/// How the city claims its costs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ClaimSettings {
    /// First day of what is looked for: what lies before was claimed elsewhere. None: everything that is
    /// computed.
    #[ts(type = "string | null")]
    pub since: Option<chrono::NaiveDate>,
    /// Who is told of money at risk, by days left.
    pub escalations: Vec<EscalationStep>,
}

impl Default for ClaimSettings {
    fn default() -> ClaimSettings {
        let step = |days| EscalationStep { days, recipient: String::new() };
        ClaimSettings { since: None, escalations: [30, 14, 7].map(step).into() }
    }
}

impl ClaimSettings {
    /// What nothing could work with, each with its field.
    pub(super) fn faults(&self) -> Vec<AppError> {
        let mut faults = Vec::new();
        for (index, step) in self.escalations.iter().enumerate() {
            let field = |name: &str| format!("claims.escalations[{index}].{name}");
            if !(1..=MOST_ESCALATION_DAYS).contains(&step.days) {
                let wrong = AppError::refused(RefusalCode::EscalationDays);
                faults.push(wrong.with("most", MOST_ESCALATION_DAYS).in_field(&field("days")));
            }
            if self.escalations[..index].iter().any(|before| before.days == step.days) {
                let twice = AppError::refused(RefusalCode::EscalationTwice);
                faults.push(twice.with("days", step.days).in_field(&field("days")));
            }
            let typed = crate::typed::text_typed(&step.recipient, LONGEST_RECIPIENT);
            faults.extend(typed.err().map(|fault| fault.in_field(&field("recipient"))));
        }
        faults
    }
}

/// Somebody is told a year before at most.
const MOST_ESCALATION_DAYS: u16 = 365;
/// Longest recipient, in characters.
const LONGEST_RECIPIENT: usize = 200;
