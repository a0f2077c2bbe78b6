//! The installer of this system.

use std::path::Path;

use crate::run::run as run_line;
use crate::{Outcome, node, system};

/// Builds the installer; the bundler closes with the place where it lies.
pub(crate) fn run() -> Outcome {
    let bundle = if cfg!(windows) {
        "nsis"
    } else if cfg!(target_os = "linux") && Path::new("/etc/debian_version").exists() {
        "deb"
    } else {
        let words = "installers are made on Windows (setup.exe) and on Debian or Ubuntu (.deb)";
        return Err(words.to_owned());
    };
    system::ensure(system::BUILD)?;
    node::packages()?;
    run_line(&format!("npm run tauri -- build --bundles {bundle}"))
}
