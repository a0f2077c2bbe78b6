//! Whether a payment has been made before, told by what it is: whom it is for, which compensation, which
//! period and how much. The payment day, names, the case number and the day of the decision do not
//! part two payments.
//!
//! What is paid once more on good grounds is told apart: another period, another code, what a clawback
//! has taken back in between, and decisions of one list with case numbers of their own.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::Hash;

use chrono::NaiveDate;

use crate::Ore;
use crate::codes::CodeTable;
use crate::identity::{DossierNumber, NationalNumber};
use crate::payment::{Fnv, PaymentRow};
use crate::person::Identity;
use crate::spelling::fold;

/// A row as far as it matters here: small, since a list that comes again is one of doubles alone. `L`
/// names a list, in the order in which lists came; `N` a person.
#[derive(Clone, Copy, Debug)]
pub struct Claim<L, N> {
    /// Its list.
    pub list: L,
    /// Its line there.
    pub line: u32,
    /// Whether it is asked about; the others are payments that stand.
    pub asked: bool,
    /// The person, through the register.
    pub person: Option<N>,
    dossier: Option<DossierNumber>,
    national: Option<NationalNumber>,
    /// The compensation, which a payment and its clawback share; where it is not known, the code.
    compensation: i64,
    code: i64,
    paid_for: i64,
    amount: i64,
    /// The case number; 0 where there is none.
    case: i64,
    /// The day of the decision.
    decided: Option<NaiveDate>,
    exact: i64,
}

/// What a row has turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again<L> {
    /// Exactly as another row.
    Exact(L, u32),
    /// The same payment as another row, written otherwise.
    Same(L, u32),
    /// The same payment with another amount: what has been paid so far.
    Changed(L, u32, Ore),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Who<N> {
    Person(N),
    National(NationalNumber),
    Dossier(DossierNumber),
    Nobody,
}

impl<L, N> Claim<L, N> {
    /// The claim of a row; none where it has no code or amount.
    pub fn of(
        (list, line): (L, u32),
        asked: bool,
        person: Option<N>,
        row: &PaymentRow,
        codes: &CodeTable,
    ) -> Option<Claim<L, N>> {
        let code = row.payment_code.as_deref()?;
        let entry = row.payment_date.and_then(|day| codes.get(code, day));
        let compensation = entry.and_then(|entry| entry.compensation.as_ref());
        let mut paid_for = Fnv::new();
        paid_for.days(<[_; 2]>::from(row.paid_for()));
        Some(Claim {
            list,
            line,
            asked,
            person,
            dossier: row.dossier_number,
            national: row.national_number,
            compensation: key_of(compensation.map_or(code, |compensation| &compensation.0)),
            code: key_of(code),
            paid_for: paid_for.key(),
            amount: row.amount?.0,
            case: row.case_number.as_deref().map_or(0, case_key),
            decided: row.decision_date,
            exact: row.exact_key(),
        })
    }

    /// How much.
    #[must_use]
    pub fn amount(&self) -> Ore {
        Ore(self.amount)
    }

    fn numbers(&self) -> impl Iterator<Item = Identity> + use<L, N> {
        let national = self.national.map(Identity::National);
        national.into_iter().chain(self.dossier.map(Identity::Dossier))
    }
}

fn key_of(text: &str) -> i64 {
    let mut hash = Fnv::new();
    hash.text(text);
    hash.key()
}

/// Case numbers are written with dots, dashes and blanks of every kind.
fn case_key(text: &str) -> i64 {
    let signs: String = fold(text).chars().filter(|sign| sign.is_alphanumeric()).collect();
    if signs.is_empty() { 0 } else { key_of(&signs) }
}

/// What the rows asked about are, by line; rows that are paid for the first time are not there.
///
/// Another amount is told of rows with the same case number or day of decision, and of what a list has
/// that comes again: `repeated` are known to, beside those of which a row asked about is a double.
#[must_use]
pub fn again<L: Copy + Ord, N: Copy + Eq + Hash>(
    mut claims: Vec<Claim<L, N>>,
    mut repeated: BTreeSet<L>,
) -> BTreeMap<u32, Again<L>> {
    claims.sort_by_key(|claim| (claim.asked, claim.list, claim.line));
    let mut found = BTreeMap::new();
    let mut exact: HashMap<i64, (L, u32)> = HashMap::new();
    for claim in &claims {
        let (list, line) = *exact.entry(claim.exact).or_insert((claim.list, claim.line));
        if claim.asked && (list, line) != (claim.list, claim.line) {
            found.insert(claim.line, Again::Exact(list, line));
        }
    }
    let mut alike: HashMap<_, Vec<&Claim<L, N>>> = HashMap::new();
    for (claim, who) in claims.iter().zip(whom(&claims)) {
        alike.entry((who, claim.compensation, claim.paid_for)).or_default().push(claim);
    }
    let mut changed = Vec::new();
    for ((who, ..), claims) in alike {
        let mut before = Before::new(who == Who::Nobody);
        for list in claims.chunk_by(|one, next| (one.asked, one.list) == (next.asked, next.list)) {
            before.list(list, &mut found, &mut changed);
        }
    }
    repeated.extend(found.values().map(|again| again.list()));
    for Change { line, again, evident } in changed {
        if evident || repeated.contains(&again.list()) {
            found.insert(line, again);
        }
    }
    found
}

