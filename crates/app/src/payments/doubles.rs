//! The same payment twice: found when a list is read, when rows are settled, and before a list is
//! taken in. What counts as the same is said in [`domain::again`].

use std::collections::{BTreeMap, BTreeSet, HashSet};

use chrono::NaiveDate;
use domain::again::{Again, Claim, again};
use domain::codes::CodeTable;
use domain::finding::DecisionKind;
use domain::payment::PaymentRow;
use domain::person::Identity;
use domain::{Finding, FindingCode, Ore};
use importing::Overrides;
use store::lists::{Alike, ListRecord, ListState, NumbersOfPersons, RowsSeen};
use store::{ListNo, PersonNo, Read, Write};

use super::format::{ListFormat, read_with};
use super::settling::{Rereading, in_force, settle};
use crate::{Action, Result};

/// In place of a list's number where there is none: a preview's rows, and no list's.
pub(super) const NO_LIST: ListNo = ListNo(0);

fn whole_row(line: u32, code: FindingCode, values: Vec<(String, String)>) -> Finding {
    Finding { line, column: None, column_name: None, code, values }
}

/// Whether the finding says that the row is the same payment as another.
pub(super) fn is_double(finding: &Finding) -> bool {
    use FindingCode as C;
    matches!(
        finding.code,
        C::DuplicateRow
            | C::DuplicateOfEarlierList
            | C::PaymentAgain
            | C::PaymentAgainInList
            | C::AmountDiffersFromEarlier
    )
}

/// Whose numbers those of rows are.
#[derive(Default)]
pub(super) struct Persons(NumbersOfPersons);

impl Persons {
    pub(super) fn all(read: &Read<'_>) -> Result<Persons> {
        Ok(Persons(read.numbers_of_persons()?))
    }

    fn of_rows<'r>(read: &Read<'_>, rows: impl Iterator<Item = &'r PaymentRow>) -> Result<Persons> {
        let numbers: HashSet<Identity> = rows.flat_map(PaymentRow::numbers).collect();
        let numbers: Vec<Identity> = numbers.into_iter().collect();
        Ok(Persons(read.numbers_of_persons_with(&numbers)?))
    }

    fn of(&self, row: &PaymentRow) -> Option<PersonNo> {
        self.0.index.propose(row.dossier_number, row.national_number, true).person
    }

    /// The keys that the row would have under the other numbers of its person.
    pub(super) fn other_keys(&self, row: &PaymentRow) -> impl Iterator<Item = i64> {
        let person = self.of(row).and_then(|person| self.0.numbers.get(&person));
        let others = person.into_iter().flatten().filter(|number| match number {
            Identity::Dossier(number) => row.dossier_number != Some(*number),
            Identity::National(number) => row.national_number != Some(*number),
        });
        others.map(|number| row.key_under(*number))
    }

    fn keys(&self, row: &PaymentRow) -> impl Iterator<Item = i64> {
        let keys = row.keys();
        [keys.dossier, keys.national]
            .into_iter()
            .filter(|key| *key != 0)
            .chain(self.other_keys(row))
    }
}

/// Keys of a list's rows under numbers that only the register has, with their lines.
pub(super) type OtherKeys = Vec<(i64, u32)>;

fn other_keys_of(read: &Read<'_>, list_no: ListNo, persons: &Persons) -> Result<OtherKeys> {
    let mut others = Vec::new();
    read.each_whole_row(list_no, |line, row| {
        others.extend(persons.other_keys(&row).map(|key| (key, line)));
    })?;
    Ok(others)
}

/// Gathers claims of rows that the database has.
struct Gathering<'a> {
    list_no: ListNo,
    persons: &'a Persons,
    codes: &'a CodeTable,
    seen: HashSet<(ListNo, u32)>,
    claims: Vec<Claim<ListNo, PersonNo>>,
}

impl Gathering<'_> {
    fn add(&mut self, alike: &Alike) {
        let place = alike.place();
        let row = &alike.record.row;
        let asked = alike.list_no == self.list_no;
        let person = alike.person.or_else(|| self.persons.of(row));
        if self.seen.insert(place) {
            self.claims.extend(Claim::of(place, asked, person, row, self.codes));
        }
    }
}

