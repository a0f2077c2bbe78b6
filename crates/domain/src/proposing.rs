//! What the payments of a list tell about somebody whom nobody knows yet.

use chrono::NaiveDate;

use crate::Period;
use crate::codes::CompensationCode;
use crate::facts::{
    Assignment, FactContent, Ground, Housing, LegalGround, Municipality, Reception, Validity,
};

/// A payment: the compensation that its code means, and its days.
pub type Told<'r> = (&'r CompensationCode, Option<Period>);

/// On what a compensation is granted, as far as its code says.
fn ground_of(code: &str) -> Option<Ground> {
    let kind = code.split('-').next()?;
    match kind {
        "NYA" | "EKB" | "EKU" => Some(Ground::Permit),
        "MASS" => Some(Ground::TemporaryProtection),
        "ASYL" => Some(Ground::AsylumSeeker),
        _ => None,
    }
}

/// The facts that payments to `ours` about one person rest on: ground, reception and assignment, each from
/// the first day that a payment tells. What payments disagree about is not told.
///
/// Initial costs are paid for the month of the reception, with own or with assigned housing (förordning
/// 2010:1122, 16 and 17 §§); the lump sum of förordning 2017:193 for the day of moving in.
#[must_use]
pub fn facts_told(ours: &Municipality, payments: &[Told<'_>]) -> Vec<(FactContent, Validity)> {
    let from = |validity: NaiveDate| Validity { valid_from: Some(validity), valid_until: None };
    let mut facts = Vec::new();
    let mut grounds: Vec<Ground> =
        payments.iter().filter_map(|(code, _)| ground_of(&code.0)).collect();
    grounds.sort_unstable();
    grounds.dedup();
    let first = payments.iter().filter_map(|(_, days)| days.map(|days| days.from)).min();
    if let ([ground], Some(first)) = (grounds.as_slice(), first) {
        facts.push((FactContent::LegalGround(LegalGround::of(*ground)), from(first)));
    }
    let first_of = |code: &str| {
        let own = payments.iter().filter(|(found, _)| found.0 == code);
        own.filter_map(|(_, days)| days.map(|days| days.from)).min()
    };
    let received = [("NYA-INIT-16", Housing::Assigned), ("NYA-INIT-17", Housing::Own)];
    let received: Vec<(NaiveDate, Housing)> = received
        .into_iter()
        .filter_map(|(code, housing)| Some((first_of(code)?, housing)))
        .collect();
    if let [(day, housing)] = received.as_slice() {
        let reception = Reception { municipality: ours.clone(), housing: Some(*housing) };
        facts.push((FactContent::Reception(reception), from(*day)));
    }
    if let Some(day) = first_of("MASS-ENGANG") {
        facts.push((FactContent::Assignment(Assignment::to(ours.clone())), from(day)));
    }
    facts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::FactKind;

    fn told(payments: &[(&str, &str, &str)]) -> Vec<(FactKind, String)> {
        let codes: Vec<CompensationCode> =
            payments.iter().map(|(code, ..)| CompensationCode((*code).into())).collect();
        let payments: Vec<Told<'_>> = payments
            .iter()
            .zip(&codes)
            .map(|((_, from, until), code)| {
                (code, Period::new(from.parse().unwrap(), until.parse().unwrap()))
            })
            .collect();
        let facts = facts_told(&Municipality("Exempelstads kommun".into()), &payments);
        let each = facts.into_iter().map(|(content, days)| {
            (content.kind(), days.valid_from.map(|day| day.to_string()).unwrap_or_default())
        });
        each.collect()
    }

    #[test]
    fn payments_tell_what_they_rest_on() {
        let months = ("2026-08-01", "2026-08-31");
        let told_of = |code: &str| told(&[(code, months.0, months.1)]);
        let first = || months.0.to_owned();
        assert_eq!(told_of("EKB-DYGN"), [(FactKind::LegalGround, first())]);
        assert_eq!(
            told_of("NYA-INIT-16"),
            [(FactKind::LegalGround, first()), (FactKind::Reception, first())]
        );
        assert_eq!(
            told_of("MASS-ENGANG"),
            [(FactKind::LegalGround, first()), (FactKind::Assignment, first())]
        );
        // Two grounds: one of the payments is about another time, and neither is told.
        assert_eq!(
            told(&[("ASYL-DYGN", months.0, months.1), ("EKB-DYGN", "2026-09-01", "2026-09-30")]),
            []
        );
        // Own and assigned housing at once is no reception that can be told.
        let both = [("NYA-INIT-16", months.0, months.1), ("NYA-INIT-17", months.0, months.1)];
        assert_eq!(told(&both), [(FactKind::LegalGround, first())]);
    }
}
