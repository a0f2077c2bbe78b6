//! XLSX: the same rows as text and as typed cells, and workbooks that mean harm.

use std::io::{Cursor, Read, Write};
use std::ops::ControlFlow;

use domain::{FindingCode, PaymentRow};
use importing::{Container, FileRefusal, Limits, built_in, inspect, read_payments, recognise};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::support::{bytes, given, look, read};

const DATES: [u16; 4] = [0, 1, 9, 10];
const NUMBERS: [u16; 2] = [11, 12];

/// The cells of sample A as written, header first.
fn sample() -> Vec<Vec<String>> {
    let list = read(&bytes("list-a/input.csv")).unwrap();
    let rows = list.rows.iter().map(|row| row.written.iter().map(str::to_owned).collect());
    std::iter::once(list.layout.names.clone()).chain(rows).collect()
}

fn typed(sheet: &mut Worksheet, row: u32, column: u16, text: &str) {
    let date = Format::new().set_num_format("yyyy-mm-dd");
    if row > 0 && DATES.contains(&column) {
        let moment = ExcelDateTime::parse_from_str(text).unwrap();
        sheet.write_with_format(row, column, &moment, &date).unwrap();
    } else if row > 0 && NUMBERS.contains(&column) {
        let number: f64 = text.replace('\u{A0}', "").replace(',', ".").parse().unwrap();
        sheet.write(row, column, number).unwrap();
    } else {
        sheet.write(row, column, text).unwrap();
    }
}

