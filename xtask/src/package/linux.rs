//! The `.deb` for Debian and Ubuntu.

use std::path::Path;

use super::beside;
use crate::root::root;
use crate::run::run as run_line;
use crate::{Outcome, node, system};

/// Builds the `.deb`; says where it lies.
pub(super) fn run() -> Outcome {
    if !cfg!(target_os = "linux") || !Path::new("/etc/debian_version").exists() {
        return Err("the .deb is made on Debian or Ubuntu".to_owned());
    }
    system::ensure(system::BUILD)?;
    node::packages()?;
    run_line("npm run tauri -- build --bundles deb")?;
    let target =
        std::env::var("CARGO_TARGET_DIR").map_or_else(|_| root().join("target"), Into::into);
    beside::write_for(&target.join("release/bundle/deb"), "deb")
}
