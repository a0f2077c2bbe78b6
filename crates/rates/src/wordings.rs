//! The wordings of a file: each says what it changed, and is as the one before in all else.

use std::ops::Range;

use chrono::NaiveDate;
use domain::law::{Condition, Wording};
use toml::Spanned;

use crate::checks::condition as condition_holds;
use crate::fault::Reason;
use crate::file::WordingFile;
use crate::reading::Reading;
use crate::value::in_order;

/// Reads the wordings in their order; none where the first lacks what all others follow from.
pub(crate) fn read(
    reading: &mut Reading<'_>,
    written: Vec<Spanned<WordingFile>>,
    whole: Range<usize>,
) -> Option<Vec<Wording>> {
    if written.is_empty() {
        reading.fault(whole, Reason::FirstWordingLacks { field: "wording" });
        return None;
    }
    let mut wordings: Vec<Wording> = Vec::new();
    let mut open: Vec<String> = Vec::new();
    for file in written {
        let span = file.get_ref().sfs.span();
        let file_days = (file.get_ref().from.is_some(), file.get_ref().until.is_some());
        let wording = one(reading, file.into_inner(), wordings.last(), &mut open)?;
        // A day that cannot be read has been told.
        let unread =
            file_days.0 && wording.from.is_none() || file_days.1 && wording.until.is_none();
        if let Some(before) = wordings.last().filter(|_| !unread) {
            follows(reading, before, &wording, span);
        }
        wordings.push(wording);
    }
    Some(wordings)
}

fn one(
    reading: &mut Reading<'_>,
    written: WordingFile,
    before: Option<&Wording>,
    open: &mut Vec<String>,
) -> Option<Wording> {
    let span = written.sfs.span();
    let from = written.from.as_ref().map(|day| reading.day("wording.from", day));
    let until = written.until.as_ref().map(|day| reading.day("wording.until", day));
    let (from, until) = (from.flatten(), until.flatten());
    if let Some(from) = from {
        reading.noted(span.clone(), in_order(from, until));
    }
    if before.is_some() && written.changed.is_none() {
        reading.fault(span.clone(), Reason::WordingWithoutChange);
    }
    let whose = match (&written.whose, before) {
        (Some(word), _) => reading.word("whose", word)?,
        (None, Some(before)) => before.whose,
        (None, None) => {
            reading.fault(span, Reason::FirstWordingLacks { field: "whose" });
            return None;
        }
    };
    let last_day = match &written.last_day {
        Some(word) => Some(reading.word("last_day", word)?),
        None => before.and_then(|before| before.last_day),
    };
    let evidence = match written.evidence {
        Some(words) => words.into_iter().map(|word| reading.kebab("evidence", word)).collect(),
        None => before.map(|before| before.evidence.clone()).unwrap_or_default(),
    };
    if let Some(names) = written.open {
        *open = names.into_iter().map(|name| reading.question(name)).collect();
    }
    let entitled = match written.entitled {
        Some(tables) => entitled_by(reading, tables),
        None => before.map(|before| before.entitled.clone()).unwrap_or_default(),
    };
    let open = all_open(open, &entitled, until);
    Some(Wording {
        from,
        until,
        sfs: written.sfs.into_inner().into(),
        changed: written.changed.map(|text| reading.name("changed", text)),
        for_whom: written.for_whom.map(|text| reading.name("for_whom", text)),
        source: written.source,
        whose,
        entitled,
        last_day,
        evidence,
        open,
    })
}

/// The conditions of a wording.
fn entitled_by(reading: &mut Reading<'_>, written: Vec<Spanned<toml::Table>>) -> Vec<Condition> {
    let mut entitled = Vec::new();
    for table in written {
        let span = table.span();
        if let Some(condition) = reading.table(table) {
            condition_holds(reading, &condition, span);
            entitled.push(condition);
        }
    }
    entitled
}

/// The questions that a file names, and those that the conditions leave open by themselves.
fn all_open(named: &[String], entitled: &[Condition], until: Option<NaiveDate>) -> Vec<String> {
    let mut open = named.to_vec();
    for name in entitled.iter().flat_map(|condition| condition.leaves_open(until)) {
        if !open.iter().any(|known| known == name) {
            open.push(name.to_owned());
        }
    }
    open
}

/// A wording begins on the day after the one before; where both say for whom they hold, it may begin
/// while that one goes on for others.
fn follows(reading: &mut Reading<'_>, before: &Wording, wording: &Wording, span: Range<usize>) {
    let for_others = before.for_whom.is_some() && wording.for_whom.is_some();
    let next = before.until.and_then(|until| until.succ_opt());
    let follows = match (next, wording.from) {
        (Some(next), Some(from)) => next == from,
        (None, Some(_)) => for_others,
        (_, None) => false,
    };
    if !follows {
        let (until, from) = (before.until, wording.from);
        reading.fault(span, Reason::WordingsDoNotFollow { until, from });
    }
}
