//! A fault of the program's own is told like every other refusal: with a code, and where it is.

use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind};
use std::path::Path;
use std::sync::Mutex;

use api::{ErrorReply, Place};

/// Where the program last broke down.
static BROKE_AT: Mutex<Option<Place>> = Mutex::new(None);

/// Does `work`. When it breaks down, what it had not saved whole is rolled back as the database is let go.
///
/// # Errors
/// Those of `work`; `internal` when it breaks down, with the place in the program. What the fault says of itself is not
/// told: it may hold amounts and names.
pub(crate) fn guarded<T>(work: impl FnOnce() -> Result<T, ErrorReply>) -> Result<T, ErrorReply> {
    std::panic::set_hook(Box::new(remember));
    let done = catch_unwind(AssertUnwindSafe(work));
    let _ = std::panic::take_hook();
    done.unwrap_or_else(|_| {
        let place = BROKE_AT.lock().ok().and_then(|mut place| place.take());
        Err(ErrorReply { place, ..ErrorReply::new("internal", &[]) })
    })
}

fn remember(broke: &PanicHookInfo<'_>) {
    let place = broke.location().map(|at| Place {
        // Not the folder: it is one of the machine that built the program.
        file: Path::new(at.file()).file_name().map(|name| name.to_string_lossy().into_owned()),
        line: Some(at.line()),
        ..Place::default()
    });
    if let Ok(mut remembered) = BROKE_AT.lock() {
        *remembered = place;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_of_the_program_is_a_reply_with_its_place_and_without_its_words() {
        let done: Result<(), ErrorReply> = guarded(|| panic!("Kvistgren has 4 711 kronor"));
        let reply = done.expect_err("it broke down");
        assert_eq!(reply.code, "internal");
        assert!(!reply.message.contains("Kvistgren"), "{}", reply.message);
        let place = reply.place.expect("a place");
        assert_eq!(place.file.as_deref(), Some("guard.rs"));
        assert!(place.line.is_some());
        assert!(!reply.by_rule);
    }

    #[test]
    fn what_goes_well_is_left_alone() {
        assert_eq!(guarded(|| Ok(1)), Ok(1));
        let refused = ErrorReply::new("no-database", &[]);
        assert_eq!(guarded(|| Err::<(), _>(refused.clone())), Err(refused));
    }
}