/// Every double of a draft as it is now.
pub(super) fn doubles_of(
    read: &Read<'_>,
    list: &ListRecord,
    codes: &CodeTable,
    persons: &Persons,
    others: &OtherKeys,
) -> Result<BTreeMap<u32, Finding>> {
    let list_no = list.list_no;
    let mut gathering =
        Gathering { list_no, persons, codes, seen: HashSet::new(), claims: Vec::new() };
    read.each_alike(list_no, |alike| gathering.add(&alike))?;
    let keys: BTreeSet<i64> = others.iter().map(|(key, _)| *key).collect();
    let keys: Vec<i64> = keys.into_iter().collect();
    let mut met = HashSet::new();
    read.each_with_keys(list_no, &keys, |alike| {
        let keys = alike.record.row.keys();
        met.extend([keys.dossier, keys.national]);
        gathering.add(&alike);
    })?;
    let lines: BTreeSet<u32> =
        others.iter().filter(|(key, _)| met.contains(key)).map(|(_, line)| *line).collect();
    let lines: Vec<u32> = lines.into_iter().collect();
    for record in read.rows_at(list_no, &lines)?.into_values() {
        gathering.add(&Alike { list_no, record, person: None });
    }
    let amounts = Amounts::of(&gathering.claims);
    findings(read, list_no, again(gathering.claims, BTreeSet::new()), &amounts)
}

/// The lists that findings tell of: their payments are known to come again.
fn told_of<'f>(
    read: &Read<'_>,
    seen: impl Iterator<Item = &'f Finding>,
) -> Result<BTreeSet<ListNo>> {
    let values = seen.filter(|finding| is_double(finding)).flat_map(|finding| &finding.values);
    let ids: BTreeSet<&str> =
        values.filter(|(name, _)| name == "list").map(|(_, id)| id.as_str()).collect();
    let mut lists = BTreeSet::new();
    for id in ids {
        lists.extend(read.list(id)?.map(|list| list.list_no));
    }
    Ok(lists)
}

/// The doubles among some rows of a list, as they are meant: of a draft beside its other rows too. What was `seen` about
/// them says which lists come again.
pub(super) fn doubles_among<'f>(
    read: &Read<'_>,
    list: &ListRecord,
    codes: &CodeTable,
    rows: &BTreeMap<u32, &PaymentRow>,
    seen: impl Iterator<Item = &'f Finding>,
) -> Result<BTreeMap<u32, Finding>> {
    // Rows of a list that was taken in are payments like all others.
    let drafted = if list.state == ListState::Draft { list.list_no } else { NO_LIST };
    let repeated = told_of(read, seen)?;
    judge(read, (list.list_no, drafted), codes, rows, (&mut BTreeMap::new(), repeated))
}

/// Finds the doubles of a file whose rows are only looked at, some rows at a time.
#[derive(Default)]
pub(super) struct Looking {
    earlier: Earlier,
    seen: RowsSeen,
}

/// Rows that have gone by, by their keys.
type Earlier = BTreeMap<i64, Vec<Claim<ListNo, PersonNo>>>;

impl Looking {
    /// Counts a row in, whole or not.
    pub(super) fn see(&mut self, row: &PaymentRow) {
        self.seen.add(row);
    }

    /// The warning that all rows together look like a list that stands.
    pub(super) fn list_again(
        &self,
        read: &Read<'_>,
        net: Ore,
        header_line: u32,
    ) -> Result<Option<Finding>> {
        if self.seen.rows() < FEWEST {
            return Ok(None);
        }
        let like = read.list_like_rows(&self.seen, net)?;
        Ok(like.map(|like| comes_again(like, net, header_line)))
    }

    /// The doubles among the next rows.
    pub(super) fn doubles(
        &mut self,
        read: &Read<'_>,
        codes: &CodeTable,
        rows: &BTreeMap<u32, &PaymentRow>,
    ) -> Result<BTreeMap<u32, Finding>> {
        judge(read, (NO_LIST, NO_LIST), codes, rows, (&mut self.earlier, BTreeSet::new()))
    }
}

