//! Entering facts: one transaction for what belongs together, nothing overwritten.

use chrono::NaiveDate;
use domain::facts::{
    EntryFault, Fact, FactContent, FactId, FactKind, NewFact, Validity, ending, known_on,
    newly_out_of_order, place,
};
use domain::person::{CostCentre, Identity};
use serde_json::json;
use store::persons::Person;
use store::{Changed, Ending, PersonNo, Read, Write};

use super::reading::ReadFacts;
use super::refusing::{refusal, refusal_of_relation};
use super::relations::impossible_relation;
use crate::error::{AppError, RefusalCode};
use crate::reopening::reopen;
use crate::{Action, App, Result, new_id};

/// A fact as it comes from a person or a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactRequest {
    /// Where it stands in the request, such as `facts[1]`; empty where it is the only one.
    pub part: String,
    /// The id that the one who enters it has made; none: one is made here.
    pub id: Option<String>,
    /// What it says and when it holds.
    pub new: NewFact,
    /// Since when it is known, as an import states it and nobody else may; none: since now.
    pub known_since: Option<NaiveDate>,
    /// The day on the letter that says so.
    pub document_date: Option<NaiveDate>,
    /// Where it comes from.
    pub source: Option<String>,
}

impl FactRequest {
    /// A fact without source, known from now on.
    #[must_use]
    pub fn of(content: FactContent, validity: Validity) -> FactRequest {
        FactRequest {
            part: String::new(),
            id: None,
            new: NewFact { content, validity, corrects: None },
            known_since: None,
            document_date: None,
            source: None,
        }
    }
}

/// Takes a fact back, or ends it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawal {
    /// The fact.
    pub fact: String,
    /// Its last day; none: it never held.
    pub last_day: Option<NaiveDate>,
    /// Why.
    pub source: Option<String>,
}

/// What entering did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entered {
    /// Facts entered, those that others were given for giving way among them.
    pub facts: u64,
    /// Facts that gave way: ended, or cut in two.
    pub gave_way: u64,
}

impl App {
    /// Enters facts about a person; all or none.
    ///
    /// # Errors
    /// What could not be read, and every rule that says no, to any of them; unknown boards and persons.
    pub fn enter_facts(&mut self, id: &str, read: ReadFacts) -> Result<PersonNo> {
        let ReadFacts { facts, faults: mut refused } = read;
        let (actor, today) = (self.actor.clone(), self.today);
        self.change(Action::EnterFacts, |write| {
            let person_no = self.open_person_no(id)?;
            let lifts = changes_protection(&write.person(person_no)?, &facts);
            // Whoever wrote several is told of all at once, also of those that could be read.
            let entered = match enter(write, person_no, &facts, &actor, today) {
                Ok(entered) => entered,
                Err(AppError::Store(fault)) => return Err(fault.into()),
                Err(fault) => {
                    refused.push(fault);
                    Entered::default()
                }
            };
            if let Some(error) = AppError::all(std::mem::take(&mut refused)) {
                return Err(error);
            }
            if facts.iter().any(|fact| is_number(fact.new.content.kind())) {
                reopen(write, &[person_no])?;
            }
            let kinds: Vec<&str> = facts.iter().map(|f| f.new.content.kind().name()).collect();
            let id = write.person_id(person_no)?;
            let detail = json!({ "kinds": kinds, "facts": entered.facts });
            let changed = Changed { value: person_no, object: id.0, detail };
            if lifts {
                self.as_another(Action::LiftProtection, changed)
            } else {
                Ok(Ending::Changed(changed))
            }
        })
    }

