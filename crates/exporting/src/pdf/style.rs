//! Sizes, distances and colours of printed documents; points (1/72 inch).
//!
//! Colours and the steps of type are those of the screen in its light theme, at three quarters of
//! the screen's pixels.

use krilla::color::rgb;

/// A4, short side and long side.
pub(super) const A4: (f32, f32) = (595.28, 841.89);

/// Free edge at the sides: 17 mm leaves room for punching.
pub(super) const SIDE: f32 = 48.0;
/// Where the page's own head stands.
pub(super) const HEAD: f32 = 36.0;
/// Top of the content.
pub(super) const TOP: f32 = 66.0;
/// Lowest line of the content, from below.
pub(super) const BOTTOM: f32 = 62.0;
/// Baseline of the footer, from below.
pub(super) const FOOT: f32 = 34.0;

/// Size and line height of a kind of text.
#[derive(Clone, Copy)]
pub(super) struct Type {
    pub(super) size: f32,
    pub(super) line: f32,
    pub(super) weight: Weight,
    pub(super) colour: Colour,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Semibold,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Colour {
    /// Data.
    Text,
    /// Labels.
    Label,
    /// Edges of marks and lines to write on.
    Strong,
    /// Lines between rows.
    Line,
    /// Lines between groups.
    GroupLine,
    /// Ground of a table's heading row.
    Sunken,
    /// The title's rule.
    Accent,
}

impl Colour {
    pub(super) fn rgb(self) -> rgb::Color {
        let [red, green, blue] = match self {
            Colour::Text => [0x15, 0x20, 0x2B],
            Colour::Label => [0x4A, 0x57, 0x63],
            Colour::Strong => [0x7A, 0x86, 0x92],
            Colour::Line => [0xDC, 0xE1, 0xE6],
            Colour::GroupLine => [0xC3, 0xCB, 0xD3],
            Colour::Sunken => [0xEE, 0xF1, 0xF4],
            Colour::Accent => [0x1D, 0x53, 0x80],
        };
        rgb::Color::new(red, green, blue)
    }
}

const fn of(size: f32, line: f32, weight: Weight, colour: Colour) -> Type {
    Type { size, line, weight, colour }
}

pub(super) const TITLE: Type = of(19.0, 24.0, Weight::Semibold, Colour::Text);
pub(super) const SUBJECT: Type = of(12.0, 16.0, Weight::Regular, Colour::Label);
pub(super) const HEADING: Type = of(12.0, 16.0, Weight::Semibold, Colour::Text);
pub(super) const BODY: Type = of(10.0, 14.0, Weight::Regular, Colour::Text);
pub(super) const VALUE: Type = of(10.0, 13.0, Weight::Regular, Colour::Text);
pub(super) const LABEL: Type = of(9.0, 12.0, Weight::Regular, Colour::Label);
pub(super) const ROLE: Type = of(10.0, 14.0, Weight::Semibold, Colour::Text);
pub(super) const CELL: Type = of(9.0, 12.0, Weight::Regular, Colour::Text);
pub(super) const SUM: Type = of(9.0, 12.0, Weight::Semibold, Colour::Text);
pub(super) const COLUMN: Type = of(9.0, 11.5, Weight::Semibold, Colour::Label);
pub(super) const RUNNING: Type = of(9.0, 12.0, Weight::Regular, Colour::Label);
/// Long rows of digits that are copied, not read.
pub(super) const SIGNED: Type = of(5.5, 8.0, Weight::Regular, Colour::Label);
pub(super) const ISSUER: Type = of(9.0, 12.0, Weight::Semibold, Colour::Text);
pub(super) const MARK: Type = of(9.0, 12.0, Weight::Semibold, Colour::Text);
