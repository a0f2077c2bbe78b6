//! New persons.

use chrono::NaiveDate;
use domain::facts::{
    AgeBasis, Birth, Dossier, FactContent, Name, National, ResponsibleBoard, Validity,
};
use domain::identity::{DossierNumber, NationalNumber};
use domain::person::{CostCentre, Identity, PersonId};
use serde_json::json;
use store::{Changed, Ending, PersonNo, Write};

use super::entering::{FactRequest, enter};
use crate::error::{AppError, RefusalCode};
use crate::matching::choose;
use crate::reopening::reopen;
use crate::typed::{keep, name_typed};
use crate::{Action, App, Result};

/// Persons of the same name shown at most.
const MOST_NAMESAKES: usize = 20;

/// A person to be added by hand.
#[derive(Clone, Debug, Default)]
pub struct NewPerson {
    /// The id that the one who adds the person has made: the same once more adds no second one.
    pub entry: Option<String>,
    /// The register's own id; none: the next free one.
    pub person_id: Option<String>,
    /// Family name.
    pub family_name: String,
    /// Given name.
    pub given_name: String,
    /// Birth date.
    pub birth_date: Option<NaiveDate>,
    /// Dossier number.
    pub dossier_number: Option<DossierNumber>,
    /// Personal or coordination number.
    pub national_number: Option<NationalNumber>,
    /// Cost centre of the board that answers for the person.
    pub cost_centre: Option<CostCentre>,
    /// From which day; none: from the beginning.
    pub board_from: Option<NaiveDate>,
    /// Further facts, entered in the same transaction.
    pub facts: Vec<FactRequest>,
    /// Whether somebody has looked at those of the same name and says that it is another person.
    pub confirmed: bool,
}

impl NewPerson {
    fn facts(&self) -> Vec<FactRequest> {
        let (family_name, given_name) = (self.family_name.trim(), self.given_name.trim());
        let name = (!family_name.is_empty() || !given_name.is_empty()).then(|| {
            FactContent::Name(Name {
                family_name: family_name.to_owned(),
                given_name: given_name.to_owned(),
            })
        });
        let birth =
            self.birth_date.map(|date| FactContent::Birth(Birth { date, basis: AgeBasis::Stated }));
        let dossier = self.dossier_number.map(|number| FactContent::Dossier(Dossier { number }));
        let national =
            self.national_number.map(|number| FactContent::National(National { number }));
        let always = [name, birth, dossier, national];
        let board = self.cost_centre.clone().map(|cost_centre| {
            let content =
                FactContent::ResponsibleBoard(ResponsibleBoard { cost_centre, district: None });
            let validity = Validity { valid_from: self.board_from, valid_until: None };
            FactRequest::of(content, validity)
        });
        let timeless = |content| FactRequest::of(content, Validity::default());
        let facts = always.into_iter().flatten().map(timeless).chain(board);
        facts.chain(self.facts.iter().cloned()).collect()
    }

    fn identities(&self) -> impl Iterator<Item = Identity> {
        let dossier = self.dossier_number.map(Identity::Dossier);
        let national = self.national_number.map(Identity::National);
        let among_facts = self.facts.iter().filter_map(|fact| match &fact.new.content {
            FactContent::Dossier(dossier) => Some(Identity::Dossier(dossier.number)),
            FactContent::National(national) => Some(Identity::National(national.number)),
            _ => None,
        });
        dossier.into_iter().chain(national).chain(among_facts)
    }
}

impl App {
    /// Adds one person.
    ///
    /// # Errors
    /// When the Person-id or a number is taken, or the person has neither name nor number; and, until
    /// it is confirmed, when the person may be there already.
    pub fn add_person(&mut self, new: &NewPerson) -> Result<PersonNo> {
        self.change(Action::AddPerson, |write| {
            if let Some(added) = self.added_before(new)? {
                return Ok(Ending::Nothing(added));
            }
            let namesakes = if new.confirmed { Vec::new() } else { self.namesakes(new)? };
            if !namesakes.is_empty() {
                let refused = AppError::refused(RefusalCode::PersonMayBeThere);
                return Err(refused.with("count", namesakes.len()).in_field("confirmed"));
            }
            let (actor, today) = (self.actor.clone(), self.today);
            let person_no = add_person(write, new, &actor, today)?;
            let id = write.person_id(person_no)?;
            Ok(Ending::Changed(Changed { value: person_no, object: id.0, detail: json!({}) }))
        })
    }

