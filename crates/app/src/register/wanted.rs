//! What the rows about a person say that the register does not know yet.

use std::collections::HashSet;

use chrono::NaiveDate;
use domain::facts::{
    AgeBasis, Birth, Dossier, Fact, FactContent, FactId, FactKind, Holding, Municipality, Name,
    National, NewFact, Reception, ResponsibleBoard, Validity,
};
use domain::person::{CostCentre, board_on};
use importing::{RegisterInterpreter, RegisterRow, RowFact, Target};
use store::persons::Person;

use crate::persons::FactRequest;

/// A fact that a row says, with its place.
pub(super) struct Wanted {
    pub(super) line: u32,
    /// Where it says since when it holds; else the column it stands in.
    pub(super) column: Option<u16>,
    /// Where it says what it refers to or corrects.
    pub(super) reference: Option<u16>,
    pub(super) content: FactContent,
    pub(super) validity: Validity,
    pub(super) known_since: Option<NaiveDate>,
    pub(super) document_date: Option<NaiveDate>,
    pub(super) source: Option<String>,
    /// The entry as it was made, where the file holds entries.
    pub(super) entry: Option<RowFact>,
    /// What it corrects, where that does not follow from its kind.
    pub(super) corrects: Option<FactId>,
}

impl Wanted {
    fn fixed(line: u32, column: Option<u16>, content: FactContent, validity: Validity) -> Wanted {
        Wanted {
            line,
            column,
            reference: column,
            content,
            validity,
            known_since: None,
            document_date: None,
            source: None,
            entry: None,
            corrects: None,
        }
    }

    pub(super) fn request(&self, corrects: Option<FactId>) -> FactRequest {
        let (content, validity) = (self.content.clone(), self.validity);
        FactRequest {
            part: String::new(),
            id: None,
            new: NewFact { content, validity, corrects },
            known_since: self.known_since,
            document_date: self.document_date,
            source: self.source.clone(),
        }
    }

    /// Where it comes in the order of entering: first what has been known longest, then by kind and
    /// first day, so that the order of the rows does not matter.
    pub(super) fn order(&self, today: NaiveDate) -> (NaiveDate, FactKind, Option<NaiveDate>) {
        let known = self.known_since.unwrap_or(today);
        (known, self.content.kind(), self.validity.valid_from)
    }
}

/// What is asked of everybody in an import.
pub(super) struct Given<'g> {
    /// Day from which boards that differ hold, where the file does not say.
    pub(super) board_from: Option<NaiveDate>,
    /// The municipality that receives.
    pub(super) municipality: &'g str,
}

/// Facts of the blocks of a row.
pub(super) fn facts_of_blocks<'r>(
    interpreter: &'r RegisterInterpreter<'_>,
    line: u32,
    row: &'r RegisterRow,
) -> impl Iterator<Item = Wanted> + 'r {
    row.facts.iter().map(move |fact| {
        let (of_days, refers) = match &fact.content {
            FactContent::Relation(_) => ("valid_from", "person"),
            FactContent::LegalGround(_) => ("valid_from", "anchor"),
            FactContent::ResponsibleBoard(_) => ("valid_from", "cost_centre"),
            FactContent::Birth(_) => ("date", "date"),
            _ => ("valid_from", "corrects"),
        };
        let refers = if fact.corrects.is_some() { "corrects" } else { refers };
        Wanted {
            line,
            column: interpreter.fact_column(fact.block, of_days),
            reference: interpreter.fact_column(fact.block, refers),
            content: fact.content.clone(),
            validity: fact.validity,
            known_since: fact.known_since,
            document_date: fact.document_date,
            source: fact.source.clone(),
            entry: fact.id.is_some().then(|| fact.clone()),
            corrects: None,
        }
    })
}

