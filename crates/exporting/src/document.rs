//! What a printed document is made of. Every string is finished; [`crate::pdf::write`] prints it.

use chrono::NaiveDate;

use crate::table::{NumberFormat, Table};

/// A printed document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What stands on every page and in the file's properties.
    pub head: Head,
    /// Which way the paper lies.
    pub orientation: Orientation,
    /// How amounts and counts of the tables are printed.
    pub numbers: NumberFormat,
    /// The content, top to bottom.
    pub blocks: Vec<Block>,
}

/// What stands on every page and in the file's properties.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The municipality, upper left; also the author of the file.
    pub municipality: String,
    /// What the document is, such as the Swedish for "distribution statement".
    pub title: String,
    /// Whom or what it concerns; below the title, and beside it on later pages.
    pub subject: String,
    /// Marks that must be seen on every page, such as `exempel`.
    pub marks: Vec<String>,
    /// Lower left: program, version, day of print.
    pub footer: String,
    /// What stands below it in smaller letters: who has signed the head of the chain.
    pub signed: Option<String>,
    /// Words of the page number.
    pub page: PageWords,
    /// Program that made the file, with version; in the file's properties.
    pub producer: String,
    /// Language of the texts as a BCP 47 tag, such as `sv`.
    pub language: String,
    /// The day the document was made; the only date in the file's properties.
    pub created: NaiveDate,
}

impl Head {
    /// Title and subject in one, for the properties of a file.
    pub(crate) fn whole_title(&self) -> String {
        if self.subject.is_empty() {
            return self.title.clone();
        }
        format!("{} – {}", self.title, self.subject)
    }
}

/// The words around the page number: `Sida` 2 `av` 3.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageWords {
    /// Before the number of the page.
    pub page: String,
    /// Before the number of pages.
    pub of: String,
}

/// Which way the paper (A4) lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Orientation {
    /// 210 mm wide.
    Portrait,
    /// 297 mm wide.
    Landscape,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading; stays with what follows it and stands in the file's outline.
    Heading(String),
    /// Running text.
    Paragraph(String),
    /// Labels with values, two beside each other where they fit.
    Facts(Vec<Fact>),
    /// A table; its heading row is repeated where it goes on to another page. Tables with the same
    /// column titles get the same column widths, so that they line up down the document.
    Table(Table),
    /// Lines to sign on, kept together.
    Signatures(Vec<Signature>),
    /// What follows begins on a new page.
    PageBreak,
}

/// A label with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// What it says.
    pub value: String,
}

impl Fact {
    /// A label with its value.
    #[must_use]
    pub fn new(label: &str, value: &str) -> Fact {
        Fact { label: label.to_owned(), value: value.to_owned() }
    }
}

/// A line to sign on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// In which role, such as the Swedish for "drawn up by".
    pub role: String,
    /// Below the line, left: what to write there.
    pub name_label: String,
    /// Below the line, right: what to write there.
    pub date_label: String,
    /// On the line, left: the name, where the program knows who it was.
    pub name: Option<String>,
    /// On the line, right: the day, where the program knows it.
    pub date: Option<String>,
    /// A mark beside the role, such as the Swedish for "without another person".
    pub mark: Option<String>,
}
