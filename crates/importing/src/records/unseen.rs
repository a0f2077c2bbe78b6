//! What the parts of a workbook say of a sheet beside its cells: what is hidden on the screen, which
//! formulas have no value, and which zeros stand in a number format only.
//!
//! calamine gives none of these. Addresses are checked on the way, since it counts them without limit.

use std::collections::BTreeMap;
use std::io::{BufReader, Read, Seek};

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use crate::refusal::FileRefusal;
use crate::values::in_sheet;

/// Columns and rows of the largest sheet (ECMA-376 1, 18.3.1.4 and 18.3.1.73; Excel's limits).
const COLUMNS: u32 = 16_384;
const ROWS: u32 = 1_048_576;

/// What a sheet holds that its cells do not say.
#[derive(Debug, Default)]
pub(crate) struct Unseen {
    /// Rows (from 0) that are hidden and have cells.
    pub(crate) hidden_rows: Vec<u32>,
    /// First and last column (from 0) of what is hidden.
    hidden_columns: Vec<(u32, u32)>,
    /// Whether a filter hides rows, or would.
    pub(crate) filtered: bool,
    /// Texts that stand for cells, by row and column: formulas without value, and numbers with zeros
    /// that are only shown.
    pub(crate) texts: BTreeMap<(u32, u32), String>,
}

impl Unseen {
    /// Whether the column (from 0) is hidden.
    pub(crate) fn hides_column(&self, column: u32) -> bool {
        self.hidden_columns.iter().any(|(first, last)| (*first..=*last).contains(&column))
    }
}

/// The parts of a workbook that tell where its sheets are and how numbers look.
pub(crate) struct Parts {
    /// Paths of the sheets' parts, in the order of the workbook.
    sheets: Vec<String>,
    /// By style: the format code that pads numbers with zeros, if it does.
    padding: Vec<Option<String>>,
}

type Archive<S> = ZipArchive<S>;

impl Parts {
    /// Reads the directory of sheets and the number formats.
    pub(crate) fn read<S: Read + Seek>(archive: &mut Archive<S>) -> Result<Parts, FileRefusal> {
        let mut targets = BTreeMap::new();
        each_element(archive, "xl/_rels/workbook.xml.rels", |element| {
            if element.local_name().as_ref() == "Relationship" {
                let target = attribute(element, "Target")?.unwrap_or_default();
                let path = match target.strip_prefix('/') {
                    Some(absolute) => absolute.to_owned(),
                    None => format!("xl/{target}"),
                };
                targets.insert(attribute(element, "Id")?.unwrap_or_default(), path);
            }
            Ok(())
        })?;
        let mut sheets = Vec::new();
        each_element(archive, "xl/workbook.xml", |element| {
            if element.local_name().as_ref() == "sheet" {
                let id = element
                    .attributes()
                    .with_checks(false)
                    .flatten()
                    .find(|attribute| attribute.key.local_name().as_ref() == "id");
                let path = id.and_then(|id| targets.get(id.value.as_ref()).cloned());
                sheets.push(path.unwrap_or_default());
            }
            Ok(())
        })?;
        Ok(Parts { sheets, padding: padding(archive)? })
    }

    /// Looks through the sheet at that place of the workbook; only its first rows, where `first` says
    /// how many of them matter.
    pub(crate) fn unseen<S: Read + Seek>(
        &self,
        archive: &mut Archive<S>,
        sheet: usize,
        first: Option<usize>,
    ) -> Result<Unseen, FileRefusal> {
        let path = self.sheets.get(sheet).map(String::as_str).unwrap_or_default();
        let mut scan = Scan { padding: &self.padding, ..Scan::default() };
        let part = archive.by_name(path).map_err(|_| FileRefusal::Damaged)?;
        let mut reader = Reader::from_reader(BufReader::with_capacity(64 << 10, part));
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer).map_err(|_| FileRefusal::Damaged)? {
                Event::Start(element) => scan.begin(&element, false)?,
                Event::Empty(element) => scan.begin(&element, true)?,
                Event::Text(text) => scan.text(&text.xml10_content()),
                Event::GeneralRef(name) => scan.text(&entity(&name)),
                Event::End(element) => scan.end(element.local_name().as_ref()),
                Event::Eof => break,
                _ => {}
            }
            if first.is_some_and(|first| scan.rows > first) {
                break;
            }
        }
        Ok(scan.unseen)
    }
}

