//! Distribution keys: decided for one compensation or several, brought in from a file or made here.

mod draft;
mod template;
mod trial;

use std::path::Path;

use domain::codes::CompensationCode;
use domain::key::{DistributionKey, KeyChange, changes};
use importing::KnownToKey;
use serde_json::{Value, json};
use store::{Changed, Ending, Read};

pub use importing::target_of;

pub use draft::{Decide, EditKey, KeyDraft};
pub use trial::{Trial, TrialCell};

use crate::catalogue::{TableImport, compensations_living, compensations_paid, imported};
use crate::{Action, App, Result};

/// What a file of keys brought in.
#[derive(Clone, Debug)]
pub struct KeyImport {
    /// Its lines, or everything wrong with it.
    pub table: TableImport,
    /// The compensations that get another key, and those that lose theirs.
    pub changes: Vec<KeyChange>,
}

impl App {
    /// Brings distribution keys in. A decision holds for the compensations that it names; what was
    /// an example of these goes out of force.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn import_key(&mut self, path: &Path) -> Result<KeyImport> {
        self.change(Action::ImportKey, |write| {
            let before = write.keys()?;
            let table = self.read_keys(write, path, &before)?;
            if !table.findings.is_empty() {
                let table = imported(&table);
                return Ok(Ending::Nothing(KeyImport { table, changes: Vec::new() }));
            }
            for key in &table.lines {
                write.add_key(key)?;
            }
            let lines = table.lines.iter().map(|key| key.lines.len() as u64).sum();
            let changes = changes(&before, &write.keys()?);
            let detail = json!({
                "keys": table.lines, "lines": lines, "changes": told(&changes),
            });
            let table = TableImport { lines, findings: Vec::new() };
            let value = KeyImport { table, changes };
            Ok(Ending::Changed(Changed { value, object: "key".to_owned(), detail }))
        })
    }

    /// Reads a file of keys and holds it against what the city and the law know.
    fn read_keys(
        &self,
        read: &Read<'_>,
        path: &Path,
        keys: &[DistributionKey],
    ) -> Result<importing::TableRead<DistributionKey>> {
        let boards: Vec<_> = read.boards()?.into_iter().map(|(centre, _)| centre).collect();
        let compensations = compensations_paid()?;
        self.read_table(path, |source, inspection, limits| {
            let known = KnownToKey { boards: &boards, compensations: &compensations, keys };
            importing::read_key_knowing(source, inspection, limits, known)
        })
    }
}

/// Changes as an event tells them.
fn told(changes: &[KeyChange]) -> Value {
    let told = changes.iter().map(|change| {
        json!({
            "compensation": change.compensation, "from": change.from, "until": change.until,
            "was": change.was, "is": change.is,
        })
    });
    told.collect()
}

/// Living compensations that no line shares.
fn left_without<'k>(
    lines: impl Iterator<Item = &'k domain::key::KeyLine>,
) -> Result<Vec<CompensationCode>> {
    let named: std::collections::BTreeSet<_> = lines.map(|line| &line.compensation).collect();
    let living = compensations_living()?.into_iter();
    Ok(living.filter(|compensation| !named.contains(compensation)).collect())
}