/// What the fixed columns say that is not known yet, the board aside; a field that the file leaves
/// empty stays as it was known.
pub(super) fn fixed_facts(
    column: &dyn Fn(Target) -> Option<u16>,
    line: u32,
    row: &RegisterRow,
    known: Option<&Person>,
    municipality: &str,
) -> Vec<Wanted> {
    let mut wanted = Vec::new();
    let present = known.map(Person::known).unwrap_or_default();
    let last = |kind: FactKind| present.iter().rev().find(|fact| fact.kind() == kind);
    // What differs corrects the last one of its kind.
    let mut say = |target: Target, content: FactContent, validity: Validity| {
        let before = last(content.kind());
        if before.is_some_and(|fact| fact.content == content && fact.validity == validity) {
            return;
        }
        let mut fact = Wanted::fixed(line, column(target), content, validity);
        fact.corrects = before.map(|fact| fact.id.clone());
        wanted.push(fact);
    };
    let card = known.map(|person| &person.card);
    let text = |new: &Option<String>, old: Option<&String>| {
        new.clone().or_else(|| old.cloned()).unwrap_or_default()
    };
    let family_name = text(&row.family_name, card.map(|card| &card.family_name));
    let given_name = text(&row.given_name, card.map(|card| &card.given_name));
    if !family_name.is_empty() || !given_name.is_empty() {
        let validity = last(FactKind::Name).map_or_else(Validity::default, |fact| fact.validity);
        say(Target::FamilyName, FactContent::Name(Name { family_name, given_name }), validity);
    }
    if let Some(date) = row.birth_date
        && card.and_then(|card| card.birth_date) != Some(date)
    {
        let birth = Birth { date, basis: AgeBasis::Stated };
        say(Target::BirthDate, FactContent::Birth(birth), Validity::default());
    }
    if let Some(received) = row.received
        && card.and_then(|card| card.received) != Some(received)
    {
        let content = match last(FactKind::Reception).map(|fact| &fact.content) {
            Some(content) => content.clone(),
            None => FactContent::Reception(Reception {
                municipality: Municipality(municipality.to_owned()),
                housing: None,
            }),
        };
        let validity = Validity { valid_from: Some(received), valid_until: None };
        say(Target::Received, content, validity);
    }
    let new_dossier = row
        .dossier_number
        .filter(|number| known.is_none_or(|person| !person.dossier_numbers().contains(number)));
    let new_national = row
        .national_number
        .filter(|number| known.is_none_or(|person| !person.national_numbers().contains(number)));
    // A number more is no correction of the one before.
    let dossier =
        new_dossier.map(|number| (Target::DossierNumber, FactContent::Dossier(Dossier { number })));
    let national = new_national
        .map(|number| (Target::PersonalNumber, FactContent::National(National { number })));
    wanted.extend(dossier.into_iter().chain(national).map(|(target, content)| {
        Wanted::fixed(line, column(target), content, Validity::default())
    }));
    wanted
}

/// What the fixed columns say about the board.
pub(super) enum BoardSaid {
    /// Nothing new.
    Known,
    /// Another one, or the first.
    New(Box<Wanted>),
    /// Another one, and not from which day.
    DayMissing,
}

/// The first board of a person holds from the beginning; a changed one needs its first day.
pub(super) fn board_said(
    column: &dyn Fn(Target) -> Option<u16>,
    line: u32,
    row: &RegisterRow,
    centre: &CostCentre,
    known: Option<&Person>,
    board_from: Option<NaiveDate>,
) -> BoardSaid {
    let spans = known.map(Person::boards).unwrap_or_default();
    let from = row.board_from.or(board_from);
    if !spans.is_empty() {
        if board_on(&spans, from.unwrap_or(NaiveDate::MAX)) == Some(centre) {
            return BoardSaid::Known;
        }
        // Of a row with more boards than one the fixed column names the first.
        let first = spans.iter().any(|span| span.from.is_none() && span.cost_centre == *centre);
        let more = || row.facts.iter().any(|f| f.content.kind() == FactKind::ResponsibleBoard);
        if from.is_none() {
            return if first && more() { BoardSaid::Known } else { BoardSaid::DayMissing };
        }
    }
    let valid_from = if spans.is_empty() { row.board_from } else { from };
    let board = ResponsibleBoard { cost_centre: centre.clone(), district: None };
    let place = column(Target::BoardFrom).filter(|_| row.board_from.is_some());
    let mut wanted = Wanted::fixed(
        line,
        place.or_else(|| column(Target::CostCentre)),
        FactContent::ResponsibleBoard(board),
        Validity { valid_from, valid_until: None },
    );
    wanted.reference = column(Target::CostCentre);
    BoardSaid::New(Box::new(wanted))
}

/// What a fact of a block is to what is known: nothing new, new, or the correction of one that was
/// known `before` this import.
pub(super) enum Novelty {
    Known,
    New,
    Corrects(FactId),
}

pub(super) fn novelty(known: &[&Fact], before: &HashSet<FactId>, wanted: &Wanted) -> Novelty {
    if let Some(corrected) = &wanted.corrects {
        return Novelty::Corrects(corrected.clone());
    }
    let (content, validity) = (&wanted.content, wanted.validity);
    let kind = content.kind();
    let of_kind = || known.iter().filter(move |fact| fact.kind() == kind);
    // A file that names no last day does not say that the fact still holds.
    let said_before = |fact: &&&Fact| {
        fact.content == *content
            && (fact.validity == validity
                || fact.validity.valid_from == validity.valid_from
                    && validity.valid_until.is_none())
    };
    if of_kind().any(|fact| said_before(&fact)) {
        return Novelty::Known;
    }
    let same_start = |fact: &&&Fact| fact.validity.valid_from == validity.valid_from;
    let corrected = match kind.holding() {
        Holding::Once => of_kind().next_back(),
        Holding::OneAtATime => of_kind().find(same_start),
        Holding::Several => of_kind().find(|fact| fact.content == *content && same_start(fact)),
    };
    match corrected.filter(|fact| before.contains(&fact.id)) {
        Some(fact) => Novelty::Corrects(fact.id.clone()),
        None => Novelty::New,
    }
}
