//! What can only come after birth and reception, and not after death.
//!
//! Facts arrive in any order, so this looks at a whole picture and not at one entry beside those that
//! happened to be there before it.

use chrono::{Months, NaiveDate};

use super::{
    EntryFault, Fact, FactContent, FactId, FactKind, Ground, RECEPTION_ACT, UnaccompaniedEnd,
    Validity,
};

/// A fact that cannot begin when it does.
struct OutOfOrder<'f> {
    fact: &'f Fact,
    from: NaiveDate,
    /// The birth, reception or death that it stands against, and its day.
    against: &'f Fact,
    day: NaiveDate,
}

/// What is out of order in the picture `after` and was not in the one `before`, by the entry that is
/// at fault: of the ids `entered` the one that begins when it cannot, else the birth, reception or
/// death that came after it. None where what was taken away is at fault. Facts that only go on
/// because another gave way are nobody's fault.
#[must_use]
pub fn newly_out_of_order(
    before: &[&Fact],
    after: &[&Fact],
    entered: &[FactId],
) -> Vec<(Option<FactId>, EntryFault)> {
    let told = out_of_order(before);
    let known_before = |one: &OutOfOrder<'_>| {
        told.iter().any(|other| {
            (one.fact.kind(), one.from, one.against.kind(), one.day)
                == (other.fact.kind(), other.from, other.against.kind(), other.day)
        })
    };
    let has = |facts: &[&Fact], id: &FactId| facts.iter().any(|fact| fact.id == *id);
    let mut faults: Vec<(Option<FactId>, EntryFault)> = Vec::new();
    for one in out_of_order(after).iter().filter(|one| !known_before(one)) {
        let (at_fault, fault) = if entered.contains(&one.fact.id) {
            (Some(one.fact.id.clone()), one.of_itself())
        } else if !has(before, &one.fact.id) {
            continue;
        } else if entered.contains(&one.against.id) {
            (Some(one.against.id.clone()), one.of_the_other())
        } else {
            let (from, received) = (one.from, one.day);
            (None, EntryFault::LeavesBeforeReception { from, received })
        };
        // Of many facts that one birth date puts out of order the earliest tells enough.
        let same = |known: &(Option<FactId>, EntryFault)| {
            known.0 == at_fault
                && std::mem::discriminant(&known.1) == std::mem::discriminant(&fault)
        };
        if !faults.iter().any(same) {
            faults.push((at_fault, fault));
        }
    }
    faults.extend(hiding_without_decision(after, entered));
    faults.extend(ages_and_burials(after, entered));
    faults
}

/// Those of `entered` that came of age before they could, and burials before the death; told of whichever
/// of the two was entered.
fn ages_and_burials(known: &[&Fact], entered: &[FactId]) -> Vec<(Option<FactId>, EntryFault)> {
    let mut faults = Vec::new();
    let mut tell = |one: &Fact, other: &Fact, fault: EntryFault| {
        let at_fault = [one, other].into_iter().find(|fact| entered.contains(&fact.id));
        faults.extend(at_fault.map(|fact| (Some(fact.id.clone()), fault)));
    };
    for fact in known {
        match (&fact.content, fact.validity) {
            (FactContent::Unaccompanied(alone), Validity { valid_until: Some(until), .. })
                if alone.ended == Some(UnaccompaniedEnd::Turned18) =>
            {
                for (born, birth) in births(known) {
                    // The last day is the one before the birthday, or by older habit the birthday itself.
                    let birthday = born + Months::new(18 * 12);
                    if until.succ_opt().is_some_and(|next| next < birthday) {
                        tell(fact, birth, EntryFault::NotYetEighteen { birthday });
                    }
                }
            }
            (FactContent::BurialAid(_), Validity { valid_from: Some(granted), .. }) => {
                for death in known.iter().filter(|fact| fact.kind() == FactKind::Died) {
                    if let Some(died) = death.validity.valid_from.filter(|died| granted < *died) {
                        tell(fact, death, EntryFault::BeforeDeath { died });
                    }
                }
            }
            _ => {}
        }
    }
    faults
}

fn births<'f>(known: &[&'f Fact]) -> impl Iterator<Item = (NaiveDate, &'f Fact)> {
    known.iter().filter_map(|fact| match &fact.content {
        FactContent::Birth(birth) => Some((birth.date, *fact)),
        _ => None,
    })
}

