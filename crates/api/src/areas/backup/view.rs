//! Backups as they are shown.

use app::App;
use app::backup::{Ahead, Backup, BackupAge, BackupMade, Holds, Restored, Verified};
use app::model::{Checked, ReadingsHeld, RowsHeld};

use super::types::*;
use crate::areas::overview::count_text;
use crate::error::Outcome;
use crate::{ErrorReply, texts};

use super::opened_by;

pub(super) fn state_view(app: &App) -> Result<BackupStateView, ErrorReply> {
    let events_since = app.backup_state()?.events_since;
    Ok(BackupStateView { age: age_view(app)?, events_since })
}

pub(in crate::areas) fn age_view(app: &App) -> Result<BackupAgeView, ErrorReply> {
    let state = app.backup_state()?;
    let hours = u64::try_from(state.hours.unwrap_or_default()).unwrap_or_default();
    let text = match state.age {
        BackupAge::NoPlace => texts::text("backup-state-no-place", &[]),
        BackupAge::Never => texts::text("backup-state-never", &[]),
        BackupAge::Old => count_text("backup-state-old", hours / 24),
        BackupAge::Fresh if hours < 24 => texts::text("backup-state-today", &[]),
        BackupAge::Fresh => count_text("backup-state-fresh", hours / 24),
    };
    Ok(BackupAgeView {
        state: state.age.as_str().to_owned(),
        last_at: state.last_at.map(|at| at.to_rfc3339()),
        hours: state.hours,
        text,
        restoration_waits: app.restoration_waits()?,
    })
}

pub(super) fn made_view(made: &BackupMade) -> BackupMadeView {
    let note = &made.note;
    BackupMadeView {
        outcome: outcome(note.verified),
        file: made.path.display().to_string(),
        bytes: note.bytes,
        sha256: note.sha256.clone(),
        events: note.events,
        head: note.head.clone(),
        verified: note.verified,
        made_at: note.made_at.clone(),
        opened_by: opened_by(Some(&note.made_at), note.key_sha256.is_some()),
        let_go: made.let_go,
    }
}

pub(super) fn backup_view(backup: &Backup, this: Option<&str>) -> BackupView {
    let note = &backup.note;
    BackupView {
        file: backup.path.display().to_string(),
        bytes: note.bytes,
        sha256: note.sha256.clone(),
        events: note.events,
        head: note.head.clone(),
        verified: note.verified && backup.is_there,
        made_at: note.made_at.clone(),
        reason: note.reason.as_str().to_owned(),
        of_this: this == Some(note.database.as_str()),
        opened_by: opened_by(Some(&note.made_at), note.key_sha256.is_some()),
    }
}

pub(super) fn verified_view(path: &str, seen: &Verified, ahead: Option<Ahead>) -> BackupVerified {
    let whole = seen.is_whole();
    let mut checked = checked_view(&seen.copied.checked);
    checked.outcome = outcome(whole);
    BackupVerified {
        file: path.to_owned(),
        bytes: seen.copied.brought.bytes,
        sha256: seen.copied.brought.sha256.clone(),
        verified: whole,
        as_noted: seen.as_noted,
        made_at: seen.note.as_ref().map(|note| note.made_at.clone()),
        checked,
        holds: holds_view(seen.holds.clone()),
        ahead: ahead.map(ahead_view),
    }
}

pub(super) fn restored_view(
    open: Option<&App>,
    restored: Restored,
) -> Result<RestoredView, ErrorReply> {
    let Restored { path, copied, note, holds, waits } = restored;
    let next = if waits { "restored-next-answer" } else { "restored-next" };
    let (brought, chain) = (copied.brought.clone(), copied.checked.structure.chain.clone());
    let verified = copied.checked.is_whole();
    let seen = Verified { copied, note, as_noted: None, holds: holds.clone() };
    Ok(RestoredView {
        file: path.display().to_string(),
        bytes: brought.bytes,
        sha256: brought.sha256,
        events: chain.events,
        head: chain.hash,
        verified,
        holds: holds_view(holds),
        ahead: open.map(|app| app.ahead_of(&seen)).transpose()?.map(ahead_view),
        restoration_waits: waits,
        next: texts::text(next, &[]),
    })
}

fn holds_view(holds: Holds) -> HoldsView {
    let Holds { last_event_at, persons, lists, last_list, orders, last_order } = holds;
    HoldsView { last_event_at, persons, lists, last_list, orders, last_order }
}

fn ahead_view(ahead: Ahead) -> AheadView {
    let Ahead { is_of_this, events, lists, orders } = ahead;
    AheadView { of_this: is_of_this, events, lists, orders }
}

fn outcome(whole: bool) -> Outcome {
    if whole { Outcome::Done } else { Outcome::Findings }
}

fn disagreements(broken: &[(&'static str, i64)]) -> Vec<Disagreement> {
    let one = |(rule, number): &(&str, i64)| Disagreement {
        rule: texts::text(&format!("check-rule-{rule}"), &[]),
        number: *number,
    };
    broken.iter().map(one).collect()
}

pub(in crate::areas) fn rows_view(held: &RowsHeld) -> RowDigests {
    let broken = held.broken.iter().map(|one| BrokenRow {
        table: one.table.clone(),
        row: one.row.clone(),
        fault: one.kind.as_str().to_owned(),
        rule: texts::text(&format!("check-row-{}", one.kind.as_str()), &[]),
        event: one.event_no.map(|event| event.0),
    });
    RowDigests { rows: held.rows, faults: held.faults, broken: broken.collect() }
}

pub(in crate::areas) fn readings_view(held: ReadingsHeld) -> ReadingDigests {
    ReadingDigests {
        readings: held.readings,
        first_broken: held.first_broken.map(|reading| reading.0),
    }
}

pub(super) fn checked_view(checked: &Checked) -> CheckedView {
    let (structure, contents) = (&checked.structure, &checked.contents);
    let (chain, schema) = (&structure.chain, &structure.schema);
    let (kept, sums) = (&contents.kept, &contents.sums);
    let ledger = sums.ledger.iter().map(|sum| LedgerSumView {
        kind: sum.kind.clone(),
        entries: sum.entries,
        amount_ore: sum.amount.0,
    });
    CheckedView {
        outcome: outcome(checked.is_whole()),
        sound: structure.sound,
        ok: chain.first_broken.is_none() && chain.events > 0,
        first_broken: chain.first_broken.map(|event| event.0),
        events: chain.events,
        head: chain.hash.clone(),
        digests: Digests {
            events: chain.events,
            chain: chain.first_broken.is_none() && structure.beyond.is_empty(),
            beyond: structure.beyond.clone(),
            schema: schema.differs.is_empty(),
            schema_sha256: schema.sha256.clone(),
            schema_differs: schema.differs.clone(),
            held: rows_view(&contents.rows),
            readings: readings_view(contents.readings),
        },
        originals: OriginalsView {
            ok: kept.broken.is_empty(),
            checked: kept.originals,
            booking_files: kept.booking_files,
            documents: kept.documents,
            broken: disagreements(&kept.broken),
        },
        sums: CheckedSumsView {
            ok: sums.broken.is_empty(),
            ledger: ledger.collect(),
            compared: sums.compared,
            broken: disagreements(&sums.broken),
        },
    }
}
