//! What is wrong with the rows about a person beside the register, and what they would enter.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use chrono::NaiveDate;
use domain::facts::{
    Fact, FactContent, FactId, FactKind, RelationFault, known_on, newly_out_of_order,
};
use domain::person::{CostCentre, PersonId};
use domain::spelling::{fold, spelled_out};
use domain::{Finding, FindingCode};
use importing::{RegisterInterpreter, RegisterRow, Target};
use store::persons::{Person, PersonCard};
use store::{PersonNo, Read};

use super::RegisterMeant;
use super::naming::Named;
use super::together::{Together, number_in, numbers_of};
use super::wanted::{
    BoardSaid, Given, Novelty, Wanted, board_said, facts_of_blocks, fixed_facts, novelty,
};
use crate::Result;
use crate::draft::{Draft, Findings};
use crate::persons::{Entering, enter_among, impossible_relation};

/// What the rows about a person would do to the register.
pub(super) struct Plan {
    /// The person, where the register has it.
    pub(super) owner: Option<PersonNo>,
    /// The Person-id of a new one; none: the next free one.
    pub(super) id: Option<PersonId>,
    /// A new label.
    pub(super) group: Option<String>,
    /// Entries to be made, in order.
    pub(super) entries: Vec<Fact>,
}

/// Looks at rows with the register at hand.
pub(super) struct Judge<'j> {
    pub(super) read: &'j Read<'j>,
    pub(super) draft: &'j Draft,
    pub(super) interpreter: &'j RegisterInterpreter<'j>,
    pub(super) together: &'j Together,
    /// Boards of the settings with their names.
    pub(super) boards: BTreeMap<CostCentre, String>,
    pub(super) given: Given<'j>,
    /// The highest number of a person before this import; those above it stand in the file.
    pub(super) highest: PersonNo,
    pub(super) actor: &'j str,
    pub(super) today: NaiveDate,
}

