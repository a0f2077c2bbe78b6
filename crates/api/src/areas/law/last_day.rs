//! By when a claim must have come in.

use domain::deadline::{ClaimedDays, LastDayFault, last_days};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::day_of;
use crate::explanation::word;
use crate::{ErrorReply, Host, texts};

/// Asks for the last day of a claim.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct LastDayQuestion {
    /// The compensation's code.
    pub code: String,
    /// `2026Q2`, `2025` or `2026-01-01/2026-03-31`.
    pub period: String,
    /// When the person was first received, where the rule needs it.
    #[serde(default)]
    pub received: Option<String>,
    /// Whether it is the first claim about the person.
    #[serde(default)]
    pub first_claim: bool,
}

/// By when a claim must have come in, as three ways of counting have it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LastDayAnswer {
    /// The compensation's code.
    pub code: String,
    /// First day of the period.
    pub period_from: String,
    /// Last day of the period, inclusive.
    pub period_until: String,
    /// Strictly by the number of the day: warnings go by this one.
    pub cautious: String,
    /// As the agency writes it.
    pub practice: String,
    /// The agency's day, moved to the next working day.
    pub statutory: String,
    /// The rule: a stable code.
    pub rule: String,
    /// The rule in a sentence.
    pub rule_text: String,
    /// Which limit decided: `period`, `reception` or `first-claim`.
    pub decided_by: String,
    /// What counts as received, in a sentence.
    pub received_text: String,
}

/// By when a claim must have come in.
///
/// # Errors
/// When the compensation has no last day, or the period does not fit its rule.
pub fn last_day(host: &mut Host, request: LastDayQuestion) -> Result<LastDayAnswer, ErrorReply> {
    use app::{AppError, RefusalCode};
    let law = host.law()?;
    let compensation = law.compensation(&request.code)?;
    let refused = |code, field: &str| AppError::refused(code).in_field(field);
    let no_rule = || refused(RefusalCode::NoLastDayRule, "code");
    let newest = compensation.wordings.last().and_then(|wording| wording.last_day);
    newest.ok_or_else(no_rule)?;
    let period = request.period.parse::<ClaimedDays>();
    let period = period.map_err(|_| refused(RefusalCode::ClaimedDaysWrong, "period"))?.days();
    let wording = compensation.wording_in(period).ok_or_else(|| {
        let limit = compensation.limit_beside(period);
        let day = limit.map_or_else(String::new, |day| day.to_string());
        refused(RefusalCode::PeriodOutsideRule, "period").with("day", day)
    })?;
    let rule = wording.last_day.ok_or_else(no_rule)?;
    let received = day_of("received", request.received.as_deref())?;
    let days = last_days(rule, period, received, request.first_claim).map_err(|fault| {
        let outside = |day: Option<chrono::NaiveDate>| {
            let day = day.map_or_else(String::new, |day| day.to_string());
            refused(RefusalCode::PeriodOutsideRule, "period").with("day", day)
        };
        match fault {
            LastDayFault::ReceptionMissing => refused(RefusalCode::ReceptionNeeded, "received"),
            LastDayFault::PeriodBeforeRule => outside(Some(rule.applies_from())),
            LastDayFault::PeriodAfterRule => outside(rule.applies_until()),
            LastDayFault::PeriodTooLong => refused(RefusalCode::PeriodTooLong, "period"),
            LastDayFault::PeriodBeforeReception => {
                refused(RefusalCode::PeriodBeforeReception, "period")
            }
        }
    })?;
    Ok(LastDayAnswer {
        code: compensation.code.0.clone(),
        period_from: period.from.to_string(),
        period_until: period.until.to_string(),
        cautious: days.cautious.to_string(),
        practice: days.practice.to_string(),
        statutory: days.statutory.to_string(),
        rule: word(&rule),
        rule_text: texts::text(&format!("law-last-day-{}", word(&rule)), &[]),
        decided_by: word(&days.decided_by),
        received_text: texts::text("law-received-in-time", &[]),
    })
}
