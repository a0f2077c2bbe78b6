//! Who has read what about whom: noted as it is answered, and looked through by samples.
//!
//! What counts as reading an operation's row says (`api::Operation`); here it is noted, once for a
//! quarter of an hour, and drawn, judged and signed.

mod noting;
mod reviewing;
mod sampling;

pub use domain::reading::{ReadingKind, ReadingVerdict};
pub use noting::{Noted, Seen, Whom};
pub use reviewing::Extract;
pub(crate) use reviewing::review_content;
pub use sampling::{LARGEST_SAMPLE, SampleTerms, TypedSample};