impl Judge<'_> {
    /// Judges the rows about one person; findings of the rows on their own come first.
    pub(super) fn judge(&self, rows: &[RegisterMeant]) -> Result<(Vec<Finding>, Plan)> {
        let mut findings = Findings::of(self.draft);
        for row in rows {
            findings.take(&row.findings);
            findings.take(self.together.clashes(row.line));
        }
        let mut plan = Plan { owner: None, id: None, group: None, entries: Vec::new() };
        let Some(first) = rows.first() else { return Ok((findings.found(), plan)) };
        let unread = |row: &RegisterMeant| row.row == RegisterRow::default() || row.row.unread;
        if rows.iter().all(unread) || !self.find_owner(rows, &mut plan, &mut findings)? {
            return Ok((findings.found(), plan));
        }
        let known = plan.owner.map(|owner| self.read.person(owner)).transpose()?;
        let protected = known.as_ref().is_some_and(|person| person.card.is_protected(self.today));
        for row in rows {
            self.name_of_board(row, &mut findings);
        }
        if !protected && self.is_held_back(rows, known.as_ref())? {
            for row in rows {
                findings.tell(row.line, None, FindingCode::ProtectionParked, &[]);
            }
        }
        let by_number = plan.id.is_none();
        self.look_alike(first, known.as_ref(), by_number, &mut findings)?;
        let label = rows.iter().find_map(|row| row.row.group.clone());
        let before = known.as_ref().and_then(|person| person.card.group.as_ref());
        plan.group = label.filter(|label| Some(label) != before);
        let wanted = self.wanted(rows, known.as_ref(), &mut findings)?;
        plan.entries = self.enter(wanted, known, &mut findings)?;
        Ok((findings.found(), plan))
    }

    /// Whether a parked row protects whom these rows are about, as they or the register name it.
    fn is_held_back(&self, rows: &[RegisterMeant], known: Option<&Person>) -> Result<bool> {
        if !self.together.parks_protection() {
            return Ok(false);
        }
        let mut named = Named::default();
        rows.iter().for_each(|row| named.add_row(&row.row));
        if let Some(person) = known {
            named.add_person(person, self.read)?;
        }
        Ok(self.together.has_parked_protection(&named))
    }

    fn column(&self, target: Target) -> Option<u16> {
        self.draft.format.layout.column(target)
    }

    /// Whom the rows are about. False where they contradict the register.
    fn find_owner(
        &self,
        rows: &[RegisterMeant],
        plan: &mut Plan,
        findings: &mut Findings<'_>,
    ) -> Result<bool> {
        plan.id = rows.iter().find_map(|row| row.row.person_id.clone());
        if let Some(id) = &plan.id {
            plan.owner = self.read.person_no(id)?;
        } else if self.column(Target::PersonId).is_some() {
            // The row has to say whom it is about, and its own fault tells that it does not.
            return Ok(false);
        }
        let mut others: Vec<(u32, Option<u16>, PersonNo)> = Vec::new();
        let corrected: BTreeSet<&str> = rows
            .iter()
            .flat_map(|row| &row.row.facts)
            .filter_map(|f| f.corrects.as_deref())
            .collect();
        for row in rows.iter().filter(|row| !row.row.unread) {
            let stands = |fact: &&importing::RowFact| {
                let id = fact.id.as_deref();
                !fact.withdrawn && id.is_some_and(|id| !corrected.contains(id))
            };
            let of_entries = row.row.facts.iter().filter(stands);
            let of_entries = of_entries.filter_map(|fact| number_in(&fact.content));
            for number in numbers_of(&row.row).chain(of_entries) {
                let target = match number {
                    domain::person::Identity::Dossier(_) => Target::DossierNumber,
                    domain::person::Identity::National(_) => Target::PersonalNumber,
                };
                let mut owners = self.read.persons_with(number)?;
                owners.retain(|owner| *owner <= self.highest);
                // A number that several have is no sign that this one is somebody else.
                if plan.owner.is_none_or(|owner| !owners.contains(&owner)) {
                    let place = (row.line, self.column(target));
                    others.extend(owners.first().map(|owner| (place.0, place.1, *owner)));
                }
            }
        }
        let different: BTreeSet<PersonNo> = others.iter().map(|(_, _, owner)| *owner).collect();
        let Some((line, column, owner)) = others.first().copied() else { return Ok(true) };
        if plan.id.is_none() && different.len() == 1 {
            plan.owner = Some(owner);
            return Ok(true);
        }
        if plan.owner.is_none() && different.len() > 1 {
            findings.tell(line, None, FindingCode::ConflictingIdentity, &[]);
        } else {
            let person = self.read.person_id(owner)?;
            findings.tell(line, column, FindingCode::NumberOfOther, &[("person", &person)]);
        }
        Ok(false)
    }

    /// Somebody else with the same name and birth date, or another name and birth date under the
    /// same id, as when two districts have numbered their people alike; of somebody found by a number
    /// another name or birth date, as where the number is mistyped.
    fn look_alike(
        &self,
        first: &RegisterMeant,
        known: Option<&Person>,
        by_number: bool,
        findings: &mut Findings<'_>,
    ) -> Result<()> {
        let row = &first.row;
        if let (Some(person), true) = (known, by_number) {
            let (differs, target) = differs_from(row, &person.card);
            if differs {
                let code = FindingCode::NumberOfOtherName;
                findings.tell(first.line, self.column(target), code, &[]);
            }
            return Ok(());
        }
        let (Some(family), Some(birth)) = (&row.family_name, row.birth_date) else {
            return Ok(());
        };
        let given = row.given_name.as_deref().unwrap_or_default();
        match known {
            Some(person) => {
                let card = &person.card;
                let other_name = !card.family_name.is_empty()
                    && card.family_name.to_lowercase() != family.to_lowercase()
                    && card.given_name.to_lowercase() != given.to_lowercase();
                let other_birth = card.birth_date.is_some_and(|day| day != birth);
                if other_name && other_birth {
                    let column = self.column(Target::PersonId);
                    let code = FindingCode::PersonIdOfOther;
                    findings.tell(first.line, column, code, &[("person", &card.id)]);
                }
            }
            None => {
                let alike = self.read.persons_named(family, given, birth)?;
                if let Some(other) = alike.into_iter().find(|other| *other <= self.highest) {
                    let person = self.read.person_id(other)?;
                    let column = self.column(Target::FamilyName);
                    let code = FindingCode::NameAndBirthKnown;
                    findings.tell(first.line, column, code, &[("person", &person)]);
                }
            }
        }
        Ok(())
    }

    /// Every fact of the rows that may be new, in the order of entering.
    fn wanted(
        &self,
        rows: &[RegisterMeant],
        known: Option<&Person>,
        findings: &mut Findings<'_>,
    ) -> Result<Vec<Wanted>> {
        let column = |target: Target| self.column(target);
        let mut wanted: Vec<Wanted> = Vec::new();
        for meant in rows.iter().filter(|meant| !meant.row.unread) {
            let (line, row) = (meant.line, &meant.row);
            let fixed = fixed_facts(&column, line, row, known, self.given.municipality);
            for fact in fixed {
                let same_kind = wanted.iter().find(|other| {
                    other.entry.is_none()
                        && other.content.kind() == fact.content.kind()
                        && other.content.strand() == fact.content.strand()
                        && other.corrects == fact.corrects
                        && other.line != line
                });
                match same_kind {
                    // Rows of one person repeat what the fixed columns say.
                    Some(other) if other.content == fact.content => {}
                    Some(_) if fact.content.kind().holding() != domain::facts::Holding::Several => {
                        let kind = fact.content.kind().name();
                        let code = FindingCode::FactsAtTheSameTime;
                        findings.tell(line, fact.column, code, &[("kind", &kind)]);
                    }
                    _ => wanted.push(fact),
                }
            }
            self.add_board(meant, known, &mut wanted, findings);
            wanted.extend(facts_of_blocks(self.interpreter, line, row));
        }
        wanted.sort_by_key(|fact| fact.order(self.today));
        let own = rows.iter().find_map(|meant| meant.row.person_id.as_ref());
        let mut kept = Vec::with_capacity(wanted.len());
        for fact in wanted {
            if self.refers_rightly(own, &fact, findings)? {
                kept.push(fact);
            }
        }
        Ok(kept)
    }

    /// The board of the fixed columns, where it is new.
    fn add_board(
        &self,
        meant: &RegisterMeant,
        known: Option<&Person>,
        wanted: &mut Vec<Wanted>,
        findings: &mut Findings<'_>,
    ) {
        let (line, row) = (meant.line, &meant.row);
        let Some(centre) = &row.cost_centre else { return };
        let column = |target: Target| self.column(target);
        let place = column(Target::CostCentre);
        if !self.has_board(centre) {
            findings.tell(line, place, FindingCode::UnknownBoard, &[("cost_centre", centre)]);
            return;
        }
        match board_said(&column, line, row, centre, known, self.given.board_from) {
            BoardSaid::Known => {}
            BoardSaid::New(fact) => {
                let repeats = |other: &Wanted| {
                    other.content == fact.content && other.validity == fact.validity
                };
                if !wanted.iter().any(repeats) {
                    wanted.push(*fact);
                }
            }
            BoardSaid::DayMissing => {
                findings.tell(line, place, FindingCode::BoardChangeWithoutDay, &[]);
            }
        }
    }

    /// A board that would be new, or that is called something else. The first register brings its
    /// boards with it: then only two names of one are told.
    fn name_of_board(&self, meant: &RegisterMeant, findings: &mut Findings<'_>) {
        let Some((centre, name)) = self.together.first_named(meant.line, &meant.row) else {
            return;
        };
        let known = self.boards.get(centre).map(String::as_str);
        let stands = known.or_else(|| self.together.name_of_board(centre)).unwrap_or(name);
        let place = self.column(Target::BoardName);
        let mut tell = |code, values: &[(&str, &dyn std::fmt::Display)]| {
            findings.tell(meant.line, place, code, values);
        };
        if stands != name {
            let values: [(&str, &dyn std::fmt::Display); 3] =
                [("cost_centre", centre), ("known", &stands), ("name", &name)];
            tell(FindingCode::BoardNamedOtherwise, &values);
        } else if known.is_none() && self.highest.0 > 0 {
            tell(FindingCode::BoardNew, &[("cost_centre", centre), ("name", &name)]);
        }
    }

    fn has_board(&self, centre: &CostCentre) -> bool {
        self.boards.contains_key(centre) || self.together.names_board(centre)
    }

    fn refers_rightly(
        &self,
        own: Option<&PersonId>,
        fact: &Wanted,
        findings: &mut Findings<'_>,
    ) -> Result<bool> {
        let person = match &fact.content {
            FactContent::ResponsibleBoard(board) if !self.has_board(&board.cost_centre) => {
                let values: [(&str, &dyn std::fmt::Display); 1] =
                    [("cost_centre", &board.cost_centre)];
                findings.tell(fact.line, fact.reference, FindingCode::UnknownBoard, &values);
                return Ok(false);
            }
            FactContent::Relation(relation) if own == Some(&relation.person) => {
                // A Person-id that another row has is the cause of this too.
                if self.together.clashes(fact.line).is_empty() {
                    findings.tell(fact.line, fact.reference, FindingCode::RelationToItself, &[]);
                }
                return Ok(false);
            }
            FactContent::Relation(relation) => Some(&relation.person),
            FactContent::LegalGround(ground) => ground.anchor.as_ref(),
            _ => None,
        };
        let Some(id) = person else { return Ok(true) };
        if self.together.has_person(&id.0) || self.read.person_no(id)?.is_some() {
            return Ok(true);
        }
        findings.tell(fact.line, fact.reference, FindingCode::UnknownPerson, &[]);
        Ok(false)
    }

    /// Enters the facts among those known, and gives the entries that this makes.
    fn enter(
        &self,
        wanted: Vec<Wanted>,
        known: Option<Person>,
        findings: &mut Findings<'_>,
    ) -> Result<Vec<Fact>> {
        let owner = known.as_ref().map(|person| person.person_no);
        let mut entries = known.map(|person| person.facts).unwrap_or_default();
        let entering = Entering::of(self.read, owner, &entries, self.actor, self.today)?;
        let before: HashSet<FactId> = entries.iter().map(|fact| fact.id.clone()).collect();
        let known_before = entries.len();
        let protected = known_on(&entries, NaiveDate::MAX)
            .iter()
            .any(|fact| fact.kind() == FactKind::Protection);
        let (made, said): (Vec<Wanted>, Vec<Wanted>) =
            wanted.into_iter().partition(|fact| fact.entry.is_some());
        self.enter_as_made(made, &before, &mut entries, findings)?;
        let as_it_was = entries.clone();
        let mut placed: Vec<(FactId, Wanted)> = Vec::new();
        for fact in said {
            let present = known_on(&entries, NaiveDate::MAX);
            let corrects = match novelty(&present, &before, &fact) {
                Novelty::Known => continue,
                Novelty::New => None,
                Novelty::Corrects(id) => Some(id),
            };
            if protected && fact.content.kind() == FactKind::Protection {
                findings.tell(fact.line, fact.column, FindingCode::ProtectionByHand, &[]);
                continue;
            }
            let request = fact.request(corrects);
            let impossible =
                impossible_relation(self.read, owner, &entries, &request.new, self.today)?;
            if let Some(fault) = impossible {
                findings.tell(fact.line, fact.reference, code_of_relation(fault), &[]);
                continue;
            }
            match enter_among(&mut entries, &request, &entering) {
                Ok(place) => placed.push((place.id, fact)),
                Err(faults) => {
                    faults.iter().for_each(|fault| fact.tell(findings, fault));
                }
            }
        }
        tell_disorder(findings, &as_it_was, &entries, &placed);
        Ok(entries.split_off(known_before))
    }
}

