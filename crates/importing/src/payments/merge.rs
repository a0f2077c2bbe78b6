//! Rows with too many cells: which neighbours were one cell, before a separator in it cut it.

use domain::checks::Fault;
use domain::{FindingCode, PaymentRow, Severity};

use super::interpret::{Interpreter, field_of};
use crate::profile::Target;
use crate::records::Cells;
use crate::row::Overrides;
use crate::values::trimmed;

/// A row with some neighbouring cells joined to one.
pub(super) struct Merged {
    /// Index of the joined cell.
    pub(super) at: usize,
    pub(super) cells: Cells,
    /// Programs put no blank after a separator; where one follows, the separator was text.
    pub(super) blank_follows: bool,
}

/// Every way to join `surplus` + 1 neighbours of the row.
pub(super) fn merges(
    interpreter: &Interpreter<'_>,
    written: &Cells,
    surplus: usize,
) -> Vec<Merged> {
    let separator = interpreter.layout.separator.map_or(String::new(), |s| s.as_char().to_string());
    let cells: Vec<&str> = written.iter().collect();
    (0..cells.len().saturating_sub(surplus))
        .map(|at| {
            let pieces = &cells[at..=at + surplus];
            let joined = pieces.join(&separator);
            let before = cells[..at].iter().copied();
            let after = cells[at + surplus + 1..].iter().copied();
            Merged {
                at,
                cells: before.chain([joined.as_str()]).chain(after).collect(),
                blank_follows: pieces[1..].iter().all(|piece| piece.starts_with(' ')),
            }
        })
        .collect()
}

/// The way under which the row reads best, given its corrections: with the fewest faults; of equals
/// one that gives a corrected field just its correction, then one that joins within a corrected
/// field, then one where a blank follows the separator, then the first.
pub(super) fn best(
    interpreter: &Interpreter<'_>,
    written: &Cells,
    surplus: usize,
    overrides: &Overrides,
) -> Option<Cells> {
    let worth = |merged: &Merged| {
        let (row, faults) = interpreter.read(&merged.cells, overrides);
        let correction = interpreter.field_at(merged.at).and_then(|field| overrides.get(&field));
        let joined = merged.cells.get(merged.at).map(trimmed);
        let same = correction.is_some_and(|text| Some(trimmed(text)) == joined);
        let missing = usize::from(!is_complete(&row));
        (errors(&faults) + missing, !same, correction.is_none(), !merged.blank_follows)
    };
    merges(interpreter, written, surplus).into_iter().min_by_key(worth).map(|merged| merged.cells)
}

/// The one way to join text cells under which every field reads; none where that leaves a choice.
pub(super) fn only(
    interpreter: &Interpreter<'_>,
    written: &Cells,
    surplus: usize,
) -> Option<Merged> {
    let mut readable = merges(interpreter, written, surplus);
    readable.retain(|merged| {
        let (row, faults) = interpreter.read(&merged.cells, &Overrides::new());
        is_text(interpreter, merged.at) && errors(&faults) == 0 && is_complete(&row)
    });
    if readable.len() > 1 {
        readable.retain(|merged| merged.blank_follows);
    }
    readable.pop().filter(|_| readable.is_empty())
}

/// Whether the column holds text, where a separator may stand; columns that are not read do.
fn is_text(interpreter: &Interpreter<'_>, index: usize) -> bool {
    interpreter.positions.target_at(index).is_none_or(|target| {
        matches!(target, Target::CaseNumber | Target::CompensationText | Target::FullName)
            || matches!(target, Target::FamilyName | Target::GivenName)
    })
}

fn errors(faults: &[Fault]) -> usize {
    let is_error = |code: FindingCode| code.severity() == Severity::Error;
    faults.iter().filter(|fault| is_error(fault.code)).count()
}

fn is_complete(row: &PaymentRow) -> bool {
    row.payment_date.is_some() && row.payment_code.is_some() && row.amount.is_some()
}

/// The corrections that say what the joined cell is, or, where it is not read, what stands after it.
pub(super) fn as_overrides(interpreter: &Interpreter<'_>, merged: &Merged) -> Overrides {
    let mut overrides = Overrides::new();
    let last = merged.cells.len();
    for index in merged.at..last {
        let Some(target) = interpreter.positions.target_at(index) else { continue };
        let text = merged.cells.get(index).map(trimmed).unwrap_or_default();
        if target == Target::FullName {
            let (family, given) = crate::row::split_name(text);
            overrides.insert(domain::Field::FamilyName, family.unwrap_or_default());
            overrides.insert(domain::Field::GivenName, given.unwrap_or_default());
        } else if let Some(field) = field_of(target) {
            overrides.insert(field, text.to_owned());
        }
        break;
    }
    overrides
}
