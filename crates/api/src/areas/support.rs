//! About the program, and a paper for whoever helps that says nothing about anybody.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

pub use super::{Nothing, WrittenFile};
use crate::{ErrorReply, Host};

/// Third-party parts with their licences, as `cargo xtask licences` has written them.
const PARTS: &str = include_str!("../../../../assets/licences/parts.csv");
/// The program's own licence.
const LICENCE: &str = "EUPL-1.2";

/// The program and the database.
#[derive(Clone, Debug, Serialize, TS)]
pub struct About {
    /// The program's version.
    pub version: String,
    /// The system that it was built for, such as `windows x86_64`.
    pub system: String,
    /// The program's own licence.
    pub licence: String,
    /// The version of the library that keeps the database.
    pub library: String,
    /// Where the log of refusals lies; none: it is not kept.
    pub log: Option<String>,
    /// The open database; none while none is open.
    pub database: Option<AboutDatabase>,
    /// Parts that others have made.
    pub parts: Vec<Part>,
}

/// The open database.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AboutDatabase {
    /// Where it lies.
    pub path: String,
    /// Size in bytes.
    pub bytes: u64,
    /// How many versions its tables have had.
    pub tables_version: u32,
    /// Events of the chain.
    pub events: i64,
    /// The head of the chain as it stands on paper.
    pub head: String,
}

/// A part that others have made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Part {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its licence.
    pub licence: String,
}

/// A paper for whoever helps.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SupportPaper {
    /// What it says, as it is saved.
    pub text: String,
}

/// Saves the paper that was read.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct SaveSupport {
    /// Path of the file.
    pub path: String,
    /// What was read: nothing else is written.
    pub text: String,
}

fn parts() -> Vec<Part> {
    let part = |line: &str| {
        let mut cells = line.split(';').map(str::to_owned);
        Some(Part { name: cells.next()?, version: cells.next()?, licence: cells.next()? })
    };
    PARTS.lines().skip(1).filter_map(part).collect()
}

fn system() -> String {
    format!("{} {}", std::env::consts::OS, std::env::consts::ARCH)
}

/// The program and the database. No database need be open.
///
/// # Errors
/// When the database cannot be read.
pub fn about(host: &mut Host, _: Nothing) -> Result<About, ErrorReply> {
    let database = match host.opened() {
        None => None,
        Some(app) => {
            let (told, head) = (app.database_told()?, app.audit_head()?);
            Some(AboutDatabase {
                path: app.path().display().to_string(),
                bytes: told.bytes,
                tables_version: told.version,
                events: head.event_no.0,
                head: head.on_paper(),
            })
        }
    };
    Ok(About {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        system: system(),
        licence: LICENCE.to_owned(),
        library: app::support::library().to_owned(),
        log: host.log().map(|log| log.folder().display().to_string()),
        database,
        parts: parts(),
    })
}

/// Makes the paper, to be read before it is saved. No database need be open: one that does not open is
/// why somebody asks for help.
///
/// # Errors
/// When the database cannot be read.
pub fn paper(host: &mut Host, _: Nothing) -> Result<SupportPaper, ErrorReply> {
    let database = host.opened().map(app::App::database_paper).transpose()?;
    let paper = json!({
        "program": env!("CARGO_PKG_VERSION"),
        "system": system(),
        "library": app::support::library(),
        "database": database,
        "refused_last": host.log().map(app::support::Log::last).unwrap_or_default(),
    });
    let text = serde_json::to_string_pretty(&paper).unwrap_or_default();
    Ok(SupportPaper { text: format!("{text}\n") })
}

/// Saves the paper as it was read.
///
/// # Errors
/// When nothing may be written there, or the disk says no.
pub fn save(host: &mut Host, request: SaveSupport) -> Result<WrittenFile, ErrorReply> {
    let own = host.opened().map(app::App::path);
    let bytes = app::support::save_paper(&PathBuf::from(&request.path), &request.text, own)?;
    Ok(WrittenFile { path: request.path, bytes })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_has_a_name_a_version_and_a_licence() {
        let parts = parts();
        assert!(parts.len() > 100, "{}", parts.len());
        for part in &parts {
            assert!(
                ![&part.name, &part.version, &part.licence].iter().any(|cell| cell.is_empty()),
                "{part:?}"
            );
        }
    }
}
