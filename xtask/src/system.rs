//! Packages of the operating system that building and testing need.

use std::path::Path;
use std::process::Stdio;

use crate::Outcome;
use crate::run::{command, read, run};

/// A need: the package on Debian and Ubuntu, and what it is for.
type Need = (&'static str, &'static str);

/// To build the program.
pub(crate) const BUILD: &[Need] = &[
    ("gcc", "links every Rust program"),
    ("libc6-dev", "links every Rust program"),
    ("make", "builds the encryption of the database"),
    ("perl", "builds the encryption of the database"),
    ("pkg-config", "finds the system's libraries"),
    ("libwebkit2gtk-4.1-dev", "the window"),
];

/// To drive the program in tests, in addition.
pub(crate) const DRIVE: &[Need] = &[
    ("webkit2gtk-driver", "drives the window in tests"),
    ("xvfb", "a display that nobody sees"),
    ("xauth", "a display that nobody sees"),
    ("xdotool", "types into the system's own file dialog in one test"),
];

/// To hold the store against the database of a larger city, in addition.
pub(crate) const COMPARE: &[Need] =
    &[("postgresql", "says whether it understands every statement of the store")];

/// Sees to it that the packages of `needs` are there: installs what is missing on Debian and Ubuntu
/// when run as root. Other systems are left to the README.
///
/// # Errors
/// With the line to run, when something is missing that may not be installed from here.
pub(crate) fn ensure(needs: &[Need]) -> Outcome {
    if !cfg!(target_os = "linux") || !Path::new("/etc/debian_version").exists() {
        return Ok(());
    }
    let missing: Vec<&Need> = needs.iter().filter(|(package, _)| !is_installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("Missing system packages:");
    for (package, purpose) in &missing {
        println!("  {package:<24} {purpose}");
    }
    let names: Vec<&str> = missing.iter().map(|(package, _)| *package).collect();
    let install = format!("apt-get install -y --no-install-recommends {}", names.join(" "));
    if !is_root() {
        return Err(format!("Run this once, then try again:\n\n  sudo {install}"));
    }
    println!("Installing them: {install}");
    run("apt-get update -qq")?;
    let mut apt = command(&install);
    apt.env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null());
    crate::run::finish(&mut apt, &install)
}

fn is_installed(package: &str) -> bool {
    let query = format!("dpkg-query -W -f=${{db:Status-Status}} {package}");
    let answer = command(&query).stderr(Stdio::null()).output();
    answer.is_ok_and(|output| output.status.success() && output.stdout == b"installed")
}

fn is_root() -> bool {
    read("id -u").is_ok_and(|user| user.trim() == "0")
}

/// Whether somebody can see a window here.
pub(crate) fn has_display() -> bool {
    let named = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || named("DISPLAY") || named("WAYLAND_DISPLAY")
}
