//! Requests and responses. Bringing the register in and out.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::areas::Diagnostic;
use crate::areas::payments::RowDecision;
use crate::error::Outcome;

/// Reads a register into a draft.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ReadRegisterRequest {
    /// The client's id for the draft; none: a new one. The same id again is the same draft.
    pub id: Option<String>,
    /// Path of the file: CSV or XLSX.
    pub path: String,
    /// The import profile's name; none: the one that suits.
    pub profile: Option<String>,
    /// Day from which boards that differ hold, where the file does not say.
    pub board_from: Option<String>,
}

/// Reads a register and takes it in.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct RegisterRequest {
    /// What is read.
    #[serde(flatten)]
    #[ts(flatten)]
    pub read: ReadRegisterRequest,
    /// Decisions about rows with findings, by line.
    #[serde(default)]
    pub decisions: Vec<RowDecision>,
    /// Whether rows that still wait for a decision are parked.
    #[serde(default)]
    pub park_faulty: bool,
    /// Where what was refused is written as CSV.
    pub report: Option<String>,
}

/// What bringing the register in did.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RegisterImported {
    /// How it ended; with findings that nobody has decided about nothing has been changed.
    pub outcome: Outcome,
    /// The draft.
    pub draft: String,
    /// New persons.
    pub persons_added: u64,
    /// Persons with something new.
    pub persons_changed: u64,
    /// Persons as they were.
    pub persons_unchanged: u64,
    /// Parked rows.
    pub parked: u64,
    /// What is wrong, in the order of the rows.
    pub diagnostics: Vec<Diagnostic>,
}

/// Writes the whole register.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ExportRegisterRequest {
    /// The folder; or a CSV file, which then gets the entries alone.
    pub folder: String,
    /// Whether protected persons are written with nothing but their Person-id and what tells
    /// neither who nor where they are; else they stop the export.
    #[serde(default)]
    pub pseudonymise: bool,
}

/// What an export has written.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RegisterExported {
    /// The files.
    pub files: Vec<String>,
    /// Persons.
    pub persons: u64,
    /// Entries.
    pub entries: u64,
    /// Of the persons, protected ones.
    pub pseudonymised: u64,
}

/// A person that a payment list proposes.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ProposedPerson {
    /// Family name.
    pub family_name: String,
    /// Given name.
    pub given_name: String,
    /// Eight digits.
    pub dossier_number: Option<String>,
    /// Twelve digits.
    pub personal_number: Option<String>,
    /// The rows about this person.
    pub lines: Vec<u32>,
    /// Whether its rows name different names or numbers.
    pub differs: bool,
    /// The birth date that the number states.
    pub birth_date: Option<String>,
    /// What the payments tell of the person, in a sentence each.
    pub told: Vec<String>,
}

/// Persons that a payment list proposes.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Proposals {
    /// The list's id.
    pub list: String,
    /// In the order of their first rows.
    pub persons: Vec<ProposedPerson>,
}

/// Adds the proposed persons that these rows are about.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct TakeProposalsRequest {
    /// The list's id.
    pub list: String,
    /// Any row of each person.
    pub lines: Vec<u32>,
    /// Cost centre of the board that answers for all of them.
    #[serde(default)]
    pub cost_centre: Option<String>,
    /// From which day; none: from the beginning.
    #[serde(default)]
    pub board_from: Option<String>,
    /// Whether what the payments tell is entered too.
    #[serde(default)]
    pub with_facts: bool,
    /// Rows of persons who are others than those of the same name in the register.
    #[serde(default)]
    pub confirmed: Vec<u32>,
}

/// What adding proposed persons did.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ProposalsTaken {
    /// Person-ids of the new persons.
    pub persons: Vec<String>,
    /// Rows that are matched now.
    pub matched: u64,
}
