//! Which profile suits a file.

use chrono::NaiveDate;

use super::{
    FactColumn, Header, HeaderRule, Layout, LayoutColumn, MoreSheet, SHEETS, find_header,
    normalised,
};
use crate::inspect::Inspection;
use crate::limits::{HEADER_ROWS, Limits, PREVIEW_ROWS};
use crate::profile::{FactSource, Profile, Target};
use crate::records::{CellForms, Cells, Opened, Place, Record, Separator};
use crate::refusal::FileRefusal;
use crate::source::Source;
use crate::values::{destroyed_at, read_plain_date, trimmed};

/// A profile that suits the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Its index among the profiles given.
    pub profile: usize,
    /// Where its columns stand.
    pub layout: Layout,
}

/// The first rows of a file that no profile suits, for a screen where columns are chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unrecognised {
    /// The sheet they stand in, in an XLSX.
    pub sheet: Option<String>,
    /// The separator under which the rows are most alike, in a text.
    pub separator: Option<Separator>,
    /// The first 20 rows that are not blank.
    pub rows: Vec<RawRow>,
}

/// A row as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawRow {
    /// Line, as a text editor counts; row number in a sheet.
    pub line: u32,
    /// Its cells.
    pub cells: Cells,
}

/// Which profile suits a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recognition {
    /// Exactly one, or one better than all others.
    One(Match),
    /// Several, equally well: a person has to choose.
    Several(Vec<Match>),
    /// None.
    None(Unrecognised),
}

/// A profile's table in a file.
pub(crate) struct Found {
    pub(crate) place: Place,
    pub(crate) layout: Layout,
    /// Columns of the file that the profile does not know, and columns of the profile that the file
    /// lacks: the fewer, the better the profile suits.
    differences: usize,
    /// Further sheets that are read as the first.
    pub(crate) more: Vec<Place>,
    /// Sheets with something in them that are not read.
    pub(crate) unread: Vec<String>,
}

/// Looks for the header of every profile among the first 50 rows that are not blank, under every
/// separator or in every sheet.
///
/// A profile suits when one row has all its required columns. Of several the one suits best under
/// which the fewest columns are left over on either side; if that leaves a choice, so does the
/// answer.
///
/// # Errors
/// [`FileRefusal`]: unreadable, damaged, or a column twice in the only header found.
pub fn recognise(
    source: &mut dyn Source,
    inspection: &Inspection,
    profiles: &[Profile],
    limits: &Limits,
) -> Result<Recognition, FileRefusal> {
    let mut opened = Opened::open(source, inspection, limits)?;
    let heads = heads(&mut opened)?;
    let mut found = Vec::new();
    let mut refusal = None;
    for (index, profile) in profiles.iter().enumerate() {
        match find_in(&heads, profile) {
            Ok(best) => found.push((index, best)),
            Err(FileRefusal::ProfileNotSuited { .. }) => {}
            Err(other) => refusal = Some(other),
        }
    }
    let least = found.iter().map(|(_, best)| best.differences).min();
    let mut best: Vec<Match> = found
        .into_iter()
        .filter(|(_, best)| Some(best.differences) == least)
        .map(|(profile, best)| Match { profile, layout: best.layout })
        .collect();
    match (best.pop(), best.is_empty(), refusal) {
        (Some(only), true, _) => Ok(Recognition::One(only)),
        (Some(last), false, _) => {
            best.push(last);
            Ok(Recognition::Several(best))
        }
        (None, _, Some(refusal)) => Err(refusal),
        (None, _, None) => match destroyed_in(&heads) {
            Some(line) => Err(FileRefusal::LettersDestroyed { line }),
            None => Ok(Recognition::None(unrecognised(heads))),
        },
    }
}

/// Looks for the header of one profile.
pub(crate) fn find_profile(
    opened: &mut Opened<'_>,
    profile: &Profile,
) -> Result<Found, FileRefusal> {
    let heads = heads(opened)?;
    find_in(&heads, profile).map_err(|refusal| match (refusal, destroyed_in(&heads)) {
        (FileRefusal::ProfileNotSuited { .. }, Some(line)) => {
            FileRefusal::LettersDestroyed { line }
        }
        (refusal, _) => refusal,
    })
}

/// The first rows of every place.
fn heads(opened: &mut Opened<'_>) -> Result<Vec<(Place, Vec<Record>)>, FileRefusal> {
    let forms = CellForms::plain();
    let places = opened.places().into_iter();
    places.map(|place| opened.head(&place, &forms, HEADER_ROWS).map(|rows| (place, rows))).collect()
}

