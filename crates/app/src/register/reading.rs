//! Reading a register into a draft: the original and every row as written.

use std::ops::ControlFlow;
use std::path::PathBuf;

use chrono::NaiveDate;
use importing::{Inspection, Limits, Profile, ProfileKind};
use serde_json::json;
use store::register_drafts::NewDraft;
use store::{Changed, DraftNo, Ending, OriginalNo, StoreError, Write};

use super::draft::{Draft, DraftFormat, MeantRow, Standing};
use super::naming::{Named, Words};
use super::passing::{Pass, judge_again};
use super::together::Together;
use crate::error::AppError;
use crate::payments::{
    OpenSource, Watch, choose_profile, container_of, keep_original, open_file, require_same_file,
    unreadable,
};
use crate::{Action, App, Result};

/// What is asked for when a register is read.
#[derive(Clone, Debug)]
pub struct ReadRegister {
    /// The client's id for the draft.
    pub id: String,
    /// The file.
    pub path: PathBuf,
    /// The import profile's name; none: the one that suits.
    pub profile: Option<String>,
    /// The day from which boards that differ hold, where the file does not say.
    pub board_from: Option<NaiveDate>,
}

impl App {
    /// Reads a register into a draft; nothing of it is in the register before it is taken in. A
    /// file whose draft is open gives that draft again, judged anew. Gives the draft's id.
    ///
    /// # Errors
    /// When the file cannot be read, or no single profile suits.
    pub fn read_register(&mut self, asked: &ReadRegister, watch: &dyn Watch) -> Result<String> {
        let (id, again) = self.change(Action::ReadRegister, |write| {
            let mut opened = open_file(&asked.path)?;
            let limits = self.settings()?.limits.limits();
            if let Some(known) = write.draft(&asked.id)? {
                require_same_file(&mut opened, &limits, &known.sha256, &asked.id)?;
                return Ok(Ending::Nothing((asked.id.clone(), false)));
            }
            let profiles = self.profiles_of(ProfileKind::Register)?;
            let (original_no, inspection) = keep_original(write, &mut opened, &limits)?;
            let name = asked.profile.as_deref();
            let profile = choose_profile(profiles, name, &mut opened, &inspection, &limits)?;
            if let Some(draft) = write.open_draft_of(&inspection.sha256_hex())?
                && draft.profile_name == profile.name
                && draft.board_from == asked.board_from
            {
                // Nothing is kept twice.
                return Ok(Ending::Nothing((draft.id, true)));
            }
            let reading = Reading {
                write,
                asked,
                inspection: &inspection,
                limits: &limits,
                actor: &self.actor,
                today: self.today,
                watch,
            };
            let read = reading.run(&mut opened, original_no, profile)?;
            Ok(Ending::Changed(read).giving((asked.id.clone(), false)))
        })?;
        if again {
            self.judge_draft(&id)?;
        }
        Ok(id)
    }

    /// Judges a draft anew: the register may have changed since it was read.
    pub(super) fn judge_draft(&mut self, id: &str) -> Result<()> {
        self.change(Action::ReadRegister, |write| {
            let draft = self.open_draft(id)?;
            let (actor, today) = (self.actor.clone(), self.today);
            let standing = Standing::of(write, &draft.record)?;
            let pass =
                Pass { read: write, draft: &draft, standing: &standing, actor: &actor, today };
            judge_again(write, &pass, &pass.gather()?, None)?;
            let detail = json!({ "sha256": draft.record.sha256, "again": true });
            Ok(Changed { value: (), object: draft.record.id.clone(), detail })
        })
    }
}

/// One reading while it is going on.
struct Reading<'a> {
    write: &'a Write<'a>,
    asked: &'a ReadRegister,
    inspection: &'a Inspection,
    limits: &'a Limits,
    actor: &'a str,
    today: NaiveDate,
    watch: &'a dyn Watch,
}