/// Those of `entered` that say that somebody hides on days without a decision that can be enforced.
fn hiding_without_decision(
    known: &[&Fact],
    entered: &[FactId],
) -> Vec<(Option<FactId>, EntryFault)> {
    // Decisions may follow upon one another without a day between.
    let decided = |hides: Validity| {
        let decisions = known.iter().filter(|fact| fact.kind() == FactKind::RemovalDecision);
        let mut decisions: Vec<Validity> = decisions.map(|fact| fact.validity).collect();
        decisions.sort_by_key(|decision| decision.valid_from);
        let mut open = hides.valid_from.unwrap_or(NaiveDate::MIN);
        for decision in decisions {
            if decision.holds_on(open) {
                match decision.valid_until.and_then(|until| until.succ_opt()) {
                    Some(next) => open = next,
                    None => return true,
                }
            }
        }
        hides.valid_until.is_some_and(|until| until < open)
    };
    let hides = known.iter().filter(|fact| fact.kind() == FactKind::Hiding);
    hides
        .filter(|fact| entered.contains(&fact.id))
        .filter(|fact| !decided(fact.validity))
        .map(|fact| (Some(fact.id.clone()), EntryFault::HidesWithoutDecision))
        .collect()
}

impl OutOfOrder<'_> {
    fn of_itself(&self) -> EntryFault {
        match self.against.kind() {
            FactKind::Reception => EntryFault::BeforeReception { received: self.day },
            FactKind::Died => EntryFault::AfterDeath { died: self.day },
            _ => EntryFault::BeforeBirth,
        }
    }

    fn of_the_other(&self) -> EntryFault {
        let (kind, from) = (self.fact.kind(), self.from);
        match self.against.kind() {
            FactKind::Died => EntryFault::OthersAfter { kind, from },
            _ => EntryFault::OthersBefore { kind, from },
        }
    }
}

/// Everything that is out of order in a picture, earliest first.
fn out_of_order<'f>(known: &[&'f Fact]) -> Vec<OutOfOrder<'f>> {
    let day_of = |fact: &Fact| match &fact.content {
        FactContent::Birth(birth) => Some(birth.date),
        FactContent::Reception(_) | FactContent::Died(_) => fact.validity.valid_from,
        _ => None,
    };
    let mut found = Vec::new();
    for &against in known {
        let Some(day) = day_of(against) else { continue };
        for &fact in known {
            let Some(from) = fact.validity.valid_from else { continue };
            let wrong = match against.kind() {
                FactKind::Reception => is_arrival_before(known, fact.kind(), from, day),
                FactKind::Died => from > day && is_of_the_living(fact.kind()),
                _ => from < day,
            };
            if wrong {
                found.push(OutOfOrder { fact, from, against, day });
            }
        }
    }
    found.sort_by_key(|one| (one.from, one.fact.kind()));
    found
}

/// Whether the fact brings the person into the municipality's care, which is not before reception.
/// Whoever seeks asylum lives and is housed in the country before that, and a board answers for
/// asylum seekers and the like before they are received (förordning 2010:1122, 6 §, begins with the
/// permit).
fn is_arrival_before(
    known: &[&Fact],
    kind: FactKind,
    from: NaiveDate,
    received: NaiveDate,
) -> bool {
    from < received && is_arrival(known, kind, from, received)
}

/// Since October 2026 whoever waits to be received for settlement can be registered before that
/// (mottagandelagen 2026:999, 1 kap. 3 §).
fn is_arrival(known: &[&Fact], kind: FactKind, from: NaiveDate, received: NaiveDate) -> bool {
    let seeks = |fact: &&Fact| {
        let ground = match &fact.content {
            FactContent::LegalGround(legal) => {
                matches!(legal.ground, Ground::AsylumSeeker | Ground::TemporaryProtection)
            }
            FactContent::Unaccompanied(_) | FactContent::Assignment(_) => true,
            _ => false,
        };
        ground && fact.validity.holds_on(from)
    };
    match kind {
        FactKind::Registration => received < RECEPTION_ACT,
        FactKind::ResponsibleBoard => !known.iter().any(seeks),
        _ => false,
    }
}

/// Whether only the living begin it. Names, numbers and relatives are found out later too; a board
/// goes on answering for claims, and protection for what is kept.
pub fn is_of_the_living(kind: FactKind) -> bool {
    !matches!(
        kind,
        FactKind::Protection
            | FactKind::Name
            | FactKind::Birth
            | FactKind::Dossier
            | FactKind::National
            | FactKind::ResponsibleBoard
            | FactKind::Relation
            | FactKind::Died
            | FactKind::BurialAid
    )
}

