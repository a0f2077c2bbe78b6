//! Installers, each with its bill of materials and its checksum beside it.
//!
//! On Debian `--target windows` needs no Windows: the newer Rust that Debian carries beside its own builds
//! the standard library for the target, mingw links, and NSIS packs. What it cannot make is WebView2,
//! which Windows 11 has; without a signing key the setup is unsigned and Windows says so.

mod beside;
mod linux;
mod windows;

use crate::Outcome;

/// Builds the installer of a system: this one where none is named.
pub(crate) fn run(options: &[&str]) -> Outcome {
    match options {
        [] if cfg!(windows) => windows::here(),
        [] => linux::run(),
        ["--target", "linux"] => linux::run(),
        ["--target", "windows"] if cfg!(windows) => windows::here(),
        ["--target", "windows"] => windows::across(),
        _ => Err("usage: cargo xtask package [--target windows|linux]".to_owned()),
    }
}