/// A row that may have another amount than what was paid.
struct Change<L> {
    line: u32,
    again: Again<L>,
    /// Whether the rows themselves say that they belong together.
    evident: bool,
}

impl<L: Copy> Again<L> {
    fn list(&self) -> L {
        let (Again::Exact(list, _) | Again::Same(list, _) | Again::Changed(list, ..)) = self;
        *list
    }
}

/// Whom each claim is about: the person whom the register knows by its numbers; else whom the other
/// claims know by them, as long as they agree; else the number itself.
fn whom<L, N: Copy + Eq + Hash>(claims: &[Claim<L, N>]) -> Vec<Who<N>> {
    let mut owners: HashMap<Identity, Option<Who<N>>> = HashMap::new();
    let learn = |owners: &mut HashMap<_, _>, number: Identity, who: Who<N>| {
        let owner = owners.entry(number).or_insert(Some(who));
        if *owner != Some(who) {
            *owner = None;
        }
    };
    for claim in claims {
        if let Some(person) = claim.person {
            for number in claim.numbers() {
                learn(&mut owners, number, Who::Person(person));
            }
        }
    }
    let by_national = |owners: &HashMap<Identity, Option<Who<N>>>, national| {
        let owner = owners.get(&Identity::National(national)).copied().flatten();
        owner.unwrap_or(Who::National(national))
    };
    let known = owners.clone();
    for claim in claims.iter().filter(|claim| claim.person.is_none()) {
        if let (Some(national), Some(dossier)) = (claim.national, claim.dossier) {
            learn(&mut owners, Identity::Dossier(dossier), by_national(&known, national));
        }
    }
    let who = |claim: &Claim<L, N>| match (claim.person, claim.national, claim.dossier) {
        (_, None, None) => Who::Nobody,
        (Some(person), ..) => Who::Person(person),
        (None, Some(national), _) => by_national(&known, national),
        (None, None, Some(dossier)) => {
            let owner = owners.get(&Identity::Dossier(dossier)).copied().flatten();
            owner.unwrap_or(Who::Dossier(dossier))
        }
    };
    claims.iter().map(who).collect()
}

/// Rows that look the same but for their case numbers.
struct Seen<L> {
    first: Option<(L, u32)>,
    by_case: HashMap<i64, (L, u32)>,
    by_decision: HashMap<NaiveDate, (L, u32)>,
    /// How many of them no opposite row has taken back.
    open: u64,
}

impl<L> Default for Seen<L> {
    fn default() -> Seen<L> {
        Seen { first: None, by_case: HashMap::new(), by_decision: HashMap::new(), open: 0 }
    }
}

impl<L: Copy> Seen<L> {
    fn add<N>(&mut self, claim: &Claim<L, N>) {
        let place = (claim.list, claim.line);
        self.first.get_or_insert(place);
        self.by_case.entry(claim.case).or_insert(place);
        if let Some(day) = claim.decided {
            self.by_decision.entry(day).or_insert(place);
        }
    }

    /// The first one; with `by_case`, of those that no other case number tells apart.
    fn find(&self, case: i64, by_case: bool) -> Option<(L, u32)> {
        if !by_case || case == 0 {
            return self.first;
        }
        self.by_case.get(&case).or_else(|| self.by_case.get(&0)).copied()
    }
}

/// What has been paid before of one compensation to one person for one period.
struct Before<L> {
    nobody: bool,
    /// By amount and code.
    paid: BTreeMap<(i64, i64), Seen<L>>,
    /// By code, whatever the amount.
    by_code: HashMap<i64, Seen<L>>,
    sum: i64,
}

impl<L: Copy + Ord> Before<L> {
    fn new(nobody: bool) -> Before<L> {
        Before { nobody, paid: BTreeMap::new(), by_code: HashMap::new(), sum: 0 }
    }

