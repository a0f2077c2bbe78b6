//! Cells as a spreadsheet takes them from the clipboard, and as they are printed.

use app::listing::{Cell, ColumnKind, Table};

use crate::format;

/// A cell as it is printed: amounts in groups of three.
pub(crate) fn in_words(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Amount(amount) => format::amount(*amount),
        Cell::Count(count) => format::count(*count),
        Cell::Date(day) => day.to_string(),
    }
}

/// A cell as a Swedish spreadsheet reads it: without groups, with a comma and a plain minus.
fn as_typed(cell: &Cell) -> String {
    match cell {
        Cell::Amount(amount) => {
            let size = amount.0.unsigned_abs();
            let sign = if amount.is_negative() { "-" } else { "" };
            format!("{sign}{},{:02}", size / 100, size % 100)
        }
        Cell::Count(count) => count.to_string(),
        // A line for each row and a column for each cell: neither begins inside one. What a spreadsheet
        // would compute is text (CWE-1236).
        Cell::Text(text) => {
            let text = text.replace(['\t', '\r', '\n'], " ");
            let computes = text.starts_with(['=', '+', '-', '@']) && text.len() > 1;
            if computes { format!("'{text}") } else { text }
        }
        Cell::Empty | Cell::Date(_) => in_words(cell),
    }
}

/// Lines of cells with tabs between them, the headings first.
pub(crate) fn as_text(table: &Table) -> String {
    let head = table.columns.iter().map(|column| column.title.clone()).collect::<Vec<_>>();
    let rows = table.rows.iter().map(|row| row.cells.iter().map(as_typed).collect::<Vec<_>>());
    let lines = std::iter::once(head).chain(rows).map(|cells| cells.join("\t"));
    lines.collect::<Vec<_>>().join("\r\n")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The same as a table, with what Excel (`mso-number-format`) and LibreOffice (`sdval`, `sdnum`; 1053 is
/// Swedish) take a cell's kind from: a personal number stays text, an amount is a number.
pub(crate) fn as_html(table: &Table) -> String {
    let mut html = String::from("<meta charset=\"utf-8\"><table><tr>");
    for column in &table.columns {
        html.push_str(&format!("<th>{}</th>", escaped(&column.title)));
    }
    html.push_str("</tr>");
    for row in &table.rows {
        html.push_str("<tr>");
        for (cell, column) in row.cells.iter().zip(&table.columns) {
            html.push_str(&html_cell(cell, column.kind));
        }
        html.push_str("</tr>");
    }
    html.push_str("</table>");
    html
}

fn html_cell(cell: &Cell, kind: ColumnKind) -> String {
    match cell {
        Cell::Amount(amount) => {
            let (size, sign) =
                (amount.0.unsigned_abs(), if amount.is_negative() { "-" } else { "" });
            format!(
                "<td align=\"right\" style=\"mso-number-format:'#,##0.00'\" sdval=\"{sign}{}.{:02}\" \
                 sdnum=\"1053;0;#.##0,00\">{}</td>",
                size / 100,
                size % 100,
                as_typed(cell)
            )
        }
        Cell::Count(count) => {
            format!("<td align=\"right\" sdval=\"{count}\" sdnum=\"1053;0;0\">{count}</td>")
        }
        Cell::Date(day) => format!("<td style=\"mso-number-format:'yyyy-mm-dd'\">{day}</td>"),
        Cell::Empty if kind == ColumnKind::Number => "<td align=\"right\"></td>".to_owned(),
        Cell::Empty => "<td></td>".to_owned(),
        Cell::Text(text) => format!(
            "<td style=\"mso-number-format:'\\@'\" sdnum=\"1053;0;@\">{}</td>",
            escaped(text)
        ),
    }
}

#[cfg(test)]
mod tests {
    use app::listing::{Column, Row};
    use domain::Ore;

    use super::*;

    fn table() -> Table {
        let cells = vec![
            Cell::text("20170101-2393"),
            Cell::text("=1+1\tA & B"),
            Cell::Amount(Ore(-1_680_050)),
            Cell::Count(1_200),
            Cell::Empty,
        ];
        let titles = ["Nummer", "Namn"].map(Column::text).into_iter();
        let titles = titles.chain(["Belopp", "Rader", "Tomt"].map(Column::number));
        Table { columns: titles.collect(), rows: vec![Row::body(cells)] }
    }

    #[test]
    fn a_copied_row_is_a_line_of_cells_that_nothing_computes() {
        let expected = "Nummer\tNamn\tBelopp\tRader\tTomt\r\n\
                        20170101-2393\t'=1+1 A & B\t-16800,50\t1200\t";
        assert_eq!(as_text(&table()), expected);
    }

    #[test]
    fn a_copied_table_says_what_is_text_and_what_is_a_number() {
        let html = as_html(&table());
        for part in [
            "<td style=\"mso-number-format:'\\@'\" sdnum=\"1053;0;@\">20170101-2393</td>",
            "A &amp; B",
            "sdval=\"-16800.50\"",
            ">-16800,50</td>",
            "sdval=\"1200\"",
        ] {
            assert!(html.contains(part), "{part} in {html}");
        }
    }
}
