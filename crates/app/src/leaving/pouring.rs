//! Every table and every document of a database, poured into files, or past them to see whether they
//! would be the same.

use std::collections::{BTreeMap, HashMap};
use std::io::{self, Write};

use exporting::cells::{Cell, JsonTable, csv_head, csv_row};
use sha2::{Digest, Sha256};
use store::leaving::{Cell as Kept, Table};
use store::{Read, StoreError};

use crate::Result;
use crate::error::AppError;
use crate::payments::Watch;

/// The folder of the tables.
pub(super) const TABLES: &str = "tabeller";
/// The folder of the documents.
pub(super) const DOCUMENTS: &str = "dokument";

/// Bytes of documents that are kept in tables: which table holds them, the number of the document, and
/// where its name stands, by whose ending the file is called.
struct Pieces {
    table: &'static str,
    of: &'static str,
    named_in: &'static str,
    name: &'static str,
}

const PIECES: [Pieces; 5] = [
    Pieces { table: "booking_file", of: "file_no", named_in: "booking_file", name: "format" },
    Pieces {
        table: "case_document_piece",
        of: "document_no",
        named_in: "case_document",
        name: "name",
    },
    Pieces {
        table: "claim_document_piece",
        of: "document_no",
        named_in: "claim_document",
        name: "name",
    },
    Pieces { table: "claim_file_piece", of: "file_no", named_in: "claim_file", name: "name" },
    Pieces { table: "original_piece", of: "original_no", named_in: "original_file", name: "name" },
];
/// The column that holds them.
const DATA: &str = "data";

/// Where files go.
pub(super) trait Out {
    /// Begins a file.
    fn begin(&mut self, name: &str) -> io::Result<Box<dyn Target>>;
}

/// A file that is being written.
pub(super) trait Target: Write {
    /// Ends it: what was written lies on the disk.
    fn end(self: Box<Self>) -> io::Result<()>;
}

/// Nowhere: only digests are wanted.
pub(super) struct Nowhere;

impl Out for Nowhere {
    fn begin(&mut self, _: &str) -> io::Result<Box<dyn Target>> {
        Ok(Box::new(io::sink()))
    }
}

impl Target for io::Sink {
    fn end(self: Box<Self>) -> io::Result<()> {
        Ok(())
    }
}

/// What a file turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FileTold {
    pub(super) sha256: String,
    pub(super) bytes: u64,
}

/// What a table turned out to be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct TableTold {
    pub(super) rows: u64,
    /// Sums of its amounts in öre, by column.
    pub(super) sums: BTreeMap<String, i64>,
}

/// What was poured.
#[derive(Default)]
pub(super) struct Poured {
    pub(super) tables: BTreeMap<String, TableTold>,
    pub(super) files: BTreeMap<String, FileTold>,
    pub(super) documents: u64,
}

/// A file whose digest is computed on the way.
pub(super) struct Sealing {
    name: String,
    target: Box<dyn Target>,
    digest: Sha256,
    bytes: u64,
}

impl Sealing {
    pub(super) fn begin(out: &mut dyn Out, name: String) -> io::Result<Sealing> {
        let target = out.begin(&name)?;
        Ok(Sealing { name, target, digest: Sha256::new(), bytes: 0 })
    }

    pub(super) fn end(self, poured: &mut Poured) -> io::Result<()> {
        self.target.end()?;
        let told = FileTold { sha256: hex(&self.digest.finalize()), bytes: self.bytes };
        poured.files.insert(self.name, told);
        Ok(())
    }
}

