//! What is found about a file as a whole: what was not read, what a screen does not show, and whether
//! its end is there.

use std::collections::{BTreeMap, BTreeSet};

use domain::{Finding, FindingCode, Ore};

use crate::layout::{Layout, normalised};
use crate::profile::{Profile, ProfileKind};
use crate::records::{Record, Records};
use crate::summary::{ControlTotal, ReadSummary};
use crate::values::{destroyed_at, trimmed};

/// Gathers what is found on a pass over the rows. Nothing of it lies in a row: everything stands at
/// the header, so that it can be decided about by itself.
pub(crate) struct Whole {
    header_line: u32,
    names: Vec<String>,
    /// Columns (from 0) that are read.
    read: Vec<usize>,
    /// Columns (from 0) that are not, with the rows in which they hold something.
    unread: BTreeMap<usize, Met>,
    /// Whether columns beyond the header are looked at: in a text they are a fault of the row.
    beyond: bool,
    destroyed: Met,
    /// Number of the column with the first destroyed letter, from 1.
    destroyed_column: usize,
    hidden: Met,
    /// What the hidden rows sum to; none in a register.
    hidden_sum: Option<Ore>,
    /// Columns (from 0) that are read and hidden.
    hidden_columns: BTreeSet<usize>,
    filtered: bool,
    pub(crate) findings: Vec<Finding>,
}

/// In how many rows something was met, and on which line first.
#[derive(Clone, Copy, Default)]
struct Met {
    rows: u32,
    line: u32,
}

impl Met {
    fn on(&mut self, line: u32) {
        if self.rows == 0 {
            self.line = line;
        }
        self.rows += 1;
    }
}

impl Whole {
    pub(crate) fn new(profile: &Profile, layout: &Layout) -> Whole {
        let of_facts = layout.facts.iter().map(|fact| fact.column);
        let columns = layout.columns.iter().map(|column| column.column).chain(of_facts);
        let read: Vec<usize> =
            columns.map(|column| usize::from(column).saturating_sub(1)).collect();
        let ignored: Vec<String> = profile.ignored.iter().map(|name| normalised(name)).collect();
        let of_money = !matches!(profile.kind, ProfileKind::Register | ProfileKind::School);
        // Beside an amount a column may change what is paid, beside a person who may be shown.
        let unread =
            layout.names.iter().enumerate().filter(|(index, name)| {
                !read.contains(index) && !ignored.contains(&normalised(name))
            });
        let mut whole = Whole {
            header_line: layout.header_line,
            names: layout.names.clone(),
            unread: unread.map(|(index, _)| (index, Met::default())).collect(),
            read,
            beyond: layout.separator.is_none(),
            destroyed: Met::default(),
            destroyed_column: 0,
            hidden: Met::default(),
            hidden_sum: of_money.then_some(Ore(0)),
            hidden_columns: BTreeSet::new(),
            filtered: false,
            findings: Vec::new(),
        };
        let header = layout.names.iter().position(|name| destroyed_at(name).is_some());
        if let Some(index) = header {
            whole.destroyed.on(layout.header_line);
            whole.destroyed_column = index + 1;
        }
        whole
    }

    /// Sheets beside the one that is read.
    pub(crate) fn sheets(&mut self, unread: Vec<String>, hidden: Vec<String>) {
        let unread = unread.into_iter().map(|sheet| (FindingCode::SheetNotRead, sheet));
        let hidden = hidden.into_iter().map(|sheet| (FindingCode::SheetHidden, sheet));
        for (code, sheet) in unread.chain(hidden) {
            self.tell(code, None, &[("sheet", &sheet)]);
        }
    }