/// The doubles among rows of `list_no`, beside those that `drafted` has besides, and beside `earlier`
/// rows by their keys, to which these are added.
fn judge(
    read: &Read<'_>,
    (list_no, drafted): (ListNo, ListNo),
    codes: &CodeTable,
    rows: &BTreeMap<u32, &PaymentRow>,
    (earlier, repeated): (&mut Earlier, BTreeSet<ListNo>),
) -> Result<BTreeMap<u32, Finding>> {
    let persons = Persons::of_rows(read, rows.values().copied())?;
    let keys: BTreeSet<i64> = rows.values().flat_map(|row| persons.keys(row)).collect();
    let keys: Vec<i64> = keys.into_iter().collect();
    let mut alikes: BTreeMap<(ListNo, u32), Alike> = BTreeMap::new();
    read.each_with_keys(drafted, &keys, |alike| {
        if alike.list_no != list_no || !rows.contains_key(&alike.record.line) {
            alikes.insert(alike.place(), alike);
        }
    })?;
    let all = alikes.values().map(|alike| &alike.record.row).chain(rows.values().copied());
    let persons = Persons::of_rows(read, all)?;
    let (seen, claims) = (HashSet::new(), Vec::new());
    let mut gathering = Gathering { list_no: drafted, persons: &persons, codes, seen, claims };
    for alike in alikes.values() {
        gathering.add(alike);
    }
    for claim in keys.iter().filter_map(|key| earlier.get(key)).flatten() {
        if gathering.seen.insert((claim.list, claim.line)) {
            gathering.claims.push(*claim);
        }
    }
    let claim_of = |(line, row): (&u32, &&PaymentRow)| {
        Claim::of((list_no, *line), true, persons.of(row), row, codes)
    };
    let asked: Vec<_> = rows.iter().filter_map(claim_of).collect();
    gathering.claims.extend(&asked);
    let amounts = Amounts::of(&asked);
    let mut found = again(gathering.claims, repeated);
    found.retain(|line, _| rows.contains_key(line));
    for claim in asked.iter().filter(|_| list_no == NO_LIST) {
        // The first of exactly equal rows stands for them all.
        if !matches!(found.get(&claim.line), Some(Again::Exact(..))) {
            for key in persons.keys(rows[&claim.line]) {
                earlier.entry(key).or_default().push(*claim);
            }
        }
    }
    findings(read, list_no, found, &amounts)
}

/// The amounts of the rows asked about.
struct Amounts(BTreeMap<u32, Ore>);

impl Amounts {
    fn of(claims: &[Claim<ListNo, PersonNo>]) -> Amounts {
        let asked = claims.iter().filter(|claim| claim.asked);
        Amounts(asked.map(|claim| (claim.line, claim.amount())).collect())
    }
}

fn findings(
    read: &Read<'_>,
    list_no: ListNo,
    found: BTreeMap<u32, Again<ListNo>>,
    Amounts(amounts): &Amounts,
) -> Result<BTreeMap<u32, Finding>> {
    let mut others: BTreeMap<ListNo, Other> = BTreeMap::new();
    let mut findings = BTreeMap::new();
    for (line, again) in found {
        let (Again::Exact(list, of) | Again::Same(list, of) | Again::Changed(list, of, _)) = again;
        if list != list_no && !others.contains_key(&list) {
            let record = read.list_by_no(list)?;
            others.insert(list, Other { id: record.id, read_on: record.read_on });
        }
        let now = amounts.get(&line).copied().unwrap_or_default();
        findings.insert(line, finding(line, again, of, others.get(&list), now));
    }
    Ok(findings)
}

/// Another list, as findings name it.
struct Other {
    id: String,
    read_on: NaiveDate,
}

fn finding(line: u32, again: Again<ListNo>, of: u32, other: Option<&Other>, now: Ore) -> Finding {
    let of_line = ("line".to_owned(), of.to_string());
    let Some(other) = other else {
        let code = match again {
            Again::Exact(..) => FindingCode::DuplicateRow,
            Again::Same(..) | Again::Changed(..) => FindingCode::PaymentAgainInList,
        };
        return whole_row(line, code, vec![of_line]);
    };
    let list = || ("list".to_owned(), other.id.clone());
    let mut values = vec![("date".to_owned(), other.read_on.to_string()), of_line];
    let code = match again {
        Again::Exact(..) => FindingCode::DuplicateOfEarlierList,
        Again::Same(..) => {
            values.push(list());
            FindingCode::PaymentAgain
        }
        Again::Changed(_, _, was) => {
            values.push(list());
            let difference = now - was;
            for (name, Ore(ore)) in
                [("was_ore", was), ("now_ore", now), ("difference_ore", difference)]
            {
                values.push((name.to_owned(), ore.to_string()));
            }
            FindingCode::AmountDiffersFromEarlier
        }
    };
    whole_row(line, code, values)
}

