//! What may be claimed and is not, money at risk, and what placements cost the city.

mod answering;
mod risk;

pub use self::answering::{
    AnswerCandidate, AnswerRequest, ClaimAnswerView, ConfirmLost, answer, confirm, lose, withdraw,
};
pub use self::risk::{
    EscalationView, EscalationsView, NetRequest, NetRowView, NetView, RiskOf, RiskRequest,
    RiskRowView, RiskView, escalations, net, risk,
};

use std::collections::{HashMap, HashSet};

use app::App;
use app::candidates::{Candidate, Lacks, WithoutRight};
use app::intake::period_words;
use app::model::PersonNo;
use chrono::NaiveDate;
use domain::Ore;
use domain::candidate::Urgency;
use domain::codes::CompensationCode;
use domain::person::CostCentre;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::day_of;
pub use super::expectation::AsOf;
use super::law::{AmountView, amount_view, law_text, refusal_text, unmet_text};
use super::persons::{PersonBrief, briefs_of, left_out_text};
use crate::explanation::word;
use crate::listing::Part;
use crate::wording::SwedishTexts;
use crate::{ErrorReply, texts};

/// Asks what may be claimed.
#[derive(Clone, Debug, Default, Deserialize, TS)]
pub struct CandidatesRequest {
    /// The day, inclusive; none: the business date.
    #[serde(default)]
    pub as_of: Option<String>,
    /// Cost centre of the unit; none: all.
    #[serde(default)]
    pub unit: Option<String>,
    /// Code of the law; none: all.
    #[serde(default)]
    pub compensation: Option<String>,
    /// A period such as `2026Q3`; none: all.
    #[serde(default)]
    pub period: Option<String>,
    /// `passed`, `overdue`, `within-7`, `within-30` or `within-90`, the latter with what is nearer; none:
    /// all.
    #[serde(default)]
    pub state: Option<String>,
}

/// Days of a line.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CandidateLineView {
    /// First day.
    pub from: String,
    /// Last day, inclusive.
    pub until: String,
    /// What is left to claim.
    pub amount_ore: i64,
    /// What the law gives for the days, claimed or not.
    pub computed_ore: i64,
    /// How many costs it asks for.
    pub costs: u64,
}

/// What may be claimed of one compensation and period for a person.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CandidateView {
    /// The register's own Person-id.
    pub person: String,
    /// Who it is, as lists show it.
    pub brief: PersonBrief,
    /// The compensation's code.
    pub compensation: String,
    /// Its short name.
    pub compensation_name: String,
    /// Ordinance and section.
    pub law: String,
    /// `2026Q3`, `2026` or two days with a slash.
    pub period: String,
    /// The period in words.
    pub period_words: String,
    /// Cost centre of the unit; empty where no board answers, or the person is hidden.
    pub unit: String,
    /// `passed`, `overdue`, `within-7`, `within-30`, `within-90`, `later` or `no-day`.
    pub state: String,
    /// What is left to claim; nothing where the cost is not known.
    pub amount_ore: i64,
    /// The lines that a claim would have, by day.
    pub lines: Vec<CandidateLineView>,
    /// What it lacks: `cost`, `number`, `reception`, `lump-sum`, `voucher`, `unit`, `open-question`.
    pub missing: Vec<String>,
    /// The same in sentences.
    pub missing_texts: Vec<String>,
    /// The cautious last day; none where no rule says.
    pub cautious: Option<String>,
    /// As the agency counts.
    pub practice: Option<String>,
    /// Moved to the next working day.
    pub statutory: Option<String>,
    /// Days to the cautious day; negative where it has passed.
    pub days_left: Option<i64>,
    /// Why it may be claimed, in a sentence.
    pub reason: String,
}

/// A cost for which nothing can be claimed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct WithoutRightView {
    /// The register's own Person-id.
    pub person: String,
    /// Who it is, as lists show it.
    pub brief: PersonBrief,
    /// The compensation's code.
    pub compensation: String,
    /// First day.
    pub from: String,
    /// Last day, inclusive.
    pub until: String,
    /// The cost.
    pub amount_ore: i64,
    /// Why, as a stable code.
    pub because: String,
    /// Why, in a sentence.
    pub reason: String,
}