    /// A row of the list.
    pub(crate) fn row(&mut self, record: &Record) {
        let holds =
            |index: usize| record.cells.get(index).is_some_and(|cell| !trimmed(cell).is_empty());
        let named = self.unread.range_mut(..self.names.len());
        for (index, met) in named {
            if holds(*index) {
                met.on(record.line);
            }
        }
        if self.beyond {
            for index in (self.names.len()..record.cells.len()).filter(|index| holds(*index)) {
                self.unread.entry(index).or_default().on(record.line);
            }
        }
        if record.hidden {
            self.hidden.on(record.line);
        }
        if let Some(at) = destroyed_at(record.cells.joined()) {
            if self.destroyed.rows == 0 {
                self.destroyed_column = record.cells.column_at(at);
            }
            self.destroyed.on(record.line);
        }
    }

    /// The amount of a row that a screen does not show; one that cannot be read has a finding of its own.
    pub(crate) fn hide(&mut self, amount: Option<Ore>) {
        if let (Some(Ore(sum)), Some(Ore(amount))) = (&mut self.hidden_sum, amount) {
            *sum = sum.saturating_add(amount);
        }
    }

    /// The end of the lines, or of a sheet.
    pub(crate) fn end_of_place(&mut self, records: &Records<'_>, total: Option<&ControlTotal>) {
        if let Some(cut) = records.line_without_end() {
            // Where the sum row is the last line, the sum tells better whether anything is missing.
            let ends_in_sum = total.is_some_and(|total| total.line == cut);
            if cut > self.header_line && !ends_in_sum {
                self.tell(FindingCode::LastLineCut, None, &[("line", &cut)]);
            }
        }
        self.filtered |= records.is_filtered();
        let hidden = |index: usize| u32::try_from(index).is_ok_and(|at| records.hides_column(at));
        let read = self.read.iter().copied();
        self.hidden_columns.extend(read.filter(|index| hidden(*index)));
    }

    /// The end of the file, when everything has been read.
    pub(crate) fn end(&mut self, summary: &ReadSummary, profile: &Profile) {
        if summary.rows == 0 {
            self.tell(FindingCode::ListWithoutRows, None, &[]);
        } else if profile.sum_row.is_some() && summary.control_total.is_none() {
            self.tell(FindingCode::SumRowMissing, None, &[]);
        }
        let Met { rows, line } = self.destroyed;
        if rows > 0 {
            let column = self.destroyed_column;
            let values: [(&str, &dyn ToString); 3] =
                [("count", &rows), ("line", &line), ("column", &column)];
            self.tell(FindingCode::LettersDestroyed, None, &values);
        }
        for (index, Met { rows, line }) in std::mem::take(&mut self.unread) {
            if rows > 0 {
                let values: [(&str, &dyn ToString); 2] = [("count", &rows), ("line", &line)];
                self.tell(FindingCode::ColumnNotRead, Some(index), &values);
            }
        }
        let Met { rows, line } = self.hidden;
        let sum = self.hidden_sum.map_or_else(|| "none".to_owned(), |Ore(sum)| sum.to_string());
        let name = if self.hidden_sum.is_some() { "hidden_ore" } else { "hidden" };
        let hidden: (&str, &dyn ToString) = (name, &sum);
        if self.filtered {
            self.tell(FindingCode::SheetFiltered, None, &[("count", &rows), hidden]);
        } else if rows > 0 {
            self.tell(FindingCode::RowsHidden, None, &[("count", &rows), ("line", &line), hidden]);
        }
        for index in std::mem::take(&mut self.hidden_columns) {
            self.tell(FindingCode::ColumnHidden, Some(index), &[]);
        }
    }

    fn tell(&mut self, code: FindingCode, index: Option<usize>, values: &[(&str, &dyn ToString)]) {
        let values = values.iter().map(|(name, value)| ((*name).to_owned(), value.to_string()));
        self.findings.push(Finding {
            line: self.header_line,
            column: index.and_then(|index| u16::try_from(index + 1).ok()),
            column_name: index.and_then(|index| self.names.get(index)).cloned(),
            code,
            values: values.collect(),
        });
    }
}