    /// Ends a fact, or takes it back as never having held.
    ///
    /// # Errors
    /// When the fact is not known now, has no last day or an earlier one, or what is left does not fit
    /// together.
    pub fn withdraw_fact(&mut self, id: &str, withdrawal: &Withdrawal) -> Result<PersonNo> {
        let (actor, today) = (self.actor.clone(), self.today);
        self.change(Action::EnterFacts, |write| {
            let person_no = self.open_person_no(id)?;
            let person = write.person(person_no)?;
            let known = person.known();
            let found = known.iter().find(|fact| fact.id.0 == withdrawal.fact);
            let fact = *found.ok_or_else(|| AppError::refused(RefusalCode::FactNotKnown))?;
            let kind = fact.kind();
            let entering = Entering::of(write, Some(person_no), &person.facts, &actor, today)?;
            let mut entries = person.facts.clone();
            let refused = |fault: &EntryFault| refusal(kind, fact.validity, fault);
            let mut ended = None;
            match withdrawal.last_day {
                None => entries.push(Fact {
                    withdrawn: true,
                    source: withdrawal.source.clone(),
                    ..entering.correction_of(fact)
                }),
                Some(day) => {
                    let new = ending(fact, day).map_err(|fault| refused(&fault))?;
                    let request = FactRequest {
                        part: String::new(),
                        id: None,
                        new,
                        known_since: None,
                        document_date: fact.document_date,
                        source: withdrawal.source.clone(),
                    };
                    let placed = enter_among(&mut entries, &request, &entering);
                    let placed = placed.map_err(|faults| {
                        AppError::one_or_several(faults.iter().map(refused).collect())
                    })?;
                    ended = Some(placed.id);
                }
            }
            let now = known_on(&entries, NaiveDate::MAX);
            let faults = newly_out_of_order(&known, &now, ended.as_slice());
            if let Some(error) =
                AppError::all(faults.iter().map(|(_, fault)| refused(fault)).collect())
            {
                return Err(error);
            }
            let new = entries.split_off(person.facts.len());
            for entry in &new {
                write.add_fact(person_no, entry)?;
            }
            write.refresh_person(person_no)?;
            if is_number(kind) {
                reopen(write, &[person_no])?;
            }
            let withdrawn = withdrawal.last_day.is_none();
            let detail =
                json!({ "kinds": [kind.name()], "facts": new.len(), "withdrawn": withdrawn });
            let object = write.person_id(person_no)?.0;
            let changed = Changed { value: person_no, object, detail };
            match kind {
                FactKind::Protection => self.as_another(Action::LiftProtection, changed),
                _ => Ok(Ending::Changed(changed)),
            }
        })
    }
}

/// Whether matches rest on facts of the kind.
pub(super) fn is_number(kind: FactKind) -> bool {
    matches!(kind, FactKind::Dossier | FactKind::National)
}

/// Ending or changing what protects is more than entering facts.
fn changes_protection(person: &Person, facts: &[FactRequest]) -> bool {
    let protects = person.known().iter().any(|fact| fact.kind() == FactKind::Protection);
    protects && facts.iter().any(|fact| fact.new.content.kind() == FactKind::Protection)
}

/// Who enters, and since when what is entered now is known.
pub(crate) struct Entering<'e> {
    actor: &'e str,
    today: NaiveDate,
    known_since: NaiveDate,
}

impl<'e> Entering<'e> {
    /// The day since when an entry made now is known: the business day, but never before what has
    /// been entered about the person already or a day on which it was merged or split, since that
    /// would write the past anew.
    pub(crate) fn of(
        read: &Read<'_>,
        person_no: Option<PersonNo>,
        entries: &[Fact],
        actor: &'e str,
        today: NaiveDate,
    ) -> Result<Entering<'e>> {
        let merges = person_no.map(|no| read.merges_of(no)).transpose()?.unwrap_or_default();
        let of_merges =
            merges.iter().flat_map(|merge| [Some(merge.known_since), merge.split_since]);
        let known_since = entries
            .iter()
            .map(|fact| fact.known_since)
            .chain(of_merges.flatten())
            .fold(today, NaiveDate::max);
        Ok(Entering { actor, today, known_since })
    }

    pub(crate) fn known_since(&self) -> NaiveDate {
        self.known_since
    }

    /// The entry that corrects `fact` with the same words, to be given other days or withdrawn.
    pub(crate) fn correction_of(&self, fact: &Fact) -> Fact {
        Fact {
            id: FactId(new_id()),
            known_since: self.known_since,
            according_to_import: false,
            entered_by: self.actor.to_owned(),
            corrects: Some(fact.id.clone()),
            ..fact.clone()
        }
    }
}

