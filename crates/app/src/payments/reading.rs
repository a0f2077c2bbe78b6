//! Reading a file into a draft: the original and every row, as written and as meant.

use std::fs::File;
use std::io::Cursor;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use domain::checks::{Fault, faults_of_meaning};
use domain::codes::CodeTable;
use domain::{Finding, Severity};
use importing::{
    FileRefusal, Given, Inspection, Limits, Profile, ProfileKind, ReadRow, Recognition, Source,
};
use serde_json::json;
use store::lists::{
    CELL_SEPARATOR, ListRecord, ListState, NewList, RowRecord, RowState, RowWriter, StateSum,
};
use store::originals::PIECE_BYTES;
use store::{Changed, Ending, ListNo, OriginalNo, StoreError, Write};

use super::Watch;
use super::doubles::{OtherKeys, Persons, doubles_of, list_again};
use super::format::{ControlTotal, ListFormat, container_of};
use crate::error::{AppError, RefusalCode, Unreadable};
use crate::{Action, App, Result};

/// Where a list comes from.
#[derive(Clone, Debug)]
pub enum ListSource {
    /// A file.
    File(PathBuf),
    /// A table that was pasted or typed: its name and its text.
    Text {
        /// What it is called in place of a file name.
        name: String,
        /// Header and rows, separated by tabs.
        text: String,
    },
}

/// What is asked for when a list is read.
#[derive(Clone, Debug)]
pub struct ReadList {
    /// The client's id for the list.
    pub id: String,
    /// Where it comes from.
    pub source: ListSource,
    /// The import profile's name; none: the one that suits.
    pub profile: Option<String>,
    /// The payment date, for lists that do not say it.
    pub payment_date: Option<NaiveDate>,
}

/// What a look at a file shows before it is read.
#[derive(Clone, Debug)]
pub struct FileLook {
    /// The file's own name.
    pub file: String,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
    /// `text` or `xlsx`.
    pub container: String,
    /// Encoding of a text.
    pub encoding: Option<String>,
    /// Which profiles suit.
    pub recognised: Recognised,
}

/// Which profiles suit a file.
#[derive(Clone, Debug)]
pub enum Recognised {
    /// One: its name.
    One(String),
    /// Several: their names.
    Several(Vec<String>),
    /// None: the first rows, for choosing columns.
    None(importing::Unrecognised),
}

/// An opened source, with the name it is shown by.
pub(crate) struct OpenSource {
    pub(crate) name: String,
    pub(crate) source: Box<dyn Source>,
}

pub(crate) fn unreadable(refusal: &FileRefusal, file: &str) -> AppError {
    let values = refusal.values().into_iter().map(|(name, value)| (name.to_owned(), value));
    AppError::Unreadable(Unreadable {
        code: refusal.code().to_owned(),
        values: values.collect(),
        file: file.to_owned(),
        line: None,
        column: None,
    })
}

fn unreadable_code(code: &str, file: &str) -> AppError {
    AppError::Unreadable(Unreadable {
        code: code.to_owned(),
        values: Vec::new(),
        file: file.to_owned(),
        line: None,
        column: None,
    })
}

/// A file whose sum passes the limit cannot be read; any other error stays as it is.
pub(super) fn unreadable_sum(error: AppError, file: &str, line: u32) -> AppError {
    match error {
        AppError::Store(sum @ StoreError::SumTooLarge) => AppError::Unreadable(Unreadable {
            code: sum.code().to_owned(),
            values: Vec::new(),
            file: file.to_owned(),
            line: Some(line),
            column: None,
        }),
        other => other,
    }
}

impl ListSource {
    pub(crate) fn open(&self) -> Result<OpenSource> {
        match self {
            ListSource::File(path) => open_file(path),
            ListSource::Text { name, text } => {
                // What is pasted ends where the selection did, mostly without a line end.
                let ended = if text.ends_with('\n') { text.clone() } else { format!("{text}\n") };
                let source = Box::new(Cursor::new(ended.into_bytes()));
                Ok(OpenSource { name: name.clone(), source })
            }
        }
    }
}

pub(crate) fn open_file(path: &Path) -> Result<OpenSource> {
    let name =
        path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    // Looked at before it is opened: a pipe would be waited for.
    match path.metadata().map(|metadata| metadata.file_type()) {
        Ok(kind) if kind.is_dir() => return Err(unreadable_code("file-is-directory", &name)),
        Ok(kind) if !kind.is_file() => return Err(unreadable_code("file-is-no-file", &name)),
        Ok(_) | Err(_) => {}
    }
    let file = File::open(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => unreadable_code("file-missing", &name),
        _ => unreadable_code("file-unreadable", &name),
    })?;
    Ok(OpenSource { name, source: Box::new(file) })
}

