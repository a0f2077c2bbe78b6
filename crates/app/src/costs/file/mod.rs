//! Bringing costs in from files: a kind of draft.

mod judging;

use std::collections::{BTreeMap, BTreeSet};

use domain::person::CostCentre;
use domain::{Finding, FindingCode, Ore, Period};
use importing::{Costs, Profile, ProfileKind, RowFields, RowInterpreter, RowKind};
use store::costs::{NewCost, NewShare};
use store::{DraftNo, PersonNo, Read, StoreError};

use self::judging::{Judge, Judged, Said};
use crate::draft::{
    About, Actions, AskedRow, Content, Draft, Pass, Reading, Settling, Taken, Undecided,
};
use crate::payments::OpenSource;
use crate::{Action, Result};

impl Content for Costs {
    fn profiles(&self) -> &'static [ProfileKind] {
        Costs::PROFILES
    }

    fn actions(&self) -> Actions {
        Actions {
            read: Action::ReadCosts,
            decide: Action::DecideCosts,
            undo: Action::UndoCosts,
            discard: Action::DiscardCosts,
            report: Action::ReportCosts,
            take_in: Action::ImportCosts,
        }
    }

    fn is_of_form(&self, code: FindingCode) -> bool {
        matches!(code, FindingCode::CenturyGuessed | FindingCode::FormulaText)
    }

    fn read(
        &self,
        reading: &Reading<'_>,
        opened: &mut OpenSource,
        draft_no: DraftNo,
        profile: Profile,
    ) -> Result<Draft> {
        let (draft, standing) = reading.rows::<Costs>(opened, draft_no, profile, |_, _, _| ())?;
        reading.end(&draft)?;
        let (write, actor, today) = (reading.write, reading.actor, reading.today);
        let pass = Pass { write, draft: &draft, standing: &standing, actor, today };
        self.judge(&pass, None)?;
        Ok(draft)
    }

    fn fields<'d>(&self, draft: &'d Draft) -> Box<dyn RowFields + 'd> {
        Box::new(draft.interpreter::<Costs>())
    }

    fn judge(&self, pass: &Pass<'_>, lines: Option<&BTreeSet<u32>>) -> Result<()> {
        let mut settling = Settling::of(pass)?;
        // Any row may be the first now that says what another does.
        each_judged(pass, |line, judged| settling.judged(line, judged.findings))?;
        settling.keep(lines)
    }

    fn take_in(&self, pass: &Pass<'_>, undecided: &mut Undecided) -> Result<Taken> {
        let mut taken = Taken { amount: Some(Ore(0)), ..Taken::default() };
        let mut invoices = Invoices::default();
        each_judged(pass, |line, judged| {
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

    fn about(&self, read: &Read<'_>, draft: &Draft, rows: &[AskedRow]) -> Result<Vec<About>> {
        let interpreter = draft.interpreter::<Costs>();
        let index = read.identity_index()?;
        let meanings: Vec<_> =
            rows.iter().map(|row| interpreter.explain(&row.written, &row.overrides)).collect();
        let ids = meanings.iter().filter_map(|meaning| meaning.row.person_id.clone());
        let by_id = read.person_nos(&ids.collect::<Vec<_>>())?;
        let mut all: Vec<About> = Vec::new();
        for meaning in meanings {
            let row = &meaning.row;
            let pointed = index.propose(row.dossier_number, row.national_number, true);
            let named = row.person_id.as_ref().and_then(|id| by_id.get(id)).copied();
            let names = [&row.family_name, &row.given_name];
            let names: Vec<&str> = names.into_iter().filter_map(|name| name.as_deref()).collect();
            let name = names.join(", ");
            let owner = named.or(pointed.person);
            let persons = pointed.candidates.into_iter().chain(named).collect();
            all.push(About { name, owner, persons, meant: meaning.meant, ..About::default() });
        }
        let owners: BTreeSet<PersonNo> = all.iter().filter_map(|about| about.owner).collect();
        let lines = read.person_lines(&owners.into_iter().collect::<Vec<_>>())?;
        for about in &mut all {
            let line = about.owner.and_then(|owner| lines.get(&owner));
            about.id = line.map(|line| line.card.id.clone());
        }
        Ok(all)
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

/// Judges every row that is not parked, in order.
fn each_judged(pass: &Pass<'_>, mut each: impl FnMut(u32, Judged)) -> Result<()> {
    let interpreter = pass.draft.interpreter::<Costs>();
    let mut judge = Judge::of(pass)?;
    pass.write.each_draft_row(pass.draft.record.draft_no, |line, written, _| {
        let meant = pass.draft.meant(&interpreter, pass.standing, line, written);
        if !meant.parked {
            each(line, judge.judge(&meant));
        }
        Ok::<(), StoreError>(())
    })?;
    Ok(())
}
