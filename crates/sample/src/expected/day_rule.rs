//! How the month table says a day of a life.

use serde::Deserialize;

/// A day, by the months of a life or by its named days.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(super) enum DayRule {
    /// The first day of a month, which may lie before the life.
    First(i32),
    /// The last day of a month.
    Last(i32),
    /// A named day.
    On(String),
    /// The day before a named one.
    Before(String),
}

impl DayRule {
    /// The named day that it hangs on.
    pub(super) fn named(&self) -> Option<&str> {
        match self {
            DayRule::On(name) | DayRule::Before(name) => Some(name),
            DayRule::First(_) | DayRule::Last(_) => None,
        }
    }
}

impl TryFrom<String> for DayRule {
    type Error = std::num::ParseIntError;

    fn try_from(text: String) -> Result<DayRule, Self::Error> {
        match text.split_once(' ') {
            Some(("first", month)) => month.parse().map(DayRule::First),
            Some(("last", month)) => month.parse().map(DayRule::Last),
            Some(("before", name)) => Ok(DayRule::Before(name.to_owned())),
            _ => Ok(DayRule::On(text)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_they_are_written() {
        let rule = |text: &str| DayRule::try_from(text.to_owned()).ok();
        assert_eq!(rule("first 3"), Some(DayRule::First(3)));
        assert_eq!(rule("last -1"), Some(DayRule::Last(-1)));
        assert_eq!(rule("before moved"), Some(DayRule::Before("moved".to_owned())));
        assert_eq!(rule("moved"), Some(DayRule::On("moved".to_owned())));
        assert_eq!(rule("first moved"), None);
    }
}
