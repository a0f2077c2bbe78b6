//! What the rows of a register say together: who stands in them, and which boards they name.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hasher as _};

use domain::facts::FactContent;
use domain::person::{CostCentre, Identity};
use domain::{Finding, FindingCode};
use importing::{RegisterRow, Target};

use super::naming::Named;
use super::{Draft, Register, RegisterMeant};
use crate::draft::Words;

/// A text or number by which two rows can be about one person; hashed, since a file can have a
/// million of them.
type Key = u64;

/// Where a key was seen first: the line, and the person of that line.
#[derive(Clone, Copy)]
struct Seen {
    line: u32,
    person: Key,
}

/// How often rows give a board a name, and the first that does.
struct NamedBoard {
    rows: u32,
    first: u32,
}

/// What the rows of a register say together; parked ones say nothing but whom they would protect.
#[derive(Default)]
pub(super) struct Together {
    several_rows: bool,
    numbers: HashMap<Key, Seen>,
    names: HashMap<Key, Seen>,
    ids: HashMap<Key, u32>,
    entries: HashMap<Key, u32>,
    /// Lines of a person, where it may have several.
    lines: HashMap<Key, Vec<u32>>,
    /// Per line the keys that it shares with others.
    keys: Vec<(u32, Vec<Key>)>,
    boards: BTreeMap<CostCentre, BTreeMap<String, NamedBoard>>,
    /// By which words persons are known whom a parked row protects.
    parked_protection: Words,
    /// Lines that protect somebody, parked or not.
    protecting: BTreeSet<u32>,
    clashes: BTreeMap<u32, Vec<Finding>>,
}

fn key(parts: impl std::hash::Hash) -> Key {
    let mut hasher = DefaultHasher::new();
    parts.hash(&mut hasher);
    hasher.finish()
}

/// Every number that a row says its person has; entries of another register aside, some of which
/// may have been corrected.
pub(super) fn numbers_of(row: &RegisterRow) -> impl Iterator<Item = Identity> {
    let fixed = row.dossier_number.map(Identity::Dossier).into_iter();
    let fixed = fixed.chain(row.national_number.map(Identity::National));
    let of_facts = row.facts.iter().filter(|fact| fact.id.is_none());
    fixed.chain(of_facts.filter_map(|fact| number_in(&fact.content)))
}

/// The number that a fact says.
pub(super) fn number_in(content: &FactContent) -> Option<Identity> {
    match content {
        FactContent::Dossier(dossier) => Some(Identity::Dossier(dossier.number)),
        FactContent::National(national) => Some(Identity::National(national.number)),
        _ => None,
    }
}

/// The person of a row: its id, else its first number, else the row itself.
fn person_of(line: u32, row: &RegisterRow) -> Key {
    match (&row.person_id, numbers_of(row).next()) {
        (Some(id), _) => key(("id", &id.0)),
        (None, Some(number)) => key(("number", number)),
        (None, None) => key(("line", line)),
    }
}

impl Together {
    pub(super) fn new(several_rows: bool) -> Together {
        Together { several_rows, ..Together::default() }
    }

    /// Takes note of a row.
    pub(super) fn gather(&mut self, draft: &Draft, meant: &RegisterMeant) {
        let (line, row) = (meant.line, &meant.row);
        let person = person_of(line, row);
        if row.protects {
            self.protecting.insert(line);
        }
        if meant.parked {
            if row.protects {
                self.parked_protection.extend(Named::by_row(row).words());
            }
            return;
        }
        if self.several_rows {
            self.lines.entry(person).or_default().push(line);
        }
        if row.unread {
            self.keys.push((line, vec![person]));
            return;
        }
        let mut keys = vec![person];
        let mut clash = self.same_id(draft, line, row, &mut keys);
        for number in numbers_of(row) {
            let number_key = key(number);
            keys.push(number_key);
            let seen = *self.numbers.entry(number_key).or_insert(Seen { line, person });
            let other = seen.line != line && (!self.several_rows || seen.person != person);
            if other && clash.is_none() {
                let target = match number {
                    Identity::Dossier(_) => Target::DossierNumber,
                    Identity::National(_) => Target::PersonalNumber,
                };
                let column = draft.format.layout.column(target);
                clash = Some(twice(draft, line, column, FindingCode::DuplicatePerson, seen.line));
            }
        }
        if let (Some(family), Some(birth)) = (&row.family_name, row.birth_date) {
            let given = row.given_name.as_deref().unwrap_or_default();
            let name_key = key((family.to_lowercase(), given.to_lowercase(), birth));
            keys.push(name_key);
            let seen = *self.names.entry(name_key).or_insert(Seen { line, person });
            if seen.person != person && clash.is_none() {
                let column = draft.format.layout.column(Target::FamilyName);
                clash = Some(twice(draft, line, column, FindingCode::NameAndBirthTwice, seen.line));
            }
        }
        if let Some(clash) = clash {
            self.clashes.entry(line).or_default().push(clash);
        }
        self.same_entries(draft, line, row);
        self.name_board(line, row);
        self.keys.push((line, keys));
    }