    /// Goes on with the rows of one list.
    fn list<N>(
        &mut self,
        rows: &[&Claim<L, N>],
        found: &mut BTreeMap<u32, Again<L>>,
        changed: &mut Vec<Change<L>>,
    ) {
        let mut taken_here: HashMap<i64, u64> = HashMap::new();
        let takes = self.take_back(rows, &mut taken_here);
        let mut here: HashMap<(i64, i64), Seen<L>> = HashMap::new();
        let mut first_time = Vec::new();
        let mut repeated = 0i64;
        for (row, takes) in rows.iter().zip(takes) {
            let seen = here.entry((row.amount, row.code)).or_default();
            if row.asked && !takes && !found.contains_key(&row.line) {
                let within =
                    || seen.find(row.case, true).map(|(list, line)| Again::Same(list, line));
                if let Some(again) = self.before(row).or_else(within) {
                    found.insert(row.line, again);
                } else {
                    first_time.push(row);
                }
            }
            seen.add(row);
            if found.get(&row.line).is_some_and(|again| row.asked && again.list() != row.list) {
                repeated = repeated.saturating_add(row.amount);
            }
        }
        // What other rows of the list repeat is not what these have changed.
        let paid = self.sum.saturating_sub(repeated);
        changed.extend(first_time.into_iter().filter_map(|row| self.change(row, paid)));
        for row in rows {
            let paid = self.paid.entry((row.amount, row.code)).or_default();
            match taken_here.get_mut(&row.amount) {
                Some(taken) if *taken > 0 => *taken -= 1,
                _ => {
                    paid.add(row);
                    paid.open += 1;
                }
            }
            self.by_code.entry(row.code).or_default().add(row);
            self.sum = self.sum.saturating_add(row.amount);
        }
    }

    /// Sets what takes money back, or pays again what was taken back, against its opposite: first of
    /// earlier lists, then of the same one in whatever order. Each counts against one. Says which rows
    /// do, and counts the amounts of this list that are taken back in it.
    fn take_back<N>(
        &mut self,
        rows: &[&Claim<L, N>],
        taken_here: &mut HashMap<i64, u64>,
    ) -> Vec<bool> {
        let mut takes = vec![false; rows.len()];
        let mut left: HashMap<i64, u64> = HashMap::new();
        for (row, takes) in rows.iter().zip(&mut takes) {
            *left.entry(row.amount).or_default() += 1;
            let opposite = (-row.amount, i64::MIN)..=(-row.amount, i64::MAX);
            let mut paid = self.paid.range_mut(opposite).map(|(_, seen)| seen);
            if let Some(seen) = paid.find(|seen| seen.open > 0).filter(|_| row.amount != 0) {
                seen.open -= 1;
                if seen.open == 0 {
                    *seen = Seen::default();
                }
                *takes = true;
            }
        }
        for (row, takes) in rows.iter().zip(&mut takes).filter(|(row, _)| row.amount != 0) {
            if let Some(count) = left.get_mut(&-row.amount).filter(|count| !*takes && **count > 0) {
                *count -= 1;
                *taken_here.entry(-row.amount).or_default() += 1;
                *takes = true;
            }
        }
        takes
    }

    /// What a row of another list makes of this one.
    fn before<N>(&self, row: &Claim<L, N>) -> Option<Again<L>> {
        let same = self.paid.get(&(row.amount, row.code));
        if let Some((list, line)) = same.and_then(|seen| seen.find(row.case, self.nobody)) {
            return Some(Again::Same(list, line));
        }
        // Paid in parts, as when the difference was added.
        let parts = self.by_code.get(&row.code).filter(|_| self.sum == row.amount && self.sum != 0);
        parts?.find(row.case, true).map(|(list, line)| Again::Same(list, line))
    }

    /// What the row says otherwise than what was `paid` for the same, if it does.
    fn change<N>(&self, row: &Claim<L, N>, paid: i64) -> Option<Change<L>> {
        if paid == 0 || paid.signum() != row.amount.signum() {
            return None;
        }
        let seen = self.by_code.get(&row.code)?;
        let by_case = seen.by_case.get(&row.case).filter(|_| row.case != 0);
        let by_decision = || seen.by_decision.get(&row.decided?);
        let place = seen.find(row.case, true)?;
        let evident = by_case.or_else(by_decision);
        let (list, line) = evident.copied().unwrap_or(place);
        let again = Again::Changed(list, line, Ore(paid));
        Some(Change { line: row.line, again, evident: evident.is_some() })
    }
}

#[cfg(test)]
mod tests;
