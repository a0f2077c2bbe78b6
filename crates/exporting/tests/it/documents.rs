//! Printed documents and the statement's workbook.

use std::io::Cursor;

use calamine::{Data, Reader};
use domain::Ore;
use exporting::document::{Block, Document, Orientation};
use exporting::order::order_pdf;
use exporting::statement::{statement_pdf, statement_xlsx};
use exporting::table::{Cell, Column, Row, Table};
use exporting::{Cause, ExportFault, pdf};
use lopdf::{Document as Pdf, Object};

use crate::printed::{self, NUMBERS};
use crate::sample::facit;

/// The text of each page, one piece a line, without blanks: the reader takes kerning for blanks.
fn pages(bytes: &[u8]) -> Vec<String> {
    let pdf = Pdf::load_mem(bytes).unwrap();
    let numbers: Vec<u32> = pdf.get_pages().into_keys().collect();
    let text = |page: &u32| dense(&pdf.extract_text(&[*page]).unwrap());
    numbers.iter().map(text).collect()
}

fn dense(text: &str) -> String {
    text.chars().filter(|character| *character == '\n' || !character.is_whitespace()).collect()
}

/// Names of the structure elements that have something below them: elements or content of a page.
fn structure(bytes: &[u8]) -> Vec<String> {
    let pdf = Pdf::load_mem(bytes).unwrap();
    let dictionaries = pdf.objects.values().filter_map(|object| object.as_dict().ok());
    let filled = dictionaries.filter(|dict| {
        let below = dict.get(b"K").ok().and_then(|below| below.as_array().ok());
        dict.has(b"P") && dict.has(b"S") && below.is_some_and(|below| !below.is_empty())
    });
    let name = |object: &Object| String::from_utf8(object.as_name().unwrap().to_vec()).unwrap();
    filled.map(|dict| name(dict.get(b"S").unwrap())).collect()
}

/// `UPDATE=1` leaves what was made in the system's folder for temporary files, to be looked at.
fn show(name: &str, bytes: &[u8]) {
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(std::env::temp_dir().join(name), bytes).unwrap();
    }
}

fn board() -> exporting::statement::Statement {
    printed::statement("7130", "Exempel stadsdelsnämnd C")
}

#[test]
fn a_statement_says_what_the_board_gets_and_for_whom() {
    let bytes = statement_pdf(&board()).unwrap();
    show("fordelningsbesked.pdf", &bytes);
    let pages = pages(&bytes);
    assert_eq!(pages.len(), 2);
    for wanted in ["Fördelningsbesked", "229\u{a0}212,27", "−17\u{a0}556,00", "Sida 1 av 2"] {
        assert!(pages[0].contains(&dense(wanted)), "{wanted} in {}", pages[0]);
    }
    for row in board().appendix.rows {
        let number = row.dossier_number.unwrap();
        assert!(pages[1].contains(&number) && !pages[0].contains(&number), "{number}");
    }
    for row in facit()["rader"].as_array().unwrap() {
        for field in ["personnummer", "efternamn", "fornamn"] {
            // One person is called as the municipality is.
            let personal = row[field].as_str().filter(|personal| *personal != "Exempel");
            let Some(personal) = personal else { continue };
            assert!(!pages.concat().contains(&dense(personal)), "{personal}");
        }
    }
}

#[test]
fn a_booking_order_shows_its_vouchers_and_who_signs() {
    let bytes = order_pdf(&printed::order()).unwrap();
    show("bokforingsorder.pdf", &bytes);
    let text = pages(&bytes).concat();
    for wanted in ["948\u{a0}510,10", "39\u{a0}260,00", "Beslutsattest", "utan andra person"] {
        assert!(text.contains(&dense(wanted)), "{wanted}");
    }
    let structure = structure(&bytes);
    let count = |name: &str| structure.iter().filter(|element| *element == name).count();
    assert_eq!((count("Table"), count("THead"), count("TH")), (2, 2, 14));
    // 24 lines, two sums, two heading rows. Filled cells: of each line six, but the two on the
    // observation account have neither cost centre nor activity; of each sum three.
    assert_eq!((count("TR"), count("TD")), (28, 22 * 6 + 2 * 4 + 2 * 3));
    assert_eq!((count("H1"), count("H2")), (1, 4));
}

#[test]
fn the_file_says_what_it_is() {
    let bytes = order_pdf(&printed::order()).unwrap();
    let pdf = Pdf::load_mem(&bytes).unwrap();
    let catalog = pdf.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"sv");
    let marked = catalog.get(b"MarkInfo").unwrap().as_dict().unwrap();
    assert!(marked.get(b"Marked").unwrap().as_bool().unwrap());
    let info = pdf.trailer.get(b"Info").unwrap().as_reference().unwrap();
    let date = pdf.get_dictionary(info).unwrap().get(b"CreationDate").unwrap();
    assert!(date.as_str().unwrap().starts_with(b"D:20261102000000"));
    let xmp = String::from_utf8_lossy(&bytes);
    assert!(xmp.contains("<pdfuaid:part>1</pdfuaid:part>"));
    assert!(xmp.contains("<pdfaid:part>2</pdfaid:part>"));
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert!(order_pdf(&printed::order()).unwrap() == order_pdf(&printed::order()).unwrap());
    assert!(statement_pdf(&board()).unwrap() == statement_pdf(&board()).unwrap());
    assert!(statement_xlsx(&board()).unwrap() == statement_xlsx(&board()).unwrap());
}

