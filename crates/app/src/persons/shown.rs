//! What a line of a list shows of persons: made for all of them at once.

use std::collections::{BTreeSet, HashMap};

use domain::person::{CostCentre, board_on};
use store::PersonNo;
use store::persons::line::PersonLine;

use crate::{App, Result};

/// A person in a list.
#[derive(Clone, Debug)]
pub struct PersonShown {
    /// Names, numbers and boards, by what is known now.
    pub line: PersonLine,
    /// The board that answers today.
    pub cost_centre: Option<CostCentre>,
    /// Its name.
    pub board: Option<String>,
    /// Whether the person is hidden in lists.
    pub protected: bool,
}

impl App {
    /// What lists show of these persons, in as many statements for a hundred as for one.
    ///
    /// # Errors
    /// When there is no such person, or the database cannot be read.
    pub fn persons_shown(
        &self,
        persons: impl IntoIterator<Item = PersonNo>,
    ) -> Result<HashMap<PersonNo, PersonShown>> {
        let persons: Vec<PersonNo> =
            persons.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
        let read = self.read();
        let boards: HashMap<CostCentre, String> = read.boards()?.into_iter().collect();
        let shown = |(person_no, line): (PersonNo, PersonLine)| {
            let cost_centre = board_on(&line.boards, self.today()).cloned();
            let board = cost_centre.as_ref().and_then(|centre| boards.get(centre).cloned());
            let protected = self.hides(&line.card);
            (person_no, PersonShown { line, cost_centre, board, protected })
        };
        Ok(read.person_lines(&persons)?.into_iter().map(shown).collect())
    }
}
