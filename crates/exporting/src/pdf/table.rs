//! Tables on pages: widths of columns, heights of rows, repeated heading rows.

use krilla::tagging::{TableHeaderScope, Tag};

use super::canvas::{Drawing, Node, Role};
use super::flow::Flow;
use super::font::{Fonts, Line};
use super::style::{self, Colour, Type};
use crate::document::{Block, Document};
use crate::table::{Column, ColumnKind, NumberFormat, Row, Table};

/// Free room at the sides of a cell, and above and below its text.
const PAD: f32 = 4.5;
const PAD_ROW: f32 = 2.5;
/// What keeps a column of figures from the one to its left.
const APART: f32 = 6.0;

/// Column widths of a document's tables, by their column titles.
pub(super) struct Widths(Vec<(Vec<String>, Vec<f32>)>);

impl Widths {
    /// Works out one set of widths for all tables that have the same columns.
    pub(super) fn of(document: &Document, fonts: &Fonts, inner: f32) -> Widths {
        let mut kinds: Vec<(Vec<String>, Vec<Natural>)> = Vec::new();
        for block in &document.blocks {
            let Block::Table(table) = block else { continue };
            let naturals = naturals(table, document.numbers, fonts);
            let titles = titles(table);
            match kinds.iter_mut().find(|(known, _)| *known == titles) {
                Some((_, known)) => {
                    for (known, natural) in known.iter_mut().zip(naturals) {
                        known.width = known.width.max(natural.width);
                    }
                }
                None => kinds.push((titles, naturals)),
            }
        }
        let widths = kinds.into_iter().map(|(titles, columns)| (titles, share(&columns, inner)));
        Widths(widths.collect())
    }

    fn get(&self, table: &Table) -> Vec<f32> {
        let titles = titles(table);
        let known = self.0.iter().find(|(known, _)| *known == titles);
        known.map(|(_, widths)| widths.clone()).unwrap_or_default()
    }
}

fn titles(table: &Table) -> Vec<String> {
    table.columns.iter().map(|column| column.title.clone()).collect()
}

/// What a column would like to have.
struct Natural {
    width: f32,
    /// Whether its text may be broken over lines.
    breaks: bool,
}

fn naturals(table: &Table, numbers: NumberFormat, fonts: &Fonts) -> Vec<Natural> {
    let natural = |(index, column): (usize, &Column)| {
        let words = column.title.split(' ').map(|word| fonts.width(word, style::COLUMN));
        let cells = table.rows.iter().filter_map(|row| {
            let cell = row.cells.get(index)?;
            Some(fonts.width(&numbers.cell(cell), type_of(row)))
        });
        let widest = words.chain(cells).fold(0.0, f32::max);
        // A hair more, so that what fits exactly is not broken by rounding.
        let apart = if column.kind == ColumnKind::Number { APART } else { 0.1 };
        let width = widest + 2.0 * PAD + apart;
        Natural { width, breaks: column.kind == ColumnKind::Text }
    };
    table.columns.iter().enumerate().map(natural).collect()
}

/// Shares the page's width: what cannot be broken gets what it needs, running text the rest.
fn share(columns: &[Natural], inner: f32) -> Vec<f32> {
    let wanted: f32 = columns.iter().map(|column| column.width).sum();
    let breaking: Vec<usize> = (0..columns.len()).filter(|index| columns[*index].breaks).collect();
    let mut widths: Vec<f32> = columns.iter().map(|column| column.width).collect();
    if wanted <= inner {
        let takers = if breaking.is_empty() { (0..columns.len()).collect() } else { breaking };
        for index in &takers {
            widths[*index] += (inner - wanted) / takers.len() as f32;
        }
        return widths;
    }
    let fixed: f32 =
        columns.iter().filter(|column| !column.breaks).map(|column| column.width).sum();
    let mut left = (inner - fixed).max(0.0);
    // The narrow ones first: who needs less than an even share leaves the rest to the others.
    let mut order = breaking;
    order.sort_by(|a, b| columns[*a].width.total_cmp(&columns[*b].width));
    for (done, index) in order.iter().enumerate() {
        widths[*index] = columns[*index].width.min(left / (order.len() - done) as f32);
        left -= widths[*index];
    }
    // Too many columns for the paper: all shrink alike, and what does not fit is broken.
    let whole: f32 = widths.iter().sum();
    if whole > inner + 0.5 || widths.iter().any(|width| *width < 4.0 * PAD) {
        let wanted = wanted.max(1.0);
        widths = columns.iter().map(|column| column.width * inner / wanted).collect();
    }
    widths
}

fn type_of(row: &Row) -> Type {
    if row.sum { style::SUM } else { style::CELL }
}

/// A row's text, broken to the widths of its columns.
struct Broken {
    cells: Vec<Vec<Line>>,
    style: Type,
    sum: bool,
}

impl Broken {
    fn lines(&self) -> usize {
        self.cells.iter().map(Vec::len).max().unwrap_or(1)
    }

    fn height(&self) -> f32 {
        self.lines() as f32 * self.style.line + 2.0 * PAD_ROW
    }
}

struct Placing<'a> {
    table: &'a Table,
    widths: Vec<f32>,
    head: Broken,
}