/// The sign that one of the five entities of XML stands for; of others the text shows nothing.
fn entity(name: &str) -> String {
    let code = name.strip_prefix('#').and_then(|code| match code.strip_prefix('x') {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok(),
        None => code.parse().ok(),
    });
    match name {
        "amp" => "&".to_owned(),
        "lt" => "<".to_owned(),
        "gt" => ">".to_owned(),
        "quot" => "\"".to_owned(),
        "apos" => "'".to_owned(),
        _ => code.and_then(char::from_u32).map(String::from).unwrap_or_default(),
    }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, FileRefusal> {
    let found = element.try_get_attribute(name).map_err(|_| FileRefusal::Damaged)?;
    let Some(found) = found else { return Ok(None) };
    let value = found.normalized_value(XmlVersion::Implicit1_0);
    value.map(|value| Some(value.into_owned())).map_err(|_| FileRefusal::Damaged)
}

fn is_true(element: &BytesStart<'_>, name: &str) -> Result<bool, FileRefusal> {
    Ok(matches!(attribute(element, name)?.as_deref(), Some("1" | "true")))
}

/// Whether a height or width is nothing, which hides as well.
fn is_zero(element: &BytesStart<'_>, name: &str) -> Result<bool, FileRefusal> {
    let size = attribute(element, name)?.and_then(|size| size.parse::<f64>().ok());
    Ok(size.is_some_and(|size| size <= 0.0))
}

/// Every element of a part, in order; of a part that is not there none.
fn each_element<S: Read + Seek>(
    archive: &mut Archive<S>,
    path: &str,
    mut each: impl FnMut(&BytesStart<'_>) -> Result<(), FileRefusal>,
) -> Result<(), FileRefusal> {
    let Ok(part) = archive.by_name(path) else { return Ok(()) };
    let mut reader = Reader::from_reader(BufReader::new(part));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|_| FileRefusal::Damaged)? {
            Event::Start(element) | Event::Empty(element) => each(&element)?,
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// By style the number format that pads with zeros.
fn padding<S: Read + Seek>(archive: &mut Archive<S>) -> Result<Vec<Option<String>>, FileRefusal> {
    let mut codes: BTreeMap<String, String> = BTreeMap::new();
    let mut styles = Vec::new();
    let mut in_cells = false;
    each_element(archive, "xl/styles.xml", |element| {
        match element.local_name().as_ref() {
            "numFmt" => {
                let id = attribute(element, "numFmtId")?.unwrap_or_default();
                codes.insert(id, attribute(element, "formatCode")?.unwrap_or_default());
            }
            "cellStyleXfs" | "cellStyles" | "dxfs" => in_cells = false,
            "cellXfs" => in_cells = true,
            "xf" if in_cells => {
                let id = attribute(element, "numFmtId")?.unwrap_or_default();
                styles.push(codes.get(&id).cloned());
            }
            _ => {}
        }
        Ok(())
    })?;
    // What shows the number 1 as it is pads nothing.
    let pads = |code: &String| padded(1, code).is_some_and(|shown| shown.starts_with('0'));
    Ok(styles.into_iter().map(|code| code.filter(pads)).collect())
}

/// What a spreadsheet shows for a whole number under a format made of zeros and of signs between
/// them, such as `00-000000` or `0000`; none for any other format.
fn padded(number: u64, code: &str) -> Option<String> {
    let code = code.split(';').next().unwrap_or_default();
    // A language or a colour in brackets before it changes nothing.
    let code = code.rsplit_once(']').map_or(code, |(_, code)| code);
    let mut pieces: Vec<Option<char>> = Vec::new();
    let mut signs = code.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '0' => pieces.push(None),
            '\\' => pieces.push(Some(signs.next()?)),
            '"' => pieces.extend(signs.by_ref().take_while(|sign| *sign != '"').map(Some)),
            '-' | ' ' | '/' | '(' | ')' | '+' | ':' | '\u{A0}' => pieces.push(Some(sign)),
            _ => return None,
        }
    }
    let places = pieces.iter().filter(|piece| piece.is_none()).count();
    let digits = format!("{number:0>places$}");
    let mut rest = digits.chars();
    let mut shown = String::new();
    let mut first = true;
    for piece in pieces {
        match piece {
            Some(sign) => shown.push(sign),
            None => {
                let surplus = if first { digits.len().saturating_sub(places) } else { 0 };
                shown.extend(rest.by_ref().take(surplus + 1));
                first = false;
            }
        }
    }
    (places > 0).then_some(shown)
}

/// Which text is being read.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum In {
    #[default]
    Nothing,
    Formula,
    Value,
}