#[test]
fn totals_that_do_not_add_up_are_not_printed() {
    let mut wrong = board();
    wrong.sums.total.net += Ore(1);
    let codes = |fault: ExportFault| fault.0.iter().map(Cause::code).collect::<Vec<_>>();
    let differs = "export-sum-differs";
    assert_eq!(codes(statement_pdf(&wrong).unwrap_err()), [differs, differs]);
    assert_eq!(codes(statement_xlsx(&wrong).unwrap_err()), [differs, differs]);
    let mut order = printed::order();
    order.vouchers[1].content.postings[0].amount = Ore(-1);
    assert_eq!(codes(order_pdf(&order).unwrap_err()), ["export-voucher-unbalanced"]);
}

#[test]
fn the_statements_workbook_has_typed_sums_and_an_appendix() {
    let bytes = statement_xlsx(&board()).unwrap();
    show("fordelningsbesked.xlsx", &bytes);
    let mut book = calamine::Xlsx::new(Cursor::new(bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["Summor", "Bilaga"]);
    let sums = book.worksheet_range("Summor").unwrap();
    let last = sums.rows().next_back().unwrap();
    assert_eq!(last[0], Data::String("Summa".into()));
    assert_eq!(last[5], Data::Float(229_212.27));
    let appendix = book.worksheet_range("Bilaga").unwrap();
    let dossiers = appendix.rows().filter(|row| row[0].to_string().starts_with("00-"));
    assert!(dossiers.count() > 0);
}

/// A document with a table of many rows, one of them higher than a page.
fn long_document(rows: usize) -> Document {
    let mut body: Vec<Row> = (1..=rows)
        .map(|number| {
            let number = u32::try_from(number).unwrap();
            Row::body(vec![
                Cell::text(&format!("radnummer{number}")),
                Cell::text("Ett beslut som kräver litet mer text än vad en rad i tabellen rymmer"),
                Cell::Amount(Ore(i64::from(number) * 100)),
            ])
        })
        .collect();
    body.push(Row::sum(vec![Cell::text("Summa"), Cell::Empty, Cell::Amount(Ore(1))]));
    Document {
        head: board().head,
        orientation: Orientation::Landscape,
        numbers: NUMBERS,
        blocks: vec![Block::Table(Table {
            columns: vec![Column::code("Rad"), Column::text("Beslut"), Column::number("Belopp")],
            rows: body,
        })],
    }
}

#[test]
fn a_long_table_repeats_its_heading_and_keeps_every_row() {
    let bytes = pdf::write(&long_document(150)).unwrap();
    show("lang-tabell.pdf", &bytes);
    let pages = pages(&bytes);
    assert!(pages.len() > 3, "{}", pages.len());
    for (index, page) in pages.iter().enumerate() {
        assert!(page.contains("Beslut"), "heading row on page {}", index + 1);
        assert!(page.contains(&format!("Sida{}av{}", index + 1, pages.len())));
    }
    let text = pages.concat();
    for number in 1..=150 {
        assert_eq!(text.matches(&format!("radnummer{number}\n")).count(), 1, "{number}");
    }
}

/// Over as many lengths as a page has rows, so that the sum meets the end of a page.
#[test]
fn a_sum_never_stands_alone_at_the_top_of_a_page() {
    for rows in 20..50 {
        let pages = pages(&pdf::write(&long_document(rows)).unwrap());
        let last = pages.last().unwrap();
        assert!(last.contains("Summa") && last.contains(&format!("radnummer{rows}\n")), "{rows}");
    }
}

#[test]
fn a_row_higher_than_a_page_loses_nothing() {
    let mut document = long_document(1);
    let words: Vec<String> = (0..3000).map(|number| format!("ord{number}x")).collect();
    if let Some(Block::Table(table)) = document.blocks.first_mut() {
        table.rows[0].cells[1] = Cell::Text(words.join(" "));
    }
    let text = pages(&pdf::write(&document).unwrap()).concat();
    for word in words {
        assert_eq!(text.matches(&word).count(), 1, "{word}");
    }
}

#[test]
fn texts_from_anywhere_can_be_printed() {
    let mut order = printed::order();
    order.basis.content =
        "emoji \u{1F600}, kontroll \u{7}, privat \u{e000}, bom \u{feff}, عربى, noll \0".into();
    order.head.subject = "x".repeat(400);
    order.facts[0].value = "y".repeat(400);
    order.signatures.clear();
    let text = pages(&order_pdf(&order).unwrap()).concat();
    assert!(text.contains("emoji□,kontroll"), "{text}");
}

#[test]
fn a_row_of_the_wrong_width_is_refused() {
    let mut document = long_document(2);
    if let Some(Block::Table(table)) = document.blocks.first_mut() {
        table.rows[1].cells.pop();
    }
    let ExportFault(causes) = pdf::write(&document).unwrap_err();
    assert_eq!(causes, [Cause::RowWidth { row: 2 }]);
}
