//! Reads what was written back into an empty database, and holds the two against each other: every
//! file by its checksum, every table by its rows, sums and bytes, and the chain by its head.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, BufReader, Read as _, Seek as _, SeekFrom};
use std::path::{Component, Path, PathBuf};

use importing::{WholeCell, read_whole_table};
use store::Store;
use store::key::{DatabaseKey, key_file};
use store::leaving::{Cell, Filling, Holds, Table};

use super::contents::{CONTENTS, Contents, FORM, SUMS};
use super::pouring::{DOCUMENTS, Nowhere, TABLES, pour};
use super::writing::told;
use crate::Result;
use crate::backup::{Unfinished, beside, refuse_what_is_there};
use crate::error::{AppError, RefusalCode};
use crate::files::target;
use crate::payments::Watch;
use crate::session::{Unlock, refuse_short};

/// Something that is not as it left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExitFault {
    /// `missing`, `changed` or `unknown` of a file; `differs` of a table, `rows` and `sums` of its
    /// numbers; `chain` and `check` of the whole.
    pub kind: &'static str,
    /// The file or table; empty: the whole.
    pub name: String,
}

/// What reading back has shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExitVerified {
    /// Files that were held against their checksum.
    pub files: u64,
    /// Tables that were read back.
    pub tables: u64,
    /// Their rows.
    pub rows: u64,
    /// Sums of amounts that were held against each other.
    pub sums: u64,
    /// Documents that were read back.
    pub documents: u64,
    /// Events of the chain.
    pub events: i64,
    /// The hash of the last one.
    pub head: String,
    /// What is not as it left; none: the two are equal.
    pub faults: Vec<ExitFault>,
}

impl ExitVerified {
    fn fault(&mut self, kind: &'static str, name: &str) {
        self.faults.push(ExitFault { kind, name: name.to_owned() });
    }
}

/// Reads `folder` back into a new database `into`, and holds the two against each other. Where a file
/// is not as it left nothing is read back.
///
/// # Errors
/// When there is a database already, the folder holds no such export, or its tables cannot be read.
pub fn verify_exit(
    folder: &Path,
    into: &Path,
    unlock: &Unlock,
    watch: &dyn Watch,
) -> Result<ExitVerified> {
    let key = match unlock {
        Unlock::Passphrase(passphrase) => {
            refuse_short(passphrase, "passphrase")?;
            DatabaseKey::random()?
        }
        Unlock::Key(key) => key.clone(),
        Unlock::Login(_) => return Err(store::StoreError::NoUsers.into()),
    };
    target::refuse(into, None)?;
    refuse_what_is_there(into)?;
    let contents = contents_of(folder)?;
    let mut verified = ExitVerified {
        events: contents.events,
        head: contents.head.clone(),
        ..ExitVerified::default()
    };
    let sums = hold_files(folder, &mut verified, watch)?;
    if !verified.faults.is_empty() {
        return Ok(verified);
    }
    let reserved = store::reserve(into)?;
    let unfinished = Unfinished(beside(into, ".reading.part"));
    unfinished.remove();
    let store = Store::filled::<AppError>(&unfinished.0, &key, |filling| {
        fill(folder, &contents, filling, watch)
    })?;
    hold_tables(&store, &contents, &sums, &mut verified, watch)?;
    store.close()?;
    if let Unlock::Passphrase(passphrase) = unlock {
        key.write_beside(into, passphrase)?;
    }
    if let Err(error) = fs::rename(&unfinished.0, into) {
        let _ = fs::remove_file(key_file(into));
        return Err(error.into());
    }
    drop((unfinished, reserved));
    watch.at(1000, 1000);
    Ok(verified)
}

fn unreadable(file: &str) -> AppError {
    AppError::refused(RefusalCode::ExitUnreadable).with("file", file)
}