/// Candidates in one state.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CandidateStateSum {
    /// `passed`, `overdue`, `within-7`, `within-30` or `within-90`, the latter with what is nearer.
    pub state: String,
    /// How many of those that the other filters leave.
    pub count: u64,
    /// What they sum to.
    pub sum_ore: i64,
}

/// What may be claimed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CandidatesView {
    /// The day that days are counted from.
    pub as_of: String,
    /// The nearest last day first.
    pub rows: Vec<CandidateView>,
    /// How many in all.
    pub total: u64,
    /// What they sum to.
    pub sum_ore: i64,
    /// How many the other filters leave, in whichever state.
    pub all: u64,
    /// By state, whichever of them is asked for.
    pub states: Vec<CandidateStateSum>,
    /// How many protected persons there are in all, where a unit narrows: they are in no such list.
    pub left_out: u64,
    /// The same in words; empty for none.
    pub left_out_text: String,
    /// How many costs give no right.
    pub without_right_total: u64,
    /// How many answers were given.
    pub answers_total: u64,
}

/// Costs that give no right.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CostsWithoutRight {
    /// The costs, with why.
    pub rows: Vec<WithoutRightView>,
    /// How many in all.
    pub total: u64,
}

/// What was answered.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ClaimAnswers {
    /// The latest first.
    pub rows: Vec<ClaimAnswerView>,
    /// How many in all.
    pub total: u64,
}

/// Asks about one person.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct CandidatesOfPerson {
    /// The register's own Person-id.
    pub person: String,
    /// The day, inclusive; none: the business date.
    #[serde(default)]
    pub as_of: Option<String>,
}

/// A candidate of a person with why.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CandidateExplained {
    /// The candidate.
    #[serde(flatten)]
    pub candidate: CandidateView,
    /// Each line's amount by the law, with its explanation.
    pub amounts: Vec<AmountView>,
}

/// What may be claimed for a person.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PersonCandidatesView {
    /// The nearest last day first.
    pub rows: Vec<CandidateExplained>,
    /// Costs that give no right, with why.
    pub without_right: Vec<WithoutRightView>,
}

/// What views need to name things by.
struct Names {
    law: &'static app::model::Catalogue,
    briefs: HashMap<PersonNo, PersonBrief>,
    as_of: NaiveDate,
}

impl Names {
    fn of(
        app: &App,
        persons: impl IntoIterator<Item = PersonNo>,
        as_of: NaiveDate,
    ) -> Result<Names, ErrorReply> {
        Ok(Names { law: app.law()?, briefs: briefs_of(app, persons)?, as_of })
    }

    fn brief(&self, person: PersonNo) -> Result<PersonBrief, ErrorReply> {
        let found = self.briefs.get(&person).cloned();
        found.ok_or_else(|| ErrorReply::new("internal", &[]))
    }

    fn short(&self, code: &CompensationCode) -> String {
        self.law.get(code).map(|found| found.short_name.clone()).unwrap_or_default()
    }

    /// Nothing for whoever is hidden: a board beside an id says where somebody is.
    fn unit(brief: &PersonBrief, unit: Option<&CostCentre>) -> String {
        let unit = unit.filter(|_| !brief.protected);
        unit.map(|unit| unit.0.clone()).unwrap_or_default()
    }

    fn candidate(&self, candidate: &Candidate) -> Result<CandidateView, ErrorReply> {
        let brief = self.brief(candidate.person)?;
        let days = candidate.last_days;
        let lines = candidate.lines.iter().map(|line| CandidateLineView {
            from: line.period.from.to_string(),
            until: line.period.until.to_string(),
            amount_ore: line.amount.0,
            computed_ore: line.computed.0,
            costs: line.shares.len() as u64,
        });
        let law =
            self.law.get(&candidate.compensation).map(|one| law_text(one)).unwrap_or_default();
        let reason = if candidate.lines.is_empty() {
            texts::text("candidate-reason-cost", &[("law", app::TextValue::Text(law.clone()))])
        } else {
            texts::text("candidate-reason", &[("law", app::TextValue::Text(law.clone()))])
        };
        let text = |lacks: &Lacks| texts::text(&format!("candidate-lacks-{}", lacks.as_str()), &[]);
        Ok(CandidateView {
            person: brief.person.clone(),
            compensation: candidate.compensation.0.clone(),
            compensation_name: self.short(&candidate.compensation),
            law,
            period: candidate.period.to_string(),
            period_words: period_words(&SwedishTexts, candidate.period),
            state: Urgency::of(days, self.as_of).as_str().to_owned(),
            unit: Names::unit(&brief, candidate.cost_centre.as_ref()),
            amount_ore: candidate.amount().0,
            lines: lines.collect(),
            missing: candidate.lacks.iter().map(|lacks| lacks.as_str().to_owned()).collect(),
            missing_texts: candidate.lacks.iter().map(text).collect(),
            cautious: days.map(|days| days.cautious.to_string()),
            practice: days.map(|days| days.practice.to_string()),
            statutory: days.map(|days| days.statutory.to_string()),
            days_left: days.map(|days| domain::last_day::days_left(days.cautious, self.as_of)),
            reason,
            brief,
        })
    }

