//! One row's texts to values, for every kind of list.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::checks::is_formula;
use domain::identity::{DossierNumber, NationalNumber};
use domain::{Field, FindingCode, Ore};

use crate::fault::RowFault;
use crate::layout::Layout;
use crate::limits::Limits;
use crate::profile::{Profile, SignRule, Target};
use crate::records::{Cells, RecordFlaw};
use crate::values::{
    Flaw, Origin, cell_error, has_lost_letters, in_sheet, quotable, read_amount, read_date,
    read_days, read_dossier_number, read_national_number, read_plain_date, trimmed,
};

/// Corrections of a row: the new text of each field. An empty text empties the field.
pub type Overrides = BTreeMap<Field, String>;

/// Column indexes by target, looked up once per file.
pub(crate) struct Positions {
    by_target: [Option<u16>; Target::ALL.len()],
    in_sheet: bool,
}

impl Positions {
    pub(crate) fn new(layout: &Layout) -> Positions {
        let mut by_target = [None; Target::ALL.len()];
        for column in &layout.columns {
            by_target[column.target as usize] = column.column.checked_sub(1);
        }
        Positions { by_target, in_sheet: layout.separator.is_none() }
    }

    pub(crate) fn get(&self, target: Target) -> Option<usize> {
        self.by_target[target as usize].map(usize::from)
    }

    /// What stands in a column, by index.
    pub(crate) fn target_at(&self, index: usize) -> Option<Target> {
        Target::ALL.iter().copied().find(|target| self.get(*target) == Some(index))
    }
}

/// What has been typed in place of texts of a row.
#[derive(Clone, Copy)]
pub(crate) enum Typed<'r> {
    /// Fields of a payment row.
    Fields(&'r Overrides),
    /// Fields of any list.
    Targets(&'r BTreeMap<Target, String>),
}

impl<'r> Typed<'r> {
    fn get(self, target: Target) -> Option<&'r str> {
        match self {
            Typed::Fields(fields) if fields.is_empty() => None,
            Typed::Fields(fields) => {
                let mut typed = fields.iter();
                typed.find(|(field, _)| Target::from(**field) == target).map(|(_, text)| text)
            }
            Typed::Targets(targets) => targets.get(&target),
        }
        .map(String::as_str)
    }
}

/// Reads the fields of one row and gathers what is wrong with them.
pub(crate) struct RowReader<'r> {
    profile: &'r Profile,
    positions: &'r Positions,
    cells: &'r Cells,
    typed: Typed<'r>,
    /// Whether any cell holds letters that were lost, or NUL.
    damaged: bool,
    pub(crate) flaws: Vec<(Target, Flaw)>,
}