impl Write for Sealing {
    fn write(&mut self, data: &[u8]) -> io::Result<usize> {
        self.target.write_all(data)?;
        self.digest.update(data);
        self.bytes += data.len() as u64;
        Ok(data.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.target.flush()
    }
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Pours every table and every document into `out`.
pub(super) fn pour(read: &Read<'_>, out: &mut dyn Out, watch: &dyn Watch) -> Result<Poured> {
    let tables = read.tables()?;
    let mut poured = Poured::default();
    for (place, table) in (0..).zip(&tables) {
        if !watch.at(place, tables.len() as u64 + 1) {
            return Err(AppError::Cancelled);
        }
        pour_table(read, table, out, &mut poured)?;
    }
    Ok(poured)
}

fn pour_table(
    read: &Read<'_>,
    table: &Table,
    out: &mut dyn Out,
    poured: &mut Poured,
) -> Result<()> {
    let columns: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
    let mut csv = Sealing::begin(out, format!("{TABLES}/{}.csv", table.name))?;
    let mut json = Sealing::begin(out, format!("{TABLES}/{}.json", table.name))?;
    let mut rows = JsonTable::new(&columns);
    csv_head(&mut csv, &columns)?;
    let mut told = TableTold::default();
    for column in columns.iter().filter(|name| name.ends_with("_ore")) {
        told.sums.insert((*column).to_owned(), 0);
    }
    let mut documents = Documents::of(read, table)?;
    read.each_cells::<AppError>(table, &mut |cells| {
        let document = match &mut documents {
            Some(documents) => Some(documents.piece(cells, out, poured)?),
            None => None,
        };
        told.rows += 1;
        let mut written = Vec::with_capacity(cells.len());
        for (place, cell) in cells.iter().enumerate() {
            written.push(match (cell, &document) {
                (Kept::Bytes(_), Some(document)) if columns[place] == DATA => {
                    Cell::Document(document)
                }
                (Kept::Bytes(bytes), _) => Cell::Bytes(bytes),
                (Kept::Text(text), _) => Cell::Text(text),
                (Kept::Null, _) => Cell::Null,
                (Kept::Integer(number), _) => {
                    if let Some(sum) = told.sums.get_mut(columns[place]) {
                        let added = sum.checked_add(*number);
                        *sum = added.ok_or(StoreError::SumTooLarge)?;
                    }
                    Cell::Integer(*number)
                }
            });
        }
        csv_row(&mut csv, &written)?;
        Ok(rows.row(&mut json, &written)?)
    })?;
    if let Some(documents) = documents {
        documents.end(poured)?;
    }
    rows.end(&mut json)?;
    csv.end(poured)?;
    json.end(poured)?;
    poured.tables.insert(table.name.clone(), told);
    Ok(())
}

/// Documents whose pieces come in the order of their numbers.
struct Documents {
    table: &'static str,
    number: usize,
    data: usize,
    endings: HashMap<i64, String>,
    open: Option<(i64, Sealing)>,
}

impl Documents {
    /// None where the table holds none.
    fn of(read: &Read<'_>, table: &Table) -> Result<Option<Documents>> {
        let Some(pieces) = PIECES.iter().find(|pieces| pieces.table == table.name) else {
            return Ok(None);
        };
        let damaged = || StoreError::Damaged("a table of documents");
        let named_in = read.tables()?.into_iter().find(|one| one.name == pieces.named_in);
        let named_in = named_in.ok_or_else(damaged)?;
        let place = |of: &Table, column: &str| of.place(column).ok_or_else(damaged);
        let (number, name) = (place(&named_in, pieces.of)?, place(&named_in, pieces.name)?);
        let mut endings = HashMap::new();
        read.each_cells::<AppError>(&named_in, &mut |cells| {
            if let (Kept::Integer(number), Kept::Text(name)) = (cells[number], cells[name]) {
                endings.insert(number, ending_of(name));
            }
            Ok(())
        })?;
        Ok(Some(Documents {
            table: pieces.named_in,
            number: place(table, pieces.of)?,
            data: place(table, DATA)?,
            endings,
            open: None,
        }))
    }

    /// Writes a piece, and tells where it stands: path, first byte and how many.
    fn piece(
        &mut self,
        cells: &[Kept<'_>],
        out: &mut dyn Out,
        poured: &mut Poured,
    ) -> Result<String> {
        let (Kept::Integer(number), Kept::Bytes(bytes)) = (cells[self.number], cells[self.data])
        else {
            return Err(StoreError::Damaged("a piece of a document").into());
        };
        if self.open.as_ref().is_none_or(|(open, _)| *open != number) {
            if let Some((_, before)) = self.open.take() {
                before.end(poured)?;
            }
            let ending = self.endings.get(&number).map_or("bin", String::as_str);
            let name = format!("{DOCUMENTS}/{}/{number:06}.{ending}", self.table);
            self.open = Some((number, Sealing::begin(out, name)?));
            poured.documents += 1;
        }
        let Some((_, file)) = &mut self.open else {
            return Err(StoreError::Damaged("a piece of a document").into());
        };
        let place = format!("{}@{}+{}", file.name, file.bytes, bytes.len());
        file.write_all(bytes)?;
        Ok(place)
    }

    fn end(self, poured: &mut Poured) -> Result<()> {
        if let Some((_, last)) = self.open {
            last.end(poured)?;
        }
        Ok(())
    }
}

/// The ending of a file's name: letters and digits alone; the name itself stands in its table.
fn ending_of(name: &str) -> String {
    let ending = name.rsplit_once('.').map_or(name, |(_, ending)| ending);
    let plain = !ending.is_empty() && ending.chars().all(|sign| sign.is_ascii_alphanumeric());
    match plain && ending.len() <= 8 {
        true => ending.to_lowercase(),
        false => "bin".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_of_a_document_comes_into_the_name_of_its_file() {
        for (name, ending) in [
            ("Beslut Test Testsson.PDF", "pdf"),
            ("abw-xml", "bin"),
            ("sie4i", "sie4i"),
            ("a.Test Testsson", "bin"),
            ("a.../../b", "bin"),
            ("lista.csv", "csv"),
            ("", "bin"),
        ] {
            assert_eq!(ending_of(name), ending, "{name}");
        }
    }
}
