//! Money that is lost when nothing is done: candidates and claims that have not left the house, by the days
//! that are left.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::Ore;
use domain::candidate::Urgency;
use domain::claim::ClaimState;
use domain::codes::CompensationCode;
use domain::deadline::{ClaimedDays, LastDays};
use domain::last_day::days_left;
use domain::person::CostCentre;
use store::PersonNo;
use store::claimable::AnswerKind;

use super::{Candidates, answering};
use crate::{App, Result};

/// How far money that is at risk has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RiskState {
    /// Nobody has claimed it.
    Candidate,
    /// It stands in a claim that has not been submitted.
    Claim(ClaimState),
    /// It is lost, and whether a second person stands for that.
    Lost {
        /// Whether a second person does.
        confirmed: bool,
    },
}

impl RiskState {
    /// Its name in contracts.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            RiskState::Candidate => "candidate",
            RiskState::Claim(state) => state.as_str(),
            RiskState::Lost { confirmed: false } => "lost-unconfirmed",
            RiskState::Lost { confirmed: true } => "lost",
        }
    }
}

/// Money of one person, compensation and period.
#[derive(Clone, Debug)]
pub struct RiskRow {
    /// How far it has come.
    pub state: RiskState,
    /// The person.
    pub person: PersonNo,
    /// The compensation.
    pub compensation: CompensationCode,
    /// The claim's period.
    pub period: ClaimedDays,
    /// The unit whose money it is.
    pub cost_centre: Option<CostCentre>,
    /// Who handles the open case of the person about the compensation, else about anything; none: nobody.
    pub officer: Option<String>,
    /// How much; nothing where the cost is not known.
    pub amount: Ore,
    /// By when it must arrive.
    pub last_days: Option<LastDays>,
    /// Days to the cautious day; negative where it has passed.
    pub days_left: Option<i64>,
}

/// Money at risk on a day.
#[derive(Clone, Debug, Default)]
pub struct Risk {
    /// Past the cautious day, and still claimable.
    pub overdue: Ore,
    /// With a cautious day within 7 days.
    pub within_7: Ore,
    /// Within 30 days, those of 7 included.
    pub within_30: Ore,
    /// Within 90 days, those of 30 included.
    pub within_90: Ore,
    /// Past the statutory day, whether somebody has said so or not.
    pub lost: Ore,
    /// Of that, what two persons stand for.
    pub lost_confirmed: Ore,
    /// The nearest cautious day first, what is lost last.
    pub rows: Vec<RiskRow>,
}

/// Who handles whose open cases.
#[derive(Default)]
struct Officers {
    of_compensation: HashMap<(PersonNo, CompensationCode), String>,
    of_person: HashMap<PersonNo, String>,
}

impl Officers {
    /// The case that was opened last goes before the others.
    fn of(cases: Vec<(PersonNo, Option<CompensationCode>, String)>) -> Officers {
        let mut officers = Officers::default();
        for (person, compensation, officer) in cases {
            if let Some(code) = compensation {
                officers.of_compensation.insert((person, code), officer.clone());
            }
            officers.of_person.insert(person, officer);
        }
        officers
    }

    fn about(&self, person: PersonNo, code: &CompensationCode) -> Option<String> {
        let own = self.of_compensation.get(&(person, code.clone()));
        own.or_else(|| self.of_person.get(&person)).cloned()
    }
}

impl App {
    /// Money at risk as it stands on `as_of`.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn risk(&self, as_of: NaiveDate) -> Result<Risk> {
        let officers = Officers::of(self.read().officers_of_persons()?);
        Ok(Risk::of(&*self.candidates(as_of)?, as_of, &officers))
    }
}

impl Risk {
    fn of(candidates: &Candidates, as_of: NaiveDate, officers: &Officers) -> Risk {
        let candidate_rows = candidates.found.iter().map(|one| RiskRow {
            state: RiskState::Candidate,
            person: one.person,
            compensation: one.compensation.clone(),
            period: one.period,
            cost_centre: one.cost_centre.clone(),
            amount: one.amount(),
            last_days: one.last_days,
            officer: None,
            days_left: None,
        });
        let open = candidates.open.iter().map(|one| RiskRow {
            state: RiskState::Claim(one.line.state),
            person: one.line.person,
            compensation: one.line.compensation.clone(),
            period: one.period,
            cost_centre: Some(one.line.cost_centre.clone()),
            amount: one.line.amount,
            last_days: one.last_days,
            officer: None,
            days_left: None,
        });
        let lost = candidates.answers.iter().filter(|one| one.kind == AnswerKind::Lost);
        let lost = lost.map(|one| RiskRow {
            state: RiskState::Lost { confirmed: one.confirmed.is_some() },
            person: one.person,
            compensation: one.compensation.clone(),
            period: one.period.into(),
            cost_centre: one.cost_centre.clone(),
            amount: one.amount,
            last_days: None,
            officer: None,
            days_left: None,
        });
        let mut risk =
            Risk { rows: candidate_rows.chain(open).chain(lost).collect(), ..Risk::default() };
        for row in &mut risk.rows {
            row.officer = officers.about(row.person, &row.compensation);
            row.days_left = row.last_days.map(|days| days_left(days.cautious, as_of));
        }
        risk.add_up(as_of);
        risk.lost += answering::lost(&candidates.answers);
        let nearest = |row: &RiskRow| row.last_days.map_or(NaiveDate::MAX, |days| days.cautious);
        risk.rows.sort_by_key(|row| {
            (matches!(row.state, RiskState::Lost { .. }), nearest(row), row.person)
        });
        risk
    }

    fn add_up(&mut self, as_of: NaiveDate) {
        for row in &self.rows {
            if row.state == (RiskState::Lost { confirmed: true }) {
                self.lost_confirmed += row.amount;
            }
            let urgency = Urgency::of(row.last_days, as_of);
            for (sum, of) in [
                (&mut self.lost, Urgency::Passed),
                (&mut self.overdue, Urgency::Overdue),
                (&mut self.within_7, Urgency::Within7),
                (&mut self.within_30, Urgency::Within30),
                (&mut self.within_90, Urgency::Within90),
            ] {
                if urgency.counts_in(of) {
                    *sum += row.amount;
                }
            }
        }
    }
}
