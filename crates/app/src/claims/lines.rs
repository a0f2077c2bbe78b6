//! Lines of a claim: added, removed, and held against what the agency's service computed.

use std::collections::HashMap;

use domain::person::{CostCentre, board_on};
use domain::{Ore, Period};
use serde_json::json;
use store::claims::{ClaimLine, ClaimRecord, ClaimedShare, NewClaimLine};
use store::{CostShareNo, PersonNo, Write};

use super::recomputing::{Given, Recomputing};
use super::{StepAt, WORDS_LENGTH, require_open};
use crate::error::{AppError, RefusalCode};
use crate::law::CalculationDocument;
use crate::typed::{amount_typed, day_typed, keep, text_typed};
use crate::{Action, App, Result};

/// Largest amount of a line, in öre: a hundred billion kronor, so that sums cannot overflow.
const LARGEST_AMOUNT: Ore = Ore(10_000_000_000_000);

/// A line to be added, whoever proposes it.
#[derive(Clone, Debug)]
pub struct LineDraft {
    /// The client's id.
    pub id: String,
    /// The person.
    pub person_no: PersonNo,
    /// Its days; none: those of the claim that give a right.
    pub period: Option<Period>,
    /// The unit that bore it.
    pub cost_centre: CostCentre,
    /// What is asked for; none: what the law gives.
    pub amount: Option<Ore>,
    /// The parts of costs that it asks for.
    pub shares: Vec<CostShareNo>,
}

/// A line as somebody has typed it.
#[derive(Clone, Debug, Default)]
pub struct TypedLine {
    /// The client's id.
    pub id: String,
    /// The register's own Person-id.
    pub person: String,
    /// ISO day; empty with `until`: the days of the claim that give a right.
    pub from: String,
    /// ISO day, inclusive.
    pub until: String,
    /// What is asked for; none: what the law gives.
    pub amount: Option<Ore>,
    /// Ids of costs; the person's part of each is asked for.
    pub costs: Vec<String>,
    /// Cost centre of the unit; empty: that of the claim, of the costs, or of the person.
    pub unit: String,
}

/// What a line is made of, looked through.
struct Made<'d> {
    draft: &'d LineDraft,
    period: Period,
    amount: Ore,
    explanation: String,
    rendered: String,
}

impl App {
    /// Adds a line as somebody has typed it. The same step once more adds none.
    ///
    /// # Errors
    /// All faults of the fields at once; or a cost cannot be asked for, or the law gives no amount and
    /// none is typed.
    pub fn add_claim_line(&mut self, at: &StepAt, typed: &TypedLine) -> Result<ClaimRecord> {
        self.claim_step(Action::AddClaimLines, at, |write, claim| {
            let draft = self.line_typed(claim, typed)?;
            self.add_lines(write, claim, std::slice::from_ref(&draft))
        })
    }

    /// Adds lines in one step, such as every candidate of a unit and period.
    ///
    /// # Errors
    /// When a cost cannot be asked for, or the law gives no amount and none is proposed.
    pub fn add_claim_lines(&mut self, at: &StepAt, drafts: &[LineDraft]) -> Result<ClaimRecord> {
        self.claim_step(Action::AddClaimLines, at, |write, claim| {
            self.add_lines(write, claim, drafts)
        })
    }

    pub(super) fn add_lines(
        &self,
        write: &Write<'_>,
        claim: &ClaimRecord,
        drafts: &[LineDraft],
    ) -> Result<serde_json::Value> {
        require_open(claim)?;
        let by = self.recomputing(&claim.compensation)?;
        let persons: Vec<PersonNo> = drafts.iter().map(|draft| draft.person_no).collect();
        let documents = self.documents_of(&persons)?;
        let all: Vec<CostShareNo> = drafts.iter().flat_map(|draft| draft.shares.clone()).collect();
        let shares: HashMap<CostShareNo, ClaimedShare> =
            write.shares_to_claim(&all)?.into_iter().map(|share| (share.share_no, share)).collect();
        let empty = CalculationDocument::default();
        for draft in drafts {
            let document = documents.get(&draft.person_no).unwrap_or(&empty);
            let asked = self.shares_asked(claim, draft, &shares)?;
            let made = self.line_made(claim, draft, &by, document, &asked)?;
            let line_no = write.add_claim_line(&NewClaimLine {
                id: &made.draft.id,
                claim_no: claim.claim_no,
                person_no: made.draft.person_no,
                period: made.period,
                cost_centre: &made.draft.cost_centre,
                amount: made.amount,
                explanation: &made.explanation,
                rendered: &made.rendered,
            })?;
            for share_no in &draft.shares {
                write.add_claim_line_cost(line_no, *share_no)?;
            }
        }
        Ok(json!({ "step": "lines-added", "count": drafts.len() }))
    }

