//! What should come, what came, and what is missing.

mod awaited;
mod calendar;
mod changes;
mod checking;
mod decisions;
mod line;
mod overview;
mod person;
mod reports;

pub use self::awaited::{AwaitedView, UncheckedView, UnreadView, awaited};
pub use self::calendar::{CalendarDay, CalendarView, ExpectedGroup, calendar};
pub use self::changes::{ChangeView, ChangesRequest, ChangesView, changes};
pub use self::checking::{
    DecisionCheckRequest, DecisionCheckView, DecisionRowView, MarkDecisions, check_decisions,
    mark_decisions,
};
pub use self::decisions::{
    Decide, DecisionsReadView, GrantView, Grants, ReadDecisions, WithdrawGrant, decide, grants,
    read_decisions, withdraw_grant,
};
pub use self::line::{LineView, PaidPartView};
pub use self::overview::{ExpectedMonth, ExpectedOf, OverviewView, SumsView, overview};
pub use self::person::{
    AsOfPerson, DueMonth, ExplainLine, LineExplained, NotTriggeredView, PersonExpected, explain,
    person,
};
pub use self::reports::{
    EndFault, FaultView, Faults, KeepReport, Kept, MayBeView, MissingOf, MissingRow, MissingView,
    NoteFault, PrintMissing, ReportedRowView, ReportedView, WriteOff, end_fault, faults, keep,
    missing, note_fault, print, reported, write_off,
};
pub use super::{Nothing, WrittenFile};

use app::App;
use app::{AppError, RefusalCode};
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

use super::day_of;
use crate::ErrorReply;

/// Asks how things stand on a day.
#[derive(Clone, Debug, Default, Deserialize, TS)]
pub struct AsOf {
    /// The day, inclusive; none: the business date.
    #[serde(default)]
    pub as_of: Option<String>,
}

fn as_of_day(app: &App, as_of: Option<&str>) -> Result<NaiveDate, ErrorReply> {
    Ok(day_of("as_of", as_of)?.unwrap_or_else(|| app.today()))
}

/// The day of a report: nobody can report what a day that has not come would show.
fn day_of_report(app: &App, as_of: Option<&str>) -> Result<NaiveDate, ErrorReply> {
    let day = as_of_day(app, as_of)?;
    if day > app.today() {
        return Err(AppError::refused(RefusalCode::DayNotCome).in_field("as_of").into());
    }
    Ok(day)
}