    fn without_right(
        &self,
        cost: &app::candidates::CostWithoutRight,
    ) -> Result<WithoutRightView, ErrorReply> {
        let (because, reason) = match &cost.because {
            WithoutRight::Unmet(unmet) => (word(unmet), unmet_text(*unmet)),
            WithoutRight::NoRate(refusal) => (word(refusal), refusal_text(refusal)),
            WithoutRight::NotComputed => {
                ("not-computed".to_owned(), texts::text("candidate-not-computed", &[]))
            }
        };
        let brief = self.brief(cost.share.person)?;
        Ok(WithoutRightView {
            person: brief.person.clone(),
            brief,
            compensation: cost.share.compensation.0.clone(),
            from: cost.share.period.from.to_string(),
            until: cost.share.period.until.to_string(),
            amount_ore: cost.share.amount.0,
            because,
            reason,
        })
    }
}

/// Candidates of a claim as lists show them.
pub(super) fn candidate_views(
    app: &App,
    found: &[Candidate],
) -> Result<Vec<CandidateView>, ErrorReply> {
    let names = Names::of(app, found.iter().map(|one| one.person), app.today())?;
    found.iter().map(|one| names.candidate(one)).collect()
}

/// What a request narrows the candidates to.
struct Narrowed {
    unit: Option<String>,
    compensation: Option<String>,
    period: Option<String>,
    state: Option<Urgency>,
    /// Whom a unit leaves out.
    hidden: HashSet<PersonNo>,
    as_of: NaiveDate,
}

impl Narrowed {
    fn of(
        app: &App,
        request: &CandidatesRequest,
        as_of: NaiveDate,
    ) -> Result<Narrowed, ErrorReply> {
        let given = |text: &Option<String>| {
            let text = text.as_deref().map(str::trim);
            text.filter(|text| !text.is_empty()).map(str::to_owned)
        };
        let state = given(&request.state).map(|name| {
            Urgency::parse(&name).ok_or_else(|| ErrorReply::bad_request("state", &name))
        });
        let unit = given(&request.unit);
        Ok(Narrowed {
            hidden: if unit.is_some() { app.protected_persons()? } else { HashSet::new() },
            unit,
            compensation: given(&request.compensation),
            period: given(&request.period),
            state: state.transpose()?,
            as_of,
        })
    }

    fn fits(&self, one: &Candidate) -> bool {
        let own = one.cost_centre.as_ref().map(|unit| unit.0.as_str());
        self.unit.as_deref().is_none_or(|unit| own == Some(unit))
            && !self.hidden.contains(&one.person)
            && self
                .compensation
                .as_deref()
                .is_none_or(|code| one.compensation.0.eq_ignore_ascii_case(code))
            && self.period.as_deref().is_none_or(|period| one.period.to_string() == period)
    }

    fn is_in(&self, one: &Candidate, state: Urgency) -> bool {
        Urgency::of(one.last_days, self.as_of).counts_in(state)
    }

    fn states(&self, found: &[&Candidate]) -> Vec<CandidateStateSum> {
        let sum = |state: Urgency| {
            let of_state = || found.iter().filter(move |one| self.is_in(one, state));
            CandidateStateSum {
                state: state.as_str().to_owned(),
                count: of_state().count() as u64,
                sum_ore: of_state().map(|one| one.amount()).sum::<Ore>().0,
            }
        };
        Urgency::ALL.into_iter().filter(|state| *state < Urgency::Later).map(sum).collect()
    }
}

