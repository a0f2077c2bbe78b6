//! Bytes to rows and diagnostics.
//!
//! What is absent: this crate opens no files, knows no database, reads no clock and writes no
//! sentences. It takes what can be read and sought, and answers with rows, each as written and as
//! meant, and with codes for what is wrong, each with its place.
//!
//! | module | from | to |
//! |---|---|---|
//! | `inspect` | bytes | size, digest, container, encoding |
//! | `records` | bytes | records: cells and the line they begin on |
//! | `profile` | TOML | how one layout is recognised and read |
//! | `layout` | records, profiles | where the columns stand in this file |
//! | `values` | text of a cell | amount, date, days, identity number |
//! | `payments` | records | rows as meant, with faults |
//! | `draft` | records | the same for what is brought in as a draft, by kind: `register`, `decisions`, `costs`, `school` |
//! | `cells` | bytes | whole tables that left the program |
//! | `tables` | bytes | distribution key, accounts, payment codes |

mod by_target;
mod cells;
mod costs;
mod decisions;
mod draft;
mod fault;
mod foreign;
mod inspect;
mod layout;
mod limits;
mod pass;
mod payments;
mod profile;
mod records;
mod refusal;
mod register;
mod row;
mod school;
mod source;
mod summary;
mod tables;
mod values;
mod whole;

pub use by_target::TargetInterpreter;
pub use cells::{WholeCell, read_whole_table};
pub use costs::{CostRow, Costs};
pub use decisions::{DecisionInterpreter, DecisionRow, Decisions};
pub use draft::{
    GivenDays, ReadDraftRow, RowField, RowFields, RowInterpreter, RowKind, RowMeant, RowOverrides,
    read_rows,
};
pub use fault::RowFault;
pub use inspect::{Container, Encoding, Inspection, inspect};
pub use layout::{
    FactColumn, Layout, LayoutColumn, Match, MoreSheet, RawRow, Recognition, Unrecognised,
    recognise,
};
pub use limits::Limits;
pub use payments::{
    Given, Interpreter, Proposal, ProposalReason, ReadPayments, ReadRow, read_payments,
};
pub use profile::{
    Column, FactBlock, FactSource, Forms, KindSource, Preamble, Profile, ProfileFault,
    ProfileFaultCode, ProfileKind, SignRule, SumRow, Target, built_in,
};
pub use records::{Cells, Separator};
pub use refusal::FileRefusal;
pub use register::{Register, RegisterInterpreter, RegisterRow, RowFact};
pub use row::Overrides;
pub use school::{SCHOOLING, SchoolList};
pub use source::Source;
pub use summary::{ControlTotal, ReadSummary};
pub use tables::{
    AccountLine, AccountPurpose, BookedColumn, BookedLine, KnownToKey, TableRead, account_cells,
    account_cells_left_open, account_headings, code_cells, code_cells_left_open, code_headings,
    key_cells, key_cells_left_open, key_headings, read_accounts, read_booked, read_codes, read_key,
    read_key_knowing, target_of,
};
pub use values::{AmountForm, DateForm, MinusStyle, NotADateForm, kronor_of};