/// Sample A as a workbook, with `change` applied to the bytes of every part.
pub(crate) fn rewritten(mut change: impl FnMut(&mut Vec<u8>)) -> Vec<u8> {
    let mut whole = ZipArchive::new(Cursor::new(workbook(typed))).unwrap();
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for index in 0..whole.len() {
        let mut part = whole.by_index(index).unwrap();
        archive.start_file(part.name().unwrap().into_owned(), options).unwrap();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        change(&mut content);
        archive.write_all(&content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn workbook(write: impl Fn(&mut Worksheet, u32, u16, &str)) -> Vec<u8> {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Om").unwrap().write(0, 0, "Månadens lista").unwrap();
    let sheet = book.add_worksheet().set_name("Lista").unwrap();
    for (row, cells) in (0..).zip(sample()) {
        for (column, text) in (0..).zip(cells).filter(|(_, text)| !text.is_empty()) {
            write(sheet, row, column, &text);
        }
    }
    book.save_to_buffer().unwrap()
}

fn meant(path: &str) -> Vec<PaymentRow> {
    read(&bytes(path)).unwrap().meant()
}

#[test]
fn text_cells_and_typed_cells_give_the_rows_of_the_text() {
    let as_text = workbook(|sheet, row, column, text| {
        sheet.write_string(row, column, text).unwrap();
    });
    for file in [as_text, workbook(typed)] {
        let list = read(&file).unwrap();
        assert_eq!(list.inspection.container, Container::Xlsx);
        assert_eq!(list.layout.sheet.as_deref(), Some("Lista"));
        assert_eq!((list.rows[0].line, list.findings()), (2, vec![]));
        assert_eq!(list.meant(), meant("list-a/input.csv"));
    }
}

/// One row of layout A, its cells changed.
fn changed(change: impl Fn(&mut Worksheet)) -> Vec<(Option<u16>, FindingCode)> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0..).zip(&sample()[..2]) {
        for (column, text) in (0..).zip(cells) {
            typed(sheet, row, column, text);
        }
    }
    change(sheet);
    let list = read(&book.save_to_buffer().unwrap()).unwrap();
    list.findings().iter().map(|finding| (finding.column, finding.code)).collect()
}

#[test]
fn typed_cells_are_distrusted_where_they_may_lie() {
    use FindingCode as C;
    // A note beside the list is in nobody's way: every cell has its own address.
    assert_eq!(changed(|sheet| _ = sheet.write(1, 20, "obs!").unwrap()), []);
    // Digits survive in a number of twelve, not the zeros before a dossier number.
    assert_eq!(changed(|sheet| _ = sheet.write(1, 6, 201_701_012_393_f64).unwrap()), []);
    let lost = [(Some(6), C::LeadingZeroLost)];
    assert_eq!(changed(|sheet| _ = sheet.write(1, 5, 136).unwrap()), lost);
    // A binary float that is öre, and one that is not.
    assert_eq!(changed(|sheet| _ = sheet.write(1, 12, 0.1 + 0.2).unwrap()), []);
    let fraction = [(Some(13), C::AmountFractionOfOre)];
    assert_eq!(changed(|sheet| _ = sheet.write(1, 12, 16_800.005).unwrap()), fraction);
    // A serial number is a date only where the cell says so, and a moment is no date.
    let no_date = [(Some(1), C::DateForm)];
    assert_eq!(changed(|sheet| _ = sheet.write(1, 0, 46_325).unwrap()), no_date);
    let moment = ExcelDateTime::parse_from_str("2026-10-30 12:30").unwrap();
    let format = Format::new().set_num_format("yyyy-mm-dd hh:mm");
    let write = |sheet: &mut Worksheet| {
        sheet.write_with_format(1, 0, &moment, &format).unwrap();
    };
    assert_eq!(changed(write), no_date);
    let half = [(Some(12), C::DaysNotANumber)];
    assert_eq!(changed(|sheet| _ = sheet.write(1, 11, 28.5).unwrap()), half);
}

#[test]
fn a_cell_in_the_last_corner_costs_nothing() {
    assert_eq!(changed(|sheet| _ = sheet.write(1_048_575, 16_383, "x").unwrap()), []);
}

fn limited(file: &[u8], limits: &Limits) -> Result<u32, FileRefusal> {
    let mut source = Cursor::new(file);
    let inspection = inspect(&mut source, limits, &mut |_| {})?;
    let profiles = built_in().unwrap();
    let found = recognise(&mut source, &inspection, &profiles, limits)?.only(&profiles)?;
    let profile = &profiles[found.profile];
    let mut seen = 0;
    let read = read_payments(&mut source, &inspection, profile, given(None), limits, &mut |_| {
        seen += 1;
        ControlFlow::Continue(())
    });
    assert!(read.is_ok() || seen == 0, "no row is handed over from a sheet that is refused");
    read.map(|read| read.summary.rows)
}

#[test]
fn rows_and_unpacked_bytes_are_limited() {
    let file = workbook(typed);
    let limits = Limits::default();
    assert_eq!(limited(&file, &limits), Ok(30));
    let few = Limits { xlsx_rows: 31, ..limits.clone() };
    assert_eq!(limited(&file, &few), Ok(30));
    let fewer = Limits { xlsx_rows: 30, ..limits.clone() };
    assert_eq!(limited(&file, &fewer), Err(FileRefusal::TooManySheetRows { limit: 30 }));
    let small = Limits { xlsx_unpacked_bytes: 2_000, ..limits };
    assert_eq!(limited(&file, &small), Err(FileRefusal::UnpackedTooLarge { limit: 2_000 }));
}

#[test]
fn a_directory_that_lies_about_sizes_is_caught() {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    archive.start_file("xl/workbook.xml", options).unwrap();
    archive.write_all(&vec![b' '; 300_000]).unwrap();
    let mut file = archive.finish().unwrap().into_inner();
    let honest = 300_000_u32.to_le_bytes();
    let places: Vec<usize> =
        (0..file.len() - 4).filter(|at| file[*at..*at + 4] == honest).collect();
    assert_eq!(places.len(), 2, "local header and directory");
    for at in places {
        file[at..at + 4].copy_from_slice(&10_u32.to_le_bytes());
    }
    let told = ZipArchive::new(Cursor::new(&file)).unwrap().decompressed_size();
    assert_eq!(told, Some(10));
    let limits = Limits { xlsx_unpacked_bytes: 100_000, ..Limits::default() };
    let found = inspect(&mut Cursor::new(&file), &limits, &mut |_| {});
    assert_eq!(found, Err(FileRefusal::Damaged));
}

#[test]
fn a_directory_that_tells_no_sizes_is_counted() {
    let mut file = Vec::new();
    let mut archive = ZipWriter::new_stream(&mut file);
    archive.start_file("xl/workbook.xml", SimpleFileOptions::default()).unwrap();
    archive.write_all(&vec![b' '; 300_000]).unwrap();
    archive.finish().unwrap();
    let told = ZipArchive::new(Cursor::new(&file)).unwrap().decompressed_size();
    assert_eq!(told, None);
    let limits = Limits { xlsx_unpacked_bytes: 100_000, ..Limits::default() };
    assert_eq!(
        inspect(&mut Cursor::new(&file), &limits, &mut |_| {}),
        Err(FileRefusal::UnpackedTooLarge { limit: 100_000 })
    );
}

#[test]
fn other_archives_are_no_workbooks() {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("content.xml", SimpleFileOptions::default()).unwrap();
    let file = archive.finish().unwrap().into_inner();
    assert_eq!(look(&file), Err(FileRefusal::UnknownContainer { found: "archive" }));
}

#[test]
fn a_hidden_sheet_is_not_read() {
    let mut book = Workbook::new();
    book.add_worksheet().write(0, 0, "x").unwrap();
    let sheet = book.add_worksheet();
    sheet.set_hidden(true);
    for (row, cells) in (0..).zip(sample()) {
        for (column, text) in (0..).zip(cells) {
            sheet.write(row, column, text).unwrap();
        }
    }
    let file = book.save_to_buffer().unwrap();
    assert_eq!(read(&file).map(|_| ()), Err(FileRefusal::NoHeader));
}
