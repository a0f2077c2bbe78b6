//! Text to glyphs: Source Sans 3 (SIL Open Font License 1.1, `assets/fonts`), with lining figures
//! of equal width.

use krilla::text::{Font, GlyphId, KrillaGlyph};
use rustybuzz::ttf_parser::Tag;
use rustybuzz::{Direction, Face, Feature, ShapePlan, UnicodeBuffer, script};

use super::style::{Type, Weight};
use crate::{Cause, ExportFault};

static REGULAR: &[u8] = include_bytes!("../../../../assets/fonts/SourceSans3-Regular.otf");
static SEMIBOLD: &[u8] = include_bytes!("../../../../assets/fonts/SourceSans3-Semibold.otf");

/// Printed where the font has no sign: it shows that something stood there.
const MISSING: char = '□';

/// One line of text, ready to be drawn.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) glyphs: Vec<KrillaGlyph>,
    /// Width in points.
    pub(super) width: f32,
}

/// The two weights.
pub(super) struct Fonts {
    regular: Weighted,
    semibold: Weighted,
}

struct Weighted {
    font: Font,
    face: Face<'static>,
    plan: ShapePlan,
}

impl Weighted {
    fn load(data: &'static [u8]) -> Option<Weighted> {
        let font = Font::new(data.into(), 0)?;
        let face = Face::from_slice(data, 0)?;
        let figures = [b"tnum", b"lnum"].map(|tag| Feature::new(Tag::from_bytes(tag), 1, ..));
        let latin = Some(script::LATIN);
        let plan = ShapePlan::new(&face, Direction::LeftToRight, latin, None, &figures);
        Some(Weighted { font, face, plan })
    }
}

impl Fonts {
    /// Reads the fonts that lie in the program.
    pub(super) fn load() -> Result<Fonts, ExportFault> {
        match (Weighted::load(REGULAR), Weighted::load(SEMIBOLD)) {
            (Some(regular), Some(semibold)) => Ok(Fonts { regular, semibold }),
            _ => {
                let reason = "the bundled font cannot be read".to_owned();
                Err(Cause::Writer { format: "pdf", reason }.into())
            }
        }
    }

    /// The font for drawing.
    pub(super) fn font(&self, weight: Weight) -> Font {
        self.weighted(weight).font.clone()
    }

    fn weighted(&self, weight: Weight) -> &Weighted {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Semibold => &self.semibold,
        }
    }

    /// One line, however long.
    pub(super) fn line(&self, text: &str, style: Type) -> Line {
        let weighted = self.weighted(style.weight);
        let text: String = text.chars().map(|character| printable(weighted, character)).collect();
        shape(weighted, text, style.size)
    }

    /// Width of the text on one line.
    pub(super) fn width(&self, text: &str, style: Type) -> f32 {
        self.line(text, style).width
    }

    /// Lines no wider than `width`, broken at blanks; a word that is too long is broken within.
    ///
    /// Never empty. A broken line keeps its blank, so that the words stay apart when read aloud.
    pub(super) fn wrap(&self, text: &str, style: Type, width: f32) -> Vec<Line> {
        let mut lines = Vec::new();
        for paragraph in text.split('\n') {
            self.wrap_paragraph(paragraph, style, width, &mut lines);
        }
        lines
    }

    fn wrap_paragraph(&self, text: &str, style: Type, width: f32, lines: &mut Vec<Line>) {
        let mut current = String::new();
        for word in text.split_inclusive(' ') {
            let fits = |text: &str| self.width(text.trim_end_matches(' '), style) <= width;
            let longer = format!("{current}{word}");
            if fits(&longer) {
                current = longer;
                continue;
            }
            if !current.is_empty() {
                lines.push(self.line(&current, style));
            }
            current = String::new();
            for character in word.chars() {
                current.push(character);
                if !fits(&current) && current.chars().count() > 1 {
                    current.pop();
                    lines.push(self.line(&current, style));
                    current = character.to_string();
                }
            }
        }
        lines.push(self.line(&current, style));
    }
}

/// The character, or what is printed in its place: PDF/UA-1 and PDF/A-2 refuse missing
/// glyphs and code points for private use.
fn printable(weighted: &Weighted, character: char) -> char {
    let private = matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
    if character.is_control() {
        ' '
    } else if private || character == '\u{feff}' {
        MISSING
    } else if weighted.face.glyph_index(character).is_some() {
        character
    } else {
        MISSING
    }
}

fn shape(weighted: &Weighted, text: String, size: f32) -> Line {
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(&text);
    buffer.set_direction(Direction::LeftToRight);
    buffer.set_script(script::LATIN);
    let shaped = rustybuzz::shape_with_plan(&weighted.face, &weighted.plan, buffer);
    let infos = shaped.glyph_infos();
    let scale = |units: i32| units as f32 / weighted.font.units_per_em();
    let mut width = 0.0;
    let mut glyphs = Vec::with_capacity(infos.len());
    for (index, (info, position)) in infos.iter().zip(shaped.glyph_positions()).enumerate() {
        let from = info.cluster as usize;
        let later = infos[index..].iter().map(|info| info.cluster as usize);
        let until = later.into_iter().find(|cluster| *cluster > from).unwrap_or(text.len());
        width += scale(position.x_advance) * size;
        glyphs.push(KrillaGlyph::new(
            GlyphId::new(info.glyph_id),
            scale(position.x_advance),
            scale(position.x_offset),
            scale(position.y_offset),
            scale(position.y_advance),
            from..until,
            None,
        ));
    }
    Line { text, glyphs, width }
}

#[cfg(test)]
mod tests {
    use super::super::style;
    use super::*;

    #[test]
    fn figures_are_equally_wide_in_both_weights() {
        let fonts = Fonts::load().unwrap();
        for style in [style::CELL, style::SUM] {
            let widths: Vec<f32> =
                (0..10).map(|digit| fonts.width(&digit.to_string(), style)).collect();
            assert!(widths.iter().all(|width| *width == widths[0]), "{widths:?}");
        }
    }

    #[test]
    fn wrapped_lines_fit_and_lose_nothing() {
        let fonts = Fonts::load().unwrap();
        let text = "Kostnadsersättning Migrationsverket, vård ensamkommande \
                    e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 slut";
        for width in [20.0, 60.0, 150.0, 10_000.0] {
            let lines = fonts.wrap(text, style::BODY, width);
            let whole: String = lines.iter().map(|line| line.text.as_str()).collect();
            assert_eq!(whole, text);
            for line in &lines {
                assert!(fonts.width(line.text.trim_end(), style::BODY) <= width);
            }
        }
        assert_eq!(fonts.wrap("", style::BODY, 10.0).len(), 1);
    }

    #[test]
    fn a_sign_that_the_font_lacks_is_shown_as_a_box() {
        let fonts = Fonts::load().unwrap();
        assert_eq!(fonts.line("a\u{1F600}b\tc", style::BODY).text, "a□b c");
        assert!(fonts.regular.face.glyph_index(MISSING).is_some());
        assert!(fonts.semibold.face.glyph_index(MISSING).is_some());
    }
}