/// Whether a row names its person otherwise than the register, and in which field; a name spelled
/// otherwise is the same.
pub(crate) fn differs_from(row: &RegisterRow, card: &PersonCard) -> (bool, Target) {
    let other = |said: &Option<String>, known: &str| {
        let said = said.as_deref().unwrap_or_default();
        let spellings = |name: &str| [fold(name), spelled_out(name)];
        let (said_so, known_so) = (spellings(said), spellings(known));
        !said.is_empty()
            && !known.is_empty()
            && !said_so.iter().any(|spelling| known_so.contains(spelling))
    };
    if other(&row.family_name, &card.family_name) || other(&row.given_name, &card.given_name) {
        return (true, Target::FamilyName);
    }
    let birth = row.birth_date.zip(card.birth_date).is_some_and(|(said, known)| said != known);
    (birth, Target::BirthDate)
}

/// Tells what the rows together have put out of order.
fn tell_disorder(
    findings: &mut Findings<'_>,
    before: &[Fact],
    after: &[Fact],
    placed: &[(FactId, Wanted)],
) {
    let ids: Vec<FactId> = placed.iter().map(|(id, _)| id.clone()).collect();
    let (before, after) = (known_on(before, NaiveDate::MAX), known_on(after, NaiveDate::MAX));
    for (id, fault) in newly_out_of_order(&before, &after, &ids) {
        let named = placed.iter().find(|(own, _)| id.as_ref() == Some(own));
        if let Some((_, fact)) = named.or_else(|| placed.last()) {
            fact.tell(findings, &fault);
        }
    }
}

fn code_of_relation(fault: RelationFault) -> FindingCode {
    match fault {
        RelationFault::ToItself => FindingCode::RelationToItself,
        RelationFault::ParentNotOlder => FindingCode::RelationParentNotOlder,
        RelationFault::BothWays => FindingCode::RelationBothWays,
    }
}
