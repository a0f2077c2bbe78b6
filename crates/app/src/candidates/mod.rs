//! What the city may claim and has not: found by the law from the register and the costs.
//!
//! Nothing of it is stored. What is asked for already is taken away by the claims that stand, and what
//! was answered ("går inte att söka", lost) by the answers.

mod answering;
mod escalating;
mod finding;
mod net;
mod risk;

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use domain::Ore;
use domain::Period;
use domain::codes::CompensationCode;
use domain::deadline::{ClaimedDays, LastDays};
use domain::entitlement::{Amount, Refused, Unmet};
use domain::facts::Fact;
use domain::law::Refusal;
use domain::person::CostCentre;
use store::claimable::{AnswerRecord, StandingLine};
use store::costs::LiveShare;
use store::{CostShareNo, EventNo, PersonNo};

use self::finding::{Finder, Waiting};
use crate::cores::on_both;
use crate::law::CalculationDocument;
use crate::{App, Result};

pub use answering::TypedAnswer;
pub use escalating::Escalation;
pub use net::{Net, NetRow};
pub use risk::{Risk, RiskRow, RiskState};

/// Persons that are computed at a time.
const BATCH: usize = 4_096;

/// What a candidate lacks before it can be claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lacks {
    /// The measure costs something; nobody has entered what.
    Cost,
    /// Neither dossier number nor full personal number is known.
    Number,
    /// Its last day counts from the reception, which is not known.
    Reception,
    /// The lump sum that the cost is above has not come.
    LumpSum,
    /// A cost has no number of the finance system.
    Voucher,
    /// No board answers for the person.
    Unit,
    /// The amount hangs on a question that the texts leave open.
    OpenQuestion,
}

impl Lacks {
    /// Its name in contracts.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Lacks::Cost => "cost",
            Lacks::Number => "number",
            Lacks::Reception => "reception",
            Lacks::LumpSum => "lump-sum",
            Lacks::Voucher => "voucher",
            Lacks::Unit => "unit",
            Lacks::OpenQuestion => "open-question",
        }
    }
}

/// A line that a claim would have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CandidateLine {
    /// The days.
    pub period: Period,
    /// What is left to claim.
    pub amount: Ore,
    /// What the law gives for the days, claimed or not.
    pub computed: Ore,
    /// Whether it hangs on a question that the texts leave open.
    pub estimated: bool,
    /// The costs that it asks for, without those of another line.
    pub shares: Vec<CostShareNo>,
    /// Its place among the amounts of the person, where these are asked for.
    pub place: usize,
}

/// What of one compensation and period may be claimed for a person, and is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The person.
    pub person: PersonNo,
    /// The compensation.
    pub compensation: CompensationCode,
    /// The quarter, year or other days of the claim.
    pub period: ClaimedDays,
    /// The unit whose money it is; none: no board answers.
    pub cost_centre: Option<CostCentre>,
    /// By day; empty where the cost is not known.
    pub lines: Vec<CandidateLine>,
    /// What it lacks.
    pub lacks: Vec<Lacks>,
    /// By when it must arrive; none where no rule says.
    pub last_days: Option<LastDays>,
}

impl Candidate {
    /// What is left to claim.
    #[must_use]
    pub fn amount(&self) -> Ore {
        self.lines.iter().map(|line| line.amount).sum()
    }
}

/// Why a cost gives no right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WithoutRight {
    /// A condition is not met.
    Unmet(Unmet),
    /// A value of the law is missing.
    NoRate(Refusal),
    /// The program does not compute the compensation.
    NotComputed,
}

/// A cost for which nothing can be claimed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CostWithoutRight {
    /// The person's part of the cost.
    pub share: LiveShare,
    /// Why.
    pub because: WithoutRight,
}

/// A line of a claim that has not been submitted, with its last days.
#[derive(Clone, Debug)]
pub struct OpenLine {
    /// The line.
    pub line: StandingLine,
    /// Its claim's period.
    pub period: ClaimedDays,
    /// By when it must arrive.
    pub last_days: Option<LastDays>,
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Candidates {
    /// By last day, the nearest first.
    pub found: Vec<Candidate>,
    /// Costs that give no right.
    pub without_right: Vec<CostWithoutRight>,
    /// Lines of claims that are not submitted.
    pub open: Vec<OpenLine>,
    /// What was answered.
    pub answers: Vec<AnswerRecord>,
}

/// Candidates of a person with why.
#[derive(Clone, Debug, Default)]
pub struct PersonCandidates {
    /// What was found.
    pub candidates: Candidates,
    /// What the law gives and why, by the places of the lines.
    pub amounts: Vec<Amount>,
    /// The facts that explanations point at.
    pub facts: Vec<Fact>,
}

/// What was found for everybody: as of which day, after which event.
pub(crate) type KeptCandidates = (NaiveDate, EventNo, Arc<Candidates>);

/// What is there for each person besides the facts.
struct ByPerson {
    shares: HashMap<PersonNo, Vec<LiveShare>>,
    lines: HashMap<PersonNo, Vec<StandingLine>>,
    answers: HashMap<PersonNo, Vec<AnswerRecord>>,
    /// Lump sums that came, of days.
    paid: HashMap<PersonNo, Vec<(CompensationCode, Period, Ore)>>,
}

impl App {
    /// What may be claimed for everybody on `as_of`, and is not. Found anew whenever anything has been
    /// entered since.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn candidates(&self, as_of: NaiveDate) -> Result<Arc<Candidates>> {
        let event_no = self.read().last_event_no()?;
        if let Some((day, event, found)) = &*self.candidates.borrow()
            && (*day, *event) == (as_of, event_no)
        {
            return Ok(Arc::clone(found));
        }
        let found = Arc::new(self.find_candidates(as_of)?);
        *self.candidates.borrow_mut() = Some((as_of, event_no, Arc::clone(&found)));
        Ok(found)
    }

