//! Lists of the contract: one way to page, sort, search, copy and write them, whichever they are.
//!
//! An operation that answers with a list says so in its row (`lists = …`) by a [`List`]: where the rows
//! stand in the answer, what tells one from another, and what its columns hold. Every such operation
//! takes the field `shown` ([`Listing`]) beside its own. Where something is sorted or looked for, all rows
//! are asked for, hidden as every answer is, and put in order here (`arranging`): so nothing is found by
//! what is not shown, and twenty thousand rows behave as twenty do.

mod arranging;
mod cells;
mod copied;
pub(crate) mod tables;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

pub(crate) use self::arranging::Arranged;
pub(crate) use self::cells::{key_of, rows_of};
pub(crate) use self::copied::{as_html, as_text, in_words};
pub(crate) use self::tables::event_words;
use crate::ErrorReply;

/// Rows on a page, in every list.
pub(crate) const PAGE_ROWS: u32 = 100;

/// The field of a request that says which part of a list is asked for.
pub(crate) const SHOWN: &str = "shown";

/// A list that an operation answers with.
#[derive(Debug)]
pub struct List {
    /// Text id of what it is called.
    pub(crate) title: &'static str,
    /// JSON pointer to the rows in the answer.
    pub(crate) rows: &'static str,
    /// JSON pointers to what tells a row from every other, in the row; joined by a blank where there
    /// are several.
    pub(crate) key: &'static [&'static str],
    /// Whether the operation gives a page at a time where it is not asked for all.
    pub(crate) paged: bool,
    /// The columns, in their own order.
    pub(crate) columns: &'static [Column],
}

/// A column of a list.
#[derive(Debug)]
pub(crate) struct Column {
    /// Its name, which the screen's column has too.
    pub(crate) id: &'static str,
    /// Text id of its heading.
    pub(crate) title: &'static str,
    /// What stands in it.
    pub(crate) holds: Holds,
}

/// What stands in a column; the places are JSON pointers in the row.
#[derive(Debug)]
pub(crate) enum Holds {
    /// A text as it stands.
    Text(&'static str),
    /// A word of the program: the text whose id begins so and ends as the field says.
    Word(&'static str, &'static str),
    /// An amount in whole öre.
    Amount(&'static str),
    /// An amount in kronor with a full stop, as text.
    Kronor(&'static str),
    /// A whole number.
    Count(&'static str),
    /// A day.
    Day(&'static str),
    /// Eight digits of a dossier number.
    Dossier(&'static str),
    /// Twelve digits of a personal or coordination number.
    Personal(&'static str),
    /// Family and given name.
    Name(&'static str, &'static str),
    /// Somebody as lists show him, by family and given name, else by the Person-id; where there is nobody
    /// the city itself.
    Person(&'static str),
    /// First and last day, inclusive.
    Span(&'static str, &'static str),
    /// What is made of the row.
    Made(fn(&Value) -> app::listing::Cell),
    /// What a text with this id says where the field is true.
    Mark(&'static str, &'static str),
}

/// A column with its heading.
pub(crate) const fn column(id: &'static str, title: &'static str, holds: Holds) -> Column {
    Column { id, title, holds }
}

/// Which part of a list is asked for, and in which order; the field `shown` of its request.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub(crate) struct Listing {
    /// Page from 0.
    #[ts(as = "Option<u32>", optional)]
    pub page: u32,
    /// In place of `page`: the page that holds the row with this key.
    #[ts(optional = nullable)]
    pub at: Option<String>,
    /// Every row in place of a page.
    #[ts(as = "Option<bool>", optional)]
    pub all: bool,
    /// By which column; none: in the list's own order.
    #[ts(optional = nullable)]
    pub sort: Option<Sorting>,
    /// Only rows that hold each of these words in some cell.
    #[ts(as = "Option<String>", optional)]
    pub find: String,
}

/// In which order a list stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub(crate) struct Sorting {
    /// By which column.
    pub column: String,
    /// The largest first; cells that hold nothing stand last either way.
    pub descending: bool,
}

/// Which part of a list came, where it was sorted or something was looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub(crate) struct Listed {
    /// How many rows there are in all.
    pub total: u64,
    /// Page from 0.
    pub page: u32,
}

/// Which rows an operation hands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part(Option<u32>);

impl Part {
    /// The first page.
    pub(crate) const FIRST: Part = Part(Some(0));

    /// The rows among all of them.
    pub(crate) fn of_all<T>(self, all: &[T]) -> &[T] {
        let from = self.skip().min(all.len());
        let until = from.saturating_add(self.most()).min(all.len());
        all.get(from..until).unwrap_or_default()
    }

    /// What a request asks for. One that cannot be read is refused before it comes so far.
    pub(crate) fn of(request: &Value) -> Part {
        let listing = Listing::of(request).unwrap_or_default();
        Part((!listing.all).then_some(listing.page))
    }

    /// Page from 0; all rows are on the first.
    #[must_use]
    pub fn page(self) -> u32 {
        self.0.unwrap_or(0)
    }

    /// Which page; none: all rows.
    #[must_use]
    pub fn only(self) -> Option<u32> {
        self.0
    }

    /// The first row, from 0, and how many at most, of a list that reaches no further than `most` rows.
    #[must_use]
    pub fn span(self, most: u32) -> (u32, u32) {
        match self.0 {
            None => (0, most),
            Some(page) => (page.saturating_mul(PAGE_ROWS).min(most), PAGE_ROWS),
        }
    }

    /// How many rows to leave out before the first.
    #[must_use]
    pub fn skip(self) -> usize {
        (self.page() as usize).saturating_mul(PAGE_ROWS as usize)
    }

    /// How many rows at most.
    #[must_use]
    pub fn most(self) -> usize {
        self.0.map_or(usize::MAX >> 1, |_| PAGE_ROWS as usize)
    }
}

impl Listing {
    /// What a request says in `shown`; nothing: the first page.
    ///
    /// # Errors
    /// When it cannot be understood.
    pub(crate) fn of(request: &Value) -> Result<Listing, ErrorReply> {
        match request.get(SHOWN) {
            None | Some(Value::Null) => Ok(Listing::default()),
            Some(shown) => Listing::deserialize(shown)
                .map_err(|error| ErrorReply::bad_request(SHOWN, &error.to_string())),
        }
    }

    /// Whether the rows have to be put in order or looked through. Every row as it stands the operation
    /// gives by itself.
    pub(crate) fn wants_order(&self) -> bool {
        self.at.is_some() || self.sort.is_some() || !self.find.trim().is_empty()
    }
}

impl List {
    /// Names of its columns, in their own order.
    pub fn column_names(&self) -> impl Iterator<Item = &'static str> {
        self.columns.iter().map(|column| column.id)
    }

    /// The column of that name.
    ///
    /// # Errors
    /// When there is none.
    pub(crate) fn column(&self, id: &str) -> Result<&Column, ErrorReply> {
        let found = self.columns.iter().find(|column| column.id == id);
        found.ok_or_else(|| ErrorReply::bad_request("columns", id))
    }
}
