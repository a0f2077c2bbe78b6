//! A file while it is read: its words and days, and every fault in it.

use std::ops::Range;

use chrono::NaiveDate;
use domain::codes::CompensationCode;
use domain::law::{Compensation, QUESTIONS};
use serde::de::DeserializeOwned;
use serde::de::value::{Error as WordError, StrDeserializer};
use toml::Spanned;

use crate::fault::{CatalogueFault, Reason};
use crate::value::{day, within_calendar};

/// What came of a file.
pub(crate) struct FileRead {
    pub(crate) file: String,
    /// The code that it holds, with its line; by the file's name where it cannot be read.
    pub(crate) code: CompensationCode,
    pub(crate) code_line: usize,
    /// Codes that must be in the catalogue.
    pub(crate) references: Vec<Reference>,
    pub(crate) compensation: Option<Compensation>,
    pub(crate) faults: Vec<CatalogueFault>,
}

/// A code that must be in the catalogue.
pub(crate) struct Reference {
    pub(crate) field: &'static str,
    pub(crate) code: CompensationCode,
    pub(crate) line: usize,
}

/// A file while it is read.
pub(crate) struct Reading<'t> {
    pub(crate) file: &'t str,
    text: &'t str,
    pub(crate) references: Vec<Reference>,
    pub(crate) faults: Vec<CatalogueFault>,
}

impl<'t> Reading<'t> {
    /// A file of which nothing has been read.
    pub(crate) fn of(file: &'t str, text: &'t str) -> Reading<'t> {
        Reading { file, text, references: Vec::new(), faults: Vec::new() }
    }

    /// The line on which `span` begins.
    pub(crate) fn line(&self, span: Range<usize>) -> usize {
        let before = self.text.as_bytes().iter().take(span.start);
        1 + before.filter(|byte| **byte == b'\n').count()
    }

    /// Notes a fault.
    pub(crate) fn fault(&mut self, span: Range<usize>, reason: Reason) {
        let line = self.line(span);
        self.faults.push(CatalogueFault { file: self.file.to_owned(), line, reason });
    }

    /// Notes a code that must be in the catalogue.
    pub(crate) fn reference(
        &mut self,
        field: &'static str,
        code: &CompensationCode,
        span: Range<usize>,
    ) {
        let line = self.line(span);
        self.references.push(Reference { field, code: code.clone(), line });
    }

    /// The value, or nothing and its fault noted.
    pub(crate) fn noted<T>(&mut self, span: Range<usize>, found: Result<T, Reason>) -> Option<T> {
        found.map_err(|reason| self.fault(span, reason)).ok()
    }

    pub(crate) fn word<T: DeserializeOwned>(
        &mut self,
        field: &'static str,
        word: &Spanned<String>,
    ) -> Option<T> {
        let text = word.get_ref().as_str();
        let found = T::deserialize(StrDeserializer::<WordError>::new(text));
        let unknown = |_| Reason::UnknownWord { field, word: text.to_owned() };
        self.noted(word.span(), found.map_err(unknown))
    }

    pub(crate) fn name(&mut self, field: &'static str, text: Spanned<String>) -> String {
        if text.get_ref().trim().is_empty() {
            self.fault(text.span(), Reason::Empty { field });
        }
        text.into_inner()
    }

    pub(crate) fn kebab(&mut self, field: &'static str, word: Spanned<String>) -> String {
        let signs = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-';
        if word.get_ref().is_empty() || !word.get_ref().chars().all(signs) {
            let text = word.get_ref().clone();
            self.fault(word.span(), Reason::NotKebabCase { field, word: text });
        }
        word.into_inner()
    }

    pub(crate) fn question(&mut self, name: Spanned<String>) -> String {
        if !QUESTIONS.iter().any(|question| question.name == name.get_ref()) {
            let word = name.get_ref().clone();
            self.fault(name.span(), Reason::UnknownWord { field: "open", word });
        }
        name.into_inner()
    }

    pub(crate) fn day(&mut self, field: &'static str, text: &Spanned<String>) -> Option<NaiveDate> {
        let found = day(field, text.get_ref());
        self.noted(text.span(), found)
    }

    pub(crate) fn table<T: DeserializeOwned>(&mut self, table: Spanned<toml::Table>) -> Option<T> {
        let span = table.span();
        let found = T::deserialize(toml::Value::Table(table.into_inner()));
        let of_format =
            |error: toml::de::Error| Reason::Format { message: error.message().to_owned() };
        self.noted(span, found.map_err(of_format))
    }
}

/// A day of a condition, which the reader of tables has parsed.
pub(crate) fn condition_day(
    reading: &mut Reading<'_>,
    field: &'static str,
    day: Option<NaiveDate>,
    span: Range<usize>,
) {
    if let Some(day) = day {
        reading.noted(span, within_calendar(field, day));
    }
}

/// The code that a file of that name should hold.
pub(crate) fn code_of(file: &str) -> CompensationCode {
    CompensationCode(file.strip_suffix(".toml").unwrap_or(file).to_uppercase())
}
