//! The same payment twice: found when a list is read, when a row is settled, and before a list is
//! taken in.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::payment::PaymentRow;
use domain::{Finding, FindingCode};
use store::lists::{EqualRows, ListRecord};
use store::{Read, Write};

use super::settling::{Rereading, settle_row};
use crate::{Action, Result};

pub(crate) fn equal_row(line: u32, other_line: u32) -> Finding {
    whole_row(line, FindingCode::DuplicateRow, vec![("line".into(), other_line.to_string())])
}

pub(crate) fn equal_in_earlier_list(line: u32, date: NaiveDate, other_line: u32) -> Finding {
    let values = vec![("date".into(), date.to_string()), ("line".into(), other_line.to_string())];
    whole_row(line, FindingCode::DuplicateOfEarlierList, values)
}

fn whole_row(line: u32, code: FindingCode, values: Vec<(String, String)>) -> Finding {
    Finding { line, column: None, column_name: None, code, values }
}

/// Whether the finding says that the row is the same payment as another.
pub(super) fn is_double(finding: &Finding) -> bool {
    matches!(finding.code, FindingCode::DuplicateRow | FindingCode::DuplicateOfEarlierList)
}

fn finding_of(read: &Read<'_>, list: &ListRecord, equal: &EqualRows) -> Result<Finding> {
    if equal.other_list == list.list_no {
        return Ok(equal_row(equal.line, equal.other_line));
    }
    let earlier = read.list_by_no(equal.other_list)?;
    Ok(equal_in_earlier_list(equal.line, earlier.read_on, equal.other_line))
}

/// The finding that a row of the list is the same payment as another, where it is.
pub(super) fn double_of(
    read: &Read<'_>,
    list: &ListRecord,
    line: u32,
    row: &PaymentRow,
) -> Result<Option<Finding>> {
    let equal = read.equal_to(list, line, row)?;
    equal.map(|equal| finding_of(read, list, &equal)).transpose()
}

/// Every double of a draft as it is now.
pub(super) fn doubles_of(read: &Read<'_>, list: &ListRecord) -> Result<Vec<Finding>> {
    let equal = read.equal_rows(list.list_no)?;
    equal.iter().map(|equal| finding_of(read, list, equal)).collect()
}

/// Lines of a draft that have become doubles, or are none any more, since they were last settled:
/// other lists have been taken in or back meanwhile.
fn changed_doubles(read: &Read<'_>, list: &ListRecord) -> Result<BTreeSet<u32>> {
    let by_line = |findings: Vec<Finding>| -> BTreeMap<u32, Finding> {
        findings.into_iter().map(|finding| (finding.line, finding)).collect()
    };
    let now = by_line(doubles_of(read, list)?);
    let mut known = read.findings(list.list_no, None)?;
    known.retain(is_double);
    let known = by_line(known);
    let lines = now.keys().chain(known.keys()).copied();
    Ok(lines.filter(|line| now.get(line) != known.get(line)).collect())
}

/// What brings payments of other lists in, or takes them back. Without any of these since a draft
/// was read its doubles are those that reading and settling have found, and a list of a million rows
/// need not be looked through again.
const MOVING: [Action; 3] = [Action::CommitList, Action::ReleaseRow, Action::ReverseList];

/// Settles anew the rows of a draft whose doubles have changed, and says how many.
pub(super) fn look_for_doubles(write: &Write<'_>, list: &ListRecord) -> Result<usize> {
    let mut moved = false;
    for action in MOVING {
        moved = moved || write.happened_since(list.event_no, action.name())?;
    }
    let lines = if moved { changed_doubles(write, list)? } else { BTreeSet::new() };
    if !lines.is_empty() {
        let rereading = Rereading::of(write, list)?;
        for line in &lines {
            settle_row(write, &rereading, *line)?;
        }
    }
    Ok(lines.len())
}