/// Enters facts inside a transaction, and makes the person's card anew.
pub(crate) fn enter(
    write: &Write<'_>,
    person_no: PersonNo,
    facts: &[FactRequest],
    actor: &str,
    today: NaiveDate,
) -> Result<Entered> {
    let before = write.facts_of(person_no)?;
    let entering = Entering::of(write, Some(person_no), &before, actor, today)?;
    let mut entries = before.clone();
    let mut entered = Entered::default();
    let mut refused = Vec::new();
    let mut placed: Vec<(FactId, &FactRequest)> = Vec::new();
    for request in facts {
        let part = request.part.as_str();
        match said_before(write, &entries, request)? {
            Said::Before => continue,
            Said::Otherwise(code) => {
                refused.push(AppError::refused(code).in_field("id").within(part));
                continue;
            }
            Said::Never => {}
        }
        let wrong = wrong_references(write, person_no, &request.new.content)?;
        refused.extend(wrong.map(|error| error.within(part)));
        let relation = impossible_relation(write, Some(person_no), &entries, &request.new, today)?;
        refused.extend(relation.map(|fault| refusal_of_relation(fault).within(part)));
        match enter_among(&mut entries, request, &entering) {
            Ok(place) => {
                entered.gave_way += place.gave_way;
                placed.push((place.id, request));
            }
            Err(faults) => {
                let kind = request.new.content.kind();
                let validity = request.new.validity;
                let faults = faults.iter().map(|fault| refusal(kind, validity, fault).within(part));
                refused.extend(faults);
            }
        }
    }
    refused.extend(out_of_order(&before, &entries, &placed));
    if let Some(error) = AppError::all(refused) {
        return Err(error);
    }
    let new = entries.split_off(before.len());
    for fact in &new {
        write.add_fact(person_no, fact)?;
    }
    write.refresh_person(person_no)?;
    Ok(Entered { facts: new.len() as u64, ..entered })
}

/// What the requests together have put out of order.
fn out_of_order(
    before: &[Fact],
    after: &[Fact],
    placed: &[(FactId, &FactRequest)],
) -> Vec<AppError> {
    let ids: Vec<FactId> = placed.iter().map(|(id, _)| id.clone()).collect();
    let (before, after) = (known_on(before, NaiveDate::MAX), known_on(after, NaiveDate::MAX));
    let faults = newly_out_of_order(&before, &after, &ids);
    let each = faults.iter().filter_map(|(id, fault)| {
        let named = placed.iter().find(|(own, _)| id.as_ref() == Some(own));
        let (_, request) = named.or_else(|| placed.last())?;
        let NewFact { content, validity, .. } = &request.new;
        Some(refusal(content.kind(), *validity, fault).within(&request.part))
    });
    each.collect()
}

/// Whether a request has been entered before.
enum Said {
    Never,
    /// With the same words: a retry is never a second fact.
    Before,
    /// Its id stands for something else.
    Otherwise(RefusalCode),
}

fn said_before(write: &Write<'_>, entries: &[Fact], request: &FactRequest) -> Result<Said> {
    let Some(id) = &request.id else { return Ok(Said::Never) };
    let id = FactId(id.clone());
    let Some(known) = entries.iter().find(|fact| fact.id == id) else {
        let of_another = write.person_of_fact(&id)?.is_some();
        let taken = Said::Otherwise(RefusalCode::FactIdOfAnother);
        return Ok(if of_another { taken } else { Said::Never });
    };
    let same = known.content == request.new.content
        && known.validity == request.new.validity
        && known.document_date == request.document_date
        && known.source == request.source
        && request.new.corrects.as_ref().is_none_or(|id| known.corrects.as_ref() == Some(id));
    Ok(if same { Said::Before } else { Said::Otherwise(RefusalCode::FactIdChanged) })
}

/// A fact that found its place.
pub(crate) struct Placed {
    /// Its id.
    pub(crate) id: FactId,
    /// How many gave way to it.
    pub(crate) gave_way: u64,
}

/// Enters a fact among the entries about a person: adds it, and those that give way to it.
pub(crate) fn enter_among(
    entries: &mut Vec<Fact>,
    request: &FactRequest,
    entering: &Entering<'_>,
) -> Result<Placed, Vec<EntryFault>> {
    let known = known_on(entries, NaiveDate::MAX);
    let give_way = place(&known, &request.new, entering.today)?;
    let known_since = request.known_since.unwrap_or(entering.known_since);
    let according_to_import = request.known_since.is_some();
    let mut new = Vec::new();
    for one in &give_way {
        // It gave way when the new one was known, but not before it was known itself.
        let itself = one.fact.known_since > known_since;
        let (since, by_import) = match itself {
            true => (one.fact.known_since, one.fact.according_to_import),
            false => (known_since, according_to_import),
        };
        new.extend(one.keeps.iter().map(|keeps| Fact {
            validity: *keeps,
            known_since: since,
            according_to_import: by_import,
            ..entering.correction_of(one.fact)
        }));
    }
    let gave_way = give_way.len() as u64;
    let id = FactId(request.id.clone().unwrap_or_else(new_id));
    new.push(Fact {
        id: id.clone(),
        content: request.new.content.clone(),
        validity: request.new.validity,
        known_since,
        according_to_import,
        document_date: request.document_date,
        source: request.source.clone(),
        entered_by: entering.actor.to_owned(),
        corrects: request.new.corrects.clone(),
        withdrawn: false,
    });
    entries.extend(new);
    Ok(Placed { id, gave_way })
}

