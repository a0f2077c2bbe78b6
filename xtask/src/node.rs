//! The screen's packages and its built form.

use std::fs;
use std::time::SystemTime;

use crate::Outcome;
use crate::root::root;
use crate::run::{read, run};

/// Oldest Node that the screen's tools run on.
const NODE: (u32, u32) = (20, 19);

/// Installs the screen's packages where the lock file is newer than what is installed.
///
/// # Errors
/// When Node is missing or too old, or npm fails.
pub(crate) fn packages() -> Outcome {
    let asked = format!("Node {}.{} or later is needed (with npm)", NODE.0, NODE.1);
    let version = read("node --version").map_err(|_| asked.clone())?;
    if !is_new_enough(version.trim()) {
        return Err(format!("{asked}; this is {}", version.trim()));
    }
    // npm writes this file last, after everything in it is in place.
    let installed = changed("node_modules/.package-lock.json");
    if installed.is_some() && installed >= changed("package-lock.json") {
        return Ok(());
    }
    run("npm ci --no-audit --no-fund")
}

/// Checks the types of the screen and builds it into `ui/dist`.
pub(crate) fn build() -> Outcome {
    run("npm run build --workspace ui")
}

fn changed(file: &str) -> Option<SystemTime> {
    fs::metadata(root().join(file)).and_then(|data| data.modified()).ok()
}

fn is_new_enough(version: &str) -> bool {
    let mut parts = version.trim_start_matches('v').split('.').map(str::parse::<u32>);
    match (parts.next(), parts.next()) {
        (Some(Ok(major)), Some(Ok(minor))) => (major, minor) >= NODE,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_new_enough;

    #[test]
    fn versions_are_compared_as_numbers() {
        for good in ["v20.19.0", "v22.3.1", "v100.0.0"] {
            assert!(is_new_enough(good), "{good}");
        }
        for bad in ["v20.9.0", "v18.20.4", "", "node"] {
            assert!(!is_new_enough(bad), "{bad}");
        }
    }
}