fn find_in(heads: &[(Place, Vec<Record>)], profile: &Profile) -> Result<Found, FileRefusal> {
    let rule = |names: &[String], required: bool| HeaderRule {
        names: names.iter().map(|name| normalised(name)).collect(),
        required,
    };
    let fixed = profile.columns.values().map(|column| rule(&column.names, column.required));
    let of_facts =
        fact_sources(profile).map(|(_, _, source)| rule(&source.column, source.required));
    let rules: Vec<HeaderRule> = fixed.chain(of_facts).collect();
    let mut missing: Option<Vec<usize>> = None;
    let mut twice = None;
    let mut tables: Vec<(Found, bool)> = Vec::new();
    let mut others: Vec<&Place> = Vec::new();
    for (place, rows) in heads.iter().filter(|(_, rows)| !rows.is_empty()) {
        let mut best: Option<(Found, bool)> = None;
        for (at, row) in rows.iter().enumerate() {
            let header = find_header(&row.cells, &rules);
            if missing.as_ref().is_none_or(|least| header.missing.len() < least.len()) {
                missing = Some(header.missing.clone());
            }
            if !header.fits() {
                continue;
            }
            if let Some(name) = header.twice {
                twice = Some(FileRefusal::HeaderNameTwice { name, line: row.line });
                continue;
            }
            let found = found(place, &header, row.line, &rows[..at], profile);
            if best.as_ref().is_none_or(|(best, _)| found.differences < best.differences) {
                best = Some((found, at + 1 < rows.len()));
            }
        }
        match best {
            Some(table) => tables.push(table),
            None => others.push(place),
        }
    }
    let unsuited = || FileRefusal::ProfileNotSuited {
        profile: profile.name.clone(),
        missing: names_of(profile, &missing.unwrap_or_default()),
    };
    let (best, beside) = best_of(tables, profile).ok_or_else(|| twice.unwrap_or_else(unsuited))?;
    with_other_sheets(best, beside, &others, profile)
}

/// The table that suits best among the places that the profile allows, and the other tables with
/// rows. A separator is only ever one way to read the same lines: there the others are none.
fn best_of(tables: Vec<(Found, bool)>, profile: &Profile) -> Option<(Found, Vec<Found>)> {
    let allowed = tables.iter().filter(|(found, _)| is_allowed(&found.place, profile));
    let least = allowed.map(|(found, has_rows)| (!has_rows, found.differences)).min()?;
    let is_best = |(found, has_rows): &(Found, bool)| {
        is_allowed(&found.place, profile) && (!has_rows, found.differences) == least
    };
    let at = tables.iter().position(is_best)?;
    let mut tables = tables;
    let (best, _) = tables.remove(at);
    let beside = tables
        .into_iter()
        .filter(|(found, has_rows)| *has_rows && matches!(found.place, Place::Sheet(_)));
    let beside = beside.map(|(found, _)| found).collect();
    Some((best, beside))
}

/// The table with the other sheets. Those with the same columns are read with it; one where they
/// stand otherwise has rows that would be lost. A profile that names its sheet reads that alone: of the
/// others those with its header are told, the rest has been seen by whoever wrote the name.
fn with_other_sheets(
    best: Found,
    beside: Vec<Found>,
    others: &[&Place],
    profile: &Profile,
) -> Result<Found, FileRefusal> {
    let named = |place: &Place| match place {
        Place::Sheet(name) => Some(name.clone()),
        Place::Lines(_) => None,
    };
    if profile.sheet.is_some() {
        let unread = beside.iter().filter_map(|found| named(&found.place)).collect();
        return Ok(Found { unread, ..best });
    }
    let unread = others.iter().filter_map(|place| named(place)).collect();
    if beside.iter().any(|other| !other.reads_as(&best)) || beside.len() > SHEETS {
        let sheets = std::iter::once(&best).chain(&beside);
        let sheets = sheets.filter_map(|found| named(&found.place)).collect();
        return Err(FileRefusal::SeveralSheets { sheets });
    }
    let mut whole = Found { unread, ..best };
    // The sheets are read in their own order, whichever suits best.
    for other in beside {
        let name = named(&other.place).unwrap_or_default();
        let header_line = other.layout.header_line;
        whole.layout.more_sheets.push(MoreSheet { name, header_line });
        whole.more.push(other.place);
    }
    Ok(whole)
}

impl Found {
    /// Whether its rows are read just as those of the other table.
    fn reads_as(&self, other: &Found) -> bool {
        self.layout.columns == other.layout.columns
            && self.layout.facts == other.layout.facts
            && self.layout.payment_date == other.layout.payment_date
            && self.layout.names.len() == other.layout.names.len()
    }
}

fn is_allowed(place: &Place, profile: &Profile) -> bool {
    match (place, &profile.sheet) {
        (Place::Sheet(sheet), Some(wanted)) => normalised(sheet) == normalised(wanted),
        _ => true,
    }
}

fn names_of(profile: &Profile, rules: &[usize]) -> Vec<String> {
    let fixed = profile.columns.values().map(|column| &column.names);
    let of_facts = fact_sources(profile).map(|(_, _, source)| &source.column);
    let columns: Vec<_> = fixed.chain(of_facts).collect();
    rules.iter().filter_map(|rule| columns.get(*rule)?.first().cloned()).collect()
}