/// Refuses a board that does not exist.
pub(crate) fn require_board(write: &Write<'_>, cost_centre: &CostCentre) -> Result<()> {
    if write.boards()?.iter().any(|(known, _)| known == cost_centre) {
        return Ok(());
    }
    Err(AppError::refused(RefusalCode::NoSuchBoard)
        .with("cost_centre", cost_centre)
        .in_field("cost_centre"))
}

/// A board or person that does not exist, or a number that is somebody else's.
fn wrong_references(
    write: &Write<'_>,
    person_no: PersonNo,
    content: &FactContent,
) -> Result<Option<AppError>> {
    let identity = match content {
        FactContent::Dossier(dossier) => Some(Identity::Dossier(dossier.number)),
        FactContent::National(national) => Some(Identity::National(national.number)),
        _ => None,
    };
    if let Some(identity) = identity {
        let owners = write.persons_with(identity)?;
        return Ok(match owners.iter().find(|owner| **owner != person_no) {
            None => None,
            Some(owner) => Some(
                AppError::refused(RefusalCode::NumberOfAnother)
                    .with("person", write.person_id(*owner)?.0)
                    .in_field("number"),
            ),
        });
    }
    let (person, field) = match content {
        FactContent::ResponsibleBoard(board) => {
            return match require_board(write, &board.cost_centre) {
                Err(AppError::Store(error)) => Err(error.into()),
                other => Ok(other.err()),
            };
        }
        FactContent::Relation(relation) => (Some(&relation.person), "person"),
        FactContent::LegalGround(ground) => (ground.anchor.as_ref(), "anchor"),
        _ => (None, ""),
    };
    match person {
        Some(id) if write.person_no(id)?.is_none() => {
            Ok(Some(AppError::refused(RefusalCode::NoSuchPerson).in_field(field)))
        }
        _ => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use domain::facts::ResponsibleBoard;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn board(centre: &str, from: &str, known_since: Option<&str>) -> FactRequest {
        let cost_centre = CostCentre(centre.to_owned());
        let board = ResponsibleBoard { cost_centre, district: None };
        let validity = Validity { valid_from: Some(day(from)), valid_until: None };
        let request = FactRequest::of(FactContent::ResponsibleBoard(board), validity);
        FactRequest { known_since: known_since.map(day), ..request }
    }

    /// Boards by what was known on a day: cost centre and last day.
    fn boards(entries: &[Fact], on: &str) -> Vec<(String, Option<NaiveDate>)> {
        let known = known_on(entries, day(on));
        let each = known.iter().filter_map(|fact| match &fact.content {
            FactContent::ResponsibleBoard(board) => {
                Some((board.cost_centre.0.clone(), fact.validity.valid_until))
            }
            _ => None,
        });
        each.collect()
    }

    #[test]
    fn what_gives_way_to_imported_history_gave_way_when_that_was_known() {
        let today = day("2026-11-20");
        let entering = Entering { actor: "EXEMPEL", today, known_since: today };
        let mut entries = Vec::new();
        for request in [
            board("7110", "2024-01-01", Some("2024-01-05")),
            board("7120", "2025-03-01", Some("2025-03-03")),
        ] {
            enter_among(&mut entries, &request, &entering).unwrap();
        }
        let of = |centre: &str, until: Option<&str>| (centre.to_owned(), until.map(day));
        assert_eq!(boards(&entries, "2025-03-02"), [of("7110", None)]);
        let then = [of("7110", Some("2025-02-28")), of("7120", None)];
        assert_eq!(boards(&entries, "2025-06-01"), then);
        assert!(entries.iter().all(|fact| fact.according_to_import));
    }

    #[test]
    fn nothing_gives_way_before_it_is_known() {
        let today = day("2026-11-20");
        let entering = Entering { actor: "EXEMPEL", today, known_since: today };
        let mut entries = Vec::new();
        // Typed today; then an import says what was known in March of last year.
        for request in
            [board("7110", "2024-01-01", None), board("7120", "2025-03-01", Some("2025-03-03"))]
        {
            enter_among(&mut entries, &request, &entering).unwrap();
        }
        assert_eq!(boards(&entries, "2025-06-01"), [("7120".to_owned(), None)]);
        let cut = entries.iter().find(|fact| fact.corrects.is_some()).unwrap();
        assert_eq!((cut.known_since, cut.according_to_import), (today, false));
    }
}
