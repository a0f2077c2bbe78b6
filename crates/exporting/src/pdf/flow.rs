//! Blocks to pages: what stands where, and where a page ends.

use std::num::NonZeroU16;

use krilla::tagging::{ListNumbering, Tag};

use super::canvas::{Drawing, Node, Page, Role, Structure};
use super::font::{Fonts, Line};
use super::style::{self, Colour, Type};
use super::table::{self, Widths};
use crate::document::{Block, Document, Fact, Orientation, Signature};

/// A document laid out on pages.
pub(super) struct Laid {
    /// Width and height of the pages.
    pub(super) size: (f32, f32),
    pub(super) pages: Vec<Page>,
    pub(super) structure: Structure,
    /// Text, page from 0 and height of each heading.
    pub(super) outline: Vec<(String, usize, f32)>,
}

/// Lays out a whole document.
pub(super) fn lay_out(document: &Document, fonts: &Fonts) -> Laid {
    let (short, long) = style::A4;
    let size = match document.orientation {
        Orientation::Portrait => (short, long),
        Orientation::Landscape => (long, short),
    };
    let mut flow = Flow {
        document,
        fonts,
        width: size.0,
        height: size.1,
        y: style::TOP,
        laid: Laid {
            size,
            pages: vec![Page::new()],
            structure: Structure::default(),
            outline: Vec::new(),
        },
    };
    let widths = Widths::of(document, fonts, flow.inner());
    flow.opening();
    for block in &document.blocks {
        match block {
            Block::Heading(text) => flow.heading(text),
            Block::Paragraph(text) => flow.paragraph(text),
            Block::Facts(facts) => flow.facts(facts),
            Block::Table(table) => table::place(&mut flow, table, &widths),
            Block::Signatures(signatures) => flow.signatures(signatures),
            Block::PageBreak => flow.new_page(),
        }
    }
    flow.footers();
    flow.laid
}

/// The state while blocks are placed, one below the other.
pub(super) struct Flow<'a> {
    pub(super) document: &'a Document,
    pub(super) fonts: &'a Fonts,
    width: f32,
    height: f32,
    /// Upper edge of what comes next.
    pub(super) y: f32,
    laid: Laid,
}