    fn find_candidates(&self, as_of: NaiveDate) -> Result<Candidates> {
        let (law, ours) = (self.law_in_force()?, self.ours()?);
        let finder = Finder::of(&law, &ours, as_of, self.settings()?.claims.since);
        let by_person = self.claimable(None, &finder)?;
        let everybodys = self.settings()?.everybodys();
        let mut all = Candidates::default();
        let mut waiting: Vec<Waiting> = Vec::with_capacity(BATCH);
        let mut fault = None;
        let find = |persons: &[Waiting]| {
            let mut found = Candidates::default();
            for person in persons {
                found.add(finder.person(person, &by_person).candidates);
            }
            found
        };
        self.read().each_persons_facts(&mut |person, facts, earlier| {
            if fault.is_some() {
                return;
            }
            match self.parents_of(&facts) {
                Ok(parents) => {
                    let everybodys = everybodys.clone();
                    let document =
                        CalculationDocument::of_register(facts, earlier, everybodys, parents);
                    waiting.push(Waiting { person, document });
                }
                Err(error) => fault = Some(error),
            }
            if waiting.len() == BATCH {
                let (first, second) = on_both(&std::mem::take(&mut waiting), find);
                all.add(first);
                all.add(second.unwrap_or_default());
            }
        })?;
        if let Some(error) = fault {
            return Err(error);
        }
        let (first, second) = on_both(&waiting, find);
        all.add(first);
        all.add(second.unwrap_or_default());
        all.sort();
        Ok(all)
    }

    /// What may be claimed for one person, and why.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn candidates_of(&self, person: PersonNo, as_of: NaiveDate) -> Result<PersonCandidates> {
        let (law, ours) = (self.law_in_force()?, self.ours()?);
        let person = self.read().person_now(person)?;
        let finder = Finder::of(&law, &ours, as_of, self.settings()?.claims.since);
        let by_person = self.claimable(Some(person), &finder)?;
        let document = self.calculation_document(person)?;
        let mut found = finder.person(&Waiting { person, document }, &by_person);
        found.candidates.sort();
        Ok(found)
    }

    fn claimable(&self, person: Option<PersonNo>, finder: &Finder<'_>) -> Result<ByPerson> {
        let read = self.read();
        let shares = read.live_shares(person)?;
        let lump_sums = finder.lump_sums(&shares);
        let first = shares.iter().map(|share| share.period.from).min();
        let last = shares.iter().map(|share| share.period.until).max();
        let mut paid: HashMap<PersonNo, Vec<_>> = HashMap::new();
        if let (false, Some(from), Some(until)) = (lump_sums.is_empty(), first, last) {
            for (person, code, period, amount) in read.paid_beside(&lump_sums, from, until)? {
                paid.entry(person).or_default().push((code, period, amount));
            }
        }
        Ok(ByPerson {
            shares: by(shares, |share| share.person),
            lines: by(read.standing_claim_lines(person)?, |line| line.person),
            answers: by(read.claim_answers(person)?, |answer| answer.person),
            paid,
        })
    }
}

fn by<T>(all: Vec<T>, person: impl Fn(&T) -> PersonNo) -> HashMap<PersonNo, Vec<T>> {
    let mut found: HashMap<PersonNo, Vec<T>> = HashMap::new();
    for one in all {
        found.entry(person(&one)).or_default().push(one);
    }
    found
}

impl Candidates {
    fn add(&mut self, other: Candidates) {
        self.found.extend(other.found);
        self.without_right.extend(other.without_right);
        self.open.extend(other.open);
        self.answers.extend(other.answers);
    }

    /// The nearest last day first; what has none last.
    fn sort(&mut self) {
        self.found.sort_by(|one, other| {
            let key = |candidate: &Candidate| {
                let day = candidate.last_days.map_or(NaiveDate::MAX, |days| days.cautious);
                (day, candidate.person, candidate.period)
            };
            key(one).cmp(&key(other)).then_with(|| one.compensation.0.cmp(&other.compensation.0))
        });
    }
}

impl From<Refused> for WithoutRight {
    fn from(refused: Refused) -> WithoutRight {
        match refused {
            Refused::NoRate(refusal) => WithoutRight::NoRate(refusal),
            Refused::UnknownCode | Refused::NotComputed(_) => WithoutRight::NotComputed,
        }
    }
}