/// What is left to pay according to the finding that another amount has been paid.
pub(super) fn difference_of(finding: &Finding) -> Option<Ore> {
    let of_amount = finding.code == FindingCode::AmountDiffersFromEarlier;
    let mut values = finding.values.iter().filter(|_| of_amount);
    let (_, difference) = values.find(|(name, _)| name == "difference_ore")?;
    difference.parse().ok().map(Ore)
}

/// Rows of a list that looks like another: a single one says too little.
const FEWEST: u64 = 2;

/// The warning that a list looks like one that stands.
pub(super) fn list_again(
    read: &Read<'_>,
    list: &ListRecord,
    net: Ore,
    header_line: u32,
) -> Result<Option<Finding>> {
    if list.rows < FEWEST {
        return Ok(None);
    }
    Ok(read.list_like(list, net)?.map(|like| comes_again(like, net, header_line)))
}

fn comes_again(like: ListRecord, net: Ore, header_line: u32) -> Finding {
    let values = vec![
        ("date".to_owned(), like.read_on.to_string()),
        ("rows".to_owned(), like.rows.to_string()),
        ("net_ore".to_owned(), net.0.to_string()),
        ("list".to_owned(), like.id),
    ];
    whole_row(header_line, FindingCode::ListAgain, values)
}

/// Lines of a draft that have become doubles, or are none any more, since they were last settled:
/// other lists have been taken in or back meanwhile, or persons turned out to be one.
fn changed_doubles(read: &Read<'_>, list: &ListRecord) -> Result<BTreeSet<u32>> {
    let persons = Persons::all(read)?;
    let others = other_keys_of(read, list.list_no, &persons)?;
    let now = doubles_of(read, list, &read.code_table()?, &persons, &others)?;
    let mut known = read.findings(list.list_no, None)?;
    known.retain(is_double);
    let known: BTreeMap<u32, Finding> =
        known.into_iter().map(|finding| (finding.line, finding)).collect();
    let lines = now.keys().chain(known.keys()).copied();
    Ok(lines.filter(|line| now.get(line) != known.get(line)).collect())
}

/// What brings payments of other lists in, or takes them back, and what tells whose a number is.
/// Without any of these since a draft was read its doubles are those that reading and settling have
/// found, and a list of a million rows need not be looked through again.
const MOVING: [Action; 9] = [
    Action::CommitList,
    Action::ReleaseRow,
    Action::ReverseList,
    Action::ImportRegister,
    Action::AddPerson,
    Action::TakeProposals,
    Action::EnterFacts,
    Action::MergePersons,
    Action::SplitPerson,
];

/// Settles anew the rows of a draft whose doubles have changed, and says how many; what is found about
/// the list as a whole counts as one.
pub(super) fn look_for_doubles(write: &Write<'_>, list: &ListRecord) -> Result<usize> {
    let mut moved = false;
    for action in MOVING {
        moved = moved || write.happened_since(list.event_no, action.name())?;
    }
    if !moved {
        return Ok(0);
    }
    let lines = changed_doubles(write, list)?;
    if !lines.is_empty() {
        settle(write, &Rereading::of(write, list)?, &lines)?;
    }
    Ok(lines.len() + usize::from(look_at_list(write, list)?))
}

/// Adds the warning that the list looks like one that has come to stand since it was read. What was
/// accepted about the list does not cover it.
fn look_at_list(write: &Write<'_>, list: &ListRecord) -> Result<bool> {
    let (mut format, _): (ListFormat, _) = read_with(list)?;
    let sums = write.state_sums(list.list_no)?;
    let net = sums.values().fold(Ore(0), |net, sum| net + sum.net());
    let header_line = format.layout.header_line;
    let Some(finding) = list_again(write, list, net, header_line)? else { return Ok(false) };
    if format.findings.contains(&finding) {
        return Ok(false);
    }
    format.findings.push(finding);
    write.set_list_format(list.list_no, &format.to_text()?)?;
    let decisions = write.decisions(list.list_no, Some(header_line))?;
    for _ in in_force(&decisions) {
        write.add_decision(list.list_no, header_line, DecisionKind::Undo, &Overrides::new())?;
    }
    Ok(true)
}
