//! Writes everything into a folder of its own.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use serde_json::json;
use store::{Changed, StoreError, Write as Writing, open_for_owner};

use super::contents::{
    CONTENTS, Contents, DESCRIPTION, FORM, README, SUMS, description, table_contents,
};
use super::pouring::{DOCUMENTS, Out, Poured, Sealing, TABLES, Target, hex, pour};
use crate::error::{AppError, RefusalCode};
use crate::files::{FolderBeside, target};
use crate::payments::Watch;
use crate::typed::reason_typed;
use crate::wording::TextValue;
use crate::{Action, App, Result, Right};

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExitWritten {
    /// The folder.
    pub path: PathBuf,
    /// Tables.
    pub tables: u64,
    /// Their rows.
    pub rows: u64,
    /// Documents.
    pub documents: u64,
    /// Files, the descriptions and checksums too.
    pub files: u64,
    /// Their size in bytes.
    pub bytes: u64,
    /// SHA-256 of the checksums: whoever has it knows every file.
    pub sha256: String,
    /// Events up to which it goes.
    pub events: i64,
    /// The hash of the last one.
    pub head: String,
    /// Protected persons, who are named in it.
    pub protected: u64,
}

impl App {
    /// Writes every table and document into `folder`, which must not exist, or be empty. In a database
    /// with users what was asked for must have been confirmed by another; in one person's `reason` says
    /// why.
    ///
    /// # Errors
    /// When nobody has confirmed it, there is no reason, something lies there, or the disk says no.
    pub fn write_exit(
        &mut self,
        folder: &Path,
        reason: &str,
        watch: &dyn Watch,
    ) -> Result<ExitWritten> {
        refuse_folder(folder)?;
        let beside = FolderBeside::of(self, folder)?;
        let written = self.change(Action::WriteExit, |write| {
            let (request, reason) = self.exit_allowed(write, reason)?;
            let mut out = Folder { root: beside.path().to_owned() };
            out.make()?;
            let mut poured = pour(write, &mut out, watch)?;
            let contents = self.exit_contents(write, &poured)?;
            let sha256 = self.write_descriptions(&contents, &mut out, &mut poured)?;
            if let Some(id) = &request {
                write.end_exit(id)?;
            }
            let value = ExitWritten {
                path: folder.to_owned(),
                tables: poured.tables.len() as u64,
                rows: poured.tables.values().map(|table| table.rows).sum(),
                documents: poured.documents,
                files: poured.files.len() as u64,
                bytes: poured.files.values().map(|file| file.bytes).sum(),
                sha256,
                events: contents.events,
                head: contents.head,
                protected: contents.protected,
            };
            let detail = json!({
                "reason": reason, "request": request, "second_person": request.is_some(),
                "sha256": value.sha256, "rows": value.rows, "documents": value.documents,
                "protected": value.protected,
            });
            Ok(Changed { value, object: "database".to_owned(), detail })
        })?;
        beside.place()?;
        Ok(written)
    }

    /// The request that is written, and why.
    fn exit_allowed(&self, write: &Writing<'_>, reason: &str) -> Result<(Option<String>, String)> {
        if !self.is_logged_in() {
            self.need(Right::OpenProtected)?;
            return Ok((None, reason_typed(reason)?.to_owned()));
        }
        let request = write.exit_requests()?.into_iter().find(|one| one.confirmed.is_some());
        let refused = || AppError::refused(RefusalCode::ExitNotConfirmed);
        request.map(|one| (Some(one.id), one.reason)).ok_or_else(refused)
    }

