//! What any bytes must hold in everything that reads files: an answer or a refusal, never a panic. Called
//! by the fuzz targets, and by the ordinary tests of `importing` with the test data and what is near them.

use std::io::{Cursor, Write as _};
use std::ops::ControlFlow;
use std::sync::LazyLock;

use importing::{
    Given, GivenDays, Inspection, Interpreter, Limits, Profile, ProfileKind, ReadDraftRow, RowKind,
    inspect, read_accounts, read_codes, read_key, read_payments, read_rows, recognise,
};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

static PROFILES: LazyLock<Vec<Profile>> =
    LazyLock::new(|| importing::built_in().expect("the profiles that ship with the program"));

/// Small enough that a few bytes reach every limit.
fn limits() -> Limits {
    Limits { field_bytes: 200, xlsx_rows: 1_000, xlsx_unpacked_bytes: 1 << 20, ..Limits::default() }
}

fn inspected(bytes: &[u8]) -> Option<Inspection> {
    let mut seen = 0;
    let inspection =
        inspect(&mut Cursor::new(bytes), &limits(), &mut |chunk| seen += chunk.len()).ok()?;
    assert_eq!((seen, inspection.bytes), (bytes.len(), bytes.len() as u64));
    Some(inspection)
}

fn profiles(kind: ProfileKind) -> impl Iterator<Item = &'static Profile> {
    PROFILES.iter().filter(move |profile| profile.kind == kind)
}

/// A payment list: the same rows each time, in order of line, and proposals that are good.
pub fn list(bytes: &[u8]) {
    let Some(inspection) = inspected(bytes) else { return };
    let _ = recognise(&mut Cursor::new(bytes), &inspection, &PROFILES, &limits());
    let day = "2026-10-30".parse().expect("a day");
    let given = Given { payment_date: Some(day), reference: day, usual_days: None };
    for profile in profiles(ProfileKind::PaymentList) {
        let once = payments(bytes, &inspection, profile, given);
        assert_eq!(once, payments(bytes, &inspection, profile, given));
    }
}

/// Decisions: rows in order of line, whatever profile they are read by.
pub fn decisions(bytes: &[u8]) {
    drafted::<importing::Decisions>(bytes);
}

/// Costs: rows in order of line.
pub fn costs(bytes: &[u8]) {
    drafted::<importing::Costs>(bytes);
}

/// Pupils: rows in order of line.
pub fn school(bytes: &[u8]) {
    drafted::<importing::SchoolList>(bytes);
}

/// A register: rows in order of line.
pub fn register(bytes: &[u8]) {
    drafted::<importing::Register>(bytes);
}

fn drafted<Kind: RowKind>(bytes: &[u8]) {
    let Some(inspection) = inspected(bytes) else { return };
    let reference = "2026-10-30".parse().expect("a day");
    let given = GivenDays { reference, day: None };
    for profile in Kind::PROFILES.iter().flat_map(|kind| profiles(*kind)) {
        let mut last = 0;
        let mut source = Cursor::new(bytes);
        let mut on_row = |row: ReadDraftRow<'_, Kind::Row>| {
            assert!(row.line > last, "rows come in order of line");
            last = row.line;
            for fault in &row.faults {
                let _ = row.layout.place_row(fault, row.line);
            }
            ControlFlow::Continue(())
        };
        let _ = read_rows::<Kind>(&mut source, &inspection, profile, given, &limits(), &mut on_row);
    }
}

/// A table of payment codes.
pub fn codes(bytes: &[u8]) {
    let Some(inspection) = inspected(bytes) else { return };
    let _ = read_codes(&mut Cursor::new(bytes), &inspection, &limits());
}

/// A distribution key.
pub fn key(bytes: &[u8]) {
    let Some(inspection) = inspected(bytes) else { return };
    let _ = read_key(&mut Cursor::new(bytes), &inspection, &limits());
}

/// A table of accounts.
pub fn accounts(bytes: &[u8]) {
    let Some(inspection) = inspected(bytes) else { return };
    let _ = read_accounts(&mut Cursor::new(bytes), &inspection, &limits());
}

/// A workbook whose only sheet is what the bytes say, whoever reads it: bytes at random are hardly ever
/// an archive, and would try nothing behind its door.
pub fn workbook(sheet: &[u8]) {
    const TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#;
    const RELATIONS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    const BOOK: &str = r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
    const OF_BOOK: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in [
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", RELATIONS.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", OF_BOOK.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet),
    ] {
        archive.start_file(name, SimpleFileOptions::default()).expect("a part");
        archive.write_all(content).expect("a part");
    }
    let book = archive.finish().expect("an archive").into_inner();
    for read in [list, register, codes, key, accounts] {
        read(&book);
    }
}

/// Rows and faults in one text, so that two readings can be compared.
fn payments(bytes: &[u8], inspection: &Inspection, profile: &Profile, given: Given) -> String {
    let mut source = Cursor::new(bytes);
    let mut text = String::new();
    let mut last = 0;
    let read = read_payments(&mut source, inspection, profile, given, &limits(), &mut |row| {
        assert!(row.line > last, "rows come in order of line");
        last = row.line;
        let interpreter = Interpreter::new(profile, row.layout, given);
        if let Some(proposal) = interpreter.propose(row.written, &row.faults) {
            let (_, left) = interpreter.interpret(row.written, &proposal.overrides);
            let corrected = |field| proposal.overrides.contains_key(&field);
            assert!(!left.iter().any(|fault| fault.field.is_some_and(corrected)));
        }
        let places: Vec<_> =
            row.faults.iter().map(|fault| row.layout.place(fault, row.line)).collect();
        text.push_str(&format!("{} {:?} {places:?}\n", row.line, row.row));
        ControlFlow::Continue(())
    });
    text.push_str(&format!("{read:?}"));
    text
}
