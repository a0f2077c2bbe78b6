//! A person of the register, as far as payments need one.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::identity::{DossierNumber, NationalNumber};

/// The register's own id of a person, such as `P07`; free text chosen by the municipality.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PersonId(pub String);

/// The code of a board's responsibility unit (ansvar), such as `7110`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CostCentre(pub String);

impl PersonId {
    /// Whether it is a personal, coordination or dossier number in any written form. The id of a
    /// protected person is shown, so it may not be one. `reference` decides the century of ten-digit
    /// numbers.
    #[must_use]
    pub fn is_identity_number(&self, reference: NaiveDate) -> bool {
        DossierNumber::parse(&self.0).is_ok() || NationalNumber::parse(&self.0, reference).is_ok()
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
