//! The contract between the screen (or the headless host) and the core.
//!
//! [`Host::call`] is the one door: an operation's name and a JSON request in, a JSON response or an
//! [`ErrorReply`] out. Each operation is one row of a table ([`Operation`]): what it does, the right
//! it needs, whom it shows, and what the screen and the headless host go by. Every Swedish sentence is rendered here.

mod answering;
pub mod areas;
mod background;
mod error;
mod explanation;
pub mod fields;
pub mod format;
mod hidden;
mod host;
mod idle;
mod listing;
mod operation;
mod operations;
mod reading;
mod request;
mod scope;
pub mod texts;
mod typescript;
mod undo;
mod visitor;
mod wording;

pub use app::payments::{Unwatched, Watch};
pub use app::session::Derivation;
pub use app::{Right, Rights, Target, new_id};
pub use error::{ErrorReply, Outcome, Place};
pub use host::Host;
pub use operation::{Operation, Reads, Shows};
pub use operations::{operation, operations};
pub use typescript::{contract_typescript, lists_typescript, operations_typescript};
