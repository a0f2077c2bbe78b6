//! Entering facts: one transaction for what belongs together, nothing overwritten.

use chrono::NaiveDate;
use domain::facts::{
    EntryFault, Fact, FactContent, FactId, FactKind, NewFact, Validity, known_on, place,
};
use domain::person::{CostCentre, Identity};
use serde_json::json;
use store::persons::{Person, PersonNo};
use store::{Changed, Write};

use crate::error::{AppError, RefusalCode};
use crate::{Action, App, Result, new_id};

/// A fact as it comes from a person or a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactRequest {
    /// The id that the one who enters it has made; none: one is made here.
    pub id: Option<String>,
    /// What it says and when it holds.
    pub new: NewFact,
    /// Since when it is known, as an import states it; none: since now.
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
    /// Every rule that says no, to any of them; unknown boards and persons.
    pub fn enter_facts(&mut self, person_no: PersonNo, facts: &[FactRequest]) -> Result<Entered> {
        let (actor, today) = (self.actor.clone(), self.today);
        let action = if changes_protection(&self.read().person(person_no)?, facts) {
            Action::LiftProtection
        } else {
            Action::EnterFacts
        };
        self.change(action, |write| {
            let entered = enter(write, person_no, facts, &actor, today)?;
            let kinds: Vec<&str> = facts.iter().map(|f| f.new.content.kind().name()).collect();
            let id = write.person_id(person_no)?;
            let detail = json!({ "kinds": kinds, "facts": entered.facts });
            Ok(Changed { value: entered, object: id.0, detail })
        })
    }

    /// Ends a fact, or takes it back as never having held.
    ///
    /// # Errors
    /// When the fact is not known now, or the last day comes before its first.
    pub fn withdraw_fact(&mut self, person_no: PersonNo, withdrawal: &Withdrawal) -> Result<()> {
        let (actor, today) = (self.actor.clone(), self.today);
        let person = self.read().person(person_no)?;
        let known = person.known();
        let found = known.iter().find(|fact| fact.id.0 == withdrawal.fact);
        let fact = (*found.ok_or_else(|| AppError::refused(RefusalCode::FactNotKnown))?).clone();
        let action = match fact.kind() {
            FactKind::Protection => Action::LiftProtection,
            _ => Action::EnterFacts,
        };
        let mut ending = entry_of(&fact, &person.facts, &actor, today);
        ending.source.clone_from(&withdrawal.source);
        match withdrawal.last_day {
            None => ending.withdrawn = true,
            Some(day) if fact.validity.valid_from.is_some_and(|from| day < from) => {
                return Err(
                    AppError::refused(RefusalCode::FactEndsBeforeItBegins).in_field("valid_until")
                );
            }
            Some(day) => ending.validity.valid_until = Some(day),
        }
        self.change(action, |write| {
            write.add_fact(person_no, &ending)?;
            write.refresh_person(person_no)?;
            let detail = json!({ "kinds": [fact.kind().name()], "withdrawn": ending.withdrawn });
            Ok(Changed { value: (), object: write.person_id(person_no)?.0, detail })
        })
    }
}

/// Ending or changing what protects is more than entering facts.
fn changes_protection(person: &Person, facts: &[FactRequest]) -> bool {
    let protects = person.known().iter().any(|fact| fact.kind() == FactKind::Protection);
    protects && facts.iter().any(|fact| fact.new.content.kind() == FactKind::Protection)
}

/// Enters facts inside a transaction, and makes the person's card anew.
pub(crate) fn enter(
    write: &Write<'_>,
    person_no: PersonNo,
    facts: &[FactRequest],
    actor: &str,
    today: NaiveDate,
) -> Result<Entered> {
    let mut entries = write.facts_of(person_no)?;
    let mut entered = Entered::default();
    let mut refused = Vec::new();
    for request in facts {
        let said_before = request.id.as_ref().map(|id| FactId(id.clone()));
        if said_before.as_ref().is_some_and(|id| entries.iter().any(|fact| fact.id == *id)) {
            // The same entry once more: a retry is never a second fact.
            continue;
        }
        refused.extend(wrong_references(write, person_no, &request.new.content)?);
        let known_before = entries.len();
        match enter_among(&mut entries, request, actor, today) {
            Ok(gave_way) => entered.gave_way += u64::from(gave_way),
            Err(faults) => {
                let kind = request.new.content.kind();
                refused.extend(faults.into_iter().map(|fault| refusal(kind, &fault)));
                continue;
            }
        }
        let new = &entries[known_before..];
        entered.facts += new.len() as u64;
        if refused.is_empty() {
            for fact in new {
                write.add_fact(person_no, fact)?;
            }
        }
    }
    match AppError::all(refused) {
        Some(error) => Err(error),
        None => {
            write.refresh_person(person_no)?;
            Ok(entered)
        }
    }
}

