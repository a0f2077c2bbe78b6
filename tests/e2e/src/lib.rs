//! Drives the real application in its real window, as a person at the keyboard would.
//!
//! Linux only: WebKitWebDriver starts the debug build of `atersok` with the feature `e2e`. Run
//! `cargo build -p atersok --features e2e` first, and the tests on a display (`xvfb-run`).
//!
//! A test starts an [`Application`] and speaks to it through its [`Page`], which it derefs to:
//!
//! ```ignore
//! let app = Application::start().await?;
//! app.wait_for(&marked("first-start")).await?;
//! app.fill(&marked("municipality"), "Exempelstads kommun").await?;
//! app.press("Ctrl+Enter").await?;
//! app.assert_accessible().await?;
//! app.screenshot("first-start").await?;
//! let home = app.quit().await?;
//! let app = Application::start_in(home).await?;
//! ```

#![cfg(target_os = "linux")]

mod accessibility;
mod application;
mod driver;
mod home;
mod keys;
mod page;
mod sockets;

use std::path::{Path, PathBuf};

pub use application::Application;
pub use home::Home;
pub use page::Page;
pub use sockets::{Seen, SocketWatch};

/// What every step of a test gives.
pub type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// The selector of the element that is marked `data-test="name"`.
#[must_use]
pub fn marked(name: &str) -> String {
    format!("[data-test=\"{name}\"]")
}

/// The project's root.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Cargo's build folder, two above the test that runs.
///
/// # Errors
/// When the test does not lie in such a folder.
fn target() -> Result<PathBuf> {
    let test = std::env::current_exe()?;
    // target/debug/deps/test
    let target = test.ancestors().nth(3).ok_or("the test does not lie in a target folder")?;
    Ok(target.to_owned())
}