fn contents_of(folder: &Path) -> Result<Contents> {
    let text = fs::read_to_string(folder.join(CONTENTS)).map_err(|_| unreadable(CONTENTS))?;
    let contents: Contents = serde_json::from_str(&text).map_err(|_| unreadable(CONTENTS))?;
    if contents.format == FORM { Ok(contents) } else { Err(unreadable(CONTENTS)) }
}

/// Holds every file against its checksum; gives the checksums by name.
fn hold_files(
    folder: &Path,
    verified: &mut ExitVerified,
    watch: &dyn Watch,
) -> Result<BTreeMap<String, String>> {
    let text = fs::read_to_string(folder.join(SUMS)).map_err(|_| unreadable(SUMS))?;
    let mut sums = BTreeMap::new();
    for line in text.lines() {
        let (sha256, name) = line.split_once("  ").ok_or_else(|| unreadable(SUMS))?;
        // Nothing outside the folder is read, whatever stands there.
        let inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
        if !inside {
            return Err(unreadable(SUMS));
        }
        sums.insert(name.to_owned(), sha256.to_owned());
    }
    for (place, (name, sha256)) in (0..).zip(&sums) {
        if !watch.at(place * 200 / sums.len().max(1) as u64, 1000) {
            return Err(AppError::Cancelled);
        }
        verified.files += 1;
        match told(&folder.join(name)) {
            Ok((there, _)) if there == *sha256 => {}
            Ok(_) => verified.fault("changed", name),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                verified.fault("missing", name);
            }
            Err(error) => return Err(error.into()),
        }
    }
    let mut there = BTreeSet::new();
    names_in(folder, "", &mut there)?;
    for name in there {
        if name != SUMS && !sums.contains_key(&name) {
            verified.fault("unknown", &name);
        }
    }
    Ok(sums)
}

fn names_in(folder: &Path, before: &str, names: &mut BTreeSet<String>) -> Result<()> {
    for entry in fs::read_dir(folder.join(before))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let name = if before.is_empty() { name } else { format!("{before}/{name}") };
        if entry.file_type()?.is_dir() {
            names_in(folder, &name, names)?;
        } else {
            names.insert(name);
        }
    }
    Ok(())
}

/// Puts every row of every table where it was.
fn fill(
    folder: &Path,
    contents: &Contents,
    filling: &Filling<'_>,
    watch: &dyn Watch,
) -> Result<()> {
    let tables = filling.tables()?;
    let known: BTreeSet<&str> = tables.iter().map(|table| table.name.as_str()).collect();
    let told: BTreeSet<&str> = contents.tables.iter().map(|table| table.name.as_str()).collect();
    // Tables of another version of the program: it reads its own.
    if known != told {
        return Err(unreadable(CONTENTS));
    }
    for (place, table) in (0..).zip(&tables) {
        if !watch.at(200 + place * 400 / tables.len() as u64, 1000) {
            return Err(AppError::Cancelled);
        }
        fill_table(folder, table, filling)?;
    }
    Ok(())
}

fn fill_table(folder: &Path, table: &Table, filling: &Filling<'_>) -> Result<()> {
    let name = format!("{TABLES}/{}.csv", table.name);
    let file = BufReader::new(File::open(folder.join(&name))?);
    let mut documents = Documents { folder, open: None };
    let mut is_head = true;
    let no = || unreadable(&name);
    read_whole_table::<AppError>(file, |_, record| {
        if record.len() != table.columns.len() {
            return Err(no());
        }
        if std::mem::take(&mut is_head) {
            let named = |(cell, column): (&WholeCell, &store::leaving::TableColumn)| matches!(cell, WholeCell::Text(name) if *name == column.name);
            let same = record.iter().zip(&table.columns).all(named);
            return if same { Ok(()) } else { Err(no()) };
        }
        let mut bytes = Vec::new();
        for (cell, column) in record.iter().zip(&table.columns) {
            bytes.push(match (cell, column.holds) {
                (WholeCell::Text(text), Holds::Bytes) if text.starts_with(DOCUMENTS) => {
                    Some(documents.bytes(text)?)
                }
                (WholeCell::Text(text), Holds::Bytes) => Some(from_hex(text).ok_or_else(no)?),
                _ => None,
            });
        }
        let cells = record.iter().zip(&table.columns).zip(&bytes).map(|((cell, column), bytes)| {
            match (cell, column.holds, bytes) {
                (WholeCell::Null, ..) => Ok(Cell::Null),
                (WholeCell::Integer(number), Holds::Integer, _) => Ok(Cell::Integer(*number)),
                (WholeCell::Text(text), Holds::Text, _) => Ok(Cell::Text(text)),
                (_, Holds::Bytes, Some(bytes)) => Ok(Cell::Bytes(bytes)),
                _ => Err(no()),
            }
        });
        let cells = cells.collect::<Result<Vec<Cell<'_>>>>()?;
        Ok(filling.put(table, &cells)?)
    })
}

