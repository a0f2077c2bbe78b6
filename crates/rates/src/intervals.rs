//! The values of a case through time: they neither overlap nor leave a gap.

use chrono::NaiveDate;
use domain::law::Rate;

use crate::Reason;

/// What stands between two neighbours in time; none: the second follows upon the first.
pub(crate) fn between(case: &str, first: &Rate, second: &Rate) -> Option<Reason> {
    let case = || case.to_owned();
    let next = match first.valid_until {
        Some(until) => until.succ_opt(),
        None => None,
    };
    match next {
        Some(next) if next == second.valid_from => None,
        Some(next) if next < second.valid_from => {
            let until = second.valid_from.pred_opt().unwrap_or(NaiveDate::MIN);
            Some(Reason::Gap { case: case(), from: next, until })
        }
        _ => Some(Reason::Overlap { case: case(), from: second.valid_from }),
    }
}

/// Whether both hold on some day.
pub(crate) fn share_a_day(one: &Rate, other: &Rate) -> bool {
    let begins_in_time =
        |a: &Rate, b: &Rate| b.valid_until.is_none_or(|until| a.valid_from <= until);
    begins_in_time(one, other) && begins_in_time(other, one)
}