    fn same_id(
        &mut self,
        draft: &Draft,
        line: u32,
        row: &RegisterRow,
        keys: &mut Vec<Key>,
    ) -> Option<Finding> {
        let id = key(("id", &row.person_id.as_ref()?.0));
        keys.push(id);
        let first = *self.ids.entry(id).or_insert(line);
        if first == line || self.several_rows {
            return None;
        }
        let column = draft.format.layout.column(Target::PersonId);
        Some(twice(draft, line, column, FindingCode::DuplicatePerson, first))
    }

    fn same_entries(&mut self, draft: &Draft, line: u32, row: &RegisterRow) {
        for fact in &row.facts {
            let Some(id) = &fact.id else { continue };
            let first = *self.entries.entry(key(("entry", id))).or_insert(line);
            if first != line {
                let column = draft.interpreter::<Register>().fact_column(fact.block, "id");
                let finding = twice(draft, line, column, FindingCode::LineTwice, first);
                self.clashes.entry(line).or_default().push(finding);
            }
        }
    }

    /// Notes the name that a row gives its board.
    fn name_board(&mut self, line: u32, row: &RegisterRow) {
        let Some((centre, name)) = named_board(row) else { return };
        let names = self.boards.entry(centre.clone()).or_default();
        let named = names.entry(name.to_owned()).or_insert(NamedBoard { rows: 0, first: line });
        named.rows += 1;
    }

    /// What is wrong with a row beside another.
    pub(super) fn clashes(&self, line: u32) -> &[Finding] {
        self.clashes.get(&line).map_or(&[], Vec::as_slice)
    }

    /// Whether a row that protects somebody is parked.
    pub(super) fn parks_protection(&self) -> bool {
        !self.parked_protection.is_empty()
    }

    /// Whether a row that protects somebody of that name, number or id is parked.
    pub(super) fn has_parked_protection(&self, named: &Named) -> bool {
        named.is_among(&self.parked_protection)
    }

    /// Whether one of the rows protects somebody: it may stand for any other row.
    pub(super) fn protects_in(&self, lines: &BTreeSet<u32>) -> bool {
        !self.protecting.is_disjoint(lines)
    }

    /// Whether a row is about a person with that Person-id.
    pub(super) fn has_person(&self, id: &str) -> bool {
        self.ids.contains_key(&key(("id", id)))
    }

    /// Boards that the rows name.
    pub(super) fn boards(&self) -> impl Iterator<Item = (&CostCentre, &str)> {
        self.boards.keys().filter_map(|centre| Some((centre, self.name_of_board(centre)?)))
    }

    /// The name that stands most often for a board.
    pub(super) fn name_of_board(&self, centre: &CostCentre) -> Option<&str> {
        let names = self.boards.get(centre)?.iter();
        let most = names.max_by_key(|(name, named)| (named.rows, std::cmp::Reverse(*name)));
        most.map(|(name, _)| name.as_str())
    }

    pub(super) fn names_board(&self, centre: &CostCentre) -> bool {
        self.boards.contains_key(centre)
    }

    /// The board of a row with its name, where no row before gives it that name: one name is told
    /// once.
    pub(super) fn first_named<'r>(
        &self,
        line: u32,
        row: &'r RegisterRow,
    ) -> Option<(&'r CostCentre, &'r str)> {
        let (centre, name) = named_board(row)?;
        let named = self.boards.get(centre)?.get(name)?;
        (named.first == line).then_some((centre, name))
    }

    /// The rows that name a board for the first time.
    pub(super) fn rows_naming_boards(&self) -> impl Iterator<Item = u32> {
        self.boards.values().flat_map(|names| names.values()).map(|named| named.first)
    }

    /// The rows of everybody, where a person may have several, by first line.
    pub(super) fn groups(&self) -> Vec<Vec<u32>> {
        let mut groups: Vec<Vec<u32>> = self.lines.values().cloned().collect();
        groups.sort_unstable();
        groups
    }

    /// The rows, and those that share a key with one of them.
    pub(super) fn sharing(&self, lines: &BTreeSet<u32>) -> BTreeSet<u32> {
        let of_lines = self.keys.iter().filter(|(line, _)| lines.contains(line));
        let keys: BTreeSet<Key> = of_lines.flat_map(|(_, keys)| keys.iter().copied()).collect();
        let shares = |keys_of: &[Key]| keys_of.iter().any(|key| keys.contains(key));
        let sharing = self.keys.iter().filter(|(_, of)| shares(of)).map(|(line, _)| *line);
        lines.iter().copied().chain(sharing).collect()
    }
}

/// The name in a row is that of its one board, whether in the fixed column or a fact.
fn named_board(row: &RegisterRow) -> Option<(&CostCentre, &str)> {
    let name = row.board_name.as_deref()?;
    let of_facts = row.facts.iter().filter_map(|fact| match &fact.content {
        FactContent::ResponsibleBoard(board) => Some(&board.cost_centre),
        _ => None,
    });
    let centres: BTreeSet<&CostCentre> = row.cost_centre.iter().chain(of_facts).collect();
    centres.first().filter(|_| centres.len() == 1).map(|centre| (*centre, name))
}

fn twice(draft: &Draft, line: u32, column: Option<u16>, code: FindingCode, first: u32) -> Finding {
    draft.finding(line, column, code, vec![("line".to_owned(), first.to_string())])
}