impl Flow<'_> {
    /// Width between the side edges.
    pub(super) fn inner(&self) -> f32 {
        self.width - 2.0 * style::SIDE
    }

    /// Height between top and bottom of a page.
    pub(super) fn page_height(&self) -> f32 {
        self.height - style::TOP - style::BOTTOM
    }

    /// Whether `height` more fits on the page.
    pub(super) fn fits(&self, height: f32) -> bool {
        self.y + height <= self.height - style::BOTTOM
    }

    /// Goes to a new page unless `height` more fits.
    fn make_room(&mut self, height: f32) {
        if !self.fits(height) {
            self.new_page();
        }
    }

    pub(super) fn node(
        &mut self,
        parent: Option<Node>,
        kind: impl Into<krilla::tagging::TagKind>,
    ) -> Node {
        self.laid.structure.add(parent, kind)
    }

    pub(super) fn draw(&mut self, role: Role, drawing: Drawing) {
        if let Some(page) = self.laid.pages.last_mut() {
            page.push((role, drawing));
        }
    }

    /// A line of text in a box whose upper edge is at `top`.
    pub(super) fn text(&mut self, role: Role, line: Line, style: Type, x: f32, top: f32) {
        let y = baseline(style, top);
        self.draw(role, Drawing::Text { line, style, x, y });
    }

    /// A horizontal line from side to side.
    pub(super) fn rule(&mut self, y: f32, thickness: f32, colour: Colour) {
        let (x, width) = (style::SIDE, self.inner());
        let fill = Drawing::Fill { x, y, width, height: thickness, colour };
        self.draw(Role::Decoration, fill);
    }

    /// Begins a page, with the running head.
    pub(super) fn new_page(&mut self) {
        self.laid.pages.push(Page::new());
        self.y = style::TOP;
        let head = &self.document.head;
        let marks = self.marks(Role::Header, style::HEAD);
        let issuer = self.fonts.line(&head.municipality, style::ISSUER);
        let after = style::SIDE + issuer.width;
        self.text(Role::Header, issuer, style::ISSUER, style::SIDE, style::HEAD);
        let running = format!("  {}  ·  {}", head.title, head.subject);
        let room = self.inner() - marks - (after - style::SIDE) - 8.0;
        let line = self.cut(&running, style::RUNNING, room);
        self.text(Role::Header, line, style::RUNNING, after, style::HEAD);
        self.rule(style::HEAD + 17.0, 0.5, Colour::GroupLine);
    }

    /// One line, with an ellipsis where it had to be cut: the first page has it whole.
    fn cut(&self, text: &str, style: Type, width: f32) -> Line {
        let mut lines = self.fonts.wrap(text, style, width);
        if lines.len() > 1 {
            let width = width - self.fonts.width("…", style);
            lines = self.fonts.wrap(text, style, width);
            let first = lines[0].text.trim_end().to_owned();
            return self.fonts.line(&format!("{first}…"), style);
        }
        lines.swap_remove(0)
    }

    /// The head of the first page.
    fn opening(&mut self) {
        let head = &self.document.head;
        let issuer = self.node(None, Tag::P);
        let line = self.fonts.line(&head.municipality, style::ISSUER);
        self.text(Role::Content(issuer), line, style::ISSUER, style::SIDE, style::HEAD);
        if !head.marks.is_empty() {
            let marks = self.node(None, Tag::P);
            self.marks(Role::Content(marks), style::HEAD);
        }
        self.rule(style::HEAD + 17.0, 1.5, Colour::Accent);
        self.y = style::HEAD + 34.0;
        let level = NonZeroU16::MIN;
        let title = self.node(None, Tag::Hn(level, Some(head.title.clone())));
        self.laid.outline.push((head.title.clone(), 0, self.y));
        self.wrapped(title, &head.title, style::TITLE);
        if !head.subject.is_empty() {
            let subject = self.node(None, Tag::P);
            self.wrapped(subject, &head.subject, style::SUBJECT);
        }
        self.y += 14.0;
    }

    /// The document's marks from the right edge leftwards; answers how wide they are together.
    fn marks(&mut self, role: Role, top: f32) -> f32 {
        let marks: Vec<String> = self.document.head.marks.clone();
        let widths: Vec<f32> =
            marks.iter().map(|mark| self.fonts.width(mark, style::MARK) + 12.0).collect();
        let whole: f32 = widths.iter().map(|width| width + 6.0).sum();
        let mut x = self.width - style::SIDE - whole + 6.0;
        for (mark, width) in marks.iter().zip(widths) {
            self.mark(role, mark, x, top);
            x += width + 6.0;
        }
        whole
    }

    /// One mark: a word in a frame. Answers its width.
    fn mark(&mut self, role: Role, mark: &str, x: f32, top: f32) -> f32 {
        // The blank keeps the words of several marks apart when they are read aloud.
        let line = self.fonts.line(&format!("{mark} "), style::MARK);
        let width = self.fonts.width(mark, style::MARK) + 12.0;
        let edge = Drawing::Edge { x, y: top - 2.0, width, height: 15.0 };
        self.draw(Role::Decoration, edge);
        self.text(role, line, style::MARK, x + 6.0, top);
        width
    }

    /// Text over the whole width, from line to line and page to page.
    fn wrapped(&mut self, node: Node, text: &str, style: Type) {
        for line in self.fonts.wrap(text, style, self.inner()) {
            self.make_room(style.line);
            self.text(Role::Content(node), line, style, style::SIDE, self.y);
            self.y += style.line;
        }
    }

    fn heading(&mut self, text: &str) {
        // Room for itself, a table's heading row and two rows.
        self.make_room(90.0);
        if self.y > style::TOP {
            self.y += 10.0;
        }
        let level = NonZeroU16::MIN.saturating_add(1);
        let node = self.node(None, Tag::Hn(level, Some(text.to_owned())));
        self.laid.outline.push((text.to_owned(), self.laid.pages.len() - 1, self.y));
        self.wrapped(node, text, style::HEADING);
        self.y += 5.0;
    }

    fn paragraph(&mut self, text: &str) {
        let node = self.node(None, Tag::P);
        self.wrapped(node, text, style::BODY);
        self.y += 8.0;
    }

    /// Label above value, in columns; a long value takes as many columns as it needs.
    fn facts(&mut self, facts: &[Fact]) {
        const GAP: f32 = 16.0;
        let columns: usize = match self.document.orientation {
            Orientation::Portrait => 3,
            Orientation::Landscape => 5,
        };
        let step = (self.inner() + GAP) / columns as f32;
        let list = self.node(None, Tag::L(ListNumbering::None));
        let span = |flow: &Self, fact: &Fact| {
            let needed = flow.fonts.width(&fact.value, style::VALUE);
            (1..columns).find(|span| needed <= step * *span as f32 - GAP).unwrap_or(columns)
        };
        let mut rest = facts;
        while !rest.is_empty() {
            let mut used = 0;
            let mut row = Vec::new();
            for fact in rest {
                let span = span(self, fact);
                if used + span > columns && !row.is_empty() {
                    break;
                }
                row.push((fact, used, span));
                used += span;
            }
            rest = &rest[row.len()..];
            self.fact_row(list, &row, step, GAP);
        }
        self.y += 6.0;
    }

    fn fact_row(&mut self, list: Node, row: &[(&Fact, usize, usize)], step: f32, gap: f32) {
        let width = |span: usize| step * span as f32 - gap;
        let wrapped = |flow: &Self, text: &str, style: Type, span: usize| {
            flow.fonts.wrap(text, style, width(span))
        };
        let cells: Vec<(Vec<Line>, Vec<Line>)> = row
            .iter()
            .map(|(fact, _, span)| {
                let label = wrapped(self, &fact.label, style::LABEL, *span);
                (label, wrapped(self, &fact.value, style::VALUE, *span))
            })
            .collect();
        let labels = cells.iter().map(|(label, _)| label.len()).max().unwrap_or(1);
        let values = cells.iter().map(|(_, value)| value.len()).max().unwrap_or(1);
        let below = labels as f32 * style::LABEL.line;
        let height = below + values as f32 * style::VALUE.line + 6.0;
        self.make_room(height);
        for ((_, column, _), (label, value)) in row.iter().zip(cells) {
            let x = style::SIDE + step * *column as f32;
            let item = self.node(Some(list), Tag::LI);
            let node = self.node(Some(item), Tag::Lbl);
            self.stack(node, label, style::LABEL, x, self.y);
            let node = self.node(Some(item), Tag::LBody);
            self.stack(node, value, style::VALUE, x, self.y + below);
        }
        self.y += height;
    }

    fn stack(&mut self, node: Node, lines: Vec<Line>, style: Type, x: f32, top: f32) {
        let mut top = top;
        for line in lines {
            self.text(Role::Content(node), line, style, x, top);
            top += style.line;
        }
    }

    fn signatures(&mut self, signatures: &[Signature]) {
        const GAP: f32 = 28.0;
        const HEIGHT: f32 = 78.0;
        let width = (self.inner() - GAP) / 2.0;
        self.y += 14.0;
        for pair in signatures.chunks(2) {
            self.make_room(HEIGHT);
            for (index, signature) in pair.iter().enumerate() {
                let x = style::SIDE + (width + GAP) * index as f32;
                self.signature(signature, x, width);
            }
            self.y += HEIGHT;
        }
    }

    fn signature(&mut self, signature: &Signature, x: f32, width: f32) {
        let date_x = x + width * 0.7;
        let top = self.y;
        let node = self.node(None, Tag::P);
        let role = self.fonts.line(&format!("{} ", signature.role), style::ROLE);
        let after = x + role.width + 6.0;
        self.text(Role::Content(node), role, style::ROLE, x, top);
        if let Some(mark) = &signature.mark {
            self.mark(Role::Content(node), mark, after, top + 1.0);
        }
        let line = top + 48.0;
        let thickness = 0.75;
        for (x, until) in [(x, date_x - 12.0), (date_x, x + width)] {
            let (y, width) = (line, until - x);
            let fill = Drawing::Fill { x, y, width, height: thickness, colour: Colour::Strong };
            self.draw(Role::Decoration, fill);
        }
        for (label, value, x) in [
            (&signature.name_label, &signature.name, x),
            (&signature.date_label, &signature.date, date_x),
        ] {
            let node = self.node(None, Tag::P);
            let label = self.fonts.line(&format!("{label} "), style::LABEL);
            self.text(Role::Content(node), label, style::LABEL, x, line + 3.0);
            if let Some(value) = value {
                let value = self.fonts.line(value, style::VALUE);
                self.text(Role::Content(node), value, style::VALUE, x, line - 15.0);
            }
        }
    }

    /// Now that the number of pages is known.
    fn footers(&mut self) {
        let head = &self.document.head;
        let pages = self.laid.pages.len();
        let top = self.height - style::FOOT;
        for number in 1..=pages {
            let left = self.fonts.line(&head.footer, style::RUNNING);
            let words = &head.page;
            let text = format!("{} {number} {} {pages}", words.page, words.of);
            let right = self.fonts.line(&text, style::RUNNING);
            let x = self.width - style::SIDE - right.width;
            let signed = head.signed.as_ref().map(|text| self.fonts.line(text, style::SIGNED));
            let page = &mut self.laid.pages[number - 1];
            if let Some(line) = signed {
                let (style, x) = (style::SIGNED, style::SIDE);
                let y = baseline(style, top + style::RUNNING.line);
                page.push((Role::Footer, Drawing::Text { line, style, x, y }));
            }
            for (line, x) in [(left, style::SIDE), (right, x)] {
                let (style, y) = (style::RUNNING, baseline(style::RUNNING, top));
                page.push((Role::Footer, Drawing::Text { line, style, x, y }));
            }
        }
    }
}

/// The baseline of a line whose box begins at `top`; the font's letters sit in the middle of it.
fn baseline(style: Type, top: f32) -> f32 {
    top + style.line / 2.0 + style.size * 0.34
}
