//! The contract between the screen (or the headless host) and the core.
//!
//! [`Host::call`] is the one door: an operation's name and a JSON request in, a JSON response or an
//! [`ErrorReply`] out. The operations and their types stand in one table, from which the types of
//! the screen are generated. Every Swedish sentence is rendered here.

pub mod areas;
mod background;
mod error;
pub mod fields;
pub mod format;
mod hidden;
mod host;
mod operations;
pub mod texts;
mod typescript;

pub use app::payments::{Unwatched, Watch};
pub use app::{Mask, new_id};
pub use error::{ErrorReply, Outcome, Place};
pub use host::Host;
pub use operations::names;
pub use typescript::contract_typescript;