    /// Persons of the same name who may be born on the same day: the new one may be one of them.
    /// Protected persons whom nobody has opened are left out, whose names a new one would tell.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn namesakes(&self, new: &NewPerson) -> Result<Vec<PersonNo>> {
        let (mut family_name, mut given_name) = (new.family_name.clone(), new.given_name.clone());
        let mut birth_date = new.birth_date;
        for fact in &new.facts {
            match &fact.new.content {
                FactContent::Name(name) => {
                    family_name.clone_from(&name.family_name);
                    given_name.clone_from(&name.given_name);
                }
                FactContent::Birth(birth) => birth_date = Some(birth.date),
                _ => {}
            }
        }
        let read = self.read();
        let found = read.namesakes(&family_name, &given_name, birth_date, MOST_NAMESAKES)?;
        let mut shown = Vec::with_capacity(found.len());
        for person_no in found {
            if !self.is_closed(person_no, &read.person_card(person_no)?) {
                shown.push(person_no);
            }
        }
        Ok(shown)
    }

    /// The person that the same request has added before.
    fn added_before(&self, new: &NewPerson) -> Result<Option<PersonNo>> {
        let entry = new.entry.as_ref().map(|entry| self.read().person_entered_as(entry));
        Ok(entry.transpose()?.flatten())
    }

    /// Adds the person that an unmatched payment is about and matches the payment; both or neither.
    ///
    /// # Errors
    /// As [`App::add_person`] and [`App::choose_match`].
    pub fn add_person_of_row(
        &mut self,
        list: &str,
        line: u32,
        new: &NewPerson,
    ) -> Result<PersonNo> {
        self.change(Action::AddPerson, |write| {
            let list = self.committed_list(list)?;
            let (person_no, added) = match self.added_before(new)? {
                Some(added) => (added, false),
                None => (add_person(write, new, &self.actor, self.today)?, true),
            };
            let of_row = if added { None } else { write.row_match(list.list_no, line)? };
            if of_row.and_then(|found| found.person) == Some(person_no) {
                return Ok(Ending::Nothing(person_no));
            }
            choose(write, &list, line, person_no)?;
            let id = write.person_id(person_no)?;
            if added {
                let detail = json!({ "list": list.id, "line": line });
                return Ok(Ending::Changed(Changed { value: person_no, object: id.0, detail }));
            }
            let detail = json!({ "line": line, "person": id });
            let changed = Changed { value: person_no, object: list.id, detail };
            self.as_another(Action::ChooseMatch, changed)
        })
    }

    /// Enters the numbers of a payment that nobody has as numbers of the person that it is matched with:
    /// what comes with them next time is found. Once more changes nothing.
    ///
    /// # Errors
    /// When the payment is not matched, the person's page is closed, or a number does not fit the person.
    pub fn add_numbers_of_row(&mut self, list: &str, line: u32) -> Result<()> {
        let (actor, today) = (self.actor.clone(), self.today);
        self.change(Action::EnterFacts, |write| {
            let list = self.committed_list(list)?;
            let of_row = write.row(list.list_no, line)?;
            let row = of_row
                .ok_or_else(|| AppError::refused(RefusalCode::NoSuchRow).with("line", line))?;
            let found = write.row_match(list.list_no, line)?.filter(|found| found.matched);
            let person_no = found
                .and_then(|found| found.person)
                .ok_or_else(|| AppError::refused(RefusalCode::RowNotMatched).with("line", line))?;
            self.require_open(person_no)?;
            let mut facts = Vec::new();
            for number in row.row.numbers() {
                if write.persons_with(number)?.is_empty() {
                    let content = match number {
                        Identity::Dossier(number) => FactContent::Dossier(Dossier { number }),
                        Identity::National(number) => FactContent::National(National { number }),
                    };
                    facts.push(FactRequest::of(content, Validity::default()));
                }
            }
            if facts.is_empty() {
                return Ok(Ending::Nothing(()));
            }
            enter(write, person_no, &facts, &actor, today)?;
            reopen(write, &[person_no])?;
            let kinds: Vec<&str> = facts.iter().map(|f| f.new.content.kind().name()).collect();
            let detail = json!({ "kinds": kinds, "list": list.id, "line": line });
            let object = write.person_id(person_no)?.0;
            Ok(Ending::Changed(Changed { value: (), object, detail }))
        })
    }
}

/// Adds a person with facts, inside a transaction.
pub(crate) fn add_person(
    write: &Write<'_>,
    new: &NewPerson,
    actor: &str,
    today: NaiveDate,
) -> Result<PersonNo> {
    let person_id = typed_names(new)?;
    let facts = new.facts();
    let named = facts.iter().any(|fact| matches!(fact.new.content, FactContent::Name(_)));
    if !named && new.identities().next().is_none() {
        return Err(AppError::refused(RefusalCode::PersonWithoutIdentity));
    }
    for number in new.identities() {
        if !write.persons_with(number)?.is_empty() {
            let field = match number {
                Identity::Dossier(_) => "dossier_number",
                Identity::National(_) => "personal_number",
            };
            return Err(AppError::refused(RefusalCode::NumberTaken).in_field(field));
        }
    }
    let is_own = |number| new.identities().any(|own| own == Identity::Dossier(number));
    let id = match person_id {
        Some(id) if id.holds_identity_number(is_own) => {
            return Err(AppError::refused(RefusalCode::PersonIdIsNumber).in_field("person"));
        }
        Some(id) if write.person_no(&id)?.is_some() => {
            return Err(AppError::refused(RefusalCode::PersonIdTaken)
                .with("person", id)
                .in_field("person"));
        }
        Some(id) => id,
        None => next_person_id(write)?,
    };
    let person_no = write.add_person(&id, None)?;
    if let Some(entry) = &new.entry {
        write.put_entry_id(person_no, entry)?;
    }
    enter(write, person_no, &facts, actor, today)?;
    Ok(person_no)
}

/// The Person-id as it is meant, where one was typed; names and id are refused that cannot be seen.
fn typed_names(new: &NewPerson) -> Result<Option<PersonId>> {
    let mut faults = Vec::new();
    keep(name_typed(&new.family_name), "family_name", &mut faults);
    keep(name_typed(&new.given_name), "given_name", &mut faults);
    let id = new.person_id.as_deref().map(name_typed).transpose();
    let id = keep(id, "person", &mut faults).flatten();
    match AppError::all(faults) {
        Some(fault) => Err(fault),
        None => Ok(id.map(|id| PersonId(id.to_owned()))),
    }
}

/// The next free Person-id of the form `P20`.
fn next_person_id(write: &Write<'_>) -> Result<PersonId> {
    let mut number = write.highest_person_no()?.0 + 1;
    loop {
        let id = PersonId(format!("P{number:02}"));
        if write.person_no(&id)?.is_none() {
            return Ok(id);
        }
        number += 1;
    }
}
