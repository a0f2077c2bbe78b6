//! Payment lists: read into a draft, settled row by row, taken in, taken back.

mod commit;
mod doubles;
mod format;
mod naming;
mod preview;
mod protocol;
mod reading;
mod reverse;
mod review;
mod settling;
mod standing;
mod typing;

pub use commit::BankAmount;
pub(crate) use format::container_of;
pub use format::{ControlTotal, ListFormat};
pub(crate) use naming::unknown_field;
pub use preview::{PreviewRow, PreviewSummary};
pub use reading::{FileLook, ListSource, ReadList, Recognised};
pub(crate) use reading::{
    OpenSource, choose_profile, has_errors, keep_original, open_file, require_same_file, unreadable,
};
pub use reverse::ReversalOutcome;
pub use review::{Decision, RowMeaning, RowsShown};
pub(crate) use settling::look_again;
pub use standing::{ListStands, ListStep, ListSums, Waiting};

/// Follows work that takes time.
pub trait Watch {
    /// Told how far the work has come, in whatever unit `total` is in; false stops it.
    fn at(&self, done: u64, total: u64) -> bool;

    /// As [`Watch::at`], for a file that is read: how far in bytes, and its rows so far.
    fn at_row(&self, done: u64, total: u64, _rows: u64) -> bool {
        self.at(done, total)
    }
}

/// Follows nothing and never stops.
pub struct Unwatched;

impl Watch for Unwatched {
    fn at(&self, _done: u64, _total: u64) -> bool {
        true
    }
}
