//! Which profile suits a file.

use chrono::NaiveDate;

use super::{FactColumn, Header, HeaderRule, Layout, LayoutColumn, find_header, normalised};
use crate::inspect::{Inspection, Source};
use crate::limits::{HEADER_ROWS, Limits, PREVIEW_ROWS};
use crate::profile::{FactSource, Profile, Target};
use crate::records::{CellForms, Cells, Opened, Place, Record, Separator};
use crate::refusal::FileRefusal;
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
    /// Sheets with rows that are not read.
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
    find_in(&heads(opened)?, profile)
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
    let mut best: Option<Found> = None;
    let mut fitting: Vec<&Place> = Vec::new();
    for (place, rows) in heads {
        let allowed = is_allowed(place, profile);
        for (at, row) in rows.iter().enumerate() {
            let header = find_header(&row.cells, &rules);
            if header.fits() && at + 1 < rows.len() && fitting.last() != Some(&place) {
                fitting.push(place);
            }
            if !allowed {
                continue;
            }
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
            if best.as_ref().is_none_or(|best| found.differences < best.differences) {
                best = Some(found);
            }
        }
    }
    let best = best.ok_or_else(|| {
        twice.unwrap_or_else(|| FileRefusal::ProfileNotSuited {
            profile: profile.name.clone(),
            missing: names_of(profile, &missing.unwrap_or_default()),
        })
    })?;
    with_other_sheets(best, heads, &fitting, profile)
}

/// The table with the sheets beside it that are not read. Where a profile names its sheet only those
/// with its header are told: the others have been seen by whoever wrote the name.
fn with_other_sheets(
    best: Found,
    heads: &[(Place, Vec<Record>)],
    fitting: &[&Place],
    profile: &Profile,
) -> Result<Found, FileRefusal> {
    let named = |place: &Place| match place {
        Place::Sheet(name) => Some(name.clone()),
        Place::Lines(_) => None,
    };
    if profile.sheet.is_none() {
        let sheets: Vec<String> = fitting.iter().filter_map(|place| named(place)).collect();
        if sheets.len() > 1 {
            return Err(FileRefusal::SeveralSheets { sheets });
        }
    }
    let others = heads.iter().filter(|(place, rows)| {
        let told = profile.sheet.is_none() || fitting.contains(&place);
        *place != best.place && !rows.is_empty() && told
    });
    let unread = others.filter_map(|(place, _)| named(place)).collect();
    Ok(Found { unread, ..best })
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
    let layout =
        Layout { sheet, separator, header_line, names, columns, facts, unknown, payment_date };
    Found { place: place.clone(), layout, differences, unread: Vec::new() }
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
