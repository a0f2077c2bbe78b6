//! Finding what may be claimed for one person.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use domain::candidate::{ForDays, claim_period, left_of, overlap};
use domain::claim::ClaimState;
use domain::codes::CompensationCode;
use domain::deadline::ClaimedDays;
use domain::entitlement::{
    Amount, Computed, Cost, FIRST_DAY, Input, Person, Question, Spans, Unmet,
};
use domain::facts::{Fact, FactContent, Municipality, boards_of};
use domain::law::{Ask, Compensation, Counting};
use domain::person::{CostCentre, board_on};
use domain::{Ore, Period};
use store::PersonNo;
use store::claimable::{AnswerRecord, StandingLine};
use store::costs::LiveShare;

use super::{
    ByPerson, Candidate, CandidateLine, Candidates, CostWithoutRight, Lacks, OpenLine,
    PersonCandidates, WithoutRight,
};
use crate::costs::as_counted;
use crate::law::{CalculationDocument, Law};

/// A person that waits to be looked at.
pub(super) struct Waiting {
    pub(super) person: PersonNo,
    pub(super) document: CalculationDocument,
}

/// What is asked, whoever it is about.
pub(super) struct Finder<'a> {
    law: &'a Law,
    ours: &'a Municipality,
    as_of: NaiveDate,
    /// The first day of what is looked for.
    since: NaiveDate,
    /// Compensations that the city asks for.
    asked: Vec<&'a Arc<Compensation>>,
}

/// Whether it is counted from costs, and from nothing without one.
fn is_of_costs(compensation: &Compensation) -> bool {
    matches!(
        compensation.counting,
        Counting::ActualCost { .. }
            | Counting::PercentMinusFee {}
            | Counting::Threshold { .. }
            | Counting::Capped { .. }
            | Counting::VacantDays {}
    )
}

/// The lump sum that its cost must exceed.
fn lump_sum_of(compensation: &Compensation) -> Option<&CompensationCode> {
    match &compensation.counting {
        Counting::ActualCost { above, .. } => above.as_ref(),
        _ => None,
    }
}

/// What is gathered for one claim.
type Gathered = BTreeMap<(ClaimedDays, Period), Vec<CandidateLine>>;

impl<'a> Finder<'a> {
    pub(super) fn of(
        law: &'a Law,
        ours: &'a Municipality,
        as_of: NaiveDate,
        since: Option<NaiveDate>,
    ) -> Finder<'a> {
        let asked = law
            .catalogue
            .iter()
            .filter(|one| one.ask == Ask::Municipality && one.not_computed().is_none());
        let since = since.unwrap_or(FIRST_DAY).max(FIRST_DAY);
        Finder { law, ours, as_of, since, asked: asked.collect() }
    }

    /// The lump sums that any of the costs must exceed.
    pub(super) fn lump_sums(&self, shares: &[LiveShare]) -> Vec<&'a str> {
        let with_cost =
            |one: &&Arc<Compensation>| shares.iter().any(|share| share.compensation == one.code);
        let codes = self.asked.iter().copied().filter(with_cost);
        let mut codes: Vec<&str> =
            codes.filter_map(|one| Some(lump_sum_of(one)?.0.as_str())).collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }

    /// Everything that may be claimed for a person.
    pub(super) fn person(&self, waiting: &Waiting, by_person: &ByPerson) -> PersonCandidates {
        let Waiting { person, document } = waiting;
        let shares = of_person(&by_person.shares, *person);
        let facts: Vec<&Fact> = document.facts.iter().collect();
        let earlier: Vec<&Fact> = document.earlier_births.iter().collect();
        let costs: Vec<Cost> = shares.iter().map(as_counted).collect();
        let last_cost = shares.iter().map(|share| share.period.until).max();
        let question = Question {
            law: &self.law.catalogue,
            choices: &self.law.choices,
            input: Input { costs: &costs, ..document.input(&facts, &earlier) },
            municipality: Some(self.ours),
            until: last_cost.map_or(self.as_of, |day| day.max(self.as_of)),
        };
        let mut found = OfPerson {
            finder: self,
            person: *person,
            question: &question,
            asked: &Person::of(&question),
            facts: &document.facts,
            shares,
            lines: of_person(&by_person.lines, *person),
            answers: of_person(&by_person.answers, *person),
            paid: of_person(&by_person.paid, *person),
        }
        .find();
        found.facts = document.facts.iter().chain(&document.earlier_births).cloned().collect();
        found
    }
}

