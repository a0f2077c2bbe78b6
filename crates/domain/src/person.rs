//! A person of the register, as far as payments need one.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::identity::{DossierNumber, NationalNumber, numbers_in};

/// The register's own id of a person, such as `P07`; free text chosen by the municipality.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PersonId(pub String);

/// The code of a board's responsibility unit (ansvar), such as `7110`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CostCentre(pub String);

impl PersonId {
    /// Whether it holds a personal, coordination or dossier number, however that is written. The id of
    /// a protected person is shown, so it may not. A dossier number has no check digit: where letters
    /// stand beside eight digits they may be a year and a running number, and are a dossier number
    /// only if it is the person's own.
    #[must_use]
    pub fn holds_identity_number(&self, is_own: impl Fn(DossierNumber) -> bool) -> bool {
        let has_letters = self.0.chars().any(char::is_alphabetic);
        numbers_in(&self.0).iter().any(|digits| match DossierNumber::parse(digits) {
            Ok(number) => !has_letters || is_own(number),
            Err(_) => NationalNumber::is_one(digits),
        })
    }
}

impl std::fmt::Display for PersonId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::fmt::Display for CostCentre {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// The numbers that can point at a person; a person may have had several of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Identity {
    /// Dossiernummer.
    Dossier(DossierNumber),
    /// Personnummer or samordningsnummer.
    National(NationalNumber),
}

/// Which board answers for a person, when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardSpan {
    /// First day; none from the beginning.
    pub from: Option<NaiveDate>,
    /// Last day, inclusive; none until further notice.
    pub until: Option<NaiveDate>,
    /// The board's cost centre.
    pub cost_centre: CostCentre,
}

/// The board that answers for a person on `day`, given its spans in any order. Of spans that overlap
/// the one that began last.
#[must_use]
pub fn board_on(spans: &[BoardSpan], day: NaiveDate) -> Option<&CostCentre> {
    spans
        .iter()
        .filter(|span| {
            span.from.is_none_or(|from| from <= day) && span.until.is_none_or(|until| day <= until)
        })
        .max_by_key(|span| span.from)
        .map(|span| &span.cost_centre)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_in_an_id_is_told_from_a_running_number() {
        let own = |number: DossierNumber| number.to_string() == "99123456";
        let holds = |id: &str| PersonId(id.to_owned()).holds_identity_number(own);
        for id in ["900101+2385", "P19 900101.2385", "99.000078", "D99123456", "２０170101-2393"]
        {
            assert!(holds(id), "{id}");
        }
        for id in ["P07", "K20260001", "D99123457", "900101-2386", "2026-1", "123456789"] {
            assert!(!holds(id), "{id}");
        }
    }

    #[test]
    fn the_span_that_holds_on_the_day_answers() {
        let span = |from: Option<&str>, until: Option<&str>, centre: &str| BoardSpan {
            from: from.map(|day| day.parse().unwrap()),
            until: until.map(|day| day.parse().unwrap()),
            cost_centre: CostCentre(centre.into()),
        };
        let spans =
            [span(Some("2026-09-01"), None, "7120"), span(None, Some("2026-08-15"), "7110")];
        let on = |day: &str| board_on(&spans, day.parse().unwrap()).map(|c| c.0.clone());
        assert_eq!(on("2026-08-15").as_deref(), Some("7110"));
        assert_eq!(on("2026-08-16"), None);
        assert_eq!(on("2026-09-01").as_deref(), Some("7120"));
    }
}
