//! Persons that a payment list proposes: those its payments are about and nobody is known as.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::Period;
use domain::codes::CompensationCode;
use domain::facts::{FactContent, Municipality, Validity};
use domain::identity::{DossierNumber, NationalNumber};
use domain::matching::{IdentityIndex, MatchReason};
use domain::proposing::facts_told;
use serde_json::json;
use store::lists::{ListRecord, PAGE_ROWS, RowRecord};
use store::matches::{NewMatch, PaymentFilter, RowMatch};
use store::{Changed, PersonNo, Read};

use crate::error::{AppError, RefusalCode};
use crate::persons::{FactRequest, NewPerson, add_person};
use crate::{Action, App, Result};

/// A person that a payment list proposes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// Dossier number.
    pub dossier_number: Option<DossierNumber>,
    /// Personal or coordination number.
    pub national_number: Option<NationalNumber>,
    /// Family name, as the list has it first.
    pub family_name: String,
    /// Given name, as the list has it first.
    pub given_name: String,
    /// The rows about this person.
    pub lines: Vec<u32>,
    /// Whether rows with the same dossier number name another name or number.
    pub differs: bool,
    /// The birth date that the number states.
    pub birth_date: Option<NaiveDate>,
    /// What the payments tell: ground, reception, assignment.
    pub facts: Vec<(FactContent, Validity)>,
}

/// Which proposed persons are added, and with what.
#[derive(Clone, Debug, Default)]
pub struct TakeProposals {
    /// Any row of each person.
    pub lines: Vec<u32>,
    /// Cost centre of the board that answers for all of them, as it was typed.
    pub cost_centre: Option<String>,
    /// From which day; none: from the beginning.
    pub board_from: Option<NaiveDate>,
    /// Whether what the payments tell is entered too.
    pub with_facts: bool,
    /// Rows of persons of whom somebody says that they are others than those of the same name.
    pub confirmed: Vec<u32>,
}

/// What adding proposed persons did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TakenProposals {
    /// Person-ids of the new persons.
    pub persons: Vec<String>,
    /// Rows that are matched now.
    pub matched: u64,
}

impl App {
    /// Refuses persons of whose name somebody is in the register already, until it is said of each that it is
    /// another.
    fn require_strangers(&self, proposed: &[Proposed], asked: &TakeProposals) -> Result<()> {
        let mut faults = Vec::new();
        for (place, line) in asked.lines.iter().enumerate() {
            let one = proposed.iter().find(|one| one.lines.contains(line));
            let Some(one) =
                one.filter(|one| !one.lines.iter().any(|l| asked.confirmed.contains(l)))
            else {
                continue;
            };
            let new = NewPerson {
                family_name: one.family_name.clone(),
                given_name: one.given_name.clone(),
                birth_date: one.birth_date,
                ..NewPerson::default()
            };
            let namesakes = self.namesakes(&new)?;
            if !namesakes.is_empty() {
                let there = AppError::refused(RefusalCode::PersonMayBeThere);
                let there = there.with("count", namesakes.len());
                faults.push(there.in_field(&format!("lines[{place}]")));
            }
        }
        AppError::all(faults).map_or(Ok(()), Err)
    }

    /// The persons that the unmatched payments of a committed list propose, in the order of their
    /// first rows: grouped by dossier number, else by personal number.
    ///
    /// # Errors
    /// When the list is not committed, or the database cannot be read.
    pub fn register_proposals(&self, list: &str) -> Result<Vec<Proposed>> {
        let list = self.committed_list(list)?;
        proposals(&self.read(), &list, &self.ours()?)
    }

    /// Adds the proposed persons that these rows are about, and matches all their rows, in one
    /// transaction.
    ///
    /// # Errors
    /// When a row proposes nobody, somebody of the same name is there, the board is not known, or the list is
    /// not committed.
    pub fn take_register_proposals(
        &mut self,
        list: &str,
        asked: &TakeProposals,
    ) -> Result<TakenProposals> {
        self.change(Action::TakeProposals, |write| {
            let list = self.committed_list(list)?;
            let (actor, today) = (self.actor.clone(), self.today);
            let lines: BTreeSet<u32> = asked.lines.iter().copied().collect();
            let proposed = proposals(write, &list, &self.ours()?)?;
            let known: BTreeSet<u32> = proposed.iter().flat_map(|one| one.lines.clone()).collect();
            if let Some(line) = lines.iter().find(|line| !known.contains(line)) {
                return Err(AppError::refused(RefusalCode::NothingProposed).with("line", line));
            }
            let mut taken = TakenProposals::default();
            self.require_strangers(&proposed, asked)?;
            let typed = asked.cost_centre.as_deref().map(|board| self.unit_typed(board));
            let cost_centre = typed.transpose().map_err(|fault| fault.in_field("cost_centre"))?;
            for one in proposed.iter().filter(|p| p.lines.iter().any(|l| lines.contains(l))) {
                let new = NewPerson {
                    family_name: one.family_name.clone(),
                    given_name: one.given_name.clone(),
                    dossier_number: one.dossier_number,
                    national_number: one.national_number,
                    cost_centre: cost_centre.clone(),
                    board_from: asked.board_from,
                    ..one.known(asked.with_facts)
                };
                let person_no = add_person(write, &new, &actor, today)?;
                taken.persons.push(write.person_id(person_no)?.0);
                let mut found = Vec::new();
                for line in &one.lines {
                    let replaces = write.row_match(list.list_no, *line)?.is_some();
                    let chosen = RowMatch {
                        line: *line,
                        person: Some(person_no),
                        matched: true,
                        reason: MatchReason::Manual,
                        candidates: Vec::new(),
                    };
                    found.push(NewMatch { found: chosen, replaces });
                }
                taken.matched += found.len() as u64;
                write.put_matches(list.list_no, &found)?;
            }
            let detail = json!({ "persons": taken.persons, "matched": taken.matched });
            Ok(Changed { value: taken, object: list.id.clone(), detail })
        })
    }
}

