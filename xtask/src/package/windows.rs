//! The setup for Windows, and a ZIP of the headless host: on Windows by the bundler, on Debian by its own
//! packages.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::beside;
use crate::root::root;
use crate::run::{command, finish, run};
use crate::{Outcome, node, system};

const TARGET: &str = "x86_64-pc-windows-gnu";
/// What crossing needs beside what building does.
const CROSS: &[(&str, &str)] = &[
    ("rustc-web", "a Rust that is new enough"),
    ("cargo-web", "a Rust that is new enough"),
    ("rust-web-src", "the standard library, built for the target"),
    ("gcc-mingw-w64-x86-64", "links programs for Windows"),
    ("nsis", "packs the setup"),
    ("zip", "packs the headless host"),
];
/// Lies beside the program, which looks for it there on this target.
const LOADER: &str = "WebView2Loader.dll";

/// On Windows itself.
pub(super) fn here() -> Outcome {
    node::packages()?;
    run("npm run tauri -- build --bundles nsis")?;
    let target =
        std::env::var("CARGO_TARGET_DIR").map_or_else(|_| root().join("target"), Into::into);
    beside::write_for(&target.join("release/bundle/nsis"), "exe")
}

/// From Debian or Ubuntu.
pub(super) fn across() -> Outcome {
    if !Path::new("/etc/debian_version").exists() {
        return Err("the setup is made on Windows, or on Debian from its packages".to_owned());
    }
    system::ensure(system::BUILD)?;
    system::ensure(CROSS)?;
    node::packages()?;
    run("npm run build --workspace atersok-ui")?;
    let target = root().join("target/windows");
    build(&target, "atersok", &["--features", "custom-protocol"])?;
    build(&target, "cli", &[])?;
    let built = target.join(TARGET).join("release");
    let out = target.join("setup");
    fs::create_dir_all(&out).map_err(|error| format!("{}: {error}", out.display()))?;
    let loader = loader_in(&built)?;
    fs::copy(&loader, built.join(LOADER)).map_err(|error| format!("{LOADER}: {error}"))?;
    let version = beside::version()?;
    let setup = out.join(format!("Atersok_{version}_x64-setup.exe"));
    let script = root().join("src-tauri/windows/setup.nsi");
    let mut pack = command("makensis -V2 -INPUTCHARSET UTF8");
    pack.arg(format!("-DVERSION={version}"))
        .arg(format!("-DBUILT={}", built.display()))
        .arg(format!("-DROOT={}", root().display()))
        .arg(format!("-DOUT={}", setup.display()))
        .arg(&script);
    finish(&mut pack, "makensis")?;
    let portable = out.join(format!("atersok-cli_{version}_x64.zip"));
    let _ = fs::remove_file(&portable);
    let mut zip = command("zip -q -j -9");
    zip.arg(&portable).arg(built.join("atersok-cli.exe")).arg(root().join("LICENSE"));
    finish(&mut zip, "zip")?;
    sign(&setup)?;
    beside::write_for(&out, "exe")?;
    beside::write_for(&out, "zip")
}

/// Builds a package for the target by Debian's newer Rust, standard library and all.
fn build(target: &Path, package: &str, more: &[&str]) -> Outcome {
    let bin = |name: &str| Path::new("/usr/bin").join(name);
    let mut cargo = Command::new(bin("cargo"));
    cargo
        .current_dir(root())
        .args(["build", "--release", "--locked", "-Zbuild-std=std,panic_abort"])
        .args(["--target", TARGET, "--package", package])
        .args(more)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTC", bin("rustc"))
        .env("CARGO_TARGET_DIR", target)
        .env_remove("RUSTUP_TOOLCHAIN");
    finish(&mut cargo, &format!("cargo build {package} for Windows"))
}

/// The loader of WebView2, which a dependency has unpacked while it was built.
fn loader_in(built: &Path) -> Outcome<PathBuf> {
    let mut waiting = vec![built.join("build")];
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.file_name().is_some_and(|name| name == LOADER)
                && path.to_string_lossy().contains("x64")
            {
                return Ok(path);
            }
        }
    }
    Err(format!("{LOADER} was not unpacked: put it beside the program in {}", built.display()))
}

/// Signs the setup where there is a key: `ATERSOK_SIGN` is a program that is given the file.
fn sign(setup: &Path) -> Outcome {
    match std::env::var_os("ATERSOK_SIGN") {
        Some(program) => {
            let mut sign = Command::new(program);
            finish(sign.arg(setup), "the signing program")
        }
        None => {
            println!("unsigned: set ATERSOK_SIGN to a program that signs the file it is given");
            Ok(())
        }
    }
}
