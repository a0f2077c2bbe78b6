//! Cases: what the city handles about a person's compensation.

mod documents;
mod opening;
mod steps;

use domain::case::CaseNumber;
use store::case_documents::CaseDocument;
use store::cases::{CaseDue, CaseEvent, CaseFilter, CaseRecord};
use store::{CaseNo, PersonNo};

use crate::error::{AppError, RefusalCode};
use crate::persons::PersonShown;
use crate::{App, Result};

pub use documents::{Attachment, SavedDocument};
pub(crate) use documents::{digest, read_document};
pub use opening::OpenCase;
pub use steps::{CaseChange, TypedDue};

/// Cases on a page.
pub const PAGE: u32 = 100;
/// Longest note, in characters.
const NOTE_LENGTH: usize = 4_000;
/// Longest name of an officer or words about a due day, in characters.
const WORDS_LENGTH: usize = 200;

/// What lists show of a case besides itself.
#[derive(Clone, Debug)]
pub struct CaseShown {
    /// The person.
    pub person: PersonShown,
    /// What is due next.
    pub next_due: Option<String>,
}

/// What belongs to a case.
#[derive(Clone, Debug)]
pub struct CaseContent {
    /// Days on which something is due, by day.
    pub dues: Vec<CaseDue>,
    /// Documents, without their bytes.
    pub documents: Vec<CaseDocument>,
    /// What was done, in that order.
    pub log: Vec<CaseEvent>,
}

impl App {
    /// What belongs to a case.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn case_content(&self, case: &CaseRecord) -> Result<CaseContent> {
        let read = self.read();
        Ok(CaseContent {
            dues: read.case_dues(case.case_no)?,
            documents: read.case_documents(case.case_no)?,
            log: read.case_events(case.case_no)?,
        })
    }

    /// Everybody who has a case, by name.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn case_officers(&self) -> Result<Vec<String>> {
        Ok(self.read().case_officers()?)
    }

    /// The case with that number.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn case_numbered(&self, number: CaseNumber) -> Result<Option<CaseRecord>> {
        Ok(self.read().case_numbered(number)?)
    }

    /// The case with that id or number.
    ///
    /// # Errors
    /// When there is none, or the database cannot be read.
    pub fn case(&self, id_or_number: &str) -> Result<CaseRecord> {
        let read = self.read();
        let found = match id_or_number.parse::<CaseNumber>() {
            Ok(number) => read.case_numbered(number)?,
            Err(_) => read.case(id_or_number)?,
        };
        found.ok_or_else(|| AppError::refused(RefusalCode::NoSuchCase).in_field("case"))
    }

    /// A page of cases by due day, and how many there are.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn cases(
        &self,
        filter: &CaseFilter,
        (offset, count): (u32, u32),
    ) -> Result<(Vec<CaseRecord>, u32)> {
        Ok(self.read().cases(filter, offset, count)?)
    }

    /// What lists show of these cases besides themselves: the person as it is known now and what is
    /// due next, in as many statements for a hundred as for one.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn cases_shown(&self, cases: &[CaseRecord]) -> Result<Vec<CaseShown>> {
        let read = self.read();
        let persons: Vec<PersonNo> = cases.iter().map(|case| case.person_no).collect();
        let now = read.persons_now(&persons)?;
        let shown = self.persons_shown(now.values().copied())?;
        let numbers: Vec<CaseNo> = cases.iter().map(|case| case.case_no).collect();
        let mut dues = read.next_dues(&numbers)?;
        let one = |case: &CaseRecord| {
            let person = now.get(&case.person_no).and_then(|no| shown.get(no)).cloned();
            Ok(CaseShown {
                person: person.ok_or(store::StoreError::Damaged("case_file"))?,
                next_due: dues.remove(&case.case_no),
            })
        };
        cases.iter().map(one).collect()
    }

    /// The person of a case as it is known now: of a merged one the person it turned out to be.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn person_of_case(&self, case: &CaseRecord) -> Result<PersonNo> {
        Ok(self.read().person_now(case.person_no)?)
    }

    /// Whether notes, documents, log and board of a case are hidden: the person is protected and
    /// nobody has opened it with a reason.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn is_case_closed_off(&self, case: &CaseRecord) -> Result<bool> {
        let person_no = self.person_of_case(case)?;
        let card = self.read().person_card(person_no)?;
        Ok(self.is_closed(person_no, &card))
    }
}