impl Proposed {
    /// What is known of the person besides name and numbers.
    fn known(&self, with_facts: bool) -> NewPerson {
        if !with_facts {
            return NewPerson::default();
        }
        let facts = self
            .facts
            .iter()
            .map(|(content, validity)| FactRequest::of(content.clone(), *validity));
        NewPerson { birth_date: self.birth_date, facts: facts.collect(), ..NewPerson::default() }
    }
}

fn proposals(read: &Read<'_>, list: &ListRecord, ours: &Municipality) -> Result<Vec<Proposed>> {
    let codes = read.code_table()?;
    let mut proposed: Vec<Proposed> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut told: Vec<Vec<(CompensationCode, Option<Period>)>> = Vec::new();
    let register = read.identity_index()?;
    let mut after = 0;
    loop {
        let unmatched = PaymentFilter::Unmatched;
        let rows = read.payment_rows_after(list.list_no, unmatched, after, PAGE_ROWS)?;
        let Some(last) = rows.last() else { break };
        after = last.line;
        let lines: Vec<u32> = rows.iter().map(|row| row.line).collect();
        let distributed = read.distributed_among(list.list_no, &lines)?;
        for record in rows {
            let row = &record.row;
            let entry = row.payment_code.as_deref().zip(row.payment_date);
            let entry = entry.and_then(|(code, date)| codes.get(code, date));
            let unbound = entry.is_some_and(|entry| !entry.person_bound);
            let is_distributed = distributed.contains(&record.line);
            if unbound || is_distributed || is_known(&register, &record) {
                continue;
            }
            let group = match (row.dossier_number, row.national_number) {
                (Some(number), _) => format!("d{number}"),
                (None, Some(number)) => format!("n{number}"),
                (None, None) => continue,
            };
            let place = *places.entry(group).or_insert_with(|| {
                proposed.push(Proposed {
                    dossier_number: row.dossier_number,
                    national_number: row.national_number,
                    family_name: row.family_name.clone().unwrap_or_default(),
                    given_name: row.given_name.clone().unwrap_or_default(),
                    lines: Vec::new(),
                    differs: false,
                    birth_date: None,
                    facts: Vec::new(),
                });
                told.push(Vec::new());
                proposed.len() - 1
            });
            if let Some(code) = entry.and_then(|entry| entry.compensation.clone()) {
                let days = row.period_from.zip(row.period_until);
                told[place].push((code, days.and_then(|(from, until)| Period::new(from, until))));
            }
            add_row(&mut proposed[place], &record);
        }
    }
    for (one, payments) in proposed.iter_mut().zip(&told) {
        let payments: Vec<_> = payments.iter().map(|(code, days)| (code, *days)).collect();
        one.facts = facts_told(ours, &payments);
        one.birth_date = one.national_number.and_then(NationalNumber::birth_date);
    }
    Ok(proposed)
}

/// Whether a number of the row belongs to somebody: then a person has to choose.
/// Whether the register has a number of the row.
fn is_known(register: &IdentityIndex<PersonNo>, record: &RowRecord) -> bool {
    register.knows(record.row.dossier_number, record.row.national_number)
}

fn add_row(proposed: &mut Proposed, record: &RowRecord) {
    let row = &record.row;
    let differs = |kept: &mut String, found: &Option<String>| {
        let Some(found) = found else { return false };
        if kept.is_empty() {
            kept.clone_from(found);
        }
        kept != found
    };
    let family = differs(&mut proposed.family_name, &row.family_name);
    let given = differs(&mut proposed.given_name, &row.given_name);
    proposed.national_number = proposed.national_number.or(row.national_number);
    let number = row.national_number.is_some() && row.national_number != proposed.national_number;
    proposed.differs |= family || given || number;
    proposed.lines.push(record.line);
}
