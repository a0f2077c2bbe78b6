//! The register of persons (personkrets): bytes to rows.

mod facts;
mod interpret;

use chrono::NaiveDate;
use domain::facts::{FactContent, Validity};
use domain::identity::{DossierNumber, NationalNumber};
use domain::person::{CostCentre, PersonId};

pub use interpret::RegisterInterpreter;

use crate::draft::{GivenDays, RowKind};
use crate::layout::Layout;
use crate::profile::{Profile, ProfileKind};

/// A register.
#[derive(Clone, Copy, Debug)]
pub struct Register;

impl RowKind for Register {
    const PROFILES: &'static [ProfileKind] = &[ProfileKind::Register];
    type Row = RegisterRow;
    type Interpreter<'l> = RegisterInterpreter<'l>;

    fn interpreter<'l>(
        profile: &'l Profile,
        layout: &'l Layout,
        given: GivenDays,
    ) -> RegisterInterpreter<'l> {
        RegisterInterpreter::new(profile, layout, given.reference)
    }
}

/// What could be understood of one row; a field that is empty or could not be read is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegisterRow {
    /// The register's own id.
    pub person_id: Option<PersonId>,
    /// Personal or coordination number.
    pub national_number: Option<NationalNumber>,
    /// Dossier number.
    pub dossier_number: Option<DossierNumber>,
    /// Family name.
    pub family_name: Option<String>,
    /// Given name.
    pub given_name: Option<String>,
    /// Day of birth; the one to take ages from, never the number.
    pub birth_date: Option<NaiveDate>,
    /// Name of the board that answers for the person.
    pub board_name: Option<String>,
    /// Cost centre of that board.
    pub cost_centre: Option<CostCentre>,
    /// A label for people.
    pub group: Option<String>,
    /// Day of reception.
    pub received: Option<NaiveDate>,
    /// First day on which the board answers for the person.
    pub board_from: Option<NaiveDate>,
    /// Facts of the profile's blocks, in their order.
    pub facts: Vec<RowFact>,
    /// Whether it protects the person, or would but for a fault.
    pub protects: bool,
    /// Whether its cells are too few or too many, so that none is counted on: of such a row it is only
    /// known whom it would protect.
    pub unread: bool,
}

impl RegisterRow {
    /// Whether it says that the person has that dossier number.
    #[must_use]
    pub fn has_dossier(&self, number: DossierNumber) -> bool {
        let is_it = |fact: &RowFact| match &fact.content {
            FactContent::Dossier(dossier) => dossier.number == number,
            _ => false,
        };
        self.dossier_number == Some(number) || self.facts.iter().any(is_it)
    }
}

/// A fact of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowFact {
    /// The block's index among those of the profile.
    pub block: usize,
    /// What it says.
    pub content: FactContent,
    /// When it holds.
    pub validity: Validity,
    /// Since when it is known, as the file states it.
    pub known_since: Option<NaiveDate>,
    /// The day on the letter that says so.
    pub document_date: Option<NaiveDate>,
    /// Where it comes from.
    pub source: Option<String>,
    /// Its id; a file that has one holds entries of a register as they were made.
    pub id: Option<String>,
    /// The id of the entry that it corrects.
    pub corrects: Option<String>,
    /// Whether it takes that one back.
    pub withdrawn: bool,
}
