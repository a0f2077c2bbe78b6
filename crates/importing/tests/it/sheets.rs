//! What a workbook holds that its cells do not say, and cells that are not what they show.

use std::io::{Cursor, Read, Write};
use std::ops::ControlFlow;

use domain::FindingCode as C;
use importing::{FileRefusal, Interpreter, Limits, built_in, inspect, read_rows, recognise};
use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};
use serde_json::json;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::support::{bytes, finding_json, given, given_days, read, refusal_json};

/// Header and first rows of sample A.
fn rows() -> Vec<Vec<String>> {
    let list = read(&bytes("list-a/input.csv")).unwrap();
    let rows = list.rows.iter().map(|row| row.written.iter().map(str::to_owned).collect());
    std::iter::once(list.layout.names.clone()).chain(rows).collect()
}

fn fill(sheet: &mut Worksheet, rows: &[Vec<String>]) {
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(cells).filter(|(_, text)| !text.is_empty()) {
            sheet.write(row, column, text).unwrap();
        }
    }
}

/// A workbook with the header and four rows in its one sheet, changed.
fn book(change: impl Fn(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Lista").unwrap();
    fill(sheet, &rows()[..5]);
    change(sheet);
    book.save_to_buffer().unwrap()
}

/// The workbook with a text in one of its parts replaced.
fn patched(book: &[u8], part: &str, from: &str, to: &str) -> Vec<u8> {
    let mut whole = ZipArchive::new(Cursor::new(book)).unwrap();
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let mut found = false;
    for index in 0..whole.len() {
        let mut file = whole.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut content = String::new();
        file.read_to_string(&mut content).unwrap();
        if name == part {
            found = content.contains(from);
            content = content.replace(from, to);
        }
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    assert!(found, "{from}");
    archive.finish().unwrap().into_inner()
}

const SHEET: &str = "xl/worksheets/sheet1.xml";

fn of_file(book: &[u8]) -> serde_json::Value {
    let list = read(book).unwrap();
    assert_eq!(list.findings(), []);
    list.summary.findings.iter().map(finding_json).collect()
}

#[test]
fn a_plain_workbook_has_nothing_to_tell() {
    assert_eq!(of_file(&book(|_| {})), json!([]));
    // The buttons of a filter hide nothing.
    assert_eq!(of_file(&book(|sheet| _ = sheet.autofilter(0, 0, 4, 12).unwrap())), json!([]));
}

#[test]
fn hidden_rows_and_columns_are_read_and_told() {
    let hidden = book(|sheet| {
        sheet.set_row_hidden(2).unwrap().set_row_hidden(4).unwrap();
        sheet.set_row_hidden(900).unwrap();
        sheet.set_column_hidden(12).unwrap().set_column_hidden(20).unwrap();
    });
    assert_eq!(
        of_file(&hidden),
        json!([
            { "line": 1, "code": "rows-hidden", "values": { "count": "2", "line": "3", "hidden_ore": "-780000" } },
            { "line": 1, "column": 13, "column_name": "Belopp", "code": "column-hidden", "values": {} },
        ])
    );
    assert_eq!(read(&hidden).unwrap().rows.len(), 4);
    // A row and a column of no size do not show either.
    let flat =
        patched(&book(|_| {}), SHEET, "<row r=\"3\"", "<row ht=\"0\" customHeight=\"1\" r=\"3\"");
    assert_eq!(of_file(&flat)[0]["code"], "rows-hidden");
    let cols = "<cols><col min=\"13\" max=\"13\" width=\"0\" customWidth=\"1\"/></cols><sheetData>";
    let narrow = patched(&book(|_| {}), SHEET, "<sheetData>", cols);
    assert_eq!(of_file(&narrow)[0]["code"], "column-hidden");
}

#[test]
fn a_filter_is_told_with_what_it_hides() {
    let filtered = book(|sheet| {
        sheet.autofilter(0, 0, 4, 12).unwrap();
        let condition = rust_xlsxwriter::FilterCondition::new().add_list_filter("GYMN");
        sheet.filter_column(3, &condition).unwrap();
        sheet.set_row_hidden(1).unwrap();
    });
    let told = of_file(&filtered);
    assert_eq!(told[0]["code"], "sheet-filtered");
    assert_eq!(told.as_array().unwrap().len(), 1);
}

#[test]
fn sheets_that_are_not_read_are_named() {
    let mut book = Workbook::new();
    fill(book.add_worksheet().set_name("Lista").unwrap(), &rows()[..5]);
    book.add_worksheet().set_name("Anteckningar").unwrap().write(0, 0, "Hej").unwrap();
    book.add_worksheet().set_name("Tomt").unwrap();
    let hidden = book.add_worksheet().set_name("Gammalt").unwrap();
    fill(hidden, &rows()[..9]);
    hidden.set_hidden(true);
    book.add_worksheet().set_name("Dolt och tomt").unwrap().set_hidden(true);
    assert_eq!(
        of_file(&book.save_to_buffer().unwrap()),
        json!([
            { "line": 1, "code": "sheet-not-read", "values": { "sheet": "Anteckningar" } },
            { "line": 1, "code": "sheet-hidden", "values": { "sheet": "Gammalt" } },
        ])
    );
}

#[test]
fn sheets_with_the_same_columns_are_one_list() {
    let all = rows();
    let with_header = |rows: &[Vec<String>]| -> Vec<Vec<String>> {
        std::iter::once(&all[0]).chain(rows).cloned().collect()
    };
    let mut third = with_header(&all[10..]);
    third[3][12] = "9O".to_owned();
    // Lines above a header do not matter.
    third.insert(0, vec!["Vård".to_owned()]);
    let mut book = Workbook::new();
    fill(book.add_worksheet().set_name("Skola").unwrap(), &all[..4]);
    fill(book.add_worksheet().set_name("Dygn").unwrap(), &with_header(&all[4..10]));
    fill(book.add_worksheet().set_name("Mall").unwrap(), &all[..1]);
    fill(book.add_worksheet().set_name("Vård").unwrap(), &third);
    let list = read(&book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(list.rows.len(), 30);
    let lines: Vec<u32> = list.rows.iter().map(|row| row.line).collect();
    assert_eq!((lines[0], lines[3], lines[9]), (2, 10_000_002, 20_000_003));
    assert_eq!(list.layout.further_sheet(lines[9]), Some(("Vård", 3)));
    assert_eq!(list.layout.further_sheet(lines[0]), None);
    let found: Vec<_> = list.findings().iter().map(finding_json).collect();
    let values = json!({ "text": "9O", "in_sheet": "Vård", "in_row": "5" });
    assert_eq!(found.len(), 1);
    assert_eq!((&found[0]["line"], &found[0]["values"]), (&json!(20_000_005), &values));
    let whole = read(&bytes("list-a/input.csv")).unwrap().meant();
    let meant = list.meant();
    assert!(meant.iter().zip(&whole).filter(|(one, other)| one == other).count() == 29);
    let codes: Vec<_> = list.summary.findings.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, []);
}

#[test]
fn sheets_with_the_header_but_other_columns_are_refused_and_named() {
    let mut other = rows()[..4].to_vec();
    other.iter_mut().for_each(|cells| cells.swap(11, 12));
    let mut book = Workbook::new();
    fill(book.add_worksheet().set_name("Skola").unwrap(), &rows()[..3]);
    fill(book.add_worksheet().set_name("Vård").unwrap(), &other);
    let refused = read(&book.save_to_buffer().unwrap()).map(|_| ()).unwrap_err();
    assert_eq!(
        refusal_json(&refused),
        json!({ "refused": "several-sheets-match", "values": { "sheets": "Skola, Vård" } })
    );
}

#[test]
fn sum_rows_of_sheets_come_to_the_sum_of_the_list() {
    let header =
        "Ersättning;Kod;Individnummer;Person-/samordningsnummer;Namn;Fr.o.m.;T.o.m.;Belopp (kr)";
    let total = |sums: &[Option<&str>]| {
        let mut book = Workbook::new();
        for (number, sum) in sums.iter().enumerate() {
            let row =
                "Grundskola - asyl;GSKA;99000301;;Testsson, Alfa;2026-08-17;2026-09-13;100,00";
            let above = "Utbetalningsdag;2026-10-30";
            let sum = sum.map(|sum| format!("Summa;;;;;;;{sum}"));
            let lines =
                [Some(above.to_owned()), Some(header.to_owned()), Some(row.to_owned()), sum];
            let cells = |line: String| line.split(';').map(str::to_owned).collect::<Vec<_>>();
            let rows: Vec<_> = lines.into_iter().flatten().map(cells).collect();
            fill(book.add_worksheet().set_name(format!("Blad {number}")).unwrap(), &rows);
        }
        let list = read(&book.save_to_buffer().unwrap()).unwrap();
        assert_eq!(list.rows.len(), sums.len());
        let missing = list.summary.findings.iter().any(|f| f.code == C::SumRowMissing);
        (list.summary.control_total.map(|total| total.amount.map(|ore| ore.0)), missing)
    };
    assert_eq!(total(&[Some("100,00"), Some("100,00")]), (Some(Some(20_000)), false));
    assert_eq!(total(&[None, Some("200,00")]), (Some(Some(20_000)), false));
    assert_eq!(total(&[Some("100,00"), None, Some("200,00")]), (None, true));
    assert_eq!(total(&[Some("100,00"), Some("x")]), (Some(None), false));
}

/// Codes and columns of what is found in the second row when a cell of it is changed.
fn cell(change: impl Fn(&mut Worksheet)) -> Vec<(Option<u16>, C)> {
    let list = read(&book(change)).unwrap();
    list.findings().iter().map(|finding| (finding.column, finding.code)).collect()
}

#[test]
fn a_formula_without_value_is_an_error_at_its_cell() {
    let formula = |column: u16| {
        let with_value = book(|sheet| {
            sheet.write_formula(1, column, Formula::new("=M3&L3").set_result("77177")).unwrap();
        });
        for (from, to) in
            [("<v>77177</v>", ""), ("<v>77177</v>", "<v></v>"), ("<v>77177</v>", "<v/>")]
        {
            let without = patched(&with_value, SHEET, from, to);
            let list = read(&without).unwrap();
            assert_eq!(list.rows[0].written.get(usize::from(column)), Some("ƒ =M3&L3"));
            let found: Vec<_> = list.findings().iter().map(|f| (f.column, f.code)).collect();
            assert_eq!(found, [(Some(column + 1), C::FormulaWithoutValue)]);
        }
    };
    // A day, the payment code, a number, days, and the amount.
    for column in [0, 3, 5, 6, 10, 11, 12] {
        formula(column);
    }
    // An empty text is a value.
    let empty = |sheet: &mut Worksheet| {
        sheet.write_formula(1, 8, Formula::new("=\"\"").set_result("")).unwrap();
    };
    assert_eq!(cell(empty), []);
}

#[test]
fn an_error_in_place_of_a_value_is_none() {
    for (column, error) in [(0, "#REF!"), (7, "#N/A"), (12, "#DIV/0!"), (2, "#NAME?")] {
        let with_error = book(|sheet| {
            let formula = Formula::new("=A1").set_result(error);
            sheet.write_formula(1, column, formula).unwrap();
        });
        let list = read(&with_error).unwrap();
        let found: Vec<_> = list.findings().iter().map(|f| (f.column, f.code)).collect();
        assert_eq!(found, [(Some(column + 1), C::CellError)]);
    }
}

#[test]
fn zeros_of_a_number_format_are_asked_about() {
    let zeros = |sheet: &mut Worksheet| {
        let format = Format::new().set_num_format("00-000000");
        sheet.write_with_format(1, 5, 136, &format).unwrap();
        let counted = Format::new().set_num_format("00000");
        sheet.write_with_format(1, 11, 28, &counted).unwrap();
        sheet.write_with_format(1, 12, 16_800, &counted).unwrap();
    };
    let list = read(&book(zeros)).unwrap();
    let row = &list.rows[0];
    assert_eq!(row.written.get(5), Some("136 → 00-000136"));
    assert_eq!((row.row.days, row.row.amount.map(|ore| ore.0)), (Some(28), Some(1_680_000)));
    let found: Vec<_> = list.findings().iter().map(|f| (f.column, f.code)).collect();
    assert_eq!(found, [(Some(6), C::ZerosByFormat)]);
    let interpreter = Interpreter::new(&list.profile, &list.layout, given(None));
    let proposal = interpreter.propose(&row.written, &row.faults).unwrap();
    assert_eq!(proposal.overrides[&domain::Field::DossierNumber], "00-000136");
    // Eight digits are shown as they are.
    let whole = |sheet: &mut Worksheet| {
        let format = Format::new().set_num_format("00-000000");
        sheet.write_with_format(1, 5, 99_000_011, &format).unwrap();
    };
    assert_eq!(cell(whole), []);
}

#[test]
fn a_board_is_never_another_by_its_format() {
    let list = bytes("register/input.csv");
    let text = String::from_utf8(list).unwrap();
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let cells = |line: &str| line.split(';').map(str::to_owned).collect::<Vec<_>>();
    let (header, first) = (cells(lines.next().unwrap()), cells(lines.next().unwrap()));
    let board = header.iter().position(|name| name == "Ansvar").unwrap();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    fill(sheet, &[header, first]);
    let format = Format::new().set_num_format("0000");
    sheet.write_with_format(1, u16::try_from(board).unwrap(), 710, &format).unwrap();
    let book = book.save_to_buffer().unwrap();
    let limits = Limits::default();
    let mut source = Cursor::new(&book);
    let inspection = inspect(&mut source, &limits, &mut |_| {}).unwrap();
    let profiles = built_in().unwrap();
    let found = recognise(&mut source, &inspection, &profiles, &limits).unwrap();
    let profile = &profiles[found.only(&profiles).unwrap().profile];
    let mut faults = Vec::new();
    read_rows::<importing::Register>(
        &mut source,
        &inspection,
        profile,
        given_days(),
        &limits,
        &mut |row| {
            assert_eq!(row.row.cost_centre, None);
            faults.extend(row.faults.into_iter().map(|fault| (fault.code, fault.values)));
            ControlFlow::Continue(())
        },
    )
    .unwrap();
    assert_eq!(faults, [(C::ZerosByFormat, vec![("shown".to_owned(), "0710".to_owned())])]);
}

#[test]
fn addresses_outside_any_sheet_are_damage() {
    for (from, to) in [
        ("r=\"A2\"", "r=\"ZZZZZZZ1\""),
        ("r=\"A2\"", "r=\"A99999999999\""),
        ("r=\"A2\"", "r=\"XFE2\""),
        ("<row r=\"2\"", "<row r=\"4294967295\""),
        ("<row r=\"2\"", "<row r=\"99999999999\""),
        ("<row r=\"2\"", "<row r=\"0\""),
    ] {
        let file = patched(&book(|_| {}), SHEET, from, to);
        assert_eq!(read(&file).map(|_| ()), Err(FileRefusal::Damaged), "{to}");
    }
}

#[test]
fn texts_that_cells_share_are_limited() {
    let book = book(|sheet| _ = sheet.write(4, 7, "x".repeat(30_000)).unwrap());
    let limits = Limits { xlsx_unpacked_bytes: 100_000, ..Limits::default() };
    assert_eq!(
        inspect(&mut Cursor::new(&book), &limits, &mut |_| {}).map(|_| ()),
        Err(FileRefusal::UnpackedTooLarge { limit: 25_000 })
    );
}

#[test]
fn archives_say_what_they_are() {
    let archive = |parts: &[(&str, &str)]| {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            archive.start_file(*name, SimpleFileOptions::default()).unwrap();
            archive.write_all(content.as_bytes()).unwrap();
        }
        archive.finish().unwrap().into_inner()
    };
    let ods = "application/vnd.oasis.opendocument.spreadsheet";
    let odt = "application/vnd.oasis.opendocument.text";
    for (parts, found) in [
        (&[("mimetype", ods), ("content.xml", "")][..], "ods"),
        (&[("mimetype", odt)], "document"),
        (&[("word/document.xml", "")], "document"),
        (&[("xl/workbook.bin", "")], "xlsb"),
        (&[("Index/Document.iwa", "")], "numbers"),
        (&[("lista.csv", "Kod;Belopp")], "archive"),
    ] {
        let refused = read(&archive(parts)).map(|_| ()).unwrap_err();
        assert_eq!(refused, FileRefusal::UnknownContainer { found });
    }
}
