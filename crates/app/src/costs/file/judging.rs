//! What is wrong with a row of costs beside the register, the law and the costs that stand.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use domain::cost::{Told, Unclaimable, unclaimable};
use domain::entitlement::ITEMS;
use domain::entitlement::limits::LARGEST_AMOUNT;
use domain::law::Compensation;
use domain::person::{BoardSpan, CostCentre, board_on};
use domain::{FindingCode, Ore, Period};
use importing::{CostRow, Costs, Target};
use store::PersonNo;
use store::costs::{CostContent, LiveShare};

use super::super::VOUCHER_LENGTH;
use crate::Result;
use crate::draft::{Draft, Findings, InOrder, MeantRow, Pass, Whom};

/// What a sound row says.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    pub(super) person: PersonNo,
    pub(super) content: CostContent,
    pub(super) amount: Ore,
    pub(super) fee: Ore,
}

impl Said {
    fn told(&self) -> Told<'_> {
        Told {
            voucher: &self.content.voucher,
            period: self.content.period,
            item: self.content.item.as_deref(),
            compensation: &self.content.compensation.0,
            amount: self.amount,
        }
    }
}

/// A row that has been judged.
pub(crate) struct Judged {
    /// What is wrong with it.
    pub(super) findings: Vec<domain::Finding>,
    /// The cost.
    pub(super) cost: Option<Said>,
    /// Whether no other cost says the same, here or on a row before it.
    pub(super) is_new: bool,
}

/// Looks at rows in order.
pub(crate) struct Judge<'p> {
    draft: &'p Draft,
    whom: Whom,
    boards: BTreeSet<CostCentre>,
    boards_of: HashMap<PersonNo, Vec<BoardSpan>>,
    /// Compensations by code and by their names, in small letters.
    named: HashMap<String, Arc<Compensation>>,
    standing: HashMap<PersonNo, Vec<LiveShare>>,
    /// Costs of the rows so far, with their lines.
    seen: HashMap<PersonNo, Vec<(u32, Said)>>,
}

/// What is found at a target's column.
type Fault<'v> = (Target, FindingCode, Vec<(&'static str, &'v dyn std::fmt::Display)>);

