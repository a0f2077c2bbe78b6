//! The register of an expected sample: one entry a row, in the layout of the export.

use std::io::{self, Write};

use chrono::NaiveDate;
use importing::{KindSource, Profile, Target};

use super::lives::Everybody;
use super::table::FactRule;
use crate::record;
use crate::{Result, SampleError};

/// The profile whose layout is written.
const PROFILE: &str = "uppgifter";
const VALID_FROM: &str = "valid_from";
const VALID_UNTIL: &str = "valid_until";
const DECIDED: &str = "decided";
/// The fields of the entries, in the order of the columns after person, board and kind.
const FIELDS: [&str; 14] = [
    "family_name",
    "given_name",
    "date",
    "basis",
    "number",
    "ground",
    "municipality",
    "housing",
    "form",
    "cost_centre",
    "law",
    DECIDED,
    VALID_FROM,
    VALID_UNTIL,
];

/// The header of the register, by the profile's own names.
pub(crate) fn header() -> Result<Vec<String>> {
    let damaged = || SampleError::Damaged("expected sample");
    let profiles = importing::built_in().map_err(|_| damaged())?;
    let profile = profiles.iter().find(|profile| profile.name == PROFILE).ok_or_else(damaged)?;
    names(profile).ok_or_else(damaged)
}

fn names(profile: &Profile) -> Option<Vec<String>> {
    let target = |target: Target| profile.columns.get(&target)?.names.first().cloned();
    let block = profile.facts.first()?;
    let KindSource::Written(kind) = &block.kind else { return None };
    let mut header =
        vec![target(Target::PersonId)?, target(Target::BoardName)?, kind.column.first()?.clone()];
    for field in FIELDS {
        header.push(block.fields.get(field)?.column.first()?.clone());
    }
    Some(header)
}

/// One entry.
pub(crate) struct Entry {
    cells: Vec<String>,
}

impl Entry {
    pub(crate) fn new(person: &str, kind: &str) -> Entry {
        let mut cells = vec![String::new(); FIELDS.len() + 3];
        person.clone_into(&mut cells[0]);
        kind.clone_into(&mut cells[2]);
        Entry { cells }
    }

    pub(crate) fn with(mut self, field: &str, text: impl ToString) -> Entry {
        if let Some(place) = FIELDS.iter().position(|known| *known == field) {
            self.cells[place + 3] = text.to_string();
        }
        self
    }

    /// The cells in the order of [`header`].
    pub(crate) fn cells(&self) -> &[String] {
        &self.cells
    }

    pub(crate) fn board(mut self, name: &str) -> Entry {
        name.clone_into(&mut self.cells[1]);
        self
    }
}

/// Writes what is known of everybody on `as_of`, as UTF-8 with byte order mark.
pub(super) fn write(
    out: &mut impl Write,
    header: &[String],
    everybody: &Everybody<'_>,
    as_of: NaiveDate,
) -> io::Result<()> {
    out.write_all("\u{FEFF}".as_bytes())?;
    out.write_all(record(header).as_bytes())?;
    for place in 0..everybody.population.size {
        for entry in entries(everybody, place, as_of) {
            out.write_all(record(&entry.cells).as_bytes())?;
        }
    }
    Ok(())
}

fn entries(everybody: &Everybody<'_>, place: u64, as_of: NaiveDate) -> Vec<Entry> {
    let life = everybody.life(place);
    let id = Everybody::id(place);
    let [family, given] = everybody.name(place);
    let number = everybody.population.dossier_number(place);
    let mut entries = vec![
        Entry::new(&id, "name").with("family_name", family).with("given_name", given),
        Entry::new(&id, "birth").with("date", life.birth).with("basis", "stated"),
        Entry::new(&id, "dossier-number").with("number", number),
    ];
    let known = |fact: &&FactRule| life.day(&fact.from) <= as_of;
    for fact in life.course.facts.iter().filter(known) {
        let mut entry = Entry::new(&id, &fact.kind).with(VALID_FROM, life.day(&fact.from));
        if let Some(decided) = &fact.decided {
            entry = entry.with(DECIDED, life.day(decided));
        }
        for (field, text) in &fact.fields {
            entry = entry.with(field, text);
        }
        // What ends later is not known to end.
        let until = fact.until.as_ref().map(|rule| life.day(rule)).filter(|day| *day <= as_of);
        if let Some(day) = until {
            entry = entry.with(VALID_UNTIL, day);
        }
        entries.push(entry);
    }
    let board_from = life.day(&life.course.board_from);
    if board_from <= as_of {
        let board = Entry::new(&id, "responsible-board")
            .with("cost_centre", &life.board.cost_centre)
            .with(VALID_FROM, board_from)
            .board(&life.board.name);
        entries.push(board);
    }
    entries
}
