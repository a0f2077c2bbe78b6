//! What a line of a list shows of a person, without reading every entry.

use domain::identity::{DossierNumber, NationalNumber};
use domain::person::{BoardSpan, Identity};

use super::{PersonCard, identity_of};
use crate::{PersonNo, Read, Result};

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
    /// When there is no such person.
    pub fn person_line(&self, person_no: PersonNo) -> Result<PersonLine> {
        let mut line = PersonLine {
            card: self.person_card(person_no)?,
            dossier_number: None,
            national_number: None,
            boards: Vec::new(),
        };
        self.db.each(
            "SELECT kind, lookup, valid_from, valid_until FROM fact
             WHERE person_no IN (SELECT ?1 UNION ALL
                                 SELECT person_no FROM person WHERE merged_into = ?1)
               AND kind IN ('dossier-number', 'national-number', 'responsible-board')
               AND superseded = 0 AND lookup IS NOT NULL",
            &[&person_no],
            |row| -> Result<()> {
                let kind = row.text("kind")?;
                if kind == "responsible-board" {
                    line.boards.push(BoardSpan {
                        cost_centre: row.get("lookup")?,
                        from: row.get("valid_from")?,
                        until: row.get("valid_until")?,
                    });
                    return Ok(());
                }
                match identity_of(kind, row.text("lookup")?)? {
                    Identity::Dossier(number) => lower(&mut line.dossier_number, number),
                    Identity::National(number) => lower(&mut line.national_number, number),
                }
                Ok(())
            },
        )?;
        Ok(line)
    }
}

fn lower<N: Copy + Ord>(lowest: &mut Option<N>, number: N) {
    *lowest = Some(lowest.map_or(number, |other| other.min(number)));
}
