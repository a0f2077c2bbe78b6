//! Reading a file into a draft: the original and every row as written.

use std::ops::ControlFlow;

use chrono::NaiveDate;
use importing::{
    GivenDays, Inspection, Layout, Limits, Profile, ProfileKind, ReadDraftRow, RowKind,
};
use serde_json::json;
use store::drafts::{DraftKind, DraftRecord, NewDraft};
use store::{Changed, DraftNo, Ending, StoreError, Write};

use super::kept::DraftFormat;
use super::{Draft, ListAbout, Standing, Words, content};
use crate::error::AppError;
use crate::payments::{
    ListSource, OpenSource, Watch, choose_profile, container_of, keep_original, require_same_file,
    unreadable,
};
use crate::{App, Result};

/// The code of a file whose header no profile knows.
const NOT_RECOGNISED: &str = "header-not-recognised";

/// What is asked for when a file is read.
#[derive(Clone, Debug)]
pub struct ReadDraft {
    /// The client's id for the draft.
    pub id: String,
    /// Where the rows come from.
    pub source: ListSource,
    /// The import profile's name; none: the one that suits.
    pub profile: Option<String>,
    /// The day that the file does not say: from which boards that differ hold, or of the decisions.
    pub given_day: Option<NaiveDate>,
    /// What the list is about.
    pub about: ListAbout,
}

/// How a file came into a draft.
pub(crate) enum Started {
    /// It was read.
    Now(Changed<DraftRecord>),
    /// It lies there under the id that was asked for.
    Known(DraftRecord),
    /// It lies there under another, and is open: nothing is kept twice.
    Open(DraftRecord),
}

impl App {
    /// Reads a file into a draft; nothing of it counts before it is taken in. A file whose draft is open
    /// gives that draft again, judged anew. Gives the draft's id.
    ///
    /// # Errors
    /// When the file cannot be read, or no single profile suits.
    pub fn read_draft(
        &mut self,
        kind: DraftKind,
        asked: &ReadDraft,
        watch: &dyn Watch,
    ) -> Result<String> {
        let (id, again) = self.change(content(kind).actions().read, |write| {
            Ok(match self.read_into(write, kind, asked, watch)? {
                Started::Now(changed) => Ending::Changed(changed).giving((asked.id.clone(), false)),
                Started::Known(draft) => Ending::Nothing((draft.id, false)),
                Started::Open(draft) => Ending::Nothing((draft.id, true)),
            })
        })?;
        if again {
            self.judge_draft(kind, &id)?;
        }
        Ok(id)
    }

    /// Reads a file into a draft inside a change.
    pub(crate) fn read_into(
        &self,
        write: &Write<'_>,
        kind: DraftKind,
        asked: &ReadDraft,
        watch: &dyn Watch,
    ) -> Result<Started> {
        let mut opened = asked.source.open()?;
        let limits = self.settings()?.limits.limits();
        if let Some(known) = write.draft(&asked.id)? {
            AppError::require_same(known.kind == kind, &asked.id)?;
            require_same_file(&mut opened, &limits, &known.sha256, &asked.id)?;
            return Ok(Started::Known(known));
        }
        let (original_no, inspection) = keep_original(write, &mut opened, &limits)?;
        let profile = self.profile_for(kind, asked, &mut opened, &inspection, &limits)?;
        if let Some(draft) = write.open_draft_of(kind, &inspection.sha256_hex())?
            && draft.profile_name == profile.name
            && draft.given_day == asked.given_day
            && Draft::of(draft.clone())?.format.about == asked.about
        {
            return Ok(Started::Open(draft));
        }
        let sha256 = inspection.sha256_hex();
        let draft_no = write.add_draft(&NewDraft {
            kind,
            id: asked.id.clone(),
            original_no,
            sha256: sha256.clone(),
            profile: profile.to_toml().map_err(|_| StoreError::Damaged("profile"))?,
            profile_name: profile.name.clone(),
            given_day: asked.given_day,
            read_on: self.today,
        })?;
        let reading = Reading {
            write,
            asked,
            inspection: &inspection,
            limits: &limits,
            actor: &self.actor,
            today: self.today,
            watch,
        };
        let draft = content(kind).read(&reading, &mut opened, draft_no, profile)?;
        let findings = write.draft_findings(draft_no, None)?.len();
        let detail = json!({
            "sha256": sha256, "bytes": inspection.bytes, "profile": draft.profile.name,
            "rows": draft.record.rows, "findings": findings,
        });
        Ok(Started::Now(Changed { value: draft.record, object: asked.id.clone(), detail }))
    }