    /// The parts of costs of a draft, each of which may be asked for.
    fn shares_asked<'s>(
        &self,
        claim: &ClaimRecord,
        draft: &LineDraft,
        known: &'s HashMap<CostShareNo, ClaimedShare>,
    ) -> Result<Vec<&'s ClaimedShare>> {
        let mut faults = Vec::new();
        let mut asked = Vec::new();
        for share_no in &draft.shares {
            let share = known.get(share_no);
            let share = share.ok_or_else(|| AppError::refused(RefusalCode::NoSuchCost));
            let Some(share) = keep(share, "costs", &mut faults) else { continue };
            keep(self.may_be_asked(claim, draft, share), "costs", &mut faults);
            asked.push(share);
        }
        match AppError::all(faults) {
            Some(fault) => Err(fault),
            None => Ok(asked),
        }
    }

    fn may_be_asked(
        &self,
        claim: &ClaimRecord,
        draft: &LineDraft,
        share: &ClaimedShare,
    ) -> Result<()> {
        if !share.stands {
            return Err(AppError::refused(RefusalCode::CostNotStanding));
        }
        if let Some(other) = share.claim {
            return Err(AppError::refused(RefusalCode::CostInOtherLine).with("claim", other));
        }
        let person = self.read().person_now(share.person_no)?;
        if share.compensation != claim.compensation || person != draft.person_no {
            return Err(AppError::refused(RefusalCode::CostOfAnother));
        }
        Ok(())
    }

    /// What a draft becomes: days and amount by the law where they are not given.
    fn line_made<'d>(
        &self,
        claim: &ClaimRecord,
        draft: &'d LineDraft,
        by: &Recomputing,
        document: &CalculationDocument,
        shares: &[&ClaimedShare],
    ) -> Result<Made<'d>> {
        let given = by.given(document, shares, draft.period.unwrap_or(claim.period));
        let (amount, days, explanation) = match &given {
            Given::Amount { amount, days, explanation } => {
                (Some(*amount), Some(*days), explanation.clone())
            }
            _ => (None, None, domain::entitlement::Explanation::new()),
        };
        let Some(amount) = draft.amount.or(amount).filter(|amount| *amount > Ore::ZERO) else {
            let needed = AppError::refused(RefusalCode::ClaimAmountNeeded);
            return Err(needed.in_field("amount_ore"));
        };
        let period = draft.period.or(days).unwrap_or(claim.period);
        let facts: Vec<_> =
            document.facts.iter().chain(&document.earlier_births).cloned().collect();
        Ok(Made {
            draft,
            period,
            amount,
            rendered: self.wording.explained(&explanation, &facts).join("\n"),
            explanation: serde_json::to_string(&explanation)
                .map_err(|_| store::StoreError::Damaged("explanation"))?,
        })
    }

    /// Reads every field, all their faults at once.
    fn line_typed(&self, claim: &ClaimRecord, typed: &TypedLine) -> Result<LineDraft> {
        let mut faults = Vec::new();
        let person = keep(self.person_no(&typed.person), "person", &mut faults);
        let period = match (typed.from.trim(), typed.until.trim()) {
            ("", "") => Some(None),
            (from, until) => {
                let from = keep(day_typed(from), "from", &mut faults);
                let until = keep(day_typed(until), "until", &mut faults);
                let period = from.zip(until).map(|(from, until)| {
                    let backwards = || AppError::refused(RefusalCode::ClaimLineDays);
                    keep(Period::new(from, until).ok_or_else(backwards), "until", &mut faults)
                });
                period.flatten().map(Some)
            }
        };
        let sized = |amount| amount_typed(amount, Ore(1)..=LARGEST_AMOUNT);
        let amount = keep(typed.amount.map(sized).transpose(), "amount_ore", &mut faults);
        let shares = person.map(|person| self.claimed_shares(person, &typed.costs));
        let shares = shares.and_then(|shares| keep(shares, "costs", &mut faults));
        let bearer = shares.as_ref().and_then(|shares| shares.first());
        let bearer = bearer.map(|share| share.cost_centre.0.clone());
        let unit = match (typed.unit.trim(), person) {
            ("", Some(person)) => match (&claim.cost_centre, bearer) {
                (Some(centre), _) => Ok(centre.clone()),
                (None, Some(centre)) => Ok(CostCentre(centre)),
                (None, None) => self.board_of(person),
            },
            (unit, _) => self.unit_typed(unit),
        };
        let cost_centre = keep(unit, "unit", &mut faults);
        match (person, period, amount, shares, cost_centre) {
            (Some(person_no), Some(period), Some(amount), Some(shares), Some(cost_centre))
                if faults.is_empty() =>
            {
                let shares = shares.iter().map(|share| share.share_no).collect();
                let id = typed.id.clone();
                Ok(LineDraft { id, person_no, period, cost_centre, amount, shares })
            }
            _ => Err(AppError::one_or_several(faults)),
        }
    }

    /// The person's parts of these costs.
    fn claimed_shares(&self, person: PersonNo, costs: &[String]) -> Result<Vec<ClaimedShare>> {
        let mut found = Vec::new();
        for cost in costs {
            let mut own = None;
            for share in self.read().shares_of_cost(cost.trim())? {
                if self.read().person_now(share.person_no)? == person {
                    own = Some(share);
                }
            }
            found.push(own.ok_or_else(|| AppError::refused(RefusalCode::NoSuchCost))?);
        }
        Ok(found)
    }

    fn board_of(&self, person: PersonNo) -> Result<CostCentre> {
        let boards = self.read().person(person)?.boards();
        let centre = board_on(&boards, self.today()).cloned();
        centre.ok_or_else(|| AppError::refused(RefusalCode::NoSuchBoard).with("cost_centre", ""))
    }

    /// Removes a line; its costs may be claimed anew.
    ///
    /// # Errors
    /// When there is no such line, or the claim cannot be changed any more.
    pub fn remove_claim_line(&mut self, at: &StepAt, line: &str) -> Result<ClaimRecord> {
        self.claim_step(Action::RemoveClaimLine, at, |write, claim| {
            require_open(claim)?;
            let line = self.line_of(claim, line)?;
            write.remove_claim_line(line.line_no)?;
            let person = write.person_id(line.person_no)?;
            Ok(json!({ "step": "line-removed", "line": line.id, "person": person }))
        })
    }

    /// Keeps what the agency's service computed for a line; with words where it is another amount.
    ///
    /// # Errors
    /// When it differs and nothing says why, or the claim is submitted or withdrawn.
    pub fn type_service_amount(
        &mut self,
        at: &StepAt,
        line: &str,
        amount: Option<Ore>,
        words: &str,
    ) -> Result<ClaimRecord> {
        self.claim_step(Action::NoteClaim, at, |write, claim| {
            if claim.state.next().next().is_none() {
                let closed = AppError::refused(RefusalCode::ClaimNotOpen);
                return Err(closed.with("state", claim.state.as_str()));
            }
            let line = self.line_of(claim, line)?;
            let mut faults = Vec::new();
            let sized = |amount| amount_typed(amount, Ore::ZERO..=LARGEST_AMOUNT);
            let amount = keep(amount.map(sized).transpose(), "service_ore", &mut faults);
            let words = keep(text_typed(words, WORDS_LENGTH), "difference", &mut faults);
            if let (Some(Some(amount)), Some(words)) = (amount, &words)
                && amount != line.amount
                && words.is_empty()
            {
                let needed = AppError::refused(RefusalCode::DifferenceNeedsWords);
                faults.push(needed.in_field("difference"));
            }
            let (Some(amount), Some(words), true) = (amount, words, faults.is_empty()) else {
                return Err(AppError::one_or_several(faults));
            };
            write.put_service_amount(line.line_no, amount, &words)?;
            Ok(json!({ "step": "service-typed", "line": line.id }))
        })
    }

    /// A line of a claim.
    pub(super) fn line_of(&self, claim: &ClaimRecord, id: &str) -> Result<ClaimLine> {
        let lines = self.read().claim_lines(claim.claim_no)?;
        let found = lines.into_iter().find(|line| line.id == id);
        found.ok_or_else(|| AppError::refused(RefusalCode::NoSuchClaimLine).in_field("line"))
    }
}