/// The one profile to read with: the one asked for, or the only one that suits.
pub(crate) fn choose_profile(
    mut profiles: Vec<Profile>,
    asked: Option<&str>,
    opened: &mut OpenSource,
    inspection: &Inspection,
    limits: &Limits,
) -> Result<Profile> {
    if let Some(name) = asked {
        let found = profiles.iter().position(|profile| profile.name == name);
        return found.map(|index| profiles.swap_remove(index)).ok_or_else(|| {
            AppError::Unreadable(Unreadable {
                code: "profile-unknown".to_owned(),
                values: vec![("profile".to_owned(), name.to_owned())],
                file: opened.name.clone(),
                line: None,
                column: None,
            })
        });
    }
    let only = importing::recognise(opened.source.as_mut(), inspection, &profiles, limits)
        .and_then(|recognition| recognition.only(&profiles))
        .map_err(|refusal| unreadable(&refusal, &opened.name))?;
    Ok(profiles.swap_remove(only.profile))
}

impl App {
    /// Every profile of a kind: the built-in ones and the newest version of each own one. An own
    /// profile with a built-in one's name stands for it.
    pub(crate) fn profiles_of(&self, kind: ProfileKind) -> Result<Vec<Profile>> {
        let mut profiles: Vec<Profile> = Vec::new();
        for stored in self.read().profiles()? {
            let profile = Profile::from_toml(&stored.toml)
                .map_err(|_| StoreError::Damaged("import_profile"))?;
            profiles.push(Profile { version: stored.version, ..profile });
        }
        let shipped = importing::built_in().map_err(|_| StoreError::Damaged("import profiles"))?;
        for profile in shipped {
            if !profiles.iter().any(|own| own.name == profile.name) {
                profiles.push(profile);
            }
        }
        profiles.retain(|profile| profile.kind == kind);
        Ok(profiles)
    }

    /// Looks at a file without keeping anything.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn look_at(&self, source: &ListSource) -> Result<FileLook> {
        let mut opened = source.open()?;
        let limits = self.settings()?.limits.limits();
        let refused = |refusal| unreadable(&refusal, &opened.name);
        let inspection =
            importing::inspect(opened.source.as_mut(), &limits, &mut |_| {}).map_err(refused)?;
        let profiles = self.profiles_of(ProfileKind::PaymentList)?;
        let recognition =
            importing::recognise(opened.source.as_mut(), &inspection, &profiles, &limits)
                .map_err(|refusal| unreadable(&refusal, &opened.name))?;
        let name_of = |index: usize| profiles[index].name.clone();
        let recognised = match recognition {
            Recognition::One(only) => Recognised::One(name_of(only.profile)),
            Recognition::Several(several) => {
                Recognised::Several(several.iter().map(|found| name_of(found.profile)).collect())
            }
            Recognition::None(rows) => Recognised::None(rows),
        };
        let (container, encoding) = container_of(&inspection);
        Ok(FileLook {
            file: opened.name,
            bytes: inspection.bytes,
            sha256: inspection.sha256_hex(),
            container,
            encoding,
            recognised,
        })
    }

    /// Reads a list into a draft. No payment exists before the draft is committed. A file whose
    /// draft is still open gives that draft again, as far as the same profile and payment date are
    /// asked for, or none.
    ///
    /// # Errors
    /// When the file cannot be read, no single profile suits, the file was taken in before, or its
    /// draft was read in another way.
    pub fn read_list(&mut self, asked: &ReadList, watch: &dyn Watch) -> Result<String> {
        self.change(Action::ReadList, |write| {
            let mut opened = asked.source.open()?;
            let limits = self.settings()?.limits.limits();
            if let Some(known) = write.list(&asked.id)? {
                require_same_file(&mut opened, &limits, &known.sha256, &asked.id)?;
                return Ok(Ending::Nothing(asked.id.clone()));
            }
            let profiles = self.profiles_of(ProfileKind::PaymentList)?;
            let (original_no, inspection) = keep_original(write, &mut opened, &limits)?;
            let draft = seen_before(write, &inspection.sha256_hex())?;
            let asked_profile = asked.profile.as_deref();
            if let (Some(draft), None) = (&draft, asked_profile) {
                return open_draft(draft, asked, None).map(Ending::Nothing);
            }
            let profile =
                choose_profile(profiles, asked_profile, &mut opened, &inspection, &limits)?;
            if let Some(draft) = &draft {
                return open_draft(draft, asked, Some(&profile)).map(Ending::Nothing);
            }
            let reading = Reading {
                write,
                asked,
                inspection: &inspection,
                profile: &profile,
                limits: &limits,
                today: self.today,
                watch,
                codes: write.code_table()?,
                persons: Persons::all(write)?,
            };
            Ok(Ending::Changed(reading.run(&mut opened, original_no)?))
        })
    }
}

