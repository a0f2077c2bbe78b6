//! What was asked of the database in a test: each statement, and where it was asked.

use std::cell::RefCell;
use std::panic::Location;

/// Where a statement was asked, and its text.
pub(crate) type Asked = (&'static Location<'static>, String);

thread_local! {
    static ASKED: RefCell<Vec<Asked>> = const { RefCell::new(Vec::new()) };
}

#[track_caller]
pub(super) fn note(sql: &str) {
    let place = Location::caller();
    ASKED.with_borrow_mut(|asked| asked.push((place, sql.to_owned())));
}

/// Everything that this thread has asked so far.
pub(super) fn taken() -> Vec<Asked> {
    ASKED.take()
}