/// A cell while it is being read.
#[derive(Default)]
struct CellScan {
    at: (u32, u32),
    style: Option<usize>,
    /// The type attribute; none for a number.
    kind: Option<String>,
    formula: Option<String>,
    value: String,
    inline: bool,
}

#[derive(Default)]
struct Scan<'p> {
    padding: &'p [Option<String>],
    unseen: Unseen,
    rows: usize,
    row: u32,
    column: u32,
    hides_rows: bool,
    row_hidden: bool,
    row_filled: bool,
    cell: Option<CellScan>,
    reading: In,
}

impl Scan<'_> {
    fn begin(&mut self, element: &BytesStart<'_>, empty: bool) -> Result<(), FileRefusal> {
        match element.local_name().as_ref() {
            "sheetFormatPr" => self.hides_rows = is_true(element, "zeroHeight")?,
            "col" if is_true(element, "hidden")? || is_zero(element, "width")? => {
                let number = |text: Option<String>| text.and_then(|text| text.parse::<u32>().ok());
                let first = number(attribute(element, "min")?).unwrap_or(1);
                let last = number(attribute(element, "max")?).unwrap_or(first);
                self.unseen.hidden_columns.push((first.saturating_sub(1), last.saturating_sub(1)));
            }
            "filterColumn" => self.unseen.filtered = true,
            "row" => {
                if let Some(number) = attribute(element, "r")? {
                    let number: u32 = number.parse().map_err(|_| FileRefusal::Damaged)?;
                    self.row = number.checked_sub(1).ok_or(FileRefusal::Damaged)?;
                }
                if self.row >= ROWS {
                    return Err(FileRefusal::Damaged);
                }
                let hidden = attribute(element, "hidden")?;
                self.row_hidden = is_zero(element, "ht")?
                    || match hidden.as_deref() {
                        Some(hidden) => matches!(hidden, "1" | "true"),
                        None => self.hides_rows,
                    };
                self.row_filled = false;
                self.column = 0;
                if empty {
                    self.row += 1;
                }
            }
            "c" => {
                self.begin_cell(element)?;
                if empty {
                    self.cell = None;
                }
            }
            "f" => {
                if let Some(cell) = &mut self.cell {
                    cell.formula = Some(String::new());
                }
                self.reading = if empty { In::Nothing } else { In::Formula };
            }
            "v" if !empty => self.reading = In::Value,
            "is" => {
                if let Some(cell) = &mut self.cell {
                    cell.inline = true;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn begin_cell(&mut self, element: &BytesStart<'_>) -> Result<(), FileRefusal> {
        let mut cell = CellScan::default();
        for attribute in element.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| FileRefusal::Damaged)?;
            match attribute.key.as_ref() {
                "r" => {
                    let at = address(&attribute.value).ok_or(FileRefusal::Damaged)?;
                    (self.row, self.column) = at;
                }
                "s" => cell.style = attribute.value.parse().ok(),
                "t" => cell.kind = Some(attribute.value.clone().into_owned()),
                _ => {}
            }
        }
        if self.row >= ROWS || self.column >= COLUMNS {
            return Err(FileRefusal::Damaged);
        }
        cell.at = (self.row, self.column);
        self.column += 1;
        self.cell = Some(cell);
        Ok(())
    }

    fn text(&mut self, text: &str) {
        let Some(cell) = &mut self.cell else { return };
        match (self.reading, &mut cell.formula) {
            (In::Formula, Some(formula)) => formula.push_str(text),
            (In::Value, _) => cell.value.push_str(text),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "f" | "v" => self.reading = In::Nothing,
            "c" => {
                if let Some(cell) = self.cell.take() {
                    self.end_cell(&cell);
                }
            }
            "row" => {
                if self.row_filled {
                    self.rows += 1;
                    if self.row_hidden {
                        self.unseen.hidden_rows.push(self.row);
                    }
                }
                self.row = self.row.saturating_add(1);
            }
            _ => {}
        }
    }

    fn end_cell(&mut self, cell: &CellScan) {
        let value = cell.value.trim();
        let numeric = matches!(cell.kind.as_deref(), None | Some("n"));
        // A formula may give an empty text, and says so by its type.
        let computed = !value.is_empty() || cell.inline || cell.kind.as_deref() == Some("str");
        let text = match &cell.formula {
            Some(formula) if !computed => Some(in_sheet::formula(formula)),
            _ if numeric => self.zeros(cell.style, value),
            _ => None,
        };
        self.row_filled = self.row_filled || !value.is_empty() || cell.inline || text.is_some();
        if let Some(text) = text {
            self.unseen.texts.insert(cell.at, text);
        }
    }

    /// Number and what is shown for it, where that has zeros which the number has not.
    fn zeros(&self, style: Option<usize>, value: &str) -> Option<String> {
        let code = self.padding.get(style?)?.as_ref()?;
        let number: u64 = value.strip_suffix(".0").unwrap_or(value).parse().ok()?;
        let shown = padded(number, code)?;
        let digits: String = shown.chars().filter(char::is_ascii_digit).collect();
        (digits.len() > number.to_string().len()).then(|| in_sheet::with_shown(number, &shown))
    }
}

/// Row and column, both from 0, of an address such as `B12`.
fn address(text: &str) -> Option<(u32, u32)> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = text.split_at(letters);
    if letters.is_empty() || letters.len() > 3 || digits.is_empty() || digits.len() > 7 {
        return None;
    }
    let column = letters.bytes().fold(0, |column: u32, letter| {
        column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1
    });
    let row: u32 = digits.parse().ok()?;
    ((1..=ROWS).contains(&row) && column <= COLUMNS).then(|| (row - 1, column - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_of_zeros_show_more_than_the_number() {
        for (number, code, shown) in [
            (136, "00-000000", Some("00-000136")),
            (136, "00\\-000000", Some("00-000136")),
            (136, "00\"-\"000000", Some("00-000136")),
            (710, "0000", Some("0710")),
            (99_000_011, "00-000000", Some("99-000011")),
            (12_345, "0000", Some("12345")),
            (1_012_390, "[$-41D]000000\\-0000;@", Some("000101-2390")),
            (5, "0.00", None),
            (5, "#,##0", None),
            (5, "0%", None),
            (5, "yyyy-mm-dd", None),
            (5, "General", None),
            (5, "@", None),
            (5, "", None),
        ] {
            assert_eq!(padded(number, code).as_deref(), shown, "{code}");
        }
    }

    #[test]
    fn addresses_end_where_sheets_do() {
        assert_eq!(address("A1"), Some((0, 0)));
        assert_eq!(address("xfd1048576"), Some((1_048_575, 16_383)));
        for text in
            ["XFE1", "A1048577", "ZZZZZZZ1", "A99999999999", "A0", "A", "1", "", "A1B", "Å1"]
        {
            assert_eq!(address(text), None, "{text}");
        }
    }
}