    fn exit_contents(&self, write: &Writing<'_>, poured: &Poured) -> Result<Contents> {
        let municipality = self.settings()?.municipality;
        // The event of this writing is not there yet: what is written goes up to the one before.
        let events = write.last_event_no()?;
        let tables = write.tables()?;
        let told = |table: &store::leaving::Table| {
            let told = poured.tables.get(&table.name).ok_or(StoreError::Damaged("table"))?;
            Ok(table_contents(self.wording.as_ref(), table, told))
        };
        Ok(Contents {
            format: FORM.to_owned(),
            program: env!("CARGO_PKG_VERSION").to_owned(),
            municipality: municipality.name,
            training: municipality.training,
            made_on: self.today.to_string(),
            events: events.0,
            head: write.event_hash(events)?.unwrap_or_default(),
            protected: write.protected_count(self.protection_day())?,
            documents: poured.documents,
            tables: tables.iter().map(told).collect::<Result<_>>()?,
        })
    }

    /// Writes what stands beside the tables; gives the digest of the checksums.
    fn write_descriptions(
        &self,
        contents: &Contents,
        out: &mut Folder,
        poured: &mut Poured,
    ) -> Result<String> {
        let program =
            serde_json::to_string_pretty(contents).map_err(|_| StoreError::Damaged("contents"))?;
        let values = [("municipality", TextValue::Text(contents.municipality.clone()))];
        let readme = self.wording.text("exit-readme", &values).replace('\n', "\r\n");
        for (name, text) in [
            (CONTENTS, program),
            (DESCRIPTION, description(self.wording.as_ref(), contents)),
            (README, readme),
        ] {
            let mut file = Sealing::begin(out, name.to_owned())?;
            file.write_all(text.as_bytes())?;
            file.end(poured)?;
        }
        let sums: BTreeMap<_, _> = poured.files.clone();
        let mut file = Sealing::begin(out, SUMS.to_owned())?;
        for (name, told) in sums {
            writeln!(file, "{}  {name}", told.sha256)?;
        }
        file.end(poured)?;
        let told = poured.files.get(SUMS).ok_or(StoreError::Damaged("checksums"))?;
        Ok(told.sha256.clone())
    }
}

/// Refuses a folder in which something lies, or that cannot be made.
fn refuse_folder(folder: &Path) -> Result<()> {
    if folder.as_os_str().is_empty() {
        return Err(AppError::refused(RefusalCode::TargetMissing));
    }
    if folder.file_name().is_none() || !target::folder_of(folder).is_dir() {
        return Err(AppError::refused(RefusalCode::TargetFolderMissing));
    }
    let there = match fs::symlink_metadata(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error.into()),
        Ok(there) => there,
    };
    let is_empty = there.is_dir() && fs::read_dir(folder)?.next().is_none();
    if is_empty { Ok(()) } else { Err(AppError::refused(RefusalCode::ExitFolderNotEmpty)) }
}

/// The folder that is being written.
struct Folder {
    root: PathBuf,
}

impl Folder {
    fn make(&self) -> io::Result<()> {
        for name in ["", TABLES, DOCUMENTS] {
            make_folder(&self.root.join(name))?;
        }
        Ok(())
    }
}

/// A folder for whoever makes it, and nobody else: what lies in it is not encrypted.
fn make_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    match builder.create(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        made => made,
    }
}

impl Out for Folder {
    fn begin(&mut self, name: &str) -> io::Result<Box<dyn Target>> {
        let path = self.root.join(name);
        if let Some(folder) = path.parent() {
            make_folder(folder)?;
        }
        let file = open_for_owner(File::options().create_new(true).write(true), &path)?;
        Ok(Box::new(BufWriter::new(file)))
    }
}

impl Target for BufWriter<File> {
    fn end(self: Box<Self>) -> io::Result<()> {
        self.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()
    }
}

/// SHA-256 of a file that lies there, and its size.
pub(super) fn told(path: &Path) -> io::Result<(String, u64)> {
    use sha2::{Digest as _, Sha256};
    let mut file = File::open(path)?;
    let mut digest = Sha256::new();
    let mut bytes = 0;
    let mut part = vec![0; 1 << 16];
    loop {
        let read = io::Read::read(&mut file, &mut part)?;
        if read == 0 {
            return Ok((hex(&digest.finalize()), bytes));
        }
        digest.update(&part[..read]);
        bytes += read as u64;
    }
}