impl<'r> RowReader<'r> {
    pub(crate) fn new(
        profile: &'r Profile,
        positions: &'r Positions,
        cells: &'r Cells,
        typed: Typed<'r>,
    ) -> RowReader<'r> {
        let damaged = has_lost_letters(cells.joined()) || cells.joined().contains('\0');
        RowReader { profile, positions, cells, typed, damaged, flaws: Vec::new() }
    }

    /// Whether the list or a correction can have a value for the target at all.
    pub(crate) fn knows(&self, target: Target) -> bool {
        self.positions.get(target).is_some()
            || self.profile.constants.contains_key(&target)
            || self.typed(target).is_some()
    }

    fn typed(&self, target: Target) -> Option<&'r str> {
        self.typed.get(target)
    }

    /// The text of a field, trimmed; none when it is empty or cannot be trusted.
    fn raw(&mut self, target: Target) -> Option<(&'r str, Origin)> {
        let (text, origin) = if let Some(text) = self.typed(target) {
            (text, Origin::Typed)
        } else if let Some(index) = self.positions.get(target) {
            (self.cells.get(index)?, Origin::List)
        } else {
            (self.profile.constants.get(&target)?.as_str(), Origin::List)
        };
        let text = trimmed(text);
        let flaw = if self.damaged || origin == Origin::Typed { unsound(text) } else { None };
        if let Some(flaw) = flaw {
            self.flaws.push((target, flaw));
            return None;
        }
        // Nearly every cell of a text file is told at once from what spreadsheets leave behind.
        let left_behind = matches!(text.as_bytes().first(), Some(b'#' | b'='));
        if origin == Origin::List && (left_behind || self.positions.in_sheet) {
            let read = of_spreadsheet(text, holding(target), self.positions.in_sheet);
            let text = self.kept(target, read)?;
            return (!text.is_empty()).then_some((text, origin));
        }
        (!text.is_empty()).then_some((text, origin))
    }

    pub(crate) fn text(&mut self, target: Target) -> Option<String> {
        self.raw(target).map(|(text, _)| text.to_owned())
    }

    pub(crate) fn date(&mut self, target: Target) -> Option<NaiveDate> {
        let (text, origin) = self.raw(target)?;
        let forms = &self.profile.forms.dates;
        let read = match origin {
            Origin::List => read_date(text, forms),
            Origin::Typed => read_plain_date(text, forms),
        };
        self.kept(target, read)
    }

    pub(crate) fn days(&mut self) -> Option<u32> {
        let (text, _) = self.raw(Target::Days)?;
        self.kept(Target::Days, read_days(text))
    }

    pub(crate) fn dossier_number(&mut self) -> Option<DossierNumber> {
        let (text, _) = self.raw(Target::DossierNumber)?;
        self.kept(Target::DossierNumber, read_dossier_number(text))
    }

    pub(crate) fn national_number(&mut self, reference: NaiveDate) -> Option<NationalNumber> {
        let (text, _) = self.raw(Target::PersonalNumber)?;
        let read = read_national_number(text, reference);
        let (number, remark) = self.kept(Target::PersonalNumber, read)?;
        self.flaws.extend(remark.map(|flaw| (Target::PersonalNumber, flaw)));
        Some(number)
    }

    /// Family name and given name, whether in one column or two.
    pub(crate) fn names(&mut self) -> (Option<String>, Option<String>) {
        let (family, given) = (self.text(Target::FamilyName), self.text(Target::GivenName));
        if self.positions.get(Target::FullName).is_none() {
            return (family, given);
        }
        let (typed_family, typed_given) =
            (self.typed(Target::FamilyName).is_some(), self.typed(Target::GivenName).is_some());
        if typed_family && typed_given {
            return (family, given);
        }
        let full = self.raw(Target::FullName).map(|(text, _)| split_name(text));
        let (of_list, given_of_list) = full.unwrap_or_default();
        (
            if typed_family { family } else { of_list },
            if typed_given { given } else { given_of_list },
        )
    }

    /// An amount of another target than [`Target::Amount`], as it is written.
    pub(crate) fn kronor(&mut self, target: Target) -> Option<Ore> {
        let (text, origin) = self.raw(target)?;
        let read = read_amount(text, &self.profile.forms.amounts, origin);
        self.kept(target, read)
    }

    /// Whether anything is wrong with one of these.
    pub(crate) fn has_flaw(&self, targets: &[Target]) -> bool {
        self.flaws.iter().any(|(target, _)| targets.contains(target))
    }

    /// Tells that a target has no value, where nothing else is wrong with it.
    pub(crate) fn require(&mut self, target: Target, missing: bool) {
        if missing && !self.has_flaw(&[target]) {
            let flaw = Flaw::new(FindingCode::MissingValue).with("field", target);
            self.flaws.push((target, flaw));
        }
    }

    /// The amount by the profile's sign rule.
    pub(crate) fn amount(&mut self, payment_code: Option<&str>) -> Option<Ore> {
        let (text, origin) = self.raw(Target::Amount)?;
        let read = read_amount(text, &self.profile.forms.amounts, origin);
        let amount = self.kept(Target::Amount, read)?;
        Some(match &self.profile.forms.sign {
            SignRule::AsWritten => amount,
            SignRule::Reversed => -amount,
            SignRule::NegativeForCodes(beginnings) => {
                let takes_back = payment_code
                    .is_some_and(|code| beginnings.iter().any(|start| code.starts_with(start)));
                if takes_back { -amount.abs() } else { amount }
            }
        })
    }

    fn kept<T>(&mut self, target: Target, read: Result<T, Flaw>) -> Option<T> {
        read.map_err(|flaw| self.flaws.push((target, flaw))).ok()
    }
}

/// The fault of a row with too few or too many cells. Blank cells after the last are no fault,
/// and in a sheet, where each cell has its own address, no number of cells is.
pub(crate) fn miscounted(layout: &Layout, written: &Cells) -> Option<RowFault> {
    let (found, expected) = (written.len(), layout.names.len());
    if layout.separator.is_none() || found == expected {
        return None;
    }
    let surplus = || written.iter().skip(expected).any(|cell| !trimmed(cell).is_empty());
    let code = match found < expected {
        true => FindingCode::TooFewFields,
        false if surplus() => FindingCode::TooManyFields,
        false => return None,
    };
    let flaw = Flaw::new(code).with("found", found).with("expected", expected);
    Some(RowFault { column: None, code: flaw.code, values: flaw.values })
}