    /// The one profile to read with; of those that suit one of the kind's own goes first.
    fn profile_for(
        &self,
        kind: DraftKind,
        asked: &ReadDraft,
        opened: &mut OpenSource,
        inspection: &Inspection,
        limits: &Limits,
    ) -> Result<Profile> {
        let name = asked.profile.as_deref();
        let of_kind = |kind: &ProfileKind| self.profiles_of(*kind);
        let groups = content(kind).profiles().iter().map(of_kind).collect::<Result<Vec<_>>>()?;
        if name.is_some() {
            let all = groups.into_iter().flatten().collect();
            return choose_profile(all, name, opened, inspection, limits);
        }
        let mut groups = groups.into_iter().filter(|group| !group.is_empty()).peekable();
        while let Some(group) = groups.next() {
            match choose_profile(group, None, opened, inspection, limits) {
                Err(AppError::Unreadable(refused))
                    if groups.peek().is_some() && refused.code == NOT_RECOGNISED => {}
                chosen => return chosen,
            }
        }
        choose_profile(Vec::new(), None, opened, inspection, limits)
    }

    /// Judges a draft anew: what is there may have changed since it was read.
    pub(super) fn judge_draft(&mut self, kind: DraftKind, id: &str) -> Result<()> {
        self.change(content(kind).actions().read, |write| {
            let draft = self.open_draft(kind, id)?;
            self.judge_rows(write, &draft, None)?;
            let detail = json!({ "sha256": draft.record.sha256, "again": true });
            Ok(Changed { value: (), object: draft.record.id, detail })
        })
    }
}

/// One reading while it is going on.
pub(crate) struct Reading<'a> {
    pub(crate) write: &'a Write<'a>,
    pub(crate) asked: &'a ReadDraft,
    pub(crate) inspection: &'a Inspection,
    limits: &'a Limits,
    pub(crate) actor: &'a str,
    pub(crate) today: NaiveDate,
    watch: &'a dyn Watch,
}

impl Reading<'_> {
    /// Keeps every row as written, and hands each over as it is meant; what the kind notes in the draft's
    /// format is kept by [`Reading::end`].
    pub(crate) fn rows<Kind: RowKind>(
        &self,
        opened: &mut OpenSource,
        draft_no: DraftNo,
        profile: Profile,
        mut each: impl FnMut(&mut Draft, u32, Kind::Row),
    ) -> Result<(Draft, Standing)> {
        let mut writer = self.write.draft_writer(draft_no, 0)?;
        let mut standing = Standing::default();
        let mut draft: Option<Draft> = None;
        let mut failed: Option<AppError> = None;
        let mut bytes = 0u64;
        let mut keep = |read: ReadDraftRow<'_, Kind::Row>| -> Result<()> {
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
                standing.keep(draft.format.layout.place_row(fault, read.line));
            }
            each(draft, read.line, read.row);
            Ok(())
        };
        let given = GivenDays { reference: self.today, day: self.asked.given_day };
        let summary = importing::read_rows::<Kind>(
            opened.source.as_mut(),
            self.inspection,
            &profile,
            given,
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
        Ok((draft, standing))
    }

    /// Keeps how the file was read.
    pub(crate) fn end(&self, draft: &Draft) -> Result<()> {
        let format =
            serde_json::to_string(&draft.format).map_err(|_| StoreError::Damaged("format"))?;
        let rows = u32::try_from(draft.record.rows).unwrap_or(u32::MAX);
        Ok(self.write.end_draft(draft.record.draft_no, &format, rows)?)
    }

    fn draft(&self, draft_no: DraftNo, profile: &Profile, layout: &Layout) -> Result<Draft> {
        let record = self.write.draft(&self.asked.id)?;
        let record = record.ok_or(StoreError::Damaged("draft"))?;
        debug_assert_eq!(record.draft_no, draft_no, "the draft that was just begun");
        let (container, encoding) = container_of(self.inspection);
        let (bytes, layout) = (self.inspection.bytes, layout.clone());
        let protected = Words::new();
        let (findings, made) = (Vec::new(), std::collections::BTreeMap::new());
        let about = self.asked.about.clone();
        let format =
            DraftFormat { container, encoding, bytes, layout, protected, about, made, findings };
        Ok(Draft { record, format, profile: profile.clone() })
    }
}