/// The documents of the folder, the last one open.
struct Documents<'f> {
    folder: &'f Path,
    open: Option<(PathBuf, File)>,
}

impl Documents<'_> {
    /// The bytes at `path@first+count`.
    fn bytes(&mut self, place: &str) -> Result<Vec<u8>> {
        let no = || unreadable(place);
        let (name, range) = place.rsplit_once('@').ok_or_else(no)?;
        let (first, count) = range.split_once('+').ok_or_else(no)?;
        let (first, count): (u64, u64) =
            (first.parse().map_err(|_| no())?, count.parse().map_err(|_| no())?);
        let inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
        if !inside {
            return Err(no());
        }
        let path = self.folder.join(name);
        if self.open.as_ref().is_none_or(|(open, _)| *open != path) {
            self.open = Some((path.clone(), File::open(&path)?));
        }
        let Some((_, file)) = &mut self.open else { return Err(no()) };
        file.seek(SeekFrom::Start(first))?;
        let mut bytes = Vec::new();
        file.take(count).read_to_end(&mut bytes)?;
        if bytes.len() as u64 == count { Ok(bytes) } else { Err(no()) }
    }
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    if text.len() % 2 == 1 || !text.is_ascii() {
        return None;
    }
    let byte = |at: usize| u8::from_str_radix(text.get(at..at + 2)?, 16).ok();
    (0..text.len()).step_by(2).map(byte).collect()
}

/// Pours the new database once more, to nowhere: its files would be those of the folder.
fn hold_tables(
    store: &Store,
    contents: &Contents,
    sums: &BTreeMap<String, String>,
    verified: &mut ExitVerified,
    watch: &dyn Watch,
) -> Result<()> {
    let read = store.read();
    let poured = pour(&read, &mut Nowhere, &Part { watch })?;
    verified.documents = poured.documents;
    for table in &contents.tables {
        let Some(there) = poured.tables.get(&table.name) else { continue };
        verified.tables += 1;
        verified.rows += there.rows;
        verified.sums += there.sums.len() as u64;
        if there.rows != table.rows {
            verified.fault("rows", &table.name);
        }
        if there.sums != table.sums {
            verified.fault("sums", &table.name);
        }
    }
    for (name, told) in &poured.files {
        if sums.get(name) != Some(&told.sha256) {
            verified.fault("differs", name);
        }
    }
    let of_tables = |name: &&String| {
        name.starts_with(&format!("{TABLES}/")) || name.starts_with(&format!("{DOCUMENTS}/"))
    };
    for name in sums.keys().filter(of_tables) {
        if !poured.files.contains_key(name) {
            verified.fault("differs", name);
        }
    }
    let last = read.last_event_no()?;
    if (last.0, read.event_hash(last)?) != (contents.events, Some(contents.head.clone())) {
        verified.fault("chain", "");
    }
    if !store.check()?.is_whole() {
        verified.fault("check", "");
    }
    Ok(())
}

/// The last part of the way.
struct Part<'w> {
    watch: &'w dyn Watch,
}

impl Watch for Part<'_> {
    fn at(&self, done: u64, total: u64) -> bool {
        self.watch.at(600 + done * 390 / total.max(1), 1000)
    }
}