impl Reading<'_> {
    fn run(
        &self,
        opened: &mut OpenSource,
        original_no: OriginalNo,
        profile: Profile,
    ) -> Result<Changed<String>> {
        let sha256 = self.inspection.sha256_hex();
        let draft_no = self.write.add_draft(&NewDraft {
            id: self.asked.id.clone(),
            original_no,
            sha256: sha256.clone(),
            profile: profile.to_toml().map_err(|_| StoreError::Damaged("profile"))?,
            profile_name: profile.name.clone(),
            board_from: self.asked.board_from,
            read_on: self.today,
        })?;
        let (draft, standing, together) = self.read_rows(opened, draft_no, profile)?;
        let pass = Pass {
            read: self.write,
            draft: &draft,
            standing: &standing,
            actor: self.actor,
            today: self.today,
        };
        judge_again(self.write, &pass, &together, None)?;
        let findings = self.write.draft_findings(draft_no, None)?.len();
        let detail = json!({
            "sha256": sha256, "bytes": self.inspection.bytes, "profile": draft.profile.name,
            "rows": draft.record.rows, "findings": findings,
        });
        Ok(Changed { value: self.asked.id.clone(), object: self.asked.id.clone(), detail })
    }

    fn read_rows(
        &self,
        opened: &mut OpenSource,
        draft_no: DraftNo,
        profile: Profile,
    ) -> Result<(Draft, Standing, Together)> {
        let mut writer = self.write.draft_writer(draft_no)?;
        let mut standing = Standing::default();
        let mut together = Together::new(profile.several_rows);
        let mut draft: Option<Draft> = None;
        let mut failed: Option<AppError> = None;
        let mut bytes = 0u64;
        let mut keep = |read: importing::ReadRegisterRow<'_>| -> Result<()> {
            let written = read.written.joined();
            bytes += written.len() as u64 + 1;
            let (rows, all) = (u64::from(writer.written()), self.inspection.bytes);
            if rows.is_multiple_of(1000) && !self.watch.at_row(bytes.min(all), all, rows) {
                return Err(AppError::Cancelled);
            }
            writer.add(read.line, written)?;
            let draft = match &mut draft {
                Some(draft) => draft,
                none => none.insert(self.draft(draft_no, &profile, read.layout)?),
            };
            for fault in &read.faults {
                standing.keep(draft.format.layout.place_register(fault, read.line));
            }
            let (line, row) = (read.line, read.row);
            if row.protects {
                draft.format.protected.extend(Named::by_row(&row).words());
            }
            let meant = MeantRow { line, row, findings: Vec::new(), parked: false };
            together.gather(draft, &meant);
            Ok(())
        };
        let summary = importing::read_register(
            opened.source.as_mut(),
            self.inspection,
            &profile,
            self.today,
            self.limits,
            &mut |read| match keep(read) {
                Ok(()) => ControlFlow::Continue(()),
                Err(error) => {
                    failed = Some(error);
                    ControlFlow::Break(())
                }
            },
        )
        .map_err(|refusal| unreadable(&refusal, &opened.name))?;
        if let Some(error) = failed {
            return Err(error);
        }
        let rows = writer.written();
        let mut draft = match draft {
            Some(draft) => draft,
            None => self.draft(draft_no, &profile, &summary.layout)?,
        };
        draft.record.rows = u64::from(rows);
        draft.format.findings = summary.findings;
        self.name_protected(&mut draft, &standing)?;
        let format =
            serde_json::to_string(&draft.format).map_err(|_| StoreError::Damaged("format"))?;
        self.write.end_draft(draft_no, &format, rows)?;
        Ok((draft, standing, together))
    }

    /// Adds by what else those are known whom a row protects: rows may share a number with it, and an
    /// id with others.
    fn name_protected(&self, draft: &mut Draft, standing: &Standing) -> Result<()> {
        if draft.format.protected.is_empty() {
            return Ok(());
        }
        let interpreter = draft.interpreter();
        let mut words = Words::new();
        self.write.each_draft_row(draft.record.draft_no, |line, written, _| {
            let named = Named::by_row(&draft.meant(&interpreter, standing, line, written).row);
            if named.is_among(&draft.format.protected) {
                words.extend(named.words());
            }
            Ok::<(), StoreError>(())
        })?;
        draft.format.protected.extend(words);
        Ok(())
    }

    fn draft(
        &self,
        draft_no: DraftNo,
        profile: &Profile,
        layout: &importing::Layout,
    ) -> Result<Draft> {
        let record = self.write.draft(&self.asked.id)?;
        let record = record.ok_or(StoreError::Damaged("register_draft"))?;
        debug_assert_eq!(record.draft_no, draft_no, "the draft that was just begun");
        let (container, encoding) = container_of(self.inspection);
        let (bytes, layout) = (self.inspection.bytes, layout.clone());
        let protected = Words::new();
        let findings = Vec::new();
        let format = DraftFormat { container, encoding, bytes, layout, protected, findings };
        Ok(Draft { record, format, profile: profile.clone() })
    }
}