fn of_person<T>(all: &std::collections::HashMap<PersonNo, Vec<T>>, person: PersonNo) -> &[T] {
    all.get(&person).map_or(&[], Vec::as_slice)
}

/// One person with everything that is known of the money.
struct OfPerson<'p> {
    finder: &'p Finder<'p>,
    person: PersonNo,
    question: &'p Question<'p>,
    asked: &'p Person<'p>,
    facts: &'p [Fact],
    shares: &'p [LiveShare],
    lines: &'p [StandingLine],
    answers: &'p [AnswerRecord],
    paid: &'p [(CompensationCode, Period, Ore)],
}

impl OfPerson<'_> {
    fn find(&self) -> PersonCandidates {
        let mut found = PersonCandidates::default();
        for compensation in &self.finder.asked {
            self.of_compensation(compensation, &mut found);
        }
        self.open_lines(&mut found.candidates);
        found.candidates.answers.extend(self.answers.iter().cloned());
        found
    }

    fn of_compensation(&self, compensation: &Compensation, found: &mut PersonCandidates) {
        let shares: Vec<&LiveShare> =
            self.shares.iter().filter(|share| share.compensation == compensation.code).collect();
        let of_costs = is_of_costs(compensation);
        let computed = if of_costs && shares.is_empty() {
            Ok(Computed::default())
        } else {
            self.asked.calculate(compensation)
        };
        let (amounts, unmet) = match computed {
            Ok(Computed { amounts, unmet }) => (amounts, unmet),
            Err(refused) => {
                let because = WithoutRight::from(refused);
                return self.all_without_right(&shares, &because, &mut found.candidates);
            }
        };
        self.without_right(compensation, &shares, &amounts, unmet, &mut found.candidates);
        let gathered = self.gather(compensation, &shares, amounts, found);
        for ((period, days), lines) in gathered {
            self.candidate(compensation, (period, days), lines, &shares, &mut found.candidates);
        }
        if of_costs {
            self.measures(compensation, &shares, &mut found.candidates);
        }
    }

    /// What is left of the amounts, by claim.
    fn gather(
        &self,
        compensation: &Compensation,
        shares: &[&LiveShare],
        amounts: Vec<Amount>,
        found: &mut PersonCandidates,
    ) -> Gathered {
        let for_days: Vec<ForDays> =
            amounts.iter().map(|one| ForDays { period: one.period, amount: one.amount }).collect();
        let claimed: Vec<ForDays> = self
            .lines_of(compensation)
            .map(|line| ForDays { period: line.period, amount: line.amount })
            .collect();
        let mut gathered = Gathered::new();
        for (amount, left) in amounts.into_iter().zip(left_of(&for_days, &claimed)) {
            if left <= Ore::ZERO || amount.period.until < self.finder.since {
                continue;
            }
            let rule = compensation.wording_near(amount.period.from).and_then(|one| one.last_day);
            let period = claim_period(rule, amount.period);
            let shares = shares
                .iter()
                .filter(|share| share.claim_no.is_none() && overlap(share.period, amount.period))
                .map(|share| share.share_no);
            let line = CandidateLine {
                period: amount.period,
                amount: left,
                computed: amount.amount,
                estimated: amount.estimated,
                shares: shares.collect(),
                place: found.amounts.len(),
            };
            found.amounts.push(amount);
            gathered.entry((period, period.days())).or_default().push(line);
        }
        gathered
    }

    fn candidate(
        &self,
        compensation: &Compensation,
        (period, days): (ClaimedDays, Period),
        lines: Vec<CandidateLine>,
        shares: &[&LiveShare],
        candidates: &mut Candidates,
    ) {
        let first = lines.first().map_or(days, |line| line.period);
        let claimed_before = self.claimed_before(compensation);
        let last_days = lines
            .iter()
            .filter_map(|line| self.asked.last_days(compensation, line.period, claimed_before))
            .chain(
                lines
                    .is_empty()
                    .then(|| self.asked.last_days(compensation, first, claimed_before))
                    .flatten(),
            )
            .min_by_key(|days| days.cautious);
        let of_claim: Vec<&&LiveShare> =
            shares.iter().filter(|share| overlap(share.period, days)).collect();
        let largest = of_claim.iter().max_by_key(|share| share.amount);
        let cost_centre =
            largest.map(|share| share.cost_centre.clone()).or_else(|| self.board(days));
        let mut candidate = Candidate {
            person: self.person,
            compensation: compensation.code.clone(),
            period,
            cost_centre,
            lines,
            lacks: Vec::new(),
            last_days,
        };
        if self.is_answered(&candidate) {
            return;
        }
        candidate.lacks = self.lacks(compensation, &candidate, &of_claim);
        candidates.found.push(candidate);
    }

    fn lacks(
        &self,
        compensation: &Compensation,
        candidate: &Candidate,
        shares: &[&&LiveShare],
    ) -> Vec<Lacks> {
        let has_number = self
            .facts
            .iter()
            .any(|fact| matches!(fact.content, FactContent::Dossier(_) | FactContent::National(_)));
        let days = candidate.period.days();
        let came = |code: &CompensationCode| {
            self.paid
                .iter()
                .filter(|(paid, period, _)| paid == code && overlap(*period, days))
                .map(|(_, _, amount)| *amount)
                .sum::<Ore>()
        };
        let lump_sum_awaited =
            lump_sum_of(compensation).is_some_and(|code| came(code) <= Ore::ZERO);
        let needs_reception = compensation
            .wording_near(days.from)
            .and_then(|wording| wording.last_day)
            .is_some_and(|rule| rule.needs_reception(false));
        [
            (Lacks::Cost, candidate.lines.is_empty()),
            (Lacks::Number, !has_number),
            (Lacks::Reception, needs_reception && candidate.last_days.is_none()),
            (Lacks::LumpSum, lump_sum_awaited),
            (Lacks::Voucher, shares.iter().any(|share| share.voucher.is_empty())),
            (Lacks::Unit, candidate.cost_centre.is_none()),
            (Lacks::OpenQuestion, candidate.lines.iter().any(|line| line.estimated)),
        ]
        .into_iter()
        .filter(|(_, lacks)| *lacks)
        .map(|(lacks, _)| lacks)
        .collect()
    }

    /// Measures whose cost nobody has entered, by claim.
    fn measures(
        &self,
        compensation: &Compensation,
        shares: &[&LiveShare],
        candidates: &mut Candidates,
    ) {
        let Some(window) = Period::new(self.finder.since, self.finder.as_of) else { return };
        let with_cost = Spans::of(
            shares
                .iter()
                .map(|share| share.period)
                .chain(self.lines_of(compensation).map(|line| line.period)),
        );
        let open = self.asked.measure_days(compensation, window).without(&with_cost);
        let mut periods: BTreeMap<ClaimedDays, Period> = BTreeMap::new();
        for span in open.spans() {
            let mut from = span.from;
            while from <= span.until {
                let rule = compensation.wording_near(from).and_then(|wording| wording.last_day);
                let period = claim_period(rule, Period { from, until: span.until });
                let until = period.days().until.min(span.until);
                periods.entry(period).or_insert(Period { from, until });
                let Some(next) = until.succ_opt() else { break };
                from = next;
            }
        }
        for (period, days) in periods {
            // A quarter with some cost of the measure is told by that cost.
            if shares.iter().any(|share| overlap(share.period, period.days())) {
                continue;
            }
            self.candidate(compensation, (period, days), Vec::new(), &[], candidates);
        }
    }

    /// Costs on whose days nothing is given, with why.
    fn without_right(
        &self,
        compensation: &Compensation,
        shares: &[&LiveShare],
        amounts: &[Amount],
        unmet: Option<Unmet>,
        candidates: &mut Candidates,
    ) {
        let gives =
            |share: &&&LiveShare| amounts.iter().any(|amount| overlap(amount.period, share.period));
        let without: Vec<&LiveShare> =
            shares.iter().filter(|share| !gives(share)).copied().collect();
        let all = without.len() == shares.len();
        for share in without {
            let because = match unmet {
                Some(unmet) if all && shares.len() == 1 => WithoutRight::Unmet(unmet),
                _ => self.because(compensation, share),
            };
            self.add_without_right(share, because, candidates);
        }
    }

    /// Why a cost alone gives nothing.
    fn because(&self, compensation: &Compensation, share: &LiveShare) -> WithoutRight {
        let costs = [as_counted(share)];
        let input = Input { costs: &costs, ..self.question.input };
        let question = Question { input, ..*self.question };
        match Person::of(&question).calculate(compensation) {
            Ok(Computed { unmet, .. }) => {
                WithoutRight::Unmet(unmet.unwrap_or(Unmet::NothingToCount))
            }
            Err(refused) => refused.into(),
        }
    }

    fn all_without_right(
        &self,
        shares: &[&LiveShare],
        because: &WithoutRight,
        candidates: &mut Candidates,
    ) {
        for share in shares {
            self.add_without_right(share, because.clone(), candidates);
        }
    }

    fn add_without_right(
        &self,
        share: &LiveShare,
        because: WithoutRight,
        candidates: &mut Candidates,
    ) {
        let answered = self.answers.iter().any(|answer| {
            answer.compensation == share.compensation && overlap(answer.period, share.period)
        });
        if share.claim_no.is_none() && share.period.until >= self.finder.since && !answered {
            candidates.without_right.push(CostWithoutRight { share: share.clone(), because });
        }
    }

    /// Lines that wait in claims, with their last days.
    fn open_lines(&self, candidates: &mut Candidates) {
        for line in self.lines.iter().filter(|line| line.state != ClaimState::Submitted) {
            let Some(compensation) = self.finder.law.catalogue.get(&line.compensation) else {
                continue;
            };
            let rule = compensation.wording_near(line.period.from).and_then(|one| one.last_day);
            let claimed_before = self.claimed_before(compensation);
            candidates.open.push(OpenLine {
                period: claim_period(rule, line.period),
                last_days: self.asked.last_days(compensation, line.period, claimed_before),
                line: line.clone(),
            });
        }
    }

    fn lines_of<'c>(
        &'c self,
        compensation: &'c Compensation,
    ) -> impl Iterator<Item = &'c StandingLine> {
        self.lines.iter().filter(|line| line.compensation == compensation.code)
    }

    /// Whether a claim of it has been made about the person.
    fn claimed_before(&self, compensation: &Compensation) -> bool {
        self.lines_of(compensation).any(|line| line.state == ClaimState::Submitted)
    }

    /// An answer covers what it was about when it was given: what has become more is told again.
    fn is_answered(&self, candidate: &Candidate) -> bool {
        let days = candidate.period.days();
        self.answers.iter().any(|answer| {
            answer.compensation == candidate.compensation
                && answer.period.from <= days.from
                && days.until <= answer.period.until
                && candidate.amount() <= answer.amount
        })
    }

    /// The board that answers for the person at the end of the days, or now.
    fn board(&self, days: Period) -> Option<CostCentre> {
        let boards = boards_of(self.facts);
        let at_end = board_on(&boards, days.until.min(self.finder.as_of));
        at_end.or_else(|| board_on(&boards, self.finder.as_of)).cloned()
    }
}
