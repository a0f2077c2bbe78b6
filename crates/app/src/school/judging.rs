//! What is wrong with a row of a list of pupils beside the register, and what it would enter.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::NaiveDate;
use domain::facts::{
    Fact, FactContent, FactKind, Municipality, NewFact, Validity, known_on, newly_out_of_order,
    place,
};
use domain::identity::{DossierNumber, NationalNumber};
use domain::law::years_old;
use domain::person::PersonId;
use domain::schooling::{Beside, Cut, Outcome, Told, beside, is_in_term, usual_ages};
use domain::{Finding, FindingCode, Period};
use importing::{RegisterInterpreter, RegisterRow, SchoolList, Target};
use store::PersonNo;

use super::BLOCK;
use crate::Result;
use crate::draft::{Draft, Findings, Found, InOrder, MeantRow, Pass, Whom};
use crate::persons::{Entering, FactRequest, enter_among};
use crate::register::{differs_from, tell_fault};

/// Values of a finding.
type Values<'v> = &'v [(&'v str, &'v dyn std::fmt::Display)];

/// What a row enters.
pub(crate) enum Says {
    /// Nothing: the register says so already, or it cannot be.
    Nothing,
    /// Entries about somebody.
    Of(PersonNo, Vec<Fact>),
    /// A fact about somebody who is new, by the place among those that are.
    New(usize, FactRequest),
}

/// A row that has been judged.
pub(crate) struct Judged {
    /// What is wrong with it.
    pub(super) findings: Vec<Finding>,
    /// What becomes of what is known.
    pub(super) outcome: Outcome,
    /// What it enters.
    pub(super) says: Says,
    /// The row, where it adds somebody.
    pub(super) row: RegisterRow,
}

/// Who rows are about: somebody in the register, or whoever has the numbers.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Key {
    Person(PersonNo),
    Numbers(Option<DossierNumber>, Option<NationalNumber>),
}

/// A pupil of the rows so far.
struct Pupil {
    /// What is known of the person, with what the rows so far have added.
    entries: Vec<Fact>,
    /// What the rows so far say, with their lines.
    rows: Vec<(u32, Told)>,
    /// The place among those that are new.
    new: usize,
}

/// Looks at rows in order.
pub(crate) struct Judge<'p> {
    pass: &'p Pass<'p>,
    interpreter: RegisterInterpreter<'p>,
    whom: Whom,
    terms: Vec<Period>,
    ours: Municipality,
    pupils: HashMap<Key, Pupil>,
    new: usize,
    /// Whom anything can have changed about; none: everybody.
    only: Option<HashSet<Key>>,
}

/// What a row says, as far as it could be read; none where its days or its form are missing. A list that
/// names no municipality is of the city's own schools.
pub(super) fn told_by(row: &RegisterRow, ours: &Municipality) -> Option<Told> {
    let fact = row.facts.first()?;
    let FactContent::Schooling(schooling) = &fact.content else { return None };
    let Validity { valid_from, valid_until } = fact.validity;
    let mut schooling = schooling.clone();
    schooling.municipality.get_or_insert_with(|| ours.clone());
    Some(Told { schooling, from: valid_from?, until: valid_until })
}

/// What becomes of what is known by a row.
pub(super) fn outcome_of(draft: &Draft, terms: &[Period], known: &[&Fact], told: &Told) -> Outcome {
    beside(known, told, cut_of(draft, terms), terms).outcome
}

fn cut_of(draft: &Draft, terms: &[Period]) -> Option<Cut> {
    draft.format.about.period.map(|period| Cut::of(period, terms))
}