impl<'p> Judge<'p> {
    pub(super) fn of(pass: &'p Pass<'_>) -> Result<Judge<'p>> {
        let write = pass.write;
        let mut standing: HashMap<PersonNo, Vec<LiveShare>> = HashMap::new();
        for share in write.live_shares(None)? {
            standing.entry(share.person).or_default().push(share);
        }
        let mut named = HashMap::new();
        for compensation in crate::law::shipped()?.catalogue.iter() {
            let names = [&compensation.code.0, &compensation.name, &compensation.short_name];
            named.extend(names.map(|name| (name.to_lowercase(), Arc::clone(compensation))));
        }
        Ok(Judge {
            draft: pass.draft,
            whom: Whom::of(write)?,
            boards: write.boards()?.into_iter().map(|(centre, _)| centre).collect(),
            boards_of: write.all_boards()?,
            named,
            standing,
            seen: HashMap::new(),
        })
    }

    pub(super) fn judge(&mut self, meant: &MeantRow<CostRow>) -> Judged {
        let mut findings = Findings::of(self.draft);
        findings.take(&meant.findings);
        let cost = self.said(meant.line, &meant.row, &mut findings);
        let cost = cost.filter(|_| !findings.has_errors());
        let is_new = cost.as_ref().is_some_and(|said| self.is_new(meant.line, said, &mut findings));
        Judged { findings: findings.found(), cost, is_new }
    }

    fn tell(&self, line: u32, findings: &mut Findings<'_>, (target, code, values): Fault<'_>) {
        findings.tell(line, self.draft.format.layout.column(target), code, &values);
    }

    /// The cost that a row says; none where that is not known.
    fn said(&self, line: u32, row: &CostRow, findings: &mut Findings<'_>) -> Option<Said> {
        let person = self.whom.person(self.draft, line, Costs::who(row), findings);
        let compensation = self.compensation(line, row, findings);
        if let (Some(compensation), Some(period)) = (&compensation, row.period) {
            self.claimable(line, compensation, period, findings);
        }
        let amount = self.amount(line, row, findings);
        let fee = row.fee.unwrap_or(Ore::ZERO);
        if fee.is_negative() || amount.is_some_and(|amount| fee > amount) {
            self.tell(line, findings, (Target::Fee, FindingCode::FeeSize, Vec::new()));
        }
        let item = self.item(line, row, findings);
        let voucher = row.voucher.clone().unwrap_or_default();
        if voucher.chars().count() > VOUCHER_LENGTH {
            let (bytes, limit) = (voucher.len(), VOUCHER_LENGTH);
            let values: Vec<(_, &dyn std::fmt::Display)> =
                vec![("bytes", &bytes), ("limit", &limit)];
            self.tell(line, findings, (Target::Voucher, FindingCode::FieldTooLong, values));
        }
        if domain::spelling::has_invisible(&voucher) {
            self.tell(line, findings, (Target::Voucher, FindingCode::InvisibleText, Vec::new()));
        }
        let unit = self.unit(line, row, person, findings);
        let content = CostContent {
            compensation: compensation?.code.clone(),
            period: row.period?,
            item,
            voucher,
            cost_centre: unit?,
            note: String::new(),
        };
        Some(Said { person: person?, content, amount: amount?, fee })
    }

    fn compensation(
        &self,
        line: u32,
        row: &CostRow,
        findings: &mut Findings<'_>,
    ) -> Option<Arc<Compensation>> {
        let text = row.compensation.as_ref()?;
        let found = self.named.get(&text.to_lowercase());
        if found.is_none() {
            let values: Vec<(_, &dyn std::fmt::Display)> = vec![("text", text)];
            let code = FindingCode::CompensationUnknown;
            self.tell(line, findings, (Target::Compensation, code, values));
        }
        found.cloned()
    }

    fn claimable(
        &self,
        line: u32,
        compensation: &Compensation,
        period: Period,
        findings: &mut Findings<'_>,
    ) {
        let of_period = match self.draft.format.layout.column(Target::Period) {
            Some(_) => Target::Period,
            None => Target::PeriodUntil,
        };
        match unclaimable(compensation, period) {
            None => {}
            Some(Unclaimable::NotOnApplication) => {
                let values: Vec<(_, &dyn std::fmt::Display)> =
                    vec![("compensation", &compensation.code)];
                let code = FindingCode::NotOnApplication;
                self.tell(line, findings, (Target::Compensation, code, values));
            }
            Some(Unclaimable::OutsideRule { limit }) => {
                let day = limit.map(|day| day.to_string()).unwrap_or_default();
                let values: Vec<(_, &dyn std::fmt::Display)> = vec![("day", &day)];
                self.tell(line, findings, (of_period, FindingCode::OutsideRule, values));
            }
            Some(Unclaimable::TwoRules { from }) => {
                let values: Vec<(_, &dyn std::fmt::Display)> = vec![("day", &from)];
                self.tell(line, findings, (of_period, FindingCode::CostTwoRules, values));
            }
        }
    }

    fn amount(&self, line: u32, row: &CostRow, findings: &mut Findings<'_>) -> Option<Ore> {
        let amount = row.amount?;
        let limit = LARGEST_AMOUNT.kronor().trunc();
        let fault: (FindingCode, Vec<(_, &dyn std::fmt::Display)>) = match amount {
            amount if amount.is_negative() => (FindingCode::CostCredit, Vec::new()),
            amount if amount.is_zero() => (FindingCode::CostNothing, Vec::new()),
            amount if amount > LARGEST_AMOUNT => {
                (FindingCode::AmountTooLarge, vec![("limit", &limit)])
            }
            amount => return Some(amount),
        };
        self.tell(line, findings, (Target::Amount, fault.0, fault.1));
        None
    }

    /// An item by its word of the facts document.
    fn item(&self, line: u32, row: &CostRow, findings: &mut Findings<'_>) -> Option<String> {
        let item = row.item.as_ref()?;
        if !ITEMS.contains(&item.as_str()) {
            let allowed = ITEMS.join(", ");
            let values: Vec<(_, &dyn std::fmt::Display)> =
                vec![("text", item), ("allowed", &allowed)];
            self.tell(line, findings, (Target::Item, FindingCode::ValueNotKnown, values));
        }
        Some(item.clone())
    }

    /// The unit that the row names, else the board of the person on the first day.
    fn unit(
        &self,
        line: u32,
        row: &CostRow,
        person: Option<PersonNo>,
        findings: &mut Findings<'_>,
    ) -> Option<CostCentre> {
        if let Some(unit) = &row.cost_centre {
            if !self.boards.contains(unit) {
                let values: Vec<(_, &dyn std::fmt::Display)> = vec![("cost_centre", unit)];
                let code = FindingCode::UnknownBoard;
                self.tell(line, findings, (Target::CostCentre, code, values));
            }
            return Some(unit.clone());
        }
        let boards = self.boards_of.get(&person?).map_or(&[][..], Vec::as_slice);
        let unit = board_on(boards, row.period?.from).cloned();
        if unit.is_none() {
            let place = (Target::CostCentre, FindingCode::UnitMissing, Vec::new());
            self.tell(line, findings, place);
        }
        unit
    }

    /// Whether nothing says the same as a cost; what looks like it is told.
    fn is_new(&mut self, line: u32, said: &Said, findings: &mut Findings<'_>) -> bool {
        let standing = self.standing.get(&said.person).map_or(&[][..], Vec::as_slice);
        let standing = standing.iter().filter(|k| k.cost_centre == said.content.cost_centre);
        let mut known = standing.filter(|known| said.told().is_like(&known.told()));
        let known: Option<&LiveShare> =
            known.clone().find(|known| said.told() == known.told()).or_else(|| known.next());
        if let Some(known) = known {
            if said.told() == known.told() {
                findings.tell(line, None, FindingCode::CostKnown, &[]);
                return false;
            }
            let values: [(&str, &dyn std::fmt::Display); 3] = [
                ("from", &known.period.from),
                ("until", &known.period.until),
                ("amount_ore", &known.amount.0),
            ];
            findings.tell(line, None, FindingCode::CostLike, &values);
        }
        let seen = self.seen.entry(said.person).or_default();
        let of_unit =
            seen.iter().filter(|(_, other)| other.content.cost_centre == said.content.cost_centre);
        let mut like = of_unit.filter(|(_, other)| said.told().is_like(&other.told()));
        let like = like.clone().find(|(_, other)| said.told() == other.told()).or(like.next());
        let mut is_new = true;
        if let Some((first, other)) = like {
            is_new = said.told() != other.told();
            let code = match is_new {
                true => FindingCode::CostLikeLine,
                false => FindingCode::CostTwice,
            };
            let values: [(&str, &dyn std::fmt::Display); 1] = [("line", first)];
            findings.tell(line, None, code, &values);
        }
        if is_new {
            seen.push((line, said.clone()));
        }
        is_new
    }
}
