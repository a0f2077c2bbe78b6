//! Lines of a claim from what may be claimed: what fits a claim, taken in one step; and the next claim made
//! from the last one.

use std::collections::{HashMap, HashSet};

use domain::Ore;
use domain::deadline::ClaimedDays;
use domain::person::PersonId;
use serde_json::json;
use store::claims::ClaimRecord;
use store::{CostShareNo, PersonNo, Write};

use super::{LineDraft, StepAt, require_open};
use crate::candidates::{Candidate, CandidateLine, Candidates};
use crate::error::{AppError, RefusalCode};
use crate::typed::keep;
use crate::{Action, App, Result};

/// A candidate that somebody names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CandidateNamed {
    /// The register's own Person-id.
    pub person: String,
    /// The candidate's period as lists show it; empty: all of the person that fit the claim.
    pub period: String,
}

impl App {
    /// What may be claimed and fits a claim: of its compensation, within its days, of its unit, with an
    /// amount. Protected persons are left out, since they stand in claims of their own.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn candidates_for_claim(&self, claim: &ClaimRecord) -> Result<Vec<Candidate>> {
        let protected = self.protected_persons()?;
        let all = self.candidates(self.today())?;
        let fits = |one: &&Candidate| {
            fits(claim, one) && !one.lines.is_empty() && !protected.contains(&one.person)
        };
        Ok(all.found.iter().filter(fits).cloned().collect())
    }

    /// Adds lines from candidates in one step: those that are named, or all that fit.
    ///
    /// # Errors
    /// When nothing fits, or one that is named cannot be claimed, each with its place.
    pub fn take_candidates(
        &mut self,
        at: &StepAt,
        named: &[CandidateNamed],
    ) -> Result<ClaimRecord> {
        self.claim_step(Action::AddClaimLines, at, |write, claim| {
            require_open(claim)?;
            let found = self.candidates_meant(claim, named)?;
            self.add_lines(write, claim, &self.drafts_of(claim, &found)?)
        })
    }

    /// The lines of a claim that was just made, as a step of their own. Nothing to take leaves no step.
    pub(super) fn take_into(
        &self,
        write: &Write<'_>,
        claim: &mut ClaimRecord,
        found: &[Candidate],
    ) -> Result<()> {
        if found.is_empty() {
            return Ok(());
        }
        let content = self.add_lines(write, claim, &self.drafts_of(claim, found)?)?;
        claim.version += 1;
        write.keep_claim(claim)?;
        write.log_claim(claim, &crate::new_id(), &content)?;
        Ok(())
    }

    /// The candidates that are named, or all that fit where none is.
    pub(super) fn candidates_meant(
        &self,
        claim: &ClaimRecord,
        named: &[CandidateNamed],
    ) -> Result<Vec<Candidate>> {
        if named.is_empty() {
            let found = self.candidates_for_claim(claim)?;
            return match found.is_empty() {
                true => Err(AppError::refused(RefusalCode::NothingFitsClaim)),
                false => Ok(found),
            };
        }
        let all = self.candidates(self.today())?;
        let ids: Vec<PersonId> =
            named.iter().map(|one| PersonId(one.person.trim().to_owned())).collect();
        let known = self.read().person_nos(&ids)?;
        let (mut faults, mut found) = (Vec::new(), Vec::new());
        for (place, (one, id)) in named.iter().zip(&ids).enumerate() {
            let field = format!("candidates[{place}]");
            let meant = named_among(&all, claim, known.get(id).copied(), one);
            found.extend(keep(meant, &field, &mut faults).unwrap_or_default());
        }
        match AppError::all(faults) {
            Some(fault) => Err(fault),
            None => Ok(found),
        }
    }

    /// A claim goes on for the persons of another: what may be claimed for them, and for whom nothing is.
    pub(super) fn candidates_of_claim(
        &self,
        from: &ClaimRecord,
        claim: &ClaimRecord,
    ) -> Result<(Vec<Candidate>, Vec<PersonNo>)> {
        let lines = self.read().claim_lines(from.claim_no)?;
        let persons: Vec<PersonNo> = lines.iter().map(|line| line.person_no).collect();
        let now = self.read().persons_now(&persons)?;
        let all = self.candidates(self.today())?;
        let mut seen = HashSet::new();
        let (mut found, mut without) = (Vec::new(), Vec::new());
        for person in persons.iter().filter_map(|person| now.get(person).copied()) {
            if !seen.insert(person) {
                continue;
            }
            let own = |one: &&Candidate| {
                one.person == person && fits(claim, one) && !one.lines.is_empty()
            };
            let before = found.len();
            found.extend(all.found.iter().filter(own).cloned());
            if found.len() == before {
                without.push(person);
            }
        }
        Ok((found, without))
    }

    /// A line for days on end; what asks for one cost stays one line.
    fn drafts_of(&self, claim: &ClaimRecord, found: &[Candidate]) -> Result<Vec<LineDraft>> {
        let mut faults = Vec::new();
        let mut drafts = Vec::new();
        for candidate in found {
            let centre = candidate.cost_centre.clone().or_else(|| claim.cost_centre.clone());
            let centre = centre
                .ok_or_else(|| AppError::refused(RefusalCode::NoSuchBoard).with("cost_centre", ""));
            let Some(cost_centre) = keep(centre, "candidates", &mut faults) else { continue };
            drafts.extend(joined(&candidate.lines).into_iter().map(|line| LineDraft {
                id: crate::new_id(),
                person_no: candidate.person,
                period: Some(line.period),
                cost_centre: cost_centre.clone(),
                amount: Some(line.amount),
                shares: line.shares,
            }));
        }
        match AppError::all(faults) {
            Some(fault) => Err(fault),
            None => Ok(drafts),
        }
    }

    /// What the log says of persons for whom nothing could be taken.
    pub(super) fn without_lines(&self, persons: &[PersonNo]) -> Result<serde_json::Value> {
        let shown = self.persons_shown(persons.iter().copied())?;
        let ids: HashMap<PersonNo, String> =
            shown.into_iter().map(|(no, person)| (no, person.line.card.id.0)).collect();
        Ok(json!(persons.iter().filter_map(|person| ids.get(person)).collect::<Vec<_>>()))
    }
}