impl<'p> Judge<'p> {
    pub(super) fn of(pass: &'p Pass<'_>, lines: Option<&BTreeSet<u32>>) -> Result<Judge<'p>> {
        let mut judge = Judge {
            pass,
            interpreter: pass.draft.interpreter::<SchoolList>(),
            whom: Whom::of(pass.write)?,
            terms: crate::settings::school_terms(pass.write)?,
            ours: crate::settings::own_municipality(pass.write)?,
            pupils: HashMap::new(),
            new: 0,
            only: None,
        };
        if let Some(lines) = lines {
            judge.only = Some(judge.touched(lines)?);
        }
        Ok(judge)
    }

    /// Whom rows are about that were decided about, or that were not clean before: what one row says can
    /// change what is found of another about the same person.
    fn touched(&self, lines: &BTreeSet<u32>) -> Result<HashSet<Key>> {
        let Pass { write, draft, standing, .. } = self.pass;
        let states = write.draft_states(draft.record.draft_no)?;
        let mut touched = HashSet::new();
        write.each_draft_row(draft.record.draft_no, |line, written, _| {
            if lines.contains(&line) || states.contains_key(&line) {
                let meant = draft.meant(&self.interpreter, standing, line, written);
                touched.extend(self.key(line, &meant.row));
            }
            Ok::<(), store::StoreError>(())
        })?;
        Ok(touched)
    }

    fn found(&self, line: u32, row: &RegisterRow) -> Found {
        let made = self.pass.draft.format.made.get(&line);
        let who = SchoolList::who(row);
        match made {
            Some(id) => self.whom.find(
                self.pass.draft,
                crate::draft::Who { person_id: Some(id), ..crate::draft::Who::default() },
            ),
            None => self.whom.find(self.pass.draft, who),
        }
    }

    fn key(&self, line: u32, row: &RegisterRow) -> Option<Key> {
        match self.found(line, row) {
            Found::Person(person) => Some(Key::Person(person)),
            Found::Unknown(_) if row.person_id.is_none() => {
                Some(Key::Numbers(row.dossier_number, row.national_number))
            }
            _ => None,
        }
    }

    fn column(&self, field: &str) -> Option<u16> {
        self.interpreter.fact_column(BLOCK, field)
    }

    pub(super) fn judge(&mut self, meant: &MeantRow<RegisterRow>) -> Result<Option<Judged>> {
        let (line, row) = (meant.line, &meant.row);
        let key = self.key(line, row);
        if let (Some(only), Some(key)) = (&self.only, key)
            && !only.contains(&key)
        {
            return Ok(None);
        }
        let mut findings = Findings::of(self.pass.draft);
        // Whom a row is about that the program has made is known, whatever columns the file has.
        let made = self.pass.draft.format.made.contains_key(&line);
        let of_row = |finding: &&Finding| !made || finding.code != FindingCode::MissingIdentity;
        findings.take(&meant.findings.iter().filter(of_row).cloned().collect::<Vec<_>>());
        self.name_faults(line, row, &mut findings)?;
        let told = self.told(line, row, &mut findings);
        let mut judged = Judged {
            findings: Vec::new(),
            outcome: Outcome::Unchanged,
            says: Says::Nothing,
            row: row.clone(),
        };
        if let (Some(key), Some(told)) = (key, told) {
            self.open(key)?;
            if self.is_news(line, key, &told, &mut findings) && !findings.has_errors() {
                (judged.outcome, judged.says) = self.enter(line, row, key, &told, &mut findings)?;
            }
        }
        judged.findings = findings.found();
        Ok(Some(judged))
    }

    /// Reads what is known of a pupil, once.
    fn open(&mut self, key: Key) -> Result<()> {
        if self.pupils.contains_key(&key) {
            return Ok(());
        }
        let (entries, new) = match key {
            Key::Person(person) => (self.pass.write.facts_of(person)?, 0),
            Key::Numbers(..) => {
                self.new += 1;
                (Vec::new(), self.new - 1)
            }
        };
        self.pupils.insert(key, Pupil { entries, rows: Vec::new(), new });
        Ok(())
    }

    /// What is wrong with whom a row names.
    fn name_faults(&self, line: u32, row: &RegisterRow, findings: &mut Findings<'_>) -> Result<()> {
        let at = |target: Target| self.pass.draft.format.layout.column(target);
        match self.found(line, row) {
            Found::Unnamed => {}
            Found::Person(person) => {
                let card = self.pass.write.person_card(person)?;
                let (differs, target) = differs_from(row, &card);
                if differs {
                    findings.tell(line, at(target), FindingCode::NumberOfOtherName, &[]);
                }
            }
            Found::Two(target) => {
                findings.tell(line, at(target), FindingCode::ConflictingIdentity, &[]);
            }
            Found::Unknown(target) if row.person_id.is_some() || row.family_name.is_none() => {
                findings.tell(line, at(target), FindingCode::PersonNotInRegister, &[]);
            }
            Found::Unknown(target) => {
                let proposed = self.namesake(row)?;
                let proposed = proposed.as_ref();
                let value = proposed.map(|id| ("person", id as &dyn std::fmt::Display));
                let code = match value {
                    Some(_) => FindingCode::PupilProposed,
                    None => FindingCode::PupilNew,
                };
                findings.tell(line, at(target), code, value.as_slice());
            }
        }
        Ok(())
    }

    /// Somebody in the register who has the name, and may be born on the day. Nobody who is protected: the
    /// name would tell the id.
    fn namesake(&self, row: &RegisterRow) -> Result<Option<PersonId>> {
        /// More of one name propose nobody.
        const NAMESAKES: usize = 2;
        let (write, today) = (self.pass.write, self.pass.today);
        let family = row.family_name.as_deref().unwrap_or_default();
        let given = row.given_name.as_deref().unwrap_or_default();
        let named = write.namesakes(family, given, row.birth_date, NAMESAKES)?;
        let [person] = named.as_slice() else { return Ok(None) };
        if write.is_protected(*person, today)? {
            return Ok(None);
        }
        Ok(Some(write.person_id(*person)?))
    }

    /// What the row says; what it lacks is told.
    fn told(&self, line: u32, row: &RegisterRow, findings: &mut Findings<'_>) -> Option<Told> {
        let told = told_by(row, &self.ours);
        if told.is_none() && !findings.has_errors() {
            let field = if row.facts.is_empty() { "form" } else { "valid_from" };
            let values: Values<'_> = &[("field", &field)];
            findings.tell(line, self.column(field), FindingCode::MissingValue, values);
        }
        let told = told?;
        if self.pass.draft.format.made.contains_key(&line) {
            return Some(told);
        }
        let from = self.column("valid_from");
        let days = told.days();
        let about = self.pass.draft.format.about.period;
        match about {
            Some(period) if !days.meets(span(period)) => {
                let values: Values<'_> = &[("from", &period.from), ("until", &period.until)];
                findings.tell(line, from, FindingCode::PupilOutsidePeriod, values);
            }
            _ if !is_in_term(days, &self.terms) && self.terms_are_known(told.from) => {
                findings.tell(line, from, FindingCode::PupilOutsideTerm, &[]);
            }
            _ => {}
        }
        Some(told)
    }

    /// Whether terms are known of the year of a day: without any nothing is outside of them.
    fn terms_are_known(&self, day: NaiveDate) -> bool {
        self.terms.iter().any(|term| {
            term.from <= Period::year_of(day).until && Period::year_of(day).from <= term.until
        })
    }

    /// Whether no row before says the same of the pupil, or something else about the same days.
    fn is_news(&mut self, line: u32, key: Key, told: &Told, findings: &mut Findings<'_>) -> bool {
        let from = self.column("valid_from");
        let Some(pupil) = self.pupils.get_mut(&key) else { return false };
        let meets = |(_, other): &&(u32, Told)| other.days().meets(told.days());
        let before = pupil.rows.iter().find(meets);
        let is_news = before.is_none();
        if let Some((first, other)) = before {
            let code = match other == told {
                true => FindingCode::PupilTwice,
                false => FindingCode::PupilRowsOverlap,
            };
            findings.tell(line, from.filter(|_| other != told), code, &[("line", first)]);
        }
        pupil.rows.push((line, told.clone()));
        is_news
    }

    /// Enters what a row says among what is known, as far as it can be.
    fn enter(
        &mut self,
        line: u32,
        row: &RegisterRow,
        key: Key,
        told: &Told,
        findings: &mut Findings<'_>,
    ) -> Result<(Outcome, Says)> {
        let from = self.column("valid_from");
        let made = self.pass.draft.format.made.contains_key(&line);
        let Some(pupil) = self.pupils.get(&key) else {
            return Ok((Outcome::Unchanged, Says::Nothing));
        };
        let known = known_on(&pupil.entries, NaiveDate::MAX);
        self.age_fault(line, row, &known, told, findings);
        // A last day that somebody gives a pupil whom the list lacks is the pupil's own.
        let cut = cut_of(self.pass.draft, &self.terms).filter(|_| !made);
        let said = beside(&known, told, cut, &self.terms);
        if made && told.until.is_none() {
            self.tell_absent(line, findings);
            return Ok((Outcome::Unchanged, Says::Nothing));
        }
        if let Some(day) = &said.begun_before {
            findings.tell(line, from, FindingCode::PupilBeginsOtherwise, &[("day", day)]);
        }
        if said.outcome == Outcome::Unchanged {
            return Ok((Outcome::Unchanged, Says::Nothing));
        }
        let outcome = said.outcome;
        let request = self.request(said);
        let validity = request.new.validity;
        let tell = |findings: &mut Findings<'_>, fault: &_| {
            tell_fault(findings, (line, from), FactKind::Schooling, validity, fault);
        };
        let Key::Person(person) = key else {
            let faults = place(&[], &request.new, self.pass.today).err().unwrap_or_default();
            faults.iter().for_each(|fault| tell(findings, fault));
            return Ok((outcome, Says::New(pupil.new, request)));
        };
        let before = pupil.entries.clone();
        let entering =
            Entering::of(self.pass.write, Some(person), &before, self.pass.actor, self.pass.today)?;
        let mut after = before.clone();
        match enter_among(&mut after, &request, &entering) {
            Ok(placed) => {
                let (was, is) =
                    (known_on(&before, NaiveDate::MAX), known_on(&after, NaiveDate::MAX));
                for (_, fault) in newly_out_of_order(&was, &is, &[placed.id]) {
                    tell(findings, &fault);
                }
            }
            Err(faults) => faults.iter().for_each(|fault| tell(findings, fault)),
        }
        if findings.has_errors() {
            return Ok((Outcome::Unchanged, Says::Nothing));
        }
        let entered = after.get(before.len()..).unwrap_or_default().to_vec();
        if let Some(pupil) = self.pupils.get_mut(&key) {
            pupil.entries = after;
        }
        Ok((outcome, Says::Of(person, entered)))
    }

    fn request(&self, said: Beside<'_>) -> FactRequest {
        let new = NewFact {
            content: FactContent::Schooling(said.schooling),
            validity: said.validity,
            corrects: said.fact.map(|fact| fact.id.clone()),
        };
        FactRequest {
            part: String::new(),
            id: None,
            new,
            known_since: None,
            document_date: None,
            source: Some(self.pass.draft.record.file_name.clone()),
        }
    }

    /// The last list had the pupil.
    fn tell_absent(&self, line: u32, findings: &mut Findings<'_>) {
        let until = self.column("valid_until");
        findings.tell(line, until, FindingCode::PupilNotInList, &[]);
    }

    /// An age by which it is likelier that somebody else is meant.
    fn age_fault(
        &self,
        line: u32,
        row: &RegisterRow,
        known: &[&Fact],
        told: &Told,
        findings: &mut Findings<'_>,
    ) {
        let of_register = known.iter().find_map(|fact| match &fact.content {
            FactContent::Birth(birth) => Some(birth.date),
            _ => None,
        });
        let Some(born) = of_register.or(row.birth_date) else { return };
        let age = years_old(born, told.from);
        if !usual_ages(told.schooling.form).contains(&age) {
            findings.tell(line, self.column("form"), FindingCode::PupilAge, &[("age", &age)]);
        }
    }
}

fn span(period: Period) -> Validity {
    Validity { valid_from: Some(period.from), valid_until: Some(period.until) }
}
