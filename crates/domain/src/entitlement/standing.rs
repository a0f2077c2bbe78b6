//! Where somebody stands between the two ordinances, for what is watched.

use chrono::NaiveDate;

use super::coverage::settlements;
use super::picture::Picture;
use crate::facts::{Fact, FactKind, RECEPTION_ACT};
use crate::law::Choices;

/// Days of a person with the facts that they follow from.
#[derive(Clone, Debug, Default)]
pub struct Standing<'f> {
    /// First reception (förordning 2010:1122, 6 §).
    pub received: Option<(NaiveDate, &'f Fact)>,
    /// The day on which coverage that was entered without a last day ended by the other facts: a permit
    /// and a registration.
    pub coverage_ended: Option<(NaiveDate, Vec<&'f Fact>)>,
    /// Actual reception for settlement of somebody who is not registered yet.
    pub settled_unregistered: Option<(NaiveDate, &'f Fact)>,
}

impl<'f> Standing<'f> {
    /// Where a person stands by `facts`, which are in the order of kinds, and these answers to what is open.
    #[must_use]
    pub fn of(facts: &'f [&'f Fact], choices: &Choices) -> Standing<'f> {
        let picture = Picture::of(facts, &[], choices);
        let received = picture.reception.as_ref().ok();
        let open = picture.of_kind(FactKind::Coverage).iter();
        let open = open.filter(|fact| fact.validity.valid_until.is_none()).count() > 0;
        let ended = picture.coverage.last().and_then(|covered| covered.ended.as_ref());
        let unregistered = picture.of_kind(FactKind::Registration).is_empty();
        let entered = picture.entered_reception().filter(|reception| {
            RECEPTION_ACT <= reception.on && unregistered && settlements(&picture).next().is_some()
        });
        Standing {
            received: received.map(|reception| (reception.on, reception.fact)),
            coverage_ended: ended.filter(|_| open).map(|end| (end.on, end.facts.clone())),
            settled_unregistered: entered.map(|reception| (reception.on, reception.fact)),
        }
    }
}
