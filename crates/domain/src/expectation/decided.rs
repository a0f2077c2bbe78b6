//! How a decision agrees with what was expected of it.

use serde::Serialize;

use super::comparison::{Basis, Comparison};

/// How what was granted agrees with what was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decided {
    /// It was expected, and no decision names it.
    NotInDecision,
    /// Another amount was granted than was expected.
    Differs,
    /// It was granted, and nothing expects it.
    NotExpected,
    /// The amount that was expected was granted.
    AsExpected,
}

impl Decided {
    /// How a comparison was decided; none where neither is anything expected nor anything granted.
    #[must_use]
    pub fn of(comparison: &Comparison<'_>) -> Option<Decided> {
        match comparison.basis {
            Basis::Computed(_) if comparison.granted.is_zero() => Some(Decided::NotInDecision),
            Basis::Computed(_) if comparison.granted == comparison.expected => {
                Some(Decided::AsExpected)
            }
            Basis::Computed(_) => Some(Decided::Differs),
            Basis::Granted(_) => Some(Decided::NotExpected),
            Basis::Nothing => None,
        }
    }

    /// Its name, as it stands in contracts.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Decided::NotInDecision => "not-in-decision",
            Decided::Differs => "differs",
            Decided::NotExpected => "not-expected",
            Decided::AsExpected => "as-expected",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{OURS, day, expected, granted};
    use super::super::{ListsRead, compare};
    use super::Decided;

    #[test]
    fn each_amount_is_decided_as_expected_otherwise_or_not_at_all() {
        let items =
            [expected("2026-01", 1000), expected("2026-02", 1000), expected("2026-03", 1000)];
        let grants = [
            granted("2026-01", "2026-02-12", 1000),
            granted("2026-02", "2026-02-12", 900),
            granted("2026-07", "2026-02-12", 500),
        ];
        let lists = ListsRead::every();
        let found = compare(&OURS, &items, &[], &grants, &lists, day("2026-02-15"));
        let found: Vec<_> = found.iter().map(Decided::of).collect();
        let expected =
            [Decided::AsExpected, Decided::Differs, Decided::NotInDecision, Decided::NotExpected];
        assert_eq!(found, expected.map(Some));
    }
}