/// Enters a fact among the entries about a person: adds it, and those that give way to it. Says
/// whether one gave way.
pub(crate) fn enter_among(
    entries: &mut Vec<Fact>,
    request: &FactRequest,
    actor: &str,
    today: NaiveDate,
) -> Result<bool, Vec<EntryFault>> {
    let known = known_on(entries, NaiveDate::MAX);
    let gives_way = place(&known, &request.new, today)?;
    let mut new = Vec::new();
    if let Some(gives_way) = &gives_way {
        for keeps in &gives_way.keeps {
            let kept = entry_of(gives_way.fact, entries, actor, today);
            new.push(Fact { validity: *keeps, ..kept });
        }
    }
    let gave_way = gives_way.is_some();
    new.push(Fact {
        id: FactId(request.id.clone().unwrap_or_else(new_id)),
        content: request.new.content.clone(),
        validity: request.new.validity,
        known_since: request.known_since.unwrap_or_else(|| known_now(entries, today)),
        according_to_import: request.known_since.is_some(),
        document_date: request.document_date,
        source: request.source.clone(),
        entered_by: actor.to_owned(),
        corrects: request.new.corrects.clone(),
        withdrawn: false,
    });
    entries.extend(new);
    Ok(gave_way)
}

/// The entry that corrects `fact` with the same words, to be given other days or withdrawn.
fn entry_of(fact: &Fact, entries: &[Fact], actor: &str, today: NaiveDate) -> Fact {
    Fact {
        id: FactId(new_id()),
        known_since: known_now(entries, today),
        according_to_import: false,
        entered_by: actor.to_owned(),
        corrects: Some(fact.id.clone()),
        ..fact.clone()
    }
}

/// The day since when a new entry is known: the business day, but never before what has been
/// entered about the person already, since that would write the past anew.
fn known_now(entries: &[Fact], today: NaiveDate) -> NaiveDate {
    entries
        .iter()
        .filter(|fact| !fact.according_to_import)
        .map(|fact| fact.known_since)
        .fold(today, NaiveDate::max)
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

fn refusal(kind: FactKind, fault: &EntryFault) -> AppError {
    let (code, field) = match fault {
        EntryFault::EndsBeforeItBegins => (RefusalCode::FactEndsBeforeItBegins, "valid_until"),
        EntryFault::NeedsOneDay => (RefusalCode::FactNeedsOneDay, "valid_from"),
        EntryFault::TakesNoDays => (RefusalCode::FactTakesNoDays, "valid_from"),
        EntryFault::BeforeBirth => (RefusalCode::FactBeforeBirth, "valid_from"),
        EntryFault::NotYet => (RefusalCode::FactNotYet, "valid_from"),
        EntryFault::BeforeReception { received } => {
            return AppError::refused(RefusalCode::FactBeforeReception)
                .with("received", received)
                .in_field("valid_from");
        }
        EntryFault::ThereIsOne { .. } => (RefusalCode::FactThereIsOne, "kind"),
        EntryFault::AtTheSameTime { from, .. } => {
            let code = match from {
                Some(_) => RefusalCode::FactAtTheSameTime,
                None => RefusalCode::FactFromTheBeginning,
            };
            let error = AppError::refused(code).with("kind", kind.name()).in_field("valid_from");
            let Some(from) = from else { return error };
            let before = from.pred_opt().unwrap_or(*from);
            return error.with("from", from).with("before", before);
        }
        EntryFault::CorrectsNothing => (RefusalCode::FactNotKnown, "corrects"),
        EntryFault::OtherKind => (RefusalCode::FactOtherKind, "corrects"),
    };
    AppError::refused(code).with("kind", kind.name()).in_field(field)
}
