//! A drill: a backup is read in beside the database, looked through and thrown away, and a dated
//! protocol says how it went.

use std::path::Path;

use exporting::document::{Block, Document, Fact, Orientation};
use serde_json::json;
use store::Store;

use super::looking::{Ahead, Verified, holds, is_as_noted, key_of, of_backup, refuse_with_log};
use super::names::read_note;
use super::restoring::Unfinished;
use crate::booking::export_refusal;
use crate::error::AppError;
use crate::files::part_of;
use crate::payments::Watch;
use crate::print::{Print, number_format, print_head};
use crate::session::Unlock;
use crate::wording::TextValue;
use crate::{Action, App, Result, clock};

/// A drill that was held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drilled {
    /// What was seen of the backup.
    pub verified: Verified,
    /// What the database has that the backup lacks.
    pub ahead: Ahead,
    /// Size of the protocol in bytes.
    pub bytes: u64,
}

impl App {
    /// Reads a backup in beside the database, looks through it, opens it as a user would, throws it
    /// away, and writes a protocol as PDF to `target`.
    ///
    /// # Errors
    /// When the backup cannot be read or opened, or the protocol cannot be written. That the backup
    /// is not whole is no error: the protocol says it.
    pub fn drill(
        &mut self,
        backup: &Path,
        unlock: &Unlock,
        target: &Path,
        watch: &dyn Watch,
    ) -> Result<Drilled> {
        refuse_with_log(backup)?;
        crate::files::target::refuse(target, Some(self.path()))?;
        let key = key_of(backup, unlock)?;
        let part = part_of(self.path());
        self.note_made(&[(&part, None)])?;
        let unfinished = Unfinished(part.clone());
        let fetched =
            store::backup::fetch(backup, &key, &part, &mut |done| watch.at(done.min(999), 1000));
        let copied = fetched.map_err(of_backup)?.ok_or(AppError::Cancelled)?;
        // As after a real loss: opened for work, brought up to this version, and closed.
        let store = Store::open(&part, &key)?;
        let holds = holds(&store.read())?;
        store.close()?;
        drop(unfinished);
        let note = read_note(backup);
        let as_noted = note.as_ref().map(|note| is_as_noted(note, &copied, backup));
        let verified = Verified { copied, note, as_noted, holds };
        let ahead = self.ahead_of(&verified)?;
        let bytes = self.write_drill(backup, &verified, &ahead, target)?;
        watch.at(1000, 1000);
        Ok(Drilled { verified, ahead, bytes })
    }

    fn write_drill(
        &mut self,
        backup: &Path,
        verified: &Verified,
        ahead: &Ahead,
        target: &Path,
    ) -> Result<u64> {
        self.write_print(target, Action::Drill, || {
            let title = self.wording.text("drill-title", &[]);
            let name = backup.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let document = Document {
                head: print_head(self, &title, &name, false)?,
                orientation: Orientation::Portrait,
                numbers: number_format(),
                blocks: vec![Block::Facts(self.drill_facts(&name, verified, ahead))],
            };
            let data = exporting::pdf::write(&document)
                .map_err(|fault| export_refusal(self.wording.as_ref(), &fault, "pdf"))?;
            let detail = json!({
                "sha256": verified.copied.brought.sha256, "whole": verified.is_whole(),
                "events": verified.copied.checked.structure.chain.events, "bytes": data.len(),
            });
            Ok(Print { data, object: "backup".to_owned(), detail })
        })
    }

    fn drill_facts(&self, name: &str, verified: &Verified, ahead: &Ahead) -> Vec<Fact> {
        let w = |id: &str| self.wording.text(id, &[]);
        let count = |id: &str, number: u64| {
            let number = TextValue::Count(i64::try_from(number).unwrap_or(i64::MAX));
            self.wording.text(id, &[("count", number)])
        };
        let copied = &verified.copied;
        let (structure, contents) = (&copied.checked.structure, &copied.checked.contents);
        let right = |is_right: bool| w(if is_right { "drill-right" } else { "drill-wrong" });
        let moment = |at: &str| at.chars().take(19).collect::<String>().replace('T', " ");
        let none = || w("drill-none");
        let kept = &contents.kept;
        let files = kept.originals + kept.booking_files + kept.documents;
        let chained = structure.chain.first_broken.is_none() && structure.beyond.is_empty();
        let behind = match ahead.is_of_this {
            true => count("drill-behind", ahead.events),
            false => w("drill-of-another"),
        };
        let made = verified.note.as_ref().map(|note| moment(&note.made_at));
        vec![
            Fact::new(&w("drill-result"), &right(verified.is_whole())),
            Fact::new(&w("drill-held"), &moment(&clock::now_utc())),
            Fact::new(&w("drill-by"), &self.actor),
            Fact::new(&w("drill-file"), name),
            Fact::new(&w("drill-made"), &made.unwrap_or_else(none)),
            Fact::new(&w("drill-sha256"), &copied.brought.sha256),
            Fact::new(&w("drill-bytes"), &copied.brought.bytes.to_string()),
            Fact::new(&w("drill-pages"), &right(structure.sound)),
            Fact::new(&w("drill-schema"), &right(structure.schema.differs.is_empty())),
            Fact::new(&w("drill-chain"), &right(chained)),
            Fact::new(&w("drill-events"), &structure.chain.events.to_string()),
            Fact::new(&w("drill-head"), &structure.chain.hash),
            Fact::new(&count("drill-kept", files), &right(kept.broken.is_empty())),
            Fact::new(
                &count("drill-sums", contents.sums.compared),
                &right(contents.sums.broken.is_empty()),
            ),
            Fact::new(
                &w("drill-last-list"),
                &verified.holds.last_list.clone().unwrap_or_else(none),
            ),
            Fact::new(
                &w("drill-last-order"),
                &verified.holds.last_order.clone().unwrap_or_else(none),
            ),
            Fact::new(&w("drill-difference"), &behind),
        ]
    }
}
