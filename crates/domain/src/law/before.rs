//! The law as it would be had nothing begun to hold on a day.

use std::sync::Arc;

use chrono::NaiveDate;

use super::catalogue::Catalogue;
use super::compensation::Compensation;
use super::rate::{Case, Rate};
use super::wording::Wording;

impl Catalogue {
    /// The catalogue without what begins on `day`: the wordings and values of the day before go on for as
    /// long as those would have held. What ended the day before with nothing after it goes on, too.
    #[must_use]
    pub fn before(&self, day: NaiveDate) -> Catalogue {
        let eve = day.pred_opt();
        Catalogue::of(self.iter().map(|compensation| Compensation {
            wordings: wordings_before(&compensation.wordings, day, eve),
            cases: compensation.cases.iter().map(|case| case_before(case, day, eve)).collect(),
            ..Compensation::clone(compensation)
        }))
    }
}

fn wordings_before(wordings: &[Wording], day: NaiveDate, eve: Option<NaiveDate>) -> Vec<Wording> {
    let begins = |wording: &&Wording| wording.from == Some(day);
    // Wordings of one day stand beside each other for different persons, and end where the last ends.
    let ends = wordings.iter().filter(begins).map(|wording| wording.until);
    let until = ends.reduce(|one, other| one.zip(other).map(|(one, other)| one.max(other)));
    let stays = wordings.iter().filter(|wording| !begins(wording)).cloned();
    stays
        .map(|wording| match wording.until {
            Some(last) if Some(last) == eve => Wording { until: until.flatten(), ..wording },
            _ => wording,
        })
        .collect()
}

fn case_before(case: &Case, day: NaiveDate, eve: Option<NaiveDate>) -> Case {
    let next = case.rates.iter().find(|rate| rate.valid_from == day);
    let until = next.and_then(|rate| rate.valid_until);
    let stays = case.rates.iter().filter(|rate| rate.valid_from != day);
    let rates = stays.map(|rate| match rate.valid_until {
        Some(last) if Some(last) == eve => {
            Arc::new(Rate { valid_until: until, ..Rate::clone(rate) })
        }
        _ => Arc::clone(rate),
    });
    Case { rates: rates.collect(), ..case.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn rate(from: &str, until: Option<&str>) -> Arc<Rate> {
        Arc::new(Rate {
            id: from.to_owned(),
            valid_from: day(from),
            valid_until: until.map(day),
            value: None,
            amended_by: Vec::new(),
            source: String::new(),
            verified: false,
            checked_on: day("2026-01-01"),
            note: None,
            own: false,
        })
    }

    #[test]
    fn yesterdays_value_goes_on_for_as_long_as_the_new_one_would_have_held() {
        let case = Case {
            name: "all".to_owned(),
            limits: super::super::CaseLimits::default(),
            rates: vec![
                rate("2024-01-01", Some("2025-12-31")),
                rate("2026-01-01", Some("2026-12-31")),
                rate("2027-01-01", None),
            ],
        };
        let days = |of: &str| -> Vec<(String, Option<NaiveDate>)> {
            let case = case_before(&case, day(of), day(of).pred_opt());
            case.rates.iter().map(|rate| (rate.id.clone(), rate.valid_until)).collect()
        };
        let first = ("2024-01-01".to_owned(), Some(day("2025-12-31")));
        assert_eq!(days("2027-01-01"), [first.clone(), ("2026-01-01".to_owned(), None)]);
        let longer = ("2024-01-01".to_owned(), Some(day("2026-12-31")));
        assert_eq!(days("2026-01-01"), [longer, ("2027-01-01".to_owned(), None)]);
        // Nothing begins on another day.
        assert_eq!(days("2026-07-01").len(), 3);
    }
}