/// Refuses an id under which another file was read: a job that always gives the same one would lose every
/// file after the first.
pub(crate) fn require_same_file(
    opened: &mut OpenSource,
    limits: &Limits,
    sha256: &str,
    id: &str,
) -> Result<()> {
    let inspection = importing::inspect(opened.source.as_mut(), limits, &mut |_| {})
        .map_err(|refusal| unreadable(&refusal, &opened.name))?;
    AppError::require_same(inspection.sha256_hex() == sha256, id)
}

/// Stores the bytes as they are, in pieces, while they are inspected.
pub(crate) fn keep_original(
    write: &Write<'_>,
    opened: &mut OpenSource,
    limits: &Limits,
) -> Result<(OriginalNo, Inspection)> {
    let original_no = write.begin_original(&opened.name)?;
    let mut piece = 0;
    let mut failed = None;
    let inspection = importing::inspect(opened.source.as_mut(), limits, &mut |chunk| {
        for part in chunk.chunks(PIECE_BYTES) {
            if failed.is_none() {
                failed = write.add_original_piece(original_no, piece, part).err();
                piece += 1;
            }
        }
    })
    .map_err(|refusal| unreadable(&refusal, &opened.name))?;
    if let Some(error) = failed {
        return Err(error.into());
    }
    write.end_original(original_no, inspection.bytes, &inspection.sha256_hex())?;
    Ok((original_no, inspection))
}

/// The file's open draft; refuses a file that stands as a committed list.
fn seen_before(write: &Write<'_>, sha256: &str) -> Result<Option<ListRecord>> {
    for list in write.lists_with_digest(sha256)? {
        match list.state {
            ListState::Draft => return Ok(Some(list)),
            ListState::Committed => {
                return Err(AppError::refused(RefusalCode::FileSeenBefore)
                    .with("date", list.read_on)
                    .with("list", list.id));
            }
            ListState::Reversed => {}
        }
    }
    Ok(None)
}

/// Gives the file's open draft where it was read as is asked for now: nothing is kept twice.
fn open_draft(draft: &ListRecord, asked: &ReadList, profile: Option<&Profile>) -> Result<String> {
    let dates_agree = asked.payment_date.is_none() || asked.payment_date == draft.given_date;
    // As a text: a profile of that name may have been kept anew since.
    let profiles_agree =
        profile.is_none_or(|profile| profile.to_toml().is_ok_and(|toml| toml == draft.profile));
    if dates_agree && profiles_agree {
        return Ok(draft.id.clone());
    }
    Err(AppError::refused(RefusalCode::DraftOpen).with("date", draft.read_on))
}

/// One reading while it is going on.
struct Reading<'a> {
    write: &'a Write<'a>,
    asked: &'a ReadList,
    inspection: &'a Inspection,
    profile: &'a Profile,
    limits: &'a Limits,
    today: NaiveDate,
    watch: &'a dyn Watch,
    codes: CodeTable,
    persons: Persons,
}

/// What the pass over the rows has counted.
#[derive(Default)]
struct Counted {
    clean: StateSum,
    all: StateSum,
    bytes: u64,
    last_payment_date: Option<NaiveDate>,
    other_keys: OtherKeys,
}