/// What keeps a text from being one.
pub(crate) fn unsound(text: &str) -> Option<Flaw> {
    if text.contains('\0') {
        Some(Flaw::new(FindingCode::NulByte))
    } else if has_lost_letters(text) {
        Some(Flaw::new(FindingCode::UndecodableText))
    } else {
        None
    }
}

/// What a field holds, as far as it matters for what spreadsheets do to cells.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holding {
    /// What is counted: zeros before it mean nothing.
    Count,
    /// Texts, codes, and numbers that are names: zeros before them are part of them.
    Name,
}

fn holding(target: Target) -> Holding {
    match target {
        Target::Amount | Target::Days | Target::Fee | Target::Vat => Holding::Count,
        target if target.is_date() => Holding::Count,
        _ => Holding::Name,
    }
}

/// The text of a cell, trimmed, as a spreadsheet means it.
///
/// # Errors
/// An error in place of a value, a formula without one, or zeros that a sheet only shows where they
/// belong to what is said. A text that only looks like a formula is a text, but where something is
/// counted.
pub(crate) fn of_spreadsheet(text: &str, holding: Holding, in_sheet: bool) -> Result<&str, Flaw> {
    let no_value = || Err(Flaw::new(FindingCode::FormulaWithoutValue));
    match text.as_bytes().first() {
        Some(b'#') => cell_error(text).map_or(Ok(text), Err),
        Some(b'=') if holding == Holding::Count => no_value(),
        _ if !in_sheet => Ok(text),
        Some(b'0'..=b'9') => match (in_sheet::shown_for(text), holding) {
            (None, _) => Ok(text),
            (Some((number, _)), Holding::Count) => Ok(number),
            (Some((_, shown)), _) => {
                Err(Flaw::new(FindingCode::ZerosByFormat).with("shown", quotable(shown)))
            }
        },
        _ if in_sheet::is_formula(text) => no_value(),
        _ => Ok(text),
    }
}

/// The text without the apostrophe that keeps a spreadsheet from running it as a formula
/// (CWE-1236): exports put one before such texts.
pub(crate) fn without_guard(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(text)
}

/// Splits `family name, given name` at the last comma that is followed by a blank, since a family
/// name may hold one itself.
pub(crate) fn split_name(text: &str) -> (Option<String>, Option<String>) {
    let (family, given) = text.rsplit_once(", ").unwrap_or((text, ""));
    let name = |text: &str| Some(trimmed(text).to_owned()).filter(|name| !name.is_empty());
    (name(family), name(given))
}

/// What a flaw of the record layer means: the index of the column it lies in, none where the whole
/// row is meant, and the finding.
pub(crate) fn record_flaw(flaw: RecordFlaw, limits: &Limits) -> (Option<usize>, Flaw) {
    let too_long = |bytes: usize, limit: usize| {
        Flaw::new(FindingCode::FieldTooLong).with("bytes", bytes).with("limit", limit)
    };
    match flaw {
        RecordFlaw::UnclosedQuote => (None, Flaw::new(FindingCode::UnclosedQuote)),
        RecordFlaw::CellTooLong { index, bytes } => {
            (Some(index), too_long(bytes, limits.field_bytes))
        }
        RecordFlaw::LineTooLong { bytes } => (None, too_long(bytes, limits.line_bytes())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_split_at_the_last_comma_and_blank() {
        for (text, family, given) in [
            ("Testsson, Alfa", Some("Testsson"), Some("Alfa")),
            ("Citat \"Test\", Kilo", Some("Citat \"Test\""), Some("Kilo")),
            ("Test; Semikolon, Juliett", Some("Test; Semikolon"), Some("Juliett")),
            ("Test, Komma, Juliett", Some("Test, Komma"), Some("Juliett")),
            ("Testsson", Some("Testsson"), None),
            ("Testsson,Alfa", Some("Testsson,Alfa"), None),
            (", Alfa", None, Some("Alfa")),
        ] {
            let expected = (family.map(str::to_owned), given.map(str::to_owned));
            assert_eq!(split_name(text), expected, "{text}");
        }
    }
}