/// Places a table, over several pages where it must.
pub(super) fn place(flow: &mut Flow<'_>, table: &Table, widths: &Widths) {
    let widths = widths.get(table);
    let placing = Placing { table, head: broken_head(flow.fonts, table, &widths), widths };
    let node = flow.node(None, Tag::Table);
    let rows: Vec<Broken> =
        table.rows.iter().map(|row| broken(flow, row, &placing.widths)).collect();
    let first = rows.first().map_or(0.0, Broken::height);
    if !flow.fits(placing.head.height() + first) {
        flow.new_page();
    }
    let head = flow.node(Some(node), Tag::THead);
    placing.head(flow, Some(head));
    let body = flow.node(Some(node), Tag::TBody);
    for (index, row) in rows.iter().enumerate() {
        // A sum never stands alone at the top of a page.
        let sums = rows[index + 1..].iter().take_while(|next| next.sum && !row.sum);
        let needed = row.height() + sums.map(Broken::height).sum::<f32>();
        if !flow.fits(needed) {
            placing.turn_page(flow);
        }
        placing.row(flow, body, row);
    }
    flow.rule(flow.y, 0.75, Colour::GroupLine);
    flow.y += 12.0;
}

fn broken_head(fonts: &Fonts, table: &Table, widths: &[f32]) -> Broken {
    let cells = table.columns.iter().zip(widths);
    let cells = cells
        .map(|(column, width)| fonts.wrap(&column.title, style::COLUMN, width - 2.0 * PAD))
        .collect();
    Broken { cells, style: style::COLUMN, sum: false }
}

fn broken(flow: &Flow<'_>, row: &Row, widths: &[f32]) -> Broken {
    let style = type_of(row);
    let numbers = flow.document.numbers;
    let cells = row.cells.iter().zip(widths);
    let cells = cells
        .map(|(cell, width)| flow.fonts.wrap(&numbers.cell(cell), style, width - 2.0 * PAD))
        .collect();
    Broken { cells, style, sum: row.sum }
}

impl Placing<'_> {
    /// The heading row: content the first time (`node`), repetition after that.
    fn head(&self, flow: &mut Flow<'_>, node: Option<Node>) {
        let height = self.head.height();
        let (x, y, width) = (style::SIDE, flow.y, flow.inner());
        let ground = Drawing::Fill { x, y, width, height, colour: Colour::Sunken };
        flow.draw(Role::Decoration, ground);
        let row = node.map(|node| flow.node(Some(node), Tag::TR));
        let mut x = style::SIDE;
        for (index, lines) in self.head.cells.iter().enumerate() {
            let role = match row {
                Some(row) => Role::Content(flow.node(Some(row), Tag::TH(TableHeaderScope::Column))),
                None => Role::Repetition,
            };
            // Short titles stand on the lowest line, next to what they are about.
            let empty = self.head.lines() - lines.len();
            let top = flow.y + PAD_ROW + empty as f32 * self.head.style.line;
            self.cell(flow, role, lines, self.head.style, index, x, top);
            x += self.widths[index];
        }
        flow.y += height;
        flow.rule(flow.y - 0.75, 0.75, Colour::GroupLine);
    }

    fn turn_page(&self, flow: &mut Flow<'_>) {
        flow.rule(flow.y, 0.75, Colour::GroupLine);
        flow.new_page();
        self.head(flow, None);
    }

    fn row(&self, flow: &mut Flow<'_>, body: Node, row: &Broken) {
        let tr = flow.node(Some(body), Tag::TR);
        let cells: Vec<Node> = row.cells.iter().map(|_| flow.node(Some(tr), Tag::TD)).collect();
        // A row higher than a whole page goes on over pages.
        let room = flow.page_height() - self.head.height() - 2.0 * PAD_ROW;
        let most = ((room / row.style.line) as usize).max(1);
        for from in (0..row.lines()).step_by(most) {
            if from > 0 {
                self.turn_page(flow);
            }
            let colour = if row.sum { Colour::Strong } else { Colour::Line };
            flow.rule(flow.y, if row.sum { 0.75 } else { 0.5 }, colour);
            let mut x = style::SIDE;
            for (index, lines) in row.cells.iter().enumerate() {
                let part = &lines[from.min(lines.len())..(from + most).min(lines.len())];
                let role = Role::Content(cells[index]);
                self.cell(flow, role, part, row.style, index, x, flow.y + PAD_ROW);
                x += self.widths[index];
            }
            let count = (row.lines() - from).min(most);
            flow.y += count as f32 * row.style.line + 2.0 * PAD_ROW;
        }
    }

    #[expect(clippy::too_many_arguments, reason = "one place on paper")]
    fn cell(
        &self,
        flow: &mut Flow<'_>,
        role: Role,
        lines: &[Line],
        style: Type,
        index: usize,
        x: f32,
        top: f32,
    ) {
        let right = self.table.columns[index].kind == ColumnKind::Number;
        let mut top = top;
        for line in lines {
            let x = if right {
                let seen = flow.fonts.width(line.text.trim_end_matches(' '), style);
                x + self.widths[index] - PAD - seen
            } else {
                x + PAD
            };
            if !line.text.is_empty() {
                flow.text(role, line.clone(), style, x, top);
            }
            top += style.line;
        }
    }
}
