//! Decisions of the agency, two weeks before the money.

use app::App;
use app::expecting::TypedGrant;
use app::payments::{ListSource, Watch};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::law::appeal_days;
use super::super::persons::{PersonBrief, briefs_of};
use super::super::{Diagnostic, day_of, diagnostics};
use super::Nothing;
use crate::ErrorReply;
use crate::error::Outcome;

/// Enters a decision.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct Decide {
    /// The client's id; none: a new one.
    #[serde(default)]
    pub id: Option<String>,
    /// The register's own Person-id; none: the city itself.
    #[serde(default)]
    pub person: Option<String>,
    /// The compensation's code.
    pub compensation: String,
    /// First day that it is for.
    pub period_from: String,
    /// Last day that it is for, inclusive.
    pub period_until: String,
    /// The day of the decision.
    pub decided_on: String,
    /// What was granted.
    pub amount_ore: i64,
    /// The decision's number, or where it was read.
    #[serde(default)]
    pub source: String,
}

/// A decision.
#[derive(Clone, Debug, Serialize, TS)]
pub struct GrantView {
    /// Its id.
    pub id: String,
    /// Who it is about; none: the city itself.
    pub brief: Option<PersonBrief>,
    /// The compensation's code.
    pub compensation: String,
    /// First day that it is for.
    pub period_from: String,
    /// Last day that it is for, inclusive.
    pub period_until: String,
    /// The day of the decision.
    pub decided_on: String,
    /// What was granted.
    pub amount_ore: i64,
    /// The decision's number, or where it was read.
    pub source: String,
    /// By when it must be appealed, three weeks from the decision: plan by this day. From the day on
    /// which it was received it is `law.appeal_days` that counts.
    pub appeal_cautious: String,
    /// The same, moved to the next working day.
    pub appeal_cautious_statutory: String,
}

/// Decisions that stand.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Grants {
    /// By person and day.
    pub grants: Vec<GrantView>,
    /// What was granted in all.
    pub amount_ore: i64,
}

/// Reads decisions from a file.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ReadDecisions {
    /// The file; an import profile of payment lists must suit it.
    pub path: String,
    /// The import profile's name; none: the one that suits.
    #[serde(default)]
    pub profile: Option<String>,
    /// The day of the decisions, where the file has none; none: the business date.
    #[serde(default)]
    pub decided_on: Option<String>,
}

/// What a file of decisions brought in.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DecisionsReadView {
    /// Findings where anything is wrong: nothing is entered then.
    pub outcome: Outcome,
    /// Decisions entered.
    pub entered: u64,
    /// Decisions that were there before.
    pub known: u64,
    /// What the entered ones grant together.
    pub amount_ore: i64,
    /// Lines that were left out: nobody in the register, or a code without compensation.
    pub left_out: Vec<u32>,
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// Takes a decision back that was entered by mistake.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct WithdrawGrant {
    /// Its id.
    pub id: String,
}

/// Decisions that stand.
///
/// # Errors
/// When the database cannot be read.
pub fn grants(app: &mut App, _: Nothing) -> Result<Grants, ErrorReply> {
    let mut view = Grants { grants: Vec::new(), amount_ore: 0 };
    let grants = app.grants()?;
    let briefs = briefs_of(app, grants.iter().filter_map(|grant| grant.person))?;
    for grant in grants {
        view.amount_ore += grant.amount.0;
        let appeal = appeal_days(grant.decided_on, None)?;
        view.grants.push(GrantView {
            id: grant.id,
            brief: grant.person.and_then(|person| briefs.get(&person).cloned()),
            compensation: grant.compensation.0,
            period_from: grant.period.from.to_string(),
            period_until: grant.period.until.to_string(),
            decided_on: grant.decided_on.to_string(),
            amount_ore: grant.amount.0,
            source: grant.source,
            appeal_cautious: appeal.cautious,
            appeal_cautious_statutory: appeal.cautious_statutory,
        });
    }
    Ok(view)
}

/// Enters a decision.
///
/// # Errors
/// Every fault of its fields at once.
pub fn decide(app: &mut App, request: Decide) -> Result<Grants, ErrorReply> {
    app.enter_grant(&TypedGrant {
        id: request.id,
        person: request.person,
        compensation: request.compensation,
        period_from: request.period_from,
        period_until: request.period_until,
        decided_on: request.decided_on,
        amount: domain::Ore(request.amount_ore),
        source: request.source,
    })?;
    grants(app, Nothing {})
}

/// Takes a decision back.
///
/// # Errors
/// When there is none with that id.
pub fn withdraw_grant(app: &mut App, request: WithdrawGrant) -> Result<Grants, ErrorReply> {
    app.withdraw_grant(&request.id)?;
    grants(app, Nothing {})
}

/// Reads decisions from a file, all or none.
///
/// # Errors
/// When the file cannot be read, or no single profile suits.
pub fn read_decisions(
    app: &mut App,
    request: ReadDecisions,
    watch: &dyn Watch,
) -> Result<DecisionsReadView, ErrorReply> {
    let decided_on = day_of("decided_on", request.decided_on.as_deref())?;
    let decided_on = decided_on.unwrap_or_else(|| app.today());
    let source = ListSource::File(request.path.into());
    let profile = request.profile.as_deref();
    let read = app.read_decisions(source, profile, decided_on, watch)?;
    Ok(DecisionsReadView {
        outcome: if read.findings.is_empty() { Outcome::Done } else { Outcome::Findings },
        entered: read.entered,
        known: read.known,
        amount_ore: read.amount.0,
        left_out: read.left_out,
        diagnostics: diagnostics(&read.findings),
    })
}