impl Reading<'_> {
    fn run(&self, opened: &mut OpenSource, original_no: OriginalNo) -> Result<Changed<String>> {
        let sha256 = self.inspection.sha256_hex();
        let toml = self.profile.to_toml().map_err(|_| StoreError::Damaged("profile"))?;
        let list_no = self.write.add_list(&NewList {
            id: self.asked.id.clone(),
            original_no,
            sha256: sha256.clone(),
            profile: toml,
            profile_name: self.profile.name.clone(),
            format: String::new(),
            given_date: self.asked.payment_date,
            read_on: self.today,
        })?;
        let (counted, mut format, far) = self.read_rows(opened, list_no)?;
        self.write.end_list(list_no, counted.all.rows, counted.clean, counted.last_payment_date)?;
        for finding in &far {
            self.write.add_finding(list_no, finding)?;
        }
        let list = self.write.list_by_no(list_no)?;
        let header_line = format.layout.header_line;
        format.findings.extend(list_again(self.write, &list, counted.all.net(), header_line)?);
        self.write.set_list_format(list_no, &format.to_text()?)?;
        let equal = doubles_of(self.write, &list, &self.codes, &self.persons, &counted.other_keys)?;
        for finding in equal.values() {
            self.write.add_finding(list_no, finding)?;
        }
        let findings = self.write.finding_counts(list_no)?;
        Ok(Changed {
            value: self.asked.id.clone(),
            object: self.asked.id.clone(),
            detail: json!({
                "sha256": sha256, "bytes": self.inspection.bytes, "profile": self.profile.name,
                "rows": counted.all.rows, "net_ore": counted.all.net(), "equal_rows": equal.len(),
                "errors": findings.0, "warnings": findings.1 + format.findings.len() as u64,
            }),
        })
    }

    /// Keeps every row. Gives what was counted, how the list was read, and what is found of rows only
    /// when all have been read.
    fn read_rows(
        &self,
        opened: &mut OpenSource,
        list_no: ListNo,
    ) -> Result<(Counted, ListFormat, Vec<Finding>)> {
        let (payment_date, reference) = (self.asked.payment_date, self.today);
        let given = Given { payment_date, reference, usual_days: None };
        let mut writer = self.write.row_writer(list_no)?;
        let mut counted = Counted::default();
        let mut failed: Option<AppError> = None;
        let read = importing::read_payments(
            opened.source.as_mut(),
            self.inspection,
            self.profile,
            given,
            self.limits,
            &mut |read| {
                let line = read.line;
                match self.keep_row(read, &mut writer, &mut counted) {
                    Ok(()) => ControlFlow::Continue(()),
                    Err(error) => {
                        failed = Some(unreadable_sum(error, &opened.name, line));
                        ControlFlow::Break(())
                    }
                }
            },
        )
        .map_err(|refusal| unreadable(&refusal, &opened.name))?;
        if let Some(error) = failed {
            return Err(error);
        }
        let summary = read.summary;
        let place = |(line, fault): &(u32, Fault)| summary.layout.place(fault, *line);
        let far = read.far.iter().map(place).collect();
        let control_total = summary.control_total.map(|total| ControlTotal {
            line: total.line,
            stated_ore: total.amount.map(|amount| amount.0),
            counted_ore: counted.all.net().0,
        });
        let (container, encoding) = container_of(self.inspection);
        let bytes = self.inspection.bytes;
        let format = ListFormat {
            container,
            encoding,
            bytes,
            layout: summary.layout,
            control_total,
            findings: summary.findings,
            usual_days: read.usual_days,
        };
        Ok((counted, format, far))
    }

    fn keep_row(
        &self,
        read: ReadRow<'_>,
        writer: &mut RowWriter<'_>,
        counted: &mut Counted,
    ) -> Result<()> {
        let written = read.written.joined();
        counted.bytes += written.len() as u64 + 1;
        let (rows, bytes) = (counted.all.rows, self.inspection.bytes);
        if rows.is_multiple_of(1000) && !self.watch.at_row(counted.bytes.min(bytes), bytes, rows) {
            return Err(AppError::Cancelled);
        }
        let findings = row_findings(&read, &self.codes);
        let state = if findings.is_empty() { RowState::Clean } else { RowState::Open };
        counted.all.add(read.row.amount)?;
        if !has_errors(&findings) {
            let others = self.persons.other_keys(&read.row);
            counted.other_keys.extend(others.map(|key| (key, read.line)));
        }
        if state == RowState::Clean {
            counted.clean.add(read.row.amount)?;
        }
        counted.last_payment_date = counted.last_payment_date.max(read.row.payment_date);
        let record =
            RowRecord { line: read.line, written: written.to_owned(), state, row: read.row };
        Ok(writer.add(&record, &findings)?)
    }
}

/// All findings of a row that has just been read.
pub(crate) fn row_findings(read: &ReadRow<'_>, codes: &CodeTable) -> Vec<Finding> {
    let place = |fault: &Fault| read.layout.place(fault, read.line);
    let of_meaning = faults_of_meaning(&read.row, &read.faults, codes);
    read.faults.iter().chain(&of_meaning).map(place).collect()
}

/// Whether any finding stops the row.
pub(crate) fn has_errors(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.severity() == Severity::Error)
}

/// The separator that the store and the reader must agree on.
const _: () = assert!(CELL_SEPARATOR as u32 == 0x1f);