/// The fields of facts that stand in columns: index of the block, field, source.
fn fact_sources(profile: &Profile) -> impl Iterator<Item = (usize, &str, &FactSource)> {
    let blocks = profile.facts.iter().enumerate();
    blocks
        .flat_map(|(index, block)| block.sources().map(move |(field, at)| (index, field, at)))
        .filter(|(_, _, source)| !source.column.is_empty())
}

fn found(
    place: &Place,
    header: &Header,
    header_line: u32,
    above: &[Record],
    profile: &Profile,
) -> Found {
    let number = |index: usize| u16::try_from(index + 1).unwrap_or(u16::MAX);
    let columns: Vec<LayoutColumn> = profile
        .columns
        .keys()
        .zip(&header.found)
        .filter_map(|(target, index)| {
            index.map(|index| LayoutColumn { target: *target, column: number(index) })
        })
        .collect();
    let facts: Vec<FactColumn> = fact_sources(profile)
        .zip(header.found.iter().skip(profile.columns.len()))
        .filter_map(|((block, field, _), index)| {
            index.map(|index| FactColumn { block, field: field.to_owned(), column: number(index) })
        })
        .collect();
    let ignored: Vec<String> = profile.ignored.iter().map(|name| normalised(name)).collect();
    let unknown: Vec<String> = header
        .unwanted()
        .map(|index| header.names[index].clone())
        .filter(|name| !ignored.contains(&normalised(name)))
        .collect();
    let missing = header.found.iter().filter(|index| index.is_none()).count();
    let differences = unknown.len() + missing;
    let (sheet, separator) = match place {
        Place::Lines(separator) => (None, Some(*separator)),
        Place::Sheet(sheet) => (Some(sheet.clone()), None),
    };
    let payment_date = payment_date_above(above, profile);
    let names = header.names.clone();
    let layout = Layout {
        sheet,
        more_sheets: Vec::new(),
        separator,
        header_line,
        names,
        columns,
        facts,
        unknown,
        payment_date,
    };
    let (place, more, unread) = (place.clone(), Vec::new(), Vec::new());
    Found { place, layout, differences, more, unread }
}

/// The date in the next cell after the label that is not blank.
fn payment_date_above(above: &[Record], profile: &Profile) -> Option<NaiveDate> {
    let label = normalised(&profile.preamble.as_ref()?.payment_date);
    above.iter().find_map(|row| {
        let mut cells = row.cells.iter().map(trimmed);
        cells.find(|cell| normalised(cell.trim_end_matches(':')) == label)?;
        read_plain_date(cells.find(|cell| !cell.is_empty())?, &profile.forms.dates).ok()
    })
}

/// The first line with destroyed letters, which would be why no header is recognised.
fn destroyed_in(heads: &[(Place, Vec<Record>)]) -> Option<u32> {
    let rows = heads.iter().flat_map(|(_, rows)| rows);
    let mut destroyed = rows.filter(|row| destroyed_at(row.cells.joined()).is_some());
    destroyed.next().map(|row| row.line)
}

/// The place whose rows are most alike: that most of them have the same number of cells, above one.
fn unrecognised(heads: Vec<(Place, Vec<Record>)>) -> Unrecognised {
    let alike = |rows: &[Record]| {
        let same = |count: usize| rows.iter().filter(|row| row.cells.len() == count).count();
        rows.iter().map(|row| row.cells.len()).filter(|count| *count > 1).map(same).max()
    };
    // The first of equals is wanted, and `max_by_key` gives the last.
    let best = heads.into_iter().rev().max_by_key(|(_, rows)| alike(rows).unwrap_or(0));
    let (place, rows) = best.unwrap_or((Place::Lines(Separator::Semicolon), Vec::new()));
    let (sheet, separator) = match place {
        Place::Lines(separator) => (None, Some(separator)),
        Place::Sheet(sheet) => (Some(sheet), None),
    };
    let raw = |row: Record| RawRow { line: row.line, cells: row.cells };
    Unrecognised { sheet, separator, rows: rows.into_iter().take(PREVIEW_ROWS).map(raw).collect() }
}

impl Recognition {
    /// The one profile that suits, for callers that cannot ask.
    ///
    /// # Errors
    /// [`FileRefusal::NoHeader`] or [`FileRefusal::SeveralProfiles`].
    pub fn only(self, profiles: &[Profile]) -> Result<Match, FileRefusal> {
        match self {
            Recognition::One(only) => Ok(only),
            Recognition::None(_) => Err(FileRefusal::NoHeader),
            Recognition::Several(matches) => Err(FileRefusal::SeveralProfiles {
                profiles: matches
                    .iter()
                    .filter_map(|found| profiles.get(found.profile))
                    .map(|profile| profile.name.clone())
                    .collect(),
            }),
        }
    }
}

/// Whether the profile can say when a payment was made, given what the file has.
pub(crate) fn has_payment_date(profile: &Profile, layout: &Layout) -> bool {
    layout.column(Target::PaymentDate).is_some()
        || layout.payment_date.is_some()
        || profile.constants.contains_key(&Target::PaymentDate)
}