#[cfg(test)]
mod tests {
    use super::super::samples::{board_of, fact, span};
    use super::super::{AgeBasis, Birth, Died, LegalGround, Municipality, Reception, Registration};
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn birth(date: &str) -> Fact {
        let birth = Birth { date: day(date), basis: AgeBasis::Stated };
        fact("birth", FactContent::Birth(birth), span(None, None), "2026-01-01")
    }

    fn received(from: &str) -> Fact {
        let municipality = Municipality("Exempelstads kommun".to_owned());
        let reception = FactContent::Reception(Reception { municipality, housing: None });
        fact("received", reception, span(Some(from), None), "2026-01-01")
    }

    fn registered(from: &str) -> Fact {
        let municipality = Municipality("Exempelstads kommun".to_owned());
        let registration = FactContent::Registration(Registration::at(municipality));
        fact("registered", registration, span(Some(from), None), "2026-01-01")
    }

    /// What is told when the facts come one after the other, each with those before it.
    fn one_by_one(facts: &[&Fact]) -> Vec<(String, EntryFault)> {
        let mut told = Vec::new();
        for (count, new) in facts.iter().enumerate() {
            let (before, after) = (&facts[..count], &facts[..=count]);
            let found = newly_out_of_order(before, after, std::slice::from_ref(&new.id));
            told.extend(found.into_iter().map(|(id, fault)| (id.unwrap().0, fault)));
        }
        told
    }

    #[test]
    fn whatever_the_order_of_entering_it_is_told() {
        let (registered, received, birth) =
            (registered("2026-01-01"), received("2026-03-01"), birth("2026-06-01"));
        let all = [&registered, &received, &birth];
        let ids = all.map(|fact| fact.id.clone());
        let told = newly_out_of_order(&[], &all, &ids);
        let of = |fact: &Fact, fault: EntryFault| (Some(fact.id.clone()), fault);
        assert_eq!(
            told,
            [
                of(&registered, EntryFault::BeforeReception { received: day("2026-03-01") }),
                of(&registered, EntryFault::BeforeBirth),
                of(&received, EntryFault::BeforeBirth),
            ]
        );
        let first = ("registered".to_owned(), EntryFault::BeforeBirth);
        assert_eq!(one_by_one(&[&birth, &registered]), [first]);
        let from = day("2026-01-01");
        let before = EntryFault::OthersBefore { kind: FactKind::Registration, from };
        assert_eq!(one_by_one(&[&registered, &birth]), [("birth".to_owned(), before.clone())]);
        assert_eq!(one_by_one(&[&registered, &received]), [("received".to_owned(), before)]);
    }

    #[test]
    fn nobody_is_registered_after_death() {
        let died = FactContent::Died(Died {});
        let died = fact("died", died, span(Some("2026-05-01"), None), "2026-01-01");
        let registered = registered("2026-05-02");
        let board = fact("board", board_of("7110"), span(Some("2026-06-01"), None), "2026-01-01");
        let after = EntryFault::AfterDeath { died: day("2026-05-01") };
        assert_eq!(one_by_one(&[&died, &board, &registered]), [("registered".to_owned(), after)]);
        let from = day("2026-05-02");
        let others = EntryFault::OthersAfter { kind: FactKind::Registration, from };
        assert_eq!(one_by_one(&[&registered, &died]), [("died".to_owned(), others)]);
    }

    #[test]
    fn a_board_before_reception_needs_its_ground() {
        let ground = |ground| LegalGround::of(ground);
        let seeks = FactContent::LegalGround(ground(Ground::AsylumSeeker));
        let seeks = fact("ground", seeks, span(None, None), "2026-01-01");
        let board = fact("board", board_of("7110"), span(Some("2026-01-01"), None), "2026-01-01");
        let received = received("2026-03-01");
        assert_eq!(one_by_one(&[&seeks, &board, &received]), []);
        let fault = EntryFault::BeforeReception { received: day("2026-03-01") };
        assert_eq!(one_by_one(&[&received, &board]), [("board".to_owned(), fault)]);
        // What is out of order already is not told again; the ground that goes puts it out of order.
        let (before, after) = ([&seeks, &board, &received], [&board, &received]);
        let (from, received_on) = (day("2026-01-01"), day("2026-03-01"));
        let leaves = EntryFault::LeavesBeforeReception { from, received: received_on };
        assert_eq!(newly_out_of_order(&before, &after, &[]), [(None, leaves)]);
        assert_eq!(newly_out_of_order(&after, &after, &[]), []);
    }
}