/// What may be claimed for everybody and is not.
///
/// # Errors
/// When a day or a state is none, or the database cannot be read.
pub fn list(
    app: &mut App,
    request: CandidatesRequest,
    part: Part,
) -> Result<CandidatesView, ErrorReply> {
    let as_of = day_of("as_of", request.as_of.as_deref())?.unwrap_or_else(|| app.today());
    let narrowed = Narrowed::of(app, &request, as_of)?;
    let found = app.candidates(as_of)?;
    let left_out = if narrowed.unit.is_some() { app.left_out()? } else { 0 };
    let fitting: Vec<&Candidate> = found.found.iter().filter(|one| narrowed.fits(one)).collect();
    let (states, all) = (narrowed.states(&fitting), fitting.len() as u64);
    let in_state = |one: &&Candidate| narrowed.state.is_none_or(|state| narrowed.is_in(one, state));
    let shown: Vec<&Candidate> = fitting.into_iter().filter(in_state).collect();
    let total = shown.len() as u64;
    let sum: Ore = shown.iter().map(|one| one.amount()).sum();
    let shown = part.of_all(&shown);
    let names = Names::of(app, shown.iter().map(|one| one.person), as_of)?;
    let rows: Result<_, ErrorReply> = shown.iter().map(|one| names.candidate(one)).collect();
    Ok(CandidatesView {
        as_of: as_of.to_string(),
        rows: rows?,
        total,
        sum_ore: sum.0,
        all,
        states,
        left_out_text: left_out_text(left_out),
        left_out,
        without_right_total: found.without_right.len() as u64,
        answers_total: found.answers.len() as u64,
    })
}

/// Costs that give no right, with why.
///
/// # Errors
/// When the day cannot be read, or the database cannot be read.
pub fn without_right(
    app: &mut App,
    request: AsOf,
    part: Part,
) -> Result<CostsWithoutRight, ErrorReply> {
    let as_of = day_of("as_of", request.as_of.as_deref())?.unwrap_or_else(|| app.today());
    let found = app.candidates(as_of)?;
    let shown = part.of_all(&found.without_right);
    let names = Names::of(app, shown.iter().map(|cost| cost.share.person), as_of)?;
    let rows: Result<_, ErrorReply> = shown.iter().map(|cost| names.without_right(cost)).collect();
    Ok(CostsWithoutRight { rows: rows?, total: found.without_right.len() as u64 })
}

/// What was answered in place of claiming, the latest first.
///
/// # Errors
/// When the day cannot be read, or the database cannot be read.
pub fn answers(app: &mut App, request: AsOf, part: Part) -> Result<ClaimAnswers, ErrorReply> {
    let as_of = day_of("as_of", request.as_of.as_deref())?.unwrap_or_else(|| app.today());
    let found = app.candidates(as_of)?;
    let shown = part.of_all(&found.answers);
    let names = Names::of(app, shown.iter().map(|answer| answer.person), as_of)?;
    let rows: Result<_, ErrorReply> = shown.iter().map(|answer| names.answer(answer)).collect();
    Ok(ClaimAnswers { rows: rows?, total: found.answers.len() as u64 })
}

/// What may be claimed for one person, and why.
///
/// # Errors
/// When there is no such person, or it is protected and nobody has opened it.
pub fn person(
    app: &mut App,
    request: CandidatesOfPerson,
) -> Result<PersonCandidatesView, ErrorReply> {
    let as_of = day_of("as_of", request.as_of.as_deref())?.unwrap_or_else(|| app.today());
    let person_no = app.open_person_no(&request.person)?;
    let found = app.candidates_of(person_no, as_of)?;
    let named = found.candidates.found.iter().map(|one| one.person);
    let named = named.chain(found.candidates.without_right.iter().map(|cost| cost.share.person));
    let names = Names::of(app, named, as_of)?;
    let mut rows = Vec::new();
    for candidate in &found.candidates.found {
        let mut amounts = Vec::new();
        for line in &candidate.lines {
            let amount = &found.amounts[line.place];
            amounts.push(amount_view(amount, &found.facts));
        }
        rows.push(CandidateExplained { candidate: names.candidate(candidate)?, amounts });
    }
    let without: Result<_, ErrorReply> =
        found.candidates.without_right.iter().map(|cost| names.without_right(cost)).collect();
    Ok(PersonCandidatesView { rows, without_right: without? })
}
