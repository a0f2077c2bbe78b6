//! A right that is held for some boards alone: what is read is cut to their persons before anything is
//! asked, and what is changed must be theirs.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::person::{CostCentre, PersonId, board_on};
use store::{EventNo, PersonNo};

use crate::error::{AppError, RefusalCode};
use crate::{App, Result};

/// What the operation under way is cut to, and all that hangs on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Scope {
    boards: BTreeSet<CostCentre>,
    today: NaiveDate,
    protection_day: NaiveDate,
    event_no: EventNo,
}

/// What a field of a request names that is to be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A person, by the Person-id.
    Person,
    /// A case, by its id or number.
    Case,
    /// A document of a case, by its id.
    Document,
    /// A cost, by its id.
    Cost,
    /// A board, by its cost centre.
    Board,
}

impl App {
    /// Cuts what is read from here on to the persons for whom one of the boards answers today; none: to
    /// nothing. Nobody who is protected is among them: that they are would tell where they live.
    pub(crate) fn cut_to(&self, boards: Option<BTreeSet<CostCentre>>) -> Result<()> {
        let Some(boards) = boards else {
            if self.scope.borrow_mut().take().is_some() {
                self.door_cut_to(None)?;
                self.forget_computed();
            }
            return Ok(());
        };
        let (today, protection_day) = (self.today(), self.protection_day());
        let event_no = self.read().last_event_no()?;
        let scope = Scope { boards, today, protection_day, event_no };
        if self.scope.borrow().as_ref() == Some(&scope) {
            return Ok(());
        }
        let persons = self.whole(|| self.persons_of_boards(&scope.boards))?;
        let boards: Vec<CostCentre> = scope.boards.iter().cloned().collect();
        self.door_cut_to(Some((&boards, &persons)))?;
        self.forget_computed();
        *self.scope.borrow_mut() = Some(scope);
        Ok(())
    }

    fn persons_of_boards(&self, boards: &BTreeSet<CostCentre>) -> Result<Vec<PersonNo>> {
        let read = self.read();
        let hidden = self.protected_persons()?;
        let is_theirs = |spans: &[domain::person::BoardSpan]| {
            board_on(spans, self.today()).is_some_and(|board| boards.contains(board))
        };
        let of_boards = read.all_boards()?.into_iter();
        let mut persons: BTreeSet<PersonNo> = of_boards
            .filter(|(person, spans)| !hidden.contains(person) && is_theirs(spans))
            .map(|(person, _)| person)
            .collect();
        let merged = read.merged_persons()?.into_iter();
        let brought: Vec<PersonNo> =
            merged.filter(|(_, into)| persons.contains(into)).map(|(person, _)| person).collect();
        persons.extend(brought);
        Ok(persons.into_iter().collect())
    }

    /// What was computed is of another cut.
    fn forget_computed(&self) {
        self.expectation.borrow_mut().take();
        self.candidates.borrow_mut().take();
        self.watches.borrow_mut().take();
    }

    /// Whether what is under way is cut to some boards.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.scope.borrow().is_some()
    }

    /// Refuses a change of what is not of the boards that what is under way is cut to.
    ///
    /// # Errors
    /// As if it were not there; a board, because it is another's.
    pub fn require_in_scope(&self, target: Target, named: &str) -> Result<()> {
        let boards = match self.scope.borrow().as_ref() {
            None => return Ok(()),
            Some(scope) => scope.boards.clone(),
        };
        match target {
            Target::Person => self.read().person_no(&PersonId(named.to_owned()))?.map_or_else(
                || Err(AppError::refused(RefusalCode::NoSuchPerson).with("person", named)),
                |_| Ok(()),
            ),
            Target::Case => self.case(named).map(drop),
            Target::Document => match self.read().case_document(named)? {
                Some(_) => Ok(()),
                None => Err(AppError::refused(RefusalCode::NoSuchDocument)),
            },
            Target::Cost => self.cost(named).map(drop),
            Target::Board if boards.contains(&CostCentre(named.trim().to_owned())) => Ok(()),
            Target::Board => Err(AppError::refused(RefusalCode::RightOfBoards)),
        }
    }
}