/// Whether a candidate belongs in a claim.
fn fits(claim: &ClaimRecord, one: &Candidate) -> bool {
    let days = one.period.days();
    let of_unit = match (&claim.cost_centre, &one.cost_centre) {
        (Some(unit), Some(own)) => unit == own,
        _ => true,
    };
    one.compensation == claim.compensation
        && claim.period.from <= days.from
        && days.until <= claim.period.until
        && of_unit
}

/// The candidates of a person that one names, each of which can become lines. The unit is not asked for:
/// whoever names somebody knows whose money it is.
fn named_among(
    all: &Candidates,
    claim: &ClaimRecord,
    person: Option<PersonNo>,
    named: &CandidateNamed,
) -> Result<Vec<Candidate>> {
    let of_any_unit = ClaimRecord { cost_centre: None, ..claim.clone() };
    let period: Option<ClaimedDays> = match named.period.trim() {
        "" => None,
        text => Some(
            text.parse()
                .map_err(|_| AppError::refused(RefusalCode::ClaimPeriodWrong).with("text", text))?,
        ),
    };
    let is_meant = |one: &&Candidate| {
        Some(one.person) == person
            && period.is_none_or(|period| one.period == period)
            && fits(&of_any_unit, one)
    };
    let found: Vec<Candidate> = all.found.iter().filter(is_meant).cloned().collect();
    if found.is_empty() {
        return Err(AppError::refused(RefusalCode::NoSuchCandidate));
    }
    if found.iter().any(|one| one.lines.is_empty()) {
        let without = AppError::refused(RefusalCode::CandidateWithoutCost);
        return Err(without.with("person", &named.person));
    }
    Ok(found)
}

/// The lines of a candidate as a claim has them: days that follow each other, and days that share a cost,
/// are one line, as the agency's service asks for them.
fn joined(lines: &[CandidateLine]) -> Vec<CandidateLine> {
    let mut joined: Vec<CandidateLine> = Vec::new();
    for line in lines {
        let shares: HashSet<CostShareNo> = line.shares.iter().copied().collect();
        let belongs = |before: &&mut CandidateLine| {
            let goes_on = shares.is_empty()
                && before.shares.is_empty()
                && before.period.until.succ_opt() == Some(line.period.from);
            goes_on || before.shares.iter().any(|share| shares.contains(share))
        };
        match joined.last_mut().filter(belongs) {
            Some(before) => {
                before.period.until = before.period.until.max(line.period.until);
                before.amount += line.amount;
                let known = before.shares.clone();
                let new = line.shares.iter().filter(|share| !known.contains(share));
                before.shares.extend(new);
            }
            None => joined.push(line.clone()),
        }
    }
    joined.retain(|line| line.amount > Ore::ZERO);
    joined
}

#[cfg(test)]
mod tests {
    use domain::Period;

    use super::*;

    fn line(from: &str, until: &str, amount: i64, shares: &[i64]) -> CandidateLine {
        CandidateLine {
            period: Period { from: from.parse().unwrap(), until: until.parse().unwrap() },
            amount: Ore(amount),
            computed: Ore(amount),
            estimated: false,
            shares: shares.iter().map(|share| CostShareNo(*share)).collect(),
            place: 0,
        }
    }

    #[test]
    fn days_on_end_are_one_line_and_no_cost_stands_in_two() {
        let school = [
            line("2026-08-17", "2026-09-13", 100, &[]),
            line("2026-09-14", "2026-10-11", 100, &[]),
            line("2026-11-09", "2026-12-06", 100, &[]),
        ];
        let told: Vec<_> =
            joined(&school).iter().map(|one| (one.period.days(), one.amount.0)).collect();
        assert_eq!(told, [(56, 200), (28, 100)]);
        let care = [
            line("2026-07-01", "2026-07-31", 300, &[1]),
            line("2026-08-01", "2026-08-31", 400, &[1, 2]),
            line("2026-09-01", "2026-09-30", 500, &[3]),
        ];
        let told: Vec<_> =
            joined(&care).iter().map(|one| (one.amount.0, one.shares.len())).collect();
        assert_eq!(told, [(700, 2), (500, 1)]);
    }
}
