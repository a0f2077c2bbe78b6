//! Bringing costs in from files: a kind of draft.

mod judging;

use std::collections::{BTreeMap, BTreeSet};

use domain::person::CostCentre;
use domain::{Finding, Ore, Period};
use importing::{CostRow, Costs};
use store::DraftNo;
use store::costs::{NewCost, NewShare};

use self::judging::{Judge, Judged, Said};
use crate::draft::{Actions, InOrder, MeantRow, Pass, Taken, Undecided, Who, each_judged};
use crate::{Action, Result};

impl InOrder for Costs {
    const ACTIONS: Actions = Actions {
        read: Action::ReadCosts,
        decide: Action::DecideCosts,
        undo: Action::UndoCosts,
        discard: Action::DiscardCosts,
        report: Action::ReportCosts,
        take_in: Action::ImportCosts,
    };
    type Judge<'p> = Judge<'p>;
    type Judged = Judged;

    fn judge_of<'p>(pass: &'p Pass<'_>, _: Option<&BTreeSet<u32>>) -> Result<Judge<'p>> {
        Judge::of(pass)
    }

    fn judge_row(judge: &mut Judge<'_>, meant: &MeantRow<CostRow>) -> Result<Option<Judged>> {
        Ok(Some(judge.judge(meant)))
    }

    fn found(judged: Judged) -> Vec<Finding> {
        judged.findings
    }

    fn who(row: &CostRow) -> Who<'_> {
        Who {
            person_id: row.person_id.as_ref(),
            dossier_number: row.dossier_number,
            national_number: row.national_number,
            family_name: row.family_name.as_deref(),
            given_name: row.given_name.as_deref(),
        }
    }

    fn enter(pass: &Pass<'_>, undecided: &mut Undecided) -> Result<Taken> {
        let mut taken = Taken { amount: Some(Ore(0)), ..Taken::default() };
        let mut invoices = Invoices::default();
        each_judged::<Costs>(pass, None, |line, judged| {
            let findings: Vec<&Finding> = judged.findings.iter().collect();
            if undecided.note(pass.standing, line, &findings) {
                return;
            }
            match judged.cost {
                Some(said) if judged.is_new => invoices.add(line, said),
                _ => taken.unchanged += 1,
            }
        })?;
        if !undecided.is_none() {
            return Ok(taken);
        }
        for cost in invoices.into_costs(pass.draft.record.draft_no) {
            taken.added += cost.shares.len() as u64;
            taken.amount = taken.amount.map(|sum| sum + amount_of(&cost));
            pass.write.add_cost(&cost)?;
        }
        Ok(taken)
    }
}

fn amount_of(cost: &NewCost) -> Ore {
    cost.shares.iter().map(|share| share.amount).sum()
}

/// What the rows of one invoice have in common.
type Invoice = (String, CostCentre, String, Period, Option<String>);

/// Rows that are taken in, in their order; those of one invoice for several persons are one cost.
#[derive(Default)]
struct Invoices {
    costs: Vec<(u32, Said, Vec<NewShare>)>,
    open: BTreeMap<Invoice, usize>,
}

impl Invoices {
    fn add(&mut self, line: u32, said: Said) {
        let share = NewShare { person: said.person, amount: said.amount, fee: said.fee };
        let content = &said.content;
        let invoice = (
            content.voucher.clone(),
            content.cost_centre.clone(),
            content.compensation.0.clone(),
            content.period,
            content.item.clone(),
        );
        // A second row about somebody was accepted: it is a cost of its own.
        let of_another = |shares: &[NewShare]| shares.iter().all(|one| one.person != share.person);
        let open = self.open.get(&invoice).copied().filter(|_| !content.voucher.is_empty());
        match open.and_then(|at| self.costs.get_mut(at)).filter(|(.., all)| of_another(all)) {
            Some((_, _, shares)) => shares.push(share),
            None => {
                self.open.insert(invoice, self.costs.len());
                self.costs.push((line, said, vec![share]));
            }
        }
    }

    fn into_costs(self, draft_no: DraftNo) -> impl Iterator<Item = NewCost> {
        self.costs.into_iter().map(move |(line, said, shares)| NewCost {
            id: crate::new_id(),
            content: said.content,
            place: Some((draft_no, line)),
            shares,
            reason: String::new(),
        })
    }
}
