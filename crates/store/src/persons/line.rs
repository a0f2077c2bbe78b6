//! What a line of a list shows of a person, without reading every entry.

use domain::identity::{DossierNumber, NationalNumber};
use domain::person::{BoardSpan, CostCentre, Identity};

use super::{PersonCard, PersonNo, identity_of};
use crate::Read;
use crate::Result;
use crate::columns::day;

/// What a line of a list shows of a person, by what is known now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonLine {
    /// Names, birth date and protection.
    pub card: PersonCard,
    /// The lowest dossier number.
    pub dossier_number: Option<DossierNumber>,
    /// The lowest personal or coordination number.
    pub national_number: Option<NationalNumber>,
    /// Boards in no order.
    pub boards: Vec<BoardSpan>,
}

impl Read<'_> {
    /// What a line of a list shows of a person.
    ///
    /// # Errors
    /// When there is no such person, or the database cannot be read.
    pub fn person_line(&self, person_no: PersonNo) -> Result<PersonLine> {
        let mut line = PersonLine {
            card: self.person_card(person_no)?,
            dossier_number: None,
            national_number: None,
            boards: Vec::new(),
        };
        let mut statement = self.connection.prepare_cached(
            "SELECT kind, lookup, valid_from, valid_until FROM fact
             WHERE person_no IN (SELECT ?1 UNION ALL
                                 SELECT person_no FROM person WHERE merged_into = ?1)
               AND superseded = 0 AND lookup IS NOT NULL AND kind <> 'household'",
        )?;
        let mut rows = statement.query([person_no])?;
        while let Some(row) = rows.next()? {
            let kind: String = row.get(0)?;
            let text: String = row.get(1)?;
            if kind == "responsible-board" {
                line.boards.push(BoardSpan {
                    from: day(row, "valid_from")?,
                    until: day(row, "valid_until")?,
                    cost_centre: CostCentre(text),
                });
                continue;
            }
            match identity_of(&kind, &text)? {
                Identity::Dossier(number) => {
                    let lowest = line.dossier_number.map_or(number, |other| other.min(number));
                    line.dossier_number = Some(lowest);
                }
                Identity::National(number) => {
                    let lowest = line.national_number.map_or(number, |other| other.min(number));
                    line.national_number = Some(lowest);
                }
            }
        }
        Ok(line)
    }
}
