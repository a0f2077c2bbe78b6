//! The law: its compensations with their values through time, what they give, and by when they are asked
//! for. Works without a database on the law that ships; with one, on the law in force there.

mod additions;
mod appeal;
mod calculation;
mod catalogue;
mod effect;
mod last_day;
mod value;
mod year;

use std::sync::Arc;

use app::law::Law;

pub use self::additions::{
    AddRate, Additions, AnswerQuestion, AnswerView, CheckRate, QuestionView, RateChangeView,
    RatePreview, WithdrawRate, add, additions, answer, check, preview, withdraw,
};
pub(super) use self::appeal::appeal_days;
pub use self::appeal::{AppealDaysView, AppealQuestion, appeal};
pub use self::calculation::{
    AmountView, Calculate, Calculated, CostItem, CostItems, calculate, cost_items,
};
pub(super) use self::calculation::{amount_view, unmet_text};
pub(super) use self::catalogue::law_text;
pub use self::catalogue::{
    CompensationLine, LawCaseView, LawList, LawListRequest, LawView, LawViewRequest, RateView,
    list, view,
};
pub use self::effect::{EffectRequest, EffectRowView, EffectSumView, EffectView, effect};
pub use self::last_day::{LastDayAnswer, LastDayQuestion, last_day};
pub(super) use self::value::refusal_text;
pub use self::value::{ValueRequest, ValueView, value};
pub use self::year::{
    SetYear, TypedYearValue, YearRequest, YearRowView, YearSet, YearView, set_year, year,
};
pub use super::Nothing;
use crate::{ErrorReply, Host};

impl Host {
    /// The law in force in the open database, or the one that ships.
    fn law(&self) -> Result<Arc<Law>, ErrorReply> {
        match self.opened() {
            Some(app) => Ok(app.law_in_force()?),
            None => Ok(Arc::clone(app::law::shipped()?)),
        }
    }
}
