//! Last days and expected days: by when a claim or an appeal must have arrived, and when a payment
//! may be expected. The day is always an argument; nothing here knows what day it is.

mod appeal;
mod claimed_days;
mod last_days;
mod payment_day;
#[cfg(test)]
mod properties;
mod spans;
mod working_day;

pub use appeal::{
    APPEAL_WEEKS, AppealDay, AppealDays, AppealFault, last_day_to_appeal_judgment,
    last_days_to_appeal,
};
pub use claimed_days::{ClaimedDays, ClaimedDaysFault};
pub use last_days::{
    DecidedBy, LastDayFault, LastDayRule, LastDays, Timeliness, last_days, received_in_time,
};
pub use payment_day::{PaymentRhythm, expected_decision_day, expected_payment_day};
pub use working_day::{
    easter_sunday, holidays, is_bank_day, is_holiday, is_working_day, last_bank_day,
    next_working_day,
};
