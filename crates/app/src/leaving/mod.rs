//! Everything can leave: every table and document in open formats, asked for with a reason, confirmed by
//! another where there are users, and read back to prove that nothing was lost.

mod asking;
mod contents;
mod pouring;
mod reading;
mod writing;

pub use asking::ExitStands;
pub(crate) use asking::exit_digest;
pub use reading::{ExitFault, ExitVerified, verify_exit};
pub use writing::ExitWritten;
